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
      { title: 'One act in each item', text: '## Recommendations\n\nThe panel is asked to:\n\n- endorse the plan\n- recommend it to Cabinet\n' },
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
      const acts = [...new Set(item.acts)];
      const groups = new Set(acts.map((act) => groupOf(act)));
      if (groups.size > 1) yield { message: 'several', data: { acts: inWords(acts) }, span: item.verbSpan ?? firstWords(text, item.span) };
    }
  },
});

/** Acts that go together and are carried as one. */
function groupOf(act: string): string {
  if (act === 'receive' || act === 'note' || act === 'consider' || act === 'comment' || act === 'discuss' || act === 'review' || act === 'scrutinise') return 'consider';
  return act;
}
