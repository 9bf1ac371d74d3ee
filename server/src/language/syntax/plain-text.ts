import type { Nodes } from 'mdast';

/**
 * The text of a node without its marks: code and the words of links kept, pictures as their alternative text, HTML tags and comments
 * dropped. White space, non-breaking spaces included, is folded to one space and trimmed. Never throws.
 */
export function plainText(node: Nodes): string {
  let text = '';
  for (const piece of piecesOf(node)) text += piece;
  return text.replace(/\s+/g, ' ').trim();
}

function* piecesOf(node: Nodes): Generator<string> {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      yield node.value;
      return;
    case 'image':
    case 'imageReference':
      if (node.alt) yield node.alt;
      return;
    case 'html':
      if (/^<br\b/i.test(node.value)) yield ' ';
      return;
    case 'break':
      yield ' ';
      return;
    default:
  }
  if (!('children' in node)) return;
  let first = true;
  for (const child of node.children) {
    if (!first && !isInline(child)) yield ' ';
    first = false;
    yield* piecesOf(child);
  }
}

const inline = new Set<Nodes['type']>([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'html',
  'link',
  'linkReference',
  'image',
  'imageReference',
]);

const isInline = (node: Nodes): boolean => inline.has(node.type);
