import type { Box, Glyphs } from './page.ts';
import { partedWords } from './parted-words.ts';

/** A place of a page that leads to an address when it is clicked on. */
export interface LinkArea extends Box {
  readonly address: string;
}

/** Letters with the addresses that they lead to; those of which only some words do are parted. */
export const linked = (glyphs: readonly Glyphs[], areas: readonly LinkArea[]): readonly Glyphs[] =>
  areas.length === 0 ? glyphs : glyphs.flatMap((one) => linkedParts(one, areas));

function linkedParts(one: Glyphs, areas: readonly LinkArea[]): readonly Glyphs[] {
  const middle = one.y - one.size * 0.3;
  const near = areas.filter(
    ({ left, right, top, bottom }) => top <= middle && middle <= bottom && left < one.x + one.width && one.x < right,
  );
  if (near.length === 0) return [one];
  const whole = near.find(({ left, right }) => left <= one.x + one.size * 0.5 && one.x + one.width - one.size * 0.5 <= right);
  if (whole) return [{ ...one, link: whole.address }];
  return partedWords(
    one,
    (middle) => near.find(({ left, right }) => left <= middle && middle <= right)?.address,
    (part, link) => (link === undefined ? part : { ...part, link }),
  );
}
