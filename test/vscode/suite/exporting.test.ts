import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { closeEverything, extension, workspaceFolder } from './editor.ts';

const target = (name: string): vscode.Uri => vscode.Uri.file(join(workspaceFolder(), name));

/** Exports as the palette does, without its questions. */
async function exportTo(name: string, uris: readonly vscode.Uri[] = []): Promise<Uint8Array> {
  const file = target(name);
  const format = name.slice(name.lastIndexOf('.') + 1);
  await vscode.commands.executeCommand('inspectionResponse.export', uris[0], uris.slice(1), { format, target: file });
  try {
    return await vscode.workspace.fs.readFile(file);
  } finally {
    await vscode.workspace.fs.delete(file).then(undefined, () => undefined);
  }
}

const report = () => target('northmere/northmere-focused-visit.report.md');
const plan = () => target('northmere/northmere-focused-visit.plan.md');

describe('exporting a paper', function () {
  this.timeout(60_000);
  before(extension);
  afterEach(closeEverything);

  it('the open document becomes a Word document, with what is not saved yet', async () => {
    const document = await vscode.workspace.openTextDocument(report());
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(document.positionAt(document.getText().indexOf('## Summary')), 'Not saved yet.\n\n'));
    const parts = unzipSync(await exportTo('Out of here.docx'));
    assert.match(strFromU8(parts['word/document.xml']!), /Not saved yet\.[^]*Summary/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('several become one bundle with numbered appendices', async () => {
    const page = new TextDecoder().decode(await exportTo('pack.html', [report(), plan()]));
    assert.match(page, /<h1[^>]*>Appendix 2: Action plan: the front door for children<\/h1>/);
  });

  it('a plan becomes a tracker', async () => {
    const parts = unzipSync(await exportTo('tracker.xlsx', [plan()]));
    assert.ok(parts['xl/worksheets/sheet1.xml']);
  });

  it('writes nothing where there is nothing to export, and leaves nothing beside', async () => {
    await assert.rejects(exportTo('tracker.xlsx', [target('northmere/northmere-focused-visit.letter.md')]));
    const names = (await vscode.workspace.fs.readDirectory(target('.'))).map(([name]) => name);
    assert.deepEqual(names.filter((name) => name.endsWith('.tmp') || name.endsWith('.xlsx')), []);
  });
});
