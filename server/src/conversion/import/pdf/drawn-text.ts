/** The letters of ligatures (fi, fl, ff, ffi, tt …) with their bytes the wrong way round. */
const turnedLetters = /[\u6600\u6800\u6900\u6A00\u6B00\u6C00\u7400]{2,}/g;

/** “ffi” where the last two are one more ligature, of which a program named only half. */
const turnedFfi = /\u6600\uCF00/g;

/**
 * Letters as they are seen: hyphens that are soft elsewhere, and ligatures whose letters a program named with their bytes the wrong way
 * round (“昀椀” for “fi”).
 */
export const drawnText = (text: string): string =>
  text
    .replaceAll('\u00AD', '\u2010')
    .replace(turnedFfi, 'ffi')
    .replace(turnedLetters, (letters) => [...letters].map((letter) => String.fromCharCode(letter.charCodeAt(0) >> 8)).join(''));
