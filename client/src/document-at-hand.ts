import * as vscode from 'vscode';
import { languageId } from './language.ts';

/** Command of our own, for other features: the URI of the document whose preview has the focus. */
export const documentOfPreview = 'inspectionResponse.documentOfPreview';

/** The document that is being written, or whose preview has the focus; null where it is none of ours. */
export async function documentAtHand(): Promise<vscode.Uri | null> {
  const previewed = await vscode.commands.executeCommand<string | undefined>(documentOfPreview);
  if (previewed !== undefined) return vscode.Uri.parse(previewed);
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === languageId ? document.uri : null;
}
