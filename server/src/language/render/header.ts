import type { FieldLayout } from '../house-styles/house-style.ts';
import type { DocumentModel } from '../model/document.ts';
import { exemptionOf } from '../model/front-matter/exemption.ts';
import { dayInWords } from '../model/dates/date-words.ts';
import { knownField } from '../model/front-matter/known-fields.ts';
import { textOf, type FrontMatterField, type FrontMatterValue } from '../model/front-matter/front-matter.ts';
import { capital } from '../text/english.ts';

/** A line of the header table. */
export interface HeaderRow {
  readonly key: string;
  /** As the council prints it, without a colon. */
  readonly label: string;
  /** One, or several where the field holds a list. */
  readonly values: readonly HeaderValue[];
}

export interface HeaderValue {
  readonly text: string;
  /** What it leads to: `mailto:` for a mailbox. */
  readonly link: string | null;
}

/** What the paper says of who may read it. */
export type Marking =
  | { readonly isExempt: false }
  | { readonly isExempt: true; /** Of Part 1 of Schedule 12A. */ readonly paragraphs: readonly number[]; readonly text: string };

/** Fields that say how a document is to be read, and are never printed. */
const unprinted: ReadonlySet<string> = new Set([
  'type',
  'house-style',
  'responds-to',
  'inspection',
  'people',
  'status-scale',
  'lang',
  'title',
]);

/**
 * The header table: the fields that the front matter fills, in the house style's order and with its labels; others that are known come
 * after them.
 */
export function headerRows({ frontMatter, context }: DocumentModel): readonly HeaderRow[] {
  const { fields } = context.layout;
  const titled = fields.find(({ key }) => key === 'title');
  // The title stands over the paper; a council whose form calls it by another name ("Subject") has it in the table too.
  const hasTitle = titled !== undefined && !titled.recognisedOnly && titled.label !== 'Title';
  const rows = fields.flatMap((layout) => {
    const found = frontMatter.fields.get(layout.key);
    return !found || (unprinted.has(layout.key) && !(layout.key === 'title' && hasTitle)) ? [] : rowsOf(found, layout);
  });
  return paired(rows.filter(({ values }) => values.length > 0));
}

function rowsOf({ key, value, fields, items }: FrontMatterField, layout: FieldLayout): readonly HeaderRow[] {
  if (key === 'exempt') return [{ key, label: layout.label, values: exemptValues(value, layout.label) }];
  // Several people, each with the lines of one.
  if (items.some((item) => item.fields.size > 0))
    return items.flatMap((item) =>
      rowsOf({ key, keySpan: item.span, value: item.value, valueSpan: item.span, fields: item.fields, items: [] }, layout),
    );
  if (fields.size === 0)
    return [
      {
        key,
        label: layout.label,
        values: valuesOf(value).map((one) => (isUsual(key, one.text) ? { ...one, text: capital(one.text) } : one)),
      },
    ];
  // The first line of a map has the label of the whole ("Contact officer"), each other one its own ("Telephone number").
  return [...fields.values()].map((inner, index) => ({
    key,
    label: index === 0 ? layout.label : (layout.fields?.find((part) => part.key === inner.key)?.label ?? inner.key),
    values: valuesOf(inner.value),
  }));
}

/** Whether a value is one of those that the dialect offers: `information`, which a form prints with a capital. */
const isUsual = (key: string, value: string): boolean => knownField(key)?.values?.includes(value) === true;

function valuesOf(value: FrontMatterValue): readonly HeaderValue[] {
  if (value === null || value === '') return [];
  if (Array.isArray(value)) return (value as readonly FrontMatterValue[]).flatMap(valuesOf);
  if (typeof value === 'object') return Object.values(value).flatMap(valuesOf);
  const text = printedValue(value as string | number | boolean);
  return [{ text, link: /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text) ? `mailto:${text}` : null }];
}

function printedValue(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dayInWords(text);
  return /^(?:yes|no|all)$/.test(text) ? capital(text) : text;
}

/** How a form says that a paper is open, where its label is no question that is answered by yes or no. */
const openWords: readonly (readonly [label: RegExp, open: string])[] = [
  [/^open or /i, 'Open'],
  [/^classification$/i, 'Public'],
  [/^for general release or /i, 'For general release'],
  [/^statement of confidentiality$/i, 'None'],
];

function exemptValues(value: FrontMatterValue, label: string): readonly HeaderValue[] {
  const open = openWords.find(([form]) => form.test(label))?.[1];
  const paragraphs = [value].flat().map(String);
  if (paragraphs.every((one) => /^[1-7]$/.test(one))) {
    return [{ text: `${open === undefined ? 'Yes,' : 'Exempt'}${byVirtueOf(paragraphs)}`, link: null }];
  }
  return open !== undefined && (value === false || value === 'no') ? [{ text: open, link: null }] : valuesOf(value);
}

/** A paper for several bodies gives each its own line with the date of its meeting. */
function paired(rows: readonly HeaderRow[]): readonly HeaderRow[] {
  const body = rows.find(({ key }) => key === 'body');
  const date = rows.find(({ key }) => key === 'meeting-date');
  if (!body || !date || body.values.length < 2 || body.values.length !== date.values.length) return rows;
  const pairs = body.values.flatMap((value, index) => [
    { ...body, values: [value] },
    { ...date, values: [date.values[index]!] },
  ]);
  return rows.flatMap((row) => (row === body ? pairs : row === date ? [] : [row]));
}

/** What stands over a paper that is kept from the public; an open one is not marked. */
export function markingOf({ frontMatter }: DocumentModel): Marking {
  const exemption = exemptionOf(frontMatter);
  if (!exemption?.isExempt) return { isExempt: false };
  const { paragraphs } = exemption;
  return { isExempt: true, paragraphs, text: `Not for publication: exempt${byVirtueOf(paragraphs)}` };
}

/** The ground of an exemption, to stand behind “exempt”; empty where no paragraph is named. */
export const byVirtueOf = (paragraphs: readonly (number | string)[]): string =>
  paragraphs.length === 0
    ? ''
    : ` by virtue of ${paragraphs.length === 1 ? 'paragraph' : 'paragraphs'} ${listed(paragraphs)} of Part 1 of Schedule 12A to the Local Government Act 1972`;

/** `1`, `1 and 2`, `1, 2 and 3`. */
export const listed = (all: readonly (number | string)[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;

/** Language of the document as a screen reader needs it. */
export const languageOf = ({ frontMatter }: DocumentModel): string => {
  const said = textOf(frontMatter, 'lang');
  return said !== null && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(said) ? said : 'en-GB';
};
