/** Deletions that are named one by one; a paper that was rewritten has hundreds. */
const mostNamed = 25;

/** What the officer is told of tracked changes; `deleted` are the words that were deleted, one for each place. */
export function changesNote(hasChanges: boolean, deleted: readonly string[]): readonly string[] {
  if (!hasChanges) return [];
  const words = deleted.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => /[\p{L}\p{N}]/u.test(text));
  const named = words
    .slice(0, mostNamed)
    .map((text) => `“${text}”`)
    .join(', ');
  const more = words.length > mostNamed ? ` and ${words.length - mostNamed} more` : '';
  return [
    `The paper has tracked changes; it was imported as if all of them were accepted.${words.length > 0 ? ` Left out as deleted: ${named}${more}.` : ''}`,
  ];
}
