import assert from 'node:assert/strict';
import { Cancelled, neverCancelled, type Keeping, type KeptPiece } from '../../../server/src/language/host.ts';
import { likenessTo, symbolsOf } from '../../../server/src/language/features/outline/workspace-symbol.ts';
import type { DocumentFacts } from '../../../server/src/language/response/facts.ts';
import { createLanguageService, type LanguageService } from '../../../server/src/language/service.ts';
import { documentAddress, type DocumentAddress } from '../../../server/src/language/text/document-address.ts';
import { memoryHost, parseFixture, type MemoryHost } from '../harness.ts';

const papers = `//- /papers/northmere/visit.letter.md
---
type: inspection-letter
---

# Focused visit

## Areas for improvement

- **F1** Timeliness of visits
- **F2** Oversight of plans
//- /papers/northmere/visit.plan.md
---
type: action-plan
responds-to: visit.letter.md
---

# Plan

## Actions

| Ref | Action | Owner | Due | Addresses |
| --- | --- | --- | --- | --- |
| A1 | Publish a visiting standard | Head of Assessment | 31 July 2026 | F1 |
//- /papers/wexcombe/visit.letter.md
---
type: inspection-letter
---

# Another visit

## Areas for improvement

- **F1** Return home interviews
//- /papers/wexcombe/notes.md
---
type: minutes
---

# Notes

F1 was discussed.
//- /papers/README.md
# No document of ours: F1
//- /papers/node_modules/x/y.report.md
# Not ours
//- /papers/.git/z.report.md
# Not ours
`;

interface Papers {
  readonly host: MemoryHost;
  readonly service: LanguageService;
}

interface KeepingInMemory extends Keeping {
  readonly pieces: Map<string, KeptPiece[]>;
  /** How many bodies were asked for: most are not needed. */
  readonly bodiesRead: () => number;
}

/** What a run of the program leaves to the next one. */
function keepingInMemory(build = 'one'): KeepingInMemory {
  const pieces = new Map<string, KeptPiece[]>();
  let bodies = 0;
  return {
    build,
    pieces,
    bodiesRead: () => bodies,
    async *read(name) {
      for (const { head, body } of pieces.get(name) ?? []) {
        yield {
          head,
          body: () => {
            bodies++;
            return body();
          },
        };
      }
    },
    async write(name, given) {
      const all: KeptPiece[] = [];
      for await (const { head, body } of given) {
        const text = body();
        all.push({ head, body: () => text });
      }
      pieces.set(name, all);
    },
    clear: async () => {
      pieces.clear();
    },
  };
}

function papersOf(source = papers, change: (host: MemoryHost) => Partial<MemoryHost> = () => ({})): Papers {
  const plain = memoryHost(parseFixture(source).files);
  const host = { ...plain, ...change(plain) };
  return { host, service: createLanguageService(host) };
}

const at = (path: string): DocumentAddress => documentAddress(`file://${path}`);

async function read({ service }: Papers, folders = ['file:///papers/']): Promise<string[]> {
  service.workspace.setFolders(folders);
  return known(service);
}

async function known(service: LanguageService): Promise<string[]> {
  await service.workspace.complete(neverCancelled);
  return (await service.workspace.summaries()).map(({ address }) => address.replace('file://', '')).sort();
}

async function documentsOf({ workspace }: LanguageService): Promise<DocumentFacts[]> {
  const all: DocumentFacts[] = [];
  for await (const facts of workspace.documents()) all.push(facts);
  return all;
}

/** The documents that define or name a label. */
const mentioning = async (service: LanguageService, key: string): Promise<DocumentFacts[]> =>
  (await documentsOf(service)).filter(({ labels, references }) => [...labels, ...references].some((label) => label.key === key));

const ours = [
  '/papers/northmere/visit.letter.md',
  '/papers/northmere/visit.plan.md',
  '/papers/wexcombe/notes.md',
  '/papers/wexcombe/visit.letter.md',
];
const documentsRead = ({ reads }: MemoryHost): string[] =>
  reads.filter((address) => address.endsWith('.md')).map((address) => address.replace('file://', ''));

