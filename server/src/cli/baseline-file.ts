import { dirname, resolve } from 'node:path';
import { readTextFile } from '../node-host.ts';
import { readBaseline, writtenBaseline, type Baseline, type BaselineFolders } from '../reporting/baseline.ts';
import type { Finding } from '../reporting/finding.ts';
import { writeWhole } from '../write-file.ts';
import { cannotRead } from './input.ts';
import { CannotRun, printedPath, say } from './output.ts';

const foldersOf = (path: string): BaselineFolders => ({ own: dirname(resolve(path)), here: process.cwd() });

/** The baseline in a file. Throws {@link CannotRun} where there is none: a mistyped name must not let everything pass, or nothing. */
export async function openBaseline(path: string): Promise<Baseline> {
  const result = await readTextFile(path);
  if ('problem' in result) throw new CannotRun(`The baseline ${cannotRead(path, result)}`);
  const baseline = readBaseline(result.text, foldersOf(path));
  if ('problem' in baseline)
    throw new CannotRun(`“${printedPath(path)}” cannot be used as a baseline: ${baseline.problem}. Make a new one with --write-baseline.`);
  return baseline;
}

/** Writes the file that lets these findings pass from now on. */
export async function saveBaseline(path: string, findings: readonly Finding[]): Promise<void> {
  const problem = await writeWhole(path, writtenBaseline(findings, foldersOf(path)));
  if (problem !== null) throw new CannotRun(`“${printedPath(path)}” was not written: ${problem}.`);
  say(
    `${findings.length} ${findings.length === 1 ? 'finding was' : 'findings were'} written to “${printedPath(path)}”. Check with --baseline ${printedPath(path)} to see only what is new.`,
  );
}
