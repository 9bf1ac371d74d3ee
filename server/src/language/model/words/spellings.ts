import type { SpellingItem } from '../items.ts';
import { isNotOwn, type Passage } from './own-words.ts';
import data from './spellings.json' with { type: 'json' };

/** A word of more than one right spelling. Its first form decides where a document is undecided. */
export interface SpeltWord {
  readonly forms: readonly string[];
  /** Whether the inspectorate itself keeps to the first form, so that it counts for more than how often the others stand there. */
  readonly isOfficial: boolean;
}

const words: readonly SpeltWord[] = [
  ...data.words.map(({ forms, isOfficial }) => ({ forms, isOfficial: isOfficial === true })),
  ...data.stems.map((forms) => ({ forms, isOfficial: false })),
];
const byForm = new Map(words.flatMap((word) => word.forms.map((form) => [form, word] as const)));

/** The word that a form is one of: the two endings of verbs in -ise make a word of their own. */
export const speltWord = (first: string): SpeltWord =>
  first === endings.forms[0] ? endings : (byForm.get(first) ?? { forms: [first], isOfficial: false });
const endings: SpeltWord = { forms: ['-ise', '-ize'], isOfficial: false };

/** A form in a pattern, with any white space for its space. */
const inPattern = (form: string): string => form.replaceAll(' ', String.raw`\s{1,4}`);
const longestFirst = (forms: readonly string[]): readonly string[] => forms.toSorted((a, b) => b.length - a.length);
/**
 * Small letters only: words with a capital are names, or begin a sentence, and there are enough of the others to learn from. Without the
 * classes of Unicode, which would cost five times as much on every paragraph; what stands around is looked at afterwards.
 */
const spelling = new RegExp(
  String.raw`\b(?:(?<word>${longestFirst(data.words.flatMap(({ forms }) => forms))
    .map(inPattern)
    .join('|')})(?:s|['’]s|s['’])?` +
    String.raw`|(?<stem>${longestFirst(data.stems.flat()).join('|')})[a-z]*|(?:${longestFirst(data.ise).join('|')})(?<ending>i[sz])(?:e|es|ed|er|ers|ing|ation|ations))\b`,
  'g',
);

const joinedBefore = /[A-Za-zÀ-ɏ\d.@/_’'-]$/u;
const joinedBehind = /^(?:[A-Za-zÀ-ɏ\d@/_’'-]|\.[A-Za-zÀ-ɏ])/u;

/** Whether a text may hold a word of several spellings. */
export const mayHoldSpelling = (text: string): boolean => text.search(spelling) >= 0;

/** Words of several spellings in what an author wrote himself, each in the form that it has there. Linear; never throws. */
export function findSpellings(passage: Passage): readonly SpellingItem[] {
  const { text, start } = passage.words;
  return Array.from(text.matchAll(spelling)).flatMap((match): readonly SpellingItem[] => {
    const at = { start: match.index, end: match.index + match[0].length };
    if (joinedBefore.test(text.slice(Math.max(0, at.start - 1), at.start)) || joinedBehind.test(text.slice(at.end, at.end + 2))) return [];
    const form = formOf(match);
    if (isNotOwn(passage, at) || isAnotherWord(text, at.start, at.end, form)) return [];
    const first = form.startsWith('-') ? endings.forms[0]! : byForm.get(form)!.forms[0]!;
    return [
      { kind: 'spelling', span: { start: start + at.start, end: start + at.end }, word: first, form, text: match[0].replace(/\s+/g, ' ') },
    ];
  });
}

function formOf({ groups }: RegExpExecArray): string {
  if (groups!['ending']) return `-${groups!['ending']}e`;
  return (groups!['word'] ?? groups!['stem']!).replace(/\s+/g, ' ');
}

/** What looks like another spelling and is not: a court's judgment, a visit that has a check of its own. */
function isAnotherWord(text: string, start: number, end: number, form: string): boolean {
  if (form === 'judgment')
    return /\b(?:courts?|judges?|judicial|tribunal|appeal|law|legal|handed down)\b/i.test(text.slice(Math.max(0, start - 120), end + 120));
  if (form === 'focussed') return /^\svisit/.test(text.slice(end, end + 8));
  return false;
}
