import { blockRule, type Problem } from '../rule.ts';

type Message = 'twoNumbers' | 'saidTwice' | 'spaced' | 'tooMuch';

export default blockRule<Message>({
  name: 'measures/malformed-percentage',
  summary: 'A percentage that cannot be read: two numbers, the sign said twice, more than all.',
  why: 'A target of “8/5%” is no target: 8.5%, 85%, or from 8% to 5%? Members are asked to hold the service to it, and the plan is tracked against it.',
  sources: [{ title: 'Targets in published improvement plans', certainty: 'practice' }],
  severity: 'error',
  severities: { spaced: 'information' },
  messages: {
    twoNumbers: '“{text}” can be read in several ways. Write the one percentage that is meant.',
    saidTwice: '“{text}” says per cent twice. Write {better}.',
    spaced: 'Write {better}, without a space.',
    tooMuch: '{text} is more than all {of}. Check the number.',
  },
  examples: {
    valid: [
      { title: 'As it should be', text: '80% of children were seen within timescale, up from 72.5 per cent.\n' },
      { title: 'Half a per cent', text: 'The rate rose by 1/2%.\n' },
      { title: 'Growth can be more than 100%', text: 'Referrals are at 105% of the level of last year, and the budget is 110% spent.\n' },
      { title: 'Figures with strokes and no sign', text: 'The duty team works 24/7 with young people aged 16/17.\n' },
      { title: 'Percentage points', text: 'It fell by 10 percentage points, a range of 10-15%.\n' },
      { title: 'Everybody', text: '100% of cases were audited.\n' },
    ],
    invalid: [
      { title: 'Two numbers', text: '- 8/5% of audits judged inadequate\n  ^^^^\n' },
      {
        title: 'Said twice',
        text: 'The target is 80 percent% by July 2026.\n              ^^^^^^^^^^^\n',
        fixed: 'The target is 80% by July 2026.\n',
      },
      { title: 'A space', text: '85 % of visits were in time.\n^^^^\n', fixed: '85% of visits were in time.\n' },
      { title: 'More than all', text: '105% of children were seen.\n^^^^\n' },
    ],
  },
  fixes: {
    rewrite: {
      title: 'Write {better}',
      safe: true,
      edits: ({ view, problem: { span, data } }) =>
        view.slice(span) === data['text'] ? { here: [{ span, newText: String(data['better']) }] } : null,
    },
    choose: {
      title: 'Write {better}',
      safe: false,
      choices: ({ problem: { data } }) => {
        const [first, second] = String(data['text']).split(/[/%\s]+/);
        return [`${first}.${second}%`, `${first}%`, `${second}%`]
          .filter((better) => !/\..*\./.test(better))
          .map((better) => ({ title: 'Write {better}', data: { better } }));
      },
      edits: ({ view, problem: { span, data } }) =>
        view.slice(span) === data['text'] && data['better'] !== undefined ? { here: [{ span, newText: String(data['better']) }] } : null,
    },
  },
  needs: ['percentage'],
  *check({ items, text: source }): Generator<Problem<Message>> {
    for (const { span, text, malformed } of items('percentage')) {
      const better = `${/^[\d,.]+/.exec(text)?.[0] ?? ''}%`;
      if (malformed === 'two-numbers') yield { message: 'twoNumbers', span, data: { text }, fixes: ['choose'] };
      if (malformed === 'said-twice') yield { message: 'saidTwice', span, data: { text, better }, fixes: ['rewrite'] };
      if (malformed !== null && malformed !== 'spaced') continue;
      const of =
        Number(better.slice(0, -1).replaceAll(',', '')) > 100 ? partOf.exec(source.slice(span.end, span.end + 60))?.[1] : undefined;
      if (of !== undefined) yield { message: 'tooMuch', span, data: { text, of: of.replace(/^(?:(?:all|the|our)\s+)+/i, '') } };
      else if (malformed === 'spaced') yield { message: 'spaced', span, data: { text, better }, fixes: ['rewrite'] };
    }
  },
});

/** People and things of which there is no more than all. */
const partOf =
  /^\s+of\s+((?:all\s+|the\s+|our\s+)*(?:children|young people|families|cases|visits|assessments|audits|plans|reviews|referrals|conferences|care leavers|social workers|staff|managers|placements|posts|records|files))\b(?!\s+(?:in|last|the year before|planned|expected|target))/i;
