import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFile } from '../../../server/src/conversion/import/import-file.ts';
import { builtInConfiguration } from '../../../server/src/language/configuration/built-in.ts';
import { buildModel } from '../../../server/src/language/model/build-model.ts';
import { modelToJson, type ModelJson } from '../../../server/src/language/model/to-json.ts';
import { viewOf } from '../../../server/src/language/model/view.ts';
import { createParser } from '../../../server/src/language/syntax/parser.ts';
import { documentAddress } from '../../../server/src/language/text/document-address.ts';
import { exported } from './harness.ts';

const parser = createParser();
const root = join(import.meta.dirname, '../../..');

const modelOf = (name: string, text: string): ModelJson =>
  modelToJson(viewOf(buildModel(documentAddress(`file:///${name}`), 1, parser.parse(text), builtInConfiguration)), name);

/** What the two must have in common: everything but where it stands, and the numbers of paragraphs, which the house style decides. */
function meaning({
  type,
  title,
  sections,
  recommendations,
  findings,
  actions,
  measures,
  dates,
  appendices,
  references,
}: ModelJson): unknown {
  const without = JSON.stringify(
    {
      type,
      title,
      sections: sections.map(({ heading, role, level }) => ({ heading, role, level })),
      recommendations,
      findings,
      actions,
      measures,
      dates,
      references: references.map(({ label }) => label),
      appendices: appendices.map(({ number, title: name }) => [number, name]),
    },
    (key, value: unknown) => (key === 'line' || key === 'endLine' ? undefined : value),
  );
  return JSON.parse(without);
}

describe('a document that goes through Word and comes back', function () {
  for (const [path, options] of [
    ['examples/northmere/northmere-focused-visit.report.md', {}],
    ['examples/northmere/northmere-focused-visit.plan.md', { type: 'action-plan' }],
    ['examples/northmere/northmere-focused-visit.letter.md', { type: 'inspection-letter' }],
    ['examples/northmere/2026-03-10-scrutiny.minutes.md', { type: 'minutes', houseStyle: 'generic' }],
    ['examples/with-warnings/wexcombe-visit.plan.md', { type: 'action-plan' }],
    ['test/fixtures/papers/seaborne-visit.report.md', { houseStyle: 'sefton' }],
    ['test/fixtures/papers/cotsmere-visit.report.md', {}],
  ] as const) {
    it(`means the same: ${path.replace(/^.*\//, '')}`, async () => {
      const text = readFileSync(join(root, path), 'utf8');
      const name = path.replace(/^.*\//, '');
      const word = (await exported(`//- /${name}\n${text}`, 'docx')) as Uint8Array;
      const back = await importFile(word, 'word', { houseStyles: builtInConfiguration.houseStyles, fileName: 'paper.docx', ...options });
      assert.deepEqual(meaning(modelOf(name, back.text)), meaning(modelOf(name, text)));
    });
  }

  for (const [format, as] of [
    ['docx', 'word'],
    ['html', 'html'],
  ] as const) {
    it(`keeps what is struck through withdrawn, as ${as}`, async () => {
      const text =
        '---\ntype: action-plan\nhouse-style: generic\ntitle: Improvement plan\n---\n\n# Improvement plan\n\n## Actions\n\n| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n| A1 | Review all plans | ~~Ada Marlow~~ Ben Tull | ~~30 April 2026~~ 31 July 2026 |\n| ~~A2~~ | ~~Train **all** managers~~ | ~~Ada Marlow~~ | ~~30 April 2026~~ |\n| A3 | Write a standard for visits | Ben Tull | 30 April 2026, revised to 31 July 2026 |\n';
      const out = await exported(`//- /board.plan.md\n${text}`, format);
      const back = await importFile(typeof out === 'string' ? new TextEncoder().encode(out) : out, as, {
        houseStyles: builtInConfiguration.houseStyles,
        type: 'action-plan',
      });
      assert.deepEqual(
        modelOf('board.plan.md', back.text).actions.map(({ label, owner, due, originalDue }) => [label, owner, due, originalDue]),
        [
          ['A1', 'Ben Tull', '2026-07-31', '2026-04-30'],
          ['A3', 'Ben Tull', '2026-07-31', '2026-04-30'],
        ],
      );
      for (const struck of ['~~30 April 2026~~', '~~Train **all** managers~~', '~~Ada Marlow~~ Ben Tull'])
        assert.ok(back.text.includes(struck), struck);
    });
  }

  it('keeps a letter under the heading that it has in the paper, with its own headings as deep as they were', async () => {
    const letter =
      'Inspection House\n10 Mill Street\nLeadington\n\n14 May 2026\n\nDear Ada\n\n### Monitoring visit to Northmere\n\nThis letter tells what we found on 18 April 2026.\n\n### What we looked at\n\nWe looked at plans.\n\nYours sincerely\n\nBen Tull\n';
    const text = `---\ntype: agenda\nhouse-style: generic\ntitle: Supplementary papers\nbody: Scrutiny Panel\nmeeting-date: 2026-05-20\n---\n\n# Supplementary papers\n\n## Agenda\n\n| Item | Subject |\n| --- | --- |\n| 5 | The letter of the inspectors |\n\n## Appendix 1: Letter of the inspectors\n\n${letter}`;
    const word = (await exported(`//- /board.agenda.md\n${text}`, 'docx')) as Uint8Array;
    const back = await importFile(word, 'word', { houseStyles: builtInConfiguration.houseStyles, type: 'agenda' });
    const headings = (document: string) => document.split('\n').filter((line) => line.startsWith('#'));
    assert.deepEqual(headings(back.text), headings(text));
  });

  for (const houseStyle of ['generic', 'gloucestershire-scrutiny']) {
    it(`keeps each of several authors and people to ask apart, under a title that a section may have too: ${houseStyle}`, async () => {
      const header =
        'title: Outcome of the visit\nauthor:\n  - Ada Marlow\n  - Ben Tull\ncontact:\n  - name: Ada Marlow\n    phone: 01632 960123\n    email: ada.marlow@northmere.example\n  - name: Ben Tull\n    email: ben.tull@northmere.example\n';
      const text = `---\ntype: committee-report\nhouse-style: ${houseStyle}\n${header}---\n\n# Outcome of the visit\n\n## Purpose of the report\n\nTo tell members what inspectors found.\n`;
      const word = (await exported(`//- /visit.report.md\n${text}`, 'docx')) as Uint8Array;
      const back = await importFile(word, 'word', {
        houseStyles: builtInConfiguration.houseStyles,
        fileName: 'paper.docx',
        type: 'committee-report',
        houseStyle,
      });
      const { author, contact } = modelOf('visit.report.md', back.text).frontMatter as Record<string, unknown>;
      const before = modelOf('visit.report.md', text).frontMatter as Record<string, unknown>;
      assert.deepEqual({ author, contact }, { author: before['author'], contact: before['contact'] });
    });
  }
});
