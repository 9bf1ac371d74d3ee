import assert from 'node:assert/strict';
import fc from 'fast-check';
import { neverCancelled } from '../../../server/src/language/host.ts';
import { createLanguageService, type LanguageService } from '../../../server/src/language/service.ts';
import { documentAddress, type DocumentAddress } from '../../../server/src/language/text/document-address.ts';
import { memoryHost, parseFixture, type MemoryHost } from '../harness.ts';

const at = (path: string): DocumentAddress => documentAddress(`file:///${path}`);

const letter = (path: string, about = 'Timeliness of visits'): string =>
  `//- /${path}\n# Letter\n\n## Areas for improvement\n\n- **F1** ${about}\n- **F2** Oversight of plans\n`;

/** A plan with an action that addresses some findings. */
const plan = (path: string, respondsTo: string, addresses: string, action = 'Publish a visiting standard'): string =>
  `//- /${path}\n---\ntype: action-plan\n${respondsTo === '' ? '' : `responds-to: ${respondsTo}\n`}---\n\n# Plan\n\n## Actions\n\n| Ref | Action | Owner | Due | Addresses |\n| --- | --- | --- | --- | --- |\n| A1 | ${action} | Head of Assessment | 31 July 2026 | ${addresses} |\n`;

interface Papers {
  readonly host: MemoryHost;
  readonly service: LanguageService;
  /** The documents that one is seen with, by their paths. */
  seenFrom(path: string): Promise<string[]>;
  open(path: string): void;
  /** Words of the reports of a rule in an open document. */
  reports(path: string, rule: string): Promise<string[]>;
}

async function papersOf(...papers: readonly string[]): Promise<Papers> {
  const host = memoryHost(parseFixture(papers.join('')).files);
  const service = createLanguageService(host);
  service.workspace.setFolders(['file:///']);
  await service.workspace.complete(neverCancelled);
  const open = (path: string): void => {
    if (!service.isOpen(at(path))) service.open(at(path), 1, host.files.get(at(path))!);
  };
  return {
    host,
    service,
    open,
    async seenFrom(path) {
      open(path);
      const snapshot = await service.snapshot(at(path), 'linked', neverCancelled);
      return snapshot!.response!.documents.map(({ address }) => address.slice('file:///'.length)).sort();
    },
    async reports(path, rule) {
      open(path);
      return (await service.check(at(path), neverCancelled, { wait: true }))
        .filter((report) => report.rule === rule)
        .map(({ message }) => message);
    },
  };
}

const unanswered = 'trace/finding-without-action';
const said = (label: string): string =>
  `No action in this response addresses ${label}. Add one, or name ${label} in an action that answers it.`;

