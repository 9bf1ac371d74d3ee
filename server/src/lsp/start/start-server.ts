import type { Connection, InitializeParams } from 'vscode-languageserver';
import { configurationFileName } from '../../language/configuration/built-in.ts';
import { noEditorSettings } from '../../language/configuration/configuration.ts';
import type { Host } from '../../language/host.ts';
import { createLanguageService, type LanguageService } from '../../language/service.ts';
import { documentAddress, folderOf } from '../../language/text/document-address.ts';
import { readWords } from '../../shipped.ts';
import { cameAfterShutdown } from '../connection/after-shutdown.ts';
import { withClientFiles } from '../connection/client-host.ts';
import { readClient, type Client } from '../connection/client.ts';
import { fencedNotification, inBackground } from '../connection/fence.ts';
import {
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
} from '../connection/protocol-library.ts';
import { isSameSettings, keepsFacts, readSettings } from '../connection/settings.ts';
import { answerDiagnostics } from '../diagnostics/diagnostics.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import { followTexts } from '../documents/text-sync.ts';
import { createOtherDocuments } from '../documents/whereabouts.ts';
import { createWithSnapshot } from '../documents/with-snapshot.ts';
import { answerComparisons } from '../own-requests/comparisons.ts';
import { answerConfiguration } from '../own-requests/configuration.ts';
import { answerDeadlines } from '../own-requests/deadlines.ts';
import { answerNamedPlaces } from '../own-requests/named-places.ts';
import { answerNewDocuments } from '../own-requests/new-documents.ts';
import { answerOpenDocuments } from '../own-requests/open-documents.ts';
import { answerOverviews } from '../own-requests/overview.ts';
import { answerPreviews } from '../own-requests/preview.ts';
import { answerRewriting } from '../own-requests/rewriting.ts';
import { answerTraces } from '../own-requests/traces.ts';
import { answerCallHierarchy } from '../requests/call-hierarchy.ts';
import { answerCodeActions } from '../requests/code-actions.ts';
import { answerCommands } from '../requests/commands.ts';
import { answerCompletionAndHover } from '../requests/completion-and-hover.ts';
import { answerFormatting } from '../requests/formatting.ts';
import { answerLensesAndHints } from '../requests/lenses-and-hints.ts';
import { answerLinksAndSelection } from '../requests/links-and-selection.ts';
import { answerMoves } from '../requests/move-files.ts';
import { answerNavigation } from '../requests/navigation.ts';
import { answerOutline } from '../requests/outline.ts';
import { answerSemanticTokens } from '../requests/semantic-tokens.ts';
import { answerWorkspace } from '../requests/workspace.ts';
import { serverCapabilities } from './capabilities.ts';

/** What the server asks of the place that it runs in. */
export interface Platform {
  /** The world as it is here, with the log that goes to the client. */
  host(log: Host['log']): Host;
  /** Whether the host can reach a file itself. */
  reaches(address: string): boolean;
  /** Address of the folder that holds what comes with the program, ending in a slash; null where it is not known. */
  readonly home: () => string | null;
  /** Told of each document that was checked, how many letters it has. */
  readonly onChecked?: (length: number) => void;
}

/** Starts answering on a connection. The connection is not listened on before everything is in place. */
export function startServer(connection: Connection, platform: Platform): void {
  const log: Host['log'] = (level, message) => {
    const write = {
      error: connection.console.error,
      warning: connection.console.warn,
      information: connection.console.info,
      debug: connection.console.log,
    }[level];
    write.call(connection.console, message);
  };
  let isInitialized = false;
  // What nobody answers: nothing is, before the client has said who it is, and once it has said that this is the end.
  connection.onRequest((method: string) => {
    if (method === cameAfterShutdown) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server was shut down.');
    throw isInitialized
      ? new ResponseError(ErrorCodes.MethodNotFound, `There is no request “${method}”.`)
      : new ResponseError(ErrorCodes.ServerNotInitialized, 'The server was not initialized yet.');
  });
  connection.onInitialize(async (params: InitializeParams) => {
    if (isInitialized) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server was initialized already.');
    isInitialized = true;
    const client = readClient(params, platform.home);
    const plain = platform.host(log);
    const host = client.readsFiles ? withClientFiles(plain, connection, platform.reaches) : plain;
    const service = createLanguageService(host);
    const speak = async (): Promise<void> => {
      const words = await readWords(
        client.locale,
        () => client.home,
        (address) => host.read(documentAddress(address)),
      );
      if (words && words !== service.words()) service.speak(words);
    };
    // What only the client can read may be asked of it when it has been answered, not before.
    const atHand = /^en\b/i.test(client.locale) || client.home === null || platform.reaches(client.home);
    if (atHand) await speak();
    serve(connection, client, host, service, atHand ? null : speak, platform.onChecked);
    return serverCapabilities(client);
  });
  connection.listen();
}

