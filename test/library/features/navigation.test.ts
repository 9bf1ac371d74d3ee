import assert from 'node:assert/strict';
import { definesLabel, definition, type Target } from '../../../server/src/language/features/navigation/definition.ts';
import { documentHighlights } from '../../../server/src/language/features/navigation/document-highlight.ts';
import { references } from '../../../server/src/language/features/navigation/references.ts';
import { placeCost } from '../../../server/src/language/features/navigation/places.ts';
import { prepareRename, rename } from '../../../server/src/language/features/navigation/rename.ts';
import { mayMention, subjectAt } from '../../../server/src/language/features/navigation/subject.ts';
import { neverCancelled } from '../../../server/src/language/host.ts';
import { fileNameOf } from '../../../server/src/language/text/document-address.ts';
import { applyEdits } from '../../../server/src/language/text/span.ts';
import { report } from '../../bench/documents.mjs';
import { snapshotOf, worldOf, type World } from '../harness.ts';

const letter = `//- /northmere/visit.letter.md
## Areas for improvement

- **F1** The timeliness of visits.
- **F2** Oversight by managers.
`;
const plan = (body: string): string => `//- /northmere/visit.plan.md
---
type: action-plan
responds-to: visit.letter.md
---

${body}
${letter}`;

/** The cursor's document is open, and all others are read from disk. */
async function at(source: string): Promise<{ world: World; snapshot: Awaited<ReturnType<typeof snapshotOf>>; offset: number }> {
  const world = worldOf(source);
  const { address, offset } = world.fixture.cursor!;
  assert.equal(address, world.address, 'the cursor is in the first document');
  return { world, snapshot: await snapshotOf(world), offset };
}

/** `visit.letter.md “F1” in “**F1** The timeliness”`: file, what is selected, and the start of the whole. */
const shown = ({ address, view, span, whole }: Target): string =>
  `${fileNameOf(address)}${view ? ` “${view.slice(span)}” in “${view.slice(whole).trim().slice(0, 24)}”` : ''}`;

async function definitionsAt(source: string): Promise<string[] | null> {
  const {
    world: { service, address },
    snapshot,
    offset,
  } = await at(source);
  const found = subjectAt(snapshot, offset);
  if (!found) return null;
  const { subject } = found;
  const views =
    subject.of === 'label'
      ? (await service.related(address, definesLabel(subject.name), neverCancelled)).views
      : subject.of === 'heading'
        ? [await service.read(subject.file)].filter((view) => view !== null)
        : [snapshot.view];
  return definition(found, views).map(shown);
}

async function referencesAt(source: string, includeDeclaration = true): Promise<string[] | null> {
  const {
    world: { service, address },
    snapshot,
    offset,
  } = await at(source);
  const found = subjectAt(snapshot, offset);
  if (!found) return null;
  const { views } = await service.related(address, mayMention(found.subject, address), neverCancelled);
  return references(found.subject, views, includeDeclaration).map(
    ({ address: where, view, span }) => `${fileNameOf(where)}:${view!.position(span.start).line + 1} ${view!.slice(span)}`,
  );
}

/** The documents after a rename, as a fixture, or the words in which it is refused. */
async function renamed(source: string, newName: string): Promise<string> {
  const {
    world: { service, address, fixture },
    snapshot,
    offset,
  } = await at(source);
  const prepared = prepareRename(snapshot, offset);
  if ('refusal' in prepared) return prepared.refusal;
  const { views } =
    prepared.subject.of === 'acronym'
      ? { views: [snapshot.view] }
      : await service.related(address, mayMention(prepared.subject, address), neverCancelled);
  const renaming = rename(snapshot, prepared, newName, views);
  if ('refusal' in renaming) return renaming.refusal;
  const edits = new Map(renaming.edits.map((one) => [one.view.model.address, one]));
  return fixture.files
    .map((file) => {
      const own = edits.get(file.address);
      return `${own?.question ? `(${own.question}?)\n` : ''}//- ${file.address.slice('file://'.length)}\n${applyEdits(file.text, own?.edits ?? [])}`;
    })
    .join('');
}

/** Links whose address stands elsewhere: as each is written, in a document with a letter beside it. */
const elsewhere =
  'See [the letter][visit], [visit][] and [Visit].\n\n![Visit][visit]\n\n[visit]: visit.letter.md "The letter"\n[other]: other.md\n';

