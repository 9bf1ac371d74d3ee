import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import type { TextEdit } from '../../language/text/span.ts';

/**
 * The text of an open document while it is typed in. What is typed goes into a few lines around the cursor, which are a small text of their
 * own, and from there into the long one only when the typing moves elsewhere or somebody asks for the whole: a long text made anew at each
 * key is copied at each key. Never throws; positions past the end are the end, as {@link TextDocument} has it.
 */
export interface EditedText {
  readonly languageId: string;
  readonly version: number;
  /** In UTF-16 code units. */
  readonly length: number;
  offsetAt(position: Position): number;
  /** A line with its ending; empty past the last line. */
  line(line: number): string;
  /** Makes one change; what it was in offsets of the text before it. */
  change(range: Range, newText: string, version: number): TextEdit;
  /** Puts another text in place of this one. */
  replace(newText: string, version: number): void;
  /** All of it. The work grows with the document where something was typed since it was last asked for. */
  whole(): TextDocument;
}

/** Lines on each side of a change that are taken into the small text. */
const margin = 50;
/** A small text that has grown beyond this is none any more, in UTF-16 code units. */
const mostTyped = 50_000;

/** The lines that are being typed in: they stand in place of the lines `from` to `to` (without it) of the long text. */
interface Typed {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly text: TextDocument;
}

export function editedText(uri: string, languageId: string, firstVersion: number, content: string): EditedText {
  let long = TextDocument.create(uri, languageId, firstVersion, content);
  let version = firstVersion;
  let typed: Typed | null = null;

  const settle = (): void => {
    if (!typed) return;
    const { from, to, text } = typed;
    typed = null;
    TextDocument.update(
      long,
      [{ range: { start: { line: from, character: 0 }, end: { line: to, character: 0 } }, text: text.getText() }],
      version,
    );
  };
  const typedLines = ({ text, to }: Typed): number => text.lineCount - (to < long.lineCount ? 1 : 0);

  /** Takes the lines around a range out of the long text, up to lines that are surely lines whatever is typed before or after them. */
  const takeOut = ({ start, end }: Range): Typed => {
    const all = long.getText();
    const lineStart = (line: number): number => (line >= long.lineCount ? all.length : long.offsetAt({ line, character: 0 }));
    const isSure = (offset: number): boolean => all.charCodeAt(offset - 1) === lineFeed;
    let from = Math.max(0, Math.min(start.line, end.line, long.lineCount - 1) - margin);
    while (from > 0 && !isSure(lineStart(from))) from--;
    let to = Math.min(long.lineCount, Math.max(start.line, end.line) + margin);
    while (to < long.lineCount && !isSure(lineStart(to))) to++;
    const [a, b] = [lineStart(from), lineStart(to)];
    return { from, to, start: a, end: b, text: TextDocument.create(uri, languageId, version, all.slice(a, b)) };
  };
  const holds = (one: Typed, { start, end }: Range): boolean => {
    const last = one.from + typedLines(one);
    const whole = one.to >= long.lineCount;
    return [start, end].every(({ line }) => line >= one.from && (line < last || whole));
  };
  const within = (one: Typed, { line, character }: Position): Position => ({ line: line - one.from, character });
  /** A place that there is: the library loses count of lines where a change is past the last. */
  const placeWithin = (one: Typed, position: Position): Position => one.text.positionAt(one.text.offsetAt(within(one, position)));
  const after = (one: Typed, line: number): number => line - typedLines(one) - one.from + one.to;

  const offsetAt = (position: Position): number => {
    if (!typed || position.line < typed.from) return long.offsetAt(position);
    if (position.line < typed.from + typedLines(typed) || typed.to >= long.lineCount)
      return typed.start + typed.text.offsetAt(within(typed, position));
    return long.offsetAt({ line: after(typed, position.line), character: position.character }) + grown();
  };
  const grown = (): number => (typed ? typed.text.getText().length - (typed.end - typed.start) : 0);

  return {
    languageId,
    get version() {
      return version;
    },
    get length() {
      return long.getText().length + grown();
    },
    offsetAt,
    line(line) {
      const lineOf = (text: TextDocument, number: number): string =>
        text.getText({ start: { line: number, character: 0 }, end: { line: number + 1, character: 0 } });
      if (!typed || line < typed.from) return lineOf(long, line);
      if (line < typed.from + typedLines(typed) || typed.to >= long.lineCount) return lineOf(typed.text, line - typed.from);
      return lineOf(long, after(typed, line));
    },
    change(range, newText, nextVersion) {
      const [a, b] = [offsetAt(range.start), offsetAt(range.end)];
      version = nextVersion;
      if (typed && !holds(typed, range)) settle();
      typed ??= takeOut(range);
      TextDocument.update(
        typed.text,
        [{ range: { start: placeWithin(typed, range.start), end: placeWithin(typed, range.end) }, text: newText }],
        version,
      );
      // What follows must begin a line, as it did.
      const content = typed.text.getText();
      if (content.length > mostTyped || (typed.to < long.lineCount && content.charCodeAt(content.length - 1) !== lineFeed)) settle();
      return { span: { start: Math.min(a, b), end: Math.max(a, b) }, newText };
    },
    replace(newText, nextVersion) {
      version = nextVersion;
      typed = null;
      long = TextDocument.create(uri, languageId, version, newText);
    },
    whole() {
      settle();
      return long;
    },
  };
}

const lineFeed = 10;
