import type { Element, ElementContent, Nodes, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { flow } from '../../language/render/html.ts';
import { contentsList, element, fewestContents, headerTable, text } from '../../language/render/head.ts';
import { htmlStyle } from './html-style.ts';
import { headingOf, idOf, liesAcross, markingOver, titleOf, type Paper, type Surroundings } from './paper.ts';
import { mediaTypes, picturesOf, toBase64, type Picture } from './pictures.ts';

/** Papers as one web page that needs nothing beside itself: for reading, printing and making a PDF of. */
export async function toWebPage(papers: readonly Paper[], surroundings: Surroundings): Promise<string> {
  const [first] = papers as readonly [Paper, ...Paper[]];
  const articles: Element[] = [];
  for (const paper of papers) articles.push(article(paper, await picturesOf(paper, surroundings), papers));
  const marking = markingOver(papers);
  const head = [
    element('meta', { charSet: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { httpEquiv: 'Content-Security-Policy', content: "default-src 'none'; img-src data:; style-src 'unsafe-inline'" }),
    element('meta', { name: 'generator', content: 'Inspection Response' }),
    element('title', {}, [text(titleOf(first))]),
    element('style', {}, [text(marking === null ? htmlStyle : `${htmlStyle}\n${markingOnEachPage(marking)}`)]),
  ];
  const body = [
    element('a', { className: ['skip'], href: '#main' }, [text('Skip to the text')]),
    ...(marking === null ? [] : [mark(marking)]),
    element('main', { id: 'main', tabIndex: -1 }, articles),
  ];
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      element('html', { lang: first.rendering.language }, [element('head', {}, head), element('body', {}, body)]),
    ],
  };
  return `${toHtml(root)}\n`;
}

const mark = (words: string): Element => element('p', { className: ['marking'], role: 'note' }, [text(words)]);

/** The marking at the head of each printed page. Its words are our own, so that nothing in them ends the style sheet. */
const markingOnEachPage = (words: string): string =>
  `@page { @top-center { content: "${words.replace(/[^\w ,:.;()-]/g, '')}"; font: bold 8.5pt Arial, Helvetica, sans-serif; } }`;

function article(paper: Paper, pictures: ReadonlyMap<string, Picture>, papers: readonly Paper[]): Element {
  const { rendering, appendix } = paper;
  const { blocks, titleBlock, header, contents, marking } = rendering;
  const isLong = appendix === null && contents.length >= fewestContents;
  const title = element('h1', { id: idOf(paper) }, [text(headingOf(paper))]);
  const others = appendix === null && papers.length > 1 ? papers.slice(1) : [];
  const council = paper.snapshot.model.context.houseStyle.council;
  const children = [
    element('header', {}, [
      ...(appendix !== null && marking.isExempt ? [mark(marking.text)] : []),
      ...(council === null ? [] : [element('p', { className: ['council'] }, [text(council)])]),
      title,
      ...(header.length > 0 ? [headerTable(header)] : []),
    ]),
    ...(isLong || others.length > 0
      ? [
          contentsList(
            contents,
            idOf(paper),
            others.map((other) => ({ id: idOf(other), heading: headingOf(other) })),
          ),
        ]
      : []),
    ...flow(blocks.filter((_, index) => index !== titleBlock)).map((node) => withPictures(node, pictures)),
  ];
  return element(
    'article',
    {
      ariaLabelledBy: [idOf(paper)],
      ...classesOf(paper),
      ...(rendering.language !== papers[0]!.rendering.language && { lang: rendering.language }),
    },
    children,
  );
}

function classesOf(paper: Paper): Element['properties'] {
  const classes = [...(paper.appendix === null ? [] : ['appendix']), ...(liesAcross(paper) ? ['lies'] : [])];
  return classes.length === 0 ? {} : { className: classes };
}

/** Pictures as part of the page. One that cannot be read is named by its words. */
function withPictures<N extends Nodes>(node: N, pictures: ReadonlyMap<string, Picture>): N {
  if (!('children' in node)) return node;
  const children = (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element' || child.tagName !== 'img') return [withPictures(child, pictures)];
    const found = pictures.get(String(child.properties['src']));
    if (found)
      return [{ ...child, properties: { ...child.properties, src: `data:${mediaTypes[found.type]};base64,${toBase64(found.bytes)}` } }];
    const alternative = String(child.properties['alt'] ?? '');
    return alternative === '' ? [] : [element('span', { className: ['picture'] }, [text(alternative)])];
  });
  return { ...node, children } as N;
}
