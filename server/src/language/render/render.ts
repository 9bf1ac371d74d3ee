import type { ElementContent } from 'hast';
import type { Definition } from 'mdast';
import type { BlockModel, DocumentModel } from '../model/document.ts';
import { textOf } from '../model/front-matter.ts';
import { blockTree } from './block-tree.ts';
import { anchorOfLabel, decorate, type Targets } from './decorate.ts';
import { headerRows, languageOf, markingOf } from './header.ts';
import { numberBlocks, type BlockNumber } from './number-blocks.ts';
import { printedBlock, type PrintedBlock } from './printed-block.ts';
import type { ContentsEntry, RenderedBlock, Rendering } from './rendering.ts';

export interface RenderOptions {
  /** Before every identifier, so that several documents fit on one page. */
  readonly prefix?: string;
  /** Where a label can be read that this document does not define, as the address of a link; null for nowhere. `anchor` is its identifier in a rendering without prefix. */
  readonly elsewhere?: (key: string, anchor: string) => string | null;
  /** Where a link of the text leads on this page; null keeps its words alone. Without this, links lead where they say. */
  readonly link?: (url: string) => string | null;
}

/**
 * The document as it is printed. With the rendering of an earlier version, blocks that look the same are the same objects; the result is equal to
 * one without it. Never throws, whatever the text.
 */
export function render(model: DocumentModel, options: RenderOptions = {}, previous: Rendering | null = null): Rendering {
  const prefix = options.prefix ?? '';
  const link = options.link ?? ((url: string) => url);
  const printed = model.blocks.map(printedBlock);
  const numbers = numberBlocks(model, printed);
  const ids = identifiers(printed, numbers, prefix);
  const definitions = definitionsIn(printed);
  const labelled = firstDefinitions(printed);
  const targets = targetsOf(printed, labelled, ids, numbers, prefix, options);
  const before = new Map(previous?.blocks.map((block) => [block.model, block]));
  const blocks = model.blocks.map((block, index): RenderedBlock => {
    const seen = printed[index]!;
    const anchors = seen.labels.flatMap(({ key }) => (labelled.get(key) === index ? [key] : []));
    const circumstances = circumstancesOf(seen, numbers[index]!, ids[index]!, anchors, prefix, targets, definitions, link);
    const old = before.get(block);
    if (old && old.circumstances === circumstances) return old;
    return renderBlock(block, seen, numbers[index]!, ids[index]!, anchors, circumstances, model, targets, definitions, { prefix, link });
  });
  const titleBlock = printed.findIndex(({ heading }) => heading?.isTitle);
  return {
    language: languageOf(model),
    title: textOf(model.frontMatter, 'title') ?? printed[titleBlock]?.heading?.text ?? '',
    titleBlock,
    header: headerRows(model),
    marking: markingOf(model),
    contents: contentsOf(printed, numbers, ids),
    blocks,
  };
}

function renderBlock(
  model: BlockModel, printed: PrintedBlock, number: BlockNumber | null, id: string | null, anchors: readonly string[], circumstances: string, { context }: DocumentModel, targets: Targets,
  definitions: ReadonlyMap<string, Definition>, page: { readonly prefix: string; readonly link: (url: string) => string | null },
): RenderedBlock {
  const { block, items } = model;
  const nodes = block.kind === 'front-matter' ? [] : safely(block.text, () => {
    const cut = number?.by === 'hand' && printed.written ? printed.written.span : null;
    const decorated = decorate(block.nodes, { source: block.text, items, context, targets, anchors, cut });
    return blockTree(block, decorated, printed.points.names.flatMap((name) => definitions.get(name) ?? []), page);
  });
  return { model, nodes, number, id, container: block.container, is: isOf(model, printed), circumstances };
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
  { points }: PrintedBlock, number: BlockNumber | null, id: string | null, anchors: readonly string[], prefix: string, targets: Targets, definitions: ReadonlyMap<string, Definition>, link: (url: string) => string | null,
): string {
  const { labels, paragraphs, appendices, urls, names } = points;
  if (number === null && id === null && prefix === '' && anchors.length + labels.length + paragraphs.length + appendices.length + urls.length + names.length === 0) return '';
  return JSON.stringify([
    number, id, anchors, prefix, labels.map(targets.label), paragraphs.map(targets.paragraph), appendices.map(targets.appendix), urls.map(link),
    names.map((name) => {
      const found = definitions.get(name);
      return found ? [found.url, found.title ?? '', link(found.url)] : null;
    }),
  ]);
}

/** The first definition of a name counts. */
function definitionsIn(blocks: readonly PrintedBlock[]): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>();
  for (const { definitions } of blocks) for (const definition of definitions) if (!found.has(definition.identifier)) found.set(definition.identifier, definition);
  return found;
}

/** Identifiers of headings, numbered paragraphs and listed appendices, none of them twice. */
function identifiers(blocks: readonly PrintedBlock[], numbers: readonly (BlockNumber | null)[], prefix: string): readonly (string | null)[] {
  const taken = new Set<string>();
  const free = (wanted: string): string => {
    let id = prefix + wanted;
    for (let again = 2; taken.has(id); again++) id = `${prefix}${wanted}-${again}`;
    taken.add(id);
    return id;
  };
  return blocks.map(({ heading, appendices }, index) => {
    const number = numbers[index];
    if (heading) return free(`section-${slug(heading.text)}`);
    if (appendices.length > 0) return free(`appendix-${slug(appendices[0]!)}`);
    return number ? free(`${number.of}-${number.name}`) : null;
  });
}

const slug = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60) || 'part';

/** The block that defines each label first. */
function firstDefinitions(blocks: readonly PrintedBlock[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  blocks.forEach(({ labels }, index) => {
    for (const { key } of labels) if (!found.has(key)) found.set(key, index);
  });
  return found;
}

function targetsOf(blocks: readonly PrintedBlock[], labels: ReadonlyMap<string, number>, ids: readonly (string | null)[], numbers: readonly (BlockNumber | null)[], prefix: string, { elsewhere }: RenderOptions): Targets {
  const paragraphs = new Map<string, string>();
  const appendices = new Map<string, string>();
  blocks.forEach((block, index) => {
    const id = ids[index];
    if (id === null || id === undefined) return;
    const number = numbers[index];
    if (number && number.of !== 'recommendation' && !paragraphs.has(number.name)) paragraphs.set(number.name, id);
    for (const name of block.appendices) if (!appendices.has(name)) appendices.set(name, id);
  });
  const here = (id: string | undefined): string | null => (id === undefined ? null : `#${id}`);
  return {
    label: (key) => (labels.has(key) ? `#${prefix}${anchorOfLabel(key)}` : (elsewhere?.(key, anchorOfLabel(key)) ?? null)),
    paragraph: (number) => here(paragraphs.get(number)),
    appendix: (number) => here(appendices.get(number)),
  };
}

function contentsOf(blocks: readonly PrintedBlock[], numbers: readonly (BlockNumber | null)[], ids: readonly (string | null)[]): readonly ContentsEntry[] {
  return blocks.flatMap(({ heading }, block) => (heading && !heading.isTitle && heading.text !== '' ? [{ level: heading.level, number: numbers[block]?.text ?? null, text: heading.text, id: ids[block]!, block }] : []));
}
