import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { h, row, tbl, titled, wordFile } from '../../library/import/word-file.ts';
import { pdfFile, textLines } from '../../library/import/pdf-file.ts';
import { closeEverything, extension, workspaceFolder } from './editor.ts';

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
    const document = await importFile('Plan für Ämter.docx', wordFile({ body: titled('Improvement action plan') + h(1, 'Actions') + tbl(row('Ref', 'Action', 'Lead', 'By when'), row('A1', 'Recruit three social workers', 'Head of Service', '31 July 2026')) }));
    assert.deepEqual([document.isUntitled, document.languageId], [true, 'inspection-response']);
    assert.match(document.getText(), /^---\ntype: action-plan\n[^]*\n\| A1 \| Recruit three social workers \| Head of Service \| 31 July 2026 \|\n$/);
  });

  it('a PDF as well', async () => {
    const document = await importFile('letter.pdf', pdfFile([{ texts: [...textLines(72, 72, ['Dear Mary']), ...textLines(72, 100, ['We came in May, and saw what the service has done.']), ...textLines(72, 140, ['Yours sincerely'])] }]));
    assert.match(document.getText(), /^---\ntype: inspection-letter\n[^]*\nDear Mary\n\nWe came in May, and saw what the service has done\.\n/);
  });

  it('a file that is no paper leaves everything as it is', async () => {
    const before = vscode.workspace.textDocuments.length;
    await assert.rejects(importFile('broken.docx', new TextEncoder().encode('x')), /No document is shown/);
    assert.equal(vscode.workspace.textDocuments.length, before);
  });
});
