import type { Glyphs, Tag } from './page.ts';

/** A paragraph, heading, list item or table as the tags of a page tell it; its letters in the order in which the file draws them. */
export type TaggedPart =
  | { readonly kind: 'heading'; /** 0 for the title of the paper. */ readonly level: number; readonly glyphs: readonly Glyphs[] }
  | {
      readonly kind: 'text';
      readonly glyphs: readonly Glyphs[];
      readonly quoted: boolean;
      /** Whether no element of its own holds it, so that it may be several paragraphs. */ readonly isBare: boolean;
    }
  | {
      readonly kind: 'item';
      readonly depth: number;
      /** The list that it stands in. */ readonly list: Tag | null;
      /** Its bullet or number, which may be drawn and no letter. */ readonly mark: readonly Glyphs[] | null;
      readonly glyphs: readonly Glyphs[];
    }
  | { readonly kind: 'note'; readonly glyphs: readonly Glyphs[] }
  | {
      readonly kind: 'table';
      readonly rows: readonly TaggedRow[];
      /** Of the whole table, also of what stands on other pages, where the file tells it. */ readonly rowCount: number;
      readonly glyphs: readonly Glyphs[];
    };

export interface TaggedRow {
  readonly isHeader: boolean;
  readonly cells: readonly (readonly TaggedPart[])[];
}

const blocks = new Set([
  'P',
  'H',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'Title',
  'L',
  'LI',
  'LBody',
  'Lbl',
  'Table',
  'TR',
  'TH',
  'TD',
  'TOC',
  'TOCI',
  'Note',
  'FENote',
  'Caption',
  'BlockQuote',
  'Sect',
  'Part',
  'Art',
  'Div',
  'Document',
  'DocumentFragment',
  'Aside',
  'Index',
]);

/** Elements nested deeper than this are read as text. */
const deepest = 60;

const holdsBlocks = (tag: Tag, depth = 0): boolean =>
  depth < deepest && tag.children.some((child) => typeof child !== 'string' && (blocks.has(child.role) || holdsBlocks(child, depth + 1)));

/** The parts of a page in their order of reading. `glyphs` by the marks of the pieces that they stand in. */
export function taggedParts(root: Tag, glyphs: ReadonlyMap<string, readonly Glyphs[]>): readonly TaggedPart[] {
  const parts: TaggedPart[] = [];
  let open: Glyphs[] = [];
  let isBare = true;
  let openList: Tag | null = null;
  let item: { readonly depth: number; readonly list: Tag | null; mark: Glyphs[] | null; isOpen: boolean } | null = null;

  const flush = (make: (own: readonly Glyphs[]) => TaggedPart = (own) => ({ kind: 'text', glyphs: own, quoted: false, isBare })) => {
    if (open.length > 0) {
      if (item?.isOpen) {
        parts.push({ kind: 'item', depth: item.depth, list: item.list, mark: item.mark, glyphs: open });
        item.isOpen = false;
      } else parts.push(make(open));
    }
    open = [];
    isBare = true;
  };
  const inline = (tag: Tag, depth: number): void => {
    for (const child of tag.children) {
      if (typeof child === 'string') open.push(...(glyphs.get(child) ?? []));
      else if (depth < deepest) inline(child, depth + 1);
    }
  };
  const asBlock = (tag: Tag, depth: number, make?: (own: readonly Glyphs[]) => TaggedPart): void => {
    flush();
    if (holdsBlocks(tag)) inside(tag, depth, -1);
    else {
      inline(tag, depth);
      isBare = false;
    }
    flush(make);
  };
  const inside = (tag: Tag, depth: number, list: number): void => {
    for (const child of tag.children) {
      if (typeof child === 'string') open.push(...(glyphs.get(child) ?? []));
      else read(child, depth + 1, list);
    }
  };
  const read = (tag: Tag, depth: number, list: number): void => {
    if (depth > deepest) {
      inline(tag, depth);
      return;
    }
    const { role } = tag;
    const heading = /^H([1-6])?$|^Title$/.exec(role);
    if (heading) {
      const level = role === 'Title' ? 0 : Number(heading[1] ?? 1);
      asBlock(tag, depth, (own) => ({ kind: 'heading', level, glyphs: own }));
    } else if (role === 'L' || role === 'TOC' || role === 'Index') {
      flush();
      const outer = openList;
      if (role === 'L') openList = tag;
      inside(tag, depth, role === 'L' ? list + 1 : list);
      flush();
      openList = outer;
    } else if (role === 'LI') {
      flush();
      const outer = item;
      item = { depth: Math.max(0, list), list: openList, mark: null, isOpen: true };
      inside(tag, depth, list);
      flush();
      // A number with nothing behind it is still a word of the paper.
      if (item.isOpen && item.mark !== null && item.mark.length > 0)
        parts.push({ kind: 'text', glyphs: item.mark, quoted: false, isBare: false });
      item = outer;
    } else if (role === 'Lbl' && item !== null) {
      const before = open;
      open = [];
      inline(tag, depth);
      item.mark = [...(item.mark ?? []), ...open];
      open = before;
    } else if (role === 'P' || role === 'TOCI' || role === 'Caption') {
      if (holdsBlocks(tag)) {
        flush();
        inside(tag, depth, list);
        flush();
      } else asBlock(tag, depth);
    } else if (role === 'BlockQuote') {
      flush();
      if (holdsBlocks(tag)) {
        const start = parts.length;
        inside(tag, depth, list);
        flush();
        for (let at = start; at < parts.length; at++) {
          const part = parts[at]!;
          if (part.kind === 'text') parts[at] = { ...part, quoted: true };
        }
      } else {
        inline(tag, depth);
        flush((own) => ({ kind: 'text', glyphs: own, quoted: true, isBare: false }));
      }
    } else if (role === 'Note' || role === 'FENote') {
      // A note stands in the middle of the sentence that it is about.
      const [before, wasBare, outer] = [open, isBare, item] as const;
      open = [];
      item = null;
      inline(tag, depth);
      if (open.length > 0) parts.push({ kind: 'note', glyphs: open });
      [open, isBare, item] = [before, wasBare, outer];
    } else if (role === 'Table') {
      flush();
      const table = tableOf(tag, glyphs, depth);
      parts.push(...table.before, ...(table.part ? [table.part] : []));
    } else if (blocks.has(role) || holdsBlocks(tag)) {
      if (role === 'LBody' || role === 'Lbl') inside(tag, depth, list);
      else {
        flush();
        inside(tag, depth, list);
        flush();
      }
    } else inline(tag, depth);
  };
  read(root, 0, -1);
  flush();
  return parts;
}

