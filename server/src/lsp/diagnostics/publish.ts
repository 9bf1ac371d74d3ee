import type { CancellationToken, Connection, Diagnostic, Position } from 'vscode-languageserver';
import { neverCancelled } from '../../language/host.ts';
import type { DocumentAddress } from '../../language/text/document-address.ts';
import { inBackground } from '../connection/fence.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import type { OpenText } from '../documents/text-sync.ts';
import { inUtf16 } from '../to-protocol/positions.ts';
import type { Checker } from './checker.ts';
import { createConfigurationReports } from './configuration-reports.ts';

/** Sees to it that the client learns of new diagnostics: by asking it to ask again, or, where it cannot ask, by sending them. */
export interface Publisher {
  /** Documents whose diagnostics may have changed though they were not edited. */
  recheck(addresses: readonly DocumentAddress[]): void;
  /** The client was given these diagnostics of a document. */
  answered(text: OpenText, id: string): void;
  cursorMoved(text: OpenText, position: Position | null): void;
}

/** How long the typing must rest before diagnostics are sent to a client that cannot ask for them, in milliseconds. */
const rest = 30;
/** How long several reasons to look again are gathered into one, in milliseconds. */
const gather = 20;
/** How long the cursor must rest before what waited for it to leave is looked at, in milliseconds. */
const cursorRest = 250;

const nobodyCancels = neverCancelled as CancellationToken;

export function createPublisher(connection: Connection, surroundings: Surroundings, checker: Checker): Publisher {
  const { client, host, service, texts } = surroundings;
  const given = new Map<DocumentAddress, string>();
  const cursorTimers = createTimers();
  const configuration = createConfigurationReports(connection, surroundings);
  const answered: Publisher['answered'] = ({ uri }, id) => {
    given.set(uri, id);
    inBackground('Checking the configuration', host.log, configuration.update(uri));
  };
  const recheck = client.pullsDiagnostics
    ? askToAskAgain(connection, surroundings)
    : client.takesPublished
      ? sendAll(connection, surroundings, checker, given, answered)
      : () => {};
  texts.onClosed(({ uri }) => {
    given.delete(uri);
    cursorTimers.clear(uri);
  });
  return {
    recheck,
    answered,
    cursorMoved(text, position) {
      if (text.use !== 'read') return;
      service.cursor(text.uri, position && text.text.offsetAt(inUtf16(text.text, position, client.encoding)));
      cursorTimers.set(text.uri, cursorRest, () =>
        inBackground(
          'Looking at what the cursor has left',
          host.log,
          (async () => {
            const now = texts.get(text.uri);
            if (now && (await checker.diagnostics(now, nobodyCancels)).id !== given.get(text.uri)) recheck([text.uri]);
          })(),
        ),
      );
    },
  };
}

function askToAskAgain(connection: Connection, { client, host }: Surroundings): Publisher['recheck'] {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (addresses) => {
    if (!client.refreshesDiagnostics || addresses.length === 0 || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      inBackground('Asking for diagnostics to be refreshed', host.log, connection.languages.diagnostics.refresh());
    }, gather);
  };
}

function sendAll(
  connection: Connection,
  { client, host, texts }: Surroundings,
  checker: Checker,
  given: ReadonlyMap<DocumentAddress, string>,
  answered: Publisher['answered'],
): Publisher['recheck'] {
  const timers = createTimers();
  const send = (text: OpenText, diagnostics: Diagnostic[], version: number | null): Promise<void> =>
    connection.sendDiagnostics({ uri: text.spelling, ...(client.diagnostics.version && version !== null && { version }), diagnostics });
  const publish = async (address: DocumentAddress): Promise<void> => {
    const text = texts.get(address);
    if (!text) return;
    const { version, id, items } = await checker.diagnostics(text, nobodyCancels);
    const now = texts.get(address);
    if (!now || now.text.version !== version) return; // the edit that came meanwhile has its own turn
    if (now.use === 'not-ours' && !given.has(address)) return;
    if (id === given.get(address) && !client.diagnostics.version) return;
    answered(now, id);
    await send(now, items, version);
  };
  const later = (address: DocumentAddress, milliseconds: number) =>
    timers.set(address, milliseconds, () => inBackground('Sending diagnostics', host.log, publish(address)));
  texts.onChanged(({ uri }) => later(uri, given.has(uri) ? rest : 0));
  texts.onClosed((text) => {
    timers.clear(text.uri);
    if (text.use !== 'not-ours') inBackground('Clearing diagnostics', host.log, send(text, [], null));
  });
  return (addresses) => {
    for (const address of addresses) later(address, gather);
  };
}

/** One timer for each document; a new one takes the place of the one before. */
function createTimers() {
  const timers = new Map<DocumentAddress, ReturnType<typeof setTimeout>>();
  const clear = (address: DocumentAddress): void => {
    clearTimeout(timers.get(address));
    timers.delete(address);
  };
  return {
    clear,
    set(address: DocumentAddress, milliseconds: number, act: () => void): void {
      clear(address);
      timers.set(
        address,
        setTimeout(() => {
          timers.delete(address);
          act();
        }, milliseconds),
      );
    },
  };
}
