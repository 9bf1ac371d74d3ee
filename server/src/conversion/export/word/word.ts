import {
  Bookmark,
  Document,
  Footer,
  Header,
  InternalHyperlink,
  Packer,
  PageNumber,
  PageOrientation,
  PageReference,
  Paragraph,
  SectionType,
  Tab,
  TabStopType,
  Table,
  TableOfContents,
  TextRun,
  type ISectionOptions,
  type PageNumberEstimator,
  type TemplatePageNumberEstimator,
} from 'docx';
import type { ElementContent, Nodes } from 'hast';
import { textOf, textsOf } from '../../../language/model/front-matter/front-matter.ts';
import { dayInWords } from '../../../language/model/dates/date-words.ts';
import { onlyElement, type RenderedBlock } from '../../../language/render/rendering.ts';
import { headingOf, idOf, liesAcross, markingOver, titleOf, type Paper, type Surroundings } from '../paper.ts';
import { picturesOf } from '../pictures.ts';
import { clean } from '../xml-text.ts';
import { headerTable, wordBlocks, type Layout } from './blocks.ts';
import { createNumbering } from './numbering.ts';
import { sheet } from './sheet.ts';
import { ownStyleIds, ownStyles } from './styles.ts';
import { fillTemplate, readTemplate, type DocumentProperties } from './template.ts';

export interface WordOptions {
  /** A document or template of the council's own, whose styles, headers, footers and page the paper takes over. */
  readonly template?: Uint8Array;
}

/**
 * Longest text, in characters, whose pages are laid out for the page numbers of its contents: about twenty pages, at a tenth of a second
 * each. The contents of a longer one have their links at once, and their page numbers when somebody asks Word for them (Update Table).
 */
const longestLaidOut = 60_000;

