import type { List, ListItem } from 'mdast';
import type { Block } from '../../syntax/syntax.ts';
import { linesOf, type SourceLine } from '../as-written/source-lines.ts';

/** How far the lines of an item are indented, as written and as they are to be. */
interface Indentation {
  readonly before: number;
  readonly after: number;
}

/**
 * The lines of the items of a top-level list with `-` for every bullet and what belongs to an item right under its first word; null where
 * that cannot be told line by line (tabs, two marks on one line, code that starts an item).
 */
export function formatList(items: readonly Block[]): readonly (readonly SourceLine[])[] | null {
  const numbers = items.map(({ text, nodes }) => numberOf(text, nodes[0]?.position?.start.offset ?? 0));
  const result: (readonly SourceLine[])[] = [];
  for (const [i, block] of items.entries()) {
    const [node] = block.nodes;
    const lines =
      node?.type === 'listItem' && !/^[ ]*(?:[-*+]|\d{1,9}[.)])?[ ]*\t/m.test(block.text)
        ? formatItem(block, node, countedOn(numbers, i))
        : null;
    if (!lines) return null;
    result.push(lines);
  }
  return result;
}

function formatItem(block: Block, node: ListItem, number: string | null): readonly SourceLine[] | null {
  const lines = linesOf(block.text);
  const texts = lines.map(({ text }) => text);
  const indentations: Indentation[] = [];
  const visit = (item: ListItem, indent: number, counted: string | null): boolean => {
    const { start, end } = item.position!;
    const line = start.line - 1;
    const source = lines[line]?.text ?? '';
    const from = start.column - 1;
    const match = /^([-*+]|\d{1,9}[.)])( *)(.*)$/.exec(source.slice(from));
    if (!match || source.slice(0, from).trim() !== '' || match[2]!.length > 4) return false;
    const [, mark, gap, rest] = match as unknown as [string, string, string, string];
    const marker = /\d/.test(mark) ? `${counted ?? mark.slice(0, -1)}${mark.at(-1)!}` : '-';
    texts[line] = `${' '.repeat(indent)}${marker}${rest === '' ? '' : ` ${rest}`}`;
    const indentation: Indentation = { before: from + mark.length + (rest === '' ? 1 : gap.length), after: indent + marker.length + 1 };
    for (let below = line + 1; below < end.line; below++) indentations[below] = indentation;
    return item.children.every((child) => child.type !== 'list' || visitList(child, indentation.after));
  };
  const visitList = (list: List, indent: number): boolean => {
    const numbers = list.children.map((item) => numberOf(block.text, item.position!.start.offset!));
    return list.children.every((item, i) => visit(item, indent, countedOn(numbers, i)));
  };
  if (!visit(node, 0, number)) return null;
  const starts = startLines(node);
  return lines.map((line, i) => {
    const indentation = indentations[i];
    if (starts.has(i)) return { ...line, text: texts[i]! };
    const written = /^ */.exec(line.text)![0].length;
    // What is not indented as its item goes on with a paragraph of it all the same, and stays as it is.
    return !indentation || written < indentation.before
      ? line
      : { ...line, text: ' '.repeat(written - indentation.before + indentation.after) + line.text.slice(written) };
  });
}

/** Lines on which an item begins: the item itself, and those of the lists in it. */
function startLines(node: ListItem): ReadonlySet<number> {
  const inner = node.children.flatMap((child) => (child.type === 'list' ? child.children.flatMap((item) => [...startLines(item)]) : []));
  return new Set([node.position!.start.line - 1, ...inner]);
}

const numberOf = (source: string, offset: number): string | null => /^(\d{1,9})[.)]/.exec(source.slice(offset, offset + 11))?.[1] ?? null;

/**
 * The number of an item of a list in which every item has the same number, as some write lists, so that the text says what Markdown prints
 * for it; else null. Other numbers were chosen by somebody, and something may refer to them.
 */
function countedOn(numbers: readonly (string | null)[], index: number): string | null {
  const [first] = numbers;
  return first !== null && first !== undefined && numbers.length > 1 && numbers.every((number) => number === first)
    ? String(Number(first) + index)
    : null;
}
