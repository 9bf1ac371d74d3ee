/** Names that programs give to pictures by themselves, which say nothing. */
const madeUp =
  /^(?:picture|image|logo|graphic|object|shape|chart|diagram)?\s*\d*$|description automatically generated|^a (?:close|picture|logo)\b|\.(?:png|jpe?g|gif|emf|wmf|svg)$/i;

/**
 * What the officer is told of pictures that were left out, with the words that their makers wrote for those who cannot see them; empty
 * words for one without.
 */
export function picturesNote(texts: readonly string[]): readonly string[] {
  if (texts.length === 0) return [];
  const said = texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => !madeUp.test(text));
  const described = said.length === 0 ? '' : ` Described as: ${[...new Set(said)].map((text) => `“${text}”`).join(', ')}.`;
  return [`${texts.length === 1 ? 'A picture was' : `${texts.length} pictures were`} left out.${described}`];
}
