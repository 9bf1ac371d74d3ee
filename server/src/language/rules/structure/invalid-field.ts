import type { FieldLayout } from '../../house-styles/house-style.ts';
import type { FrontMatterField } from '../../model/front-matter/front-matter.ts';
import { isoDay, monthNames } from '../../model/dates/date-words.ts';
import { knownFields, type KnownField } from '../../model/front-matter/known-fields.ts';
import type { Span } from '../../text/span.ts';
import { listedIn, writeChoice } from '../choices.ts';
import { documentRule, type LocatedProblem } from '../rule.ts';
import { inWords, nearest } from '../wording.ts';

type Message = 'unreadable' | 'date' | 'impossibleDate' | 'period' | 'choice' | 'yesOrNo' | 'number' | 'exempt' | 'map' | 'single';

export default documentRule<Message>({
  name: 'structure/invalid-field',
  summary: 'A line of the header has a value that cannot be right there.',
  why: `Deadlines, clear days and the status of actions are worked out from the header. A date that cannot be read, or a word where yes or no is
needed, makes them silently wrong, so the header takes dates in one form only: year, month, day.`,
  sources: [
    { title: 'ISO 8601: dates written as year, month and day', certainty: 'practice' },
    {
      title: 'Local Government Act 1972, Schedule 12A, Part 1: seven paragraphs of exempt information',
      url: 'https://legislation.gov.uk/ukpga/1972/70/schedule/12A/2022-04-21/data.html',
      certainty: 'seen',
    },
  ],
  severity: 'error',
  messages: {
    unreadable: '{reason}',
    date: '“{key}” needs a date such as 2026-05-12: year, month and day.',
    impossibleDate: '“{key}” names a day that is not in the calendar.',
    period: '“{key}” needs a date such as 2026-05-12, or two with a slash between them: 2026-05-12/2026-05-13.',
    choice: '“{value}” is not a value of “{key}”. Use one of: {list}.',
    yesOrNo: '“{key}” needs yes or no.',
    number: '“{key}” needs a number.',
    exempt: '“{key}” needs no, yes, or the numbers of paragraphs 1 to 7 of Schedule 12A.',
    map: '“{key}” needs lines of its own under it, each with a name, a colon and a value.',
    single: '“{key}” takes one value, not several.',
  },
  examples: {
    valid: [
      {
        title: 'Dates, yes and no, and a visit of two days',
        text: `---
type: committee-report
meeting-date: [2026-06-09, 2026-07-06]
key-decision: no
exempt: [1, 2]
inspection:
  inspectorate: Ofsted
  visited: 2026-05-12/2026-05-13
  letter-dated: 2026-05-29
---
# Focused visit
`,
      },
      { title: 'A line without a value says nothing wrong', text: '---\ntype: action-plan\npublished:\n---\n# Plan\n' },
    ],
    invalid: [
      { title: 'A header that never ends', text: '---\n^^^\ntype: action-plan\ntitle: Improvement plan\n\n# Improvement plan\n' },
      {
        title: 'A date in another form',
        text: `---
type: committee-report
meeting-date: 6 July 2026
              ^^^^^^^^^^^
inspection:
  received: 2026-02-30
            ^^^^^^^^^^
---
# Focused visit
`,
      },
      {
        title: 'A word where yes or no is needed, and a paragraph that Schedule 12A does not have',
        text: `---
type: committee-report
key-decision: perhaps
              ^^^^^^^
exempt: paragraph 9
        ^^^^^^^^^^^
---
# Focused visit
`,
      },
      {
        title: 'A kind of document that is not known',
        text: `---
type: comittee-report
      ^^^^^^^^^^^^^^^
---
# Focused visit
`,
        fixed: `---
type: committee-report
---
# Focused visit
`,
      },
      {
        title: 'A period that is none, a number in words, and one line where several are needed',
        text: `---
type: committee-report
published: [2026-06-01, 2026-06-02]
           ^^^^^^^^^^^^^^^^^^^^^^^^
inspection:
  number: seventh
          ^^^^^^^
  visited: 12 and 13 May 2026
           ^^^^^^^^^^^^^^^^^^
  judgements: good
              ^^^^
---
# Focused visit
`,
      },
      {
        title: 'A line that cannot be read',
        text: `---
type: committee-report
title: "Focused visit
       ^^^^^^^^^^^^^^
---
# Focused visit
`,
      },
    ],
  },
  fixes: {
    pick: {
      title: 'Change it to “{value}”',
      safe: false,
      choices: ({ problem: { data } }) => {
        const values = listedIn(data, 'values');
        const near = nearest(String(data['value'] ?? ''), values);
        return [...near, ...values.filter((value) => !near.includes(value))].map((value) => ({
          title: 'Change it to “{pick}”',
          data: { pick: value },
        }));
      },
      edits: writeChoice('pick'),
    },
    date: {
      title: 'Write it as {iso}',
      safe: true,
      edits: ({ problem: { span, data } }) => (data['iso'] ? { here: [{ span, newText: String(data['iso']) }] } : null),
    },
  },
  reads: [],
  *check({ frontMatter, document }) {
    for (const { message, span } of frontMatter.problems) yield { message: 'unreadable', data: { reason: message }, on: null, span };
    yield* checkFields(frontMatter.fields, knownFields, document.layout.fields);
  },
});

