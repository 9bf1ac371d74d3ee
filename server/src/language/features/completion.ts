import type { Rule } from '../rules/rule.ts';
import type { Snapshot } from '../snapshot.ts';
import { touches, type Span } from '../text/span.ts';
import { completeFrontMatter } from './completion-front-matter.ts';
import { completeField, fieldAt } from './completion-field.ts';
import { completeComment, completeProse, completeSection } from './completion-text.ts';
import { lineAt } from './lines.ts';

/** One thing that could be written at the cursor. */
export interface Completion {
  readonly label: string;
  readonly kind: 'section' | 'key' | 'value' | 'person' | 'label' | 'status' | 'date' | 'acronym' | 'rule' | 'field' | 'comment';
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

/** Everything that could be written at an offset, the likeliest first. Empty where nothing is known to fit. */
export function completion(snapshot: Snapshot, offset: number, rules: readonly Rule[]): readonly Completion[] {
  const { view, model } = snapshot;
  const line = lineAt(view, offset);
  if (!line) return [];
  const { yamlSpan, span } = model.frontMatter;
  if (yamlSpan && touches(yamlSpan, offset)) return completeFrontMatter(snapshot, line, offset);
  if (span && offset < span.end) return [];
  const before = line.text.slice(0, offset - line.span.start);
  const comment = completeComment(before, line, offset, rules);
  if (comment) return comment;
  const field = fieldAt(snapshot, line, offset);
  if (field) return completeField(snapshot, field, offset);
  return completeSection(snapshot, line, before) ?? completeProse(snapshot, line, before, offset);
}
