import { blankBlock, toBlocks, type Continuation } from './blocks.ts';
import { frontMatterEnd } from './front-matter.ts';
import { isBlankText, nextLine } from './lines.ts';
import { parseMarkdown, type DefinedOutside } from './markdown.ts';
import type { Block, ParseCost } from './syntax.ts';

/** What stands before a text that is to be read: the start of the document, an earlier part of the same list or table, or nothing that matters. */
export type Before = 'document-start' | 'nothing' | Continuation;

/** Counts what is handed to the Markdown parser. */
export class Meter implements ParseCost {
  characters = 0;
  parses = 0;

  count(text: string): void {
    this.characters += text.length;
    this.parses += 1;
  }
}

/** The blocks of a text, or null where the list or table before it does not go on in it. */
export function readBlocks(text: string, before: Before, definedOutside: DefinedOutside, meter: Meter): Block[] | null {
  if (before === 'document-start') return readDocument(text, definedOutside, meter);
  const continuation = before === 'nothing' ? null : before;
  const source = continuation ? continuation.header + text : text;
  meter.count(source);
  return toBlocks(source, parseMarkdown(source, definedOutside, false), continuation);
}

function readDocument(text: string, definedOutside: DefinedOutside, meter: Meter): Block[] | null {
  const end = frontMatterEnd(text);
  if (end < 0) {
    meter.count(text);
    return toBlocks(text, parseMarkdown(text, definedOutside, true), null);
  }
  const next = afterBlankLines(text, end);
  const front: Block = { ...blankBlock(text.slice(0, next)), kind: 'front-matter' };
  if (next === text.length) return [front];
  return [front, ...(readBlocks(text.slice(next), 'nothing', definedOutside, meter) ?? [])];
}

function afterBlankLines(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const next = nextLine(text, at);
    if (!isBlankText(text.slice(at, next))) return at;
    at = next;
  }
  return at;
}

