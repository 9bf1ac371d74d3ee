/**
 * A short name for a text, the same for the same text everywhere: 64 bits and the length. Two texts that are not made to have one name have two;
 * no protection against somebody who means to.
 */
export function hashOf(text: string): string {
  let a = 0x9e3779b1;
  let b = 0x85ebca77;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0xc2b2ae3d);
    b ^= b >>> 15;
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ b;
  b = Math.imul(b ^ (b >>> 13), 0xc2b2ae35) ^ a;
  return `${text.length.toString(36)}-${(a >>> 0).toString(36)}${(b >>> 0).toString(36).padStart(7, '0')}`;
}
