import { holdsAny } from '../../model/words/scanning.ts';
import { blockRule } from '../rule.ts';

export default blockRule<'weak'>({
  name: 'actions/weak-verb',
  summary: 'An action begins with a verb that never ends.',
  why: `“Continue to support” or “look at” has no point at which it is done, so nobody can say whether it was. Name what will be there when the action is
complete, and how that is seen: “publish”, “train all 40 managers”, “audit 20 files a month until July 2026”. “Support” and “ensure” are left alone where the action says how, gives a figure, or has a measure.`,
  sources: [{ title: 'Actions in published improvement plans', certainty: 'practice' }],
  types: ['action-plan', 'committee-report'],
  severity: 'information',
  messages: { weak: '“{verb}” has no end that could be seen. Say what will be there when this is done.' },
  examples: {
    valid: [
      {
        title: 'Something that is done or not',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Publish the practice standards\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n',
      },
      {
        title: 'What is ensured is measured, or it is said how',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Ensure that plans are reviewed by auditing 20 files a month\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n- **A2** Support managers in supervision\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n  - Measure: supervision on time from 61% to 90%\n',
      },
      {
        title: 'A review with its product',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans and report to the board\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n',
      },
    ],
    invalid: [
      {
        title: 'To continue',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Continue to embed the practice standards\n         ^^^^^^^^^^^\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n',
      },
      {
        title: 'To ensure, and nothing that shows it',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Ensure that managers have oversight\n         ^^^^^^\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n',
      },
      {
        title: 'To look at',
        text: '//- /northmere.plan.md\n## Actions\n\n| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n| A1 | Look at the rota | Head of Assessment | 31 July 2026 |\n       ^^^^^^^\n',
      },
    ],
  },
  waitsForCursor: true,
  needs: ['action'],
  *check({ items, text }) {
    for (const { textSpan, fields } of items('action')) {
      const opening = text.slice(textSpan.start, Math.min(textSpan.end, textSpan.start + 60));
      const alone = holdsAny(opening, ['ensure', 'support']) ? weakAlone.exec(opening) : null;
      const showsMore =
        alone &&
        (fields.measure?.text || fields.evidence?.text || saysHow.test(text.slice(textSpan.start, textSpan.end).replace(ownNumber, '')));
      const match = (holdsAny(opening, weakVerbs) ? weak.exec(opening) : null) ?? (showsMore ? null : alone);
      if (!match) continue;
      const start = textSpan.start + match[1]!.length;
      yield { message: 'weak', data: { verb: match[2]! }, span: { start, end: start + match[2]!.length } };
    }
  },
});

/** The number that an action may have inside its cell: “4.1 Continue to …”. */
const ownNumber = /^\s*\(?\d{1,2}(?:\.\d{1,2})*[a-z]?[.):]?\s+/;

/** Verbs at the start of an action that have no end: those that are weak whatever follows them. */
const weakVerbs = [
  'continue to',
  'continue',
  'look at',
  'look into',
  'looking at',
  'explore',
  'consider',
  'work towards',
  'working towards',
  'seek to',
  'aim to',
  'endeavour to',
  'strive to',
  'try to',
  'be aware of',
  'bear in mind',
];
const weak = new RegExp(String.raw`^(\s*(?:\(?(?:\d{1,2}(?:\.\d{1,2})*[a-z]?|[a-z])[.):]?\s+)?(?:to )?)(${weakVerbs.join('|')})\b`, 'i');

/** Verbs that are weak where nothing else in the action can be seen to be done. “Support plans” and “support workers” are things. */
const weakAlone =
  /^(\s*(?:\(?(?:\d{1,2}(?:\.\d{1,2})*[a-z]?|[a-z])[.):]?\s+)?(?:to )?)(ensure|support(?= (?:the|our|all|staff|managers?|social workers|practitioners|teams|schools|families|partners|carers)\b))/i;
/** A figure, a second verb (“by auditing”, “and publish”), or a thing that is made. */
const saysHow =
  /\d|\b(?:by|through|via) (?:the |a |an )?[a-z]|\band (?:to )?(?:audit|publish|report|train|review|recruit|write|introduce|launch|set|issue|agree|monitor|check|record|hold|appoint)\b|\b(?:each|every|weekly|monthly|quarterly)\b/i;
