import assert from 'node:assert/strict';
import { neverCancelled, type FolderEntry, type Host, type IsoDate } from '../../server/src/language/host.ts';
import { editsFor, fixesFor } from '../../server/src/language/rules/fixes.ts';
import type { Report } from '../../server/src/language/rules/rule.ts';
import { createLanguageService, type LanguageService, type Snapshot } from '../../server/src/language/service.ts';
import { documentAddress, folderOf, type DocumentAddress } from '../../server/src/language/text/document-address.ts';
import { hashOf } from '../../server/src/language/text/hash.ts';
import { applyEdits, span, type Span } from '../../server/src/language/text/span.ts';

/**
 * The fixture language of all tests of the library. One string is one or several documents:
 *
 *     //- /northmere/visit.plan.md     starts a document; without it there is one, example.report.md
 *     text with a $0 cursor
 *               ^^^^ family/rule: message    asserts, under a line, a report on exactly that text
 */
export interface Fixture {
  readonly files: readonly FixtureFile[];
  /** Offset of `$0`, in the first file that has one. */
  readonly cursor: { readonly address: DocumentAddress; readonly offset: number } | null;
}

export interface FixtureFile {
  readonly address: DocumentAddress;
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface Mark {
  readonly span: Span;
  readonly note: string;
}

export function parseFixture(source: string, defaultName = 'example.report.md'): Fixture {
  const files: FixtureFile[] = [];
  let cursor: Fixture['cursor'] = null;
  const parts = source.split(/^\/\/- (\/\S[^\n]*)\n/m);
  const named = parts.length === 1 ? [[`/${defaultName}`, parts[0]!] as const] : pairs(parts.slice(1));
  for (const [name, body] of named) {
    const address = documentAddress(`file://${name.trim()}`);
    const { text, marks } = takeMarks(body);
    const at = text.indexOf('$0');
    if (at >= 0 && !cursor) {
      cursor = { address, offset: at };
      files.push({ address, text: text.slice(0, at) + text.slice(at + 2), marks });
    } else files.push({ address, text, marks });
  }
  return { files, cursor };
}

const pairs = (parts: readonly string[]): (readonly [string, string])[] =>
  parts.flatMap((part, i) => (i % 2 === 0 ? [[part, parts[i + 1] ?? ''] as const] : []));

/** Lines that hold only a row of `^` and perhaps a note speak of the line above them. */
function takeMarks(body: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  let text = '';
  let lineStart = 0;
  for (const line of body.split(/(?<=\n)/)) {
    const mark = /^(\s*)(\^+)(?: (.*))?\s*$/.exec(line);
    if (mark) {
      const start = lineStart + mark[1]!.length;
      marks.push({ span: span(start, start + mark[2]!.length), note: mark[3]?.trim() ?? '' });
    } else {
      lineStart = text.length;
      text += line;
    }
  }
  return { text, marks };
}

/** A world in memory, which counts what it is asked. */
export interface MemoryHost extends Host {
  readonly files: Map<DocumentAddress, string>;
  readonly reads: DocumentAddress[];
  readonly logged: string[];
}

export function memoryHost(files: readonly { address: DocumentAddress; text: string }[], today: IsoDate = '2026-06-01'): MemoryHost {
  const map = new Map(files.map(({ address, text }) => [address, text]));
  const reads: DocumentAddress[] = [];
  const logged: string[] = [];
  return {
    files: map,
    reads,
    logged,
    today: () => today,
    now: () => performance.now(),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    read: async (address) => {
      reads.push(address);
      return map.get(address) ?? null;
    },
    list: async (folder) => [...map.keys()].filter((address) => folderOf(address) === folder),
    entries: async (folder) => entriesOf(map, folder),
    exists: async (address) => map.has(address),
    kept: null,
    helper: null,
    log: (level, message) => {
      logged.push(`${level}: ${message}`);
    },
  };
}

/** What stands in a folder of the world in memory; a file's stamp is its text's length. */
function entriesOf(files: ReadonlyMap<DocumentAddress, string>, folder: string): readonly FolderEntry[] {
  const found = new Map<DocumentAddress, FolderEntry>();
  for (const [file, text] of files) {
    if (!file.startsWith(folder)) continue;
    const [name, ...below] = file.slice(folder.length).split('/');
    const address = documentAddress(folder + name!);
    found.set(address, {
      address,
      kind: below.length > 0 ? 'folder' : 'file',
      linksTo: null,
      stamp: below.length > 0 ? null : `${hashOf(text)}`,
    });
  }
  return [...found.values()];
}

export interface World {
  readonly fixture: Fixture;
  readonly host: MemoryHost;
  readonly service: LanguageService;
  /** The first document, whose texts the tests speak of. */
  readonly address: DocumentAddress;
}

/** The documents of a fixture, the first one open. */
export function worldOf(source: string, today?: IsoDate): World {
  const fixture = parseFixture(source);
  const host = memoryHost(fixture.files, today);
  const service = createLanguageService(host);
  const first = fixture.files[0]!;
  service.open(first.address, 1, first.text);
  return { fixture, host, service, address: first.address };
}

/** The first document of a fixture, linked. */
export async function snapshotOf(world: World): Promise<Snapshot> {
  const snapshot = await world.service.snapshot(world.address, 'linked', neverCancelled);
  assert.ok(snapshot);
  return snapshot;
}

export const reportsOf = ({ service, address }: World): Promise<readonly Report[]> =>
  service.check(address, neverCancelled, { wait: true });

/** Reports of every document of the fixture, the configuration file included, as lines that read well in a failed test. */
export async function findingsOf(source: string, only?: string, today?: IsoDate): Promise<string[]> {
  const world = worldOf(source, today);
  const lines: string[] = [];
  for (const { address, text } of world.fixture.files) {
    if (address.endsWith('.json')) continue;
    world.service.open(address, 1, text);
  }
  for (const { address, text } of world.fixture.files) {
    const reports = address.endsWith('.json')
      ? ((await world.service.checkConfiguration(world.address))?.reports ?? [])
      : await world.service.check(address, neverCancelled, { wait: true });
    for (const report of reports)
      if (!only || report.rule === only)
        lines.push(
          `${nameOf(address)} ${report.span.start}-${report.span.end} “${text.slice(report.span.start, report.span.end)}” ${report.rule}`,
        );
  }
  assert.deepEqual(world.host.logged, [], 'nothing may be logged');
  return lines;
}

/** What the marks of a fixture ask for, in the form of {@link findingsOf}. */
export const marksOf = (source: string, rule: string): string[] =>
  parseFixture(source).files.flatMap(({ address, text, marks }) =>
    marks.map(({ span: { start, end } }) => `${nameOf(address)} ${start}-${end} “${text.slice(start, end)}” ${rule}`),
  );

const nameOf = (address: DocumentAddress): string => address.replace(/^file:\/\//, '');

/** The first document after the first fix of each report of a rule, one after the other. */
export async function fixedBy(source: string, rule: string): Promise<string> {
  const world = worldOf(source);
  let { text } = world.fixture.files[0]!;
  const tried = new Set<string>();
  for (let round = 1; round <= 50; round++) {
    const report = (await reportsOf(world)).find((one) => one.rule === rule && one.fixable && !tried.has(`${one.span.start} ${text}`));
    if (!report) return text;
    tried.add(`${report.span.start} ${text}`);
    const snapshot = await snapshotOf(world);
    const fix = fixesFor(snapshot, report)[0];
    const edits = fix && editsFor(snapshot, report, fix.id, fix.data);
    if (!edits) continue;
    text = applyEdits(text, edits.here);
    world.service.open(world.address, round + 1, text);
  }
  assert.fail(`the fixes of ${rule} never come to an end:\n${text}`);
}
