import { actionFieldOf } from '../../../language/model/item-parts/fields.ts';
import { statusShapes } from '../../../language/render/status-shapes.ts';

/** A tick says something by itself, and stays; some readers make a bullet of a shape. */
const { complete: _tick, ...shapes } = statusShapes;
const shape = new RegExp(String.raw`^(?:${[...Object.values(shapes), '•'].join('|')})\s+(?=\p{L})`, 'u');

/** A status without the shape that an export sets before its word, and which is print and none of the text. */
export const withoutStatusShape = (markdown: string): string => markdown.replace(shape, '');

/** The same in a line "Status: ■ purple". */
export function withoutShapeInField(line: string): string {
  const colon = line.indexOf(': ');
  return colon > 0 && colon <= 40 && actionFieldOf(line.slice(0, colon)) === 'status'
    ? `${line.slice(0, colon + 2)}${withoutStatusShape(line.slice(colon + 2).trimStart())}`
    : line;
}