describe('a response', () => {
  it('is the same from the letter, from a plan in another folder and from a report on that plan', async () => {
    const all = ['letters/visit.letter.md', 'plans/visit.plan.md', 'reports/visit.report.md'];
    for (const path of all) {
      const papers = await papersOf(
        letter(all[0]!),
        plan(all[1]!, '../letters/visit.letter.md', 'F1'),
        `//- /${all[2]}\n---\nresponds-to: ../plans/visit.plan.md\n---\n\n# Report\n`,
      );
      assert.deepEqual(await papers.seenFrom(path), all);
    }
  });

  it('is the same from each of its documents, however they respond to each other', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 8 }), async (ties) => {
        const path = (one: number): string => `${one}/paper.plan.md`;
        const papers = [0, 1, 2, 3, 4, 5].map((one) =>
          plan(
            path(one),
            `[${ties
              .filter(([from]) => from === one)
              .map(([, to]) => `../${path(to)}`)
              .join(', ')}]`,
            '',
          ),
        );
        const views = new Map<string, string[]>();
        const world = await papersOf(...papers);
        for (const one of [0, 1, 2, 3, 4, 5]) views.set(path(one), await world.seenFrom(path(one)));
        for (const [from, seen] of views)
          for (const other of seen) assert.deepEqual(views.get(other), seen, `${other} sees what ${from} does`);
        for (const [from, to] of ties) assert.ok(views.get(path(from))!.includes(path(to)));
      }),
      { numRuns: 30 },
    ));

  it('has no papers of another inspection with the same labels, though plans and letters share their folders', async () => {
    const papers = await papersOf(
      letter('letters/one.letter.md'),
      letter('letters/two.letter.md', 'Return home interviews'),
      plan('plans/one.plan.md', '../letters/one.letter.md', 'F1, F2'),
      plan('plans/two.plan.md', '../letters/two.letter.md', 'F1', 'Call every family'),
    );
    assert.deepEqual(await papers.seenFrom('letters/one.letter.md'), [
      'letters/one.letter.md',
      'letters/two.letter.md',
      'plans/one.plan.md',
    ]);
    assert.deepEqual(await papers.seenFrom('letters/two.letter.md'), [
      'letters/one.letter.md',
      'letters/two.letter.md',
      'plans/two.plan.md',
    ]);
    assert.deepEqual(
      await papers.reports('letters/two.letter.md', unanswered),
      [said('F2')],
      'the other plan’s actions are about the other letter’s findings',
    );
    assert.deepEqual(await papers.reports('plans/one.plan.md', 'actions/duplicate-label'), []);
    assert.deepEqual(await papers.reports('plans/one.plan.md', 'trace/finding-misquoted'), []);
  });

  it('has both letters where a plan answers both, and takes the words of neither for the other’s', async () => {
    const joint =
      '//- /board/joint.plan.md\n---\ntype: action-plan\nresponds-to: [../one/a.letter.md, ../two/b.letter.md]\n---\n\n# Plan\n\n## Areas for improvement\n\n- **F1** Return home interviews\n\n## Actions\n\n- **A1** Do it\n  - Addresses: F1\n';
    const papers = await papersOf(
      letter('one/a.letter.md'),
      letter('two/b.letter.md', 'Return home interviews'),
      plan('two/b.plan.md', 'b.letter.md', 'F2'),
      joint,
    );
    assert.deepEqual(await papers.seenFrom('board/joint.plan.md'), [
      'board/joint.plan.md',
      'one/a.letter.md',
      'two/b.letter.md',
      'two/b.plan.md',
    ]);
    assert.deepEqual(
      await papers.seenFrom('one/a.letter.md'),
      ['board/joint.plan.md', 'one/a.letter.md', 'two/b.letter.md'],
      'not the other inspection’s own plan',
    );
    assert.deepEqual(await papers.reports('board/joint.plan.md', 'trace/finding-misquoted'), []);
  });

  it('has papers of its folder that say only in their header what they are', async () => {
    const papers = await papersOf(letter('one/visit.letter.md'), plan('one/our plan.md', '', 'F1, F2'));
    assert.deepEqual(await papers.reports('one/visit.letter.md', unanswered), []);
    assert.deepEqual(await papers.seenFrom('one/visit.letter.md'), ['one/our%20plan.md', 'one/visit.letter.md']);
  });

  it('ends where documents respond to each other in a circle, or to themselves', async () => {
    const papers = await papersOf(plan('a/a.plan.md', '../b/b.plan.md', ''), plan('b/b.plan.md', '[../a/a.plan.md, b.plan.md]', ''));
    assert.deepEqual(await papers.seenFrom('a/a.plan.md'), ['a/a.plan.md', 'b/b.plan.md']);
  });
});

