import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';

const repository = resolve(import.meta.dirname, '../..');
const workbench = join(repository, '.vscode-test/code-server-4.100.3');

/** What may be in the package, and nothing else: what runs, and what is read about it. */
const allowed = [
  /^package(\.nls(\.\w+)?)?\.json$/,
  /^(client|server)\/l10n\/[^/]+\.json$/,
  /^(readme|changelog)\.md$/i,
  /^license(\.txt)?$/i,
  /^\.vsixmanifest$/,
  /^client\/icons\/[^/]+\.svg$/,
  /^(syntaxes|snippets)\/[^/]+\.json$/,
  /^server\/inspection-response\.schema\.json$/,
  /^docs\/rules\/.*\.md$/,
  /^docs\/pictures\/[^/]+\.png$/,
  /^client\/dist\/[^/]+\.(cjs|js|css)$/,
  /^server\/dist\/.*\.c?js$/,
  /^server\/dist\/THIRD-PARTY-NOTICES\.txt$/,
];
const needed = [
  'client/dist/extension.cjs',
  'client/dist/extension.browser.cjs',
  'client/dist/preview.js',
  'client/dist/preview-style.css',
  'client/dist/overview.js',
  'server/dist/server.cjs',
  'server/dist/server-program.cjs',
  'server/dist/server.browser.js',
  'server/dist/convert.js',
  'server/dist/convert.browser.js',
  'syntaxes/inspection-response.tmLanguage.json',
  'server/inspection-response.schema.json',
  'package.nls.json',
  'package.nls.cy.json',
  'client/l10n/bundle.l10n.cy.json',
  'server/l10n/cy.json',
  'server/dist/THIRD-PARTY-NOTICES.txt',
];

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly id: string;
        readonly description: string;
        readonly media: { readonly image: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
  };
}

describe('the packaged extension', () => {
  it('holds what runs and nothing else, and VS Code installs it', function () {
    this.timeout(120_000);
    const missing = needed.filter((file) => !existsSync(join(repository, file)));
    if (missing.length > 0 || !existsSync(workbench)) {
      console.log(
        `      (skipped: needs a build and the VS Code that \`npm test\` fetches; missing: ${[...missing, ...(existsSync(workbench) ? [] : ['VS Code'])].join(', ')})`,
      );
      this.skip();
    }
    const scratch = mkdtempSync(join(tmpdir(), 'inspection-response-package-'));
    try {
      const vsix = join(scratch, 'a package.vsix');
      run(join(repository, 'test/package.mjs'), '--no-build', '--out', vsix);
      const extensions = join(scratch, 'extensions');
      run(
        join(workbench, 'out/server-main.js'),
        '--accept-server-license-terms',
        '--server-data-dir',
        join(scratch, 'data'),
        '--extensions-dir',
        extensions,
        '--install-extension',
        vsix,
      );
      const folder = readdirSync(extensions).find((name) => name.startsWith('inspection-response.inspection-response-'));
      assert.ok(folder !== undefined, `installed: ${readdirSync(extensions).join(', ')}`);
      const files = readdirSync(join(extensions, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(join(extensions, folder), join(entry.parentPath, entry.name)).split(sep).join('/'));
      assert.deepEqual(
        files.filter((file) => !allowed.some((pattern) => pattern.test(file))),
        [],
      );
      assert.deepEqual(
        needed.filter((file) => !files.includes(file)),
        [],
      );
      const manifest = JSON.parse(readFileSync(join(extensions, folder, 'package.json'), 'utf8')) as { main: string; browser: string };
      for (const entry of [manifest.main, manifest.browser]) assert.ok(files.includes(entry.replace(/^\.\//, '')), entry);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  });

  it('walks through what is there: every command, picture and word of its steps exists', () => {
    const read = <Value>(file: string): Value => JSON.parse(readFileSync(join(repository, file), 'utf8')) as Value;
    const {
      contributes: { commands, walkthroughs },
    } = read<Manifest>('package.json');
    const strings = read<Readonly<Record<string, string>>>('package.nls.json');
    const own = new Set(commands.map(({ command }) => command));
    const packed = readFileSync(join(repository, '.vscodeignore'), 'utf8').split('\n');
    const steps = walkthroughs.flatMap((one) => one.steps);
    assert.ok(steps.length > 0);
    for (const { id, description, media, completionEvents } of steps) {
      const offered = [...strings[description.slice(1, -1)]!.matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command!);
      for (const command of [...offered, ...completionEvents.flatMap((event) => /^onCommand:(.*)/.exec(event)?.[1] ?? [])]) {
        assert.ok(own.has(command) || command.startsWith('workbench.action'), `${id}: ${command}`);
      }
      assert.ok(existsSync(join(repository, media.image)) && packed.includes(`!${media.image}`), `${id}: ${media.image}`);
    }
  });

  it('has a string for every key of its manifest, and no string too many', () => {
    const keys = [...readFileSync(join(repository, 'package.json'), 'utf8').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? '');
    const strings = Object.keys(JSON.parse(readFileSync(join(repository, 'package.nls.json'), 'utf8')) as object);
    assert.deepEqual(
      [...new Set(keys)].filter((key) => !strings.includes(key)),
      [],
    );
    assert.deepEqual(
      strings.filter((key) => !keys.includes(key)),
      [],
    );
  });
});

function run(script: string, ...parameters: string[]): void {
  const done = spawnSync(process.execPath, [script, ...parameters], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  assert.equal(done.status, 0, `${script}:\n${done.stdout}${done.stderr}`);
}
