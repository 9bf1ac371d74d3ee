import type { DocumentView } from '../../model/view.ts';
import type { DocumentFacts } from '../../response/facts.ts';
import { fileAt, isFilePath } from '../../response/facts-of.ts';
import { decoded, folderOf, type DocumentAddress } from '../../text/document-address.ts';
import type { Span, TextEdit } from '../../text/span.ts';
import { answeredPaths } from './subject.ts';

/** Files and folders that get another name or place: the address that each will have, its own where it stays. */
export type Moving = (address: DocumentAddress) => DocumentAddress;

/** A move of files, or of folders with all that is in them. */
export function movingOf(moves: readonly { readonly from: DocumentAddress; readonly to: DocumentAddress }[]): Moving {
  return (address) => {
    for (const { from, to } of moves) {
      if (address === from) return to;
      if (address.startsWith(`${from}/`)) return `${to}${address.slice(from.length)}` as DocumentAddress;
    }
    return address;
  };
}

/**
 * Whether a document names a file that moves, or moves itself, so that what it names lies elsewhere from there; what is known of it is
 * enough to tell.
 */
export const isTouched =
  (moving: Moving) =>
  ({ address, links, respondsTo }: DocumentFacts): boolean =>
    moving(address) !== address ||
    respondsTo.some((file) => moving(file) !== file) ||
    links.some((url) => isFilePath(url) && moving(fileAt(address, url)) !== fileAt(address, url));

/**
 * What a document has to say instead of the paths that it says, once files have moved: in `responds-to`, in links, and in the addresses of
 * links that stand elsewhere. A path that still leads where it led stays as it is written. Never throws.
 */
export function pathsAfterMove(view: DocumentView, moving: Moving): readonly TextEdit[] {
  const from = view.model.address;
  const folder = folderOf(moving(from));
  const change = (within: Span, written: string, isHeader: boolean): readonly TextEdit[] => {
    const path = written.trim().replace(/[#?].*$/s, '');
    const target = fileAt(from, path);
    if (!isFilePath(path) || (moving(target) === target && moving(from) === from) || fileAt(moving(from), path) === moving(target))
      return [];
    const source = view.slice(within);
    // Behind the words of a link, which may be the path too, and before its title.
    const at = source.indexOf(path, Math.max(0, source.lastIndexOf('](')));
    const now = pathFrom(folder, moving(target));
    if (at < 0 || now === null) return [];
    const start = within.start + at;
    return [
      {
        span: { start, end: start + path.length },
        newText: isHeader ? inHeader(decoded(now), view.slice({ start: start - 1, end: start })) : asWritten(now, path),
      },
    ];
  };
  return [
    ...answeredPaths(view).flatMap(({ path, span }) => change(span, path, true)),
    ...[...view.items('link'), ...view.items('image')].flatMap(({ item, span }) => change(span, item.url, false)),
    ...view
      .items('link-definition')
      .flatMap(({ item, base, span }) => change({ start: base + item.nameSpan.end, end: span.end }, item.url, false)),
  ].toSorted((a, b) => a.span.start - b.span.start);
}

/** The path from a folder to a file, as addresses spell it; null where no path leads there: another drive, share or scheme. */
function pathFrom(folder: string, target: DocumentAddress): string | null {
  const [here, there] = [folder.split('/').slice(0, -1), target.split('/')];
  // `file:`, nothing, and the share.
  if (here.slice(0, 3).join('/') !== there.slice(0, 3).join('/') || (/^[a-z]:$/i.test(here[3] ?? '') && here[3] !== there[3])) return null;
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}

/** As YAML takes it: in quotation marks where it would else mean something else, and has none yet. */
const inHeader = (path: string, before: string): string =>
  /["']/.test(before) || !/^[\s\-?&*!|>%@`"'[\]{},]|[#:,[\]{}]/.test(path) ? path : JSON.stringify(path);

/** In letters rather than in codes where the officer wrote it so, and Markdown takes it. */
const asWritten = (path: string, before: string): string =>
  /%[0-9A-F]{2}/i.test(before) || /[\s()<>]/.test(decoded(path)) ? path : decoded(path);
