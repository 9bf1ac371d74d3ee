import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import {
  CannotExport,
  exportFormats,
  exportPapers,
  textFormats,
  type Document,
  type ExportFormat,
} from '../conversion/export/export-papers.ts';
import type { Surroundings } from '../conversion/export/paper.ts';
import { createLanguageService } from '../language/service.ts';
import { pathOfAddress } from '../node-host.ts';
import { writeWhole } from '../write-file.ts';
import { hostHere, nameOf, parseDate, typeOfInput, readInput, snapshotOf } from './input.ts';
import { CannotRun, print, printedPath, type ExitCode } from './output.ts';

export interface ExportCommandOptions {
  readonly to?: string;
  readonly output?: string;
  readonly template?: string;
  readonly browser?: string;
  readonly type?: string;
  readonly asAt?: string;
}

/** Documents in another format; several become one bundle. */
export async function exportFiles(paths: readonly string[], options: ExportCommandOptions): Promise<ExitCode> {
  const format = formatOf(options);
  const type = typeOfInput(options.type, paths);
  const host = hostHere(options.asAt === undefined ? {} : { today: parseDate(options.asAt) });
  const service = createLanguageService(host);
  const documents: Document[] = [];
  for (const path of paths) {
    const input = await readInput(path);
    documents.push({ name: input.name, snapshot: await snapshotOf(input, service, 'linked', type) });
  }
  const how = {
    ...(options.template === undefined ? {} : { template: await readTemplate(options.template, format) }),
    print: async (html: string) => (await import('../conversion/export/browser.ts')).printPage(html, options.browser),
  };
  const output = outputOf(paths, format, options.output);
  const surroundings: Surroundings = {
    host,
    nameOf: nameOf,
    async readBytes(address) {
      const path = pathOfAddress(address);
      return path === null ? null : readFile(path).catch(() => null);
    },
  };
  const content = await exportPapers(documents, format, surroundings, how).catch((error: unknown) => {
    throw error instanceof CannotExport ? new CannotRun(error.message) : error;
  });
  if (output === null) await print(content);
  else {
    const problem = await writeWhole(output, content);
    if (problem !== null) throw new CannotRun(`“${printedPath(output)}” was not written: ${problem}.`);
  }
  return 0;
}

async function readTemplate(path: string, format: ExportFormat): Promise<Uint8Array> {
  if (format !== 'docx') throw new CannotRun('--template is for Word documents (--to docx) only.');
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) throw new CannotRun(`“${printedPath(path)}”: the template cannot be read. Name a Word document or template (.docx, .dotx).`);
  return bytes;
}

/** The name of a format as somebody may write it. */
const asFormat = (said: string): string => said.toLowerCase().replace(/^htm$/, 'html');

const endingOf = (path: string): string => asFormat(extname(path).slice(1));

/** What `--to` says, else what the name of the file to write ends with. */
function formatOf({ to, output }: ExportCommandOptions): ExportFormat {
  const said = to ?? (output === undefined ? '' : extname(output).slice(1));
  const format = exportFormats.find((known) => known === asFormat(said));
  if (format) return format;
  if (said === '') throw new CannotRun(`Say what to export to, with --to and one of ${exportFormats.join(', ')}.`);
  throw new CannotRun(`There is no format “${said}” to export to. Known ones: ${exportFormats.join(', ')}.`);
}

/** The file to write; null for standard output. A document is never written over by its own export. */
function outputOf(paths: readonly string[], format: ExportFormat, output: string | undefined): string | null {
  if (output === undefined || output === '-') {
    // Asked for in so many words, a program may have the bytes; where they only might go astray, a shell could spoil them.
    if (textFormats.has(format) || (output === '-' && !process.stdout.isTTY)) return null;
    throw new CannotRun(
      `Name the file to write with -o, for example -o ${paths[0] === '-' ? 'paper' : printedPath(paths[0]!).replace(/^.*\//, '').replace(/\.md$/i, '')}.${format}.`,
    );
  }
  if (paths.some((path) => path !== '-' && resolve(path) === resolve(output)))
    throw new CannotRun(`“${printedPath(output)}” is the document itself. Name another file with -o.`);
  const ending = exportFormats.find((known) => known === endingOf(output));
  if (ending !== undefined && ending !== format)
    throw new CannotRun(
      `“${printedPath(output)}” ends in .${ending}, and --to says ${format}: the program that belongs to its name could not open it. Change one of them.`,
    );
  return output;
}
