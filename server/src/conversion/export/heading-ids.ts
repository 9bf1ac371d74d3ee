import { anchorsOf } from '../../language/features/navigation/anchors.ts';
import { render } from '../../language/render/render.ts';
import type { Snapshot } from '../../language/snapshot.ts';
import { decoded } from '../../language/text/document-address.ts';

/** Where a link leads whose address ends with `#heading`: the identifier that the heading has in print, or null. */
export type FindHeading = (fragment: string) => string | null;

/**
 * The headings of a document as links name them, with the identifiers that they have on a page; `title` is that of the title. Looked for
 * when the first link asks.
 */
export function headingIds({ model, view }: Snapshot, prefix: string, title: string): FindHeading {
  let ids: ReadonlyMap<string, string> | null = null;
  const find = (): ReadonlyMap<string, string> => {
    const { contents, titleBlock } = render(model, { prefix });
    const byBlock = new Map(contents.map(({ block, id }) => [model.blocks[block], id]));
    if (titleBlock !== null) byBlock.set(model.blocks[titleBlock], title);
    return new Map(
      anchorsOf(view).flatMap(({ anchor, heading }) => {
        const id = byBlock.get(heading.model);
        return id === undefined ? [] : [[anchor, id] as const];
      }),
    );
  };
  return (fragment) => (ids ??= find()).get(decoded(fragment).toLowerCase()) ?? null;
}
