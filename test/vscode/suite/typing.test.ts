import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { takePicture, type, press } from './window.ts';

describe('typing', () => {
  it('opens', async () => {
    const d = await vscode.workspace.openTextDocument({ language: 'inspection-response', content: '# A\n' });
    await vscode.window.showTextDocument(d);
    await press('Control+End');
    await type('OFSTED came.');
    await new Promise<void>((r) => { const s = vscode.languages.onDidChangeDiagnostics(() => { if (vscode.languages.getDiagnostics(d.uri).length > 0) { s.dispose(); r(); } }); });
    assert.equal(d.getText(), '# A\nOFSTED came.');
    await takePicture('first');
  });
});
