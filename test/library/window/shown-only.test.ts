import assert from 'node:assert/strict';
import type { Middleware } from 'vscode-languageclient';
import { leavingOutShownBeside } from '../../../client/src/shown-only.ts';

type Opened = Parameters<NonNullable<Middleware['didOpen']>>[0];
const at = (scheme: string): Opened => ({ uri: { scheme } }) as Opened;

describe('what a comparison shows beside the paper', () => {
  const told = async (scheme: string): Promise<readonly string[]> => {
    const calls: string[] = [];
    const { didOpen, provideDiagnostics } = leavingOutShownBeside({
      didOpen: async (document, next) => {
        calls.push('before');
        return next(document);
      },
    });
    await didOpen!(at(scheme), async () => {
      calls.push('opened');
    });
    await provideDiagnostics!(at(scheme), undefined, undefined as never, () => {
      calls.push('asked');
      return null;
    });
    return calls;
  };

  it('is no paper to the server', async () => {
    for (const scheme of ['git', 'clipboardCompare0', 'vscode-local-history', 'inspection-response-tracker'])
      assert.deepEqual(await told(scheme), [], scheme);
  });

  it('leaves papers wherever they are kept to it, by way of what else listens', async () => {
    for (const scheme of ['file', 'untitled', 'vscode-vfs', 'vscode-remote'])
      assert.deepEqual(await told(scheme), ['before', 'opened', 'asked'], scheme);
  });
});
