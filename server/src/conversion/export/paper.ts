import type { Host } from '../../language/host.ts';
import type { AppendixListedItem } from '../../language/model/items.ts';
import { textOf } from '../../language/model/front-matter/front-matter.ts';
import { byVirtueOf, listed } from '../../language/render/header.ts';
import { isWide } from '../../language/render/html.ts';
import type { Rendering } from '../../language/render/rendering.ts';
import { render } from '../../language/render/render.ts';
import type { Snapshot } from '../../language/snapshot.ts';
import { documentAddress, folderOf, type DocumentAddress } from '../../language/text/document-address.ts';
import { wordsAlone } from '../words.ts';
import { headingIds } from './heading-ids.ts';

/** A document to export, as it is printed. */
export interface Paper {
  /** As the officer knows it: `visit.report.md`. */
  readonly name: string;
  readonly snapshot: Snapshot;
  readonly rendering: Rendering;
  /** Number of the appendix as which it is bound in with another paper; null for the first one. */
  readonly appendix: string | null;
}

/** What an export asks of the place that it runs in. */
export interface Surroundings {
  readonly host: Host;
  /** Bytes of a file, or null where there is none that can be read. */
  readBytes(address: DocumentAddress): Promise<Uint8Array | null>;
  /** A file's name as the officer is to read it. */
  nameOf(address: DocumentAddress): string;
}

export const titleOf = ({ rendering, name }: Pick<Paper, 'rendering' | 'name'>): string =>
  rendering.title || name.replace(/^.*[\\/]/, '').replace(/(?:\.(?:report|plan|letter|minutes|agenda))?\.md$/i, '');

/** The title with the number of the appendix. */
export const headingOf = (paper: Paper): string =>
  paper.appendix === null ? titleOf(paper) : `Appendix ${paper.appendix}: ${titleOf(paper)}`;

/** Identifier of the heading over a paper: what links from the other papers of a bundle lead to. */
export const idOf = ({ appendix }: Pick<Paper, 'appendix'>): string => `${prefixOf(appendix)}paper`;

const prefixOf = (appendix: string | null): string => (appendix === null ? '' : `a${appendix.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-`);

/** A plan with a table of many columns is laid across the page. */
export const liesAcross = ({ snapshot, rendering }: Paper): boolean =>
  snapshot.model.context.type === 'action-plan' &&
  rendering.blocks.some((block) => block.model.block.opensContainer && block.container?.type === 'table' && isWide([block]));

/**
 * What stands at the head of every page of papers that are kept from the public; null for open ones. Where only some of a bundle are, or
 * each by other paragraphs, it says which.
 */
export function markingOver(papers: readonly Paper[]): string | null {
  const exempt = papers.flatMap((paper) => (paper.rendering.marking.isExempt ? [{ ...paper, marking: paper.rendering.marking }] : []));
  const [first] = exempt;
  if (!first) return null;
  if (exempt.length === papers.length && exempt.every(({ marking }) => marking.text === first.marking.text)) return first.marking.text;
  const appendices = exempt.flatMap(({ appendix }) => appendix ?? []);
  const names = [
    ...(appendices.length < exempt.length
      ? [papers[0]!.snapshot.model.context.type === 'committee-report' ? 'the report' : 'the first paper']
      : []),
    ...(appendices.length === 0 ? [] : [`${appendices.length === 1 ? 'Appendix' : 'Appendices'} ${listed(appendices)}`]),
  ];
  const paragraphs = [...new Set(exempt.flatMap(({ marking }) => marking.paragraphs))].toSorted((a, b) => a - b);
  return `Not for publication: ${names.join(' and ')} ${exempt.length === 1 ? 'is' : 'are'} exempt${byVirtueOf(paragraphs)}`;
}

interface Bound {
  readonly name: string;
  readonly snapshot: Snapshot;
  readonly appendix: string | null;
}

