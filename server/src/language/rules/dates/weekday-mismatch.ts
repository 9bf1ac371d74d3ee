import { dayInWords, weekdayNames } from '../../model/dates/date-words.ts';
import { blockRule } from '../rule.ts';

export default blockRule<'mismatch'>({
  name: 'dates/weekday-mismatch',
  summary: 'The day of the week and the date do not belong together.',
  why: 'One of the two is wrong, and readers who go by the other one come on the wrong day. Most often the date was changed and the weekday was not.',
  sources: [{ title: 'The calendar', certainty: 'seen' }],
  severity: 'error',
  messages: { mismatch: '{date} is a {right}, not a {written}. Check which of the two is meant.' },
  examples: {
    valid: [
      { title: 'A weekday that fits', text: 'The Panel meets on Wednesday, 16 May 2018.\n' },
      { title: 'No year, so nothing to check against', text: 'The Panel meets on Tuesday 16 May.\n' },
      { title: 'Short forms', text: 'Papers were issued on Tues 8 May 2018.\n' },
      { title: 'Two days', text: 'Inspectors were on site on Tuesday 8 and Wednesday 9 January 2019.\n' },
      { title: 'A weekday that belongs to something else', text: 'The Panel meets each Monday. 16 May 2018 was the first day.\n' },
    ],
    invalid: [
      {
        title: 'The date was changed, the weekday was not',
        text: 'The Panel meets on Tuesday, 16 May 2018.\n                   ^^^^^^^^^^^^^^^^^^^^\n',
        fixed: 'The Panel meets on Wednesday, 16 May 2018.\n',
      },
      { title: 'In a table', text: '| Meeting | Date |\n| --- | --- |\n| Panel | Fri 6 March 2019 |\n          ^^^^^^^^^^^^^^^^\n' },
    ],
  },
  fixes: {
    weekday: {
      title: 'Change the day of the week to {right}',
      safe: false,
      edits: ({ view, problem: { span, data } }) => {
        const source = view.slice(span);
        if (!source.startsWith(String(data['asWritten']))) return null;
        return {
          here: [{ span: { start: span.start, end: span.start + String(data['asWritten']).length }, newText: String(data['right']) }],
        };
      },
    },
    date: {
      title: 'Change the date to {other}',
      safe: false,
      edits: ({ view, problem: { span, data } }) => {
        const source = view.slice(span);
        const day = source.search(/\d/);
        return day < 0 ? null : { here: [{ span: { start: span.start + day, end: span.end }, newText: String(data['other']) }] };
      },
    },
  },
  needs: ['date'],
  *check({ items, calendar, text }) {
    for (const { span, weekday, weekdaySpan, precision, from } of items('date')) {
      if (weekday === null || !weekdaySpan || from === null || (precision !== 'day' && precision !== 'period')) continue;
      const right = calendar.dayOfWeek(from);
      if (right === weekday) continue;
      const written = text.slice(weekdaySpan.start, weekdaySpan.end);
      // The nearest day of that name: at most three days off.
      const off = ((weekday - right + 10) % 7) - 3;
      const other = dayInWords(calendar.addDays(from, off));
      yield {
        message: 'mismatch',
        span,
        data: { date: dayInWords(from), right: weekdayNames[right - 1]!, written: weekdayNames[weekday - 1]!, asWritten: written, other },
        fixes: precision === 'day' ? ['weekday', 'date'] : ['weekday'],
      };
    }
  },
});
