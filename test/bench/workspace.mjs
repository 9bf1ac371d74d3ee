// The last part but one of npm run bench, alone with --workspace: from the start of the server to the first complete answer for workspace
// symbols, in a folder of 5,000 documents (50 MB). The machine should be quiet. Our own starts are measured several times, the other
// server's, which takes long, once; --ours leaves it out.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startServer } from './client.mjs';
import { folder } from './peers.mjs';
import { writeWorkspace } from './workspace-papers.mjs';

const papers = 5000;
const rounds = 5;
/** How often each question of the window is asked in a fresh start. */
const asks = 3;

const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Microsoft's server has its client find, read and parse the files. */
function microsoftAnswers(answer, files) {
  return (method, params) => {
    if (method === 'markdown/findMarkdownFilesInWorkspace') return files.map((file) => pathToFileURL(file).href);
    if (method === 'markdown/fs/readFile') return [...readFileSync(fileURLToPath(params.uri))];
    if (method === 'markdown/parse') return answer(method, { text: params.text ?? readFileSync(fileURLToPath(params.uri), 'utf8') });
    return answer(method, params);
  };
}

/**
 * The questions that a window has beside symbols, each about what nobody has open, in a start in which nothing has been asked before. In
 * ms, with what is answered.
 */
const questions = (files) => {
  const uriOf = (ending) => pathToFileURL(files.find((file) => file.endsWith(ending))).href;
  const plan = files.find((file) => file.endsWith('front-door.plan.md'));
  return {
    'the tree: which responses there are': async (server) =>
      `${(await server.request('inspectionResponse/responses', null)).length} responses`,
    'trace of one response': async (server) =>
      `${(await server.request('inspectionResponse/traces', { uri: uriOf('visit.letter.md') }))[0].rows.length} rows`,
    'a plan compared with an earlier version': async (server) => {
      const text = readFileSync(plan, 'utf8');
      server.notify('textDocument/didOpen', {
        textDocument: { uri: pathToFileURL(plan).href, languageId: 'inspection-response', version: 1, text },
      });
      const { hasChanged } = await server.request('inspectionResponse/compare', {
        uri: pathToFileURL(plan).href,
        earlier: text.replace(/^\| A1\.3 .*\n/m, ''),
      });
      return hasChanged ? 'changed' : 'unchanged';
    },
    'deadlines of one response': async (server) => {
      server.notify('textDocument/didOpen', {
        textDocument: {
          uri: uriOf('visit.letter.md'),
          languageId: 'inspection-response',
          version: 1,
          text: readFileSync(fileURLToPath(uriOf('visit.letter.md')), 'utf8'),
        },
      });
      return `${(await server.request('inspectionResponse/deadlines', { uri: uriOf('visit.letter.md'), asAt: null })).deadlines.length} deadlines`;
    },
    'deadlines of every response': async (server) =>
      `${(await server.request('inspectionResponse/deadlines', { uri: null, asAt: null })).deadlines.length} deadlines`,
  };
};

async function begin(peer, answer, folder, env) {
  const rootUri = pathToFileURL(folder).href;
  const server = startServer({ ...peer, env }, answer);
  await server.request('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'papers' }],
    initializationOptions: peer.options,
    capabilities: {
      general: { positionEncodings: ['utf-16'] },
      workspace: { symbol: { resolveSupport: { properties: ['location.range'] } }, workspaceFolders: true },
    },
  });
  server.notify('initialized', {});
  return server;
}

async function askEach(peer, folder, env, files) {
  const rows = [];
  for (const [what, ask] of Object.entries(questions(files))) {
    const times = [];
    let said = '';
    for (let round = 0; round < asks; round++) {
      const server = await begin(peer, peer.answer, folder, env);
      await server.request('workspace/symbol', { query: '' });
      const asked = performance.now();
      said = await ask(server);
      times.push(performance.now() - asked);
      await server.stop();
    }
    rows.push([what, middle(times), said]);
  }
  return rows;
}

async function measure(peer, answer, folder, env) {
  const started = performance.now();
  const server = await begin(peer, answer, folder, env);
  const symbols = await server.request('workspace/symbol', { query: '' });
  const ready = performance.now() - started;
  // What every document must be looked at for, most of them for the first time.
  const asked = performance.now();
  await server.request('workspace/symbol', { query: 'timeliness' });
  const search = performance.now() - asked;
  const memory = server.peakMemory();
  // What is kept for the next start is written before the server says goodbye.
  await server.request('shutdown', null).catch(() => undefined);
  await server.stop();
  return { ready, search, memory, symbols: symbols.length };
}

export async function benchWorkspace({ ours, others }) {
  const place = join(folder, 'workspace');
  const { files, bytes } = writeWorkspace(place, papers);
  const microsoft = others?.find(({ name }) => name.startsWith('Microsoft'));
  const cache = mkdtempSync(join(tmpdir(), 'kept-'));
  const env = { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache, HOME: cache };
  const rows = [];
  // The compiled code is kept from an earlier start, the facts are not.
  await measure(ours, ours.answer, join(place, 'area-1', 'response-9'), env);
  rows.push(['Inspection Response, cold', await measure(ours, ours.answer, place, env)]);
  const starts = [];
  for (let round = 0; round < rounds; round++) starts.push(await measure(ours, ours.answer, place, env));
  const warm = starts.find(({ ready }) => ready === middle(starts.map((start) => start.ready)));
  const answers = await askEach(ours, place, env, files);
  rows.push([`Inspection Response, warm, the middle one of ${rounds}`, warm]);
  if (microsoft) rows.push([microsoft.name, await measure(microsoft, microsoftAnswers(microsoft.answer, files), place, {})]);
  rmSync(cache, { recursive: true, force: true });
  const whole = (value) => Math.round(value).toLocaleString('en-GB');
  console.log(
    `\n## A workspace: ${whole(files.length)} documents, ${(bytes / 1e6).toFixed(0)} MB, from the start to the first complete answer for workspace symbols\n`,
  );
  console.log('| server | ms | symbols answered | ms for “timeliness” after that | peak memory |\n| --- | ---: | ---: | ---: | ---: |');
  for (const [name, { ready, memory, symbols, search }] of rows)
    console.log(`| ${name} | ${whole(ready)} | ${whole(symbols)} | ${whole(search)} | ${memory ? `${memory} MB` : ''} |`);
  console.log(
    `\nAll warm starts: ${starts.map(({ ready }) => whole(ready)).join(', ')} ms. Load of the machine: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')}.`,
  );
  console.log('\n| asked once everything is known, for the first time | ms | answered |\n| --- | ---: | ---: |');
  for (const [what, ms, said] of answers) console.log(`| ${what} | ${whole(ms)} | ${said} |`);
  const cold = rows[0][1];
  const theirs = microsoft ? rows.at(-1)[1] : null;
  const ratio = (value, limit) => `${value.toFixed(2)} ${value <= limit ? '(holds)' : '(DOES NOT HOLD)'}`;
  console.log('\n| | ratio | at most |\n| --- | ---: | ---: |');
  if (theirs) console.log(`| cold, to Microsoft's Markdown server | ${ratio(cold.ready / theirs.ready, 1)} | 1 |`);
  if (theirs) console.log(`| warm, to Microsoft's Markdown server | ${ratio(warm.ready / theirs.ready, 0.1)} | 0.1 |`);
  if (cold.memory) console.log(`| peak memory in MB, to 400 | ${ratio(Math.max(cold.memory, warm.memory) / 400, 1)} | 1 |`);
}
