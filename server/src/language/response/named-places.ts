import type { Span } from '../text/span.ts';
import type { DocumentFacts } from './facts.ts';

/** What a document says, list by list, each thing with the place where a person is taken who asks for it. */
const lists = {
  label: ({ labels }: DocumentFacts): readonly Span[] => labels.map(({ span }) => span),
  finding: ({ findings }: DocumentFacts): readonly Span[] => findings.map(({ nameSpan }) => nameSpan),
  recommendation: ({ recommendations }: DocumentFacts): readonly Span[] => recommendations.map(({ nameSpan }) => nameSpan),
  action: ({ actions }: DocumentFacts): readonly Span[] => actions.map(({ nameSpan }) => nameSpan),
  measure: ({ measures }: DocumentFacts): readonly Span[] => measures.map(({ nameSpan }) => nameSpan),
};
type Kind = keyof typeof lists;

/**
 * A thing that a document says, by its kind and its place among those of its kind: `action-12`. As long as the document means the same, it
 * names the same, wherever lines move.
 */
export const placeName = (kind: Kind, index: number): string => `${kind}-${index}`;

/** Names of all that a document says, by the offset where each stands. */
export function namesOfPlaces(facts: DocumentFacts): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const [kind, spans] of Object.entries(lists))
    spans(facts).forEach(({ start }, index) => names.set(start, placeName(kind as Kind, index)));
  return names;
}

/** Where something stands that a document says; null where nothing has that name. */
export function placeNamed(facts: DocumentFacts, name: string): Span | null {
  const [, kind, index] = /^([a-z]+)-(\d+)$/.exec(name) ?? [];
  return kind !== undefined && Object.hasOwn(lists, kind) ? (lists[kind as Kind](facts)[Number(index)] ?? null) : null;
}
