import { sumOf, workOutAll } from '../../calendar/deadlines.ts';
import { inspectionInFrontMatter } from '../../calendar/inspection.ts';
import { proseOf } from '../prose.ts';
import { blockRule } from '../rule.ts';
import { sentenceAround } from '../../model/inline/deadline-mentions.ts';
import { dayInWords } from './date-text.ts';

/** "70 working days from receipt of the letter", "20 days after the letter was received". */
const period = /\b(\d{2}|twenty|thirty|seventy)\s+(?:working\s+)?days\s+(?:after|of|from|following)\s+(?:the\s+)?(?:date\s+of\s+)?(?:(?:receipt|publication|receiving)(?:\s+of)?(?:\s+(?:the|this|its|their))?(?:\s+(?:inspection\s+)?(?:letter|report))?|(?:inspection\s+)?(?:letter|report)(?:\s+(?:was|is|has\s+been))?(?:\s+(?:received|published|issued))?)/gi;
const numbers: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, seventy: 70 };

export default blockRule<'unstated'>({
  name: 'dates/deadline-unstated',
  summary: 'A period is given in days, and nobody says which day it ends on.',
  why: 'Readers should not have to count working days. The day can be worked out from the dates in the header, and a reader who sees it can hold the council to it.',
  sources: [{ title: 'SI 2007/462, regulations 1 to 3', url: 'https://zoomlaw.co.uk/2007-462-uksi.html', certainty: 'seen' }],
  types: ['committee-report', 'action-plan'],
  severity: 'warning',
  messages: { unstated: 'State the day on which this ends: {due}. That is {sum}.' },
  examples: {
    valid: [
      { title: 'The day is stated', text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-05-10\n---\nThe action plan goes to Ofsted within 70 working days of receipt of the letter, by 17 August 2021.\n' },
      { title: 'The day is stated in the next sentence', text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-05-10\n---\nThe action plan goes to Ofsted within 70 working days of receipt of the letter. That is Tuesday, 17 August 2021.\n' },
      { title: 'Nothing to work it out from', text: 'The action plan goes to Ofsted within 70 working days of receipt of the letter.\n' },
      { title: 'Another period', text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-05-10\n---\nComplaints are answered within 10 working days of receipt.\n' },
      { title: 'What a period is for', text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-05-10\n---\nCouncils have 70 working days for an action plan.\n' },
      { title: 'Somebody else’s words', text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-05-10\n---\n> Please send the plan within 70 working days of receiving this letter.\n' },
    ],
    invalid: [
      {
        title: 'The final plan',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  published: 2021-05-10\n---\nThe final plan goes to Ofsted 70 working days from receipt of the letter.\n                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n',
        fixed: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  published: 2021-05-10\n---\nThe final plan goes to Ofsted 70 working days from receipt of the letter (17 August 2021).\n',
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
      edits: ({ view, problem: { span, data } }) => (view.slice(span) === data['written'] ? { here: [{ span: { start: span.end, end: span.end }, newText: ` (${data['due']})` }] } : null),
    },
  },
  readsFrontMatter: true,
  *check({ block, items, frontMatter, calendar, text }) {
    const prose = proseOf(block.block).filter(({ text: words, quoted }) => !quoted && /\bdays\b/i.test(words));
    if (prose.length === 0) return;
    const inspection = inspectionInFrontMatter(frontMatter);
    if (!inspection) return;
    const deadlines = workOutAll(inspection, calendar).filter(({ deadline }) => deadline.certainty === 'seen' && deadline.count === 'working-days');
    for (const { text: words, span } of prose) {
      for (const match of words.matchAll(period)) {
        const days = numbers[match[1]!.toLowerCase()] ?? Number(match[1]);
        const found = deadlines.filter(({ deadline }) => deadline.days === days);
        const deadline = found.length === 1 ? found[0]! : undefined;
        if (!deadline) continue;
        const start = span.start + match.index;
        const { before, after } = sentenceAround(text, start);
        if (!/\b(?:plan|statement|report)\b/i.test(before + after)) continue;
        // The sentence gives a day already, this one or another that the rule on deadlines looks at; or the text around it says which day that is.
        const isStated = items('date').some((date) => {
          if (date.precision !== 'day') return false;
          if (date.span.start >= start - before.length && date.span.start <= start + after.length) return true;
          return date.from === deadline.date || (date.span.start > start && date.span.start < start + 500 && saysWhen.test(text.slice(Math.max(start, date.span.start - 60), date.span.start)));
        });
        if (isStated) continue;
        yield { message: 'unstated', span: { start, end: start + match[0].length }, data: { due: dayInWords(deadline.date), sum: sumOf(deadline), written: match[0] }, fixes: ['state'] };
      }
    }
  },
});

/** Words that make the day behind them the end of a period: "That is", "The deadline is", "It must be in by". */
const saysWhen = /\b(?:deadline|by|no later than|that is|which is|this is|falls on|ends on|due|until|means)\s+(?:on\s+)?(?:the\s+)?(?:\p{L}+day,?\s+)?$/iu;
