/** What the pages of panels are made of. Words are set as text, so that nothing out of a document is ever taken for HTML. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (string | HTMLElement)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export function button(words: string, act: () => void): HTMLElement {
  const made = element('button', { type: 'button' }, words);
  made.addEventListener('click', act);
  return made;
}

/** A button that looks like what it does: leads somewhere. */
export function linkTo(act: () => void, ...words: readonly (string | HTMLElement)[]): HTMLElement {
  const made = button('', act);
  made.className = 'link';
  made.append(...words);
  return made;
}

/** An element that the page has. */
export const by = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;

/** Things by a name of theirs, in the order in which the names come. */
export function groupBy<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): ReadonlyMap<string, readonly Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing]);
  return groups;
}

export const distinct = (values: readonly (string | null)[]): readonly string[] =>
  [...new Set(values)].filter((value) => value !== null).sort();
