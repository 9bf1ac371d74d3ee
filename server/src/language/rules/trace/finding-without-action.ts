import type { ActionItem } from '../../model/items.ts';
import type { DocumentView, Located } from '../../model/view.ts';
import type { TextEdit } from '../../text/span.ts';
import { blockEnd } from '../insertion.ts';
import { freeLabels, usualPrefix } from '../labelling.ts';
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
    { title: 'Ofsted, Monitoring local authority children’s services judged inadequate (2016, since replaced): model letters', url: 'https://docslib.org/doc/12601516/monitoring-inadequate-la-childrens-services', certainty: 'seen' },
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
      { title: 'A letter that nobody has answered yet', text: '//- /visit.letter.md\n## Areas for improvement\n\n- **F1** The quality of plans\n' },
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
        const label = String(problem.data['label']);
        const last = view.items('action').at(-1);
        if (!last) return null;
        const [free] = freeLabels(usualPrefix('action', view, 'A'), 1, view, response);
        const edit = last.item.form === 'table' ? newRow(view, last, free!, label) : blockEnd(view, last.index, `- **${free}** [what will be done]\n  - Owner: [one post]\n  - Due: [day]\n  - Addresses: ${label}`);
        return edit ? { here: [edit] } : null;
      },
    },
  },
  reads: ['finding', 'label-definition', 'label-reference', 'action'],
  *check({ items, response }) {
    const plans = response.documents.filter(({ type, labels }) => type === 'action-plan' && labels.some(({ defines }) => defines === 'action'));
    if (plans.length === 0) return;
    const addressed = new Set(response.documents.flatMap(({ references }) => references.filter((one) => one.addresses).map(({ key }) => key)));
    // A plan none of whose actions names a finding is written without labels: what it answers cannot be told.
    const known = new Set(response.documents.flatMap(({ labels }) => labels.filter(({ defines }) => defines === 'finding').map(({ key }) => key)));
    const traced = [...addressed].some((key) => known.has(key)) || plans.some(({ labels }) => labels.some(({ defines }) => defines === 'finding'));
    if (!traced) return;
    const hasActions = items('action').length > 0;
    for (const on of items('finding')) {
      const { label, polarity } = on.item;
      if (!label || polarity === 'strength' || addressed.has(label.key)) continue;
      yield { message: 'withoutAction', data: { label: label.text, about: opening(on.item.text) }, on, span: label.span, fixes: hasActions ? ['add'] : [] };
    }
  },
});

/** A row with the columns of the table that the last action stands in. */
function newRow(view: DocumentView, last: Located<ActionItem>, label: string, addresses: string): TextEdit | null {
  const table = view.items('table').findLast((one) => one.index <= last.index && one.model.block.container === last.model.block.container);
  if (!table) return null;
  const values: Readonly<Record<string, string>> = { ref: label, addresses, action: '[what will be done]', owner: '[one post]', due: '[day]' };
  const cells = table.item.columns.map(({ field }) => values[field ?? ''] ?? '');
  return blockEnd(view, last.index, `| ${cells.join(' | ')} |`);
}
