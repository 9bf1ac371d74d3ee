import type { FromOverview, OverviewState, ToOverview } from './overview-messages.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromOverview): void;
  setState(state: OverviewState): void;
  getState(): OverviewState | undefined;
};

const api = acquireVsCodeApi();
const paper = document.getElementById('paper')!;
const notice = document.getElementById('notice')!;
const style = new CSSStyleSheet();
document.adoptedStyleSheets = [style];
let state: OverviewState = api.getState() ?? { uri: '', unfolded: {} };

window.addEventListener('message', ({ data }: MessageEvent<ToOverview>) => {
  notice.textContent = data.type === 'nothing' ? data.words : '';
  notice.hidden = data.type !== 'nothing';
  paper.hidden = data.type === 'nothing';
  if (data.type === 'nothing') return;
  const { uri, page } = data;
  remember({ ...state, uri });
  const { scrollY } = window;
  style.replaceSync(page.style);
  paper.lang = page.language;
  show(page.parts);
  window.scrollTo({ top: scrollY, behavior: 'instant' });
});

/** The parts that are shown, as they were sent. */
let shown: readonly string[] = [];

/** Puts in the parts that are others now. What did not change is not touched, so that a selection in it stays. */
function show(parts: readonly string[]): void {
  const focused = hrefOf(document.activeElement);
  if (shown.length !== parts.length) paper.replaceChildren(...parts.map(made));
  else parts.forEach((part, index) => part !== shown[index] && paper.children[index]!.replaceWith(made(part)));
  shown = parts;
  // Whoever reads with the keyboard stays where they are.
  if (focused !== null && hrefOf(document.activeElement) === null)
    [...paper.querySelectorAll('a')].find((link) => hrefOf(link) === focused)?.focus({ preventScroll: true });
}

function made(part: string): Element {
  const template = document.createElement('template');
  template.innerHTML = part;
  for (const details of template.content.querySelectorAll('details')) {
    details.open = state.unfolded[details.id] ?? details.open;
    details.addEventListener('toggle', () => remember({ ...state, unfolded: { ...state.unfolded, [details.id]: details.open } }));
  }
  return template.content.firstElementChild!;
}

const hrefOf = (element: Element | null): string | null => element?.getAttribute('href') ?? null;

function remember(next: OverviewState): void {
  state = next;
  api.setState(next);
}

document.addEventListener(
  'click',
  (event) => {
    const href = hrefOf(event.target instanceof Element ? event.target.closest('a[href]') : null);
    if (href === null || href.startsWith('#')) return;
    event.preventDefault();
    event.stopPropagation();
    api.postMessage({ type: 'open', href });
  },
  true,
);

api.postMessage({ type: 'ready' });
