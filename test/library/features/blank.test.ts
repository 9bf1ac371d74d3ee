import assert from 'node:assert/strict';
import { blankIn } from '../../../server/src/language/features/typing-aids/blank.ts';

const blankOf = (...edits: readonly (readonly [at: number, newText: string])[]): string | null => {
  const blank = blankIn(edits.map(([at, newText]) => ({ span: { start: at, end: at }, newText })));
  return blank && blank.edit.newText.slice(blank.span.start, blank.span.end);
};

describe('what an edit leaves to be written', () => {
  it('is the first word in square brackets', () => {
    assert.equal(blankOf([5, '| A4 | F2 | [what will be done] | [one post] |']), '[what will be done]');
  });
  it('is the reason for leaving a check out', () => {
    assert.equal(blankOf([0, '<!-- inspection-response-disable-next-line dates/no-year: say why -->\n']), 'say why');
    assert.equal(blankOf([0, '\r\n\r\n<!-- inspection-response-disable-file dates/no-year: say why -->']), 'say why');
  });
  it('is the value of a new field of the header', () => {
    for (const ending of ['\n', '\r\n']) assert.equal(blankOf([4, `meeting-date: ${ending}`]), '');
  });
  it('is nothing where all is written, in a link or its definition, or where something else is written first', () => {
    assert.equal(blankOf([0, 'Ofsted']), null);
    assert.equal(blankOf([0, '[the letter](letter.md) and [x]: letter.md']), null);
    assert.equal(blankOf([9, '[title]'], [2, 'x']), null);
  });
});
