import { dirname } from 'node:path';
import { stat } from 'node:fs/promises';
import { notCounted, ownSource, ruleInWords } from '../language/calendar/deadline.ts';
import { deadlinesOf, type DeadlineOfDocument } from '../language/calendar/deadlines.ts';
import type { DeadlineToKeep } from '../conversion/export/deadlines-calendar.ts';
import { dayInWords } from '../language/model/dates/date-words.ts';
import { createLanguageService } from '../language/service.ts';
import type { DocumentAddress } from '../language/text/document-address.ts';
import { documentsInFolder } from './documents-in-folder.ts';
import { hostHere, parseDate, parseFormat, typeOfInput, readInput, snapshotOf } from './input.ts';
import { CannotRun, print, printedPath, printJson, say, type ExitCode } from './output.ts';

/** A deadline with the document that it is of. */
interface DeadlineIn extends DeadlineOfDocument {
  readonly file: string;
  readonly address: DocumentAddress;
}

/** Every date that law or practice puts on a document, or on those of a folder, each with its sum and its source. */
export async function printDeadlines(
  path: string,
  options: { readonly format: string; readonly asAt?: string; readonly type?: string },
): Promise<ExitCode> {
  const format = parseFormat(options.format, ['text', 'json', 'ics']);
  const type = typeOfInput(options.type, [path]);
  const host = hostHere(options.asAt === undefined ? {} : { today: parseDate(options.asAt) });
  const isFolder =
    path !== '-' &&
    (await stat(path).then(
      (entry) => entry.isDirectory(),
      () => false,
    ));
  const deadlines: DeadlineIn[] = [];
  for (const file of isFolder ? await documentsInFolder(path, host) : [path]) {
    const input = await readInput(file).catch((error: unknown) => {
      if (!isFolder || !(error instanceof CannotRun)) throw error;
      say(error.message);
      return null;
    });
    if (!input) continue;
    const {
      model: { address },
      view,
      calendar,
    } = await snapshotOf(input, createLanguageService(host), 'modelled', type);
    deadlines.push(...deadlinesOf(view, calendar, host.today()).map((deadline) => ({ ...deadline, file: input.name, address })));
  }
  const all = isFolder ? inOrder(deadlines) : deadlines;
  if (format === 'json')
    await printJson(
      all.map(({ kind, what, date, from, rule, source, leftOut, file }) => ({
        what,
        date,
        from,
        rule: ruleInWords({ rule }),
        source,
        leftOut,
        kind,
        ...(isFolder ? { file } : {}),
      })),
    );
  // A calendar is for what is still to be done; the list tells everything.
  else if (format === 'ics')
    await print(
      (await import('../conversion/export/deadlines-calendar.ts')).deadlinesCalendar(
        `Deadlines: ${printedPath(path)}`,
        all.filter(({ isFinished }) => !isFinished).map(toKeep),
        host.today(),
      ),
    );
  else await printText(all, isFolder);
  return 0;
}

const toKeep = ({ id, what, date, rule, leftOut, source, address, file }: DeadlineIn): DeadlineToKeep => ({
  id,
  what,
  date,
  address,
  file,
  rule: ruleInWords({ rule: [...rule, ...notCounted(leftOut)] }),
  source: source === ownSource ? null : source,
});

/** By date; what several papers of one folder give alike, once. */
function inOrder(deadlines: readonly DeadlineIn[]): readonly DeadlineIn[] {
  const once = new Map<string, DeadlineIn>();
  for (const one of deadlines) {
    const key = [dirname(one.file), one.date, one.what].join('|');
    if (!once.has(key)) once.set(key, one);
  }
  return [...once.values()].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

async function printText(deadlines: readonly DeadlineIn[], withFile: boolean): Promise<void> {
  if (deadlines.length === 0) {
    await print(
      `No date can be worked out for ${withFile ? 'these documents' : 'this document'}. The front matter would have to give the day of a meeting to come, or the day on which the inspectorate’s letter was received, dated or published (under “inspection:”).\n`,
    );
  }
  for (const { what, date, rule, source, leftOut, file } of deadlines) {
    await print(
      `${dayInWords(date)}  ${what}\n    ${ruleInWords({ rule: [...rule, ...notCounted(leftOut)] })}\n    ${source === ownSource && withFile ? file : source}\n`,
    );
  }
}
