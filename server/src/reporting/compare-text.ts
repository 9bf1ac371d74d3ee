import { changeGroups, dayOfVersion, doubtsOf, summaryOf } from '../language/new-document/changes-in-words.ts';
import type { Comparison } from '../language/response/compare.ts';

/** What changed, for a person at a terminal. */
export function comparisonAsText(comparison: Comparison): string {
  const { before, now, statuses } = comparison;
  const out = [
    `From ${dayOfVersion(before.day, 'the earlier version')} to ${dayOfVersion(now.day, 'the later version')}`,
    summaryOf(comparison),
  ];
  if (statuses.some(({ status }) => status !== null))
    out.push('', 'Statuses', ...statuses.map((one) => `  ${one.status ?? 'no status'}: ${one.before}, now ${one.now}`));
  const doubts = doubtsOf(comparison);
  if (doubts.length > 0) out.push('', 'Please check', ...doubts.map((doubt) => `  ${doubt}`));
  for (const { heading, items } of changeGroups(comparison, { namesFormerLabels: true }))
    out.push('', heading, ...items.map((item) => `  ${item}`));
  return `${out.join('\n')}\n`;
}
