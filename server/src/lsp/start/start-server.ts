import type { Connection, DocumentDiagnosticParams, DocumentDiagnosticReport, ExecuteCommandParams, InitializeParams, Range } from 'vscode-languageserver';
import { completion } from '../../language/features/completion.ts';
import { documentSymbols } from '../../language/features/document-symbol.ts';
import { configurationFileName } from '../../language/configuration/built-in.ts';
import { foldingRanges } from '../../language/features/folding-range.ts';
import { hover } from '../../language/features/hover.ts';
import { noEditorSettings } from '../../language/configuration/configuration.ts';
import type { Host } from '../../language/host.ts';
import { rules } from '../../language/rules/index.ts';
import { createLanguageService, type LanguageService } from '../../language/service.ts';
import { documentAddress, folderOf } from '../../language/text/document-address.ts';
import { readWords, rulePageIn } from '../../shipped.ts';
import { serverCapabilities } from './capabilities.ts';
import { readClient, type Client } from '../connection/client.ts';
import { withClientFiles } from '../connection/client-host.ts';
import { createCodeActionRequests } from '../requests/code-actions.ts';
import { answerDeadlines } from '../own-requests/deadlines.ts';
import { createChecker, type Surroundings } from '../diagnostics/checker.ts';
import { fenced, fencedNotification, inBackground } from '../connection/fence.ts';
import { answerCallHierarchy } from '../requests/call-hierarchy.ts';
import { answerLensesAndHints } from '../requests/lenses-and-hints.ts';
import { answerLinksAndSelection } from '../requests/links-and-selection.ts';
import { answerComparisons } from '../own-requests/comparisons.ts';
import { answerFormatting } from '../requests/formatting.ts';
import {
  DidChangeConfigurationNotification, DidChangeTextDocumentNotification, DidChangeWatchedFilesNotification, DidCloseTextDocumentNotification, DidOpenTextDocumentNotification,
  MessageType, ShowMessageNotification, TextDocumentSyncKind,
} from '../connection/protocol-library.ts';
import { answerRewriting } from '../own-requests/rewriting.ts';
import { answerMoves } from '../requests/move-files.ts';
import { answerNavigation } from '../requests/navigation.ts';
import { answerOverviews } from '../own-requests/overview.ts';
import * as own from '../protocol.ts';
import { answerPreviews } from '../own-requests/preview.ts';
import { createPublisher } from '../diagnostics/publish.ts';
import { answerSemanticTokens } from '../requests/semantic-tokens.ts';
import { isSameSettings, keepsFacts, readSettings } from '../connection/settings.ts';
import { followTexts } from '../documents/text-sync.ts';
import { answerTraces } from '../own-requests/traces.ts';
import { toCompletionItem, toDocumentSymbols, toFoldingRanges, toHover } from '../to-protocol/to-protocol.ts';
import { createOtherDocuments } from '../documents/whereabouts.ts';
import { createWithSnapshot } from '../documents/with-snapshot.ts';
import { answerWorkspace } from '../requests/workspace.ts';

/** What the server asks of the place that it runs in. */
export interface Platform {
  /** The world as it is here, with the log that goes to the client. */
  host(log: Host['log']): Host;
  /** Whether the host can reach a file itself. */
  reaches(address: string): boolean;
  /** Address of the folder that holds what comes with the program, ending in a slash; null where it is not known. */
  readonly home: () => string | null;
}

/** Starts answering on a connection. The connection is not listened on before everything is in place. */
export function startServer(connection: Connection, platform: Platform): void {
  const log: Host['log'] = (level, message) => {
    const write = { error: connection.console.error, warning: connection.console.warn, information: connection.console.info, debug: connection.console.log }[level];
    write.call(connection.console, message);
  };
  connection.onInitialize(async (params: InitializeParams) => {
    const client = readClient(params, platform.home);
    const plain = platform.host(log);
    const host = client.readsFiles ? withClientFiles(plain, connection, platform.reaches) : plain;
    const service = createLanguageService(host);
    const speak = async (): Promise<void> => {
      const words = await readWords(client.locale, () => client.home, (address) => host.read(documentAddress(address)));
      if (words && words !== service.words()) service.speak(words);
    };
    // What only the client can read may be asked of it when it has been answered, not before.
    const atHand = /^en\b/i.test(client.locale) || client.home === null || platform.reaches(client.home);
    if (atHand) await speak();
    serve(connection, client, host, service, atHand ? null : speak);
    return serverCapabilities(client);
  });
  connection.listen();
}

