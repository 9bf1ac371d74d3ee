import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DocumentHighlight, Location, LocationLink, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { poorCapabilities, richCapabilities, sharedSession, startSession, type Session } from './client.ts';
import { letter, plan } from './documents.ts';

/** A folder with a letter that is closed, and a plan to open. */
function response(): { readonly folder: string; readonly letter: string; readonly plan: string; readonly letterFile: string } {
  const folder = mkdtempSync(join(tmpdir(), 'northmere '));
  const letterFile = join(folder, 'visit.letter.md');
  writeFileSync(letterFile, letter);
  return { folder, letterFile, letter: pathToFileURL(letterFile).href, plan: pathToFileURL(join(folder, 'visit.plan.md')).href };
}

const ask = <R>(session: Session, method: string, uri: string, piece: string, more: object = {}): Promise<R> =>
  session.request<R>(method, { textDocument: { uri }, position: session.at(uri, piece), ...more });

describe('navigation', () => {
  const shared = sharedSession();
  let files: ReturnType<typeof response>;
  beforeEach(() => {
    files = response();
  });
  afterEach(() => rmSync(files.folder, { recursive: true }));

  it('goes from a label to the letter, which is not open, with links where the editor takes them', async () => {
    const session = shared();
    await session.open(files.plan, plan);
    const links = await ask<LocationLink[]>(session, 'textDocument/definition', files.plan, 'F1 | Recruit');
    assert.equal(links.length, 1);
    assert.equal(links[0]!.targetUri, files.letter);
    assert.deepEqual(links[0]!.targetSelectionRange, { start: { line: 10, character: 4 }, end: { line: 10, character: 6 } });
    assert.deepEqual(links[0]!.originSelectionRange?.start, session.at(files.plan, 'F1 | Recruit'));
    const plain = await startSession({ capabilities: poorCapabilities });
    await plain.open(files.plan, plan);
    const [location] = await ask<Location[]>(plain, 'textDocument/definition', files.plan, 'F1 | Recruit');
    assert.deepEqual(location, { uri: files.letter, range: links[0]!.targetSelectionRange });
    await plain.read('textDocument/publishDiagnostics');
    await plain.end();
  });

  it('finds references in open and closed documents, and highlights', async () => {
    const session = shared();
    await session.open(files.plan, plan);
    const found = await ask<Location[]>(session, 'textDocument/references', files.plan, 'F1 | Recruit', {
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      found.map(({ uri, range }) => [uri, range.start.line]),
      [
        [files.plan, 14],
        [files.plan, 21],
        [files.letter, 10],
      ],
    );
    const without = await ask<Location[]>(session, 'textDocument/references', files.plan, 'F1 | Recruit', {
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      without.map(({ range }) => range.start.line),
      [21],
    );
    const highlights = await ask<DocumentHighlight[]>(session, 'textDocument/documentHighlight', files.plan, 'F1 | Recruit');
    assert.deepEqual(
      highlights.map(({ range, kind }) => [range.start.line, kind]),
      [
        [14, 3],
        [21, 2],
      ],
    );
    assert.equal(await ask(session, 'textDocument/definition', files.plan, 'board met'), null);
    assert.equal(await ask(session, 'textDocument/references', files.plan, 'board met', { context: { includeDeclaration: true } }), null);
  });

  it('renames a label in open documents by version and in closed ones as they are on disk', async () => {
    const session = shared();
    await session.open(files.plan, plan);
    await session.change(files.plan, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '' });
    writeFileSync(files.letterFile, letter.replace('## Areas', 'A line more, of which nobody was told.\n\n## Areas'));
    assert.deepEqual(await ask(session, 'textDocument/prepareRename', files.plan, 'F1 | Recruit'), {
      range: { start: { line: 21, character: 7 }, end: { line: 21, character: 9 } },
      placeholder: 'F1',
    });
    const edit = await ask<WorkspaceEdit>(session, 'textDocument/rename', files.plan, 'F1 | Recruit', { newName: 'F7' });
    assert.deepEqual(
      (edit.documentChanges as TextDocumentEdit[]).map(({ textDocument, edits }) => [
        textDocument,
        edits.map(({ range }) => range.start.line),
      ]),
      [
        [{ uri: files.plan, version: 2 }, [14, 21]],
        [{ uri: files.letter, version: null }, [12]],
      ],
    );
    await session.apply(edit);
    assert.match(session.text(files.plan), /\*\*F7\*\* The timeliness[^]*\| A1 \| F7 \|/);
    assert.ok(readFileSync(files.letterFile, 'utf8').includes('**F1**'), 'the server writes nothing itself');
  });

  it('refuses in words a name that is taken, and one that is none, without a line in the log', async () => {
    const session = shared();
    await session.open(files.plan, plan);
    await assert.rejects(
      ask(session, 'textDocument/rename', files.plan, 'F1 | Recruit', { newName: 'F2' }),
      /F2 is taken: it labels “Oversight by managers of the work of social workers\.” in visit\.plan\.md\./,
    );
    await assert.rejects(ask(session, 'textDocument/rename', files.plan, 'F1 | Recruit', { newName: '' }), /is no label/);
    await assert.rejects(ask(session, 'textDocument/prepareRename', files.plan, 'board met'), /There is no name here/);
    assert.deepEqual(
      session.sent.filter((method) => method === 'window/logMessage'),
      [],
    );
  });

  it('writes nothing where a document was deleted while being renamed into', async () => {
    const session = shared();
    await session.open(files.plan, plan);
    await ask(session, 'textDocument/references', files.plan, 'F1 | Recruit', { context: { includeDeclaration: true } });
    unlinkSync(files.letterFile);
    await assert.rejects(
      ask(session, 'textDocument/rename', files.plan, 'F1 | Recruit', { newName: 'F7' }),
      /^Error: visit\.letter\.md mentions this and cannot be read any more, so nothing was renamed\./,
    );
    await session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: files.letter, type: 3 }] });
    const edit = await ask<WorkspaceEdit>(session, 'textDocument/rename', files.plan, 'F1 | Recruit', { newName: 'F7' });
    assert.deepEqual(
      (edit.documentChanges as TextDocumentEdit[]).map(({ textDocument }) => textDocument.uri),
      [files.plan],
    );
    await session.refreshed();
  });

  it('asks before it writes into a document that gives the label to other words, where the editor can ask', async () => {
    const annotating = {
      ...richCapabilities,
      workspace: { ...richCapabilities.workspace, workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
    };
    writeFileSync(files.letterFile, letter.replace('The timeliness of assessments', 'Late assessments'));
    const session = await startSession({ capabilities: annotating });
    await session.open(files.plan, plan);
    const edit = await ask<WorkspaceEdit>(session, 'textDocument/rename', files.plan, 'F1 | Recruit', { newName: 'F7' });
    const question = 'F1 is “Late assessments.” in visit.letter.md';
    assert.deepEqual(edit.changeAnnotations, { [question]: { label: question, needsConfirmation: true } });
    assert.deepEqual(
      (edit.documentChanges as TextDocumentEdit[]).map(({ edits }) =>
        edits.map((one) => ('annotationId' in one ? one.annotationId : null)),
      ),
      [[null, null], [question]],
    );
    await session.end();
    const plain = shared();
    await plain.open(files.plan, plan);
    const unasked = await ask<WorkspaceEdit>(plain, 'textDocument/rename', files.plan, 'F1 | Recruit', { newName: 'F7' });
    assert.ok(!unasked.changeAnnotations && !JSON.stringify(unasked).includes('annotationId'));
  });

  it('gives plain changes to an editor without versions, and no preparation to one that asks for none', async () => {
    const session = await startSession({ capabilities: poorCapabilities });
    assert.equal(session.initialized.capabilities.renameProvider, true);
    await session.open(files.plan, plan);
    const edit = await ask<WorkspaceEdit>(session, 'textDocument/rename', files.plan, 'F1 | Recruit', { newName: 'F7' });
    assert.deepEqual(Object.keys(edit.changes ?? {}), [files.plan, files.letter]);
    assert.equal(edit.documentChanges, undefined);
    await session.read('textDocument/publishDiagnostics');
    await session.end();
  });
});
