import { sectionKey } from '../../house-styles/section-names.ts';
import type { ActionField, MeasureField, Polarity } from '../vocabulary.ts';
import { mayBeAction, wordedColumn, wordedField } from './worded-names.ts';

/** Names that plans give to a column or a field (domain.md part 2.1), by what it holds. The canonical name is one of them. */
const actionNames: Readonly<Record<ActionField, string>> = {
  ref: 'ref, reference, no, nos, number, id, item, item no, ref no, reference number, action ref, action reference, action no, action number',
  addresses:
    'addresses, address, source, issue, issues, finding, findings, finding addressed, findings addressed, finding ref, recommendation, recommendation addressed, ofsted recommendation, ofsted area for improvement, area for improvement, areas for improvement, area for priority action, ofsted para no, ofsted paragraph, ofsted para, links to, linked to, link to finding, responds to, in response to, inspection finding, inspection findings, relates to, area',
  outcome:
    'outcome, outcomes, objective, objectives, intended outcome, intended outcomes, desired outcome, expected outcome, aim, aims, goal, what difference will it make, what difference will this make',
  action:
    'action, actions, what, key action, key actions, action required, actions required, action needed, agreed action, smart action, smart actions, improvement action, proposed action, planned action, response, our response, council response, management response, executive response, cabinet response, force response, service response, partnership response, directorate response, officer response, response and action, response and actions, action response, response action, actions in response, action in response, agreed response, proposed response, what we will do, what will we do, what will be done, what needs to be done, what are we going to do, key future actions, task, tasks, activity, activities, action point, action points, action to be taken, actions to be taken, actions agreed, agreed actions, specific action, specific actions, improvement actions, what we are going to do, what are we doing, what we are doing, recommended action, recommended actions, action agreed, steps to be taken',
  owner:
    'owner, owners, lead, leads, who, by whom, responsible, lead person, lead officer, lead officers, lead professional, person responsible, persons responsible, responsible officer, responsible person, officer responsible, post responsible, accountable, accountable officer, accountable lead, action owner, action lead, responsible owner, responsibility, led by, lead responsible, who is responsible, who is leading, who is leading this, who leads, who leads this, who is accountable, who will lead this, who will do this, who will do it, leading officer, lead organisation, lead partner, lead director, lead director officer, lead team, actioned by, to be actioned by, action by, action for, assigned to, owned by, delivered by, action officer, action holder, allocated to, lead agency, lead service, lead manager, lead name, senior responsible officer, sro, who will lead, who by, led by whom, responsible lead, responsible manager, force lead, strategic lead, operational lead, delivery lead, service lead, named lead, key lead, workstream lead, senior lead, executive lead, business owner, accountability, officer, officers, improvement lead, project lead, programme lead, theme lead, priority lead, partnership lead',
  support:
    'support, supported by, supporting, supporting officer, supporting officers, task and finish group, contributors, partners, others involved, with',
  start: 'start, start date, starts, started, from, begin, date started, start by',
  due: 'due, due date, due by, when, by when, timescale, timescales, timeframe, target date, target completion date, completion date, expected completion, complete by, completed by, to be completed by, date for completion, planned completion date, deadline, end, end date, date due, by, revised date, revised due date, current due date, time scale, time scales, timeline, timelines, time frame, implementation date, delivery date, date of completion, target completion, target timescale, due for completion, by what date, complete by date, when by, to be done by, action due, finish, finish by, finish date, completion, completion by, expected date, expected completion date, planned date, planned end date, planned end, proposed completion date, forecast completion date, deadline date, target end date, timing, timings, date by, revised, revised timescale, revised target date, revised deadline, new date, force deadline, hmicfrs deadline',
  'original-due':
    'original due, original due date, original date, original target date, original deadline, original timescale, original completion date, original, original target, baseline date, first due, first due date',
  milestones: 'milestones, milestone, key milestones, how, steps, key steps, how will we do it',
  measure:
    'measure, measures, success measure, success measures, success criteria, success criterion, measure of success, measures of success, what will success look like, what success will look like, what success looks like, kpi, kpis, outcome measure, outcome measures, impact measure, impact measures, performance measure, performance measures, how will we know, how we will know, how we will measure it, how will we measure success',
  resources: 'resources, resource, resource implications, cost, costs, funding, budget',
  evidence: 'evidence, evidence of impact, evidence of completion, evidence of progress, evaluation, evidence source, sources of evidence',
  impact: 'impact, impact so far, impact to date, difference made, outcome achieved',
  progress:
    'progress, update, updates, progress update, progress updates, progress report, progress achieved, progress to date, progress so far, latest update, latest position, current position, commentary, latest progress, position, update and comments, status update, progress note, progress notes, action taken, actions taken, comments, comment, progress comments',
  status:
    'status, current status, rag, r a g, rag status, rag rating, brag, b r a g, brag status, brag rating, rating, action status, progress status, progress rag, rag progress, progress status rag, completion status, open closed, rag score',
  assurance:
    'assurance, monitoring, monitored by, where monitored, monitoring and evaluation, governance, oversight, reports to, monitoring arrangements, forum',
};

