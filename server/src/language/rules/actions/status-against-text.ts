import { blockRule } from '../rule.ts';

export default blockRule<'both'>({
  name: 'actions/status-against-text',
  summary: 'A status says both that an action is complete and that it goes on.',
  why: `“Complete (and ongoing)” cannot be counted in any total, and nobody knows whether the action should still be followed up. Where a part is done, split
the action; where a duty stays, close the action and give the duty a day of review.`,
  sources: [
    {
      title: 'Bracknell Forest, youth justice plan tracker 2024',
      url: 'https://www.bracknell-forest.gov.uk/bracknell-forest-youth-justice-plan-2024-2027/3-update-previous-year/31-progress-priorities-previous-plan',
      certainty: 'seen',
    },
  ],
  severity: 'warning',
  messages: { both: '“{text}” says that this is complete and that it goes on. Say one of the two, or split the action.' },
  examples: {
    valid: [
      {
        title: 'Complete',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n  - Status: complete\n',
      },
      {
        title: 'In progress',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n  - Status: in progress\n',
      },
    ],
    invalid: [
      {
        title: 'Complete and ongoing',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n  - Status: Complete (and ongoing)\n            ^^^^^^^^^^^^^^^^^^^^^^\n',
      },
      {
        title: 'Partly complete',
        text: '//- /northmere.plan.md\n## Actions\n\n| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | 31 July 2026 | Completed, work continues |\n                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^\n',
      },
    ],
  },
  needs: ['action'],
  *check({ items }) {
    for (const {
      fields: { status },
    } of items('action')) {
      if (!status || status.text.length > 200 || !/\b(?:complete|completed|closed|done|achieved)\b/i.test(status.text)) continue;
      if (/\b(?:not|incomplete|nearly|almost|to be|yet) (?:complete|completed|closed|done|achieved)\b/i.test(status.text)) continue;
      if (/\b(?:on-?going|continu(?:es|ing|ous)|still|in progress|underway|under way)\b/i.test(status.text))
        yield { message: 'both', data: { text: status.text }, span: status.span };
    }
  },
});
