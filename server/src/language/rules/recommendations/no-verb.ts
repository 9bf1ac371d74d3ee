import { blockRule } from '../rule.ts';
import { firstWords } from '../block-spans.ts';

export default blockRule<'noVerb'>({
  name: 'recommendations/no-verb',
  summary: 'A recommendation does not ask the body to do anything.',
  why: `A recommendation becomes the decision in the minutes. “This paper is for information” leaves nothing to decide, to minute or to follow up.
Say what the body does: comment, endorse, agree, ask an officer for something by a date.`,
  sources: [{ title: 'Forms of recommendation in published reports of Kirklees, Bristol, Brent and Plymouth', certainty: 'practice' }],
  types: ['committee-report'],
  severity: 'warning',
  messages: { noVerb: 'This does not ask the body to do anything. Say what it is asked to do, for example “comment on …” or “agree …”.' },
  examples: {
    valid: [
      {
        title: 'Each item asks for one thing',
        text: '## Recommendations\n\nThe panel is asked to:\n\n- comment on the draft plan\n- agree the date of the next report\n',
      },
      { title: 'As a sentence', text: '## Recommendations\n\nThat the committee endorses the action plan at Appendix 1.\n' },
    ],
    invalid: [
      {
        title: 'Information only',
        text: `## Recommendation

This paper is for the board’s information.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      },
      {
        title: 'A thing, and not what to do with it',
        text: `## Recommendations

The panel is asked to:

- comment on the draft plan
- the timetable of the improvement board
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      },
    ],
  },
  waitsForCursor: true,
  needs: ['recommendation'],
  *check({ items, text }) {
    for (const item of items('recommendation')) {
      if (item.verb === null && item.acts.length === 0 && !asksOtherwise(item.text) && !isHeading(item.text))
        yield { message: 'noVerb', span: firstWords(text, item.span) };
    }
  },
});

/** “3. Headlines”, between numbered paragraphs: a heading that Markdown does not know for one. */
const isHeading = (text: string): boolean => /^\p{Lu}[\p{L}’'-]+(?: [\p{L}’'-]+)?$/u.test(text.trim());

/**
 * Asked without a verb of the list: “That officers bring a report in July” is a resolution, “are asked whether …” and “Does the Panel wish
 * …?” are questions, and “Northmere Police should …” is how inspectors ask.
 */
const asksOtherwise = (text: string): boolean =>
  (/^(?:[A-Z]{1,4}\s?\d[\d.]*[.:)]?\s+)?that\s\S+\s\S+\s/i.test(text) && !/\bfor (?:\S+ ){0,3}information\b/i.test(text)) ||
  /\b(?:asked|invited|requested) (?:whether|if|for|how|what|which)\b/i.test(text) ||
  /\?\s*$/.test(text) ||
  /\bshould (?:not )?[a-z]{2,}/.test(text);
