import { PageBreak, Paragraph, PatchType, patchDocument, TextRun, Document, Packer, type FileChild, type INumberingOptions, type TemplatePageNumberEstimator } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { CannotExport } from '../cannot-export.ts';
import { ownStyleIds, ownStyles, styleNames, type StyleIds, type StyleName } from './styles.ts';
import type { DocumentProperties } from './word.ts';

/** A document or template of a council, taken apart. */
export interface Template {
  readonly parts: Readonly<Record<string, Uint8Array>>;
  /** Path of the main part: `word/document.xml`. */
  readonly main: string;
  readonly styles: StyleIds;
  /** Whether its bullet lists have bullets of their own. */
  readonly hasBullets: boolean;
  /** Width of the text, in twentieths of a point; across the long side where `lies`. */
  textWidth(lies: boolean): number;
}

/** Reads a `.docx` or `.dotx`. Throws {@link CannotExport} for anything else. */
export function readTemplate(bytes: Uint8Array): Template {
  const parts = unzip(bytes);
  const main = Object.keys(parts).find((path) => /^word\/document\d*\.xml$/.test(path));
  const document = main === undefined ? undefined : strFromU8(parts[main]!);
  if (main === undefined || document === undefined || !/<w:body[\s>]/.test(document)) throw new CannotExport('The template is no Word document. Save it from Word as .docx or .dotx, and use that.');
  const styleSheet = parts['word/styles.xml'] ? strFromU8(parts['word/styles.xml']) : '';
  const ids = paragraphStyles(styleSheet);
  const styles = Object.fromEntries(Object.entries(styleNames).map(([name, printed]) => [name, ids.get(printed.toLowerCase()) ?? ownStyleIds[name as StyleName]])) as StyleIds;
  const bulletStyle = new RegExp(`<w:style [^>]*w:styleId="${styles.bullet}"[^>]*>[^]*?</w:style>`).exec(styleSheet)?.[0] ?? '';
  const section = lastSection(document);
  return {
    parts, main, styles,
    hasBullets: ids.has(styleNames.bullet.toLowerCase()) && bulletStyle.includes('<w:numPr>'),
    textWidth(lies) {
      const [width, height] = [number(section, 'pgSz', 'w') ?? 11906, number(section, 'pgSz', 'h') ?? 16838];
      const [left, right] = [number(section, 'pgMar', 'left') ?? 1134, number(section, 'pgMar', 'right') ?? 1134];
      return Math.max(3000, (lies ? Math.max(width, height) : width) - left - right);
    },
  };
}

