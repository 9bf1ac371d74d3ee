import type { Heading, ListItem, Node, Nodes, Paragraph, Parent, PhrasingContent, Text } from 'mdast';
import { actionFieldOf } from '../model/item-parts/fields.ts';
import type { ModelContext } from '../model/document.ts';
import { stageOf } from '../model/item-parts/read-status.ts';
import type { Item } from '../model/items.ts';
import { offsetsOfText } from '../syntax/text-offsets.ts';
import type { BlockNode } from '../syntax/syntax.ts';
import { structuredCopy } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import { statusShapes } from './status-shapes.ts';

/** Where what a block points to can be read on this page: the address of a link, or null where it cannot. */
export interface Targets {
  label(key: string): string | null;
  paragraph(number: string): string | null;
  appendix(number: string): string | null;
}

export interface Decorating {
  readonly source: string;
  readonly items: readonly Item[];
  readonly context: ModelContext;
  readonly targets: Targets;
  /** Keys of the labels whose first definition in the document is in this block. */
  readonly anchors: readonly string[];
  /** A written number that is printed before the block and cut out of its text. */
  readonly cut: Span | null;
}

interface Mark {
  readonly span: Span;
  /** Stands in the place of the marked text; null leaves it out. */
  make(text: Text): PhrasingContent | null;
}

/**
 * A copy of a block's nodes in which what the model found is marked for printing: references are links, labels can be linked to, a
 * status has its shape, the names of an action's fields stand out, and a section named by a bold line is a heading.
 */
export function decorate(nodes: readonly BlockNode[], decorating: Decorating): BlockNode[] {
  const { source, items } = decorating;
  const copies = nodes.map(structuredCopy);
  const marks = marksOf(decorating).sort((a, b) => a.span.start - b.span.start);
  const heading = items.find((item) => item.kind === 'heading' && item.form === 'bold-line');
  const lines = items.flatMap((item) => (item.kind === 'heading' && item.form === 'field-line' ? [item.span.start] : []));
  return copies.map((node) => {
    if (marks.length > 0) markInside(node, marks, source);
    if (heading?.kind === 'heading' && node.type === 'paragraph') return asHeading(node, heading.level);
    if (lines.length > 1 && node.type === 'paragraph') breakLines(node, lines, source);
    if (node.type === 'listItem' && items.some((item) => item.kind === 'action' && item.form === 'item')) nameFields(node);
    return node;
  });
}

function marksOf({ items, context, targets, cut, anchors }: Decorating): Mark[] {
  const anchored = new Set(anchors);
  const marks: Mark[] = cut ? [{ span: cut, make: () => null }] : [];
  const link = (span: Span, href: string | null, kind: string): void => {
    if (href !== null) marks.push({ span, make: (text) => element('a', { href, className: ['reference', `to-${kind}`] }, [text]) });
  };
  for (const item of items) {
    if (item.kind === 'label-reference') link(item.span, targets.label(item.label.key), 'label');
    else if (item.kind === 'paragraph-reference') link(item.span, targets.paragraph(item.number), 'paragraph');
    else if (item.kind === 'appendix-mention') link(item.span, targets.appendix(item.number), 'appendix');
    else if (item.kind === 'label-definition') {
      const isFirst = anchored.delete(item.label.key);
      marks.push({
        span: item.label.span,
        make: (text) => element('span', { className: ['label'], ...(isFirst && { dataAnchor: anchorOfLabel(item.label.key) }) }, [text]),
      });
    } else if (item.kind === 'action' && item.fields.status && item.fields.status.text !== '') {
      const stage = stageOf(item, context) ?? 'other';
      const shape: Text = { type: 'text', value: `${statusShapes[stage]} ` };
      const word = item.status ?? '';
      marks.push({
        span: item.fields.status.span,
        make: (text) =>
          element('span', { className: ['status', `stage-${stage}`] }, [
            element('span', { className: ['shape'], ariaHidden: 'true' }, [shape]),
            saysWord(text.value) ? { ...text, value: withoutShape(text.value, shape.value) } : { ...text, value: word },
          ]),
      });
    }
  }
  return marks;
}

/** A shape that somebody wrote, or that came along from print, is not printed a second time. */
const withoutShape = (text: string, shape: string): string => (text.startsWith(shape) ? text.slice(shape.length) : text);