/** Papers as one Word document; each begins on a new page. */
export async function toWord(papers: readonly Paper[], surroundings: Surroundings, options: WordOptions = {}): Promise<Uint8Array> {
  const [first] = papers as readonly [Paper, ...Paper[]];
  const template = options.template ? readTemplate(options.template) : null;
  const numbering = createNumbering();
  const marks = bookmarksOf(papers, template !== null);
  const written: { readonly paper: Paper; readonly children: (Paragraph | Table | TableOfContents)[]; readonly lies: boolean }[] = [];
  for (const paper of papers) {
    const lies = liesAcross(paper);
    const width = template ? template.textWidth(lies) : (lies ? sheet.long : sheet.short) - 2 * sheet.margin;
    const words = { ...marks, pictures: await picturesOf(paper, surroundings), width: Math.floor(width / 15) };
    const layout: Layout = {
      styles: template?.styles ?? ownStyleIds,
      words,
      numbering,
      width,
      lower: paper.appendix === null ? 0 : 1,
      bulletDepth: template?.bulletDepth ?? 0,
      headingsNumbered: template?.numbersHeadings === true && paper.rendering.blocks.some(({ number }) => number !== null),
    };
    numbering.newPaper();
    written.push({ paper, lies, children: paperIn(paper, layout, papers, template !== null) });
  }
  const properties = propertiesOf(first, papers);
  const pageNumbers = await estimator(papers);
  if (template)
    return fillTemplate(
      template,
      written.map(({ children, lies }) => ({ children, lies })),
      numbering.definitions,
      { ...properties, pageNumbers, marking: markingOver(papers), language: first.rendering.language },
    );
  const document = new Document({
    ...properties,
    styles: ownStyles(first.rendering.language),
    numbering: { config: numbering.definitions },
    ...(pageNumbers && { pageNumbers }),
    sections: written.map(({ paper, children, lies }) => section(paper, children, lies, papers)),
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

async function estimator(papers: readonly Paper[]): Promise<(PageNumberEstimator & TemplatePageNumberEstimator) | null> {
  const length = papers.reduce((sum, { snapshot }) => sum + snapshot.model.syntax.length, 0);
  return length > longestLaidOut ? null : orNone((await import('docx/layout')).estimatePageNumbers);
}

/** Page numbers where they can be worked out: whatever a template or a text has that the layout cannot, the document is written. */
function orNone(estimate: PageNumberEstimator & TemplatePageNumberEstimator): PageNumberEstimator & TemplatePageNumberEstimator {
  const attempt =
    <A extends unknown[], R>(work: (...given: A) => R, none: R) =>
    (...given: A): R => {
      try {
        return work(...given);
      } catch {
        return none;
      }
    };
  // The library calls it with a template alone, or with a document and its context.
  return Object.assign(
    attempt(estimate as PageNumberEstimator, { bookmarks: new Map() }),
    estimate.listNumbers && { listNumbers: attempt(estimate.listNumbers, new Map()) },
  ) as typeof estimate;
}

function paperIn(paper: Paper, layout: Layout, papers: readonly Paper[], inTemplate: boolean): (Paragraph | Table | TableOfContents)[] {
  const { rendering, appendix, snapshot } = paper;
  const { blocks, titleBlock, header, contents } = rendering;
  const { styles, words } = layout;
  const council = snapshot.model.context.houseStyle.council;
  const name = words.isWanted(idOf(paper)) ? words.bookmark(idOf(paper)) : null;
  const heading = new TextRun(clean(headingOf(paper)));
  const hasContents = appendix === null && (contents.length >= 6 || papers.length > 1);
  return [
    ...(council === null || appendix !== null ? [] : [new Paragraph({ style: styles.subtitle, children: [new TextRun(clean(council))] })]),
    new Paragraph({
      style: appendix === null ? styles.title : styles.appendixTitle,
      children: [name === null ? heading : new Bookmark({ id: name, children: [heading] })],
    }),
    ...headerTable(
      header.map(({ label, values }) => ({
        label,
        values: values.flatMap(({ text, link }, index): ElementContent[] => [
          ...(index > 0 ? [br] : []),
          link === null
            ? { type: 'text', value: text }
            : { type: 'element', tagName: 'a', properties: { href: link }, children: [{ type: 'text', value: text }] },
        ]),
      })),
      layout,
    ),
    ...(hasContents
      ? [new Paragraph({ style: styles.contentsHeading, children: [new TextRun('Contents')] }), contentsField(papers, layout, inTemplate)]
      : []),
    ...wordBlocks(
      blocks.filter((_, index) => index !== titleBlock),
      layout,
    ),
  ];
}

/**
 * The contents, for Word to bring up to date. In a document of our own the library fills it from the headings; in a template it must be
 * told.
 */
function contentsField(papers: readonly Paper[], { words, styles, width }: Layout, inTemplate: boolean): TableOfContents {
  const options = { hyperlink: true, headingStyleRange: '1-2', useAppliedParagraphOutlineLevel: true, beginDirty: false };
  if (!inTemplate) return new TableOfContents('Contents', options);
  const line = (level: number, text: string, id: string): Paragraph[] => {
    const anchor = words.bookmark(id);
    if (anchor === null) return [];
    const children = [new TextRun(clean(text)), new TextRun({ children: [new Tab()] }), new PageReference(anchor)];
    return [
      new Paragraph({
        style: level === 1 ? styles.contents1 : styles.contents2,
        tabStops: [{ type: TabStopType.RIGHT, position: width, leader: 'dot' }],
        children: [new InternalHyperlink({ anchor, children })],
      }),
    ];
  };
  const contentChildren = papers.flatMap((paper) => {
    const lower = paper.appendix === null ? 0 : 1;
    const sections = paper.rendering.contents
      .map((entry) => ({ ...entry, level: Math.max(1, entry.level - 1) + lower }))
      .filter(({ level }) => level <= 2);
    return [
      ...(lower === 0 ? [] : line(1, headingOf(paper), idOf(paper))),
      ...sections.flatMap(({ level, number, text, id }) => line(level, number === null ? text : `${number} ${text}`, id)),
    ];
  });
  return new TableOfContents('Contents', { ...options, contentChildren });
}

const br: ElementContent = { type: 'element', tagName: 'br', properties: {}, children: [] };

function section(paper: Paper, children: ISectionOptions['children'], lies: boolean, papers: readonly Paper[]): ISectionOptions {
  const { margin } = sheet;
  const marking = markingOver(papers);
  const width = (lies ? sheet.long : sheet.short) - 2 * margin;
  return {
    children,
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: { width: sheet.short, height: sheet.long, orientation: lies ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { top: margin, bottom: margin, left: margin, right: margin, header: 567, footer: 567 },
      },
    },
    ...(marking !== null && {
      headers: { default: new Header({ children: [new Paragraph({ style: ownStyleIds.marking, children: [new TextRun(marking)] })] }) },
    }),
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            tabStops: [{ type: TabStopType.RIGHT, position: width }],
            children: [
              new TextRun({ text: clean(headingOf(paper)).slice(0, 80), size: 18 }),
              new TextRun({ children: [new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES], size: 18 }),
            ],
          }),
        ],
      }),
    },
  };
}

