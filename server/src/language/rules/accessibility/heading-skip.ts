import { documentRule } from '../rule.ts';

export default documentRule<'skip'>({
  name: 'accessibility/heading-skip',
  summary: 'A heading is more than one level below the one before it.',
  why: `Screen readers list the headings of a document as its outline. A level that is passed over looks there as if something were missing.`,
  sources: [
    {
      title: 'Web Content Accessibility Guidelines 2.2, success criteria 1.3.1 and 2.4.6',
      url: 'https://www.w3.org/TR/WCAG22/#headings-and-labels',
      certainty: 'to confirm',
    },
  ],
  severity: 'error',
  messages: { skip: 'This heading is of level {level}, the one before it of level {before}. Make it level {expected}.' },
  examples: {
    valid: [
      { title: 'One level at a time', text: '# Report\n\n## Background\n\nText.\n\n### Visits\n\nText.\n\n## Next steps\n\nText.\n' },
      { title: 'A report that begins with sections', text: '## Background\n\nText.\n\n### Visits\n\nText.\n' },
    ],
    invalid: [
      {
        title: 'From the second to the fourth',
        text: `## Background

Text.

#### Visits
^^^^

Text.
`,
        fixed: `## Background

Text.

### Visits

Text.
`,
      },
      {
        title: 'From the title to the third',
        text: `# Report

### Background
^^^

Text.
`,
        fixed: `# Report

## Background

Text.
`,
      },
    ],
  },
  fixes: {
    level: {
      title: 'Make it a heading of level {expected}',
      safe: false,
      edits: ({ problem: { span, data } }) => ({ here: [{ span, newText: '#'.repeat(Number(data['expected'])) }] }),
    },
  },
  reads: ['heading'],
  *check({ items }) {
    let before = 0;
    for (const on of items('heading')) {
      const { item, model } = on;
      if (item.form !== 'heading') continue;
      const { level } = item;
      if (before > 0 && level > before + 1) {
        const text = model.block.text;
        const marks = /^#{1,6}/.exec(text.slice(text.indexOf('#', item.span.start)))?.[0].length ?? 0;
        const start = text.indexOf('#', item.span.start);
        const span = marks > 0 && start >= 0 && start < item.span.end ? { start, end: start + marks } : item.textSpan;
        yield { message: 'skip', data: { level, before, expected: before + 1 }, on, span, fixes: marks > 0 ? ['level'] : [] };
        // What follows is compared with the level that this one should have.
        before += 1;
      } else before = level;
    }
  },
});
