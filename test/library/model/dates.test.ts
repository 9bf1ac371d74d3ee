import assert from 'node:assert/strict';
import { findDates } from '../../../server/src/language/model/dates/dates.ts';
import { readDate, readDue, readPeriod } from '../../../server/src/language/model/dates/due.ts';

/** What is found, one date each: `text from..to precision style`, with marks for no year, impossible, and the day of the week. */
function found(text: string): string[] {
  return findDates(text, 100, false).map((date) => {
    assert.equal(text.slice(date.span.start - 100, date.span.end - 100).replaceAll(/\s+/g, ' '), date.text, 'the span is the text');
    if (date.weekdaySpan)
      assert.match(text.slice(date.weekdaySpan.start - 100, date.weekdaySpan.end - 100), /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*$/i);
    const days = date.from === null ? '' : date.from === date.to ? ` ${date.from}` : ` ${date.from}..${date.to}`;
    return `${date.text}${days} ${date.precision} ${date.style}${date.hasYear ? '' : ' no-year'}${date.possible ? '' : ' impossible'}${date.weekday ? ` weekday-${date.weekday}` : ''}`;
  });
}

const read: readonly (readonly [text: string, ...dates: string[]])[] = [
  ['on 6 March 2019.', '6 March 2019 2019-03-06 day plain'],
  ['PANEL 06 MARCH 2019', '06 MARCH 2019 2019-03-06 day leading-zero'],
  ['published 10th May 2021.', '10th May 2021 2021-05-10 day ordinal'],
  ['on the 10th of May 2021', '10th of May 2021 2021-05-10 day ordinal'],
  ['on 15th and 16th January 19.', '15th and 16th January 19 2019-01-15..2019-01-16 period ordinal'],
  ['on 8 and 9 January 2019 and', '8 and 9 January 2019 2019-01-08..2019-01-09 period plain'],
  ['8-9 January 2019', '8-9 January 2019 2019-01-08..2019-01-09 period plain'],
  ['1 to 5 July 2022', '1 to 5 July 2022 2022-07-01..2022-07-05 period plain'],
  ['3, 10 and 17 May 2021', '3, 10 and 17 May 2021 2021-05-03..2021-05-17 period plain'],
  ['from 3 May to 7 June 2021', '3 May to 7 June 2021 2021-05-03..2021-06-07 period plain'],
  ['between 31 January and 2 February 2019', '31 January and 2 February 2019 2019-01-31..2019-02-02 period plain'],
  ['20 December to 5 January 2020', '20 December to 5 January 2020 2019-12-20..2020-01-05 period plain'],
  ['31 January 2020–13 May 2020', '31 January 2020–13 May 2020 2020-01-31..2020-05-13 period plain'],
  ['Wednesday, 16 May 2018, 10.00 am', 'Wednesday, 16 May 2018 2018-05-16 day plain weekday-3'],
  ['Tues 8th May 2018', 'Tues 8th May 2018 2018-05-08 day ordinal weekday-2'],
  ['Tuesday the 8th of May 2018', 'Tuesday the 8th of May 2018 2018-05-08 day ordinal weekday-2'],
  ['Meeting: 03/11/2022 - Committee', '03/11/2022 2022-11-03 day all-figures'],
  ['due 6.3.19', '6.3.19 2019-03-06 day all-figures'],
  ['06.03.2019', '06.03.2019 2019-03-06 day all-figures'],
  ['By 13/12/12', '13/12/12 2012-12-13 day all-figures'],
  ['03/25/2019', '03/25/2019 2019-03-25 day month-first'],
  ['March 6, 2019', 'March 6, 2019 2019-03-06 day month-first'],
  ['2019-03-06', '2019-03-06 2019-03-06 day iso'],
  ['2019-01-08/2019-01-09', '2019-01-08/2019-01-09 2019-01-08..2019-01-09 period iso'],
  ['6 Mar 2019 and 5 Sept. 2019', '6 Mar 2019 2019-03-06 day plain', '5 Sept. 2019 2019-09-05 day plain'],
  ['6 March ’19', '6 March ’19 2019-03-06 day short-year'],
  ['6\nMarch 2019', '6 March 2019 2019-03-06 day plain'],
  ['in March 2019', 'March 2019 2019-03-01..2019-03-31 month plain'],
  ['by the end of July 2019', 'end of July 2019 2019-07-31 month other'],
  ['early July 2019', 'early July 2019 2019-07-01..2019-07-10 month other'],
  ['mid-July 2019', 'mid-July 2019 2019-07-11..2019-07-20 month other'],
  ['late July 2019', 'late July 2019 2019-07-21..2019-07-31 month other'],
  ['the end of 2019', 'end of 2019 2019-12-31 year other'],
  ['April to June 2021', 'April to June 2021 2021-04-01..2021-06-30 period plain'],
  ['April and May 2021', 'April and May 2021 2021-04-01..2021-05-31 period other'],
  [
    'in May 2017, September 2017, January 2018 and January 2019. The',
    'May 2017 2017-05-01..2017-05-31 month plain',
    'September 2017 2017-09-01..2017-09-30 month plain',
    'January 2018 2018-01-01..2018-01-31 month plain',
    'January 2019 2019-01-01..2019-01-31 month plain',
  ],
  ['Q2 2019/20', 'Q2 2019/20 2019-07-01..2019-09-30 quarter other'],
  ['Q4 of 2020-21', 'Q4 of 2020-21 2021-01-01..2021-03-31 quarter other'],
  ['the second quarter of 2019/20', 'second quarter of 2019/20 2019-07-01..2019-09-30 quarter other'],
  ['end of Q4 25/26', 'Q4 25/26 2026-01-01..2026-03-31 quarter other'],
  ['Q2 2019', 'Q2 2019 2019-04-01..2019-09-30 quarter other'],
  ['in 2019/20', '2019/20 2019-04-01..2020-03-31 year other'],
  ['2019-20 and 2020/2021', '2019-20 2019-04-01..2020-03-31 year other', '2020/2021 2020-04-01..2021-03-31 year other'],
  ['the academic year 2019/20', '2019/20 2019-09-01..2020-08-31 year other'],
  ['spring 2020', 'spring 2020 2020-03-01..2020-05-31 season other'],
  ['winter 2019/20', 'winter 2019/20 2019-12-01..2020-02-29 season other'],
  ['published on 5 September.', '5 September day plain no-year'],
  ['on Wednesday 6th March', 'Wednesday 6th March day ordinal no-year weekday-3'],
  ['three weeks in July and included', 'July month plain no-year'],
  ['set for end of July:', 'end of July month other no-year'],
  ['expected in the spring.', 'spring season other no-year'],
  ['possibly in the Autumn, we', 'Autumn season other no-year'],
  ['Her birthday is 29 February', '29 February day plain no-year'],
  ['31 June 2020', '31 June 2020 day plain impossible'],
  ['29 February 2019', '29 February 2019 day plain impossible'],
  ['on 30 February', '30 February day plain no-year impossible'],
  ['31/06/2020', '31/06/2020 day all-figures impossible'],
  ['9 to 8 January 2019', '9 to 8 January 2019 period plain impossible'],
  ['from 7 June 2021 to 3 May 2021', '7 June 2021 to 3 May 2021 period plain impossible'],
  ['At 10:30 on 6 March 2019', '6 March 2019 2019-03-06 day plain'],
  ['10.2 6 March 2019', '6 March 2019 2019-03-06 day plain'],
];

