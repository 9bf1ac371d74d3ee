import { textsOf } from '../../model/front-matter/front-matter.ts';
import { numberBlocks, type BlockNumber } from '../../numbering/number-blocks.ts';
import { printedBlock } from '../../numbering/printed-block.ts';
import type { DocumentModel } from '../../model/document.ts';
import type { DocumentView } from '../../model/view.ts';
import { fileAt, isFilePath } from '../../response/facts-of.ts';
import type { DocumentFacts } from '../../response/facts.ts';
import type { Snapshot } from '../../snapshot.ts';
import { blockAt, startOf } from '../../syntax/layout.ts';
import { decoded, type DocumentAddress } from '../../text/document-address.ts';
import { shifted, touches, type Span } from '../../text/span.ts';
import { anchorsOf, headingAt } from './anchors.ts';
import { knownLabels } from '../known/known-labels.ts';
import { placesIn, reachOfPlace, type Place } from './places.ts';

/** What one can go to, list the mentions of, or rename. */
export type Subject =
  | { readonly of: 'label'; readonly name: string }
  /** These are the document's own; an address is what `[name]: …` gives to the links that name it. */
  | { readonly of: 'acronym' | 'paragraph' | 'appendix' | 'address'; readonly name: string }
  | { readonly of: 'heading'; readonly file: DocumentAddress; readonly anchor: string }
  | { readonly of: 'file'; readonly file: DocumentAddress };

/** A subject where it is spoken of. */
export interface Mention {
  readonly role: 'definition' | 'reference';
  /** In document offsets. */
  readonly span: Span;
  /** All that belongs to it: for a definition the finding, action, entry or section. */
  readonly whole: Span;
}

/** What the text at an offset speaks of, with the words that do; null where it is nothing of the kind. Looks only at the block there. */
export function subjectAt(snapshot: Snapshot, offset: number): (Mention & { readonly subject: Subject }) | null {
  const { view, model } = snapshot;
  if (model.frontMatter.span && offset < model.frontMatter.span.end) {
    const path = answeredPaths(view).find(({ span }) => touches(span, offset));
    return path ? { subject: { of: 'file', file: path.file }, role: 'reference', span: path.span, whole: path.span } : null;
  }
  const index = blockAt(view.layout, offset);
  const block = model.blocks[index];
  if (!block) return null;
  const base = startOf(view.layout, index);
  const here = placesIn(block)
    .filter((place) => touches(shifted(reachOfPlace(place), base), offset))
    .toSorted((a, b) => length(reachOfPlace(a)) - length(reachOfPlace(b)));
  for (const place of here) {
    const subject = subjectOf(place, snapshot);
    if (subject) return { subject, role: place.role, span: shifted(place.span, base), whole: shifted(place.whole, base) };
  }
  return headingMention(view, offset);
}

const length = ({ start, end }: Span): number => end - start;

function subjectOf(place: Place, snapshot: Snapshot): Subject | null {
  if (place.of === 'link') return linked(snapshot.view, place.url);
  const { of, name } = place;
  // "R2" in papers without recommendations labelled R is only text.
  if (of === 'label' && !knownLabels(snapshot).some(({ key }) => key === name)) return null;
  return { of, name };
}

function headingMention(view: DocumentView, offset: number): (Mention & { readonly subject: Subject }) | null {
  const found = anchorsOf(view).find(({ heading: { span } }) => span.start <= offset && offset <= span.end);
  if (!found) return null;
  const {
    heading: { item, base, span },
    anchor,
  } = found;
  return {
    subject: { of: 'heading', file: view.model.address, anchor },
    role: 'definition',
    span: shifted(item.textSpan, base),
    whole: span,
  };
}

