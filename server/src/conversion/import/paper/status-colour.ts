/** Colours that plans show a status by. */
export type StatusColour = 'Red' | 'Amber' | 'Green' | 'Blue' | 'Purple';

/**
 * The status that a fill stands for, by its hue; null for white, grey and pale tints, which only set cells off. Word's yellow is the
 * amber of most plans. `fill` is six hexadecimal digits, with or without `#`.
 */
export function statusColour(fill: string | undefined): StatusColour | null {
  const digits = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(fill ?? '');
  if (!digits) return null;
  const [red, green, blue] = digits.slice(1).map((pair) => parseInt(pair, 16)) as [number, number, number];
  const [least, most] = [Math.min(red, green, blue), Math.max(red, green, blue)];
  if (most < 90 || most - least < most * 0.4) return null;
  const turn =
    most === red
      ? (green - blue) / (most - least)
      : most === green
        ? 2 + (blue - red) / (most - least)
        : 4 + (red - green) / (most - least);
  const hue = (turn * 60 + 360) % 360;
  return bands.find(([to]) => hue < to)![1];
}

/** A dot, square or arrow that shows a status by its colour, where it is all that a cell holds. */
export const isColouredSign = (text: string): boolean => /^[●■◆•⬤▲▼]$/u.test(text);

/** Upper bounds of hues, in degrees. */
const bands: readonly (readonly [number, StatusColour])[] = [
  [17, 'Red'],
  [66, 'Amber'],
  [170, 'Green'],
  [255, 'Blue'],
  [320, 'Purple'],
  [361, 'Red'],
];