const notDates = [
  'FD 6400/21.....',
  'LD.4601/21',
  'aged 16/17 years',
  'open 24/7',
  'pages 1 - 4',
  'version 1.2.10',
  'section 47 enquiries',
  '1 in 4 children',
  'since 9/11',
  '01905 844962/844963',
  'sort code 20-04-12',
  'We may visit and march on.',
  'May I remind members',
  'The Committee may note',
  'paragraph 10 May be read',
  '2.3.19 Text of a paragraph',
  'see Table 12 and page 3',
  '£2019/20',
  'SI 2012/2089',
  'reg 9',
  'the last 28 days',
  'https://example.org/2019/03/06/report-2019-03-06.pdf',
  'by June Smith',
  'with April Jones and May Brown',
  'the January monitoring visit',
  'a march against cuts',
  'in 2 weeks',
  'WR5 2NP',
  '5 May Street',
  'at 12 March Road',
  '80% in 3 months',
  'since March 17. The next 6 months',
  'On 15 January 19 children were seen',
  'in years 10/11/12',
  '2019',
  'phase 2 mar',
  'ratio 1:4',
  'item 20',
  '20.1.1',
  'June and her team',
  'spring-clean',
  'the summer school',
  'Covid 19',
  'the decision',
  'marching',
  'Mayor',
  'second class',
  'early help',
  'late fees',
  'end of the day',
  'mid-term plan',
  '3/4 of plans',
  '2018-22 strategy',
  '18/19 children',
];

