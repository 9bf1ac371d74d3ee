/** What a client may say of itself in `initializationOptions`. Everything may be left out. */
export interface InitializationOptions {
  /** Documents that brought the server down: they are opened without being read. */
  readonly unanalysed?: readonly string[];
  /** Names of commands that the client can run itself, such as `editor.action.triggerSuggest`. Others are never sent to it. */
  readonly commands?: readonly string[];
  /**
   * Whether the client answers the requests of `client-files.ts`, for files that the server cannot reach (a browser, a virtual workspace).
   */
  readonly readsFiles?: boolean;
  /** Whether the client listens to `responsesChangedMethod` (`traces.ts`). */
  readonly followsResponses?: boolean;
  /** Language of what is said, where it is not that of the editor (`locale`). */
  readonly language?: string | undefined;
  /** Address of the folder of the extension, with its pages and translations, where the client has its own way to it. */
  readonly home?: string;
}
