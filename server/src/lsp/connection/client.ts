import type { ClientCapabilities, InitializeParams, SemanticTokensClientCapabilities } from 'vscode-languageserver';
import { documentAddress, type DocumentAddress } from '../../language/text/document-address.ts';
import type { InitializationOptions } from '../protocol/initialization.ts';

/** What the client can do, read once; nothing that it lacks is ever sent to it. */
export interface Client {
  readonly encoding: 'utf-16' | 'utf-8';
  readonly pullsDiagnostics: boolean;
  readonly takesPublished: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly diagnostics: { readonly relatedInformation: boolean; readonly codeDescription: boolean; readonly version: boolean };
  readonly codeActions: { readonly literals: boolean; readonly resolve: boolean; readonly preferred: boolean };
  readonly versionedEdits: boolean;
  /** Whether an edit may make a file. */
  readonly createsFiles: boolean;
  /** Whether an edit may carry a question that the officer answers before it is made. */
  readonly annotatedEdits: boolean;
  readonly definitionLinks: boolean;
  readonly preparesRename: boolean;
  readonly documentLinks: { readonly asked: boolean; readonly tooltips: boolean };
  readonly selectionRanges: boolean;
  readonly callHierarchy: boolean;
  readonly codeLenses: { readonly asked: boolean; readonly refreshes: boolean };
  readonly inlayHints: { readonly asked: boolean; readonly refreshes: boolean };
  /** Whether the client makes edits that the server asks for. */
  readonly appliesEdits: boolean;
  /** Null where the client takes no semantic tokens in the form that there is. */
  readonly semanticTokens: SemanticTokensClient | null;
  readonly completion: { readonly snippets: boolean; readonly markdown: boolean; readonly documentation: boolean };
  readonly hover: 'markdown' | 'plaintext' | 'string';
  readonly symbols: { readonly hierarchical: boolean; readonly kinds: ReadonlySet<number> | null };
  readonly workspaceSymbols: { readonly resolvesPlaces: boolean; readonly kinds: ReadonlySet<number> | null };
  /** Addresses of the folders that are open, as the client spells them. */
  readonly folders: readonly string[];
  readonly tellsOfFolders: boolean;
  readonly tellsOfFiles: { readonly toBeRenamed: boolean; readonly renamed: boolean; readonly deleted: boolean };
  readonly showsProgress: boolean;
  readonly folding: { readonly limit: number; readonly kinds: ReadonlySet<string> | null };
  readonly configuration: { readonly request: boolean; readonly register: boolean };
  readonly registersWatchers: boolean;
  /** Whether it can be asked for the texts of further files as they are opened and edited. */
  readonly registersTexts: boolean;
  readonly showsDocuments: boolean;
  readonly commands: ReadonlySet<string>;
  readonly readsFiles: boolean;
  readonly followsResponses: boolean;
  readonly unanalysed: ReadonlySet<DocumentAddress>;
  /** Address of the folder that holds what comes with the program, ending in a slash; null where nobody knows it. */
  readonly home: string | null;
  /** Language that the officer has chosen for the checks, or else for the editor. */
  readonly locale: string;
}

export interface SemanticTokensClient {
  readonly types: ReadonlySet<string>;
  readonly modifiers: ReadonlySet<string>;
  readonly full: boolean;
  readonly delta: boolean;
  readonly range: boolean;
  readonly refreshes: boolean;
}

