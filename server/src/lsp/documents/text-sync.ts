import type { Connection, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Host } from '../../language/host.ts';
import { hasTypeInName, saysItsType } from '../../language/model/front-matter/says-its-type.ts';
import type { LanguageService } from '../../language/service.ts';
import { documentAddress, isNewFile, type DocumentAddress } from '../../language/text/document-address.ts';
import type { TextEdit } from '../../language/text/span.ts';
import type { Client } from '../connection/client.ts';
import { fencedNotification } from '../connection/fence.ts';
import { TextDocuments } from '../connection/protocol-library.ts';
import { inUtf16 } from '../to-protocol/positions.ts';
import { editedText, type EditedText } from './edited-text.ts';

/** A document that the client has open. */
export interface OpenText {
  /** The one spelling of its address. */
  readonly uri: DocumentAddress;
  /** As the client spells it. */
  readonly spelling: string;
  readonly text: EditedText;
  /** Whether it is ours to read: `set-aside` is one that brought the server down before. */
  readonly use: 'read' | 'set-aside' | 'not-ours';
}

/** The texts that the client has open, and their edits handed on to the library. An edit costs what it changes. */
export interface OpenTexts {
  get(uri: string): OpenText | undefined;
  all(): readonly OpenText[];
  /** The address of a document, open or not, as the client spells it. */
  spelling(address: DocumentAddress): string;
  onChanged(listener: (text: OpenText) => void): void;
  onClosed(listener: (text: OpenText) => void): void;
  onSaved(listener: (text: OpenText) => void): void;
  /** Gives the library the whole text again: where what it holds is not what the client sent. */
  reopen(text: OpenText): void;
}

export function followTexts(connection: Connection, service: LanguageService, client: Client, log: Host['log']): OpenTexts {
  const spellings = new Map<DocumentAddress, string>();
  const documents = new TextDocuments<OpenText>({
    create(uri, languageId, version, content) {
      const address = uri as DocumentAddress;
      const text = editedText(uri, languageId, version, content);
      const opened: OpenText = {
        uri: address,
        spelling: spellings.get(address) ?? uri,
        text,
        use: client.unanalysed.has(address) ? 'set-aside' : useOf(address, languageId, () => content),
      };
      if (opened.use === 'read') service.open(address, version, content);
      return opened;
    },
    update(opened, changes, version) {
      const edits = changes.flatMap((change) => applyChange(opened.text, change, version, client));
      const use = opened.use === 'set-aside' ? opened.use : useOf(opened.uri, opened.text.languageId, () => opened.text.whole().getText());
      if (use === 'read' && opened.use === 'read') service.change(opened.uri, version, edits);
      else if (use === 'read') service.open(opened.uri, version, opened.text.whole().getText());
      else if (opened.use === 'read') service.close(opened.uri);
      return use === opened.use ? opened : { ...opened, use };
    },
  });
  documents.onDidClose(({ document }) => {
    spellings.delete(document.uri);
    if (document.use === 'read') service.close(document.uri);
  });

  const inOneSpelling = <P extends { readonly textDocument: { readonly uri: string } }>(name: string, handler: (params: P) => void) =>
    fencedNotification<P>(name, log, (params) => {
      const address = documentAddress(params.textDocument.uri);
      if (name === 'textDocument/didOpen') spellings.set(address, params.textDocument.uri);
      // A paper that is saved for the first time is opened as a file before what it was until then is closed.
      else if (isNewFile(params.textDocument.uri) !== isNewFile(spellings.get(address) ?? params.textDocument.uri)) return;
      handler({ ...params, textDocument: { ...params.textDocument, uri: address } });
    });
  documents.listen({
    onDidOpenTextDocument: (handler) => connection.onDidOpenTextDocument(inOneSpelling('textDocument/didOpen', handler)),
    onDidChangeTextDocument: (handler) => connection.onDidChangeTextDocument(inOneSpelling('textDocument/didChange', handler)),
    onDidCloseTextDocument: (handler) => connection.onDidCloseTextDocument(inOneSpelling('textDocument/didClose', handler)),
    onDidSaveTextDocument: (handler) => connection.onDidSaveTextDocument(inOneSpelling('textDocument/didSave', handler)),
    // Nothing is done before a save; the events are not asked for.
    onWillSaveTextDocument: () => ({ dispose() {} }),
    onWillSaveTextDocumentWaitUntil: () => ({ dispose() {} }),
  });
  return {
    // Nearly always asked for by its one spelling, after every block that is checked: spelling it again would take longer than many a
    // check.
    get: (uri) => documents.get(uri) ?? documents.get(documentAddress(uri)),
    all: () => documents.all(),
    spelling: (address) => documents.get(address)?.spelling ?? address,
    onChanged: (listener) => documents.onDidChangeContent(({ document }) => listener(document)),
    onClosed: (listener) => documents.onDidClose(({ document }) => listener(document)),
    onSaved: (listener) => documents.onDidSave(({ document }) => listener(document)),
    reopen: ({ uri, text }) => service.open(uri, text.version, text.whole().getText()),
  };
}

/** Makes one change and says what it was in offsets of the text before it. */
function applyChange(text: EditedText, change: TextDocumentContentChangeEvent, version: number, client: Client): readonly TextEdit[] {
  if ('range' in change && change.range !== undefined) {
    const { start, end } = change.range;
    return [text.change({ start: inUtf16(text, start, client.encoding), end: inUtf16(text, end, client.encoding) }, change.text, version)];
  }
  const before = text.whole().getText();
  text.replace(change.text, version);
  return wholeTextEdit(before, change.text);
}

/** The one stretch in which two texts differ, for a client that sends the whole text at each change. */
export function wholeTextEdit(before: string, after: string): readonly TextEdit[] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start === before.length && start === after.length) return [];
  let tail = 0;
  while (tail < most - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  return [{ span: { start, end: before.length - tail }, newText: after.slice(start, after.length - tail) }];
}

/**
 * Whether a document is ours: by its language, or, in an editor that does not know that language, a Markdown file whose name or
 * front matter says what it is. Any other Markdown file is left entirely alone.
 */
function useOf(address: DocumentAddress, languageId: string, content: () => string): 'read' | 'not-ours' {
  if (languageId === 'inspection-response') return 'read';
  if (languageId !== 'markdown') return 'not-ours';
  return hasTypeInName(address) || saysItsType(content()) ? 'read' : 'not-ours';
}
