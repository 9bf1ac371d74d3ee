import { resolve } from 'node:path';
import { isExcluded } from '../language/configuration/excluded.ts';
import { createConfigurationFinder } from '../language/configuration/find-configuration.ts';
import { safeEdits } from '../language/features/quick-fix/code-action.ts';
import { neverCancelled } from '../language/host.ts';
import { rules } from '../language/rules/index.ts';
import type { Report } from '../language/rules/rule.ts';
import { createLanguageService, type LanguageService } from '../language/service.ts';
import type { DocumentAddress } from '../language/text/document-address.ts';
import type { Words } from '../language/words.ts';
import { applyEdits } from '../language/text/span.ts';
import { home, rulePage } from '../node-home.ts';
import { severityOrder, type Finding, type Findings } from '../reporting/finding.ts';
import { version } from '../version.ts';
import { writeWhole } from '../write-file.ts';
import { openBaseline, saveBaseline } from './baseline-file.ts';
import { findDocuments, nothingIn } from './find-documents.ts';
import { byResponse } from './by-response.ts';
import { addressOf, hostHere, nameOf, parseDate, parseFormat, typeOfInput, readInput, type Input } from './input.ts';
import { wordsFor } from './language.ts';
import { CannotRun, print, printedPath, progressOf, say, wantsColour, type ExitCode } from './output.ts';
import { toFindings, type Texts } from './to-finding.ts';

export interface CheckOptions {
  readonly format: string;
  readonly failOn: string;
  readonly fix?: boolean;
  readonly asAt?: string;
  readonly type?: string;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly language: string;
}

export const checkFormats = ['text', 'json', 'sarif', 'github', 'gitlab', 'junit'] as const;
const levels = ['error', 'warning', 'never'] as const;

export async function check(paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const format = parseFormat(options.format, checkFormats);
  const failOn = levels.find((level) => level === options.failOn);
  if (!failOn) throw new CannotRun(`--fail-on takes ${levels.join(', ')}; “${options.failOn}” is none of them.`);
  if (options.baseline !== undefined && options.writeBaseline !== undefined)
    throw new CannotRun('--baseline and --write-baseline cannot be used together: the one leaves out what the other would write.');
  const baseline = options.baseline === undefined ? null : await openBaseline(options.baseline);
  const words = await wordsFor(options.language);
  const type = typeOfInput(options.type, paths);
  const host = hostHere(options.asAt === undefined ? {} : { today: parseDate(options.asAt) });
  const { paths: documents, problems } = await findDocuments(paths);
  for (const problem of problems) say(problem);
  const named = new Set(paths.map((path) => resolve(path)));
  const service = createLanguageService(host);
  service.speak(words);
  const configurations = createConfigurationFinder(host, rules);
  const texts: Texts = new Map();
  const all: Finding[] = [];
  const files: string[] = [];
  const reported = new Set<string>();
  const progress = progressOf(documents.length, 'documents checked');
  let failed = problems.length > 0;
  const fence = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error;
      say(error.message);
      // What cannot be checked must not pass for clean.
      failed = true;
    }
  };

  // The documents of a response are opened together, because they are read together.
  for (const response of await byResponse(documents)) {
    const opened: { readonly input: Input; readonly address: DocumentAddress }[] = [];
    for (const path of response) {
      await fence(async () => {
        const address = addressOf({ path: path === '-' ? null : path }, type);
        if (!named.has(resolve(path)) && isExcluded((await configurations.find(address)).configuration.exclude, address)) return;
        const input = await readInput(path);
        refuseOtherFormats(path);
        service.open(address, 1, input.text);
        opened.push({ input, address });
      });
    }
    for (const { input, address } of opened) {
      progress(files.length);
      await fence(async () => {
        const checked = options.fix ? await checkAndFix(service, address, input) : await checkOnce(service, address, input.text);
        const snapshot = format === 'sarif' ? await service.snapshot(address, 'linked', neverCancelled) : null;
        all.push(...(await toFindings({ ...checked, name: input.name, address, snapshot }, texts)));
        const configuration = await service.checkConfiguration(address);
        if (configuration && !reported.has(configuration.address)) {
          reported.add(configuration.address);
          all.push(...(await toFindings({ ...configuration, name: nameOf(configuration.address), snapshot: null }, texts)));
        }
        files.push(input.name);
      });
    }
    for (const { address } of opened) service.close(address);
  }
  progress(null);
  if (files.length === 0 && !failed) say(nothingIn(paths, documents.length > 0));
  const cannotRun = failed || files.length === 0;
  if (options.writeBaseline !== undefined) {
    if (cannotRun) say(`“${printedPath(options.writeBaseline)}” was not written, because not everything could be checked.`);
    else await saveBaseline(options.writeBaseline, all);
  }
  const findings = options.writeBaseline !== undefined && !cannotRun ? [] : (baseline?.without(all) ?? all);
  const fails = ({ severity }: Finding): boolean => failOn !== 'never' && severityOrder.indexOf(severity) <= severityOrder.indexOf(failOn);
  const code = cannotRun ? 2 : findings.some(fails) ? 1 : 0;
  // Already now: a reader that has seen enough (`| head`) ends the program while it prints.
  process.exitCode = code;
  // Nothing was found is not to be said where nothing was looked at.
  if (format !== 'text' || files.length > 0)
    await print(await written({ format, fails, texts, words, fixed: options.fix === true, complete: !cannotRun }, { files, findings }));
  return code;
}

