import { findNodeAtLocation, modify, parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { HouseStyleDefinition } from '../house-styles/definition.ts';
import { applyEdits, span, type TextEdit } from '../text/span.ts';

/** Why a house style cannot be put into a configuration file. */
export type InsertionProblem = 'unreadable' | 'exists';

/**
 * Edits that put a house style into a configuration file, under its name. Nothing that stands there is touched: neither comments nor the
 * way in which it is written. An empty text, as of a file that is not there yet, becomes a whole file. Never throws.
 */
export function insertHouseStyle(text: string, { name, ...definition }: HouseStyleDefinition): readonly TextEdit[] | InsertionProblem {
  // A byte-order mark is read as white space, so that places stay right.
  const content = text.replace(/^\uFEFF/, ' ');
  if (content.trim() === '')
    return [
      {
        span: span(text.startsWith('\uFEFF') ? 1 : 0, text.length),
        newText: `${JSON.stringify({ houseStyles: { [name]: definition } }, null, 2)}\n`,
      },
    ];
  const errors: ParseError[] = [];
  const root = parseTree(content, errors, { allowTrailingComma: true, disallowComments: false });
  const styles = root && findNodeAtLocation(root, ['houseStyles']);
  if (errors.length > 0 || root?.type !== 'object' || (styles && styles.type !== 'object')) return 'unreadable';
  if (styles && findNodeAtLocation(styles, [name])) return 'exists';
  const edits = styles
    ? withProperty(content, styles, name, definition)
    : withProperty(content, root, 'houseStyles', { [name]: definition });
  // A comma that hides behind a comment: then rather a file written a little otherwise than one that cannot be read.
  const after: ParseError[] = [];
  parseTree(applyEdits(content, edits), after, { allowTrailingComma: true, disallowComments: false });
  return after.length === 0
    ? edits
    : modify(content, ['houseStyles', name], definition, { formattingOptions: { insertSpaces: true, tabSize: 2 } }).map(
        ({ offset, length, content: newText }) => ({ span: span(offset, offset + length), newText }),
      );
}

/** The object with one property more, behind its last one. */
function withProperty(text: string, object: Node, key: string, value: object): readonly TextEdit[] {
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  const unit = unitOf(text);
  const outer = indentationAt(text, object.offset);
  const last = object.children?.at(-1);
  const inner = (last && startsItsLine(text, last.offset) ? indentationAt(text, last.offset) : null) ?? `${outer}${unit}`;
  const property = `${JSON.stringify(key)}: ${JSON.stringify(value, null, unit)}`.split('\n').join(`${ending}${inner}`);
  const insertion = (at: number, newText: string): TextEdit => ({ span: span(at, at), newText });
  if (!last) return [insertion(object.offset + 1, `${ending}${inner}${property}${ending}${outer}`)];
  const end = last.offset + last.length;
  const comma = /^\s*,/.exec(text.slice(end, end + 200))?.[0].length ?? 0;
  // A comment at the end of the line belongs to what stands before it.
  const rest = text.slice(end + comma, lineEnd(text, end + comma));
  const isComment = /^\s*(?:$|\/\/)/.test(rest);
  const at = isComment ? end + comma + rest.length : end + comma;
  const added = `${ending}${inner}${property}${comma > 0 ? ',' : ''}`;
  if (comma > 0) return [insertion(at, added)];
  return at === end ? [insertion(end, `,${added}`)] : [insertion(end, ','), insertion(at, added)];
}

function lineEnd(text: string, from: number): number {
  const end = text.slice(from).search(/[\r\n]/);
  return end < 0 ? text.length : from + end;
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

const startsItsLine = (text: string, offset: number): boolean => text.slice(lineStart(text, offset), offset).trim() === '';

const indentationAt = (text: string, offset: number): string => /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))![0];

/** By how much the file moves in: a tab, or the spaces of the first line that has some; two where none has. */
const unitOf = (text: string): string => /^(\t| {1,8}(?=[^ ]))/m.exec(text.replace(/^\s+/, ''))?.[1] ?? '  ';
