import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FileExistsResult, FileParams, ListFolderResult, ReadFileResult } from '../../../server/src/lsp/protocol/client-files.ts';

/** More than this is no document of ours. In bytes. */
const largestFile = 20 * 1024 * 1024;

/** Reads files for a server that cannot reach them itself: in a browser, or where the folder is not on this machine. */
export function readFilesFor(client: BaseLanguageClient): vscode.Disposable[] {
  const address = ({ uri }: FileParams): vscode.Uri => client.protocol2CodeConverter.asUri(uri);
  return [
    client.onRequest('inspectionResponse/readFile', (parameters: FileParams): Promise<ReadFileResult> => readText(address(parameters))),
    client.onRequest('inspectionResponse/listFolder', (parameters: FileParams): Promise<ListFolderResult> =>
      listFolder(client, address(parameters)),
    ),
    client.onRequest<FileExistsResult, void>('inspectionResponse/fileExists', (parameters: FileParams): Promise<FileExistsResult> =>
      exists(address(parameters)),
    ),
  ];
}

/** Whether some folder of the window is somewhere that a server process cannot read. */
export const hasVirtualFolder = (): boolean => (vscode.workspace.workspaceFolders ?? []).some(({ uri }) => uri.scheme !== 'file');

async function readText(uri: vscode.Uri): Promise<ReadFileResult> {
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > largestFile) return null;
    return new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

async function listFolder(client: BaseLanguageClient, uri: vscode.Uri): Promise<ListFolderResult> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(uri);
    // A link to a folder is not followed: here nobody can tell whether links lead in a circle.
    return entries
      .filter(([, type]) => (type & vscode.FileType.File) !== 0 || type === vscode.FileType.Directory)
      .map(
        ([name, type]) =>
          `${client.code2ProtocolConverter.asUri(vscode.Uri.joinPath(uri, name))}${type === vscode.FileType.Directory ? '/' : ''}`,
      );
  } catch {
    return null;
  }
}

async function exists(uri: vscode.Uri): Promise<FileExistsResult> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    return error instanceof vscode.FileSystemError && error.code === 'FileNotFound' ? false : null;
  }
}
