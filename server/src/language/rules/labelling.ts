import { isRecommendationName } from '../model/item-parts/read-recommendation-name.ts';
import type { FindingItem, RecommendationItem } from '../model/items.ts';
import type { DocumentView, Located } from '../model/view.ts';
import type { ResponseFacts } from '../response/facts.ts';
import type { Span, TextEdit } from '../text/span.ts';
import { startOfWords } from './block-spans.ts';

/** So many labels with a prefix that neither the document nor the others of its response use: `R4`, `R5`. */
export function freeLabels(prefix: string, count: number, view: DocumentView, response: ResponseFacts | null): readonly string[] {
  const keys = [
    ...view.items('label-definition').map(({ item }) => item.label.key),
    ...(response?.documents ?? []).flatMap(({ labels }) => labels.map(({ key }) => key)),
  ];
  let last = 0;
  for (const key of keys) {
    const number = key.startsWith(prefix) ? /^\d{1,6}/.exec(key.slice(prefix.length)) : null;
    if (number) last = Math.max(last, Number(number[0]));
  }
  return Array.from({ length: count }, (_, i) => `${prefix}${last + 1 + i}`);
}

/** The prefix that most labels of a kind have here, else the usual one. */
export function usualPrefix(defines: 'finding' | 'action' | 'recommendation' | 'measure', view: DocumentView, otherwise: string): string {
  const counts = new Map<string, number>();
  for (const { item } of view.items('label-definition'))
    if (item.defines === defines) counts.set(item.label.prefix, (counts.get(item.label.prefix) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? otherwise;
}

/**
 * Recommendations in bullets or paragraphs without label and number. “Recommendation 2” before the words, or alone over them, is a number.
 */
export const unlabelledRecommendations = (all: readonly Located<RecommendationItem>[]): readonly Located<RecommendationItem>[] =>
  all.filter(
    ({ item, model }) =>
      !item.label &&
      !(model.block.container?.type === 'list' && model.block.container.ordered) &&
      !/^\s*[-*+]?\s*\(?(?:\d+|[a-z]|[ivx]+)[.)]/i.test(model.block.text.slice(item.span.start)) &&
      !/^\W*recommendation \d/i.test(model.block.text) &&
      !isRecommendationName(model.place.heading ?? ''),
  );

/** Findings that ask for an action and cannot be named; a table has its own column for that. */
export const unlabelledFindings = (all: readonly Located<FindingItem>[]): readonly Located<FindingItem>[] =>
  all.filter(({ item, model }) => !item.label && item.polarity !== 'strength' && model.block.kind !== 'table-row');

/** Puts a label before the words of an item; `words` is where they stand in its block, with or without the bullet. */
export function labelBefore({ base, model }: Pick<Located, 'base' | 'model'>, words: Span, label: string): TextEdit {
  const start = base + startOfWords(model.block.text, words);
  return { span: { start, end: start }, newText: `**${label}** ` };
}
