import { isApart } from '../../response/reach.ts';
import { foldedText } from '../../text/english.ts';
import { freeLabels } from '../labelling.ts';
import { responseRule, type LocatedProblem } from '../rule.ts';

type Message = 'here' | 'elsewhere';

export default responseRule<Message>({
  name: 'actions/duplicate-label',
  summary: 'Two things in the response have the same label.',
  why: `A label is how a report, a tracker and the minutes speak of an action. Where A4 is two actions, progress on the one is taken for progress on the
other. Labels are unique in all documents about one inspection, not only in one file; a finding may be repeated under its own label.`,
  sources: [{ title: 'Practice of published trackers: one reference, one action', certainty: 'practice' }],
  severity: 'error',
  messages: {
    here: '{label} is already the label of “{about}”. Give this one another label.',
    elsewhere: '{label} is already the label of “{about}” in another document of this response. Give this one another label.',
  },
  examples: {
    valid: [
      { title: 'Each its own', text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n- **A2** Train all managers\n' },
      {
        title: 'A finding repeated in the plan',
        text: '//- /northmere.plan.md\n## Areas for improvement\n\n- **F1** The quality of plans\n//- /visit.letter.md\n## Areas for improvement\n\n- **F1** The quality of plans\n',
      },
    ],
    invalid: [
      {
        title: 'Twice in one plan',
        text: `//- /northmere.plan.md
## Actions

- **A1** Review all plans
- **A1** Train all managers
    ^^
`,
        fixed: `## Actions

- **A1** Review all plans
- **A2** Train all managers
`,
      },
      {
        title: 'Once in each of two plans',
        text: `//- /northmere.plan.md
## Actions

- **A1** Review all plans
    ^^
//- /northmere-health.plan.md
## Actions

- **A1** Share the rota of nurses
    ^^
`,
      },
    ],
  },
  fixes: {
    next: {
      title: 'Give it the next free label',
      safe: false,
      edits({ view, response, problem }) {
        const on = view.items('label-definition').find(({ base, item }) => base + item.label.span.start === problem.span.start);
        if (!on) return null;
        const { prefix, text } = on.item.label;
        const [free] = freeLabels(prefix, 1, view, response);
        // Written as its neighbours are: `AFI 3` keeps its space.
        const join = /^[A-Z]+([ -])/.exec(text)?.[1] ?? '';
        return { here: [{ span: problem.span, newText: `${prefix}${join}${free!.slice(prefix.length)}` }] };
      },
    },
  },
  reads: ['label-definition'],
  *check({ items, response, address }): Generator<LocatedProblem<Message>> {
    const apart = isApart(response.documents);
    const first = new Map<string, ReturnType<typeof items<'label-definition'>>[number]>();
    for (const on of items('label-definition')) {
      const { label, defines, text } = on.item;
      if (defines === 'other') continue;
      const kind = `${defines} ${label.key}`;
      const before = first.get(kind);
      if (!before) first.set(kind, on);
      if (before) {
        if (defines === 'finding' && sameWords(before.item.text, text)) continue;
        yield {
          message: 'here',
          data: { label: label.text, about: short(before.item.text) },
          on,
          span: label.span,
          fixes: ['next'],
          related: [{ on: before, span: before.item.label.span, message: 'The first {label}', data: { label: label.text } }],
        };
        continue;
      }
      // Findings are repeated from the letter under their own label; so are recommendations from the report.
      if (defines === 'finding' || defines === 'recommendation') continue;
      for (const other of response.documents) {
        // Another inspection has its own A1.
        if (other.address === address || apart(address, other.address)) continue;
        const same = other.labels.find((one) => one.key === label.key && one.defines === defines && !sameWords(one.about, text));
        if (!same) continue;
        yield {
          message: 'elsewhere',
          data: { label: label.text, about: short(same.about) },
          on,
          span: label.span,
          fixes: ['next'],
          related: [{ address: other.address, span: same.span, message: 'The other {label}', data: { label: label.text } }],
        };
        break;
      }
    }
  },
});

const sameWords = (a: string, b: string): boolean => foldedText(a) === foldedText(b);
const short = (text: string): string => (text.length > 50 ? `${text.slice(0, 48).trimEnd()} …` : text);