describe('a letter with its plan in another folder', () => {
  const one = 'letters/visit.letter.md';
  const other = 'plans/visit.plan.md';
  const opened = async (...paths: readonly string[]) => {
    const papers = await papersOf(letter(one), plan(other, '../letters/visit.letter.md', 'F1'), letter('elsewhere/x.letter.md'));
    for (const path of paths) papers.open(path);
    for (const path of paths) await papers.reports(path, unanswered);
    const affected: string[] = [];
    papers.service.onAffected((addresses) => affected.push(...addresses.map((address) => address.slice('file:///'.length))));
    return { ...papers, affected };
  };
  it('is checked against it, and again when it changes on the disk', async () => {
    const papers = await opened(one);
    assert.deepEqual(await papers.reports(one, unanswered), [said('F2')]);
    const text = papers.host.files.get(at(other))!;
    papers.host.files.set(at(other), text.replace('| F1 |', '| F2 |'));
    papers.service.filesChanged([at(other)]);
    assert.deepEqual(await papers.reports(one, unanswered), [said('F1')], 'as soon as it is known that it changed');
    await papers.service.workspace.complete(neverCancelled);
    papers.affected.length = 0;
    papers.host.files.set(at(other), text.replace('responds-to: ../letters/visit.letter.md\n', ''));
    papers.service.filesChanged([at(other)]);
    await papers.service.workspace.complete(neverCancelled);
    assert.deepEqual(
      await papers.reports(one, unanswered),
      [],
      'a plan that no longer responds to it: whether there is one cannot be told',
    );
    papers.host.files.set(at(other), text);
    papers.service.filesChanged([at(other)]);
    await papers.service.workspace.complete(neverCancelled);
    assert.ok(papers.affected.includes(one));
    assert.deepEqual(await papers.reports(one, unanswered), [said('F2')]);
  });

  it('is looked at again after a keystroke in the plan that changes what it means, and nothing else is', async () => {
    const papers = await opened(one, other, 'elsewhere/x.letter.md');
    let version = 1;
    const type = async (piece: string, text: string): Promise<void> => {
      papers.affected.length = 0;
      const start = papers.host.files.get(at(other))!.indexOf(piece) + piece.length;
      papers.service.change(at(other), ++version, [{ span: { start, end: start }, newText: text }]);
      await papers.reports(other, unanswered);
    };
    const before = papers.service.cost.gathered;
    let told = 0;
    papers.service.workspace.onResponsesChanged(() => {
      told++;
    });
    await type('# Plan\n', '\nThe board agreed it.\n');
    assert.deepEqual(papers.affected, []);
    assert.equal(papers.service.cost.gathered, before);
    assert.equal(told, 0, 'no tree is drawn anew');
    await type('| A1', '7');
    assert.equal(told, 1);
    assert.deepEqual(papers.affected, [one]);
    await papers.reports(one, unanswered);
    await papers.reports('elsewhere/x.letter.md', unanswered);
    assert.equal(papers.service.cost.gathered - before, 2, 'the plan’s and the letter’s');
    await type('responds-to:', ' ../elsewhere/x.letter.md #');
    assert.deepEqual(papers.affected.toSorted(), ['elsewhere/x.letter.md', one], 'the letter that it leaves, and the one that it comes to');
    assert.deepEqual(await papers.seenFrom(one), [one]);
    assert.deepEqual(await papers.seenFrom('elsewhere/x.letter.md'), ['elsewhere/x.letter.md', other]);
  });

  it('is told of findings without an action only when every paper of the workspace is known', async () => {
    const host = memoryHost(
      parseFixture([letter(one), plan(other, '../letters/visit.letter.md', 'F2'), plan('letters/draft.plan.md', '', 'F1')].join('')).files,
    );
    const service = createLanguageService(host);
    service.workspace.expectFolders(false);
    service.open(at(one), 1, host.files.get(at(one))!);
    const reports = async (): Promise<number> =>
      (await service.check(at(one), neverCancelled)).filter(({ rule }) => rule === unanswered).length;
    assert.equal(await reports(), 0);
    const affected: DocumentAddress[] = [];
    service.onAffected((addresses) => affected.push(...addresses));
    service.workspace.setFolders(['file:///']);
    await service.workspace.complete(neverCancelled);
    assert.deepEqual(affected, [at(one)]);
    assert.equal(await reports(), 0, 'the plan in the other folder answers F2');
  });
});
