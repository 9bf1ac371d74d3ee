import { longFormOf } from './acronym-data.ts';

/** Words that a short form may or may not give a letter. */
const smallWords = new Set(['of', 'and', 'the', 'for', 'in', 'to', 'with', 'on', 'a', 'an', 'or', 'at', 'by', 'from', 'into']);
/** More words than any long form has. */
const longest = 12;

interface Word {
  readonly text: string;
  readonly start: number;
  /** Letters of a short form inside the long one: the “HM” of “HM Inspectorate of Probation (HMIP)”. Empty for a word. */
  readonly letters: string;
  /** Whether the word may be passed over: a small word, or the part of a word behind its hyphen. */
  readonly optional: boolean;
}

/** Where the long form of `short` begins that ends just before `end` in the text; null where the words before it are no such thing. */
export function findLongFormBefore(text: string, end: number, short: string): number | null {
  const from = Math.max(0, end - 160);
  const stretch = text.slice(from, end);
  // A sentence or another bracket in between ends the search.
  const cut = Math.max(
    stretch.lastIndexOf('. '),
    stretch.lastIndexOf('; '),
    stretch.lastIndexOf('('),
    stretch.lastIndexOf(')'),
    stretch.lastIndexOf('\n\n'),
  );
  const words = wordsOf(stretch.slice(cut + 1))
    .slice(-longest)
    .map((word) => ({ ...word, start: word.start + cut + 1 + from }));
  const letters = lettersOf(short);
  const exact = matchBackwards(words, words.length - 1, letters, letters.length - 1);
  if (exact !== null) return words[exact]!.start;
  return (
    startOfKnown(text.slice(cut + 1 + from, end), cut + 1 + from, short) ??
    startOfName(words, letters) ??
    startOfKindred(words, short) ??
    startOfOwnName(words, letters) ??
    startOfNearName(text, words, letters)
  );
}

/** Whether a text is a long form of a short one: its initials are the letters, or it is the long form that is known. */
export function isLongFormOf(long: string, short: string): boolean {
  if (unhyphenated(long) === unhyphenated(longFormOf(short) ?? '')) return true;
  const words = wordsOf(long);
  const letters = lettersOf(short);
  return words.length <= longest && matchBackwards(words, words.length - 1, letters, letters.length - 1) === 0;
}

/** "co-ordinator" and "coordinator" are one word. */
const unhyphenated = (words: string): string => words.trim().toLowerCase().replaceAll('-', '');

const lettersOf = (short: string): string => short.toLowerCase().replaceAll(/[^A-Za-zÀ-ɏ]/gu, '');

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/[A-Za-zÀ-ɏ\d'’]+/gu), (match) => {
    const behindHyphen = text[match.index - 1] === '-' && match.index > 1;
    return {
      letters: /^[A-Z]{2,5}$/.test(match[0]) ? match[0].toLowerCase() : '',
      text: match[0].replace(/^['’]+/, '').toLowerCase(),
      start: match.index + match[0].length - match[0].replace(/^['’]+/, '').length,
      optional: behindHyphen || smallWords.has(match[0].toLowerCase()),
    };
  }).filter(({ text: word }) => word !== '');
}

/** Index of the word at which the letters, read backwards, are used up; passing over an optional word is tried before using it. */
function matchBackwards(words: readonly Word[], word: number, letters: string, letter: number): number | null {
  if (letter < 0) return word + 1;
  const here = words[word];
  if (!here) return null;
  if (here.optional && letter < letters.length - 1) {
    const passed = matchBackwards(words, word - 1, letters, letter);
    if (passed !== null) return passed;
  }
  if (here.letters !== '' && letters.slice(0, letter + 1).endsWith(here.letters)) {
    const taken = matchBackwards(words, word - 1, letters, letter - here.letters.length);
    if (taken !== null) return taken;
  }
  return here.text.startsWith(letters[letter]!) ? matchBackwards(words, word - 1, letters, letter - 1) : null;
}

/** The known long form, standing at the end in whatever capitals and hyphens, perhaps in the plural. */
function startOfKnown(text: string, offset: number, short: string): number | null {
  const known = longFormOf(short)?.toLowerCase().replaceAll('-', ' ');
  if (!known) return null;
  const said = text.toLowerCase().replaceAll('-', ' ');
  const at = said.lastIndexOf(known);
  if (at >= 0 && text.length - at - known.length <= 5) return offset + at;
  // "self-evaluation (SEF)": all but the last word, which is the thing that it is.
  const most = known.split(' ').slice(0, -1);
  const start = most.length > 1 ? said.trimEnd().lastIndexOf(most.join(' ')) : -1;
  return start >= 0 && said.trimEnd().length - start === most.join(' ').length ? offset + start : null;
}

/**
 * A name in capitals whose letters hold the short form in order, beginning with its first: "Family Front Door and Partnerships (FFDP)",
 * "Children's Social Care Service (CSC)". Two words or more.
 */
function startOfName(words: readonly Word[], letters: string): number | null {
  for (let start = words.length - 2; start >= 0 && start >= words.length - letters.length - 3; start--) {
    if (!words[start]!.text.startsWith(letters[0]!) || words[start]!.optional) continue;
    const initials = words
      .slice(start)
      .map(({ text }) => text[0])
      .join('');
    if (isSubsequence(letters, initials)) return words[start]!.start;
  }
  return null;
}

/**
 * Words that come close to the known long form: "inspection of the council's children's services (ILACS)". They begin with its letter, end
 * with its last word, and share another with it.
 */
function startOfKindred(words: readonly Word[], short: string): number | null {
  const known = wordsOf(longFormOf(short) ?? '').map(({ text }) => text);
  if (known.length < 3 || words.at(-1)?.text !== known.at(-1)) return null;
  const first = words.findLastIndex(({ text, optional }) => !optional && text.startsWith(short[0]!.toLowerCase()));
  return first >= 0 && words.slice(first, -1).some(({ text, optional }) => !optional && known.slice(0, -1).includes(text.replace('’', "'")))
    ? words[first]!.start
    : null;
}

/**
 * A name in capitals with whose initials the short form has all but one in common: "Director of Adult Social Care (DASS)". Four letters or
 * more.
 */
function startOfNearName(text: string, words: readonly Word[], letters: string): number | null {
  if (letters.length < 4) return null;
  const capitals = words.filter(({ optional }) => !optional).slice(-letters.length);
  if (capitals.length < letters.length || !capitals.every(({ start }) => /\p{Lu}/u.test(text[start]!))) return null;
  const apart = capitals.filter(({ text: word }, at) => word[0] !== letters[at]).length;
  return apart === 1 && capitals[0]!.text[0] === letters[0] ? capitals[0]!.start : null;
}

/** A name that begins with its own short form: "SNAP Parent and Carer Forum (SNAP)". */
function startOfOwnName(words: readonly Word[], letters: string): number | null {
  const first = words.findLastIndex((word) => word.letters === letters);
  return first >= 0 && first < words.length - 1 ? words[first]!.start : null;
}

function isSubsequence(letters: string, within: string): boolean {
  let at = 0;
  for (const letter of within) if (letter === letters[at]) at++;
  return at === letters.length;
}
