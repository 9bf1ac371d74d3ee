import type { ActionItem, TableItem } from '../../model/items.ts';
import { saysTaken } from '../../model/context/read-introduction.ts';
import type { DocumentView, Located } from '../../model/view.ts';
import type { ActionField } from '../../model/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import { actionAt, headerSpan, placeOfMissing } from '../action-places.ts';
import { firstWords } from '../block-spans.ts';
import type { DocumentContext, LocatedProblem } from '../rule.ts';
import { hasUnnamedColumn } from '../unnamed-columns.ts';

/** An action that lacks a field, or the first of a plain list none of whose actions has it. */
interface Without {
  readonly on: Located<ActionItem>;
  readonly span: Span;
  /** The others of the list, with their first words. */
  readonly others: readonly { readonly on: Located<ActionItem>; readonly span: Span }[];
}

/** Where actions lack a field: each by itself, but a plain list as a whole, since a row of the same words helps nobody. */
function* without(
  actions: readonly Located<ActionItem>[],
  field: ActionField,
  lacks: (on: Located<ActionItem>) => boolean,
): Generator<Without> {
  for (const members of listsOf(actions)) {
    const lacking = members.filter(lacks);
    if (isPlain(members) && lacking.length > 1) {
      const [first, ...rest] = lacking;
      yield { on: first!, span: wordsAt(first!), others: rest.map((on) => ({ on, span: wordsAt(on) })) };
      continue;
    }
    for (const on of lacking) {
      const span = placeOfMissing(on, field);
      if (span) yield { on, span, others: [] };
    }
  }
}

export type WithoutMessage = 'missing' | 'noneInList' | 'noColumn' | 'noColumns';

/**
 * What a rule reports where actions lack a field: tables without its column once, since a log kept in several tables of one form lacks it
 * once; then {@link without}.
 */
export function* reportsWithout(
  { items }: Pick<DocumentContext, 'items'>,
  field: ActionField,
  lacks: (on: Located<ActionItem>) => boolean,
  fix: string,
): Generator<LocatedProblem<WithoutMessage>> {
  const [first, ...more] = tablesWithout(items('table'), field);
  if (first)
    yield {
      message: more.length > 0 ? 'noColumns' : 'noColumn',
      data: { count: more.length + 1 },
      on: first,
      span: headerSpan(first.item),
      related: more.map((on) => ({ on, span: headerSpan(on.item), message: 'Nor has this one' })),
    };
  for (const { on, span, others } of without(items('action'), field, lacks)) {
    yield {
      message: others.length > 0 ? 'noneInList' : 'missing',
      data: { count: others.length + 1 },
      on,
      span,
      fixes: [fix],
      related: others.map((other) => ({ ...other, message: 'Nor has this one' })),
    };
  }
}

/** Tables of actions that have no column for a field. */
const tablesWithout = (tables: readonly Located<TableItem>[], field: ActionField): readonly Located<TableItem>[] =>
  tables.filter(({ item }) => item.use === 'actions' && !item.columns.some((column) => column.field === field) && !hasUnnamedColumn(item));

/** The actions that a report of {@link without} speaks of, found again by its place. */
export function allWithout(view: DocumentView, span: Span, lacks: (on: Located<ActionItem>) => boolean): readonly Located<ActionItem>[] {
  const at = actionAt(view, span);
  const list = at && listsOf(view.items('action')).find((members) => members.some(({ item }) => item === at.item));
  return !at ? [] : list && isPlain(list) ? list.filter(lacks) : [at];
}

/** Actions that stand in one list or table together. */
function listsOf(actions: readonly Located<ActionItem>[]): readonly (readonly Located<ActionItem>[])[] {
  const lists = new Map<object, Located<ActionItem>[]>();
  for (const on of actions) {
    const list = on.model.block.container ?? on.model;
    const members = lists.get(list);
    if (members) members.push(on);
    else lists.set(list, [on]);
  }
  return [...lists.values()];
}

/** Whether a list gives no fields to any of its actions. */
const isPlain = (members: readonly Located<ActionItem>[]): boolean => members.every(({ item }) => item.form === 'list');

const wordsAt = ({ item, model }: Located<ActionItem>): Span => item.label?.span ?? firstWords(model.block.text, item.textSpan);

/** Whether a field says nothing, or only a dash. */
export const isBlank = (text: string | undefined): boolean => /^[-–—.?\s]*$/.test(text ?? '');

/** Irregular words that a plain statement of what was done begins with. */
const done =
  /^(?:(?:we|the council|the service|leaders|managers|officers|staff) )?(?:(?:now|already|recently|since) )?(?:[a-z]{3,}ed|held|met|wrote|set up|put in place|began|begun|built|made|gave|brought|took|taken|sent|chosen|drawn up|rewritten|written)\b/i;
const perfect =
  /\b(?:has|have|had) (?:(?:now|already|also|since|recently|all|each|both|just|not yet|fully) )?(?:been |[a-z]{2,}ed\b|begun\b|put\b|set\b|made\b|met\b|held\b|taken\b|written\b|brought\b|given\b|built\b|found\b|gone\b|led\b)|\b(?:was|were) (?:[a-z]{3,}ed|held|made|set|put|given|written|sent)\b|\b(?:is|are) (?:now |already )?(?:complete|completed|in place|finished)\b/i;
const ahead = /\b(?:will|shall|must|should|to be|needs? to|is to|are to|going to|plans? to|to follow|by (?:the )?end of)\b/i;

/** Whether an action without fields is told as done already, in its own words or in those above its list: there is no day left to give. */
export function isToldAsDone({ item, model }: Located<ActionItem>): boolean {
  if (item.form === 'table') return false;
  if (ahead.test(item.text)) return false;
  return item.taken || saysTaken(model.place.heading ?? '') || perfect.test(item.text) || done.test(item.text);
}
