import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClientCapabilities, CodeAction } from 'vscode-languageserver-protocol';
import { TextDocument, type TextEdit } from 'vscode-languageserver-textdocument';
import { readConfiguration } from '../../server/src/language/configuration/read-configuration.ts';
import { formSections } from '../../server/src/language/house-styles/index.ts';
import { rules } from '../../server/src/language/rules/index.ts';
import type { ExplainedConfiguration, HouseStyleFromDocument } from '../../server/src/lsp/protocol/configuration.ts';
import { richCapabilities, sharedSession, startSession, wholeLine } from './client.ts';

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
  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'inspection response ')));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
  it('switches a check off for every document from the light bulb, in the file that applies', async () => {
    const session = shared();
    const file = join(folder, '.inspection-response.json');
    writeFileSync(file, '{\n  // agreed in May\n  "rules": { "dates/date-style": "off" }\n}\n');
    try {
      const uri = uriOf('bulb.report.md');
      await session.open(uri, '# The visit\n\nOFSTED came.\n');
      const action = (await session.actions(uri, wholeLine(2))).find(
        ({ title }) => title === 'Switch off inspectorate/official-name for every document, in .inspection-response.json',
      );
      assert.ok(action);
      const { edit } = await session.request<CodeAction>('codeAction/resolve', action);
      const changed = edit?.documentChanges?.[0];
      assert.ok(changed && 'edits' in changed);
      assert.match(changed.textDocument.uri, /\.inspection-response\.json$/);
      const text = TextDocument.applyEdits(TextDocument.create('', 'jsonc', 0, readFileSync(file, 'utf8')), changed.edits as TextEdit[]);
      assert.match(text, /agreed in May/);
      const { configuration, problems } = readConfiguration(text, rules);
      assert.deepEqual(problems, []);
      for (const rule of ['dates/date-style', 'inspectorate/official-name']) assert.equal(configuration.rules.get(rule)?.severity, 'off');
      await session.close(uri);
    } finally {
      rmSync(file);
    }
  });

  it('writes what fits the file as it stands in an editor, and warns where it cannot be read', async () => {
    const session = shared();
    const file = join(folder, '.inspection-response.json');
    writeFileSync(file, '{}\n');
    const settings = uriOf('.inspection-response.json');
    const uri = uriOf('bulb.report.md');
    try {
      await session.open(uri, '# The visit\n\nOFSTED came.\n');
      await session.open(settings, '{\n  "rules": { "dates/date-style": "off" }\n}\n', 'jsonc');
      const chosen = async (): Promise<CodeAction> =>
        session.request<CodeAction>(
          'codeAction/resolve',
          (await session.actions(uri, wholeLine(2))).find(({ title }) => title.startsWith('Switch off inspectorate/official-name')),
        );
      const { edit, command } = await chosen();
      await session.apply(edit!);
      assert.deepEqual(JSON.parse(session.text(settings)), { rules: { 'dates/date-style': 'off', 'inspectorate/official-name': 'off' } });
      assert.equal(command, undefined, 'what somebody is writing in is not saved for them');
      await session.change(settings, { text: '{ "rules": ' });
      assert.equal((await chosen()).edit, undefined);
      assert.match(
        (await session.read<{ message: string }>('window/showMessage')).message,
        /^“\.inspection-response\.json” has a mistake in it/,
      );
    } finally {
      await session.close(settings);
      await session.close(uri);
      rmSync(file);
    }
  });

  it('offers to make the file where there is none, to a client that makes files, in the folder of the workspace', async () => {
    const title = 'Switch off inspectorate/official-name for every document, in a new .inspection-response.json';
    const uri = uriOf('bulb.report.md');
    const offered = async (capabilities: ClientCapabilities, folders: readonly string[]): Promise<CodeAction | undefined> => {
      const session = await startSession({ capabilities, folders });
      try {
        await session.open(uri, '# The visit\n\nOFSTED came.\n');
        const action = (await session.actions(uri, wholeLine(2))).find((one) => one.title === title);
        return action && (await session.request<CodeAction>('codeAction/resolve', action));
      } finally {
        await session.close(uri);
        await session.end();
      }
    };
    const makesFiles = {
      ...richCapabilities,
      workspace: { ...richCapabilities.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
    } as ClientCapabilities;
    const workspaceFolder = pathToFileURL(folder).href;
    const edit = (await offered(makesFiles, [workspaceFolder]))?.edit;
    assert.deepEqual(edit?.documentChanges, [
      { kind: 'create', uri: `${workspaceFolder}/.inspection-response.json`, options: { overwrite: false, ignoreIfExists: false } },
      {
        textDocument: { uri: `${workspaceFolder}/.inspection-response.json`, version: null },
        edits: [
          {
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
            newText: '{\n  "rules": {\n    "inspectorate/official-name": "off"\n  }\n}\n',
          },
        ],
      },
    ]);
    assert.equal(await offered(makesFiles, [`${workspaceFolder}/elsewhere`]), undefined);
    assert.equal(await offered(richCapabilities, [workspaceFolder]), undefined);
  });

  const propose = (uri: string, title: string, text: string) =>
    shared().request<HouseStyleFromDocument | null>('inspectionResponse/houseStyleFromDocument', {
      uri,
      title,
      configuration: { uri: uriOf('.inspection-response.json'), text },
    });

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
      assert.deepEqual(
        formSections(style.types['committee-report']!).map(({ heading }) => heading),
        ['Report in brief', 'Recommendation(s)', 'Reasons for the Recommendation(s)'],
      );
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
