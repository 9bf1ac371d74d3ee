import { dayInWords } from '../model/dates/date-words.ts';
import type { ActionFact } from '../response/facts.ts';
import type { ChangeKind, ComparedAction, ComparedTexts, Comparison } from '../response/compare.ts';
import { capital, counted, inWords } from '../text/english.ts';

/** A group of changes under one heading. */
export interface ChangeGroup {
  readonly heading: string;
  /** Plain text, each one thing. */
  readonly items: readonly string[];
}

export interface Wording {
  /** Whether labels that nothing has any more are named: not in a document, where they would lead nowhere. */
  readonly namesFormerLabels: boolean;
}

/** “27 February 2026”, or what the earlier version is called where it names no day. */
export const dayOfVersion = (day: string | null, otherwise: string): string => (day === null ? otherwise : dayInWords(day));

const headings: Readonly<Record<Exclude<ChangeKind, 're-labelled'>, string>> = {
  closed: 'Completed',
  reopened: 'Open again',
  slipped: 'Due later than before',
  'brought-forward': 'Due earlier than before',
  're-rated': 'Another status',
  're-owned': 'Another owner',
  're-dated': 'Another due date',
  're-addressed': 'Other findings addressed',
  're-measured': 'Another measure',
  reworded: 'Other words',
};

/** What happened to so many actions, one or several. */
const verbs: Readonly<Record<Exclude<ChangeKind, 're-labelled'>, readonly [string, string]>> = {
  closed: ['was completed', 'were completed'],
  reopened: ['was opened again', 'were opened again'],
  slipped: ['is due later', 'are due later'],
  'brought-forward': ['is due earlier', 'are due earlier'],
  're-rated': ['has another status', 'have another status'],
  're-owned': ['has another owner', 'have another owner'],
  're-dated': ['has another due date', 'have another due date'],
  're-addressed': ['addresses other findings', 'address other findings'],
  're-measured': ['has another measure', 'have another measure'],
  reworded: ['is worded anew', 'are worded anew'],
};

/** “The plan has 12 actions, 2 more than on 27 February 2026. Since then 3 were completed and 1 is due later; 8 are as they were.” */
export function summaryOf({ before, now, counts }: Comparison): string {
  const more = now.actions - before.actions;
  const then = before.day === null ? 'before' : `on ${dayInWords(before.day)}`;
  const said = [
    ...Object.entries(verbs).flatMap(([kind, [one, many]]) => {
      const count = counts[kind as ChangeKind];
      return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
    }),
    ...(counts.added > 0 ? [`${counts.added} ${counts.added === 1 ? 'was' : 'were'} added`] : []),
    ...(counts.removed > 0 ? [`${counts.removed} ${counts.removed === 1 ? 'was' : 'were'} taken out`] : []),
  ];
  const size = `There ${now.actions === 1 ? 'is' : 'are'} ${counted(now.actions, 'action')}${more === 0 ? `, as many as ${then}` : `, ${Math.abs(more)} ${more > 0 ? 'more' : 'fewer'} than ${then}`}.`;
  if (said.length === 0) return `${size} None of them has changed.`;
  const same = counts.unchanged === 0 ? '' : ` ${counts.unchanged} ${counts.unchanged === 1 ? 'is' : 'are'} as before.`;
  return `${size} Since then ${inWords(said)}.${same}`;
}

