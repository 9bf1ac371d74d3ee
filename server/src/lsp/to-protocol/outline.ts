import type { DocumentSymbol as ProtocolSymbol, FoldingRange as ProtocolFolding, SymbolInformation } from 'vscode-languageserver';
import type { DocumentSymbol } from '../../language/features/outline/document-symbol.ts';
import type { FoldingRange } from '../../language/features/outline/folding-range.ts';
import type { Client } from '../connection/client.ts';
import { SymbolKind } from '../connection/protocol-library.ts';
import type { Places } from './positions.ts';

const symbolKinds: Readonly<Record<DocumentSymbol['kind'], SymbolKind>> = {
  title: SymbolKind.File,
  section: SymbolKind.Namespace,
  recommendation: SymbolKind.Function,
  finding: SymbolKind.Key,
  action: SymbolKind.Event,
  measure: SymbolKind.Number,
  appendix: SymbolKind.Package,
};

/** A client that does not list the kinds that it knows knows those of the protocol's first version, up to 18. */
export function symbolKind(kind: DocumentSymbol['kind'], known: ReadonlySet<number> | null): SymbolKind {
  const wanted = symbolKinds[kind];
  return (known ? known.has(wanted) : wanted <= 18) ? wanted : SymbolKind.String;
}

export function toDocumentSymbols(
  symbols: readonly DocumentSymbol[],
  uri: string,
  places: Places,
  client: Client,
): ProtocolSymbol[] | SymbolInformation[] {
  return client.symbols.hierarchical
    ? symbols.map((symbol) => toTree(symbol, places, client))
    : symbols.flatMap((symbol) => toFlat(symbol, null, uri, places, client));
}

const toTree = (symbol: DocumentSymbol, places: Places, client: Client): ProtocolSymbol => ({
  name: symbol.name,
  ...(symbol.detail && { detail: symbol.detail }),
  kind: symbolKind(symbol.kind, client.symbols.kinds),
  range: places.range(symbol.span),
  selectionRange: places.range(symbol.selection),
  children: symbol.children.map((child) => toTree(child, places, client)),
});

const toFlat = (symbol: DocumentSymbol, container: string | null, uri: string, places: Places, client: Client): SymbolInformation[] => [
  {
    name: symbol.name,
    kind: symbolKind(symbol.kind, client.symbols.kinds),
    location: { uri, range: places.range(symbol.span) },
    ...(container !== null && { containerName: container }),
  },
  ...symbol.children.flatMap((child) => toFlat(child, symbol.name, uri, places, client)),
];

/** Longer ranges first where the client takes only so many, since they are the outer ones. */
export function toFoldingRanges(ranges: readonly FoldingRange[], { folding }: Client): ProtocolFolding[] {
  const kept =
    ranges.length <= folding.limit
      ? ranges
      : ranges.toSorted((a, b) => b.endLine - b.startLine - (a.endLine - a.startLine)).slice(0, folding.limit);
  return kept.map(({ startLine, endLine, kind }) => ({
    startLine,
    endLine,
    ...(kind && (folding.kinds === null || folding.kinds.has(kind)) && { kind }),
  }));
}
