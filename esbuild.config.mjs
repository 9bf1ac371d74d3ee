// One build for everything that runs: `npm run build`, or with --watch. Source maps always.
import * as esbuild from 'esbuild';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundledPackages, noticesPath, noticesText } from './test/tools/third-party-notices.mjs';

const shared = {
  bundle: true,
  sourcemap: true,
  logLevel: 'warning',
  minify: true,
  legalComments: 'none',
  absWorkingDir: import.meta.dirname,
};
const requireForCommonJs = {
  js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
};

/**
 * The command line and the converter, which imports papers for the window in a process of its own, share their chunks; what is not used is
 * not loaded.
 */
const server = {
  ...shared,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  splitting: true,
  banner: requireForCommonJs,
  // The modules that a package has for bundlers, where it has them: jsonc-parser's other form asks for its parts when it runs.
  mainFields: ['module', 'main'],
  entryPoints: { cli: 'server/src/cli/main.ts', convert: 'server/src/convert/node.ts' },
  outdir: 'server/dist',
  chunkNames: 'chunks/[name]-[hash]',
};
/**
 * Source in ASCII, so that the program can be read as one byte for each letter, in half the time. What is not ASCII stands in texts and
 * patterns, where its escape means the same.
 */
const inAscii = {
  name: 'in-ascii',
  setup({ onLoad }) {
    onLoad({ filter: /\.(?:ts|m?js)$/ }, ({ path }) => ({
      loader: path.endsWith('.ts') ? 'ts' : 'js',
      contents: readFileSync(path, 'utf8').replace(
        /[\u0080-\uFFFF]/g,
        (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    }));
  },
};
/**
 * The language server is one file, so that the code compiled for it can be kept from one start to the next (server/src/code-cache.ts).
 * What starts it is CommonJS too: Node.js gets its loader for modules ready only where there are some.
 */
const serverProgram = {
  ...shared,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  mainFields: ['module', 'main'],
  define: { 'import.meta.dirname': '__dirname' },
  plugins: [inAscii],
  entryPoints: { server: 'server/src/lsp/start/node.ts', 'server-program': 'server/src/lsp/start/program.ts' },
  outdir: 'server/dist',
  outExtension: { '.js': '.cjs' },
};
/** A web worker has no `document`: packages that have a form of their own for workers give that. */
const serverInBrowser = {
  ...shared,
  platform: 'browser',
  conditions: ['worker'],
  target: 'es2023',
  format: 'iife',
  entryPoints: { 'server.browser': 'server/src/lsp/start/browser.ts' },
  outdir: 'server/dist',
};
/** The converter of the browser is a web worker of its own, started when a paper is imported. */
const converterInBrowser = {
  ...shared,
  platform: 'browser',
  conditions: ['worker'],
  target: 'es2023',
  format: 'iife',
  entryPoints: { 'convert.browser': 'server/src/convert/browser.ts' },
  outdir: 'server/dist',
};
const client = {
  ...shared,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  external: ['vscode'],
  entryPoints: { extension: 'client/src/extension.ts' },
  outdir: 'client/dist',
  outExtension: { '.js': '.cjs' },
};
const clientInBrowser = {
  ...shared,
  platform: 'browser',
  target: 'es2023',
  format: 'cjs',
  external: ['vscode'],
  entryPoints: { 'extension.browser': 'client/src/extension.browser.ts' },
  outdir: 'client/dist',
  outExtension: { '.js': '.cjs' },
};

/** What runs inside the pages that the window shows: no `vscode`, only messages and the DOM. */
const pages = {
  ...shared,
  platform: 'browser',
  target: 'es2023',
  format: 'iife',
  entryPoints: {
    preview: 'client/preview/main.ts',
    'preview-style': 'client/preview/preview.css',
    traceability: 'client/panels/traceability.ts',
    'traceability-style': 'client/panels/panel.css',
    deadlines: 'client/panels/deadlines.ts',
    'deadlines-style': 'client/panels/deadlines.css',
    overview: 'client/panels/overview.ts',
  },
  outdir: 'client/dist',
};

const builds = [server, serverProgram, serverInBrowser, converterInBrowser, client, clientInBrowser, pages];
if (process.argv.includes('--watch')) {
  for (const build of builds) await (await esbuild.context(build)).watch();
} else {
  const results = await Promise.all(builds.map((build) => esbuild.build({ ...build, write: false, metafile: true })));
  const notices = noticesText(
    bundledPackages(
      results.map(({ metafile }) => metafile),
      import.meta.dirname,
    ),
  );
  const files = [
    ...results.flatMap(({ outputFiles }) => outputFiles),
    { path: join(import.meta.dirname, noticesPath), contents: Buffer.from(notices) },
  ];
  for (const file of files) putInPlace(file);
  for (const folder of ['server/dist', 'client/dist'])
    removeOthers(join(import.meta.dirname, folder), new Set(files.map(({ path }) => path)));
}

/** What runs while it is built anew, or is built twice at once, never meets half a file, and none is missing for a moment. */
function putInPlace({ path, contents }) {
  if (existsSync(path) && readFileSync(path).equals(contents)) {
    const now = new Date();
    utimesSync(path, now, now);
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, contents);
  renameSync(beside, path);
}

/** Removes what an earlier build left; what another build is just writing is its own affair. */
function removeOthers(folder, wanted) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !wanted.has(path) && /\.(?:c?js|map)$/.test(entry.name)) rmSync(path, { force: true });
  }
}
