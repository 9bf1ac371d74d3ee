import { decoded, type DocumentAddress } from '../text/document-address.ts';

/**
 * Whether a document is left out by the configuration. A pattern is a path from the folder of the configuration file, or from any
 * folder below it, with `*` for any part of a name, `**` for any folders and `?` for one character; a folder's name leaves out all
 * that is in it. Linear in pattern and path, so that no pattern can hang.
 */
export function isExcluded(patterns: readonly string[], address: DocumentAddress): boolean {
  if (patterns.length === 0) return false;
  const parts = decoded(address)
    .split('/')
    .filter((part) => part !== '');
  return patterns.some((pattern) => {
    const wanted = pattern
      .replaceAll('\\', '/')
      .split('/')
      .filter((part) => part !== '' && part !== '.');
    if (wanted.length === 0) return false;
    return matches(['**', ...wanted, '**'], parts);
  });
}

/** Parts against parts, `**` for any number of them; remembers the last `**` to go back to, as wildcard matching does. */
function matches(pattern: readonly string[], parts: readonly string[]): boolean {
  return wild(
    pattern,
    parts,
    (wanted) => wanted === '**',
    (wanted, part) =>
      wild(
        [...wanted],
        [...part],
        (one) => one === '*',
        (one, other) => one === '?' || one === other,
      ),
  );
}

function wild<T>(
  pattern: readonly T[],
  text: readonly T[],
  isAny: (wanted: T) => boolean,
  isSame: (wanted: T, found: T) => boolean,
): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let from = 0;
  while (t < text.length) {
    if (p < pattern.length && isAny(pattern[p]!)) {
      star = p++;
      from = t;
    } else if (p < pattern.length && isSame(pattern[p]!, text[t]!)) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++from;
    } else return false;
  }
  while (p < pattern.length && isAny(pattern[p]!)) p++;
  return p === pattern.length;
}
