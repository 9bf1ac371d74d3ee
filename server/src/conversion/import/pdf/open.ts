import { getResolvedPDFJS } from 'unpdf';
import { CannotImport } from '../cannot-import.ts';
import { cleanWords } from '../paper/inline-markdown.ts';
import { drawnText } from './drawn-text.ts';
import { closedUp, isLetterspaced, type Shown } from './letterspaced.ts';
import { linked, type LinkArea } from './links.ts';
import { withStruckWords } from './struck-words.ts';
import type { Box, Dot, Fill, Glyphs, Page, Rule, Tag } from './page.ts';

/** Longest paper, in pages. */
const mostPages = 2000;

/** The pages of a PDF, one after the other. Throws {@link CannotImport} for what cannot be opened. */
export async function openPdf(
  bytes: Uint8Array,
  progress?: (done: number) => void,
): Promise<{ readonly pages: readonly Page[]; readonly title: string }> {
  // PDF.js asks for it, and Node.js has it from version 22 on.
  (ArrayBuffer.prototype as { transferToFixedLength?: (length?: number) => ArrayBuffer }).transferToFixedLength ??=
    function transferToFixedLength(this: ArrayBuffer, length?: number) {
      return this.slice(0, length);
    };
  const { getDocument, OPS, Util } = await getResolvedPDFJS();
  // It may keep the bytes, so that it gets its own; a Buffer it refuses.
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
  });
  const document = await task.promise.catch((error: Error) => {
    if (error.name === 'PasswordException')
      throw new CannotImport('The PDF is protected with a password. Open it, print it into a new PDF without one, and import that.');
    throw new CannotImport('The PDF is damaged and cannot be opened. Open it in a PDF reader, print it into a new PDF, and import that.');
  });
  try {
    if (document.numPages > mostPages)
      throw new CannotImport(
        `The PDF has ${document.numPages} pages; the most that is read is ${mostPages}. Split it, and import the parts.`,
      );
    const pages: Page[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const content = await page.getTextContent({ includeMarkedContent: true });
      const viewport = page.getViewport({
        scale: 1,
        rotation: page.rotate + turnOf(content.items, page.getViewport({ scale: 1 }).transform as number[]),
      });
      const drawn = await page.getOperatorList();
      const looks = new Map<string, { strong: boolean; emphasis: boolean }>();
      const lookOf = (font: string) => {
        let look = looks.get(font);
        if (!look) {
          const known = page.commonObjs.has(font) ? (page.commonObjs.get(font) as { name?: string; black?: boolean; bold?: boolean }) : {};
          const name = known.name ?? '';
          look = {
            strong: known.bold === true || known.black === true || /bold|black|heavy|semib|demi/i.test(name),
            emphasis: /italic|oblique/i.test(name),
          };
          looks.set(font, look);
        }
        return look;
      };
      let allShown: readonly Shown[] | null = null;
      const shown = () =>
        (allShown ??= drawn.argsArray.flatMap((given: unknown, at: number) =>
          drawn.fnArray[at] === OPS.showText ? [(given as [Shown])[0]] : [],
        ));
      const glyphs: Glyphs[] = [];
      let watermark = '';
      const marks: Mark[] = [];
      for (const item of content.items) {
        if (!('str' in item)) {
          if (item.type === 'endMarkedContent') marks.pop();
          else
            marks.push({
              id: item.id ?? marks.at(-1)?.id ?? null,
              isArtifact: item.tag === 'Artifact' || (marks.at(-1)?.isArtifact ?? false),
            });
          continue;
        }
        if (item.str.trim() === '') continue;
        const mark = marks.at(-1);
        const at = Util.transform(viewport.transform, item.transform) as number[];
        const text = cleanWords(drawnText(isLetterspaced(item.str) ? (closedUp(item.str, shown()) ?? item.str) : item.str));
        const size = Math.round(Math.hypot(at[2]!, at[3]!) * 10) / 10 || 10;
        if (size >= leastOfWatermark && isAslant(at)) {
          watermark += text;
          continue;
        }
        // Letters that are read upwards or downwards are no wider than one of them.
        const isUpright = Math.abs(at[1]!) > Math.abs(at[0]!);
        if (text.trim() !== '')
          glyphs.push({
            text,
            x: at[4]!,
            y: at[5]!,
            width: isUpright ? size * 0.5 : item.width,
            size,
            ...lookOf(item.fontName),
            ...(mark?.id ? { content: mark.id } : {}),
            ...(mark?.isArtifact ? { isArtifact: true } : {}),
          });
      }
      const tag = (await page.getStructTree().catch(() => null)) as StructTree | null;
      const areas = linkAreas(
        await page.getAnnotations().catch(() => []),
        viewport.transform as number[],
        (point, matrix) => Util.transform(matrix as number[], [1, 0, 0, 1, ...point] as number[]) as number[],
      );
      const drawing = drawings(drawn, OPS, viewport.transform as number[]);
      pages.push({
        number,
        width: viewport.width,
        height: viewport.height,
        watermark: watermark.trim(),
        tag: tag && tagOf(tag),
        ...drawing,
        ...withStruckWords(linked(withoutShadows(glyphs), areas), drawing.rules),
      });
      page.cleanup();
      progress?.(number / document.numPages);
    }
    const { info } = (await document.getMetadata().catch(() => ({ info: {} }))) as { info: { Title?: unknown } };
    return { pages, title: typeof info.Title === 'string' ? cleanWords(info.Title).trim() : '' };
  } finally {
    await task.destroy();
  }
}

