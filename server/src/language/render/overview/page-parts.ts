import type { Element, ElementContent } from 'hast';
import type { Overview } from '../../response/overview.ts';
import type { DocumentAddress } from '../../text/document-address.ts';
import { opening } from '../../text/english.ts';
import type { Span } from '../../text/span.ts';
import type { Words } from '../../words.ts';
import { element, text } from '../head.ts';

/** What each part of the page is made with. */
export interface Circumstances {
  readonly overview: Overview;
  readonly words: Words;
  /** Where a place in a document is gone to; null where the page goes to people who do not have the documents. */
  readonly linkTo: ((address: DocumentAddress, offset: number) => string) | null;
}

/** Letters of a finding, action or measure that are shown where it is only to be known again. */
const enough = 90;

interface Named {
  readonly label: { readonly text: string } | null;
  readonly text: string;
  readonly address: DocumentAddress;
  readonly nameSpan: Span;
}

/** What leads to a place in a document. */
export const link = (address: DocumentAddress, offset: number, children: readonly ElementContent[], { linkTo }: Circumstances): Element =>
  linkTo ? element('a', { href: linkTo(address, offset) }, [...children]) : element('span', {}, [...children]);

/** The label and first words of something, leading to it. */
export const linked = ({ label, text: words, address, nameSpan }: Named, circumstances: Circumstances): Element =>
  link(
    address,
    nameSpan.start,
    [...(label ? [element('strong', {}, [text(label.text)]), text(' ')] : []), text(opening(words, enough))],
    circumstances,
  );

/** The label alone where there is one, leading there; for lists of many. */
export const linkedLabel = ({ label, text: words, address, nameSpan }: Named, circumstances: Circumstances): Element =>
  link(address, nameSpan.start, [text(label?.text ?? opening(words, 40))], circumstances);

export const separated = (all: readonly ElementContent[]): readonly ElementContent[] =>
  all.flatMap((one, index) => (index === 0 ? [one] : [text(', '), one]));

/** A shape and the words that say the same. The shape is not read out. */
export const shaped = (shape: string, words: string, ...className: readonly string[]): Element =>
  element('span', { className: ['shaped', ...className] }, [
    element('span', { className: ['shape'], ariaHidden: 'true' }, [text(`${shape} `)]),
    text(words),
  ]);

export const section = (id: string, heading: string, children: readonly ElementContent[]): Element =>
  element('section', { ariaLabelledBy: [id] }, [element('h2', { id }, [text(heading)]), ...children]);

export const paragraph = (words: string): Element => element('p', {}, [text(words)]);

/** So many columns have no room beside an editor: their table is a little smaller, and scrolled with its first column in sight. */
const manyColumns = 6;

/** A table whose first column names its rows. */
export function table(name: string, heads: readonly string[], rows: readonly (readonly (readonly ElementContent[])[])[]): Element {
  const row = ([first, ...rest]: readonly (readonly ElementContent[])[]): Element =>
    element('tr', {}, [element('th', { scope: 'row' }, [...first!]), ...rest.map((cell) => element('td', {}, [...cell]))]);
  return element('div', { className: ['table'], role: 'group', tabIndex: 0, ariaLabel: name }, [
    element('table', heads.length >= manyColumns ? { className: ['wide'] } : {}, [
      element('thead', {}, [
        element(
          'tr',
          {},
          heads.map((head) => element('th', { scope: 'col' }, [text(head)])),
        ),
      ]),
      element('tbody', {}, rows.map(row)),
    ]),
  ]);
}

/** Something that is opened by those who want it. Its `id` tells whether it was open when the page is made anew. */
export const unfolding = (id: string, summary: readonly ElementContent[], isOpen: boolean, children: readonly ElementContent[]): Element =>
  element('details', { id, open: isOpen }, [element('summary', {}, [...summary]), ...children]);
