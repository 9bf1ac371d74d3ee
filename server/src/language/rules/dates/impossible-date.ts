import { field } from '../../model/front-matter/front-matter.ts';
import { dayInWords } from '../../model/dates/date-words.ts';
import { readDate, readPeriod } from '../../model/dates/due.ts';
import { documentRule, type LocatedProblem } from '../rule.ts';

type Message = 'noSuchDay' | 'period' | 'visitAfterLetter' | 'lettersOrder';

export default documentRule<Message>({
  name: 'dates/impossible-date',
  summary: 'A date that cannot be: no such day, a period that ends before it starts, or a visit after its own letter.',
  why: 'Whatever is counted from such a date is wrong. The usual cause is a slip in the month or the year.',
  sources: [{ title: 'The calendar', certainty: 'seen' }],
  severity: 'error',
  messages: {
    noSuchDay: 'There is no {text} in the calendar. Correct the day or the month.',
    period: '“{text}” cannot be: it ends before it starts, or one of its days is not in the calendar.',
    visitAfterLetter: 'The visit ends on {visited}, after “{key}”, {date}. One of the two dates is wrong.',
    lettersOrder: '“{key}” ({date}) lies before the date of the letter, {dated}. One of the two dates is wrong.',
  },
  examples: {
    valid: [
      { title: 'The last day of a month', text: 'The plan is due on 30 June 2020.\n' },
      { title: 'A leap day', text: 'The visit ended on 29 February 2020.\n' },
      { title: 'A period over the new year', text: 'The offices close from 20 December to 5 January 2020.\n' },
      { title: 'A date that was moved back', text: 'The meeting was moved from 7 June 2021 to 3 May 2021.\n' },
      { title: 'Figures that are no date', text: 'See form 31/2 and paragraph 30.2 of the guidance.\n' },
      {
        title: 'A visit before its letter',
        text: '---\ntype: inspection-letter\ninspection:\n  visited: 2019-01-08/2019-01-09\n  letter-dated: 2019-01-29\n  published: 2019-01-31\n---\n# Letter\n',
      },
    ],
    invalid: [
      { title: 'No such day', text: 'The plan is due on 31 June 2020.\n                   ^^^^^^^^^^^^\n' },
      { title: 'Not a leap year', text: 'The visit ended on 29 February 2019.\n                   ^^^^^^^^^^^^^^^^\n' },
      {
        title: 'The end before the start',
        text: 'Inspectors were on site from 9 to 8 January 2019.\n                             ^^^^^^^^^^^^^^^^^^^\n',
      },
      {
        title: 'A visit after its letter',
        text: '---\ntype: inspection-letter\ninspection:\n  visited: 2019-02-08/2019-02-09\n           ^^^^^^^^^^^^^^^^^^^^^\n  letter-dated: 2019-01-29\n---\n# Letter\n',
      },
      {
        title: 'A visit that ends before it starts',
        text: '---\ntype: inspection-letter\ninspection:\n  visited: 2019-01-09/2019-01-08\n           ^^^^^^^^^^^^^^^^^^^^^\n---\n# Letter\n',
      },
      {
        title: 'Received before it was written',
        text: '---\ntype: inspection-letter\ninspection:\n  letter-dated: 2026-05-29\n  received: 2026-05-12\n            ^^^^^^^^^^\n---\n# Letter\n',
      },
    ],
  },
  reads: ['date'],
  *check({ items, frontMatter }): Generator<LocatedProblem<Message>> {
    for (const on of items('date')) {
      const { possible, precision, text, span } = on.item;
      if (possible) continue;
      yield { on, span, message: precision === 'period' ? 'period' : 'noSuchDay', data: { text } };
    }
    const place = (key: string) => field(frontMatter, 'inspection', key);
    const read = (key: string) => readPeriod(String(place(key)?.value ?? ''));
    const visited = read('visited');
    const dated = read('letter-dated');
    const [from, to] = String(place('visited')?.value ?? '')
      .split('/')
      .map((day) => readDate(day));
    if (from && to && to < from)
      yield { on: null, span: place('visited')!.valueSpan, message: 'period', data: { text: String(place('visited')!.value) } };
    if (visited) {
      const later = ['letter-dated', 'received', 'published'].find((key) => (read(key)?.to ?? '9') < visited.to);
      if (later)
        yield {
          on: null,
          span: place('visited')!.valueSpan,
          message: 'visitAfterLetter',
          data: { key: later, visited: dayInWords(visited.to), date: dayInWords(read(later)!.to) },
        };
    }
    if (!dated) return;
    for (const key of ['received', 'published']) {
      const date = read(key);
      if (date && date.to < dated.from)
        yield {
          on: null,
          span: place(key)!.valueSpan,
          message: 'lettersOrder',
          data: { key, date: dayInWords(date.to), dated: dayInWords(dated.from) },
        };
    }
  },
});
