import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { polarities, readPaper, wordsUnder, type Paper } from './paper.ts';

// Papers about invented councils, with the shapes and the slips of published ones: from plain text to what is reported.
const read = (name: string): Promise<Paper> =>
  readPaper(readFileSync(join(import.meta.dirname, `../fixtures/papers-as-text/${name}.txt`), 'utf8'), `${name}.txt`);

describe('papers in plain text: import, model, check', () => {
  it('a panel report: paragraphs in one run, three acts, an empty link, no list of background papers, nothing wrong with appendix and visits', async () => {
    const paper = await read('northmere-panel');
    assert.deepEqual(
      paper.model.paragraphs.map(({ number }) => number),
      ['1', '2', '3', '4', '5', '6', '7'],
    );
    assert.deepEqual(
      paper.model.recommendations.map(({ body, verb }) => [body, verb]),
      ['note', 'decide', 'agree'].map((verb) => ['The Children and Families Overview and Scrutiny Panel', verb]),
    );
    assert.deepEqual(
      paper.model.appendices.map(({ number, title }) => [number, title]),
      [['1', 'Letter about the Monitoring Visit']],
    );
    assert.equal(wordsUnder(paper, 'language/empty-link').length, 1);
    assert.equal(wordsUnder(paper, 'structure/background-papers').length, 1);
    const families = new Set(paper.reports.map(({ rule }) => rule.split('/')[0]));
    assert.deepEqual([...families].sort(), ['language', 'structure']);
  });

  it('supplementary papers: the letter is dated after the agenda, the split sentence is found, the days of notice are enough', async () => {
    const paper = await read('aldersham-supplementary');
    assert.deepEqual(wordsUnder(paper, 'dates/late-paper'), ['6 March 2026']);
    assert.equal(wordsUnder(paper, 'structure/broken-paragraph').length, 1);
    assert.deepEqual(wordsUnder(paper, 'dates/clear-days'), []);
    assert.deepEqual(wordsUnder(paper, 'dates/weekday-mismatch'), []);
    assert.equal(paper.deadlines.find(({ what }) => what.startsWith('Publish the papers'))?.date, '2026-03-02');
  });

  it('minutes: four findings in Roman figures, the cut-off text, the date in figures', async () => {
    const paper = await read('wexcombe-minutes');
    assert.deepEqual(
      paper.model.paragraphs.map(({ number }) => number),
      ['a', 'b', 'c', 'i', 'ii', 'iii', 'iv'],
    );
    assert.equal(polarities(paper, 'improvement'), 4);
    assert.equal(wordsUnder(paper, 'structure/placeholder').length, 1);
    assert.deepEqual(wordsUnder(paper, 'dates/date-style'), ['05/02/2026']);
    assert.deepEqual(wordsUnder(paper, 'structure/count-mismatch'), []);
  });

  it('a report to two bodies: findings by kind, the second 2.3, a request that is none, dotted references, a Greek letter, two deadlines', async () => {
    const paper = await read('brackenfield-board');
    assert.deepEqual([polarities(paper, 'priority'), polarities(paper, 'improvement'), polarities(paper, 'strength')], [1, 2, 2]);
    assert.deepEqual(wordsUnder(paper, 'structure/paragraph-number'), ['2.3']);
    assert.deepEqual(wordsUnder(paper, 'recommendations/no-verb'), ['The Board has this report for its information.']);
    assert.deepEqual(wordsUnder(paper, 'structure/placeholder'), ['FD 7001/26.....', 'LD.5002/26.....']);
    assert.deepEqual(wordsUnder(paper, 'language/confusable-character'), ['\u03A5']);
    assert.deepEqual(wordsUnder(paper, 'structure/missing-section'), []);
    assert.deepEqual(wordsUnder(paper, 'structure/missing-field'), []);
    assert.deepEqual(
      paper.deadlines.filter(({ from }) => from === '2026-02-04').map(({ date }) => date),
      ['2026-03-04', '2026-05-18'],
    );
  });

  it('a report with a plan: findings by kind, actions without owner and date, a target that is no percentage', async () => {
    const paper = await read('thornby-scrutiny');
    assert.deepEqual([polarities(paper, 'strength'), polarities(paper, 'improvement')], [3, 2]);
    assert.deepEqual(
      paper.model.actions.map(({ owner, due }) => [owner, due]),
      [
        [null, null],
        [null, null],
      ],
    );
    assert.equal(wordsUnder(paper, 'actions/missing-owner').length, 1);
    assert.equal(wordsUnder(paper, 'actions/missing-due').length, 1);
    assert.equal(paper.model.measures.length, 2);
    assert.deepEqual(wordsUnder(paper, 'measures/malformed-percentage'), ['9/5%']);
    assert.equal(wordsUnder(paper, 'structure/broken-paragraph').length, 1);
  });
});
