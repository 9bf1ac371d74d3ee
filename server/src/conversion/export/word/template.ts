import {
  Paragraph,
  PatchType,
  patchDocument,
  TextRun,
  Document,
  Packer,
  type FileChild,
  type INumberingOptions,
  type TemplatePageNumberEstimator,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { CannotExport } from '../cannot-export.ts';
import { sheet } from './sheet.ts';
import { ownStyleIds, ownStyles, styleNames, type StyleIds, type StyleName } from './styles.ts';

/** A document or template of a council, taken apart. */
export interface Template {
  readonly parts: Readonly<Record<string, Uint8Array>>;
  /** Path of the main part: `word/document.xml`. */
  readonly main: string;
  readonly styles: StyleIds;
  /** How deep its own lists of bullets go: 2 where “List Bullet” and “List Bullet 2” both have bullets. */
  readonly bulletDepth: number;
  /** Whether its headings number themselves. */
  readonly numbersHeadings: boolean;
  /** The page upright, and on its side: what a section of the document ends with. */
  readonly pages: { readonly upright: string; readonly across: string };
  /** Width of the text, in twentieths of a point; across the long side where `lies`. */
  textWidth(lies: boolean): number;
}

/** Reads a `.docx` or `.dotx`. Throws {@link CannotExport} for anything else. */
export function readTemplate(bytes: Uint8Array): Template {
  const parts = unzip(bytes);
  const main = Object.keys(parts).find((path) => /^word\/document\d*\.xml$/.test(path));
  const document = main === undefined ? undefined : strFromU8(parts[main]!);
  if (main === undefined || document === undefined || !/<w:body[\s>]/.test(document))
    throw new CannotExport('The template is no Word document. Save it from Word as .docx or .dotx, and use that.');
  const styleSheet = parts['word/styles.xml'] ? strFromU8(parts['word/styles.xml']) : '';
  const ids = paragraphStyles(styleSheet);
  const styles = Object.fromEntries(
    Object.entries(styleNames).map(([name, printed]) => [name, ids.get(printed.toLowerCase()) ?? ownStyleIds[name as StyleName]]),
  ) as StyleIds;
  const counts = (style: StyleName): boolean =>
    ids.has(styleNames[style].toLowerCase()) &&
    (new RegExp(`<w:style [^>]*w:styleId="${styles[style]}"[^>]*>[^]*?</w:style>`).exec(styleSheet)?.[0] ?? '').includes('<w:numPr>');
  const pages = pagesOf(document);
  return {
    parts,
    main,
    styles,
    pages,
    bulletDepth: !counts('bullet') ? 0 : counts('bullet2') ? 2 : 1,
    numbersHeadings: counts('heading1') || counts('heading2') || counts('heading3'),
    textWidth(lies) {
      const page = lies ? pages.across : pages.upright;
      const width = number(page, 'pgSz', 'w') ?? sheet.short;
      return Math.max(3000, width - (number(page, 'pgMar', 'left') ?? sheet.margin) - (number(page, 'pgMar', 'right') ?? sheet.margin));
    },
  };
}

function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter: ({ originalSize }) => originalSize < 50_000_000 });
  } catch {
    throw new CannotExport(
      'The template cannot be read: it is damaged, protected by a password, or no Word document. Save it from Word as .docx or .dotx, without a password.',
    );
  }
}

/** Identifiers of paragraph styles by their names in small letters. */
function paragraphStyles(styleSheet: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [style, attributes] of styleSheet.matchAll(/<w:style ([^>]*)>[^]*?<\/w:style>/g)) {
    const id = /w:styleId="([^"]*)"/.exec(attributes!)?.[1];
    const name = /<w:name w:val="([^"]*)"/.exec(style)?.[1];
    if (id !== undefined && name !== undefined && attributes!.includes('w:type="paragraph"')) found.set(name.toLowerCase(), id);
  }
  return found;
}

/**
 * The pages of a template: of each way round the first that it has, with the headers and footers that it takes over from the section
 * before. What it lacks is made by turning the other.
 */
