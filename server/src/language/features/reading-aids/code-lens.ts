import { clearDaysForPapers } from '../../calendar/around-meetings.ts';
import { meetingsOf } from '../../calendar/deadlines.ts';
import { textOf, textsOf } from '../../model/front-matter/front-matter.ts';
import { readDate } from '../../model/dates/due.ts';
import type { ActionItem, FindingItem } from '../../model/items.ts';
import { isOpen, stageOf } from '../../model/item-parts/read-status.ts';
import type { DocumentView, Located, Section } from '../../model/view.ts';
import { addressedLabels } from '../../response/answered.ts';
import type { ActionFact, DocumentFacts } from '../../response/facts.ts';
import { factsOf } from '../../response/facts-of.ts';
import { latenessOf } from '../../response/lateness.ts';
import type { Snapshot } from '../../snapshot.ts';
import { blockAt, startOf } from '../../syntax/layout.ts';
import type { DocumentAddress } from '../../text/document-address.ts';
import { counted, opening, withArticle } from '../../text/english.ts';
import { shifted, type Span } from '../../text/span.ts';
import { describeDay } from '../known/day-words.ts';
import { isTracked } from './tracked.ts';

/** What lenses can be about; each can be switched off by itself. */
export const lensFamilies = ['findings', 'actions', 'meeting', 'progress'] as const;
export type LensFamily = (typeof lensFamilies)[number];

/** A line of grey words above the text. What they are is worked out by {@link lensWords} when the line is seen. */
export interface CodeLens {
  readonly family: LensFamily;
  /** Of the label, the heading or the date that it stands above. */
  readonly span: Span;
}

export interface LensWords {
  readonly title: string;
  /** What a click does; null for nothing. */
  readonly click: LensClick | null;
}

export type LensClick =
  /** Shows places of this response. */
  | { readonly kind: 'show'; readonly places: readonly { readonly address: DocumentAddress; readonly span: Span }[] }
  /** Adds an action that addresses a label. */
  | { readonly kind: 'add-action'; readonly label: string };

