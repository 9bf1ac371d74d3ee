// npm run bench: how long an officer waits, beside the floor and the peers, on the same papers in one run. Carry the ratios, not the
// milliseconds.
//   npm run bench                 everything
//   npm run bench -- --ours       us and the floor only; together with --workspace, us only
//   npm run bench -- --conversion papers from one format into another only
//   npm run bench -- --workspace  only how long a workspace of 5,000 documents takes
import { conversionTimes } from './conversion.mjs';
import { report, typingPlace } from './documents.mjs';
import { session } from './client.mjs';
import { documentUri, peers } from './peers.mjs';
import { benchWorkspace } from './workspace.mjs';

const onlyOurs = process.argv.includes('--ours');
const sizes = { '10 KB': 10_000, '100 KB': 100_000, '1 MB': 1_000_000 };
const texts = Object.fromEntries(Object.entries(sizes).map(([name, bytes]) => [name, report(bytes)]));
/** Longest that one measurement of one peer may take. */
const budget = 60_000;

const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const high = (values) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * 0.95))];
const shown = (value) =>
  value === null || value === undefined || Number.isNaN(value)
    ? ''
    : value < 10
      ? value.toFixed(1)
      : Math.round(value).toLocaleString('en-GB');

async function within(promise, milliseconds) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  const result = await Promise.race([promise, late]);
  clearTimeout(timer);
  return result;
}

/**
 * A session, begun again where the server never answers: one of the peers now and then does not, if it is asked while it still opens the
 * document.
 */
async function begin(peer, uri, languageId, text) {
  for (let attempt = 1; ; attempt++) {
    const servers = [];
    const open = await within(
      session(peer, uri, languageId, text, (server) => servers.push(server)).catch((error) => ({ failed: error.message })),
      budget / 2,
    );
    if (open && !open.failed) return open;
    for (const server of servers) await server.stop();
    if (open || attempt === 3) return open ?? { failed: `no answer in ${budget / 2000} s, three times` };
  }
}

async function measure(peer, size) {
  const languageId = peer.languageId ?? 'markdown';
  const text = texts[size];
  const uri = documentUri(languageId);
  peer.texts?.set(uri, text);
  const open = await begin(peer, uri, languageId, text);
  if (open.failed) return open;
  try {
    const place = typingPlace(text);
    const keys = [];
    const count = peer.slow && size === '1 MB' ? 5 : size === '1 MB' ? 40 : 60;
    const start = performance.now();
    for (let i = 0; i < count + 5 && performance.now() - start < budget; i++) {
      const time = await within(open.type(place, i % 6 === 5 ? ' ' : 'abcdef'[i % 6]), budget);
      if (time === null) break;
      if (i >= 5 || peer.slow) keys.push(time);
    }
    const burst = size === '1 MB' && !peer.slow ? await within(open.burst(place, 30), budget) : null;
    return { ready: open.ready, key: middle(keys), key95: high(keys), burst, memory: open.server.peakMemory() };
  } finally {
    await open.server.stop();
  }
}

const row = (cells) => `| ${cells.join(' | ')} |`;

async function printConversions() {
  console.log('\n## Papers from one format into another, on the command line\n');
  console.log(row(['', 'seconds', 'at most', 'peak memory']));
  console.log(row(['---', '---:', '---:', '---:']));
  for (const { what, seconds, memory, most, failed } of await conversionTimes())
    console.log(
      row(
        failed
          ? [what, failed.slice(0, 60), most, '']
          : [what, `${seconds.toFixed(1)} ${seconds <= most ? '(holds)' : '(DOES NOT HOLD)'}`, most, `${memory} MB`],
      ),
    );
}
if (process.argv.includes('--conversion')) {
  await printConversions();
  process.exit(0);
}

const { ours, floor, others } = await peers();
const printWorkspace = () => benchWorkspace({ ours, others: onlyOurs ? null : others });
if (process.argv.includes('--workspace')) {
  await printWorkspace();
  process.exit(0);
}
const everybody = onlyOurs ? [ours, floor] : [ours, floor, ...others];
// Ours keeps its compiled code from one start to the next (server/src/code-cache.ts): measured is an officer's second start, not the first
// after an update.
const warming = await session(ours, documentUri(ours.languageId), ours.languageId, texts['10 KB']);
await new Promise((resolve) => setTimeout(resolve, 4000));
await warming.server.stop();

const results = new Map();
for (const peer of everybody) {
  const bySize = {};
  for (const size of Object.keys(sizes)) {
    // The start is measured several times, since it is short and the machine is noisy.
    const rounds = size === '10 KB' ? 5 : 1;
    const measured = [];
    for (let i = 0; i < rounds; i++) measured.push(await measure(peer, size));
    bySize[size] = measured.find(({ failed }) => failed) ?? {
      ...measured.at(-1),
      ready: middle(measured.map(({ ready }) => ready)),
      key: middle(measured.map(({ key }) => key)),
      key95: middle(measured.map(({ key95 }) => key95)),
    };
  }
  results.set(peer, bySize);
  process.stderr.write(`measured ${peer.name}\n`);
}

