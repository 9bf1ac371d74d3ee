import { writeChoice } from '../choices.ts';
import { responseRule } from '../rule.ts';
import { nearest } from '../wording.ts';

export default responseRule<'unknown'>({
  name: 'trace/unknown-label',
  summary: 'The text refers to a label that nothing in the response has.',
  why: `A reference that leads nowhere hides a gap: the action that “addresses F9” addresses nothing. Only labels whose letters the response uses are looked
at, so that “R2” in papers without recommendations labelled R is only text. What a plan addresses is looked at once the letter or report that it answers is there.`,
  sources: [{ title: 'Practice of published trackers: actions refer to findings and recommendations by number', certainty: 'practice' }],
  severity: 'error',
  messages: { unknown: 'Nothing in this response is labelled {label}. Correct the label, or add what it stands for.' },
  examples: {
    valid: [
      {
        title: 'It is there, in another document',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Addresses: F1\n//- /visit.letter.md\n## Areas for improvement\n\n- **F1** The quality of plans\n',
      },
      { title: 'A plan whose letter is not there', text: '## Actions\n\n- **A1** Review all plans\n  - Addresses: F1\n' },
      { title: 'Letters that no label here has', text: '## Background\n\nThe road R2 is closed.\n' },
    ],
    invalid: [
      {
        title: 'An action that addresses nothing',
        text: `//- /northmere.plan.md
## Areas for improvement

- **F1** The quality of plans

## Actions

- **A1** Review all plans
  - Addresses: F2
               ^^
`,
        fixed: `## Areas for improvement

- **F1** The quality of plans

## Actions

- **A1** Review all plans
  - Addresses: F1
`,
      },
      {
        title: 'In the text',
        text: `## Actions

- **A1** Review all plans
- **A2** Train all managers

## Next steps

The board hears about A7 in June 2026.
                      ^^
`,
      },
    ],
  },
  fixes: {
    nearest: {
      title: 'Change it to a label of this response',
      safe: false,
      choices({ response, view, problem }) {
        const written = String(problem.data['label'] ?? '');
        const own = view.items('label-definition').map(({ item }) => ({ text: item.label.text, about: item.text }));
        const others = (response?.documents ?? []).flatMap(({ labels }) => labels.map(({ text, about }) => ({ text, about })));
        const all = new Map([...own, ...others].map((one) => [one.text, one.about]));
        const prefix = /^[A-Z]+/.exec(written)?.[0] ?? '';
        const near = nearest(
          written,
          [...all.keys()].filter((text) => text.startsWith(prefix)),
          5,
        );
        return near.map((label) => ({
          title: 'Change it to {near}: {about}',
          data: { near: label, about: (all.get(label) ?? '').slice(0, 60) },
        }));
      },
      edits: writeChoice('near'),
    },
  },
  waitsForCursor: true,
  reads: ['label-reference', 'label-definition'],
  *check({ items, response }) {
    const own = items('label-definition').map(({ item }) => item.label.key);
    const keys = new Set([...own, ...response.documents.flatMap(({ labels }) => labels.map(({ key }) => key))]);
    const shapes = new Set([...keys].map(shapeOf));
    const letters = new Set([...keys].map(lettersOf));
    for (const on of items('label-reference')) {
      const { label, addresses } = on.item;
      const before = on.model.block.text.slice(Math.max(0, label.span.start - 16), label.span.start);
      if (keys.has(label.key) || (!addresses && (isPartOf.test(before) || (road.test(label.key) && /\bthe\s+$/i.test(before))))) continue;
      // Only where the response has labels of these letters: what a plan addresses cannot be told without its letter. In the text, with
      // numbers of as many parts.
      if (addresses ? !letters.has(lettersOf(label.key)) : !shapes.has(shapeOf(label.key))) continue;
      yield { message: 'unknown', data: { label: label.text }, on, span: label.span, fixes: ['nearest'] };
    }
  },
});

/** The letters of a label, with a stop for each further part of its number: `A.` of `A1.4`. */
const shapeOf = (key: string): string => key.replaceAll(/[^A-Z.]/g, '');

const lettersOf = (key: string): string => key.replaceAll(/[^A-Z]/g, '');

/** “The A49”, “the M4”. */
const road = /^[ABM]\d{1,4}$/;

/** “Part A4 of the Constitution”, “Table A1”, “Band D2”: the letter and number of something else. */
const isPartOf =
  /\b(?:part|annexe?|appendix|schedule|section|chapter|article|rule|class|band|tier|level|category|option|table|figure|chart|form|box|room|route|junction|year|stage|type|grade|domain|standard)\s+$/i;