interface Writing {
  readonly format: (typeof checkFormats)[number];
  readonly fails: (finding: Finding) => boolean;
  readonly texts: Texts;
  readonly words: Words;
  readonly fixed: boolean;
  readonly complete: boolean;
}

async function written({ format, fails, texts, words, fixed, complete }: Writing, findings: Findings): Promise<string> {
  const here = process.cwd();
  switch (format) {
    case 'text':
      return (await import('../reporting/text.ts')).findingsAsText(findings, {
        colour: wantsColour(),
        fixed,
        line: (file, line) => texts.get(file)?.line(line) ?? null,
      });
    case 'json':
      return (await import('../reporting/json.ts')).findingsAsJson(findings);
    case 'sarif':
      return (await import('../reporting/sarif.ts')).findingsAsSarif(findings, {
        here,
        version,
        words,
        rules,
        pageOf: ({ name }) => (home() === null ? null : rulePage(name)),
        complete,
      });
    case 'github':
      return (await import('../reporting/github.ts')).findingsAsGithub(findings, here);
    case 'gitlab':
      return (await import('../reporting/gitlab.ts')).findingsAsGitlab(findings, here);
    case 'junit':
      return (await import('../reporting/junit.ts')).findingsAsJunit(findings, fails);
  }
}

/** Documents in other formats are turned into the dialect first; telling that is kinder than reading them as Markdown. */
function refuseOtherFormats(path: string): void {
  if (path === '-' || /\.(?:md|markdown)$/i.test(path)) return;
  throw new CannotRun(
    `“${printedPath(path)}” is not a Markdown document. Turn it into one with: inspection-response import "${printedPath(path)}" -o NEW.report.md`,
  );
}

interface Checked {
  readonly text: string;
  readonly reports: readonly Report[];
}

async function checkOnce(service: LanguageService, address: DocumentAddress, text: string): Promise<Checked> {
  return { text, reports: await service.check(address, neverCancelled, { wait: true }) };
}

/** Most rounds of safe fixes: one fix may make room for another, but two must not play ping-pong. */
const mostRounds = 10;

/** Makes the safe fixes, writes the file and tells what is left. Standard input is fixed in memory and only reported on. */
async function checkAndFix(service: LanguageService, address: DocumentAddress, input: Input): Promise<Checked> {
  let checked = await checkOnce(service, address, input.text);
  for (let round = 0; round < mostRounds; round++) {
    const snapshot = await service.snapshot(address, 'linked', neverCancelled);
    const edits = snapshot ? safeEdits(snapshot, checked.reports) : [];
    if (edits.length === 0) break;
    const text = applyEdits(checked.text, edits);
    if (text === checked.text) break;
    service.open(address, round + 2, text);
    checked = await checkOnce(service, address, text);
  }
  if (checked.text === input.text || input.path === null) return checked;
  if (input.encoding !== 'utf-8') {
    say(`“${input.name}” was not fixed, because it is not saved as UTF-8. Save it as UTF-8 and run --fix again.`);
    service.open(address, mostRounds + 2, input.text);
    return checkOnce(service, address, input.text);
  }
  const problem = await writeWhole(input.path, `${input.byteOrderMark ? '\uFEFF' : ''}${checked.text}`);
  if (problem !== null) throw new CannotRun(`“${input.name}” was not fixed: ${problem}.`);
  say(`“${input.name}” was fixed.`);
  return checked;
}
