import type { ActionItem } from '../model/items.ts';
import type { DocumentView, Located } from '../model/view.ts';
import type { ResponseFacts } from '../response/facts.ts';
import type { TextEdit } from '../text/span.ts';
import { blockEnd, insertBlocks } from './insertion.ts';
import { freeLabels, usualPrefix } from './labelling.ts';

/**
 * The edit that adds an action for a label behind the last action of a plan, in the form that this one has; null where the plan has no
 * place for one.
 */
export function newAction(view: DocumentView, response: ResponseFacts | null, addresses: string): TextEdit | null {
  const [label] = freeLabels(usualPrefix('action', view, 'A'), 1, view, response);
  const item = `- **${label}** [what will be done]\n  - Owner: [one post]\n  - Due: [day]\n  - Addresses: ${addresses}`;
  const last = view.items('action').at(-1);
  if (last) return last.item.form === 'table' ? newRow(view, last, label!, addresses) : blockEnd(view, last.index, item);
  const section = view.sectionsOf('actions')[0];
  return section ? insertBlocks(view, section.span.end, item) : null;
}

/** A row with the columns of the table that the last action stands in. */
function newRow(view: DocumentView, last: Located<ActionItem>, label: string, addresses: string): TextEdit | null {
  const table = view.items('table').findLast((one) => one.index <= last.index && one.model.block.container === last.model.block.container);
  if (!table) return null;
  const values: Readonly<Record<string, string>> = {
    ref: label,
    addresses,
    action: '[what will be done]',
    owner: '[one post]',
    due: '[day]',
  };
  const cells = table.item.columns.map(({ field }) => values[field ?? ''] ?? '');
  return blockEnd(view, last.index, `| ${cells.join(' | ')} |`);
}
