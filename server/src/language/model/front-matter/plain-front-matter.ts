import type { FrontMatterField, FrontMatterValue } from './front-matter.ts';

type Item = FrontMatterField['items'][number];

/** A name, a colon, and a value or nothing; then the end of the line. What stands further in than the margin belongs to the line above. */
const namedLine = /( *)([A-Za-z](?:[A-Za-z0-9_ -]*[A-Za-z0-9_-])?):(?: +([^ \n\r][^\n\r]*))?[ ]*(?:\r?\n|$)/y;
/** One of a list. */
const listedLine = /( +)- +([^ \n\r][^\n\r]*)(?:\r?\n|$)/y;

/**
 * A value that begins as words, a figure or a day do, and has nothing in it that YAML makes more of: letters and marks of English papers.
 */
const plainValue = /^[A-Za-zÀ-ɏ\d(£“‘](?:[ -"$-9;-~¡-ɏ‐-‧€]|:(?=[^ ])|(?<=[^ ])#)*$/;
/** Words that YAML takes for something else. */
const notText = /^(?:null|true|false|inf|nan)$/i;
const figures = /^(?:0|[1-9]\d{0,14})$/;
const day = /^\d{4}-\d{2}-\d{2}(?:\/\d{4}-\d{2}-\d{2})?$/;

/**
 * The fields of front matter that is written as nearly all of it is: a name and a value on each line, and, further in, fields or a list
 * that belong to a name. Exactly what the YAML parser makes of it, in a fraction of the time; null where there is anything else.
 *
 * @param base offset of the YAML in the document.
 */
export function readPlainFrontMatter(yaml: string, base: number): Map<string, FrontMatterField> | null {
  const fields = new Map<string, FrontMatterField>();
  for (let at = 0; at < yaml.length;) {
    const line = readNamedLine(yaml, at, base);
    if (!line || line.indent > 0 || fields.has(line.field.key)) return null;
    at = line.end;
    if (line.field.value !== null || yaml[at] !== ' ') {
      fields.set(line.field.key, line.field);
      continue;
    }
    const inside = readFieldsInside(yaml, at, base, line.field) ?? readListInside(yaml, at, base, line.field);
    if (!inside) return null;
    fields.set(inside.field.key, inside.field);
    at = inside.end;
  }
  return fields;
}

interface Line {
  readonly indent: number;
  readonly field: FrontMatterField;
  /** Where the next line begins. */
  readonly end: number;
}

const noFields: FrontMatterField['fields'] = new Map();
const noItems: FrontMatterField['items'] = [];

function readNamedLine(yaml: string, at: number, base: number): Line | null {
  namedLine.lastIndex = at;
  const match = namedLine.exec(yaml);
  if (!match) return null;
  const [all, margin, key, written] = match as unknown as [string, string, string, string | undefined];
  const start = base + at + margin.length;
  const keySpan = { start, end: start + key.length };
  const colon = keySpan.end + 1;
  const end = at + all.length;
  if (notText.test(key)) return null;
  if (written === undefined)
    return {
      indent: margin.length,
      field: { key, keySpan, value: null, valueSpan: { start: colon, end: colon }, fields: noFields, items: noItems },
      end,
    };
  const text = written.trimEnd();
  const value = valueOf(text);
  if (value === null) return null;
  const from = base + yaml.indexOf(written, colon - base);
  return {
    indent: margin.length,
    field: { key, keySpan, value, valueSpan: { start: from, end: from + text.length }, fields: noFields, items: noItems },
    end,
  };
}

/** What a value is; null where YAML may make something else of it than what it says. */
function valueOf(text: string): FrontMatterValue {
  if (!plainValue.test(text) || text.endsWith(':') || notText.test(text)) return null;
  if (!/^\d/.test(text) || text.includes(' ') || day.test(text)) return text;
  return figures.test(text) ? Number(text) : null;
}

interface Inside {
  readonly field: FrontMatterField;
  readonly end: number;
}

function readFieldsInside(yaml: string, from: number, base: number, owner: FrontMatterField): Inside | null {
  const fields = new Map<string, FrontMatterField>();
  let indent = 0;
  let at = from;
  let end = base + from;
  while (yaml[at] === ' ') {
    const line = readNamedLine(yaml, at, base);
    if (!line || line.field.value === null || fields.has(line.field.key) || (indent > 0 && line.indent !== indent)) return null;
    ({ indent, end: at } = line);
    fields.set(line.field.key, line.field);
    end = line.field.valueSpan.end;
  }
  const [first] = fields.values();
  if (!first) return null;
  const value = Object.fromEntries([...fields].map(([key, field]) => [key, field.value]));
  return { field: { ...owner, value, valueSpan: { start: first.keySpan.start, end }, fields }, end: at };
}

function readListInside(yaml: string, from: number, base: number, owner: FrontMatterField): Inside | null {
  const items: Item[] = [];
  let indent = 0;
  let at = from;
  while (yaml[at] === ' ') {
    listedLine.lastIndex = at;
    const match = listedLine.exec(yaml);
    if (!match) return null;
    const [all, margin, written] = match as unknown as [string, string, string];
    const text = written.trimEnd();
    const value = valueOf(text);
    // "- name: value" is a field inside a list.
    if (value === null || /:(?: |$)/.test(text) || (indent > 0 && margin.length !== indent)) return null;
    indent = margin.length;
    const start = base + yaml.indexOf(written, at + margin.length + 1);
    items.push({ value, span: { start, end: start + text.length }, fields: noFields });
    at += all.length;
  }
  return {
    field: {
      ...owner,
      value: items.map((item) => item.value),
      valueSpan: { start: base + from + indent, end: items.at(-1)!.span.end },
      items,
    },
    end: at,
  };
}
