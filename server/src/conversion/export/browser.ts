import { spawn } from 'node:child_process';
import { access, constants, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { CannotExport } from './cannot-export.ts';

/** Names a browser where it is not in a well-known place. */
const browserVariable = 'INSPECTION_RESPONSE_BROWSER';

/** Where Chrome, Edge and Chromium are installed. Any of them prints a PDF whose parts are tagged; Edge is on every Windows. */
export function browserPlaces(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, home: string): readonly string[] {
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'ProgramW6432', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Chromium\\Application\\chrome.exe',
    ];
    return programs.flatMap((program) => [...new Set(roots)].map((root) => `${root}\\${program}`));
  }
  if (platform === 'darwin') {
    const programs = ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => `Applications/${name}.app/Contents/MacOS/${name}`);
    return programs.flatMap((program) => [`/${program}`, `${home}/${program}`]);
  }
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable', 'microsoft-edge'];
  const folders = [
    ...(environment['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/')),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/var/lib/flatpak/exports/bin',
  ];
  const places = names.flatMap((name) => [...new Set(folders)].map((folder) => `${folder}/${name}`));
  return [
    ...places,
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/var/lib/flatpak/exports/bin/org.chromium.Chromium',
    '/var/lib/flatpak/exports/bin/com.google.Chrome',
  ];
}

const isProgram = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** The browser that is named, else the first that is installed. Throws {@link CannotExport} where there is none. */
async function findBrowser(named: string | undefined): Promise<string> {
  const wanted = named ?? process.env[browserVariable];
  if (wanted !== undefined && wanted !== '') {
    if (await isProgram(wanted)) return wanted;
    throw new CannotExport(`The browser that is to make the PDF is not at “${wanted}”.`);
  }
  for (const place of browserPlaces(process.platform, process.env, homedir())) if (await isProgram(place)) return place;
  throw new CannotExport(
    `No Chrome, Edge or Chromium was found on this computer, and a PDF is made with one of them. Install one, or say where it is in the variable ${browserVariable}. Or export to Word, and save the PDF from there.`,
  );
}

/** Longest that printing may take, in milliseconds. */
const patience = 120_000;

const flags = [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-extensions',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--mute-audio',
  // Nothing is to be fetched, whatever the page says.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:9',
  '--remote-debugging-pipe',
  'about:blank',
];

/**
 * A web page as a PDF, printed by an installed browser with a profile of its own. Throws {@link CannotExport} where none is there, or it
 * does not.
 */
export async function printPage(html: string, named?: string): Promise<Uint8Array> {
  const browser = await findBrowser(named);
  const folder = await mkdtemp(join(tmpdir(), 'inspection-response-pdf-'));
  try {
    const page = join(folder, 'paper.html');
    await writeFile(page, html);
    return await withBrowser(browser, join(folder, 'profile'), async (ask, when) => {
      const { targetId } = await ask('Target.createTarget', { url: 'about:blank' });
      const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
      const session = String(sessionId);
      await ask('Page.enable', {}, session);
      const loaded = when('Page.loadEventFired');
      const { errorText } = await ask('Page.navigate', { url: pathToFileURL(page).href }, session);
      if (errorText !== undefined)
        throw new CannotExport(`“${browser}” could not open the page that is to be printed: ${String(errorText)}.`);
      await loaded;
      const { data } = await ask(
        'Page.printToPDF',
        {
          printBackground: true,
          preferCSSPageSize: true,
          displayHeaderFooter: false,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        },
        session,
      );
      return new Uint8Array(Buffer.from(String(data), 'base64'));
    });
  } finally {
    // The browser may still be letting go of its profile.
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).catch(() => {});
  }
}

type Answer = Readonly<Record<string, unknown>>;
/** Asks the browser for something, in the words of the Chrome DevTools Protocol. */
type Ask = (method: string, params?: Answer, sessionId?: string) => Promise<Answer>;

/** Runs a browser for a piece of work, and ends it afterwards however the work ends. */
async function withBrowser<T>(
  program: string,
  profile: string,
  work: (ask: Ask, when: (event: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  // A browser that is run as root does not start with its sandbox; the page has no script, and loads nothing.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(program, [`--user-data-dir=${profile}`, ...asRoot, ...flags], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const [, , errors, commands, answers] = child.stdio as unknown as [null, null, Readable, Writable, Readable];
  let said = '';
  errors.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  });
  commands.on('error', () => {});
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  const events = new Map<string, () => void>();
  let unread = '';
  answers.on('data', (chunk: Buffer) => {
    const messages = (unread + chunk.toString('latin1')).split('\0');
    unread = messages.pop()!;
    for (const message of messages) {
      const { id, method, result, error } = JSON.parse(Buffer.from(message, 'latin1').toString('utf8')) as {
        id?: number;
        method?: string;
        result?: Answer;
        error?: { message: string };
      };
      if (method !== undefined) events.get(method)?.();
      const asked = id === undefined ? undefined : waiting.get(id);
      waiting.delete(id!);
      if (error) asked?.reject(new CannotExport(`“${program}” did not make a PDF: ${error.message}.`));
      else asked?.resolve(result ?? {});
    }
  });
  let last = 0;
  const ask: Ask = (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      commands.write(`${JSON.stringify({ id: last, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`);
    });
  const when = (event: string): Promise<void> =>
    new Promise((resolve) => {
      events.set(event, resolve);
    });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  const clocks: NodeJS.Timeout[] = [];
  const failed = new Promise<never>((_, reject) => {
    clocks.push(
      setTimeout(() => reject(new CannotExport(`“${program}” did not finish the PDF within ${patience / 1000} seconds.`)), patience),
    );
    child.once('error', (error) => reject(new CannotExport(`“${program}” could not be started: ${error.message}.`)));
    void ended.then(() => reject(new CannotExport(`“${program}” ended before it had made the PDF. ${lastLine(said)}`.trim())));
  });
  try {
    const result = await Promise.race([work(ask, when), failed]);
    void ask('Browser.close').catch(() => {});
    await Promise.race([
      ended,
      new Promise((resolve) => {
        clocks.push(setTimeout(resolve, 5000));
      }),
    ]);
    return result;
  } finally {
    for (const clock of clocks) clearTimeout(clock);
    child.kill('SIGKILL');
  }
}

const lastLine = (text: string): string => {
  const line = text.trim().split(/\r?\n/).at(-1) ?? '';
  return line === '' ? '' : `It said: ${line.slice(0, 300)}`;
};
