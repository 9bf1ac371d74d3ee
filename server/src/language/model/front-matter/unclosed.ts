import { noFrontMatter, type FrontMatter } from './front-matter.ts';
import { knownFields } from './known-fields.ts';

const keys: ReadonlySet<string> = new Set(knownFields.flatMap(({ key, aliases = [] }) => [key, ...aliases]));

/** Whether the first two blocks of a document are a line `---` and lines of a header, which nothing closes. */
export const isUnclosed = (first: string, second: string): boolean =>
  /^\uFEFF?---\s*$/.test(first) && keys.has(/^([a-z][a-z-]*):(?:\s|$)/.exec(second)?.[1] ?? '');

/** What is said of a header that is never closed; `first` is the text of the block that holds the line which opens it. */
export function neverClosed(first: string): FrontMatter {
  const start = first.indexOf('---');
  return {
    ...noFrontMatter,
    problems: [
      {
        message:
          'The front matter begins here and never ends, so nothing in it is read. Write --- on a line of its own under its last line.',
        span: { start, end: start + 3 },
      },
    ],
  };
}
