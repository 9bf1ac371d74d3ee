import type { StatusColour } from '../paper/status-colour.ts';
import { colourAt } from './coloured-cells.ts';
import type { Box, Fill, Glyphs, Page, Rule } from './page.ts';

/** A table whose cells are drawn, in the places of the page. */
export interface RuledTable extends Box {
  /** Edges of the columns, for telling whether a table goes on on the next page. */
  readonly columns: readonly number[];
  readonly rows: readonly (readonly RuledCell[])[];
  /** Letters that stand in it. */
  readonly glyphs: ReadonlySet<Glyphs>;
}

export interface RuledCell {
  readonly glyphs: readonly Glyphs[];
  /** Joined with the cell to its left, whose words it has. */
  readonly joinsLeft: boolean;
  readonly joinsAbove: boolean;
  readonly colour: StatusColour | null;
}

const near = 3.5;

/** Tables that are drawn with lines: the lines that touch each other make one. A frame around text is none. */
export function ruledTables({ rules, glyphs, fills }: Page): readonly RuledTable[] {
  const joined = joinRules(rules);
  const tables: RuledTable[] = [];
  for (const group of touching(joined)) {
    const xs = edges(group.filter(({ isLevel }) => !isLevel).map(({ at }) => at));
    const ys = edges(group.filter(({ isLevel }) => isLevel).map(({ at }) => at));
    // The sides of a table are often not drawn: the ends of its level lines are its sides.
    const level = group.filter(({ isLevel }) => isLevel);
    const allXs = edges([
      ...xs,
      ...(level.length > 1 && xs.length > 0 ? [Math.min(...level.map(({ from }) => from)), Math.max(...level.map(({ to }) => to))] : []),
    ]);
    const upright = group.filter(({ isLevel }) => !isLevel);
    const allYs = edges([
      ...ys,
      ...(upright.length > 0 && ys.length > 0
        ? [Math.min(...upright.map(({ from }) => from)), Math.max(...upright.map(({ to }) => to))]
        : []),
    ]);
    if (allXs.length < 2 || allYs.length < 2) continue;
    const table = tableOf(allXs, allYs, group, glyphs, fills);
    // One column makes a table only under a heading: a frame around text is none.
    if (
      allXs.length === 2 &&
      (table.rows.length < 3 || !table.rows[0]!.every((cell) => cell.glyphs.length > 0 && cell.glyphs.every(({ strong }) => strong)))
    )
      continue;
    const filled = table.rows.map((row) => row.filter((cell) => cell.glyphs.length > 0).length);
    if (filled.some((count) => count > 1) || filled.filter((count) => count > 0).length > 1) tables.push(table);
  }
  return tables;
}

/** The frames that a page draws: four sides, and nothing that parts them. */
export function framesOf({
  rules,
}: Pick<Page, 'rules'>): readonly { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }[] {
  return touching(joinRules(rules)).flatMap((group) => {
    const xs = edges(group.filter(({ isLevel }) => !isLevel).map(({ at }) => at));
    const ys = edges(group.filter(({ isLevel }) => isLevel).map(({ at }) => at));
    return xs.length === 2 && ys.length === 2 ? [{ left: xs[0]!, right: xs[1]!, top: ys[0]!, bottom: ys[1]! }] : [];
  });
}

/** Pieces of one line as one line. */
export function joinRules(rules: readonly Rule[]): readonly Rule[] {
  const sorted = [...rules].sort(
    (a, b) => Number(a.isLevel) - Number(b.isLevel) || Math.round(a.at / near) - Math.round(b.at / near) || a.from - b.from,
  );
  const joined: { isLevel: boolean; at: number; from: number; to: number }[] = [];
  for (const rule of sorted) {
    const same = sameLine(joined, rule);
    if (same) {
      same.from = Math.min(same.from, rule.from);
      same.to = Math.max(same.to, rule.to);
    } else joined.push({ ...rule });
  }
  return joined;
}

/** The last line that a piece goes on with: two tables under each other may have lines that are only nearly in line. Both come in order. */
function sameLine<One extends Rule>(joined: readonly One[], { isLevel, at, from, to }: Rule): One | undefined {
  for (let index = joined.length - 1; index >= 0; index--) {
    const other = joined[index]!;
    if (other.isLevel !== isLevel || other.at < at - near * 2) return undefined;
    if (Math.abs(other.at - at) < near && from <= other.to + near && to >= other.from - near) return other;
  }
  return undefined;
}

/** Lines in groups that touch; a page has some hundred. */
function touching(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const most = 4000;
  const used = rules.slice(0, most);
  const group = used.map((_, index) => index);
  const find = (index: number): number => (group[index] === index ? index : (group[index] = find(group[index]!)));
  const upright = used.map((rule, index) => ({ rule, index })).filter(({ rule }) => !rule.isLevel);
  used.forEach((level, index) => {
    if (!level.isLevel) return;
    for (const { rule, index: other } of upright) {
      if (rule.at >= level.from - near && rule.at <= level.to + near && level.at >= rule.from - near && level.at <= rule.to + near)
        group[find(other)] = find(index);
    }
  });
  const groups = new Map<number, Rule[]>();
  used.forEach((rule, index) => {
    const key = find(index);
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  });
  return [...groups.values()].filter((one) => one.length > 2);
}

