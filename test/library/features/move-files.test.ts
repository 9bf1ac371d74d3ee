import assert from 'node:assert/strict';
import { isTouched, movingOf, pathsAfterMove } from '../../../server/src/language/features/navigation/move-files.ts';
import { factsOf } from '../../../server/src/language/response/facts-of.ts';
import { documentAddress } from '../../../server/src/language/text/document-address.ts';
import { worldOf } from '../harness.ts';

/** The documents as they read once files have moved, as a fixture; those that say the same are left out. */
async function after(source: string, ...moves: readonly (readonly [from: string, to: string])[]): Promise<string> {
  const { service, fixture } = worldOf(source);
  const moving = movingOf(moves.map(([from, to]) => ({ from: documentAddress(`file://${from}`), to: documentAddress(`file://${to}`) })));
  const changed = await Promise.all(
    fixture.files.map(async ({ address, text }) => {
      const view = (await service.read(address))!;
      const edits = pathsAfterMove(view, moving);
      assert.equal(edits.length > 0 && !isTouched(moving)(factsOf(view.model)), false, 'whoever has something to say is asked');
      const now = edits
        .toReversed()
        .reduce((whole, { span, newText }) => whole.slice(0, span.start) + newText + whole.slice(span.end), text);
      return now === text ? [] : [`//- ${decodeURI(address.slice('file://'.length))}\n${now}`];
    }),
  );
  return changed.flat().join('');
}

const report = `//- /n/visit.report.md
---
type: committee-report
responds-to: [visit.letter.md, 'old.letter.md']
---

The [visit.letter.md](visit.letter.md#areas "visit.letter.md, as sent"), [it](<./visit.letter.md>) and [here][l], not [this](https://example.org/visit.letter.md).

[l]: visit.letter.md 'The letter'
`;
const letter = '//- /n/visit.letter.md\n# Letter\n\nSee [the plan](plans/visit.plan.md), [the top](#letter) and ![a map](map.png).\n';

describe('files that get another name or place', () => {
  it('are named by it in headers and links, whatever stands around', async () => {
    assert.equal(
      await after(report + letter, ['/n/visit.letter.md', '/n/Ofsted 2026.letter.md']),
      report
        .replace('[visit.letter.md, ', '[Ofsted 2026.letter.md, ')
        .replace('(visit.letter.md#areas', '(Ofsted%202026.letter.md#areas')
        .replace('<./visit.letter.md>', '<Ofsted%202026.letter.md>')
        .replace('[l]: visit.letter.md', '[l]: Ofsted%202026.letter.md'),
    );
  });

  it('lead from their new place to what they led to', async () => {
    assert.equal(
      await after(letter, ['/n/visit.letter.md', '/n/letters/visit.letter.md']),
      letter.replace('plans/visit', '../plans/visit').replace('map.png', '../map.png'),
    );
    assert.equal(await after(report + letter, ['/n', '/2026/n']), '', 'what moves together says the same');
    assert.equal(await after(report + letter, ['/n/plans', '/n/Pläne']), letter.replace('plans/visit', 'Pläne/visit'));
    assert.equal(
      await after(report.replace('[l]', '[m](visit%2Eletter.md) [l]') + letter, ['/n/visit.letter.md', '/n/été.letter.md']),
      report
        .replace('[l]', '[m](%C3%A9t%C3%A9.letter.md) [l]')
        .replace('[visit.letter.md, ', '[été.letter.md, ')
        .replace('(visit.letter.md#areas', '(été.letter.md#areas')
        .replace('<./visit.letter.md>', '<été.letter.md>')
        .replace('[l]: visit.letter.md', '[l]: été.letter.md'),
    );
  });

  it('stand in quotation marks in a header that would else be read otherwise', async () => {
    const plan = '//- /n/a.plan.md\n---\ntype: action-plan\nresponds-to: visit.letter.md\n---\n# Plan\n';
    assert.equal(
      await after(plan, ['/n/visit.letter.md', '/n/Visit: one.letter.md']),
      plan.replace('responds-to: visit.letter.md', 'responds-to: "Visit: one.letter.md"'),
    );
  });

  it('are left alone where no path leads', async () => {
    const plan = '//- /n/a.plan.md\n---\nresponds-to: visit.letter.md\n---\n# Plan\n';
    const { service, address } = worldOf(plan);
    const moving = movingOf([
      { from: documentAddress('file:///n/visit.letter.md'), to: documentAddress('file://server/share/visit.letter.md') },
    ]);
    assert.deepEqual(pathsAfterMove((await service.read(address))!, moving), []);
  });
});
