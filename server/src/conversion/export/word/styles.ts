import type { IStylesOptions } from 'docx';

/** The styles that a paper is written in, by the names that Word shows. */
export const styleNames = {
  title: 'Title',
  subtitle: 'Subtitle',
  heading1: 'heading 1',
  heading2: 'heading 2',
  heading3: 'heading 3',
  heading4: 'heading 4',
  heading5: 'heading 5',
  body: 'Body Text',
  numbered: 'Numbered Paragraph',
  recommendation: 'Recommendation',
  bullet: 'List Bullet',
  bullet2: 'List Bullet 2',
  listNumber: 'List Number',
  listContinue: 'List Continue',
  quote: 'Quote',
  code: 'Code',
  tableText: 'Table Text',
  tableHeading: 'Table Heading',
  marking: 'Marking',
  contentsHeading: 'Contents Heading',
  appendixTitle: 'Appendix Title',
  contents1: 'toc 1',
  contents2: 'toc 2',
} as const;
export type StyleName = keyof typeof styleNames;

/** Identifier of a style in the file that is written: ours, or that of the council's template for the name. */
export type StyleIds = Readonly<Record<StyleName, string>>;

export const ownStyleIds: StyleIds = {
  title: 'Title',
  subtitle: 'Subtitle',
  heading1: 'Heading1',
  heading2: 'Heading2',
  heading3: 'Heading3',
  heading4: 'Heading4',
  heading5: 'Heading5',
  body: 'BodyText',
  numbered: 'NumberedParagraph',
  recommendation: 'Recommendation',
  bullet: 'ListBullet',
  bullet2: 'ListBullet2',
  listNumber: 'ListNumber',
  listContinue: 'ListContinue',
  quote: 'Quote',
  code: 'Code',
  tableText: 'TableText',
  tableHeading: 'TableHeading',
  marking: 'Marking',
  contentsHeading: 'ContentsHeading',
  appendixTitle: 'AppendixTitle',
  contents1: 'TOC1',
  contents2: 'TOC2',
};

/** How far a quotation stands in, in twentieths of a point. */
export const quoteIndent = 480;

const accent = '1F4E79';
const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: accent, font: 'Arial' },
  paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
});

/** Styles of our own: Arial 12, as most councils ask for, and space instead of empty lines. */
export function ownStyles(language: string): IStylesOptions {
  const style = (name: StyleName, options: object) => ({
    id: ownStyleIds[name],
    name: styleNames[name],
    basedOn: 'Normal',
    quickFormat: true,
    ...options,
  });
  return {
    default: {
      document: {
        run: { font: 'Arial', size: 24, language: { value: language } },
        paragraph: { spacing: { after: 120, line: 264, lineRule: 'auto' } },
      },
      title: {
        run: { size: 40, bold: true, color: accent, font: 'Arial' },
        paragraph: { spacing: { before: 0, after: 200 }, keepNext: true },
      },
      heading1: heading(30, 320),
      heading2: heading(26, 260),
      heading3: heading(24, 220),
      heading4: heading(24, 200),
      heading5: heading(24, 200),
      hyperlink: { run: { color: '0B57A4', underline: {} } },
    },
    paragraphStyles: [
      style('subtitle', { next: ownStyleIds.body, run: { bold: true, color: '4A4F57' }, paragraph: { spacing: { after: 60 } } }),
      style('body', {}),
      style('numbered', { paragraph: { spacing: { after: 140 } } }),
      style('recommendation', { paragraph: { spacing: { after: 140 } } }),
      style('bullet', { paragraph: { spacing: { after: 60 } } }),
      style('bullet2', { paragraph: { spacing: { after: 40 } } }),
      style('listNumber', { paragraph: { spacing: { after: 60 } } }),
      style('listContinue', { paragraph: { spacing: { after: 60 } } }),
      style('quote', {
        run: { italics: true },
        paragraph: {
          indent: { left: quoteIndent, right: quoteIndent },
          border: { left: { style: 'single', size: 18, color: '8A9099', space: 12 } },
        },
      }),
      style('code', { run: { font: 'Consolas', size: 20 }, paragraph: { spacing: { after: 0 } } }),
      style('tableText', { run: { size: 20 }, paragraph: { spacing: { before: 40, after: 40, line: 240, lineRule: 'auto' } } }),
      style('tableHeading', {
        run: { size: 20, bold: true },
        paragraph: { spacing: { before: 40, after: 40, line: 240, lineRule: 'auto' }, keepNext: true },
      }),
      style('marking', { run: { bold: true }, paragraph: { alignment: 'center', spacing: { after: 160 } } }),
      style('contentsHeading', {
        next: ownStyleIds.body,
        run: { bold: true, size: 28, color: accent },
        paragraph: { spacing: { before: 240, after: 120 }, keepNext: true },
      }),
      style('appendixTitle', {
        next: ownStyleIds.body,
        run: { bold: true, size: 36, color: accent },
        paragraph: { outlineLevel: 0, spacing: { after: 200 }, keepNext: true },
      }),
      style('contents1', { paragraph: { spacing: { after: 60 } } }),
      style('contents2', { paragraph: { spacing: { after: 60 }, indent: { left: 240 } } }),
    ],
  };
}

/** Ground of a status: pale, so that the word on it can be read; the word says it all. */
export const statusGround: Readonly<Record<string, string>> = {
  'stage-off-track': 'F8D9DA',
  'stage-at-risk': 'FFEFC7',
  'stage-on-track': 'DCF1E2',
  'stage-complete': 'DBE8F5',
  'stage-not-started': 'EFEFEF',
  'stage-other': 'EFEFEF',
};
