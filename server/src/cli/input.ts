import { basename, resolve, sep } from 'node:path';
import { isDay } from '../language/calendar/day.ts';
import { neverCancelled, type Host } from '../language/host.ts';
import { documentTypes, suffixes, type DocumentType } from '../language/model/vocabulary.ts';
import type { LanguageService } from '../language/service.ts';
import type { Snapshot } from '../language/snapshot.ts';
import {
  addressOfPath,
  decode,
  nodeHost,
  pathOfAddress,
  readBytes,
  readTextFile,
  type Encoding,
  type NodeHostOptions,
  type ReadResult,
} from '../node-host.ts';
import { folderOf, type DocumentAddress } from '../language/text/document-address.ts';
import { CannotRun, printedPath, say } from './output.ts';

/** A text that a command works on. */
export interface Input {
  /** As the officer wrote it, with forward slashes; `-` for standard input. */
  readonly name: string;
  /** Null for standard input. */
  readonly path: string | null;
  readonly fileName: string | undefined;
  readonly text: string;
  readonly encoding: Encoding;
  readonly byteOrderMark: boolean;
}

/** Files and folders of which a command has told that they cannot be read, so that the library does not tell it again. */
const unread = new Set<string>();

/** Takes note that it is told of a file or folder that it cannot be read. */
export const toldUnread = (path: string): void => {
  unread.add(resolve(path));
};

/** Reads a file, or standard input for `-`. What stands in the way is thrown as {@link CannotRun}. */
export async function readInput(path: string): Promise<Input> {
  const result = path === '-' ? await readStandardInput() : await readTextFile(path);
  if ('problem' in result) {
    toldUnread(path);
    throw new CannotRun(cannotRead(path, result));
  }
  const { text, encoding, byteOrderMark } = result;
  return {
    name: printedPath(path),
    path: path === '-' ? null : path,
    fileName: path === '-' ? undefined : basename(path),
    text,
    encoding,
    byteOrderMark,
  };
}

export const cannotRead = (path: string, { detail }: Extract<ReadResult, { problem: unknown }>): string =>
  `${path === '-' ? 'Standard input' : `“${printedPath(path)}”`} cannot be read: ${detail}.`;

const readStandardInput = async (): Promise<ReadResult> => decode(await standardInput());

let wasRead = false;

async function standardInput(): Promise<Uint8Array> {
  if (wasRead) throw new CannotRun('Standard input can be read only once: “-” stands for one document.');
  wasRead = true;
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Reads a file of any kind, up to so many bytes, or standard input for `-`. What stands in the way is thrown as {@link CannotRun}. */
export async function readAnyInput(path: string, most: number): Promise<Uint8Array> {
  if (path === '-') return standardInput();
  const result = await readBytes(path, most);
  if ('problem' in result) throw new CannotRun(cannotRead(path, result));
  return result.bytes;
}

/**
 * Where the library takes an input to be. Standard input stands in a folder of its own under the current one: the configuration
 * applies to it, and it is part of no response.
 */
export function addressOf(input: Pick<Input, 'path'>, type?: DocumentType): DocumentAddress {
  if (input.path !== null) return addressOfPath(input.path);
  return addressOfPath(resolve('.standard-input', `standard-input${type ? suffixes[type] : '.md'}`));
}

/** An input as a document, opened in a service. What stands in the way is thrown as {@link CannotRun}. */
export async function snapshotOf(
  input: Input,
  service: LanguageService,
  need: 'modelled' | 'linked',
  type?: DocumentType,
): Promise<Snapshot> {
  const address = addressOf(input, type);
  service.open(address, 1, input.text);
  const snapshot = await service.snapshot(address, need, neverCancelled);
  if (!snapshot) throw new CannotRun(`“${input.name}” cannot be read.`);
  return snapshot;
}

/** Whether an address is that of standard input, or of what its text names as standing beside it. */
const isStandardInput = (address: DocumentAddress): boolean => address.startsWith(folderOf(addressOf({ path: null })));

/** What the library asks of the world, here: what stands in the way is said. Nobody knows what stands beside standard input. */
export function hostHere(options: Pick<NodeHostOptions, 'today'> = {}): Host {
  const host = nodeHost({
    ...options,
    isTold: (path) => unread.has(path),
    shown,
    log: (level, message) => {
      if (level === 'error' || level === 'warning') say(message);
    },
  });
  return { ...host, exists: async (address) => (isStandardInput(address) ? null : host.exists(address)) };
}

/** The path of a document, seen from the current folder where it lies in it. */
export function nameOf(address: DocumentAddress): string {
  const path = pathOfAddress(address);
  return path === null ? address : shown(path);
}

/** A path seen from the current folder, where it lies in it. */
function shown(path: string): string {
  const here = `${process.cwd()}${sep}`;
  return printedPath(path.startsWith(here) ? path.slice(here.length) : path);
}

/** A kind of document from the command line. */
export function parseType(value: string): DocumentType {
  const type = documentTypes.find((known) => known === value.toLowerCase());
  if (!type) throw new CannotRun(`There is no kind of document “${value}”. Known ones: ${documentTypes.join(', ')}.`);
  return type;
}

/** What `--type` says of standard input. A named file says itself what it is, and whoever gave a kind for one is told so. */
export function typeOfInput(value: string | undefined, paths: readonly string[]): DocumentType | undefined {
  if (value === undefined) return undefined;
  const type = parseType(value);
  if (!paths.includes('-'))
    say(
      '--type says what a document on standard input is. A file says it itself, by its name or in its first lines, so --type was left aside.',
    );
  return type;
}

/** A day from the command line, `2026-01-31`. */
export function parseDate(value: string): string {
  if (!isDay(value)) throw new CannotRun(`“${value}” is no date. Write it as 2026-01-31.`);
  return value;
}

/** One of a list of words. */
export function parseFormat<F extends string>(value: string, formats: readonly F[]): F {
  const format = formats.find((known) => known === value);
  if (format) return format;
  throw new CannotRun(`There is no format “${value}”. Known ones: ${formats.join(', ')}.`);
}
