/** Characters of the symbol fonts of word processors, for which the file only gives a place in the font. */
const fonts: readonly (readonly [RegExp, Readonly<Record<number, string>>])[] = [
  [/^wingdings 2$/i, { 0x4f: '✗', 0x50: '✓', 0x51: '☒', 0x52: '☑', 0x53: '☒', 0x54: '☒', 0x96: '•', 0x97: '•', 0x98: '•', 0xa3: '☐' }],
  [
    /^wingdings 3$/i,
    {
      0x66: '←',
      0x67: '→',
      0x68: '↑',
      0x69: '↓',
      0x6a: '↖',
      0x6b: '↗',
      0x6c: '↙',
      0x6d: '↘',
      0x70: '▲',
      0x71: '▼',
      0x74: '◀',
      0x75: '▶',
      0x7d: '•',
      0x84: '•',
      0x9f: '←',
      0xa0: '→',
      0xa1: '↑',
      0xa2: '↓',
    },
  ],
  [
    /wingdings/i,
    {
      0x28: '☎',
      0x2a: '✉',
      0x46: '☞',
      0x4a: '☺',
      0x4c: '☹',
      0x6c: '●',
      0x6e: '■',
      0x6f: '☐',
      0x71: '☐',
      0x72: '☐',
      0x75: '◆',
      0x76: '•',
      0x9f: '•',
      0xa7: '•',
      0xa8: '☐',
      0xab: '★',
      0xd8: '•',
      0xdf: '←',
      0xe0: '→',
      0xe1: '↑',
      0xe2: '↓',
      0xe3: '↖',
      0xe4: '↗',
      0xe5: '↙',
      0xe6: '↘',
      0xe7: '←',
      0xe8: '→',
      0xe9: '↑',
      0xea: '↓',
      0xeb: '↖',
      0xec: '↗',
      0xed: '↙',
      0xee: '↘',
      0xef: '←',
      0xf0: '→',
      0xf1: '↑',
      0xf2: '↓',
      0xfb: '✗',
      0xfc: '✓',
      0xfd: '☒',
      0xfe: '☑',
    },
  ],
  [/webdings/i, { 0x33: '◀', 0x34: '▶', 0x35: '▲', 0x36: '▼', 0x61: '✓', 0x63: '☐', 0x67: '■', 0x6e: '●', 0x72: '✗' }],
  [
    /^symbol$/i,
    {
      0xb7: '•',
      0xac: '←',
      0xad: '↑',
      0xae: '→',
      0xaf: '↓',
      0xb3: '≥',
      0xa3: '≤',
      0xb1: '±',
      0xb4: '×',
      0xb9: '≠',
      0xbb: '≈',
      0xd6: '√',
      0xde: '⇒',
    },
  ],
];

const tableOf = (font: string): Readonly<Record<number, string>> | undefined => fonts.find(([name]) => name.test(font.trim()))?.[1];

/** Whether the letters of a font are pictures. */
export const isSymbolFont = (font: string): boolean => tableOf(font) !== undefined;

/** The character that a symbol font shows, or nothing where it is not known. */
export function symbolOf(font: string, code: number): string {
  const table = tableOf(font);
  if (table) return table[code >= 0xf000 ? code - 0xf000 : code] ?? '';
  return Number.isFinite(code) && code >= 0x20 && code < 0xe000 ? String.fromCodePoint(code) : '';
}

/**
 * Text that is set in a symbol font, as the characters that are seen. Letters of such a font that are not known become nothing; its spaces
 * stay.
 */
export function symbolsIn(font: string, text: string): string {
  const isOwn = /^symbol$/i.test(font.trim());
  return [...text]
    .map((character) => {
      const code = character.codePointAt(0)!;
      if (/\s/.test(character) || (code > 0xff && code < 0xe000)) return character;
      // Figures and stops of “Symbol” are figures and stops.
      return symbolOf(font, code) || (isOwn && code < 0x80 && !/\p{L}/u.test(character) ? character : '');
    })
    .join('');
}
