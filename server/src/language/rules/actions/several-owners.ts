import { blockRule } from '../rule.ts';

export default blockRule<'several'>({
  name: 'actions/several-owners',
  summary: 'Two people or posts own one action.',
  why: `Where two share an action, each waits for the other. Name the one who answers for it, and put the other into the column or line for support.`,
  sources: [
    {
      title: 'Torbay, improvement plan 2016-17: two heads of service in one cell',
      url: 'https://pdfslide.us/documents/nos-what-who-how-when-success-measures-outcome-a-report-for-q1-q2-q3.html',
      certainty: 'seen',
    },
  ],
  types: ['action-plan', 'committee-report'],
  severity: 'warning',
  messages: { several: '“{owner}” names more than one owner. Name the one who answers for it; the others support.' },
  examples: {
    valid: [
      {
        title: 'One post whose name holds “and”',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Early Help and Prevention\n  - Due: 31 July 2026\n',
      },
      {
        title: 'A person with their post',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Owner: Ada Marlow, Head of Assessment\n  - Due: 31 July 2026\n',
      },
    ],
    invalid: [
      {
        title: 'Two posts',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Assessment / Head of Safeguarding\n           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n  - Due: 31 July 2026\n',
      },
      {
        title: 'Two people of the register',
        text: `//- /northmere.plan.md
---
type: action-plan
people:
  AM: { name: Ada Marlow, post: Head of Assessment }
  BT: { name: Ben Tarrant, post: Head of Safeguarding }
---
## Actions

- **A1** Review all plans
  - Owner: AM & BT
           ^^^^^^^
  - Due: 31 July 2026
`,
      },
    ],
  },
  waitsForCursor: true,
  needs: ['action'],
  *check({ items, document }) {
    for (const {
      fields: { owner },
    } of items('action')) {
      if (!owner) continue;
      const parts = owner.text.split(/\s*(?:\/|&|;|,|\band\b)\s*/).filter((part) => part !== '');
      // “MR / KT”: initials, where nothing but initials stands there; “HR & IT” are services.
      const initialsAlone = parts.every((part) => initials.test(part)) && !parts.some((part) => services.has(part));
      if (
        parts.length > 1 &&
        parts.every((part) => document.people.has(part) || startsWithPost.test(part) || (initialsAlone && initials.test(part)))
      )
        yield { message: 'several', data: { owner: owner.text }, span: owner.span };
    }
  },
});

const initials = /^[A-Z]{2,3}$/;
const services: ReadonlySet<string> = new Set([
  'HR',
  'IT',
  'ICT',
  'QA',
  'PR',
  'ICB',
  'CCG',
  'NHS',
  'LA',
  'SLT',
  'SMT',
  'DMT',
  'CLT',
  'YJS',
  'YOT',
  'IRO',
  'LSP',
  'DCS',
  'DFE',
  'PH',
  'CSC',
  'EH',
  'ASC',
  'CYP',
  'SEN',
  'VS',
]);
const startsWithPost =
  /^(?:the )?(?:(?:interim|acting|deputy|assistant|associate|executive|corporate|strategic|principal|senior|group) )*(?:head|director|chief|service manager|team manager|manager|lead|principal social worker|commissioner|service lead) (?:of|for|officer|executive)\b/i;
