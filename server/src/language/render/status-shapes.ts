import type { Stage } from '../model/item-parts/read-status.ts';

/** A shape for each stage, so that a status is told apart by word and shape and never by colour alone. */
export const statusShapes: Readonly<Record<Stage, string>> = {
  'not-started': '○',
  'off-track': '▲',
  'at-risk': '◆',
  'on-track': '●',
  complete: '✔',
  other: '■',
};