describe('a link whose address stands elsewhere', () => {
  for (const use of ['[the let$0ter][visit]', '[the letter][vi$0sit]', '[vis$0it][]', '[Vis$0it].', '![Vi$0sit][visit]']) {
    it(`leads to it: ${use}`, async () => {
      assert.deepEqual(await definitionsAt(elsewhere.replace(use.replace('$0', ''), use)), [
        'example.report.md “visit” in “[visit]: visit.letter.md”',
      ]);
    });
  }

  it('is found from its address, with all the others', async () => {
    const found = [
      'example.report.md:1 visit',
      'example.report.md:1 ',
      'example.report.md:1 Visit',
      'example.report.md:3 visit',
      'example.report.md:5 visit',
    ];
    assert.deepEqual(await referencesAt(elsewhere.replace('[visit]:', '[vis$0it]:')), found);
    assert.deepEqual(await referencesAt(elsewhere.replace('the letter', 'the le$0tter')), found);
  });

  it('leads on to the file from the address itself', async () => {
    assert.deepEqual(await definitionsAt(elsewhere.replace('visit.letter', 'visit.le$0tter')), ['visit.letter.md']);
  });

  it('takes the first of two addresses of one name', async () => {
    assert.deepEqual(await definitionsAt('See [the$0 plan][p].\n\n[p]: a.plan.md\n[p]: b.plan.md\n'), [
      'example.report.md “p” in “[p]: a.plan.md”',
    ]);
  });

  it('is renamed with its address, and what a reader sees stays', async () => {
    const after =
      '//- /example.report.md\nSee [the letter][letter of May], [visit][letter of May] and [Visit][letter of May].\n\n![Visit][letter of May]\n\n[letter of May]: visit.letter.md "The letter"\n[other]: other.md\n';
    assert.equal(
      (await renamed(elsewhere.replace('[visit]:', '[vis$0it]:'), 'letter of May')).replace(/^\/\/- .*\/example/, '//- /example'),
      after,
    );
    assert.equal(
      (await renamed(elsewhere.replace('the letter', 'the le$0tter'), 'letter of May')).replace(/^\/\/- .*\/example/, '//- /example'),
      after,
    );
  });

  it('is not given the name of another address, nor one that is none', async () => {
    assert.equal(
      await renamed(elsewhere.replace('[visit]:', '[vis$0it]:'), 'OTHER'),
      '“OTHER” is taken: it stands for other.md. Choose another name.',
    );
    assert.equal(
      await renamed(elsewhere.replace('[visit]:', '[vis$0it]:'), 'a]b'),
      '“a]b” cannot name an address. Write words without brackets, on one line.',
    );
  });
});

