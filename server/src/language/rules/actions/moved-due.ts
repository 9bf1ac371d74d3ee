import { dayInWords } from '../../model/dates/date-words.ts';
import type { ActionItem } from '../../model/items.ts';
import { stageOf } from '../action-places.ts';
import { blockRule } from '../rule.ts';

export default blockRule<'moved'>({
  name: 'actions/moved-due',
  summary: 'An action is due later than it was at first, and nothing says why.',
  why: `Deadlines that move again and again without a reason are what members complain of most. Keep the original date, and say beside it why it was moved and who agreed. An
action that is complete is left alone. A plan cannot tell by itself that an original date was overwritten: \`inspection-response compare\` says so, from the version before.`,
  sources: [
    {
      title: 'North Devon: deadlines extended again and again; members ask for realistic dates',
      url: 'https://democracy.northdevon.gov.uk/mgDecisionDetails.aspx?IId=14804&Opt=1',
      certainty: 'seen',
    },
    {
      title: 'Reading, audit tracker: the original due date beside the new one',
      url: 'https://democracy.reading.gov.uk/mgAi.aspx?ID=8814',
      certainty: 'seen',
    },
  ],
  types: ['action-plan'],
  severity: 'warning',
  messages: { moved: 'This was due on {original} and is now due on {due}. Say why it was moved, and who agreed.' },
  examples: {
    valid: [
      {
        title: 'With its reason, or not moved',
        text: `//- /northmere.plan.md
## Actions

| Ref | Action | Owner | Due | Original due | Progress |
| --- | --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 | 30 April 2026 | Moved because two posts were vacant; agreed by the board on 2 May 2026 |
| A2 | Train all managers | Head of Assessment | 31 July 2026 | 31 July 2026 | Half have been trained |
| A3 | Write a visiting standard | Head of Assessment | 31 July 2026 |  | Drafted |
`,
      },
      {
        title: 'Complete',
        text: '//- /northmere.plan.md\n---\ntype: action-plan\nstatus-scale: progress\n---\n## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Assessment\n  - Original due: 30 April 2026\n  - Due: 31 July 2026\n  - Status: complete\n',
      },
    ],
    invalid: [
      {
        title: 'No reason',
        text: `//- /northmere.plan.md
## Actions

| Ref | Action | Owner | Due | Original due | Progress |
| --- | --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 | 30 April 2026 | Half have been reviewed |
                                               ^^^^^^^^^^^^
`,
      },
      {
        title: 'The original date struck through, or said in words',
        text: `//- /northmere.plan.md
## Actions

| Ref | Action | Owner | Due |
| --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | ~~30 April 2026~~ 31 July 2026 |
                                                                 ^^^^^^^^^^^^
| A2 | Train all managers | Head of Assessment | 30 April 2026, revised to 31 July 2026 |
                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
| A3 | Write a visiting standard | Head of Assessment | 31 July 2026 (moved from 30 April 2026: two posts were vacant) |
`,
      },
      {
        title: 'As an item',
        text: `//- /northmere.plan.md
## Actions

- **A1** Review all plans
  - Owner: Head of Assessment
  - Original due: 30 April 2026
  - Due: 31 July 2026
         ^^^^^^^^^^^^
`,
      },
    ],
  },
  waitsForCursor: true,
  needs: ['action'],
  *check({ items, document }) {
    for (const action of items('action')) {
      const { due, originalDue } = action;
      if (!due?.from || !originalDue?.to || due.from <= originalDue.to || stageOf(action, document) === 'complete' || givesReason(action))
        continue;
      yield { message: 'moved', data: { original: dayInWords(originalDue.to), due: dayInWords(due.to ?? due.from) }, span: due.span };
    }
  },
});

/** Words that give a reason or name who agreed to the change, in any of the fields where people write it. */
const reason =
  /\b(?:because|due to|owing to|as a result|since|so that|in order|awaiting|waiting|pending|delay[A-Za-zÀ-ɏ]*|following|dependent|depends|until|agreed|approved|re-?baselined|re-?profiled|extended|extension|revised|moved|postponed|deferred|vacan[A-Za-zÀ-ɏ]*|reason|capacity|sickness|needed|needs|did not|could not|unable|not yet|longer|slow[a-z]*|clash[a-z]*|slipp(?:ed|age)|over-?r[au]n|pushed back|put back|on hold|paused|absence|re-?advertis[a-z]*)\b/i;

const givesReason = ({ fields }: ActionItem): boolean =>
  [
    fields.progress,
    fields.evidence,
    fields.impact,
    fields.assurance,
    fields.milestones,
    fields.resources,
    fields.status,
    fields.outcome,
  ].some((part) => part !== undefined && reason.test(part.text)) ||
  // Words beside a date: "31 July 2026 (moved from 30 April 2026: two posts were vacant)".
  [fields.due, fields['original-due']].some((part) => part !== undefined && part.text.replace(dateWords, '').length > 12);

/** What is said of a date and of its having moved, and gives no reason. */
const dateWords =
  /\d|[^A-Za-zÀ-ɏ]+|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|monday|tuesday|wednesday|thursday|friday|end|of|by|on|early|mid|late|the|st|nd|rd|th|was|is|has|been|it|this|now|then|and|but|due|new|date|deadline|target|timescale|original(?:ly)?|initial(?:ly)?|previous(?:ly)?|formerly|first|at|from|to|until|till|revised|moved|changed|extended|amended|rescheduled|re-?profiled|re-?baselined|postponed|deferred|delayed|slipped|pushed|put|back|brought|forward)\b/gi;
