import { eastAsianWidth } from 'get-east-asian-width';

let graphemes: Intl.Segmenter | undefined;

/**
 * How many columns a text takes in an editor with letters of one width: two for a wide East Asian character or an emoji, none for what only
 * joins or marks another character.
 */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7E]*$/.test(text)) return text.length;
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += widthOf(segment);
  return width;
}

const widthOf = (grapheme: string): number => {
  if (/^[\p{Mark}\p{Control}\p{Format}\p{Surrogate}]+$/u.test(grapheme)) return 0;
  if (/\uFE0F|\p{Emoji_Presentation}/u.test(grapheme)) return 2;
  return eastAsianWidth(grapheme.codePointAt(0)!);
};
