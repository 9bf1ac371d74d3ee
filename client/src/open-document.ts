import * as vscode from 'vscode';
import { languageId } from './language.ts';

/**
 * The document at an address, opened where nobody has it open any more; null where it cannot be read or is none of ours. One that was never
 * saved is only found, not opened: VS Code would make an empty one of the same name, and show it. Never throws.
 */
export async function documentOfOurs(uri: vscode.Uri): Promise<vscode.TextDocument | null> {
  const document = await openDocument(uri);
  return document?.languageId === languageId ? document : null;
}

async function openDocument(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const open = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString() && !one.isClosed);
  if (open || uri.scheme === 'untitled') return open;
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}
