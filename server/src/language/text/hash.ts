/** Makes a short name of a text that comes in pieces. */
export interface Hashing {
  /** The text from one index to another comes next. */
  add(text: string, from: number, to: number): void;
  /**
   * The same for the same text everywhere: 64 bits and the length. Two texts that are not made to have one name have two;
   * no protection against somebody who means to.
   */
  name(): string;
}

export function createHashing(): Hashing {
  let first = 0x9e3779b1 | 0;
  let second = 0x85ebca6b | 0;
  let length = 0;
  return {
    add(text, from, to) {
      let a = first;
      let b = second;
      for (let i = from; i < to; i++) {
        const code = text.charCodeAt(i);
        a = Math.imul(a ^ code, 0x9e3779b1);
        b = Math.imul(b ^ code, 0xc2b2ae3d);
        b ^= b >>> 15;
      }
      first = a;
      second = b;
      length += to - from;
    },
    name() {
      const a = Math.imul(first ^ (first >>> 16), 0x85ebca6b) ^ second;
      const b = Math.imul(second ^ (second >>> 13), 0xc2b2ae35) ^ a;
      return `${length.toString(36)}-${(a >>> 0).toString(36)}${(b >>> 0).toString(36).padStart(7, '0')}`;
    },
  };
}

/** The name of a whole text, see {@link Hashing.name}. */
export function hashOf(text: string): string {
  const hashing = createHashing();
  hashing.add(text, 0, text.length);
  return hashing.name();
}
