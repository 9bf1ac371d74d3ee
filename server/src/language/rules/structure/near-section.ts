import { blockRule } from '../rule.ts';

export default blockRule<'near'>({
  name: 'structure/near-section',
  summary: 'A heading is nearly the name of a known section.',
  why: `Sections are known by their headings. One with a slip in its name is not found by whoever looks for it in the agenda pack, nor by the
checks that belong to that section.`,
  sources: [
    {
      title: 'Council report guides: section titles must not be altered',
      url: 'https://tedtdc.co.uk/child-pages/guidance-on-competing-a-cabinet-report-template',
      certainty: 'seen',
    },
  ],
  severity: 'hint',
  messages: { near: '“{heading}” is nearly “{known}”. If that is the section you mean, use its name.' },
  examples: {
    valid: [
      { title: 'The name of the section', text: '## Recommendations\n\n- That the panel comments on the plan.\n' },
      { title: 'One of several', text: '## Priority action 1\n\nWaiting times are too long.\n' },
      { title: 'A heading of its own', text: '## What families told us\n\nParents feel heard.\n' },
    ],
    invalid: [
      {
        title: 'A letter left out',
        text: `## Recomendations
   ^^^^^^^^^^^^^^

- That the panel comments on the plan.
`,
        fixed: `## Recommendations

- That the panel comments on the plan.
`,
      },
      {
        title: 'Letters swapped',
        text: `## Bakcground
   ^^^^^^^^^^

Inspectors came in May.
`,
        fixed: `## Background

Inspectors came in May.
`,
      },
    ],
  },
  fixes: {
    rename: {
      title: 'Rename the heading to “{known}”',
      safe: false,
      edits: ({ problem: { span, data } }) => ({ here: [{ span, newText: String(data['known']) }] }),
    },
  },
  waitsForCursor: true,
  needs: ['heading'],
  *check({ items }) {
    for (const { text, textSpan, nearly } of items('heading')) {
      if (nearly) yield { message: 'near', data: { heading: text, known: nearly.heading }, span: textSpan, fixes: ['rename'] };
    }
  },
});
