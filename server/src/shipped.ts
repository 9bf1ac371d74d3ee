import { rulePagePath } from './language/rules/documentation.ts';
import type { RuleName } from './language/rules/rule.ts';
import { english, readTranslation, wordsOf, type Words } from './language/words.ts';

// What comes with the program beside its code. `home` is the address of the project's folder, or of the installed extension's, with a
// slash at its end.

/** Address of a rule's page. */
export const rulePageIn = (home: string, rule: RuleName): string => `${home}docs/rules/${rulePagePath(rule)}`;

/** Address of the server's words in a language. */
export const translationIn = (home: string, language: string): string => `${home}server/l10n/${language}.json`;

/**
 * The words for a locale such as `cy` or `cy-GB`; null where there are none in its language. Nothing is read for English. `read` gives
 * the text of a file, or null.
 */
export async function readWords(
  locale: string,
  home: () => string | null,
  read: (address: string) => Promise<string | null>,
): Promise<Words | null> {
  const language = /^[a-z]{2,3}(?![a-z])/i.exec(locale)?.[0].toLowerCase();
  if (language === 'en') return english;
  const folder = language === undefined ? null : home();
  const text = language === undefined || folder === null ? null : await read(translationIn(folder, language));
  const translation = text === null ? null : readTranslation(text);
  return translation && wordsOf(translation);
}