/** Where a link of a document goes, as far as it goes to a file or a heading. */
export function linked(view: DocumentView, url: string): Subject | null {
  if (!url.startsWith('#') && !isFilePath(url)) return null;
  const [path, fragment] = [url.replace(/#.*$/s, ''), /#(.*)$/s.exec(url)?.[1] ?? ''];
  const file = path === '' ? view.model.address : fileAt(view.model.address, path);
  return fragment === '' ? { of: 'file', file } : { of: 'heading', file, anchor: decoded(fragment).toLowerCase() };
}

/** The documents that the header says are answered, where it says so. */
export const answeredPaths = (
  view: DocumentView,
): readonly { readonly file: DocumentAddress; readonly path: string; readonly span: Span }[] =>
  textsOf(view.model.frontMatter, 'responds-to').flatMap(({ text, span }) =>
    isFilePath(text) ? [{ file: fileAt(view.model.address, text), path: text, span }] : [],
  );

/** Whether a document other than the one asked about may mention a subject; what is known of it is enough to tell. */
export function mayMention(subject: Subject, own: DocumentAddress): (facts: DocumentFacts) => boolean {
  return ({ address, labels, references, links, respondsTo }) => {
    if (subject.of === 'label') return labels.some(({ key }) => key === subject.name) || references.some(({ key }) => key === subject.name);
    if (address === own) return true;
    if (subject.of === 'file')
      return respondsTo.includes(subject.file) || links.some((url) => !url.startsWith('#') && fileAt(address, url) === subject.file);
    return (
      subject.of === 'heading' &&
      (address === subject.file || links.some((url) => url.includes('#') && fileAt(address, url.replace(/#.*$/s, '')) === subject.file))
    );
  };
}

/** Every mention of a subject in a document, in order of place. */
export function mentionsOf(view: DocumentView, subject: Subject): readonly Mention[] {
  const found: Mention[] = [];
  if (subject.of === 'file')
    found.push(
      ...answeredPaths(view)
        .filter(({ file }) => file === subject.file)
        .map(({ span }) => ({ role: 'reference', span, whole: span }) as const),
    );
  if (subject.of === 'heading' && view.model.address === subject.file) {
    const heading = headingAt(view, subject.anchor);
    if (heading)
      found.push({ role: 'definition', span: shifted(heading.item.textSpan, heading.base), whole: sectionSpan(view, heading.span) });
  }
  view.model.blocks.forEach((block, index) => {
    for (const place of placesIn(block)) {
      if (!isAbout(place, subject, view)) continue;
      const base = startOf(view.layout, index);
      found.push({ role: place.role, span: shifted(place.span, base), whole: shifted(place.whole, base) });
    }
  });
  if (subject.of === 'paragraph' && !found.some(({ role }) => role === 'definition')) found.push(...printedParagraph(view, subject.name));
  return found.sort((a, b) => a.span.start - b.span.start);
}

const numbered = new WeakMap<DocumentView, ReadonlyMap<string, number>>();

/**
 * Offsets of the paragraphs that one number alone stands for, written by hand or printed by the house style. Worked out once for each
 * version of a document.
 */
export function paragraphsByNumber(view: DocumentView): ReadonlyMap<string, number> {
  let known = numbered.get(view);
  if (!known) {
    const { model, layout } = view;
    const written = model.blocks.flatMap((block, index) =>
      placesIn(block).flatMap((place) =>
        place.of === 'paragraph' && place.role === 'definition' ? [[place.name, startOf(layout, index) + place.span.start] as const] : [],
      ),
    );
    const names = new Set(written.map(([name]) => name));
    const printed = printedNumbers(model).flatMap((number, index) =>
      number !== null && !names.has(number) ? [[number, startOf(layout, index)] as const] : [],
    );
    const all = [...written, ...printed];
    const counts = new Map<string, number>();
    for (const [name] of all) counts.set(name, (counts.get(name) ?? 0) + 1);
    numbered.set(view, (known = new Map(all.filter(([name]) => counts.get(name) === 1))));
  }
  return known;
}

/** For each block the number of a paragraph that it is printed with and that nobody wrote: the house style counts. */
const printedNumbers = (model: DocumentModel): readonly (string | null)[] =>
  numberBlocks(model, model.blocks.map(printedBlock)).map((number) =>
    number?.by === 'house-style' && isParagraph(number) ? number.name : null,
  );

/** The paragraph that is printed with a number which nobody wrote. None where several have it. */
function printedParagraph({ model, layout }: DocumentView, name: string): readonly Mention[] {
  const places = printedNumbers(model).flatMap((number, index) => (number === name ? [index] : []));
  if (places.length !== 1) return [];
  const [index] = places;
  const base = startOf(layout, index!);
  const { text, nodes } = model.blocks[index!]!.block;
  const [start, end] = [nodes[0]?.position?.start.offset ?? 0, nodes.at(-1)?.position?.end.offset ?? text.length];
  const firstWord = /^\S*/.exec(text.slice(start, end))![0].length;
  return [{ role: 'definition', span: shifted({ start, end: start + firstWord }, base), whole: shifted({ start, end }, base) }];
}

/** A recommendation is cited as a paragraph where it is counted with them: 2.3. */
const isParagraph = ({ of, values }: BlockNumber): boolean => of === 'paragraph' || (of === 'recommendation' && values.length > 1);

const sectionSpan = (view: DocumentView, heading: Span): Span =>
  view.sections.find(({ span }) => span.start === heading.start)?.span ?? heading;

function isAbout(place: Place, subject: Subject, view: DocumentView): boolean {
  if (place.of !== 'link') return place.of === subject.of && place.name === subject.name;
  if (subject.of !== 'file' && subject.of !== 'heading') return false;
  const target = linked(view, place.url);
  return (
    target?.of === subject.of &&
    target.file === subject.file &&
    (target.of !== 'heading' || subject.of !== 'heading' || target.anchor === subject.anchor)
  );
}