const measureNames: Readonly<Record<MeasureField, string>> = {
  ref: 'ref, reference, no, number, id, measure ref, indicator ref, measure no',
  measure:
    'measure, measures, indicator, indicators, performance indicator, key performance indicator, performance measure, success measure, success measures, kpi, kpis, outcome measure, what we measure, what we will measure, target description',
  baseline: 'baseline, starting point, start, position at inspection, at inspection, previous, where we started, was, baseline position',
  target: 'target, targets, goal, aim, ambition, target value, what good looks like',
  actual:
    'actual, current, now, latest, current performance, current position, latest position, performance, result, latest figure, position now, actual performance',
  by: 'by, by when, when, date, target date, due, due date, deadline, timescale, to be met by',
};

const findingNames: Readonly<Record<string, Polarity | 'unsaid'>> = {
  finding: 'unsaid',
  findings: 'unsaid',
  'inspection finding': 'unsaid',
  'inspection findings': 'unsaid',
  'what inspectors found': 'unsaid',
  'what ofsted found': 'unsaid',
  'area for improvement': 'improvement',
  'areas for improvement': 'improvement',
  'ofsted area for improvement': 'improvement',
  'what needs to improve': 'improvement',
  'area for priority action': 'priority',
  'areas for priority action': 'priority',
  'priority action': 'priority',
  strength: 'strength',
  strengths: 'strength',
  'what is working well': 'strength',
};

const byName = <F extends string>(names: Readonly<Record<F, string>>): ReadonlyMap<string, F> =>
  new Map((Object.entries(names) as [F, string][]).flatMap(([field, list]) => list.split(', ').map((name) => [name, field] as const)));

const actionFieldNames = byName(actionNames);
const measureFieldNames = byName(measureNames);

/**
 * Lower case, without punctuation, a bracketed tail or a question mark: `By When?` → `by when`, `Person(s) responsible` → `persons
 * responsible`. `#` is how some plans head their numbers.
 */
const keyOf = (name: string): string => sectionKey(name.replace(/\(s\)/gi, 's').replaceAll('#', ' no '));

/** The column or field of an action that a name stands for, or null. */
export const actionFieldOf = (name: string): ActionField | null => {
  const key = keyOf(name);
  return actionFieldNames.get(key) ?? wordedField(key);
};

/**
 * The same for the head of a column, where several names may stand together: `Lead / support`, `Resources: staff, money`, `Progress and
 * impact`. The first one counts.
 */
export function actionColumnOf(name: string): ActionField | null {
  const key = keyOf(name);
  return knownColumnOf(name, key) ?? wordedColumn(key);
}

/** Several names of a column, one by one. */
const joint = /[/:,&+]|\s(?:and|or)\s/;

