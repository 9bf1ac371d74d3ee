import { dayInWords } from '../../model/dates/date-words.ts';
import { blockRule } from '../rule.ts';
import { stageOf } from '../action-places.ts';
import { writeDay } from './day-choices.ts';

export default blockRule<'dayOff'>({
  name: 'actions/due-on-non-working-day',
  summary: 'An action is due on a weekend or a bank holiday.',
  why: `Nobody is there on that day to finish the action or to confirm that it is done. Deadlines of law are counted in working days, so that a plan whose
dates fall on other days is off by one or more.`,
  sources: [{ title: 'GOV.UK, bank holidays in England and Wales', url: 'https://www.gov.uk/bank-holidays', certainty: 'seen' }],
  types: ['action-plan', 'committee-report'],
  severity: 'information',
  messages: { dayOff: '{due} is not a working day ({reason}).' },
  examples: {
    valid: [
      {
        title: 'A Friday',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n',
      },
      {
        title: 'A month means its last working day',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Assessment\n  - Due: May 2026\n',
      },
    ],
    invalid: [
      {
        title: 'A Sunday',
        text: `//- /northmere.plan.md
## Actions

- **A1** Review all plans
  - Owner: Head of Assessment
  - Due: 31 May 2026
         ^^^^^^^^^^^
`,
        fixed: `## Actions

- **A1** Review all plans
  - Owner: Head of Assessment
  - Due: 29 May 2026
`,
      },
      {
        title: 'A bank holiday',
        text: `//- /northmere.plan.md
## Actions

| Ref | Action | Owner | Due |
| --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 August 2026 |
                                               ^^^^^^^^^^^^^^
`,
      },
    ],
  },
  fixes: {
    move: {
      title: 'Move it to a working day',
      safe: false,
      choices({ calendar, problem }) {
        const day = String(problem.data['day'] ?? '');
        return [calendar.previousWorkingDay(day), calendar.nextWorkingDay(day)].map((date) => ({
          title: 'Due: {date}',
          data: { date: dayInWords(date) },
        }));
      },
      edits: writeDay,
    },
  },
  waitsForCursor: true,
  needs: ['action'],
  *check({ items, calendar, document }) {
    for (const action of items('action')) {
      const { due } = action;
      if (due?.precision !== 'day' || !due.to || due.from !== due.to || stageOf(action, document) === 'complete') continue;
      const reason = calendar.dayOff(due.to);
      if (reason !== null)
        yield { message: 'dayOff', data: { due: dayInWords(due.to), day: due.to, reason }, span: due.span, fixes: ['move'] };
    }
  },
});
