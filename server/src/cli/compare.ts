import { compareDocuments } from '../language/response/compare.ts';
import { createLanguageService } from '../language/service.ts';
import { linePlaces } from '../reporting/finding.ts';
import { addressOf, hostHere, parseFormat, typeOfInput, readInput } from './input.ts';
import { CannotRun, print, say, type ExitCode } from './output.ts';

const formats = ['text', 'json', 'md'] as const;

/** What changed between two versions of a plan or a report. */
export async function compareVersions(
  older: string,
  newer: string,
  options: { readonly format: string; readonly type?: string },
): Promise<ExitCode> {
  const format = parseFormat(options.format, formats);
  if (older === '-' && newer === '-') throw new CannotRun('Only one of the two versions can come from standard input.');
  const type = typeOfInput(options.type, [older, newer]);
  const inputs = { before: await readInput(older), now: await readInput(newer) };
  const service = createLanguageService(hostHere());
  const facts = {
    before: await service.factsOfText(addressOf(inputs.before, type), inputs.before.text),
    now: await service.factsOfText(addressOf(inputs.now, type), inputs.now.text),
  };
  if (facts.before.type !== facts.now.type)
    say(`“${inputs.before.name}” and “${inputs.now.name}” are documents of two kinds. Little of the one may be found in the other.`);
  const comparison = compareDocuments(facts.before, facts.now);
  if (format === 'json') {
    const places = { before: linePlaces(inputs.before.text), now: linePlaces(inputs.now.text) };
    const { comparisonAsJson } = await import('../reporting/compare-json.ts');
    await print(
      comparisonAsJson(
        comparison,
        { before: inputs.before.name, now: inputs.now.name },
        { before: (offset) => places.before.place(offset).line, now: (offset) => places.now.place(offset).line },
      ),
    );
  } else if (format === 'md') await print((await import('../language/new-document/progress-section.ts')).progressSection(comparison));
  else await print((await import('../reporting/compare-text.ts')).comparisonAsText(comparison));
  return 0;
}
