import { recommendationForms } from '../../model/inline/verbs.ts';
import { firstWords } from '../block-spans.ts';
import { blockRule } from '../rule.ts';
import { inWords } from '../wording.ts';

export default blockRule<'several'>({
  name: 'recommendations/several-acts',
  summary: 'One recommendation asks for several things.',
  why: `Members vote on a recommendation as a whole, and minutes cite it by its number. Two acts in one item cannot be carried, amended or followed up
one by one. Receiving and noting, or considering and commenting, count as one.`,
  sources: [{ title: 'Practice of democratic services: one resolution, one act', certainty: 'practice' }],
  types: ['committee-report'],
  severity: 'information',
  messages: { several: 'This asks for several things at once: to {acts}. Give each its own item.' },
  examples: {
    valid: [
      {
        title: 'One act in each item',
        text: '## Recommendations\n\nThe panel is asked to:\n\n- endorse the plan\n- recommend it to Cabinet\n',
      },
      { title: 'To consider and comment is one act', text: '## Recommendations\n\n- That the panel considers and comments on the plan.\n' },
    ],
    invalid: [
      {
        title: 'To endorse and to recommend',
        text: `## Recommendations

- To endorse the action plan and recommend it to Cabinet.
     ^^^^^^^
`,
      },
      {
        title: 'To note and to agree',
        text: `## Recommendations

- To note the letter and agree the timetable.
     ^^^^
`,
      },
    ],
  },
  needs: ['recommendation'],
  *check({ items, text }) {
    for (const item of items('recommendation')) {
      const acts = [...new Set(item.acts)].filter(
        (act) => !(act === 'ask' && asksQuestions.test(item.text)) && !(act === 'provide' && givesComments.test(item.text)),
      );
      const groups = new Set(acts.map((act) => groupOf(act)));
      if (groups.size > 1 && !(acts.length === 2 && item.verbSpan && onOneThing(text.slice(item.verbSpan.end), acts[1]!)))
        yield { message: 'several', data: { acts: inWords(acts) }, span: item.verbSpan ?? firstWords(text, item.span) };
    }
  },
});

/** "considers and challenges the findings": two verbs with one thing after them, which is voted on once. */
const onOneThing = (behind: string, act: string): boolean => {
  const next = /^\s+and\s+(?:to\s+)?([a-z]+)/i.exec(behind)?.[1]?.toLowerCase();
  return next !== undefined && (next === act || (recommendationForms.get(act)?.includes(next) ?? false));
};

/** “considers the report and asks any questions”: that is how it is considered. */
const asksQuestions = /\bask(?:s|ed|ing)?\s+(?:any\s+|the\s+\w+\s+)?questions\b/i;

/** “considers the report and provides any comments”: the same. */
const givesComments =
  /\bprovid(?:e|es|ing)\s+(?:any\s+|its\s+|their\s+|initial\s+|further\s+)*(?:comments?|feedback|views|challenge|observations)\b/i;

/** Acts that go together and are carried as one. */
function groupOf(act: string): string {
  if (
    act === 'receive' ||
    act === 'note' ||
    act === 'consider' ||
    act === 'comment' ||
    act === 'discuss' ||
    act === 'review' ||
    act === 'scrutinise' ||
    act === 'identify'
  )
    return 'consider';
  return act;
}
