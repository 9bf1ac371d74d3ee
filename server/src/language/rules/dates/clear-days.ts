import { field, textOf } from '../../model/front-matter/front-matter.ts';
import { dayInWords } from '../../model/dates/date-words.ts';
import { readDate } from '../../model/dates/due.ts';
import { clearDaysForPapers } from '../../calendar/around-meetings.ts';
import { meetingsOf } from '../../calendar/deadlines.ts';
import { documentRule } from '../rule.ts';
import { saysWhyLate } from './meeting-papers.ts';

export default documentRule<'afterMeeting' | 'tooFew' | 'tooFewWorking'>({
  name: 'dates/clear-days',
  summary: 'Fewer than five clear days lie between the issue of the papers and the meeting.',
  why: `Agenda and reports must be open to the public for five clear days before the meeting. Neither the day of issue nor the day of the meeting counts. The Act does not say
whether weekends and bank holidays count; councils leave them out, so that this is a warning, and an error only where even with them there are fewer than five. An item that comes
later can be taken only if the chair thinks it urgent, with the reason stated and minuted.`,
  sources: [
    {
      title: 'Local Government Act 1972, sections 100A(6)(a) and 100B(3) and (4), as changed by SI 2002/715',
      url: 'https://zoomlaw.co.uk/2002-715-uksi.html',
      certainty: 'seen',
    },
    {
      title: 'What a clear day is, in a council’s own guidance',
      url: 'https://moderngov.cheshireeast.gov.uk/ieIssueDetails.aspx?IId=9840&Opt=3&PlanId=0',
      certainty: 'seen',
    },
  ],
  types: ['committee-report', 'agenda'],
  severity: 'error',
  severities: { tooFewWorking: 'warning' },
  messages: {
    afterMeeting: 'The papers are issued on {published}, not before the meeting of {meeting}.',
    tooFew:
      'Only {days} clear days lie between this and the meeting on {meeting}; five are needed. Issue by {latest}, or state why the item is urgent.',
    tooFewWorking:
      'Only {days} clear working days lie between this and the meeting on {meeting}{leftOut}; five are usual. Issue by {latest}, or state why the item is urgent.',
  },
  examples: {
    valid: [
      {
        title: 'Just in time: five working days between',
        text: '---\ntype: agenda\npublished: 2018-05-08\nmeeting-date: 2018-05-16\n---\n# Agenda\n',
      },
      { title: 'No day of issue yet', text: '---\ntype: committee-report\nmeeting-date: 2026-07-06\n---\n# Report\n' },
      {
        title: 'Late, with the reason stated',
        text: '---\ntype: agenda\npublished: 2018-05-14\nmeeting-date: 2018-05-16\n---\n# Agenda\n\nThe chair agreed to take this item under section 100B(4)(b), since the letter came on the day before.\n',
      },
      {
        title: 'Minutes are issued after the meeting',
        text: '---\ntype: minutes\npublished: 2018-06-01\nmeeting-date: 2018-05-16\n---\n# Minutes\n',
      },
      { title: 'A date that cannot be read', text: '---\ntype: agenda\npublished: soon\nmeeting-date: 2018-05-16\n---\n# Agenda\n' },
    ],
    invalid: [
      {
        title: 'Two days before',
        text: '---\ntype: agenda\npublished: 2018-05-14\n           ^^^^^^^^^^\nmeeting-date: 2018-05-16\n---\n# Agenda\n',
      },
      {
        title: 'A week with a bank holiday in it',
        text: '---\ntype: committee-report\npublished: 2021-05-27\n           ^^^^^^^^^^\nmeeting-date: 2021-06-03\n---\n# Report\n',
      },
      {
        title: 'Enough for the second meeting only',
        text: '---\ntype: committee-report\npublished: 2021-06-07\n           ^^^^^^^^^^\nmeeting-date: [2021-06-09, 2021-07-06]\n---\n# Report\n',
      },
      {
        title: 'Issued on the day of the meeting',
        text: '---\ntype: agenda\npublished: 2018-05-16\n           ^^^^^^^^^^\nmeeting-date: 2018-05-16\n---\n# Agenda\n',
      },
    ],
  },
  reads: ['statement'],
  *check({ frontMatter, calendar, items, view }) {
    const published = readDate(textOf(frontMatter, 'published') ?? '');
    if (!published) return;
    const place = field(frontMatter, 'published')!;
    for (const { date } of meetingsOf(view)) {
      const days = calendar.clearDays(published, date);
      const working = calendar.clearWorkingDays(published, date);
      if (days >= clearDaysForPapers && working.days >= clearDaysForPapers) continue;
      if (saysWhyLate(items)) return;
      const data = {
        published: dayInWords(published),
        meeting: dayInWords(date),
        latest: dayInWords(calendar.latestPublication(date, clearDaysForPapers)),
      };
      if (published >= date) yield { on: null, span: place.valueSpan, message: 'afterMeeting', data };
      else if (days < clearDaysForPapers) yield { on: null, span: place.valueSpan, message: 'tooFew', data: { ...data, days } };
      else
        yield {
          on: null,
          span: place.valueSpan,
          message: 'tooFewWorking',
          data: {
            ...data,
            days: working.days,
            leftOut: working.leftOut.length > 0 ? ` (${working.leftOut.map(({ name }) => name).join(', ')} left out)` : '',
          },
        };
    }
  },
});
