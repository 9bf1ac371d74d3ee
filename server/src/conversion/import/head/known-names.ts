import type { DocumentLayout, FieldLayout, HouseStyle, SectionLayout } from '../../../language/house-styles/house-style.ts';
import { isOpenName, sectionKey, sectionNames } from '../../../language/house-styles/section-names.ts';
import { wordedLabel } from './worded-labels.ts';
import type { DocumentType } from '../../../language/model/vocabulary.ts';
import { wordsAlone } from '../../words.ts';

/** The headings and labels that the importer knows: those of the recognised house style and, behind it, those of the others. */
export interface KnownNames {
  readonly type: DocumentType;
  readonly houseStyle: HouseStyle;
  /** The section that a line names, or null. */
  section(text: string): SectionLayout | null;
  /** Whether a line is the whole name of the section, not the beginning of a heading that the section leaves open ("Feedback from …"). */
  isWholeName(text: string): boolean;
  /** The key in the front matter that a label of a header stands for (`inspection` keys excluded), or null. */
  key(label: string): string | null;
  /** Committees by their name in lower case. */
  readonly committees: ReadonlyMap<string, string>;
}

/** Labels of headers that any council may print, beside those of the house styles. `contact.…` are parts of the contact. */
const commonLabels: Readonly<Record<string, string>> = {
  'report to': 'body',
  'report for': 'body',
  committee: 'body',
  'decision maker': 'body',
  'name of meeting': 'body',
  meeting: 'body',
  'date of meeting': 'meeting-date',
  'meeting date': 'meeting-date',
  'committee date': 'meeting-date',
  'date of committee': 'meeting-date',
  date: 'meeting-date',
  'agenda item': 'agenda-item',
  'agenda item no': 'agenda-item',
  'agenda item number': 'agenda-item',
  'item no': 'agenda-item',
  'item number': 'agenda-item',
  subject: 'title',
  'report title': 'title',
  title: 'title',
  'title of report': 'title',
  'report of': 'report-of',
  'report by': 'report-of',
  'report from': 'report-of',
  'reporting officer': 'report-of',
  'reporting officers': 'report-of',
  'lead director': 'report-of',
  'executive director': 'report-of',
  'corporate director': 'report-of',
  'strategic director': 'report-of',
  'responsible director': 'report-of',
  'report author': 'author',
  author: 'author',
  'author of report': 'author',
  ward: 'wards',
  wards: 'wards',
  'wards affected': 'wards',
  'ward affected': 'wards',
  'wards and communities affected': 'wards',
  'divisions affected': 'wards',
  'electoral divisions affected': 'wards',
  portfolio: 'portfolio',
  'cabinet member': 'portfolio',
  'portfolio holder': 'portfolio',
  'lead member': 'portfolio',
  'executive member': 'portfolio',
  'lead cabinet member': 'portfolio',
  'relevant cabinet member': 'portfolio',
  'is this a key decision': 'key-decision',
  'is key decision': 'key-decision',
  'key decision': 'key-decision',
  'included in forward plan': 'forward-plan',
  'forward plan': 'forward-plan',
  'exempt confidential report': 'exempt',
  exempt: 'exempt',
  'exempt or confidential': 'exempt',
  'confidential or exempt': 'exempt',
  'is this report confidential': 'exempt',
  'is the report confidential': 'exempt',
  'is this report exempt': 'exempt',
  'exempt information': 'exempt',
  'public or exempt': 'exempt',
  'open or exempt': 'exempt',
  'is this for information or decision': 'decision-type',
  'decision type': 'decision-type',
  'date of issue': 'published',
  'date published': 'published',
  'publication date': 'published',
  'contact officer': 'contact.name',
  'contact for further information': 'contact.name',
  'for further information contact': 'contact.name',
  'for further information please contact': 'contact.name',
  contact: 'contact.name',
  'contact name': 'contact.name',
  telephone: 'contact.phone',
  'telephone number': 'contact.phone',
  tel: 'contact.phone',
  phone: 'contact.phone',
  'contact officers': 'contact.name',
  contacts: 'contact.name',
  'contact names': 'contact.name',
  'telephone numbers': 'contact.phone',
  emails: 'contact.email',
  'email addresses': 'contact.email',
  'report authors': 'author',
  authors: 'author',
  'authors of report': 'author',
  email: 'contact.email',
  'email address': 'contact.email',
  'e mail': 'contact.email',
};

