import type { Definition, Heading, Nodes, Paragraph, Text } from 'mdast';
import type { BlockModel } from '../model/document.ts';
import type { HeadingItem, Label, ParagraphNumber, RecommendationItem } from '../model/items.ts';
import type { Role } from '../model/vocabulary.ts';
import { walk } from '../syntax/walk.ts';

/** What the printing of a document needs to know of one block: worked out once for each block object. */
export interface PrintedBlock {
  /** A heading or a bold line that names a section. */
  readonly heading: HeadingItem | null;
  /** A number written by hand at its start; its span is relative to the block. */
  readonly written: ParagraphNumber | null;
  /** Whether the number can be cut out of the text and printed before it; else it stays where it is written. */
  readonly cut: boolean;
  /** Whether it is a paragraph of the report's own text, which a house style that numbers paragraphs numbers. */
  readonly isBodyText: boolean;
  /** An item of a list of recommendations. */
  readonly recommendation: RecommendationItem | null;
  /** Number that the ordered list starts with which it is an item of; null for everything else. */
  readonly listStart: number | null;
  /** Labels that it defines. */
  readonly labels: readonly Label[];
  readonly appendices: readonly string[];
  readonly definitions: readonly Definition[];
  /** What it points to, and so depends on: label keys, paragraph numbers, numbers of appendices, addresses, names of link definitions. */
  readonly points: Points;
  /** Keys of the labels of inspectors' findings in it. */
  readonly findings: readonly string[];
}

export interface Points {
  readonly labels: readonly string[];
  readonly paragraphs: readonly string[];
  readonly appendices: readonly string[];
  readonly urls: readonly string[];
  readonly names: readonly string[];
}

const known = new WeakMap<BlockModel, PrintedBlock>();

export function printedBlock(model: BlockModel): PrintedBlock {
  let printed = known.get(model);
  if (!printed) known.set(model, (printed = look(model)));
  return printed;
}

/** Sections whose paragraphs are lists of names, addresses or papers, and are never numbered. */
const unnumbered: ReadonlySet<Role> = new Set([
  'contact',
  'background-papers',
  'appendices',
  'glossary',
  'attendance',
  'membership',
  'people',
]);

function look(model: BlockModel): PrintedBlock {
  const { block, items, place } = model;
  const first = block.nodes[0];
  const isParagraph = block.kind === 'flow' && block.nodes.length === 1 && first!.type === 'paragraph';
  const heading = items.find((item): item is HeadingItem => item.kind === 'heading' && item.form !== 'field-line') ?? null;
  const own = heading?.number ?? items.find((item) => item.kind === 'paragraph')?.number ?? null;
  const listStart = block.container?.type === 'list' && block.container.ordered ? (block.container.start ?? 1) : null;
  const written = block.kind === 'table-row' || first?.type === 'blockquote' ? null : own;
  const text = leadingText(first);
  const recommendation =
    block.kind === 'list-item'
      ? (items.find(
          (item): item is RecommendationItem => item.kind === 'recommendation' && item.span.start === first?.position?.start.offset,
        ) ?? null)
      : null;
  const inBody = place.role === null || !unnumbered.has(place.role);
  const definitions: Definition[] = [];
  const names = new Set<string>();
  for (const node of block.nodes) {
    walk(node as Nodes, (each) => {
      if (each.type === 'definition') definitions.push(each);
      else if (each.type === 'linkReference' || each.type === 'imageReference') names.add(each.identifier);
    });
  }
  return {
    heading,
    written,
    cut: written !== null && startsInText(written, text),
    isBodyText: isParagraph && inBody && items.some(({ kind }) => kind === 'paragraph') && !items.some(({ kind }) => kind === 'heading'),
    recommendation,
    listStart,
    labels: items.flatMap((item) => (item.kind === 'label-definition' ? [item.label] : [])),
    appendices: items.flatMap((item) => (item.kind === 'appendix-listed' ? [item.number] : [])),
    definitions,
    findings: items.flatMap((item) => (item.kind === 'finding' && item.label ? [item.label.key] : [])),
    points: {
      labels: items.flatMap((item) => (item.kind === 'label-reference' ? [item.label.key] : [])),
      paragraphs: items.flatMap((item) => (item.kind === 'paragraph-reference' ? [item.number] : [])),
      appendices: items.flatMap((item) => (item.kind === 'appendix-mention' ? [item.number] : [])),
      urls: items.flatMap((item) => (item.kind === 'link' ? [item.url] : [])),
      names: [...names],
    },
  };
}

const startsInText = ({ span }: ParagraphNumber, text: Text | null): boolean =>
  text !== null && text.position!.start.offset! <= span.start && span.end <= text.position!.end.offset!;

/** The text that a heading, paragraph or item begins with, where it begins with plain text. */
function leadingText(node: Nodes | undefined): Text | null {
  const holder = node?.type === 'listItem' ? node.children[0] : node;
  if (holder?.type !== 'paragraph' && holder?.type !== 'heading') return null;
  const [first] = (holder as Paragraph | Heading).children;
  return first?.type === 'text' ? first : null;
}
