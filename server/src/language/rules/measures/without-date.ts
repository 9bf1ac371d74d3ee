import type { MeasureItem } from '../../model/items.ts';
import type { Located } from '../../model/view.ts';
import { documentRule } from '../rule.ts';
import { gapsOf } from './measure-gaps.ts';

export default documentRule<'measure' | 'column'>({
  name: 'measures/without-date',
  summary: 'A target does not say by when it is to be reached.',
  why: 'A target without a date is never missed. Inspectors who come back ask what should have been reached by then.',
  sources: [{ title: 'Success measures in published improvement plans', certainty: 'practice' }],
  severity: 'warning',
  messages: {
    measure: 'There is a target and no date. Say by when it is to be reached.',
    column: 'This table does not say by when the targets are to be reached. Add a column.',
  },
  examples: {
    valid: [
      { title: 'With its date', text: '//- /a.plan.md\n## Measures\n\n- Agency posts from 31% to 15% by 31 July 2026\n' },
      {
        title: 'The date of the action',
        text: '//- /a.plan.md\n## Actions\n\n| Ref | Action | Owner | Due | Measure |\n| --- | --- | --- | --- | --- |\n| A1 | Recruit social workers | Head of Service | 31 July 2026 | Agency posts from 31% to 15% |\n',
      },
      {
        title: 'The date of the list',
        text: '//- /a.plan.md\n## Measures\n\nTo be reached by 31 July 2026:\n\n- 80% of children seen within timescale\n',
      },
      {
        title: 'All columns',
        text: '//- /a.plan.md\n## Measures\n\n| Measure | Baseline | Target | By when |\n| --- | --- | --- | --- |\n| Visits in time | 61% | 85% | 31 July 2026 |\n',
      },
      {
        title: 'A measure without figures',
        text: '//- /a.plan.md\n## Measures\n\n- Children say that they know who their social worker is\n',
      },
    ],
    invalid: [
      {
        title: 'A target alone',
        text: '//- /a.plan.md\n## Measures\n\n- 80% of children seen within timescale\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n',
      },
      {
        title: 'An empty cell',
        text: '//- /a.plan.md\n## Measures\n\n| Measure | Baseline | Target | By when |\n| --- | --- | --- | --- |\n| Visits in time | 61% | 85% | |\n  ^^^^^^^^^^^^^^\n',
      },
      {
        title: 'No column',
        text: '//- /a.plan.md\n## Measures\n\n| Measure | Baseline | Target |\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^\n| --- | --- | --- |\n| Visits in time | 61% | 85% |\n',
      },
    ],
  },
  reads: ['measure', 'table', 'action'],
  *check(context) {
    for (const { of, ...gap } of gapsOf(
      context,
      'by',
      (measure) => measure.item.by === null && measure.item.target !== null && !hasDueAction(measure),
    ))
      yield { ...gap, message: of };
  },
});

/** Whether the measure is part of an action with a due date, which is then the measure's. */
const hasDueAction = ({ model }: Located<MeasureItem>): boolean => model.items.some((item) => item.kind === 'action' && item.due !== null);