type Found = LocatedProblem<Message>;

function* checkFields(
  fields: ReadonlyMap<string, FrontMatterField>,
  known: readonly KnownField[],
  layout: readonly FieldLayout[],
): Generator<Found> {
  for (const { key, form, values, fields: inner } of known) {
    const found = fields.get(key);
    if (!found || found.value === null || found.value === '') continue;
    const ofStyle = layout.find((one) => one.key === key);
    yield* checkForm(found, form, ofStyle?.values ?? (form === 'choice' ? values : undefined));
    if (inner)
      for (const map of [found.fields, ...found.items.map((item) => item.fields)])
        if (map.size > 0) yield* checkFields(map, inner, ofStyle?.fields ?? []);
  }
}

function* checkForm(found: FrontMatterField, form: KnownField['form'], closedList: readonly string[] | undefined): Generator<Found> {
  const { key, value } = found;
  const report = (message: Message, span: Span, data: Record<string, string | number> = {}, fixes: readonly string[] = []): Found => ({
    message,
    data: { key, ...data },
    on: null,
    span,
    fixes,
  });
  const single = typeof value !== 'object';
  switch (form) {
    case 'date':
      if (!single) yield report('single', found.valueSpan);
      else yield* checkDate(found, String(value), found.valueSpan);
      return;
    case 'dates':
      if (single) yield* checkDate(found, String(value), found.valueSpan);
      else
        for (const item of found.items)
          if (item.value !== null && item.value !== '') yield* checkDate(found, String(item.value), item.span);
      return;
    case 'date-or-period': {
      const days = String(value)
        .split('/')
        .map((day) => day.trim());
      if (!single || days.length > 2 || !days.every((day) => isoForm.test(day))) yield report('period', found.valueSpan);
      else if (!days.every(isPossible)) yield report('impossibleDate', found.valueSpan);
      return;
    }
    case 'yes-or-no':
      if (!single || !/^(yes|no|true|false|y|n|n\/a)\b/i.test(String(value)))
        yield report('yesOrNo', found.valueSpan, { value: String(value), values: 'yes|no' }, ['pick']);
      return;
    case 'number':
      if (!single || !/^[0-9]+$/.test(String(value).trim())) yield report('number', found.valueSpan);
      return;
    case 'exempt':
      if (!isExemption(value)) yield report('exempt', found.valueSpan);
      return;
    case 'people':
    case 'map':
      if (single || Array.isArray(value)) yield report('map', found.valueSpan);
      return;
    default: {
      if (!closedList) return;
      const parts = single ? [{ value, span: found.valueSpan }] : found.items;
      for (const part of parts) {
        const written = String(part.value ?? '').trim();
        if (written === '' || closedList.some((one) => one.toLowerCase() === written.toLowerCase())) continue;
        yield report('choice', part.span, { value: written, values: closedList.join('|'), list: inWords(closedList) }, ['pick']);
      }
    }
  }
}

const isoForm = /^\d{4}-\d{2}-\d{2}$/;
function* checkDate({ key }: FrontMatterField, written: string, span: Span): Generator<Found> {
  const text = written.trim();
  if (!isoForm.test(text)) {
    const iso = isoOf(text);
    yield { message: 'date', data: { key, ...(iso && { iso }) }, on: null, span, fixes: iso ? ['date'] : [] };
  } else if (!isPossible(text)) yield { message: 'impossibleDate', data: { key }, on: null, span };
}

function isPossible(iso: string): boolean {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return isoDay(year, month, day) !== null;
}

/** `6 July 2026`, `06/07/2026` → `2026-07-06`, day first as officers here write; null for anything else. */
function isoOf(text: string): string | null {
  const words = /^(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9}) (\d{4})$/.exec(text);
  const figures = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  const month = words
    ? monthNames.findIndex((name) => [name, name.slice(0, 3)].some((one) => one.toLowerCase() === words[2]!.toLowerCase())) + 1
    : Number(figures?.[2] ?? 0);
  const year = words?.[3] ?? figures?.[3];
  const day = Number(words?.[1] ?? figures?.[1]);
  if (!year || month === 0) return null;
  return isoDay(Number(year), month, day);
}

/** `no`, `yes`, `3`, `[1, 2]`, `paragraphs 1 and 3`, and fuller wordings that name a paragraph from 1 to 7. */
function isExemption(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isExemption);
  if (typeof value === 'object') return false;
  const text = String(value).trim().toLowerCase();
  // What is only called exempt or confidential lacks its paragraph: privacy/exempt-without-paragraph says so.
  if (/^(?:no|none|n|false|not exempt|yes|y|true|open|public|exempt|confidential|private|part)\b/.test(text)) return true;
  const numbers = text.match(/\d+/g) ?? [];
  return numbers.some((number) => Number(number) >= 1 && Number(number) <= 7);
}
