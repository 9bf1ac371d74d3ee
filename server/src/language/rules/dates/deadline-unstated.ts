import { sumOf, workOutAll } from '../../calendar/after-inspection.ts';
import { inspectionInFrontMatter } from '../../calendar/inspection.ts';
import { dayInWords } from '../../model/dates/date-words.ts';
import { documentRule } from '../rule.ts';

export default documentRule<'unstated'>({
  name: 'dates/deadline-unstated',
  summary: 'A period is given in days, and nobody says which day it ends on.',
  why: 'Readers should not have to count working days. The day can be worked out from the dates in the header, and a reader who sees it anywhere in the paper can hold the council to it.',
  sources: [{ title: 'SI 2007/462, regulations 1 to 3', url: 'https://zoomlaw.co.uk/2007-462-uksi.html', certainty: 'seen' }],
  types: ['committee-report', 'action-plan'],
  severity: 'warning',
  messages: { unstated: 'State the day on which this ends: {due}. That is {sum}.' },
  examples: {
    valid: [
      {
        title: 'The day is stated',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-05-10\n---\nThe action plan goes to Ofsted within 70 working days of receipt of the letter, by 17 August 2021.\n',
      },
      {
        title: 'The day is stated in the next sentence',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-05-10\n---\nThe action plan goes to Ofsted within 70 working days of receipt of the letter. That is Tuesday, 17 August 2021.\n',
      },
      {
        title: 'The day is stated elsewhere',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-05-10\n---\nThe action plan goes to Ofsted within 70 working days of receipt of the letter.\n\n## Timetable\n\n| Day | Step |\n| --- | --- |\n| 17 August 2021 | The action plan is sent |\n',
      },
      { title: 'Nothing to work it out from', text: 'The action plan goes to Ofsted within 70 working days of receipt of the letter.\n' },
      {
        title: 'Another period',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-05-10\n---\nComplaints are answered within 10 working days of receipt.\n',
      },
      {
        title: 'What a period is for',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-05-10\n---\nCouncils have 70 working days for an action plan.\n',
      },
      {
        title: 'Somebody else’s words',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-05-10\n---\n> Please send the plan within 70 working days of receiving this letter.\n',
      },
    ],
    invalid: [
      {
        title: 'The final plan',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  published: 2021-05-10\n---\nThe final plan goes to Ofsted 70 working days from receipt of the letter.\n                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n',
        fixed:
          '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  published: 2021-05-10\n---\nThe final plan goes to Ofsted 70 working days from receipt of the letter (17 August 2021).\n',
      },
      {
        title: 'The written statement',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  framework: ILACS\n  event: inspection\n  received: 2022-04-01\n---\nThe written statement of action is due within 70 working days of receipt of the report.\n                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n',
      },
    ],
  },
  fixes: {
    state: {
      title: 'Add ({due})',
      safe: false,
      edits: ({ view, problem: { span, data } }) =>
        view.slice(span) === data['written']
          ? { here: [{ span: { start: span.end, end: span.end }, newText: ` (${data['due']})` }] }
          : null,
    },
  },
  reads: ['deadline-period', 'date'],
  *check({ items, view, frontMatter, calendar }) {
    const periods = items('deadline-period');
    if (periods.length === 0) return;
    const inspection = inspectionInFrontMatter(frontMatter);
    if (!inspection) return;
    const deadlines = workOutAll(inspection, calendar).filter(
      ({ deadline }) => deadline.certainty === 'seen' && deadline.count === 'working-days',
    );
    const stated = new Set(items('date').map(({ item }) => (item.precision === 'day' ? item.from : null)));
    for (const on of periods) {
      const found = deadlines.filter(({ deadline }) => deadline.days === on.item.days);
      const deadline = found.length === 1 ? found[0]! : undefined;
      // Another day in the sentence is the business of the rule on deadlines. A deadline that the inspectorate has set itself stands in the
      // header, and wins over any sum.
      if (
        !deadline ||
        (inspection.deadline !== null && deadline.deadline.document === 'plan') ||
        stated.has(deadline.date) ||
        on.item.saysDay
      )
        continue;
      yield {
        message: 'unstated',
        on,
        span: on.item.span,
        data: { due: dayInWords(deadline.date), sum: sumOf(deadline), written: view.slice(on.span) },
        fixes: ['state'],
      };
    }
  },
});