describe('definition', () => {
  it('of a label is where it comes from: a finding in the letter, though the plan repeats it', async () => {
    const source = plan(
      '## Areas for improvement\n\n- **F1** The timeliness of visits.\n\n## Actions\n\n| Ref | Addresses | Action |\n|---|---|---|\n| A1 | F$01, F2 | Visit |\n',
    );
    assert.deepEqual(await definitionsAt(source), ['visit.letter.md “F1” in “- **F1** The timeliness ”']);
    assert.deepEqual(await definitionsAt(source.replace('F$01', 'F1').replace('**F1**', '**F$01**')), [
      'visit.letter.md “F1” in “- **F1** The timeliness ”',
    ]);
  });

  it('of a label that nothing defines, and of plain words, is nowhere', async () => {
    assert.equal(await definitionsAt(plan('The road R$02 is closed.\n')), null);
    assert.equal(await definitionsAt(plan('The ro$0ad is closed.\n')), null);
  });

  it('of an acronym is where it is written out', async () => {
    const source = 'The Local Area Partnership (LAP) met.\n\nThe L$0AP decided.\n';
    assert.deepEqual(await definitionsAt(source), ['example.report.md “LAP” in “Local Area Partnership (”']);
  });

  it('of a paragraph reference is the paragraph', async () => {
    const source =
      '## 2. Background\n\n2.1 Inspectors came in May.\n\n2.2 Their letter came in June.\n\n## 3. Conclusion\n\n3.1 See para$0graph 2.2 and section 2.1.\n';
    assert.deepEqual(await definitionsAt(source), ['example.report.md “2.2” in “2.2 Their letter came in”']);
    assert.deepEqual(await definitionsAt(source.replace('para$0', 'para').replace('section', 'sec$0tion')), [
      'example.report.md “2.1” in “2.1 Inspectors came in M”',
    ]);
  });

  it('of a paragraph reference is the paragraph that is printed with that number, where the house style counts', async () => {
    const head = '---\ntype: committee-report\nhouse-style: worcestershire-panel\n---\n\n# Report\n\n';
    const source = `${head}## Background\n\nInspectors came in May.\n\nTheir letter came in June.\n\nAs said in para$0graph 2, it was short.\n`;
    assert.deepEqual(await definitionsAt(source), ['example.report.md “Their” in “Their letter came in Jun”']);
    assert.deepEqual(await referencesAt(source), ['example.report.md:12 Their', 'example.report.md:14 paragraph 2']);
    assert.deepEqual(await definitionsAt(source.replace('graph 2', 'graph 9')), [], 'no paragraph has it');
    assert.deepEqual(await definitionsAt(source.replace('Inspectors', '7. Inspectors')), [], 'who numbers by hand numbers everything');
    assert.deepEqual(
      await definitionsAt(
        source.replace('worcestershire-panel', 'generic').replace('---\n\n#', 'x-none: yes\n---\n\n#').replace('Their', '2. Their'),
      ),
      ['example.report.md “2” in “2. Their letter came in ”'],
      'a number that stands there goes before',
    );
  });

  it('of an appendix is its entry, and of the entry its file', async () => {
    const source = 'The letter is at App$0endix 1.\n\n## Appendices\n\n- [Appendix 1 – Letter](visit.letter.md)\n';
    assert.deepEqual(await definitionsAt(source), ['example.report.md “Appendix 1” in “- [Appendix 1 – Letter](”']);
    assert.deepEqual(await definitionsAt(source.replace('$0', '').replace('[App', '[App$0')), ['visit.letter.md']);
  });

  it('of a path in the header, of a link to a file and of a link to a heading', async () => {
    assert.deepEqual(await definitionsAt(plan('').replace(': visit.', ': vis$0it.')), ['visit.letter.md']);
    assert.deepEqual(await definitionsAt(plan('See the [let$0ter](visit.letter.md).\n')), ['visit.letter.md']);
    assert.deepEqual(await definitionsAt(plan('See [the are$0as](visit.letter.md#areas-for-improvement).\n')), [
      'visit.letter.md “Areas for improvement” in “## Areas for improvement”',
    ]);
    assert.deepEqual(await definitionsAt(plan('See [be$0low](#12-next-steps-1).\n\n## 1.2 Next steps\n\n## 1.2 Next steps\n')), [
      'visit.plan.md “Next steps” in “## 1.2 Next steps”',
    ]);
    assert.deepEqual(await definitionsAt(plan('See [it][a].\n\n[a]: visit.let$0ter.md\n')), ['visit.letter.md']);
    assert.equal(await definitionsAt(plan('See [the we$0b](https://example.org/).\n')), null);
  });
});

describe('references', () => {
  const source = plan('## Actions\n\n| Ref | Addresses | Action |\n|---|---|---|\n| A1 | F1, F2 | Visit |\n\nWhat F$01 asks is done.\n');

  it('to a label are found in every document of the response, its definitions too where they are asked for', async () => {
    assert.deepEqual(await referencesAt(source), ['visit.plan.md:10 F1', 'visit.plan.md:12 F1', 'visit.letter.md:3 F1']);
    assert.deepEqual(await referencesAt(source, false), ['visit.plan.md:10 F1', 'visit.plan.md:12 F1']);
  });

  it('to a label of another response are not found', async () => {
    const other = '//- /wexcombe/visit.letter.md\n## Areas for improvement\n\n- **F1** Something else.\n';
    assert.deepEqual(await referencesAt(`${source}${other}`), ['visit.plan.md:10 F1', 'visit.plan.md:12 F1', 'visit.letter.md:3 F1']);
  });

  it('are found in documents that respond to each other in a circle', async () => {
    const circle = `//- /a/one.plan.md\n---\nresponds-to: ../b/two.plan.md\n---\n\n- **F1** Of F$01.\n//- /b/two.plan.md\n---\nresponds-to: ../a/one.plan.md\n---\n\nOf F1.\n`;
    assert.deepEqual(await referencesAt(circle), ['one.plan.md:5 F1', 'one.plan.md:5 F1', 'two.plan.md:5 F1']);
  });

  it('are found where an open document has them now, though nobody has looked at it since it was changed', async () => {
    const {
      world: { service, address, fixture },
      snapshot,
      offset,
    } = await at(source);
    const other = fixture.files[1]!;
    service.open(other.address, 1, other.text);
    service.change(other.address, 2, [{ span: { start: 0, end: 0 }, newText: 'Of F1.\n\n' }]);
    const { subject } = subjectAt(snapshot, offset)!;
    const { views } = await service.related(address, mayMention(subject, address), neverCancelled);
    assert.deepEqual(
      references(subject, views, true).map(({ view, span }) => view!.position(span.start).line),
      [9, 11, 0, 4],
    );
  });

  it('to a heading and to a file are the links there', async () => {
    assert.deepEqual(await referencesAt(plan('## Next st$0eps\n\nSee [below](#next-steps).\n')), [
      'visit.plan.md:6 Next steps',
      'visit.plan.md:8 [below](#next-steps)',
    ]);
    assert.deepEqual(await referencesAt(plan('See the [let$0ter](visit.letter.md).\n')), [
      'visit.plan.md:3 visit.letter.md',
      'visit.plan.md:6 [letter](visit.letter.md)',
    ]);
  });
});

