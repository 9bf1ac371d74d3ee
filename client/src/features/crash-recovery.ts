import * as vscode from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler, type Middleware } from 'vscode-languageclient';
import { crashed, noCrashes } from '../crash-record.ts';
import { languageId } from '../language.ts';

/** Brings a server that died back with its documents, and sets aside a document that killed it twice. */
export interface CrashRecovery {
  readonly errorHandler: ErrorHandler;
  readonly middleware: Middleware;
  /** Addresses of documents to be opened without analysis. */
  readonly setAside: () => readonly string[];
  readonly forget: () => void;
}

export function createCrashRecovery(log: vscode.LogOutputChannel, restart: () => Promise<void>): CrashRecovery {
  let record = noCrashes;
  let setAside: readonly string[] = [];
  /** The document whose text the server was given last: the best guess at what it was reading when it ended. */
  let lastSent: string | null = null;

  /** The settings are sent too, but only their text is kept. */
  const sent = ({ uri, languageId: language }: vscode.TextDocument): void => {
    if (language === languageId) lastSent = uri.toString();
  };

  const afterCrash = (): { action: CloseAction; handled: true } => {
    const verdict = crashed(record, Date.now(), lastSent);
    record = verdict.record;
    log.error(`The server ended by itself${lastSent === null ? '' : `; it was given ${lastSent} last`}.`);
    if (!verdict.restart) {
      void offer(vscode.l10n.t('Checking stopped several times and is now off.'), log, {
        label: vscode.l10n.t('Start again'),
        act: restart,
      });
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    if (verdict.setAside !== null) {
      setAside = [...setAside, verdict.setAside];
      const name = vscode.Uri.parse(verdict.setAside).path.split('/').at(-1) ?? verdict.setAside;
      void offer(
        vscode.l10n.t('{0} stopped the checks twice. It stays open, without checks; your other documents are checked as before.', name),
        log,
        { label: vscode.l10n.t('Try again'), act: restart },
      );
    } else if (record.times.length === 1) {
      void offer(vscode.l10n.t('Checking stopped unexpectedly and has been started again. Your text is not affected.'), log);
    }
    return { action: CloseAction.Restart, handled: true };
  };

  return {
    errorHandler: {
      error: (error) => {
        log.error(`The connection to the server failed: ${error.message}`);
        return { action: ErrorAction.Continue, handled: true };
      },
      closed: afterCrash,
    },
    middleware: {
      didOpen: (document, next) => {
        sent(document);
        return next(document);
      },
      didChange: (event, next) => {
        sent(event.document);
        return next(event);
      },
      didClose: (document, next) => {
        if (lastSent === document.uri.toString()) lastSent = null;
        return next(document);
      },
    },
    setAside: () => setAside,
    forget: () => {
      record = noCrashes;
      setAside = [];
    },
  };
}

async function offer(
  message: string,
  log: vscode.LogOutputChannel,
  action?: { readonly label: string; readonly act: () => Promise<void> },
): Promise<void> {
  const openLog = vscode.l10n.t('Open log');
  const chosen = await vscode.window.showWarningMessage(message, ...(action === undefined ? [] : [action.label]), openLog);
  if (chosen === openLog) log.show();
  else if (action !== undefined && chosen === action.label) await action.act();
}
