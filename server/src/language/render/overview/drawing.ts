import type { Element, ElementContent } from 'hast';
import { element, text } from '../head.ts';

/** A picture as it is described to those who do not see it. */
export interface Drawn {
  /** Begins the identifiers of its words. */
  readonly id: string;
  readonly title: string;
  /** Everything that it shows, in words. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

/** Width of a picture that stands for itself: it has its full size in a panel beside an editor. */
export const pictureWidth = 480;

/** A picture made of shapes, in pixels. Its colours come from the classes of the shapes. */
export const drawing = ({ id, title, description, width, height }: Drawn, shapes: readonly ElementContent[]): Element =>
  element(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', className: ['chart'], ariaLabelledBy: [`${id}-title`, `${id}-words`] },
    [element('title', { id: `${id}-title` }, [text(title)]), element('desc', { id: `${id}-words` }, [text(description)]), ...shapes],
  );

/** A tenth of a pixel is as much as anybody sees. */
const rounded = (length: number): number => Math.round(length * 10) / 10;

export const box = (x: number, y: number, width: number, height: number, ...className: readonly string[]): Element =>
  element('rect', { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height), className: [...className] });

export const line = (fromX: number, fromY: number, toX: number, toY: number, ...className: readonly string[]): Element =>
  element('line', { x1: rounded(fromX), y1: rounded(fromY), x2: rounded(toX), y2: rounded(toY), className: [...className] });

export const dot = (x: number, y: number, radius: number, ...className: readonly string[]): Element =>
  element('circle', { cx: rounded(x), cy: rounded(y), r: radius, className: [...className] });

/** Words in a picture; `y` is their base line. */
export const label = (
  x: number,
  y: number,
  words: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
  ...className: readonly string[]
): Element => element('text', { x: rounded(x), y: rounded(y), textAnchor: anchor, className: [...className] }, [text(words)]);
