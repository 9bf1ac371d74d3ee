import type { ActionField } from '../../../language/model/vocabulary.ts';
import { textOfValue, type TrackerRow } from '../../tracker.ts';

/** Values of a row by field, as text; days as ISO dates. */
export type RowValues = ReadonlyMap<ActionField, string>;

/** A row of a tracker that came back, and what it is about. */
export interface MatchedRow {
  /** The action: its label, or its first words. */
  readonly name: string;
  readonly values: RowValues;
  /** The action of the plan; null where there is none, or more than one that it may be. */
  readonly own: TrackerRow | null;
  /** What was exported of it. */
  readonly base: RowValues | undefined;
  /** Whether its owner added it. */
  readonly isNew: boolean;
}

export interface MatchedRows {
  readonly rows: readonly MatchedRow[];
  /** What cannot be taken, and what is missing: sentences for the officer. */
  readonly notes: readonly string[];
}

export const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
export const sameWords = (a: string, b: string): boolean => folded(a) === folded(b);
const keyOf = (label: string): string => label.toUpperCase().replace(/[\s-]+/g, '');
const valueOf = (values: RowValues | undefined, field: ActionField): string => values?.get(field) ?? '';
const actionOf = (row: TrackerRow): string => textOfValue(row.values.action);

/**
 * Finds the action of each row, whatever the order of the rows: by its label, and by its words where it has none or several have the same.
 * `rows` are those of the tracker with their place in its table, from 0, and in the sheet, from 1; `exported` is what was exported, or null
 * for another workbook.
 */
export function matchRows(
  rows: readonly { readonly values: RowValues; readonly order: number; readonly place: number }[],
  exported: readonly RowValues[] | null,
  inPlan: readonly TrackerRow[],
): MatchedRows {
  const notes: string[] = [];
  const found = rows.map(({ values, order, place }): MatchedRow & { readonly place: number } => {
    const label = folded(valueOf(values, 'ref'));
    const action = valueOf(values, 'action');
    const name = label || `“${folded(action).slice(0, 40)}”`;
    const isNamed = (text: string | undefined) => (label === '' ? folded(text ?? '') === '' : keyOf(text ?? '') === keyOf(label));
    const bases = exported?.filter((one) => isNamed(one.get('ref'))) ?? [];
    // The row that stood in this place, unless that is another row now.
    const inPlace = exported?.[order];
    const before =
      inPlace &&
      isNamed(inPlace.get('ref')) &&
      !rows.some((other) => other.values !== values && sameWords(valueOf(other.values, 'action'), valueOf(inPlace, 'action')))
        ? inPlace
        : undefined;
    const base = label !== '' && bases.length === 1 ? bases[0] : (bases.find((one) => sameWords(valueOf(one, 'action'), action)) ?? before);
    const candidates = inPlan.filter((row) => isNamed(row.action.item.label?.text));
    const own =
      label !== '' && candidates.length === 1
        ? candidates[0]!
        : (onlyOne(candidates, action) ?? onlyOne(candidates, valueOf(base, 'action')));
    if (!own && candidates.length > 1 && label !== '')
      notes.push(
        `${name} stands for more than one action of the plan, and the words of row ${place} are those of none of them; it was left out.`,
      );
    const isNew = exported !== null && action !== '' && !base && candidates.length === 0;
    return {
      name,
      values,
      place,
      own: own ?? null,
      base,
      isNew: isNew || (label === '' && exported !== null && action !== '' && !base && !own),
    };
  });
  for (const { own, isNew, place, name } of found)
    if (!own && !isNew && !notes.some((note) => note.includes(`row ${place} `)))
      notes.push(`Row ${place} (${name}) is no action of the plan; it was left out.`);
  for (const one of exported ?? []) {
    const row = inPlan.find(({ action }) => action.item.label !== null && keyOf(action.item.label.text) === keyOf(valueOf(one, 'ref')));
    if (
      row &&
      !found.some(({ own }) => own === row) &&
      !rows.some(({ values }) => keyOf(valueOf(values, 'ref')) === keyOf(valueOf(one, 'ref')))
    )
      notes.push(`${row.action.item.label!.text} has no row in the tracker any more. It stays in the plan as it is.`);
  }
  return { rows: joinCopies(found, notes), notes };
}

/** The one action with these words. */
function onlyOne(rows: readonly TrackerRow[], words: string): TrackerRow | undefined {
  const same = rows.filter((row) => words !== '' && sameWords(actionOf(row), words));
  return same.length === 1 ? same[0] : undefined;
}

/** Rows about one action as one: what one of them changed counts; what two of them changed into different things is said and left. */
function joinCopies(rows: readonly MatchedRow[], notes: string[]): readonly MatchedRow[] {
  return rows.flatMap((row, index) => {
    if (!row.own) return [row];
    const copies = rows.filter(({ own }) => own === row.own);
    if (copies.length === 1) return [row];
    if (rows.findIndex(({ own }) => own === row.own) !== index) return [];
    const values = new Map<ActionField, string>();
    for (const field of new Set(copies.flatMap((copy) => [...copy.values.keys()]))) {
      const before = row.base?.get(field) ?? textOfValue(row.own.values[field]);
      const changed = [...new Set(copies.map((copy) => folded(valueOf(copy.values, field))).filter((value) => !sameWords(value, before)))];
      values.set(field, changed.length === 1 ? changed[0]! : before);
      if (changed.length > 1)
        notes.push(
          `${row.name} stands in ${copies.length} rows that say different things (${changed.map((value) => `“${value}”`).join(', ')}); the plan stays as it is there.`,
        );
    }
    return [{ ...row, values }];
  });
}
