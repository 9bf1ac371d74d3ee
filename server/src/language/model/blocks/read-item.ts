import type { Span } from '../../text/span.ts';
import { actionFieldOf, tellingFields } from '../item-parts/fields.ts';
import { findLabels } from '../inline/labels.ts';
import { readDue } from '../dates/due.ts';
import { readMovedDue } from '../dates/moved-due.ts';
import { readRecommendation, type RecommendationReading } from '../inline/verbs.ts';
import type {
  ActionItem,
  AppendixListedItem,
  Due,
  FindingItem,
  Item,
  Label,
  LabelDefinitionItem,
  Part,
  RecommendationItem,
} from '../items.ts';
import type { ReadingContext } from '../context/model-context.ts';
import { readMeasure } from '../item-parts/read-measure.ts';
import { isClosed, readStatus } from '../item-parts/read-status.ts';
import type { Subject } from '../context/reading-state.ts';
import type { ActionField } from '../vocabulary.ts';
import { holdsAny } from '../words/scanning.ts';
import { part, wordsFrom, type Words } from '../words/words.ts';

/** A list item or paragraph, taken apart, before it is known what it is. */
export interface Piece {
  readonly span: Span;
  readonly label: Label | null;
  /** Behind number and label, without fields. */
  readonly words: Words;
  /** `Owner: …` and its like, from a list inside the item or from lines of their own. */
  readonly fields: ReadonlyMap<ActionField, Words>;
  readonly form: 'item' | 'paragraph';
  readonly link: string | null;
  /** Its words behind the label, where all of them are struck through. */
  readonly withdrawn?: Words | null;
}

/** Whether the fields of an item make it an action wherever it stands. */
export const isActionByFields = ({ fields }: Piece): boolean => tellingFields.some((field) => fields.has(field));

/** What a piece is, given the subject of the list or section that it stands in. Nothing where the subject is open. */
export function readPiece(piece: Piece, subject: Subject | null, context: ReadingContext): readonly Item[] {
  // A mark that is still waiting for its words is nothing yet.
  if (!piece.label && piece.fields.size === 0 && part(piece.words).text === '') return [];
  if (piece.withdrawn) return readWithdrawn(piece, piece.withdrawn, subject, context);
  if (subject?.of !== 'recommendations' && isActionByFields(piece))
    return [...define(piece, 'action'), ...readAction(piece, subject, context)];
  switch (subject?.of) {
    case 'findings':
      return [...define(piece, 'finding'), finding(piece, subject.polarity)];
    case 'recommendations':
      return [...define(piece, 'recommendation'), recommendation(piece, subject)];
    case 'actions':
      return [...define(piece, 'action'), ...readAction(piece, subject, context)];
    case 'measures':
      return [...define(piece, 'measure'), readMeasure(piece.words, piece.span, piece.label, 'list', subject.by)];
    case 'appendices':
      return [...define(piece, 'other'), ...listedAppendix(piece)];
    default:
      return define(piece, 'other');
  }
}

/**
 * What is struck through is withdrawn, and only its label is known, so that a paper may speak of it. But an action that is struck through
 * because it is finished, or whose status says what became of it, is told with that status.
 */
function readWithdrawn(piece: Piece, words: Words, subject: Subject | null, context: ReadingContext): readonly Item[] {
  const status = piece.fields.get('status');
  return status && isClosed(part(status).text, context.statusScale)
    ? [...define({ ...piece, words }, 'action'), ...readAction({ ...piece, words }, subject, context)]
    : define(piece, 'other');
}

export function define(
  { label, words, span }: Pick<Piece, 'label' | 'words' | 'span'>,
  defines: LabelDefinitionItem['defines'],
): readonly LabelDefinitionItem[] {
  return label ? [{ kind: 'label-definition', span, label, defines, text: part(words).text }] : [];
}

function finding({ span, label, words }: Piece, polarity: FindingItem['polarity']): FindingItem {
  const { text, span: textSpan } = part(words);
  return { kind: 'finding', span, label, polarity, text, textSpan };
}

function recommendation({ span, label, words, form }: Piece, subject: Extract<Subject, { of: 'recommendations' }>): RecommendationItem {
  const { body, verb, verbSpan, acts, text } = readRequest(words, subject.asks);
  // "is asked to note the following:" has said the verb for every item.
  const said = verb ?? subject.verb;
  return {
    kind: 'recommendation',
    form,
    span,
    label,
    body: body ?? subject.body,
    verb: said,
    verbSpan,
    acts: verb === null && said !== null ? [said] : acts,
    text,
  };
}

/** What is asked is said in the first two thousand characters, or it is not asked. */
const longestRequest = 2000;

/** Reads what some words ask for; where their first sentence asks nothing, the next ones may. */
export function readRequest(words: Words, isAct: boolean): RecommendationReading & { readonly text: string } {
  const { text, indexOf } = folded(words);
  const sentences = sentencesOf(text.slice(0, longestRequest));
  let reading = readRecommendation(sentences[0]!.text, isAct);
  let from = 0;
  for (const sentence of sentences.slice(1)) {
    if (reading.verb !== null) break;
    const next = readRecommendation(sentence.text);
    if (next.verb !== null && next.asks) [reading, from] = [next, sentence.start];
  }
  const { verbSpan } = reading;
  return { ...reading, text, verbSpan: verbSpan && { start: indexOf(verbSpan.start + from), end: indexOf(verbSpan.end + from - 1) + 1 } };
}