const due: readonly (readonly [text: string, due: string])[] = [
  ['31 July 2019', '2019-07-31..2019-07-31 day'],
  [' 31 July 2019 ', '2019-07-31..2019-07-31 day'],
  ['Dec-16', '2016-12-01..2016-12-31 month'],
  ['Mar 17', '2017-03-01..2017-03-31 month'],
  ['July 2019', '2019-07-01..2019-07-31 month'],
  ['End of July 2019', '2019-07-31..2019-07-31 month'],
  ['July', 'null..null month'],
  ['End of July', 'null..null month'],
  ['From Oct 19', '2019-10-01..2019-10-31 month'],
  ['Summer Term 22', '2022-06-01..2022-08-31 season'],
  ['Feb–Jun 26', '2026-02-01..2026-06-30 period'],
  ['Sept 25 to Mar 26', '2025-09-01..2026-03-31 period'],
  ['Nov - Feb 27', '2026-11-01..2027-02-28 period'],
  ['Q2', 'null..null quarter'],
  ['Q2 2019/20', '2019-07-01..2019-09-30 quarter'],
  ['2019', '2019-01-01..2019-12-31 year'],
  ['19/20', '2019-04-01..2020-03-31 year'],
  ['Ongoing', 'null..null none'],
  ['TBC', 'null..null none'],
  ['Spring', 'null..null season'],
  ['as required', 'null..null none'],
  ['30 June 2019 (was 31 May 2019)', '2019-05-31..2019-06-30 period'],
  ['Ongoing, review on 31 May 2019', '2019-05-31..2019-05-31 day'],
  ['31 June 2019', 'null..null day'],
];

describe('dates in running text', () => {
  for (const [text, ...dates] of read) it(JSON.stringify(text), () => assert.deepEqual(found(text), dates));
  for (const text of notDates) it(`none in ${JSON.stringify(text)}`, () => assert.deepEqual(found(text), []));
  it('a date that was moved backwards is no impossible period', () => {
    assert.ok(findDates('The meeting was moved from 7 June 2021 to 3 May 2021.', 0, false).every(({ possible }) => possible));
    assert.ok(findDates('The visit was brought forward from 9 to 8 January 2019.', 0, false).every(({ possible }) => possible));
  });
  it('carries whether it is somebody else’s words', () => assert.equal(findDates('6 March 2019', 0, true)[0]!.quoted, true));
  it('reads long hostile text', () => {
    for (const piece of [
      '1',
      '1 ',
      '1, ',
      '31 and ',
      'May ',
      'May, ',
      '1/',
      '2019-',
      '2019/20 ',
      'the end of ',
      'Wednesday ',
      '1 May to ',
      'from ',
    ] as const)
      assert.ok(Array.isArray(findDates(piece.repeat(4_000), 0, false)));
  });
});

describe('due dates', () => {
  for (const [text, expected] of due) {
    it(JSON.stringify(text), () => {
      const read = readDue(text, 10)!;
      assert.equal(`${read.from}..${read.to} ${read.precision}`, expected);
      assert.equal(text.slice(read.span.start - 10, read.span.end - 10), text.trim());
    });
  }
  it('none in a blank cell', () => assert.equal(readDue('  ', 0), null));
  it('a day by itself', () => {
    assert.equal(readDate('8 May 2018'), '2018-05-08');
    assert.equal(readDate('2018-05-08'), '2018-05-08');
    assert.equal(readDate('May 2018'), null);
    assert.equal(readDate('about 8 May 2018'), null);
    assert.deepEqual(readPeriod('2019-01-08/2019-01-09'), { from: '2019-01-08', to: '2019-01-09' });
  });
});
