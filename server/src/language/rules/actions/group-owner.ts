import { blockRule } from '../rule.ts';
import { isToBeNamed } from './known-people.ts';

export default blockRule<'group'>({
  name: 'actions/group-owner',
  summary: 'A team, a board or everybody owns an action.',
  why: `A group cannot be asked on the telephone why something is late. Name one post that answers for the action; the group that supports or oversees it
has a column of its own.`,
  sources: [{ title: 'Owners in published improvement plans', certainty: 'practice' }],
  types: ['action-plan', 'committee-report'],
  severity: 'warning',
  messages: { group: '“{owner}” is not one person. Name the post that answers for this action.' },
  examples: {
    valid: [
      {
        title: 'A post',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Owner: Team Manager, Assessment\n  - Due: 31 July 2026\n',
      },
      {
        title: 'Who chairs the board is one person',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Owner: Chair of the Improvement Board\n  - Due: 31 July 2026\n',
      },
    ],
    invalid: [
      {
        title: 'A board',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Owner: Improvement Board\n           ^^^^^^^^^^^^^^^^^\n  - Due: 31 July 2026\n',
      },
      {
        title: 'Everybody',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Owner: All partners\n           ^^^^^^^^^^^^\n  - Due: 31 July 2026\n',
      },
    ],
  },
  waitsForCursor: true,
  needs: ['action'],
  *check({ items }) {
    for (const {
      fields: { owner },
    } of items('action')) {
      if (owner && isGroup(owner.text) && !isToBeNamed(owner.text))
        yield { message: 'group', data: { owner: owner.text }, span: owner.span };
    }
  },
});

function isGroup(owner: string): boolean {
  const text = owner.trim().replace(/[.;]$/, '');
  // "Chair of the board", "AM (Improvement Board)" and lists name a person too.
  if (/[(),;/]|\b(?:chair|head|lead|manager|director|officer|champion|co-?ordinator)\b(?! (?:team|board|group))/i.test(text)) return false;
  return (
    /^(?:all|everyone|everybody|partners|SLT|SMT|CLT|DMT|all (?:[a-z’'-]+ ){0,2}(?:staff|partners|agencies|services|managers|teams|workers|leads|members|officers)|heads of service|service managers|team managers)$/i.test(
      text,
    ) || /\b(?:team|teams|board|group|panel|committee|partnership|partners|agencies|forum|network)$/i.test(text)
  );
}
