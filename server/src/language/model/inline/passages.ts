import type { Block } from '../../syntax/syntax.ts';
import type { Item } from '../items.ts';

/** Words of a run that is long enough to be a repetition rather than a phrase of the field. */
export const shortestRepetition = 20;
/** Words that one mark stands for; of every {@link window} such runs the one with the least hash is kept, so that each run of {@link shortestRepetition} words has a mark. */
const gram = 12;
const window = shortestRepetition - gram + 1;

/** A word of a text with its place, folded for comparing. */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Words in small letters, with one spelling of the apostrophe; marks and numbers of footnotes are no words. */
export const foldedWords = (text: string): readonly PlacedWord[] =>
  Array.from(text.matchAll(/[A-Za-zÀ-ɏ\d]+(?:['’][A-Za-zÀ-ɏ]+)*/gu), (match) => ({ word: match[0].toLowerCase().replace('’', "'"), start: match.index, end: match.index + match[0].length }));

/**
 * Marks of a text's runs of words ("winnowing", Schleimer, Wilkerson and Aiken 2003): two texts that share a run of {@link shortestRepetition}
 * words share a mark. Linear in the text.
 */
export function marksOf(text: string): readonly number[] {
  if (text.length < shortestRepetition * 2) return [];
  const words = foldedWords(text);
  if (words.length < shortestRepetition) return [];
  const hashes = words.map(({ word }) => hashOf(word));
  const grams: number[] = [];
  for (let i = 0; i + gram <= hashes.length; i++) {
    let hash = 17;
    for (let j = i; j < i + gram; j++) hash = (Math.imul(hash, 31) + hashes[j]!) | 0;
    grams.push(hash);
  }
  const marks = new Set<number>();
  for (let i = 0; i + window <= grams.length; i++) marks.add(Math.min(...grams.slice(i, i + window)));
  return [...marks];
}

/** A number for a word; two words very seldom have the same. */
export function hashOf(word: string): number {
  let hash = 7;
  for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, 33) + word.charCodeAt(i)) | 0;
  return hash;
}

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
