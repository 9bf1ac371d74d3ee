import type { MeasureItem } from '../../model/items.ts';
import type { Located } from '../../model/view.ts';
import { documentRule } from '../rule.ts';
import { gapsOf } from './measure-gaps.ts';

export default documentRule<'measure' | 'column'>({
  name: 'measures/without-baseline',
  summary: 'A target is set, and the measure does not say where the service stands now.',
  why: 'Whether “80% seen in time” is an improvement depends on where the service started. Inspectors and members ask for the starting point first.',
  sources: [{ title: 'Success measures in published improvement plans', certainty: 'practice' }],
  severity: 'warning',
  messages: {
    measure: 'There is a target and no starting point. Say what the figure is now, and when it was taken.',
    column: 'This table has no column for the baseline. Add one, so that the change can be seen.',
  },
  examples: {
    valid: [
      { title: 'From and to', text: '//- /a.plan.md\n## Measures\n\n- Agency posts from 31% to 15% by 31 July 2026\n' },
      {
        title: 'All columns',
        text: '//- /a.plan.md\n## Measures\n\n| Measure | Baseline | Target | By when |\n| --- | --- | --- | --- |\n| Visits in time | 61% | 85% | 31 July 2026 |\n',
      },
      {
        title: 'One heading over several columns',
        text: '//- /a.plan.md\n## Measures\n\n| Measure | 2025/26 | | Target |\n| --- | --- | --- | --- |\n| | Q1 | Q2 | |\n| Visits in time | 61% | 70% | 85% |\n',
      },
      {
        title: 'A measure without figures',
        text: '//- /a.plan.md\n## Measures\n\n- Children say that they know who their social worker is\n',
      },
      { title: 'Figures that are no measure', text: 'In 2025 the service saw 80% of children in time.\n' },
      {
        title: 'A plan whose measures are steps',
        text: '//- /a.plan.md\n## Actions\n\n| Ref | Action | Owner | Due | Measure |\n| --- | --- | --- | --- | --- |\n| A1 | Train managers | Head of Learning | 31 July 2026 | Course run and evaluated |\n',
      },
    ],
    invalid: [
      {
        title: 'A target alone',
        text: '//- /a.plan.md\n## Measures\n\n- 80% of children seen within timescale by 31 July 2026\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n',
      },
      {
        title: 'No column',
        text: '//- /a.plan.md\n## Measures\n\n| Measure | Target | By when |\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^\n| --- | --- | --- |\n| Visits in time | 85% | 31 July 2026 |\n',
      },
    ],
  },
  reads: ['measure', 'table', 'action'],
  *check(context) {
    for (const { of, ...gap } of gapsOf(
      context,
      'baseline',
      (on) => on.item.baseline === null && on.item.target !== null && !/\d\/\d/.test(on.item.target.text) && !saysWhereItStands(on),
    ))
      yield { ...gap, message: of };
  },
});

/** Whether the action that a share is the measure of has one in its progress: "71% in April 2026". */
const saysWhereItStands = ({ item: { target }, model }: Located<MeasureItem>): boolean =>
  /%|per ?cent/i.test(target?.text ?? '') &&
  model.items.some(
    (one) =>
      one.kind === 'action' &&
      [one.fields.progress, one.fields.evidence, one.fields.impact].some((part) => part && /\d\s?(?:%|per ?cent)/i.test(part.text)),
  );
