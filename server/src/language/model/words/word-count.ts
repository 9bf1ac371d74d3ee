import type { Block } from '../../syntax/syntax.ts';
import type { Item } from '../items.ts';

/** How many words a block has that are the document's own: of its paragraphs and headings, and of the rows of a table. */
export function wordsIn(structure: readonly Item[], { kind, text }: Block): number {
  if (kind === 'table-row') return countWords(text);
  let words = 0;
  for (const item of structure) {
    if (item.kind === 'paragraph' && !item.quoted) words += countWords(item.text);
    else if (item.kind === 'heading' && item.form !== 'field-line') words += countWords(item.text);
  }
  return words;
}

function countWords(text: string): number {
  let words = 0;
  for (const part of text.split(/[\s|]+/)) if (/[A-Za-zÀ-ɏ\d]/u.test(part)) words++;
  return words;
}
