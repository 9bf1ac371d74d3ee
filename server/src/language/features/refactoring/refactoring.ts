import type { Snapshot } from '../../snapshot.ts';
import type { Span, TextEdit } from '../../text/span.ts';
import { alignTable } from './align-table.ts';
import { explainAcronym } from './explain-acronym.ts';
import { labelItems } from './label-items.ts';
import { numberParagraphs } from './number-paragraphs.ts';
import type { Refactoring } from './offer.ts';
import { numberThisParagraph, renumber } from './renumber.ts';
import { sortTable } from './sort-table.ts';
import { turnActions } from './turn-actions.ts';

const refactorings: readonly Refactoring[] = [
  explainAcronym,
  sortTable,
  alignTable,
  renumber,
  numberThisParagraph,
  numberParagraphs,
  labelItems,
  turnActions,
];

/** A choice, in data that can travel. It holds for one version of the document. */
export interface RefactoringKey {
  readonly refactoring: string;
  readonly choice: string;
  readonly range: Span;
  readonly version: number;
}

export interface OfferedRefactoring {
  readonly title: string;
  readonly key: RefactoringKey;
}

/** Everything that the light bulb offers beside the fixes. */
export const refactoringsAt = (snapshot: Snapshot, range: Span): readonly OfferedRefactoring[] =>
  refactorings.flatMap((one) =>
    one
      .offers(snapshot, range)
      .map(({ title, choice }) => ({ title, key: { refactoring: one.id, choice, range, version: snapshot.model.version } })),
  );

/** The edits of a choice; null where the document has changed since it was offered, or there is nothing to do. */
export function refactoringEdits(snapshot: Snapshot, { refactoring, choice, range, version }: RefactoringKey): readonly TextEdit[] | null {
  if (version !== snapshot.model.version) return null;
  const edits = refactorings.find(({ id }) => id === refactoring)?.edits(snapshot, range, choice) ?? [];
  return edits.length > 0 ? edits : null;
}