/** Places that are no nearer to each other than lines of a table are. */
function edges(places: readonly number[]): readonly number[] {
  const found: number[] = [];
  for (const place of [...places].sort((a, b) => a - b)) if (found.length === 0 || place - found.at(-1)! > near * 1.5) found.push(place);
  return found;
}

function tableOf(
  xs: readonly number[],
  ys: readonly number[],
  rules: readonly Rule[],
  glyphs: readonly Glyphs[],
  fills: readonly Fill[],
): RuledTable {
  const [left, right, top, bottom] = [xs[0]!, xs.at(-1)!, ys[0]!, ys.at(-1)!];
  const level = rules.filter(({ isLevel }) => isLevel);
  const upright = rules.filter(({ isLevel }) => !isLevel);
  const isDrawn = (among: readonly Rule[], at: number, across: number) =>
    among.some((rule) => Math.abs(rule.at - at) < near && rule.from - near <= across && across <= rule.to + near);
  const cells = ys.slice(1).map(() => xs.slice(1).map((): Glyphs[] => []));
  const inside = new Set<Glyphs>();
  for (const whole of glyphs) {
    const middle = whole.y - whole.size * 0.3;
    if (middle < top - 1 || middle > bottom + 1 || whole.x < left - near || whole.x > right + near) continue;
    inside.add(whole);
    for (const one of partedAt(
      whole,
      xs.slice(1, -1).filter((x) => isDrawn(upright, x, middle)),
    )) {
      const row = Math.max(
        0,
        ys.findLastIndex((y, index) => index < ys.length - 1 && y <= middle),
      );
      const start = one.x + Math.min(one.width / 2, one.size);
      const column = Math.max(
        0,
        xs.findLastIndex((x, index) => index < xs.length - 1 && x <= start),
      );
      cells[row]![column]!.push(one);
    }
  }
  const rows = cells.map((row, y) =>
    row.map((own, x): RuledCell => ({
      glyphs: own,
      joinsLeft: x > 0 && !isDrawn(upright, xs[x]!, (ys[y]! + ys[y + 1]!) / 2),
      colour: colourAt(fills, (xs[x]! + xs[x + 1]!) / 2, (ys[y]! + ys[y + 1]!) / 2),
      joinsAbove: y > 0 && !isDrawn(level, ys[y]!, (xs[x]! + xs[x + 1]!) / 2),
    })),
  );
  // What is left of a row at the edge of a page has no words, and its colour says nothing.
  const united = unite(rows).map((row) =>
    row.some((cell) => cell.glyphs.length > 0) ? row : row.map((cell) => ({ ...cell, colour: null })),
  );
  return { top, bottom, left, right, columns: xs, rows: united, glyphs: inside };
}

/** Letters that the file draws in one go over the border of two cells, parted at the space that is nearest to it. */
function partedAt(one: Glyphs, borders: readonly number[]): readonly Glyphs[] {
  const crossed = borders.find((x) => x > one.x + one.size && x < one.x + one.width - one.size * 0.6);
  if (crossed === undefined) return [one];
  const share = one.width / one.text.length;
  const spaces = [...one.text.matchAll(/\s+/g)].map((space) => ({
    start: space.index,
    end: space.index + space[0].length,
    off: Math.abs(one.x + share * (space.index + space[0].length) - crossed),
  }));
  const nearest = spaces.sort((a, b) => a.off - b.off)[0];
  if (!nearest || nearest.off > one.size * 2.5) return [one];
  const start = Math.max(crossed, one.x + share * nearest.end);
  return [
    { ...one, text: one.text.slice(0, nearest.start), width: share * nearest.start },
    ...partedAt({ ...one, text: one.text.slice(nearest.end), x: start, width: one.x + one.width - start }, borders),
  ];
}

/** Joined cells have their words in one place: the left one, and the uppermost. */
function unite(rows: readonly (readonly RuledCell[])[]): readonly (readonly RuledCell[])[] {
  const united = rows.map((row) => row.map((cell) => ({ ...cell, glyphs: [...cell.glyphs] })));
  for (let y = united.length - 1; y >= 0; y--) {
    for (let x = united[y]!.length - 1; x >= 0; x--) {
      const cell = united[y]![x]!;
      const target = cell.joinsLeft ? united[y]![x - 1] : cell.joinsAbove ? united[y - 1]?.[x] : undefined;
      if (!target) continue;
      target.glyphs.push(...cell.glyphs);
      cell.glyphs.length = 0;
    }
  }
  return united;
}
