// Who is measured beside us, and how each is started. Installed by the benchmark alone, into a git-ignored folder.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync, copyFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '../..');
export const folder = join(root, '.bench');
const servers = join(import.meta.dirname, 'servers');

/** The newest versions that run on Node.js 20. */
const packages = {
  'vscode-languageserver': '9.0.1',
  'vscode-languageserver-textdocument': '1.0.12',
  'vscode-markdown-languageserver': '0.3.0',
  'markdown-it': '14.1.0',
  rumdl: '0.2.75',
  markdownlint: '0.38.0',
  remark: '15.0.1',
  'remark-preset-lint-recommended': '7.0.1',
  'unified-language-server': '4.1.0',
  'harper.js': '2.10.0',
  'yaml-language-server': '1.19.2',
  '@textlint/kernel': '14.8.4',
  '@textlint/textlint-plugin-markdown': '14.8.4',
  'textlint-rule-no-todo': '2.0.1',
};

/** Installs the peers where they are missing. Returns the folder. */
export function installPeers() {
  mkdirSync(folder, { recursive: true });
  const wanted = JSON.stringify({ private: true, type: 'module', dependencies: packages }, null, 2);
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest) || readFileSync(manifest, 'utf8') !== wanted || !existsSync(join(folder, 'node_modules/markdownlint'))) {
    writeFileSync(manifest, wanted);
    execFileSync(
      process.platform === 'win32' ? 'npm.cmd' : 'npm',
      ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'],
      { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
    );
  }
  for (const file of readdirSync(servers)) copyFileSync(join(servers, file), join(folder, file));
  return folder;
}

/** The floor, bundled as a product would be. */
async function bundledFloor() {
  const { build } = await import('esbuild');
  const outfile = join(folder, 'bare.cjs');
  await build({
    entryPoints: [join(servers, 'bare.mjs')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    minifySyntax: true,
    logLevel: 'error',
    nodePaths: [join(root, 'node_modules')],
  });
  return outfile;
}

/** Microsoft's server asks its client to parse and to read files, as its VS Code extension does. */
async function microsoftAnswers() {
  const { default: MarkdownIt } = await import(pathToFileURL(join(folder, 'node_modules/markdown-it/index.mjs')).href);
  const markdown = new MarkdownIt({ html: true });
  const texts = new Map();
  return {
    texts,
    answer(method, params) {
      if (method === 'markdown/parse') return markdown.parse(params.text ?? texts.get(params.uri) ?? '', {});
      if (method === 'markdown/fs/stat') return { isDirectory: false };
      if (method === 'markdown/fs/readDirectory' || method === 'markdown/findMarkdownFilesInWorkspace') return [];
      return null;
    },
  };
}

/** Everything that Microsoft's server can check, switched on. */
const microsoftSettings = {
  markdown: {
    suggest: { paths: { enabled: true } },
    occurrencesHighlight: { enabled: false },
    validate: {
      enabled: true,
      referenceLinks: { enabled: 'warning' },
      fragmentLinks: { enabled: 'warning' },
      fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
      ignoredLinks: [],
      unusedLinkDefinitions: { enabled: 'hint' },
      duplicateLinkDefinitions: { enabled: 'warning' },
    },
  },
};

const none = (method, params) => (method === 'workspace/configuration' ? params.items.map(() => null) : null);
/** For the server that reads an answer of `null` as a fault. */
const withoutConfiguration = (method, params) =>
  method === 'workspace/configuration' ? params.items.map(() => ({ requireConfig: false })) : null;
const node = (...args) => ({ command: process.execPath, args, cwd: folder, answer: none });

/** Everybody, ourselves first. `slow` ones are not asked for what would take minutes. */
export async function peers() {
  installPeers();
  const microsoft = await microsoftAnswers();
  return {
    ours: { name: 'Inspection Response', ...node(join(root, 'server/dist/server.cjs'), '--stdio'), languageId: 'inspection-response' },
    floor: { name: 'floor: bare vscode-languageserver, bundled, pull', ...node(await bundledFloor(), '--stdio') },
    others: [
      { name: 'rumdl (native)', command: join(folder, 'node_modules/.bin/rumdl'), args: ['server'], cwd: folder, answer: none },
      {
        name: 'Microsoft Markdown server 0.3',
        ...node(join(folder, 'node_modules/vscode-markdown-languageserver/out/node/main.js'), '--stdio'),
        answer: microsoft.answer,
        texts: microsoft.texts,
        options: { markdownFileExtensions: ['md'] },
        settings: microsoftSettings,
      },
      { name: 'markdownlint, thin server', ...node('markdownlint.mjs', '--stdio'), slow: true },
      {
        name: 'remark-language-server, no rules',
        ...node('remark-language-server.mjs', '--stdio'),
        answer: withoutConfiguration,
        slow: true,
      },
      { name: 'remark-lint, recommended preset, thin server', ...node('remark.mjs', '--stdio'), slow: true },
      { name: 'textlint, thin server', ...node('textlint.mjs', '--stdio'), slow: true },
      { name: 'Harper (WebAssembly), thin server', ...node('harper.mjs', '--stdio'), slow: true },
      {
        name: 'yaml-language-server 1.19',
        ...node('node_modules/yaml-language-server/bin/yaml-language-server', '--stdio'),
        languageId: 'yaml',
        slow: true,
      },
    ],
  };
}

const names = { 'inspection-response': 'document.report.md', yaml: 'document.yaml' };
export const documentUri = (languageId) => pathToFileURL(join(folder, names[languageId] ?? 'document.md')).href;
