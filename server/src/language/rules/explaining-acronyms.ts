import type { IsoDate } from '../host.ts';
import type { ModelContext } from '../model/document.ts';
import { textOf, textsOf, type FrontMatter } from '../model/front-matter/front-matter.ts';
import type { AcronymUseItem, ActionItem } from '../model/items.ts';
import { isRole, type DocumentView, type Located } from '../model/view.ts';
import type { Span, TextEdit } from '../text/span.ts';
import { proseOf } from './prose.ts';

/** Sections that list names and short forms, beside the text that uses them. */
export const besideTheText = ['glossary', 'appendices', 'people', 'background-papers', 'contact'] as const;

/** Tells of each use of a short form whether it is a place to write it out: in a sentence of the author's own. */
export function placesToExplain(items: DocumentView['items'], { statusScale }: ModelContext): (use: Located<AcronymUseItem>) => boolean {
  const headers = new Set(items('table').map(({ index }) => index));
  const labels = new Set([...items('label-reference'), ...items('label-definition')].map(({ item, base }) => base + item.label.span.start));
  const actions = new Map<number, ActionItem[]>();
  for (const { item, index } of items('action')) actions.set(index, [...(actions.get(index) ?? []), item]);
  return (use) => {
    const { item, model, index, base } = use;
    if (
      item.quoted ||
      headers.has(index) ||
      labels.has(base + item.span.start) ||
      isRole(model.place.role, 'glossary') ||
      isRole(model.place.role, 'contact')
    )
      return false;
    if (isStatusOrOwner(use, actions.get(index) ?? []) || isStatusWord(item.short, statusScale.statuses)) return false;
    const prose = proseOf(model.block).find(({ span }) => span.start <= item.span.start && item.span.end <= span.end);
    // The title of a linked document is its own, and a heading is no place to explain anything: the first use in the text is where to do
    // it.
    return prose?.inLink !== true && prose?.inHeading !== true;
  };
}

/** Initials of owners and status letters in an action are explained by the list of people and the scale. */
const isStatusOrOwner = ({ item }: Located<AcronymUseItem>, actions: readonly ActionItem[]): boolean =>
  actions.some(({ fields }) =>
    [fields.owner, fields.support, fields.status, fields.ref, fields.addresses].some(
      (part) => part && part.span.start <= item.span.start && item.span.end <= part.span.end,
    ),
  );

const isStatusWord = (short: string, statuses: ModelContext['statusScale']['statuses']): boolean =>
  statuses.some(({ word, aliases }) => [word, ...aliases].some((one) => one.toUpperCase() === short.toUpperCase()));

/** The edit that writes a short form out where it stands, with the short form in brackets, as the sentence needs it. */
export function writtenOut(view: DocumentView, { start, end }: Span, short: string, long: string): TextEdit {
  const before = view.slice({ start: Math.max(0, start - 6), end: start });
  const isPlural = /^s(?![A-Za-zÀ-ɏ])/u.test(view.slice({ start: end, end: end + 2 }));
  const words = isPlural ? plural(long) : long;
  const opens = /(?:^|[.!?]\s+|[\r\n]\s*|[-*|]\s+)$/.test(before);
  return {
    span: { start, end: end + (isPlural ? 1 : 0) },
    newText: `${opens ? words[0]!.toUpperCase() + words.slice(1) : words} (${short}${isPlural ? 's' : ''})`,
  };
}

/** First day of the King's reign: from then on an inspector is His Majesty's. */
export const kingFrom = '2022-09-08';

/** A long form as it was called when the document was written. */
export const inReign = <L extends string | undefined>(long: L, frontMatter: FrontMatter, today: IsoDate): L =>
  ((dateOf(frontMatter) ?? today) < kingFrom ? long?.replace(/^His Majesty/, 'Her Majesty') : long) as L;

/** The day of the document: of its meeting or issue, else of the inspection that it is about. */
const dateOf = (frontMatter: FrontMatter): string | undefined =>
  [
    textsOf(frontMatter, 'meeting-date')[0]?.text,
    textOf(frontMatter, 'published'),
    textOf(frontMatter, 'inspection', 'published'),
    textOf(frontMatter, 'inspection', 'letter-dated'),
  ].find((date): date is string => typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date));

/** Several of what a long form names: social workers, children in need, authorities. */
function plural(long: string): string {
  if (/^child in\b/.test(long)) return long.replace(/^child/, 'children');
  if (long.endsWith('child')) return `${long}ren`;
  return /[^aeiou]y$/.test(long) ? `${long.slice(0, -1)}ies` : `${long}s`;
}
