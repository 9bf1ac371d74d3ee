import type { Connection, DocumentLink, SelectionRange } from 'vscode-languageserver';
import { documentLinks, lineOfHeading, lineOfParagraph, type LinkTarget } from '../../language/features/navigation/document-link.ts';
import { selectionRanges } from '../../language/features/outline/selection-range.ts';
import type { Span } from '../../language/text/span.ts';
import { fenced } from '../connection/fence.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import type { WithSnapshot } from '../documents/with-snapshot.ts';
import type { Places } from '../to-protocol/positions.ts';

/** Document links and selection ranges, for clients that ask for them. */
export function answerLinksAndSelection(connection: Connection, surroundings: Surroundings, withSnapshot: WithSnapshot): void {
  const {
    service,
    client,
    texts,
    host: { log },
  } = surroundings;

  /** Where a link goes; null for a heading or a paragraph, whose line is looked up when somebody asks. */
  const targetOf = (to: LinkTarget): string | null => (to.of === 'web' ? to.url : to.of === 'file' ? texts.spelling(to.file) : null);

  if (client.documentLinks.asked) {
    connection.onDocumentLinks(
      fenced('textDocument/documentLink', log, null, ({ textDocument }, token) =>
        withSnapshot<DocumentLink[] | null>(textDocument.uri, 'modelled', token, null, (snapshot, places) =>
          documentLinks(snapshot).map(({ span, to, tooltip }): DocumentLink => {
            const target = targetOf(to);
            return {
              range: places.range(span),
              ...(target === null ? { data: to } : { target }),
              ...(client.documentLinks.tooltips && { tooltip }),
            };
          }),
        ),
      ),
    );
    connection.onDocumentLinkResolve(async (link, token) => {
      const resolved = await fenced('documentLink/resolve', log, link, async () => {
        const to = link.data as LinkTarget | undefined;
        if (to?.of !== 'heading' && to?.of !== 'paragraph') return link;
        const view = await service.read(to.file);
        const line = view && (to.of === 'heading' ? lineOfHeading(view, to.anchor) : lineOfParagraph(view, to.number));
        return { ...link, target: `${texts.spelling(to.file)}${line === null ? '' : `#L${line + 1}`}` };
      })(link, token);
      return resolved as DocumentLink;
    });
  }

  if (client.selectionRanges) {
    connection.onSelectionRanges(
      fenced('textDocument/selectionRange', log, null, ({ textDocument, positions }, token) =>
        withSnapshot<SelectionRange[] | null>(textDocument.uri, 'modelled', token, null, (snapshot, places) =>
          positions.map((position) => nested(selectionRanges(snapshot, places.offset(position)), places)),
        ),
      ),
    );
  }
}

const nested = (spans: readonly Span[], places: Places): SelectionRange =>
  spans.reduceRight<SelectionRange | undefined>((parent, span) => ({ range: places.range(span), ...(parent && { parent }) }), undefined)!;