describe('the documents of the workspace', () => {
  it('are all read, each once, without folders of programs and Markdown that is none of ours', async () => {
    const world = papersOf();
    assert.deepEqual(await read(world), ours);
    assert.deepEqual(documentsRead(world.host).sort(), ['/papers/README.md', ...ours]);
    world.service.open(at('/papers/northmere/visit.plan.md'), 1, world.host.files.get(at('/papers/northmere/visit.plan.md'))!);
    await world.service.check(at('/papers/northmere/visit.plan.md'), neverCancelled, { wait: true });
    assert.equal(documentsRead(world.host).length, 5, 'the response of an open document is the same store');
  });

  it('are those of several folders, and of those that are left', async () => {
    const world = papersOf();
    assert.deepEqual(await read(world, ['file:///papers/northmere/', 'file:///papers/wexcombe/', 'file:///papers/']), ours);
    assert.deepEqual(await read(world, ['file:///papers/wexcombe/']), ours.slice(2));
    assert.deepEqual(await read(world, []), []);
  });

  it('are not those that the configuration leaves out, from when it says so', async () => {
    const world = papersOf();
    await read(world);
    world.host.files.set(at('/papers/.inspection-response.json'), '{ "exclude": ["wexcombe"] }');
    world.service.filesChanged([at('/papers/.inspection-response.json')]);
    assert.deepEqual(await known(world.service), ours.slice(0, 2));
  });

  it('are, where they are open, what the editor has: unsaved text, and documents without a file', async () => {
    const world = papersOf();
    world.service.open(at('/papers/northmere/visit.letter.md'), 1, '# Letter\n\n## Areas for improvement\n\n- **F9** New\n');
    world.service.open('untitled:Untitled-1' as DocumentAddress, 1, '---\ntype: minutes\n---\n\nF9\n');
    await read(world);
    assert.ok(!documentsRead(world.host).includes('/papers/northmere/visit.letter.md'), 'its file is not read');
    assert.deepEqual(
      (await mentioning(world.service, 'F9')).map(({ address }) => address),
      [at('/papers/northmere/visit.letter.md'), 'untitled:Untitled-1'],
    );
    world.service.close(at('/papers/northmere/visit.letter.md'));
    world.service.close('untitled:Untitled-1' as DocumentAddress);
    assert.deepEqual(await known(world.service), ours);
    assert.deepEqual(await mentioning(world.service, 'F9'), []);
  });

  it('are found by a label, response by response where two use the same', async () => {
    const world = papersOf();
    await read(world);
    assert.equal((await mentioning(world.service, 'F1')).length, 4);
    assert.deepEqual(
      (await world.service.workspace.responses()).map((documents) => documents.length),
      [2, 2],
    );
    world.service.open(at('/papers/northmere/visit.plan.md'), 1, world.host.files.get(at('/papers/northmere/visit.plan.md'))!);
    const snapshot = await world.service.snapshot(at('/papers/northmere/visit.plan.md'), 'linked', neverCancelled);
    assert.equal(snapshot?.response?.documents.length, 2, 'the other F1 is another finding');
  });

  it('give up where nobody waits', async () => {
    const world = papersOf();
    world.service.workspace.setFolders(['file:///papers/']);
    await assert.rejects(world.service.workspace.complete({ isCancellationRequested: true }), Cancelled);
  });
});

