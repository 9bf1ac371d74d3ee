import type { Definition } from 'mdast';
import type { DocumentModel } from '../model/document.ts';
import { anchorOfLabel, type Targets } from './decorate.ts';
import { numberBlocks, type BlockNumber } from '../numbering/number-blocks.ts';
import { printedBlock, type PrintedBlock } from '../numbering/printed-block.ts';
import type { RenderOptions } from './rendering.ts';

/** What the blocks of a document mean for each other when they are printed: their numbers and identifiers, and where a reference leads. */
export interface Outline {
  readonly model: DocumentModel;
  readonly options: RenderOptions;
  /** One for each block of the model, like the next two. */
  readonly printed: readonly PrintedBlock[];
  readonly numbers: readonly (BlockNumber | null)[];
  /** Identifiers of headings, numbered paragraphs and listed appendices, none of them twice. */
  readonly ids: readonly (string | null)[];
  /** Index of the block that defines each label first. */
  readonly labelled: ReadonlyMap<string, number>;
  /** The first definition of a link's name counts. */
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly targets: Targets;
}

export function outlineOf(model: DocumentModel, options: RenderOptions): Outline {
  const printed = model.blocks.map(printedBlock);
  const numbers = numberBlocks(model, printed);
  const ids = identifiers(printed, numbers, options.prefix ?? '');
  const labelled = firstDefinitions(printed);
  return {
    model,
    options,
    printed,
    numbers,
    ids,
    labelled,
    definitions: definitionsIn(printed),
    targets: targetsOf(printed, labelled, ids, numbers, options),
  };
}

/** A stretch of blocks: from an index to before another. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The outline after an edit that changes nothing for any other block, as most do, with the stretch of blocks that it changed; null where
 * the whole has to be worked out anew. Costs a look at each block's identity, no more.
 */
export function outlineAfter(before: Outline, model: DocumentModel, options: RenderOptions): (Outline & Stretch) | null {
  const old = before.model.blocks;
  const { blocks } = model;
  if (old.length !== blocks.length || before.model.context !== model.context || before.model.frontMatter !== model.frontMatter) return null;
  if (
    before.options.prefix !== options.prefix ||
    before.options.elsewhere !== options.elsewhere ||
    before.options.link !== options.link ||
    before.options.remotePictures !== options.remotePictures
  )
    return null;
  let from = 0;
  while (from < blocks.length && blocks[from] === old[from]) from++;
  let to = blocks.length;
  while (to > from && blocks[to - 1] === old[to - 1]) to--;
  const changed = blocks.slice(from, to).map(printedBlock);
  if (!changed.every((block, index) => isTheSameToOthers(before.printed[from + index]!, block))) return null;
  return { ...before, model, printed: [...before.printed.slice(0, from), ...changed, ...before.printed.slice(to)], from, to };
}

/** Whether a block counts, is called and defines as another did. */
function isTheSameToOthers(before: PrintedBlock, now: PrintedBlock): boolean {
  if (before === now) return true;
  if (before.definitions.length + now.definitions.length > 0) return false;
  const meaning = ({ heading, written, cut, isBodyText, recommendation, listStart, labels, appendices }: PrintedBlock): string =>
    JSON.stringify([
      heading && [heading.text, heading.level, heading.isTitle, heading.role],
      written && [written.text, written.closing, written.values],
      cut,
      isBodyText,
      recommendation && [recommendation.label?.key ?? null],
      listStart,
      labels.map(({ key }) => key),
      appendices,
    ]);
  return meaning(before) === meaning(now);
}

function definitionsIn(blocks: readonly PrintedBlock[]): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>();
  for (const { definitions } of blocks)
    for (const definition of definitions) if (!found.has(definition.identifier)) found.set(definition.identifier, definition);
  return found;
}

function identifiers(
  blocks: readonly PrintedBlock[],
  numbers: readonly (BlockNumber | null)[],
  prefix: string,
): readonly (string | null)[] {
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

const slug = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'part';

function firstDefinitions(blocks: readonly PrintedBlock[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  blocks.forEach(({ labels }, index) => {
    for (const { key } of labels) if (!found.has(key)) found.set(key, index);
  });
  return found;
}

function targetsOf(
  blocks: readonly PrintedBlock[],
  labels: ReadonlyMap<string, number>,
  ids: readonly (string | null)[],
  numbers: readonly (BlockNumber | null)[],
  { prefix = '', elsewhere }: RenderOptions,
): Targets {
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
