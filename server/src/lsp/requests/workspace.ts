import type {
  CancellationToken,
  Connection,
  Location,
  WorkDoneProgressServerReporter,
  WorkspaceSymbol as ProtocolSymbol,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { degrees, likenessTo, symbolsOf, type WorkspaceSymbol } from '../../language/features/outline/workspace-symbol.ts';
import { slices } from '../../language/host.ts';
import { documentAddress } from '../../language/text/document-address.ts';
import type { Span } from '../../language/text/span.ts';
import { fenced, fencedNotification, inBackground } from '../connection/fence.ts';
import { DidChangeWorkspaceFoldersNotification } from '../connection/protocol-library.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import { symbolKind } from '../to-protocol/outline.ts';

/** How long the first document is left alone before the others are read, in milliseconds. */
const headStart = 150;

/** How long reading goes on before the officer is told of it, in milliseconds. */
const patience = 1000;

/** Most symbols that are answered: nobody reads more, and typing on makes them fewer. */
const mostSymbols = 2000;

/** Most of them where each file must be read for its lines, because the client cannot ask for them one by one. */
const mostPlaced = 200;

export interface WorkspaceRequests {
  /** Begins to read the folders, after what comes first has been read. */
  begin(): void;
  /** Files or folders came, went, or changed outside the editor. */
  changed(uris: readonly string[]): void;
}

/** The folders of the workspace, what is known of the documents in them, and how long that takes. */
export function answerWorkspace(connection: Connection, { service, client, texts, others, host }: Surroundings): WorkspaceRequests {
  const { log } = host;
  const { workspace } = service;
  let folders = client.folders.map(folderAddress);
  const useFolders = (): void => workspace.setFolders(folders);
  // What depends on the other documents is left out until they have been read; a client that cannot be told of that later gets what is
  // known.
  if (folders.length > 0) workspace.expectFolders(client.pullsDiagnostics && !client.refreshesDiagnostics);
  let begin = (): void => {};
  const begun = new Promise<void>((resolve) => {
    begin = () => {
      useFolders();
      resolve();
    };
  });

  connection.onShutdown(() => workspace.keep());
  if (client.tellsOfFolders) {
    connection.onNotification(
      DidChangeWorkspaceFoldersNotification.type,
      fencedNotification('workspace/didChangeWorkspaceFolders', log, ({ event: { added, removed } }) => {
        const gone = new Set(removed.map(({ uri }) => folderAddress(uri)));
        folders = [...folders.filter((folder) => !gone.has(folder)), ...added.map(({ uri }) => folderAddress(uri))];
        inBackground('Reading the workspace', log, begun.then(useFolders));
      }),
    );
  }
  const changed = (uris: readonly string[]): void => {
    const addresses = uris.map((uri) => documentAddress(uri.replace(/\/$/, ''))).filter((address) => texts.get(address)?.use !== 'read');
    if (addresses.length === 0) return;
    others.forget(addresses);
    service.filesChanged(addresses);
  };
  if (client.tellsOfFiles.renamed)
    connection.workspace.onDidRenameFiles(
      fencedNotification('workspace/didRenameFiles', log, ({ files }) => changed(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri]))),
    );
  if (client.tellsOfFiles.deleted)
    connection.workspace.onDidDeleteFiles(
      fencedNotification('workspace/didDeleteFiles', log, ({ files }) => changed(files.map(({ uri }) => uri))),
    );

  const shown = ({ name, container, kind }: WorkspaceSymbol) => ({
    name,
    containerName: container,
    kind: symbolKind(kind === 'label' ? 'finding' : kind, client.workspaceSymbols.kinds),
  });

  showProgress();
  connection.onWorkspaceSymbol(
    fenced('workspace/symbol', log, null, async ({ query }: WorkspaceSymbolParams, token) => {
      await begun;
      await workspace.complete(token);
      const found = await bestSymbols(query, token);
      return client.workspaceSymbols.resolvesPlaces
        ? found.map((symbol): ProtocolSymbol => ({
            ...shown(symbol),
            location: { uri: texts.spelling(symbol.address) },
            data: symbol.span,
          }))
        : placed(found.slice(0, mostPlaced));
    }),
  );
  connection.onWorkspaceSymbolResolve(async (symbol, token) => {
    const resolved = await fenced('workspaceSymbol/resolve', log, symbol, async ({ location: { uri }, data }: ProtocolSymbol) => {
      const address = documentAddress(uri);
      const places = (await others.find([address])).get(address)?.places;
      return places ? { ...symbol, location: { uri, range: places.range(data as Span) } } : symbol;
    })(symbol, token);
    return resolved as ProtocolSymbol;
  });
  return {
    begin: () => {
      setTimeout(begin, headStart);
    },
    changed,
  };

  async function bestSymbols(query: string, token: CancellationToken): Promise<readonly WorkspaceSymbol[]> {
    const checkpoint = slices(host, token);
    const likeness = likenessTo(query);
    const byLikeness = new Map<number, WorkspaceSymbol[]>(degrees.map((degree) => [degree, []]));
    for await (const facts of workspace.documents()) {
      for (const symbol of symbolsOf(facts)) {
        const alike = byLikeness.get(likeness(symbol.name));
        if (alike && alike.length < mostSymbols) alike.push(symbol);
      }
      if (byLikeness.get(degrees[0])!.length === mostSymbols) break;
      await checkpoint();
    }
    return degrees.flatMap((degree) => byLikeness.get(degree)!).slice(0, mostSymbols);
  }

  async function placed(found: readonly WorkspaceSymbol[]): Promise<(ProtocolSymbol & { readonly location: Location })[]> {
    const where = await others.find(found.map(({ address }) => address));
    return found.flatMap((symbol) => {
      const there = where.get(symbol.address);
      return there ? [{ ...shown(symbol), location: { uri: there.uri, range: there.places.range(symbol.span) } }] : [];
    });
  }

  /** Says how far reading has come, where it lasts; keeps what was read once it is over. */
  function showProgress(): void {
    let begun: number | null = null;
    let reporter: Promise<WorkDoneProgressServerReporter | null> | null = null;
    let percentage = -1;
    workspace.onProgress(({ read, found, isComplete }) => {
      begun ??= host.now();
      if (isComplete) {
        log('debug', `${found} documents of the workspace are known after ${Math.round(host.now() - begun)} ms.`);
        const shownBy = reporter;
        [begun, reporter, percentage] = [null, null, -1];
        if (shownBy)
          inBackground(
            'Showing progress',
            log,
            shownBy.then((one) => one?.done()),
          );
        inBackground('Keeping what was read', log, workspace.keep());
        return;
      }
      if (!client.showsProgress || host.now() - begun < patience) return;
      const now = found === 0 ? 0 : Math.floor((100 * read) / found);
      if (now === percentage) return;
      percentage = now;
      const message = `${read.toLocaleString('en-GB')} of ${found.toLocaleString('en-GB')}`;
      if (reporter)
        inBackground(
          'Showing progress',
          log,
          reporter.then((one) => one?.report(now, message)),
        );
      else {
        reporter = connection.window.createWorkDoneProgress().then(
          (one) => {
            one.begin('Reading the documents of the workspace', now, message, false);
            return one;
          },
          () => null,
        );
      }
    });
  }
}

/** The address of a folder, with a slash at its end. */
const folderAddress = (uri: string): string => `${documentAddress(uri).replace(/\/$/, '')}/`;
