// What the thin servers around other linters share: whole documents, checked on every change, pushed.
import { createConnection, ProposedFeatures, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node.js';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** `lint(text)` answers with the number of its messages. */
export function serve(lint) {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  const documents = new TextDocuments(TextDocument);
  connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
  documents.onDidChangeContent(async ({ document }) => {
    const { uri, version } = document;
    const messages = await lint(document.getText());
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    void connection.sendDiagnostics({ uri, version, diagnostics: messages.slice(0, 1000).map((message) => ({ range, message })) });
  });
  documents.listen(connection);
  connection.listen();
}