/**
 * Documents as one bundle: the first is the paper, the others its appendices, with the numbers or letters that its list of appendices gives
 * them and the next free ones. References and links from one to another lead there; a link to a document that is not in the bundle is only
 * its words.
 */
export function bindPapers(documents: readonly { readonly name: string; readonly snapshot: Snapshot }[]): readonly Paper[] {
  const bound = inOrder(documents);
  const labels = new Map<string, Bound>();
  for (const one of bound)
    for (const { item } of one.snapshot.view.items('label-definition')) if (!labels.has(item.label.key)) labels.set(item.label.key, one);
  const byAddress = new Map(bound.map((one) => [one.snapshot.model.address, one]));
  const headings = new Map(bound.map((one) => [one, headingIds(one.snapshot, prefixOf(one.appendix), idOf(one))]));
  return bound.map((one) => ({
    ...one,
    rendering: render(one.snapshot.model, {
      prefix: prefixOf(one.appendix),
      elsewhere: (label, anchor) => {
        const found = labels.get(label);
        return found && found !== one ? `#${prefixOf(found.appendix)}${anchor}` : null;
      },
      link: (url) => {
        const fragment = /#(.*)$/s.exec(url)?.[1] ?? null;
        const address = url.startsWith('#') ? one.snapshot.model.address : addressOfLink(url, one.snapshot.model.address);
        if (address === null) return url;
        const found = byAddress.get(address);
        if (!found) return /\.md$/i.test(address) ? null : url;
        const heading = fragment === null ? null : headings.get(found)!(fragment);
        // A heading that is not there: in its own paper the words alone, in another the head of that.
        return heading !== null ? `#${heading}` : url.startsWith('#') ? null : `#${idOf(found)}`;
      },
    }),
  }));
}

/** The document that a relative link leads to; null for any other link. */
export function addressOfLink(url: string, from: DocumentAddress): DocumentAddress | null {
  const path = url.replace(/[?#].*$/, '');
  if (path === '' || /^(?:[a-z][a-z0-9+.-]*:|[\\/])/i.test(path)) return null;
  const parts = folderOf(from).split('/');
  parts.pop();
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return documentAddress(parts.join('/'));
}

interface Listed {
  readonly name: string;
  readonly snapshot: Snapshot;
}

function inOrder([first, ...others]: readonly Listed[]): readonly Bound[] {
  if (!first) return [];
  const entries = first.snapshot.view.items('appendix-listed').map(({ item }) => item);
  // A number that the paper gives to something else is never given away: its words would lead the reader astray.
  const taken = new Set(entries.map(({ number }) => number));
  const found = new Set<string>();
  const isLettered = entries.length > 0 && entries.every(({ number }) => /^[A-Z]$/.test(number));
  const numberAt = (place: number): string => (isLettered && place <= 26 ? String.fromCharCode(64 + place) : String(place));
  let next = 1;
  const numbered = others.map((one): Bound => {
    const said = entries.find((entry) => !found.has(entry.number) && names(entry, one, first))?.number;
    if (said !== undefined) {
      found.add(said);
      return { ...one, appendix: said };
    }
    while (taken.has(numberAt(next))) next++;
    taken.add(numberAt(next));
    return { ...one, appendix: numberAt(next) };
  });
  return [{ ...first, appendix: null }, ...numbered.toSorted((a, b) => a.appendix!.localeCompare(b.appendix!, 'en', { numeric: true }))];
}

/**
 * Whether an entry of the list of appendices is certainly this document: it leads there, or leads nowhere and has the very words of its
 * title.
 */
function names({ link, title }: AppendixListedItem, { snapshot }: Listed, first: Listed): boolean {
  if (link !== null) return addressOfLink(link, first.snapshot.model.address) === snapshot.model.address;
  const own = wordsAlone(textOf(snapshot.model.frontMatter, 'title') ?? '');
  return own !== '' && wordsAlone(title) === own;
}
