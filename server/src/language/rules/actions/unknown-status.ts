import { defaultStatusScale } from '../../house-styles/status-scales.ts';
import { field } from '../../model/front-matter/front-matter.ts';
import { writeChoice } from '../choices.ts';
import { blockRule } from '../rule.ts';
import { inWords, nearest } from '../wording.ts';
import { isBlank } from './without-field.ts';

export default blockRule<'unknown'>({
  name: 'actions/unknown-status',
  summary: 'The status of an action is not a word of the plan’s scale.',
  why: `Councils use different scales: blue means complete in one plan and not started in another. A plan says which scale it uses (\`status-scale:\` in the
header, or the council’s house style), and every status is one of its words, so that totals add up and overdue actions are found. Where no scale is declared, a
status in other words may be right in a scale that only its readers know: there only what is nearly one of the usual words is reported.`,
  sources: [
    {
      title: 'Status scales of Havering, Reading, Bristol, Kensington and Chelsea and others differ',
      url: 'https://democracy.reading.gov.uk/mgAi.aspx?ID=8814',
      certainty: 'seen',
    },
  ],
  severity: 'error',
  messages: { unknown: '“{status}” is not a status of this plan. Use {words}, or declare the scale in the header (status-scale).' },
  examples: {
    valid: [
      {
        title: 'Words of the scale',
        text: `//- /northmere.plan.md
---
type: action-plan
status-scale: rag
---
## Actions

| Ref | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 | Amber |
`,
      },
      {
        title: 'No status yet',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n',
      },
    ],
    invalid: [
      {
        title: 'A slip',
        text: `//- /northmere.plan.md
---
type: action-plan
status-scale: rag
---
## Actions

| Ref | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 | Ambre |
                                                              ^^^^^
`,
        fixed: `---
type: action-plan
status-scale: rag
---
## Actions

| Ref | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 | Amber |
`,
      },
      {
        title: 'A slip in a plan that declares no scale',
        text: `//- /northmere.plan.md
## Actions

- **A1** Review all plans
  - Owner: Head of Assessment
  - Due: 31 July 2026
  - Status: compleet
            ^^^^^^^^
`,
      },
      {
        title: 'A word of another scale',
        text: `//- /northmere.plan.md
---
type: action-plan
status-scale: rag
---
## Actions

- **A1** Review all plans
  - Owner: Head of Assessment
  - Due: 31 July 2026
  - Status: purple
            ^^^^^^
`,
      },
    ],
  },
  fixes: {
    word: {
      title: 'Change it to a status of the scale',
      safe: false,
      choices({ model, problem }) {
        const words = model.context.statusScale.statuses.map(({ word }) => word);
        const near = nearest(String(problem.data['status'] ?? ''), words);
        const capital = /^[A-ZÀ-Þ]/u.test(String(problem.data['status'] ?? ''));
        return [...near, ...words.filter((word) => !near.includes(word))].map((word) => ({
          title: 'Status: {word}',
          data: { word: capital ? word[0]!.toUpperCase() + word.slice(1) : word },
        }));
      },
      edits: writeChoice('word'),
    },
  },
  waitsForCursor: true,
  needs: ['action'],
  readsFrontMatter: true,
  *check({ items, document, frontMatter }) {
    const words = document.statusScale.statuses.map(({ word }) => word);
    if (words.length === 0) return;
    const isDeclared = field(frontMatter, 'status-scale') !== undefined || document.statusScale !== defaultStatusScale;
    for (const { status, statusIsKnown, fields } of items('action')) {
      const part = fields.status;
      if (!part || status === null || statusIsKnown || isBlank(status) || (!isDeclared && nearest(status, words).length === 0)) continue;
      yield { message: 'unknown', data: { status, words: inWords(words) }, span: part.span, fixes: ['word'] };
    }
  },
});
