import assert from 'node:assert/strict';
import { readRecommendation } from '../../../server/src/language/model/inline/verbs.ts';

/** `body / asks / acts`, with `-` for none. */
function read(text: string, isAct = false): string {
  const { body, asks, verb, verbSpan, acts } = readRecommendation(text, isAct);
  assert.equal(verb === null, acts.length === 0);
  if (verbSpan) assert.ok(text.slice(verbSpan.start, verbSpan.end).toLowerCase().startsWith(verb!.slice(0, 3)));
  return `${body ?? '-'} / ${asks ? 'asks' : '-'} / ${acts.join(' ') || '-'}`;
}

describe('recommendations', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['The Children and Families Scrutiny Panel is asked to:', 'The Children and Families Scrutiny Panel / asks / -'],
    ['The Overview and Scrutiny Committee is requested to note the report.', 'The Overview and Scrutiny Committee / asks / note'],
    [
      "The Scrutiny Committee (Children's Services and Safeguarding) is recommended to note the report",
      "The Scrutiny Committee (Children's Services and Safeguarding) / asks / note",
    ],
    ['To receive the report and note the feedback received from the visit and note the plan.', '- / asks / receive note'],
    [
      'That Cabinet approves the plan and delegates authority to the Director, in consultation with the Lead Member, to amend it',
      'Cabinet / asks / approve delegate',
    ],
    ['It is recommended that the Committee notes the report', 'Committee / asks / note'],
    ['Members are asked to consider and comment on the plan', 'Members / asks / consider comment'],
    ['That the report be noted and the plan be approved', '- / asks / note approve'],
    [
      'That the Committee note the report; request an update by 6 May 2021; and endorse the plan.',
      'Committee / asks / note request endorse',
    ],
    ['The Health and Wellbeing Board is invited to endorse the plan.', 'The Health and Wellbeing Board / asks / endorse'],
    ['RESOLVED that the report be noted', '- / asks / note'],
    ['Note the report.', '- / asks / note'],
    ['Council notes the findings', 'Council / asks / note'],
    ["This paper is for the Board's information.", '- / - / -'],
    ['Review of capacity in the service', '- / - / -'],
    ['The letter was noted by the inspectors.', '- / - / -'],
    ['The plan supports children', '- / - / -'],
    ['The report is attached and considered good', '- / - / -'],
    ['The Board will receive a report in May', '- / - / -'],
    ['', '- / - / -'],
  ];
  for (const [text, expected] of cases) it(JSON.stringify(text), () => assert.equal(read(text), expected));
  it('an item of a list that somebody was asked to do', () => {
    assert.equal(read('note the information in the report and appendix 1,', true), '- / asks / note');
    assert.equal(read('determine whether it would wish to carry out further scrutiny, and', true), '- / asks / determine');
    assert.equal(read('the plan in Appendix 2', true), '- / asks / -');
  });
  it('what the Panel did is no request', () => assert.equal(read('The Panel asked about the number of visits'), '- / - / -'));
  it('reads long hostile text', () => {
    for (const piece of ['The ', 'A and ', 'Board ', 'and note the ', '(', 'That that '] as const)
      assert.ok(readRecommendation(piece.repeat(5_000)));
  });
});
