import { field } from '../../model/front-matter/front-matter.ts';
import { dayInWords } from '../../model/dates/date-words.ts';
import { stageOf } from '../action-places.ts';
import { blockRule } from '../rule.ts';

export default blockRule<'stale'>({
  name: 'actions/stale-progress',
  summary: 'The latest progress of an open action is older than the period that the plan reports on.',
  why: `A tracker that carries an old entry forward looks as if nothing had happened since. Say what has, or that nothing has and why. The day is that of \`as-at:\` in the
header; a plan that does not say which day it speaks of, and progress without a date, are left alone.`,
  sources: [
    {
      title: 'Reading, audit tracker: ratings compared with dates at each committee',
      url: 'https://democracy.reading.gov.uk/mgAi.aspx?ID=8814',
      certainty: 'practice',
    },
  ],
  types: ['action-plan'],
  severity: 'information',
  options: {
    days: { description: 'Days after which progress counts as old: the length of a reporting period.', type: 'number', default: 100 },
  },
  messages: { stale: 'The last progress here is of {last}, and the plan speaks of {today}. Say what has happened since.' },
  examples: {
    valid: [
      {
        title: 'Progress of this quarter, progress of an action that is complete, and progress without a date',
        text: `//- /northmere.plan.md
---
type: action-plan
status-scale: progress
as-at: 2026-06-01
---
## Actions

| Ref | Action | Owner | Due | Status | Progress |
| --- | --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 | On track | 3 October 2025: begun; 4 May 2026: half done |
| A2 | Train all managers | Head of Assessment | 31 July 2026 | Complete | 3 October 2025: all trained |
| A3 | Write a visiting standard | Head of Assessment | 31 July 2026 | On track | Drafted |
`,
      },
      {
        title: 'A plan that does not say which day it speaks of',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n  - Progress: 3 October 2025: begun\n',
      },
    ],
    invalid: [
      {
        title: 'Of last year',
        text: `//- /northmere.plan.md
---
type: action-plan
as-at: 2026-06-01
---
## Actions

| Ref | Action | Owner | Due | Progress |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 | 3 October 2025: begun |
                                                              ^^^^^^^^^^^^^^
`,
      },
      {
        title: 'A log that ended',
        text: `//- /northmere.plan.md
---
type: action-plan
as-at: 2026-06-01
---
## Actions

- **A1** Review all plans
  - Owner: Head of Assessment
  - Due: 31 July 2026
  - Progress:
    - 1 September 2025: begun
    - 3 October 2025: ten reviewed
      ^^^^^^^^^^^^^^
`,
      },
    ],
  },
  readsFrontMatter: true,
  needs: ['action', 'date'],
  *check({ items, frontMatter, document, today, calendar, option }) {
    if (!field(frontMatter, 'as-at')?.value) return;
    const actions = items('action');
    if (actions.length === 0) return;
    const earliest = calendar.addDays(today, -option<number>('days'));
    const dates = items('date').filter(
      ({ quoted, precision }) => !quoted && (precision === 'day' || precision === 'month' || precision === 'period'),
    );
    for (const action of actions) {
      const { progress } = action.fields;
      if (!progress || stageOf(action, document) === 'complete' || saysDone.test(progress.text)) continue;
      const told = dates.filter(
        ({ span, to }) => to !== null && to <= today && progress.span.start <= span.start && span.end <= progress.span.end,
      );
      // A date still to come is news enough.
      if (
        dates.some(({ span, from }) => from !== null && from > today && progress.span.start <= span.start && span.end <= progress.span.end)
      )
        continue;
      const last = told.toSorted((a, b) => (a.to! < b.to! ? -1 : 1)).at(-1);
      if (last && last.to! < earliest)
        yield { message: 'stale', data: { last: dayInWords(last.to!), today: dayInWords(today) }, span: last.span };
    }
  },
});

/** What is finished needs no newer word, whatever its colour. */
const saysDone = /\b(?:completed|in (?:use|place) since|achieved|signed off)\b(?! (?:for|in|by) \d+ of)/i;
