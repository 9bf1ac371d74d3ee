/** A piece of the text in Markdown; pieces are parted by a blank line unless `tight`. */
export interface Piece {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'table';
  readonly text: string;
  /** Stands right under the piece before it, as items of one list do. */
  readonly tight?: boolean;
  /** Of a list item: the items that it stands in, itself last. */
  readonly open?: readonly OpenItem[];
}

export interface OpenItem {
  readonly depth: number;
  readonly marker: string;
  /** Column that its text starts in. */
  readonly content: number;
}

export function joinPieces(pieces: readonly Piece[]): string {
  let text = '';
  pieces.forEach((piece, index) => {
    if (index > 0) text += piece.tight ? '\n' : '\n\n';
    text += piece.text;
  });
  return text === '' ? '' : `${text}\n`;
}

export const heading = (level: number, text: string): Piece => ({
  kind: 'heading',
  text: `${'#'.repeat(level)} ${escapeInline(text).replace(/(#+)$/, '\\$1')}`,
});

/** Lines of a paragraph; `lineBreaks` keeps each line a line when the text is printed. */
export function paragraph(lines: readonly string[], lineBreaks: 'none' | 'all' | 'fields' = 'none', tight = false): Piece {
  const escaped = lines.map((line, index) => escapeLine(line.trim(), index));
  const text = escaped
    .map((line, index) => {
      if (index === escaped.length - 1) return line;
      const breaks = lineBreaks === 'all' || (lineBreaks === 'fields' && isFieldLine(lines[index + 1]!));
      return breaks ? `${line}  ` : line;
    })
    .join('\n');
  return { kind: 'paragraph', text, ...(tight ? { tight: true } : {}) };
}

/** "Email: someone@…": a short label and its value. */
const isFieldLine = (line: string): boolean => /^\p{Lu}[\p{L} /'’-]{1,30}:(?:\s|$)/u.test(line.trim());

export function item(depth: number, lines: readonly string[], tight: boolean): Piece {
  const indent = '  '.repeat(depth);
  const [first, ...more] = lines.map((line, index) => escapeLine(line.trim(), index));
  return { kind: 'item', text: [`${indent}- ${first}`, ...more.map((line) => `${indent}  ${line}`)].join('\n'), tight };
}

/** A table whose paper has no header row gets an empty one, because Markdown wants one; no words are made up for it. */
export function table(rows: readonly (readonly string[])[], hasHeader: boolean): Piece {
  const width = rows[0]?.length ?? 0;
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => escapeInline(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  const [header, body] = hasHeader ? [rows[0]!, rows.slice(1)] : [Array<string>(width).fill(''), rows];
  return { kind: 'table', text: [line(header), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n') };
}

/** What would begin a Markdown block where the paper has only text; numbers of paragraphs are left, since they are read as such. */
const escapeLine = (line: string, index: number): string => escapeStart(escapeInline(line), index);

function escapeStart(line: string, index: number): string {
  let text = line;
  if (/^(?:#{1,6}(?:\s|$)|>|[-*+](?:\s|$)|```|~~~|\[[^\]\n]*\]:)/.test(text)) text = `\\${text}`;
  // A line of = or - under text would make a heading of it.
  else if (index > 0 && /^(?:=+|-+)$/.test(text)) text = `\\${text}`;
  return text;
}

/** A `<` that would start HTML. Addresses in angle brackets stay links. */
const escapeInline = (text: string): string =>
  text.replace(/(?<!\\)<(?=[A-Za-z/!?])(?!(?:https?|mailto):[^\s<>]*>|[^\s<>@]{1,64}@[^\s<>]{1,255}>)/g, '\\<');

/** Pieces whose text is Markdown already, as the readers of formatted papers make it. */
export const markdownHeading = (level: number, text: string): Piece => ({
  kind: 'heading',
  text: `${'#'.repeat(level)} ${text.replace(/(#+)$/, '\\$1')}`,
});

/** Each line of it was a line of the paper and stays one. */
export const markdownParagraph = (lines: readonly string[], quoted = false): Piece => ({
  kind: 'paragraph',
  text: lines.map((line, index) => `${quoted ? '> ' : ''}${escapeStart(line, index)}`).join('  \n'),
});

/** A list item with its marker, indented to stand in the item that it belongs to; `open` holds the items that it stands in, itself last. */
export function markdownItem(marker: string, lines: readonly string[], indent: number, tight: boolean, open: readonly OpenItem[]): Piece {
  const first = ' '.repeat(indent);
  const more = ' '.repeat(indent + marker.length + 1);
  return {
    kind: 'item',
    text: lines.map((line, index) => `${index === 0 ? `${first}${marker} ` : more}${escapeStart(line, index)}`).join('  \n'),
    tight,
    open,
  };
}

export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): Piece {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return { kind: 'table', text: [line(header), `|${' --- |'.repeat(header.length)}`, ...rows.map(line)].join('\n') };
}
