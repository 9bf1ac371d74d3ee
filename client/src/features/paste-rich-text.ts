import * as vscode from 'vscode';
import { convertOnce, type StartConverter } from '../converter.ts';
import { languageId } from '../language.ts';

const html = 'text/html';

/** Rich text on the clipboard (Word, Outlook, a web page) is pasted with its headings, lists and tables; as plain text by the small menu beside it. */
export function pasteRichText(startConverter: StartConverter): vscode.Disposable[] {
  const kind = vscode.DocumentDropOrPasteEditKind.Text.append('inspection-response');
  return [vscode.languages.registerDocumentPasteEditProvider({ language: languageId }, {
    async provideDocumentPasteEdits(_document, _ranges, data, _context, token) {
      const text = await data.get(html)?.asString();
      if (text === undefined || text.trim() === '') return undefined;
      const pasted = await convertOnce(startConverter, { kind: 'paste', html: text }, token).catch(() => null);
      if (pasted?.kind !== 'pasted' || pasted.markdown === null) return undefined;
      return [new vscode.DocumentPasteEdit(pasted.markdown, vscode.l10n.t('Paste with Headings, Lists and Tables'), kind)];
    },
  }, { pasteMimeTypes: [html], providedPasteEditKinds: [kind] })];
}
