import type { WorkedOut } from '../../calendar/calendar.ts';
import type { IsoDate } from '../../host.ts';
import { textsOf } from '../../model/front-matter/front-matter.ts';
import { dayInWords, daysInMonth, isoDay } from '../../model/dates/date-words.ts';
import { readDate } from '../../model/dates/due.ts';
import type { ActionItem } from '../../model/items.ts';
import { actionFields, type ActionField } from '../../model/vocabulary.ts';
import { viewOf } from '../../model/view.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { Span } from '../../text/span.ts';
import { lineBefore, type Line } from '../as-written/lines.ts';
import { knownLabels } from '../known/known-labels.ts';
import { describeDay } from '../known/day-words.ts';
import { spokenDay } from './spoken-dates.ts';
import { pipesOf } from '../as-written/table-cells.ts';
import { tableAt } from '../as-written/tables.ts';
import type { Completion } from './completion-item.ts';

/** A cell of an action table or a field of an action item. */
export interface FieldPlace {
  readonly field: string;
  /** The whole content of the cell or field, in document offsets, without the white space around it. */
  readonly content: Span;
  readonly text: string;
  /** White space that must be written before the content to keep it apart from the pipe or colon. */
  readonly space: string;
  readonly label: string | null;
}

/** The cell or field that an offset stands in, or null. */
export function fieldAt(snapshot: Snapshot, line: Line, offset: number): FieldPlace | null {
  return line.block.kind === 'table-row' ? cellAt(snapshot, line, offset) : itemFieldAt(snapshot, line, offset);
}

function cellAt({ model }: Snapshot, line: Line, offset: number): FieldPlace | null {
  const table = tableAt({ model }, line.index)?.header;
  if (!table || line.block.opensContainer) return null;
  const within = offset - line.span.start;
  const pipes = pipesOf(line.text);
  const before = pipes.filter((at) => at < within);
  const leading = /^\s*\|/.test(line.text);
  const column = before.length - (leading ? 1 : 0);
  const field = table.columns[column]?.field;
  if (!field || (leading && before.length === 0)) return null;
  const start = before.length === 0 ? 0 : before.at(-1)! + 1;
  return contentOf(line, field, start, pipes.find((at) => at >= within) ?? line.text.length, labelOf(model, line));
}

function contentOf(line: Line, field: string, start: number, end: number, label: string | null): FieldPlace {
  const raw = line.text.slice(start, end);
  const lead = raw.length - raw.trimStart().length;
  const text = raw.trim();
  // In an empty cell the officer's cursor stands somewhere in the white space: all of it but one space each side gives way.
  const from = line.span.start + start + (text === '' ? Math.min(1, raw.length) : lead);
  const content = { start: from, end: text === '' ? Math.max(from, line.span.start + end - (raw.length > 1 ? 1 : 0)) : from + text.length };
  return { field, content, text, space: raw === '' || (text !== '' && lead === 0) ? ' ' : '', label };
}

const labelOf = (model: Snapshot['model'], line: Line): string | null => actionOf(model, line)?.label?.text ?? null;
const actionOf = (model: Snapshot['model'], line: Line): ActionItem | null =>
  model.blocks[line.index]?.items.find((item): item is ActionItem => item.kind === 'action') ?? null;

/** Names of fields as they are written in an action item, lower case → canonical name. Columns of tables are matched by the model. */
const fieldNames: Readonly<Record<string, ActionField>> = {
  ...Object.fromEntries(actionFields.map((name) => [name.replace('-', ' '), name])),
  lead: 'owner',
  'lead officer': 'owner',
  responsible: 'owner',
  who: 'owner',
  when: 'due',
  'by when': 'due',
  deadline: 'due',
  'target date': 'due',
  rag: 'status',
  brag: 'status',
  source: 'addresses',
  'success measure': 'measure',
};

function itemFieldAt({ model }: Snapshot, line: Line, offset: number): FieldPlace | null {
  const match = /^\s+[-*+]\s+([A-Za-z][A-Za-z ]{1,20}):/.exec(line.text);
  if (!match || offset < line.span.start + match[0].length) return null;
  const field = fieldNames[match[1]!.toLowerCase()];
  return field ? contentOf(line, field, match[0].length, line.text.length, labelOf(model, line)) : null;
}

/** What could stand in a field: owners, dates, statuses, labels. */
export function completeField(snapshot: Snapshot, place: FieldPlace, offset: number): readonly Completion[] {
  switch (place.field) {
    case 'owner':
    case 'support':
      return completePeople(snapshot, place);
    case 'due':
    case 'original-due':
    case 'start':
    case 'by':
      return completeDates(snapshot, place);
    case 'status':
      return completeStatuses(snapshot, place);
    case 'addresses':
      return completeAddresses(snapshot, place, offset);
    case 'ref':
      return completeReference(snapshot, place);
    default:
      return [];
  }
}

