import { layoutOf, positionAt, startOf, textBetween, type Layout } from '../syntax/layout.ts';
import { shifted, type Position, type Span } from '../text/span.ts';
import type { BlockModel, DocumentModel } from './document.ts';
import type { HeadingItem, Item, ItemKind, ItemOf } from './items.ts';
import { isRole, type Role } from './vocabulary.ts';

export { isRole };

/** An item with where it stands in the document: `span` and whatever is derived with {@link Located.at} count from the document's start. */
export interface Located<I extends Item = Item> {
  readonly item: I;
  readonly model: BlockModel;
  /** Index of the block. */
  readonly index: number;
  /** Offset of the block in the document. */
  readonly base: number;
  /** Of the item, in the document. */
  readonly span: Span;
}

/** A section: its heading and everything up to the next heading of the same or a higher level. */
export interface Section {
  readonly heading: Located<HeadingItem>;
  readonly role: Role | null;
  readonly level: number;
  readonly number: string | null;
  /** From the start of the heading to the start of what follows the section. */
  readonly span: Span;
  /** From behind the heading's block to the end of the section, sub-sections included. */
  readonly body: Span;
  /** Zero-based, first and last line that is not blank. */
  readonly line: number;
  readonly endLine: number;
  /** Sections directly inside. */
  readonly parent: Section | null;
}

/** A document as features, fixes and reports read it: whole, in document offsets. Everything is worked out when first asked for. */
export interface DocumentView {
  readonly model: DocumentModel;
  readonly layout: Layout;
  readonly text: string;
  items<K extends ItemKind>(kind: K): readonly Located<ItemOf<K>>[];
  readonly sections: readonly Section[];
  /** Sections of a role; `implications` also finds `implications/legal`. */
  sectionsOf(role: Role): readonly Section[];
  /** Innermost section at an offset. */
  sectionAt(offset: number): Section | null;
  position(offset: number): Position;
  slice(span: Span): string;
}

const views = new WeakMap<DocumentModel, DocumentView>();

export function viewOf(model: DocumentModel): DocumentView {
  let view = views.get(model);
  if (!view) views.set(model, (view = makeView(model)));
  return view;
}

function makeView(model: DocumentModel): DocumentView {
  const layout = layoutOf(model.syntax);
  const byKind = new Map<ItemKind, readonly Located[]>();
  let text: string | undefined;
  let sections: readonly Section[] | undefined;
  const view: DocumentView = {
    model,
    layout,
    get text() {
      return (text ??= model.syntax.blocks.map((block) => block.text).join(''));
    },
    items<K extends ItemKind>(kind: K) {
      let found = byKind.get(kind);
      if (!found) byKind.set(kind, (found = locate(model, layout, kind)));
      return found as unknown as readonly Located<ItemOf<K>>[];
    },
    get sections() {
      return (sections ??= findSections(view));
    },
    sectionsOf: (role) => view.sections.filter((section) => isRole(section.role, role)),
    sectionAt: (offset) => view.sections.findLast((section) => section.span.start <= offset && offset < section.span.end) ?? null,
    position: (offset) => positionAt(layout, offset),
    slice: (span) => textBetween(layout, span),
  };
  return view;
}

function locate(model: DocumentModel, layout: Layout, kind: ItemKind): readonly Located[] {
  const found: Located[] = [];
  model.blocks.forEach((block, index) => {
    for (const item of block.items) {
      if (item.kind !== kind) continue;
      const base = startOf(layout, index);
      found.push({ item, model: block, index, base, span: shifted(item.span, base) });
    }
  });
  return found;
}

function findSections(view: DocumentView): readonly Section[] {
  const headings = view.items('heading').filter(({ item }) => !item.isTitle);
  const open: { -readonly [K in keyof Section]: Section[K] }[] = [];
  const sections: Section[] = [];
  const close = (section: { -readonly [K in keyof Section]: Section[K] }, end: number) => {
    section.span = { start: section.span.start, end };
    section.body = { start: Math.min(section.body.start, end), end };
    section.endLine = lastTextLine(view, section.span);
  };
  for (const heading of headings) {
    while (open.length > 0 && open.at(-1)!.level >= heading.item.level) close(open.pop()!, heading.span.start);
    const start = heading.span.start;
    const section = {
      heading,
      role: heading.item.role,
      level: heading.item.level,
      number: heading.item.number?.text ?? null,
      span: { start, end: start },
      // A field line ("Contact Officer: A Person") carries its content on its own line.
      body: { start: heading.item.value ? heading.base + heading.item.value.span.start : heading.span.end, end: start },
      line: view.position(start).line,
      endLine: 0,
      parent: open.at(-1) ?? null,
    };
    open.push(section);
    sections.push(section);
  }
  while (open.length > 0) close(open.pop()!, view.layout.syntax.length);
  return sections;
}

function lastTextLine(view: DocumentView, { start, end }: Span): number {
  let last = end;
  while (last > start && /\s/.test(view.text[last - 1]!)) last--;
  return view.position(last).line;
}
