import type { Glyphs } from './page.ts';

/** About how wide a character is beside the others of its font. */
const widthOf = (character: string): number =>
  /[iljtfI.,:;'’|!()[\]-]/.test(character)
    ? 0.5
    : /[mwMW]/.test(character)
      ? 1.5
      : /\p{Lu}/u.test(character)
        ? 1.25
        : /\s/.test(character)
          ? 0.55
          : 1;

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

/**
 * Letters drawn in one go, parted where something is true of some of their words and not of others; `of` is given the middle of each word.
 */
export function partedWords<T>(one: Glyphs, of: (middle: number) => T, put: (part: Glyphs, value: T) => Glyphs): readonly Glyphs[] {
  const parts: { text: string; x: number; width: number; value: T }[] = [];
  for (const { text, x, width } of words(one)) {
    const value = of(x + width / 2);
    const last = parts.at(-1);
    if (last && last.value === value) Object.assign(last, { text: last.text + text, width: x + width - last.x });
    else parts.push({ text, x, width, value });
  }
  return parts.map(({ value, ...part }) => put({ ...one, ...part }, value));
}
