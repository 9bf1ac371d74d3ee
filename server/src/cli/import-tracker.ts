import { CannotImport } from '../conversion/import/cannot-import.ts';
import { formatOf, largestFile } from '../conversion/import/import-file.ts';
import { inOfficersWords } from '../conversion/import/paper/dates.ts';
import { trackerBack, type TrackerBack } from '../conversion/import/tracker/tracker-back.ts';
import { trackerHeadings } from '../conversion/tracker.ts';
import { neverCancelled } from '../language/host.ts';
import { modelToJson } from '../language/model/to-json.ts';
import { counted } from '../language/text/english.ts';
import { createLanguageService } from '../language/service.ts';
import { nodeHost } from '../node-host.ts';
import { writeWhole } from '../write-file.ts';
import { addressOf, readAnyInput, readInput } from './input.ts';
import { CannotRun, print, printedPath, say, writeResult, type ExitCode } from './output.ts';

interface TrackerOptions {
  /** Another file for the plan as it then is. */
  readonly output?: string;
  /** Whether the plan itself may be changed. */
  readonly write?: boolean;
}

/** Takes a tracker that owners have filled in back into its plan. The plan is changed only where `--write` says so. */
export async function importTracker(path: string, into: string, { output, write }: TrackerOptions): Promise<ExitCode> {
  if (into === '-' || path === '-') throw new CannotRun('Name both the tracker and the plan as files.');
  if (write && output !== undefined) throw new CannotRun('Choose one: --write changes the plan, -o writes another file.');
  const bytes = await readAnyInput(path, largestFile);
  const plan = await readInput(into);
  if (write && plan.encoding !== 'utf-8')
    throw new CannotRun(`“${plan.name}” is not in UTF-8 and was not changed. Save it as UTF-8 first, or name another file with -o.`);
  const service = createLanguageService(nodeHost());
  const address = addressOf(plan);
  service.open(address, 1, plan.text);
  const snapshot = await service.snapshot(address, 'linked', neverCancelled);
  if (!snapshot) throw new CannotRun(`“${plan.name}” is no plan that can be read.`);
  const back = await readBack(path, bytes, snapshot.view, modelToJson(snapshot.view, plan.name).title);
  await print(report(back));
  for (const note of back.notes) say(note);
  if (output !== undefined) await writeResult(back.text, output);
  else if (write && back.changes.length > 0) {
    const problem = await writeWhole(into, `${plan.byteOrderMark ? '\uFEFF' : ''}${back.text}`);
    if (problem !== null) throw new CannotRun(`“${plan.name}” was not changed: ${problem}.`);
    say(`“${plan.name}” was changed in ${counted(back.changes.length, 'place')}.`);
  } else if (!write && back.changes.length > 0) say('Nothing was written. --write changes the plan.');
  return 0;
}

async function readBack(path: string, ...[bytes, view, title]: Parameters<typeof trackerBack>): Promise<TrackerBack> {
  try {
    if (formatOf(bytes, path) !== 'excel')
      throw new CannotImport('--into takes an Excel workbook (.xlsx), as the export of a plan makes it.');
    return await trackerBack(bytes, view, title);
  } catch (error) {
    throw error instanceof CannotImport ? new CannotRun(`“${printedPath(path)}” cannot be imported. ${error.message}`) : error;
  }
}

const quoted = (text: string): string => (text === '' ? 'nothing' : `“${inOfficersWords(text).replace(/\s*\n\s*/g, ' / ')}”`);

/** What changes and what cannot, action by action. */
function report({ changes, conflicts, added }: TrackerBack): string {
  const lines = changes.map(
    ({ action, field, before, after }) => `${action}  ${trackerHeadings[field]}: ${quoted(before)} → ${quoted(after)}`,
  );
  const held = conflicts.map(
    ({ action, field, before, after, plan }) =>
      `${action}  ${trackerHeadings[field]}: the tracker says ${quoted(after)}, the plan ${quoted(plan)}; exported was ${quoted(before)}`,
  );
  return [
    ...(lines.length === 0 ? ['The tracker has no changes for the plan.'] : lines),
    ...(held.length === 0 ? [] : ['', 'Changed in both, and left as the plan has it:', ...held]),
    ...(added.length === 0 ? [] : ['', 'New in the tracker, and left out. Import Tracker into a Plan… in VS Code adds them:', ...added]),
    '',
  ].join('\n');
}