function pagesOf(document: string): Template['pages'] {
  let inherited = new Map<string, string>();
  const sections = Array.from(document.matchAll(/<w:sectPr(?:\s[^>]*)?>[^]*?<\/w:sectPr>/g), ([section]) => {
    const own = Array.from(
      section.matchAll(/<w:(header|footer)Reference [^>]*?\/>/g),
      ([reference, kind]) => [`${kind!} ${/w:type="(\w+)"/.exec(reference)?.[1] ?? 'default'}`, reference] as const,
    );
    inherited = new Map([...inherited, ...own]);
    // A section of ours begins on a page of its own, and its pages go on counting.
    const rest = section.replace(
      /<w:(?:header|footer)Reference [^>]*?\/>|<w:type [^>]*?\/>|<w:pgNumType [^>]*?\/>|<w:sectPrChange[^]*?<\/w:sectPrChange>/g,
      '',
    );
    return rest.replace(/(<w:sectPr(?:\s[^>]*)?>)/, (open) => `${open}${[...inherited.values()].join('')}`);
  });
  const { short, long, margin } = sheet;
  const isAcross = (section: string) => (number(section, 'pgSz', 'w') ?? 0) > (number(section, 'pgSz', 'h') ?? 0);
  const some =
    sections[0] ??
    `<w:sectPr><w:pgSz w:w="${short}" w:h="${long}"/><w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`;
  const upright = sections.find((section) => !isAcross(section));
  return { upright: upright ?? turned(some), across: sections.find(isAcross) ?? turned(upright ?? some) };
}

function number(xml: string, element: string, attribute: string): number | null {
  const found = new RegExp(`<w:${element} [^>]*w:${attribute}="(\\d+)`).exec(xml)?.[1];
  return found === undefined ? null : Number(found);
}

/** What Word shows of a document beside its text. */
export interface DocumentProperties {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  readonly lastModifiedBy: string;
  readonly keywords: string;
}

export interface TemplateFill extends DocumentProperties {
  /** At the head of every page; null for none. */
  readonly marking: string | null;
  readonly language: string;
  readonly pageNumbers: TemplatePageNumberEstimator | null;
}

const placeholder = (index: number): string => `paper-to-be-filled-in-${index}`;

const headerOf = (pages: 'default' | 'first'): RegExp => new RegExp(`<w:headerReference [^>]*w:type="${pages}"`);

/** A first page that is to be another one but has no header of its own gets that of the others: a marking stands on every page. */
const withoutBareFirstPage = (section: string): string =>
  headerOf('first').test(section) ? section : section.replace(/<w:titlePg\b[^>]*\/>/, '');

/** Ends a section: a paragraph that takes up no room. */
const endOfSection = (section: string): string =>
  `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${section}</w:pPr></w:p>`;

/**
 * The council's template with papers in it: its page, headers, footers, theme and styles; styles that it lacks are added. What stands in
 * its body is left out.
 */
export async function fillTemplate(
  template: Template,
  papers: readonly { readonly children: readonly FileChild[]; readonly lies: boolean }[],
  numbering: INumberingOptions['config'],
  { marking, language, pageNumbers, ...properties }: TemplateFill,
): Promise<Uint8Array> {
  const parts: Record<string, Uint8Array> = { ...template.parts };
  const document = strFromU8(parts[template.main]!);
  const sections = papers
    .map(({ lies }) => (lies ? template.pages.across : template.pages.upright))
    .map((section) => (marking === null ? section : withoutBareFirstPage(section)));
  const body = sections
    .map(
      (section, index) =>
        `<w:p><w:r><w:t>{{${placeholder(index)}}}</w:t></w:r></w:p>${index < sections.length - 1 ? endOfSection(section) : section}`,
    )
    .join('');
  parts[template.main] = strToU8(
    document.replace(/(<w:body[^>]*>)[^]*(<\/w:body>)/, (_, open: string, close: string) => `${open}${body}${close}`),
  );
  parts['word/styles.xml'] = strToU8(
    withOwnStyles(parts['word/styles.xml'] ? strFromU8(parts['word/styles.xml']) : '', template.styles, await ownStyleSheet(language)),
  );
  if (marking !== null) markHeaders(parts, body, marking, template.styles.marking);
  const isMarked = marking === null || sections.every((section) => headerOf('default').test(section));
  makeDocument(parts);
  const patches = Object.fromEntries(
    papers.map(({ children }, index) => {
      const first = isMarked || index > 0 ? [] : [new Paragraph({ style: template.styles.marking, children: [new TextRun(marking)] })];
      return [placeholder(index), { type: PatchType.DOCUMENT, children: [...first, ...children] as never }] as const;
    }),
  );
  return patchDocument({
    outputType: 'uint8array',
    data: zipSync(parts),
    patches,
    keepOriginalStyles: false,
    numbering: { config: numbering },
    properties,
    ...(pageNumbers && { pageNumbers }),
  });
}

