import type { ListPlace } from '../paper/make-blocks.ts';
import type { OpenStyles } from './open-document-styles.ts';
import type { XmlElement } from './xml.ts';

/** A list that is being read: how far each of its levels has counted. */
export interface OpenList {
  readonly style: string | null;
  readonly counts: number[];
}

/** The numbers of lists and headings, which count on from one to the next as a text is read. */
export interface OpenCounting {
  /** The number that the outline gives a heading that stands in no list. */
  headingNumber(element: XmlElement): ListPlace | null;
  /** A list with how far it has counted: in the list around it, or where the one that it goes on with has stopped. */
  openList(list: XmlElement, outer: OpenList | null): OpenList;
  /** The place of the next item of a list; of the one that its file says it starts at, where it does. */
  nextPlace(list: OpenList, depth: number, item: XmlElement): ListPlace | null;
}

/** Counts from nothing, for one text. */
export function createOpenCounting(styles: OpenStyles): OpenCounting {
  const lists = new Map<string, OpenList>();
  const outlineCounts: number[] = [];
  return {
    headingNumber(element) {
      const level = Number(element.attributes['text:outline-level'] ?? 1);
      while (outlineCounts.length < level) outlineCounts.push(styles.start(styles.outline, outlineCounts.length + 1) - 1);
      outlineCounts.length = level;
      outlineCounts[level - 1]!++;
      const marker = element.attributes['text:is-list-header'] === 'true' ? undefined : styles.marker(styles.outline, outlineCounts);
      return marker ? { depth: level - 1, marker } : null;
    },
    openList(list, outer) {
      const style = list.attributes['text:style-name'] || (outer?.style ?? null);
      if (outer) return { style, counts: outer.counts };
      const carriesOn =
        lists.get(list.attributes['text:continue-list'] ?? '') ??
        (list.attributes['text:continue-numbering'] === 'true'
          ? [...lists.values()].findLast((other) => other.style === style)
          : undefined);
      const open: OpenList = { style, counts: carriesOn?.counts ?? [] };
      lists.set(list.attributes['xml:id'] || `list ${lists.size}`, open);
      return open;
    },
    nextPlace({ style, counts }, depth, item) {
      const start = Number(item.attributes['text:start-value'] ?? Number.NaN);
      while (counts.length <= depth) counts.push(styles.start(style, counts.length + 1) - 1);
      counts.length = depth + 1;
      counts[depth] = Number.isNaN(start) ? counts[depth]! + 1 : start;
      const marker = styles.marker(style, counts);
      return marker === undefined ? null : { depth, marker };
    },
  };
}
