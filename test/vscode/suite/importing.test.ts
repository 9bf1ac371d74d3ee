import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { h, p, row, tbl, titled, wordFile } from '../../library/import/word-file.ts';
import { pdfFile, textLines } from '../../library/import/pdf-file.ts';
import { openXlsx, saveXlsx } from 'hucre';
import { closeEverything, extension, needsWindow, workspaceFolder } from './editor.ts';
import { clearNotices, noticeButton } from './notices.ts';
import { click, hasWindow, press, takePicture, textOf, waitFor } from './window.ts';

/** Writes a file into the folder of the window, imports it, and gives the document that is shown then. */
async function importFile(name: string, bytes: Uint8Array): Promise<vscode.TextDocument> {
  const file = vscode.Uri.file(join(workspaceFolder(), name));
  await vscode.workspace.fs.writeFile(file, bytes);
  try {
    await vscode.commands.executeCommand('inspectionResponse.import', file);
  } finally {
    await vscode.workspace.fs.delete(file);
  }
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document, 'No document is shown.');
  return document;
}

describe('importing a paper', () => {
  before(extension);
  afterEach(closeEverything);

  it('a Word document opens as a new document of its kind, not saved, and is checked', async () => {
    const document = await importFile(
      'Plan für Ämter.docx',
      wordFile({
        body:
          titled('Improvement action plan') +
          h(1, 'Actions') +
          tbl(row('Ref', 'Action', 'Lead', 'By when'), row('A1', 'Recruit three social workers', 'Head of Service', '31 July 2026')),
      }),
    );
    assert.deepEqual([document.isUntitled, document.languageId], [true, 'inspection-response']);
    assert.match(
      document.getText(),
      /^---\ntype: action-plan\n[^]*\n\| A1 \| Recruit three social workers \| Head of Service \| 31 July 2026 \|\n$/,
    );
    await takePicture('imported-plan');
  });

  it('its name is that of the paper, with the ending of its kind; saving writes it there, and never over another file', async () => {
    const place = vscode.Uri.file(join(workspaceFolder(), 'Board plan.plan.md'));
    const plan = wordFile({
      body:
        titled('Improvement action plan') +
        h(1, 'Actions') +
        tbl(row('Ref', 'Action', 'Lead', 'By when'), row('A1', 'Recruit three social workers', 'Head of Service', '31 July 2026')),
    });
    try {
      const first = await importFile('Board plan.docx', plan);
      assert.deepEqual([first.uri.scheme, first.uri.path], ['untitled', place.path]);
      const text = first.getText();
      assert.ok(await first.save());
      const saved = await vscode.workspace.openTextDocument(place);
      assert.deepEqual([saved.languageId, saved.isUntitled, saved.getText()], ['inspection-response', false, text]);
      assert.equal((await importFile('Board plan.plan.docx', plan)).uri.path, place.path.replace('plan.plan', 'plan-2.plan'));
    } finally {
      await closeEverything();
      await vscode.workspace.fs.delete(place);
    }
  });

  it('a paper whose kind nobody can tell has a name that says none, and is one of ours', async () => {
    const document = await importFile('A note.docx', wordFile({ body: p('We met, and talked about the weather.') }));
    assert.deepEqual(
      [document.uri.path.endsWith('/A note.md'), document.languageId, document.isUntitled],
      [true, 'inspection-response', true],
    );
  });

  it('a PDF as well', async () => {
    const document = await importFile(
      'letter.pdf',
      pdfFile([
        {
          texts: [
            ...textLines(72, 72, ['Dear Mary']),
            ...textLines(72, 100, ['We came in May, and saw what the service has done.']),
            ...textLines(72, 140, ['Yours sincerely']),
          ],
        },
      ]),
    );
    assert.match(
      document.getText(),
      /^---\ntype: inspection-letter\n[^]*\nDear Mary\n\nWe came in May, and saw what the service has done\.\n/,
    );
  });

  it('a file that is no paper leaves everything as it is', async () => {
    const before = vscode.workspace.textDocuments.length;
    await assert.rejects(importFile('broken.docx', new TextEncoder().encode('x')), /No document is shown/);
    assert.equal(vscode.workspace.textDocuments.length, before);
    if (hasWindow) await waitFor(await noticeButton('“broken.docx” cannot be imported.', 'Choose Another File…'));
    await clearNotices();
  });
});

