/** Who acts, as one short form or several: “JH”, “JH and KK”, “All”. */
const shortFormsOf = (one: string): RegExp => {
  const who = `(?:${one}|All|Chair|Secretariat)`;
  return new RegExp(`^${who}(?:\\s*(?:[/,&+]|and)\\s*${who})*$`);
};

/** In a column of them, where a first name is one too: “JH”, “Ann”. */
export const shortNames = shortFormsOf('[A-Z][A-Za-z]{1,3}');

/** Anywhere else. Two capitals at least, or a word for several people: one capital may begin any word. */
export const initials = shortFormsOf('[A-Z]{2,4}|[A-Z][a-z]?[A-Z][A-Za-z]?');
