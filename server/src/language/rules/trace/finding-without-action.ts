import { addressedLabels } from '../../response/answered.ts';
import { newAction } from '../new-action.ts';
import { responseRule } from '../rule.ts';
import { opening } from '../wording.ts';

type Message = 'withoutAction';

export default responseRule<Message>({
  name: 'trace/finding-without-action',
  summary: 'Nothing in the response says what is done about a finding.',
  why: `Whether a plan covers every area that the inspectorate named is the first thing that is tested: model letters for plans that do and do not reflect
the findings were part of the inspectorate’s handbook. An action says which findings it answers in its column or line “Addresses”. The check
speaks only where the response has an action plan; strengths need no action.`,
  sources: [
    {
      title: 'Ofsted, Monitoring local authority children’s services judged inadequate (2016, since replaced): model letters',
      url: 'https://docslib.org/doc/12601516/monitoring-inadequate-la-childrens-services',
      certainty: 'seen',
    },
  ],
  types: ['inspection-letter', 'action-plan', 'committee-report'],
  severity: 'error',
  messages: { withoutAction: 'No action in this response addresses {label}. Add one, or name {label} in an action that answers it.' },
  examples: {
    valid: [
      {
        title: 'Each finding has its action',
        text: `//- /visit.letter.md
## Areas for improvement

- **F1** The quality of plans
//- /northmere.plan.md
## Actions

- **A1** Review all plans
  - Owner: Head of Assessment
  - Due: 31 July 2026
  - Addresses: F1
`,
      },
      {
        title: 'A letter that nobody has answered yet',
        text: '//- /visit.letter.md\n## Areas for improvement\n\n- **F1** The quality of plans\n',
      },
    ],
    invalid: [
      {
        title: 'The second finding is left out of the plan',
        text: `//- /visit.letter.md
## Areas for improvement

- **F1** The quality of plans
- **F2** The timeliness of visits
    ^^
//- /northmere.plan.md
## Actions

- **A1** Review all plans
  - Owner: Head of Assessment
  - Due: 31 July 2026
  - Addresses: F1
`,
      },
      {
        title: 'Findings and actions in one plan',
        text: `//- /northmere.plan.md
## Areas for priority action

- **P1** Supervision of social workers
    ^^

## Actions

- **A1** Review all plans
  - Owner: Head of Assessment
  - Due: 31 July 2026
`,
        fixed: `## Areas for priority action

- **P1** Supervision of social workers

## Actions

- **A1** Review all plans
  - Owner: Head of Assessment
  - Due: 31 July 2026
- **A2** [what will be done]
  - Owner: [one post]
  - Due: [day]
  - Addresses: P1
`,
      },
    ],
  },
  fixes: {
    add: {
      title: 'Add an action that addresses {label}',
      safe: false,
      edits({ view, response, problem }) {
        const edit = newAction(view, response, String(problem.data['label']));
        return edit ? { here: [edit] } : null;
      },
    },
  },
  reads: ['finding', 'label-definition', 'label-reference', 'action'],
  *check({ items, response }) {
    const addressed = addressedLabels(response.documents);
    if (!addressed) return;
    const hasActions = items('action').length > 0;
    for (const on of items('finding')) {
      const { label, polarity } = on.item;
      if (!label || polarity === 'strength' || addressed.has(label.key)) continue;
      yield {
        message: 'withoutAction',
        data: { label: label.text, about: opening(on.item.text) },
        on,
        span: label.span,
        fixes: hasActions ? ['add'] : [],
      };
    }
  },
});
