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
  // The list itself was left out as belonging to the page.
  if (headOnly && blocks[start]!.form?.kind === 'heading' && blocks[start + 1]?.form?.kind === 'heading') return { blocks: [...blocks.slice(0, start), ...blocks.slice(start + 1)], lines: [joined(blocks[start]!)] };
  const linked = headOnly ? namedBelow(blocks, start + 1) : [];
  if (linked.length >= fewest) return { blocks: [...blocks.slice(0, start), ...blocks.slice(start + 1 + linked.length)], lines: blocks.slice(start, start + 1 + linked.length).map(joined) };
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

/** The items right under the word “Contents” that are headings of the paper: the list of links at the head of a web page. */
function namedBelow(blocks: readonly TextBlock[], from: number): readonly TextBlock[] {
  const plain = (block: TextBlock) => joined(block).replace(/^(?:\d+(?:\.\d+)*[.)]?)\s+/, '').toLowerCase();
  const after = blocks.slice(from).findIndex(({ form }) => form?.kind !== 'item');
  if (after < 0) return [];
  const headings = new Set(blocks.slice(from + after).filter(({ form }) => form?.kind === 'heading').map(plain));
  const items = blocks.slice(from, from + after);
  return items.every((item) => headings.has(plain(item))) ? items : [];
}
