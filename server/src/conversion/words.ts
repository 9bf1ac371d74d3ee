/**
 * Words in lower case: letters and figures of every script, whatever stands between them. A word in a script that nobody thought of is none
 * the less a word.
 */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** What is the same for texts of the same words. */
export const wordsAlone = (text: string): string => wordsOf(text).join(' ');
