import { dayInWords } from '../../model/dates/date-words.ts';
import { findDates } from '../../model/dates/dates.ts';
import type { ActionItem } from '../../model/items.ts';
import type { Span } from '../../text/span.ts';
import { documentRule, type LocatedProblem } from '../rule.ts';
import { isDoneByDue, isOfThePast, isRepeated, stageOf } from '../action-places.ts';

type Message = 'onTrackAndLate' | 'redWithoutDate' | 'completeInFuture';

export default documentRule<Message>({
  name: 'actions/status-against-date',
  summary: 'The status of an action contradicts its dates.',
  why: `An action that is green after its date has passed is either complete or late. When one council’s committee had the original due dates added to its
tracker, ratings turned out not to follow the council’s own rule. Nor can an action be red where no date says what it is late against, or complete on a day that has not come. The day is compared with \`as-at:\` in the header where that is given, else with
today; but a plan that does not say which day it speaks of, and all of whose dates lie more than a year back, is left as it was.`,
  sources: [
    { title: 'Reading, audit tracker, September 2022', url: 'https://democracy.reading.gov.uk/mgAi.aspx?ID=8814', certainty: 'seen' },
  ],
  types: ['action-plan'],
  severity: 'error',
  messages: {
    onTrackAndLate: '“{status}” says that this is on track, but it was due on {due}. Say that it is complete, or that it is late.',
    redWithoutDate:
      '“{status}” says that this is late or will be, but there is no date that it could be late against. Give the day that it was due.',
    completeInFuture: '“{status}” says that this is complete, but {date} has not come. Correct the status or the date.',
  },
  examples: {
    valid: [
      {
        title: 'On track, with time left',
        text: `//- /northmere.plan.md
---
type: action-plan
status-scale: brag
as-at: 2026-06-01
---
## Actions

| Ref | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 | Green |
`,
      },
      {
        title: 'Complete before its date, with a review to come',
        text: `//- /northmere.plan.md
---
type: action-plan
status-scale: brag
as-at: 2026-06-01
---
## Actions

| Ref | Action | Owner | Due | Status | Progress |
| --- | --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 | Complete – review on 30 September 2026 | Completed on 12 May 2026; an audit is to be completed in October 2026 |
`,
      },
      {
        title: 'Late, and said to be',
        text: `//- /northmere.plan.md
---
type: action-plan
status-scale: brag
as-at: 2026-06-01
---
## Actions

| Ref | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 March 2026 | Red |
`,
      },
    ],
    invalid: [
      {
        title: 'Green after its date',
        text: `//- /northmere.plan.md
---
type: action-plan
status-scale: brag
as-at: 2026-06-01
---
## Actions

| Ref | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 March 2026 | Green |
                                                               ^^^^^
`,
      },
      {
        title: 'Red without a date, and complete on a day to come',
        text: `//- /northmere.plan.md
---
type: action-plan
status-scale: brag
as-at: 2026-06-01
---
## Actions

| Ref | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment |  | Red |
                                                  ^^^
| A2 | Train all managers | Head of Assessment | 31 July 2026 | Complete (15 July 2026) |
                                                                          ^^^^^^^^^^^^
`,
      },
      {
        title: 'On track, as an item',
        text: `//- /northmere.plan.md
---
type: action-plan
status-scale: brag
as-at: 2026-06-01
---
## Actions

- **A1** Review all plans
  - Owner: Head of Assessment
  - Due: 31 March 2026
  - Status: on track
            ^^^^^^^^
`,
      },
    ],
  },
  reads: ['action'],
  *check({ items, document, frontMatter, today }): Generator<LocatedProblem<Message>> {
    const actions = items('action');
    const isOld = isOfThePast(actions, frontMatter, today);
    for (const on of actions) {
      const { item: action } = on;
      const {
        due,
        fields: { status, due: dueField },
      } = action;
      if (!status) continue;
      const stage = stageOf(action, document);
      if (stage === 'on-track' && due?.to && due.to < today && !isOld && !isRepeated(action) && !isDoneByDue(action) && !saysDone(action))
        yield { on, message: 'onTrackAndLate', data: { status: status.text, due: dayInWords(due.to) }, span: status.span };
      // A table without any column for the due date is reported once, at its header.
      if (stage === 'off-track' && !dueField?.text && !due && (action.form !== 'table' || dueField))
        yield { on, message: 'redWithoutDate', data: { status: status.text }, span: status.span };
      const day = stage === 'complete' && completionOf(action);
      if (day && day.from > today)
        yield {
          on,
          message: 'completeInFuture',
          data: { status: action.status ?? status.text, date: dayInWords(day.from) },
          span: day.span,
        };
    }
  },
});

/** Whether its progress tells that it is done: in many plans green means so, and the date no longer matters. */
function saysDone({ fields: { progress, evidence } }: ActionItem): boolean {
  const said = [progress?.text, evidence?.text].filter((text) => text !== undefined).join(' ');
  return done.test(said) && !open.test(said);
}

const done = /\b(?:complete|completed|achieved|implemented|delivered|launched|in (?:use|place)|signed off|embedded|gone live|went live)\b/i;
const open =
  /\b(?:not|yet|partly|partially|nearly|almost|mostly|some|remains?|remaining|outstanding|further|still|half|will|to be|ongoing|continu\w+|\d+ of (?:the )?\d+)\b|\d\s?% (?:complete|delivered|achieved)/i;

/** The day on which an action is said to have been completed: straight after the status word, or “completed on …” in its progress. */
function completionOf({ fields: { status, progress } }: ActionItem): { readonly from: string; readonly span: Span } | null {
  for (const [part, before] of [
    [status, /^[^\s(:,–-]+\s*[(:,–-]?\s*(?:(?:on|by|in) )?$/],
    [progress, /(?<!\b(?:be|is|are) )\bcompleted (?:on|in) $/i],
  ] as const) {
    if (!part) continue;
    for (const { from, span, precision } of findDates(part.text, part.span.start, false)) {
      if (from !== null && (precision === 'day' || precision === 'month') && before.test(part.text.slice(0, span.start - part.span.start)))
        return { from, span };
    }
  }
  return null;
}
