import { span, type TextEdit } from '../../../language/text/span.ts';

/** A value that the row at an offset has no column for. */
export interface Homeless {
  /** Offset in the text, anywhere in the row. */
  readonly at: number;
  readonly heading: string;
  /** As it is written in a cell. */
  readonly value: string;
}

/**
 * New columns at the right of the tables that the values belong to, empty where no value is for a row. Tables as the source has them: a run
 * of lines with bars.
 */
export function addColumns(text: string, values: readonly Homeless[]): readonly TextEdit[] {
  const tables = new Map<number, { readonly lines: readonly number[]; readonly headings: string[]; readonly cells: Map<string, string> }>();
  for (const { at, heading, value } of values) {
    const lines = tableAround(text, at);
    const table = tables.get(lines[0]!) ?? { lines, headings: [], cells: new Map<string, string>() };
    tables.set(lines[0]!, table);
    if (!table.headings.includes(heading)) table.headings.push(heading);
    table.cells.set(`${lineStart(text, at)} ${heading}`, value);
  }
  return [...tables.values()].flatMap(({ lines, headings, cells }) =>
    lines.map((start, index): TextEdit => {
      const end = start + text.slice(start, lineEnd(text, start)).trimEnd().length;
      const added = headings.map((heading) => (index === 0 ? heading : index === 1 ? '---' : (cells.get(`${start} ${heading}`) ?? '')));
      const closed = text[end - 1] === '|' && text[end - 2] !== '\\';
      return {
        span: span(end, end),
        newText: `${closed ? '' : ' |'}${added.map((cell) => (cell === '' ? '  |' : ` ${cell} |`)).join('')}`,
      };
    }),
  );
}

const lineStart = (text: string, at: number): number => Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;

function lineEnd(text: string, at: number): number {
  const length = text.slice(at).search(/[\r\n]/);
  return length < 0 ? text.length : at + length;
}

/** Starts of the lines of the table that a place is in. */
function tableAround(text: string, at: number): readonly number[] {
  const starts = [lineStart(text, at)];
  const isRow = (start: number) => text.slice(start, lineEnd(text, start)).includes('|');
  while (starts[0]! > 0) {
    const before = lineStart(text, Math.max(0, starts[0]! - (text.startsWith('\r\n', starts[0]! - 2) ? 2 : 1)));
    if (before >= starts[0]! || !isRow(before)) break;
    starts.unshift(before);
  }
  for (;;) {
    const end = lineEnd(text, starts.at(-1)!);
    const next = end + (text.startsWith('\r\n', end) ? 2 : 1);
    if (next >= text.length || !isRow(next)) return starts;
    starts.push(next);
  }
}