/** The page the other way round. */
const turned = (section: string): string =>
  section.replace(/<w:pgSz ([^>]*?)\/>/, (all, attributes: string) => {
    const [width, height] = [number(all, 'pgSz', 'w'), number(all, 'pgSz', 'h')];
    if (width === null || height === null) return all;
    return `<w:pgSz ${attributes
      .replace(/w:w="\d+"/, `w:w="${height}"`)
      .replace(/w:h="\d+"/, `w:h="${width}"`)
      .replace(/ ?w:orient="\w+"/, '')}${height > width ? ' w:orient="landscape"' : ''}/>`;
  });

async function ownStyleSheet(language: string): Promise<string> {
  const bytes = await Packer.toArrayBuffer(new Document({ styles: ownStyles(language), sections: [] }));
  return strFromU8(unzipSync(new Uint8Array(bytes))['word/styles.xml']!);
}

/** The council's styles, and ours where it has none of the name: in its font and colour, which are the council's to choose. */
function withOwnStyles(council: string, ids: StyleIds, own: string): string {
  const names = paragraphStyles(council);
  const has = new Set(Array.from(council.matchAll(/w:styleId="([^"]*)"/g), ([, id]) => id));
  const wanted = new Set<string>([...Object.keys(ids).map((name) => ids[name as StyleName]), 'Hyperlink', 'ListParagraph']);
  const added = Array.from(own.matchAll(/<w:style [^>]*w:styleId="([^"]*)"[^>]*>[^]*?<\/w:style>/g)).flatMap(([style, id]) => {
    const name = /<w:name w:val="([^"]*)"/.exec(style)?.[1]?.toLowerCase() ?? '';
    const plain = id === ownStyleIds.code || id === 'Hyperlink' ? style : style.replace(/<w:(?:rFonts|color) [^>]*?\/>/g, '');
    return wanted.has(id!) && !has.has(id) && !names.has(name) ? [plain] : [];
  });
  const normal = names.get('normal');
  const based = added.join('').replace(/<w:basedOn w:val="Normal"\/>/g, normal === undefined ? '' : `<w:basedOn w:val="${normal}"/>`);
  return council === '' ? own : council.replace('</w:styles>', `${based}</w:styles>`);
}

/** Puts the marking over whatever the council's headers say. */
function markHeaders(parts: Record<string, Uint8Array>, document: string, marking: string, style: string): void {
  const escaped = marking.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const line = `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${escaped}</w:t></w:r></w:p>`;
  for (const path of Object.keys(parts).filter((name) => /^word\/header\d*\.xml$/.test(name)))
    parts[path] = strToU8(strFromU8(parts[path]!).replace(/(<w:hdr[^>]*>)/, (open) => `${open}${line}`));
  // Pages with even numbers would have a header of their own, and perhaps none.
  const settings = parts['word/settings.xml'];
  const hasEven = /<w:headerReference [^>]*w:type="even"/.test(document);
  if (settings && !hasEven) parts['word/settings.xml'] = strToU8(strFromU8(settings).replace(/<w:evenAndOddHeaders\b[^>]*\/>/, ''));
}

/** A template becomes a document; macros stay behind. */
function makeDocument(parts: Record<string, Uint8Array>): void {
  const types = '[Content_Types].xml';
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  parts[types] = strToU8(
    strFromU8(parts[types] ?? new Uint8Array())
      .replace(
        /application\/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.template|ms-word\.(?:document|template)\.macroEnabled(?:Template)?)\.main\+xml/g,
        main,
      )
      .replace(/<(?:Override|Default)\b[^>]*vba[^>]*\/>/gi, ''),
  );
  for (const path of Object.keys(parts)) {
    if (/vba/i.test(path)) delete parts[path];
    else if (path.endsWith('.rels') && /vba/i.test(strFromU8(parts[path]!)))
      parts[path] = strToU8(strFromU8(parts[path]!).replace(/<Relationship\b[^>]*vba[^>]*\/>/gi, ''));
  }
}