/** The least size of the letters of a watermark, in points; the heads of narrow columns are aslant as well, but small. */
const leastOfWatermark = 30;

/** Whether letters stand on a line that is neither level nor upright. */
const isAslant = ([across, up]: readonly number[]): boolean => Math.min(Math.abs(across!), Math.abs(up!)) > Math.hypot(across!, up!) * 0.15;

/** How much of the letters of a page must be written upwards, or downwards, for the page to lie on its side. */
const mostOfPage = 0.8;

/** How far a page must be turned, in degrees clockwise, so that it is read level: a wide table is often printed on its side. */
function turnOf(items: readonly object[], [a, b, c, d]: readonly number[]): 0 | 90 | 270 {
  let [all, upwards, downwards] = [0, 0, 0];
  for (const item of items as readonly { readonly str?: string; readonly transform?: readonly number[] }[]) {
    if (!item.str || !item.transform) continue;
    const [x, y] = item.transform as [number, number];
    const [across, down] = [a! * x + c! * y, b! * x + d! * y];
    all += item.str.length;
    if (Math.abs(across) < Math.abs(down) * 0.1) {
      if (down < 0) upwards += item.str.length;
      else downwards += item.str.length;
    }
  }
  return upwards > all * mostOfPage ? 90 : downwards > all * mostOfPage ? 270 : 0;
}

/** What a stretch of a page is marked as. */
interface Mark {
  readonly id: string | null;
  /** Whether it belongs to the page and not to the paper, as the file says. */
  readonly isArtifact: boolean;
}

/** The tree as PDF.js gives it. */
interface StructTree {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructTree[];
}

/** Tags nested deeper than this are left out; no program writes them. */
const deepestTag = 200;

const tagOf = ({ role = '', alt, children = [] }: StructTree, depth = 0): Tag => ({
  role,
  ...(alt === undefined ? {} : { alt: cleanWords(alt) }),
  children:
    depth > deepestTag
      ? []
      : children.flatMap((child): readonly (Tag | string)[] =>
          child.role !== undefined ? [tagOf(child, depth + 1)] : child.type === 'content' && child.id !== undefined ? [child.id] : [],
        ),
});

/** Where the page leads to addresses. */
function linkAreas(
  annotations: readonly { readonly subtype?: string; readonly url?: string; readonly rect?: readonly number[] }[],
  start: readonly number[],
  place: (point: readonly [number, number], matrix: readonly number[]) => readonly number[],
): readonly LinkArea[] {
  return annotations.flatMap(({ subtype, url, rect }) => {
    if (subtype !== 'Link' || !url || rect?.length !== 4) return [];
    const corners = [place([rect[0]!, rect[1]!], start), place([rect[2]!, rect[3]!], start)];
    const [xs, ys] = [corners.map((corner) => corner[4]!), corners.map((corner) => corner[5]!)];
    return [{ left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys), address: url }];
  });
}

/** Bold is sometimes made by printing the same letters twice, a hair apart. */
function withoutShadows(glyphs: readonly Glyphs[]): readonly Glyphs[] {
  const seen = new Map<string, Glyphs[]>();
  return glyphs.filter((one) => {
    const same = seen.get(one.text) ?? [];
    if (same.some((other) => Math.abs(other.x - one.x) < 1 && Math.abs(other.y - one.y) < 1)) return false;
    seen.set(one.text, [...same, one]);
    return true;
  });
}

/** A drawn line is thinner than this, in points. */
const thin = 2.5;
/** One shorter than this is part of a letter or a picture. */
const shortest = 8;

