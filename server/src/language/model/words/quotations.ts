/** From and to, as indices of a text. */
export type Stretch = readonly [start: number, end: number];

const marks = /["“”]|(?<![A-Za-zÀ-ɏ\d])['‘](?=\S)|[’'](?![A-Za-zÀ-ɏ\d])/gu;
/** What opens, and what closes it. */
const closing: Readonly<Record<string, string>> = { '“': '”', '"': '"', '‘': '’', "'": "'" };

/**
 * Stretches of a text between quotation marks, marks included, in order and not overlapping. A curly double mark that is never closed
 * quotes to the end, as quotations of several paragraphs are written; other marks that stand alone quote nothing. Linear; never throws.
 */
export function quotationsIn(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  let open: { readonly mark: string; readonly at: number } | null = null;
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (open && closing[open.mark] === mark) {
      found.push([open.at, index + 1]);
      open = null;
    } else if (closing[mark] && (!open || isStronger(mark, open.mark))) open = { mark, at: index };
  }
  if (open?.mark === '“') found.push([open.at, text.length]);
  return found;
}

/** A double mark opens a quotation even where a single one, which may be an apostrophe, stands open. */
const isStronger = (mark: string, open: string): boolean => /["“]/.test(mark) && /['‘]/.test(open);