describe('documents that come, go and move', () => {
  it('are read again when they change, and nothing else is', async () => {
    const world = papersOf();
    await read(world);
    world.host.reads.length = 0;
    world.host.files.set(at('/papers/wexcombe/notes.md'), '---\ntype: minutes\n---\n\nF7\n');
    world.service.filesChanged([at('/papers/wexcombe/notes.md')]);
    await known(world.service);
    assert.deepEqual(documentsRead(world.host), ['/papers/wexcombe/notes.md']);
    assert.equal((await mentioning(world.service, 'F7')).length, 1);
  });

  it('move with their folder', async () => {
    const world = papersOf();
    await read(world);
    for (const name of ['notes.md', 'visit.letter.md']) {
      world.host.files.set(at(`/papers/closed/${name}`), world.host.files.get(at(`/papers/wexcombe/${name}`))!);
      world.host.files.delete(at(`/papers/wexcombe/${name}`));
    }
    world.service.filesChanged([at('/papers/wexcombe'), at('/papers/closed')]);
    assert.deepEqual(await known(world.service), ['/papers/closed/notes.md', '/papers/closed/visit.letter.md', ...ours.slice(0, 2)]);
  });

  it('are gone where one is deleted while it is renamed', async () => {
    const world = papersOf();
    await read(world);
    world.host.files.delete(at('/papers/wexcombe/notes.md'));
    world.service.filesChanged([at('/papers/wexcombe/notes.md'), at('/papers/wexcombe/new.minutes.md')]);
    assert.deepEqual(await known(world.service), [...ours.slice(0, 2), ours[3]]);
    assert.deepEqual(world.host.logged, []);
  });

  it('are what they are at the end where one changes while it is read', async () => {
    let release = (): void => {};
    const blocked = new Promise<void>((resolve) => {
      release = resolve;
    });
    const notes = at('/papers/wexcombe/notes.md');
    const world = papersOf(papers, (host) => ({
      read: async (address) => {
        const text = await host.read(address);
        if (address === notes && text?.includes('F1')) await blocked;
        return text;
      },
    }));
    world.service.workspace.setFolders(['file:///papers/']);
    while (!world.host.reads.includes(notes)) await world.host.pause();
    world.host.files.set(notes, '---\ntype: minutes\n---\n\nF8\n');
    world.service.filesChanged([notes]);
    release();
    await known(world.service);
    assert.deepEqual(
      (await mentioning(world.service, 'F8')).map(({ address }) => address),
      [notes],
    );
    assert.ok(!(await mentioning(world.service, 'F1')).some(({ address }) => address === notes));
  });
});

describe('bad workspaces', () => {
  it('with documents that respond to each other in a circle are read once each', async () => {
    const circle = ['a', 'b', 'c']
      .map(
        (name, i, all) =>
          `//- /papers/${name}/${name}.plan.md\n---\ntype: action-plan\nresponds-to: ../${all[(i + 1) % 3]}/${all[(i + 1) % 3]}.plan.md\n---\n`,
      )
      .join('');
    const world = papersOf(circle);
    assert.equal((await read(world)).length, 3);
    assert.equal(documentsRead(world.host).length, 3);
    assert.deepEqual(
      (await world.service.workspace.responses()).map((documents) => documents.length),
      [3],
    );
  });

  it('with a label defined in three files have it in each', async () => {
    const world = papersOf(
      ['a', 'b', 'c'].map((name) => `//- /papers/${name}.letter.md\n# ${name}\n\n## Areas for improvement\n\n- **F1** Visits\n`).join(''),
    );
    await read(world);
    assert.equal((await mentioning(world.service, 'F1')).flatMap(({ labels }) => labels).length, 3);
  });

  it('with links in a circle come to an end', async () => {
    const world = papersOf(papers, (host) => ({
      entries: async (folder) => [
        ...((await host.entries(folder)) ?? []),
        ...['self', 'above', 'other'].map((name) => ({
          address: documentAddress(`${folder}${name}`),
          kind: 'folder' as const,
          linksTo: name === 'self' ? 'file:///papers/northmere' : name === 'above' ? 'file:///' : 'file:///elsewhere',
          stamp: null,
        })),
      ],
    }));
    assert.deepEqual(await read(world), ours);
  });

  it('with a folder that cannot be read have the others', async () => {
    const world = papersOf(papers, (host) => ({ entries: async (folder) => (folder.includes('wexcombe') ? null : host.entries(folder)) }));
    assert.deepEqual(await read(world), ours.slice(0, 2));
  });
});

