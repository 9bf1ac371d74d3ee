import type { TextBlock } from '../paper/blocks.ts';
import { paragraphBlock, type ParagraphFacts } from '../paper/make-blocks.ts';
import { markerOf, markersOf } from '../paper/markers.ts';
import type { Run } from '../paper/inline-markdown.ts';
import { hyphenAt, plainHyphens, type KnownWords } from './hyphens.ts';
import { runsOf, type Glyphs, type Line, type LineRun } from './page.ts';

/** A paragraph in the making. */
export interface Flow {
  readonly lines: Line[];
  /** Where its text starts, behind a bullet or number. */
  readonly textX: number;
  /** Whether that place was only reckoned, so that its lines may as well begin under the number. */
  readonly mayHang?: boolean;
  readonly bullet: boolean;
  /** Whether its lines are short and stay lines, as in an address. */
  readonly broken: boolean;
  /** What the tags of the file say of it. */
  readonly told?: ToldForm;
  /** Lines before which the paper has a line break. */
  readonly breaks?: ReadonlySet<Line>;
}

export type ToldForm =
  | { readonly kind: 'heading'; readonly level: number }
  | {
      readonly kind: 'text';
      readonly quoted: boolean;
      /** Whether it is the rest of the item that the page before ended with. */ readonly isRest?: boolean;
    }
  | { readonly kind: 'item'; readonly depth: number; readonly marker: string | null | undefined };

// Letters stand for the signs that symbol fonts have in their places: § a square, Ø an arrow, ü a tick.
const bulletAlone = /^[•◼▪■□●○◦‣∙·➢❖✓o§Øüq\uE000-\uF8FF*–—-]$/u;
const bulletAtStart = /^(?:[•◼▪■□●○◦‣∙·➢❖\uE000-\uF8FF]\s*|[o§Ø]\s+)\S/u;

/** Whether a line begins with a bullet, be it one of a symbol font. */
export const startsWithBullet = (text: string): boolean => bulletAtStart.test(text);

/** Runs of which the first begins with a bullet that only a symbol font shows, with the usual sign in its place. */
export const withPlainBullet = (runs: readonly Run[]): readonly Run[] =>
  runs.map((run, index) => (index === 0 ? { ...run, text: run.text.replace(/^(\s*)[\uE000-\uF8FF]\s*/u, '$1• ') } : run));

/** What most lines of a paper are like. */
export interface Usual {
  readonly size: number;
  /** From one line to the next, in parts of the size. */
  readonly leading: number;
  readonly right: number;
}

/** Full lines that tell how far apart the lines of a paragraph stand. */
const fewestFull = 3;
/** How wide text is, in parts of its size, whose longest lines are only short paragraphs. */
const narrow = 30;

export function usualOf(lines: readonly Line[]): Usual {
  const sizes = count(lines.map(({ size, text }) => [size, text.length] as const));
  const size = sizes[0]?.[0] ?? 12;
  // A line or two may stick out.
  const rights = lines
    .filter((line) => line.size === size)
    .map(({ right }) => right)
    .sort((a, b) => b - a);
  const right = rights[Math.floor(rights.length * 0.02)] ?? 0;
  const gaps: (readonly [number, number])[] = [];
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (!next || next.page !== line.page || line.size !== size || next.size !== size || next.y <= line.y || next.y - line.y >= size * 2.2)
      return;
    // What follows a line that is full belongs to its paragraph; what follows a short one may be the next.
    const isFull = line.right > (line.limit ?? right) - size * 5;
    gaps.push([Math.round(((next.y - line.y) / size) * 20) / 20, isFull ? 1 : 0.02]);
  });
  // Where few lines are full, most gaps are those between paragraphs.
  const [most = 1.2, weight = 0] = count(gaps)[0] ?? [];
  const isWide = right - Math.min(...lines.map(({ x }) => x)) > size * narrow;
  return { size, leading: weight >= fewestFull && isWide ? most : Math.min(most, 1.3), right };
}

