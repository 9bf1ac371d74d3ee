import type { DocumentFacts } from '../../response/facts.ts';
import type { DocumentAddress } from '../../text/document-address.ts';
import type { Span } from '../../text/span.ts';

/** Something that can be gone to by its name, anywhere in the workspace. */
export interface WorkspaceSymbol {
  readonly name: string;
  /** What it stands in: the document's title, else its kind. */
  readonly container: string;
  readonly kind: 'title' | 'section' | 'recommendation' | 'finding' | 'action' | 'measure' | 'label';
  readonly address: DocumentAddress;
  readonly span: Span;
}

/** Longest name, in UTF-16 code units. */
const longestName = 100;

/** What a document has that may be gone to, in order of place. */
export function symbolsOf(facts: DocumentFacts): readonly WorkspaceSymbol[] {
  const { address, headings, labels, findings, recommendations, actions, measures } = facts;
  const container = headings.find(({ isTitle }) => isTitle)?.text ?? facts.title ?? facts.type.replaceAll('-', ' ');
  const found: WorkspaceSymbol[] = [];
  const add = (kind: WorkspaceSymbol['kind'], name: string, span: Span): void => {
    const shown = name.trim();
    if (shown !== '')
      found.push({ name: shown.length > longestName ? `${shown.slice(0, longestName - 1)}…` : shown, container, kind, address, span });
  };
  for (const { text, isTitle, span } of headings) add(isTitle ? 'title' : 'section', text, span);
  for (const [kind, said] of [
    ['recommendation', recommendations],
    ['finding', findings],
    ['action', actions],
    ['measure', measures],
  ] as const) {
    for (const { label, text, nameSpan } of said) add(kind, label ? `${label.text} ${text}` : text, nameSpan);
  }
  const named = new Set(found.map(({ span }) => span.start));
  for (const { text, about, span } of labels) if (!named.has(span.start)) add('label', `${text} ${about}`, span);
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** How well a name may answer, best first. */
export const degrees = [4, 3, 2, 1] as const;

/**
 * How well a name answers what was typed, one of {@link degrees}; 0 where it does not. Its letters must be there in their order, in any
 * case, as editors take it; better is a name that begins with them, then one in which they begin a word, then one that holds them together.
 * What looks like a label is one: a letter and a figure stand somewhere in nearly every measure.
 */
export function likenessTo(query: string): (name: string) => number {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const together = query.trim().toLowerCase();
  const isLabel = /^[a-z]{1,4}[ -]?\d+(?:\.\d+)*$/.test(together);
  return (name) => {
    if (wanted === '') return 4;
    const small = name.toLowerCase();
    const at = small.indexOf(together);
    if (at === 0) return 4;
    if (at > 0) return /[\p{L}\p{N}]/u.test(small[at - 1]!) ? 2 : 3;
    if (isLabel) return 0;
    let from = 0;
    for (const letter of wanted) {
      from = small.indexOf(letter, from) + 1;
      if (from === 0) return 0;
    }
    return 1;
  };
}
