import assert from 'node:assert/strict';
import { answersIn, labelsElsewhere } from '../../../server/src/language/render/answers.ts';
import { pageChange, type Page } from '../../../server/src/language/render/page.ts';
import { render } from '../../../server/src/language/render/render.ts';
import type { Snapshot } from '../../../server/src/language/snapshot.ts';
import { span } from '../../../server/src/language/text/span.ts';
import { snapshotOf, worldOf, type World } from '../harness.ts';

const pageOf = ({ model, response }: Snapshot, before: Page | null = null): Page => ({
  rendering: render(model, response ? { elsewhere: labelsElsewhere(response, model.address) } : {}, before?.rendering ?? null),
  council: null,
  answers: response ? answersIn(response, model.address) : new Map(),
});

const edited = async (world: World, text: string, wanted: string, instead: string): Promise<Snapshot> => {
  const at = text.indexOf(wanted);
  world.service.change(world.address, 2, [{ span: span(at, at + wanted.length), newText: instead }]);
  return snapshotOf(world);
};

const words = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;])/g, '')
    .trim();

const report = `---
type: committee-report
title: Focused visit
body: Scrutiny Panel
---

# Focused visit

## Summary

Inspectors came in May.

- one
- two

| Ref | Action |
| --- | --- |
| A1 | Train |

Thank you.
`;

describe('a page that follows its source', () => {
  it('begins with everything, the title once and lists and tables by their items and rows', async () => {
    const { head, from, removed, inserted } = pageChange(null, pageOf(await snapshotOf(worldOf(report))));
    assert.deepEqual([from, removed], [0, 0]);
    assert.equal(head?.title, 'Focused visit');
    assert.match(head.header, /<th scope="row">[^<]+<\/th><td>Scrutiny Panel<\/td>/);
    assert.deepEqual(
      inserted.map(({ html, lines, container, isHead }) => [words(html), lines, container?.tag ?? null, isHead]),
      [
        ['', 6, null, false],
        ['', 2, null, false],
        ['Summary', 2, null, false],
        ['Inspectors came in May.', 2, null, false],
        ['one', 1, 'ul', false],
        ['two', 2, 'ul', false],
        ['Ref Action', 2, 'table', true],
        ['A1 Train', 2, 'table', false],
        ['Thank you.', 1, null, false],
      ],
    );
    assert.equal(inserted[4]!.container!.id, inserted[5]!.container!.id);
    assert.notEqual(inserted[5]!.container!.id, inserted[6]!.container!.id);
  });

  it('changes only where a word was changed', async () => {
    const world = worldOf(report);
    const before = pageOf(await snapshotOf(world));
    const { head, from, removed, inserted } = pageChange(before, pageOf(await edited(world, report, 'in May', 'in June'), before));
    assert.equal(head, null);
    assert.deepEqual([from, removed, inserted.map(({ html }) => words(html))], [3, 1, ['Inspectors came in June.']]);
  });

  it('puts a new row where it stands, and takes one away', async () => {
    const world = worldOf(report);
    const before = pageOf(await snapshotOf(world));
    const added = pageOf(await edited(world, report, '| A1 | Train |\n', '| A1 | Train |\n| A2 | Publish |\n'), before);
    const change = pageChange(before, added);
    assert.equal(change.inserted.length - change.removed, 1);
    assert.ok(change.inserted.some(({ html, container }) => html.includes('Publish') && container?.tag === 'table'));
    const back = pageChange(added, before);
    assert.equal(back.inserted.length - back.removed, -1);
  });

  it('is the same page after any edit, put together from its changes', async () => {
    const world = worldOf(report);
    let page = pageOf(await snapshotOf(world));
    let blocks = [...pageChange(null, page).inserted];
    let text = report;
    for (const [wanted, instead] of [
      ['## Summary', '## Purpose'],
      ['- one\n', ''],
      ['Thank you.', 'Thank you.\n\n1. First\n2. Second\n'],
      ['# Focused', 'Focused'],
      ['Focused visit\n---', 'Monitoring visit\n---'],
    ] as const) {
      const next = pageOf(await edited(world, text, wanted, instead), page);
      text = text.replace(wanted, instead);
      const { from, removed, inserted } = pageChange(page, next);
      blocks.splice(from, removed, ...inserted);
      page = next;
      assert.deepEqual(blocks, pageChange(null, page).inserted, wanted);
    }
  });

  it('shows pictures from beside the document, and those from the web where that is allowed', async () => {
    const { model } = await snapshotOf(
      worldOf('![Chart](chart.png)\n\n![Map](https://maps.example/map.png)\n\n![Old](http://maps.example/old.png)\n'),
    );
    const shown = (remotePictures: boolean): string[] => {
      const { inserted } = pageChange(null, {
        rendering: render(model, { remotePictures }, render(model)),
        council: null,
        answers: new Map(),
      });
      return inserted.flatMap(({ html }) => /src="([^"]*)"/.exec(html)?.[1] ?? []);
    };
    assert.deepEqual(shown(false), ['chart.png']);
    assert.deepEqual(shown(true), ['chart.png', 'https://maps.example/map.png']);
  });

  it('says under a finding which actions answer it, wherever they stand, and only while they do', async () => {
    const letter =
      '//- /visit.letter.md\n---\ntype: inspection-letter\n---\n\n## Areas for improvement\n\n- **F1** Timeliness of visits\n- **F2** Oversight\n';
    const plan = (addresses: string) =>
      `//- /visit.plan.md\n---\ntype: action-plan\nresponds-to: visit.letter.md\n---\n\n## Actions\n\n| Ref | Action | Owner | Due | Status | Addresses |\n| --- | --- | --- | --- | --- | --- |\n| A1 | Publish a standard | AB | 31 July 2026 | Amber | ${addresses} |\n`;
    const answered = pageOf(await snapshotOf(worldOf(letter + plan('F1'))));
    const { inserted } = pageChange(null, answered);
    assert.match(words(inserted.find(({ html }) => html.includes('F1'))!.html), /Answered by A1 ◆ amber, due 31 July 2026\./);
    assert.doesNotMatch(words(inserted.find(({ html }) => html.includes('F2'))!.html), /Answered/);
    assert.match(inserted.find(({ html }) => html.includes('F1'))!.html, /href="file:\/\/\/visit\.plan\.md#action-0"/);
    const otherwise = pageOf(await snapshotOf(worldOf(letter + plan('F2'))));
    const change = pageChange({ ...answered, rendering: otherwise.rendering }, otherwise);
    assert.deepEqual(
      change.inserted.map(({ html }) => /F\d/.exec(words(html))?.[0]),
      ['F1', 'F2'],
    );
  });
});
