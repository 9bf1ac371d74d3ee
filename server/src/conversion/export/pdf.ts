import { printPage } from './browser.ts';
import { toWebPage } from './html.ts';
import type { Paper, Surroundings } from './paper.ts';

export interface PdfOptions {
  /** The browser that prints it, where it is not in a well-known place. */
  readonly browser?: string;
}

/** Papers as a PDF whose headings, lists, tables and pictures are tagged for those who hear it: the web page, printed. */
export const toPdf = async (papers: readonly Paper[], surroundings: Surroundings, { browser }: PdfOptions = {}): Promise<Uint8Array> => printPage(await toWebPage(papers, surroundings), browser);
