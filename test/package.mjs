// `npm run package`: installs what is missing, builds, and writes inspection-response-VERSION.vsix beside this repository's package.json.
// npm run package -- --out FILE writes it elsewhere.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installPackages } from './tools/install.mjs';

const repository = resolve(import.meta.dirname, '..');
const say = (text) => process.stdout.write(`${text}\n`);
const { values } = parseArgs({ options: { out: { type: 'string' }, 'no-build': { type: 'boolean', default: false } } });

try {
  installPackages(repository, say);
  const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  const file = resolve(values.out ?? join(repository, `inspection-response-${version}.vsix`));
  if (!values['no-build']) run('The build', [join(repository, 'esbuild.config.mjs')]);
  // Everything is bundled: no package goes in beside it. Links of the README stay as they are, since there is no marketplace page to send
  // them to.
  run('Packing', [
    join(repository, 'node_modules/@vscode/vsce/vsce'),
    'package',
    '--no-dependencies',
    '--no-rewrite-relative-links',
    '--allow-missing-repository',
    '--out',
    file,
  ]);
  say(`${file} (${Math.round(statSync(file).size / 1024)} KB)`);
} catch (error) {
  say(error.message);
  process.exit(1);
}

function run(name, commandLine) {
  const done = spawnSync(process.execPath, commandLine, { cwd: repository, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (done.status !== 0) throw new Error(`${name} failed:\n${`${done.stdout}${done.stderr}`.trim()}`);
}
