/** Small pieces of English for whatever is said to an officer. */

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
export const counted = (count: number, one: string, many = `${one}s`): string => `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`;
