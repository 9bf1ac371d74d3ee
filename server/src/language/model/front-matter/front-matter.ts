import type { Span } from '../../text/span.ts';

/** The YAML at the head of a document, with the place of each thing. Spans count from the start of the document. */
export interface FrontMatter {
  /** From the opening fence to the end of the closing one; null where there is no front matter. */
  readonly span: Span | null;
  /** The YAML between the fences. */
  readonly yamlSpan: Span | null;
  /** Top-level keys in the order written. */
  readonly fields: ReadonlyMap<string, FrontMatterField>;
  /** What the YAML parser could not read; the fields that it could are there all the same. */
  readonly problems: readonly { readonly message: string; readonly span: Span }[];
}

export interface FrontMatterField {
  readonly key: string;
  readonly keySpan: Span;
  /** Plain values, lists and maps; dates stay text as written. */
  readonly value: FrontMatterValue;
  /** Empty, just after the colon, where there is no value. */
  readonly valueSpan: Span;
  /** Fields of a map value, by key. */
  readonly fields: ReadonlyMap<string, FrontMatterField>;
  /** Items of a list value; `fields` of each that is a map. */
  readonly items: readonly {
    readonly value: FrontMatterValue;
    readonly span: Span;
    readonly fields: ReadonlyMap<string, FrontMatterField>;
  }[];
}

export type FrontMatterValue =
  | string
  | number
  | boolean
  | null
  | readonly FrontMatterValue[]
  | { readonly [key: string]: FrontMatterValue };

export const noFrontMatter: FrontMatter = { span: null, yamlSpan: null, fields: new Map(), problems: [] };

/** A field by path: `field(frontMatter, 'inspection', 'received')`. */
export function field(frontMatter: FrontMatter, ...path: readonly string[]): FrontMatterField | undefined {
  let fields = frontMatter.fields;
  let found: FrontMatterField | undefined;
  for (const key of path) {
    found = fields.get(key);
    if (!found) return undefined;
    fields = found.fields;
  }
  return found;
}

/** The value of a field as text, or null where it is absent, empty, a list or a map. */
export function textOf(frontMatter: FrontMatter, ...path: readonly string[]): string | null {
  const value = field(frontMatter, ...path)?.value;
  return value === undefined || value === null || typeof value === 'object' || value === '' ? null : String(value);
}

/** The values of a field that takes one or a list. */
export function textsOf(frontMatter: FrontMatter, ...path: readonly string[]): readonly { readonly text: string; readonly span: Span }[] {
  const found = field(frontMatter, ...path);
  if (!found || found.value === null || found.value === '') return [];
  if (Array.isArray(found.value))
    return found.items.flatMap(({ value, span }) => (value === null || typeof value === 'object' ? [] : [{ text: String(value), span }]));
  return typeof found.value === 'object' ? [] : [{ text: String(found.value), span: found.valueSpan }];
}
