import { stringify } from 'yaml';
import type { IsoDate } from '../../../language/host.ts';
import { formFields, formSections } from '../../../language/house-styles/house-style.ts';
import { knownField } from '../../../language/model/front-matter/known-fields.ts';
import type { DocumentType } from '../../../language/model/vocabulary.ts';
import { statedDates, weekdayOf } from '../paper/dates.ts';
import { peopleOf, type ContactRow, type Person } from './contacts.ts';
import type { FrontSheet } from './front-sheet.ts';
import type { HeaderEntry } from './header-table.ts';
import type { InspectionFacts } from './inspection-facts.ts';
import type { KnownNames } from './known-names.ts';
import { holdsBody } from './names-of-bodies.ts';

export interface HeaderFields {
  /** Values by key of the front matter; dates already in ISO form. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** Whom to ask. */
  readonly contacts: readonly Person[];
  /** Rows of the form that are sections. */
  readonly sections: readonly HeaderEntry[];
  /** Rows that neither a field nor a section is known for. */
  readonly unknown: readonly HeaderEntry[];
  /** Labels that became keys, and dates as they were written before they became ISO dates. */
  readonly rewritten: readonly string[];
  readonly problems: readonly string[];
}

const dateKeys = new Set(['meeting-date', 'published', 'notice-published', 'as-at']);
const yesOrNo = new Set(['key-decision', 'forward-plan', 'exempt']);
/** Fields that hold one value or a list. */
const takesList = (key: string): boolean => ['texts', 'dates'].includes(knownField(key)?.form ?? '');

/** What a paper that anybody may read is classified as. */
const isPublic = /^(?:public|open|unrestricted|not exempt|non-exempt|for publication|part (?:1|i|a)(?: \(?(?:open|public)\)?)?)\.?$/i;

/** “Yes” of “☒ Yes ☐ No” or “Yes ☒ No ☐”; null where not just one box is ticked. */
function tickedOption(value: string): string | null {
  const boxes = /[☐☒☑✓✗]/u;
  if (!boxes.test(value)) return null;
  const before = boxes.test(value.trim()[0]!);
  const options = [...value.matchAll(before ? /([☐☒☑✓✗])\s*([^☐☒☑✓✗]+)/gu : /([^☐☒☑✓✗]+?)\s*([☐☒☑✓✗])/gu)].map(([, one, other]) =>
    before ? { sign: one!, words: other! } : { sign: other!, words: one! },
  );
  const ticked = options.filter(({ sign }) => sign !== '☐');
  return ticked.length === 1 && options.length > 1 ? ticked[0]!.words.replace(/[/,;|]/g, ' ').trim() : null;
}

/** Sorts the rows of a header form into fields and sections. A date that cannot be told stays as written. */
export function placeHeader(entries: readonly HeaderEntry[], names: KnownNames): HeaderFields {
  const fields = new Map<string, string[]>();
  const contacts: ContactRow[] = [];
  const sections: HeaderEntry[] = [];
  const unknown: HeaderEntry[] = [];
  const rewritten: string[] = [];
  const problems: string[] = [];
  for (const entry of entries) {
    const key = names.key(entry.label);
    const values = entry.values.filter((value) => value !== '');
    // A label may be a field of one council and a section of another ("Purpose of report"): a sentence is a section's text.
    const isProse = values.some((value) => value.split(/\s/).length > (key === 'decision-type' ? 6 : 30));
    if (key?.startsWith('contact.') && !isProse && !isSectionOfForm(entry.label, key, names)) {
      rewritten.push(entry.label);
      const parts = values.flatMap((cell) => partsOf(cell, key));
      if (key === 'contact.name') contacts.push({ people: parts.flatMap((part) => personIn(part, rewritten)) });
      else contacts.push({ part: key.slice('contact.'.length) as keyof Person, values: parts });
    } else if (
      key !== null &&
      !isProse &&
      !isSectionOfForm(entry.label, key, names) &&
      !(key === 'title' && (fields.get('title')?.length ?? 0) > 0)
    ) {
      const written = fields.get(key) ?? [];
      fields.set(key, written);
      rewritten.push(entry.label);
      for (const value of values.flatMap((cell) => partsOf(cell, key))) {
        if (dateKeys.has(key)) {
          const date = onlyDate(value);
          const time = (key === 'meeting-date' && !fields.has('time') ? (date?.time ?? timeAlone.exec(value)?.[1]) : null) ?? null;
          if (time !== null) fields.set('time', [time]);
          if (date && (date.time === null || time !== null)) {
            written.push(date.iso);
            rewritten.push(value);
          } else if (time === null) {
            problems.push(`“${entry.label}” says “${value}”, which is no full date; it was kept as it is.`);
            written.push(value);
          } else rewritten.push(value);
        } else if (key === 'exempt' && isPublic.test(value)) {
          written.push('no');
          rewritten.push(value);
        } else if (yesOrNo.has(key)) {
          const ticked = tickedOption(value);
          if (ticked) rewritten.push(value);
          const said = ticked ?? value;
          written.push(/^(?:yes|no)\.?$/i.test(said) ? said.replace('.', '').toLowerCase() : said);
        } else if (key === 'wards') written.push(value.replace(/;$/, '').replace(/^\(([^()]*)\)$/, '$1'));
        else if (key === 'decision-type') written.push(/^[A-Z][a-z]+$/.test(value) ? value.toLowerCase() : value);
        else {
          const ticked = tickedOption(value);
          if (ticked) rewritten.push(value);
          written.push(ticked ? ticked.replace(/^(?:Yes|No)$/, (word) => word.toLowerCase()) : value);
        }
      }
    } else if (names.section(entry.label)) sections.push(entry);
    else unknown.push(entry);
  }
  return { fields, contacts: peopleOf(contacts), sections, unknown, rewritten, problems };
}

