import type { Comparison } from '../response/compare.ts';
import { capital } from '../text/english.ts';
import { asMarkdown } from '../text/markdown.ts';
import { changeGroups, dayOfVersion, doubtsOf, summaryOf } from './changes-in-words.ts';

/** How the heading of the section begins. */
export const progressHeading = 'Progress since';

/**
 * What changed since the earlier version as a section of a report: a sentence with the numbers, the statuses then and now, and a list of
 * each kind of change. What the comparison is not sure of stands in square brackets, so that it is checked before the report goes out. Ends
 * with one line ending.
 */
export function progressSection(comparison: Comparison, level = 2): string {
  const { before, now, statuses } = comparison;
  const mark = '#'.repeat(level);
  const [then, today] = [dayOfVersion(before.day, 'the last version'), dayOfVersion(now.day, 'now')];
  const parts = [`${mark} ${progressHeading} ${then}`, summaryOf(comparison)];
  if (statuses.some(({ status }) => status !== null)) {
    const row = (...cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
    parts.push(
      [
        row('Status', capital(then), capital(today)),
        '| --- | ---: | ---: |',
        ...statuses.map((one) => row(asMarkdown(capital(one.status ?? 'no status')), one.before, one.now)),
        row('All actions', before.actions, now.actions),
      ].join('\n'),
    );
  }
  const doubts = doubtsOf(comparison);
  if (doubts.length > 0) parts.push(doubts.map((doubt) => `- [Check: ${asMarkdown(doubt)}]`).join('\n'));
  for (const { heading, items } of changeGroups(comparison, { namesFormerLabels: false }))
    parts.push(`${mark}# ${heading}`, items.map((item) => `- ${asMarkdown(item)}`).join('\n'));
  return `${parts.join('\n\n')}\n`;
}
