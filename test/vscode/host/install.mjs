// Fetches, once, what the browser-hosted VS Code needs, from the npm registry alone, into the git-ignored folder .vscode-test.
// A part is unpacked beside its place and moved there when it is complete, so that a run cut short is simply repeated.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { npm } from '../../tools/npm.mjs';
import { extractTar } from '../../tools/tar.mjs';

export const repository = resolve(import.meta.dirname, '../../..');
/** Where everything fetched is kept. */
export const cache = join(repository, '.vscode-test');

/** VS Code 1.100.3 as a server. Its lib/vscode is a stock VS Code server that runs on Node.js 20. */
const WORKBENCH = {
  name: 'code-server',
  version: '4.100.3',
  integrity: 'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
};
/** Search in files: what the server's own install script would fetch from elsewhere. Packages of it exist for the usual machines. */
const SEARCH = { name: `@vscode/ripgrep-${process.platform}-${process.arch}`, version: '1.18.0' };
/** A browser without a screen for Linux on x64, with the libraries that it needs. */
const BROWSER = {
  name: '@sparticuz/chromium',
  version: '153.0.0',
  integrity: 'sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==',
};

/** Letters for the fetched browser, so that a window looks alike on a machine without any. */
const FONTS = {
  name: 'dejavu-fonts-ttf',
  version: '2.37.3',
  integrity: 'sha512-f1hd7jJbeQa1VWcw+K2KrTXS50zTMaHpVC4XIKJpNcDeYR5ajMtj/iLlQDYNvLOKamUB3ARVVCf79lNwNVztSQ==',
};

/** The folder of the VS Code server, fetched when it is not there. Throws an Error that says what could not be had. */
export function installWorkbench(say) {
  const workbench = once(
    `code-server-${WORKBENCH.version}`,
    say,
    `VS Code server (${WORKBENCH.name} ${WORKBENCH.version}, about 90 MB)`,
    (folder) => {
      const prefix = 'package/lib/vscode/';
      extractTar(gunzipSync(fetchPackage(WORKBENCH, folder)), folder, (name) =>
        name.startsWith(prefix) ? name.slice(prefix.length) : null,
      );
      npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
      installSearch(folder, say);
    },
  );
  // The window's scripts look for their modules where the desktop keeps its archive.
  const archive = join(workbench, 'node_modules.asar');
  if (!existsSync(archive)) symlinkSync(join(workbench, 'node_modules'), archive, 'junction');
  return workbench;
}

/** Without it everything but search in files works. */
function installSearch(workbench, say) {
  try {
    const prefix = 'package/bin/';
    extractTar(gunzipSync(fetchPackage(SEARCH, workbench)), join(workbench, 'node_modules/@vscode/ripgrep/bin'), (name) =>
      name.startsWith(prefix) ? name.slice(prefix.length) : null,
    );
  } catch (error) {
    say(`Search in files will not work in this window: ${error.message.split('\n')[0]}`);
  }
}

/**
 * Browsers to try, best first: one named by INSPECTION_RESPONSE_BROWSER, those installed on the machine, then the fetched one.
 * Each is `{ name, prepare() }`, where `prepare` gives `{ executablePath, env }` and may fetch.
 */
export function browserCandidates(say) {
  const named = process.env.INSPECTION_RESPONSE_BROWSER;
  const installed = (named === undefined || named === '' ? installedBrowsers() : [named]).map((path) => ({
    name: path,
    prepare: () => ({ executablePath: path, env: {} }),
  }));
  const fetched = { name: `${BROWSER.name} ${BROWSER.version}`, prepare: () => installBrowser(say) };
  return process.platform === 'linux' && process.arch === 'x64' ? [...installed, fetched] : installed;
}

