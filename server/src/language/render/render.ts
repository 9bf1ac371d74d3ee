import type { ElementContent } from 'hast';
import type { BlockModel, DocumentModel } from '../model/document.ts';
import { textOf } from '../model/front-matter/front-matter.ts';
import { blockTree } from './block-tree.ts';
import { decorate } from './decorate.ts';
import { headerRows, languageOf, markingOf } from './header.ts';
import type { BlockNumber } from '../numbering/number-blocks.ts';
import { outlineAfter, outlineOf, type Outline, type Stretch } from './outline.ts';
import type { PrintedBlock } from '../numbering/printed-block.ts';
import type { ContentsEntry, RenderOptions, RenderedBlock, Rendering } from './rendering.ts';
import type { PageRules } from './sanitise.ts';

const outlines = new WeakMap<Rendering, Outline>();

/**
 * The document as it is printed. With the rendering of an earlier version, blocks that look the same are the same objects; the result is
 * equal to one without it. Never throws, whatever the text.
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

/** What the outline says of one block. */
interface Place {
  readonly model: BlockModel;
  readonly seen: PrintedBlock;
  readonly number: BlockNumber | null;
  readonly id: string | null;
  /** Keys of the labels that are first defined here. */
  readonly anchors: readonly string[];
}

function placeOf({ model, printed, numbers, ids, labelled }: Outline, index: number): Place {
  const seen = printed[index]!;
  return {
    model: model.blocks[index]!,
    seen,
    number: numbers[index]!,
    id: ids[index]!,
    anchors: seen.labels.flatMap(({ key }) => (labelled.get(key) === index ? [key] : [])),
  };
}

const rulesOf = ({ prefix = '', link = (url) => url, remotePictures = false }: RenderOptions): PageRules => ({
  prefix,
  link,
  remotePictures,
});

/** One block; the same object as in an earlier rendering where it looks the same. */
function renderBlock(outline: Outline, index: number, before: RenderedBlock | null): RenderedBlock {
  const place = placeOf(outline, index);
  const circumstances = circumstancesOf(place, outline);
  if (before?.circumstances === circumstances) return before;
  const { model, seen, number, id } = place;
  const { kind, text, container } = model.block;
  const nodes = kind === 'front-matter' ? [] : safely(text, () => treeOf(place, outline));
  return { model, nodes, number, id, container, is: isOf(model, seen), circumstances };
}

function treeOf(
  { model: { block, items }, seen, number, anchors }: Place,
  { model: { context }, targets, definitions, options }: Outline,
): readonly ElementContent[] {
  const cut = number?.by === 'hand' && seen.written ? seen.written.span : null;
  const decorated = decorate(block.nodes, { source: block.text, items, context, targets, anchors, cut });
  return blockTree(
    block,
    decorated,
    seen.points.names.flatMap((name) => definitions.get(name) ?? []),
    rulesOf(options),
  );
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
function circumstancesOf({ seen, number, id, anchors }: Place, { options, targets, definitions }: Outline): string {
  const { labels, paragraphs, appendices, urls, names } = seen.points;
  const { prefix, link, remotePictures } = rulesOf(options);
  if (
    number === null &&
    id === null &&
    prefix === '' &&
    !remotePictures &&
    anchors.length + labels.length + paragraphs.length + appendices.length + urls.length + names.length === 0
  )
    return '';
  return JSON.stringify([
    number,
    id,
    anchors,
    prefix,
    remotePictures,
    labels.map(targets.label),
    paragraphs.map(targets.paragraph),
    appendices.map(targets.appendix),
    urls.map(link),
    names.map((name) => {
      const found = definitions.get(name);
      return found ? [found.url, found.title ?? '', link(found.url)] : null;
    }),
  ]);
}

function contentsOf(
  blocks: readonly PrintedBlock[],
  numbers: readonly (BlockNumber | null)[],
  ids: readonly (string | null)[],
): readonly ContentsEntry[] {
  return blocks.flatMap(({ heading }, block) =>
    heading && !heading.isTitle && heading.text !== ''
      ? [{ level: heading.level, number: numbers[block]?.text ?? null, text: heading.text, id: ids[block]!, block }]
      : [],
  );
}