const rulesByName = new Map(rules.map((rule) => [rule.name as string, rule]));

/** Files whose change outside the editor matters. */
const watchedFiles = ['**/.inspection-response.json', '**/*.md'];

function serve(connection: Connection, client: Client, host: Host, service: LanguageService, speak: (() => Promise<void>) | null): void {
  const { log } = host;
  const texts = followTexts(connection, service, client, log);
  const others = createOtherDocuments(texts, host, client);
  let settings = noEditorSettings;
  const surroundings: Surroundings = { service, host, client, texts, others };
  const checker = createChecker(surroundings);
  const publisher = createPublisher(connection, surroundings, checker);

  // ── diagnostics
  if (client.pullsDiagnostics) {
    connection.languages.diagnostics.on(fenced('textDocument/diagnostic', log, emptyReport(), async ({ textDocument, previousResultId }: DocumentDiagnosticParams, token): Promise<DocumentDiagnosticReport> => {
      const text = texts.get(textDocument.uri);
      if (!text) return emptyReport();
      const { id, items } = await checker.diagnostics(text, token);
      publisher.answered(text, id);
      return id === previousResultId ? { kind: 'unchanged', resultId: id } : { kind: 'full', resultId: id, items };
    }));
  }
  service.onAffected((addresses) => publisher.recheck(addresses));

  // ── requests about one place or document
  const withSnapshot = createWithSnapshot(surroundings, checker);
  connection.onCompletion(fenced('textDocument/completion', log, null, ({ textDocument, position }, token) =>
    withSnapshot(textDocument.uri, 'linked', token, null, (snapshot, places) => {
      const items = completion(snapshot, places.offset(position), rules);
      return { isIncomplete: items.some(({ kind }) => kind === 'date' || kind === 'label' || kind === 'acronym'), items: items.map((item, index) => toCompletionItem(item, index, places, client)) };
    })));
  connection.onHover(fenced('textDocument/hover', log, null, ({ textDocument, position }, token) =>
    withSnapshot(textDocument.uri, 'linked', token, null, (snapshot, places) => {
      const found = hover(snapshot, places.offset(position), rules);
      return found && toHover(found, places, client);
    })));
  connection.onDocumentSymbol(fenced('textDocument/documentSymbol', log, null, ({ textDocument }, token) =>
    withSnapshot(textDocument.uri, 'modelled', token, null, (snapshot, places, text) => toDocumentSymbols(documentSymbols(snapshot), text.spelling, places, client))));
  connection.onFoldingRanges(fenced('textDocument/foldingRange', log, null, ({ textDocument }, token) =>
    withSnapshot(textDocument.uri, 'modelled', token, null, (snapshot) => toFoldingRanges(foldingRanges(snapshot), client))));
  answerNavigation(connection, surroundings, withSnapshot);
  answerMoves(connection, surroundings);
  answerCallHierarchy(connection, surroundings, withSnapshot);
  answerLinksAndSelection(connection, surroundings, withSnapshot);
  answerSemanticTokens(connection, surroundings, withSnapshot);
  const lenses = answerLensesAndHints(connection, surroundings, checker, withSnapshot);
  answerFormatting(connection, surroundings, withSnapshot);
  const actions = createCodeActionRequests(surroundings, checker, (message) => connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }));
  connection.onCodeAction(fenced('textDocument/codeAction', log, null, actions.list));
  connection.onCodeActionResolve(async (action, token) => {
    const resolved = await fenced('codeAction/resolve', log, action, actions.resolve)(action, token);
    return resolved as typeof action;
  });
  connection.onExecuteCommand(fenced('workspace/executeCommand', log, null, async ({ command, arguments: given }: ExecuteCommandParams) => {
    const rule = rulesByName.get(String(given?.[0]));
    if (command === own.rulePageCommand && rule && client.home !== null) await connection.window.showDocument({ uri: rulePageIn(client.home, rule.name), takeFocus: true });
    if (command === own.showBlankCommand) await connection.window.showDocument({ uri: String(given?.[0]), takeFocus: true, selection: given?.[1] as Range });
    if (command === own.addActionCommand) await lenses.addAction(String(given?.[0]), String(given?.[1]));
    return null;
  }));

  // ── our own messages
  connection.onNotification(own.cursorMethod, fencedNotification<own.CursorParams>(own.cursorMethod, log, ({ uri, position }) => {
    const text = texts.get(uri);
    if (text) publisher.cursorMoved(text, position);
  }));
  connection.onRequest(own.documentStatusMethod, fenced<own.DocumentStatusParams, own.DocumentStatus | null>(own.documentStatusMethod, log, null, ({ uri }, token) =>
    withSnapshot<own.DocumentStatus | null>(uri, 'modelled', token, null, ({ model: { context, version } }) => ({
      type: context.type, houseStyle: context.houseStyle.name, houseStyleTitle: context.houseStyle.title, version,
    }))));
  connection.onRequest(own.houseStylesMethod, fenced<unknown, readonly own.HouseStyleChoice[]>(own.houseStylesMethod, log, [], async () => (await import('../own-requests/when-asked/new-documents.ts')).houseStyleChoices(service, texts)));
  connection.onRequest(own.newDocumentMethod, fenced<own.NewDocumentParams, own.NewDocument | null>(own.newDocumentMethod, log, null, async (params) => (await import('../own-requests/when-asked/new-documents.ts')).newDocumentFor(params, service, texts)));
  connection.onRequest(own.explainConfigurationMethod, fenced<own.ExplainConfigurationParams, own.ExplainedConfiguration | null>(own.explainConfigurationMethod, log, null, async ({ uri }) => (await import('../own-requests/when-asked/configuration.ts')).explainedConfiguration(uri, service)));
  connection.onRequest(own.houseStyleFromDocumentMethod, fenced<own.HouseStyleFromDocumentParams, own.HouseStyleFromDocument | null>(own.houseStyleFromDocumentMethod, log, null, async (params) => (await import('../own-requests/when-asked/configuration.ts')).houseStyleFromDocument(params, service, client)));
  answerPreviews(connection, surroundings, withSnapshot);
  answerTraces(connection, surroundings);
  answerComparisons(connection, surroundings, withSnapshot);
  answerDeadlines(connection, surroundings);
  answerOverviews(connection, surroundings, withSnapshot);

  answerRewriting(connection, surroundings, withSnapshot);

  // ── files and settings
  const workspace = answerWorkspace(connection, surroundings);
  connection.onDidChangeWatchedFiles(fencedNotification('workspace/didChangeWatchedFiles', log, ({ changes }) => {
    workspace.changed(changes.map(({ uri }) => uri));
  }));
  texts.onSaved(({ uri }) => {
    // A client that cannot tell of changed files: look at the configuration again when something is saved.
    if (!client.registersWatchers) service.filesChanged([documentAddress(`${folderOf(uri)}.inspection-response.json`)]);
  });
  const readAgain = async (given?: unknown): Promise<void> => {
    const value: unknown = client.configuration.request ? await connection.workspace.getConfiguration('inspectionResponse') : (given as { readonly inspectionResponse?: unknown } | null | undefined)?.inspectionResponse;
    lenses.settingsRead(value);
    service.workspace.setKeeping(keepsFacts(value));
    const read = readSettings(value);
    if (isSameSettings(read, settings)) return;
    settings = read;
    service.prefer(read);
  };
  connection.onDidChangeConfiguration(fencedNotification('workspace/didChangeConfiguration', log, (params) => inBackground('Reading the settings', log, readAgain(params.settings))));
  connection.onInitialized(fencedNotification('initialized', log, () => {
    if (speak) inBackground('Reading the translation', log, speak());
    inBackground('Reading the settings', log, (client.configuration.request ? readAgain() : Promise.resolve()).finally(workspace.begin));
    if (client.configuration.register) inBackground('Registering for settings', log, connection.client.register(DidChangeConfigurationNotification.type, { section: 'inspectionResponse' }));
    if (client.registersWatchers) inBackground('Registering for files', log, connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: watchedFiles.map((globPattern) => ({ globPattern })) }));
    if (client.registersTexts) inBackground('Registering for settings in editors', log, followSettingsInEditors(connection));
  }));
}

/** What is written into a configuration file that is open must fit what stands in its editor, saved or not. */
async function followSettingsInEditors(connection: Connection): Promise<void> {
  const documentSelector = [{ pattern: `**/${configurationFileName}` }];
  await connection.client.register(DidOpenTextDocumentNotification.type, { documentSelector });
  await connection.client.register(DidChangeTextDocumentNotification.type, { documentSelector, syncKind: TextDocumentSyncKind.Incremental });
  await connection.client.register(DidCloseTextDocumentNotification.type, { documentSelector });
}

const emptyReport = (): DocumentDiagnosticReport => ({ kind: 'full', items: [] });