function tableOf(
  table: Tag,
  glyphs: ReadonlyMap<string, readonly Glyphs[]>,
  depth: number,
): { readonly before: readonly TaggedPart[]; readonly part: TaggedPart | null } {
  const before: TaggedPart[] = [];
  const rows: TaggedRow[] = [];
  let rowCount = 0;
  const partsOf = (tag: Tag): readonly TaggedPart[] => taggedParts({ role: 'Div', children: tag.children }, glyphs);
  const addRow = (row: Tag, isHead: boolean) => {
    const cells = row.children.filter((child): child is Tag => typeof child !== 'string' && (child.role === 'TH' || child.role === 'TD'));
    const loose = row.children.filter((child) => typeof child === 'string' || (child.role !== 'TH' && child.role !== 'TD'));
    const read = cells.map(partsOf);
    const stray = taggedParts({ role: 'Div', children: loose }, glyphs);
    if (stray.length > 0) read.splice(Math.max(0, read.length - 1), 1, [...(read.at(-1) ?? []), ...stray]);
    rowCount++;
    // Some programs tell every row of a table on each page that it is on.
    if (read.every((parts) => parts.length === 0)) return;
    rows.push({ isHeader: isHead || (cells.length > 0 && cells.every(({ role }) => role === 'TH')), cells: read });
  };
  const walk = (tag: Tag, isHead: boolean, level: number) => {
    for (const child of tag.children) {
      if (typeof child === 'string') before.push(...taggedParts({ role: 'Div', children: [child] }, glyphs));
      else if (child.role === 'TR') addRow(child, isHead);
      else if (level < deepest && holdsRows(child)) walk(child, isHead || child.role === 'THead', level + 1);
      else before.push(...taggedParts(child, glyphs));
    }
  };
  walk(table, false, depth);
  const all = rows.flatMap(({ cells }) => cells.flat()).flatMap(lettersOf);
  return { before, part: all.length === 0 ? null : { kind: 'table', rows, rowCount, glyphs: all } };
}

const holdsRows = (tag: Tag, depth = 0): boolean =>
  tag.role !== 'Table' &&
  depth < deepest &&
  tag.children.some((child) => typeof child !== 'string' && (child.role === 'TR' || holdsRows(child, depth + 1)));

/** All letters of a part, its bullet or number before them. */
export const lettersOf = (part: TaggedPart): readonly Glyphs[] =>
  part.kind === 'item' && part.mark ? [...part.mark, ...part.glyphs] : part.glyphs;

/** The words of the pictures among the tags; empty for a picture without. */
export function picturesIn(tag: Tag, depth = 0): readonly string[] {
  if (tag.role === 'Figure') return [tag.alt ?? ''];
  return depth > deepest ? [] : tag.children.flatMap((child) => (typeof child === 'string' ? [] : picturesIn(child, depth + 1)));
}

/** The marks of the pieces of a page that stand in items of lists. */
export function piecesInItems(tag: Tag, isInItem = false, depth = 0): readonly string[] {
  const isIn = isInItem || tag.role === 'LI';
  return depth > deepest
    ? []
    : tag.children.flatMap((child) => (typeof child !== 'string' ? piecesInItems(child, isIn, depth + 1) : isIn ? [child] : []));
}
