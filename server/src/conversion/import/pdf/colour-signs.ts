import type { StatusColour } from '../paper/status-colour.ts';

/** Signs that stand for a coloured cell until its table is made. No file has them: Unicode keeps them for what goes on inside a program. */
const signs: readonly (readonly [string, StatusColour])[] = [
  ['\uFDD0', 'Red'],
  ['\uFDD1', 'Amber'],
  ['\uFDD2', 'Green'],
  ['\uFDD3', 'Blue'],
  ['\uFDD4', 'Purple'],
];
const sign = /[\uFDD0-\uFDD4]/gu;

/** The sign of a coloured cell. */
export const signOf = (colour: StatusColour): string => signs.find(([, name]) => name === colour)![0];

/** Whether letters are the sign of a coloured cell. */
export const isSign = (text: string): boolean => text.length === 1 && text >= '\uFDD0' && text <= '\uFDD4';

/** The colour whose sign stands in a text. */
export const colourSignedIn = (text: string): StatusColour | null => signs.find(([one]) => text.includes(one))?.[1] ?? null;

/** A text without the signs in it. */
export const unsigned = (text: string): string => text.replace(sign, '');