function count(values: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const counts = new Map<number, number>();
  for (const [value, weight] of values) counts.set(value, (counts.get(value) ?? 0) + weight);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** Lines that follow each other down the page as paragraphs, headings and items. */
export function flowsOf(lines: readonly Line[], usual: Usual): readonly Flow[] {
  const flows: Flow[] = [];
  for (const line of lines) {
    const open = flows.at(-1);
    if (open && !open.broken && goesOn(open, line, usual)) open.lines.push(line);
    else if (open && isNextShort(open, line, usual)) flows[flows.length - 1] = { ...open, broken: true, lines: [...open.lines, line] };
    else flows.push(start(line));
  }
  return flows;
}

export function start(line: Line): Flow {
  const [first, second] = line.segments;
  if (first && bulletAlone.test(first.text) && second) return { lines: [line], textX: second.x, bullet: true, broken: false };
  if (startsWithBullet(line.text))
    return {
      lines: [line],
      textX:
        (first!.glyphs[0]!.text.trim().length === 1
          ? first!.glyphs[1]?.x
          : behindMark(first!.glyphs[0]!, first!.glyphs[0]!.text.trim()[0]!)) ?? line.x + line.size,
      bullet: true,
      broken: false,
    };
  const marker = markerOf(line.text);
  const mark = marker
    ? first!.glyphs.findIndex(
        (_, index) =>
          first!.glyphs
            .slice(0, index + 1)
            .map(({ text }) => text.trim())
            .join('').length >= marker.text.length,
      )
    : -1;
  // Letters that hold the number and more, however many there are behind them.
  const isAlone =
    mark >= 0 &&
    first!.glyphs
      .slice(0, mark + 1)
      .map(({ text }) => text.trim())
      .join('').length === marker!.text.length;
  const next = isAlone ? first!.glyphs[mark + 1] : undefined;
  const behind =
    second && marker && first!.text === marker.text
      ? second.x
      : mark >= 0
        ? (next?.x ?? behindMark(first!.glyphs[mark]!, marker!.text))
        : undefined;
  const mayHang = marker !== null && mark >= 0 && next === undefined && first!.text !== marker.text;
  return { lines: [line], textX: behind ?? line.x, bullet: marker?.style === 'bullet', broken: false, ...(mayHang ? { mayHang } : {}) };
}

/** Where the words behind a number begin that one run of letters holds with them, as far as its width tells. */
function behindMark({ text, x, width }: Glyphs, mark: string): number | undefined {
  const before = /^\s*\S+\s+/.exec(text)?.[0];
  return before === undefined || before.trim() !== mark ? undefined : x + (width * before.length) / text.length;
}

/** Whether a line goes on with the paragraph above it. */
function goesOn({ lines, textX, bullet, mayHang = false }: Flow, line: Line, usual: Usual): boolean {
  const before = lines.at(-1)!;
  const first = lines[0]!;
  if (before.page !== line.page || line.y <= before.y || Math.abs(before.size - line.size) > 0.6 || before.strong !== line.strong)
    return false;
  const gap = (line.y - before.y) / line.size;
  if (gap > Math.max(usual.leading, 1.1) * 1.22) return false;
  const segment = line.segments[0]!;
  // A line of contents, filled with dots up to the number of its page.
  if (/(?:[.…·_]\s?){4,}(?:\d{1,3}|[ivxl]{1,6})$/.test(before.text)) return false;
  if (bulletAlone.test(segment.text) || startsWithBullet(line.text)) return false;
  // Addresses in the head of a letter are lines of their own.
  if (/^(?:\S*@\S*|www\.\S*)$/.test(line.text)) return false;
  // Lines of an address that end at the right margin.
  if (
    Math.abs(line.right - before.right) < 2 &&
    Math.abs(line.x - before.x) > line.size &&
    Math.min(line.x, before.x) > (line.limit ?? usual.right) * 0.5
  )
    return false;
  const marker = markerOf(line.text);
  // A number at the edge starts a paragraph; one inside a paragraph that hangs is a figure that a line happens to begin with.
  if (marker && marker.style !== 'bullet' && Math.abs(line.x - first.x) < line.size * 0.5 && textX > first.x + line.size * 0.5)
    return false;
  const start = line.x;
  const hangs = Math.abs(start - textX) < line.size * 0.8;
  const isUnderFirst =
    Math.abs(start - first.x) < line.size * 0.8 ||
    (lines.length > 1 && Math.abs(start - before.x) < line.size * 0.8) ||
    (lines.length === 1 && start < first.x && first.x - start < line.size * 4);
  if (
    mayHang && lines.length === 1
      ? !hangs && !isUnderFirst
      : bullet || textX > first.x + line.size * 0.5
        ? !hangs && !(lines.length > 1 && Math.abs(start - before.x) < line.size * 0.8)
        : !isUnderFirst
  )
    return false;
  // "Red – …", "Amber – …": each begins with its own bold word.
  const bold = (one: Line, at: number) => one.segments.at(at)!.glyphs.at(at)!.strong;
  if (bold(line, 0) && bold(first, 0) && !bold(before, -1) && !line.strong) return false;
  // The line above ended early: what follows would have fitted on it.
  const firstWord = wordWidth(line);
  const limit = before.limit ?? Math.max(line.limit ?? usual.right, ...lines.map(({ right }) => right));
  const room = limit - before.right;
  if (room > firstWord + line.size * 1.2 && (/[.:;?!)]$/.test(before.text) || room > (limit - first.x) * 0.35)) return false;
  if (marker && marker.style !== 'bullet' && /[.:;?!]$/.test(before.text)) return false;
  return true;
}

