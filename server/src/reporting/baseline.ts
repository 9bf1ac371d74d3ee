import type { Log } from 'sarif';
import type { Finding } from './finding.ts';
import { withoutFigures } from './fingerprint.ts';
import { fileOfUri, pathFrom } from './paths.ts';
import { fingerprintName, sarifToolName } from './sarif.ts';

/** What was found before and is to be left alone. */
export interface Baseline {
  /** The findings that are not in it. Each of its entries stands for one finding. */
  without(findings: readonly Finding[]): readonly Finding[];
}

/** Folders that the paths in a baseline start from: its own, for a file made to be one; else the one that the command runs in. */
export interface BaselineFolders {
  readonly own: string;
  readonly here: string;
}

/** The form of a file that `--write-baseline` makes. */
interface BaselineFile {
  readonly baseline: 1;
  readonly findings: readonly { readonly file: string; readonly rule: string; readonly fingerprint: string }[];
}

/** The file that lets these findings pass from now on. In the order of files and rules, so that it changes little from time to time. */
export function writtenBaseline(findings: readonly Finding[], { own, here }: BaselineFolders): string {
  const entries = findings.map(({ file, rule, fingerprint }) => ({ file: pathFrom(own, file, here), rule, fingerprint }));
  const sorted = entries.toSorted((a, b) => compare(a.file, b.file) || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint));
  return `${JSON.stringify({ baseline: 1, findings: sorted } satisfies BaselineFile, null, 2)}\n`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Reads a baseline, or what `check` printed earlier with `--format json` or `--format sarif`. Says in words what is wrong with it, where
 * something is.
 */
export function readBaseline(text: string, folders: BaselineFolders): Baseline | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: `it is no JSON (${(error as Error).message})` };
  }
  try {
    return fromSarif(value, folders) ?? fromBaselineFile(value, folders) ?? fromJson(value, folders) ?? { problem: notOurs };
  } catch {
    return { problem: notOurs };
  }
}

const notOurs = 'it is neither a file that --write-baseline made nor what “check” printed with --format json or --format sarif';

function fromBaselineFile(value: unknown, { own, here }: BaselineFolders): Baseline | null {
  const { baseline, findings } = value as Partial<BaselineFile>;
  if (baseline !== 1 || !findings) return null;
  const known = findings.map(({ file, rule, fingerprint }) => keyOf(text(file), text(rule), text(fingerprint)));
  return counted(known, ({ file, rule, fingerprint }) => keyOf(pathFrom(own, file, here), rule, fingerprint));
}

function fromSarif(value: unknown, { here }: BaselineFolders): Baseline | null {
  const { runs } = value as Partial<Log>;
  if (!runs) return null;
  const results = runs.filter(({ tool }) => tool.driver.name === sarifToolName).flatMap((run) => run.results ?? []);
  if (!runs.some(({ tool }) => tool.driver.name === sarifToolName)) return null;
  const known = results.map(({ ruleId, locations, partialFingerprints }) => {
    const uri = text(locations?.[0]?.physicalLocation?.artifactLocation?.uri);
    return keyOf(pathFrom(here, fileOfUri(uri) ?? uri), text(ruleId), text(partialFingerprints?.[fingerprintName]));
  });
  return counted(known, ({ file, rule, fingerprint }) => keyOf(pathFrom(here, file), rule, fingerprint));
}

/** JSON has no fingerprints: the words of the message say what it was, figures aside. */
function fromJson(value: unknown, { here }: BaselineFolders): Baseline | null {
  const { files, findings } = value as { readonly files?: unknown; readonly findings?: readonly Finding[] };
  if (typeof files !== 'number' || !findings) return null;
  const byWords = ({ file, rule, message }: Finding): string =>
    keyOf(pathFrom(here, text(file)), text(rule), withoutFigures(text(message)));
  return counted(findings.map(byWords), byWords);
}

function counted(known: readonly string[], key: (finding: Finding) => string): Baseline {
  return {
    without(findings) {
      const left = new Map<string, number>();
      for (const one of known) left.set(one, (left.get(one) ?? 0) + 1);
      return findings.filter((finding) => {
        const own = key(finding);
        const count = left.get(own) ?? 0;
        if (count > 0) left.set(own, count - 1);
        return count === 0;
      });
    },
  };
}

const keyOf = (file: string, rule: string, mark: string): string => JSON.stringify([file, rule, mark]);

/** Throws where a text should be and none is; {@link readBaseline} says what that means. */
function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('no text');
  return value;
}
