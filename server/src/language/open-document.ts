import type { Configuration } from './configuration/configuration.ts';
import { compareItems } from './model/compare-items.ts';
import { neverCancelled, slices, type Host } from './host.ts';
import { buildModel, buildModelInSlices, updateModel } from './model/build-model.ts';
import type { DocumentModel } from './model/document.ts';
import { factReadings } from './response/facts-of.ts';
import { carryOver, nothingFoundYet, type FoundSoFar } from './rules/checking/found-so-far.ts';
import { layoutOf, textBetween } from './syntax/layout.ts';
import type { SlicedParser } from './syntax/parser.ts';
import type { Parser, Syntax } from './syntax/syntax.ts';
import type { DocumentAddress } from './text/document-address.ts';
import { span, type TextEdit } from './text/span.ts';

/** A document that the editor holds: its edits come in at once and are worked off when somebody asks. */
export interface OpenDocument {
  readonly address: DocumentAddress;
  version: number;
  /** Null until somebody asks for the first time. */
  syntax: Syntax | null;
  model: DocumentModel | null;
  /** The configuration that the model was made with. */
  configuration: Configuration | null;
  /** Text not yet parsed at all. */
  unparsed: string | null;
  /** Edits not yet worked off, each speaking of the text that the one before it left. */
  waiting: TextEdit[];
  foundSoFar: FoundSoFar;
  cursor: number | null;
  /** Another number each time that something changed which other documents may refer to. */
  factsRevision: number;
  /** The first reading, while it is under way. */
  reading: Promise<void> | null;
}

export const openDocument = (address: DocumentAddress, version: number, text: string): OpenDocument => ({
  address,
  version,
  syntax: null,
  model: null,
  configuration: null,
  unparsed: text,
  waiting: [],
  foundSoFar: nothingFoundYet(),
  cursor: null,
  factsRevision: 0,
  reading: null,
});

/**
 * Reads a document for the first time, a slice at a time, so that a long one keeps nobody waiting: edits and questions about other
 * documents come in between. Whoever asks meanwhile waits for the same reading. After it {@link settle} has little left to do.
 * The configuration is needed only once the text is parsed, and so may be looked for meanwhile.
 */
export function readFirst(document: OpenDocument, parser: SlicedParser, configuration: Promise<Configuration>, host: Host): Promise<void> {
  if (document.unparsed === null) return Promise.resolve();
  return (document.reading ??= read(document, document.unparsed, parser, configuration, slices(host, neverCancelled)));
}

async function read(
  document: OpenDocument,
  text: string,
  parser: SlicedParser,
  searched: Promise<Configuration>,
  checkpoint: () => Promise<void> | undefined,
): Promise<void> {
  const syntax = await throughSlices(parser.parseSlices(text), checkpoint);
  const configuration = await searched;
  const model = await throughSlices(buildModelInSlices(document.address, document.version, syntax, configuration), checkpoint);
  if (document.unparsed === null) return; // somebody could not wait
  Object.assign(document, {
    syntax,
    model,
    configuration,
    unparsed: null,
    foundSoFar: nothingFoundYet(),
    factsRevision: document.factsRevision + 1,
  });
}

/** Works through steps, letting others in between. */
export async function throughSlices<T>(steps: Generator<unknown, T>, checkpoint: () => Promise<void> | undefined): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    const pause = checkpoint();
    if (pause) await pause;
  }
}

/** The model of the newest version. A burst of typing that nobody asked about in between is worked off as one edit. */
export function settle(document: OpenDocument, parser: Parser, configuration: Configuration): DocumentModel {
  if (document.unparsed !== null || !document.syntax) {
    document.syntax = parser.parse(document.unparsed ?? '');
    document.unparsed = null;
    document.model = null;
  }
  if (!document.model || document.configuration !== configuration) {
    for (const edit of joined(document.waiting, document.syntax)) document.syntax = parser.reparse(document.syntax, edit).syntax;
    document.waiting = [];
    document.model = buildModel(document.address, document.version, document.syntax, configuration);
    document.configuration = configuration;
    document.foundSoFar = nothingFoundYet();
    document.factsRevision++;
    return document.model;
  }
  let model: DocumentModel = document.model;
  let syntax: Syntax = document.syntax;
  const edits = joined(document.waiting, syntax);
  document.waiting = [];
  for (const edit of edits) {
    const { syntax: next, changes } = parser.reparse(syntax, edit);
    const update = updateModel(model, document.version, next, changes, configuration);
    const { from, removed, inserted } = update.change;
    const change = compareItems(model.blocks.slice(from, from + removed), update.model.blocks.slice(from, from + inserted));
    carryOver(document.foundSoFar, model, update.model, update.change, change);
    if (update.model.frontMatter !== model.frontMatter || factReadings.some((reading) => change.concerns(reading)))
      document.factsRevision++;
    syntax = next;
    model = update.model;
  }
  if (model.version !== document.version) model = { ...model, version: document.version };
  document.syntax = syntax;
  document.model = model;
  return model;
}

/** Longest unchanged stretch between two edits that is parsed again with them, so that both can be worked off as one. */
const widestGap = 500;

/** Edits in turn, with neighbours joined into one. */
export function joined(edits: readonly TextEdit[], syntax: Syntax): readonly TextEdit[] {
  if (edits.length < 2) return edits;
  const result: TextEdit[] = [];
  let current = edits[0]!;
  for (const next of edits.slice(1)) {
    // Only the first joined edit speaks of the text that the syntax has; a later one could not fill a gap from it.
    const whole = joinTwo(current, next, result.length === 0 ? syntax : null);
    if (whole) current = whole;
    else {
      result.push(current);
      current = next;
    }
  }
  return [...result, current];
}

/** One edit that does what two do in turn; null where they are too far apart. `syntax` is of the text before the first. */
function joinTwo(first: TextEdit, second: TextEdit, syntax: Syntax | null): TextEdit | null {
  const { start } = first.span;
  const end = start + first.newText.length; // of the first one's new text, as the second one sees it
  const grown = first.newText.length - (first.span.end - first.span.start);
  const gapBefore = Math.max(0, start - second.span.end);
  const gapAfter = Math.max(0, second.span.start - end);
  if (gapBefore + gapAfter > (syntax ? widestGap : 0)) return null;
  const before = span(Math.min(start, second.span.start), start);
  const after = span(first.span.end, Math.max(first.span.end, second.span.end - grown));
  if (!syntax && (before.start < before.end || after.start < after.end)) return null;
  const layout = syntax && layoutOf(syntax);
  const middle = (layout ? textBetween(layout, before) : '') + first.newText + (layout ? textBetween(layout, after) : '');
  const from = second.span.start - before.start;
  return {
    span: span(before.start, after.end),
    newText: middle.slice(0, from) + second.newText + middle.slice(from + second.span.end - second.span.start),
  };
}
