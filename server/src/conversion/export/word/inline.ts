import {
  Bookmark,
  ExternalHyperlink,
  ImageRun,
  InternalHyperlink,
  NumberedItemReference,
  NumberedItemReferenceFormat,
  SimpleField,
  TextRun,
  type ParagraphChild,
} from 'docx';
import type { Element, ElementContent } from 'hast';
import type { Picture } from '../pictures.ts';
import { clean } from '../xml-text.ts';
import { statusGround } from './styles.ts';

/** What the words of a paper need to know of the file that they are written into. */
export interface Words {
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Widest that a picture may be, in pixels at 96 to the inch. */
  readonly width: number;
  /** Name of the bookmark for an identifier of the page; null where nothing stands there. */
  bookmark(id: string): string | null;
  /** Whether something in the file points to an identifier. */
  isWanted(id: string): boolean;
  /** Whether Word gives the paragraph with this identifier its number. */
  countsByItself(id: string): boolean;
}

interface Look {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly strike?: boolean;
  readonly underline?: object;
  readonly subScript?: boolean;
  readonly superScript?: boolean;
  readonly font?: string;
  readonly style?: string;
  readonly shading?: { readonly fill: string; readonly type: 'clear'; readonly color: 'auto' };
}

const looks: Readonly<Record<string, Look>> = {
  strong: { bold: true },
  b: { bold: true },
  em: { italics: true },
  i: { italics: true },
  cite: { italics: true },
  q: { italics: true },
  del: { strike: true },
  s: { strike: true },
  u: { underline: {} },
  ins: { underline: {} },
  sub: { subScript: true },
  sup: { superScript: true },
  code: { font: 'Consolas' },
  kbd: { font: 'Consolas' },
};

/** Words as Word's runs, links, fields and bookmarks. */
export function inline(nodes: readonly ElementContent[], words: Words, look: Look = {}): ParagraphChild[] {
  return nodes.flatMap((node, index) => {
    const before = nodes[index - 1];
    const beginsLine = before?.type === 'element' && before.tagName === 'br';
    if (node.type === 'text') return run(beginsLine ? node.value.trimStart() : node.value, look);
    return node.type === 'element' ? element(node, words, look) : [];
  });
}

/** White space is folded as a browser folds it, and what XML cannot hold is left out. */
function run(value: string, look: Look): ParagraphChild[] {
  const text = clean(value).replace(/[ \t\r\n]+/g, ' ');
  return text === '' ? [] : [new TextRun({ ...look, text })];
}

function element(node: Element, words: Words, look: Look): ParagraphChild[] {
  const { tagName, properties, children } = node;
  const classes = Array.isArray(properties['className']) ? properties['className'].map(String) : [];
  if (tagName === 'br') return [new TextRun({ break: 1 })];
  if (tagName === 'a') return link(node, classes, words, look);
  if (tagName === 'img') return picture(node, words, look);
  if (classes.includes('shape')) return [];
  const own: Look =
    classes.includes('label') || classes.includes('field')
      ? { bold: true }
      : classes.includes('status')
        ? {
            shading: {
              fill: statusGround[classes.find((name) => name.startsWith('stage-')) ?? ''] ?? 'EFEFEF',
              type: 'clear',
              color: 'auto',
            },
          }
        : (looks[tagName] ?? {});
  const inside = inline(children, words, { ...look, ...own });
  return marked(inside, typeof properties['id'] === 'string' ? properties['id'] : null, words);
}

/** With a bookmark around it, where something points there. */
export function marked(children: ParagraphChild[], id: string | null, words: Words): ParagraphChild[] {
  const name = id !== null && words.isWanted(id) ? words.bookmark(id) : null;
  return name === null || children.length === 0 ? children : [new Bookmark({ id: name, children })];
}

function link({ properties, children }: Element, classes: readonly string[], words: Words, look: Look): ParagraphChild[] {
  const href = String(properties['href'] ?? '');
  if (!href.startsWith('#'))
    return /^(?:https?:|mailto:)/i.test(href)
      ? [new ExternalHyperlink({ link: href, children: inline(children, words, { ...look, style: 'Hyperlink' }) })]
      : inline(children, words, look);
  const id = href.slice(1);
  const name = words.bookmark(id);
  if (name === null) return inline(children, words, look);
  const text = textOf(children);
  if (classes.includes('to-label')) return [new SimpleField(`REF ${name} \\h`, text)];
  const numbered = classes.includes('to-paragraph') && words.countsByItself(id) ? /^(.*?)([\d.]*\d|[a-z]+)(\)?)$/is.exec(text) : null;
  if (numbered) {
    const [, before, number, after] = numbered as unknown as [string, string, string, string];
    return [
      ...run(before, look),
      new NumberedItemReference(name, number, { referenceFormat: NumberedItemReferenceFormat.NO_CONTEXT, hyperlink: true }),
      ...run(after, look),
    ];
  }
  return [new InternalHyperlink({ anchor: name, children: inline(children, words, { ...look, style: 'Hyperlink' }) })];
}

export const textOf = (nodes: readonly ElementContent[]): string =>
  clean(
    nodes
      .map((node) =>
        node.type === 'text' ? node.value : node.type === 'element' ? (node.tagName === 'br' ? ' ' : textOf(node.children)) : '',
      )
      .join('')
      .replace(/\s+/g, ' '),
  );

function picture({ properties }: Element, { pictures, width }: Words, look: Look): ParagraphChild[] {
  const found = pictures.get(String(properties['src']));
  const words = clean(String(properties['alt'] ?? ''));
  if (!found || found.type === 'webp') return words === '' ? [] : run(words, { ...look, italics: true });
  const size = found.size && found.size.width > 0 && found.size.height > 0 ? found.size : { width: 400, height: 300 };
  const scale = Math.min(1, width / size.width, 900 / size.height);
  const transformation = { width: Math.max(1, Math.round(size.width * scale)), height: Math.max(1, Math.round(size.height * scale)) };
  return [
    new ImageRun({
      type: found.type,
      data: found.bytes,
      transformation,
      altText: { name: words || 'Picture', title: words, description: words },
    }),
  ];
}
