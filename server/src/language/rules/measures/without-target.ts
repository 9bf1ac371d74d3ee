import { documentRule } from '../rule.ts';
import { gapsOf } from './measure-gaps.ts';

export default documentRule<'measure' | 'column'>({
  name: 'measures/without-target',
  summary: 'A measure has no target.',
  why: 'Without a figure to reach, nobody can say whether the action has worked, and every result is a success.',
  sources: [{ title: 'Success measures in published improvement plans', certainty: 'practice' }],
  severity: 'warning',
  messages: {
    measure: 'There is a starting point and no target. Say which figure is to be reached.',
    column: 'This table has no column for the target. Add one.',
  },
  examples: {
    valid: [
      {
        title: 'The target before the starting point',
        text: '//- /a.plan.md\n## Measures\n\n- 95% of visits in time by 31 March 2027, from 80%\n- 60 managers trained by 31 March 2027, from 10\n',
      },
      {
        title: 'All, none, fewer than',
        text: '//- /a.plan.md\n## Measures\n\n- All 4 posts are permanent by 31 March 2027 (baseline: 1 of 4)\n- No assessment takes longer than 45 days by 31 March 2027 (baseline: 214)\n- Fewer than 50 reviews are overdue by 31 March 2027 (baseline 1,146)\n',
      },
      { title: 'From and to', text: '//- /a.plan.md\n## Measures\n\n- Agency posts from 31% to 15% by 31 July 2026\n' },
      { title: 'A share is a target', text: '//- /a.plan.md\n## Measures\n\n- 80% of children seen within timescale by 31 July 2026\n' },
      {
        title: 'A measure without figures',
        text: '//- /a.plan.md\n## Measures\n\n- Children say that they know who their social worker is\n',
      },
      {
        title: 'All columns',
        text: '//- /a.plan.md\n## Measures\n\n| Measure | Baseline | Target | By when |\n| --- | --- | --- | --- |\n| Visits in time | 61% | 85% | 31 July 2026 |\n',
      },
      { title: 'Another table', text: '| Ward | Children |\n| --- | --- |\n| Wexcombe | 61 |\n' },
    ],
    invalid: [
      {
        title: 'Only where it starts',
        text: '//- /a.plan.md\n## Measures\n\n- Fewer agency posts, currently 31%\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n',
      },
      {
        title: 'An empty cell',
        text: '//- /a.plan.md\n## Measures\n\n| Measure | Baseline | Target | By when |\n| --- | --- | --- | --- |\n| Visits in time | 61% | | 31 July 2026 |\n  ^^^^^^^^^^^^^^\n',
      },
      {
        title: 'No column',
        text: '//- /a.plan.md\n## Measures\n\n| Measure | Baseline | By when |\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n| --- | --- | --- |\n| Visits in time | 61% | 31 July 2026 |\n',
      },
    ],
  },
  reads: ['measure', 'table'],
  *check(context) {
    for (const { of, ...gap } of gapsOf(context, 'target', ({ item }) => item.target === null && item.baseline !== null))
      yield { ...gap, message: of };
  },
});
