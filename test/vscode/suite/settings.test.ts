import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import {
  closeEverything,
  diagnosticsWhere,
  eventually,
  extension,
  noLongerReported,
  openExample,
  openNew,
  placeOf,
  reported,
  workspaceFolder,
} from './editor.ts';

const settingsFile = (): vscode.Uri => vscode.Uri.file(join(workspaceFolder(), '.inspection-response.json'));

describe('the settings of a folder', () => {
  let before: Uint8Array;
  beforeEach(async () => {
    before = await vscode.workspace.fs.readFile(settingsFile());
  });
  afterEach(async () => {
    await closeEverything();
    await vscode.workspace.fs.writeFile(settingsFile(), before);
    // The next test begins when the window, too, holds the file as it was.
    const settings = await vscode.workspace.openTextDocument(settingsFile());
    const text = new TextDecoder().decode(before);
    await eventually(
      () => 'the settings as they were',
      (again) => vscode.workspace.onDidChangeTextDocument(again),
      () => (settings.getText() === text ? settings : undefined),
    );
  });

  it('a house style made from the open document stands in the settings file, and holds once it is saved', async () => {
    const text =
      '---\ntype: committee-report\nhouse-style: leeds\ntitle: A report\n---\n\n# A report\n\n## In short\n\nText.\n\n## Recommendations\n\n- **R1** That the Board comments on the plan by 3 May 2026.\n';
    const { document } = await openNew('model.report.md', text);
    await vscode.commands.executeCommand('inspectionResponse.houseStyleFromDocument', { title: 'Aldersham Council' });
    const settings = await vscode.workspace.openTextDocument(settingsFile());
    assert.equal(settings.languageId, 'jsonc');
    assert.ok(settings.isDirty, 'the officer saves it');
    assert.match(settings.getText(), /"aldersham-council": \{\s+"title": "Aldersham Council"/);
    assert.match(settings.getText(), /\/\/ Used where a document does not name a house style itself\./, 'comments stay');
    const follow = await openNew('follow.report.md', text.replace('house-style: leeds', 'house-style: aldersham-council'));
    await reported(follow.document.uri, 'project/house-style-unknown');
    await settings.save();
    await noLongerReported(follow.document.uri, 'project/house-style-unknown');
    const { server } = await extension();
    const client = await server.running();
    const status = await client.sendRequest<{ houseStyleTitle: string } | null>('inspectionResponse/documentStatus', {
      uri: client.code2ProtocolConverter.asUri(follow.document.uri),
    });
    assert.equal(status?.houseStyleTitle, 'Aldersham Council');
    assert.notEqual(document.uri.toString(), follow.document.uri.toString());
  });

  it('is taken back with one undo', async () => {
    await openNew('model.report.md', '---\ntype: committee-report\n---\n\n# A report\n\n## Summary\n\nText.\n');
    await vscode.commands.executeCommand('inspectionResponse.houseStyleFromDocument', { title: 'Wexcombe Council' });
    const settings = await vscode.workspace.openTextDocument(settingsFile());
    assert.match(settings.getText(), /wexcombe-council/);
    await vscode.window.showTextDocument(settings);
    await vscode.commands.executeCommand('undo');
    assert.equal(settings.getText(), new TextDecoder().decode(before));
  });

  it('a check is switched off for every document from the light bulb, and holds at once; a second one joins it', async () => {
    const { document } = await openNew(
      'bulb.report.md',
      '---\ntype: committee-report\ntitle: Bulb\n---\n\n## Summary\n\nOFSTED came.\n\nOn Tuesday, 7 January 2026 they left.\n',
    );
    for (const [rule, words] of [
      ['inspectorate/official-name', 'OFSTED'],
      ['dates/weekday-mismatch', 'Tuesday'],
    ] as const) {
      await reported(document.uri, rule);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        placeOf(document, words),
        undefined,
        20,
      );
      const action = actions.find(({ title }) => title.startsWith(`Switch off ${rule}`));
      assert.ok(
        action?.edit && action.command,
        `Offered: ${actions.map(({ title }) => title).join(', ')}. In it: ${Object.keys(action ?? {}).join(', ')}.`,
      );
      await vscode.workspace.applyEdit(action.edit);
      await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
      await noLongerReported(document.uri, rule);
    }
    const settings = new TextDecoder().decode(await vscode.workspace.fs.readFile(settingsFile()));
    assert.match(settings, /"rules": \{\s+"inspectorate\/official-name": "off",\s+"dates\/weekday-mismatch": "off"\s+\}/);
  });

  it('a check that is switched off joins what stands unsaved in the editor of the settings', async () => {
    const { document } = await openNew(
      'bulb-unsaved.report.md',
      '---\ntype: committee-report\ntitle: Bulb\n---\n\n## Summary\n\nOFSTED came.\n',
    );
    await reported(document.uri, 'inspectorate/official-name');
    const settings = await vscode.workspace.openTextDocument(settingsFile());
    const change = new vscode.WorkspaceEdit();
    change.replace(settings.uri, new vscode.Range(0, 0, settings.lineCount, 0), '{\n  "rules": { "dates/no-year": "off" }\n}\n');
    await vscode.workspace.applyEdit(change);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      placeOf(document, 'OFSTED'),
      undefined,
      20,
    );
    const action = actions.find(({ title }) => title.startsWith('Switch off'));
    assert.ok(action?.edit);
    assert.equal(action.command, undefined);
    await vscode.workspace.applyEdit(action.edit);
    assert.deepEqual(JSON.parse(settings.getText()), { rules: { 'dates/no-year': 'off', 'inspectorate/official-name': 'off' } });
    assert.ok(settings.isDirty);
  });

  it('a page tells what applies to a document and where it is said', async () => {
    await openExample('northmere/northmere-focused-visit.plan.md');
    await vscode.commands.executeCommand('inspectionResponse.explainConfiguration');
    const page = await eventually(
      () => 'the page',
      (again) => vscode.workspace.onDidOpenTextDocument(again),
      () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'inspection-response-settings'),
    );
    assert.match(page.getText(), /^# What applies to northmere-focused-visit\.plan\.md$/m);
    assert.match(page.getText(), /^\| RH \| Rowan Hartley, Head of Assessment \| .+:\d+ \|$/m);
  });

  it('is completed and checked by its schema, comments allowed', async () => {
    const settings = await vscode.workspace.openTextDocument(settingsFile());
    const editor = await vscode.window.showTextDocument(settings);
    assert.deepEqual(
      vscode.languages.getDiagnostics(settings.uri).map(({ message }) => message),
      [],
    );
    await editor.edit((edit) => edit.insert(settings.positionAt(settings.getText().indexOf('{') + 1), '\n  "houseStile": "sefton",'));
    await diagnosticsWhere(settings.uri, 'the unknown setting to be underlined', (all) =>
      all.some(({ message }) => message.includes('houseStile')),
    );
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      settings.uri,
      settings.positionAt(settings.getText().indexOf('"houseStile"') + 1),
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    for (const name of ['houseStyles', 'rules', 'holidays'])
      assert.ok(
        labels.some((label) => label.includes(name)),
        labels.join(', '),
      );
  });
});
