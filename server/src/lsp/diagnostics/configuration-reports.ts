import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentAddress } from '../../language/text/document-address.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import { toDiagnostic } from '../to-protocol/diagnostics.ts';
import { placesInText } from '../to-protocol/positions.ts';

/** What is wrong in the configuration files that apply to the open documents, sent as diagnostics of those files. */
export interface ConfigurationReports {
  /** Looks at the configuration of a document that has just been checked. */
  update(document: DocumentAddress): Promise<void>;
}

export function createConfigurationReports(connection: Connection, { service, client }: Surroundings): ConfigurationReports {
  /** Configuration file of each document → what was last sent for it. */
  const fileOf = new Map<DocumentAddress, DocumentAddress>();
  const sent = new Map<DocumentAddress, unknown>();
  return {
    async update(document) {
      if (!client.takesPublished) return;
      const found = await service.checkConfiguration(document);
      const before = fileOf.get(document);
      if (before && before !== found?.address) {
        fileOf.delete(document);
        if (sent.delete(before)) await connection.sendDiagnostics({ uri: before, diagnostics: [] });
      }
      if (!found || sent.get(found.address) === found.text) return;
      fileOf.set(document, found.address);
      sent.set(found.address, found.text);
      const places = placesInText(TextDocument.create(found.address, '', 0, found.text), client.encoding);
      await connection.sendDiagnostics({
        uri: found.address,
        diagnostics: found.reports.map((report) => toDiagnostic(report, places, new Map(), client)),
      });
    },
  };
}
