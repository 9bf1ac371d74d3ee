import type { Connection } from 'vscode-languageserver';
import type { FolderEntry, Host } from '../../language/host.ts';
import { documentAddress } from '../../language/text/document-address.ts';
import { messageOf } from '../../language/text/errors.ts';
import {
  fileExistsMethod,
  listFolderMethod,
  readFileMethod,
  type FileExistsResult,
  type FileParams,
  type ListFolderResult,
  type ReadFileResult,
} from '../protocol/client-files.ts';

/**
 * The host, with files that it cannot reach itself read through the client: all of them in a browser, those of a virtual workspace
 * elsewhere. What the client does not answer counts as not to be known.
 */
export function withClientFiles(host: Host, connection: Connection, reaches: (address: string) => boolean): Host {
  const ask = async <R>(method: string, uri: string, otherwise: R): Promise<R> => {
    try {
      return await connection.sendRequest<R>(method, { uri } satisfies FileParams);
    } catch (error) {
      host.log('debug', `${method} of ${uri} was not answered: ${messageOf(error)}`);
      return otherwise;
    }
  };
  const listed = async (folder: string): Promise<readonly FolderEntry[] | null> => {
    const found = await ask<ListFolderResult>(listFolderMethod, folder, null);
    return (
      found &&
      found.map((uri) => ({
        address: documentAddress(uri.replace(/\/$/, '')),
        kind: uri.endsWith('/') ? 'folder' : 'file',
        linksTo: null,
        stamp: null,
      }))
    );
  };
  return {
    ...host,
    read: (address) => (reaches(address) ? host.read(address) : ask<ReadFileResult>(readFileMethod, address, null)),
    exists: (address) => (reaches(address) ? host.exists(address) : ask<FileExistsResult>(fileExistsMethod, address, null)),
    list: async (folder) =>
      reaches(folder)
        ? host.list(folder)
        : ((await listed(folder)) ?? []).filter(({ kind }) => kind === 'file').map(({ address }) => address),
    entries: (folder) => (reaches(folder) ? host.entries(folder) : listed(folder)),
  };
}
