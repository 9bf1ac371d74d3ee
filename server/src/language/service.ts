import type { Calendar } from './calendar/calendar.ts';
import { createCalendar } from './calendar/create-calendar.ts';
import type { Configuration, EditorSettings } from './configuration/configuration.ts';
import type { Explanation } from './configuration/explain.ts';
import { createClosedFiles } from './closed-files.ts';
import { createConfigurationFinder, isConfigurationFile, type FoundConfiguration } from './configuration/find-configuration.ts';
import {
  Cancelled,
  neverCancelled,
  slices,
  waitFor,
  type Cancellation,
  type Host,
  type IsoDate,
  type ReadFile,
  type ReadingTask,
} from './host.ts';
import { explainDocument } from './features/when-asked/explain-configuration.ts';
import type { DocumentModel } from './model/document.ts';
import { textOf } from './model/front-matter/front-matter.ts';
import { viewOf, type DocumentView } from './model/view.ts';
import { readBeginning, rulesOfBlocks } from './first-look.ts';
import { openDocument, readFirst, settle, type OpenDocument } from './open-document.ts';
import { factsOf } from './response/facts-of.ts';
import type { DocumentFacts, ResponseFacts } from './response/facts.ts';
import { createFactStore } from './response/fact-store.ts';
import { createWorkspaceIndex } from './response/workspace-index.ts';
import { isExcluded } from './configuration/excluded.ts';
import { createResponses } from './responses.ts';
import { check } from './rules/checking/check.ts';
import { nothingFoundYet, type Circumstances } from './rules/checking/found-so-far.ts';
import { discreet } from './rules/checking/discretion.ts';
import { configurationReports } from './rules/project/bad-configuration.ts';
import { rules } from './rules/index.ts';
import type { Report } from './rules/rule.ts';
import { withoutUnfinished } from './rules/checking/unfinished.ts';
import type { Snapshot } from './snapshot.ts';
import { createParser } from './syntax/parser.ts';
import type { DocumentAddress } from './text/document-address.ts';
import type { TextEdit } from './text/span.ts';
import { english, type Words } from './words.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

export type { Snapshot } from './snapshot.ts';

export interface ConfigurationReport {
  readonly address: DocumentAddress;
  /** Text of the configuration file, which the spans of the reports count in. */
  readonly text: string;
  readonly reports: readonly Report[];
}

export interface RelatedDocuments {
  readonly views: readonly DocumentView[];
  /** Documents that were there when the response was read, and cannot be read any more. */
  readonly gone: readonly DocumentAddress[];
}

export interface FirstLook {
  /** Of the beginning alone. */
  readonly snapshot: Snapshot;
  readonly reports: readonly Report[];
}

