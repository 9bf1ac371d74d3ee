import type { TextBlock } from './blocks.ts';
import { plainOfMarkdown, struckInMarkdown } from './inline-markdown.ts';

/** What has become of the words of a paper that are struck through. */
export interface StruckWords {
  /** Sentences for the officer. */
  readonly notes: readonly string[];
  /** What the document does not have: an old date in a header, whose fields have no place for it. */
  readonly removed: readonly string[];
}

/** Looks for what is struck through in the blocks of a paper in the document that was made of them. */
export function struckWords(blocks: readonly TextBlock[], document: string): StruckWords {
  const struck = [...new Set(blocks.flatMap(markdownOf).flatMap(struckInMarkdown).map(plainOfMarkdown))].filter((words) => words !== '');
  if (struck.length === 0) return { notes: [], removed: [] };
  const said = lettersOf(struckInMarkdown(document).join(' '));
  const removed = struck.filter((words) => !said.includes(lettersOf(words)));
  return {
    removed,
    notes: [
      ...(removed.length < struck.length ? ['What is struck through in the paper stands between ~~ and ~~, and counts as withdrawn.'] : []),
      ...(removed.length > 0 ? [`Struck through, and left out: ${removed.map((words) => `“${words}”`).join(', ')}.`] : []),
    ],
  };
}

const markdownOf = ({ form }: TextBlock): readonly string[] => {
  if (!form) return [];
  return form.kind === 'table'
    ? form.rows.flatMap(({ cells }) => cells.filter(({ isRepeated }) => !isRepeated).map(({ markdown }) => markdown))
    : form.markdown;
};

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