function propertiesOf(paper: Paper, papers: readonly Paper[]): DocumentProperties {
  const { frontMatter, context } = paper.snapshot.model;
  const authors = textsOf(frontMatter, 'author')
    .map(({ text }) => text)
    .join('; ');
  const meetings = textsOf(frontMatter, 'body')
    .map(({ text }) => text)
    .join('; ');
  const day = textOf(frontMatter, 'meeting-date');
  const creator = clean(authors || (textOf(frontMatter, 'report-of') ?? context.houseStyle.council ?? ''));
  return {
    title: clean(titleOf(paper)),
    subject: clean(
      [meetings, day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) ? dayInWords(day) : (day ?? '')].filter((part) => part !== '').join(', '),
    ),
    creator,
    lastModifiedBy: creator,
    keywords: clean(
      [
        context.type.replace('-', ' '),
        textOf(frontMatter, 'inspection', 'inspectorate'),
        textOf(frontMatter, 'inspection', 'event'),
        markingOver(papers) ?? 'public',
      ]
        .filter((part) => part !== null)
        .join(', '),
    ),
  };
}

/** Names of bookmarks: letters, digits and lines, at most forty, none twice. Only what something points to gets one. */
function bookmarksOf(
  papers: readonly Paper[],
  listsHeadings: boolean,
): { bookmark(id: string): string | null; isWanted(id: string): boolean; countsByItself(id: string): boolean } {
  const ids = new Set<string>();
  const wanted = new Set<string>();
  const counted = new Set<string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'element') {
      if (typeof node.properties['id'] === 'string') ids.add(node.properties['id']);
      const { href } = node.properties;
      if (typeof href === 'string' && href.startsWith('#')) wanted.add(href.slice(1));
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  for (const paper of papers) {
    ids.add(idOf(paper));
    if (listsHeadings) for (const id of [idOf(paper), ...paper.rendering.contents.map((entry) => entry.id)]) wanted.add(id);
    // What Word will count by itself is known by counting as it will.
    const counting = createNumbering();
    for (const block of paper.rendering.blocks) {
      for (const node of block.nodes) visit(node);
      if (block.id !== null && isReached(block)) ids.add(block.id);
      if (block.number && onlyElement(block) && counting.counting(block.number) && block.id !== null) counted.add(block.id);
    }
  }
  const names = new Map<string, string>();
  return {
    bookmark(id) {
      if (!ids.has(id)) return null;
      let name = names.get(id);
      if (name === undefined)
        names.set(
          id,
          (name = `${id
            .replace(/\W+/g, '_')
            .replace(/^(?=\d)/, 'n')
            .slice(0, 32)}_${names.size + 1}`),
        );
      return name;
    },
    isWanted: (id) => wanted.has(id),
    countsByItself: (id) => counted.has(id),
  };
}

/** Whether a block is written as one paragraph, which a bookmark can stand in. */
const isReached = (block: RenderedBlock): boolean => {
  const element = onlyElement(block);
  return element !== null && /^(?:p|h[1-6]|li)$/.test(element.tagName);
};
