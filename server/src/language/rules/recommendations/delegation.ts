import { firstWords } from '../block-spans.ts';
import { blockRule } from '../rule.ts';

type Message = 'noPost' | 'group' | 'open';

export default blockRule<Message>({
  name: 'recommendations/delegation',
  summary: 'A power is delegated without saying to which post, or without limit or consultation.',
  why: `An officer can use a delegated power only if the decision names the post that has it. A power that is “delegated to officers”, or to a team, is nobody’s,
and what is done under it can be challenged. A limit (a date, a sum, minor changes only) or somebody to consult is custom and not law, so that only a power with neither is reported,
and a single act, such as submitting the plan, is its own limit.`,
  sources: [
    {
      title: 'Local Government Act 1972, section 101: functions may be discharged by a committee or an officer',
      url: 'https://www.legislation.gov.uk/ukpga/1972/70/section/101',
      certainty: 'to confirm',
    },
    {
      title: 'Forms of delegation in decisions of Kirklees, Bristol and Brent',
      url: 'https://democracy.brent.gov.uk/ieIssueDetails.aspx?IId=6462&Opt=3',
      certainty: 'seen',
    },
  ],
  types: ['committee-report'],
  severity: 'warning',
  messages: {
    noPost: 'This delegates a power and does not say to whom. Name the post.',
    group: 'A power cannot be delegated to “{to}”. Name the post that is to have it.',
    open: 'This power has no limit, and nobody is to be consulted. Say how far it goes (“minor changes”, “by 17 August 2026”) or who is consulted.',
  },
  examples: {
    valid: [
      {
        title: 'To a post, with somebody to consult',
        text: '## Recommendations\n\n- To delegate authority to the Director of Children’s Services, in consultation with the Cabinet Member, to submit the final plan by 17 August 2026.\n',
      },
      {
        title: 'A single act, and a power with its limit',
        text: '## Recommendations\n\n- To delegate authority to the Director of Children’s Services to submit the final plan.\n- To delegate authority to the Director of Children’s Services to make minor changes to the plan.\n',
      },
      { title: 'Nothing is delegated', text: '## Recommendations\n\n- To endorse the action plan.\n' },
    ],
    invalid: [
      { title: 'To nobody', text: '## Recommendations\n\n- To delegate authority for the submission of the final plan.\n     ^^^^^^^^\n' },
      {
        title: 'No limit, and nobody to consult',
        text: '## Recommendations\n\n- To delegate authority to the Director of Children’s Services to make any changes to the plan.\n     ^^^^^^^^\n',
      },
      {
        title: 'To officers',
        text: '## Recommendations\n\n- To delegate authority to officers to submit the final plan.\n     ^^^^^^^^\n',
      },
    ],
  },
  waitsForCursor: true,
  needs: ['recommendation'],
  *check({ items, text }) {
    for (const item of items('recommendation')) {
      if (!item.acts.includes('delegate')) continue;
      const span = item.verb === 'delegate' && item.verbSpan ? item.verbSpan : firstWords(text, item.span);
      const group = toGroup.exec(item.text);
      if (group) yield { message: 'group' as const, data: { to: group[1]! }, span };
      else if (!/\bdelegat[A-Za-zÀ-ɏ]*\b.{0,80}?\bto\s+(?:the\s|our\s|its\s|a\s)?[A-Za-zÀ-ɏ]/i.test(item.text))
        yield { message: 'noPost' as const, span };
      else if (openEnded.test(item.text) && !limited.test(item.text)) yield { message: 'open' as const, span };
    }
  },
});

/** What may go on without end. */
const openEnded = /\bto (?:make|take|agree|approve|determine|amend|vary|implement|negotiate|award|enter into)\b/i;
/** Words that set a limit or name somebody to consult. */
const limited =
  /\bconsult|\bwith the (?:agreement|approval)|\bsubject to\b|\bup to\b|\bwithin\b|\bexceed|\bprovided\b|\bin (?:line|accordance) with\b|\bminor\b|\btypographical\b|\bfinal\b|\bas set out\b|\bin conjunction\b|\bjointly\b|£|\d/i;

const toGroup =
  /\bdelegat[A-Za-zÀ-ɏ]*\b(?:\s(?:authority|powers?|responsibility))?\s+to\s+((?:the\s)?(?:officers|staff|the service|service|management|the team|senior leadership team|leadership team))\b/i;
