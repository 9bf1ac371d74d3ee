import type { ActionItem } from '../../model/items.ts';
import { actionAt, placeOfMissing, writeField } from '../action-places.ts';
import { firstWords } from '../block-spans.ts';
import { responseRule } from '../rule.ts';

export default responseRule<'noSource'>({
  name: 'trace/action-without-source',
  summary: 'An action does not say which finding it answers.',
  why: `Where the other actions of a plan name the findings that they answer, one that names none is either not about this inspection or hides a gap: a
finding may look unanswered, and the action is hard to judge. The check speaks only in a plan that has such references, or a column for them.`,
  sources: [
    {
      title: 'Bracknell Forest, youth justice plan 2024: a column for the source of each action',
      url: 'https://www.bracknell-forest.gov.uk/bracknell-forest-youth-justice-plan-2024-2027/4-plan-forthcoming-year/47-priorities-coming-year',
      certainty: 'seen',
    },
  ],
  types: ['action-plan'],
  severity: 'warning',
  messages: { noSource: 'This action does not say which finding it answers. Name the findings that it addresses.' },
  examples: {
    valid: [
      {
        title: 'Each says what it answers',
        text: '//- /northmere.plan.md\n## Areas for improvement\n\n- **F1** The quality of plans\n\n## Actions\n\n- **A1** Review all plans\n  - Addresses: F1\n',
      },
      {
        title: 'A plan without such references',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n- **A2** Train all managers\n',
      },
    ],
    invalid: [
      {
        title: 'One of two says nothing',
        text: `//- /northmere.plan.md
## Areas for improvement

- **F1** The quality of plans

## Actions

- **A1** Review all plans
  - Addresses: F1
- **A2** Train all managers
    ^^
`,
        fixed: `## Areas for improvement

- **F1** The quality of plans

## Actions

- **A1** Review all plans
  - Addresses: F1
- **A2** Train all managers
  - Addresses: F1
`,
      },
      {
        title: 'An empty cell',
        text: `//- /northmere.plan.md
## Areas for improvement

- **F1** The quality of plans

## Actions

| Ref | Addresses | Action | Owner | Due |
| --- | --- | --- | --- | --- |
| A1 | F1 | Review all plans | Head of Assessment | 31 July 2026 |
| A2 | | Train all managers | Head of Assessment | 31 July 2026 |
      ^
`,
      },
    ],
  },
  fixes: {
    choose: {
      title: 'Say which finding it addresses',
      safe: false,
      choices({ response, view }) {
        const own = view
          .items('finding')
          .flatMap(({ item }) => (item.label && item.polarity !== 'strength' ? [{ text: item.label.text, about: item.text }] : []));
        const others = (response?.documents ?? []).flatMap(({ labels }) =>
          labels
            .filter(({ defines, polarity }) => defines === 'finding' && polarity !== 'strength')
            .map(({ text, about }) => ({ text, about })),
        );
        const all = new Map([...own, ...others].map(({ text, about }) => [text, about]));
        return [...all]
          .slice(0, 12)
          .map(([label, about]) => ({ title: 'Addresses {label}: {about}', data: { label, about: about.slice(0, 60) } }));
      },
      edits({ view, problem }) {
        const on = actionAt(view, problem.span);
        const edit =
          on && problem.data['label'] !== undefined ? writeField(view, on, 'addresses', 'Addresses', String(problem.data['label'])) : null;
        return edit ? { here: [edit] } : null;
      },
    },
  },
  waitsForCursor: true,
  reads: ['action', 'finding'],
  *check({ items, response }) {
    const actions = items('action');
    const findings = response.documents.some(({ labels }) => labels.some(({ defines }) => defines === 'finding'));
    if (!findings || !usesSources(actions.map(({ item }) => item))) return;
    for (const on of actions) {
      if (on.item.addresses.length > 0 || (on.item.fields.addresses?.text ?? '') !== '') continue;
      const span = placeOfMissing(on, 'addresses') ?? firstWords(on.model.block.text, on.item.textSpan);
      yield { message: 'noSource', on, span, fixes: ['choose'] };
    }
  },
});

/**
 * Whether a plan says which findings its actions answer, or has a column for it that is empty throughout. A column of words, filled once
 * for several rows, is no list of findings.
 */
const usesSources = (actions: readonly ActionItem[]): boolean =>
  actions.some(({ addresses }) => addresses.length > 0) ||
  (actions.some(({ fields }) => fields.addresses !== undefined) && actions.every(({ fields }) => (fields.addresses?.text ?? '') === ''));
