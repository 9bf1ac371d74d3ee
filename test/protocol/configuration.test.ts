import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readConfiguration } from '../../server/src/language/configuration/read-configuration.ts';
import { formSections } from '../../server/src/language/house-styles/index.ts';
import { rules } from '../../server/src/language/rules/index.ts';
import type { ExplainedConfiguration, HouseStyleFromDocument } from '../../server/src/lsp/protocol.ts';
import { sharedSession } from './client.ts';

const report = `---
type: committee-report
house-style: sefton
title: The visit
---

# The visit

## Report in brief

The letter is published.

## Recommendation(s)

- **R1** That the Committee comments on the plan.

## Reasons for the Recommendation(s)

To help.
`;

describe('settings and house styles on request', () => {
  const shared = sharedSession();
  let folder: string;
  before(() => { folder = realpathSync(mkdtempSync(join(tmpdir(), 'inspection response '))); });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
  const propose = (uri: string, title: string, text: string) =>
    shared().request<HouseStyleFromDocument | null>('inspectionResponse/houseStyleFromDocument', { uri, title, configuration: { uri: uriOf('.inspection-response.json'), text } });

  it('tells what applies to an open document, with the lines that say it', async () => {
    const session = shared();
    writeFileSync(join(folder, '.inspection-response.json'), '{\n  "rules": {\n    "dates/date-style": "off"\n  }\n}\n');
    const uri = uriOf('a.report.md');
    await session.open(uri, report);
    const explained = await session.request<ExplainedConfiguration>('inspectionResponse/explainConfiguration', { uri });
    assert.match(explained.markdown, /^# What applies to a\.report\.md$/m);
    assert.match(explained.markdown, /^\| House style \| sefton \| a\.report\.md:3 \|$/m);
    assert.match(explained.markdown, /^\| dates\/date-style \| off \| \.inspection-response\.json:3 \|$/m);
    assert.ok(explained.configuration?.endsWith('/.inspection-response.json'));
    assert.equal(await session.request('inspectionResponse/explainConfiguration', { uri: uriOf('not-open.report.md') }), null);
  });

  it('makes a house style from an open document, as edits of the settings file', async () => {
    const session = shared();
    const uri = uriOf('a.report.md');
    await session.open(uri, report);
    for (const text of ['', '{\n  // ours\n  "exclude": ["archive"] // old papers\n}\n']) {
      const made = await propose(uri, 'Aldersham Council, scrutiny', text);
      assert.ok(made);
      assert.equal(made.problem, null);
      assert.equal(made.name, 'aldersham-council-scrutiny');
      assert.equal(made.extends, 'Sefton Council');
      assert.deepEqual(made.guessed, [{ heading: 'Report in brief', role: 'summary' }]);
      const after = TextDocument.applyEdits(TextDocument.create('file:///x', 'jsonc', 0, text), [...made.edits]);
      const { configuration, problems } = readConfiguration(after, rules);
      assert.deepEqual(problems, [], after);
      assert.ok(text === '' || after.includes('  // ours\n  "exclude": ["archive"], // old papers\n'), after);
      const style = configuration.houseStyles.get(made.name)!;
      assert.equal(style.title, 'Aldersham Council, scrutiny');
      assert.deepEqual(style.sources, ['a.report.md']);
      assert.deepEqual(formSections(style.types['committee-report']!).map(({ heading }) => heading), ['Report in brief', 'Recommendation(s)', 'Reasons for the Recommendation(s)']);
    }
  });

  it('says why it cannot be done', async () => {
    const uri = uriOf('a.report.md');
    await shared().open(uri, report);
    assert.equal((await propose(uri, '2026', ''))?.problem, 'no-name');
    assert.equal((await propose(uri, 'Aldersham', '{ "houseStyles": { "aldersham": {} } }'))?.problem, 'exists');
    assert.equal((await propose(uri, 'Aldersham', '{ "houseStyles": '))?.problem, 'unreadable');
    assert.equal(await propose(uriOf('not-open.report.md'), 'Aldersham', ''), null);
  });
});
