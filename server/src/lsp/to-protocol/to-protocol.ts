import type {
  CompletionItem, Diagnostic, DocumentSymbol as ProtocolSymbol, FoldingRange as ProtocolFolding, Hover as ProtocolHover, MarkupContent, SymbolInformation, TextEdit as ProtocolEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { ReportedSeverity } from '../../language/configuration/configuration.ts';
import type { Completion } from '../../language/features/completion.ts';
import type { DocumentSymbol } from '../../language/features/document-symbol.ts';
import type { FoldingRange } from '../../language/features/folding-range.ts';
import type { Hover } from '../../language/features/hover.ts';
import type { Report } from '../../language/rules/rule.ts';
import type { DocumentAddress } from '../../language/text/document-address.ts';
import type { TextEdit } from '../../language/text/span.ts';
import { rulePageIn } from '../../shipped.ts';
import type { Client } from '../connection/client.ts';
import type { Places } from './positions.ts';
import { CompletionItemKind, DiagnosticSeverity, InsertTextFormat, SymbolKind } from '../connection/protocol-library.ts';

// The one place that makes protocol objects: plain data in document offsets goes in, what this client can take comes out.

/** Name of the program that the reports come from, as the editor shows it. */
export const diagnosticSource = 'inspection-response';

/** Positions in a document, and its URI as the client spells it. */
export interface Whereabouts {
  readonly uri: string;
  /** Version that an edit is meant for; null for a document that is not open. */
  readonly version: number | null;
  readonly places: Places;
}

/** Other documents than the one that is spoken of; undefined for one that is gone. */
export type Others = ReadonlyMap<DocumentAddress, Whereabouts>;

const severityNumbers: Readonly<Record<ReportedSeverity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, information: DiagnosticSeverity.Information, hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic(report: Report, places: Places, others: Others, client: Client): Diagnostic {
  const diagnostic: Diagnostic = { range: places.range(report.span), severity: severityNumbers[report.severity], code: report.rule, source: diagnosticSource, message: report.message };
  if (client.diagnostics.codeDescription && client.home !== null) diagnostic.codeDescription = { href: rulePageIn(client.home, report.rule) };
  if (client.diagnostics.relatedInformation && report.related.length > 0) {
    diagnostic.relatedInformation = report.related.flatMap(({ address, span, message }) => {
      const other = others.get(address);
      return other ? [{ location: { uri: other.uri, range: other.places.range(span) }, message }] : [];
    });
  }
  return diagnostic;
}

const completionKinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  section: CompletionItemKind.Module, key: CompletionItemKind.Property, value: CompletionItemKind.Value, person: CompletionItemKind.Class,
  label: CompletionItemKind.Reference, status: CompletionItemKind.Color, date: CompletionItemKind.Unit, acronym: CompletionItemKind.Text,
  rule: CompletionItemKind.Keyword, field: CompletionItemKind.Field, comment: CompletionItemKind.Snippet, verb: CompletionItemKind.Function, body: CompletionItemKind.Class,
  // Not as Snippet: those are kept out of what is offered as one types, for the sake of the words (editor.snippetSuggestions in package.json).
  piece: CompletionItemKind.Struct,
};

/** `index` keeps the order in which the library put them. */
export function toCompletionItem(completion: Completion, index: number, places: Places, client: Client): CompletionItem {
  const { label, kind, detail, documentation, insert, snippet, replace, filter, again } = completion;
  const withStops = snippet !== undefined && client.completion.snippets;
  return {
    label,
    kind: completionKinds[kind],
    ...(detail && { detail }),
    ...(documentation && { documentation: markup(documentation, client.completion.markdown) }),
    sortText: String(index).padStart(4, '0'),
    ...(filter !== undefined && { filterText: filter }),
    ...(withStops && { insertTextFormat: InsertTextFormat.Snippet }),
    textEdit: { range: places.range(replace), newText: withStops ? snippet : insert },
    ...(again && client.commands.has(suggestCommand) && { command: { title: 'Suggest', command: suggestCommand } }),
  };
}

const suggestCommand = 'editor.action.triggerSuggest';

export function toHover({ text, span }: Hover, places: Places, client: Client): ProtocolHover {
  return { contents: client.hover === 'string' ? withoutMarkup(text) : markup(text, client.hover === 'markdown'), range: places.range(span) };
}

