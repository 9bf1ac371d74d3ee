import { blockRule } from '../rule.ts';

export default blockRule<'weak'>({
  name: 'actions/weak-verb',
  summary: 'An action begins with a verb that never ends.',
  why: `“Continue to support” or “look at” has no point at which it is done, so nobody can say whether it was. Name what will be there when the action is
complete, and how that is seen: “publish”, “train all 40 managers”, “audit 20 files a month until July 2026”.`,
  sources: [{ title: 'Actions in published improvement plans', certainty: 'practice' }],
  types: ['action-plan', 'committee-report'],
  severity: 'information',
  messages: { weak: '“{verb}” has no end that could be seen. Say what will be there when this is done.' },
  examples: {
    valid: [
      { title: 'Something that is done or not', text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Publish the practice standards\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n' },
      { title: 'A review with its product', text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans and report to the board\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n' },
    ],
    invalid: [
      { title: 'To continue', text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Continue to embed the practice standards\n         ^^^^^^^^^^^\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n' },
      { title: 'To look at', text: '//- /northmere.plan.md\n## Actions\n\n| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n| A1 | Look at the rota | Head of Assessment | 31 July 2026 |\n       ^^^^^^^\n' },
    ],
  },
  waitsForCursor: true,
  needs: ['action'],
  *check({ items, text }) {
    for (const { textSpan } of items('action')) {
      const match = weak.exec(text.slice(textSpan.start, Math.min(textSpan.end, textSpan.start + 60)));
      if (!match) continue;
      const start = textSpan.start + match[1]!.length;
      yield { message: 'weak', data: { verb: match[2]! }, span: { start, end: start + match[2]!.length } };
    }
  },
});

/** Verbs at the start of an action that have no end: those that are weak whatever follows them. */
const weak = /^(\s*(?:to )?)(continue to|continue|look at|look into|looking at|explore|consider|work towards|working towards|seek to|aim to|endeavour to|strive to|try to|be aware of|bear in mind)\b/i;
