import type { DocumentModel } from '../../model/document.ts';

const known = new WeakMap<DocumentModel, boolean>();

/** Whether a document says of any of its actions how far it is. Without that, nobody can tell that an action is late. */
export function isTracked(model: DocumentModel): boolean {
  let tracked = known.get(model);
  if (tracked === undefined)
    known.set(model, (tracked = model.blocks.some(({ items }) => items.some((item) => item.kind === 'action' && item.status !== null))));
  return tracked;
}