/** Reads the capabilities; what is missing or of another form counts as not there. `ownHome` holds where the client does not name one. */
export function readClient(
  { capabilities, initializationOptions, locale, workspaceFolders, rootUri }: InitializeParams,
  ownHome: () => string | null,
): Client {
  const { textDocument, workspace, window, general }: ClientCapabilities = capabilities ?? {};
  const options = (
    typeof initializationOptions === 'object' && initializationOptions !== null ? initializationOptions : {}
  ) as InitializationOptions;
  const published = textDocument?.publishDiagnostics;
  const pulled = textDocument?.diagnostic;
  const action = textDocument?.codeAction;
  const item = textDocument?.completion?.completionItem;
  return {
    encoding: encodingOf(general?.positionEncodings),
    pullsDiagnostics: pulled !== undefined,
    takesPublished: published !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    diagnostics: {
      relatedInformation: published?.relatedInformation === true || pulled?.relatedInformation === true,
      codeDescription: published?.codeDescriptionSupport === true || pulled?.codeDescriptionSupport === true,
      version: published?.versionSupport === true,
    },
    codeActions: {
      literals: action?.codeActionLiteralSupport !== undefined,
      resolve: action?.dataSupport === true && action.resolveSupport?.properties.includes('edit') === true,
      preferred: action?.isPreferredSupport === true,
    },
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    annotatedEdits: workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.changeAnnotationSupport !== undefined,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    documentLinks: { asked: textDocument?.documentLink !== undefined, tooltips: textDocument?.documentLink?.tooltipSupport === true },
    selectionRanges: textDocument?.selectionRange !== undefined,
    callHierarchy: textDocument?.callHierarchy !== undefined,
    codeLenses: { asked: textDocument?.codeLens !== undefined, refreshes: workspace?.codeLens?.refreshSupport === true },
    inlayHints: { asked: textDocument?.inlayHint !== undefined, refreshes: workspace?.inlayHint?.refreshSupport === true },
    appliesEdits: workspace?.applyEdit === true,
    semanticTokens: semanticTokensOf(textDocument?.semanticTokens, workspace?.semanticTokens?.refreshSupport === true),
    completion: {
      snippets: item?.snippetSupport === true,
      markdown: item?.documentationFormat?.includes('markdown') === true,
      documentation: textDocument?.completion !== undefined,
    },
    hover: hoverFormat(textDocument?.hover?.contentFormat),
    symbols: {
      hierarchical: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
      kinds: setOf(textDocument?.documentSymbol?.symbolKind?.valueSet),
    },
    workspaceSymbols: {
      resolvesPlaces: workspace?.symbol?.resolveSupport?.properties.includes('location.range') === true,
      kinds: setOf(workspace?.symbol?.symbolKind?.valueSet),
    },
    folders: foldersOf(workspaceFolders, rootUri),
    tellsOfFolders: workspace?.workspaceFolders === true,
    tellsOfFiles: {
      toBeRenamed: workspace?.fileOperations?.willRename === true,
      renamed: workspace?.fileOperations?.didRename === true,
      deleted: workspace?.fileOperations?.didDelete === true,
    },
    showsProgress: window?.workDoneProgress === true,
    folding: {
      limit: textDocument?.foldingRange?.rangeLimit ?? Infinity,
      kinds: setOf(textDocument?.foldingRange?.foldingRangeKind?.valueSet),
    },
    configuration: {
      request: workspace?.configuration === true,
      register: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    },
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    registersTexts: textDocument?.synchronization?.dynamicRegistration === true,
    showsDocuments: window?.showDocument?.support === true,
    commands: new Set(strings(options.commands)),
    readsFiles: options.readsFiles === true,
    followsResponses: options.followsResponses === true,
    unanalysed: new Set(strings(options.unanalysed).map(documentAddress)),
    get home() {
      return typeof options.home === 'string' ? options.home.replace(/\/?$/, '/') : ownHome();
    },
    locale: strings([options.language, locale, 'en'])[0]!,
  };
}

function semanticTokensOf(capabilities: SemanticTokensClientCapabilities | undefined, refreshes: boolean): SemanticTokensClient | null {
  if (!strings(capabilities?.formats).includes('relative')) return null;
  const { tokenTypes, tokenModifiers, requests } = capabilities!;
  const full = requests?.full;
  const delta = typeof full === 'object' && full.delta === true;
  return {
    types: new Set(strings(tokenTypes)),
    modifiers: new Set(strings(tokenModifiers)),
    full: full === true || typeof full === 'object',
    delta,
    range: Boolean(requests?.range),
    refreshes,
  };
}

/** The first encoding of the client's list that we speak: the list is in its order of preference, and every client knows UTF-16. */
function encodingOf(encodings: unknown): Client['encoding'] {
  return strings(encodings).find((one): one is Client['encoding'] => one === 'utf-16' || one === 'utf-8') ?? 'utf-16';
}

/** The folders that a client names; older ones name only one. */
function foldersOf(workspaceFolders: unknown, rootUri: unknown): readonly string[] {
  if (Array.isArray(workspaceFolders)) return strings(workspaceFolders.map((folder: { readonly uri?: unknown } | null) => folder?.uri));
  return typeof rootUri === 'string' ? [rootUri] : [];
}

function hoverFormat(formats: unknown): Client['hover'] {
  const known = strings(formats);
  if (known.length === 0) return 'string';
  return known[0] === 'markdown' || !known.includes('plaintext') ? 'markdown' : 'plaintext';
}

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
const setOf = <T>(values: readonly T[] | undefined): ReadonlySet<T> | null => (Array.isArray(values) ? new Set(values) : null);
