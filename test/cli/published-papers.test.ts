import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatOf, importFile } from '../../server/src/conversion/import/import-file.ts';
import { neverCancelled } from '../../server/src/language/host.ts';
import { modelToJson, type ModelJson } from '../../server/src/language/model/to-json.ts';
import { worldOf } from '../library/harness.ts';

// Published papers in the formats that they came in. They belong to others and stay out of the repository: they are read where they lie
// beside it.
const papers = join(import.meta.dirname, '../../../shared/papers');

async function read(start: string): Promise<ModelJson> {
  const file = readdirSync(papers).find((name) => name.startsWith(start))!;
  const bytes = new Uint8Array(readFileSync(join(papers, file)));
  const { text } = await importFile(bytes, formatOf(bytes, file)!, { fileName: file });
  const { fixture, service } = worldOf(text);
  const { address } = fixture.files[0]!;
  service.open(address, 1, text);
  return modelToJson((await service.snapshot(address, 'linked', neverCancelled))!.view, file);
}

const headings = ({ sections }: ModelJson): string[] => sections.map(({ heading }) => heading);

describe('published papers: import and model', function () {
  before(function () {
    if (existsSync(papers)) return;
    console.log('    skipped: the papers are not beside this checkout (../shared/papers)');
    this.skip();
  });

  it('an action log as a table (.odt): twelve actions, each with who acts', async () => {
    const { type, actions } = await read('16-');
    assert.deepEqual([type, actions.length, actions.filter(({ owner }) => owner !== null).length], ['action-plan', 12, 12]);
    assert.equal(actions[2]!.owner, 'Tim Allen');
  });
  it('an action log under headings (.pdf): nineteen actions with initials and status', async () => {
    const model = await read('20-');
    assert.deepEqual([model.type, model.actions.length], ['action-plan', 19]);
    assert.ok(model.actions.every(({ owner, status }) => owner !== null && status !== null));
    assert.deepEqual(headings(model).slice(0, 3), ['Secretariat', 'Collaboration Space', 'ODUG Benefits Cases']);
  });
  for (const file of ['22-dfe-workload-wellbeing-action-plan.docx', '22-dfe-workload-wellbeing-action-plan.odt']) {
    it(`a plan whose title stands only in the header of its pages (${file.slice(-5)})`, async () => {
      const { type, title, actions } = await read(file);
      assert.deepEqual([type, title, actions.length], ['action-plan', 'Workload and wellbeing action plan', 5]);
      assert.equal(actions[0]!.dueText, 'Summer term');
    });
  }
  it('minutes without heading styles (.docx)', async () => {
    const model = await read('30-');
    assert.deepEqual([model.type, model.frontMatter['meeting-date']], ['minutes', '2014-06-19']);
    for (const heading of ['Chair’s welcome', 'NII Progress Update', 'AOB']) assert.ok(headings(model).includes(heading), heading);
    assert.deepEqual([...new Set(model.sections.map(({ level }) => level))], [2]);
  });
  it('an inspectorate’s letter (.pdf): what it is, its date, what needs to improve', async () => {
    const model = await read('41-');
    assert.deepEqual(model.frontMatter['inspection'], {
      inspectorate: 'Ofsted',
      framework: 'ILACS',
      event: 'focused visit',
      visited: '2022-09-21/2022-09-22',
      'letter-dated': '2022-10-26',
    });
    assert.deepEqual(headings(model).slice(1), [
      'Headline findings',
      'What needs to improve in this area of social work practice?',
      'Main findings',
    ]);
    assert.deepEqual(
      model.findings.map(({ polarity }) => polarity),
      ['improvement', 'improvement'],
    );
  });
  it('a letter of four inspectorates (.pdf): strengths and areas for improvement', async () => {
    const { type, findings } = await read('47-');
    assert.deepEqual(
      [
        type,
        findings.filter(({ polarity }) => polarity === 'strength').length,
        findings.filter(({ polarity }) => polarity === 'improvement').length,
      ],
      ['inspection-letter', 15, 10],
    );
  });
  it('a template with empty sections (.docx)', async () => {
    const model = await read('62-');
    for (const heading of ['Attendance reports', 'Support plans', 'Policies', 'Complaints received to CEO level'])
      assert.ok(headings(model).includes(heading), heading);
  });
  it('a page of a web site (.html)', async () => {
    const { title } = await read('66-');
    assert.equal(title, 'West Sussex Children Looked After Needs Assessment 2017');
  });
});
