import { documentTypes, typeNames } from '../vocabulary.ts';

/** What may stand behind a key of the front matter. */
export type FieldForm =
  | 'text'
  | 'texts'
  | 'date'
  | 'dates'
  | 'date-or-period'
  | 'yes-or-no'
  | 'choice'
  | 'number'
  | 'exempt'
  | 'status-scale'
  | 'people'
  | 'map'
  | 'contact'
  | 'free';

/** A key of the front matter that the dialect knows, whatever the house style. Checks, completion and hover read it. */
export interface KnownField {
  readonly key: string;
  readonly form: FieldForm;
  /** For the officer: what belongs here. */
  readonly description: string;
  /** The values of a closed list (`choice`), or the usual ones. */
  readonly values?: readonly string[];
  /** What a value stands for, where it does not say so itself. */
  readonly meanings?: Readonly<Record<string, string>>;
  /** Other spellings that people use for the key; they are not known, but the key is offered for them. */
  readonly aliases?: readonly string[];
  /** Keys of a map. A map without this may hold any key. */
  readonly fields?: readonly KnownField[];
}

const inspectionFields: readonly KnownField[] = [
  {
    key: 'inspectorate',
    form: 'text',
    description: 'Who inspected.',
    values: ['Ofsted', 'CQC', 'HMICFRS', 'HMI Probation', 'JTAI', 'Ofsted and CQC'],
    aliases: ['inspector', 'regulator'],
  },
  {
    key: 'framework',
    form: 'text',
    description: 'The framework of the inspection.',
    values: ['ILACS', 'SIF', 'JTAI', 'Area SEND', 'Youth justice'],
  },
  {
    key: 'event',
    form: 'text',
    description: 'What kind of inspection it was.',
    values: ['inspection', 'short inspection', 'standard inspection', 'focused visit', 'monitoring visit', 're-inspection'],
    aliases: ['type', 'kind', 'visit'],
  },
  { key: 'number', form: 'number', description: 'Which visit of a series it was: 7 for the seventh monitoring visit.' },
  {
    key: 'visited',
    form: 'date-or-period',
    description: 'The days on site: one day, or first and last day with a slash between them.',
    aliases: ['visit-date', 'dates', 'inspected'],
  },
  {
    key: 'letter-dated',
    form: 'date',
    description: 'The date that stands in the letter or report.',
    aliases: ['letter-date', 'dated', 'report-dated'],
  },
  {
    key: 'received',
    form: 'date',
    description: 'The day on which the council received the letter or report. Deadlines count from this day.',
    aliases: ['receipt', 'received-on', 'date-received'],
  },
  {
    key: 'published',
    form: 'date',
    description: 'The day on which the inspectorate published the letter or report.',
    aliases: ['publication', 'published-on', 'publication-date'],
  },
  { key: 'judgements', form: 'map', description: 'Each judgement with its grade.', aliases: ['judgments', 'grades', 'judgement'] },
  {
    key: 'deadline',
    form: 'date',
    description: 'The date that the inspectorate itself states for the action plan or written statement.',
    aliases: ['due', 'plan-due'],
  },
  { key: 'link', form: 'text', description: 'Where the letter or report is published.', aliases: ['url', 'address'] },
];

