import { strToU8, zipSync } from 'fflate';
import { escape } from './word-file.ts';

const names = ['office', 'style', 'text', 'table', 'draw', 'xlink', 'fo', 'dc', 'meta', 'manifest', 'field', 'loext']
  .map((name) => `xmlns:${name}="urn:${name}"`)
  .join(' ');

export interface OpenDocumentFile {
  /** What stands in `office:text`. */
  readonly text: string;
  readonly automatic?: string;
  /** What stands in the header of the pages. */
  readonly header?: string;
  readonly manifest?: string;
}

/** An OpenDocument text as LibreOffice would write it, only shorter. */
export const openDocumentFile = ({ text, automatic = '', header = '', manifest = '' }: OpenDocumentFile): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content ${names}><office:automatic-styles>${styles}${automatic}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    ),
    'styles.xml': strToU8(
      `<office:document-styles ${names}><office:styles><style:style style:name="Title" style:family="paragraph"/><style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"/></office:styles><office:master-styles><style:master-page><style:header>${header}</style:header></style:master-page></office:master-styles></office:document-styles>`,
    ),
    'META-INF/manifest.xml': strToU8(`<manifest:manifest ${names}>${manifest}</manifest:manifest>`),
  });

/** The same as one file of XML. */
export const flatOpenDocument = ({ text, header = '' }: Pick<OpenDocumentFile, 'text' | 'header'>): Uint8Array =>
  strToU8(
    `<?xml version="1.0" encoding="UTF-8"?>\n<office:document ${names} office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>${styles}</office:automatic-styles><office:master-styles><style:master-page><style:header>${header}</style:header></style:master-page></office:master-styles><office:body><office:text>${text}</office:text></office:body></office:document>`,
  );

const styles =
  '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="P1" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>' +
  '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>' +
  '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/><text:list-level-style-bullet text:level="2" text:bullet-char="o"/></text:list-style>';

export const odP = (content: string, style = 'Standard'): string =>
  `<text:p text:style-name="${style}">${content.startsWith('<') ? content : escape(content)}</text:p>`;
export const odH = (level: number, content: string): string =>
  `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${escape(content)}</text:h>`;
export const odItem = (...content: string[]): string =>
  `<text:list-item>${content.map((one) => (one.startsWith('<') ? one : odP(one))).join('')}</text:list-item>`;
export const odList = (style: string, more: string, ...items: string[]): string =>
  `<text:list text:style-name="${style}" ${more}>${items.join('')}</text:list>`;
export const odRow = (...cells: string[]): string =>
  `<table:table-row>${cells.map((one) => (one.startsWith('<table:') ? one : `<table:table-cell>${odP(one)}</table:table-cell>`)).join('')}</table:table-row>`;
export const odTable = (...rows: string[]): string => `<table:table>${rows.join('')}</table:table>`;
