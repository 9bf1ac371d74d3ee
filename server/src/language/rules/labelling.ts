import type { DocumentView } from '../model/view.ts';
import type { ResponseFacts } from '../response/facts.ts';

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
  for (const { item } of view.items('label-definition')) if (item.defines === defines) counts.set(item.label.prefix, (counts.get(item.label.prefix) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? otherwise;
}
