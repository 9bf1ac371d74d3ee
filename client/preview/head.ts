import type { PageHead } from '../../server/src/lsp/protocol/preview.ts';

/** Puts what stands over the text into its places, touching only those that say something else now. */
export function showHead(paper: HTMLElement, { language, title, council, marking, header, contents }: PageHead): void {
  paper.lang = language;
  document.title = title;
  put('council', council ?? '', 'text');
  put('title', title, 'text');
  put('marking', marking ?? '', 'text');
  put('header', header, 'html');
  put('contents', contents, 'html');
}

const shown = new Map<string, string>();

function put(id: string, content: string, as: 'text' | 'html'): void {
  if (shown.get(id) === content) return;
  shown.set(id, content);
  const element = document.getElementById(id)!;
  if (as === 'text') element.textContent = content;
  else element.innerHTML = content;
  element.hidden = content === '';
}
