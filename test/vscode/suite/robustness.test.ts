import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { crashed, noCrashes, type CrashRecord } from '../../../client/src/crash-record.ts';
import {
  checkNow,
  closeEverything,
  eventually,
  extension,
  needsWindow,
  openExample,
  openNew,
  reported,
  workspaceFolder,
} from './editor.ts';
import { clearNotices } from './notices.ts';
import { waitFor } from './window.ts';

/** `State.Running` of the language client, whose code is not at hand here. */
const running = 2;

describe('which documents are ours', () => {
  afterEach(closeEverything);

  it('takes up plain Markdown whose header names one of our kinds', async () => {
    await extension();
    const { document } = await openNew('plain.md', '---\ntitle: A report\ntype: "committee-report" # ours\n---\n\n# A report\n');
    const taken = await eventually(
      () => 'the language of plain.md to change',
      (again) => vscode.workspace.onDidOpenTextDocument(again),
      () =>
        vscode.workspace.textDocuments.find(
          ({ uri, languageId }) => uri.toString() === document.uri.toString() && languageId === 'inspection-response',
        ),
    );
    assert.ok((await checkNow(taken.uri)).length > 0);
  });

  it('leaves all other Markdown alone', async () => {
    await extension();
    for (const [name, text] of [
      ['blog.md', '---\ntype: post\n---\n\nOFSTED came.\n'],
      ['notes.md', '# Notes\n\ntype: minutes\n'],
      ['open.md', '---\ntype: minutes\n'],
    ] as const) {
      const { document } = await openNew(name, text);
      assert.equal(document.languageId, 'markdown', name);
      assert.deepEqual(
        vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'inspection-response'),
        [],
      );
    }
  });
});

describe('bad input', () => {
  afterEach(closeEverything);

  it('a header that is no YAML is reported at its place, and the rest is checked', async () => {
    const { document } = await openNew(
      'broken.report.md',
      '---\ntype: committee-report\ntitle: "never closed\nbody: [a, b\n---\n\n# A report\n\nOFSTED came.\n',
    );
    const found = await checkNow(document.uri);
    assert.ok(found.length > 0);
    assert.ok(document.getText().includes('"never closed'));
  });

  it('a file of other bytes, a byte-order mark and mixed line endings do no harm', async () => {
    const bytes = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251 || 1);
    await openNew('bytes.report.md', bytes).catch(() => {
      /* VS Code may refuse it as binary; that is an answer too. */
    });
    const { document } = await openNew('mixed.report.md', '\uFEFF---\r\ntype: committee-report\r\n---\n\n# A report\r\n\nOFSTED came.\r');
    assert.ok((await checkNow(document.uri)).length > 0);
  });

  it('a broken configuration is reported on its key, and documents are checked on', async () => {
    const configuration = vscode.Uri.file(join(workspaceFolder(), 'broken-settings/.inspection-response.json'));
    await vscode.workspace.fs.writeFile(configuration, new TextEncoder().encode('{ "rules": { "no/such-rule": "error" } }'));
    const { document } = await openNew('broken-settings/one.report.md', '---\ntype: committee-report\n---\n\n# A report\n\nOFSTED came.\n');
    await reported(document.uri, 'inspectorate/official-name');
    await eventually(
      () => 'a report on the configuration',
      (again) => vscode.languages.onDidChangeDiagnostics(again),
      () => (vscode.languages.getDiagnostics(configuration).length > 0 ? true : undefined),
    );
  });
});

describe('a server that dies', () => {
  afterEach(closeEverything);

  it('comes back with its documents', async () => {
    const { document } = await openExample('with-warnings/wexcombe-visit.report.md');
    // Some of it depends on the other papers, which are read anew; the list of symbols waits until they have been.
    const othersAreRead = () => vscode.commands.executeCommand('vscode.executeWorkspaceSymbolProvider', 'F1');
    await checkNow(document.uri);
    await othersAreRead();
    const before = await checkNow(document.uri);
    await kill();
    await checkNow(document.uri);
    await othersAreRead();
    assert.deepEqual(await checkNow(document.uri), before);
  });

  it('opens a document that stood before it twice without checks, until it is asked to try again', async function () {
    const { server } = await extension();
    await server.restart();
    // The settings, which are sent when they are open, are never what is suspected.
    await openExample('.inspection-response.json');
    const { document } = await openNew('suspect.report.md', '---\ntype: committee-report\n---\n\n# A report\n\nOFSTED came.\n');
    assert.ok((await checkNow(document.uri)).length > 0);
    await kill();
    await kill();
    assert.deepEqual(
      (await checkNow(document.uri)).map(({ code }) => code),
      ['project/not-checked'],
    );
    const other = await openExample('with-warnings/wexcombe-visit.report.md');
    assert.ok((await checkNow(other.document.uri)).length > 0);
    await vscode.commands.executeCommand('inspectionResponse.restartServer');
    assert.ok((await checkNow(document.uri)).some(({ code }) => code === 'inspectorate/official-name'));
    await clearNotices();
  });

  it('stays down after many crashes in a short time, and is asked about once for each document', () => {
    let record: CrashRecord = noCrashes;
    const verdicts = [1, 2, 3, 4, 5, 6].map((second) => {
      const verdict = crashed(record, second * 1000, second % 2 === 0 ? 'file:///a.report.md' : 'file:///b.report.md');
      record = verdict.record;
      return verdict;
    });
    assert.deepEqual(
      verdicts.map(({ restart }) => restart),
      [true, true, true, true, true, false],
    );
    assert.deepEqual(
      verdicts.map(({ setAside }) => setAside),
      [null, null, 'file:///b.report.md', 'file:///a.report.md', null, null],
    );
    assert.equal(crashed(record, 10 * 60 * 1000, null).restart, true);
  });
});

describe('the status bar', () => {
  afterEach(closeEverything);
  const item = '[id="inspection-response.inspection-response.inspectionResponse.status"]';

  it('shows the house style and what there is to put right, and nothing for other files', async function () {
    needsWindow(this);
    const { document } = await openExample('with-warnings/wexcombe-visit.report.md');
    await reported(document.uri, 'inspectorate/official-name');
    await waitFor({ selector: `${item} :text-matches("Generic: [0-9]+ to put right")` });
    await openNew('other.txt', 'OFSTED');
    await waitFor({ selector: item }, 'hidden');
  });
});

/** Ends the server process as a crash would, and waits for the next one. */
async function kill(): Promise<void> {
  const { server } = await extension();
  const client = (await server.running()) as unknown as {
    serverProcess?: { pid?: number };
    state: number;
    onDidChangeState: vscode.Event<{ newState: number }>;
  };
  const processId = client.serverProcess?.pid;
  assert.ok(processId !== undefined);
  const back = new Promise<void>((resolve) => {
    const subscription = client.onDidChangeState(({ newState }) => {
      if (newState !== running) return;
      subscription.dispose();
      resolve();
    });
  });
  process.kill(processId, 'SIGKILL');
  await back;
}
