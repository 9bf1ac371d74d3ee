import type { Nodes, Root } from 'mdast';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified()
  .use(remarkParse)
  .data('micromarkExtensions', [gfmTable(), gfmTaskListItem(), gfmStrikethrough(), gfmAutolinkLiteral()])
  .data('fromMarkdownExtensions', [
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    { ...gfmAutolinkLiteralFromMarkdown(), transforms: [] },
  ])
  .freeze();

/**
 * What the parser must equal: the whole text in one go through plain unified and remark-parse, with front matter cut off by a plain search.
 */
export function referenceTree(text: string): Root {
  const opening = /^\ufeff?---[ \t\v\f\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\u1680]*(?:\r\n|\n|\r)/.exec(text);
  const mark = text.startsWith('\ufeff') ? 1 : 0;
  let front = 0;
  if (opening) {
    const lines = text.slice(opening[0].length).split(/(?<=\r\n|\n|\r(?!\n))/);
    const closing = lines.findIndex((line) => ['---', '...'].includes(line.trimEnd()));
    if (closing >= 0) front = opening[0].length + lines.slice(0, closing + 1).join('').length;
  }
  const rest = text.slice(front > 0 ? front : mark);
  // micromark drops a byte-order mark that opens what it is given; here it is a character like others, but for one that opens the document
  const tree = processor.parse(rest.startsWith('\ufeff') ? `\ufeff${rest}` : rest);
  const above = (text.slice(0, front).match(/\r\n|\n|\r/g) ?? []).length;
  for (const node of every(tree)) {
    for (const point of [node.position!.start, node.position!.end]) {
      if (point.line === 1 && front === 0) point.column += mark;
      point.line += above;
      point.offset! += front > 0 ? front : mark;
    }
  }
  tree.position!.start = { line: 1, column: 1, offset: 0 };
  // Where nothing stands behind the front matter, its last line is the document's.
  if (rest === '') tree.position!.end.column = /[^\r\n]*$/.exec(text)![0].length + 1;
  // Behind an item with nothing in it, a paragraph that begins with a box marks what is around it, here the root, which means nothing.
  Reflect.deleteProperty(tree, 'checked');
  return tree;
}

function* every(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* every(child);
}
