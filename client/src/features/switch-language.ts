import * as vscode from 'vscode';
import { languageId, typeInFrontMatter } from '../language.ts';

/** A plain Markdown file whose front matter names one of our kinds becomes ours when it opens; any other is left alone. */
export function switchMarkdownDocuments(): vscode.Disposable[] {
  const switchIfOurs = (document: vscode.TextDocument): void => {
    if (document.languageId !== 'markdown') return;
    const type = typeInFrontMatter((number) => document.lineAt(number).text, document.lineCount);
    if (type !== null) void vscode.languages.setTextDocumentLanguage(document, languageId);
  };
  vscode.workspace.textDocuments.forEach(switchIfOurs);
  return [
    vscode.workspace.onDidOpenTextDocument(switchIfOurs),
    // The way in for a lone file in a folder that the extension does not wake up for, and for one that does not say its kind yet.
    vscode.commands.registerTextEditorCommand('inspectionResponse.checkThisDocument', (editor) => {
      void vscode.languages.setTextDocumentLanguage(editor.document, languageId);
    }),
  ];
}
