import * as vscode from 'vscode';
import { documentOfPreview } from './features/preview.ts';
import { languageId } from './language.ts';

/** The document that is being written, or whose preview has the focus; null where it is none of ours. */
export async function documentAtHand(): Promise<vscode.Uri | null> {
  const previewed = await vscode.commands.executeCommand<string | undefined>(documentOfPreview);
  if (previewed !== undefined) return vscode.Uri.parse(previewed);
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === languageId ? document.uri : null;
}
