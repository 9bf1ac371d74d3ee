import { strToU8, zipSync } from 'fflate';

/** Parts of a Word document as XML; what is left out the document does not have. */
export interface WordFile {
  /** What stands in `w:body`. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly header?: string;
  readonly footer?: string;
  readonly footnotes?: string;
  readonly comments?: string;
  readonly title?: string;
  /** Further parts by the id of the relation to each: a diagram’s words, a chart, another file. */
  readonly inner?: Readonly<Record<string, { readonly type: string; readonly path: string; readonly content: string }>>;
  /** Addresses of links by id. */
  readonly links?: Readonly<Record<string, string>>;
}

const word =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';
const relation = (id: string, type: string, target: string, outside = false) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${outside ? ' TargetMode="External"' : ''}/>`;
const relations = (inside: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;

/** A Word document as Word would write it, only shorter. */
export function wordFile(file: WordFile): Uint8Array {
  const parts: Record<string, string> = {};
  const inside: string[] = Object.entries(file.links ?? {}).map(([id, target]) => relation(id, 'hyperlink', target, true));
  const add = (type: string, root: string, content: string | undefined) => {
    if (content === undefined) return;
    parts[`word/${type}.xml`] = `<w:${root} ${word}>${content}</w:${root}>`;
    inside.push(relation(type, type.replace(/\d$/, ''), `${type}.xml`));
  };
  add('styles', 'styles', file.styles ?? usualStyles);
  add('numbering', 'numbering', file.numbering);
  add('header1', 'hdr', file.header);
  add('footer1', 'ftr', file.footer);
  add('footnotes', 'footnotes', file.footnotes);
  add('comments', 'comments', file.comments);
  for (const [id, { type, path, content }] of Object.entries(file.inner ?? {})) {
    parts[`word/${path}`] = content;
    inside.push(relation(id, type, path));
  }
  parts['word/document.xml'] =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${word}><w:body>${file.body}</w:body></w:document>`;
  parts['word/_rels/document.xml.rels'] = relations(inside.join(''));
  parts['_rels/.rels'] = relations(relation('rId1', 'officeDocument', 'word/document.xml'));
  if (file.title !== undefined)
    parts['docProps/core.xml'] =
      `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>${escape(file.title)}</dc:title></cp:coreProperties>`;
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, strToU8(content)])), { level: 1 });
}

export const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const style = (id: string, name: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${more}</w:style>`;
const usualStyles =
  style('Normal', 'Normal') +
  style('Title', 'Title') +
  [1, 2, 3]
    .map((level) =>
      style(
        `Heading${level}`,
        `heading ${level}`,
        `<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr>`,
      ),
    )
    .join('') +
  style('TOC1', 'toc 1');

export const run = (text: string, look = ''): string =>
  `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
export const bold = (text: string): string => run(text, '<w:b/>');
/** A paragraph of runs, or of plain text. */
export const p = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`;
export const h = (level: number, text: string): string => p(run(text), `<w:pStyle w:val="Heading${level}"/>`);
export const titled = (text: string): string => p(run(text), '<w:pStyle w:val="Title"/>');
/** An item of list `id` at a depth. */
export const li = (id: number, depth: number, content: string): string =>
  p(content, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`);
export const cell = (content: string, properties = ''): string =>
  `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${content.startsWith('<w:p') || content.startsWith('<w:tbl') ? content : p(content)}</w:tc>`;
export const row = (...cells: string[]): string =>
  `<w:tr>${cells.map((one) => (one.startsWith('<w:tc') ? one : cell(one))).join('')}</w:tr>`;
export const tbl = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;

/** A tracked change that puts words in, or takes them out. */
export const inserted = (text: string): string => `<w:ins w:author="J Hall">${run(text)}</w:ins>`;
export const deleted = (text: string): string =>
  `<w:del w:author="J Hall"><w:r><w:delText xml:space="preserve">${escape(text)}</w:delText></w:r></w:del>`;
/** A paragraph whose end a tracked change deletes. */
export const pDeleted = (content: string): string => p(content, '<w:rPr><w:del w:author="J Hall"/></w:rPr>');
/** A box of an older form, or a list of which one line was chosen. */
const formField = (data: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r><w:r><w:instrText> FORM </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
export const formBox = (isTicked: boolean): string =>
  formField(`<w:checkBox><w:default w:val="0"/>${isTicked ? '<w:checked/>' : ''}</w:checkBox>`);
export const formList = (chosen: number, ...lines: string[]): string =>
  formField(`<w:ddList><w:result w:val="${chosen}"/>${lines.map((line) => `<w:listEntry w:val="${line}"/>`).join('')}</w:ddList>`);
/** A content control. */
export const control = (content: string, properties = ''): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
/** A cell over several columns. */
export const wide = (content: string, columns: number): string => cell(content, `<w:gridSpan w:val="${columns}"/>`);

/** A list with a pattern for each depth: `decimal:%1.`, `bullet:•`. */
export const abstractNumbering = (id: number, levels: readonly string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels
    .map((level, depth) => {
      const [format, pattern] = level.split(/:(.*)/s) as [string, string];
      return `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
    })
    .join('')}</w:abstractNum>`;
export const numbering = (id: number, abstract: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;