type Matrix = readonly number[];
const multiply = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a! * g! + c! * h!,
  b! * g! + d! * h!,
  a! * i! + c! * j!,
  b! * i! + d! * j!,
  a! * k! + c! * l! + e!,
  b! * k! + d! * l! + f!,
];

/** The lines that a page draws: strokes, thin filled boxes, and the edges of drawn boxes. */
function drawings(
  { fnArray, argsArray }: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  ops: Record<string, number>,
  start: Matrix,
): Pick<Page, 'rules' | 'fills' | 'hasPictures' | 'dots'> {
  const rules: Rule[] = [];
  const fills: Fill[] = [];
  const dots: Dot[] = [];
  let colour = '#000000';
  let hasPictures = false;
  let spots = 0;
  let matrix = start;
  /** The part of the page that is drawn in, and whether the next path makes it smaller. */
  let clip = everywhere;
  let isClip = false;
  const saved: { readonly matrix: Matrix; readonly colour: string; readonly clip: Box }[] = [];
  const restore = () => {
    ({ matrix, colour, clip } = saved.pop() ?? { matrix, colour, clip });
  };
  const painted = new Set(
    ['stroke', 'closeStroke', 'fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'].map(
      (name) => ops[name],
    ),
  );
  const stroked = new Set(
    ['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'].map((name) => ops[name]),
  );
  const filled = new Set(['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'].map((name) => ops[name]));
  const add = (box: readonly number[], edges: boolean) => {
    const [left, right] = [Math.min(box[0]!, box[2]!), Math.max(box[0]!, box[2]!)];
    const [top, bottom] = [Math.min(box[1]!, box[3]!), Math.max(box[1]!, box[3]!)];
    if (bottom - top <= thin && right - left >= shortest) rules.push({ isLevel: true, at: (top + bottom) / 2, from: left, to: right });
    else if (right - left <= thin && bottom - top >= shortest)
      rules.push({ isLevel: false, at: (left + right) / 2, from: top, to: bottom });
    else if (edges && right - left >= shortest && bottom - top >= shortest) {
      for (const at of [top, bottom]) rules.push({ isLevel: true, at, from: left, to: right });
      for (const at of [left, right]) rules.push({ isLevel: false, at, from: top, to: bottom });
    }
  };
  const point = (x: number, y: number): readonly [number, number] => [
    matrix[0]! * x + matrix[2]! * y + matrix[4]!,
    matrix[1]! * x + matrix[3]! * y + matrix[5]!,
  ];
  fnArray.forEach((operation, index) => {
    const given = argsArray[index] as unknown[];
    if (operation === ops['save']) {
      saved.push({ matrix, colour, clip });
    } else if (operation === ops['restore']) restore();
    else if (operation === ops['setFillRGBColor']) colour = typeof given[0] === 'string' ? given[0] : hexOf(given);
    else if (operation === ops['transform']) matrix = multiply(matrix, given as number[]);
    else if (operation === ops['paintFormXObjectBegin']) {
      saved.push({ matrix, colour, clip });
      // PDF.js gives it as a list of its own kind.
      const own = given?.[0] as ArrayLike<number> | null | undefined;
      if (own?.length === 6) matrix = multiply(matrix, Array.from(own));
    } else if (operation === ops['paintFormXObjectEnd']) restore();
    else if (operation === ops['clip'] || operation === ops['eoClip']) isClip = true;
    else if (
      operation === ops['paintImageXObject'] ||
      operation === ops['paintInlineImageXObject'] ||
      operation === ops['paintImageMaskXObject']
    )
      hasPictures = true;
    else if (operation === ops['constructPath'] && isClip) {
      isClip = false;
      const box = reachOf(given[2], point);
      if (box) clip = shared(clip, box);
    } else if (operation === ops['constructPath'] && painted.has(given[0] as number)) {
      const dot = dots.length < mostDots ? dotOf(given[2], point) : null;
      if (dot) dots.push(dot);
      const spot = filled.has(given[0] as number) && spots++ < mostDots ? spotOf(given, point) : null;
      if (spot) fills.push({ ...spot, colour });
      for (const path of pathsOf((given[1] as unknown[])[0])) {
        const shown = path.map(([x, y]) => point(x, y));
        if (shown.length === 2) add([...shown[0]!, ...shown[1]!], false);
        else if ((shown.length >= 4 && shown.length <= 6) || (shown.length <= 9 && shown.length > 6 && isBoxPath(shown))) {
          const xs = shown.map(([x]) => x);
          const ys = shown.map(([, y]) => y);
          const edges = stroked.has(given[0] as number);
          if (!isBoxPath(shown)) continue;
          const whole = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
          // Some programs fill the whole page, and let only a box of it be seen.
          const box = filled.has(given[0] as number) ? shared(clip, whole) : whole;
          if (box.right <= box.left || box.bottom <= box.top) continue;
          add([box.left, box.top, box.right, box.bottom], edges);
          if (filled.has(given[0] as number)) fills.push({ ...box, colour });
        } else if (shown.length > 2) for (let at = 1; at < shown.length && at < 200; at++) add([...shown[at - 1]!, ...shown[at]!], false);
      }
    }
  });
  return { rules, fills, hasPictures, dots };
}

