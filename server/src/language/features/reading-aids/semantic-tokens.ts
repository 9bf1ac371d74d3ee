import type { IsoDate } from '../../host.ts';
import type { BlockModel, ModelContext } from '../../model/document.ts';
import { isOpen, stageOf, type Stage } from '../../model/item-parts/read-status.ts';
import { placeholdersIn } from '../../rules/structure/placeholder.ts';
import type { Snapshot } from '../../snapshot.ts';
import { blockAt, lineStarts } from '../../syntax/layout.ts';
import type { Block } from '../../syntax/syntax.ts';
import type { Span } from '../../text/span.ts';
import { isTracked } from './tracked.ts';

/** What a stretch of text is, beyond what can be seen of its letters. */
export type TokenKind = 'label' | 'status' | 'overdue' | 'section' | 'placeholder';

/** A stretch of one line. */
export interface Token {
  readonly kind: TokenKind;
  /** `definition` of a label, or how far an action is whose status it is. */
  readonly modifier: 'definition' | Stage | null;
  /** Zero-based line and UTF-16 code unit in it, in the document. */
  readonly line: number;
  readonly character: number;
  readonly length: number;
}

/** A token of a block by itself: its line counts in the block, and whether it shows may depend on what stands elsewhere. */
interface BlockToken extends Token {
  /** Key of the label that it is; one that is not a definition shows only where the response has one. */
  readonly label: string | null;
  /** Shows only where this day has passed, in a plan that says how far its actions are. */
  readonly due: IsoDate | null;
}

/** How many blocks were looked into since the start, for tests that count instead of timing. */
export const tokenCost = { blocks: 0 };

const known = new WeakMap<BlockModel, readonly BlockToken[]>();

/**
 * The tokens of a document, or of the blocks that a range touches, in order and without overlap: labels that the response has, statuses of
 * the scale, dates that have passed, headings with a role, what is still to be filled in. An untouched block is not looked into again.
 */
export function semanticTokens(snapshot: Snapshot, range?: Span): readonly Token[] {
  const { model, view, today } = snapshot;
  const { lines } = view.layout;
  const labels = labelsOf(snapshot);
  const first = range ? blockAt(view.layout, range.start) : 0;
  const last = range ? blockAt(view.layout, range.end) : model.blocks.length - 1;
  const found: Token[] = [];
  for (let index = first; index <= last; index++) {
    const block = model.blocks[index];
    if (!block) continue;
    for (const { kind, modifier, line, character, length, label, due } of tokensOf(block, model.context)) {
      if (label !== null && modifier !== 'definition' && !labels.has(label)) continue;
      if (due !== null && !(due < today && isTracked(model))) continue;
      found.push({ kind, modifier, line: lines[index]! + line, character, length });
    }
  }
  return found;
}

/**
 * Keys of the labels that the response defines. Those of the document itself are taken from its tokens, so that its facts need not be made
 * for them.
 */
function labelsOf({ model, response }: Snapshot): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const block of model.blocks)
    for (const { modifier, label } of tokensOf(block, model.context)) if (modifier === 'definition' && label !== null) labels.add(label);
  for (const { address, labels: others } of response?.documents ?? [])
    if (address !== model.address) for (const { key } of others) labels.add(key);
  return labels;
}

function tokensOf(block: BlockModel, context: ModelContext): readonly BlockToken[] {
  let tokens = known.get(block);
  if (!tokens) known.set(block, (tokens = read(block, context)));
  return tokens;
}

interface Piece extends Pick<BlockToken, 'kind' | 'modifier' | 'label' | 'due'> {
  readonly span: Span;
}

const nothing: readonly BlockToken[] = [];

function read(model: BlockModel, context: ModelContext): readonly BlockToken[] {
  tokenCost.blocks++;
  const { block, items } = model;
  if (block.kind === 'front-matter') return nothing;
  const pieces: Piece[] = [];
  const add = (kind: TokenKind, span: Span, more: Partial<Piece> = {}) => {
    if (span.start < span.end) pieces.push({ kind, span, modifier: null, label: null, due: null, ...more });
  };
  for (const item of items) {
    if (item.kind === 'label-definition') add('label', item.label.span, { modifier: 'definition', label: item.label.key });
    else if (item.kind === 'label-reference') add('label', item.label.span, { label: item.label.key });
    else if (item.kind === 'heading' && item.role) add('section', item.textSpan);
    else if (item.kind === 'action') {
      const stage = stageOf(item, context);
      if (item.fields.status && item.statusIsKnown) add('status', item.fields.status.span, { modifier: stage });
      if (item.due?.to && isOpen({ ...item, stage })) add('overdue', item.due.span, { due: item.due.to });
    }
  }
  for (const { span } of placeholdersIn(block, context)) add('placeholder', span);
  return pieces.length === 0 ? nothing : withoutOverlap(pieces).flatMap((piece) => onLines(piece, block));
}

/**
 * Of two that overlap the one that begins later stays whole, and what is around it is left of the other. One sweep, however many there are.
 */
function withoutOverlap(pieces: readonly Piece[]): readonly Piece[] {
  const kept: Piece[] = [];
  const open: Piece[] = [];
  let at = 0;
  const keep = (piece: Piece, end: number) => {
    if (at < end) kept.push({ ...piece, span: { start: at, end } });
    at = Math.max(at, end);
  };
  for (const piece of pieces.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    while (open.length > 0 && open.at(-1)!.span.end <= piece.span.start) keep(open.at(-1)!, open.pop()!.span.end);
    if (open.length > 0) keep(open.at(-1)!, piece.span.start);
    at = Math.max(at, piece.span.start);
    open.push(piece);
  }
  for (let last = open.pop(); last; last = open.pop()) keep(last, last.span.end);
  return kept;
}

/** A piece cut at the ends of its lines. */
function onLines({ span, ...piece }: Piece, block: Block): readonly BlockToken[] {
  const starts = lineStarts(block);
  const found: BlockToken[] = [];
  for (let line = 0; line < starts.length && starts[line]! < span.end; line++) {
    const start = Math.max(span.start, starts[line]!);
    const next = starts[line + 1] ?? block.text.length;
    const end = Math.min(span.end, start < next ? start + block.text.slice(start, next).search(/[\r\n]|$/) : start);
    if (start < end) found.push({ ...piece, line, character: start - starts[line]!, length: end - start });
  }
  return found;
}
