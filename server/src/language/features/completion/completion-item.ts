import type { Span } from '../../text/span.ts';

/** One thing that could be written at the cursor. */
export interface Completion {
  readonly label: string;
  readonly kind:
    | 'section'
    | 'key'
    | 'value'
    | 'person'
    | 'label'
    | 'status'
    | 'date'
    | 'acronym'
    | 'rule'
    | 'field'
    | 'comment'
    | 'verb'
    | 'body'
    | 'piece';
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
