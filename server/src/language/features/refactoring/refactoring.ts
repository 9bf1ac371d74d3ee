import type { Snapshot } from '../../snapshot.ts';
import type { Span, TextEdit } from '../../text/span.ts';
import { alignTable } from './align-table.ts';
import { explainAcronym } from './explain-acronym.ts';
import { labelItems } from './label-items.ts';
import { numberParagraphs } from './number-paragraphs.ts';
import { numberThisParagraph, renumber } from './renumber.ts';
import { sortTable } from './sort-table.ts';
import { turnActions } from './turn-actions.ts';

/** A rewriting that nothing is wrong without. Nothing is offered that would change nothing. */
export interface Refactoring {
  readonly id: string;
  /** What could be done at a range: words for the light bulb, and what the edits need to know. Cheap. */
  offers(snapshot: Snapshot, range: Span): readonly Offer[];
  /** The edits of a choice, in the document that it was offered in; empty where there is nothing to do. */
  edits(snapshot: Snapshot, range: Span, choice: string): readonly TextEdit[];
}

export interface Offer {
  readonly title: string;
  readonly choice: string;
}

const refactorings: readonly Refactoring[] = [explainAcronym, sortTable, alignTable, renumber, numberThisParagraph, numberParagraphs, labelItems, turnActions];

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
  refactorings.flatMap((one) => one.offers(snapshot, range).map(({ title, choice }) => ({ title, key: { refactoring: one.id, choice, range, version: snapshot.model.version } })));

/** The edits of a choice; null where the document has changed since it was offered, or there is nothing to do. */
export function refactoringEdits(snapshot: Snapshot, { refactoring, choice, range, version }: RefactoringKey): readonly TextEdit[] | null {
  if (version !== snapshot.model.version) return null;
  const edits = refactorings.find(({ id }) => id === refactoring)?.edits(snapshot, range, choice) ?? [];
  return edits.length > 0 ? edits : null;
}