function installBrowser(say) {
  const folder = once(`chromium-${BROWSER.version}`, say, `browser (${BROWSER.name} ${BROWSER.version}, about 70 MB)`, (partial) => {
    const parts = join(partial, 'parts');
    const prefix = 'package/bin/';
    extractTar(gunzipSync(fetchPackage(BROWSER, partial)), parts, (name) => (name.startsWith(prefix) ? name.slice(prefix.length) : null));
    const part = (name) => brotliDecompressSync(readFileSync(join(parts, name)));
    writeFileSync(join(partial, 'chromium'), part('chromium.br'));
    chmodSync(join(partial, 'chromium'), 0o755);
    extractTar(part('al2023.tar.br'), partial);
    extractTar(part('fonts.tar.br'), partial, (name) => (name.startsWith('fonts/') ? name : null));
    extractTar(gunzipSync(fetchPackage(FONTS, partial)), partial, (name) =>
      /\/DejaVuSans(Mono)?(-Bold|-Oblique)?\.ttf$/.test(name) ? `fonts/${name.slice(name.lastIndexOf('/') + 1)}` : null,
    );
    rmSync(parts, { recursive: true });
  });
  const fontSettings = join(folder, 'fonts.conf');
  writeFileSync(fontSettings, fontConfiguration(folder));
  const libraries = [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter((path) => path !== undefined && path !== '').join(delimiter);
  return { executablePath: join(folder, 'chromium'), env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fontSettings } };
}

function fontConfiguration(folder) {
  const escaped = (path) => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const folders = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.local/share/fonts')];
  const families = [
    ['sans-serif', 'Open Sans'],
    ['monospace', 'DejaVu Sans Mono'],
    ['Droid Sans Mono', 'DejaVu Sans Mono'],
  ];
  return [
    '<?xml version="1.0"?>',
    '<fontconfig>',
    ...folders.map((path) => `  <dir>${escaped(path)}</dir>`),
    `  <cachedir>${escaped(join(folder, 'font-cache'))}</cachedir>`,
    ...families.map(
      ([family, preferred]) => `  <alias binding="same"><family>${family}</family><prefer><family>${preferred}</family></prefer></alias>`,
    ),
    '</fontconfig>',
    '',
  ].join('\n');
}

/** Runs `fill` on a folder beside the final one and moves it into place when it is complete. */
function once(name, say, what, fill) {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  for (const entry of readdirSync(cache))
    if (entry.startsWith(`${name}.partial-`) && !isRunning(Number(entry.slice(entry.lastIndexOf('-') + 1))))
      rmSync(join(cache, entry), { recursive: true, force: true });
  const partial = `${folder}.partial-${process.pid}`;
  say(`Fetching the ${what} from the npm registry, once …`);
  try {
    mkdirSync(partial);
    fill(partial);
    if (!existsSync(folder)) renameSync(partial, folder);
  } catch (error) {
    throw new Error(
      `The ${what} could not be had. It comes from the npm registry: is the network there, and is there space on the disk?\n${error.message}`,
      { cause: error },
    );
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return folder;
}

function isRunning(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The package's archive, checked by npm against the registry's checksum and here against the pinned one. */
function fetchPackage({ name, version, integrity }, folder) {
  npm(['pack', `${name}@${version}`, '--ignore-scripts', '--pack-destination', '.'], folder);
  const file = readdirSync(folder).find((entry) => entry.endsWith('.tgz'));
  if (file === undefined) throw new Error(`npm did not leave the archive of ${name}@${version}.`);
  const archive = readFileSync(join(folder, file));
  rmSync(join(folder, file));
  const checksum = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
  if (integrity !== undefined && checksum !== integrity)
    throw new Error(`The archive of ${name}@${version} is not the expected one (${checksum}).`);
  return archive;
}

function installedBrowsers() {
  const candidates = {
    linux: onPath(['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable']),
    darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', join(homedir(), 'Applications')].map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    ),
    win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) =>
        ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(
          (path) => join(folder, path),
        ),
      ),
  };
  return (candidates[process.platform] ?? []).filter((path) => existsSync(path) && statSync(path).isFile());
}

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}
