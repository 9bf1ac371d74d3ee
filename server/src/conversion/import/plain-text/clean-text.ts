/**
 * Text as it comes out of a PDF reader or off a web page, with its characters put right: one kind of line end, plain spaces, no
 * soft hyphens, no control characters, no web page tags. No word is changed.
 */
export interface CleanText {
  /** Lines without trailing spaces. A page break stands as the line {@link pageBreak}. */
  readonly lines: readonly string[];
}

/** A line that stands for a page break: a form feed cannot stand in cleaned text for any other reason. */
export const pageBreak = '\f';

/** Tags that only lay out: the tag goes, its text stays. */
const layoutTags = new Set([
  'p',
  'div',
  'span',
  'br',
  'font',
  'center',
  'u',
  'small',
  'big',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'body',
  'html',
]);
/** Of those, the ones that end a line. */
const lineTags = new Set(['p', 'div', 'br', 'section', 'article', 'main', 'header', 'footer', 'body', 'html', 'center']);

export function cleanText(text: string): CleanText {
  const characters = text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\f/g, `\n${pageBreak}\n`)
    // Spaces of other widths and the no-break space of web pages, as character or as entity.
    .replace(/&nbsp;|&#160;|&#x[aA]0;|[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replace(/\v/g, '\n')
    // Marks that nobody sees: soft hyphens, zero-width characters, direction marks, control characters.
    // oxlint-disable-next-line no-control-regex
    .replace(/&shy;|[\u00AD\u200B\u2060\uFEFF\u200E\u200F\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g, '');
  const lines = characters.split('\n').flatMap(withoutTags).map(foldSpaces);
  return { lines };
}

/** Tags that only lay out are dropped; inside a row of a table they end no line. */
function withoutTags(line: string): readonly string[] {
  if (!line.includes('<')) return [line];
  const isRow = line.trim().replace(/\t+$/, '').includes('\t');
  let result = '';
  let at = 0;
  while (at < line.length) {
    const open = line.indexOf('<', at);
    if (open < 0) break;
    const tag = /^<\/?([A-Za-z][A-Za-z0-9]{0,9})(?:\s[^<>]{0,500})?\s?\/?>/.exec(line.slice(open, open + 520));
    const name = tag?.[1]?.toLowerCase() ?? '';
    if (tag && layoutTags.has(name)) {
      result += line.slice(at, open) + (!lineTags.has(name) ? '' : isRow ? ' ' : '\n');
      at = open + tag[0].length;
    } else {
      result += line.slice(at, open + 1);
      at = open + 1;
    }
  }
  result += line.slice(at);
  // Tags at the edges leave empty lines that the page did not have.
  return result === line ? [line] : result.split('\n').filter((part, _, parts) => part.trim() !== '' || parts.length === 1);
}

/** Runs of spaces become one, except at the start; tabs stay, because they part the cells of a row. */
function foldSpaces(line: string): string {
  if (line === pageBreak) return line;
  return line.replace(/(\S) {2,}/g, '$1 ').replace(/[ \n]+$/, '');
}
