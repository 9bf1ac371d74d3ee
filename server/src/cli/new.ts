import { resolve } from 'node:path';
import { createConfigurationFinder } from '../language/configuration/find-configuration.ts';
import type { DocumentType } from '../language/model/vocabulary.ts';
import { newDocument } from '../language/new-document/new-document.ts';
import { findingsOfLetter, nextReport, onlyPlan } from '../language/new-document/next-report.ts';
import { rules } from '../language/rules/index.ts';
import { createLanguageService } from '../language/service.ts';
import { addressOfPath } from '../node-host.ts';
import { addressOf, hostHere, parseType, readInput, snapshotOf } from './input.ts';
import { CannotRun, writeResult, type ExitCode } from './output.ts';

export interface NewOptions {
  readonly houseStyle?: string;
  readonly title?: string;
  readonly output?: string;
  /** The last report, for the next one to be made from. */
  readonly from?: string;
  /** The plan as it now is, where it is not the one beside the last report. */
  readonly plan?: string;
  /** The plan as it was at the last report. */
  readonly since?: string;
}

export async function createDocument(typeName: string, options: NewOptions): Promise<ExitCode> {
  const type = parseType(typeName);
  if (options.from !== undefined) return createNextReport(type, options.from, options);
  if (options.plan !== undefined || options.since !== undefined)
    throw new CannotRun('Only a next report has a plan that it is made from. Name the last one with --from.');
  const { configuration } = await createConfigurationFinder(hostHere(), rules).find(addressOfPath(resolve(options.output ?? 'new.md')));
  const name = options.houseStyle ?? configuration.defaultHouseStyle;
  const houseStyle = configuration.houseStyles.get(name);
  if (!houseStyle)
    throw new CannotRun(`There is no house style “${name}”. Known ones: ${[...configuration.houseStyles.keys()].join(', ')}.`);
  const { text } = newDocument(type, houseStyle, options.title === undefined ? {} : { values: { title: options.title } });
  await writeResult(text, options.output);
  return 0;
}

/** The next progress report, from the last one and the plan. */
async function createNextReport(type: DocumentType, from: string, options: NewOptions): Promise<ExitCode> {
  if (type !== 'committee-report') throw new CannotRun('Only a committee report can be made --from the last one.');
  const service = createLanguageService(hostHere());
  const input = await readInput(from);
  const snapshot = await snapshotOf(input, service, 'linked', 'committee-report');
  if (snapshot.model.context.type !== 'committee-report')
    throw new CannotRun(`“${input.name}” is no committee report, so that the next one cannot be made from it.`);
  const factsIn = async (path: string) => {
    const file = await readInput(path);
    const facts = await service.factsOfText(addressOf(file, 'action-plan'), file.text);
    // Some councils have their actions in a report.
    if (facts.type !== 'action-plan' && facts.actions.length === 0)
      throw new CannotRun(`“${file.name}” is no action plan, and has no actions.`);
    return facts;
  };
  const plan = options.plan === undefined ? onlyPlan(snapshot.response?.documents ?? []) : await factsIn(options.plan);
  if (plan === 'none')
    throw new CannotRun(
      input.path === null
        ? 'What stands beside standard input is not known. Name the action plan with --plan.'
        : `No action plan is beside “${input.name}”. Name it with --plan.`,
    );
  if (plan === 'several') throw new CannotRun(`More than one action plan is beside “${input.name}”. Name the right one with --plan.`);
  const houseStyle =
    options.houseStyle === undefined ? snapshot.model.context.houseStyle : snapshot.configuration.houseStyles.get(options.houseStyle);
  if (!houseStyle)
    throw new CannotRun(
      `There is no house style “${options.houseStyle}”. Known ones: ${[...snapshot.configuration.houseStyles.keys()].join(', ')}.`,
    );
  const earlierPlan = options.since === undefined ? null : await factsIn(options.since);
  await writeResult(
    nextReport(
      {
        last: snapshot.model,
        plan,
        earlierPlan,
        findings: findingsOfLetter(snapshot.response?.documents ?? []),
        ...(options.title === undefined ? {} : { title: options.title }),
      },
      houseStyle,
    ),
    options.output,
  );
  return 0;
}
