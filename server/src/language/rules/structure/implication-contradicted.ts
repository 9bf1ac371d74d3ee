import type { EvidenceItem } from '../../model/items.ts';
import { documentRule } from '../rule.ts';
import { contradictionOf, saidNone, saidNoneReads } from './said-none.ts';

export default documentRule<'contradicted'>({
  name: 'structure/implication-contradicted',
  summary: 'A section says that there are no implications, and the text names something that has some.',
  why: `A report that names an improvement notice has legal implications; one that names disabled children or care leavers cannot say without more that there is nothing for
equality. Members decide on what these sections say, and a decision can be challenged for what they leave out.`,
  sources: [
    { title: 'Equality Act 2010, section 149: due regard', certainty: 'to confirm' },
    { title: 'Report writing guides: implications are written by the author and cleared by the officers concerned', certainty: 'practice' },
  ],
  types: ['committee-report'],
  severity: 'warning',
  messages: {
    contradicted:
      '“{heading}” says that there is nothing, but the report names {what} (“{text}”). Say what follows from it, or why nothing does.',
  },
  examples: {
    valid: [
      {
        title: 'It says what follows',
        text: '## Legal implications\n\nThe council must answer the improvement notice by 3 July 2026.\n\n## Detail\n\nThe department has issued an improvement notice.\n',
      },
      {
        title: 'None, with its reason',
        text: '## Legal implications\n\nNone arise from noting this report; the improvement notice was answered in May.\n\n## Detail\n\nThe department has issued an improvement notice.\n',
      },
      { title: 'Nothing that has any', text: '## Legal implications\n\nNone\n\n## Detail\n\nInspectors spoke to staff.\n' },
      {
        title: 'An inspector’s words',
        text: '## Equality implications\n\nThere are no equality implications.\n\n## Detail\n\n> Plans for disabled children are good.\n',
      },
    ],
    invalid: [
      {
        title: 'A notice',
        text: `## Legal implications

None
^^^^

## Detail

The department has issued an improvement notice.
`,
      },
      {
        title: 'Groups that the law protects, and money',
        text: `## Equality implications

There are no equality implications.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

## Financial implications

N/A
^^^

## Detail

Risks for vulnerable children fall too slowly, disabled children among them. The new team costs £240,000 a year, which the budget for 2026/27 holds.
`,
      },
    ],
  },
  reads: saidNoneReads,
  *check(context) {
    for (const said of saidNone(context)) {
      const against = contradictionOf(said, context);
      if (!against) continue;
      yield {
        message: 'contradicted',
        data: { heading: said.heading.item.text, what: what[against.item.of], text: against.item.text },
        on: said.statement,
        span: said.statement.item.span,
        related: [{ on: against, span: against.item.span, message: 'The text names {what}', data: { what: what[against.item.of] } }],
      };
    }
  },
});

const what: Readonly<Record<EvidenceItem['of'], string>> = {
  legal: 'a notice or a duty',
  financial: 'a cost',
  equality: 'a group to which regard is due',
  staffing: 'a change of staff',
  consultation: 'a consultation',
};
