import { builtInHouseStyles, genericHouseStyle } from '../../language/house-styles/index.ts';
import { readHtml } from './html.ts';
import { importFragment } from './import-paper.ts';

/** Editors put their text on the clipboard as HTML too, coloured line by line: that is plain text. */
const fromEditor = /font-family:[^;"]*(?:monospace|consolas|menlo|courier new)[^;"]*;[^"]*white-space:\s*pre/i;

/**
 * Rich text from the clipboard (Word, Outlook, a web page) as Markdown with the dialect's headings; null where it holds no heading, list,
 * table, link or emphasis, so that plain text serves as well.
 */
export function pastedMarkdown(html: string): string | null {
  if (fromEditor.test(html)) return null;
  const paper = readHtml(html);
  const isRich = paper.blocks.some(({ form }) => form !== undefined && (form.kind !== 'paragraph' || form.quoted || form.markdown.some((line, index, lines) => lines.length > 1 && index > 0 || /\*|\]\(/.test(line))));
  if (!isRich) return null;
  const markdown = importFragment(paper, [...builtInHouseStyles.values()], genericHouseStyle);
  return markdown === '' ? null : markdown;
}
