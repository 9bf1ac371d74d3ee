import type { DocumentView } from '../../model/view.ts';
import { lineEndingOf } from '../../rules/insertion.ts';
import type { RuleName } from '../../rules/rule.ts';
import type { Snapshot } from '../../snapshot.ts';
import { firstInContainer } from '../../syntax/containers.ts';
import { startOf } from '../../syntax/layout.ts';
import type { TextEdit } from '../../text/span.ts';
import { lineAt, lineBefore, type Line } from '../as-written/lines.ts';

/** What stands for the reason until the officer writes one. */
const reason = 'say why';

/**
 * The comment that leaves a rule out at the line of an offset (dialect.md part 12), put where it changes nothing of what the
 * document looks like: on a line of its own before the line, but before the whole table for a row, and at the end of the line
 * before where a paragraph would otherwise fall in two. Null in the front matter, where no comment of ours can stand.
 */
export function silenceNextLine({ view, model }: Snapshot, offset: number, rule: RuleName): TextEdit | null {
  if (offset < endOfHead({ view, model })) return null;
  let line = lineAt(view, offset);
  if (!line) return null;
  if (line.block.kind === 'table-row') line = headerLine(view, line);
  const comment = `<!-- inspection-response-disable-next-line ${rule}: ${reason} -->`;
  const above = lineBefore(view, line);
  if (above && continuesParagraph(line, above)) return insertion(above.span.end, ` ${comment}`);
  return insertion(line.span.start, `${indentationBefore(line, above)}${comment}${lineEndingOf(view)}`);
}

/** The comment that leaves a rule out in the whole document, behind the front matter. */
export function silenceInFile({ view, model }: Snapshot, rule: RuleName): TextEdit {
  const ending = lineEndingOf(view);
  const comment = `<!-- inspection-response-disable-file ${rule}: ${reason} -->`;
  const end = endOfHead({ view, model });
  const line = end > 0 ? lineAt(view, end - 1) : null;
  const at = line ? line.span.end : 0;
  const atStart = at === 0;
  return insertion(
    at,
    atStart ? `${comment}${ending}${ending}` : `${ending}${ending}${comment}${followedByBlankLine(view, at) ? '' : ending}`,
  );
}

/** Where the front matter ends, or the lines of one that was never closed; 0 where there is none. */
function endOfHead({ view, model: { frontMatter } }: Pick<Snapshot, 'view' | 'model'>): number {
  if (frontMatter.span || frontMatter.problems.length === 0) return frontMatter.span?.end ?? 0;
  return startOf(view.layout, 1) + view.layout.syntax.blocks[1]!.text.trimEnd().length;
}

const insertion = (at: number, newText: string): TextEdit => ({ span: { start: at, end: at }, newText });

function followedByBlankLine(view: DocumentView, at: number): boolean {
  const rest = view.slice({ start: at, end: Math.min(at + 200, view.layout.syntax.length) });
  return rest.trim() === '' || /^(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/.test(rest);
}

function headerLine(view: DocumentView, row: Line): Line {
  const { blocks } = view.layout.syntax;
  const first = firstInContainer(blocks, row.index);
  const base = startOf(view.layout, first);
  return lineAt(view, base + (/\S/.exec(blocks[first]!.text)?.index ?? 0))!;
}

const startsSomething = /^\s*(?:[-*+](?:\s|$)|\d{1,9}[.)](?:\s|$)|#{1,6}(?:\s|$)|>|\||<!--|```|~~~)/;

/** Whether a line goes on with the paragraph of the line above it. */
const continuesParagraph = (line: Line, above: Line): boolean =>
  line.inBlock > 0 &&
  above.index === line.index &&
  above.text.trim() !== '' &&
  !/^\s*(?:#{1,6}\s|<!--|\||```|~~~)/.test(above.text) &&
  !startsSomething.test(line.text);

/** An item inside a list keeps the list whole when the comment is indented as the text of the item before it. */
function indentationBefore(line: Line, above: Line | null): string {
  const own = /^\s*/.exec(line.text)![0];
  if (line.block.kind !== 'list-item' || line.block.opensContainer || line.inBlock > 0 || !above) return own;
  const marker = /^\s*(?:[-*+]|\d{1,9}[.)])\s/.exec(line.text)?.[0];
  return marker ? ' '.repeat(marker.length) : own;
}
