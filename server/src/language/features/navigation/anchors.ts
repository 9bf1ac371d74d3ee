import type { HeadingItem } from '../../model/items.ts';
import type { DocumentView, Located } from '../../model/view.ts';
import { plain, wordsOf } from '../../model/words/words.ts';
import { decoded } from '../../text/document-address.ts';

/** A heading that a link may point to. */
export interface Anchored {
  /** What stands behind the `#` of a link. */
  readonly anchor: string;
  readonly heading: Located<HeadingItem>;
}

const known = new WeakMap<DocumentView, readonly Anchored[]>();

/** The headings of a document with their anchors, as Markdown viewers make them: the second of two that are alike gets `-1`. */
export function anchorsOf(view: DocumentView): readonly Anchored[] {
  let anchors = known.get(view);
  if (!anchors) known.set(view, (anchors = findAnchors(view)));
  return anchors;
}

function findAnchors(view: DocumentView): readonly Anchored[] {
  const counts = new Map<string, number>();
  return view
    .items('heading')
    .filter(({ item }) => item.form === 'heading')
    .map((heading) => {
      const anchor = anchorOf(wholeText(heading));
      const before = counts.get(anchor) ?? 0;
      counts.set(anchor, before + 1);
      return { anchor: before === 0 ? anchor : `${anchor}-${before}`, heading };
    });
}

/** The text of a heading with its number. */
function wholeText({ item, model: { block } }: Located<HeadingItem>): string {
  const node = block.nodes.find((one) => one.type === 'heading' && (one.position?.end.offset ?? 0) >= item.textSpan.end);
  return node && 'children' in node ? plain(wordsOf(block.text, node.children).text) : item.text;
}

/** `2.1 What inspectors found` → `21-what-inspectors-found`. */
export const anchorOf = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');

/** The heading that the part of a link behind `#` names, if there is one. */
export function headingAt(view: DocumentView, fragment: string): Located<HeadingItem> | undefined {
  const anchor = decoded(fragment).toLowerCase();
  return anchorsOf(view).find((one) => one.anchor === anchor)?.heading;
}
