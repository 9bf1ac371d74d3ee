import { CannotImport } from '../conversion/import/cannot-import.ts';
import { formatOf } from '../conversion/import/import-file.ts';
import { inOfficersWords } from '../conversion/import/paper/dates.ts';
import { trackerBack, trackerKey, type TrackerChange } from '../conversion/import/tracker/tracker-back.ts';
import { trackerHeadings } from '../conversion/tracker.ts';
import { neverCancelled } from '../language/host.ts';
import { modelToJson } from '../language/model/to-json.ts';
import { createLanguageService } from '../language/service.ts';
import { documentAddress } from '../language/text/document-address.ts';
import { hostOf, type ExportSurroundings } from './export.ts';
import type { ConvertRequest, TrackerComparison } from './messages.ts';

/** Compares a tracker that came back with its plan. Throws {@link CannotImport}. */
export async function compareTracker(
  { bytes, fileName, plan, chosen, today }: Extract<ConvertRequest, { kind: 'tracker' }>,
  { host }: Pick<ExportSurroundings, 'host'>,
): Promise<TrackerComparison> {
  if (formatOf(bytes, fileName) !== 'excel')
    throw new CannotImport('A tracker is an Excel workbook (.xlsx), as the export of a plan makes it.');
  const address = documentAddress(plan.uri);
  const service = createLanguageService(hostOf(new Map([[address, new TextEncoder().encode(plan.text)]]), today, host));
  service.open(address, 1, plan.text);
  const { view } = (await service.snapshot(address, 'linked', neverCancelled))!;
  const { title } = modelToJson(view, fileName);
  const offered = await trackerBack(bytes, view, title);
  // Before anybody has chosen, the plan is shown with all but what it says otherwise itself.
  const keys = chosen ?? [
    ...offered.changes.map(({ action, field }) => trackerKey(action, field)),
    ...offered.added.map((action) => trackerKey(action, null)),
  ];
  const { changes, conflicts, added, notes, edits, text } = await trackerBack(bytes, view, title, new Set(keys));
  const shown = ({ action, field, before, after }: TrackerChange) => ({
    key: trackerKey(action, field),
    action,
    field: trackerHeadings[field],
    before: inOfficersWords(before),
    after: inOfficersWords(after),
  });
  return {
    changes: changes.map(shown),
    conflicts: conflicts.map((conflict) => ({ ...shown(conflict), plan: inOfficersWords(conflict.plan) })),
    added: added.map((action) => ({ key: trackerKey(action, null), action })),
    notes,
    edits: edits.map(({ span, newText }) => ({ start: span.start, end: span.end, newText })),
    text,
  };
}
