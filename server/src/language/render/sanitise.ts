import type { Element, ElementContent, Nodes, Properties, Root, RootContent } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';

const ownClasses = [
  'reference',
  'to-label',
  'to-paragraph',
  'to-appendix',
  'label',
  'status',
  'shape',
  'field',
  'fields',
  /^stage-(?:not-started|off-track|at-risk|on-track|complete|other)$/,
  'contains-task-list',
  'task-list-item',
] as const;

/** What may stand in a document, whoever wrote it. No identifiers: those that there are, are given afterwards. */
const schema: Schema = {
  strip: [
    'script',
    'style',
    'iframe',
    'object',
    'embed',
    'svg',
    'math',
    'template',
    'noscript',
    'noembed',
    'noframes',
    'title',
    'textarea',
    'select',
    'xmp',
    'plaintext',
    'audio',
    'video',
    'canvas',
    'form',
    'button',
  ],
  tagNames: [
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'p',
    'br',
    'hr',
    'div',
    'span',
    'blockquote',
    'pre',
    'code',
    'em',
    'strong',
    'b',
    'i',
    'u',
    's',
    'del',
    'ins',
    'sub',
    'sup',
    'small',
    'mark',
    'q',
    'cite',
    'abbr',
    'kbd',
    'a',
    'img',
    'ul',
    'ol',
    'li',
    'dl',
    'dt',
    'dd',
    'table',
    'caption',
    'thead',
    'tbody',
    'tfoot',
    'tr',
    'th',
    'td',
    'input',
    'figure',
    'figcaption',
  ],
  attributes: {
    '*': [['className', ...ownClasses], 'dataAnchor', 'lang', 'dir'],
    a: ['href', 'title'],
    img: ['src', 'alt', 'title'],
    ol: ['start'],
    li: ['value'],
    th: ['align', 'colSpan', 'rowSpan'],
    td: ['align', 'colSpan', 'rowSpan'],
    abbr: ['title'],
    span: [['ariaHidden', 'true']],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  ancestors: { tbody: ['table'], td: ['table'], th: ['table'], thead: ['table'], tfoot: ['table'], tr: ['table'], caption: ['table'] },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https', 'data'] },
};

/** What the page decides of links, pictures and identifiers. */
export interface PageRules {
  /** Before every identifier, so that several documents fit on one page. */
  readonly prefix: string;
  /** Where a link of the document leads here; null keeps its words alone. */
  link(url: string): string | null;
  /** Whether pictures from the web are shown. */
  readonly remotePictures: boolean;
}

/**
 * The tree with nothing in it that runs, loads from elsewhere or dresses up as something that it is not. Takes any tree; the result is a
 * new one.
 */
export function sanitise(tree: Root, rules: PageRules): Root {
  const clean = sanitize(tree, schema) as Root;
  return { ...clean, children: clean.children.flatMap((node) => finish(node, rules) as RootContent[]) };
}

function finish(node: Nodes, rules: PageRules): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element') return [];
  const children = node.children.flatMap((child) => finish(child, rules));
  const { dataAnchor, align, ...properties } = node.properties;
  if (node.tagName === 'a') return link({ ...node, properties, children }, rules);
  if (node.tagName === 'img') return picture({ ...node, properties, children }, rules);
  if (node.tagName === 'input') return [box(properties)];
  if (node.tagName === 'table') return [{ ...node, properties, children: children.map(withScopes) }];
  if (align === 'right' || align === 'center') properties['className'] = [`align-${align}`];
  if (typeof dataAnchor === 'string' && /^label-[\w.-]+$/.test(dataAnchor)) properties['id'] = rules.prefix + dataAnchor;
  return [{ ...node, properties, children }];
}

/**
 * The heads of a table say what they are the heads of, for who hears it read out: a row of nothing but heads, of columns; others of their
 * row. One that says nothing is none.
 */
function withScopes(part: ElementContent): ElementContent {
  if (part.type !== 'element') return part;
  if (part.tagName !== 'tr') return { ...part, children: part.children.map(withScopes) };
  const isHead = (cell: ElementContent): cell is Element => cell.type === 'element' && cell.tagName === 'th';
  const scope = part.children.every((cell) => cell.type !== 'element' || isHead(cell)) ? 'col' : 'row';
  return {
    ...part,
    children: part.children.map((cell) =>
      !isHead(cell)
        ? cell
        : cell.children.length === 0
          ? { ...cell, tagName: 'td' }
          : { ...cell, properties: { ...cell.properties, scope } },
    ),
  };
}

function link(element: Element, rules: PageRules): ElementContent[] {
  const { href } = element.properties;
  if (typeof href !== 'string' || href === '') return element.children;
  if (isReference(element)) return [element];
  const leads = rules.link(href);
  if (leads === null) return element.children;
  const isWeb = /^(?:https?:)?\/\//i.test(leads);
  return [{ ...element, properties: { ...element.properties, href: leads, ...(isWeb && { rel: ['noopener', 'noreferrer'] }) } }];
}

/** A link that we made of a reference: it leads where we said. */
const isReference = ({ properties }: Element): boolean =>
  Array.isArray(properties['className']) && properties['className'].includes('reference');

const rasterData = /^data:image\/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]*$/i;

/**
 * Pictures come from beside the document or stand in it. One from elsewhere is named by its words unless it was allowed, since loading it
 * would tell somebody that the paper is read.
 */
function picture(element: Element, { remotePictures }: PageRules): ElementContent[] {
  const { src, alt } = element.properties;
  const address = typeof src === 'string' ? src : '';
  const isHere =
    address !== '' &&
    !/^[\\/]{2}/.test(address.replace(/[\t\n\r]/g, '').trim()) &&
    (!/^[^/?#]*:/.test(address) || rasterData.test(address));
  if (isHere || (remotePictures && /^https:\/\//i.test(address)))
    return [{ ...element, properties: { ...element.properties, alt: typeof alt === 'string' ? alt : '' } }];
  return typeof alt === 'string' && alt !== ''
    ? [{ type: 'element', tagName: 'span', properties: { className: ['picture'] }, children: [{ type: 'text', value: alt }] }]
    : [];
}

/** A box of a list of tasks, said in words: it cannot be ticked on paper. */
const box = ({ checked }: Properties): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { className: ['box'], role: 'img', ariaLabel: checked ? 'done' : 'to do' },
  children: [{ type: 'text', value: checked ? '☑' : '☐' }],
});