function knownColumnOf(name: string, key: string): ActionField | null {
  const whole = actionFieldNames.get(key);
  if (whole) return whole;
  const fields = joint.test(name)
    ? name
        .split(joint)
        .map(actionFieldOf)
        .filter((field) => field !== null)
    : [];
  // "Start/Rev/End" holds the day by which it is to be done.
  return fields[0] === 'start' && fields.includes('due') ? 'due' : (fields[0] ?? null);
}

/**
 * The fields of all columns of a table of actions. A name that only its words tell gives way to one that is known. Beside a column of
 * actions one of responses says whether they are agreed; where none is one of actions, what is described or delivered is, if somebody is to
 * do it by a day. Beside an action and its owner a date is the one that it is due on, where no other is.
 */
export function actionColumnsOf(names: readonly string[]): readonly (ActionField | null)[] {
  const known = names.map((name) => knownColumnOf(name, keyOf(name)));
  const worded = known.map((field, index) => field ?? unlessKnown(wordedColumn(keyOf(names[index]!)), known));
  const hasDay = worded.includes('due') || !worded.includes('action') || !worded.includes('owner');
  const fields = hasDay ? worded : worded.map((field, index) => field ?? (keyOf(names[index]!) === 'date' ? 'due' : null));
  const isResponse = names.map((name, index) => fields[index] === 'action' && /\bresponse\b/i.test(name) && !/\bactions?\b/i.test(name));
  if (fields.some((field, index) => field === 'action' && !isResponse[index]))
    return fields.map((field, index) => (isResponse[index] ? null : field));
  const instead =
    fields.includes('action') || !fields.includes('owner') || !fields.includes('due')
      ? -1
      : names.findIndex((name) => mayBeAction(keyOf(name)));
  return instead < 0 ? fields : fields.map((field, index) => (index === instead ? 'action' : field));
}

const unlessKnown = (field: ActionField | null, known: readonly (ActionField | null)[]): ActionField | null =>
  field !== null && known.includes(field) ? null : field;

/** The day or year that a column of figures is of: "Target July 2025", "2023/24 baseline". */
const ofWhen =
  /\b(?:(?:as at|at|by|end of|for|q[1-4]|\d{1,2}(?:st|nd|rd|th)?) )*(?:(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)?\s*(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?\b/gi;
const figures: ReadonlySet<MeasureField> = new Set<MeasureField>(['baseline', 'target', 'actual']);

/** The field of a measure that a column is named for; a figure also where its name says of when it is. */
export function measureFieldOf(name: string): MeasureField | null {
  const field = measureFieldNames.get(keyOf(name));
  if (field !== undefined || name.length > 60 || !/\d{4}/.test(name)) return field ?? null;
  const figure = measureFieldNames.get(keyOf(name.replace(ofWhen, ' ')));
  return figure !== undefined && figures.has(figure) ? figure : null;
}

/** "What Ofsted said needs to improve", "What the inspectors told us". */
const whatWasSaid =
  /^what (?:the )?(?:ofsted|cqc|hmicfrs|hmip|hmi probation|inspectors|inspectorates?|inspection team|inspection|peer team|letter|report)(?: and (?:the )?(?:ofsted|cqc))? (?:said|say|says|found|told us|tells us|identified|asked us to do)( (?:we )?(?:needs? to|needed to|have to|must) (?:improve|be better|do better|get better|change))?$/;

/** Whether a column holds inspectors' findings, and which kind where its name says so. */
export function findingColumnOf(name: string): Polarity | 'unsaid' | null {
  const key = keyOf(name);
  const said = whatWasSaid.exec(key);
  return findingNames[key] ?? (said ? (said[1] === undefined ? 'unsaid' : 'improvement') : null);
}

/** Whether a column holds what is recommended, in words and not by number. */
export const isRecommendationColumn = (name: string): boolean =>
  /^(?:(?:proposed|draft|final|our|key|scrutiny|panel|committee|peer|ofsted|cqc|inspection) )*recommendations?$/.test(keyOf(name));

/** Fields that make a list item with fields an action. "From: …" or "Impact: …" alone does not. */
export const tellingFields: readonly ActionField[] = ['owner', 'due', 'original-due', 'addresses', 'status'];
