import type { Connection } from 'vscode-languageserver';
import { fenced } from '../connection/fence.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import type { WithSnapshot } from '../documents/with-snapshot.ts';
import * as own from '../protocol/open-documents.ts';

/** What an open document was taken for. */
export function answerOpenDocuments(connection: Connection, { host: { log } }: Surroundings, withSnapshot: WithSnapshot): void {
  connection.onRequest(
    own.documentStatusMethod,
    fenced<own.DocumentStatusParams, own.DocumentStatus | null>(own.documentStatusMethod, log, null, ({ uri }, token) =>
      withSnapshot<own.DocumentStatus | null>(uri, 'modelled', token, null, ({ model: { context, version } }) => ({
        type: context.type,
        houseStyle: context.houseStyle.name,
        houseStyleTitle: context.houseStyle.title,
        version,
      })),
    ),
  );
}
