import { deadlinesOf, inWords } from '../language/calendar/deadlines.ts';
import { neverCancelled } from '../language/host.ts';
import { createLanguageService } from '../language/service.ts';
import { nodeHost } from '../node-host.ts';
import { addressOf, parseFormat, parseType, readInput } from './input.ts';
import { CannotRun, print, printJson, type ExitCode } from './output.ts';

/** Every date that law or practice puts on a document, each with its sum and its source. */
export async function printDeadlines(path: string, options: { readonly format: string; readonly type?: string }): Promise<ExitCode> {
  const format = parseFormat(options.format, ['text', 'json'], ['ics']);
  const type = options.type === undefined ? undefined : parseType(options.type);
  const input = await readInput(path);
  const service = createLanguageService(nodeHost());
  const address = addressOf(input, type);
  service.open(address, 1, input.text);
  const snapshot = await service.snapshot(address, 'modelled', neverCancelled);
  if (!snapshot) throw new CannotRun(`“${input.name}” cannot be read.`);
  const deadlines = deadlinesOf(snapshot.view, snapshot.calendar);
  if (format === 'json') {
    await printJson(deadlines.map(({ what, date, from, rule, source, leftOut }) => ({ what, date, from, rule, source, leftOut })));
    return 0;
  }
  if (deadlines.length === 0) {
    await print('No date can be worked out for this document. The front matter would have to give the day of a meeting to come, or the day on which the inspectorate’s letter was received, dated or published (under “inspection:”).\n');
    return 0;
  }
  for (const { what, date, rule, source, leftOut } of deadlines) {
    const holidays = leftOut.length === 0 ? '' : `; not counted: ${leftOut.map((day) => `${day.name} (${inWords(day.date)})`).join(', ')}`;
    await print(`${inWords(date)}  ${what}\n    ${rule}${holidays}\n    ${source}\n`);
  }
  return 0;
}
