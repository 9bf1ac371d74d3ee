/** A number, letter or bullet that stands before a paragraph. */
export interface Marker {
  readonly style: 'bullet' | 'number' | 'section.paragraph' | 'letter' | 'capital' | 'roman';
  /** As written: `1.`, `2.1`, `a)`, `(A)`, `iv.`, `-`. */
  readonly text: string;
  /** `2.3` → [2, 3]; `c` → [3]; empty for a bullet. */
  readonly values: readonly number[];
  /** What follows. */
  readonly rest: string;
  /** Width of the white space before it; a tab counts four. */
  readonly indent: number;
}

/** Bullets: the usual ones, geometric shapes and dingbats, and the private characters of the symbol fonts that word processors use. */
export const bulletCharacter = '[-–—*+•‣∙·\\u25A0-\\u25FF\\u2700-\\u27BF\\u2B1B\\u2B1C\\uE000-\\uF8FF]';
const bullet = new RegExp(`^(${bulletCharacter})\\s+(?=\\S)`, 'u');
/** A bullet that stands alone on its line. */
export const loneBullet = new RegExp(`^${bulletCharacter}$`, 'u');
/**
 * Whether a mark that a format sets apart is a bullet, of whatever sign or symbol font: no figure, and no letter but those that symbol
 * fonts have in its place.
 */
export const isBulletMark = (mark: string): boolean => /^(?:[^\p{L}\p{N}]{1,2}|[o§Øüqvn])$/u.test(mark);
const sectionParagraph = /^\(?(\d{1,3}(?:\.\d{1,3}){1,3})[.)]*\s+(?=\S)/;
const plainNumber = /^(\(?(\d{1,3})[.)]+)\s+(?=\S)/;
const letter = /^(\(([a-z])\)|([a-z])[.)])\s+(?=\S)/;
const capital = /^(\(([A-Z])\))\s+(?=\S)/;
const roman = /^(\(([ivxl]{1,7})\)|([ivxl]{1,7})[.)])\s+(?=\S)/;

/** All that a line may begin with; a single `i`, `v` or `x` is both a letter and a number in Roman figures. */
export function markersOf(line: string): readonly Marker[] {
  const text = line.trimStart();
  const indent = [...line.slice(0, line.length - text.length)].reduce((width, space) => width + (space === '\t' ? 4 : 1), 0);
  const make = (style: Marker['style'], found: RegExpExecArray, mark: string, values: readonly number[]): Marker => ({
    style,
    text: mark,
    values,
    rest: text.slice(found[0].length),
    indent,
  });
  let found = bullet.exec(text);
  if (found) return [make('bullet', found, found[1]!, [])];
  found = sectionParagraph.exec(text);
  if (found) return [make('section.paragraph', found, found[0].trim(), found[1]!.split('.').map(Number))];
  found = plainNumber.exec(text);
  if (found) return [make('number', found, found[1]!, [Number(found[2])])];
  found = capital.exec(text);
  if (found) return [make('capital', found, found[1]!, [found[2]!.charCodeAt(0) - 64])];
  const markers: Marker[] = [];
  found = letter.exec(text);
  if (found) markers.push(make('letter', found, found[1]!, [(found[2] ?? found[3])!.charCodeAt(0) - 96]));
  found = roman.exec(text);
  const value = found ? romanValue((found[2] ?? found[3])!) : null;
  if (found && value !== null) markers.push(make('roman', found, found[1]!, [value]));
  return markers;
}

export const markerOf = (line: string): Marker | null => markersOf(line)[0] ?? null;

const romanFigures: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

/** The value of a number in small Roman figures, or null where it is none (`iiv`, `vv`). */
export function romanValue(text: string): number | null {
  let value = 0;
  for (let index = 0; index < text.length; index++) {
    const figure = romanFigures[text[index]!];
    if (figure === undefined) return null;
    const next = romanFigures[text[index + 1] ?? ''] ?? 0;
    value += figure < next ? -figure : figure;
  }
  return toRoman(value) === text ? value : null;
}

/** 4 → `iv`. */
export function toRoman(value: number): string {
  let left = value;
  let text = '';
  for (const [figure, worth] of [
    ['m', 1000],
    ['cm', 900],
    ['d', 500],
    ['cd', 400],
    ['c', 100],
    ['xc', 90],
    ['l', 50],
    ['xl', 40],
    ['x', 10],
    ['ix', 9],
    ['v', 5],
    ['iv', 4],
    ['i', 1],
  ] as const) {
    while (left >= worth) {
      text += figure;
      left -= worth;
    }
  }
  return text;
}

/** 1.1 first, then 1.2, 1.1.1 or 2.1: not 12.5, which is a figure. */
function follows(values: readonly number[], before: readonly number[] | null): boolean {
  const last = values.at(-1)!;
  if (before === null) return last === 1;
  const shared = values.findIndex((value, index) => value !== before[index]);
  if (shared < 0) return false;
  const steps = shared < before.length ? values[shared] === before[shared]! + 1 : values[shared] === 1;
  return steps && values.slice(shared + 1).every((value) => value === 1);
}

/** Whether a marker begins a list of its style, or carries on from the one before it. */
export function startsOrFollows(marker: Marker, before: Marker | null): boolean {
  if (marker.style === 'bullet') return true;
  const last = marker.values.at(-1)!;
  if (marker.style === 'section.paragraph') return follows(marker.values, before?.style === 'section.paragraph' ? before.values : null);
  if (last === 1) return true;
  return before !== null && before.style === marker.style && before.values.at(-1) === last - 1;
}
