import type { Element, ElementContent } from 'hast';
import type { BlockModel } from '../model/document.ts';
import type { Container } from '../syntax/syntax.ts';
import type { HeaderRow, Marking } from './header.ts';
import type { BlockNumber } from '../numbering/number-blocks.ts';

/** A document as it is printed: what stands over it, and its text block by block. Immutable; a later version shares what did not change. */
export interface Rendering {
  readonly language: string;
  /** Plain text; of the front matter, else of the first heading, else ''. */
  readonly title: string;
  /** Index of the block that is the document's title and stands over the header table; -1 where none is. */
  readonly titleBlock: number;
  readonly header: readonly HeaderRow[];
  readonly marking: Marking;
  readonly contents: readonly ContentsEntry[];
  /** One for each block of the model, in order. */
  readonly blocks: readonly RenderedBlock[];
}

/** A line of the contents. */
export interface ContentsEntry {
  readonly level: number;
  readonly number: string | null;
  readonly text: string;
  readonly id: string;
  /** Index of its block. */
  readonly block: number;
}

/** One block, printed. The same object as long as it looks the same. */
export interface RenderedBlock {
  readonly model: BlockModel;
  /** Empty for what is not printed (front matter, comments). In a list one `li`, in a table one `tr`; its number is not in it. */
  readonly nodes: readonly ElementContent[];
  readonly number: BlockNumber | null;
  /** Identifier of the whole block, for links to it; null where nothing points to it. */
  readonly id: string | null;
  /** The list or table that it stands in: the same object for all of its items or rows. */
  readonly container: Container | null;
  /** What the block says, for those who lay it out. */
  readonly is: 'heading' | 'finding' | 'recommendation' | 'action' | 'measure' | 'text';
  /** Everything that it looks like depends on its model and on this. */
  readonly circumstances: string;
}

/** The one element of a block, or null where it has none or several. */
export const onlyElement = ({ nodes }: RenderedBlock): Element | null =>
  nodes.length === 1 && nodes[0]!.type === 'element' ? nodes[0]! : null;

/** What whoever shows a document asks of its rendering. */
export interface RenderOptions {
  /** Before every identifier, so that several documents fit on one page. */
  readonly prefix?: string;
  /**
   * Where a label can be read that this document does not define, as the address of a link; null for nowhere. `anchor` is its identifier in
   * a rendering without prefix.
   */
  readonly elsewhere?: (key: string, anchor: string) => string | null;
  /** Where a link of the text leads on this page; null keeps its words alone. Without this, links lead where they say. */
  readonly link?: (url: string) => string | null;
  /** Whether pictures from the web are shown; they are named by their words otherwise. */
  readonly remotePictures?: boolean;
}