describe('what is kept from one start to the next', () => {
  const second = async (
    kept: Keeping,
    change: (host: MemoryHost) => void = () => {},
    more: (host: MemoryHost) => Partial<MemoryHost> = () => ({}),
  ) => {
    const world = papersOf(papers, (host) => ({ kept, ...more(host) }));
    change(world.host);
    const found = await read(world);
    return { world, found, read: documentsRead(world.host), facts: async () => documentsOf(world.service) };
  };
  const first = async () => {
    const kept = keepingInMemory();
    const { world, facts } = await second(kept);
    await world.service.workspace.keep();
    return { kept, facts: await facts() };
  };

  it('is all that is needed where nothing changed, and says the same', async () => {
    const { kept, facts } = await first();
    const again = await second(kept);
    assert.deepEqual(again.read, []);
    assert.equal(kept.bodiesRead(), 0, 'nothing is understood before somebody asks');
    assert.deepEqual(
      (await again.world.service.workspace.responses()).map((documents) => documents.map(({ address }) => address)),
      [
        [facts[0]!.address, facts[1]!.address],
        [facts[2]!.address, facts[3]!.address],
      ],
    );
    assert.equal(kept.bodiesRead(), 0, 'what makes up responses is known beforehand');
    const response = await again.world.service.workspace.responseOf(at('/papers/northmere/visit.plan.md'), neverCancelled);
    assert.deepEqual(response, facts.slice(0, 2));
    assert.equal(kept.bodiesRead(), 2, 'of all documents, those of the response that is asked for');
    assert.deepEqual(again.read, []);
    assert.deepEqual(await again.facts(), facts);
    assert.deepEqual(await again.facts(), facts);
    assert.equal(kept.bodiesRead(), ours.length, 'each is understood once');
  });

  it('is compared with the content where a file was only touched', async () => {
    const { kept, facts } = await first();
    const again = await second(
      kept,
      () => {},
      (host) => ({ entries: async (folder) => (await host.entries(folder))?.map((entry) => ({ ...entry, stamp: null })) ?? null }),
    );
    assert.equal(again.read.length, 5);
    assert.deepEqual(await again.facts(), facts);
  });

  it('does not hold for what changed, whatever else is as it was', async () => {
    const { kept } = await first();
    const again = await second(kept, (host) => {
      host.files.set(at('/papers/wexcombe/notes.md'), '---\ntype: minutes\n---\n\nF5\n');
    });
    assert.deepEqual(again.read, ['/papers/wexcombe/notes.md']);
    assert.equal((await mentioning(again.world.service, 'F5')).length, 1);
  });

  it('holds for what stayed where a file was moved meanwhile, which is read where it now is', async () => {
    const { kept } = await first();
    const again = await second(kept, (host) => {
      host.files.set(at('/papers/northmere/notes.md'), host.files.get(at('/papers/wexcombe/notes.md'))!);
      host.files.delete(at('/papers/wexcombe/notes.md'));
    });
    assert.deepEqual(again.read, ['/papers/northmere/notes.md']);
    assert.deepEqual(again.found, ['/papers/northmere/notes.md', ...ours.slice(0, 2), ours[3]]);
  });

  it('does not hold under another configuration or for another build', async () => {
    const { kept } = await first();
    assert.equal(
      (
        await second(kept, (host) => {
          host.files.set(at('/papers/.inspection-response.json'), '{ "houseStyle": "sefton" }');
        })
      ).read.length,
      5,
    );
    assert.equal((await second({ ...kept, build: 'two' })).read.length, 5);
  });

  it('is read anew where pieces of it are gone, and all of it where nobody knows who wrote it', async () => {
    const { kept } = await first();
    const [name, pieces] = [...kept.pieces][0]!;
    kept.pieces.set(
      name,
      pieces.filter((_, i) => i !== 2 && i !== 4),
    );
    assert.equal((await second(kept)).read.length, 2);
    kept.pieces.set(name, pieces.slice(1));
    assert.equal((await second(kept)).read.length, 5);
  });

  it('is written again where a file changed, without understanding what did not', async () => {
    const { kept } = await first();
    const change = (host: MemoryHost): void => {
      host.files.set(at('/papers/wexcombe/notes.md'), '---\ntype: minutes\n---\n\nF5\n');
    };
    const again = await second(kept, change);
    await again.world.service.workspace.keep();
    const third = await second(kept, change);
    assert.deepEqual(third.read, []);
    assert.deepEqual(await third.facts(), await again.facts());
  });

  it('of a share that is away stays until the share is back', async () => {
    const { kept } = await first();
    const away = await second(
      kept,
      () => {},
      (host) => ({ entries: async (folder) => (folder.includes('wexcombe') ? null : host.entries(folder)) }),
    );
    assert.deepEqual(away.found, ours.slice(0, 2));
    away.world.service.filesChanged([at('/papers/README.md')]);
    await known(away.world.service);
    await away.world.service.workspace.keep();
    // What changed while the program ran is compared once.
    assert.deepEqual((await second(kept)).read, ['/papers/README.md']);
  });

  it('is nothing where the officer does not want it, and what there was is deleted', async () => {
    const { kept } = await first();
    const world = papersOf(papers, () => ({ kept }));
    world.service.workspace.setKeeping(false);
    await read(world);
    await world.service.workspace.keep();
    assert.equal(kept.pieces.size, 0);
    assert.equal(documentsRead(world.host).length, 5);
  });
});

