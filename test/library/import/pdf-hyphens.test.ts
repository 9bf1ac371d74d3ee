import assert from 'node:assert/strict';
import { drawnText } from '../../../server/src/conversion/import/pdf/drawn-text.ts';
import { hyphenAt, knownWords, withPlainHyphens } from '../../../server/src/conversion/import/pdf/hyphens.ts';
import { linesOf, type Line, type Page } from '../../../server/src/conversion/import/pdf/page.ts';
import { pdfFile, textLines } from './pdf-file.ts';
import { bodyOf, importWhole } from './words.ts';

const lines = (...texts: string[]): Line[] =>
  texts.flatMap((text, index) =>
    linesOf([{ text, x: 60, y: 60 + index * 14, width: text.length * 5, size: 10, strong: false, emphasis: false }], 1),
  );

describe('import of PDFs: hyphens', () => {
  const plain = knownWords(lines('An inter-agency plan is known to each assessment team.'));
  const hyphenated = knownWords(
    lines('Leaders see how the assess-', 'ment of need is done, and the super-', 'vision of workers with each man-', 'ager is agreed.'),
  );

  for (const [before, after, words, expected] of [
    ['each assess-', 'ment', plain, 'dropped'],
    ['the inter-', 'agency plan', plain, 'kept'],
    ['a multi-', 'agency plan', plain, 'kept'],
    ['pre-', 'and post-16', plain, 'spaced'],
    ['the Self-', 'Evaluation', plain, 'kept'],
    ['COVID-', '19', plain, 'kept'],
    ['the qual\u2010', 'ity', plain, 'dropped'],
    ['the inter\u2010', 'agency plan', plain, 'kept'],
    ['the plan –', 'and more', plain, null],
    ['the docu-', 'ment', hyphenated, 'dropped'],
    ['the multi-', 'agency', hyphenated, 'kept'],
    ['a review-', 'of', knownWords(lines('The head of it.')), 'kept'],
  ] as const)
    it(`“${before.replace('\u2010', '‐')}” and “${after}”: ${expected ?? 'none'}`, () =>
      assert.equal(hyphenAt(before, after, words), expected));

  it('those that stand within a line show that all are plain', () => {
    const page = (...texts: string[]): Page => ({
      number: 1,
      width: 595,
      height: 842,
      glyphs: lines(...texts).flatMap(({ segments }) => segments.flatMap(({ glyphs }) => glyphs)),
      rules: [],
      fills: [],
      hasPictures: false,
      watermark: '',
      dots: [],
    });
    const texts = (pages: readonly Page[]) => pages.flatMap(({ glyphs }) => glyphs.map(({ text }) => text));
    assert.deepEqual(texts(withPlainHyphens([page('a multi\u2010agency plan', 'of well\u2010')])), ['a multi-agency plan', 'of well-']);
    assert.deepEqual(texts(withPlainHyphens([page('the qual\u2010')])), ['the qual\u2010']);
  });

  it('a soft hyphen that is drawn can be seen, and the letters of a ligature are put right', () => {
    assert.equal(drawnText('multi\u00ADagency'), 'multi\u2010agency');
    assert.equal(drawnText('\u6600\u6900ndings of sta\u6600\u6600 of the o\u6600\uCF00ce'), 'findings of staff of the office');
    assert.equal(drawnText('prac\u7400\u6900\u7400\u6900oners'), 'practitioners');
  });

  it('a heading over two lines keeps the hyphen that it is parted at', async () => {
    const { text } = await importWhole(
      pdfFile([
        {
          texts: [
            ...textLines(60, 80, ['Children’s services: a report on the Self-', 'Evaluation'], { size: 18, bold: true }),
            ...textLines(60, 140, ['The paper tells what leaders know of their own service, and of what comes next.']),
          ],
        },
      ]),
      'pdf',
      'Children’s services: a report on the Self-Evaluation The paper tells what leaders know of their own service, and of what comes next.',
    );
    assert.ok(bodyOf(text).includes('Self-Evaluation'), text);
  });
});
