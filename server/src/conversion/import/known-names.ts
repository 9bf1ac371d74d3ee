import type { FieldLayout, HouseStyle, SectionLayout } from '../../language/house-styles/house-style.ts';
import { sectionKey, sectionOfHeading } from '../../language/house-styles/index.ts';
import type { DocumentType } from '../../language/model/vocabulary.ts';

/** The headings and labels that the importer knows: those of the recognised house style and, behind it, those of the others. */
export interface KnownNames {
  readonly type: DocumentType;
  readonly houseStyle: HouseStyle;
  /** The section that a line names, or null. */
  section(text: string): SectionLayout | null;
  /** The key in the front matter that a label of a header stands for (`inspection` keys excluded), or null. */
  key(label: string): string | null;
  /** Committees by their name in lower case. */
  readonly committees: ReadonlyMap<string, string>;
}

/** Labels of headers that any council may print, beside those of the house styles. `contact.…` are parts of the contact. */
const commonLabels: Readonly<Record<string, string>> = {
  'report to': 'body', committee: 'body', 'decision maker': 'body', 'name of meeting': 'body', meeting: 'body',
  'date of meeting': 'meeting-date', 'meeting date': 'meeting-date', date: 'meeting-date',
  subject: 'title', 'report title': 'title', title: 'title', 'title of report': 'title',
  'report of': 'report-of', 'report by': 'report-of', 'report author': 'author', author: 'author', 'author of report': 'author',
  wards: 'wards', 'wards affected': 'wards', 'ward affected': 'wards', 'wards and communities affected': 'wards',
  portfolio: 'portfolio', 'cabinet member': 'portfolio', 'portfolio holder': 'portfolio',
  'is this a key decision': 'key-decision', 'key decision': 'key-decision', 'included in forward plan': 'forward-plan', 'forward plan': 'forward-plan',
  'exempt confidential report': 'exempt', exempt: 'exempt', 'exempt or confidential': 'exempt',
  'is this for information or decision': 'decision-type', 'decision type': 'decision-type',
  'date of issue': 'published', 'date published': 'published', 'publication date': 'published',
  'contact officer': 'contact.name', contact: 'contact.name', 'contact name': 'contact.name', telephone: 'contact.phone', 'telephone number': 'contact.phone', tel: 'contact.phone', phone: 'contact.phone',
  email: 'contact.email', 'email address': 'contact.email', 'e mail': 'contact.email',
};

/** A label in the form that labels are compared in: words in lower case; what stands in brackets counts, save a plural's "(s)". */
const labelKey = (label: string): string =>
  label.toLowerCase().replaceAll('(s)', 's').replace(/['’]/g, '').replace(/&/g, ' and ').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

export function knownNames(houseStyle: HouseStyle, type: DocumentType, all: readonly HouseStyle[]): KnownNames {
  const styles = [houseStyle, ...all.filter((other) => other !== houseStyle)];
  const layouts = styles.flatMap((style) => style.types[type] ?? []);
  const keys = new Map<string, string>();
  const add = (label: string, key: string) => {
    const spelt = labelKey(label);
    if (spelt !== '' && !keys.has(spelt)) keys.set(spelt, key);
  };
  const addField = (field: FieldLayout, path: string) => {
    if (field.fields) for (const inner of field.fields) addField(inner, `${path}.${inner.key}`);
    else for (const label of [field.label, ...field.aliases]) add(label, path);
  };
  for (const layout of layouts) for (const field of layout.fields) if (field.key !== 'inspection') addField(field, field.key);
  for (const [label, key] of Object.entries(commonLabels)) add(label, key);
  // The kind of paper and the style are settled otherwise; a header row never sets them.
  for (const [label, key] of keys) if (key === 'type' || key === 'house-style') keys.delete(label);
  const committees = new Map<string, string>();
  for (const style of styles) for (const { name } of style.committees) if (!committees.has(name.toLowerCase())) committees.set(name.toLowerCase(), name);
  return {
    type,
    houseStyle,
    section: (text) => {
      if (text.length > 160) return null;
      for (const layout of layouts) {
        const found = sectionOfHeading(layout, text);
        if (found) return found;
      }
      return null;
    },
    key: (label) => (label.length > 80 ? null : (keys.get(labelKey(label)) ?? null)),
    committees,
  };
}

/** Whether a line is the whole name of a section, not the beginning of a heading that the section leaves open ("Feedback from …"). */
export const isWholeName = (section: SectionLayout, text: string): boolean =>
  [section.heading, ...section.aliases].some((name) => !name.trimEnd().endsWith('…') && sectionKey(name) === sectionKey(text));
