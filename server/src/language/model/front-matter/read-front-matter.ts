import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, type Document, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { Span } from '../../text/span.ts';
import { type FrontMatter, type FrontMatterField, type FrontMatterValue, noFrontMatter } from './front-matter.ts';
import { readPlainFrontMatter } from './plain-front-matter.ts';

/**
 * Front matter longer than this, in UTF-16 code units, is reported and not read: no paper needs as much, and a parser should not be fed it
 * on every keystroke.
 */
const longestYaml = 64 * 1024;
/** Brackets inside brackets beyond this depth are reported and not read. */
const deepestNesting = 32;
/** One slip can make a parser complain about every line after it; the first few say enough. */
const mostProblems = 8;

type Problem = FrontMatter['problems'][number];
type Item = FrontMatterField['items'][number];

/**
 * Reads the front matter block: the text from the first line `---` to the line `---` or `...` that ends it, and whatever white space
 * follows. Dates and anything else that would lose a character as a number stay text as written. Never throws: what YAML cannot read is a
 * problem at its place, and the fields around it are there all the same.
 *
 * @param readsPlain for tests that compare what is read without the YAML parser with what that makes of it.
 */
export function readFrontMatter(text: string, readsPlain = true): FrontMatter {
  const fences = findFences(text);
  if (!fences) return noFrontMatter;
  const { span, yamlSpan } = fences;
  const yaml = text.slice(yamlSpan.start, yamlSpan.end);
  const plain = readsPlain && yaml.length <= longestYaml ? readPlainFrontMatter(yaml, yamlSpan.start) : null;
  if (plain) return { span, yamlSpan, fields: plain, problems: [] };
  const refuse = (message: string): FrontMatter => ({
    span,
    yamlSpan,
    fields: new Map(),
    problems: [{ message, span: firstLine(text, yamlSpan) }],
  });
  if (yaml.length > longestYaml)
    return refuse('The front matter is too long to be read. Keep only the lines that describe the document, and move the rest below it.');
  if (nestingOf(yaml) > deepestNesting) return refuse('There are too many brackets inside brackets in the front matter for it to be read.');
  try {
    return readYaml(yaml, span, yamlSpan);
  } catch {
    // The YAML parser gave up altogether (nesting that no officer writes): the document around it is still read.
    return refuse('The front matter cannot be read. Write one "name: value" on each line.');
  }
}

function findFences(text: string): { span: Span; yamlSpan: Span } | null {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const opening = lineAt(text, start);
  if (!isFence(text, start, opening.end)) return null;
  for (let at = opening.next; at < text.length;) {
    const line = lineAt(text, at);
    if (isFence(text, at, line.end) || isFence(text, at, line.end, '...'))
      return { span: { start, end: line.end }, yamlSpan: { start: opening.next, end: at } };
    at = line.next;
  }
  return null;
}

function lineAt(text: string, start: number): { end: number; next: number } {
  let end = start;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  const next = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : Math.min(end + 1, text.length);
  return { end, next };
}

const isFence = (text: string, start: number, end: number, fence = '---'): boolean =>
  text.startsWith(fence, start) && text.slice(start + fence.length, end).trim() === '';

function firstLine(text: string, { start, end }: Span): Span {
  return { start, end: Math.min(lineAt(text, start).end, end) };
}

function nestingOf(yaml: string): number {
  let depth = 0;
  let deepest = 0;
  let marks = 0;
  for (let at = 0; at < yaml.length; at++) {
    const character = yaml[at]!;
    if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth);
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    // "- - - -" opens a list inside a list inside a list.
    if ((character === '-' || character === '?') && yaml[at + 1] === ' ') deepest = Math.max(deepest, ++marks);
    else if (character !== ' ') marks = 0;
  }
  return deepest;
}

function readYaml(yaml: string, span: Span, yamlSpan: Span): FrontMatter {
  const whole = readEntries(yaml, yamlSpan.start);
  if (whole.problems.length === 0) return { span, yamlSpan, ...whole };
  // A parser that stumbles loses what comes after. Each field read by itself keeps a slip to its own line.
  const fields = new Map<string, FrontMatterField>();
  const problems: Problem[] = [];
  for (const { start, end } of entriesOf(yaml)) {
    const part = readEntries(yaml.slice(start, end), yamlSpan.start + start);
    problems.push(...part.problems);
    for (const field of part.fields.values()) addField(fields, field, problems);
  }
  return { span, yamlSpan, fields, problems: problems.slice(0, mostProblems) };
}

