/** One person whom to ask, by the keys of the front matter. */
export type Person = Readonly<Partial<Record<'name' | 'post' | 'phone' | 'email', string>>>;
type Part = keyof Person;

/** What a row of a header form says of whom to ask: people, or one thing about those of the rows before. */
export type ContactRow = { readonly people: readonly Person[] } | { readonly part: Part; readonly values: readonly string[] };

/**
 * The people that the rows of a form name, in their order. What follows a name is said of it; as many values as names in one row are said
 * of each in turn. Where a row has several names and the next one another number of values, nobody can tell whose they are: then all stand
 * together, as of one.
 */
export function peopleOf(rows: readonly ContactRow[]): readonly Person[] {
  const people: Person[] = [];
  let group = 0;
  for (const row of rows) {
    if ('people' in row) {
      const [only] = row.people;
      const before = people.at(-1);
      // A telephone number may stand over the name that it belongs to.
      if (row.people.length === 1 && before && before.name === undefined) people[people.length - 1] = { ...before, ...only };
      else {
        group = people.length;
        people.push(...row.people);
      }
      continue;
    }
    const { part, values } = row;
    if (values.length === 0) continue;
    if (people.length === 0) people.push({});
    const asked = people.slice(group);
    if (asked.length === values.length && asked.every((person) => person[part] === undefined))
      asked.forEach((person, index) => {
        people[group + index] = { ...person, [part]: values[index]! };
      });
    else if (asked.length === 1)
      people[group] = { ...asked[0]!, [part]: [...(asked[0]![part] === undefined ? [] : [asked[0]![part]!]), ...values].join('; ') };
    else return [together(rows)];
  }
  return people;
}

/** All that the rows say, as of one. */
function together(rows: readonly ContactRow[]): Person {
  const said = new Map<Part, string[]>();
  const add = (part: Part, value: string): void => {
    said.set(part, [...(said.get(part) ?? []), value]);
  };
  for (const row of rows) {
    if ('people' in row) for (const person of row.people) for (const [part, value] of Object.entries(person)) add(part as Part, value);
    else for (const value of row.values) add(row.part, value);
  }
  return Object.fromEntries([...said].map(([part, values]) => [part, values.join('; ')]));
}