/** The changes in groups, those without any left out. */
export function changeGroups(comparison: Comparison, wording: Wording): readonly ChangeGroup[] {
  const { actions, findings, recommendations, measures } = comparison;
  const about = (action: ActionFact, isHere: boolean) =>
    `${nameOf(action, isHere || wording.namesFormerLabels)}${action.owner ? ` (${action.owner})` : ''}`;
  const ofKind = (kind: Exclude<ChangeKind, 're-labelled'>): ChangeGroup => ({
    heading: headings[kind],
    items: actions.kept.flatMap((action) =>
      action.changes
        .filter((change) => change.kind === kind)
        .map(({ from, to }) =>
          kind === 'closed' ? about(action.now, true) : `${nameOf(action.now, true)}: ${changeInWords(kind, from, to, action)}`,
        ),
    ),
  });
  const relabelled = actions.kept.filter(({ changes }) => changes.some(({ kind }) => kind === 're-labelled'));
  const groups: ChangeGroup[] = [
    ofKind('closed'),
    ofKind('reopened'),
    ofKind('slipped'),
    ofKind('brought-forward'),
    ofKind('re-dated'),
    ofKind('re-rated'),
    ofKind('re-owned'),
    {
      heading: 'New actions',
      items: actions.added.map((action) => `${about(action, true)}${action.due ? `, due ${action.due.text}` : ''}`),
    },
    { heading: 'Actions taken out', items: actions.removed.map((action) => about(action, false)) },
    ofKind('re-addressed'),
    ofKind('re-measured'),
    ofKind('reworded'),
    {
      heading: 'Another label',
      items: wording.namesFormerLabels
        ? relabelled.map(
            ({ before, now }) => `${before.label?.text ?? 'no label'} is now ${now.label?.text ?? 'without label'}: ${now.text}`,
          )
        : [],
    },
    { heading: 'Measures that moved', items: measures.moved.map(({ before, now }) => `${nameOf(now, true)}: ${valuesMoved(before, now)}`) },
    ...textGroups('findings', findings, wording),
    ...textGroups('recommendations', recommendations, wording),
    ...textGroups('measures', measures, wording),
  ];
  return groups.filter(({ items }) => items.length > 0);
}

/** Whether a heading is that of a group of changes. */
export const isChangeHeading = (text: string): boolean =>
  Object.values(headings).includes(text) ||
  /^(?:New actions|Actions taken out|Another label|Measures that moved|New (?:findings|recommendations|measures)|(?:Findings|Recommendations|Measures) (?:taken out|in other words))$/.test(
    text,
  );

/** Whether a paragraph is the {@link summaryOf} some comparison. */
export const isSummary = (text: string): boolean => /^There (?:is|are) \S+ actions?(?:, as many as|, \S+ (?:more|fewer) than)\b/.test(text);

/** Pairs that may not be the same action, each as a question. */
export const doubtsOf = ({ actions }: Comparison): readonly string[] =>
  actions.kept
    .filter(({ isSure }) => !isSure)
    .map(({ before, now }) => `is ${nameOf(now, true)} the action that was worded “${before.text}”?`);

const nameOf = ({ label, text }: { readonly label: { readonly text: string } | null; readonly text: string }, isNamed: boolean): string =>
  label && isNamed ? `${label.text} ${text}` : text;

function changeInWords(
  kind: Exclude<ChangeKind, 're-labelled'>,
  from: string | null,
  to: string | null,
  { firstDue }: ComparedAction,
): string {
  switch (kind) {
    case 'slipped':
    case 'brought-forward': {
      const first = firstDue && firstDue.text !== from ? `, first due ${firstDue.text}` : '';
      return `due ${to} instead of ${from}${first}`;
    }
    case 're-dated':
      return to === null ? `no due date any more; it was ${from}` : from === null ? `due ${to}` : `due ${to}; it was ${from}`;
    case 'reworded':
      return `it was “${from}”`;
    case 'closed':
    case 'reopened':
    case 're-rated':
    case 're-owned':
    case 're-addressed':
    case 're-measured':
      return `${to ?? 'none'}; it was ${from ?? 'none'}`;
  }
}

function valuesMoved(before: Comparison['measures']['moved'][number]['before'], now: typeof before): string {
  const parts = (['baseline', 'target', 'actual'] as const).flatMap((name) =>
    before[name] === now[name] ? [] : [`${name} ${now[name] ?? 'none'}; it was ${before[name] ?? 'none'}`],
  );
  const by = before.by?.text === now.by?.text ? [] : [`by ${now.by?.text ?? 'no date'}; it was ${before.by?.text ?? 'no date'}`];
  return [...parts, ...by].join(', ');
}

function textGroups(
  what: 'findings' | 'recommendations' | 'measures',
  { added, removed, reworded }: ComparedTexts<{ readonly label: { readonly text: string } | null; readonly text: string }>,
  wording: Wording,
): readonly ChangeGroup[] {
  const title = capital(what);
  return [
    { heading: `New ${what}`, items: added.map((one) => nameOf(one, true)) },
    { heading: `${title} taken out`, items: removed.map((one) => nameOf(one, wording.namesFormerLabels)) },
    { heading: `${title} in other words`, items: reworded.map(({ before, now }) => `${nameOf(now, true)}: it was “${before.text}”`) },
  ];
}