/** The library, wired. One for each server, command line run or test. */
export interface LanguageService {
  /** Takes a document in, or replaces its whole text. */
  open(address: DocumentAddress, version: number, text: string): void;
  /** Edits in turn: each speaks of the text that the one before it left. */
  change(address: DocumentAddress, version: number, edits: readonly TextEdit[]): void;
  close(address: DocumentAddress): void;
  /** Where the officer's cursor is, as far as the editor tells; null for nowhere. */
  cursor(address: DocumentAddress, offset: number | null): void;
  /** Forgets what was read of files that changed outside the editor, configuration included. */
  filesChanged(addresses: readonly DocumentAddress[]): void;
  /** Settings of the editor, which hold where the configuration file says nothing. */
  prefer(settings: EditorSettings): void;
  /** From now on says everything in these words; English before. */
  speak(words: Words): void;
  words(): Words;
  isOpen(address: DocumentAddress): boolean;
  readonly workspace: Workspace;
  /** Closed files read and responses gathered so far, for tests that count instead of timing. */
  readonly cost: { readonly reads: number; readonly gathered: number };
  /** The open document as it now is; with its response where `linked` is asked for. Null where it is not open. */
  snapshot(address: DocumentAddress, need: 'modelled' | 'linked', cancellation: Cancellation): Promise<Snapshot | null>;
  /** Facts of a document, open or closed; null where it cannot be read. */
  facts(address: DocumentAddress): Promise<DocumentFacts | null>;
  /**
   * What the documents of the response of an open document mean now, itself first, wherever in them it stands; null where it is not open.
   * Costs next to nothing while they mean the same.
   */
  meant(address: DocumentAddress, cancellation: Cancellation): Promise<readonly DocumentFacts[] | null>;
  /** The calendar that holds for a document, open or closed. */
  calendar(address: DocumentAddress): Promise<Calendar>;
  /** Facts that a document would have with another text, such as that of an earlier version. */
  factsOfText(address: DocumentAddress, text: string): Promise<DocumentFacts>;
  /** Reads a closed file in full, as {@link Helper} does for another thread. Null where there is none, or it cannot be read. */
  readClosed(task: ReadingTask): Promise<ReadFile | null>;
  /**
   * Everything to report of an open document, in order of place. While other documents of the response are still being read, what
   * depends on them is left out, unless `wait` is asked for; {@link onAffected} tells when they have been.
   */
  check(address: DocumentAddress, cancellation: Cancellation, options?: { readonly wait?: boolean }): Promise<readonly Report[]>;
  /** A document as it now is, open or not; null where there is none, or it cannot be read. */
  read(address: DocumentAddress): Promise<DocumentView | null>;
  /**
   * Documents of the response of an open document that `concerned` says yes to, each as it now is; the document itself first, the others in
   * order of address.
   */
  related(address: DocumentAddress, concerned: (facts: DocumentFacts) => boolean, cancellation: Cancellation): Promise<RelatedDocuments>;
  /**
   * What the rules about single blocks find at the beginning of a long document that nobody has begun to read, so that an officer sees
   * something before the rest is read too; null for any other document. Begins the reading; {@link onAffected} tells when it is done.
   */
  firstLook(address: DocumentAddress, cancellation: Cancellation): Promise<FirstLook | null>;
  /**
   * Every setting that applies to an open document and where it is said; null where it is not open. `nameOf` gives a file's name as the
   * officer is to read it.
   */
  explain(address: DocumentAddress, nameOf: (address: DocumentAddress) => string): Promise<Explanation | null>;
  /** What is wrong with the configuration file that applies to a document, or null where there is nothing. */
  checkConfiguration(address: DocumentAddress): Promise<ConfigurationReport | null>;
  /** The configuration file that applies to a document, and its text when last read; null where none does. */
  configurationFile(address: DocumentAddress): Promise<{ readonly address: DocumentAddress; readonly text: string } | null>;
  /** Called with the open documents whose reports may have changed though they were not edited. */
  onAffected(listener: (addresses: readonly DocumentAddress[]) => void): void;
}

/** How long a check waits for other documents of the response before it answers without them, in milliseconds. */
const patience = 200;

