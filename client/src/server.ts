import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** The server of this window: one client, started when the first document of ours is there, or when a command needs it. */
export interface Server {
  readonly client: BaseLanguageClient;
  /** The running client; starts it when it is not. Rejects when the server cannot be started. */
  readonly running: () => Promise<BaseLanguageClient>;
  /** Ends the server, if it runs, and starts it afresh; what was remembered of crashes is forgotten. */
  readonly restart: () => Promise<void>;
  readonly log: vscode.LogOutputChannel;
}
