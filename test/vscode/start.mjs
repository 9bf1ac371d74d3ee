// `npm start`: installs what is missing, builds, and opens VS Code with the extension loaded on examples/, or on another folder: npm start
// -- PATH. Desktop VS Code with --desktop; else the workbench in a browser, served from this machine to this machine alone. --port N for a
// fixed address, --no-build for what was built last.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installPackages } from '../tools/install.mjs';

const repository = resolve(import.meta.dirname, '../..');
const say = (text) => process.stdout.write(`${text}\n`);

try {
  await start();
} catch (error) {
  say(error.message);
  process.exit(1);
}

async function start() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      desktop: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      'no-build': { type: 'boolean', default: false },
    },
  });
  const wanted = resolve(process.env.INIT_CWD ?? '.', positionals[0] ?? join(repository, 'examples'));
  if (!existsSync(wanted)) throw new Error(`There is no ${wanted}.`);
  installPackages(repository, say);
  if (!values['no-build']) build();
  await (values.desktop ? openDesktop(wanted) : serveWorkbench(wanted, Number(values.port)));
}

function build() {
  say('Building …');
  const { status } = spawnSync(process.execPath, [join(repository, 'esbuild.config.mjs')], {
    cwd: repository,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error('The build failed; see above.');
}

async function openDesktop(wanted) {
  const flags = ['--new-window', `--extensionDevelopmentPath=${repository}`, wanted];
  const installed = ['code', 'code-insiders', 'codium'].map(onPath).find((file) => file !== undefined);
  if (installed !== undefined) {
    say(`Opening ${wanted} in ${basename(installed)} …`);
    // `code` is a script on Windows, and scripts need a shell there.
    const shell = process.platform === 'win32';
    const opened = spawnSync(shell ? `"${installed}"` : installed, shell ? flags.map((flag) => `"${flag}"`) : flags, {
      stdio: 'inherit',
      shell,
    });
    if (opened.status !== 0) throw new Error(`${installed} ended with ${opened.status ?? opened.signal}.`);
    return;
  }
  say('No VS Code on the path: fetching one, once …');
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  const executable = await downloadAndUnzipVSCode({ version: '1.100.3', cachePath: join(repository, '.vscode-test') });
  say(`Opening ${wanted}. Close the window, or press Ctrl+C here, to end it.`);
  const child = spawn(executable, [...flags, `--user-data-dir=${join(repository, '.vscode-test/user-data')}`], { stdio: 'inherit' });
  await new Promise((resolveClosed) => {
    child.once('exit', resolveClosed);
  });
}

function onPath(command) {
  const endings = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => endings.map((ending) => join(folder, command + ending)))
    .find((file) => existsSync(file));
}

async function serveWorkbench(wanted, port) {
  const { installWorkbench } = await import('./host/install.mjs');
  const { startWorkbenchServer } = await import('./host/server.mjs');
  const { folderAddress } = await import('./host/window-address.mjs');
  const workbench = installWorkbench(say);
  const data = join(tmpdir(), `inspection-response-window-${process.pid}`);
  const extensions = join(data, 'extensions');
  mkdirSync(extensions, { recursive: true });
  // Installed as a link, so that what is built anew is there when the window is loaded again.
  symlinkSync(repository, join(extensions, 'inspection-response.inspection-response-0.1.0'), 'junction');
  const folder = statSync(wanted).isDirectory() ? wanted : dirname(wanted);
  const server = await startWorkbenchServer({
    workbench,
    dataFolder: data,
    extensionsFolder: extensions,
    port,
    settings: {
      // Unlike in tests, where folders under git would look otherwise: Compare… asks Git for earlier versions.
      'git.enabled': true,
      'git.openRepositoryInParentFolders': 'always',
      // The examples have a page that says what to try. Where there is none, VS Code would show its own, which knows nothing of us.
      'workbench.startupEditor': existsSync(join(folder, 'README.md')) ? 'readme' : 'none',
      'markdown.preview.openMarkdownLinks': 'inEditor',
    },
  });
  say('');
  say(`VS Code with Inspection Response, on ${folder}`);
  say(`Open ${folderAddress(server.port, folder)} in a browser. Ctrl+C ends it.`);
  let asked = false;
  const end = async () => {
    if (asked) return;
    asked = true;
    await server.stop();
    rmSync(data, { recursive: true, force: true, maxRetries: 3, retryDelay: 200 });
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end);
  await server.ended;
  if (asked) return;
  rmSync(data, { recursive: true, force: true, maxRetries: 3, retryDelay: 200 });
  throw new Error(`The VS Code server ended by itself:\n${server.output().slice(-2000)}`);
}
