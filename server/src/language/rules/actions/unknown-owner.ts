import { longFormOf } from '../../model/acronyms/acronym-data.ts';
import { blockRule } from '../rule.ts';

export default blockRule<'unknown'>({
  name: 'actions/unknown-owner',
  summary: 'The owner’s initials are not in the list of people.',
  why: `Plans often write owners as initials and give a list of people with their posts at the front. Initials that are not in the list tell nobody outside the
service whom to ask. A plan without such a list is left alone.`,
  sources: [
    {
      title: 'Leicester, written statement of action 2018: a table of initials and designations',
      url: 'https://vdocument.in/written-statement-of-action-written-statement-of-action-send-improvement-board.html',
      certainty: 'seen',
    },
  ],
  types: ['action-plan'],
  severity: 'warning',
  messages: { unknown: 'Nobody in the list of people has the initials {owner}. Add them (people, in the header), or correct them.' },
  examples: {
    valid: [
      {
        title: 'In the list',
        text: '//- /northmere.plan.md\n---\ntype: action-plan\npeople:\n  AM: { name: Ada Marlow, post: Head of Assessment }\n---\n## Actions\n\n- **A1** Review all plans\n  - Owner: AM\n  - Due: 31 July 2026\n',
      },
      { title: 'No list', text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Owner: QX\n  - Due: 31 July 2026\n' },
    ],
    invalid: [
      {
        title: 'Somebody new',
        text: '//- /northmere.plan.md\n---\ntype: action-plan\npeople:\n  AM: { name: Ada Marlow, post: Head of Assessment }\n---\n## Actions\n\n- **A1** Review all plans\n  - Owner: QX\n           ^^\n  - Due: 31 July 2026\n',
      },
      {
        title: 'In a table',
        text: '//- /northmere.plan.md\n---\ntype: action-plan\npeople:\n  AM: { name: Ada Marlow, post: Head of Assessment }\n---\n## Actions\n\n| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n| A1 | Review all plans | A.N. | 31 July 2026 |\n                          ^^^^\n',
      },
    ],
  },
  waitsForCursor: true,
  needs: ['action'],
  *check({ items, document, configuration }) {
    if (document.people.size === 0) return;
    const known = new Set([...document.people.keys(), ...configuration.people.keys()].map(fold));
    for (const {
      fields: { owner },
    } of items('action')) {
      if (!owner || !/^(?:[A-Z]{2,4}|(?:[A-Z]\.){2,4})$/.test(owner.text)) continue;
      // DCS or SLT is a post or a group by its short name, not somebody's initials.
      if (known.has(fold(owner.text)) || longFormOf(owner.text) !== undefined || configuration.acronyms.has(owner.text)) continue;
      yield { message: 'unknown', data: { owner: owner.text }, span: owner.span };
    }
  },
});

const fold = (initials: string): string => initials.replaceAll('.', '').toUpperCase();
