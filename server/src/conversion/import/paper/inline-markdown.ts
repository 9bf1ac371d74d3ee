/** A stretch of text with one look. A line feed inside it is a line break. */
export interface Run {
  readonly text: string;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  /** Struck through: an old date beside a new one, an action that was withdrawn. */
  readonly struck?: boolean;
  /** Address that the words link to. */
  readonly link?: string;
}

/**
 * A paragraph's lines as plain text and, line by line, in Markdown. What is struck through is none of the plain text, unless all of the
 * line is.
 */
export interface InlineText {
  readonly lines: readonly string[];
  readonly markdown: readonly string[];
}

const invisible = /[\u00AD\u200B\u2060\uFEFF\u200E\u200F\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/gu; // oxlint-disable-line no-control-regex
const wideSpaces = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\r]/g;

/** Text as it may stand in a document: plain spaces, no marks that nobody sees. */
export const cleanWords = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\u0085\u2028\u2029]/g, '\n')
    .replace(wideSpaces, ' ')
    .replace(invisible, '');

/** Runs of one paragraph as lines. `keepTabs` is for a paragraph whose tabs part labels from values. */
export function inlineText(runs: readonly Run[], { strong = true }: { readonly strong?: boolean } = {}): InlineText {
  const merged = mergeRuns(
    runs.map((run) => ({ ...run, text: cleanWords(run.text).replace(/\t/g, ' ') })).filter(({ text }) => text !== ''),
    strong,
  );
  const lines: Run[][] = [[]];
  for (const run of merged) {
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)!.push({ ...run, text });
    });
  }
  const kept = lines.map((line) => ({ line: plainLine(line), runs: line })).filter(({ line }) => line !== '');
  return { lines: kept.map(({ line }) => line), markdown: kept.map((one) => fold(markdownOfLine(one.runs))) };
}

function plainLine(runs: readonly Run[]): string {
  const said = (kept: readonly Run[]): string => fold(kept.map(({ text }) => text).join(''));
  return said(runs.filter(({ struck }) => !struck)) || said(runs);
}

