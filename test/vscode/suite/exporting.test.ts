import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { closeEverything, extension, needsWindow, workspaceFolder } from './editor.ts';
import { clearNotices, notice, noticeButton } from './notices.ts';
import { click, press, waitFor } from './window.ts';

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

/** Files of which one is open in another program. `refuses`: what is said to one who would delete or replace it, and when. */
function busyFiles(refuses: (deed: 'delete' | 'rename') => string | null): {
  readonly provider: vscode.FileSystemProvider;
  readonly names: () => string[];
  readonly sizeOf: (path: string) => number | undefined;
} {
  const files = new Map<string, Uint8Array>([['/tracker.xlsx', new Uint8Array()]]);
  const found = ({ path }: vscode.Uri): Uint8Array => {
    const bytes = files.get(path);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(path);
    return bytes;
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
    watch: () => new vscode.Disposable(() => {}),
    stat: (uri) =>
      uri.path === '/'
        ? { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 }
        : { type: vscode.FileType.File, ctime: 0, mtime: 0, size: found(uri).length },
    readDirectory: () => [...files.keys()].map((path) => [path.slice(1), vscode.FileType.File]),
    createDirectory: () => {},
    readFile: found,
    writeFile: ({ path }, bytes) => {
      files.set(path, bytes);
    },
    delete: ({ path }) => {
      const words = path === '/tracker.xlsx' ? refuses('delete') : null;
      if (words !== null) throw new Error(words);
      files.delete(path);
    },
    rename: (from, to) => {
      const words = refuses('rename');
      if (words !== null) throw new Error(words);
      files.set(to.path, found(from));
      files.delete(from.path);
    },
  };
  return { provider, names: () => [...files.keys()], sizeOf: (path) => files.get(path)?.length };
}

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

  it('says what to do where the target is open in another program, or is a folder; the target stays as it is', async function () {
    needsWindow(this);
    let words = '';
    const files = busyFiles(() => words);
    const provider = vscode.workspace.registerFileSystemProvider('busy', files.provider);
    try {
      // As Windows says it; and as it is said where what deletes files takes a held one for a folder.
      for (words of ['EBUSY: resource busy or locked', "ENOTDIR: not a directory, scandir '/tracker.xlsx'"]) {
        await vscode.commands.executeCommand('inspectionResponse.export', plan(), [], {
          format: 'xlsx',
          target: vscode.Uri.parse('busy:/tracker.xlsx'),
        });
        await waitFor(await noticeButton('It is open in another program, such as Word or Excel', 'Try again'));
        assert.deepEqual(files.names(), ['/tracker.xlsx'], 'Something was left beside it.');
        await clearNotices();
      }
      await vscode.commands.executeCommand('inspectionResponse.export', plan(), [], { format: 'csv', target: target('northmere') });
      await waitFor(await notice('It is a folder. Choose a file in it.'));
      await clearNotices();
      const names = (await vscode.workspace.fs.readDirectory(target('.'))).map(([name]) => name);
      assert.deepEqual(
        names.filter((name) => name.endsWith('.tmp')),
        [],
      );
      assert.ok((await vscode.workspace.fs.readDirectory(target('northmere'))).length > 0, 'The folder lost what was in it.');
    } finally {
      provider.dispose();
    }
  });

  it('puts the new file in the place of an old one that was taken away before the new one could be named', async () => {
    let renames = 0;
    const files = busyFiles((deed) => (deed === 'rename' && renames++ === 0 ? 'EBUSY: resource busy or locked' : null));
    const provider = vscode.workspace.registerFileSystemProvider('busy', files.provider);
    try {
      await vscode.commands.executeCommand('inspectionResponse.export', plan(), [], {
        format: 'xlsx',
        target: vscode.Uri.parse('busy:/tracker.xlsx'),
      });
      assert.deepEqual(files.names(), ['/tracker.xlsx']);
      assert.ok(files.sizeOf('/tracker.xlsx')! > 1000);
    } finally {
      provider.dispose();
    }
  });

  it('exports the paper of a preview from the menu over it', async function () {
    needsWindow(this);
    const document = await vscode.workspace.openTextDocument(plan());
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('inspectionResponse.openPreview');
    await waitFor({ selector: 'h2', frames: ['iframe.webview.ready', '#active-frame'] });
    await click({ selector: '.editor-actions .action-label[aria-label^="Export…"]' });
    await waitFor({ selector: '.quick-input-widget input[placeholder="Choose what to make of northmere-focused-visit.plan.md"]' });
    await press('Escape');
  });

  it('says which of the marked files is no paper, and exports none of them', async function () {
    needsWindow(this);
    const settings = target('.inspection-response.json');
    await assert.rejects(exportTo('pack.docx', [plan(), settings]), /pack\.docx/);
    await waitFor(await notice('unmark .inspection-response.json, or import it first'));
    await clearNotices();
  });

  it('writes nothing where there is nothing to export, and leaves nothing beside', async () => {
    await assert.rejects(exportTo('tracker.xlsx', [target('northmere/northmere-focused-visit.letter.md')]));
    const names = (await vscode.workspace.fs.readDirectory(target('.'))).map(([name]) => name);
    assert.deepEqual(
      names.filter((name) => name.endsWith('.tmp') || name.endsWith('.xlsx')),
      [],
    );
  });
});