describe('highlights', () => {
  it('are all mentions in the document, the definition marked', async () => {
    const { snapshot, offset } = await at('The Local Area Partnership (LAP) met.\n\nThe L$0AP decided, and LAP members left.\n');
    const found = documentHighlights(snapshot, offset);
    assert.deepEqual(
      found.map(({ span, isDefinition }) => [snapshot.view.slice(span), isDefinition]),
      [
        ['LAP', true],
        ['LAP', false],
        ['LAP', false],
      ],
    );
  });

  it('after a keystroke look into its block only, in a document of a megabyte', async function () {
    const text = `${report(1_000_000)}\nThe Local Area Partnership (LAP) met.\n\nThe LAP decided.\n`;
    const world = worldOf(text);
    const highlighted = async () =>
      documentHighlights(await snapshotOf(world), (await snapshotOf(world)).view.text.lastIndexOf('LAP')).length;
    assert.equal(await highlighted(), 2);
    const offset = text.indexOf(' ', text.length / 2);
    world.service.change(world.address, 2, [{ span: { start: offset, end: offset }, newText: 'x' }]);
    const before = placeCost.blocks;
    assert.equal(await highlighted(), 2);
    assert.ok(placeCost.blocks - before <= 3, `${placeCost.blocks - before} blocks`);
  });
});

