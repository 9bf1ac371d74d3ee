import { fileNameOf, type DocumentAddress } from '../../text/document-address.ts';
import { documentTypes, suffixes } from '../vocabulary.ts';

/** Whether a file is a document of the dialect by its name. */
export function hasTypeInName(address: DocumentAddress): boolean {
  const name = fileNameOf(address).toLowerCase();
  return Object.values(suffixes).some((suffix) => name.endsWith(suffix));
}

/** Longest front matter that is searched for a type, in UTF-16 code units. */
const longestHead = 8000;
const typePattern = new RegExp(`^type:[ \\t]*["']?(?:${documentTypes.join('|')})["']?[ \\t]*(?:#.*)?$`, 'm');

/** Whether the front matter of a text names one of the kinds of document. Looks at its beginning only. */
export function saysItsType(text: string): boolean {
  const head = text.slice(0, longestHead);
  if (!/^\uFEFF?---[ \t]*[\r\n]/.test(head)) return false;
  const rest = head.slice(3);
  const close = rest.search(/[\r\n](?:---|\.\.\.)[ \t]*(?:[\r\n]|$)/);
  return close >= 0 && typePattern.test(rest.slice(0, close).replace(/\r\n?/g, '\n'));
}
