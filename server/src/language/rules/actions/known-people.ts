import type { FixChoice, FixContext } from '../rule.ts';

/** “TBC”, “TBC by partnership” and “To be confirmed (health)” are nobody yet. */
export const isToBeNamed = (owner: string): boolean =>
  /^(?:(?:tb[acd]|to be (?:confirmed|agreed|decided|appointed|identified|advised|named))(?:\.?$|\s+(?:by|with|from|in|once|when|after)\b|\s*[(–—-])|(?:vacant|vacancy|unknown|\?+)\.?$)/i.test(
    owner.trim(),
  );

/**
 * People and posts that may own an action: those of the front matter and the configuration, then the owners that the document has already.
 */
export function ownerChoices({ model, view, configuration }: FixContext): readonly FixChoice[] {
  const choices = new Map<string, FixChoice>();
  const add = (owner: string, about: string) => {
    if (owner !== '' && !choices.has(owner.toLowerCase()))
      choices.set(owner.toLowerCase(), { title: about === '' ? 'Owner: {owner}' : 'Owner: {owner} ({about})', data: { owner, about } });
  };
  for (const people of [model.context.people, configuration.people]) {
    for (const [initials, { name, post }] of people) add(initials, [name, post].filter(Boolean).join(', '));
  }
  for (const { item } of view.items('action')) {
    const owner = item.fields.owner?.text.trim() ?? '';
    if (owner.length <= 60 && !/^(?:n\/?a|-|–|all)$/i.test(owner) && !isToBeNamed(owner)) add(owner, '');
  }
  return [...choices.values()].slice(0, 12);
}