describe('a keystroke', () => {
  const letter = at('/papers/northmere/visit.letter.md');
  const plan = at('/papers/northmere/visit.plan.md');
  const other = at('/papers/wexcombe/visit.letter.md');
  const opened = async () => {
    const world = papersOf();
    await read(world);
    for (const address of [letter, plan, other]) world.service.open(address, 1, world.host.files.get(address)!);
    for (const address of [letter, plan, other]) await world.service.check(address, neverCancelled, { wait: true });
    const affected: DocumentAddress[] = [];
    world.service.onAffected((addresses) => affected.push(...addresses));
    const before = { ...world.service.cost, reads: world.service.cost.reads, gathered: world.service.cost.gathered };
    let version = 1;
    const type = async (piece: string, text: string): Promise<{ affected: DocumentAddress[]; reads: number; gathered: number }> => {
      affected.length = 0;
      const start = world.host.files.get(letter)!.indexOf(piece) + piece.length;
      world.service.change(letter, ++version, [{ span: { start, end: start }, newText: text }]);
      for (const address of [letter, plan, other]) await world.service.check(address, neverCancelled, { wait: true });
      return {
        affected: [...affected],
        reads: world.service.cost.reads - before.reads,
        gathered: world.service.cost.gathered - before.gathered,
      };
    };
    return type;
  };

  it('that changes no meaning touches no other document', async () => {
    const type = await opened();
    assert.deepEqual(await type('# Focused visit\n', '\nInspectors came.\n'), { affected: [], reads: 0, gathered: 0 });
  });

  it('that changes what is meant touches those that refer to it, and no others', async () => {
    const type = await opened();
    assert.deepEqual(await type('Timeliness', ' and quality'), { affected: [plan], reads: 0, gathered: 2 });
  });
});

describe('symbols of the workspace', () => {
  it('are headings, titles, labels, findings and actions, each with where it stands', async () => {
    const world = papersOf();
    await read(world);
    const named = (await documentsOf(world.service))
      .flatMap(symbolsOf)
      .map(({ kind, name, container }) => `${kind} ${name} (${container})`);
    assert.deepEqual(named.slice(0, 7), [
      'title Focused visit (Focused visit)',
      'section Areas for improvement (Focused visit)',
      'finding F1 Timeliness of visits (Focused visit)',
      'finding F2 Oversight of plans (Focused visit)',
      'title Plan (Plan)',
      'section Actions (Plan)',
      'action A1 Publish a visiting standard (Plan)',
    ]);
  });

  it('are found by their letters in order, better by whole words, best from the start', () => {
    const names = ['A1 Publish a visiting standard', 'Standards', 'Visiting', 'Revisiting', 'Plan'];
    assert.deepEqual(names.map(likenessTo('visit')), [3, 0, 4, 2, 0]);
    assert.deepEqual(names.map(likenessTo('pubst')), [1, 0, 0, 0, 0]);
    assert.deepEqual(names.map(likenessTo('')), [4, 4, 4, 4, 4]);
    assert.deepEqual(
      ['F1 Visits', 'Foster carers trained, to 100%', 'A4 Answer F1', 'Half 1 of it'].map(likenessTo('f1')),
      [4, 0, 3, 0],
      'a label is no run of letters',
    );
  });
});