/** A line at the margin that starts with a name and a colon. */
const entryStart = /^[^\s#:"'{[\]}-][^:\n\r]{0,200}:(?=\s|$)/;

/** The YAML, divided before each line that names a field. */
function entriesOf(yaml: string): readonly Span[] {
  const starts = [0];
  for (let at = 0; at < yaml.length;) {
    const line = lineAt(yaml, at);
    if (at > 0 && entryStart.test(yaml.slice(at, Math.min(line.end, at + 300)))) starts.push(at);
    at = line.next;
  }
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? yaml.length }));
}

function readEntries(yaml: string, base: number): { fields: Map<string, FrontMatterField>; problems: readonly Problem[] } {
  // A lone carriage return ends a line in Markdown, not in YAML.
  const document = parseDocument(yaml.replace(/\r(?!\n)/g, '\n'), {
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const reading: Reading = { yaml, base, problems: [], faults: faultsOf(document, yaml, base) };
  const { contents } = document;
  const fields = isMap(contents) ? readMap(contents, reading, 0) : new Map<string, FrontMatterField>();
  if (contents !== null && !isMap(contents) && reading.faults.length === 0) {
    const text = yaml.trim();
    const start = base + yaml.indexOf(text);
    reading.problems.push({
      message: 'The front matter must be made of lines "name: value".',
      span: { start, end: start + lineAt(text, 0).end },
    });
  }
  return {
    fields,
    problems: [...reading.faults, ...reading.problems].toSorted((a, b) => a.span.start - b.span.start).slice(0, mostProblems),
  };
}

function addField(fields: Map<string, FrontMatterField>, field: FrontMatterField, problems: Problem[]): void {
  if (fields.has(field.key))
    problems.push({
      message: `"${field.key}" stands here a second time. Only the first one counts: remove one of them.`,
      span: field.keySpan,
    });
  else fields.set(field.key, field);
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

interface Reading {
  readonly yaml: string;
  /** Offset of the YAML in the document. */
  readonly base: number;
  /** What this reader does not accept though YAML does. */
  readonly problems: Problem[];
  /** What the parser could not read. */
  readonly faults: readonly Problem[];
}

function faultsOf(document: Document, yaml: string, base: number): readonly Problem[] {
  const seen = new Set<number>();
  const faults: Problem[] = [];
  for (const { code, pos, message } of document.errors) {
    const start = Math.max(0, Math.min(pos[0], yaml.length));
    const line = yaml.slice(0, start).split('\n').length;
    if (seen.has(line)) continue; // what a parser says second about a line is about its own confusion
    seen.add(line);
    const quote = code === 'MISSING_CHAR' && message.includes('quote') ? yaml.search(/["']/) : -1;
    const span =
      quote >= 0
        ? { start: quote, end: lineAt(yaml, quote).end }
        : code === 'BLOCK_AS_IMPLICIT_KEY'
          ? { start, end: lineAt(yaml, start).end }
          : visible(yaml, start, pos[1]);
    faults.push({ message: inPlainWords(code, message), span: moved(span, base) });
    if (faults.length === mostProblems) break;
  }
  return faults;
}

/** The fault's own characters; where it lies in white space or at the end, the last characters before it that can be seen. */
function visible(yaml: string, start: number, end: number): Span {
  const last = Math.min(Math.max(end, start + 1), lineAt(yaml, start).end);
  if (/[^ \r\n]/.test(yaml.slice(start, last))) return { start, end: last };
  let to = start;
  while (to > 0 && /\s/.test(yaml[to - 1]!)) to--;
  let from = to;
  while (from > 0 && !/\s/.test(yaml[from - 1]!)) from--;
  return { start: from, end: to };
}

function inPlainWords(code: string, message: string): string {
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'There is a second colon on this line. Put the whole value in quotation marks.';
    case 'MULTILINE_IMPLICIT_KEY':
      return 'This line has no "name:" of its own, or there is no space after its colon. Write "name: value".';
    case 'MISSING_CHAR':
      if (message.includes('quote')) return 'A quotation mark is opened here and not closed.';
      if (message.includes('map value') || message.includes(':'))
        return 'This line has no "name:" of its own, or there is no space after its colon. Write "name: value".';
      return 'A bracket is opened and not closed, or a comma is missing.';
    case 'TAB_AS_INDENT':
      return 'This line starts with a tab. Use spaces.';
    case 'BAD_INDENT':
      return 'This line does not line up with the ones above it.';
    case 'BAD_SCALAR_START':
      return 'A value cannot start with this character. Put the value in quotation marks.';
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
      return 'A value cannot start with *. Put the value in quotation marks.';
    case 'BAD_DQ_ESCAPE':
      return 'There is a backslash between these quotation marks. Use single quotation marks, or write two backslashes.';
    case 'MULTIPLE_DOCS':
      return 'The front matter has a line that divides it in two. Remove that line.';
    default:
      return 'This line of the front matter cannot be read. Write "name: value", and put a value with unusual characters in quotation marks.';
  }
}

function readMap(map: YAMLMap, reading: Reading, depth: number): Map<string, FrontMatterField> {
  const fields = new Map<string, FrontMatterField>();
  for (const pair of map.items) {
    if (!isPair(pair)) continue;
    const field = readPair(pair as Pair<unknown, unknown>, reading, depth);
    if (field) addField(fields, field, reading.problems);
  }
  return fields;
}

function readPair({ key, value }: Pair<unknown, unknown>, reading: Reading, depth: number): FrontMatterField | null {
  if (!isScalar(key) || !key.range) return null;
  const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
  if (name.trim() === '') return null;
  const keySpan = moved({ start: key.range[0], end: key.range[1] }, reading.base);
  const read = readValue(value, reading, depth);
  const valueSpan = read.span ?? afterColon(reading, keySpan.end);
  const field = { key: name, keySpan, value: read.value, valueSpan, fields: read.fields, items: read.items };
  return depth === 0 ? mended(field, reading) : field;
}

/** A line that YAML stumbled over ("title: Visit: what was found") still says something: all that stands after its first colon. */
function mended(field: FrontMatterField, reading: Reading): FrontMatterField {
  const { keySpan, valueSpan } = field;
  const stumbled = reading.faults.some(({ span }) => span.start >= keySpan.start && span.start < Math.max(valueSpan.end, keySpan.end + 1));
  if (!stumbled) return field;
  const from = keySpan.end - reading.base;
  const line = reading.yaml.slice(from, lineAt(reading.yaml, from).end);
  const colon = line.indexOf(':');
  const text = line.slice(colon + 1).trim();
  if (colon < 0 || text === '') return field;
  const start = keySpan.end + line.indexOf(text, colon + 1);
  return { ...field, value: text, valueSpan: { start, end: start + text.length }, fields: new Map(), items: [] };
}

function afterColon({ yaml, base }: Reading, keyEnd: number): Span {
  const { end } = lineAt(yaml, keyEnd - base);
  const colon = yaml.indexOf(':', keyEnd - base);
  const at = base + (colon < 0 || colon >= end ? keyEnd - base : colon + 1);
  return { start: at, end: at };
}

interface ReadValue {
  readonly value: FrontMatterValue;
  readonly span: Span | null;
  readonly fields: ReadonlyMap<string, FrontMatterField>;
  readonly items: readonly Item[];
}

function readValue(node: unknown, reading: Reading, depth: number): ReadValue {
  const nothing: ReadValue = { value: null, span: null, fields: new Map(), items: [] };
  if (isAlias(node)) {
    const span = node.range ? moved({ start: node.range[0], end: node.range[1] }, reading.base) : null;
    if (span && !reading.faults.some((fault) => fault.span.start === span.start)) {
      reading.problems.push({ message: 'A value cannot start with *. Put the value in quotation marks.', span });
    }
    return { ...nothing, span };
  }
  if (isScalar(node)) return { ...nothing, value: scalarValue(node), span: spanOf(node, reading) };
  if (depth >= deepestNesting) return nothing;
  if (isMap(node)) {
    const fields = readMap(node, reading, depth + 1);
    const value = Object.fromEntries([...fields].map(([key, field]) => [key, field.value]));
    return { value, span: spanOf(node, reading), fields, items: [] };
  }
  if (isSeq(node)) {
    const items = node.items.map((item): Item => {
      const read = readValue(item, reading, depth + 1);
      return {
        value: read.value,
        span: read.span ?? spanOf(node, reading) ?? { start: reading.base, end: reading.base },
        fields: read.fields,
      };
    });
    return { value: items.map(({ value }) => value), span: spanOf(node, reading), fields: new Map(), items };
  }
  return nothing;
}

/** A number that would not be written back as it stands (`01632 960001`, `1.10`) stays text: it is a telephone number or a version. */
function scalarValue({ value, source }: Scalar): FrontMatterValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  const asWritten = source?.trim();
  if (typeof value === 'number' || typeof value === 'boolean')
    return asWritten === undefined || String(value) === asWritten ? value : asWritten;
  return asWritten ?? String(value);
}

function spanOf(node: { range?: readonly [number, number, number] | null | undefined }, { yaml, base }: Reading): Span | null {
  if (!node.range) return null;
  const [start] = node.range;
  let end = node.range[1];
  while (end > start && /\s/.test(yaml[end - 1]!)) end--;
  return end > start ? { start: start + base, end: end + base } : null;
}
