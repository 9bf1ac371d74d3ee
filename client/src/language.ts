import type { DocumentType } from '../../server/src/language/model/vocabulary.ts';

/** Id of the one language that serves every kind of document. */
export const languageId = 'inspection-response';

/** Kinds of document in the order in which a response is written, each with the tail of its file name. */
export const documentTypes: readonly { readonly type: DocumentType; readonly suffix: string }[] = [
  { type: 'committee-report', suffix: '.report.md' },
  { type: 'action-plan', suffix: '.plan.md' },
  { type: 'inspection-letter', suffix: '.letter.md' },
  { type: 'minutes', suffix: '.minutes.md' },
  { type: 'agenda', suffix: '.agenda.md' },
];

/** Lines after which a front matter that has not ended is taken for none. */
const longestFrontMatter = 200;

/**
 * The kind that a text's front matter names, or null. Reads no further than the front matter, so that looking at any Markdown file is
 * cheap. `line` gives a line without its ending. Never throws.
 */
export function typeInFrontMatter(line: (number: number) => string, lineCount: number): DocumentType | null {
  if (
    lineCount === 0 ||
    line(0)
      .replace(/^\uFEFF/, '')
      .trimEnd() !== '---'
  )
    return null;
  let found: DocumentType | null = null;
  for (let number = 1; number < Math.min(lineCount, longestFrontMatter); number += 1) {
    const text = line(number).trimEnd();
    if (text === '---' || text === '...') return found;
    if (text.startsWith('type:')) found = namedType(text.slice('type:'.length));
  }
  return null;
}

function namedType(value: string): DocumentType | null {
  const word = value
    .replace(/\s#.*$/, '')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .toLowerCase();
  return documentTypes.find(({ type }) => type === word)?.type ?? null;
}