/** Short lines right under each other, none of them a sentence: an address, a name with a post. */
export function isNextShort({ lines, bullet, broken }: Pick<Flow, 'lines' | 'bullet' | 'broken'>, line: Line, usual: Usual): boolean {
  const before = lines.at(-1)!;
  const isShort = (one: Line) =>
    one.right - one.x < ((one.limit ?? usual.right) - one.x) * 0.6 &&
    !one.strong &&
    Math.abs(one.size - line.size) < 0.6 &&
    one.size < usual.size * 1.15 &&
    !/[.:;?!]$/.test(one.text) &&
    one.segments.length === 1 &&
    markerOf(one.text) === null;
  return (
    !bullet &&
    (broken || lines.length === 1) &&
    before.page === line.page &&
    line.y > before.y &&
    line.y - before.y < line.size * Math.max(usual.leading, 1.1) * 1.12 &&
    (Math.abs(line.x - before.x) < 2 || (Math.abs(line.right - before.right) < 2 && line.x > usual.right * 0.5)) &&
    isShort(before) &&
    isShort(line)
  );
}

const wordWidth = (line: Line): number => (line.text.split(' ')[0]!.length * (line.right - line.x)) / Math.max(1, line.text.length);

/**
 * The lines of a paragraph as runs; a word that a line break split is put together. `broken`: whether all of its lines, or these, begin
 * behind a line break.
 */
export function runsOfLines(lines: readonly Line[], words: KnownWords, broken: boolean | ReadonlySet<Line> = false): readonly Run[] {
  const runs: LineRun[] = [];
  const isBroken = (line: Line) => (typeof broken === 'boolean' ? broken : broken.has(line));
  lines.forEach((line) => {
    const own = line.segments.flatMap((segment, index) =>
      runsOf(segment, line.y, line.size).map((run, at) => (index > 0 && at === 0 ? { ...run, text: ` ${run.text}` } : run)),
    );
    const before = runs.at(-1);
    if (before && own.length > 0) {
      const hyphen = isBroken(line) ? null : hyphenAt(before.text, own[0]!.text, words);
      if (isBroken(line)) before.text += '\n';
      else if (hyphen === 'dropped') before.text = before.text.slice(0, -1);
      else if (hyphen !== 'kept' && !/\s$/.test(before.text)) before.text += ' ';
    }
    runs.push(...own);
  });
  return runs.map((run) => ({ ...run, text: plainHyphens(run.text) }));
}

/** A paragraph as a block, with what stands beside its lines; `depth` is that of a bullet. */
export function blockOfFlow(flow: Flow, words: KnownWords, depth: number, afterPageBreak: boolean): TextBlock | null {
  const block = wordsOfFlow(flow, words, depth, afterPageBreak);
  const beside = flow.lines.flatMap((line) => line.beside ?? []);
  return block && beside.length > 0 ? { ...block, beside } : block;
}

function wordsOfFlow(flow: Flow, words: KnownWords, depth: number, afterPageBreak: boolean): TextBlock | null {
  const [first] = flow.lines as [Line];
  const strong = flow.lines.every((line) => line.strong);
  const look = { strong, size: first.size, setOff: false };
  if (flow.told) return blockOfTold(flow.told, flow.lines, flow.breaks ?? new Set(), words, { look, afterPageBreak });
  // The number before bold words is no other look.
  let runs: readonly Run[] = runsOfLines(flow.lines, words, flow.broken).map((run) => (strong ? { ...run, strong } : run));
  if (!flow.bullet) return paragraphBlock(runs, { look, afterPageBreak });
  runs = withoutBullet(runs);
  return paragraphBlock(runs, { look, afterPageBreak, list: { depth, marker: null } });
}

