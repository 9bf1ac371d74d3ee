import type { CancellationToken, Diagnostic, Range } from 'vscode-languageserver';
import { isExcluded } from '../../language/configuration/excluded.ts';
import { Cancelled } from '../../language/host.ts';
import type { Report } from '../../language/rules/rule.ts';
import type { Snapshot } from '../../language/snapshot.ts';
import type { DocumentAddress } from '../../language/text/document-address.ts';
import type { Words } from '../../language/words.ts';
import { newestSnapshot } from '../documents/newest-snapshot.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import type { OpenText, OpenTexts } from '../documents/text-sync.ts';
import { diagnosticSource, toDiagnostic } from '../to-protocol/diagnostics.ts';
import { placesOf } from '../to-protocol/positions.ts';

/** A document that was checked: what was found, and the version it was found in. */
export interface Checked {
  readonly version: number;
  readonly snapshot: Snapshot | null;
  readonly reports: readonly Report[];
}

export interface Checker {
  /** Reports of the newest version of a document. Askers of one version share the work; a version that is overtaken is given up. */
  check(text: OpenText, token: CancellationToken): Promise<Checked>;
  /** The same as protocol objects, with an id that is the same for the same diagnostics. */
  diagnostics(
    text: OpenText,
    token: CancellationToken,
  ): Promise<{ readonly version: number; readonly id: string; readonly items: Diagnostic[] }>;
}

/** How often a check that is overtaken by typing is begun anew before the client is told to ask again. */
const mostAttempts = 5;

interface Running {
  readonly version: number;
  readonly askers: CancellationToken[];
  readonly result: Promise<Checked>;
}

export function createChecker(surroundings: Surroundings): Checker {
  const { service, host, client, texts, others } = surroundings;
  const running = new Map<DocumentAddress, Running>();
  const resultId = createResultIds(texts);
  // A first look is worth something only where the client can be told that there is more.
  const tellsLater = client.refreshesDiagnostics || !client.pullsDiagnostics;

  const start = (text: OpenText, token: CancellationToken): Running => {
    const version = text.text.version;
    const askers = [token];
    const shared = {
      get isCancellationRequested() {
        return askers.every((one) => one.isCancellationRequested) || texts.get(text.uri)?.text.version !== version;
      },
    };
    const reported = ({ configuration }: Snapshot, reports: readonly Report[]): readonly Report[] =>
      isExcluded(configuration.exclude, text.uri) ? [] : reports;
    const work = async (): Promise<Checked> => {
      const first = tellsLater ? await service.firstLook(text.uri, shared) : null;
      if (first) return { version, snapshot: first.snapshot, reports: reported(first.snapshot, first.reports) };
      await newestSnapshot(surroundings, text, 'modelled', shared);
      const reports = await service.check(text.uri, shared);
      const checked = await service.snapshot(text.uri, 'modelled', shared);
      if (!checked || shared.isCancellationRequested) throw new Cancelled();
      return { version, snapshot: checked, reports: reported(checked, reports) };
    };
    const result = work();
    // Whoever asks in the same turn shares the result, also where the work was so short that it is done before they come.
    const done = async (): Promise<void> => {
      if (
        await result.then(
          () => true,
          () => false,
        )
      )
        await host.pause();
      if (running.get(text.uri) === begun) running.delete(text.uri);
    };
    const begun: Running = { version, askers, result };
    void done();
    return begun;
  };

  const check: Checker['check'] = async ({ uri }, token) => {
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      await host.pause(); // lets edits in that are already waiting, so that a burst of them is checked once
      if (token.isCancellationRequested) throw new Cancelled();
      const text = texts.get(uri);
      if (!text || text.use === 'not-ours') return { version: text?.text.version ?? 0, snapshot: null, reports: [] };
      if (text.use === 'set-aside') return { version: text.text.version, snapshot: null, reports: [] };
      let shared = running.get(uri);
      if (shared?.version === text.text.version) shared.askers.push(token);
      else running.set(uri, (shared = start(text, token)));
      try {
        return await shared.result;
      } catch (error) {
        if (!(error instanceof Cancelled) || token.isCancellationRequested) throw error;
      }
    }
    throw new Cancelled();
  };

  return {
    check,
    async diagnostics(text, token) {
      const { version, snapshot: checked, reports } = await check(text, token);
      if (!checked) return { version, ...(text.use === 'set-aside' ? setAside(service.words()) : nothing) };
      const places = placesOf(checked.model.syntax, client.encoding);
      const related = client.diagnostics.relatedInformation
        ? reports.flatMap((report) => report.related.map(({ address }) => address))
        : [];
      const elsewhere = await others.find(related.filter((address) => address !== text.uri));
      const everywhere = new Map(elsewhere).set(text.uri, { uri: text.spelling, version, places });
      const items = reports.map((report) => toDiagnostic(report, places, everywhere, client));
      surroundings.onChecked?.(checked.model.syntax.length);
      return { version, id: resultId(text.uri, items), items };
    },
  };
}

const nothing = { id: 'none', items: [] as Diagnostic[] };

/** Said of a document that brought the server down: it is open, and nothing in it is read. */
const setAside = (words: Words) => ({
  id: 'set-aside',
  items: [
    {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      severity: 3,
      code: 'project/not-checked',
      source: diagnosticSource,
      message: words.say('This document stopped the checks twice, so it is open without being checked. Restart the checks to try again.'),
    },
  ] satisfies Diagnostic[],
});

/** Ids of results: the same one as long as a document's diagnostics are the same. */
function createResultIds(texts: OpenTexts) {
  // A client may remember ids of a server that is gone.
  const era = Date.now().toString(36);
  const last = new Map<DocumentAddress, { readonly id: string; readonly items: readonly Diagnostic[] }>();
  let count = 0;
  texts.onClosed(({ uri }) => last.delete(uri));
  return (address: DocumentAddress, items: readonly Diagnostic[]): string => {
    const before = last.get(address);
    if (before && before.items.length === items.length && items.every((item, index) => isSame(item, before.items[index]!)))
      return before.id;
    const id = `${era}-${++count}`;
    last.set(address, { id, items });
    return id;
  };
}

function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return (
    a.code === b.code &&
    a.severity === b.severity &&
    a.message === b.message &&
    isSameRange(a.range, b.range) &&
    (a.relatedInformation === b.relatedInformation || JSON.stringify(a.relatedInformation) === JSON.stringify(b.relatedInformation))
  );
}

const isSameRange = ({ start, end }: Range, other: Range): boolean =>
  start.line === other.start.line &&
  start.character === other.start.character &&
  end.line === other.end.line &&
  end.character === other.end.character;
