import { isRole } from '../../model/view.ts';
import { documentRule } from '../rule.ts';
import { contradictionOf, saidNone, saidNoneReads } from './said-none.ts';

export default documentRule<'none'>({
  name: 'structure/none-without-reason',
  summary: 'A section on implications says “none” or “N/A” and gives no reason.',
  why: `A bare “none” looks the same whether somebody thought about it or nobody did. One sentence that says why, such as that the report asks for no decision, shows members
that the question was asked. A sentence of its own (“There are no legal implications arising from this report”) is left alone here.`,
  sources: [{ title: 'Report writing guides of several councils: complete every section', certainty: 'practice' }],
  types: ['committee-report'],
  severity: 'warning',
  messages: { none: '“{heading}” says only that there is nothing. Say in a sentence why.' },
  examples: {
    valid: [
      { title: 'None, and why', text: '## Legal implications\n\nNone: the report asks for no decision.\n' },
      { title: 'A sentence', text: '## Equality implications\n\nThere are no equality implications arising from this report.\n' },
      {
        title: 'A reason beside it',
        text: '## Legal implications\n\nNone\n\nThe visit was made under powers that the council has no part in.\n',
      },
      { title: 'Other sections of the form', text: '## Alternative options considered\n\nNone\n\n## Background papers\n\nNone\n' },
    ],
    invalid: [
      { title: 'None', text: '## Legal implications\n\nNone\n^^^^\n' },
      { title: 'Not applicable, on one line', text: '**Financial implications:** N/A\n                            ^^^\n' },
    ],
  },
  waitsForCursor: true,
  reads: saidNoneReads,
  *check(context) {
    for (const said of saidNone(context)) {
      // Where the text names something, that is the better thing to say.
      if (!said.isBare || !isRole(said.role, 'implications') || contradictionOf(said, context)) continue;
      yield { message: 'none', data: { heading: said.heading.item.text }, on: said.statement, span: said.statement.item.span };
    }
  },
});