const whole = ({ content, space }: FieldPlace, insert: string, filter = insert) => ({
  insert: space + insert,
  replace: content,
  filter: space + filter,
});

function completePeople(snapshot: Snapshot, place: FieldPlace): readonly Completion[] {
  const { people } = snapshot.model.context;
  const used = new Map<string, number>();
  for (const { item } of viewOf(snapshot.model).items('action')) {
    const owner = item.fields.owner?.text.trim();
    if (owner && owner !== place.text) used.set(owner, (used.get(owner) ?? 0) + 1);
  }
  const known = [...people].map(([initials, { name, post }]): Completion => ({
    label: initials,
    kind: 'person',
    detail: [name, post].filter(Boolean).join(', '),
    ...whole(place, initials, `${initials} ${name ?? ''} ${post ?? ''}`),
  }));
  const owners = [...used]
    .filter(([owner]) => !people.has(owner))
    .sort((a, b) => b[1] - a[1])
    .map(([owner, times]): Completion => ({
      label: owner,
      kind: 'person',
      detail:
        times === 1 ? snapshot.words.say('owner of another action') : snapshot.words.say('owner of {number} actions', { number: times }),
      ...whole(place, owner),
    }));
  return [...known, ...owners];
}

function completeStatuses({ model }: Snapshot, place: FieldPlace): readonly Completion[] {
  return model.context.statusScale.statuses.map(({ word, meaning, aliases }): Completion => ({
    label: word,
    kind: 'status',
    detail: meaning,
    ...whole(place, word, [word, ...aliases].join(' ')),
  }));
}

function completeAddresses(snapshot: Snapshot, place: FieldPlace, offset: number): readonly Completion[] {
  // One field takes several labels: only the one that the cursor is in gives way.
  const within = Math.max(0, Math.min(place.text.length, offset - place.content.start));
  const start = Math.max(place.text.lastIndexOf(',', within - 1), place.text.lastIndexOf(';', within - 1)) + 1;
  const end = place.text.slice(within).search(/[,;]/);
  const piece = place.text.slice(start, end < 0 ? undefined : within + end);
  const lead = piece.length - piece.trimStart().length;
  const written = piece.trim();
  const there = new Set(
    place.text
      .split(/[,;]/)
      .map((text) => text.trim())
      .filter((text) => text !== written),
  );
  const replace =
    place.text === ''
      ? place.content
      : { start: place.content.start + start + lead, end: place.content.start + start + lead + written.length };
  const space = start === 0 ? place.space : lead === 0 ? ' ' : '';
  return knownLabels(snapshot)
    .filter(({ text, defines }) => (defines === 'finding' || defines === 'recommendation' || defines === 'other') && !there.has(text))
    .map(({ text, about }): Completion => ({
      label: text,
      kind: 'label',
      detail: about,
      insert: space + text,
      replace,
      filter: `${space}${text} ${about}`,
    }));
}

/** The next free label of the plan, in the Ref column. */
function completeReference(snapshot: Snapshot, place: FieldPlace): readonly Completion[] {
  const used = viewOf(snapshot.model)
    .items('action')
    .flatMap(({ item }) => (item.label && item.label.text !== place.text ? [item.label] : []));
  const plain = used.filter(({ number }) => /^\d+$/.test(number));
  const last = plain.at(-1);
  if (!last) return [];
  const prefix = last.text.slice(0, last.text.length - last.number.length);
  const next = Math.max(...plain.filter((label) => label.prefix === last.prefix).map(({ number }) => Number(number))) + 1;
  return [{ label: `${prefix}${next}`, kind: 'label', detail: snapshot.words.say('next free label'), ...whole(place, `${prefix}${next}`) }];
}

function completeDates(snapshot: Snapshot, place: FieldPlace): readonly Completion[] {
  const { calendar, today, model, words: said } = snapshot;
  const spoken = spokenDay(place.text, { today, calendar });
  if (spoken)
    return [{ label: place.text, kind: 'date', detail: describeDay(spoken, calendar), ...whole(place, dayInWords(spoken), place.text) }];
  const asked = askedPeriod(place.text);
  const periods: readonly Period[] = asked
    ? [asked]
    : [
        { count: 0, unit: 'day' },
        { count: 5, unit: 'working day' },
        { count: 10, unit: 'working day' },
        { count: 20, unit: 'working day' },
        { count: 28, unit: 'day' },
        { count: 3, unit: 'month' },
        { count: 6, unit: 'month' },
        { count: 12, unit: 'month' },
      ];
  const days = periods.map((period) => ({ ...dayAfter(period, today, calendar), words: wordsOf(period) }));
  const used = asked
    ? []
    : [
        ...new Set(
          viewOf(model)
            .items('action')
            .flatMap(({ item }) => (item.due?.precision === 'day' && item.due.to && item.due.to >= today ? [item.due.to] : [])),
        ),
      ]
        .sort()
        .slice(0, 5);
  return [
    ...beforeMeeting(snapshot, place),
    ...days.map(({ date, words, leftOut }): Completion => ({
      label: said.word(words),
      kind: 'date',
      detail: sumOf(date, leftOut, snapshot),
      ...whole(place, dayInWords(date), `${words} ${dayInWords(date)}`),
    })),
    ...used
      .filter((date) => days.every((day) => day.date !== date))
      .map((date): Completion => ({
        label: dayInWords(date),
        kind: 'date',
        detail: said.say('due date of another action, {day}', { day: describeDay(date, calendar) }),
        ...whole(place, dayInWords(date)),
      })),
  ].map((one) => (asked ? { ...one, filter: place.space + place.text } : one));
}

