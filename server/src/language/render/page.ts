import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Container } from '../syntax/syntax.ts';
import { contentsList, fewestContents, headerTable } from './head.ts';
import { blockHtml } from './html.ts';
import { printedBlock } from '../numbering/printed-block.ts';
import type { RenderedBlock, Rendering } from './rendering.ts';

/** A block on a page that follows its source: small, plain data that can be sent. */
export interface PageBlock {
  /**
   * Clean. In a list one `li`, in a table one `tr`; empty for what is not printed. Lines in `data-line` count from the first of the block.
   */
  readonly html: string;
  /** Lines of its source. */
  readonly lines: number;
  readonly container: PageContainer | null;
  /** Whether it is the header row of its table. */
  readonly isHead: boolean;
}

/** The list or table around blocks that stand side by side. */
export interface PageContainer {
  /** The same for all of its items or rows. */
  readonly id: number;
  readonly tag: 'ul' | 'ol' | 'table';
  /** First number of an ordered list; null where it is 1, and for everything else. */
  readonly start: number | null;
}

/** What stands over the text. */
export interface PageHead {
  readonly language: string;
  readonly title: string;
  /** Name of the council, or null. */
  readonly council: string | null;
  /** What a paper says that is kept from the public, or null. */
  readonly marking: string | null;
  /** Header table and contents, clean HTML; empty where there are none. */
  readonly header: string;
  readonly contents: string;
}

/** A document as a page shows it. */
export interface Page {
  readonly rendering: Rendering;
  readonly council: string | null;
  /** What stands under a finding, by its label. */
  readonly answers: ReadonlyMap<string, ElementContent>;
}

/** How a page becomes another one: `removed` blocks from index `from` give way to `inserted`. */
export interface PageChange {
  /** Null where it stays as it was. */
  readonly head: PageHead | null;
  readonly from: number;
  readonly removed: number;
  readonly inserted: readonly PageBlock[];
}

/**
 * What must change on a page that shows `before`, null for an empty one. Costs a look at each block's identity, and the HTML of those that
 * changed.
 */
export function pageChange(before: Page | null, after: Page): PageChange {
  const head = before && isSameHead(before, after) ? null : headOf(after);
  const now = after.rendering.blocks;
  const old = before?.rendering.blocks ?? [];
  let from = 0;
  while (from < now.length && now[from] === old[from]) from++;
  let tail = 0;
  while (tail < Math.min(now.length, old.length) - from && now[now.length - 1 - tail] === old[old.length - 1 - tail]) tail++;
  if (before && before.answers !== after.answers) {
    const changed = (block: RenderedBlock): boolean =>
      printedBlock(block.model).findings.some((key) => htmlOf(before.answers.get(key)) !== htmlOf(after.answers.get(key)));
    const first = now.findIndex(changed);
    if (first >= 0) {
      from = Math.min(from, first);
      tail = Math.min(tail, now.length - 1 - now.findLastIndex(changed));
    }
  }
  return {
    head,
    from,
    removed: old.length - tail - from,
    inserted: now.slice(from, now.length - tail).map((block) => pageBlock(block, after.answers)),
  };
}

function isSameHead({ rendering: a, council }: Page, { rendering: b, council: other }: Page): boolean {
  if (a.language !== b.language || a.title !== b.title || council !== other) return false;
  return (
    (a.header === b.header && a.contents === b.contents && a.marking === b.marking) ||
    JSON.stringify([a.header, a.contents, a.marking]) === JSON.stringify([b.header, b.contents, b.marking])
  );
}

function headOf({ rendering: { language, title, marking, header, contents }, council }: Page): PageHead {
  return {
    language,
    title,
    council,
    marking: marking.isExempt ? marking.text : null,
    header: header.length === 0 ? '' : toHtml(headerTable(header)),
    contents: contents.length < fewestContents ? '' : toHtml(contentsList(contents, 'page')),
  };
}

function pageBlock(block: RenderedBlock, answers: Page['answers']): PageBlock {
  const { model } = block;
  const printed = printedBlock(model);
  // The title stands over the header table already.
  const html = printed.heading?.isTitle
    ? ''
    : withAnswers(
        blockHtml(block),
        printed.findings.flatMap((key) => htmlOf(answers.get(key)) || []),
      );
  return {
    html,
    lines: model.block.lineBreaks,
    container: block.container && containerOf(block.container),
    isHead: model.block.kind === 'table-row' && model.block.opensContainer,
  };
}

const htmlOf = (content: ElementContent | undefined): string => (content ? toHtml(content) : '');

/** Inside an item, behind anything else; a row of a table has no room for it. */
function withAnswers(html: string, answers: readonly string[]): string {
  if (answers.length === 0 || html.endsWith('</tr>')) return html;
  return html.endsWith('</li>') ? `${html.slice(0, -'</li>'.length)}${answers.join('')}</li>` : html + answers.join('');
}

const containers = new WeakMap<Container, PageContainer>();
let lastContainer = 0;

function containerOf(container: Container): PageContainer {
  let known = containers.get(container);
  if (!known) {
    const tag = container.type === 'table' ? 'table' : container.ordered ? 'ol' : 'ul';
    const start = container.type === 'list' && container.ordered && container.start !== 1 ? container.start : null;
    containers.set(container, (known = { id: ++lastContainer, tag, start }));
  }
  return known;
}
