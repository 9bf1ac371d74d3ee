import type { TextBlock } from '../paper/blocks.ts';
import { namesColumns } from '../body/formed-blocks.ts';
import { tableBlock } from '../paper/make-blocks.ts';

/** Blocks at the head of a plan among which its table may begin. */
const headBlocks = 3;
const longestTitle = 150;

/**
 * A plan that is one table, its title in a row over the names of the columns: the title as the title of the paper, where no other stands
 * over it.
 */
export function partTitleRow(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const at = blocks.slice(0, headBlocks).findIndex(({ form }) => form?.kind === 'table');
  const form = blocks[at]?.form;
  if (form?.kind !== 'table' || blocks.slice(0, at).some((block) => block.form?.kind !== 'paragraph' || block.form.look.strong))
    return blocks;
  const [title, heads, ...rows] = form.rows;
  if (
    !title ||
    !heads ||
    rows.length === 0 ||
    !namesColumns(heads) ||
    title.cells.length < 2 ||
    title.cells.slice(1).some(({ isJoined }) => !isJoined)
  )
    return blocks;
  const { text, markdown } = title.cells[0]!;
  const table = tableBlock(form.rows.slice(1));
  if (!table || text === '' || text.length > longestTitle || !/^\p{Lu}/u.test(text) || /[.;:]$/.test(text) || markdown.includes('<br>'))
    return blocks;
  const block: TextBlock = {
    lines: [text],
    line: -1,
    afterPageBreak: blocks[at]!.afterPageBreak,
    form: { kind: 'heading', level: 1, isTitle: true, markdown: [markdown.replaceAll('**', '')] },
  };
  return [...blocks.slice(0, at), block, table, ...blocks.slice(at + 1)];
}
