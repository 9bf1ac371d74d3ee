import type { DocumentLayout, SectionLayout } from './house-style.ts';

/**
 * What two headings have in common that mean the same section: the words in lower case, without number, punctuation and a
 * bracketed tail. `2.1 What needs to improve?` and `What Needs To Improve (continued)` both give `what needs to improve`.
 */
export function sectionKey(heading: string): string {
  return words(withoutTail(withoutNumber(heading.trim())));
}

const keysOfNames = new Map<string, string>();

/** The {@link sectionKey} of a name in a house style. Kept: there are hundreds of names, and each is asked for by several. */
export function nameKey(name: string): string {
  let key = keysOfNames.get(name);
  if (key === undefined) keysOfNames.set(name, (key = sectionKey(name)));
  return key;
}

/** Number, letter or small roman number before a heading: `1.`, `2.3`, `(A)`, `b)`, `iv.`. A bare letter is a word, and 2019 is a year. */
function withoutNumber(heading: string): string {
  const end = heading.search(/\s/);
  if (end < 1 || end > 12) return heading;
  return /^\(?(?:[0-9]{1,3}|[0-9]{1,3}\.[0-9.]*[a-z]?|[A-Za-z][.)]|[ivxIVX]+[.)])[.):]*$/.test(heading.slice(0, end))
    ? heading.slice(end).trimStart()
    : heading;
}

function withoutTail(heading: string): string {
  const end = heading.replace(/[\s:.]+$/, '');
  if (!end.endsWith(')')) return heading;
  const open = end.lastIndexOf('(');
  return open < 1 ? heading : end.slice(0, open);
}

function words(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replaceAll('&', ' and ');
  // Nearly every heading is plain ASCII, and a house style has hundreds of names.
  if (!/[^ -~]/.test(plain)) return plain.replace(/[^a-z0-9]+/g, ' ').trim();
  return plain
    .normalize('NFKC')
    .replace(/[^A-Za-zÀ-ɏ\d]+/gu, ' ')
    .trim();
}

/** The names that a section is known by: its heading, then its aliases. */
export const sectionNames = (section: Pick<SectionLayout, 'heading' | 'aliases'>): readonly string[] => [
  section.heading,
  ...section.aliases,
];

/** Whether a name stands for every heading that begins with its words: `Feedback from …`. */
export const isOpenName = (name: string): boolean => name.trimEnd().endsWith('…');

const indexes = new WeakMap<
  DocumentLayout,
  { readonly exact: ReadonlyMap<string, SectionLayout>; readonly open: readonly (readonly [string, SectionLayout])[] }
>();

function indexOf(layout: DocumentLayout) {
  let index = indexes.get(layout);
  if (!index) {
    const exact = new Map<string, SectionLayout>();
    const open: (readonly [string, SectionLayout])[] = [];
    for (const section of layout.sections) {
      for (const name of sectionNames(section)) {
        const key = nameKey(name);
        if (isOpenName(name)) open.push([`${key} `, section]);
        else if (!exact.has(key)) exact.set(key, section);
      }
    }
    indexes.set(layout, (index = { exact, open }));
  }
  return index;
}

/** The section of a layout that a heading means, or null. */
export function sectionOfHeading(layout: DocumentLayout, heading: string): SectionLayout | null {
  const key = sectionKey(heading);
  if (key === '') return null;
  const { exact, open } = indexOf(layout);
  return exact.get(key) ?? open.find(([start]) => key.startsWith(start))?.[1] ?? null;
}
