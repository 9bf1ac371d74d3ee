import type { FieldLayout } from '../../house-styles/house-style.ts';
import { field, type FrontMatterField } from '../../model/front-matter/front-matter.ts';
import { knownField, knownKeys, meaningOf } from '../../model/front-matter/known-fields.ts';
import type { DocumentView } from '../../model/view.ts';
import type { Snapshot } from '../../snapshot.ts';
import { decoded, folderOf } from '../../text/document-address.ts';
import { gradesHere, judgementsHere } from './judgements-here.ts';
import { lineBefore, type Line } from '../as-written/lines.ts';
import type { Completion } from './completion-item.ts';

/** Keys that are not there yet, the required ones first; or the values of the key that the cursor stands behind. */
export function completeFrontMatter(snapshot: Snapshot, line: Line, offset: number): readonly Completion[] {
  const before = line.text.slice(0, offset - line.span.start);
  if (/^\s*#/.test(before)) return [];
  const colon = line.text.indexOf(':');
  const path = parentPath(snapshot.view, line);
  if (colon >= 0 && colon < before.length)
    return completeValue(snapshot, [...path, line.text.slice(0, colon).trim().replace(/^- +/, '')], line, colon + 1);
  const item = /^\s*- +/.exec(before);
  if (item) return completeValue(snapshot, path, line, item[0].length);
  return completeKey(snapshot, path, line, before, colon);
}

/** Keys of the maps around a line, told by indentation, outermost first. */
function parentPath(view: DocumentView, line: Line): readonly string[] {
  const path: string[] = [];
  let indentation = indentationOf(line.text);
  for (let above = lineBefore(view, line); above && indentation > 0; above = lineBefore(view, above)) {
    const key = /^(\s*)([^\s:#-][^:]*):/.exec(above.text);
    if (!key || key[1]!.length >= indentation) continue;
    indentation = key[1]!.length;
    path.unshift(key[2]!.trim());
  }
  return path;
}

const indentationOf = (text: string): number => /^\s*/.exec(text)![0].length;

function completeKey(snapshot: Snapshot, path: readonly string[], line: Line, before: string, colon: number): readonly Completion[] {
  const { model } = snapshot;
  const there =
    path.length === 0 ? model.frontMatter.fields : (field(model.frontMatter, ...path)?.fields ?? new Map<string, FrontMatterField>());
  const all = model.context.layout.fields;
  const layouts = (path.length === 0 ? all : (all.find(({ key }) => key === path[0])?.fields ?? [])).toSorted(
    (a, b) => Number(a.recognisedOnly ?? false) - Number(b.recognisedOnly ?? false),
  );
  const required = layouts.filter((one) => one.required);
  const others = layouts.filter((one) => !one.required);
  const keys = [
    ...new Set([
      ...required.map(({ key }) => key),
      ...others.map(({ key }) => key),
      ...knownKeys(path),
      ...(isJudgements(path) ? judgementsHere(snapshot) : []),
    ]),
  ];
  const indentation = indentationOf(before);
  const replace = { start: line.span.start + indentation, end: colon < 0 ? line.span.end : line.span.start + colon };
  return keys
    .filter((key) => !there.has(key) || line.text.slice(indentation).startsWith(`${key}:`))
    .map((key): Completion => {
      const layout = layouts.find((one) => one.key === key);
      const known = knownField(...path, key);
      const skeleton = skeletonOf([...path, key]);
      return {
        label: key,
        kind: 'key',
        detail: layout?.required ? 'required' : (layout?.label ?? ''),
        documentation: describeField(layout, known?.description),
        insert: colon >= 0 ? key : skeleton ? `${key}:${skeleton}` : `${key}: `,
        replace,
        again:
          colon < 0 &&
          !skeleton &&
          (layout?.values !== undefined || known?.values !== undefined || key === 'house-style' || isJudgements(path)),
      };
    });
}

/** What a field is for, in the council's words first. */
export function describeField(layout: FieldLayout | undefined, general: string | undefined): string {
  return [...new Set([layout?.guidance, general])].filter(Boolean).join('\n\n');
}

function completeValue(snapshot: Snapshot, path: readonly string[], line: Line, from: number): readonly Completion[] {
  const gap = /^\s*/.exec(line.text.slice(from))![0].length;
  const replace = { start: line.span.start + from + gap, end: line.span.end };
  const space = gap === 0 && line.text[from - 1] === ':' ? ' ' : '';
  return valuesOf(snapshot, path).map(({ value, meaning, documentation }): Completion => ({
    label: value,
    kind: 'value',
    detail: meaning,
    ...(documentation && { documentation }),
    insert: space + quotedIfNeeded(value),
    replace,
    filter: space + value,
  }));
}

/** Whether the keys inside a path are names of judgements. */
const isJudgements = (path: readonly string[]): boolean => path.join('/') === 'inspection/judgements';

interface Value {
  readonly value: string;
  readonly meaning: string;
  readonly documentation?: string;
}

function valuesOf(snapshot: Snapshot, path: readonly string[]): readonly Value[] {
  const { model, configuration, today, response, words } = snapshot;
  const key = path.join('/');
  const { houseStyle, layout } = model.context;
  if (key === 'house-style') {
    return [...configuration.houseStyles.values()].map((style) => ({
      value: style.name,
      meaning: style.title,
      documentation: words.say(
        style.status === 'seen' ? 'Seen in a published document.' : 'A starting point, to be confirmed with the council.',
      ),
    }));
  }
  if (key === 'body' && houseStyle.committees.length > 0)
    return houseStyle.committees.map(({ name, kind }) => ({ value: name, meaning: kind === 'other' ? '' : kind }));
  if (isJudgements(path.slice(0, -1))) return gradesHere(snapshot).map((grade) => ({ value: grade, meaning: '' }));
  if (/^dates?(-or-period)?$/.test(knownField(...path)?.form ?? '')) return [{ value: today, meaning: words.word('today') }];
  if (key === 'responds-to') {
    const folder = folderOf(model.address);
    const others = response?.documents.filter(({ address }) => address !== model.address && address.startsWith(folder)) ?? [];
    return others.map(({ address, title }) => ({ value: decoded(address.slice(folder.length)), meaning: title ?? '' }));
  }
  const values = path.length === 1 ? layout.fields.find((one) => one.key === key)?.values : undefined;
  return (values ?? knownField(...path)?.values ?? []).map((value) => ({ value, meaning: meaningOf(path, value) }));
}

/** A value as YAML needs it written: in quotation marks where it would otherwise be read as something else than its text. */
function quotedIfNeeded(value: string): string {
  return /^[\s>|@`%&*!?{}[\]#'"-]|: |:$| #|\s$/.test(value) ? JSON.stringify(value) : value;
}

/** What is written after the colon of a key that holds a map: its first keys, each on a line of its own. */
function skeletonOf(path: readonly string[]): string | null {
  const known = knownField(...path);
  if (known?.form !== 'map' && known?.form !== 'contact') return null;
  const indentation = '  '.repeat(path.length);
  return (
    (known.fields ?? [])
      .slice(0, 4)
      .map(({ key }) => `\n${indentation}${key}: `)
      .join('') || `\n${indentation}`
  );
}
