import { pageBreak } from './clean-text.ts';
import { loneBullet } from '../paper/markers.ts';

/** Lines without what belongs to the page or the web site and not to the paper. */
export interface WithoutFurniture {
  readonly lines: readonly string[];
  /** What was taken out, as it stood. */
  readonly removed: readonly string[];
}

const blankPage = /^(?:\(?this page (?:is|has been) intentionally left blank\)?|page intentionally left blank)\.?$/i;
const pageNumber = /^(?:page\s+)?(\d{1,4})(?:\s*(?:of|\/)\s*(\d{1,4}))?$|^[-–—]\s*(\d{1,4})\s*[-–—]$/i;
/** A line of nothing but dashes, underscores, stars or the like. */
const ruler = /^[\s_*=–—-]{3,}$/;
/** Labels of the pages of a committee system, with nothing of the paper in them. */
const siteLines = [
  /^issue - (?:meetings|decisions)$/i,
  /^issue details$/i,
  /^(?:decision|committee) details$/i,
  /^(?:agendas, meetings and minutes - )?agenda item$/i,
  /^agendas,? meetings and minutes$/i,
  /^browse meetings$/i,
  /^(?:your )?council(?:lors)? and democracy$/i,
  /^agenda and (?:draft )?minutes$/i,
  /^meeting documents$/i,
  /^items$/i,
  /^(?:note )?no\. item$/i,
  /^additional documents:$/i,
  /^minutes:$/i,
  /^print this page$/i,
  /^skip to (?:main )?content$/i,
  /^back to top$/i,
];
/** Over the papers of an item, which a page that was copied no longer has. */
const nothingBehind = /^(?:supporting|accompanying|additional) documents:?$/i;
/** Labels and attachments of a committee system that make a page one of its own. */
const fewestOfSite = 3;
/**
 * An attachment's icon and size behind a heading, as such a page prints it ("pdf icon PDF 195 KB"), and the way to a map behind a venue.
 */
export const attachment =
  /\s*(?:(?:pdf|doc|docx|xls|xlsx) icon\s*)?\b(?:PDF|DOC|DOCX|XLS|XLSX)\s+\d{1,6}(?:\.\d{1,3})?\s*[KM]B\s*$|(?<=^\s*venue:.{2,200})\.?\s+View directions\s*$/i;

/**
 * Takes out blank-page notices, page numbers and the labels of a committee web page. A bare number is a page number only where
 * that is certain: beside a page break, or one of at least three that count up by one; "Page 3 of 12" always is.
 */
export function withoutFurniture(lines: readonly string[]): WithoutFurniture {
  const removed: string[] = [];
  const certain = certainPageNumbers(lines);
  const kept: string[] = [];
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  const drop = (line: string) => {
    removed.push(line.trim());
  };
  const running = runningLines(lines, certain);
  // Where several stand, each is one, also between lines of the text.
  const isPageOfSite = lines.filter((line) => line.length < 60 && (isOfSite(line.trim()) || attachment.test(line))).length >= fewestOfSite;
  let bulletAbove = '';
  lines.forEach((line, index) => {
    const text = line.trim();
    if (bulletAbove !== '' && text !== '' && !loneBullet.test(text)) {
      // The reader of a PDF often puts a bullet on a line of its own.
      kept.push(`${bulletAbove} ${text}`);
      bulletAbove = '';
    } else if (loneBullet.test(text)) {
      bulletAbove = lines[index + 1]?.trim() ? text : '';
      if (bulletAbove === '') drop(line);
    } else if (running.has(index)) {
      drop(line);
      kept.push('');
    } else if (blankPage.test(text)) {
      drop(line);
      kept.push(pageBreak);
    } else if (certain.has(index)) {
      drop(line);
      kept.push(pageBreak);
    } else if (ruler.test(text)) {
      drop(line);
      kept.push('');
    } else if (
      (isOfSite(text) && (standsAmong(lines, index) || index === first || isPageOfSite)) ||
      (index === last && nothingBehind.test(text))
    ) {
      drop(line);
      kept.push('');
    } else {
      const cut = line.length < 400 ? attachment.exec(line) : null;
      if (cut && cut.index > 0) {
        drop(cut[0]);
        kept.push(line.slice(0, cut.index));
      } else kept.push(line);
    }
  });
  return { lines: kept, removed };
}

