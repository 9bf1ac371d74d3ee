import { createBlocks } from './blocks.ts';
import { showHead } from './head.ts';
import type { FromPreview, PreviewState, ToPreview } from './messages.ts';
import { createScrolling } from './scrolling.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPreview): void;
  setState(state: PreviewState): void;
  getState(): PreviewState | undefined;
};

const api = acquireVsCodeApi();
const paper = document.getElementById('paper')!;
const blocks = createBlocks(document.getElementById('text')!);
let uri = api.getState()?.uri ?? '';
let waitingLine: number | null = api.getState()?.line ?? null;

const scrolling = createScrolling(blocks, {
  byOfficer: (line) => api.postMessage({ type: 'scrolled', line }),
  byAnybody(line) {
    // What is still to be gone to is not forgotten for where the page begins.
    if (waitingLine === null) api.setState({ uri, line });
  },
});

window.addEventListener('message', ({ data }: MessageEvent<ToPreview>) => {
  if (data.type === 'reveal') scrolling.reveal(data.line);
  else if (data.type === 'where') api.postMessage({ type: 'source', line: lineBeingRead() });
  else if (data.type === 'nothing') say(data.words);
  else take(data);
});

function take({ uri: of, change, isWhole, folder }: Extract<ToPreview, { type: 'page' }>): void {
  uri = of;
  say('');
  if (folder !== null) document.querySelector('base')!.href = folder;
  if (change.head) showHead(paper, change.head);
  blocks.apply(change, isWhole);
  if (waitingLine !== null) scrolling.reveal(waitingLine);
  waitingLine = null;
  api.setState({ uri, line: scrolling.line() });
}

/** In place of the page, or an empty text for the page itself. */
function say(words: string): void {
  const notice = document.getElementById('notice')!;
  notice.textContent = words;
  notice.hidden = words === '';
  paper.hidden = words !== '';
}

/** Where the selection is, or the focus; else what is at the top. */
function lineBeingRead(): number {
  const selected = document.getSelection()?.anchorNode?.parentElement ?? document.activeElement;
  const line = selected ? blocks.lineOf(selected) : null;
  return Math.floor(line ?? scrolling.line());
}

document.addEventListener('dblclick', ({ target }) => {
  const line = target instanceof Element ? blocks.lineOf(target) : null;
  if (line !== null) api.postMessage({ type: 'source', line });
});

document.addEventListener(
  'click',
  (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    const href = link?.getAttribute('href');
    if (href === null || href === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const found = href.startsWith('#') ? document.getElementById(decodeURIComponent(href.slice(1))) : null;
    if (!found) return api.postMessage({ type: 'open', href });
    found.scrollIntoView();
    // What was gone to is read out from there on.
    if (found.tabIndex < 0) found.tabIndex = -1;
    found.focus({ preventScroll: true });
  },
  true,
);

api.postMessage({ type: 'ready' });
