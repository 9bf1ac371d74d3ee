import { firstWords } from '../block-spans.ts';
import { freeLabels, labelBefore, unlabelledFindings, usualPrefix } from '../labelling.ts';
import { documentRule } from '../rule.ts';

export default documentRule<'unlabelled'>({
  name: 'trace/unlabelled-finding',
  summary: 'Findings have no label, so no action can say that it answers them.',
  why: `An action says which finding it answers by the finding’s label. With labels, Inspection Response can show which findings have no action, and a
progress report can speak of each. A label such as **F1** at the start of each finding is enough; strengths need none.`,
  sources: [
    {
      title: 'Published plans refer to the inspectorate’s paragraphs or areas by number',
      url: 'https://vdocuments.site/ofsted-inspection-may-2014-improvement-2015-07-16-appendix-b-page-1-of-31-v.html',
      certainty: 'seen',
    },
  ],
  types: ['inspection-letter', 'action-plan', 'committee-report'],
  severity: 'hint',
  messages: { unlabelled: 'There is no label that an action could address this finding by ({count} of this kind).' },
  examples: {
    valid: [
      { title: 'Labels', text: '//- /visit.letter.md\n## Areas for improvement\n\n- **F1** The quality of plans\n' },
      { title: 'Strengths', text: '//- /visit.letter.md\n## Strengths\n\n- Managers know their teams\n' },
    ],
    invalid: [
      {
        title: 'None has a label',
        text: `//- /visit.letter.md
## Areas for improvement

- The quality of plans
  ^^^^^^^^^^^^^^^^^^^^
- The timeliness of visits
`,
        fixed: `## Areas for improvement

- **F1** The quality of plans
- **F2** The timeliness of visits
`,
      },
      {
        title: 'One was added without',
        text: `//- /visit.letter.md
## Areas for priority action

- **P1** Supervision of social workers
- Decisions about risk
  ^^^^^^^^^^^^^^^^^^^^
`,
        fixed: `## Areas for priority action

- **P1** Supervision of social workers
- **P2** Decisions about risk
`,
      },
    ],
  },
  fixes: {
    label: {
      title: 'Label all findings',
      safe: false,
      edits({ view, response }) {
        const without = unlabelledFindings(view.items('finding'));
        const labels = freeLabels(usualPrefix('finding', view, 'F'), without.length, view, response);
        return { here: without.map((on, i) => labelBefore(on, on.item.textSpan, labels[i]!)) };
      },
    },
  },
  reads: ['finding'],
  *check({ items }) {
    const without = unlabelledFindings(items('finding'));
    const first = without[0];
    if (first)
      yield {
        message: 'unlabelled',
        data: { count: without.length },
        on: first,
        span: firstWords(first.model.block.text, first.item.textSpan),
        fixes: ['label'],
      };
  },
});