/** Stretches of a text that end in a stop; several acts of one sentence stay together. */
function sentencesOf(text: string): readonly { readonly text: string; readonly start: number }[] {
  const sentences: { text: string; start: number }[] = [];
  let start = 0;
  for (let at = text.indexOf('. '); at >= 0; at = text.indexOf('. ', at + 1)) {
    if (!/[A-ZÀ-Þ]/u.test(text[at + 2] ?? '')) continue;
    sentences.push({ text: text.slice(start, at + 1), start });
    start = at + 2;
  }
  return [...sentences, { text: text.slice(start), start }];
}

/** The plain text of some words, and where in the block each of its characters stands. */
function folded(words: Words): { readonly text: string; indexOf(index: number): number } {
  const whole = part(words);
  const places: number[] = [];
  const characters: string[] = [];
  for (let at = whole.span.start - words.start; at < whole.span.end - words.start; at++) {
    const character = words.text[at]!;
    if (character === '\u2060' || (character === '\\' && /[!-/:-@[-`{-~]/.test(words.text[at + 1] ?? ''))) continue;
    const isSpace = /\s/.test(character);
    if (isSpace && characters.at(-1) === ' ') continue;
    characters.push(isSpace ? ' ' : character);
    places.push(words.start + at);
  }
  return { text: characters.join(''), indexOf: (index) => places[index] ?? whole.span.end };
}

function readAction({ span, label, words, fields }: Piece, subject: Subject | null, context: ReadingContext): readonly Item[] {
  const parts: Partial<Record<ActionField, Part>> = {};
  for (const [field, value] of fields) parts[field] = part(value);
  const { text, span: textSpan } = part(words);
  const action = actionItem(
    {
      form: fields.size > 0 ? 'item' : 'list',
      refused: false,
      taken: subject?.of === 'actions' && subject.taken,
      span,
      label,
      text,
      textSpan,
      fields: parts,
      words: fields,
    },
    context,
  );
  const measure = fields.get('measure');
  return measure && parts.measure!.text !== '' ? [action, readMeasure(measure, parts.measure!.span, null, 'field', null)] : [action];
}

/** An action of either form, from its parts and the words that they stand in. */
export function actionItem(
  {
    form,
    taken,
    refused,
    span,
    label,
    text,
    textSpan,
    fields,
    words,
  }: Pick<ActionItem, 'form' | 'taken' | 'refused' | 'span' | 'label' | 'text' | 'textSpan' | 'fields'> & {
    readonly words: ReadonlyMap<ActionField, Words>;
  },
  context: ReadingContext,
): ActionItem {
  const dated = (field: ActionField): Due | null => {
    const found = words.get(field);
    return found ? readDue(found.text, found.start) : null;
  };
  const said = words.get('due');
  const { due, original } = said ? readMovedDue(said) : { due: null, original: null };
  const originalDue = dated('original-due');
  const { status, isKnown } = readStatus(fields.status?.text ?? '', context.statusScale);
  const addressed = words.get('addresses');
  return {
    kind: 'action',
    form,
    taken,
    refused,
    span,
    label,
    text,
    textSpan,
    fields,
    // Where a date is only written beside it when it moves, an action is due on its first one.
    due: due && !(originalDue && notMoved.test(due.text)) ? due : (originalDue ?? due),
    originalDue: originalDue ?? original,
    start: dated('start'),
    addresses: addressed ? findLabels(addressed.text, addressed.start) : [],
    status,
    statusIsKnown: isKnown,
  };
}

/** What stands in the column for a new date where there is none. */
const notMoved =
  /^(?:n\/?a|not applicable|none|nil|no change|not changed|unchanged|not revised|as (?:before|original(?:ly)?(?: planned)?|planned)|same|[-–—.]+)\.?$/i;

/** Behind the item of the agenda that it belongs to, if that is said: "Item 5 – Appendix 1: …". */
const appendixStart =
  /^(?:(?:agenda\s)?item\s\d{1,3}\s?[-–—:,]\s?)?(?:appendix|annex|annexe|attachment)\s+([A-Z](?![A-Za-zÀ-ɏ])|\d{1,2}[A-Za-z]?(?![A-Za-zÀ-ɏ\d]))\s*(?:[-–—:.)]+\s*)?/i;

/** "Appendix 1 – Letter of the inspectors", as an item of the list of appendices or as a heading. */
export function listedAppendix({ span, words, link }: Pick<Piece, 'span' | 'words' | 'link'>): readonly AppendixListedItem[] {
  const { text } = part(words);
  const match = holdsAny(text, ['appendix', 'annex', 'attachment']) ? appendixStart.exec(text) : null;
  return match ? [{ kind: 'appendix-listed', span, number: match[1]!.toUpperCase(), title: text.slice(match[0].length).trim(), link }] : [];
}

/** Field and value of a `Name: value` line of an action, or null. */
export function readFieldLine(words: Words): { readonly field: ActionField; readonly value: Words } | null {
  const colon = words.text.indexOf(':');
  if (colon < 0 || colon > 60) return null;
  const field = actionFieldOf(part(words, 0, colon).text);
  return field && { field, value: wordsFrom(words, colon + 1) };
}
