import data from './acronyms.json' with { type: 'json' };

/** Short → long, of what the product knows. */
export const knownAcronyms: ReadonlyMap<string, string> = new Map(Object.entries(data.known));

/** Short → everything that it can stand for, where the short form alone does not tell. */
export const ambiguousAcronyms: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(data.ambiguous));

/** Capitals that need no explanation, or that are no acronym. */
export const neverFlagged: ReadonlySet<string> = new Set(Object.values(data.neverFlag).flat());

const byCapitals: ReadonlyMap<string, string> = new Map([...knownAcronyms.keys()].map((short) => [short.toUpperCase(), short]));

/** The long form of a short one, in whatever capitals ("CiN" as "CIN"); undefined where it is not known. */
export const longFormOf = (short: string): string | undefined =>
  knownAcronyms.get(short) ?? knownAcronyms.get(byCapitals.get(short.toUpperCase()) ?? '');
