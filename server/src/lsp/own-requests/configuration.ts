import type { Connection } from 'vscode-languageserver';
import { fenced } from '../connection/fence.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import * as own from '../protocol/configuration.ts';

/** What the configuration says of a document, and a document as the model of a house style. Loaded when first asked for. */
export function answerConfiguration(connection: Connection, { service, client, host: { log } }: Surroundings): void {
  const load = () => import('./when-asked/configuration.ts');
  connection.onRequest(
    own.explainConfigurationMethod,
    fenced<own.ExplainConfigurationParams, own.ExplainedConfiguration | null>(own.explainConfigurationMethod, log, null, async ({ uri }) =>
      (await load()).explainedConfiguration(uri, service),
    ),
  );
  connection.onRequest(
    own.houseStyleFromDocumentMethod,
    fenced<own.HouseStyleFromDocumentParams, own.HouseStyleFromDocument | null>(
      own.houseStyleFromDocumentMethod,
      log,
      null,
      async (params) => (await load()).houseStyleFromDocument(params, service, client),
    ),
  );
}