/** Where lenses stand, in order of place. Cheap: no words are made. */
export function codeLenses(snapshot: Snapshot, wanted: (family: LensFamily) => boolean): readonly CodeLens[] {
  const { view } = snapshot;
  const found: CodeLens[] = [];
  if (wanted('meeting')) found.push(...comingMeetings(snapshot).map(({ span }): CodeLens => ({ family: 'meeting', span })));
  if (wanted('progress'))
    found.push(
      ...sectionsWithActions(view).map(({ heading }): CodeLens => ({
        family: 'progress',
        span: { start: heading.span.start, end: heading.base + heading.item.textSpan.end },
      })),
    );
  if (wanted('findings') && addressedLabels(documentsOf(snapshot)))
    found.push(
      ...view
        .items('finding')
        .filter(({ item }) => isAsked(item))
        .map((one) => ({ family: 'findings', span: placeOf(one.item, one.base) }) as const),
    );
  if (wanted('actions'))
    found.push(
      ...view
        .items('action')
        .filter(({ item }) => saysItsSource(item))
        .map((one) => ({ family: 'actions', span: placeOf(one.item, one.base) }) as const),
    );
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The words of a lens; null where what it stood above is gone. Looks at the block there, and at the facts of the response. */
export function lensWords(snapshot: Snapshot, family: LensFamily, offset: number): LensWords | null {
  const { view } = snapshot;
  if (family === 'meeting') {
    const meeting = comingMeetings(snapshot).find(({ span }) => span.start === offset);
    return meeting ? { title: meeting.title, click: null } : null;
  }
  if (family === 'progress') {
    const section = view.sections.find(({ span }) => span.start === offset);
    return section ? progressOf(snapshot, section) : null;
  }
  const index = blockAt(view.layout, offset);
  const base = startOf(view.layout, index);
  for (const item of view.model.blocks[index]?.items ?? []) {
    if (item.kind === 'finding' && family === 'findings' && placeOf(item, base).start === offset) return answersTo(snapshot, item);
    if (item.kind === 'action' && family === 'actions' && placeOf(item, base).start === offset) return sourceOf(snapshot, item);
  }
  return null;
}

const placeOf = (item: FindingItem | ActionItem, base: number): Span => shifted(item.label?.span ?? item.textSpan, base);

/** The document as it now is, and the others of its response. */
const documentsOf = ({ model, response }: Snapshot): readonly DocumentFacts[] => [
  factsOf(model),
  ...(response?.documents.filter(({ address }) => address !== model.address) ?? []),
];

// ── findings

const isAsked = ({ label, polarity }: FindingItem): boolean => label !== null && polarity !== 'strength';

function answersTo(snapshot: Snapshot, { label }: FindingItem): LensWords | null {
  if (!label) return null;
  const { words } = snapshot;
  const answers = documentsOf(snapshot)
    .filter(({ type }) => type === 'action-plan')
    .flatMap((plan) =>
      plan.actions.filter(({ addresses }) => addresses.some(({ key }) => key === label.key)).map((action) => ({ action, plan })),
    );
  if (answers.length === 0) return { title: words.say('No action yet: add one'), click: { kind: 'add-action', label: label.text } };
  const late = answers.filter(({ action, plan }) => latenessOf(action, plan, plan.asAt ?? snapshot.today) === 'overdue').length;
  const complete = answers.filter(({ action }) => action.stage === 'complete').length;
  const also = [
    ...(late > 0 ? [`${late} overdue`] : []),
    ...(complete === answers.length ? ['complete'] : complete > 0 ? [`${complete} complete`] : []),
  ];
  return {
    title: [counted(answers.length, 'action'), ...also].map(words.word).join(', '),
    click: { kind: 'show', places: answers.map(({ action, plan }) => ({ address: plan.address, span: action.nameSpan })) },
  };
}

// ── actions

/** A row of a table has its source in a cell beside it, and a line between two rows would tear the table apart. */
const saysItsSource = ({ form, addresses }: ActionItem): boolean => form !== 'table' && addresses.length > 0;

/** Longest words of a finding behind its label. */
const longestAbout = 70;

function sourceOf(snapshot: Snapshot, { addresses }: ActionItem): LensWords {
  const labels = documentsOf(snapshot).flatMap(({ address, labels: own }) => own.map((one) => ({ ...one, address })));
  const places = addresses.flatMap(({ key }) => labels.find((one) => one.key === key) ?? []);
  const [only, second] = places;
  const labelled =
    addresses.length === 1 && only && !second
      ? `${only.text}: ${opening(only.about, longestAbout)}`
      : addresses.map(({ text }) => text).join(', ');
  return {
    title: snapshot.words.say('answers {findings}', { findings: labelled }),
    click: places.length > 0 ? { kind: 'show', places: places.map(({ address, span }) => ({ address, span })) } : null,
  };
}

// ── meetings

/** Meetings of the header that are still to come, with the day by which their papers must be out. */
function comingMeetings({ view, calendar, today, words }: Snapshot): readonly { readonly span: Span; readonly title: string }[] {
  const {
    frontMatter,
    context: { type },
  } = view.model;
  if (type !== 'committee-report' && type !== 'agenda') return [];
  const places = textsOf(frontMatter, 'meeting-date');
  const published = readDate(textOf(frontMatter, 'published') ?? '');
  return meetingsOf(view)
    .filter(({ date }) => date >= today)
    .map(({ date, body, index }) => {
      const meeting = body && places.length > 1 ? `the meeting of ${withArticle(body)}` : 'the meeting';
      const latest = calendar.latestPublication(date, clearDaysForPapers);
      const title =
        published && published <= latest
          ? words.say('{number} clear working days between publication and {meeting}', {
              number: calendar.clearWorkingDays(published, date).days,
              meeting,
            })
          : words.say('{number} clear working days before {meeting}: publish by {day}', {
              number: clearDaysForPapers,
              meeting,
              day: describeDay(latest, calendar),
            });
      return { span: places[index]!.span, title };
    });
}

// ── progress

const sections = new WeakMap<DocumentView, readonly Section[]>();

/** Sections of a plan that hold actions; one all of whose actions stand in one section inside it leaves them to that. */
function sectionsWithActions(view: DocumentView): readonly Section[] {
  if (view.model.context.type !== 'action-plan') return [];
  let found = sections.get(view);
  if (!found) {
    const counts = new Map(view.sections.map((section) => [section, actionsIn(view, section).length]));
    const told = new Set(
      view.sections.flatMap((section) => (section.parent && counts.get(section) === counts.get(section.parent) ? [section.parent] : [])),
    );
    sections.set(view, (found = view.sections.filter((section) => counts.get(section)! > 0 && !told.has(section))));
  }
  return found;
}

function actionsIn(view: DocumentView, { span }: Section): readonly Located<ActionItem>[] {
  const actions = view.items('action');
  return actions.slice(firstFrom(actions, span.start), firstFrom(actions, span.end));
}

/** Index of the first item that starts at an offset or behind it. */
function firstFrom(items: readonly Located[], offset: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.span.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function progressOf({ view, model, today, words }: Snapshot, section: Section): LensWords {
  const actions = actionsIn(view, section);
  const counts = new Map<string, number>();
  for (const {
    item: { status, statusIsKnown },
  } of actions)
    if (status !== null && statusIsKnown) counts.set(status.toLowerCase(), (counts.get(status.toLowerCase()) ?? 0) + 1);
  const inScale = model.context.statusScale.statuses.flatMap(({ word }) =>
    counts.has(word.toLowerCase()) ? [`${counts.get(word.toLowerCase())} ${word.toLowerCase()}`] : [],
  );
  const without = actions.length - [...counts.values()].reduce((sum, count) => sum + count, 0);
  const late = isTracked(model)
    ? actions.filter(({ item }) => item.due?.to && item.due.to < today && isOpen({ ...item, stage: stageOf(item, model.context) }))
    : [];
  const said = inScale.length === 0 ? [] : [...inScale, ...(without > 0 ? [words.word(`${without} without a status`)] : [])];
  const title = [
    `${words.word(counted(actions.length, 'action'))}${said.length > 0 ? `: ${said.join(', ')}` : ''}`,
    ...(late.length > 0 ? [words.word(`${late.length} overdue`)] : []),
  ].join('; ');
  return {
    title,
    click:
      late.length > 0 ? { kind: 'show', places: late.map((one) => ({ address: model.address, span: placeOf(one.item, one.base) })) } : null,
  };
}

/** The plan that an action for a finding goes into: the one that answers most findings, else the first. */
export function planFor(snapshot: Snapshot): DocumentAddress | null {
  const plans = documentsOf(snapshot).filter(({ type }) => type === 'action-plan');
  const answers = ({ actions }: DocumentFacts): number =>
    actions.reduce((sum: number, { addresses }: ActionFact) => sum + addresses.length, 0);
  return plans.toSorted((a, b) => answers(b) - answers(a))[0]?.address ?? null;
}
