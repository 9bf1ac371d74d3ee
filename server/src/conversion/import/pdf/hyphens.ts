import { wordsOf } from '../../words.ts';
import type { Glyphs, Line, Page } from './page.ts';

/** What the words of a paper tell of the hyphens at the ends of its lines. */
export interface KnownWords {
  /** Words of the paper in small letters, whole or with their hyphens. */
  readonly all: ReadonlySet<string>;
  /** Those that stand somewhere as a word, and not only as what a line break leaves of one. */
  readonly whole: ReadonlySet<string>;
  /** Whether a program hyphenated the paper: several lines end with a part of a word that is no word. */
  readonly isHyphenated: boolean;
}

/** The hyphen that programs put where they part a word. */
const parting = '\u2010';
/** What stands before a hyphen that belongs to a word, though it may be no word by itself. */
const prefixes = new Set([
  'anti',
  'co',
  'cross',
  'ex',
  'half',
  'inter',
  'intra',
  'long',
  'mid',
  'mini',
  'multi',
  'non',
  'off',
  'out',
  'over',
  'part',
  'post',
  'pre',
  'pro',
  're',
  'self',
  'semi',
  'short',
  'sub',
  'ultra',
  'under',
  'well',
]);
const isPrefix = (part: string): boolean => part.length === 1 || prefixes.has(part);
/** So many lines that end with a part of a word show that a program parted them. */
const fewestParted = 3;

/**
 * Pages on which the hyphens that a file draws are plain ones, unless they are those that a program parts words with: none of them then
 * stands within a line. What is a soft hyphen elsewhere can be seen where a file draws it.
 */
export function withPlainHyphens(pages: readonly Page[]): readonly Page[] {
  const isPlain = pages.some(({ glyphs }) => glyphs.some(({ text }) => /\p{L}\u2010\p{L}/u.test(text)));
  return isPlain
    ? pages.map((page) => ({
        ...page,
        glyphs: page.glyphs.map((one): Glyphs => (one.text.includes(parting) ? { ...one, text: plainHyphens(one.text) } : one)),
      }))
    : pages;
}

/** Words in which every hyphen is the usual one. */
export const plainHyphens = (text: string): string => text.replaceAll(parting, '-');

/** The words of a paper, line by line. */
export function knownWords(lines: readonly Line[]): KnownWords {
  const texts = lines.map(({ text }) => plainHyphens(text));
  const all = new Set([...texts.flatMap(tokensOf), ...texts.flatMap(wordsOf)]);
  const whole = new Set<string>();
  lines.forEach((line, index) => {
    const isRest = lines[index - 1]?.segments.some(({ text }) => /[-\u2010]$/u.test(text)) ?? false;
    for (const { text } of line.segments) {
      const tokens = tokensOf(plainHyphens(text));
      for (const token of tokens.slice(isRest ? 1 : 0, /[-\u2010]$/u.test(text) ? -1 : tokens.length)) whole.add(token);
    }
  });
  const parted = lines.filter((line, index) => {
    const [split, rest] = [/(\p{L}+)-$/u.exec(texts[index]!)?.[1]?.toLowerCase(), /^\p{Ll}+/u.exec(texts[index + 1] ?? '')?.[0]];
    return (
      line.page === lines[index + 1]?.page &&
      split !== undefined &&
      rest !== undefined &&
      !isPrefix(split) &&
      !whole.has(split) &&
      !whole.has(rest)
    );
  });
  return { all, whole, isHyphenated: parted.length >= fewestParted };
}

const tokensOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}]+(?:-[\p{L}]+)*/gu) ?? [];

/**
 * How a line that ends with a hyphen behind a letter goes on in the next one: with a hyphen and a space (“pre- and post-”), with the hyphen
 * (“multi-agency”), or without it (“assess-ment”); null where the line ends otherwise. The hyphen goes only where the paper has the word
 * without it, or where a program put it there.
 */
export function hyphenAt(before: string, after: string, { all, whole, isHyphenated }: KnownWords): 'spaced' | 'kept' | 'dropped' | null {
  const [, split, sign] = /(\p{L}+)([-\u2010])$/u.exec(before) ?? [];
  const rest = /^(?:\p{L}+|\d)/u.exec(after)?.[0];
  if (split === undefined || rest === undefined) return null;
  if (/^(?:and|or|to|nor)$/.test(rest) && sign === '-') return 'spaced';
  const [left, right] = [split.toLowerCase(), rest.toLowerCase()];
  if (all.has(`${left}-${right}`)) return 'kept';
  const isWord = /^\p{Ll}/u.test(rest) || (split.length > 1 && split === split.toUpperCase() && rest === rest.toUpperCase());
  if (!isWord) return 'kept';
  return all.has(left + right) || sign === parting || (isHyphenated && !whole.has(right) && !isPrefix(left)) ? 'dropped' : 'kept';
}
