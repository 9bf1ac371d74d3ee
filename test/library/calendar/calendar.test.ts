import assert from 'node:assert/strict';
import { createCalendar } from '../../../server/src/language/calendar/create-calendar.ts';

const calendar = createCalendar([]);
const after = (from: string, days: number) => calendar.addWorkingDays(from, days).date;

describe('working days', () => {
  // Deadlines that councils published, and sums checked by hand.
  const cases: readonly (readonly [string, string, number, string])[] = [
    ['Gloucestershire 2022', '2022-04-01', 70, '2022-07-15'],
    ['Stockton 2023', '2023-05-09', 70, '2023-08-16'],
    ['Wokingham 2019', '2019-07-10', 70, '2019-10-17'],
    ['Kirklees 2017, from the date to the day', '2016-11-25', 70, '2017-03-08'],
    ['Kirklees 2017, from the Monday', '2016-11-28', 70, '2017-03-09'],
    ['St Helens 2018, draft', '2018-08-10', 20, '2018-09-10'],
    ['Sefton 2021, draft', '2021-05-10', 20, '2021-06-08'],
    ['Sefton 2021, final', '2021-05-10', 70, '2021-08-17'],
    ['Sefton 2016', '2016-06-27', 70, '2016-10-04'],
    ['Nottingham 2022', '2022-09-05', 70, '2022-12-13'],
    ['Cheshire East 2024', '2024-05-16', 70, '2024-08-23'],
    ['a joint inspection of 2024', '2024-03-14', 70, '2024-06-26'],
    ['a joint inspection of 2022', '2022-09-26', 70, '2023-01-05'],
    ['a joint inspection of 2020', '2020-01-31', 70, '2020-05-13'],
    ['Northumberland 2018', '2018-12-07', 70, '2019-03-20'],
    ['Worcestershire 2018', '2018-05-16', 70, '2018-08-23'],
    ['Sefton 2021, when the plan went in', '2021-05-10', 12, '2021-05-26'],
    ['Reading 2024, a plan for HMI Probation', '2024-12-03', 13, '2024-12-20'],
  ];
  for (const [name, from, days, expected] of cases)
    it(`${name}: ${days} working days after ${from}`, () => assert.equal(after(from, days), expected));

  it('says which bank holidays were left out', () => {
    assert.deepEqual(calendar.addWorkingDays('2021-05-10', 20).leftOut, [{ date: '2021-05-31', name: 'Spring bank holiday' }]);
    assert.deepEqual(
      calendar.addWorkingDays('2022-09-05', 70).leftOut.map(({ date }) => date),
      ['2022-09-19'],
    );
    assert.deepEqual(
      calendar.addWorkingDays('2022-04-01', 70).leftOut.map(({ date }) => date),
      ['2022-04-15', '2022-04-18', '2022-05-02', '2022-06-02', '2022-06-03'],
    );
  });
  it('why a day is off', () => {
    assert.equal(calendar.dayOff('2021-05-31'), 'Spring bank holiday');
    assert.equal(calendar.dayOff('2021-05-29'), 'Saturday');
    assert.equal(calendar.dayOff('2021-05-28'), null);
    assert.equal(calendar.dayOff('2023-05-08') === null, false);
  });
  it('takes the officer’s own days', () => {
    const closed = createCalendar([{ date: '2021-05-11', name: 'Council closed' }]);
    assert.equal(closed.addWorkingDays('2021-05-10', 1).date, '2021-05-12');
    assert.equal(closed.dayOff('2021-05-11'), 'Council closed');
  });
  it('next and previous', () => {
    assert.equal(calendar.nextWorkingDay('2021-05-28'), '2021-06-01');
    assert.equal(calendar.previousWorkingDay('2021-06-01'), '2021-05-28');
    assert.equal(calendar.dayOfWeek('2018-05-16'), 3);
  });
  it('says of which years it does not know the bank holidays', () => {
    assert.deepEqual(calendar.addWorkingDays('2028-12-20', 10).unknownYears, [2029]);
    assert.equal(calendar.addWorkingDays('2028-05-20', 10).unknownYears, undefined);
    assert.equal(calendar.dayOff('2014-04-18'), 'Good Friday');
    assert.equal(calendar.dayOff('2029-03-30'), 'Good Friday');
    assert.equal(calendar.dayOff('2029-12-25'), 'Christmas Day');
    assert.deepEqual(calendar.addWorkingDays('2014-12-24', 1).unknownYears, [2014]);
  });
});

describe('clear days', () => {
  it('between issue and meeting', () => {
    assert.equal(calendar.clearWorkingDays('2018-05-08', '2018-05-16').days, 5);
    assert.equal(calendar.clearWorkingDays('2018-05-14', '2018-05-16').days, 1);
    assert.equal(calendar.clearDays('2020-05-06', '2020-05-15'), 8);
    const nottingham = calendar.clearWorkingDays('2020-05-06', '2020-05-15');
    assert.equal(nottingham.days, 5);
    assert.deepEqual(
      nottingham.leftOut.map(({ date }) => date),
      ['2020-05-08'],
    );
    assert.equal(calendar.clearDays('2018-05-16', '2018-05-08'), 0);
    assert.equal(calendar.clearWorkingDays('2018-05-16', '2018-05-08').days, 0);
  });
  it('the last day to publish', () => {
    assert.equal(calendar.latestPublication('2019-03-06', 5), '2019-02-26');
    assert.equal(calendar.latestPublication('2021-07-06', 5), '2021-06-28');
    assert.equal(calendar.latestPublication('2018-05-16', 5), '2018-05-08');
    assert.equal(calendar.latestPublication('2021-06-07', 5), '2021-05-27', 'a bank holiday and a weekend lie between');
  });
  it('28 clear days from a notice on 1 March 2024 end before 30 March', () =>
    assert.equal(calendar.clearDays('2024-03-01', '2024-03-30'), 28));
  it('a period that begins with a day', () => assert.equal(calendar.periodBeginningWith('2024-03-01', 56), '2024-04-25'));
  it('a date that is none throws, nonsense counts end', () => {
    assert.throws(() => calendar.addWorkingDays('2021-02-30', 1), RangeError);
    assert.ok(calendar.addWorkingDays('2021-02-01', 1e9).date);
    assert.ok(calendar.addWorkingDays('2021-02-01', -5).date === '2021-02-01');
  });
});
