import type { FromOverview, OverviewState, ToOverview } from './overview-messages.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromOverview): void; setState(state: OverviewState): void; getState(): OverviewState | undefined };

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
  const { uri, overview: { html, language, style: css } } = data;
  remember({ ...state, uri });
  const focused = hrefOf(document.activeElement);
  const { scrollY } = window;
  style.replaceSync(css);
  paper.lang = language;
  paper.innerHTML = html;
  for (const details of paper.querySelectorAll('details')) {
    details.open = state.unfolded[details.id] ?? details.open;
    details.addEventListener('toggle', () => remember({ ...state, unfolded: { ...state.unfolded, [details.id]: details.open } }));
  }
  // Whoever reads with the keyboard stays where they are.
  if (focused !== null) [...paper.querySelectorAll('a')].find((link) => hrefOf(link) === focused)?.focus({ preventScroll: true });
  window.scrollTo({ top: scrollY, behavior: 'instant' });
});

const hrefOf = (element: Element | null): string | null => element?.getAttribute('href') ?? null;

function remember(next: OverviewState): void {
  state = next;
  api.setState(next);
}

document.addEventListener('click', (event) => {
  const href = hrefOf(event.target instanceof Element ? event.target.closest('a[href]') : null);
  if (href === null || href.startsWith('#')) return;
  event.preventDefault();
  event.stopPropagation();
  api.postMessage({ type: 'open', href });
}, true);

api.postMessage({ type: 'ready' });
