import { join } from 'node:path';
import { runWithCodeCache } from '../../code-cache.ts';

if (process.argv.slice(2).some((argument) => /^--(stdio|node-ipc|socket|pipe|reading-thread)/.test(argument))) {
  runWithCodeCache(join(import.meta.dirname, 'server-program.cjs'));
} else {
  process.stderr.write(
    'This is the language server of Inspection Response. Editors start it with --stdio, --node-ipc, --socket=PORT or --pipe=NAME.\n',
  );
  process.exitCode = 2;
}
