/** What the officer is told of words that stand where nobody has filled in anything (“Choose an item.”), which are left out. */
export const blanksNote = (blanks: readonly string[]): readonly string[] => {
  const said = [...new Set(blanks)].filter((text) => text !== '');
  return said.length === 0
    ? []
    : [`Left out, because it stands where nobody has filled in anything: ${said.map((text) => `“${text}”`).join(', ')}.`];
};
