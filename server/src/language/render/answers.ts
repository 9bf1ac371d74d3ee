import type { ElementContent } from 'hast';
import { inWords } from '../calendar/deadlines.ts';
import type { ActionFact, DocumentFacts, ResponseFacts } from '../response/facts.ts';
import type { DocumentAddress } from '../text/document-address.ts';
import { anchorOfLabel } from './decorate.ts';
import { element, text } from './head.ts';
import { statusShapes } from './status-shapes.ts';

/** Where something stands that another document says: its address and the offset there. */
export const placeElsewhere = (address: DocumentAddress, offset: number): string => `${address}#at-${offset}`;

/** Where a label can be read that a document of the response defines, other than the one seen from. The same function as long as the facts are the same. */
export function labelsElsewhere(response: ResponseFacts, here: DocumentAddress): (key: string) => string | null {
  let known = elsewhere.get(response);
  if (!known) {
    const places = new Map<string, string>();
    for (const { address, labels } of response.documents) if (address !== here) for (const { key, span } of labels) if (!places.has(key)) places.set(key, placeElsewhere(address, span.start));
    elsewhere.set(response, (known = (key) => places.get(key) ?? null));
  }
  return known;
}
const elsewhere = new WeakMap<ResponseFacts, (key: string) => string | null>();

/** The line under a finding that says which actions answer it, with their statuses and dates, by the finding's label. Findings that nothing answers have none. */
export function answersIn(response: ResponseFacts, here: DocumentAddress): ReadonlyMap<string, ElementContent> {
  const actions = new Map<string, ElementContent[]>();
  for (const facts of response.documents) {
    for (const action of facts.actions) {
      for (const { key } of action.addresses) actions.set(key, [...(actions.get(key) ?? []), described(action, facts, here)]);
    }
  }
  return new Map([...actions].map(([key, found]) => [key, element('p', { className: ['answers'] }, [text('Answered by '), ...found.flatMap((one, index) => (index === 0 ? [one] : [text('; '), one])), text('.')])]));
}

function described({ label, text: words, span, due, status, stage }: ActionFact, { address }: DocumentFacts, here: DocumentAddress): ElementContent {
  const href = address !== here ? placeElsewhere(address, span.start) : label ? `#${anchorOfLabel(label.key)}` : null;
  const name = text(label?.text ?? `“${words.length > 60 ? `${words.slice(0, words.lastIndexOf(' ', 60))} …` : words}”`);
  const shape = stage === null ? [] : [element('span', { className: ['shape'], ariaHidden: 'true' }, [text(`${statusShapes[stage]} `)])];
  const said = status === null ? [] : [text(' '), element('span', { className: ['status', `stage-${stage ?? 'other'}`] }, [...shape, text(status)])];
  const date = due === null ? [] : [text(`, due ${due.to !== null && due.from === due.to ? inWords(due.to) : due.text}`)];
  return element('span', { className: ['answer'] }, [href === null ? name : element('a', { className: ['reference', 'to-label'], href }, [name]), ...said, ...date]);
}