interface Period {
  readonly count: number;
  readonly unit: 'day' | 'working day' | 'week' | 'month';
}

/** "in 20 working days", "6 weeks", as far as typed. */
function askedPeriod(text: string): Period | null {
  const match = /^(?:in |within )?\s{0,3}(\d{1,3})\s{0,3}(working days?|wd|days?|weeks?|months?)$/i.exec(text);
  if (!match) return null;
  const unit = match[2]!.toLowerCase().replace(/s$/, '');
  return { count: Number(match[1]), unit: unit === 'wd' ? 'working day' : (unit as Period['unit']) };
}

function dayAfter({ count, unit }: Period, today: IsoDate, calendar: Snapshot['calendar']): WorkedOut {
  if (unit === 'working day') return calendar.addWorkingDays(today, count);
  return { date: unit === 'month' ? addMonths(today, count) : calendar.addDays(today, unit === 'week' ? count * 7 : count), leftOut: [] };
}

/** The day with how it was come by: what it was counted from, and the bank holidays on the way. */
function sumOf(date: IsoDate, leftOut: WorkedOut['leftOut'], { today, calendar, words }: Snapshot): string {
  const day = describeDay(date, calendar);
  if (date === today) return words.word(day);
  const start = dayInWords(today);
  return leftOut.length === 0
    ? words.say('{day}, counted from {start}', { day, start })
    : words.say('{day}, counted from {start} without {holidays}', { day, start, holidays: leftOut.map(({ name }) => name).join(', ') });
}

/** The last working day before the next meeting that the header names. */
function beforeMeeting({ model, today, calendar, words }: Snapshot, place: FieldPlace): readonly Completion[] {
  const phrase = 'before the next meeting';
  const [meeting] = textsOf(model.frontMatter, 'meeting-date')
    .flatMap(({ text }) => readDate(text) ?? [])
    .filter((date) => date > today)
    .sort();
  const day = meeting && calendar.previousWorkingDay(calendar.addDays(meeting, -1));
  if (!meeting || !day || day < today || askedPeriod(place.text)) return [];
  return [
    {
      label: words.word(phrase),
      kind: 'date',
      detail: words.say('{day}, the last working day before the meeting of {meeting}', {
        day: describeDay(day, calendar),
        meeting: dayInWords(meeting),
      }),
      ...whole(place, dayInWords(day), `${phrase} ${dayInWords(day)}`),
    },
  ];
}

/** The same day so many months on, or the last day of a shorter month. */
function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const total = year * 12 + month - 1 + months;
  const toYear = Math.floor(total / 12);
  const toMonth = (total % 12) + 1;
  return isoDay(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))!;
}

const wordsOf = ({ count, unit }: Period): string => (count === 0 ? 'today' : `in ${count} ${unit}${count === 1 ? '' : 's'}`);

/** Names of the fields that an action item lacks, on a new line inside it. */
export function missingFields(snapshot: Snapshot, line: Line): { readonly names: readonly string[]; readonly start: number } | null {
  const marker = /^\s+[-*+]\s+/.exec(line.text);
  if (!marker || line.block.kind !== 'list-item' || line.text.slice(marker[0].length).includes(':')) return null;
  const action = actionOf(snapshot.model, line);
  const above = lineBefore(snapshot.view, line);
  if (!action || !above || above.index !== line.index) return null;
  const names: readonly [ActionField, string][] = [
    ['owner', 'Owner'],
    ['due', 'Due'],
    ['addresses', 'Addresses'],
    ['measure', 'Measure'],
    ['status', 'Status'],
    ['evidence', 'Evidence'],
    ['progress', 'Progress'],
    ['resources', 'Resources'],
  ];
  return { names: names.filter(([field]) => !action.fields[field]).map(([, name]) => name), start: line.span.start + marker[0].length };
}
