import { join } from 'node:path';
import { runWithCodeCache } from '../code-cache.ts';

/** Starts the language server; it speaks on standard input and output until the editor ends it, unless the editor asks for another way. */
export function startLanguageServer(): void {
  if (!process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(argument))) process.argv.push('--stdio');
  runWithCodeCache(join(import.meta.dirname, '../server-program.cjs'));
}
