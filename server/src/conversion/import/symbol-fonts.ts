/** Characters of the symbol fonts of word processors, for which the file only gives a place in the font. */
const wingdings: Readonly<Record<number, string>> = { 0x4a: '☺', 0x6c: '•', 0x6e: '•', 0x6f: '☐', 0x71: '☐', 0x76: '•', 0xa7: '•', 0xa8: '☐', 0xd8: '•', 0xe0: '→', 0xfb: '☒', 0xfc: '✓', 0xfd: '☒', 0xfe: '☑' };
const symbol: Readonly<Record<number, string>> = { 0xb7: '•', 0xae: '→', 0xb3: '≥', 0xa3: '≤', 0xb1: '±', 0xb4: '×' };

/** The character that a symbol font shows, or nothing where it is not known. */
export function symbolOf(font: string, code: number): string {
  const place = code >= 0xf000 ? code - 0xf000 : code;
  if (/wingdings/i.test(font)) return wingdings[place] ?? '';
  if (/symbol/i.test(font)) return symbol[place] ?? '';
  return Number.isFinite(code) && code >= 0x20 && code < 0xe000 ? String.fromCodePoint(code) : '';
}
