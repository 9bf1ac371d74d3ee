import type { DocumentView } from '../../model/view.ts';
import { documentRule } from '../rule.ts';
import { actionAt, placeOfMissing, stageOf, writeField } from '../action-places.ts';

export default documentRule<'missing'>({
  name: 'actions/missing-measure',
  summary: 'An action does not say how anybody will see that it worked.',
  why: `An action can be done and change nothing for children. A plan that has a column for measures, or whose other actions say what will be measured, leaves a gap where one does not. A plan that keeps
its measures elsewhere is left alone; where a document has a table or list of measures, the light bulb offers them.`,
  sources: [
    {
      title: 'Columns for success measures in published plans',
      url: 'https://pdfslide.us/documents/nos-what-who-how-when-success-measures-outcome-a-report-for-q1-q2-q3.html',
      certainty: 'seen',
    },
  ],
  types: ['action-plan'],
  severity: 'warning',
  messages: { missing: 'This action has no measure. Say what will change, from what to what, by when.' },
  examples: {
    valid: [
      {
        title: 'Each action with its measure',
        text: `//- /northmere.plan.md
## Actions

| Ref | Action | Owner | Due | Measure |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 | Plans rated good, from 40% to 80% |
`,
      },
      {
        title: 'A plan that keeps its measures elsewhere',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n',
      },
    ],
    invalid: [
      {
        title: 'An empty cell',
        text: `//- /northmere.plan.md
## Actions

| Ref | Action | Owner | Due | Measure |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 | Plans rated good, from 40% to 80% |
| A2 | Train all managers | Head of Assessment | 31 July 2026 |  |
                                                               ^^
`,
      },
      {
        title: 'An item without the line Measure',
        text: `//- /northmere.plan.md
## Actions

- **A1** Review all plans
  - Owner: Head of Assessment
  - Due: 31 July 2026
  - Measure: plans rated good, from 40% to 80% by 31 July 2026
- **A2** Train all managers
    ^^
  - Owner: Head of Assessment
  - Due: 31 July 2026
`,
      },
      {
        title: 'The document has measures to choose from',
        text: `//- /northmere.plan.md
## Actions

| Ref | Action | Owner | Due | Measure |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 | Plans rated good |
| A2 | Train all managers | Head of Assessment | 31 July 2026 |  |
                                                               ^^

## Measures

| Ref | Measure | Baseline | Target |
| --- | --- | --- | --- |
| M1 | Managers trained | 12 (January 2026) | 40 by July 2026 |
`,
      },
    ],
  },
  fixes: {
    measure: {
      title: 'Write down the measure',
      safe: false,
      choices: ({ view }) =>
        measuresWritten(view)
          .slice(0, 12)
          .map((measure) => ({ title: 'Measure: {measure}', data: { measure } })),
      edits({ view, problem }) {
        const { measure } = problem.data;
        const on = measure === undefined ? undefined : actionAt(view, problem.span);
        const edit = on && writeField(view, on, 'measure', 'Measure', String(measure));
        return edit ? { here: [edit] } : null;
      },
    },
  },
  waitsForCursor: true,
  reads: ['action'],
  *check({ items, document }) {
    const actions = items('action');
    if (!actions.some(({ item }) => item.fields.measure !== undefined)) return;
    for (const on of actions) {
      if ((on.item.fields.measure?.text ?? '') !== '' || stageOf(on.item, document) === 'complete') continue;
      const span = placeOfMissing(on, 'measure');
      if (span) yield { message: 'missing', on, span, fixes: ['measure'] };
    }
  },
});

/**
 * The measures that the document has in a table or a list, each with all that it says: "Visits on time, from 61% to 90% by 31 July 2026".
 */
function measuresWritten(view: DocumentView): readonly string[] {
  const written = view
    .items('measure')
    .filter(({ item }) => item.form !== 'field')
    .map(({ item: { form, text, baseline, target, by } }) =>
      form === 'list'
        ? text
        : `${text}${baseline && target ? `, from ${baseline.text} to ${target.text}` : target ? `, to ${target.text}` : ''}${by ? ` by ${by.text}` : ''}`,
    );
  return [...new Set(written)];
}
