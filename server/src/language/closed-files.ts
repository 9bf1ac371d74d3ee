import type { ConfigurationFinder } from './configuration/find-configuration.ts';
import { neverCancelled, slices, type Host, type ReadFile, type ReadingTask } from './host.ts';
import { buildModelInSlices } from './model/build-model.ts';
import type { DocumentModel } from './model/document.ts';
import { hasTypeInName, saysItsType } from './model/front-matter/says-its-type.ts';
import { throughSlices } from './open-document.ts';
import type { FactReader } from './response/fact-store.ts';
import { factsOf, writtenFactsOf } from './response/facts-of.ts';
import type { DocumentFacts } from './response/facts.ts';
import type { SlicedParser } from './syntax/parser.ts';
import type { DocumentAddress } from './text/document-address.ts';
import { hashOf } from './text/hash.ts';

/** How files that no editor has are read: only as far as other documents may ask of them. */
export interface ClosedFiles {
  /** Reads a file here, or in another thread where many wait. */
  readonly readFile: FactReader['readFile'];
  /** Reads a file here. Null where there is none, or it cannot be read. */
  readClosed(task: ReadingTask): Promise<ReadFile | null>;
  /** Facts that a document would have with a text. */
  factsOfText(address: DocumentAddress, text: string): Promise<DocumentFacts>;
  /**
   * A name for the configuration that holds for a document; null where that is not what its file says: the last good version of a broken
   * one.
   */
  nameOfConfiguration(address: DocumentAddress): Promise<string | null>;
  /** What is known of configurations no longer holds, here and in other threads. */
  configurationsChanged(): void;
}

export interface ClosedFileParts {
  readonly host: Host;
  readonly parser: SlicedParser;
  readonly configurations: ConfigurationFinder;
  /** How many files wait to be read. */
  left(): number;
}

/** So few files are read here: a thread of its own would take longer to start. */
const fewFiles = 50;

export function createClosedFiles({ host, parser, configurations, left }: ClosedFileParts): ClosedFiles {
  /** By text of the configuration's file; thousands of documents share one. */
  const names = new Map<string | undefined, string>();

  async function modelOfText(address: DocumentAddress, text: string): Promise<DocumentModel> {
    const checkpoint = slices(host, neverCancelled);
    const syntax = await throughSlices(parser.parseSlices(text), checkpoint);
    const { configuration } = await configurations.find(address);
    return throughSlices(buildModelInSlices(address, 0, syntax, configuration, 'shared'), checkpoint);
  }

  async function nameOfConfiguration(address: DocumentAddress): Promise<string | null> {
    const { file } = await configurations.find(address);
    if (file?.isBroken) return null;
    let name = names.get(file?.text);
    if (name === undefined) names.set(file?.text, (name = hashOf(JSON.stringify([file?.text, configurations.settings().houseStyle]))));
    return name;
  }

  async function readClosed({ address, oursOnly, held }: ReadingTask): Promise<ReadFile | null> {
    const text = await host.read(address);
    if (text === null) return null;
    const [content, configuration] = [hashOf(text), await nameOfConfiguration(address)];
    if (content === held) return { content, configuration, written: null };
    const isOurs = !oursOnly || hasTypeInName(address) || saysItsType(text);
    return { content, configuration, written: isOurs ? writtenFactsOf(await modelOfText(address, text)) : 'null' };
  }

  return {
    async readFile(address, oursOnly, held) {
      const task: ReadingTask = { address, oursOnly, held, houseStyle: configurations.settings().houseStyle };
      const helped = host.helper?.isFree && left() > fewFiles ? await host.helper.read(task) : null;
      return helped && helped.configuration === (await nameOfConfiguration(address)) ? helped : readClosed(task);
    },
    readClosed,
    factsOfText: async (address, text) => factsOf(await modelOfText(address, text)),
    nameOfConfiguration,
    configurationsChanged() {
      names.clear();
      host.helper?.reset();
    },
  };
}
