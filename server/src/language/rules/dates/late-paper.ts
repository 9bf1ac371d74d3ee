import { meetingsOf } from '../../calendar/deadlines.ts';
import { field, textOf } from '../../model/front-matter/front-matter.ts';
import { dayInWords } from '../../model/dates/date-words.ts';
import { readDate } from '../../model/dates/due.ts';
import type { DateItem } from '../../model/items.ts';
import type { Located, Section } from '../../model/view.ts';
import { isRole } from '../../model/view.ts';
import { documentRule, type DocumentContext } from '../rule.ts';
import { saysWhyLate } from './meeting-papers.ts';

/** How many paragraphs may stand between the date line of a letter and its salutation: the address. */
const addressLines = 10;

export default documentRule<'late'>({
  name: 'dates/late-paper',
  summary: 'A letter or an appendix is dated after the agenda was issued.',
  why: `A paper that did not exist when the agenda was issued has not been open to the public for five clear days. It can be taken only if the chair thinks it urgent, and the agenda has
to say why it is late; else the discussion of it can be challenged.`,
  sources: [{ title: 'Local Government Act 1972, section 100B(4)', url: 'https://zoomlaw.co.uk/2002-715-uksi.html', certainty: 'seen' }],
  types: ['agenda'],
  severity: 'error',
  messages: {
    late: 'This paper is dated {date}, after the agenda was issued on {published}. State why it comes late, or correct the date of issue.',
  },
  examples: {
    valid: [
      {
        title: 'A letter from before the issue',
        text: '---\ntype: agenda\npublished: 2018-05-08\nmeeting-date: 2018-05-16\n---\n# Agenda\n\n## Appendix 1\n\n4 May 2018\n\nDear Director\n',
      },
      {
        title: 'The date of the meeting',
        text: '---\ntype: agenda\npublished: 2018-05-08\nmeeting-date: 2018-05-16\n---\n# Agenda\n\n## Appendix 1\n\n16 May 2018\n\nOrder of business.\n',
      },
      {
        title: 'A later date that is talked about',
        text: '---\ntype: agenda\npublished: 2018-05-08\nmeeting-date: 2018-05-16\n---\n# Agenda\n\n## Appendix 1\n\n4 May 2018\n\nDear Director\n\nThe next visit is on 14 June 2018.\n',
      },
      {
        title: 'The reason is stated',
        text: '---\ntype: agenda\npublished: 2018-05-08\nmeeting-date: 2018-05-16\n---\n# Agenda\n\nReason for lateness: the letter came after the agenda was issued.\n\n## Appendix 1\n\n14 May 2018\n\nDear Director\n',
      },
      {
        title: 'The next meetings, one a line',
        text: '---\ntype: agenda\npublished: 2018-05-08\nmeeting-date: 2018-05-16\n---\n# Agenda\n\n## Dates of future meetings\n\n14 June 2018\n\n12 July 2018\n',
      },
    ],
    invalid: [
      {
        title: 'A letter of the week of the meeting',
        text: '---\ntype: agenda\npublished: 2018-05-08\nmeeting-date: 2018-05-16\n---\n# Agenda\n\n## Appendix 1: the inspectorate’s letter\n\n14 May 2018\n^^^^^^^^^^^\n\nDear Director\n',
      },
      {
        title: 'An appendix with its date',
        text: '---\ntype: agenda\npublished: 2018-05-08\nmeeting-date: 2018-05-16\n---\n# Agenda\n\n## Appendix 2\n\nDated: 10 May 2018\n       ^^^^^^^^^^^\n\nFigures of the service.\n',
      },
    ],
  },
  reads: ['date', 'heading', 'statement'],
  *check(context) {
    const { frontMatter, items, view, address } = context;
    const published = readDate(textOf(frontMatter, 'published') ?? '');
    if (!published) return;
    const meetings = meetingsOf(view).map(({ date }) => date);
    const late = items('date').filter(
      ({ item }) => item.precision === 'day' && item.from !== null && item.from > published && !meetings.includes(item.from),
    );
    for (const date of late) {
      if (!date.item.alone || !isPaper(context, date)) continue;
      if (saysWhyLate(items)) return;
      const place = field(frontMatter, 'published')!.valueSpan;
      yield {
        on: date,
        span: date.item.span,
        message: 'late',
        data: { date: dayInWords(date.item.from!), published: dayInWords(published) },
        related: [{ address, span: place, message: 'The agenda was issued on this day.' }],
      };
    }
  },
});

/** Whether it stands under the heading of an appendix or a letter, or soon before "Dear …". */
function isPaper({ items, view }: DocumentContext, { span, index }: Located<DateItem>): boolean {
  for (let section: Section | null = view.sectionAt(span.start); section; section = section.parent) {
    if (isRole(section.role, 'appendices') || /\b(?:appendix|annex|letter|enclosure)\b/i.test(section.heading.item.text)) return true;
  }
  const nextHeading = items('heading').find((heading) => heading.index > index)?.index ?? Infinity;
  const furthest = Math.min(nextHeading, index + 2 + addressLines);
  return items('statement').some(({ item, index: at }) => item.about === 'salutation' && index < at && at < furthest);
}