describe('rename', () => {
  it('gives a label another name in all documents of the response, and in no other', async () => {
    const other = '//- /wexcombe/visit.letter.md\n## Areas for improvement\n\n- **F1** Something else.\n';
    const source = `${plan('## Actions\n\n| Ref | Addresses | Action |\n|---|---|---|\n| A1 | F$01; F2 | Visit |\n\n> “F1 cannot wait.”\n')}${other}`;
    assert.equal(await renamed(source, 'F7'), source.replace('$0', '').replaceAll(/F1(?=[; ]|\*\* The)/g, 'F7'));
  });

  it('renames every definition of a label that stands three times, and asks where the words differ', async () => {
    const source = `//- /northmere/visit.plan.md\n## Areas for improvement\n\n- **F$01** The timeliness of visits.\n${letter}//- /northmere/visit.report.md\n## Areas for improvement\n\n- **F1** Late visits.\n`;
    assert.equal(
      await renamed(source, 'F9'),
      `//- /northmere/visit.plan.md\n## Areas for improvement\n\n- **F9** The timeliness of visits.\n${letter.replace('F1', 'F9')}(F1 is “Late visits.” in visit.report.md?)\n//- /northmere/visit.report.md\n## Areas for improvement\n\n- **F9** Late visits.\n`,
    );
  });

  for (const [what, name, says] of [
    ['a label that is taken', 'F2', /^F2 is taken: it labels “Oversight by managers\.” in visit\.letter\.md\. Choose another label\.$/],
    ['a name that is no label', 'First', /^“First” is no label\. A label is one to four capitals and a number, such as F3 or A1\.4\.$/],
    ['a label with something behind it', 'F3 and', /is no label/],
    ['an empty name', ' ', /is no label/],
  ] as const) {
    it(`refuses ${what}, in words`, async () => {
      assert.match(await renamed(plan('Of F$01.\n'), name), says);
    });
  }

  it('refuses a label that stands for two things, since nobody can tell the references apart', async () => {
    const source = `${plan('## Actions\n\n- **F1** Visit every child.\n  - Addresses: F$01\n')}`;
    assert.match(
      await renamed(source, 'F9'),
      /^F1 stands for two things: “Visit every child\.” in visit\.plan\.md and “The timeliness of visits\.” in visit\.letter\.md\./,
    );
  });

  it('asks before it writes into each of three files that give the label to other words, and into a plan that answers one of them', async () => {
    const other = (name: string, about: string): string =>
      `//- /northmere/${name}.letter.md\n## Areas for improvement\n\n- **F1** ${about}\n`;
    const source = `//- /northmere/a.letter.md\n## Areas for improvement\n\n- **F$01** Visits\n${other('b', 'Homes')}${other('c', 'Schools')}//- /northmere/joint.plan.md\n---\nresponds-to: [a.letter.md, c.letter.md]\n---\n\nOf F1.\n//- /northmere/own.plan.md\n---\nresponds-to: a.letter.md\n---\n\nOf F1.\n`;
    const after = await renamed(source, 'F9');
    assert.deepEqual(after.match(/^\(.*/gm), [
      '(F1 is “Homes” in b.letter.md?)',
      '(F1 is “Schools” in c.letter.md?)',
      '(F1 is “Schools” in c.letter.md?)',
    ]);
    assert.match(
      after,
      /\?\)\n\/\/- \/northmere\/joint\.plan\.md[^]*Of F9\.\n\/\/- \/northmere\/own\.plan\.md/,
      'the plan that answers the one letter is not asked about',
    );
    assert.deepEqual(
      await definitionsAt(
        source
          .replace('F$01', 'F1')
          .replace('Of F1', 'Of F$01')
          .replace(/^([^]*)(\/\/- \/northmere\/joint[^]*?)(\/\/- \/northmere\/own[^]*)$/, '$2$1$3'),
      ),
      ['a.letter.md “F1” in “- **F1** Visits”', 'b.letter.md “F1” in “- **F1** Homes”', 'c.letter.md “F1” in “- **F1** Schools”'],
      'all of them are shown',
    );
  });

  it('refuses where there is no name', async () => {
    assert.match(await renamed(plan('The ro$0ad.\n'), 'F9'), /^There is no name here/);
    assert.match(await renamed(plan('See para$0graph 2.\n'), '3'), /^There is no name here/);
  });

  it('changes only the space inside a label', async () => {
    assert.match(await renamed('- **AFI3** Plans.\n\nOf AFI$03 and AFI 3.\n', 'AFI 3'), /- \*\*AFI 3\*\* Plans\.\n\nOf AFI 3 and AFI 3\./);
  });

  it('gives an acronym another form in its document, and leaves quotations alone', async () => {
    const source = 'The Local Area Partnership (LAP) met.\n\nThe L$0AP decided.\n\n> The LAP is strong.\n';
    assert.equal(
      await renamed(source, 'LAPB'),
      '//- /example.report.md\nThe Local Area Partnership (LAPB) met.\n\nThe LAPB decided.\n\n> The LAP is strong.\n',
    );
    assert.match(await renamed(source, 'the lap'), /^“the lap” is no short form/);
    assert.match(
      await renamed(`${source}\nThe Multi-Agency Safeguarding Hub (MASH) met.\n`, 'MASH'),
      /^MASH is taken: it stands for “Multi-Agency Safeguarding Hub” on line 7\./,
    );
  });

  it('gives a heading other words, and the links to it the anchor', async () => {
    const source = `//- /northmere/visit.letter.md\n## 2. Are$0as for improvement\n\nSee [above](#2-areas-for-improvement) and [it](#2-areas).\n//- /northmere/visit.plan.md\nSee [the areas](visit.letter.md#2-areas-for-improvement "In the letter").\n`;
    assert.equal(
      await renamed(source, 'What to improve'),
      source.replace('Are$0as for improvement', 'What to improve').replaceAll('#2-areas-for-improvement', '#2-what-to-improve'),
    );
    const byName = `//- /northmere/visit.letter.md\n## 2. Are$0as for improvement\n\nSee [above][here] and [the \\] areas][].\n\n[here]: #2-areas-for-improvement\n[the \\] areas]: <#2-areas-for-improvement> "C#2"\n//- /northmere/visit.plan.md\nSee [the areas][#1].\n\n[#1]: visit.letter.md#2-areas-for-improvement 'In the letter'\n[web]: https://example.org/#2-areas-for-improvement\n`;
    const [before, after] = ['#2-areas-for-improvement', '#2-what-to-improve'];
    assert.equal(
      await renamed(byName, 'What to improve'),
      byName.replace('Are$0as for improvement', 'What to improve').replaceAll(before, after).replace(`org/${after}`, `org/${before}`),
    );
    assert.match(await renamed(`## Ta$0sks\n\n[them](#tasks)\n\n## Steps\n`, 'Steps'), /^Another heading reads “Steps” already/);
    assert.match(await renamed(`## Ta$0sks\n`, ' '), /^A heading is one line of text/);
  });
});
