import assert from 'node:assert/strict';
import { neverCancelled } from '../../server/src/language/host.ts';
import type { DocumentAddress } from '../../server/src/language/text/document-address.ts';
import { span } from '../../server/src/language/text/span.ts';
import { chance } from '../bench/documents.mjs';
import { findingsOf, memoryHost, reportsOf, snapshotOf, worldOf } from './harness.ts';
import { createLanguageService } from '../../server/src/language/service.ts';

const response = `//- /northmere/visit.letter.md
---
type: inspection-letter
title: Focused visit
---

## Areas for priority action

- **F1** Timeliness of visits to children
- **F2** Management oversight of plans
//- /northmere/visit.plan.md
---
type: action-plan
title: Plan
responds-to: visit.letter.md
---

## Actions

| Ref | Action | Owner | Due | Addresses |
| --- | --- | --- | --- | --- |
| A1 | Publish a visiting standard | Head of Assessment | 31 July 2026 | F1 |
`;

describe('the language service', () => {
  it('reports after edits what it would report of the whole text, however the edits came', async () => {
    const text = `${'# Progress\n\n## Summary\n\nThe OFSTED letter came on 31 June 2026.\n\n'}${Array.from({ length: 12 }, (_, i) => `${i + 1}. Visits were made on ${i + 1} May 2026 by the MASH (see F${i}).\n`).join('\n')}\n## Background papers\n\n- The letter\n`;
    const world = worldOf(text);
    const random = chance(7);
    let current = text;
    for (let version = 2; version < 80; version++) {
      const edits = Array.from({ length: random.between(1, 3) }, () => {
        const start = random.between(0, current.length);
        const edit = {
          span: span(start, Math.min(current.length, start + random.between(0, 4))),
          newText: random.pick([
            '',
            'x',
            '\n',
            '\n\n',
            '## ',
            '| a | b |\n|---|---|\n',
            'F1',
            ' 31 June 2026 ',
            '<!-- inspection-response-disable dates/impossible-date -->\n',
            '- ',
          ]),
        };
        current = current.slice(0, edit.span.start) + edit.newText + current.slice(edit.span.end);
        return edit;
      });
      world.service.change(world.address, version, edits);
      const incremental = await reportsOf(world);
      const fresh = createLanguageService(memoryHost([{ address: world.address, text: current }]));
      fresh.open(world.address, 1, current);
      assert.deepEqual(incremental, await fresh.check(world.address, neverCancelled, { wait: true }), current);
    }
  });

  it('checks a paper that is saved nowhere yet and says what it responds to', async () => {
    const { service } = worldOf('# Elsewhere\n');
    const untitled = 'untitled:Untitled-1' as DocumentAddress;
    service.open(untitled, 1, '---\ntype: committee-report\nresponds-to: visit.letter.md\n---\n\n# Progress\n\n[What has changed]\n');
    assert.ok((await service.check(untitled, neverCancelled, { wait: true })).some(({ rule }) => rule === 'structure/placeholder'));
  });

  describe('at first sight of a long document', () => {
    const long = `---\ntype: committee-report\ntitle: Progress\n---\n\n# Progress\n\nThe letter came on Wednesday, 15 May 2018.\n\n${'The Panel read the plan with care, and asked for more.\n\n'.repeat(2000)}The reply left on Monday, 16 May 2018.\n`;

    it('tells what is wrong at the beginning, and what it tells stands when all is read', async () => {
      const world = worldOf(long);
      const told: unknown[] = [];
      const done = new Promise<void>((resolve) => {
        world.service.onAffected((addresses) => {
          told.push(...addresses);
          resolve();
        });
      });
      const look = await world.service.firstLook(world.address, neverCancelled);
      assert.deepEqual(
        look?.reports.map(({ rule, span: { start, end } }) => [rule, long.slice(start, end)]),
        [['dates/weekday-mismatch', 'Wednesday, 15 May 2018']],
      );
      await done;
      assert.deepEqual(told, [world.address]);
      const all = await world.service.check(world.address, neverCancelled, { wait: true });
      for (const report of look!.reports)
        assert.ok(
          all.some((one) => JSON.stringify(one) === JSON.stringify(report)),
          report.message,
        );
      assert.ok(all.some(({ span: { start, end } }) => long.slice(start, end) === 'Monday, 16 May 2018'));
    });

    it('is content with the whole where that was read, is short, is being edited or has no end of a paragraph', async () => {
      const short = worldOf('# Progress\n\nThe letter came on 31 June 2026.\n');
      assert.equal(await short.service.firstLook(short.address, neverCancelled), null);
      const read = worldOf(long);
      await reportsOf(read);
      assert.equal(await read.service.firstLook(read.address, neverCancelled), null);
      const edited = worldOf(long);
      edited.service.change(edited.address, 2, [{ span: span(0, 0), newText: 'x' }]);
      assert.equal(await edited.service.firstLook(edited.address, neverCancelled), null);
      const endless = worldOf('31 June 2026 '.repeat(10_000));
      assert.equal(await endless.service.firstLook(endless.address, neverCancelled), null);
    });
  });

  it('knows the other documents of the folder, open or not', async () => {
    const world = worldOf(response);
    const { response: facts } = await snapshotOf(world);
    assert.deepEqual(
      facts?.documents.map(({ address, labels }) => [address, labels.map(({ key }) => key)]),
      [
        ['file:///northmere/visit.letter.md', ['F1', 'F2']],
        ['file:///northmere/visit.plan.md', ['A1']],
      ],
    );
  });

  it('tells that a document is affected when another one of its response changes its meaning, and only then', async () => {
    const world = worldOf(response);
    const [letter, plan] = world.fixture.files;
    world.service.open(plan!.address, 1, plan!.text);
    await world.service.check(plan!.address, neverCancelled, { wait: true });
    await world.service.check(letter!.address, neverCancelled, { wait: true });
    const told: string[] = [];
    world.service.onAffected((addresses) => told.push(...addresses));
    const title = letter!.text.indexOf('visits to');
    world.service.change(letter!.address, 2, [{ span: span(0, 0), newText: '' }]);
    await world.service.check(letter!.address, neverCancelled, { wait: true });
    assert.deepEqual(told, []);
    world.service.change(letter!.address, 3, [{ span: span(title, title), newText: 'all ' }]);
    await world.service.check(letter!.address, neverCancelled, { wait: true });
    assert.deepEqual(told, ['file:///northmere/visit.plan.md']);
  });

  it('a circle of documents that respond to each other is read once', async () => {
    const circle =
      '//- /a/one.report.md\n---\ntype: committee-report\nresponds-to: ../b/two.report.md\n---\n//- /b/two.report.md\n---\ntype: committee-report\nresponds-to: ../a/one.report.md\n---\n';
    const world = worldOf(circle);
    assert.equal((await snapshotOf(world)).response?.documents.length, 2);
  });

  it('a report under the cursor waits until the cursor has left, where its rule says so', async () => {
    const world = worldOf('## Summary\n\nThe letter came on 31 June 2026.\n');
    const all = await reportsOf(world);
    assert.ok(all.length > 0);
    world.service.cursor(world.address, null);
    assert.deepEqual(await reportsOf(world), all);
  });

  it('a configuration file that changes is read again', async () => {
    const source =
      '//- /a.report.md\n## Summary\n\nThe letter came on 31 June 2026.\n//- /.inspection-response.json\n{ "rules": { "dates/impossible-date": "off" } }\n';
    assert.deepEqual(await findingsOf(source, 'dates/impossible-date'), []);
    const world = worldOf(source);
    await reportsOf(world);
    const file = world.fixture.files[1]!.address;
    world.host.files.set(file, '{}');
    world.service.filesChanged([file]);
    assert.ok((await reportsOf(world)).some(({ rule }) => rule === 'dates/impossible-date'));
  });

  it('answers for documents that are not open', async () => {
    const world = worldOf('text');
    world.service.close(world.address);
    assert.deepEqual(await reportsOf(world), []);
    assert.equal(await world.service.snapshot(world.address, 'linked', neverCancelled), null);
    world.service.change(world.address, 9, [{ span: span(0, 4), newText: '' }]);
  });
});

describe('a long document', () => {
  it('is read in slices: other questions are answered meanwhile, and edits made meanwhile are in', async function () {
    const long = `# Progress\n\n${Array.from({ length: 1500 }, (_, i) => `${i + 1}. Visits of the ${i}th week were made in time, as the letter asks.\n`).join('\n')}`;
    const world = worldOf(`//- /long.report.md\n${long}//- /short.report.md\n# Visits\n\nThe OFSTED letter came.\n`);
    const short = world.fixture.files[1]!;
    const order: string[] = [];
    const reading = reportsOf(world).then((reports) => {
      order.push('long');
      return reports;
    });
    world.service.open(short.address, 1, short.text);
    await world.service.snapshot(short.address, 'modelled', neverCancelled).then(() => order.push('short'));
    assert.deepEqual(order, ['short']);
    world.service.change(world.address, 2, [{ span: span(2, 2), newText: 'OFSTED ' }]);
    await reading.catch((error: unknown) => assert.equal((error as Error).name, 'Cancelled'));
    assert.ok((await reportsOf(world)).some(({ rule, span: { start } }) => rule === 'inspectorate/official-name' && start === 2));
  });
});