const marking = /^(?:unclassified|official(?:[ -:]+sensitive)?|not protectively marked|protect|restricted)$/i;

/** Lines at the head or foot of pages that repeat: the same short line on three pages or more, a protective marking on two. */
function runningLines(lines: readonly string[], pageNumbers: ReadonlySet<number>): ReadonlySet<number> {
  const edges = new Map<string, number[]>();
  let first = true;
  let last = -1;
  const edge = (index: number) => {
    const text = lines[index]?.trim() ?? '';
    if (index < 0 || text === '' || text.length > 100) return;
    const places = edges.get(text);
    if (places) places.push(index);
    else edges.set(text, [index]);
  };
  lines.forEach((line, index) => {
    if (line === pageBreak) {
      edge(last);
      first = true;
      last = -1;
    } else if (line.trim() !== '' && !pageNumbers.has(index)) {
      if (first) edge(index);
      else last = index;
      first = false;
    }
  });
  edge(last);
  return new Set([...edges].filter(([text, places]) => places.length >= (marking.test(text) ? 2 : 3)).flatMap(([, places]) => places));
}

const isOfSite = (text: string): boolean => siteLines.some((pattern) => pattern.test(text));
/** Between blank lines, or others of the site. */
const standsAmong = (lines: readonly string[], index: number): boolean =>
  [lines[index - 1], lines[index + 1]].every((line) => isBlank(line) || isOfSite(line!.trim()));
const isAlone = (lines: readonly string[], index: number): boolean => isBlank(lines[index - 1]) && isBlank(lines[index + 1]);
/** Whether a line, or the end of the text, has nothing in it. */
export const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';

function certainPageNumbers(lines: readonly string[]): ReadonlySet<number> {
  const certain = new Set<number>();
  const bare: { readonly index: number; readonly value: number }[] = [];
  const values = new Set<number>();
  const opening = lines.findIndex((line) => line.trim() !== '');
  lines.forEach((line, index) => {
    const text = line.trim();
    if (text === '' || text.length > 20) return;
    const found = pageNumber.exec(text);
    if (!found) return;
    const beside = besidePageBreak(lines, index);
    if (beside || (/^page\s/i.test(text) && isAlone(lines, index)) || (found[2] !== undefined && /of/i.test(text))) {
      certain.add(index);
      values.add(Number(found[1] ?? found[3]));
    } else if (isAlone(lines, index)) bare.push({ index, value: Number(found[1] ?? found[3]) });
  });
  // Three or more lone numbers that count up by one through the paper are its page numbers.
  let run: number[] = [];
  let last = Number.NaN;
  const close = () => {
    if (run.length >= 3) for (const index of run) certain.add(index);
  };
  for (const { index, value } of bare) {
    if (value !== last + 1) {
      close();
      run = [];
    }
    run.push(index);
    last = value;
  }
  close();
  // The number of the first page stands at its head, with no page break before it.
  if (values.has(2) && pageNumber.exec(lines[opening]?.trim() ?? '')?.[1] === '1') certain.add(opening);
  return certain;
}

/** Whether the nearest line that is not blank, on either side, is a page break. */
function besidePageBreak(lines: readonly string[], index: number): boolean {
  for (const step of [-1, 1]) {
    let at = index + step;
    while (lines[at] !== undefined && lines[at]!.trim() === '' && lines[at] !== pageBreak && Math.abs(at - index) < 5) at += step;
    if (lines[at] === pageBreak) return true;
  }
  return false;
}
