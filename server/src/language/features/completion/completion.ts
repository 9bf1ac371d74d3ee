import type { Rule } from '../../rules/rule.ts';
import type { Snapshot } from '../../snapshot.ts';
import { touches } from '../../text/span.ts';
import type { Completion } from './completion-item.ts';
import { completeFrontMatter } from './front-matter.ts';
import { completeField, fieldAt } from './field.ts';
import { completePieces } from './pieces.ts';
import { completeNames, completeVerb } from './prose.ts';
import { completeComment, completeProse, completeSection } from './text.ts';
import { lineAt, type Line } from '../as-written/lines.ts';

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
  return (
    completeSection(snapshot, line, before) ?? [
      ...completePieces(snapshot, line, before),
      ...completeProse(snapshot, line, before, offset),
      ...completeNames(snapshot, before, offset),
    ]
  );
}

/** An editor wants the cursor to stand in what is replaced: white space between the two is taken in, and kept where it comes before. */
function around(completion: Completion, line: Line, offset: number): Completion {
  const { replace, insert, snippet, filter, label } = completion;
  if (touches(replace, offset)) return completion;
  if (replace.end < offset) return { ...completion, replace: { start: replace.start, end: offset } };
  const gap = line.text.slice(offset - line.span.start, replace.start - line.span.start);
  return {
    ...completion,
    replace: { start: offset, end: replace.end },
    insert: gap + insert,
    filter: gap + (filter ?? label),
    ...(snippet !== undefined && { snippet: gap + snippet }),
  };
}
