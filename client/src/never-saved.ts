import * as vscode from 'vscode';

/** Knows a document again that was saved for the first time: for VS Code it is another one, with a name and an address of its own. */
export interface NeverSaved extends vscode.Disposable {
  /** Takes in the documents that are open, after `concerned` says yes to more of them. */
  look(): void;
  /** The address that a document had before it was saved, as text; null where it had none, or another text. */
  takenFrom(saved: vscode.TextDocument): string | null;
}

/** Remembers the texts of documents without a file, as long as `concerned` says yes to them. */
export function rememberNeverSaved(concerned: (uri: vscode.Uri) => boolean): NeverSaved {
  const texts = new Map<string, string>();
  const note = (document: vscode.TextDocument): void => {
    // VS Code empties such a document once it is saved: its last text is the one that counts.
    if (document.isUntitled && document.getText() !== '' && concerned(document.uri)) texts.set(document.uri.toString(), document.getText());
  };
  const listening = vscode.workspace.onDidChangeTextDocument(({ document }) => note(document));
  return {
    look() {
      for (const key of texts.keys()) if (!concerned(vscode.Uri.parse(key))) texts.delete(key);
      vscode.workspace.textDocuments.forEach(note);
    },
    takenFrom(saved) {
      const text = essence(saved.getText());
      return (
        (saved.isUntitled ? undefined : [...texts].find(([key, one]) => concerned(vscode.Uri.parse(key)) && essence(one) === text)?.[0]) ??
        null
      );
    },
    dispose: () => listening.dispose(),
  };
}

/** Settings may have spaces at the ends of lines taken away, and a line ending added, when something is saved. */
const essence = (text: string): string => text.replace(/[ \t\r]+$/gm, '').trimEnd();
