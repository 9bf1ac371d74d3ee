import { firstWords } from '../block-spans.ts';
import { freeLabels, labelBefore, unlabelledRecommendations } from '../labelling.ts';
import { documentRule } from '../rule.ts';

export default documentRule<'unlabelled'>({
  name: 'recommendations/unlabelled',
  summary: 'Recommendations have neither a number nor a label, so nothing can refer to them.',
  why: `Minutes, the executive’s reply and the action plan refer to a recommendation by its number. In a list of bullets there is nothing to refer to. A
label such as **R1** at the start of each item is enough.`,
  sources: [{ title: 'Practice of democratic services', certainty: 'practice' }],
  types: ['committee-report'],
  severity: 'hint',
  messages: { unlabelled: 'There is no number or label to cite this recommendation by ({count} of this kind).' },
  examples: {
    valid: [
      { title: 'Labels', text: '## Recommendations\n\n- **R1** To endorse the plan.\n- **R2** To recommend it to Cabinet.\n' },
      { title: 'Numbers', text: '## Recommendations\n\n1. To endorse the plan.\n2. To recommend it to Cabinet.\n' },
      {
        title: 'Called by their numbers',
        text: '## Recommendations\n\n**Recommendation 1 – To endorse the plan.**\n\n### Recommendation 2\n\nTo recommend it to Cabinet.\n',
      },
      { title: 'A single one needs none', text: '## Recommendation\n\n- To endorse the plan.\n' },
    ],
    invalid: [
      {
        title: 'Bullets',
        text: `## Recommendations

- To endorse the plan.
  ^^^^^^^^^^^^^^^^^^^^
- To recommend it to Cabinet.
`,
        fixed: `## Recommendations

- **R1** To endorse the plan.
- **R2** To recommend it to Cabinet.
`,
      },
      {
        title: 'Some with, some without',
        text: `## Recommendations

- **R1** To endorse the plan.
- To recommend it to Cabinet.
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^
- To ask for a report in October 2026.
`,
        fixed: `## Recommendations

- **R1** To endorse the plan.
- **R2** To recommend it to Cabinet.
- **R3** To ask for a report in October 2026.
`,
      },
    ],
  },
  fixes: {
    label: {
      title: 'Label all recommendations',
      safe: false,
      edits({ view, response }) {
        const without = unlabelledRecommendations(view.items('recommendation'));
        const labels = freeLabels('R', without.length, view, response);
        return { here: without.map((on, i) => labelBefore(on, on.item.span, labels[i]!)) };
      },
    },
  },
  reads: ['recommendation'],
  *check({ items }) {
    const all = items('recommendation');
    const without = unlabelledRecommendations(all);
    if (all.length < 2 || without.length === 0) return;
    const first = without[0]!;
    yield {
      message: 'unlabelled',
      data: { count: without.length },
      on: first,
      span: firstWords(first.model.block.text, first.item.span),
      fixes: ['label'],
    };
  },
});
