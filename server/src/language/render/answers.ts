import type { ElementContent } from 'hast';
import { dayInWords } from '../model/dates/date-words.ts';
import type { ActionFact, DocumentFacts, ResponseFacts } from '../response/facts.ts';
import { placeName } from '../response/named-places.ts';
import type { DocumentAddress } from '../text/document-address.ts';
import { anchorOfLabel } from './decorate.ts';
import { element, text } from './head.ts';
import { statusShapes } from './status-shapes.ts';

/** Leads to something that another document says: its address and what is named there, which holds wherever lines move. */
export const placeElsewhere = (address: DocumentAddress, name: string): string => `${address}#${name}`;

/**
 * Where a label can be read that a document of the response defines, other than the one seen from. The same function as long as the facts
 * are the same.
 */
export function labelsElsewhere(response: ResponseFacts, here: DocumentAddress): (key: string) => string | null {
  let known = elsewhere.get(response);
  if (!known) {
    const places = new Map<string, string>();
    for (const { address, labels } of response.documents)
      if (address !== here)
        labels.forEach(({ key }, index) => {
          if (!places.has(key)) places.set(key, placeElsewhere(address, placeName('label', index)));
        });
    elsewhere.set(response, (known = (key) => places.get(key) ?? null));
  }
  return known;
}
const elsewhere = new WeakMap<ResponseFacts, (key: string) => string | null>();

/**
 * The line under a finding that says which actions answer it, with their statuses and dates, by the finding's label. Findings that nothing
 * answers have none.
 */
export function answersIn(response: ResponseFacts, here: DocumentAddress): ReadonlyMap<string, ElementContent> {
  const actions = new Map<string, ElementContent[]>();
  for (const facts of response.documents) {
    facts.actions.forEach((action, index) => {
      for (const { key } of action.addresses) actions.set(key, [...(actions.get(key) ?? []), described(action, index, facts, here)]);
    });
  }
  return new Map(
    [...actions].map(([key, found]) => [
      key,
      element('p', { className: ['answers'] }, [
        text('Answered by '),
        ...found.flatMap((one, index) => (index === 0 ? [one] : [text('; '), one])),
        text('.'),
      ]),
    ]),
  );
}

function described(
  { label, text: words, due, status, stage }: ActionFact,
  index: number,
  { address }: DocumentFacts,
  here: DocumentAddress,
): ElementContent {
  const href = address !== here ? placeElsewhere(address, placeName('action', index)) : label ? `#${anchorOfLabel(label.key)}` : null;
  const name = text(label?.text ?? `“${words.length > 60 ? `${words.slice(0, words.lastIndexOf(' ', 60))} …` : words}”`);
  const shape = stage === null ? [] : [element('span', { className: ['shape'], ariaHidden: 'true' }, [text(`${statusShapes[stage]} `)])];
  const said =
    status === null ? [] : [text(' '), element('span', { className: ['status', `stage-${stage ?? 'other'}`] }, [...shape, text(status)])];
  const date = due === null ? [] : [text(`, due ${due.to !== null && due.from === due.to ? dayInWords(due.to) : due.text}`)];
  return element('span', { className: ['answer'] }, [
    href === null ? name : element('a', { className: ['reference', 'to-label'], href }, [name]),
    ...said,
    ...date,
  ]);
}
