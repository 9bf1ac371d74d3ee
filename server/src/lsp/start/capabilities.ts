import type { FileOperationRegistrationOptions, InitializeResult } from 'vscode-languageserver';
import { version } from '../../version.ts';
import type { Client } from '../connection/client.ts';
import { CodeActionKind, TextDocumentSyncKind } from '../connection/protocol-library.ts';
import { addActionCommand, fixAllKind, rulePageCommand, showBlankCommand } from '../protocol/commands.ts';
import { semanticTokensOptions } from '../requests/semantic-tokens.ts';

/** Documents, and folders that may hold some. */
const files: FileOperationRegistrationOptions = {
  filters: [{ pattern: { glob: '**/*.md' } }, { pattern: { glob: '**', matches: 'folder' } }],
};

/** What this server offers this client. */
export function serverCapabilities(client: Client): InitializeResult {
  const { toBeRenamed, renamed, deleted } = client.tellsOfFiles;
  const commands = [
    ...(client.showsDocuments && client.home !== null ? [rulePageCommand] : []),
    ...(client.appliesEdits ? [addActionCommand] : []),
    ...(client.showsDocuments ? [showBlankCommand] : []),
  ];
  return {
    serverInfo: { name: 'inspection-response', version },
    capabilities: {
      positionEncoding: client.encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      ...(client.pullsDiagnostics && {
        diagnosticProvider: { identifier: 'inspection-response', interFileDependencies: true, workspaceDiagnostics: false },
      }),
      ...(client.codeActions.literals && {
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, CodeActionKind.RefactorRewrite],
          resolveProvider: client.codeActions.resolve,
        },
      }),
      completionProvider: { triggerCharacters: ['#', ':', '|', ' ', '<', ','], resolveProvider: false },
      hoverProvider: true,
      documentSymbolProvider: true,
      workspaceSymbolProvider: client.workspaceSymbols.resolvesPlaces ? { resolveProvider: true } : true,
      workspace: {
        ...(client.tellsOfFolders && { workspaceFolders: { supported: true, changeNotifications: true } }),
        ...((toBeRenamed || renamed || deleted) && {
          fileOperations: {
            ...(toBeRenamed && { willRename: files }),
            ...(renamed && { didRename: files }),
            ...(deleted && { didDelete: files }),
          },
        }),
      },
      foldingRangeProvider: true,
      ...(commands.length > 0 && { executeCommandProvider: { commands } }),
      ...(client.codeLenses.asked && { codeLensProvider: { resolveProvider: true } }),
      ...(client.inlayHints.asked && { inlayHintProvider: true }),
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      ...(client.documentLinks.asked && { documentLinkProvider: { resolveProvider: true } }),
      ...(client.selectionRanges && { selectionRangeProvider: true }),
      ...(client.callHierarchy && { callHierarchyProvider: true }),
      ...(client.semanticTokens && { semanticTokensProvider: semanticTokensOptions(client.semanticTokens) }),
      renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    },
  };
}
