import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/protocol/initialization.ts';
import type { StartConverter } from './converter.ts';
import { languageId } from './language.ts';
import { rememberChecked } from './features/checked-documents.ts';
import { createCrashRecovery } from './features/crash-recovery.ts';
import { registerExplainConfiguration } from './features/explain-configuration.ts';
import { followLanguage, languageOfChecks } from './features/language-of-checks.ts';
import { registerTableKeys } from './features/table-keys.ts';
import { followTyping } from './features/typing.ts';
import { registerHouseStyleFromDocument } from './features/house-style-from-document.ts';
import { cursorInNewRow } from './features/new-row.ts';
import { registerNextReport } from './features/next-report.ts';
import { registerNewDocument } from './features/new-document.ts';
import { registerExport } from './features/export-paper.ts';
import { registerImport } from './features/import-paper.ts';
import { registerTrackerImport } from './features/import-tracker.ts';
import { pasteRichText } from './features/paste-rich-text.ts';
import { registerCompare } from './features/compare.ts';
import { registerDeadlines } from './features/deadlines.ts';
import { registerOverview } from './features/overview.ts';
import { registerPreview } from './features/preview.ts';
import { registerPrint } from './features/print-paper.ts';
import { readFilesFor } from './features/read-files.ts';
import { registerRewriting } from './features/rewriting.ts';
import { showRulePages } from './features/rule-pages.ts';
import { showResponses } from './features/responses-tree.ts';
import { registerServerCommands } from './features/server-commands.ts';
import { registerShowPlaces, showPlacesCommand } from './features/show-places.ts';
import { registerSaveWritten, saveFileCommand } from './features/save-written.ts';
import type { PagesForBrowser } from './pages-for-browser.ts';
import type { Server } from './server.ts';
import { leavingOutShownBeside } from './shown-only.ts';
import { showStatus } from './features/status-item.ts';
import { registerTraceability } from './features/traceability.ts';
import { switchMarkdownDocuments } from './features/switch-language.ts';
import { knowTokenNames } from './features/token-names.ts';

/** What the extension gives to whoever activates it: nothing that other extensions need, everything that its own tests wait for. */
export interface InspectionResponse {
  readonly server: Server;
}

/** What differs between desktop and browser. */
export interface Platform {
  /** Makes the client; does not start it. */
  readonly createClient: (options: LanguageClientOptions) => BaseLanguageClient;
  /** Whether the server needs this window to read files for it. Asked at each start. */
  readonly readsFiles: () => boolean;
  /** Starts what imports papers. */
  readonly startConverter: StartConverter;
  /** Whether programs of this computer can be started from here. */
  readonly startsPrograms: boolean;
  /** Gives pages to the officer's browser; null where that cannot be done from here. */
  readonly pages: PagesForBrowser | null;
}

/** Everything that desktop and browser have in common. */
export function activateWith(
  context: vscode.ExtensionContext,
  { createClient, readsFiles, startConverter, startsPrograms, pages }: Platform,
): InspectionResponse {
  const log = vscode.window.createOutputChannel('Inspection Response', { log: true });
  const recovery = createCrashRecovery(log, () => server.restart());
  const checked = rememberChecked();
  const client = createClient({
    documentSelector: [{ language: languageId }],
    outputChannel: log,
    initializationOptions: (): InitializationOptions => ({
      unanalysed: recovery.setAside(),
      commands: ['editor.action.triggerSuggest', showPlacesCommand, saveFileCommand],
      readsFiles: readsFiles(),
      followsResponses: true,
      language: languageOfChecks(),
      home: context.extensionUri.toString(true),
    }),
    errorHandler: recovery.errorHandler,
    middleware: leavingOutShownBeside({
      ...recovery.middleware,
      ...cursorInNewRow(),
      ...checked.noting(showRulePages(context.extensionUri)),
    }),
    synchronize: { configurationSection: 'inspectionResponse' },
    markdown: { supportHtml: false },
  });
  knowTokenNames(client);
  const server: Server = {
    client,
    log,
    running: async () => {
      await client.start();
      return client;
    },
    restart: async () => {
      recovery.forget();
      if (client.needsStop()) await client.stop();
      await client.start();
    },
  };
  context.subscriptions.push(
    log,
    client,
    ...startWithFirstDocument(server),
    ...readFilesFor(client),
    ...registerServerCommands(server),
    ...registerRewriting(server),
    ...registerNewDocument(server),
    ...registerHouseStyleFromDocument(server),
    ...registerImport(startConverter, log),
    ...registerTrackerImport(startConverter, log),
    ...registerExport(startConverter, { startsPrograms }),
    ...pasteRichText(startConverter),
    ...registerExplainConfiguration(server),
    ...registerShowPlaces(client),
    ...registerSaveWritten(),
    ...registerPreview(server, context.extensionUri),
    ...registerTraceability(server, context.extensionUri),
    ...registerDeadlines(server, startConverter, context.extensionUri),
    ...registerCompare(server),
    ...registerNextReport(server),
    ...showResponses(server),
    ...registerOverview(server, context.extensionUri),
    ...registerPrint(startConverter, pages),
    ...switchMarkdownDocuments(),
    ...checked.follow(client),
    ...showStatus(server, checked),
    ...followTyping(client),
    ...registerTableKeys(server),
    ...followLanguage(server),
  );
  return { server };
}

/** Nothing runs in a window that has no document of ours. */
function startWithFirstDocument(server: Server): vscode.Disposable[] {
  const startFor = (document: vscode.TextDocument): void => {
    if (document.languageId !== languageId || !server.client.needsStart()) return;
    server.running().catch((error: unknown) => server.log.error(`The checks could not be started: ${String(error)}`));
  };
  vscode.workspace.textDocuments.forEach(startFor);
  return [vscode.workspace.onDidOpenTextDocument(startFor)];
}
