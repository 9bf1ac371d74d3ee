import type { Connection } from 'vscode-languageserver';
import { fenced } from '../connection/fence.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import * as own from '../protocol/new-documents.ts';

/** New documents, and the house styles that they may have. Loaded when first asked for. */
export function answerNewDocuments(connection: Connection, { service, texts, host: { log } }: Surroundings): void {
  const load = () => import('./when-asked/new-documents.ts');
  connection.onRequest(
    own.houseStylesMethod,
    fenced<unknown, readonly own.HouseStyleChoice[]>(own.houseStylesMethod, log, [], async () =>
      (await load()).houseStyleChoices(service, texts),
    ),
  );
  connection.onRequest(
    own.newDocumentMethod,
    fenced<own.NewDocumentParams, own.NewDocument | null>(own.newDocumentMethod, log, null, async (params) =>
      (await load()).newDocumentFor(params, service, texts),
    ),
  );
}