/** "10.00 am", "at 2pm". */
const timeAlone = /^,?\s*(?:at\s+)?(\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\.?|noon)?|\d{1,2}\s*(?:[ap]\.?m\.?|noon))$/i;

/**
 * The values that stand in one cell: each line is one where the field holds a list, and each person whom to ask. A sentence or name may go
 * on on the next line.
 */
function partsOf(cell: string, key: string): readonly string[] {
  const lines = cell.split('\n');
  if (key === 'contact.name') return peopleIn(lines);
  if (key.startsWith('contact.')) return lines;
  if (!takesList(key)) return [lines.join(' ')];
  const goesOn = (line: string, next: string): boolean =>
    /^[\p{Ll}&(]/u.test(next) || /(?:[,&–-]|\b(?:and|of|the|for|to|with))$/i.test(line) || (key === 'body' && !holdsBody.test(line));
  return lines
    .reduce<string[]>((parts, line) => {
      const before = parts.at(-1);
      if (before !== undefined && !dateKeys.has(key) && goesOn(before, line)) parts[parts.length - 1] = `${before} ${line}`;
      else parts.push(line);
      return parts;
    }, [])
    .map((part) => part.replace(/^• /, '').replace(/[;,]$/, ''));
}

/** Lines about people, those of each person together: what follows a telephone number or an address and is neither begins the next one. */
function peopleIn(lines: readonly string[]): readonly string[] {
  const isTouch = (line: string): boolean => /@|(?:\+44|\b0)[\d ()]{8,14}\d|^(?:e-?mail|tel(?:ephone)?|phone)\b/i.test(line);
  return lines.reduce<string[]>((people, line) => {
    const before = people.at(-1);
    const isNext = before === undefined || (isTouch(before) && !isTouch(line));
    if (isNext) people.push(line);
    else people[people.length - 1] = `${before}${/[,:;]$/.test(before) ? '' : ','} ${line}`;
    return people;
  }, []);
}

/** "Jo Marsh, 01999 555123, jo.marsh@seaborne.example": name, telephone and address of one person. Nobody where nothing is said. */
function personIn(value: string, rewritten: string[]): readonly Person[] {
  const email = /[^\s,;:<>()]+@[^\s,;:<>()]+/.exec(value)?.[0];
  const phone = /(?:\+44|\b0)[\d ()]{8,14}\d/.exec(value)?.[0];
  if (email === undefined && phone === undefined) return value === '' ? [] : [{ name: value }];
  const rest = [email, phone].reduce((text: string, part) => (part === undefined ? text : text.replace(part, ' ')), value);
  const name = rest
    .replace(/\b(?:or\s+)?(?:e-?mail|tel(?:ephone)?(?: no| number)?|phone)\b\.?:?/gi, (label) => {
      rewritten.push(label);
      return ' ';
    })
    .replace(/<br>|[\s,;:()<>|/–-]+$|^[\s,;:()<>|/–-]+/g, ' ')
    .replace(/\s*[,;]\s*(?:[,;]\s*)+/g, ', ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[,;]$/, '');
  return [
    {
      ...(name === '' ? {} : { name }),
      ...(phone === undefined ? {} : { phone: phone.trim() }),
      ...(email === undefined ? {} : { email: email.trim() }),
    },
  ];
}

/** Whether the house style prints this row as a section and has no field of that name: "Purpose of Report". */
function isSectionOfForm(label: string, key: string, names: KnownNames): boolean {
  const layout = names.houseStyle.types[names.type];
  const section = names.section(label);
  return (
    section !== null &&
    layout !== undefined &&
    formSections(layout).includes(section) &&
    !formFields(layout).some((field) => field.key === key.split('.')[0])
  );
}

/** The date of a cell that holds nothing else, a day of the week and a time allowed. */
function onlyDate(value: string): { readonly iso: IsoDate; readonly text: string; readonly time: string | null } | null {
  const dates = statedDates(value);
  const [date] = dates;
  if (dates.length !== 1 || !date || date.from !== date.to) return null;
  // A day of the week is left out only where it is the right one; a wrong one stays for the check to find.
  const weekday = weekdayOf(date.from);
  const before = value
    .slice(0, date.start)
    .replace(new RegExp(`\\b${weekday}\\b`, 'i'), '')
    .replace(/[\s.,;]+/g, '');
  const after = value.slice(date.end);
  const time = timeAlone.exec(after)?.[1] ?? null;
  return before === '' && (time !== null || after.replace(/[\s.,;]+/g, '') === '') ? { iso: date.from, text: date.text, time } : null;
}

export interface FrontMatterParts {
  /** Null where nobody can tell. */
  readonly type: DocumentType | null;
  readonly houseStyle: string;
  readonly sheet: FrontSheet;
  readonly header: HeaderFields;
  readonly title: string | null;
  /** When the meeting begins, where the title said it. */
  readonly time: string | null;
  readonly published: IsoDate | null;
  /** Day whose position a plan tells. */
  readonly asAt: IsoDate | null;
  readonly inspection: InspectionFacts | null;
}

const order = [
  'type',
  'house-style',
  'title',
  'body',
  'meeting-date',
  'time',
  'venue',
  'agenda-item',
  'published',
  'as-at',
  'author',
  'contact',
  'report-of',
  'portfolio',
  'wards',
  'key-decision',
  'forward-plan',
  'exempt',
  'decision-type',
];

/** The front matter, fences included. */
export function writeFrontMatter({ type, houseStyle, sheet, header, title, time, published, asAt, inspection }: FrontMatterParts): string {
  const values = new Map<string, unknown>([...(type ? [['type', type] as const] : []), ['house-style', houseStyle]]);
  const set = (key: string, value: unknown) => {
    if (value !== null && value !== undefined && value !== '' && !values.has(key)) values.set(key, value);
  };
  for (const [key, written] of header.fields) {
    if (written.length === 0) continue;
    set(key, written.length > 1 && takesList(key) ? written : written.length > 1 ? written.join('; ') : written[0]);
  }
  set('title', title);
  set('body', sheet.body);
  set('meeting-date', sheet.meetingDate);
  set('report-of', sheet.reportOf);
  if (type === 'agenda') {
    set('time', sheet.time);
    set('venue', sheet.venue);
  }
  set('time', time);
  set('agenda-item', sheet.agendaItem);
  const item = values.get('agenda-item');
  if (typeof item === 'string' && /^\d{1,3}$/.test(item)) values.set('agenda-item', Number(item));
  set('published', published);
  set('as-at', asAt);
  if (header.contacts.length > 0) set('contact', header.contacts.length === 1 ? header.contacts[0] : header.contacts);
  set('inspection', inspection);
  const keys = [...order.filter((key) => values.has(key)), ...[...values.keys()].filter((key) => !order.includes(key))];
  return `---\n${stringify(Object.fromEntries(keys.map((key) => [key, values.get(key)])), { lineWidth: 0 })}---\n`;
}
