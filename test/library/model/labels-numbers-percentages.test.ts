import assert from 'node:assert/strict';
import { findLabels, readLabel } from '../../../server/src/language/model/inline/labels.ts';
import { readCount, readParagraphNumber } from '../../../server/src/language/model/inline/numbers.ts';
import { findPercentages } from '../../../server/src/language/model/inline/percentages.ts';

describe('labels in running text', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['F3 Timeliness', 'F3'],
    ['AFI 3, A1.4, R-2 and (P1)', 'AFI3 A1.4 R2 P1'],
    ['F3.', 'F3'],
    ['F3: text', 'F3'],
    ['F2/F3 and F1-F3', 'F2 F3 F1 F3'],
    ['Q5', 'Q5'],
    ['the A38 and the M5', 'A38 M5'],
    ['(F2, F5)', 'F2 F5'],
    ['WR5 2NP and B1 1TF', ''],
    ['Q1 to Q4', ''],
    ['UK 2, COVID 19, COVID-19', ''],
    ['FD 6400/21 and LD.4601/21', ''],
    ['A 3 month plan', ''],
    ['MAY 2019 and 6 MAY 21', ''],
    ['R2s', ''],
    ['PDF 195 KB', ''],
    ['£A3', ''],
    ['A4-size paper', ''],
    ['KS2 results', ''],
    ['Section 47', ''],
    ['page A3b', ''],
    ['AFI3%', ''],
    ['ACT 1989', ''],
    ['ABCDE 3', ''],
    ['non-F3', ''],
    ['example.org/F3', ''],
    ['a@F3', ''],
  ];
  for (const [text, keys] of cases) {
    it(JSON.stringify(text), () => {
      const labels = findLabels(text, 7);
      assert.equal(labels.map(({ key }) => key).join(' '), keys);
      for (const label of labels) assert.equal(text.slice(label.span.start - 7, label.span.end - 7), label.text);
    });
  }
  it('at the start of a text', () => {
    assert.deepEqual(readLabel(' A1.4: Recruit', 5), {
      span: { start: 6, end: 10 },
      text: 'A1.4',
      key: 'A1.4',
      prefix: 'A',
      number: '1.4',
    });
    assert.equal(readLabel('AFI 3.', 0)?.key, 'AFI3');
    assert.equal(readLabel('Recruit for A1', 0), null);
    assert.equal(readLabel('Q2', 0), null);
    assert.equal(readLabel('1.2', 0), null);
  });
});

describe('numbers written by hand', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['12. The', '12 number . 12 The'],
    ['2.3 There were', '2.3 section.paragraph  2,3 There were'],
    ['2.3. in', '2.3 section.paragraph . 2,3 in'],
    ['1.1. This', '1.1 section.paragraph . 1,1 This'],
    ['20.1.1 Text', '20.1.1 section.paragraph  20,1,1 Text'],
    ['(a) one', 'a letter () 1 one'],
    ['a) one', 'a letter ) 1 one'],
    ['i. one', 'i roman . 1 one'],
    ['iv) one', 'iv roman ) 4 one'],
    ['viii.  one', 'viii roman . 8 one'],
    ['(1) That', '1 number () 1 That'],
    ['(A) Revenue', 'A letter () 1 Revenue'],
    ['  3) x', '3 number ) 3 x'],
    ['2019 was', null],
    ['2019. It', null],
    ['3.5 per cent', null],
    ['3.5 FTE posts', null],
    ['10 social workers', null],
    ['10 Social workers', null],
    ['I. Smith', null],
    ['A. Jones', null],
    ['(2019) x', null],
    ['10.30 am', null],
    ['10.00 AM', null],
    ['06.03.2019 x', null],
    ['0.5 FTE', null],
    ['12.', null],
    ['mix) x', null],
    ['', null],
    ['(a one', null],
    ['2.5 Million', null],
    ['12.The', null],
    ['£3. x', null],
  ];
  for (const [text, expected] of cases) {
    it(JSON.stringify(text), () => {
      const read = readParagraphNumber(text, 3);
      assert.equal(
        read &&
          `${read.number.text} ${read.number.style} ${read.number.closing === '()' ? '()' : read.number.closing} ${read.number.values.join(',')} ${text.slice(read.rest)}`,
        expected,
      );
      if (read) assert.ok(text.slice(read.number.span.start - 3, read.number.span.end - 3).includes(read.number.text));
    });
  }
  it('bare, in a heading', () => {
    assert.equal(readParagraphNumber('2 Action required', 0, true)?.number.text, '2');
    assert.equal(readParagraphNumber('10 social workers', 0, true), null);
  });
  it('in words', () => {
    assert.deepEqual(['three', 'Eight', '12', 'several', 'twenty'].map(readCount), [3, 8, 12, null, 20]);
  });
});

describe('percentages', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['80% of children', '80%=80'],
    ['80 per cent', '80 per cent=80'],
    ['8.5 percent.', '8.5 percent=8.5'],
    ['1,250%', '1,250%=1250'],
    ['1/2%', '1/2%=0.5'],
    ['10-15%', '15%=15'],
    ['8/5% of cases', '8/5% two-numbers'],
    ['80 percent%', '80 percent% said-twice'],
    ['80%%', '80%% said-twice'],
    ['80% per cent', '80% per cent said-twice'],
    ['105 % of', '105 % spaced'],
    ['10 percentage points', ''],
    ['open 24/7', ''],
    ['per cent', ''],
    ['the %', ''],
    ['5 percentages', ''],
    ['£5%', ''],
  ];
  for (const [text, expected] of cases) {
    it(JSON.stringify(text), () => {
      const found = findPercentages(text, 4);
      assert.equal(found.map((item) => item.text + (item.malformed ? ` ${item.malformed}` : `=${item.value}`)).join(' | '), expected);
      for (const item of found) assert.equal(text.slice(item.span.start - 4, item.span.end - 4), item.text);
    });
  }
});
