import type { CancellationToken, Connection, Location, LocationLink, PrepareRenameResult, WorkspaceEdit } from 'vscode-languageserver';
import { definesLabel, definition, type Target } from '../../language/features/navigation/definition.ts';
import { documentHighlights } from '../../language/features/navigation/document-highlight.ts';
import { references } from '../../language/features/navigation/references.ts';
import { prepareRename, rename, type Renaming } from '../../language/features/navigation/rename.ts';
import { mayMention, subjectAt, type Subject } from '../../language/features/navigation/subject.ts';
import type { DocumentView } from '../../language/model/view.ts';
import type { RelatedDocuments } from '../../language/service.ts';
import type { Snapshot } from '../../language/snapshot.ts';
import { fileNameOf } from '../../language/text/document-address.ts';
import type { Span } from '../../language/text/span.ts';
import { fenced } from '../connection/fence.ts';
import { DocumentHighlightKind, LSPErrorCodes, ResponseError } from '../connection/protocol-library.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import { whereaboutsOfViews } from '../documents/whereabouts.ts';
import type { WithSnapshot } from '../documents/with-snapshot.ts';
import { toWorkspaceEdit } from '../to-protocol/edits.ts';

/** Definition, references, highlights and rename. */
export function answerNavigation(connection: Connection, surroundings: Surroundings, withSnapshot: WithSnapshot): void {
  const {
    service,
    client,
    texts,
    host: { log },
  } = surroundings;
  const whereaboutsOf = whereaboutsOfViews(surroundings);
  const rangeOf = ({ view }: Target, span: Span) => (view ? whereaboutsOf(view).places.range(span) : startOfFile);
  const toLocation = (target: Target): Location => ({ uri: texts.spelling(target.address), range: rangeOf(target, target.span) });

  /** The documents in which a subject is defined. */
  const defining = async (snapshot: Snapshot, subject: Subject, token: CancellationToken): Promise<readonly DocumentView[]> => {
    if (subject.of === 'label') return (await service.related(snapshot.model.address, definesLabel(subject.name), token)).views;
    if (subject.of !== 'heading') return [snapshot.view];
    const view = await service.read(subject.file);
    return view ? [view] : [];
  };
  /** The documents that mention a subject. */
  const mentioning = async (snapshot: Snapshot, subject: Subject, token: CancellationToken): Promise<RelatedDocuments> =>
    isOwn(subject)
      ? { views: [snapshot.view], gone: [] }
      : service.related(snapshot.model.address, mayMention(subject, snapshot.model.address), token);

  connection.onDefinition(
    fenced('textDocument/definition', log, null, ({ textDocument, position }, token) =>
      withSnapshot<Location[] | LocationLink[] | null>(textDocument.uri, 'linked', token, null, async (snapshot, places) => {
        const found = subjectAt(snapshot, places.offset(position));
        if (!found) return null;
        const targets = definition(found, await defining(snapshot, found.subject, token));
        if (!client.definitionLinks) return targets.map(toLocation);
        return targets.map((target): LocationLink => ({
          originSelectionRange: places.range(found.span),
          targetUri: texts.spelling(target.address),
          targetRange: rangeOf(target, target.whole),
          targetSelectionRange: rangeOf(target, target.span),
        }));
      }),
    ),
  );

  connection.onReferences(
    fenced('textDocument/references', log, null, ({ textDocument, position, context }, token) =>
      withSnapshot<Location[] | null>(textDocument.uri, 'linked', token, null, async (snapshot, places) => {
        const found = subjectAt(snapshot, places.offset(position));
        if (!found) return null;
        const { views } = await mentioning(snapshot, found.subject, token);
        return references(found.subject, views, context.includeDeclaration).map(toLocation);
      }),
    ),
  );

  connection.onDocumentHighlight(
    fenced('textDocument/documentHighlight', log, null, ({ textDocument, position }, token) =>
      withSnapshot(textDocument.uri, 'linked', token, null, (snapshot, places) =>
        documentHighlights(snapshot, places.offset(position)).map(({ span, isDefinition }) => ({
          range: places.range(span),
          kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        })),
      ),
    ),
  );

  connection.onPrepareRename(
    fenced('textDocument/prepareRename', log, null, ({ textDocument, position }, token) =>
      withSnapshot<PrepareRenameResult | null>(textDocument.uri, 'linked', token, null, (snapshot, places) => {
        const prepared = prepareRename(snapshot, places.offset(position));
        return 'refusal' in prepared ? refuse(prepared) : { range: places.range(prepared.span), placeholder: prepared.text };
      }),
    ),
  );

  connection.onRenameRequest(
    fenced('textDocument/rename', log, null, ({ textDocument, position, newName }, token) =>
      withSnapshot<WorkspaceEdit | null>(textDocument.uri, 'linked', token, null, async (snapshot, places) => {
        const prepared = prepareRename(snapshot, places.offset(position));
        if ('refusal' in prepared) return refuse(prepared);
        const {
          views,
          gone: [gone],
        } = await mentioning(snapshot, prepared.subject, token);
        if (gone !== undefined)
          return refuse({
            refusal: snapshot.words.say(
              '{file} mentions this and cannot be read any more, so nothing was renamed. See whether it was moved or deleted, and try again.',
              { file: fileNameOf(gone) },
            ),
          });
        const renaming = rename(snapshot, prepared, newName, views);
        if ('refusal' in renaming) return refuse(renaming);
        return toWorkspaceEdit(
          renaming.edits.map(({ view, edits, question }) => ({ in: whereaboutsOf(view), edits, question })),
          client,
        );
      }),
    ),
  );
}

const startOfFile = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const isOwn = ({ of }: Subject): boolean => of === 'acronym' || of === 'paragraph' || of === 'appendix' || of === 'address';

/** The officer reads why; nothing is logged. */
function refuse({ refusal }: Extract<Renaming, { refusal: string }>): never {
  throw new ResponseError(LSPErrorCodes.RequestFailed, refusal);
}
