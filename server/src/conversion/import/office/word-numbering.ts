import { childOf, childrenOf, type XmlElement } from './xml.ts';
import { valueOf } from './word-styles.ts';
import { figureOf } from '../paper/number-figures.ts';

interface Level {
  readonly format: string;
  /** `%1.%2` */
  readonly pattern: string;
  readonly start: number;
  readonly allFigures: boolean;
  /** Of which level the highest one begins it anew, where not each one above it does: 0 for none, so that it counts through the paper. */
  readonly restartsBelow: number | null;
}

interface List {
  readonly levels: ReadonlyMap<number, Level>;
  /** Lists of one template count on together. */
  readonly counts: Map<number, number>;
}

export interface Numbering {
  /** Counts one on, and gives the number as Word prints it; null for a bullet, undefined where the list prints nothing. */
  next(numberingId: string, level: number): string | null | undefined;
  /** The list and level that a paragraph style is tied to from the side of the numbering. */
  ofStyle(styleId: string): { readonly id: string; readonly level: number } | null;
}

/** Restores the numbers that Word makes by itself and that stand nowhere in the text. */
export function readNumbering(root: XmlElement | undefined): Numbering {
  const templates = new Map(childrenOf(root, 'w:abstractNum').map((element) => [element.attributes['w:abstractNumId'] ?? '', element]));
  const counts = new Map<string, Map<number, number>>();
  const instances = new Map(childrenOf(root, 'w:num').map((element) => [element.attributes['w:numId'] ?? '', element]));
  const lists = new Map<string, List | null>();
  const byStyle = new Map<string, { readonly id: string; readonly level: number }>();
  for (const [id, instance] of instances) {
    for (const level of childrenOf(templates.get(valueOf(instance, 'w:abstractNumId') ?? ''), 'w:lvl')) {
      const style = valueOf(level, 'w:pStyle');
      if (style !== undefined && !byStyle.has(style)) byStyle.set(style, { id, level: Number(level.attributes['w:ilvl'] ?? 0) });
    }
  }
  /** A template may only point to the style that holds the real one. */
  const templateOf = (id: string): XmlElement | undefined => {
    const template = templates.get(id);
    const link = valueOf(template, 'w:numStyleLink');
    return link === undefined ? template : ([...templates.values()].find((other) => valueOf(other, 'w:styleLink') === link) ?? template);
  };
  const open = (id: string): List | null => {
    const instance = instances.get(id);
    const templateId = valueOf(instance, 'w:abstractNumId');
    const template = templateId === undefined ? undefined : templateOf(templateId);
    if (!instance || !template) return null;
    const levels = new Map(childrenOf(template, 'w:lvl').map((level) => [Number(level.attributes['w:ilvl'] ?? 0), levelOf(level)]));
    let isOwn = false;
    for (const override of childrenOf(instance, 'w:lvlOverride')) {
      const at = Number(override.attributes['w:ilvl'] ?? 0);
      const level = childOf(override, 'w:lvl');
      const start = valueOf(override, 'w:startOverride');
      if (level) levels.set(at, levelOf(level));
      const known = levels.get(at);
      if (start !== undefined && known) levels.set(at, { ...known, start: Number(start) });
      isOwn ||= start !== undefined || level !== undefined;
    }
    if (isOwn) return { levels, counts: new Map() };
    const key = template.attributes['w:abstractNumId'] ?? '';
    const shared = counts.get(key) ?? new Map<number, number>();
    counts.set(key, shared);
    return { levels, counts: shared };
  };
  return {
    next: (id, at) => {
      if (!lists.has(id)) lists.set(id, open(id));
      const list = lists.get(id);
      const level = list?.levels.get(at);
      if (!list || !level) return undefined;
      const { counts: counted } = list;
      counted.set(at, counted.has(at) ? counted.get(at)! + 1 : level.start);
      for (const deeper of [...counted.keys()])
        if (deeper > at && at < (list.levels.get(deeper)?.restartsBelow ?? Infinity)) counted.delete(deeper);
      if (level.format === 'bullet') return null;
      if (level.format === 'none') return undefined;
      const text = level.pattern
        .replace(/%([1-9])/g, (_, figure: string) => {
          const other = list.levels.get(Number(figure) - 1);
          const value = counted.get(Number(figure) - 1) ?? other?.start ?? 1;
          return figureOf(level.allFigures ? 'decimal' : (other?.format ?? 'decimal'), value);
        })
        .trim();
      return text === '' ? undefined : text;
    },
    ofStyle: (styleId) => byStyle.get(styleId) ?? null,
  };
}

function levelOf(level: XmlElement): Level {
  const restart = valueOf(level, 'w:lvlRestart');
  return {
    format: valueOf(level, 'w:numFmt') ?? 'decimal',
    pattern: valueOf(level, 'w:lvlText') ?? '',
    start: Number(valueOf(level, 'w:start') ?? 1),
    allFigures: childOf(level, 'w:isLgl') !== undefined,
    restartsBelow: restart === undefined ? null : Number(restart),
  };
}
