import * as vscode from 'vscode';
import { convertOnce, type StartConverter } from '../converter.ts';
import { languageId } from '../language.ts';

const html = 'text/html';
/** What this editor puts on the clipboard beside the text itself: its lines in colour. */
const fromEditor = /^(?:<meta[^>]*>)?\s*<div style="[^"]*white-space:\s*pre/i;
/** Only these can become more than plain text; the converter is not started for anything else. */
const mayBeRich = /<(?:h[1-6]|[ou]l|table|b|strong|i|em|blockquote|a)\b|mso-list|font-weight/i;
/** Several paragraphs, which must become one line in the cell of a table. */
const severalLines = /<(?:p|div|br)\b/i;

/**
 * Rich text on the clipboard (Word, Outlook, a web page) is pasted with its headings, lists and tables; as plain text by the small menu
 * beside it.
 */
export function pasteRichText(startConverter: StartConverter): vscode.Disposable[] {
  const kind = vscode.DocumentDropOrPasteEditKind.Text.append('inspection-response');
  return [
    vscode.languages.registerDocumentPasteEditProvider(
      { language: languageId },
      {
        async provideDocumentPasteEdits(document, [range], data, _context, token) {
          const text = await data.get(html)?.asString();
          const place = range ? placeOf(document, range) : null;
          if (
            text === undefined ||
            fromEditor.test(text) ||
            !(mayBeRich.test(text) || (place?.before.includes('|') && severalLines.test(text)))
          )
            return undefined;
          const pasted = await convertOnce(startConverter, { kind: 'paste', html: text, place }, token).catch(() => null);
          if (pasted?.kind !== 'pasted' || pasted.markdown === null) return undefined;
          return [new vscode.DocumentPasteEdit(pasted.markdown, vscode.l10n.t('Paste with Headings, Lists and Tables'), kind)];
        },
      },
      { pasteMimeTypes: [html], providedPasteEditKinds: [kind] },
    ),
  ];
}

/** What stands around the place that is pasted into. */
function placeOf(
  document: vscode.TextDocument,
  { start, end }: vscode.Range,
): { readonly before: string; readonly after: string; readonly above: string } {
  return {
    before: document.lineAt(start.line).text.slice(0, start.character),
    after: document.lineAt(end.line).text.slice(end.character),
    above: start.line > 0 ? document.lineAt(start.line - 1).text : '',
  };
}