const markup = (markdown: string, takesMarkdown: boolean): MarkupContent => (takesMarkdown ? { kind: 'markdown', value: markdown } : { kind: 'plaintext', value: withoutMarkup(markdown) });

/** Our own Markdown (bold, code, links, escapes, rules) as plain text. */
function withoutMarkup(markdown: string): string {
  return markdown
    .replace(/^---$/gm, '')
    .replace(/(?<!\\)\*\*|(?<!\\)`/g, '')
    .replace(/(?<!\\)\[([^\]\n]{1,300})\]\([^)\n]{1,500}\)/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+!|<>~-])/g, '$1')
    .replace(/\n{3,}/g, '\n\n');
}

const symbolKinds: Readonly<Record<DocumentSymbol['kind'], SymbolKind>> = {
  title: SymbolKind.File, section: SymbolKind.Namespace, recommendation: SymbolKind.Function, finding: SymbolKind.Key,
  action: SymbolKind.Event, measure: SymbolKind.Number, appendix: SymbolKind.Package,
};

/** A client that does not list the kinds that it knows knows those of the protocol's first version, up to 18. */
export function symbolKind(kind: DocumentSymbol['kind'], known: ReadonlySet<number> | null): SymbolKind {
  const wanted = symbolKinds[kind];
  return (known ? known.has(wanted) : wanted <= 18) ? wanted : SymbolKind.String;
}

export function toDocumentSymbols(symbols: readonly DocumentSymbol[], uri: string, places: Places, client: Client): ProtocolSymbol[] | SymbolInformation[] {
  return client.symbols.hierarchical ? symbols.map((symbol) => toTree(symbol, places, client)) : symbols.flatMap((symbol) => toFlat(symbol, null, uri, places, client));
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
  { name: symbol.name, kind: symbolKind(symbol.kind, client.symbols.kinds), location: { uri, range: places.range(symbol.span) }, ...(container !== null && { containerName: container }) },
  ...symbol.children.flatMap((child) => toFlat(child, symbol.name, uri, places, client)),
];

/** Longer ranges first where the client takes only so many, since they are the outer ones. */
export function toFoldingRanges(ranges: readonly FoldingRange[], { folding }: Client): ProtocolFolding[] {
  const kept = ranges.length <= folding.limit ? ranges : ranges.toSorted((a, b) => b.endLine - b.startLine - (a.endLine - a.startLine)).slice(0, folding.limit);
  return kept.map(({ startLine, endLine, kind }) => ({ startLine, endLine, ...(kind && (folding.kinds === null || folding.kinds.has(kind)) && { kind }) }));
}

export const toEdits = (edits: readonly TextEdit[], places: Places): ProtocolEdit[] => edits.map(({ span, newText }) => ({ range: places.range(span), newText }));

/** Edits of one document, and what the officer is asked before they are made. */
export interface PlacedEdits {
  readonly in: Whereabouts;
  readonly edits: readonly TextEdit[];
  readonly question?: string | null;
}

/** An edit that makes a file which is not there yet. It is refused where the file has come in the meantime. */
export const toNewFile = (uri: string, content: string): WorkspaceEdit => ({
  documentChanges: [
    { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
    { textDocument: { uri, version: null }, edits: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: content }] },
  ],
});

/** Edits of several documents; with the versions that they are meant for where the client minds them, so that a stale one is refused. */
export function toWorkspaceEdit(edits: readonly PlacedEdits[], client: Client): WorkspaceEdit {
  if (!client.versionedEdits) return { changes: Object.fromEntries(edits.map(({ in: { uri, places }, edits: own }) => [uri, toEdits(own, places)])) };
  const questions = client.annotatedEdits ? edits.flatMap(({ question }) => question ?? []) : [];
  const annotated = (own: readonly TextEdit[], places: Places, question: string | null | undefined) =>
    toEdits(own, places).map((edit) => (question && client.annotatedEdits ? { ...edit, annotationId: question } : edit));
  return {
    documentChanges: edits.map(({ in: { uri, version, places }, edits: own, question }) => ({ textDocument: { uri, version }, edits: annotated(own, places, question) })),
    ...(questions.length > 0 && { changeAnnotations: Object.fromEntries(questions.map((question) => [question, { label: question, needsConfirmation: true }])) }),
  };
}
