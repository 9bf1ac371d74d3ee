import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import type { DocumentStatus, DocumentStatusParams } from '../../../server/src/lsp/protocol/open-documents.ts';
import { languageId } from '../language.ts';
import type { Server } from '../server.ts';
import type { CheckedDocuments } from './checked-documents.ts';

/** The status bar's line about the document in front: its house style and what there is to put right. A click opens the list. */
export function showStatus(server: Server, checked: CheckedDocuments): vscode.Disposable[] {
  const item = vscode.window.createStatusBarItem('inspectionResponse.status', vscode.StatusBarAlignment.Right, 100);
  item.name = 'Inspection Response';
  let latest: { readonly uri: string; readonly status: DocumentStatus } | null = null;

  const show = (): void => {
    const document = documentInFront();
    if (document === null) {
      item.hide();
      return;
    }
    const status = latest?.uri === document.uri.toString() ? latest.status : null;
    const found = countFindings(document.uri);
    const running = server.client.state === State.Running;
    const houseStyle = status?.houseStyleTitle ?? 'Inspection Response';
    item.text =
      running && checked.has(document)
        ? `${iconFor(found)} ${houseStyle}: ${summary(found)}`
        : running || server.client.state === State.Starting
          ? `$(sync~spin) ${houseStyle}`
          : `$(circle-slash) ${vscode.l10n.t('{0}: not checked', houseStyle)}`;
    item.tooltip = tooltip(status, found, running);
    item.command = running ? 'workbench.actions.view.problems' : 'inspectionResponse.restartServer';
    item.show();
  };

  const refresh = async (): Promise<void> => {
    show();
    const document = documentInFront();
    if (document === null || server.client.state !== State.Running) return;
    const parameters: DocumentStatusParams = { uri: server.client.code2ProtocolConverter.asUri(document.uri) };
    try {
      const status = await server.client.sendRequest<DocumentStatus | null>('inspectionResponse/documentStatus', parameters);
      if (status !== null) latest = { uri: document.uri.toString(), status };
      show();
    } catch (error) {
      server.log.debug(`No status of ${parameters.uri}: ${String(error)}`);
    }
  };

  void refresh();
  return [
    item,
    vscode.window.onDidChangeActiveTextEditor(() => void refresh()),
    vscode.workspace.onDidOpenTextDocument(() => void refresh()),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const document = documentInFront();
      if (document !== null && uris.some((uri) => uri.toString() === document.uri.toString())) void refresh();
    }),
    checked.onChecked(show),
    server.client.onDidChangeState(() => void refresh()),
  ];
}

interface Found {
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
}

function documentInFront(): vscode.TextDocument | null {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === languageId ? document : null;
}

function countFindings(uri: vscode.Uri): Found {
  const severities = vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === languageId)
    .map(({ severity }) => severity);
  const count = (wanted: vscode.DiagnosticSeverity): number => severities.filter((severity) => severity === wanted).length;
  const errors = count(vscode.DiagnosticSeverity.Error);
  const warnings = count(vscode.DiagnosticSeverity.Warning);
  return { errors, warnings, others: severities.length - errors - warnings };
}

const iconFor = ({ errors, warnings, others }: Found): string =>
  errors > 0 ? '$(error)' : warnings > 0 ? '$(warning)' : others > 0 ? '$(info)' : '$(check)';

function summary({ errors, warnings, others }: Found): string {
  const toPutRight = errors + warnings;
  if (toPutRight === 0) return others === 0 ? vscode.l10n.t('nothing to put right') : vscode.l10n.t('{0} to consider', others);
  return vscode.l10n.t('{0} to put right', toPutRight);
}

function tooltip(status: DocumentStatus | null, found: Found, running: boolean): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  text.isTrusted = {
    enabledCommands: ['inspectionResponse.restartServer', 'inspectionResponse.showLog', 'workbench.actions.view.problems'],
  };
  if (!running) text.appendMarkdown(`${vscode.l10n.t('This document is not being checked.')}\n\n`);
  if (status !== null)
    text
      .appendMarkdown(`**${vscode.l10n.t('House style')}** `)
      .appendText(`${status.houseStyleTitle} (${status.houseStyle})`)
      .appendMarkdown('\n\n');
  if (running)
    text.appendMarkdown(`${vscode.l10n.t('Errors: {0}, warnings: {1}, hints: {2}', found.errors, found.warnings, found.others)}\n\n`);
  text.appendMarkdown(
    [
      `[${vscode.l10n.t('Show the list')}](command:workbench.actions.view.problems)`,
      `[${vscode.l10n.t('Check again from the start')}](command:inspectionResponse.restartServer)`,
      `[${vscode.l10n.t('Open log')}](command:inspectionResponse.showLog)`,
    ].join(' · '),
  );
  return text;
}
