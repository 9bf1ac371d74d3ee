import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { InspectionResponse } from '../../../client/src/start-client.ts';
import { hasWindow, press, type as typeInWindow, valueOf } from './window.ts';

const patience = 30_000;

/** The folder that the window is on: a copy of examples/ under a name with a space, an accent and an ampersand. */
export function workspaceFolder(): string {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  assert.ok(folder !== undefined, 'The window has no folder.');
  return folder;
}

/** The extension, running. */
export async function extension(): Promise<InspectionResponse> {
  const found = vscode.extensions.getExtension<InspectionResponse>('inspection-response.inspection-response');
  assert.ok(found !== undefined, 'The extension is not there.');
  return found.activate();
}

/** Waits until `probe` gives something, asking once now and again at each event. */
export function eventually<Value>(
  what: () => string,
  listen: (again: () => void) => vscode.Disposable,
  probe: () => Value | undefined,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      subscription.dispose();
      reject(new Error(`Waited in vain for ${what()}`));
    }, patience);
    const ask = (): void => {
      const value = probe();
      if (value === undefined) return;
      clearTimeout(timer);
      subscription.dispose();
      resolve(value);
    };
    const subscription = listen(ask);
    ask();
  });
}

export const ruleOf = (diagnostic: vscode.Diagnostic): string =>
  typeof diagnostic.code === 'object' ? String(diagnostic.code.value) : String(diagnostic.code);

const described = (uri: vscode.Uri): string =>
  vscode.languages
    .getDiagnostics(uri)
    .map((one) => `${one.range.start.line + 1}: ${ruleOf(one)}: ${one.message}`)
    .join('\n') || '(nothing is reported)';

/** Waits for the diagnostics of a document to be as wanted. */
export function diagnosticsWhere(
  uri: vscode.Uri,
  what: string,
  wanted: (diagnostics: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return eventually(
    () => `${what}. Reported is:\n${described(uri)}`,
    (again) =>
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((one) => one.toString() === uri.toString())) again();
      }),
    () => {
      const diagnostics = vscode.languages.getDiagnostics(uri);
      return wanted(diagnostics) ? diagnostics : undefined;
    },
  );
}

/** Waits for a rule to report something in a document, and gives the first. */
export async function reported(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  const diagnostics = await diagnosticsWhere(uri, `a report of ${rule}`, (all) => all.some((one) => ruleOf(one) === rule));
  return diagnostics.find((one) => ruleOf(one) === rule) as vscode.Diagnostic;
}

export const noLongerReported = (uri: vscode.Uri, rule: string): Promise<readonly vscode.Diagnostic[]> =>
  diagnosticsWhere(uri, `${rule} to be gone`, (all) => all.every((one) => ruleOf(one) !== rule));

/** Asks the server for everything that it has to say of a document as it now is. */
export async function checkNow(uri: vscode.Uri): Promise<readonly { readonly code?: unknown; readonly message: string }[]> {
  const { server } = await extension();
  const client = await server.running();
  const report = await client.sendRequest<{ items: { code?: unknown; message: string }[] }>('textDocument/diagnostic', {
    textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
  });
  return report.items;
}

/**
 * Waits until the window has everything that the server has to say of a document as it now is. What is asked of the light bulb before is
 * given up by the editor itself as soon as something is reported.
 */
export async function reportedInFull(uri: vscode.Uri): Promise<void> {
  const wanted = (await checkNow(uri)).length;
  await diagnosticsWhere(uri, `${wanted} reports`, (all) => all.length === wanted);
}

/** Opens a file of the window's folder in an editor. */
export async function openExample(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(join(workspaceFolder(), path)));
}

/** Writes a file into the window's folder and opens it. */
export async function openNew(name: string, content: string | Uint8Array): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.file(join(workspaceFolder(), name));
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** Types at the cursor: with real keys where there is a bridge to the window, else through the editor's own command. */
export async function typeText(text: string): Promise<void> {
  if (hasWindow) return typeInWindow(text);
  for (const character of text) await vscode.commands.executeCommand('type', { text: character });
  return undefined;
}

/** Waits for a document to hold a text; keys arrive when they arrive. */
export function textArrives(document: vscode.TextDocument, wanted: string): Promise<true> {
  return eventually(
    () => `“${wanted}” in:\n${document.getText()}`,
    (again) =>
      vscode.workspace.onDidChangeTextDocument(({ document: changed }) => {
        if (changed === document) again();
      }),
    () => (document.getText().includes(wanted) ? true : undefined),
  );
}

export function placeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const at = document.getText().indexOf(text);
  assert.notEqual(at, -1, `The document does not hold “${text}”.`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

/**
 * Puts the cursor somewhere and sees it there: messages to the window arrive in order, so that when the second is answered the first is
 * done.
 */
export async function putCursor(editor: vscode.TextEditor, position: vscode.Position): Promise<void> {
  editor.selection = new vscode.Selection(position, position);
  await vscode.commands.executeCommand('revealLine', { lineNumber: position.line, at: 'center' });
}

/** Runs something in the light, the dark and the high-contrast theme; `kind` is the class that the body of a page then has. */
export async function inEveryTheme(act: (name: 'light' | 'dark' | 'contrast', kind: string) => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration('workbench');
  const before = settings.get<string>('colorTheme');
  try {
    for (const [theme, kind, name] of [
      ['Default Light Modern', 'vscode-light', 'light'],
      ['Default Dark Modern', 'vscode-dark', 'dark'],
      ['Default High Contrast', 'vscode-high-contrast', 'contrast'],
    ] as const) {
      await settings.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
      await act(name, kind);
    }
  } finally {
    await settings.update('colorTheme', before, vscode.ConfigurationTarget.Global);
  }
}

/** Answers VS Code's dialog that asks for a file, by taking what it proposes; gives the path. The proposal must end with `name`. */
export async function answerDialog(name: string): Promise<string> {
  const path = await valueOf({ selector: '.quick-input-widget input[type=text]' }, name);
  const written = eventually(
    () => `${path} to be written`,
    (again) => {
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.file(join(path, '..')), name));
      watcher.onDidCreate(again);
      return watcher;
    },
    () => (existsSync(path) ? true : undefined),
  );
  await press('Enter');
  await written;
  return path;
}

/** Closes every editor without a question about what was not saved. */
export async function closeEverything(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty, isClosed }) => isDirty && !isClosed)) {
    await vscode.window.showTextDocument(document);
    // Closing alone would leave the changed text in memory, and the next test would open it.
    if (!document.isUntitled) await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Leaves a test out in a VS Code whose window cannot be reached. */
export function needsWindow(context: Mocha.Context): void {
  if (hasWindow) return;
  console.log('(skipped: desktop VS Code gives tests no keys, no mouse and no pictures)');
  context.skip();
}
