import { importText } from '../../server/src/conversion/import/plain-text/plain-text.ts';
import type { Deadline } from '../../server/src/language/calendar/deadline.ts';
import { deadlinesOf } from '../../server/src/language/calendar/deadlines.ts';
import { neverCancelled, type Host } from '../../server/src/language/host.ts';
import { modelToJson, type ModelJson } from '../../server/src/language/model/to-json.ts';
import { suffixes } from '../../server/src/language/model/vocabulary.ts';
import { createLanguageService } from '../../server/src/language/service.ts';
import { documentAddress } from '../../server/src/language/text/document-address.ts';

/** A paper in plain text, taken the whole way: imported, understood, checked. */
export interface Paper {
  readonly text: string;
  readonly model: ModelJson;
  readonly deadlines: readonly Deadline[];
  /** What is reported: the rule, and the words that it stands on. */
  readonly reports: readonly { readonly rule: string; readonly words: string; readonly message: string }[];
}

/** A world with nothing in it but the paper. */
const host: Host = {
  today: () => '2026-01-31',
  now: () => 0,
  pause: () => Promise.resolve(),
  read: () => Promise.resolve(null),
  list: () => Promise.resolve([]),
  entries: () => Promise.resolve([]),
  kept: null,
  helper: null,
  exists: () => Promise.resolve(null),
  log: () => {},
};

export async function readPaper(source: string, fileName: string): Promise<Paper> {
  const { text, type } = importText(source, { fileName });
  const service = createLanguageService(host);
  const address = documentAddress(`file:///papers/paper${suffixes[type]}`);
  service.open(address, 1, text);
  const reports = await service.check(address, neverCancelled, { wait: true });
  const { view, calendar } = (await service.snapshot(address, 'linked', neverCancelled))!;
  return {
    text,
    model: modelToJson(view, `paper${suffixes[type]}`),
    deadlines: deadlinesOf(view, calendar),
    reports: reports.map(({ rule, span, message }) => ({ rule, words: text.slice(span.start, span.end), message })),
  };
}

/** The words that the reports of a rule stand on. */
export const wordsUnder = ({ reports }: Paper, rule: string): string[] =>
  reports.filter((report) => report.rule === rule).map(({ words }) => words);
export const polarities = ({ model }: Paper, polarity: string): number =>
  model.findings.filter((finding) => finding.polarity === polarity).length;
