import { isApart } from '../../response/reach.ts';
import { responseRule } from '../rule.ts';

export default responseRule<'differs'>({
  name: 'trace/finding-misquoted',
  summary: 'A finding stands here in other words than in the inspectorate’s letter.',
  why: `A plan that repeats a finding in softer words answers something that nobody said. Under the same label stand the same words; what the council makes of them
belongs beside them.`,
  sources: [
    {
      title: 'Ofsted’s model letters ask whether a plan reflects the findings',
      url: 'https://docslib.org/doc/12601516/monitoring-inadequate-la-childrens-services',
      certainty: 'seen',
    },
  ],
  types: ['action-plan', 'committee-report'],
  severity: 'warning',
  messages: { differs: '{label} has other words in the letter: “{letter}”. Use the letter’s words.' },
  examples: {
    valid: [
      {
        title: 'The letter’s words',
        text: '//- /northmere.plan.md\n## Areas for improvement\n\n- **F1** The quality of plans\n//- /visit.letter.md\n## Areas for improvement\n\n- **F1** The quality of plans.\n',
      },
      {
        title: 'The beginning of a longer finding',
        text: '//- /northmere.plan.md\n## Areas for improvement\n\n- **F1** The quality of plans …\n//- /visit.letter.md\n## Areas for improvement\n\n- **F1** The quality of plans for children in need, including those of disabled children.\n',
      },
    ],
    invalid: [
      {
        title: 'Softer words',
        text: `//- /northmere.plan.md
## Areas for improvement

- **F1** Some aspects of planning
         ^^^^^^^^^^^^^^^^^^^^^^^^
//- /visit.letter.md
## Areas for improvement

- **F1** The quality and timeliness of plans
`,
        fixed: `## Areas for improvement

- **F1** The quality and timeliness of plans
`,
      },
      {
        title: 'A word left out',
        text: `//- /northmere.report.md
## Areas for priority action

- **P1** Supervision of social workers
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
//- /visit.letter.md
## Areas for priority action

- **P1** Weak supervision of social workers
`,
      },
    ],
  },
  fixes: {
    letter: {
      title: 'Use the letter’s words',
      safe: false,
      edits: ({ problem: { span, data } }) => (data['words'] ? { here: [{ span, newText: String(data['words']) }] } : null),
    },
  },
  waitsForCursor: true,
  reads: ['finding'],
  *check({ items, response, address }) {
    const apart = isApart(response.documents);
    const letters = response.documents.filter(
      (one) => one.type === 'inspection-letter' && one.address !== address && !apart(address, one.address),
    );
    if (letters.length === 0) return;
    for (const on of items('finding')) {
      const { label, text, textSpan } = on.item;
      // Marks, links and line breaks inside a finding would be lost in the change, and a table has its own words beside it.
      if (!label || on.model.block.kind === 'table-row') continue;
      const said = letters.flatMap((letter) =>
        letter.labels
          .filter((one) => one.defines === 'finding' && one.key === label.key && one.about !== '')
          .map((same) => ({ letter, same })),
      );
      const [first] = said;
      // Where letters about several inspections use the same label, another one may be meant.
      if (!first || said.some(({ same }) => isQuoted(text, same.about) || fold(same.about) !== fold(first.same.about))) continue;
      const { letter, same } = first;
      const plain = on.model.block.text.slice(textSpan.start, textSpan.end) === text;
      yield {
        message: 'differs',
        data: {
          label: label.text,
          letter: same.about.length > 80 ? `${same.about.slice(0, 78).trimEnd()} …` : same.about,
          words: same.about,
        },
        on,
        span: textSpan,
        fixes: plain ? ['letter'] : [],
        related: [{ address: letter.address, span: same.span, message: '{label} in the letter', data: { label: label.text } }],
      };
    }
  },
});

/** Whether a text gives the letter's words: all of them, or their beginning with a mark for what is left out. */
function isQuoted(text: string, letter: string): boolean {
  const [ours, theirs] = [fold(text), fold(letter)];
  return (
    ours === theirs ||
    (/(?:…|\.{3})\s*$/.test(text) && theirs.startsWith(ours)) ||
    (/(?:…|\.{3})\s*$/.test(letter) && ours.startsWith(theirs))
  );
}

const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/['’‘]/g, '')
    .replace(/[^A-Za-zÀ-ɏ\d]+/gu, ' ')
    .trim();
