import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The user's own cache folder for this program, never a shared one: who can write there could run code, or read papers, as the user. Null
 * where there is none.
 */
export function cacheFolder(): string | null {
  const folder =
    process.platform === 'win32'
      ? process.env['LOCALAPPDATA']
      : process.platform === 'darwin'
        ? join(homedir(), 'Library/Caches')
        : (process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'));
  return folder ? join(folder, 'inspection-response') : null;
}
