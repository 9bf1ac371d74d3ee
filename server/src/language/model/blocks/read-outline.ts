import type { Node, Parent } from 'mdast';
import type { Block } from '../../syntax/syntax.ts';
import { findPapers } from '../inline/papers.ts';
import { judgementInCells } from '../inline/judgements.ts';
import { findStatements, readNone } from '../inline/statements.ts';
import { wordsIn } from '../words/word-count.ts';
import type { ContentItem, Item, ParagraphNumber } from '../items.ts';
import { cellWords } from './read-table.ts';
import { part } from '../words/words.ts';
import type { Span } from '../../text/span.ts';

/**
 * What a block amounts to, apart from its words: that it says something, the numbers of its paragraphs, the papers and procedural
 * statements in them. Rules about the whole document read these rather than the words, and so do not run for every letter typed.
 */
export function readOutline(block: Block, structure: readonly Item[]): readonly Item[] {
  if (block.kind === 'front-matter') return [];
  const items: Item[] = [];
  const words = wordsIn(structure, block);
  if (words > 0) items.push({ kind: 'length', span: { start: 0, end: 0 }, words });
  const judged = judgementOfRow(block);
  if (judged) items.push(judged);
  const content = contentOf(block);
  if (content && !structure.some(({ kind }) => kind === 'heading')) items.push(content);
  for (const item of structure) {
    if (item.kind !== 'paragraph') continue;
    const { number, quoted, depth, text, span } = item;
    const counted = number ?? bareNumber(text, span);
    if (counted) items.push({ kind: 'number', span: counted.span, number: counted, bare: number === null || text === '', depth, quoted });
    if (quoted) continue;
    const none = readNone(text);
    if (none) items.push({ kind: 'statement', about: none, span });
    items.push(...findStatements(text, span.start));
    items.push(...findPapers(text).map((name) => ({ kind: 'paper-mention', span: { start: span.start, end: span.start }, name }) as const));
  }
  return items;
}

/** "4.2" or "4.2." by itself, over a table. */
function bareNumber(text: string, span: Span): ParagraphNumber | null {
  const [all, figures, stop] = /^(\d{1,3}(?:\.\d{1,3}){1,3})(\.?)$/.exec(text) ?? [];
  return all === undefined
    ? null
    : {
        span: { start: span.start, end: span.start + all.length },
        text: figures!,
        closing: stop === '.' ? '.' : '',
        style: 'section.paragraph',
        values: figures!.split('.').map(Number),
      };
}

/** A row of a table that is a judgement and its grade; the grades of running text are read with the other facts. */
function judgementOfRow({ kind, nodes: [row], text }: Block): Item | null {
  if (kind !== 'table-row' || row?.type !== 'tableRow' || row.children.length < 2) return null;
  const [name, grade] = row.children.slice(0, 2).map((cell) => part(cellWords(text, cell)));
  return name && grade ? judgementInCells(name, grade) : null;
}

function contentOf({ text, nodes, opensContainer }: Block): ContentItem | null {
  const start = text.search(/\S/);
  return start < 0 ? null : { kind: 'content', span: { start, end: start }, opensContainer, lists: nodes.flatMap(listsIn) };
}

function listsIn(node: Node): readonly number[] {
  const lengths: number[] = [];
  const waiting: Node[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (!('children' in next)) continue;
    const { children } = next as Parent;
    if (next.type === 'list') lengths.push(children.length);
    if (next.type !== 'paragraph' && next.type !== 'table') waiting.push(...children.toReversed());
  }
  return lengths;
}