describe('importing a tracker into its plan', function () {
  this.timeout(60_000);
  before(extension);
  afterEach(closeEverything);

  const inFolder = (name: string): vscode.Uri => vscode.Uri.file(join(workspaceFolder(), name));
  const plan = inFolder.bind(null, 'tracked.plan.md');
  const tracker = inFolder.bind(null, 'Filled in.xlsx');
  const source =
    '---\ntype: action-plan\nhouse-style: generic\ntitle: Front door\n---\n\n# Front door\n\n## Actions\n\n| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n| A1 | Train staff | AB | 30 April 2026 | red |\n| A2 | Recruit | CD | 31 July 2026 | green |\n';
  const list = '.quick-input-widget .quick-input-list';

  /** The plan exported as a tracker, filled in by owners; afterwards the plan's own date of A2 is moved. */
  async function fillIn(): Promise<vscode.TextDocument> {
    await vscode.workspace.fs.writeFile(plan(), new TextEncoder().encode(source));
    await vscode.commands.executeCommand('inspectionResponse.export', plan(), [], { format: 'xlsx', target: tracker() });
    const workbook = await openXlsx(await vscode.workspace.fs.readFile(tracker()));
    const sheet = workbook.sheets.find(({ name }) => name === 'Actions')!;
    const [head, first, second] = sheet.rows as [string[], (string | Date)[], (string | Date)[]];
    first[head.indexOf('Status')] = 'green';
    second[head.indexOf('Owner')] = 'EF';
    second[head.indexOf('Due')] = new Date('2026-08-31T00:00:00Z');
    sheet.rows.push(
      head.map((heading) => ({ Ref: 'A3', Action: 'Check ten cases', Owner: 'GH' } as Readonly<Record<string, string>>)[heading] ?? null),
    );
    await vscode.workspace.fs.writeFile(tracker(), await saveXlsx(workbook));
    const document = await vscode.workspace.openTextDocument(plan());
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) =>
      edit.replace(
        new vscode.Range(document.positionAt(source.indexOf('31 July')), document.positionAt(source.indexOf('31 July') + 12)),
        '15 July 2026',
      ),
    );
    return document;
  }
  afterEach(async () => {
    if (hasWindow) await press('Escape');
    for (const file of [plan(), tracker()]) await vscode.workspace.fs.delete(file).then(undefined, () => undefined);
  });

  it('lists what changed, what is new and what the plan says otherwise, beside the plan as it would be; puts in what is ticked, and nothing else', async function () {
    needsWindow(this);
    const document = await fillIn();
    const before = document.getText();
    const importing = vscode.commands.executeCommand('inspectionResponse.importIntoPlan', { tracker: tracker(), plan: plan() });
    await waitFor({ selector: `${list} .monaco-list-row:has-text("A2 Due")` });
    const listed = (await textOf({ selector: list })).replace(/\s+/g, ' ');
    for (const words of [
      'A1 Status',
      '“red” → “green”',
      'A2 Owner',
      '“CD” → “EF”',
      'A3',
      'a new row',
      'The plan stays as it is unless you tick this.',
      '“15 July 2026” → “31 August 2026”',
    ])
      assert.ok(listed.includes(words), `${words}\n${listed}`);
    assert.ok(
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputTextDiff)),
      'No comparison is shown.',
    );
    assert.equal(document.getText(), before, 'Nothing is written before somebody has chosen.');
    await takePicture('tracker-into-plan');
    // The owner of A2 is not to be taken.
    await click({ selector: `${list} .monaco-list-row:has-text("A2 Owner")` });
    await press('Enter');
    await importing;
    assert.equal(document.getText(), `${before.replace('| red |', '| green |').trimEnd()}\n| A3 | Check ten cases | GH |  |  |\n`);
    assert.ok(
      document.isDirty &&
        !vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputTextDiff)),
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before, 'One step to undo.');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('leaves a plan alone that was changed while somebody chose', async function () {
    needsWindow(this);
    const document = await fillIn();
    const importing = vscode.commands.executeCommand('inspectionResponse.importIntoPlan', { tracker: tracker(), plan: plan() });
    await waitFor({ selector: `${list} .monaco-list-row:has-text("A1 Status")` });
    const change = new vscode.WorkspaceEdit();
    change.replace(
      document.uri,
      new vscode.Range(document.positionAt(document.getText().indexOf('AB')), document.positionAt(document.getText().indexOf('AB') + 2)),
      'ZZ',
    );
    await vscode.workspace.applyEdit(change);
    const changed = document.getText();
    await press('Enter');
    await importing;
    assert.equal(document.getText(), changed);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
