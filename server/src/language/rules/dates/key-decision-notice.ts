import { clearDaysForKeyDecision } from '../../calendar/around-meetings.ts';
import { meetingsOf, saysYes } from '../../calendar/deadlines.ts';
import { field, textOf } from '../../model/front-matter/front-matter.ts';
import { dayInWords } from '../../model/dates/date-words.ts';
import { documentRule } from '../rule.ts';

export default documentRule<'notInPlan' | 'tooShort' | 'laterDecision'>({
  name: 'dates/key-decision-notice',
  summary: 'A key decision has too little notice and no exception is claimed, or a later decision of Cabinet is nowhere announced.',
  why: `A key decision needs 28 clear days of public notice, which councils give in the forward plan. With less notice it can be taken only under the general exception
(the scrutiny chair is told, five clear days’ public notice) or for special urgency (the scrutiny chair agrees), and the report has to say so. The day of the notice is read where the
report says it (“notice of this decision was published on 6 May 2026”). Not every decision of Cabinet is a key decision, so where one is announced and the header says no twice, this
asks only to check.`,
  sources: [
    {
      title: 'SI 2012/2089, regulations 8 to 11',
      url: 'https://www.legislation.gov.uk/uksi/2012/2089/part/3/made?view=plain',
      certainty: 'seen',
    },
    {
      title: 'The period of 28 clear days, as explained by solicitors',
      url: 'https://www.bevanbrittan.com/insights/articles/2012/changestoexecutivedecisionmakinginlocalauthorities/',
      certainty: 'seen',
    },
  ],
  types: ['committee-report'],
  severity: 'warning',
  messages: {
    notInPlan: 'This is a key decision, and it is not in the forward plan. State which exception to the 28 clear days of notice applies.',
    tooShort:
      'Notice of this key decision gives {days} clear days before the meeting of {meeting}; 28 are needed. State which exception applies.',
    laterDecision:
      'This announces a decision of Cabinet, while the header says that there is no key decision and nothing in the forward plan. Check both.',
  },
  examples: {
    valid: [
      { title: 'In the plan', text: '---\ntype: committee-report\nkey-decision: yes\nforward-plan: yes\n---\n# Report\n' },
      { title: 'No key decision', text: '---\ntype: committee-report\nkey-decision: no\nforward-plan: no\n---\n# Report\n' },
      { title: 'Not said yet', text: '---\ntype: committee-report\nkey-decision: yes\nforward-plan:\n---\n# Report\n' },
      {
        title: 'An exception is claimed',
        text: '---\ntype: committee-report\nkey-decision: yes\nforward-plan: no\n---\n# Report\n\nThe decision is taken under the general exception.\n',
      },
      {
        title: 'Notice of 28 clear days',
        text: '---\ntype: committee-report\nkey-decision: yes\nforward-plan: yes\nmeeting-date: 2026-06-09\n---\n# Report\n\nNotice of this decision was published on 11 May 2026.\n',
      },
      {
        title: 'Cabinet only hears of it',
        text: '---\ntype: committee-report\nkey-decision: no\nforward-plan: no\n---\n# Report\n\nCabinet will receive the comments of the panel in July 2026.\n',
      },
      {
        title: 'In the plan though no key decision',
        text: '---\ntype: committee-report\nkey-decision: no\nforward-plan: yes\n---\n# Report\n',
      },
    ],
    invalid: [
      {
        title: 'A key decision outside the plan',
        text: '---\ntype: committee-report\nkey-decision: yes\nforward-plan: no\n              ^^\n---\n# Report\n',
      },
      {
        title: 'Notice of fewer days',
        text: '---\ntype: committee-report\nkey-decision: yes\nforward-plan: yes\nmeeting-date: 2026-06-09\n---\n# Report\n\nNotice of this decision was published on 12 May 2026.\n                                         ^^^^^^^^^^^\n',
      },
      {
        title: 'A later decision of Cabinet',
        text: '---\ntype: committee-report\nkey-decision: no\nforward-plan: no\n---\n# Report\n\nCabinet will be asked to approve the plan in July 2026.\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n',
      },
      {
        title: 'In capitals',
        text: '---\ntype: committee-report\nforward-plan: No\n              ^^\nkey-decision: Yes\n---\n# Report\n\nCabinet is asked to approve the budget.\n',
      },
    ],
  },
  reads: ['statement', 'date'],
  *check({ frontMatter, items, view, calendar }) {
    const isKey = textOf(frontMatter, 'key-decision');
    const plan = textOf(frontMatter, 'forward-plan');
    const statements = items('statement');
    if (saysNo(isKey) && saysNo(plan)) {
      const later = statements.find(({ item }) => item.about === 'later-decision');
      if (later) yield { on: later, span: later.item.span, message: 'laterDecision' };
    }
    if (!saysYes(isKey) || statements.some(({ item }) => item.about === 'key-decision-exception')) return;
    if (saysNo(plan)) yield { on: null, span: field(frontMatter, 'forward-plan')!.valueSpan, message: 'notInPlan' };
    for (const { item, model } of statements) {
      if (item.about !== 'decision-notice') continue;
      const notice = items('date').find(
        (date) => date.model === model && date.item.span.start >= item.span.end && date.item.span.start <= item.span.end + 12,
      );
      if (!notice?.item.from || notice.item.precision !== 'day') continue;
      for (const { date } of meetingsOf(view)) {
        const days = calendar.clearDays(notice.item.from, date);
        if (days < clearDaysForKeyDecision)
          yield { on: notice, span: notice.item.span, message: 'tooShort', data: { days, meeting: dayInWords(date) } };
      }
    }
  },
});

const saysNo = (text: string | null): boolean => text !== null && /^(?:n|no|false)$/i.test(text.trim());
