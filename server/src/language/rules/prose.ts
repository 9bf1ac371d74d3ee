import type { Node, Parent } from 'mdast';
import type { Block } from '../syntax/syntax.ts';
import type { Span } from '../text/span.ts';

/** A run of plain words in the source of a block: no code, no HTML, no Markdown marks. */
export interface Prose {
  /** Relative to the block; `text` is the source at this place, letter for letter. */
  readonly span: Span;
  readonly text: string;
  /** In a block quote: somebody else's words. */
  readonly quoted: boolean;
  readonly inLink: boolean;
  readonly inHeading: boolean;
  /** Struck through: withdrawn, though it can still be read. */
  readonly struck: boolean;
}

const known = new WeakMap<Block, { readonly all: readonly Prose[]; readonly live: readonly Prose[] }>();

/**
 * The words of a block, in order, without those that are struck through. Read from its tree once; empty for front matter and for what was
 * left unread.
 */
export const proseOf = (block: Block): readonly Prose[] => readOnce(block).live;

/** The same, with those that are struck through: whatever can be read on the printed page. */
export const printedProseOf = (block: Block): readonly Prose[] => readOnce(block).all;

function readOnce(block: Block): { readonly all: readonly Prose[]; readonly live: readonly Prose[] } {
  let prose = known.get(block);
  if (!prose) {
    const all = block.kind === 'front-matter' || block.leftUnread ? [] : collect(block);
    known.set(block, (prose = { all, live: all.some(({ struck }) => struck) ? all.filter(({ struck }) => !struck) : all }));
  }
  return prose;
}

function collect(block: Block): Prose[] {
  const found: Prose[] = [];
  // A worklist, not recursion: hostile text may nest deeper than the stack is.
  const waiting: { node: Node; quoted: boolean; inLink: boolean; inHeading: boolean; struck: boolean }[] = [];
  const add = (nodes: readonly Node[], around: Omit<(typeof waiting)[number], 'node'>) => {
    for (let i = nodes.length - 1; i >= 0; i--) waiting.push({ node: nodes[i]!, ...around });
  };
  add(block.nodes, { quoted: false, inLink: false, inHeading: false, struck: false });
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, quoted, inLink, inHeading, struck } = next;
    if (node.type === 'text' && node.position) {
      const start = node.position.start.offset ?? 0;
      const end = node.position.end.offset ?? start;
      found.push({ span: { start, end }, text: block.text.slice(start, end), quoted, inLink, inHeading, struck });
    } else if ('children' in node) {
      add((node as Parent).children, {
        quoted: quoted || node.type === 'blockquote',
        inLink: inLink || node.type === 'link' || node.type === 'linkReference',
        inHeading: inHeading || node.type === 'heading',
        struck: struck || node.type === 'delete',
      });
    }
  }
  return found;
}

/** Places in a run of words where a pattern matches, relative to the block. The pattern is global. */
export function* matchesIn({ text, span }: Prose, pattern: RegExp): Generator<{ readonly match: RegExpExecArray; readonly span: Span }> {
  for (const match of text.matchAll(pattern)) {
    const start = span.start + match.index;
    yield { match: match as RegExpExecArray, span: { start, end: start + match[0].length } };
  }
}

/** Whether a text has capital letters and no small ones. */
export const isAllCapitals = (text: string): boolean => /[A-ZÀ-Þ]/u.test(text) && !/[a-zß-ɏ]/u.test(text);
