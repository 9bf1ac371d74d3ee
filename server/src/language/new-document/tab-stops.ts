/** Text with places to fill in, written for the command line and, with tab stops, for an editor. */
export interface FillIn {
  /** Places to fill in stand in `[square brackets]`. */
  readonly text: string;
  /** In the snippet syntax of VS Code and the Language Server Protocol. */
  readonly snippet: string;
}

interface Stretch {
  readonly text: string;
  readonly isPlaceholder: boolean;
}

/**
 * A text whose `[placeholders]` become tab stops. Each keeps its brackets as the text that is selected, so that typing replaces
 * it and a check finds it where it was left. The placeholder `shared` is one tab stop wherever it stands: what is typed in one
 * place appears in the others.
 */
export function fillIn(text: string, shared?: string): FillIn {
  const numbers = new Map<string, number>();
  let last = 0;
  const snippet = stretches(text).map((stretch) => {
    if (!stretch.isPlaceholder) return escapeSnippet(stretch.text);
    const number = numbers.get(stretch.text);
    if (number !== undefined) return `$${number}`;
    last++;
    if (stretch.text === shared) numbers.set(shared, last);
    return `\${${last}:${escapeSnippet(stretch.text)}}`;
  });
  return { text, snippet: `${snippet.join('')}` };
}

/** Text as it stands for itself in a snippet. */
const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** Links, task boxes and empty brackets are no placeholders. */
function stretches(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  for (let open = text.indexOf('['); open >= 0;) {
    const close = text.indexOf(']', open);
    if (close < 0) break;
    const inner = text.lastIndexOf('[', close);
    const inside = text.slice(inner + 1, close);
    if (inside.trim().length > 1 && !inside.includes('\n') && !'([:'.includes(text[close + 1] ?? ' ') && text[inner - 1] !== ']') {
      found.push({ text: text.slice(from, inner), isPlaceholder: false }, { text: text.slice(inner, close + 1), isPlaceholder: true });
      from = close + 1;
    }
    open = text.indexOf('[', close);
  }
  found.push({ text: text.slice(from), isPlaceholder: false });
  return found.filter((stretch) => stretch.text !== '');
}
