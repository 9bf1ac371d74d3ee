import assert from 'node:assert/strict';
import { isNhsNumber, isUniquePupilNumber } from '../../server/src/language/rules/privacy/identifiers.ts';
import { reportsOf, worldOf } from './harness.ts';

const found: readonly (readonly [what: string, text: string, secret: RegExp])[] = [
  ['an NHS number', 'The file of 999 012 3012 was read.', /999|3012/],
  ['a national insurance number', 'The parent gave AB 12 34 56 C to us.', /12 34|AB 12/],
  ['a date of birth', 'The child (DOB 3 May 2014) is known.', /3 May 2014/],
  ['a child’s initials with their age', 'TK, aged 9, was seen weekly.', /TK, aged/],
  ['an NHS number', 'Her NHS no. 9990123012 was given.', /999|3012/],
  ['a child’s initials with their age', 'QJ, 14, told the worker that she ran.', /QJ, 14/],
  ['a child’s initials with their age', 'It speaks of a 9-year-old girl, QJ, who moved.', /QJ/],
  ['a home address', 'The family lives at 7 Mill Lane, Aldersham AL4 9QT.', /9QT/],
];

describe('what identifies a person', () => {
  for (const [what, text, secret] of found) {
    it(`${what} is found, and repeated by no report, related place or log`, async () => {
      const world = worldOf(`## Background\n\n${text}\n\n## Detail\n\nIt goes on and\n\nwe think that ${text}\n`);
      const reports = await reportsOf(world);
      const own = reports.filter(({ rule }) => rule === 'privacy/personal-data');
      assert.ok(own.length >= 1);
      for (const { message, data, related } of own) {
        assert.ok(message.includes(what), message);
        assert.doesNotMatch(JSON.stringify([message, data, related.map((one) => one.message)]), secret);
      }
      assert.doesNotMatch(world.host.logged.join('\n'), secret);
    });
  }

  it('numbers whose check figure is wrong are somebody’s order, not a person', async () => {
    assert.ok(isNhsNumber('9990123012') && !isNhsNumber('9990123013') && !isNhsNumber('9999999999'));
    assert.ok(!isUniquePupilNumber('Z123456789012'));
    const reports = await reportsOf(
      worldOf(
        'Order 999 012 3013 and UPN Z123456789012 were checked. Code QQ 12 34 56 C is none. Version 10.20.30, file 2021/0456, £1 234 567.\n',
      ),
    );
    assert.deepEqual(
      reports.filter(({ rule }) => rule === 'privacy/personal-data').map(({ span }) => span),
      [],
    );
  });

  it('no other check repeats it either', async () => {
    for (const [, text, secret] of found) {
      const world = worldOf(
        `## Background\n\nOfficers have read all that was sent to them and\n\n${text[0]!.toLowerCase()}${text.slice(1)}\n\n- **A1** ${text}\n  - Owner: ${text}\n  - Due: ${text}\n`,
      );
      for (const { rule, message } of await reportsOf(world)) assert.doesNotMatch(message, secret, `${rule} ${text}`);
    }
  });

  it('a date of birth is repeated in no other form, nor on another rule’s fix', async () => {
    for (const written of ['03/05/2014', '3rd May 2014', '03.05.14', '31 June 2014']) {
      const reports = (await reportsOf(worldOf(`## Background\n\nThe child (DOB: ${written}) is known.\n`))).filter(
        ({ rule }) => rule !== 'structure/missing-field',
      );
      assert.ok(
        reports.some(({ rule }) => rule === 'privacy/personal-data'),
        written,
      );
      for (const { rule, message, data } of reports) assert.doesNotMatch(JSON.stringify([message, data]), /2014|May|June|03/, rule);
    }
  });
});