export const knownFields: readonly KnownField[] = [
  {
    key: 'type',
    form: 'choice',
    values: documentTypes,
    meanings: typeNames,
    description: 'What kind of document this is.',
    aliases: ['kind', 'document-type'],
  },
  { key: 'house-style', form: 'text', description: 'The council’s way of writing its papers.', aliases: ['style', 'template', 'council'] },
  { key: 'title', form: 'text', description: 'The title of the document.', aliases: ['subject', 'report-title', 'heading'] },
  {
    key: 'body',
    form: 'texts',
    description: 'The committee, panel, board or cabinet that the document goes to: one, or a list.',
    aliases: ['committee', 'report-to', 'meeting', 'panel', 'board'],
  },
  {
    key: 'meeting-date',
    form: 'dates',
    description: 'The date of the meeting, or a list with one date for each body.',
    aliases: ['date', 'date-of-meeting', 'meeting-dates'],
  },
  {
    key: 'published',
    form: 'date',
    description: 'The day on which the document is issued with the agenda.',
    aliases: ['date-of-issue', 'issued', 'publication-date'],
  },
  { key: 'author', form: 'texts', description: 'Who wrote the document.', aliases: ['authors', 'report-author', 'written-by'] },
  {
    key: 'contact',
    form: 'contact',
    description: 'Whom to ask: name, phone and email; a list where there are several people.',
    aliases: ['contact-officer', 'contacts'],
    fields: [
      { key: 'name', form: 'text', description: 'Name of the contact officer.' },
      { key: 'post', form: 'text', description: 'Post of the contact officer.' },
      { key: 'phone', form: 'text', description: 'Telephone number.', aliases: ['telephone', 'tel', 'telephone-number'] },
      { key: 'email', form: 'text', description: 'Email address.', aliases: ['e-mail', 'email-address', 'mail'] },
    ],
  },
  {
    key: 'report-of',
    form: 'texts',
    description: 'The chief officer whose report it is, by post.',
    aliases: ['report-by', 'director', 'lead-officer'],
  },
  {
    key: 'portfolio',
    form: 'texts',
    description: 'The cabinet portfolio that it belongs to.',
    aliases: ['portfolio-holder', 'cabinet-member', 'lead-member'],
  },
  { key: 'wards', form: 'texts', description: 'The wards affected, or “All”.', aliases: ['ward', 'wards-affected', 'divisions'] },
  {
    key: 'key-decision',
    form: 'yes-or-no',
    values: ['yes', 'no'],
    meanings: { yes: 'a key decision: notice is needed', no: 'not a key decision' },
    description: 'Whether it is a key decision.',
    aliases: ['is-this-a-key-decision'],
  },
  {
    key: 'forward-plan',
    form: 'yes-or-no',
    values: ['yes', 'no'],
    meanings: { yes: 'in the forward plan', no: 'not in the forward plan' },
    description: 'Whether it is included in the forward plan.',
    aliases: ['included-in-forward-plan'],
  },
  {
    key: 'exempt',
    form: 'exempt',
    values: ['no', '1', '2', '3', '4', '5', '6', '7'],
    meanings: {
      no: 'open to the public',
      1: 'information about an individual',
      2: 'information likely to reveal who an individual is',
      3: 'financial or business affairs of a person or body',
      4: 'consultations or negotiations about labour relations',
      5: 'legal professional privilege',
      6: 'a notice, order or direction that is proposed',
      7: 'prevention, investigation or prosecution of crime',
    },
    description: 'Whether it is exempt: `no`, or the numbers of the paragraphs of Part 1 of Schedule 12A that it is exempt under.',
    aliases: ['confidential', 'exempt-confidential-report', 'exempt-report'],
  },
  {
    key: 'decision-type',
    form: 'text',
    values: ['decision', 'information', 'discussion', 'noting'],
    meanings: {
      decision: 'the body decides',
      information: 'the body is informed',
      discussion: 'the body discusses',
      noting: 'the body notes',
    },
    description: 'What the body is to do with it.',
    aliases: ['purpose-of-report', 'for-decision', 'decision'],
  },
  {
    key: 'status-scale',
    form: 'status-scale',
    values: ['rag', 'brag', 'progress'],
    meanings: { rag: 'red, amber, green', brag: 'blue, red, amber, green' },
    description: 'The status words of the plan: a scale by name, or each word with its meaning.',
    aliases: ['scale', 'status', 'rag'],
  },
  {
    key: 'people',
    form: 'people',
    description: 'Initials of the people in the plan, each with name and post.',
    aliases: ['owners', 'officers', 'register'],
  },
  {
    key: 'responds-to',
    form: 'texts',
    description: 'The document that this one answers, as a path from here: one, or a list.',
    aliases: ['response-to', 'answers', 'responds'],
  },
  {
    key: 'inspection',
    form: 'map',
    description: 'The inspection that the document is about.',
    fields: inspectionFields,
    aliases: ['visit', 'ofsted'],
  },
  {
    key: 'as-at',
    form: 'date',
    description: 'The day that the plan speaks of. Actions are overdue against this day instead of today.',
    aliases: ['as-of', 'status-date', 'updated'],
  },
  { key: 'version', form: 'text', description: 'The version of the document.', aliases: ['draft', 'revision'] },
  {
    key: 'agenda-item',
    form: 'text',
    description: 'The number of the agenda item.',
    aliases: ['item', 'item-number', 'agenda-item-number'],
  },
  { key: 'venue', form: 'text', description: 'Where the body meets.', aliases: ['place', 'location'] },
  { key: 'time', form: 'text', description: 'When the meeting begins.', aliases: ['start-time', 'meeting-time'] },
  { key: 'chair', form: 'text', description: 'Who chairs the meeting.', aliases: ['chairman', 'chairperson'] },
  { key: 'lang', form: 'text', description: 'The language of the document, for screen readers.', aliases: ['language'] },
];

const byKey = new Map(knownFields.map((known) => [known.key, known]));

/** A known field by its path: `knownField('inspection', 'received')`; undefined where the dialect has none. */
export function knownField(...path: readonly string[]): KnownField | undefined {
  let found = byKey.get(path[0] ?? '');
  for (const key of path.slice(1)) found = found?.fields?.find((inner) => inner.key === key);
  return found;
}

/** What a value of a field means, or '' where it says so itself. */
export const meaningOf = (path: readonly string[], value: string): string => knownField(...path)?.meanings?.[value] ?? '';

/** Known keys directly inside a path, in the order of the dialect; the top level for an empty path. */
export const knownKeys = (path: readonly string[]): readonly string[] =>
  (path.length === 0 ? knownFields : (knownField(...path)?.fields ?? [])).map(({ key }) => key);

/** `Report of` → `report-of`: the spelling of keys. */
export const keySpelling = (written: string): string =>
  written
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