const everywhere: Box = {
  left: Number.NEGATIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  top: Number.NEGATIVE_INFINITY,
  bottom: Number.POSITIVE_INFINITY,
};

/** What two boxes have in common; it ends before it begins where that is nothing. */
const shared = (one: Box, other: Box): Box => ({
  left: Math.max(one.left, other.left),
  right: Math.min(one.right, other.right),
  top: Math.max(one.top, other.top),
  bottom: Math.min(one.bottom, other.bottom),
});

/** How far a path reaches. `box` is what PDF.js says of it: left, top, right, bottom. */
function reachOf(box: unknown, point: (x: number, y: number) => readonly [number, number]): Box | null {
  if (!(box instanceof Float32Array) && !Array.isArray(box)) return null;
  const [left, top, right, bottom] = box as ArrayLike<number> & readonly number[];
  const [from, to] = [point(left!, top!), point(right!, bottom!)];
  return {
    left: Math.min(from[0], to[0]),
    right: Math.max(from[0], to[0]),
    top: Math.min(from[1], to[1]),
    bottom: Math.max(from[1], to[1]),
  };
}

/** More dots than these on a page are a picture or a map. */
const mostDots = 400;

/** A shape as small as a bullet and about as wide as high. */
function dotOf(box: unknown, point: (x: number, y: number) => readonly [number, number]): Dot | null {
  const reach = reachOf(box, point);
  if (!reach) return null;
  const [width, height] = [reach.right - reach.left, reach.bottom - reach.top];
  return width >= 1.5 && width <= 9 && height >= 1.5 && height <= 9 && Math.max(width, height) < Math.min(width, height) * 1.4
    ? { x: (reach.left + reach.right) / 2, y: (reach.top + reach.bottom) / 2, width }
    : null;
}

/** Whether a path goes round a box: it has the four corners, and every other point lies on a side. */
function isBoxPath(path: readonly (readonly [number, number])[]): boolean {
  const [xs, ys] = [path.map(([x]) => x), path.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const near = (one: number, other: number): boolean => Math.abs(one - other) < 0.5;
  const has = (x: number, y: number): boolean => path.some((point) => near(point[0], x) && near(point[1], y));
  return (
    path.every(([x, y]) => near(x, left) || near(x, right) || near(y, top) || near(y, bottom)) &&
    has(left, top) &&
    has(right, top) &&
    has(left, bottom) &&
    has(right, bottom)
  );
}

/** A round spot as large as those that show a status: what stands around it. */
function spotOf(
  [, path, box]: readonly unknown[],
  point: (x: number, y: number) => readonly [number, number],
): Omit<Fill, 'colour'> | null {
  const reach = reachOf(box, point);
  if (!reach || pathsOf((path as unknown[])[0]).length > 0) return null;
  const [width, height] = [reach.right - reach.left, reach.bottom - reach.top];
  return width < 6 || width > 40 || Math.max(width, height) > Math.min(width, height) * 1.3 ? null : reach;
}

const hexOf = (parts: readonly unknown[]): string =>
  `#${parts
    .slice(0, 3)
    .map((part) => Math.round(Number(part)).toString(16).padStart(2, '0'))
    .join('')}`;

/** The straight paths of what PDF.js packs into one list: 0 moves, 1 draws a line, 2 and 3 a curve, 4 closes. */
function pathsOf(packed: unknown): readonly (readonly (readonly [number, number])[])[] {
  if (!(packed instanceof Float32Array) && !Array.isArray(packed)) return [];
  const list = packed as ArrayLike<number>;
  const paths: (readonly [number, number])[][] = [];
  let isStraight = true;
  for (let at = 0; at < list.length;) {
    switch (list[at++]) {
      case 0:
        paths.push([[list[at]!, list[at + 1]!]]);
        at += 2;
        break;
      case 1:
        paths.at(-1)?.push([list[at]!, list[at + 1]!]);
        at += 2;
        break;
      case 2:
        at += 6;
        isStraight = false;
        break;
      case 3:
        at += 4;
        isStraight = false;
        break;
      default:
        break;
    }
  }
  return isStraight ? paths : [];
}
