// `npm test`: installs what is missing, builds, checks types and style, runs every suite, and ends with the line `N passed, N failed`.
// Needs Node.js and npm, nothing else. --desktop: the suite in VS Code runs in desktop VS Code, which is then downloaded.
// --vscode: only that suite. --no-vscode: all but that suite. --pictures: only makes the pictures of the README.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { installPackages } from './tools/install.mjs';

const repository = resolve(import.meta.dirname, '..');
const output = join(repository, 'test/output');
const options = new Set(process.argv.slice(2));
const say = (text) => process.stdout.write(`${text}\n`);
const begun = Date.now();
const total = { passed: 0, failed: 0, skipped: 0 };

mkdirSync(output, { recursive: true });
try {
  installPackages(repository, say);
  await runEverything();
} catch (error) {
  say(error.message);
  total.failed += 1;
}
say('');
say(`${((Date.now() - begun) / 1000).toFixed(0)} s${total.skipped === 0 ? '' : `, ${total.skipped} skipped (each says why)`}`);
say(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

async function runEverything() {
  const node = (script, ...parameters) => [join(repository, script), ...parameters];
  const [built, fetched] = await Promise.all([
    step('Build', node('esbuild.config.mjs')),
    options.has('--desktop') || options.has('--no-vscode') ? true : step('VS Code for the tests', node('test/vscode/host/fetch.mjs')),
    options.has('--vscode') || options.has('--pictures') ? true : checkSource(),
  ]);
  if (!options.has('--vscode') && !options.has('--pictures')) runMocha();
  if (options.has('--no-vscode')) return;
  if (built && fetched) await runInVscode(options.has('--pictures') ? 'pictures' : 'tests');
  else say('The suite in VS Code was not started, for the reason above.');
}

/** Types and style, one after the other: each uses every core by itself. */
async function checkSource() {
  for (const project of ['server/src/language', 'server', 'client', 'test'])
    await step(`Types of ${project}`, [bin('typescript', 'tsc'), '-p', project]);
  await step('Lint', [bin('oxlint', 'oxlint')]);
  await step('Format', [bin('oxfmt', 'oxfmt'), '--check']);
}

/** One thing that is right or wrong as a whole: counts as one. */
async function step(name, commandLine) {
  const child = spawn(process.execPath, commandLine, { cwd: repository, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      printed += text;
    });
  const right = await new Promise((resolveEnded) => {
    child.once('error', (error) => {
      printed += error.message;
      resolveEnded(false);
    });
    child.once('close', (code) => resolveEnded(code === 0));
  });
  say(`${name}: ${right ? 'right' : 'WRONG'}`);
  if (!right) say(printed.trimEnd());
  total[right ? 'passed' : 'failed'] += 1;
  return right;
}

/** The program behind a package's command, without a shell in between. */
function bin(packageName, command) {
  const folder = join(repository, 'node_modules', packageName);
  const { bin: programs } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof programs === 'string' ? programs : programs[command]);
}

function runMocha() {
  const countsFile = join(output, 'mocha-counts.json');
  rmSync(countsFile, { force: true });
  // Files side by side, one for each core; the tests in a file come one after the other.
  const run = spawnSync(
    process.execPath,
    [
      bin('mocha', 'mocha'),
      '--parallel',
      '--jobs',
      String(availableParallelism()),
      '--reporter',
      join(repository, 'test/tools/report-counts.mjs'),
    ],
    {
      cwd: repository,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, INSPECTION_RESPONSE_COUNTS: countsFile },
    },
  );
  const counts = readJson(countsFile);
  add(counts);
  if (counts === null || (run.status !== 0 && counts.failed === 0)) {
    say(`The suites ended without their results (${run.status ?? run.signal}).`);
    total.failed += 1;
  }
}

async function runInVscode(suite) {
  const { runSuiteInVscode } = await import('./vscode/run-suite.mjs');
  const { tests, complete, problem } = await runSuiteInVscode({ suite, desktop: options.has('--desktop'), say });
  say('');
  for (const { title, outcome, error } of tests) {
    const failedFirst = outcome === 'passed' && error !== undefined;
    say(`  ${{ passed: '✔', failed: '✘', skipped: '-' }[outcome]} ${title}${failedFirst ? ' (at the second try; at the first:)' : ''}`);
    if (error !== undefined) say(error.replace(/^/gm, '      '));
    total[outcome] += 1;
  }
  if (!complete || (problem !== null && tests.every(({ outcome }) => outcome !== 'failed'))) {
    say(`  The suite in VS Code did not end as it should: ${problem ?? 'no reason given'}`);
    say('  What the window printed is in test/output/vscode-window.log.');
    total.failed += 1;
  }
}

function add(counts) {
  for (const name of Object.keys(total)) total[name] += counts?.[name] ?? 0;
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
