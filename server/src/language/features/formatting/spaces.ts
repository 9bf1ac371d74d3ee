import type { Nodes } from 'mdast';
import type { Block } from '../../syntax/syntax.ts';
import { walk } from '../../syntax/walk.ts';
import { trimmed } from '../as-written/table-cells.ts';
import type { SourceLine } from '../as-written/source-lines.ts';

/** How many blank lines follow a block: exactly so many, or as many as there are but no more than one. */
export type BlankLinesBehind = 'one' | 'none' | 'at-most-one';

/**
 * The lines of a block without spaces at their ends and without a second blank line in a row. Code and HTML stay as they are, and so does a
 * forced line break.
 */
export function tidyLines(
  block: Block,
  lines: readonly SourceLine[],
  behind: BlankLinesBehind,
  ending: SourceLine['ending'],
): readonly SourceLine[] {
  const { kept, breaks } = linesToKeep(block);
  const tidy = lines.map((line, i) => (kept.has(i) ? line : { ...line, text: withoutSpacesBehind(line.text, breaks.has(i)) }));
  const single = tidy.filter((line, i) => kept.has(i) || line.text !== '' || i === 0 || kept.has(i - 1) || tidy[i - 1]!.text !== '');
  return withBlankLines(single, behind, ending);
}

function linesToKeep({ nodes }: Block): { readonly kept: ReadonlySet<number>; readonly breaks: ReadonlySet<number> } {
  const kept = new Set<number>();
  const breaks = new Set<number>();
  for (const node of nodes) {
    walk(node as Nodes, ({ type, position }) => {
      if (!position) return;
      if (type === 'break') breaks.add(position.start.line - 1);
      if (type === 'code' || type === 'html' || type === 'inlineCode')
        for (let line = position.start.line; line <= position.end.line; line++) kept.add(line - 1);
    });
  }
  return { kept, breaks };
}

/** Two spaces at the end of a line are a line break where Markdown takes them for one. */
const withoutSpacesBehind = (text: string, breaks: boolean): string => {
  const bare = text.replace(/[ \t]+$/, '');
  return breaks && text.endsWith('  ') ? `${bare}  ` : bare;
};

function withBlankLines(lines: readonly SourceLine[], behind: BlankLinesBehind, ending: SourceLine['ending']): readonly SourceLine[] {
  const last = lines.findLastIndex(({ text }) => trimmed(text) !== '');
  if (last < 0) return lines;
  const text = lines.slice(0, last + 1).with(last, { ...lines[last]!, ending: lines[last]!.ending || ending });
  const blank = lines[last + 1];
  const wanted = behind === 'one' || (behind === 'at-most-one' && blank !== undefined);
  return wanted ? [...text, { text: '', ending: blank?.ending || text.at(-1)!.ending }] : text;
}
