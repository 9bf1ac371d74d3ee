import type { CancellationToken, CodeLens, Command, Connection, InlayHint, Location } from 'vscode-languageserver';
import { codeLenses, lensWords, planFor, type LensClick, type LensFamily } from '../../language/features/reading-aids/code-lens.ts';
import { inlayHints } from '../../language/features/reading-aids/inlay-hint.ts';
import { neverCancelled } from '../../language/host.ts';
import { newAction } from '../../language/rules/new-action.ts';
import { isSameDisplay, readDisplaySettings } from '../connection/display-settings.ts';
import { fenced, inBackground } from '../connection/fence.ts';
import {
  CodeLensRefreshRequest,
  InlayHintRefreshRequest,
  MessageType,
  SemanticTokensRefreshRequest,
  ShowMessageNotification,
} from '../connection/protocol-library.ts';
import { newestSnapshot } from '../documents/newest-snapshot.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import { whereaboutsOfViews } from '../documents/whereabouts.ts';
import type { WithSnapshot } from '../documents/with-snapshot.ts';
import { addActionCommand, showPlacesCommand } from '../protocol/commands.ts';
import { rangeOfBlank } from '../to-protocol/blanks.ts';
import { toWorkspaceEdit } from '../to-protocol/edits.ts';

/** What a lens carries from the list to its resolution. */
interface LensData {
  readonly uri: string;
  readonly family: LensFamily;
  readonly version: number;
}

export interface LensesAndHints {
  /** Reads the settings anew; what is shown is asked for again where they changed. */
  settingsRead(value: unknown): void;
  /** Runs {@link addActionCommand}. */
  addAction(uri: string, label: string): Promise<void>;
}

/** Code lenses, inlay hints and the command behind a lens. */
export function answerLensesAndHints(connection: Connection, surroundings: Surroundings, withSnapshot: WithSnapshot): LensesAndHints {
  const { service, client, texts, others, host } = surroundings;
  const { log } = host;
  const whereaboutsOf = whereaboutsOfViews(surroundings);
  let display = readDisplaySettings(undefined);

  const refresh = createRefresher(connection, surroundings);
  service.onAffected(refresh);

  if (client.codeLenses.asked) {
    connection.onCodeLens(
      fenced('textDocument/codeLens', log, null, ({ textDocument }, token) =>
        withSnapshot<CodeLens[] | null>(textDocument.uri, 'linked', token, null, (snapshot, places, text) =>
          codeLenses(snapshot, (family) => display.lenses.has(family)).map(({ family, span }): CodeLens => ({
            range: places.range(span),
            data: { uri: text.spelling, family, version: snapshot.model.version } satisfies LensData,
          })),
        ),
      ),
    );
    connection.onCodeLensResolve(async (lens, token) => {
      const resolved = await fenced('codeLens/resolve', log, lens, () => resolve(lens, token))(lens, token);
      return resolved as CodeLens;
    });
  }

  const resolve = (lens: CodeLens, token: CancellationToken): Promise<CodeLens> => {
    const { uri, family, version } = lens.data as LensData;
    return withSnapshot<CodeLens>(uri, 'linked', token, lens, async (snapshot, places) => {
      // Where the text has moved on, the client asks for all of them again.
      const words = snapshot.model.version === version ? lensWords(snapshot, family, places.offset(lens.range.start)) : null;
      return words
        ? { ...lens, command: await commandOf(words.title, words.click, lens, uri) }
        : { ...lens, command: { title: '', command: '' } };
    });
  };

  /** A command that this client can run or have run; without one the words are only words. */
  const commandOf = async (title: string, click: LensClick | null, { range: { start } }: CodeLens, uri: string): Promise<Command> => {
    if (click?.kind === 'add-action' && client.appliesEdits) return { title, command: addActionCommand, arguments: [uri, click.label] };
    if (click?.kind === 'add-action') return { title: title.replace(/:.*/, ''), command: '' };
    if (click?.kind === 'show' && client.commands.has(showPlacesCommand)) {
      const found = await others.find(click.places.map(({ address }) => address));
      const locations = click.places.flatMap(({ address, span }): Location[] => {
        const other = found.get(address);
        return other ? [{ uri: other.uri, range: other.places.range(span) }] : [];
      });
      if (locations.length > 0) return { title, command: showPlacesCommand, arguments: [uri, start, locations] };
    }
    return { title, command: '' };
  };

  if (client.inlayHints.asked) {
    connection.languages.inlayHint.on(
      fenced('textDocument/inlayHint', log, null, ({ textDocument, range }, token) =>
        withSnapshot<InlayHint[] | null>(textDocument.uri, 'modelled', token, null, (snapshot, places) =>
          inlayHints(snapshot, places.span(range), (kind) => display.hints.has(kind)).map(({ offset, text, tooltip }): InlayHint => ({
            position: places.position(offset),
            label: text,
            tooltip,
            paddingLeft: true,
          })),
        ),
      ),
    );
  }

  return {
    settingsRead(value) {
      const read = readDisplaySettings(value);
      if (isSameDisplay(read, display)) return;
      display = read;
      refresh();
    },
    async addAction(uri, label) {
      const text = texts.get(uri);
      if (text?.use !== 'read' || !client.appliesEdits) return;
      const snapshot = await newestSnapshot(surroundings, text, 'linked', neverCancelled);
      const plan = planFor(snapshot);
      const view = plan && (await service.read(plan));
      const edit = view && newAction(view, snapshot.response, label);
      if (!edit) {
        const message = snapshot.words.say(
          'There is no place for an action that addresses {label}. Write a section of actions into the action plan first.',
          { label },
        );
        return connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
      }
      const { applied } = await connection.workspace.applyEdit({
        label: snapshot.words.say('Add an action that addresses {label}', { label }),
        edit: toWorkspaceEdit([{ in: whereaboutsOf(view), edits: [edit] }], client),
      });
      if (!applied || !client.showsDocuments) return;
      const { places, uri: planUri } = whereaboutsOf(view);
      const selection = rangeOfBlank([edit], places);
      await connection.window.showDocument({ uri: planUri, takeFocus: true, ...(selection && { selection }) });
    },
  };
}

/** Tells a client that minds it to ask again for what it shows beside the text; once, however much happens in one turn. */
function createRefresher(connection: Connection, { client, host }: Surroundings): () => void {
  const requests = [
    ...(client.codeLenses.asked && client.codeLenses.refreshes ? [CodeLensRefreshRequest.type] : []),
    ...(client.inlayHints.asked && client.inlayHints.refreshes ? [InlayHintRefreshRequest.type] : []),
    ...(client.semanticTokens?.refreshes ? [SemanticTokensRefreshRequest.type] : []),
  ];
  let isWaiting = false;
  const send = async (): Promise<void> => {
    await host.pause();
    isWaiting = false;
    await Promise.all(requests.map((request) => connection.sendRequest(request)));
  };
  return () => {
    if (isWaiting || requests.length === 0) return;
    isWaiting = true;
    inBackground('Asking for lenses and hints to be asked for again', host.log, send());
  };
}
