import type { TextBlock } from '../paper/blocks.ts';
import { actionLabelField, readActionCard } from './action-card.ts';
import { plainLook } from '../paper/block-form.ts';
import { tableBlock } from '../paper/make-blocks.ts';
import type { TableCell, TableRow } from '../paper/block-form.ts';

/** Most lines of one action, each a label and what it says. */
const mostLines = 16;

/**
 * An action that is told in lines, “Action 1: …”, “Lead: …”, “By when: …”, each of which is a paragraph or a line of one, as the small
 * table of labels and values that other plans have for it.
 */
export function joinLabelledActions(read: readonly TextBlock[]): readonly TextBlock[] {
  const blocks = read.flatMap(headingApart).flatMap(withFieldsUnder);
  const joined: TextBlock[] = [];
  for (let at = 0; at < blocks.length;) {
    const found = actionFrom(blocks, at);
    joined.push(found?.block ?? blocks[at]!);
    at = found?.end ?? at + 1;
  }
  return joined;
}

/**
 * The line over an action that is told in lines, which in a plain text is one block with them: "2. Workforce" over "Action: …", "Owner: …".
 */
function headingApart(block: TextBlock): readonly TextBlock[] {
  const [first, ...lines] = block.lines;
  if (block.form || first === undefined || lines.length < 2 || first.includes(':') || first.includes('\t')) return [block];
  const rest: TextBlock = { ...block, lines, line: block.line + 1, afterPageBreak: false };
  const fields = fieldsOf(rest, false);
  return fields?.[0]?.isAction && fields.filter(({ isAction }) => isAction).length === 1 ? [{ ...block, lines: [first] }, rest] : [block];
}

/**
 * A line of a plain text over nothing but the fields of an action, "1.1 Launch the standards" over "Lead: …", "Target date: …", as the item
 * with fields that it is.
 */
function withFieldsUnder(block: TextBlock): readonly TextBlock[] {
  const [first = '', ...lines] = block.lines;
  if (
    block.form ||
    lines.length < 2 ||
    lines.length > mostLines ||
    first.includes('\t') ||
    /[:]\s*$|^[^:]{2,40}:\s/.test(first.trim()) ||
    first.trim().split(/\s+/).length < 3
  )
    return [block];
  const fields = lines.map((line) => {
    const found = /^([^:\t]{2,40}):\s+\S/.exec(line.trim());
    return found ? actionLabelField(found[1]!) : null;
  });
  const isAction =
    fields.every((field) => field !== null && field !== 'action') &&
    new Set(fields).size === fields.length &&
    fields.includes('owner') &&
    (fields.includes('due') || fields.includes('status'));
  if (!isAction) return [block];
  const item = (line: string, depth: number): TextBlock => ({
    ...block,
    lines: [line.trim()],
    form: { kind: 'item', depth, marker: null, look: plainLook, markdown: [line.trim()] },
  });
  return [item(first, 0), ...lines.map((line) => item(line, 1))];
}

function actionFrom(blocks: readonly TextBlock[], start: number): { readonly block: TextBlock; readonly end: number } | null {
  const rows: TableRow[] = [];
  let end = start;
  for (; end < blocks.length && rows.length < mostLines; end++) {
    const fields = fieldsOf(blocks[end]!, end === start);
    if (!fields || (end > start && fields.some(({ isAction }) => isAction))) break;
    if (end === start && !fields[0]!.isAction) return null;
    rows.push(...fields.map(({ label, value }) => ({ isHeader: false, cells: [label, value] })));
  }
  const block = readActionCard(rows) ? tableBlock(rows, blocks[start]!.afterPageBreak) : null;
  return block && { block, end };
}

/** "Action 2 – Train each worker". */
const withDash = /^(?:\*\*)?(action(?: point)? [A-Z]?\d{1,3}(?:\.\d{1,3})?)\s*[–—-]\s+(\S.*)$/is;

/** The labels and values of a block that is nothing else. */
function fieldsOf(
  { form, lines }: TextBlock,
  mayHead: boolean,
): readonly { readonly label: TableCell; readonly value: TableCell; readonly isAction: boolean }[] | null {
  if (form && form.kind !== 'paragraph' && !(mayHead && form.kind === 'heading')) return null;
  const markdown = form?.markdown ?? lines;
  const fields = markdown.map((line, index) => {
    const found =
      /^(?:\*\*)?([^:*]{2,40}?)\s*(?::\s*\*\*|\*\*\s*:|:)\s*(.*)$/s.exec(line.trim()) ??
      (mayHead && index === 0 ? withDash.exec(line.trim()) : null);
    const field = found ? actionLabelField(found[1]!) : null;
    if (!found || !field) return null;
    const words = lines[index] ?? '';
    // Markdown may have strokes before the marks of a label.
    const label = found[1]!.replace(/\\(?=[!-/:-@[-`{-~])/g, '');
    const parted = /[:–—]|\s-\s/.exec(words.slice(label.length));
    return {
      label: { text: label, markdown: found[1]! },
      value: {
        text: words
          .slice(label.length + (parted ? parted.index + 1 : 0))
          .replace(/^-/, '')
          .trim(),
        markdown: found[2]!.replace(/\*\*$/, ''),
      },
      isAction: field === 'action',
    };
  });
  return fields.every((field) => field !== null) ? fields : null;
}