/** From a typed character to what a preview is sent for it. */
async function measurePreview(size) {
  const uri = documentUri(ours.languageId);
  const open = await session(ours, uri, ours.languageId, texts[size]);
  try {
    const place = typingPlace(texts[size]);
    const times = [];
    let { revision } = await open.preview(place, 'a', null);
    for (let i = 0; i < 45; i++) {
      const next = await open.preview(place, 'abcdef'[i % 6], revision);
      revision = next.revision;
      if (i >= 5) times.push(next.time);
    }
    return { key: middle(times), key95: high(times) };
  } finally {
    await open.server.stop();
  }
}
/** From a typed character to the overview of the response with it. */
async function measureOverview(size) {
  const open = await session(ours, documentUri(ours.languageId), ours.languageId, texts[size]);
  try {
    const place = typingPlace(texts[size]);
    const times = [];
    let revision = null;
    for (let i = 0; i < 35; i++) {
      const next = await open.overview(place, 'abcdef'[i % 6], revision);
      revision = next.revision;
      if (i >= 5) times.push(next.time);
    }
    return { key: middle(times), key95: high(times) };
  } finally {
    await open.server.stop();
  }
}
const previews = {};
const overviews = {};
for (const size of Object.keys(sizes)) {
  previews[size] = await measurePreview(size);
  overviews[size] = await measureOverview(size);
}

console.log('\n## From a typed character to the diagnostics of that version: median ms (95th)\n');
console.log(row(['server', ...Object.keys(sizes), 'burst of 30 at 1 MB', 'peak memory at 1 MB']));
console.log(row(['---', '---:', '---:', '---:', '---:', '---:']));
for (const [{ name }, bySize] of results) {
  const cells = Object.values(bySize).map(({ failed, key, key95 }) => (failed ? failed.slice(0, 40) : `${shown(key)} (${shown(key95)})`));
  console.log(row([name, ...cells, shown(bySize['1 MB'].burst), bySize['1 MB'].memory ? `${bySize['1 MB'].memory} MB` : '']));
}
console.log('\n## From the start of the server to the first diagnostics: ms\n');
console.log(row(['server', ...Object.keys(sizes)]));
console.log(row(['---', '---:', '---:', '---:']));
for (const [{ name }, bySize] of results)
  console.log(row([name, ...Object.values(bySize).map(({ ready, failed }) => (failed ? '' : shown(ready)))]));

console.log('\n## From a typed character to what a preview is sent for it, and to the overview of the response: median ms (95th)\n');
console.log(row(['', ...Object.keys(sizes)]));
console.log(row(['---', '---:', '---:', '---:']));
for (const [what, bySize] of [
  ['preview', previews],
  ['overview', overviews],
])
  console.log(row([what, ...Object.values(bySize).map(({ key, key95 }) => `${shown(key)} (${shown(key95)})`)]));

const mine = results.get(ours);
const bare = results.get(floor);
const microsoft = [...results].find(([{ name }]) => name.startsWith('Microsoft'))?.[1];
const fastest = onlyOurs ? null : Math.min(...others.map((peer) => results.get(peer)['1 MB'].key ?? Infinity));
const ratio = (value, limit) => `${value.toFixed(2)} ${value <= limit ? '(holds)' : '(DOES NOT HOLD)'}`;
console.log('\n## What we ask of ourselves\n');
console.log(row(['', 'ratio', 'at most']));
console.log(row(['---', '---:', '---:']));
console.log(row(['a character at 1 MB, to one at 10 KB', ratio(mine['1 MB'].key / mine['10 KB'].key, 3), '3']));
console.log(row(['a preview after a character at 1 MB, to one at 10 KB', ratio(previews['1 MB'].key / previews['10 KB'].key, 3), '3']));
console.log(
  row(['the overview after a character at 1 MB, to one at 10 KB', ratio(overviews['1 MB'].key / overviews['10 KB'].key, 3), '3']),
);
console.log(row(['ready with diagnostics at 10 KB, to the bare server', ratio(mine['10 KB'].ready / bare['10 KB'].ready, 2), '2']));
if (fastest !== null) console.log(row(['a character at 1 MB, to the fastest peer', ratio(mine['1 MB'].key / fastest, 1), '1']));
if (microsoft?.['1 MB'].memory)
  console.log(row(["peak memory at 1 MB, to Microsoft's Markdown server", ratio(mine['1 MB'].memory / microsoft['1 MB'].memory, 1), '1']));
await printWorkspace();
await printConversions();
process.exit(0);
