import { joined, type TextBlock } from './blocks.ts';

const head = /^(?:table of )?contents(?: page)?:?$/i;
/** An entry: words, dots or white space, the number of a page. */
const entry = /^(\S.*?)(?:[\s.…·_]*[\t.…·_ ])(\d{1,3}|[ivxl]{1,6})$/;
/** Entries that make a list of contents, and not a heading that happens to be called so. */
const fewest = 2;

/** The list of contents of a paper whose format does not mark it: taken out, because its numbers are those of other pages. */
export function withoutContents(blocks: readonly TextBlock[]): { readonly blocks: readonly TextBlock[]; readonly lines: readonly string[] } {
  const start = blocks.findIndex((block) => head.test(joined(block)) || head.test(block.lines[0]!.trim()));
  if (start < 0) return { blocks, lines: [] };
  const headOnly = head.test(joined(blocks[start]!));
  const lines: string[] = [];
  let end = start;
  let page = 0;
  for (const block of headOnly ? blocks.slice(start + 1) : [{ ...blocks[start]!, lines: blocks[start]!.lines.slice(1) }, ...blocks.slice(start + 1)]) {
    const read = block.lines.map((line) => entry.exec(line.trim()));
    const numbers = read.flatMap((found) => (found ? [Number(found[2]!)] : [])).filter((number) => !Number.isNaN(number));
    // A long entry goes over two lines; the last one has the number.
    if (!read.at(-1) || numbers.some((number, index) => number < (numbers[index - 1] ?? page))) break;
    page = numbers.at(-1) ?? page;
    lines.push(...block.lines.map((line) => line.trim().replaceAll('\t', ' ')));
    end++;
  }
  if (lines.length < fewest) return { blocks, lines: [] };
  return { blocks: [...blocks.slice(0, start), ...blocks.slice(headOnly ? end + 1 : end)], lines: [joined(blocks[start]!).replace(/^((?:table of )?contents(?: page)?:?).*$/i, '$1'), ...lines] };
}