/** A label in the form that labels are compared in: words in lower case; what stands in brackets counts, save a plural's "(s)". */
const labelKey = (label: string): string => wordsAlone(label.replace(/\(s\)/gi, 's').replace(/['’]/g, '').replace(/&/g, ' and '));

const commonKeys: readonly (readonly [string, string])[] = Object.entries(commonLabels);

export function knownNames(houseStyle: HouseStyle, type: DocumentType, all: readonly HouseStyle[]): KnownNames {
  const styles = [houseStyle, ...all.filter((other) => other !== houseStyle)];
  const layouts = styles.flatMap((style) => style.types[type] ?? []);
  const indexes = layouts.map(indexOf);
  const find = (text: string): { readonly section: SectionLayout; readonly whole: boolean } | null => {
    if (text.length > longestHeading) return null;
    const key = sectionKey(text);
    if (key === '') return null;
    for (const { exact, open } of indexes) {
      const whole = exact.get(key);
      if (whole) return { section: whole, whole: true };
      const opened = open.find(([start]) => key.startsWith(start));
      if (opened) return { section: opened[1], whole: false };
    }
    return null;
  };
  const keys = new Map<string, string>();
  for (const labels of [...layouts.map(labelsOf), commonKeys])
    for (const [label, key] of labels) if (!keys.has(label)) keys.set(label, key);
  const committees = new Map<string, string>();
  for (const style of styles)
    for (const { name } of style.committees) if (!committees.has(name.toLowerCase())) committees.set(name.toLowerCase(), name);
  return {
    type,
    houseStyle,
    section: (text) => find(text)?.section ?? null,
    isWholeName: (text) => find(text)?.whole ?? false,
    key: (label) => (label.length > 80 ? null : (keys.get(labelKey(label)) ?? (find(label) === null ? wordedLabel(label) : null))),
    committees,
  };
}

const labelsOfLayout = new WeakMap<DocumentLayout, readonly (readonly [string, string])[]>();

/**
 * Labels of a layout's header, each with its key; worked out once. The kind of paper and the style are settled otherwise, the inspection is
 * read from the text.
 */
function labelsOf(layout: DocumentLayout): readonly (readonly [string, string])[] {
  let labels = labelsOfLayout.get(layout);
  if (!labels) {
    const fields = layout.fields.filter(({ key }) => !['type', 'house-style', 'inspection'].includes(key));
    labelsOfLayout.set(layout, (labels = fields.flatMap((field) => labelsOfField(field, field.key))));
  }
  return labels;
}

const labelsOfField = (field: FieldLayout, path: string): readonly (readonly [string, string])[] =>
  field.fields
    ? field.fields.flatMap((inner) => labelsOfField(inner, `${path}.${inner.key}`))
    : [field.label, ...field.aliases].map((label) => [labelKey(label), path] as const).filter(([label]) => label !== '');

/** Longest line that may be a heading, in characters. */
export const longestHeading = 160;

interface LayoutIndex {
  readonly exact: ReadonlyMap<string, SectionLayout>;
  readonly open: readonly (readonly [string, SectionLayout])[];
}

const layoutIndexes = new WeakMap<DocumentLayout, LayoutIndex>();

/** The sections of a layout by the key of each of their names; worked out once for each layout, because every line asks. */
export function indexOf(layout: DocumentLayout): LayoutIndex {
  let index = layoutIndexes.get(layout);
  if (!index) {
    const exact = new Map<string, SectionLayout>();
    const open: [string, SectionLayout][] = [];
    for (const section of layout.sections) {
      for (const name of sectionNames(section)) {
        const key = sectionKey(name);
        if (isOpenName(name)) open.push([`${key} `, section]);
        else if (!exact.has(key)) exact.set(key, section);
      }
    }
    layoutIndexes.set(layout, (index = { exact, open }));
  }
  return index;
}
