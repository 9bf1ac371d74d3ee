import { blockAt } from '../../syntax/layout.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { Span, TextEdit } from '../../text/span.ts';
import { formatting } from '../formatting/formatting.ts';
import { tableAt } from '../as-written/tables.ts';
import type { Refactoring } from './offer.ts';

/** Puts the cells of the table at the cursor, or (`document`) of every table, under each other. */
export const alignTable: Refactoring = {
  id: 'align-table',
  offers: (snapshot, { start }) =>
    edits(snapshot, start).length > 0 ? [{ title: snapshot.words.say('Align this table'), choice: '' }] : [],
  edits: (snapshot, { start }, choice) => (choice === 'document' ? everyTable(snapshot) : edits(snapshot, start)),
};

function edits(snapshot: Snapshot, offset: number): readonly TextEdit[] {
  const span = spanOfTable(snapshot, offset);
  return span ? formatting(snapshot, span) : [];
}

function everyTable(snapshot: Snapshot): readonly TextEdit[] {
  const { layout, model } = snapshot.view;
  return model.syntax.blocks.flatMap(({ kind, opensContainer }, index) =>
    kind === 'table-row' && opensContainer ? edits(snapshot, layout.starts[index]!) : [],
  );
}

function spanOfTable({ view }: Snapshot, offset: number): Span | null {
  const index = blockAt(view.layout, offset);
  const table = view.model.syntax.blocks[index] ? tableAt(view, index) : null;
  return table && { start: view.layout.starts[table.first]!, end: view.layout.starts[table.first]! + 1 };
}
