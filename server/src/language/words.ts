/** Values that a text is filled in with, by the name that stands for them in it: `{name}`. */
export type Data = Readonly<Record<string, string | number>>;

/**
 * What the library says to the officer, in the officer's language. The English stands where it is said, and is the key: a translation
 * is a table from it, handed in from outside.
 */
export interface Words {
  /** BCP 47: `en`, `cy`. */
  readonly language: string;
  /** A text with its `{name}`s filled in; in English where it has not been translated. */
  say(english: string, data?: Data): string;
  /** A word or a date that stands by itself, the same way as the values of a text. */
  word(english: string): string;
}

/** A translation as its file in `server/l10n/` has it. */
export interface Translation {
  readonly language: string;
  /** Whether somebody whose language it is has read it. */
  readonly reviewed: boolean;
  /** English → translation, by the rule or the part of the editor that says it; the part is for translators and means nothing to us. */
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /**
   * Words that texts are filled in with. A key may have `{name}`s of its own, `{n}` for a number; the translation of one with `{n}` may
   * be given by the plural forms of the language (CLDR).
   */
  readonly values: Readonly<Record<string, string | PluralForms>>;
}

export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

const placeholder = /\{([A-Za-z]+)\}/g;

/** A text with its `{name}`s filled in from data; those that the data does not have stay. */
export const fillIn = (text: string, data: Data): string => text.replace(placeholder, (whole, name: string) => String(data[name] ?? whole));

export const english: Words = { language: 'en', say: (text, data) => (data ? fillIn(text, data) : text), word: (text) => text };

/** The words of a translation. What stands in quotation marks, “{name}”, is the document's and stays as it is. */
export function wordsOf({ language, texts, values }: Translation): Words {
  const known = new Map(Object.values(texts).flatMap((part) => Object.entries(part)));
  const word = wordOf(values, new Intl.PluralRules(language));
  return {
    language,
    word,
    say(text, data = {}) {
      const own = known.get(text);
      if (own === undefined) return fillIn(text, data);
      return own.replace(placeholder, (whole, name: string, at: number) => {
        const filled = data[name];
        if (filled === undefined) return whole;
        const isQuoted = own[at - 1] === '“' && own[at + whole.length] === '”';
        return isQuoted ? String(filled) : word(String(filled));
      });
    },
  };
}

/** Reads a translation's file; null where it is none. */
export function readTranslation(text: string): Translation | null {
  try {
    const read = JSON.parse(text) as Partial<Translation> | null;
    return typeof read?.language === 'string' &&
      isTable(read.texts) &&
      Object.values(read.texts ?? {}).every(isTable) &&
      isTable(read.values)
      ? (read as Translation)
      : null;
  } catch {
    return null;
  }
}

const isTable = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A longer value is text of the document. In UTF-16 code units. */
const longestValue = 300;

function wordOf(values: Translation['values'], plurals: Intl.PluralRules): (value: string) => string {
  const patterns = Object.entries(values)
    .filter(([key]) => key.includes('{'))
    .map(([key, translation]) => ({ names: namesIn(key), pattern: patternOf(key), translation }));
  const translate = (value: string): string => {
    const plain = values[value];
    if (typeof plain === 'string') return plain;
    if (value.length > longestValue) return value;
    for (const { names, pattern, translation } of patterns) {
      const found = pattern.exec(value);
      if (!found) continue;
      const data = Object.fromEntries(names.map((name, i) => [name, translate(found[i + 1]!)]));
      const form = typeof translation === 'string' ? translation : (translation[plurals.select(Number(data['n']))] ?? translation.other);
      return fillIn(form, data);
    }
    return value;
  };
  return translate;
}

/** Names of the placeholders of a text, in their order. */
export const namesIn = (text: string): readonly string[] => [...text.matchAll(placeholder)].map(([, name]) => name!);

const patternOf = (key: string): RegExp =>
  new RegExp(
    `^${key
      .split(/(\{[A-Za-z]+\})/)
      .map((part) => (part === '{n}' ? '(\\d+)' : part.startsWith('{') ? '(.+?)' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
      .join('')}$`,
  );
