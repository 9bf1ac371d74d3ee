import type { BlockModel } from '../../model/document.ts';
import type { Item } from '../../model/items.ts';
import type { Span } from '../../text/span.ts';

/** Where a click or the cursor counts for a place: anywhere in a link whose address stands elsewhere, else where its name is. */
export const reachOfPlace = ({ of, role, span, whole }: Place): Span => (of === 'address' && role === 'reference' ? whole : span);

/** A place in a block from which one can go somewhere, or to which others lead. Spans are relative to the block. */
export type Place =
  | {
      readonly of: 'label' | 'acronym' | 'paragraph' | 'appendix' | 'address';
      readonly name: string;
      readonly role: 'definition' | 'reference';
      readonly span: Span;
      readonly whole: Span;
    }
  | { readonly of: 'link'; readonly url: string; readonly role: 'reference'; readonly span: Span; readonly whole: Span };

const known = new WeakMap<BlockModel, readonly Place[]>();

/** How many blocks were looked into since the start, for tests that count instead of timing. */
export const placeCost = { blocks: 0 };

/** The places of a block. Found once for as long as the block is the same object. */
export function placesIn(block: BlockModel): readonly Place[] {
  let places = known.get(block);
  if (!places) {
    placeCost.blocks++;
    const found = block.items.flatMap((item) => placesOf(item, block));
    known.set(block, (places = found.length === 0 ? none : withoutRepeats(found)));
  }
  return places;
}

const none: readonly Place[] = [];

function placesOf(item: Item, { block, items }: BlockModel): readonly Place[] {
  switch (item.kind) {
    case 'label-definition':
      return [
        { of: 'label', name: item.label.key, role: 'definition', span: item.label.span, whole: wholeOf(item.label.span, item.span, items) },
      ];
    case 'label-reference':
      return [{ of: 'label', name: item.label.key, role: 'reference', span: item.label.span, whole: item.label.span }];
    case 'acronym-definition':
      return [{ of: 'acronym', name: item.short, role: 'definition', span: item.shortSpan, whole: item.span }];
    case 'acronym-use':
      return [{ of: 'acronym', name: item.short, role: 'reference', span: item.span, whole: item.span }];
    case 'paragraph-reference':
      return [{ of: 'paragraph', name: item.number, role: 'reference', span: item.span, whole: item.span }];
    case 'heading':
      return item.number ? [numbered(item.number, item.span)] : none;
    case 'number':
      return item.quoted || item.number.style === 'letter' || item.number.style === 'roman'
        ? none
        : [numbered(item.number, paragraphOf(item.number.span, items) ?? item.span)];
    case 'appendix-mention':
      return [{ of: 'appendix', name: item.number.toUpperCase(), role: 'reference', span: item.span, whole: item.span }];
    case 'appendix-listed':
      return [
        { of: 'appendix', name: item.number.toUpperCase(), role: 'definition', span: entryName(block.text, item.span), whole: item.span },
      ];
    case 'link-definition':
      return [
        { of: 'address', name: item.identifier, role: 'definition', span: item.nameSpan, whole: item.span },
        { of: 'link', url: item.url, role: 'reference', span: item.span, whole: item.span },
      ];
    case 'link-reference':
      return [{ of: 'address', name: item.identifier, role: 'reference', span: item.nameSpan, whole: item.span }];
    case 'link':
      return [{ of: 'link', url: item.url, role: 'reference', span: item.span, whole: item.span }];
    default:
      return none;
  }
}

const numbered = (
  { span, text, closing }: { readonly span: Span; readonly text: string; readonly closing: string },
  whole: Span,
): Place => {
  const start = span.start + (closing === '()' ? 1 : 0);
  return { of: 'paragraph', name: text, role: 'definition', span: { start, end: Math.min(span.end, start + text.length) }, whole };
};

const paragraphOf = (number: Span, items: readonly Item[]): Span | undefined => {
  const paragraph = items.find((item) => item.kind === 'paragraph' && item.number?.span.start === number.start)?.span;
  return paragraph && { start: Math.min(paragraph.start, number.start), end: Math.max(paragraph.end, number.end) };
};

/** All of the finding, action, recommendation or measure that a label stands for. */
function wholeOf(label: Span, defined: Span, items: readonly Item[]): Span {
  const labelled = items.find(
    (item) =>
      'label' in item && item.kind !== 'label-definition' && item.kind !== 'label-reference' && item.label?.span.start === label.start,
  );
  return labelled?.span ?? defined;
}

/** The words "Appendix 1" of an entry. */
function entryName(source: string, span: Span): Span {
  const match = /(?:appendix|annexe?|attachment)\s+[A-Za-z0-9]+/i.exec(source.slice(span.start, span.end));
  return match ? { start: span.start + match.index, end: span.start + match.index + match[0].length } : span;
}

/** What defines something there does not also refer to it. */
function withoutRepeats(places: readonly Place[]): readonly Place[] {
  const taken = new Map<string, Place>();
  for (const place of places) {
    const key = `${place.of} ${place.span.start}`;
    if (place.role === 'definition' || !taken.has(key)) taken.set(key, place);
  }
  return [...taken.values()].sort((a, b) => a.span.start - b.span.start);
}
