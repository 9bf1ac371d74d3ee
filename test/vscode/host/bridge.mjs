// What a test in the extension host cannot do itself: real keys, the mouse, and pictures of the window.
// A loopback HTTP endpoint behind a random path; one JSON request per deed. The client of it is suite/window.ts.
import { createServer } from 'node:http';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { randomUUID } from 'node:crypto';
import { dirname, join, resolve, sep } from 'node:path';

const PATIENCE = 30_000;

/** Deeds by name. Each gets the page and the request, and gives what the test gets back. */
const deeds = {
  press: (page, { keys }) => page.keyboard.press(keys),
  type: (page, { text, delay = 0 }) => page.keyboard.type(text, { delay }),
  click: (page, { selector, frames = [] }) => located(page, frames, selector).click({ timeout: PATIENCE }),
  doubleClick: (page, { selector, frames = [] }) => located(page, frames, selector).dblclick({ timeout: PATIENCE }),
  wheel: async (page, { selector, frames = [], down }) => {
    await located(page, frames, selector).hover({ timeout: PATIENCE });
    await page.mouse.wheel(0, down);
  },
  fill: (page, { selector, frames = [], value }) => located(page, frames, selector).fill(value, { timeout: PATIENCE }),
  select: (page, { selector, frames = [], value }) => located(page, frames, selector).selectOption(value, { timeout: PATIENCE }),
  hover: (page, { selector, frames = [] }) => located(page, frames, selector).hover({ timeout: PATIENCE }),
  waitFor: (page, { selector, frames = [], state = 'visible', inSight = false, patience = PATIENCE }) =>
    inSight ? comesInSight(located(page, frames, selector)) : located(page, frames, selector).waitFor({ state, timeout: patience }),
  text: (page, { selector, frames = [] }) => located(page, frames, selector).innerText({ timeout: PATIENCE }),
  value: (page, { selector, frames = [], ending }) => endsWith(located(page, frames, selector), ending),
  count: (page, { selector, frames = [] }) => inside(page, frames).locator(selector).count(),
  selection: async (page, { frames = [] }) => (await frameOf(page, frames)).evaluate(() => String(document.getSelection())),
  accessibility: async (page, { frames = [], only }) => checkAccessibility(await frameOf(page, frames), only),
  printedBeside: (page) => printedBeside(page),
  resize: (page, { width, height }) => page.setViewportSize({ width, height }),
};

/** The page that VS Code opened in another tab, once that asks to be printed; closes it. Gives its title and its words. */
async function printedBeside(page) {
  const context = page.context();
  const other = context.pages().find((one) => one !== page) ?? (await context.waitForEvent('page', { timeout: PATIENCE }));
  await other.locator('html[data-asks-to-be-printed]').waitFor({ timeout: PATIENCE });
  const [title, text] = [await other.title(), await other.innerText('body')];
  await other.close();
  return { title, text };
}

const inside = (page, frames) => frames.reduce((outer, selector) => outer.frameLocator(selector), page);
const located = (page, frames, selector) => inside(page, frames).locator(selector).first();

async function frameOf(page, frames) {
  let frame = page.mainFrame();
  for (const selector of frames)
    frame = await (await frame.waitForSelector(selector, { state: 'attached', timeout: PATIENCE })).contentFrame();
  return frame;
}

/** What axe-core finds in a page: nothing, where everybody can use it. `only` names a part of it. */
async function checkAccessibility(frame, only) {
  await frame.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await frame.evaluate((part) => globalThis.axe.run(part ?? document, { resultTypes: ['violations'] }), only);
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 150))
        .join(' … ')}`,
  );
}

/** Waits until something is within what its page is scrolled to; looks at each frame that is drawn. */
const comesInSight = (locator) =>
  locator.evaluate(
    (element, patience) =>
      new Promise((resolveSeen, reject) => {
        const begun = performance.now();
        const look = () => {
          const { top, bottom } = element.getBoundingClientRect();
          if (top >= 0 && bottom <= window.innerHeight) resolveSeen();
          else if (performance.now() - begun > patience) reject(new Error(`not scrolled to: it stands at ${Math.round(top)}`));
          else requestAnimationFrame(look);
        };
        look();
      }),
    PATIENCE,
  );

/** The value of a field, once it ends with something; looks at each frame that is drawn. */
const endsWith = (locator, ending) =>
  locator.evaluate(
    (field, [wanted, patience]) =>
      new Promise((resolveEnded, reject) => {
        const begun = performance.now();
        const look = () => {
          if (field.value.endsWith(wanted)) resolveEnded(field.value);
          else if (performance.now() - begun > patience) reject(new Error(`the field holds “${field.value}”`));
          else requestAnimationFrame(look);
        };
        look();
      }),
    [ending, PATIENCE],
  );

/** Starts the endpoint. `page()` gives the window once it is open; pictures are written under `pictures`. */
export async function startBridge({ page, pictures }) {
  const secret = randomUUID();
  const server = createServer(async (request, response) => {
    const answer = (status, body) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.method !== 'POST' || request.url !== `/${secret}`) return answer(404, { error: 'no such address' });
    let body = '';
    for await (const piece of request) body += piece;
    const { deed, ...parameters } = JSON.parse(body);
    try {
      if (deed === 'screenshot') return answer(200, { value: await takePicture(await page(), pictures, parameters) });
      if (!Object.hasOwn(deeds, deed)) return answer(400, { error: `no such deed: ${deed}` });
      return answer(200, { value: (await deeds[deed](await page(), parameters)) ?? null });
    } catch (error) {
      return answer(500, { error: `${error.message}\n${await whatIsSeen(page, pictures, parameters).catch((reason) => reason.message)}` });
    }
  });
  await new Promise((resolveListening) => server.listen(0, '127.0.0.1', resolveListening));
  return {
    address: `http://127.0.0.1:${server.address().port}/${secret}`,
    stop: () =>
      new Promise((resolveClosed) => {
        server.close(resolveClosed);
        server.closeAllConnections();
      }),
  };
}

let failures = 0;

/** What there is instead of what a deed looked for: a picture, the tabs in front, and how far into its frames one gets. */
async function whatIsSeen(page, pictures, { frames = [] }) {
  const window = await page();
  const seen = [
    `The window then: ${await takePicture(window, pictures, { name: `failed-${++failures}` })}`,
    `In front: ${(await window.locator('.tab.active').allInnerTexts()).join(' | ')}`,
  ];
  for (const [depth, selector] of frames.entries()) {
    const found = await inside(window, frames.slice(0, depth)).locator(selector).count();
    seen.push(`${found} of ${selector}`);
    if (found === 0) return seen.join('\n');
  }
  if (frames.length > 0)
    seen.push(
      `In it: ${(
        await located(window, frames, 'body')
          .innerText({ timeout: 1000 })
          .catch(({ message }) => message)
      ).slice(0, 500)}`,
    );
  return seen.join('\n');
}

async function takePicture(page, folder, { name }) {
  const path = resolve(folder, `${name}.png`);
  if (!path.startsWith(resolve(folder) + sep)) throw new Error(`A picture's name is a relative path inside ${folder}: ${name}`);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, animations: 'disabled', caret: 'initial' });
  return join(folder, `${name}.png`);
}
