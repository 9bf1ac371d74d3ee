import type { ElementContent } from 'hast';
import type { Definition } from 'mdast';
import type { BlockModel, DocumentModel } from '../model/document.ts';
import { textOf } from '../model/front-matter.ts';
import { blockTree } from './block-tree.ts';
import { decorate, type Targets } from './decorate.ts';
import { headerRows, languageOf, markingOf } from './header.ts';
import type { BlockNumber } from '../numbering/number-blocks.ts';
import { outlineAfter, outlineOf, type Outline, type Stretch } from './outline.ts';
import type { PrintedBlock } from '../numbering/printed-block.ts';
import type { ContentsEntry, RenderedBlock, Rendering } from './rendering.ts';
import type { PageRules } from './sanitise.ts';

export interface RenderOptions {
  /** Before every identifier, so that several documents fit on one page. */
  readonly prefix?: string;
  /** Where a label can be read that this document does not define, as the address of a link; null for nowhere. `anchor` is its identifier in a rendering without prefix. */
  readonly elsewhere?: (key: string, anchor: string) => string | null;
  /** Where a link of the text leads on this page; null keeps its words alone. Without this, links lead where they say. */
  readonly link?: (url: string) => string | null;
  /** Whether pictures from the web are shown; they are named by their words otherwise. */
  readonly remotePictures?: boolean;
}

const outlines = new WeakMap<Rendering, Outline>();

/**
 * The document as it is printed. With the rendering of an earlier version, blocks that look the same are the same objects; the result is equal to
 * one without it. Never throws, whatever the text.
 */
export function render(model: DocumentModel, options: RenderOptions = {}, previous: Rendering | null = null): Rendering {
  const before = previous && outlines.get(previous);
  const after = before ? outlineAfter(before, model, options) : null;
  return previous && after ? renderStretch(previous, after) : renderWhole(outlineOf(model, options), previous);
}

/** Only the blocks that changed, where the change means nothing for the others. */
function renderStretch(previous: Rendering, outline: Outline & Stretch): Rendering {
  const { from, to } = outline;
  const blocks = outline.model.blocks.slice(from, to).map((_, index) => renderBlock(outline, from + index, null));
  return keep(outline, { ...previous, blocks: [...previous.blocks.slice(0, from), ...blocks, ...previous.blocks.slice(to)] });
}

function renderWhole(outline: Outline, previous: Rendering | null): Rendering {
  const { model, printed, numbers, ids } = outline;
  const before = new Map(previous?.blocks.map((block) => [block.model, block]));
  const titleBlock = printed.findIndex(({ heading }) => heading?.isTitle);
  return keep(outline, {
    language: languageOf(model),
    title: textOf(model.frontMatter, 'title') ?? printed[titleBlock]?.heading?.text ?? '',
    titleBlock,
    header: headerRows(model),
    marking: markingOf(model),
    contents: contentsOf(printed, numbers, ids),
    blocks: model.blocks.map((block, index) => renderBlock(outline, index, before.get(block) ?? null)),
  });
}

function keep(outline: Outline, rendering: Rendering): Rendering {
  outlines.set(rendering, outline);
  return rendering;
}

/** One block; the same object as in an earlier rendering where it looks the same. */
function renderBlock({ model: { blocks, context }, printed, numbers, ids, labelled, definitions, targets, options }: Outline, index: number, before: RenderedBlock | null): RenderedBlock {
  const model = blocks[index]!;
  const seen = printed[index]!;
  const number = numbers[index]!;
  const id = ids[index]!;
  const { prefix = '', link = (url: string) => url, remotePictures = false } = options;
  const anchors = seen.labels.flatMap(({ key }) => (labelled.get(key) === index ? [key] : []));
  const circumstances = circumstancesOf(seen, number, id, anchors, { prefix, link, remotePictures }, targets, definitions);
  if (before?.circumstances === circumstances) return before;
  const { block, items } = model;
  const nodes = block.kind === 'front-matter' ? [] : safely(block.text, () => {
    const cut = number?.by === 'hand' && seen.written ? seen.written.span : null;
    const decorated = decorate(block.nodes, { source: block.text, items, context, targets, anchors, cut });
    return blockTree(block, decorated, seen.points.names.flatMap((name) => definitions.get(name) ?? []), { prefix, link, remotePictures });
  });
  return { model, nodes, number, id, container: block.container, is: isOf(model, seen), circumstances };
}

/** Hostile text can nest deeper than a stack: such a block is printed as it is written. */
function safely(text: string, make: () => readonly ElementContent[]): readonly ElementContent[] {
  try {
    return make();
  } catch {
    return [{ type: 'element', tagName: 'pre', properties: {}, children: [{ type: 'text', value: text.trim() }] }];
  }
}

function isOf({ items }: BlockModel, { heading }: PrintedBlock): RenderedBlock['is'] {
  if (heading) return 'heading';
  const found = items.find(({ kind }) => kind === 'finding' || kind === 'recommendation' || kind === 'action' || kind === 'measure');
  return (found?.kind as RenderedBlock['is'] | undefined) ?? 'text';
}

/** What a block looks like depends on this beside its own text: its number, and where its references lead. */
function circumstancesOf(
  { points }: PrintedBlock, number: BlockNumber | null, id: string | null, anchors: readonly string[], { prefix, link, remotePictures }: PageRules, targets: Targets, definitions: ReadonlyMap<string, Definition>,
): string {
  const { labels, paragraphs, appendices, urls, names } = points;
  if (number === null && id === null && prefix === '' && !remotePictures && anchors.length + labels.length + paragraphs.length + appendices.length + urls.length + names.length === 0) return '';
  return JSON.stringify([
    number, id, anchors, prefix, remotePictures, labels.map(targets.label), paragraphs.map(targets.paragraph), appendices.map(targets.appendix), urls.map(link),
    names.map((name) => {
      const found = definitions.get(name);
      return found ? [found.url, found.title ?? '', link(found.url)] : null;
    }),
  ]);
}

function contentsOf(blocks: readonly PrintedBlock[], numbers: readonly (BlockNumber | null)[], ids: readonly (string | null)[]): readonly ContentsEntry[] {
  return blocks.flatMap(({ heading }, block) => (heading && !heading.isTitle && heading.text !== '' ? [{ level: heading.level, number: numbers[block]?.text ?? null, text: heading.text, id: ids[block]!, block }] : []));
}
