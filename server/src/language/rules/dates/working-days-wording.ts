import { inspectionInFrontMatter } from '../../calendar/inspection.ts';
import { statutoryDeadlines } from '../../calendar/after-inspection.ts';
import { proseOf } from '../prose.ts';
import { blockRule } from '../rule.ts';
import { sentenceAround } from '../../model/dates/deadline-mentions.ts';
import { holdsAny } from '../../model/words/scanning.ts';

const numbers: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, seventy: 70 };
const daysAfter = /\b(within\s+(?:a\s+period\s+of\s+)?)?(20|30|35|70|twenty|thirty|seventy)\s+days\s+(after|of|from|following)\b/gi;
const about = /\b(?:receipt|received?|receiving|letter|report|publication|published|publishing)\b/i;
const subject = /\b(?:plan|statement|report)\b/i;

export default blockRule<'working'>({
  name: 'dates/working-days-wording',
  summary: 'A period that the rule counts in working days is given in days.',
  why: 'Twenty days and twenty working days are a week and more apart, and “after” says that the plan goes in when the time is over. Officers who plan by this sentence aim at the wrong day.',
  sources: [
    { title: 'SI 2007/462, regulation 1(2): what a working day is', url: 'https://zoomlaw.co.uk/2007-462-uksi.html', certainty: 'seen' },
  ],
  severity: 'warning',
  messages: { working: 'This period is counted in working days: “{better}”.' },
  examples: {
    valid: [
      { title: 'In the words of the rule', text: 'The plan goes to Ofsted within 70 working days of receipt of the letter.\n' },
      { title: 'Days that are not counted so', text: 'A dispensation lasts for 70 days after the meeting.\n' },
      { title: 'A number that no rule has', text: 'The draft action plan goes to Ofsted within 33 days of receipt of the letter.\n' },
      { title: 'Police: 56 days', text: 'The commissioner comments on the report within 56 days of its publication.\n' },
      { title: 'Nothing about an inspection', text: 'Invoices are paid within 30 days of receipt.\n' },
      { title: 'The inspectorate’s own words', text: '> Please send your plan to Ofsted within 20 days of receiving the letter.\n' },
    ],
    invalid: [
      {
        title: 'Days for working days, and after for within',
        text: 'A draft action plan must be sent to Ofsted 20 days after the letter was received.\n                                           ^^^^^^^^^^^^^\n',
        fixed: 'A draft action plan must be sent to Ofsted within 20 working days after the letter was received.\n',
      },
      {
        title: 'Within, but not working days',
        text: 'Ofsted expects the plan within 70 days of receipt of the letter.\n                        ^^^^^^^^^^^^^^^^^\n',
        fixed: 'Ofsted expects the plan within 70 working days of receipt of the letter.\n',
      },
    ],
  },
  fixes: {
    working: {
      title: 'Write “{better}”',
      safe: false,
      edits: ({ view, problem: { span, data } }) =>
        view.slice(span) === data['written'] ? { here: [{ span, newText: String(data['better']) }] } : null,
    },
  },
  readsFrontMatter: true,
  *check({ block, frontMatter, text }) {
    for (const { text: words, span, quoted } of proseOf(block.block)) {
      if (quoted || !holdsAny(words, ['days'])) continue;
      for (const match of words.matchAll(daysAfter)) {
        const start = span.start + match.index;
        const [written, within, number, join] = match as unknown as [string, string | undefined, string, string];
        const { before, after } = sentenceAround(text, start);
        if (!about.test(after) || !subject.test(before + after)) continue;
        const days = numbers[number.toLowerCase()] ?? Number(number);
        const kind = inspectionInFrontMatter(frontMatter)?.kind;
        const isRule = statutoryDeadlines.some(
          (deadline) =>
            deadline.days === days &&
            deadline.count === 'working-days' &&
            deadline.certainty === 'seen' &&
            (kind ? deadline.kind === kind : /\bofsted\b/i.test(before + after)),
        );
        if (!isRule || (kind && !/\b(?:ofsted|inspect|letter|action plan|written statement|statement of action)/i.test(before + after)))
          continue;
        yield {
          message: 'working',
          span: { start, end: start + written.length },
          data: { written, better: `${within ?? 'within '}${number} working days ${join}` },
          fixes: ['working'],
        };
      }
    }
  },
});
