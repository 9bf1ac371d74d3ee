import { firstWords } from '../block-spans.ts';
import { documentRule } from '../rule.ts';
import { isForInformation } from './asked-bodies.ts';

export default documentRule<'bareNote'>({
  name: 'recommendations/bare-note',
  summary: 'Noting is all that the report asks for.',
  why: `Members who are asked only to note a report have nothing to do with it. Writers on scrutiny advise to ask for a view, an endorsement or a
further report, or to ask the chair beforehand what difference the item might make. A report whose header says that it is for information is
left alone.`,
  sources: [
    {
      title: 'It is recommended that the report is noted, an article on scrutiny reports',
      url: 'https://unique-writer-8711.kit.com/posts/it-is-recommended-that-the-report-is-noted',
      certainty: 'seen',
    },
  ],
  types: ['committee-report'],
  severity: 'warning',
  messages: {
    bareNote:
      'Noting is all that is asked here. Ask for something that members can do: comment, endorse, ask for a further report by a date.',
  },
  examples: {
    valid: [
      {
        title: 'Noting, and something to do',
        text: '## Recommendations\n\nThe panel is asked to:\n\n- note the letter\n- comment on the draft plan\n',
      },
      {
        title: 'Receiving, and something that members do',
        text: '## Recommendations\n\n- That the committee receives the letter and gives its views on the plan.\n',
      },
      {
        title: 'For information, with “receive”',
        text: '---\ntype: committee-report\ndecision-type: information\n---\n## Recommendations\n\nTo receive the report and note the feedback of the inspectorate.\n',
      },
      {
        title: 'For information',
        text: '---\ntype: committee-report\ndecision-type: information\n---\n## Recommendations\n\nThe committee is asked to note the letter.\n',
      },
    ],
    invalid: [
      {
        title: 'Only to note',
        text: `## Recommendation

The committee is asked to note the report.
                          ^^^^
`,
      },
      {
        title: 'Received and noted, in one sentence',
        text: `## Recommendations

- That the report is received and noted.
                     ^^^^^^^^
`,
      },
      {
        title: 'To receive and to note',
        text: `## Recommendations

- To receive the letter of the inspectorate
     ^^^^^^^
- To note the progress made
`,
      },
    ],
  },
  reads: ['recommendation'],
  *check({ items, frontMatter }) {
    if (isForInformation(frontMatter)) return;
    const asked = items('recommendation');
    const acts = asked.flatMap(({ item }) => item.acts);
    if (acts.length === 0 || !acts.every((act) => act === 'note' || act === 'receive')) return;
    // An item whose verb could not be read may ask for more than noting.
    if (asked.some(({ item }) => alsoAsks.test(item.text))) return;
    const first = asked.find(({ item }) => item.verb !== null);
    if (!first) return;
    yield { message: 'bareNote', on: first, span: first.item.verbSpan ?? firstWords(first.model.block.text, first.item.span) };
  },
});

/** What is asked besides, in words that are no verb of the list: "receives the report and gives its views". */
const alsoAsks =
  /(?:\band|,|;|\bthen)\s+(?:to\s+)?(?:provides?|gives?|offers?|makes?|raises?|shares?|suggests?|feeds?\sback|sends?|takes?|uses?|sets?|helps?)\b|\b(?:comments?|views|observations|recommendations|concerns?|minutes?)\s+(?:be\s+|are\s+|is\s+)?(?:passed|forwarded|reported|referred|submitted|shared|sent|conveyed|fed\s+back)\b/i;
