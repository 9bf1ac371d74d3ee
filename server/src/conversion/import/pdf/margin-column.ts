import { isHeadOfActions, readActor } from '../body/minute-actions.ts';
import { linesOf, type Glyphs, type Line } from './page.ts';

export interface WithoutMargin {
  /** The lines of each page, each with what stands in the column beside it. */
  readonly pages: readonly (readonly Line[])[];
  /** The heads of the column, which the actions say by being actions. */
  readonly heads: readonly Line[];
}

/** A column at the margin begins right of this part of the page. */
const leftmost = 0.6;
/** How far left of its head a note may begin: notes may stand in the middle of their column. */
const reach = 30;
/** How much of the text may reach into the column: where more does, it is none. */
const mostAcross = 0.1;

/**
 * Minutes name who is to act in a narrow column at the right margin, “Action” at its head, beside the paragraphs: each note is taken out of
 * its line and kept with it. Pages without such a head, or where text goes across the column, stay as they are.
 */
export function withoutMargin(pages: readonly (readonly Line[])[], widths: readonly number[]): WithoutMargin {
  const heads: Line[] = [];
  let column: number | null = null;
  const read = pages.map((lines, index): readonly Line[] => {
    const at = lines.findIndex((line) => headOf(line, widths[index]!) !== null);
    const head = at < 0 ? null : headOf(lines[at]!, widths[index]!)!;
    const x: number | null = head === null ? column : head.glyphs[0]!.x;
    if (x === null) return lines;
    const below = lines.slice(at + 1).map((line) => parted(line, x));
    const notes = below.filter(({ note }) => note !== null).length;
    const across = below.filter(({ body }) => body !== null && body.right > x + 2).length;
    if (notes === 0 || across > below.length * mostAcross) return lines;
    column = x;
    if (head) heads.push(head.line);
    const before = head ? [...lines.slice(0, at), ...(head.rest ? [head.rest] : [])] : lines.slice(0, at + 1);
    return [...before, ...withNotes(below)];
  });
  return { pages: read, heads };
}

/** The head of the column, where a line ends with it. */
function headOf(line: Line, width: number): { readonly glyphs: readonly Glyphs[]; readonly line: Line; readonly rest: Line | null } | null {
  const last = line.segments.at(-1)!;
  if (last.x < width * leftmost || !isHeadOfActions(last.text)) return null;
  const rest = line.segments.slice(0, -1).flatMap(({ glyphs }) => glyphs);
  return { glyphs: last.glyphs, line: linesOf(last.glyphs, line.page)[0]!, rest: rest.length === 0 ? null : linesOf(rest, line.page)[0]! };
}

interface Parted {
  readonly body: Line | null;
  readonly note: string | null;
  readonly y: number;
}

/** A line and the note at its end that begins in the column and says who acts or by when. */
function parted(line: Line, x: number): Parted {
  const glyphs = line.segments.flatMap((segment) => segment.glyphs);
  const start = glyphs.findIndex(
    (one, index) => one.x > x - reach && (index === 0 || one.x - (glyphs[index - 1]!.x + glyphs[index - 1]!.width) > one.size * 0.35),
  );
  const own = start < 0 ? [] : glyphs.slice(start);
  const note = own.length === 0 ? null : linesOf(own, line.page)[0]!.text;
  if (note === null || readActor(note) === null) return { body: line, note: null, y: line.y };
  return { body: start === 0 ? null : linesOf(glyphs.slice(0, start), line.page)[0]!, note, y: line.y };
}

/** Lines with their notes; a note on a line of its own belongs to the text above it. */
function withNotes(parts: readonly Parted[]): readonly Line[] {
  const lines: Line[] = [];
  let waiting: string[] = [];
  for (const { body, note } of parts) {
    if (body) {
      const beside = [...waiting, ...(note === null ? [] : [note])];
      lines.push(beside.length === 0 ? body : { ...body, beside });
      waiting = [];
      continue;
    }
    const above = lines.at(-1);
    if (above) lines[lines.length - 1] = { ...above, beside: [...(above.beside ?? []), note!] };
    else waiting.push(note!);
  }
  return lines;
}
