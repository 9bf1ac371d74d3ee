import type { Label } from '../../model/items.ts';
import { freeLabels } from '../../rules/labelling.ts';
import type { Snapshot } from '../../snapshot.ts';

/**
 * Labels for more items beside others, spelt as the last of them: `A1.5` after `A1.4`, `AFI 4` after `AFI 3`; none that the response has
 * already. Null where there is no other.
 */
export function nextLabels(
  { view, response }: Pick<Snapshot, 'view' | 'response'>,
  labels: readonly Label[],
  count: number,
): readonly string[] | null {
  const last = labels.at(-1);
  if (!last) return null;
  const counted = last.number.split('.').at(-1)!.length;
  const stem = last.key.slice(0, -counted);
  return freeLabels(stem, count, view, response).map((free) => last.text.slice(0, -counted) + free.slice(stem.length));
}
