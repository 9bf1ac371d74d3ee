import type { Configuration } from './configuration/configuration.ts';
import { buildModel } from './model/build-model.ts';
import type { DocumentModel } from './model/document.ts';
import { rules } from './rules/index.ts';
import type { Rule } from './rules/rule.ts';
import type { Parser } from './syntax/syntax.ts';
import type { DocumentAddress } from './text/document-address.ts';

/** From this length on, in UTF-16 code units, a document takes longer to read than an officer should wait for the first warnings. */
const long = 60_000;
/** How much of it is looked at first: several pages. */
const beginning = 20_000;

/** Rules that need no more of a document than the block they look at. */
export const rulesOfBlocks: readonly Rule[] = rules.filter(({ looksAt }) => looksAt === 'block');

/**
 * The beginning of a long document as a document of its own, without the block that the cut may go through. Null for a document that is
 * soon read as a whole, or whose beginning has no end that could be told.
 */
export function readBeginning(
  address: DocumentAddress,
  version: number,
  text: string,
  parser: Parser,
  configuration: Configuration,
): DocumentModel | null {
  if (text.length < long) return null;
  const cut = Math.max(text.lastIndexOf('\n\n', beginning), text.lastIndexOf('\n\r\n', beginning));
  if (cut <= 0) return null;
  const blocks = parser.parse(text.slice(0, cut + 1)).blocks.slice(0, -1);
  if (blocks.length === 0) return null;
  const length = blocks.reduce((sum, block) => sum + block.text.length, 0);
  return buildModel(address, version, { blocks, length }, configuration);
}
