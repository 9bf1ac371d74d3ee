import type { AlignType, ListItem, RootContent, TableRow } from 'mdast';
import type { TextEdit } from '../text/span.ts';

/**
 * What Markdown sees: a document as a row of blocks. A block is the unit of reuse: a top-level node, one item of a top-level
 * list, or one row of a top-level table. Positions inside a block are relative to it, so that a block which an edit did not
 * touch is the same object before and after, wherever it moved to.
 */
export interface Block {
  readonly kind: 'front-matter' | 'flow' | 'list-item' | 'table-row';
  /** From the start of its first line to the start of the next block's first line. The texts of all blocks, joined, are the document. */
  readonly text: string;
  /** Line endings in `text` (`\n`, `\r\n` and a lone `\r` count one each). */
  readonly lineBreaks: number;
  /**
   * The nodes; `position` is relative: line 1, offset 0 is the start of `text`. A flow block has one (several where a heading
   * overlaps definitions, none where there is only white space); a list item one `listItem`; a table row one `tableRow`;
   * front matter none.
   */
  readonly nodes: readonly BlockNode[];
  /** The list or table that this block is an item or row of: one object for all of them. */
  readonly container: Container | null;
  /** Whether this is the first item of its list, or the header row of its table (with the delimiter row in its text). */
  readonly opensContainer: boolean;
  /** Why the block was left as plain text without being parsed, or null: the guard against text that a parser would hang on. */
  readonly leftUnread: 'too-many-brackets' | 'too-long' | null;
}

export type BlockNode = RootContent | ListItem | TableRow;

/** A top-level list or table, without its items or rows. */
export type Container =
  | { readonly type: 'list'; readonly ordered: boolean; readonly start: number | null }
  | { readonly type: 'table'; readonly align: readonly AlignType[] };

/** A whole document, parsed. Immutable. */
export interface Syntax {
  readonly blocks: readonly Block[];
  /** Length of the document in UTF-16 code units. */
  readonly length: number;
}

/**
 * Which blocks an edit replaced: `removed` blocks from index `from` of the old row gave way to `inserted` blocks at the same index of the
 * new one.
 */
export interface BlockChange {
  readonly from: number;
  readonly removed: number;
  readonly inserted: number;
}

/** What a parse cost, for tests that count instead of timing. */
export interface ParseCost {
  /** Characters handed to the Markdown parser. */
  readonly characters: number;
  readonly parses: number;
}

export interface Reparsed {
  readonly syntax: Syntax;
  /** In ascending order, not overlapping, `from` counted in the new row. Usually one; more where a link definition acts at a distance. */
  readonly changes: readonly BlockChange[];
  readonly cost: ParseCost;
}

/** Never throws, whatever the text. */
export interface Parser {
  parse(text: string): Syntax;
  /** The syntax after one edit (offsets in the document before it). Equal in everything to `parse` of the whole new text. */
  reparse(previous: Syntax, edit: TextEdit): Reparsed;
}
