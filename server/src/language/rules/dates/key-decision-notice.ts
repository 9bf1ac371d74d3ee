import { saysYes } from '../../calendar/deadlines.ts';
import { field, textOf } from '../../model/front-matter.ts';
import { documentRule } from '../rule.ts';

export default documentRule<'notInPlan'>({
  name: 'dates/key-decision-notice',
  summary: 'A key decision is not in the forward plan, and no exception is claimed.',
  why: `A key decision needs 28 clear days of public notice, which councils give in the forward plan. With less notice it can be taken only under the general exception
(the scrutiny chair is told, five clear days’ public notice) or for special urgency (the scrutiny chair agrees), and the report has to say so.`,
  sources: [
    { title: 'SI 2012/2089, regulations 8 to 11', url: 'https://www.legislation.gov.uk/uksi/2012/2089/part/3/made?view=plain', certainty: 'seen' },
    { title: 'The period of 28 clear days, as explained by solicitors', url: 'https://www.bevanbrittan.com/insights/articles/2012/changestoexecutivedecisionmakinginlocalauthorities/', certainty: 'seen' },
  ],
  types: ['committee-report'],
  severity: 'warning',
  messages: { notInPlan: 'This is a key decision, and it is not in the forward plan. State which exception to the 28 clear days of notice applies.' },
  examples: {
    valid: [
      { title: 'In the plan', text: '---\ntype: committee-report\nkey-decision: yes\nforward-plan: yes\n---\n# Report\n' },
      { title: 'No key decision', text: '---\ntype: committee-report\nkey-decision: no\nforward-plan: no\n---\n# Report\n' },
      { title: 'Not said yet', text: '---\ntype: committee-report\nkey-decision: yes\nforward-plan:\n---\n# Report\n' },
      { title: 'An exception is claimed', text: '---\ntype: committee-report\nkey-decision: yes\nforward-plan: no\n---\n# Report\n\nThe decision is taken under the general exception.\n' },
      { title: 'In the plan though no key decision', text: '---\ntype: committee-report\nkey-decision: no\nforward-plan: yes\n---\n# Report\n' },
    ],
    invalid: [
      { title: 'A key decision outside the plan', text: '---\ntype: committee-report\nkey-decision: yes\nforward-plan: no\n              ^^\n---\n# Report\n' },
      { title: 'In capitals', text: '---\ntype: committee-report\nforward-plan: No\n              ^^\nkey-decision: Yes\n---\n# Report\n\nCabinet is asked to approve the budget.\n' },
    ],
  },
  reads: ['statement'],
  *check({ frontMatter, items }) {
    const plan = textOf(frontMatter, 'forward-plan');
    if (!saysYes(textOf(frontMatter, 'key-decision')) || plan === null || !/^(?:n|no|false)$/i.test(plan.trim())) return;
    if (items('statement').some(({ item }) => item.about === 'key-decision-exception')) return;
    yield { on: null, span: field(frontMatter, 'forward-plan')!.valueSpan, message: 'notInPlan' };
  },
});
