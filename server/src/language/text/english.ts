/** Small pieces of English for whatever is said to an officer. */

/** The numbers that are written out, from one to twenty. */
export const numbersInWords: readonly string[] =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/** `one`, `one and two`, `one, two and three`. */
export function inWords(things: readonly string[]): string {
  if (things.length < 2) return things[0] ?? '';
  return `${things.slice(0, -1).join(', ')} and ${things.at(-1)}`;
}

/** The first words of a text, at most so many letters, cut between words. */
export function opening(text: string, most = 60): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= most) return plain;
  const cut = plain.lastIndexOf(' ', most);
  return `${plain.slice(0, cut > most / 2 ? cut : most)} …`;
}

/** `1 action`, `3 actions`, `no actions`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`;

/** Bodies and people that stand in a sentence with an article; “Cabinet” and “Full Council” are spoken of like a name. */
const takesArticle =
  /(?:Committee|Panel|Board|Commission|Forum|Group|Partnership|Executive|Assembly|Authority|Member|Leader|Mayor|Director)\b/;

/** `the Scrutiny Committee`, `Cabinet`: a body as it stands in a sentence. */
export const withArticle = (body: string): string => (/^the\s/i.test(body) || !takesArticle.test(body) ? body : `the ${body}`);

/** With a capital at its beginning. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What is the same for texts of the same words, whatever their case and what stands between them. */
export const foldedText = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^A-Za-zÀ-ɏ\d]+/gu, ' ')
    .trim();
