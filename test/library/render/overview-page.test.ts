import assert from 'node:assert/strict';
import { overviewPage } from '../../../server/src/language/render/overview/overview-page.ts';
import { overviewOf } from '../../../server/src/language/response/overview.ts';
import { english } from '../../../server/src/language/words.ts';
import { snapshotOf, worldOf } from '../harness.ts';
import { elementsIn } from './elements.ts';

const pageOf = async (source: string): Promise<string> => {
  const { response } = await snapshotOf(worldOf(source));
  return overviewPage({
    overview: overviewOf(response!.documents, '2026-06-15'),
    words: english,
    linkTo: (address, offset) => `${address}#at-${offset}`,
  });
};
const source = `//- /n/visit.plan.md
---
type: action-plan
status-scale: rag
---
# Plan for the visit

## Actions

| Ref | Addresses | Action | Owner | Due | Original due | Status |
| --- | --- | --- | --- | --- | --- | --- |
| A1 | F1 | Review <b>all</b> plans | Head of Assessment | 1 May 2026 | 1 March 2026 | amber |
| A2 | F2 | Visit on time | Head of Assessment | ongoing | | complete |

## Measures

| Ref | Measure | Baseline | Target | Actual | By |
|---|---|---|---|---|---|
| M1 | Plans judged good | 40% | 80% | 120% | 1 July 2026 |
| M2 | What children say | mixed | better | better | 1 July 2026 |
| M3 | Waiting | 0 | 0 | 0 | 1 July 2026 |
//- /n/visit.letter.md
## Areas for improvement

- **F1** The quality of plans
- **F2** The timeliness of visits
- **F3** The number of visits
`;
const picturesIn = (html: string): readonly string[] =>
  [...html.matchAll(/<svg.*?<title[^>]*>(.*?)<\/title><desc[^>]*>(.*?)<\/desc>/g)].map(([, title, words]) => `${title}: ${words}`);

describe('the page of an overview', () => {
  it('says in words what each of its pictures shows', async () => {
    assert.deepEqual(picturesIn(await pageOf(source)), [
      'Actions by status, as one bar: amber: 1; complete: 1',
      'Actions by the month in which they are due: May 2026: Overdue: 1',
      'Findings, a square for each: Area for improvement: not answered by any action: 1, answered by actions: 1, answered, by complete actions only: 1',
      'Baseline, actual figure and target: baseline 40%, actual 120%, target 80%',
      'Baseline, actual figure and target: baseline 0, actual 0, target 0',
    ]);
  });

  it('has the same beside them as lists and tables, each thing leading to its place', async () => {
    const html = await pageOf(source);
    assert.match(
      html,
      /<a href="file:\/\/\/n\/visit\.plan\.md#at-\d+"><strong>A1<\/strong> Review all plans<\/a>, Head of Assessment, due 1 May 2026 \(at first 1 March 2026\)/,
    );
    assert.match(html, /<a href="file:\/\/\/n\/visit\.letter\.md#at-\d+"><strong>F3<\/strong>/);
    assert.match(html, /to be judged by its words/);
    assert.match(html, /<dt>Findings answered<\/dt><dd>2 of 3<\/dd>/);
  });

  it('says of a measure without a label which action it belongs to', async () => {
    const html = await pageOf(
      '//- /n/visit.plan.md\n---\ntype: action-plan\n---\n\n## Actions\n\n| Ref | Action | Owner | Measure |\n|---|---|---|---|\n| A1 | Train | Head | Trained, from 10% to 90% by 1 May 2026 |\n',
    );
    assert.match(html, /<th scope="row">A1: <a href="[^"]*">Trained, from 10% to 90% by 1 May 2026<\/a><\/th>/);
  });

  it('draws nothing outside its pictures, and no number that is none', async () => {
    const html = await pageOf(source);
    assert.doesNotMatch(html, /NaN|Infinity|undefined/);
    for (const { name, attributes } of elementsIn(html))
      if (name === 'rect')
        assert.ok(
          Number(attributes['x']) >= 0 && Number(attributes['width']) > 0 && Number(attributes['x']) + Number(attributes['width']) <= 480,
        );
  });

  it('has identifiers that are there once, and every picture refers to its words', async () => {
    const all = elementsIn(await pageOf(source));
    const ids = all.flatMap(({ attributes }) => attributes['id'] ?? []);
    assert.equal(new Set(ids).size, ids.length);
    for (const { attributes } of all) for (const id of attributes['aria-labelledby']?.split(' ') ?? []) assert.ok(ids.includes(id), id);
  });

  it('says so where there is nothing', async () => {
    const html = await pageOf('//- /n/visit.letter.md\n# Letter\n\n## Strengths\n\nAll is well.\n');
    assert.deepEqual(picturesIn(html), []);
    for (const words of [
      'There are no actions in these papers.',
      'There are no findings in these papers.',
      'There are no measures in these papers.',
    ])
      assert.ok(html.includes(words));
  });

  it('stays within its width with 500 actions in a month', async function () {
    const rows = Array.from(
      { length: 500 },
      (_, i) => `| A${i + 1} | | Review number ${i} | Head | ${(i % 28) + 1} May 2026 | ${['amber', 'green', 'complete'][i % 3]} |`,
    ).join('\n');
    const html = await pageOf(
      `//- /n/visit.plan.md\n---\ntype: action-plan\nstatus-scale: rag\n---\n## Actions\n\n| Ref | Addresses | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- | --- |\n${rows}\n`,
    );
    for (const [, x, width] of html.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g))
      assert.ok(Number(x) + Number(width) <= 480);
  });
});
