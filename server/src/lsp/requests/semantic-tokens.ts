import type { Connection, SemanticTokens, SemanticTokensDelta, SemanticTokensOptions } from 'vscode-languageserver';
import { semanticTokens, type Token, type TokenKind } from '../../language/features/reading-aids/semantic-tokens.ts';
import type { DocumentAddress } from '../../language/text/document-address.ts';
import type { SemanticTokensClient } from '../connection/client.ts';
import { fenced } from '../connection/fence.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import type { WithSnapshot } from '../documents/with-snapshot.ts';
import type { Places } from '../to-protocol/positions.ts';

/** Names of each kind of token, the best first: ours, which the extension for VS Code explains, then those that every editor knows. */
const typeNames: Readonly<Record<TokenKind, readonly string[]>> = {
  label: ['label', 'variable'],
  status: ['status', 'enumMember'],
  overdue: ['overdue', 'number'],
  section: ['section', 'namespace'],
  placeholder: ['placeholder', 'parameter'],
};
const kinds = Object.keys(typeNames) as readonly TokenKind[];
const modifierNames: Readonly<Record<NonNullable<Token['modifier']>, string>> = {
  definition: 'definition',
  'not-started': 'notStarted',
  'off-track': 'offTrack',
  'at-risk': 'atRisk',
  'on-track': 'onTrack',
  complete: 'complete',
  other: 'other',
};

/** The names that this client knows, and the number of each kind among them; a kind that it has no name for is left out. */
function legendOf({ types, modifiers }: SemanticTokensClient) {
  const named = kinds.flatMap((kind) => {
    const name = typeNames[kind].find((one) => types.has(one));
    return name === undefined ? [] : [{ kind, name }];
  });
  const known = (Object.entries(modifierNames) as readonly [NonNullable<Token['modifier']>, string][]).filter(([, name]) =>
    modifiers.has(name),
  );
  return {
    tokenTypes: named.map(({ name }) => name),
    tokenModifiers: known.map(([, name]) => name),
    type: new Map(named.map(({ kind }, index) => [kind, index])),
    modifier: new Map(known.map(([modifier], index) => [modifier, 1 << index])),
  };
}

type Legend = ReturnType<typeof legendOf>;

export function semanticTokensOptions(client: SemanticTokensClient): SemanticTokensOptions {
  const { tokenTypes, tokenModifiers } = legendOf(client);
  return {
    legend: { tokenTypes, tokenModifiers },
    ...(client.full && { full: client.delta ? { delta: true } : true }),
    ...(client.range && { range: true }),
  };
}

/** Semantic tokens, whole, as what has changed, and of a range. */
export function answerSemanticTokens(
  connection: Connection,
  { client: { semanticTokens: client }, texts, host: { log } }: Surroundings,
  withSnapshot: WithSnapshot,
): void {
  if (!client) return;
  const legend = legendOf(client);
  const last = new Map<DocumentAddress, { readonly id: string; readonly data: readonly number[] }>();
  let count = 0;
  texts.onClosed(({ uri }) => last.delete(uri));
  const encoded = (tokens: readonly Token[], places: Places) => encode(tokens, legend, places);
  const remember = (address: DocumentAddress, data: number[]): SemanticTokens => {
    const id = String(++count);
    last.set(address, { id, data });
    return { resultId: id, data };
  };
  const empty = (): SemanticTokens => ({ data: [] });

  connection.languages.semanticTokens.on(
    fenced('textDocument/semanticTokens/full', log, empty(), ({ textDocument }, token) =>
      withSnapshot(textDocument.uri, 'linked', token, empty(), (snapshot, places, text) =>
        remember(text.uri, encoded(semanticTokens(snapshot), places)),
      ),
    ),
  );
  connection.languages.semanticTokens.onDelta(
    fenced('textDocument/semanticTokens/full/delta', log, empty(), ({ textDocument, previousResultId }, token) =>
      withSnapshot<SemanticTokens | SemanticTokensDelta>(textDocument.uri, 'linked', token, empty(), (snapshot, places, text) => {
        const before = last.get(text.uri);
        const now = remember(text.uri, encoded(semanticTokens(snapshot), places));
        return before?.id === previousResultId ? { resultId: now.resultId!, edits: difference(before.data, now.data) } : now;
      }),
    ),
  );
  connection.languages.semanticTokens.onRange(
    fenced('textDocument/semanticTokens/range', log, empty(), ({ textDocument, range }, token) =>
      withSnapshot(textDocument.uri, 'linked', token, empty(), (snapshot, places) => ({
        data: encoded(semanticTokens(snapshot, places.span(range)), places),
      })),
    ),
  );
}

/** Five numbers for each token, places counted from the token before, columns as the client counts them. */
function encode(tokens: readonly Token[], { type, modifier }: Legend, places: Places): number[] {
  const data: number[] = [];
  let line = 0;
  let column = 0;
  for (const token of tokens) {
    const number = type.get(token.kind);
    if (number === undefined) continue;
    const character = places.column(token.line, token.character);
    const length = places.column(token.line, token.character + token.length) - character;
    data.push(
      token.line - line,
      token.line === line ? character - column : character,
      length,
      number,
      token.modifier === null ? 0 : (modifier.get(token.modifier) ?? 0),
    );
    line = token.line;
    column = character;
  }
  return data;
}

/** The one stretch in which two rows of numbers differ. */
function difference(before: readonly number[], now: readonly number[]): SemanticTokensDelta['edits'] {
  const most = Math.min(before.length, now.length);
  let start = 0;
  while (start < most && before[start] === now[start]) start++;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  if (start + tail === before.length && before.length === now.length) return [];
  return [{ start, deleteCount: before.length - tail - start, data: now.slice(start, now.length - tail) }];
}