function withoutBullet(runs: readonly Run[]): readonly Run[] {
  const [first, ...more] = runs;
  if (!first) return runs;
  const rest = first.text.trimStart().slice(1);
  return [{ ...first, text: rest }, ...more];
}

function blockOfTold(
  told: ToldForm,
  lines: readonly Line[],
  breaks: ReadonlySet<Line>,
  words: KnownWords,
  facts: ParagraphFacts,
): TextBlock | null {
  if (told.kind === 'heading') return paragraphBlock(runsOfLines(lines, words), { ...facts, heading: told.level });
  const runs = runsOfLines(lines, words, breaks);
  if (told.kind === 'text') return paragraphBlock(runs, { ...facts, quoted: told.quoted });
  if (told.marker !== undefined) return paragraphBlock(runs, { ...facts, list: { depth: told.depth, marker: told.marker } });
  if (start(lines[0]!).bullet) return paragraphBlock(withoutBullet(runs), { ...facts, list: { depth: told.depth, marker: null } });
  const marker = markerOf(lines[0]!.text);
  return paragraphBlock(marker ? withoutMark(runs, marker.text.length) : runs, {
    ...facts,
    list: { depth: told.depth, marker: marker && marker.style !== 'bullet' ? marker.text : null },
  });
}

/** Runs without so many letters at their start. */
function withoutMark(runs: readonly Run[], length: number): readonly Run[] {
  const [first, ...more] = runs;
  if (!first) return runs;
  const text = first.text.trimStart();
  return text.length >= length ? [{ ...first, text: text.slice(length) }, ...more] : withoutMark(more, length - text.length);
}

/** Whether a line begins with the number or letter after the one that a line above it begins with: "(b) …" under "(a) …". */
function isNextOf(lines: readonly Line[], index: number): boolean {
  const marks = markersOf(lines[index]!.text).filter(({ style }) => style !== 'bullet');
  return marks.some((mark) =>
    lines
      .slice(0, index)
      .some((line) =>
        markersOf(line.text).some(
          (before) =>
            before.style === mark.style && before.values.length === mark.values.length && before.values.at(-1) === mark.values.at(-1)! - 1,
        ),
      ),
  );
}

/** “Mary Fell, Director of Children’s Services”: no sentence. */
const isNameWithPost = ({ text }: Line): boolean => /^(?:\p{Lu}[\p{L}’'-]*\.? ){1,5}?\p{Lu}[\p{L}’'-]+, \p{Lu}[^.;:]*[^.;:,]$/u.test(text);

/**
 * Lines of a paragraph before which its writer ended the line: the one above has much room left, and what follows begins like one of its
 * own.
 */
export function lineBreaks(lines: readonly Line[], usual: Usual): ReadonlySet<Line> {
  const breaks = new Set<Line>();
  // A paragraph in a narrow column has its own edge: a sentence goes on from line to line though there is room.
  const isNarrow = lines.some(
    (line, index) =>
      /^\p{Ll}/u.test(lines[index + 1]?.text ?? '') && usual.right - line.right > wordWidth(lines[index + 1]!) + line.size * 3,
  );
  const edge = lines.length > 5 || isNarrow ? Math.max(...lines.map(({ right }) => right)) : usual.right;
  lines.slice(1).forEach((line, index) => {
    const before = lines[index]!;
    const room = edge - before.right;
    if (line.page === before.page && line.y > before.y && isNextOf(lines, index + 1)) breaks.add(line);
    if (line.page !== before.page || line.y <= before.y || !/^[\p{Lu}\d(]/u.test(line.text) || room <= wordWidth(line) + line.size * 1.2)
      return;
    if (/[.:;?!]$/.test(before.text) || line.strong !== before.strong || room > (edge - before.x) * 0.35) breaks.add(line);
  });
  // Names with a post each, one under the other: where some of the lines end early, all are lines.
  if (breaks.size > 0 && lines.length > 2 && lines.every(isNameWithPost)) return new Set(lines.slice(1));
  return breaks;
}