/** A status written as a coloured mark alone is printed as its word. */
const saysWord = (text: string): boolean => /[A-Za-zÀ-ɏ]/.test(text);

export const anchorOfLabel = (key: string): string => `label-${key.replace(/[^\w.-]/g, '_')}`;

/** Another element than Markdown has: mdast-util-to-hast makes it of the `data`. */
const element = (name: string, properties: Record<string, unknown>, children: PhrasingContent[]): PhrasingContent =>
  ({ type: 'emphasis', children, data: { hName: name, hProperties: properties } }) as PhrasingContent;

/**
 * Splits the texts under a node at the marks. Nothing inside a link is marked, since a link holds no other. Works with a list of its own:
 * hostile text nests deeper than a stack.
 */
function markInside(top: Node, marks: readonly Mark[], source: string): void {
  const waiting: Node[] = [top];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!('children' in node) || node.type === 'link' || node.type === 'linkReference') continue;
    const parent = node as Parent;
    if (parent.children.some(({ type }) => type === 'text'))
      parent.children = parent.children.flatMap((child) =>
        child.type === 'text' ? split(child as Text, marks, source) : [child as PhrasingContent],
      ) as typeof parent.children;
    for (const child of parent.children) waiting.push(child);
  }
}

function split(text: Text, marks: readonly Mark[], source: string): PhrasingContent[] {
  const start = text.position?.start.offset ?? 0;
  const end = text.position?.end.offset ?? 0;
  const inside = marks.filter(({ span }) => start <= span.start && span.end <= end && span.start < span.end);
  if (inside.length === 0) return [text];
  const offsets = offsetsOfText(text, source);
  const result: PhrasingContent[] = [];
  let at = 0;
  const keep = (to: number): void => {
    if (to > at) result.push({ type: 'text', value: text.value.slice(at, to) });
    at = Math.max(at, to);
  };
  for (const { span, make } of inside) {
    const from = offsets.findIndex((offset) => offset >= span.start);
    let to = offsets.findIndex((offset) => offset >= span.end);
    if (to < 0) to = text.value.length;
    if (from < at || to <= from) continue;
    keep(from);
    const made = make({ type: 'text', value: text.value.slice(from, to) });
    at = to;
    if (made) result.push(made);
    else while (/\s/.test(text.value[at] ?? '')) at++;
  }
  keep(text.value.length);
  return result;
}

function asHeading({ children, position }: Paragraph, level: number): Heading {
  return {
    type: 'heading',
    depth: Math.min(6, level) as Heading['depth'],
    children: children.flatMap((child) => (child.type === 'strong' ? child.children : [child])),
    ...(position && { position }),
  };
}

/** The lines of a form ("Contact Officer: …") stay lines. */
function breakLines(paragraph: Paragraph, starts: readonly number[], source: string): void {
  paragraph.children = paragraph.children.flatMap((child): PhrasingContent[] => {
    if (child.type !== 'text') return [child];
    const offsets = offsetsOfText(child, source);
    const cuts = starts
      .map((start) => offsets.findIndex((offset) => offset >= start))
      .filter((at) => at > 0 && /[\r\n]/.test(child.value[at - 1] ?? ''));
    if (cuts.length === 0) return [child];
    return [0, ...cuts].flatMap((from, index, all): PhrasingContent[] => {
      const line: Text = { type: 'text', value: child.value.slice(from, all[index + 1]).replace(/[\r\n]+$/, '') };
      return index === 0 ? [line] : [{ type: 'break' }, line];
    });
  });
}

/** "Owner: …" and its like in the list inside an action. */
function nameFields(item: ListItem): void {
  for (const list of item.children) {
    if (list.type !== 'list') continue;
    let named = 0;
    for (const { children } of list.children) {
      const [paragraph] = children;
      const [text] = paragraph?.type === 'paragraph' ? paragraph.children : [];
      const name = text?.type === 'text' ? /^[^:\n]{1,60}:/.exec(text.value)?.[0] : undefined;
      if (name === undefined || actionFieldOf(name.slice(0, -1)) === null) continue;
      named++;
      (paragraph as Paragraph).children.splice(0, 1, element('span', { className: ['field'] }, [{ type: 'text', value: name }]), {
        type: 'text',
        value: (text as Text).value.slice(name.length),
      });
    }
    if (named > 0) (list as Nodes & { data?: object }).data = { hProperties: { className: ['fields'] } };
  }
}
