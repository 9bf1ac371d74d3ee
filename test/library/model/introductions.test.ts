import assert from 'node:assert/strict';
import { readIntroduction } from '../../../server/src/language/model/context/read-introduction.ts';
import type { Role } from '../../../server/src/language/model/vocabulary.ts';

const subject = (text: string, role: Role | null = null): string | null => {
  const found = readIntroduction(text, role);
  return found === null ? null : found.of === 'findings' ? found.polarity : found.of;
};

describe('what a paragraph introduces', () => {
  const cases: readonly (readonly [string, string | null, Role?])[] = [
    ['Ofsted identified eight specific areas for improvement:', 'improvement'],
    ['However Ofsted also noticed that we still need to improve the following:', 'improvement'],
    ['Inspectors found that the council must improve:', 'improvement'],
    ['Ofsted inspectors noticed the following improvements:', 'strength'],
    ['There were also a number of strengths identified:', 'strength'],
    ['Inspectors named two areas for priority action:', 'priority'],
    ['Inspectors saw progress. The following areas of practice need to improve:', 'improvement'],
    ['Key actions include:', 'actions'],
    ['In response to the visit, actions taken so far include:', 'actions'],
    ['To answer these areas for improvement, the following actions have been agreed:', 'actions'],
    ['The following key targets have been set for end of July:', 'measures'],
    ['The following appendices are attached:', 'appendices'],
    ['The Children and Families Scrutiny Panel is asked to:', 'recommendations'],
    ['The Committee is requested to note the following:', 'recommendations'],
    ['The Board is asked to note these areas for improvement:', 'recommendations'],
    ['Although there were strengths identified, they also identified six areas of weakness:', 'improvement'],
    ['Despite these areas for improvement, inspectors noted the following strengths:', 'strength'],
    // What cannot be told stays silent.
    ['Inspectors identified strengths alongside areas of weakness:', 'other'],
    ['Inspectors identified strengths and areas for improvement:', 'other'],
    ['To address these areas for improvement the council has:', null],
    ['Building on these strengths, we will:', null],
    ['The plan sets out the areas for improvement under these headings:', null],
    ['Our priority actions are:', null],
    ['Staff are asked to:', null],
    ['The improvement plan was written by:', null],
    ['Areas for improvement are set out below.', null],
    ['The following measures have been taken:', null],
    // In a section that says what its lists are.
    ['That:', 'recommendations', 'recommendations'],
    ['Inspectors said that leaders should look at:', 'improvement', 'areas-for-improvement'],
    ['The council has:', 'other', 'areas-for-improvement'],
    ['It is recommended that:', 'recommendations', 'recommendations'],
    ['The following are proposed for decision, the following:', 'recommendations', 'recommendations'],
    ['The reasons are:', 'other', 'recommendations'],
    ['We will:', 'actions', 'actions'],
    ['The council has:', 'actions', 'actions'],
    ['We are aiming to achieve this by focusing on:', 'other', 'actions'],
    ['Performance is measured against:', 'other', 'measures'],
  ];
  for (const [text, expected, role] of cases) {
    it(`${text}${role ? ` (${role})` : ''} → ${expected}`, () => assert.equal(subject(text, role), expected));
  }

  it('reads who is asked, and a verb that holds for every item', () => {
    assert.deepEqual(readIntroduction('The Audit Committee is asked to note the following:', null), {
      of: 'recommendations',
      asks: true,
      body: 'The Audit Committee',
      verb: 'note',
    });
  });

  it('reads the date that targets are set for', () => {
    assert.deepEqual(readIntroduction('These targets have been set for 31 July 2025:', null), {
      of: 'measures',
      by: { text: '31 July 2025', from: '2025-07-31', to: '2025-07-31', precision: 'day' },
    });
  });
});
