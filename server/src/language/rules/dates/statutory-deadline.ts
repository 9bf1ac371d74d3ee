import { inspectionInFrontMatter, readInspection, type Inspection } from '../../calendar/inspection.ts';
import { sumOf, workOutAll, type WorkedOutDeadline } from '../../calendar/after-inspection.ts';
import { field, type FrontMatter } from '../../model/front-matter/front-matter.ts';
import { dayInWords } from '../../model/dates/date-words.ts';
import type { ResponseFacts } from '../../response/facts.ts';
import { responseRule, type LocatedProblem } from '../rule.ts';
import { inWords } from '../wording.ts';

type Message = 'late' | 'lateRequest' | 'unconfirmed' | 'afterStated' | 'differs';

export default responseRule<Message>({
  name: 'dates/statutory-deadline',
  summary: 'A deadline is stated that is later than the one worked out from the date of the letter.',
  why: `The period for an action plan or a written statement is counted in working days from the day on which the letter or report was received; that day is
day 0, and weekends and bank holidays of England and Wales are left out. A plan that goes in late is a breach, and the first thing that is noticed. Where the inspectorate itself
states a date, that date is the deadline.`,
  sources: [
    { title: 'SI 2007/462, regulations 1 to 3', url: 'https://zoomlaw.co.uk/2007-462-uksi.html', certainty: 'seen' },
    {
      title: 'Education and Inspections Act 2006, section 137',
      url: 'https://www.legislation.gov.uk/ukpga/2006/40/section/137/2007-04-01/data.html',
      certainty: 'seen',
    },
    { title: 'SI 2015/1792, regulations 3 and 4', url: 'http://www.legislation.gov.uk/uksi/2015/1792/made?view=plain', certainty: 'seen' },
    { title: 'Area SEND inspections: the period of 35 working days', certainty: 'to confirm' },
  ],
  severity: 'error',
  severities: { unconfirmed: 'warning', differs: 'information' },
  messages: {
    late: 'The deadline is {due}: {sum}{leftOut}. This date is later.',
    lateRequest: 'The draft is asked for by {due}: {sum}{leftOut}. This date is later.',
    unconfirmed: 'The deadline may be {due}: {sum}{leftOut}. This date is later; confirm it with the inspectorate.',
    afterStated: 'The inspectorate states {due} as the deadline. This date is later.',
    differs: 'Counting gives {due}: {sum}{leftOut}. The date that the inspectorate states is the deadline.',
  },
  examples: {
    valid: [
      {
        title: 'The right day',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-05-10\n---\nThe final action plan must be sent to Ofsted by 17 August 2021.\n',
      },
      {
        title: 'Earlier than needed',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-05-10\n---\nThe draft action plan must be sent to Ofsted by 1 June 2021.\n',
      },
      {
        title: 'One day of doubt where the day of receipt is not known',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  published: 2021-05-10\n---\nThe final action plan must be sent to Ofsted by 18 August 2021.\n',
      },
      {
        title: 'A date for the council’s own bodies',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-05-10\n---\nThe action plan agreed with Ofsted will be presented to the Cabinet by 20 September 2021.\n',
      },
      {
        title: 'What was done',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-05-10\n---\nThe draft action plan was submitted to Ofsted on 26 May 2021. All actions in the plan will be complete by 31 March 2022.\n',
      },
      {
        title: 'Two letters, and nobody says which',
        text: '//- /northmere.plan.md\n---\ntype: action-plan\nresponds-to: [visit.letter.md, second.letter.md]\n---\nThe final action plan must be sent to Ofsted by 18 August 2021.\n//- /visit.letter.md\n---\ntype: inspection-letter\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-05-10\n---\n# Letter\n//- /second.letter.md\n---\ntype: inspection-letter\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-03-10\n---\n# Letter\n',
      },
      {
        title: 'A monitoring visit has no deadline',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: monitoring visit\n  received: 2021-05-10\n---\nThe action plan must be sent to Ofsted by 20 December 2021.\n',
      },
    ],
    invalid: [
      {
        title: 'The bank holiday at the end of May left out twice',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-05-10\n---\nThe final action plan must be sent to Ofsted by 18 August 2021.\n                                                ^^^^^^^^^^^^^^\n',
        fixed:
          '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-05-10\n---\nThe final action plan must be sent to Ofsted by 17 August 2021.\n',
      },
      {
        title: 'The letter that the plan responds to has the dates',
        text: '//- /northmere.plan.md\n---\ntype: action-plan\nresponds-to: visit.letter.md\n---\nThe final action plan must be sent to Ofsted by 18 August 2021.\n                                                ^^^^^^^^^^^^^^\n//- /visit.letter.md\n---\ntype: inspection-letter\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-05-10\n---\n# Letter\n',
      },
      {
        title: 'The draft, too late',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  published: 2021-05-10\n---\nA draft action plan is to be sent to Ofsted by 17 June 2021.\n                                               ^^^^^^^^^^^^\n',
      },
      {
        title: 'Later than the inspectorate says',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-05-10\n  deadline: 2021-08-16\n---\nThe final action plan must be sent to Ofsted by 17 August 2021.\n                                                ^^^^^^^^^^^^^^\n',
      },
      {
        title: 'A letter whose own date differs from the sum',
        text: '---\ntype: inspection-letter\ninspection:\n  inspectorate: JTAI\n  letter-dated: 2022-09-05\n---\nThe written statement of action is due with the inspectorate by 20 December 2022.\n                                                                ^^^^^^^^^^^^^^^^\n',
      },
      {
        title: 'A period that is still to be confirmed',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted and CQC\n  event: area SEND inspection\n  received: 2026-03-02\n---\nThe priority action plan must be sent to Ofsted by 30 October 2026.\n                                                   ^^^^^^^^^^^^^^^\n',
      },
    ],
  },
  fixes: {
    due: {
      title: 'Change to {due}',
      safe: false,
      edits: ({ view, problem: { span, data } }) =>
        view.slice(span) === data['written'] ? { here: [{ span, newText: String(data['due']) }] } : null,
    },
  },
  reads: ['deadline-mention'],
  *check({ items, view, frontMatter, calendar, document, response }): Generator<LocatedProblem<Message>> {
    const mentions = items('deadline-mention');
    if (mentions.length === 0) return;
    const inspection = inspectionMeant(frontMatter, response);
    if (!inspection) return;
    const deadlines = workOutAll(inspection, calendar);
    for (const on of mentions) {
      const { span, day: from, due, quoted } = on.item;
      const deadline = deadlines.find((one) => one.deadline.document === due);
      if (!deadline) continue;
      const bySum = { due: dayInWords(deadline.date), sum: sumOf(deadline), leftOut: leftOut(deadline), written: view.slice(on.span) };
      if (quoted || document.type === 'inspection-letter') {
        if (from !== deadline.date && deadline.deadline.certainty === 'seen') yield { message: 'differs', on, span, data: bySum };
        continue;
      }
      const stated = deadline.deadline.document === 'plan' ? inspection.deadline : null;
      if (stated !== null) {
        if (from > stated) yield { message: 'afterStated', on, span, data: { ...bySum, due: dayInWords(stated) }, fixes: ['due'] };
        continue;
      }
      // The day of receipt may be a day later than that of the letter or its publication.
      const last = deadline.fromDate === 'received' ? deadline.date : calendar.nextWorkingDay(deadline.date);
      if (from <= last) continue;
      yield {
        message:
          deadline.deadline.certainty === 'to confirm' ? 'unconfirmed' : deadline.deadline.duty === 'request' ? 'lateRequest' : 'late',
        on,
        span,
        data: bySum,
        fixes: ['due'],
      };
    }
  },
});

/**
 * The inspection that the header names; where it names none, that of the one letter that the document responds to, if the letter says it.
 * Two letters about two inspections leave open which is meant.
 */
function inspectionMeant(frontMatter: FrontMatter, { documents: [own, ...others] }: ResponseFacts): Inspection | null {
  if (field(frontMatter, 'inspection')) return inspectionInFrontMatter(frontMatter);
  const letters = others.filter(({ address, inspection }) => own!.respondsTo.includes(address) && Object.keys(inspection).length > 0);
  return letters.length === 1 ? readInspection((key) => letters[0]!.inspection[key] ?? null) : null;
}

function leftOut({ leftOut: days }: WorkedOutDeadline): string {
  if (days.length === 0) return '';
  return days.length > 3
    ? `, with ${days.length} bank holidays left out`
    : `, with ${inWords(days.map(({ date }) => dayInWords(date)))} left out`;
}