/** Files whose change outside the editor matters. */
const watchedFiles = ['**/.inspection-response.json', '**/*.md'];

function serve(
  connection: Connection,
  client: Client,
  host: Host,
  service: LanguageService,
  speak: (() => Promise<void>) | null,
  onChecked: Platform['onChecked'],
): void {
  const { log } = host;
  const texts = followTexts(connection, service, client, log);
  const others = createOtherDocuments(texts, host, client);
  let settings = noEditorSettings;
  const surroundings: Surroundings = { service, host, client, texts, others, ...(onChecked && { onChecked }) };
  const withSnapshot = createWithSnapshot(surroundings);

  const checker = answerDiagnostics(connection, surroundings);

  // ── requests of the protocol
  answerCompletionAndHover(connection, surroundings, withSnapshot);
  answerOutline(connection, surroundings, withSnapshot);
  answerNavigation(connection, surroundings, withSnapshot);
  answerMoves(connection, surroundings);
  answerCallHierarchy(connection, surroundings, withSnapshot);
  answerLinksAndSelection(connection, surroundings, withSnapshot);
  answerSemanticTokens(connection, surroundings, withSnapshot);
  const lenses = answerLensesAndHints(connection, surroundings, withSnapshot);
  answerFormatting(connection, surroundings, withSnapshot);
  answerCodeActions(connection, surroundings, checker);
  answerCommands(connection, surroundings, lenses);

  // ── requests of our own
  answerOpenDocuments(connection, surroundings, withSnapshot);
  answerNewDocuments(connection, surroundings);
  answerConfiguration(connection, surroundings);
  answerPreviews(connection, surroundings, withSnapshot);
  answerTraces(connection, surroundings);
  answerComparisons(connection, surroundings, withSnapshot);
  answerDeadlines(connection, surroundings);
  answerOverviews(connection, surroundings, withSnapshot);
  answerNamedPlaces(connection, surroundings);
  answerRewriting(connection, surroundings, withSnapshot);

  // ── files and settings
  const workspace = answerWorkspace(connection, surroundings);
  connection.onDidChangeWatchedFiles(
    fencedNotification('workspace/didChangeWatchedFiles', log, ({ changes }) => {
      workspace.changed(changes.map(({ uri }) => uri));
    }),
  );
  texts.onSaved(({ uri }) => {
    // A client that cannot tell of changed files: look at the configuration again when something is saved.
    if (!client.registersWatchers) service.filesChanged([documentAddress(`${folderOf(uri)}.inspection-response.json`)]);
  });
  const readAgain = async (given?: unknown): Promise<void> => {
    const value: unknown = client.configuration.request
      ? await connection.workspace.getConfiguration('inspectionResponse')
      : (given as { readonly inspectionResponse?: unknown } | null | undefined)?.inspectionResponse;
    lenses.settingsRead(value);
    service.workspace.setKeeping(keepsFacts(value));
    const read = readSettings(value);
    if (isSameSettings(read, settings)) return;
    settings = read;
    service.prefer(read);
  };
  connection.onDidChangeConfiguration(
    fencedNotification('workspace/didChangeConfiguration', log, (params) =>
      inBackground('Reading the settings', log, readAgain(params.settings)),
    ),
  );
  connection.onInitialized(
    fencedNotification('initialized', log, () => {
      if (speak) inBackground('Reading the translation', log, speak());
      inBackground('Reading the settings', log, (client.configuration.request ? readAgain() : Promise.resolve()).finally(workspace.begin));
      if (client.configuration.register)
        inBackground(
          'Registering for settings',
          log,
          connection.client.register(DidChangeConfigurationNotification.type, { section: 'inspectionResponse' }),
        );
      if (client.registersWatchers)
        inBackground(
          'Registering for files',
          log,
          connection.client.register(DidChangeWatchedFilesNotification.type, {
            watchers: watchedFiles.map((globPattern) => ({ globPattern })),
          }),
        );
      if (client.registersTexts) inBackground('Registering for settings in editors', log, followSettingsInEditors(connection));
    }),
  );
}

/** What is written into a configuration file that is open must fit what stands in its editor, saved or not. */
async function followSettingsInEditors(connection: Connection): Promise<void> {
  const documentSelector = [{ pattern: `**/${configurationFileName}` }];
  await connection.client.register(DidOpenTextDocumentNotification.type, { documentSelector });
  await connection.client.register(DidChangeTextDocumentNotification.type, {
    documentSelector,
    syncKind: TextDocumentSyncKind.Incremental,
  });
  await connection.client.register(DidCloseTextDocumentNotification.type, { documentSelector });
}
