import { isOpenName, nameKey, sectionKey, sectionNames } from '../../house-styles/section-names.ts';
import type { DocumentLayout, HouseStyle, SectionLayout } from '../../house-styles/house-style.ts';
import { inspectionFrameworks } from '../inline/inspection-frameworks.ts';
import type { DocumentType, Role } from '../vocabulary.ts';

export interface HeadingMatch {
  readonly role: Role;
  /** As the house style prints it. */
  readonly heading: string;
  /** 2 for a section, 3 for one inside another. */
  readonly level: 2 | 3;
}

/** Knows the headings of a house style for one kind of document. */
export interface HeadingMatcher {
  /** The section that a heading means, or null. */
  match(heading: string): HeadingMatch | null;
  /** The same, without the names that stand for any heading which begins with them. */
  exactly(heading: string): HeadingMatch | null;
  /**
   * The section that a heading nearly means: a slip of the keyboard away, never a guess at the meaning. Null where the heading is known.
   */
  nearly(heading: string): HeadingMatch | null;
}

const matchers = new WeakMap<DocumentLayout, WeakMap<HouseStyle, Map<DocumentType, HeadingMatcher>>>();

/** The house style's own names come first, then the generic style's for this kind of document. Made once for each layout. */
export function headingMatcher(layout: DocumentLayout, generic: HouseStyle, type: DocumentType): HeadingMatcher {
  let byStyle = matchers.get(layout);
  if (!byStyle) matchers.set(layout, (byStyle = new WeakMap()));
  let byType = byStyle.get(generic);
  if (!byType) byStyle.set(generic, (byType = new Map()));
  let matcher = byType.get(type);
  if (!matcher) byType.set(type, (matcher = makeMatcher(layout, generic, type)));
  return matcher;
}

function makeMatcher(layout: DocumentLayout, generic: HouseStyle, type: DocumentType): HeadingMatcher {
  const exact = new Map<string, HeadingMatch>();
  const open: (readonly [string, HeadingMatch])[] = [];
  for (const section of new Set([...layout.sections, ...(generic.types[type]?.sections ?? [])])) addNames(section, exact, open);
  // Singular and plural are one, but only after every name as it is written: "Recommendation(s)", "Reason for the Recommendation".
  const folded = new Map<string, HeadingMatch>();
  for (const [key, match] of exact) if (!folded.has(singular(key))) folded.set(singular(key), match);
  const find = (key: string): HeadingMatch | null => (key === '' ? null : (exact.get(key) ?? folded.get(singular(key)) ?? null));
  const exactly = (heading: string): HeadingMatch | null => find(sectionKey(heading));
  const match = (heading: string): HeadingMatch | null => {
    const key = sectionKey(heading);
    return (
      find(key) ?? open.find(([start]) => key.startsWith(start))?.[1] ?? (recommendedThat.test(heading) ? find('recommendations') : null)
    );
  };
  const names = namesToCompare(exact);
  return {
    match,
    exactly,
    nearly: (heading) =>
      isOneOfMany.test(heading) || grades.has(sectionKey(heading)) || match(heading) ? null : nearest(sectionKey(heading), names),
  };
}

/** "RECOMMENDED that the Executive:", over what is. */
const recommendedThat = /^(?:it is )?recommended\b[^.:;]{0,80}(?::|\bthat)\s*$/i;

/** The grades that inspectorates give: “Requires improvement” over what was graded so is no slip for “Required improvements”. */
const grades = new Set(inspectionFrameworks.flatMap((framework) => framework.grades.map(nameKey)));

/** "Priority action 1": one of several, and not the section of them all with a slip in its name. */
const isOneOfMany = /\s\(?\d+[a-z]?\)?[.:]?\s*$/i;

function addNames(section: SectionLayout, exact: Map<string, HeadingMatch>, open: (readonly [string, HeadingMatch])[]): void {
  const match: HeadingMatch = { role: section.role, heading: section.heading, level: section.level };
  for (const name of sectionNames(section)) {
    const key = nameKey(name);
    if (key === '') continue;
    if (isOpenName(name)) open.push([`${key} `, match]);
    else if (!exact.has(key)) exact.set(key, match);
  }
}

const singular = (key: string): string => key.replace(/(?<=[a-z]{3})s\b/g, '').replace(/ s$/, '');

/** A name of a section, with which letters it has: most names have so many others than a heading that they need not be compared with it. */
interface ComparedName {
  readonly name: string;
  readonly letters: number;
  readonly match: HeadingMatch;
}

/** The names by their first letter, which a slip of the keyboard leaves. */
function namesToCompare(exact: ReadonlyMap<string, HeadingMatch>): ReadonlyMap<string, readonly ComparedName[]> {
  const byFirst = new Map<string, ComparedName[]>();
  for (const [name, match] of exact) {
    const compared = { name, letters: lettersOf(name), match };
    const others = byFirst.get(name[0]!);
    if (others) others.push(compared);
    else byFirst.set(name[0]!, [compared]);
  }
  return byFirst;
}

/** A bit for each letter of the alphabet that stands in a text in small letters; one more for all that is none. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const place = text.charCodeAt(at) - 97;
    letters |= 1 << (place >= 0 && place < 26 ? place : 26);
  }
  return letters;
}

/**
 * Whether more letters stand in one text and not in the other than slips can have put there: each slip changes one letter into another at
 * most.
 */
function differTooMuch(letters: number, others: number, slips: number): boolean {
  let different = letters ^ others;
  for (let count = 0; different !== 0; count++) {
    if (count === 2 * slips) return true;
    different &= different - 1;
  }
  return false;
}

function nearest(key: string, names: ReadonlyMap<string, readonly ComparedName[]>): HeadingMatch | null {
  // One slip in a word of seven letters, two in a long heading. "Actions" and "Options" are two words, not one misspelt.
  const allowed = key.length < 7 ? 0 : key.length < 12 ? 1 : 2;
  if (allowed === 0 || key.length > 80) return null;
  const letters = lettersOf(key);
  let best: HeadingMatch | null = null;
  let bestDistance = allowed + 1;
  for (const compared of names.get(key[0]!) ?? []) {
    if (Math.abs(compared.name.length - key.length) > allowed || differTooMuch(letters, compared.letters, allowed)) continue;
    const distance = editDistance(key, compared.name, bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [compared.match, distance];
  }
  return best;
}

/** Letters put in, left out, changed or swapped with their neighbour to get from one word to the other; at most `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let value = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, beforeLast[j - 2]! + 1);
      row.push(value);
      smallest = Math.min(smallest, value);
    }
    if (smallest >= limit) return limit;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length]!, limit);
}
