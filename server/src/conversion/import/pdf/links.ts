import type { Box, Glyphs } from './page.ts';

/** A place of a page that leads to an address when it is clicked on. */
export interface LinkArea extends Box {
  readonly address: string;
}

/** Letters with the addresses that they lead to; those of which only some words do are parted. */
export const linked = (glyphs: readonly Glyphs[], areas: readonly LinkArea[]): readonly Glyphs[] => (areas.length === 0 ? glyphs : glyphs.flatMap((one) => linkedParts(one, areas)));

function linkedParts(one: Glyphs, areas: readonly LinkArea[]): readonly Glyphs[] {
  const middle = one.y - one.size * 0.3;
  const near = areas.filter(({ left, right, top, bottom }) => top <= middle && middle <= bottom && left < one.x + one.width && one.x < right);
  if (near.length === 0) return [one];
  const whole = near.find(({ left, right }) => left <= one.x + one.size * 0.5 && one.x + one.width - one.size * 0.5 <= right);
  if (whole) return [{ ...one, link: whole.address }];
  const parts: { text: string; x: number; width: number; link: string | undefined }[] = [];
  for (const { text, x, width } of words(one)) {
    const link = near.find(({ left, right }) => left <= x + width / 2 && x + width / 2 <= right)?.address;
    const last = parts.at(-1);
    if (last && last.link === link) Object.assign(last, { text: last.text + text, width: x + width - last.x });
    else parts.push({ text, x, width, link });
  }
  return parts.map(({ link, ...part }) => ({ ...one, ...part, ...(link === undefined ? {} : { link }) }));
}

/** About how wide a character is beside the others of its font. */
const widthOf = (character: string): number => (/[iljtfI.,:;'’|!()[\]-]/.test(character) ? 0.5 : /[mwMW]/.test(character) ? 1.5 : /\p{Lu}/u.test(character) ? 1.25 : /\s/.test(character) ? 0.55 : 1);

/** The words of letters drawn in one go, each with the space behind it, and about where they stand. */
function words({ text, x, width }: Glyphs): readonly { readonly text: string; readonly x: number; readonly width: number }[] {
  const total = [...text].reduce((sum, character) => sum + widthOf(character), 0);
  let at = x;
  return (text.match(/\s*\S+\s*/gu) ?? [text]).map((word) => {
    const share = (width * [...word].reduce((sum, character) => sum + widthOf(character), 0)) / total;
    at += share;
    return { text: word, x: at - share, width: share };
  });
}
