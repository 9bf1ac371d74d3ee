import { blockRule, type Problem } from '../rule.ts';
import { stageOf } from '../action-places.ts';

export default blockRule<'colour'>({
  name: 'accessibility/colour-only',
  summary: 'A status is shown by a colour alone.',
  why: `Somebody who cannot tell red from green, or reads on paper in black and white, does not see what a coloured mark says; members of one council complained
of just that. Write the word, with or without the mark.`,
  sources: [
    {
      title: 'Web Content Accessibility Guidelines 2.2, success criterion 1.4.1 Use of Color',
      url: 'https://www.w3.org/TR/WCAG22/#use-of-color',
      certainty: 'to confirm',
    },
    {
      title: 'West Berkshire: colours were hard to tell apart',
      url: 'https://decisionmaking.westberks.gov.uk/mgAi.aspx?ID=92944',
      certainty: 'seen',
    },
  ],
  severity: 'warning',
  messages: { colour: 'This mark says its status by colour alone. Write the word.' },
  examples: {
    valid: [
      {
        title: 'A word',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n  - Status: amber\n',
      },
      {
        title: 'A mark and its word',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n  - Status: 🟠 amber\n',
      },
    ],
    invalid: [
      {
        title: 'Only a mark, in a table',
        text: `//- /northmere.plan.md
## Actions

| Ref | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 | 🟠 |
                                                              ^^
`,
        fixed: `## Actions

| Ref | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 | 🟠 amber |
`,
      },
      {
        title: 'Only a mark, in an item',
        text: `//- /northmere.plan.md
## Actions

- **A1** Review all plans
  - Owner: Head of Assessment
  - Due: 31 July 2026
  - Status: 🟢
            ^^
`,
        fixed: `## Actions

- **A1** Review all plans
  - Owner: Head of Assessment
  - Due: 31 July 2026
  - Status: 🟢 green
`,
      },
    ],
  },
  fixes: {
    word: {
      title: 'Write “{word}” beside it',
      safe: true,
      edits: ({ problem: { span, data } }) =>
        data['word'] ? { here: [{ span: { start: span.end, end: span.end }, newText: ` ${String(data['word'])}` }] } : null,
    },
  },
  needs: ['action'],
  *check({ items, document }): Generator<Problem<'colour'>> {
    for (const action of items('action')) {
      const { status, fields } = action;
      if (!fields.status || !onlyColours.test(fields.status.text)) continue;
      const known = stageOf(action, document) !== null;
      yield { message: 'colour', data: known ? { word: status! } : {}, span: fields.status.span, fixes: known ? ['word'] : [] };
    }
  },
});

/** Coloured circles, squares and hearts; a tick or a cross is told by its shape. */
const onlyColours = /^(?:[🔴🟠🟡🟢🔵🟣🟤⚫⚪🟥🟧🟨🟩🟦🟪🟫⬛⬜]|\uFE0F|\s)+$/u;