export function createLanguageService(host: Host): LanguageService {
  const parser = createParser();
  const configurations = createConfigurationFinder(host, rules);
  const open = new Map<DocumentAddress, OpenDocument>();
  const closedFiles = createClosedFiles({ host, parser, configurations, left: () => index.left });
  const store = createFactStore({ configurationOf: closedFiles.nameOfConfiguration, readFile: closedFiles.readFile });
  const responses = createResponses(host, open, modelOf, store, () => index);
  const isExcludedAt = async (address: DocumentAddress): Promise<boolean> =>
    isExcluded((await configurations.find(address)).configuration.exclude, address);
  const index = createWorkspaceIndex({
    host,
    store,
    isExcluded: isExcludedAt,
    nameOfConfiguration: closedFiles.nameOfConfiguration,
    isOpen: (address) => open.has(address),
    isBusy: () => [...open.values()].some(({ unparsed, waiting }) => unparsed !== null || waiting.length > 0),
  });
  const calendars = new WeakMap<Configuration, Calendar>();
  let words = english;
  const listeners: ((addresses: readonly DocumentAddress[]) => void)[] = [];
  const affected = (addresses: readonly DocumentAddress[]) => {
    if (addresses.length > 0) for (const listener of listeners) listener(addresses);
  };

  async function modelOf(document: OpenDocument): Promise<DocumentModel> {
    return settle(document, parser, await configurationOf(document));
  }

  /** The configuration that holds for a document, once the document has been read for the first time. */
  async function configurationOf(document: OpenDocument): Promise<Configuration> {
    const searched = configurations.find(document.address).then(({ configuration }) => configuration);
    await readFirst(document, parser, searched, host);
    return searched;
  }

  /** A response with what its open documents say now: a line that moved changes no meaning, but it changes where things stand. */
  async function upToDate(response: ResponseFacts, asker: OpenDocument): Promise<ResponseFacts> {
    const documents = await Promise.all(
      response.documents.map(async (facts) => {
        const other = open.get(facts.address);
        return other && other !== asker ? factsOf(await modelOf(other)) : facts;
      }),
    );
    return documents.every((facts, index) => facts === response.documents[index]) ? response : { ...response, documents };
  }

  async function readNow(address: DocumentAddress): Promise<DocumentView | null> {
    const document = open.get(address);
    if (document) return viewOf(await modelOf(document));
    const text = await host.read(address);
    return text === null ? null : viewOf(await modelOf(openDocument(address, 0, text)));
  }

  index.onChanged((changes, becomesReady) => {
    workspace.responsesChanged();
    if (!becomesReady) return affected(responses.closedChanged(changes));
    responses.membershipChanged();
    affected([...open.keys()]);
  });

  const workspace = createWorkspace({
    host,
    index,
    responses,
    openDocument: (address) => open.get(address),
    openFacts: () => Promise.all([...open.values()].map(async (document) => factsOf(await modelOf(document)))),
  });

  function calendarOf(configuration: Configuration): Calendar {
    const calendar =
      calendars.get(configuration) ??
      createCalendar(configuration.extraHolidays, { figures: configuration.deadlines, meetings: configuration.meetings });
    calendars.set(configuration, calendar);
    return calendar;
  }

  function circumstancesOf(model: DocumentModel, configuration: Configuration): Circumstances {
    return { configuration, calendar: calendarOf(configuration), today: asAt(model) ?? host.today(), words };
  }

  return {
    open(address, version, text) {
      open.set(address, openDocument(address, version, text));
      responses.membershipChanged();
      affected(othersOf(address, open));
    },
    change(address, version, edits) {
      const document = open.get(address);
      if (!document) return;
      document.version = version;
      document.waiting.push(...edits);
    },
    close(address) {
      if (!open.delete(address)) return;
      responses.forget(address);
      index.changed([address]);
      affected(othersOf(address, open));
      workspace.responsesChanged();
    },
    cursor(address, offset) {
      const document = open.get(address);
      if (document) document.cursor = offset;
    },
    filesChanged(addresses) {
      for (const address of addresses) responses.forget(address);
      if (addresses.some(isConfigurationFile)) {
        configurations.forget();
        closedFiles.configurationsChanged();
        index.configurationChanged();
      } else index.changed(addresses);
      affected([...open.keys()]);
    },
    prefer(settings) {
      const { houseStyle } = configurations.settings();
      configurations.prefer(settings);
      closedFiles.configurationsChanged();
      if (settings.houseStyle !== houseStyle) index.configurationChanged();
      affected([...open.keys()]);
    },
    words: () => words,
    speak(other) {
      words = other;
      affected([...open.keys()]);
    },
    isOpen: (address) => open.has(address),
    workspace,
    cost: {
      get reads() {
        return store.cost.reads;
      },
      get gathered() {
        return responses.cost.gathered;
      },
    },
    async snapshot(address, need, cancellation) {
      const document = open.get(address);
      if (!document) return null;
      const configuration = await configurationOf(document);
      const response = need === 'linked' ? await upToDate(await responses.of(document, cancellation), document) : responses.known(document);
      const model = settle(document, parser, configuration);
      return { model, view: viewOf(model), response, ...circumstancesOf(model, configuration) };
    },
    facts: (address) => responses.facts(address),
    async meant(address, cancellation) {
      const document = open.get(address);
      if (!document) return null;
      await configurationOf(document);
      const { documents } = await responses.of(document, cancellation);
      return Promise.all(documents.map(async (facts) => (await responses.meant(facts.address)) ?? facts));
    },
    calendar: async (address) => calendarOf((await configurations.find(address)).configuration),
    factsOfText: closedFiles.factsOfText,
    readClosed: closedFiles.readClosed,
    async check(address, cancellation, options) {
      const document = open.get(address);
      if (!document) return [];
      const configuration = await configurationOf(document);
      const model = settle(document, parser, configuration);
      const concerned = responses.meaningChanged(document, model);
      if (concerned) {
        affected(concerned);
        workspace.responsesChanged();
      }
      const overtaken: Cancellation = {
        get isCancellationRequested() {
          return cancellation.isCancellationRequested || document.model !== model || document.waiting.length > 0;
        },
      };
      if (options?.wait && !index.isReady) await index.complete(cancellation);
      // A document that is not read yet may be the one that answers.
      const response = index.isReady
        ? await waitFor(responses.of(document, cancellation), options?.wait ? Infinity : patience, host, () => affected([address]))
        : null;
      if (overtaken.isCancellationRequested) throw new Cancelled();
      const reports = await check(rules, model, document.foundSoFar, circumstancesOf(model, configuration), response, host, overtaken);
      return withoutUnfinished(discreet(model, reports), document.cursor);
    },
    read: readNow,
    async related(address, concerned, cancellation) {
      const document = open.get(address);
      const views: DocumentView[] = [];
      const gone: DocumentAddress[] = [];
      if (!document) return { views, gone };
      const { documents } = await responses.of(document, cancellation);
      const checkpoint = slices(host, cancellation);
      for (const facts of documents) {
        // What is known of an open document may be older than its text.
        if (!open.has(facts.address) && !concerned(facts)) continue;
        const view = await readNow(facts.address);
        if (!view) gone.push(facts.address);
        else if (concerned(factsOf(view.model))) views.push(view);
        const pause = checkpoint();
        if (pause) await pause;
      }
      return { views, gone };
    },
    async firstLook(address, cancellation) {
      const document = open.get(address);
      if (!document || document.unparsed === null || document.reading || document.waiting.length > 0) return null;
      const { configuration } = await configurations.find(address);
      if (document.unparsed === null) return null;
      const model = readBeginning(address, document.version, document.unparsed, parser, configuration);
      if (!model) return null;
      configurationOf(document).then(
        () => affected([address]),
        () => undefined,
      );
      const circumstances = circumstancesOf(model, configuration);
      const reports = discreet(model, await check(rulesOfBlocks, model, nothingFoundYet(), circumstances, null, host, cancellation));
      return { snapshot: { model, view: viewOf(model), response: null, ...circumstances }, reports };
    },
    async explain(address, nameOf) {
      const snapshot = await this.snapshot(address, 'modelled', neverCancelled);
      return (
        snapshot && explainDocument(snapshot, { ...(await configurations.find(address)), editor: configurations.settings() }, rules, nameOf)
      );
    },
    async checkConfiguration(address) {
      return configurationReport(await configurations.find(address));
    },
    async configurationFile(address) {
      return (await configurations.find(address)).file;
    },
    onAffected(listener) {
      listeners.push(listener);
    },
  };
}

const othersOf = (address: DocumentAddress, open: ReadonlyMap<DocumentAddress, OpenDocument>): readonly DocumentAddress[] =>
  [...open.keys()].filter((other) => other !== address);

/** The day that a document says it speaks of. */
function asAt(model: DocumentModel): IsoDate | null {
  const text = textOf(model.frontMatter, 'as-at');
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
}

function configurationReport({ file }: FoundConfiguration): ConfigurationReport | null {
  return file === null || file.problems.length === 0
    ? null
    : { address: file.address, text: file.text, reports: configurationReports(file.problems) };
}
