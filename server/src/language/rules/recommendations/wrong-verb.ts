import { firstWords } from '../block-spans.ts';
import { blockRule } from '../rule.ts';
import { kindOfBody } from '../../model/body-kind.ts';
import { decisions, isForInformation, kindsOfBodies } from './asked-bodies.ts';

type Message = 'scrutiny' | 'information';

export default blockRule<Message>({
  name: 'recommendations/wrong-verb',
  summary: 'A recommendation asks a body for something that it cannot do.',
  why: `Overview and scrutiny committees review and advise; executive matters are decided by the cabinet or by full council. A scrutiny committee that
“approves” a plan has approved nothing. It can endorse the plan, comment on it, or recommend it to Cabinet. Its own work programme, task groups and
minutes are its own to approve.`,
  sources: [
    {
      title: 'Local Government Act 2000, part 1A: executive functions and overview and scrutiny',
      url: 'https://www.legislation.gov.uk/ukpga/2000/22/part/1A',
      certainty: 'to confirm',
    },
    { title: 'Verbs in published recommendations to scrutiny committees', certainty: 'practice' },
  ],
  types: ['committee-report'],
  severity: 'warning',
  messages: {
    scrutiny: 'A scrutiny body cannot {verb} this. Ask it to endorse, to comment, or to recommend it to Cabinet.',
    information: 'The header says that the report is for information, but this asks the body to {verb}. Change one of the two.',
  },
  examples: {
    valid: [
      {
        title: 'Scrutiny comments',
        text: '---\ntype: committee-report\nbody: Children’s Overview and Scrutiny Panel\n---\n## Recommendations\n\n- That the panel endorses the action plan.\n',
      },
      {
        title: 'Cabinet approves',
        text: '---\ntype: committee-report\nbody: Cabinet\n---\n## Recommendations\n\n- That Cabinet approves the action plan.\n',
      },
      {
        title: 'Its own work programme',
        text: '---\ntype: committee-report\nbody: Children’s Overview and Scrutiny Panel\n---\n## Recommendations\n\n- That the panel approves its work programme for 2026/27.\n',
      },
    ],
    invalid: [
      {
        title: 'Scrutiny approves a plan',
        text: `---
type: committee-report
body: Children’s Overview and Scrutiny Panel
---
## Recommendations

- To approve the action plan.
     ^^^^^^^
`,
      },
      {
        title: 'A decision in a report for information',
        text: `---
type: committee-report
body: Cabinet
decision-type: information
---
## Recommendations

- To adopt the action plan.
     ^^^^^
`,
      },
    ],
  },
  readsFrontMatter: true,
  needs: ['recommendation'],
  *check({ items, frontMatter, document, text }) {
    const asked = items('recommendation');
    if (asked.length === 0) return;
    const kinds = kindsOfBodies(frontMatter, document);
    const forInformation = isForInformation(frontMatter);
    for (const item of asked) {
      const verb = item.verb;
      if (verb === null || !decisions.has(verb)) continue;
      const span = item.verbSpan ?? firstWords(text, item.span);
      const ofItem = item.body ? [kindOfBody(item.body, document.houseStyle)] : [];
      const isScrutiny =
        ofItem.includes('scrutiny') ||
        ((ofItem.length === 0 || ofItem[0] === 'unknown') && kinds.length > 0 && kinds.every((kind) => kind === 'scrutiny'));
      if (isScrutiny && !itsOwn.test(item.text)) yield { message: 'scrutiny', data: { verb }, span };
      else if (forInformation) yield { message: 'information', data: { verb }, span };
    }
  },
});

/** Matters that a scrutiny committee decides for itself. */
const itsOwn =
  /\b(?:work programme|work plan|minutes|terms of reference|task (?:and finish )?group|working group|membership|scope|scoping|recommendations to)\b/i;
