import type { Node, Parent } from 'mdast';
import type { FrontMatterField } from '../../model/front-matter/front-matter.ts';
import type { BlockModel } from '../../model/document.ts';
import type { DocumentView } from '../../model/view.ts';
import type { Snapshot } from '../../snapshot.ts';
import { blockAt, startOf } from '../../syntax/layout.ts';
import { contains, shifted, touches, type Span } from '../../text/span.ts';
import { lineAt } from '../as-written/lines.ts';

/**
 * What can be selected around an offset, the smallest first, each inside the next: word, cell or field, row or item, list or table,
 * section, document. In document offsets.
 */
export function selectionRanges({ view, model }: Snapshot, offset: number): readonly Span[] {
  const { frontMatter } = model;
  const inside =
    frontMatter.span && offset < frontMatter.span.end
      ? [...fieldSpans(frontMatter.fields, offset), ...(frontMatter.yamlSpan ? [frontMatter.yamlSpan] : []), frontMatter.span]
      : [
          ...spansInBlock(view, offset),
          ...containerSpans(view, offset),
          ...view.sections.filter(({ span }) => span.start <= offset && offset < span.end).map(({ span }) => span),
        ];
  const all = [...wordAt(view, offset), ...inside].map((span) => trimmed(view, span)).filter((span) => touches(span, offset));
  return nested([...all, { start: 0, end: view.layout.syntax.length }]);
}

/** The spans in order of size, without those that stick out of the next larger one. */
function nested(spans: readonly Span[]): readonly Span[] {
  const chain: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.end - a.start - (b.end - b.start))) {
    const before = chain.at(-1);
    if (!before || (contains(span, before) && (span.start < before.start || before.end < span.end))) chain.push(span);
  }
  return chain;
}

function wordAt(view: DocumentView, offset: number): readonly Span[] {
  const line = lineAt(view, offset);
  if (!line) return [];
  const at = offset - line.span.start;
  const before = /[\p{L}\p{N}'’&-]*$/u.exec(line.text.slice(Math.max(0, at - longestWord), at))![0].length;
  const after = /^[\p{L}\p{N}'’&-]*/u.exec(line.text.slice(at, at + longestWord))![0].length;
  return before + after === 0 ? [] : [{ start: offset - before, end: offset + after }];
}

const longestWord = 100;

/** White space at the end of a block or section belongs to nobody. */
function trimmed(view: DocumentView, { start, end }: Span): Span {
  let index = blockAt(view.layout, end - 1);
  for (; index >= 0; index--) {
    const base = startOf(view.layout, index);
    const text = view.layout.syntax.blocks[index]?.text.slice(0, Math.max(0, end - base)).trimEnd() ?? '';
    if (base + text.length <= start) return { start, end: Math.max(start, base + text.length) };
    if (text !== '') return { start, end: base + text.length };
  }
  return { start, end: start };
}

function fieldSpans(fields: ReadonlyMap<string, FrontMatterField>, offset: number): readonly Span[] {
  for (const field of fields.values()) {
    const whole = { start: field.keySpan.start, end: Math.max(field.keySpan.end, field.valueSpan.end) };
    if (!touches(whole, offset)) continue;
    const values = [...field.items.map(({ span }) => span), field.valueSpan].filter((span) => touches(span, offset));
    return [...(touches(field.keySpan, offset) ? [field.keySpan] : fieldSpans(field.fields, offset)), ...values, whole];
  }
  return [];
}

function spansInBlock(view: DocumentView, offset: number): readonly Span[] {
  const index = blockAt(view.layout, offset);
  const block = view.model.blocks[index];
  if (!block) return [];
  const base = startOf(view.layout, index);
  const at = offset - base;
  const found: Span[] = [...itemSpans(block), { start: 0, end: block.block.text.length }];
  let nodes: readonly Node[] = block.block.nodes;
  for (let node = holding(nodes, at); node; node = holding(nodes, at)) {
    nodes = 'children' in node ? (node as Parent).children : [];
    // A cell has its bar with it; what is meant is what stands between the bars.
    const [first, last] = node.type === 'tableCell' ? [nodes[0], nodes.at(-1)] : [node, node];
    if (first && last) found.push({ start: first.position!.start.offset!, end: last.position!.end.offset! });
  }
  return found.filter((span) => touches(span, at)).map((span) => shifted(span, base));
}

const holding = (nodes: readonly Node[], at: number): Node | undefined =>
  nodes.find(
    ({ position }) =>
      position?.start.offset !== undefined && position.end.offset !== undefined && position.start.offset <= at && at <= position.end.offset,
  );

/** Fields, and the text that is neither label nor field. */
const itemSpans = ({ items }: BlockModel): readonly Span[] =>
  items.flatMap((item): readonly Span[] => {
    if (item.kind === 'action') return [item.span, item.textSpan, ...Object.values(item.fields).map(({ span }) => span)];
    if (item.kind === 'finding') return [item.span, item.textSpan];
    if (item.kind === 'heading') return [item.textSpan];
    return item.kind === 'recommendation' || item.kind === 'measure' || item.kind === 'acronym-definition' || item.kind === 'date'
      ? [item.span]
      : [];
  });

/** The list or table that the block at an offset is an item or row of. */
function containerSpans({ layout }: DocumentView, offset: number): readonly Span[] {
  const { blocks } = layout.syntax;
  const index = blockAt(layout, offset);
  const container = blocks[index]?.container;
  if (!container) return [];
  let first = index;
  while (first > 0 && blocks[first - 1]!.container === container) first--;
  let last = index;
  while (blocks[last + 1]?.container === container) last++;
  return [{ start: startOf(layout, first), end: startOf(layout, last + 1) }];
}
