import type { Connection, DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver';
import { fenced, fencedNotification } from '../connection/fence.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import * as own from '../protocol/open-documents.ts';
import { createChecker, type Checker } from './checker.ts';
import { createPublisher } from './publish.ts';

/**
 * Diagnostics, for clients that ask for them and those that are sent them; and where the cursor is, since what is being typed is not called
 * wrong.
 */
export function answerDiagnostics(connection: Connection, surroundings: Surroundings): Checker {
  const {
    service,
    client,
    texts,
    host: { log },
  } = surroundings;
  const checker = createChecker(surroundings);
  const publisher = createPublisher(connection, surroundings, checker);
  if (client.pullsDiagnostics) {
    connection.languages.diagnostics.on(
      fenced(
        'textDocument/diagnostic',
        log,
        emptyReport(),
        async ({ textDocument, previousResultId }: DocumentDiagnosticParams, token): Promise<DocumentDiagnosticReport> => {
          const text = texts.get(textDocument.uri);
          if (!text) return emptyReport();
          const { id, items } = await checker.diagnostics(text, token);
          publisher.answered(text, id);
          return id === previousResultId ? { kind: 'unchanged', resultId: id } : { kind: 'full', resultId: id, items };
        },
      ),
    );
  }
  service.onAffected((addresses) => publisher.recheck(addresses));
  connection.onNotification(
    own.cursorMethod,
    fencedNotification<own.CursorParams>(own.cursorMethod, log, ({ uri, position }) => {
      const text = texts.get(uri);
      if (text) publisher.cursorMoved(text, position);
    }),
  );
  return checker;
}

const emptyReport = (): DocumentDiagnosticReport => ({ kind: 'full', items: [] });
