import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { wordsOf } from '../../../server/src/conversion/words.ts';
import { importPaper, type Imported, type ImportOptions } from '../../../server/src/conversion/import/import-paper.ts';
import { importFile, type PaperFormat } from '../../../server/src/conversion/import/import-file.ts';
import type { Paper } from '../../../server/src/conversion/import/paper/paper.ts';

/** Words of `before` that `after` has fewer of. */
export function missingWords(before: readonly string[], after: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of after) left.set(word, (left.get(word) ?? 0) + 1);
  return before.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

export const frontMatter = (text: string): Record<string, unknown> => parse(text.split(/^---$/m)[1]!) as Record<string, unknown>;
/** The text behind the front matter. */
export const bodyOf = (text: string): string => text.replace(/^---\n[^]*?\n---\n\n?/, '');

/** A file as a document, all of whose words are in the document, or said to be left out. `words` is what the file was made of. */
export async function importWhole(bytes: Uint8Array, format: PaperFormat, words: string, options: ImportOptions = {}): Promise<Imported> {
  const imported = await importFile(bytes, format, options);
  const told = [...imported.removed, ...imported.notes].flatMap(wordsOf);
  // A star without a backslash is emphasis, in the midst of a word too; or, where the file is a plain text, a page with nothing but that
  // among them, the star that was typed.
  const [emphasised, typed] = [imported.text.replace(/(?<!\\)(?:\*+|~~)/g, ''), imported.text].map((text) =>
    missingWords(wordsOf(words), [...wordsOf(text), ...told]),
  );
  assert.deepEqual(typed!.length < emphasised!.length ? typed : emphasised, []);
  return imported;
}

/** The body of a paper's document, for looking at one thing. */
export const bodyOfPaper = (paper: Paper, options?: ImportOptions): string => bodyOf(importPaper(paper, options).text);
