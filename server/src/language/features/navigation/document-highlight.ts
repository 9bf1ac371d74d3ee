import type { Snapshot } from '../../snapshot.ts';
import type { Span } from '../../text/span.ts';
import { mentionsOf, subjectAt } from './subject.ts';

export interface DocumentHighlight {
  readonly span: Span;
  /** Whether the thing is defined there. */
  readonly isDefinition: boolean;
}

/** Mentions in the document of what stands at an offset; none where it is mentioned nowhere else in it. */
export function documentHighlights(snapshot: Snapshot, offset: number): readonly DocumentHighlight[] {
  const found = subjectAt(snapshot, offset);
  if (!found) return [];
  return mentionsOf(snapshot.view, found.subject).map(({ span, role }) => ({ span, isDefinition: role === 'definition' }));
}
