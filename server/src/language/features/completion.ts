import type { Rule } from '../rules/rule.ts';
import type { Snapshot } from '../snapshot.ts';
import { touches, type Span } from '../text/span.ts';
import { completeFrontMatter } from './completion-front-matter.ts';
import { completeField, fieldAt } from './completion-field.ts';
import { completePieces } from './completion-pieces.ts';
import { completeNames, completeVerb } from './completion-prose.ts';
import { completeComment, completeProse, completeSection } from './completion-text.ts';
import { lineAt, type Line } from './lines.ts';

/** One thing that could be written at the cursor. */
export interface Completion {
  readonly label: string;
  readonly kind: 'section' | 'key' | 'value' | 'person' | 'label' | 'status' | 'date' | 'acronym' | 'rule' | 'field' | 'comment' | 'verb' | 'body' | 'piece';
  /** Short, beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What is written. */
  readonly insert: string;
  /** The same with tab stops, for an editor that knows them. */
  readonly snippet?: string;
  /** Text that gives way to it, in document offsets; on the line of the cursor. */
  readonly replace: Span;
  /** What the editor compares with what was typed, where it is not the label. */
  readonly filter?: string;
  /** Whether to ask for completions again at once, as after a key whose values are known. */
  readonly again?: boolean;
}

/** Everything that could be written at an offset, the likeliest first. Empty where nothing is known to fit. Never throws. */
export function completion(snapshot: Snapshot, offset: number, rules: readonly Rule[]): readonly Completion[] {
  const line = lineAt(snapshot.view, offset);
  return line ? completionsIn(snapshot, line, offset, rules).map((one) => around(one, line, offset)) : [];
}

function completionsIn(snapshot: Snapshot, line: Line, offset: number, rules: readonly Rule[]): readonly Completion[] {
  const { yamlSpan, span } = snapshot.model.frontMatter;
  if (yamlSpan && touches(yamlSpan, offset)) return completeFrontMatter(snapshot, line, offset);
  if (span && offset < span.end) return [];
  const before = line.text.slice(0, offset - line.span.start);
  const comment = completeComment(before, line, offset, rules, snapshot.words);
  if (comment) return comment;
  const field = fieldAt(snapshot, line, offset);
  if (field) return completeField(snapshot, field, offset);
  const verbs = completeVerb(snapshot, line, before, offset);
  if (verbs) return verbs;
  return completeSection(snapshot, line, before) ?? [...completePieces(snapshot, line, before), ...completeProse(snapshot, line, before, offset), ...completeNames(snapshot, before, offset)];
}

/** An editor wants the cursor to stand in what is replaced: white space between the two is taken in, and kept where it comes before. */
function around(completion: Completion, line: Line, offset: number): Completion {
  const { replace, insert, snippet, filter, label } = completion;
  if (touches(replace, offset)) return completion;
  if (replace.end < offset) return { ...completion, replace: { start: replace.start, end: offset } };
  const gap = line.text.slice(offset - line.span.start, replace.start - line.span.start);
  return { ...completion, replace: { start: offset, end: replace.end }, insert: gap + insert, filter: gap + (filter ?? label), ...(snippet !== undefined && { snippet: gap + snippet }) };
}