/** A line of Markdown that the functions here made, as plain text. */
export function plainOfMarkdown(markdown: string): string {
  const words = (line: string): string => fold(line.replace(/~~|\*\*|\\(?=[!-/:-@[-`{-~])/g, ''));
  return words(markdown.replace(struck, '')) || words(markdown);
}

const struck = /(?<!\\)~~(.+?)~~/gs;

/** What is struck through in a line of Markdown, with its marks. */
export const struckInMarkdown = (markdown: string): readonly string[] => Array.from(markdown.matchAll(struck), ([whole]) => whole);

const fold = (line: string): string => line.replace(/ {2,}/g, ' ').trim();

/** Runs beside each other with the same look as one; emphasis never begins or ends with a space, which Markdown would not read. */
function mergeRuns(runs: readonly Run[], keepStrong: boolean): readonly Run[] {
  const merged: { text: string; strong: boolean; emphasis: boolean; struck: boolean; link: string | undefined }[] = [];
  for (const { text, strong = false, emphasis = false, struck = false, link } of runs) {
    const last = merged.at(-1);
    // A space between two bold words is bold too, whatever the program says.
    const isSpace = text.trim() === '';
    const look = { strong: keepStrong && strong && !isSpace, emphasis: emphasis && !isSpace, struck: struck && !isSpace, link };
    if (
      last &&
      ((last.strong === look.strong && last.emphasis === look.emphasis && last.struck === look.struck) || isSpace) &&
      last.link === link
    )
      last.text += text;
    else merged.push({ text, ...look });
  }
  return merged.map(({ link, ...run }) => (link === undefined ? run : { ...run, link }));
}

/** Runs of one line; those beside each other that are struck through are so together. */
function markdownOfLine(runs: readonly Run[]): string {
  return stretchesOf(runs, ({ struck }) => struck).reduce((text, stretch) => {
    const marked = markdownOfLinks(stretch);
    // Marks between a letter and a stop would be shown.
    if (/[^\s\p{L}\p{N}]~~$/u.test(text) && /^[\p{L}\p{N}]/u.test(marked)) return `${text} ${marked}`;
    const [, before, words, after] = /^(\s*)([^]*?)(\s*)$/.exec(marked)!;
    if (!stretch[0]!.struck || words === '') return text + marked;
    return `${text}${before === '' && /[\p{L}\p{N}]$/u.test(text) && /^[^\p{L}\p{N}]/u.test(words!) ? ' ' : before}~~${words}~~${after}`;
  }, '');
}

/** Runs that follow each other and have something in common. */
function stretchesOf(runs: readonly Run[], of: (run: Run) => unknown): readonly (readonly Run[])[] {
  const stretches: Run[][] = [];
  for (const run of runs) {
    const last = stretches.at(-1);
    if (last && of(last[0]!) === of(run)) last.push(run);
    else stretches.push([run]);
  }
  return stretches;
}

/** Runs that are all struck through, or none; those beside each other with one address are one link. */
function markdownOfLinks(runs: readonly Run[]): string {
  let text = '';
  for (let at = 0; at < runs.length;) {
    const { link } = runs[at]!;
    let end = at + 1;
    while (end < runs.length && runs[end]!.link === link) end++;
    const marked = runs
      .slice(at, end)
      .map((run, index) => markdownOf(run, runs[at + index - 1]?.text.at(-1) ?? ' ', runs[at + index + 1]?.text[0] ?? ' '))
      .join('');
    const [, before, words, after] = /^(\s*)([^]*?)(\s*)$/.exec(marked)!;
    text +=
      link === undefined || words === ''
        ? marked
        : `${before}${linkOf(
            words!,
            runs
              .slice(at, end)
              .map((run) => run.text)
              .join('')
              .trim(),
            link,
          )}${after}`;
    at = end;
  }
  return text;
}

/** A run, and the characters on both sides of it. */
function markdownOf({ text, strong, emphasis }: Run, left: string, right: string): string {
  const [, before, words, after] = /^(\s*)([^]*?)(\s*)$/.exec(text)!;
  if (words === '') return text;
  const mark = strong && emphasis ? '***' : strong ? '**' : emphasis ? '*' : '';
  // Emphasis that begins or ends with a stop inside a word, or holds nothing but stops, would show its stars.
  const isLetter = (character: string) => /[\p{L}\p{N}]/u.test(character);
  const opens = before !== '' || /\s/.test(left) || isLetter(words![0]!);
  const closes = after !== '' || /\s/.test(right) || isLetter(words!.at(-1)!);
  const marked = mark !== '' && isLetter(words!) && opens && closes ? `${mark}${escapeWords(words!)}${mark}` : escapeWords(words!);
  return `${before}${marked}${after}`;
}

function linkOf(marked: string, words: string, link: string): string {
  const address = link.trim();
  if (!/^(?:https?:|mailto:)/i.test(address)) return marked;
  // An address that is its own words is read as a link without marks.
  if (address === words || address === `mailto:${words}` || address.replace(/\/$/, '') === `http://${words}`.replace(/\/$/, ''))
    return words;
  return `[${marked}](${/[\s()<>]/.test(address) ? `<${address.replace(/[<>\s]/g, encodeURIComponent)}>` : address})`;
}

/** What Markdown would take for a mark where the paper has only text. */
export const escapeWords = (text: string): string =>
  text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/[*`]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/(?<=\S)~|~(?=~)/g, '\\~')
    .replace(/\](?=[(:[])/g, '\\]')
    .replace(/!(?=\[)/g, '\\!')
    .replace(/&(?=#?\w{1,31};)/g, '\\&')
    .replace(/<(?=[A-Za-z/!?])/g, '\\<');