function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter: ({ originalSize }) => originalSize < 50_000_000 });
  } catch {
    throw new CannotExport('The template cannot be read: it is damaged, protected by a password, or no Word document. Save it from Word as .docx or .dotx, without a password.');
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

const lastSection = (document: string): string => Array.from(document.matchAll(/<w:sectPr[ >][^]*?<\/w:sectPr>/g)).at(-1)?.[0] ?? '';

function number(xml: string, element: string, attribute: string): number | null {
  const found = new RegExp(`<w:${element} [^>]*w:${attribute}="(\\d+)`).exec(xml)?.[1];
  return found === undefined ? null : Number(found);
}

export interface TemplateFill extends DocumentProperties {
  /** At the head of every page; null for none. */
  readonly marking: string | null;
  readonly language: string;
  readonly pageNumbers: TemplatePageNumberEstimator | null;
}

const placeholder = 'paper-to-be-filled-in';

/** The council's template with papers in it: its page, headers, footers, theme and styles; styles that it lacks are added. What stands in its body is left out. */
export async function fillTemplate(
  template: Template, papers: readonly { readonly children: readonly FileChild[]; readonly lies: boolean }[], numbering: INumberingOptions['config'], { marking, language, pageNumbers, ...properties }: TemplateFill,
): Promise<Uint8Array> {
  const parts: Record<string, Uint8Array> = { ...template.parts };
  const lies = papers.every((paper) => paper.lies);
  const document = strFromU8(parts[template.main]!);
  const section = lies ? laidAcross(lastSection(document)) : lastSection(document);
  parts[template.main] = strToU8(document.replace(/(<w:body[^>]*>)[^]*(<\/w:body>)/, (_, open: string, close: string) => `${open}<w:p><w:r><w:t>{{${placeholder}}}</w:t></w:r></w:p>${section}${close}`));
  parts['word/styles.xml'] = strToU8(withOwnStyles(parts['word/styles.xml'] ? strFromU8(parts['word/styles.xml']) : '', template.styles, await ownStyleSheet(language)));
  const isMarked = marking === null || markHeaders(parts, marking, template.styles.marking);
  makeDocument(parts);
  const first = isMarked ? [] : [new Paragraph({ style: template.styles.marking, children: [new TextRun(marking)] })];
  const children = [...first, ...papers.flatMap((paper, index) => [...(index > 0 ? [new Paragraph({ children: [new PageBreak()] })] : []), ...paper.children])];
  return patchDocument({
    outputType: 'uint8array', data: zipSync(parts), patches: { [placeholder]: { type: PatchType.DOCUMENT, children: children as never } }, keepOriginalStyles: false,
    numbering: { config: numbering }, properties, ...(pageNumbers && { pageNumbers }),
  });
}

/** The page on its side. */
const laidAcross = (section: string): string => section.replace(/<w:pgSz ([^>]*?)\/>/, (all, attributes: string) => {
  const [width, height] = [number(all, 'pgSz', 'w'), number(all, 'pgSz', 'h')];
  if (width === null || height === null || width > height) return all;
  return `<w:pgSz ${attributes.replace(/w:w="\d+"/, `w:w="${height}"`).replace(/w:h="\d+"/, `w:h="${width}"`).replace(/ ?w:orient="\w+"/, '')} w:orient="landscape"/>`;
});

async function ownStyleSheet(language: string): Promise<string> {
  const bytes = await Packer.toArrayBuffer(new Document({ styles: ownStyles(language), sections: [] }));
  return strFromU8(unzipSync(new Uint8Array(bytes))['word/styles.xml']!);
}

/** The council's styles, and ours where it has none of the name. */
function withOwnStyles(council: string, ids: StyleIds, own: string): string {
  const names = paragraphStyles(council);
  const has = new Set(Array.from(council.matchAll(/w:styleId="([^"]*)"/g), ([, id]) => id));
  const wanted = new Set<string>([...Object.keys(ids).map((name) => ids[name as StyleName]), 'Hyperlink', 'ListParagraph']);
  const added = Array.from(own.matchAll(/<w:style [^>]*w:styleId="([^"]*)"[^>]*>[^]*?<\/w:style>/g)).flatMap(([style, id]) => {
    const name = /<w:name w:val="([^"]*)"/.exec(style)?.[1]?.toLowerCase() ?? '';
    return wanted.has(id!) && !has.has(id) && !names.has(name) ? [style] : [];
  });
  const normal = names.get('normal');
  const based = added.join('').replace(/<w:basedOn w:val="Normal"\/>/g, normal === undefined ? '' : `<w:basedOn w:val="${normal}"/>`);
  return council === '' ? own : council.replace('</w:styles>', `${based}</w:styles>`);
}

/** The marking over whatever the council's headers say. False where the template has no header, so that the marking must be the first line of the paper. */
function markHeaders(parts: Record<string, Uint8Array>, marking: string, style: string): boolean {
  const escaped = marking.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const headers = Object.keys(parts).filter((path) => /^word\/header\d*\.xml$/.test(path));
  for (const path of headers) {
    const line = `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${escaped}</w:t></w:r></w:p>`;
    parts[path] = strToU8(strFromU8(parts[path]!).replace(/(<w:hdr[^>]*>)/, (open) => `${open}${line}`));
  }
  return headers.length > 0;
}

/** A template becomes a document; macros stay behind. */
function makeDocument(parts: Record<string, Uint8Array>): void {
  const types = '[Content_Types].xml';
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  parts[types] = strToU8(strFromU8(parts[types] ?? new Uint8Array())
    .replace(/application\/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.template|ms-word\.(?:document|template)\.macroEnabled(?:Template)?)\.main\+xml/g, main)
    .replace(/<(?:Override|Default)\b[^>]*vba[^>]*\/>/gi, ''));
  for (const path of Object.keys(parts)) {
    if (/vba/i.test(path)) delete parts[path];
    else if (path.endsWith('.rels') && /vba/i.test(strFromU8(parts[path]!))) parts[path] = strToU8(strFromU8(parts[path]!).replace(/<Relationship\b[^>]*vba[^>]*\/>/gi, ''));
  }
}
