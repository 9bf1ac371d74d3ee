import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readConfiguration } from '../../../server/src/language/configuration/read-configuration.ts';
import { shapeOfDocument } from '../../../server/src/language/features/when-asked/house-style-from-document.ts';
import { builtInHouseStyles, formFields, formSections, resolveHouseStyle } from '../../../server/src/language/house-styles/index.ts';
import { proposeHouseStyle } from '../../../server/src/language/house-styles/propose.ts';
import { newDocument } from '../../../server/src/language/new-document/new-document.ts';
import { reportsOf, snapshotOf, worldOf } from '../harness.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../../docs/house-styles.md'), 'utf8');
const blocks = [...page.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, text]) => text!);
const whole = blocks.filter((text) => text.startsWith('{'));
const [fields, statusScale] = blocks.filter((text) => text.startsWith('"'));

function read(text: string) {
  const { configuration, problems } = readConfiguration(text, []);
  assert.deepEqual(problems, []);
  return configuration;
}

const report = (text: string, name: string) => read(text).houseStyles.get(name)!.types['committee-report']!;

describe('the walk-through in docs/house-styles.md', () => {
  it('names every built-in style', () => {
    for (const name of builtInHouseStyles.keys()) assert.ok(page.includes(`| \`${name}\` |`), name);
  });

  it('step 1 gives Sefton’s form under another name', () => {
    const configuration = read(whole[0]!);
    assert.equal(configuration.defaultHouseStyle, 'aldersham');
    assert.deepEqual(configuration.houseStyles.get('aldersham')!.types, builtInHouseStyles.get('sefton')!.types);
  });

  it('step 2 changes, adds and takes out', () => {
    const headings = formSections(report(whole[1]!, 'aldersham')).map(({ heading }) => heading);
    assert.deepEqual(headings.slice(0, 4), [
      'Report in brief',
      'Recommendation(s)',
      'Who watches over this',
      'Reasons for the Recommendation(s)',
    ]);
    const summary = report(whole[1]!, 'aldersham').sections[0]!;
    assert.equal(summary.required, true);
    assert.equal(summary.wordLimit, 150);
    assert.ok(summary.aliases.includes('Summary'));
    assert.ok(!headings.includes('Contribution to the Council’s Core Purpose'));
    assert.ok(!headings.includes('Cleaner Greener'), 'the lines under it go with it');
  });

  it('steps 3 and 4 fit where the page says', () => {
    const text = whole[1]!
      .replace('"sections": [', `${fields!.trimEnd()},\n"sections": [`)
      .replace('"extends": "sefton",', `"extends": "sefton",\n${statusScale!.trimEnd()},`);
    const keys = formFields(report(text, 'aldersham')).map(({ key }) => key);
    assert.ok(keys.indexOf('directorate') === keys.indexOf('report-of') + 1);
    assert.ok(!keys.includes('forward-plan'));
    assert.deepEqual(
      read(text)
        .houseStyles.get('aldersham')!
        .statusScale.statuses.map(({ word }) => word),
      ['done', 'on course', 'slipping', 'stuck'],
    );
    assert.match(newDocument('committee-report', read(text).houseStyles.get('aldersham')!).text, /^## Who watches over this$/m);
  });

  it('step 5: a new report has nothing wrong but its blanks, and one without Aldersham’s own section is told so', async () => {
    const settings = `//- /papers/.inspection-response.json\n${whole[1]!}`;
    const { text } = newDocument('committee-report', read(whole[1]!).houseStyles.get('aldersham')!);
    // The style is the folder's: a paper need not name it.
    const unnamed = text.replace('house-style: aldersham\n', '').replace(/^(meeting-date|published): .*$/gm, '$1: 2026-06-10');
    const reportsIn = async (paper: string) => {
      const world = worldOf(`//- /papers/new.report.md\n${paper}\n${settings}`);
      return (await reportsOf(world))
        .filter(({ rule }) => rule.startsWith('structure/') && rule !== 'structure/placeholder')
        .map(({ rule, message }) => `${rule}: ${message}`);
    };
    assert.deepEqual(await reportsIn(unnamed), []);
    const without = unnamed.replace(/## Who watches over this\n[\s\S]*?(?=## )/, '');
    assert.deepEqual((await reportsIn(without)).filter((line) => line.includes('Who watches over this')).length, 1);
    assert.deepEqual(
      await reportsIn(unnamed.replace('## Report in brief', '## Summary')),
      [],
      'the name of the style that it extends is still understood',
    );
  });

  it('the way from a paper: the style that is made of Aldersham’s report is Aldersham’s', async () => {
    const aldersham = read(whole[1]!).houseStyles.get('aldersham')!;
    const { text } = newDocument('committee-report', aldersham);
    const shape = shapeOfDocument(await snapshotOf(worldOf(`//- /a.report.md\n${text}\n//- /.inspection-response.json\n${whole[1]!}`)));
    const { definition } = proposeHouseStyle({ ...shape, houseStyle: null }, 'from-a-paper', builtInHouseStyles);
    assert.equal(definition.extends, 'sefton');
    const { houseStyle } = resolveHouseStyle('from-a-paper', new Map([['from-a-paper', definition]]));
    assert.deepEqual(
      formSections(houseStyle.types['committee-report']!).map(({ heading }) => heading),
      formSections(aldersham.types['committee-report']!).map(({ heading }) => heading),
    );
  });

  it('the whole form is the whole form', () => {
    const layout = report(whole[2]!, 'aldersham-briefing');
    assert.equal(layout.wordLimit, 800);
    assert.deepEqual(
      formSections(layout).map(({ heading }) => heading),
      ['What this is about', 'What we ask of you', 'What you need to know', 'Who to ask'],
    );
  });
});
