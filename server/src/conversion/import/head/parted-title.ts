import { isOrganisation } from '../body/headings.ts';
import { joined, type TextBlock } from '../paper/blocks.ts';
import { statedDates } from '../paper/dates.ts';
import { markerOf } from '../paper/markers.ts';
import type { KnownNames } from './known-names.ts';

/** Blocks at the head of a paper among which its title begins. */
const headBlocks = 6;
/** Most lines that a title is set in. */
const mostLines = 3;
const longestLine = 100;
/** The last word of a line that goes on in the next: "An inspection of youth justice services in". */
const goesOn = /\s(?:in|of|for|to|at|by|on|with|between|and|the|&)$/;

/** A title that its author set in several lines, each a paragraph of its own, as one. */
export function joinPartedTitle(blocks: readonly TextBlock[], names: KnownNames): readonly TextBlock[] {
  const parts = brokenLine(blocks) ?? linesOfOneLevel(blocks, names);
  if (!parts) return blocks;
  const { start, end } = parts;
  const lines = blocks.slice(start, end);
  const { form } = lines.reduce((best, block) => (weightOf(block) > weightOf(best) ? block : best));
  if (!form || form.kind === 'table') return blocks;
  const between = (line: string): string => (goesOn.test(line) ? ' ' : ' – ');
  const inOne = (texts: readonly string[]): string => texts.reduce((all, text) => `${all.replace(/\s*[:–—-]$/, '')}${between(all)}${text}`);
  const markdown = inOne(lines.map((block) => bare(block)));
  const isBold = form.kind !== 'heading' && form.look.strong;
  const title: TextBlock = {
    lines: [inOne(lines.map(joined))],
    line: blocks[start]!.line,
    afterPageBreak: blocks[start]!.afterPageBreak,
    form: { ...form, markdown: [isBold ? `**${markdown}**` : markdown] },
  };
  return [...blocks.slice(0, start), title, ...blocks.slice(end)];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const bare = ({ form }: TextBlock): string =>
  form && form.kind !== 'table' ? form.markdown.join(' ').replace(/^\*\*([^*]+)\*\*$/, '$1') : '';

/** How much a line stands out; of a title that is set in two ways the one that does more tells what it is. */
const weightOf = ({ form }: TextBlock): number =>
  form?.kind === 'heading' ? 1000 : form?.kind === 'paragraph' ? form.look.size + (form.look.strong ? 0.5 : 0) : 0;

const standsOut = ({ form }: TextBlock): boolean => form?.kind === 'heading' || (form?.kind === 'paragraph' && form.look.strong);

/** A line of a cover: short, one line, no sentence, no field and no day. */
function isCoverLine(block: TextBlock | undefined): block is TextBlock {
  if (!block || (block.form?.kind !== 'heading' && block.form?.kind !== 'paragraph') || block.lines.length !== 1) return false;
  const text = joined(block);
  return (
    text.length <= longestLine &&
    /^[\p{Lu}\d‘“]/u.test(text) &&
    !/[.;?!]$|:\s/.test(text) &&
    markerOf(text) === null &&
    statedDates(text).length === 0
  );
}

/** Two lines of which the first breaks off. */
function brokenLine(blocks: readonly TextBlock[]): Stretch | null {
  const start = blocks
    .slice(0, headBlocks)
    .findIndex(
      (block, index) =>
        isCoverLine(block) &&
        goesOn.test(joined(block)) &&
        isCoverLine(blocks[index + 1]) &&
        (standsOut(block) || standsOut(blocks[index + 1]!)),
    );
  return start < 0 ? null : { start, end: start + 2 };
}

/**
 * Headings of one level right under each other, where no other heading has that level; what is below them may go on with headings of lower
 * levels.
 */
function linesOfOneLevel(blocks: readonly TextBlock[], names: KnownNames): Stretch | null {
  const rank = ({ form }: TextBlock): number | null => (form?.kind === 'heading' ? (form.isTitle ? 0 : form.level) : null);
  const start = blocks.slice(0, headBlocks).findIndex((block) => rank(block) !== null && !isOrganisation(joined(block)));
  if (start < 0) return null;
  const own = rank(blocks[start]!);
  const isLine = (block: TextBlock | undefined): boolean =>
    isCoverLine(block) && rank(block) === own && !isOrganisation(joined(block)) && names.section(joined(block)) === null;
  let end = start;
  while (isLine(blocks[end])) end++;
  const others = blocks.filter(
    (block, index) => rank(block) !== null && rank(block)! <= own! && (index < start || index >= end) && !isOrganisation(joined(block)),
  );
  const hasText = blocks[end] !== undefined && rank(blocks[end]!) === null;
  return end - start >= 2 && end - start <= mostLines && others.length === 0 && (hasText || rank(blocks[end] ?? blocks[start]!) !== own)
    ? { start, end }
    : null;
}
