import type { EvidenceItem, HeadingItem, StatementItem } from '../../model/items.ts';
import { isRole, type Located } from '../../model/view.ts';
import type { Role } from '../../model/vocabulary.ts';
import type { DocumentContext } from '../rule.ts';

/** A section about implications that says that there are none, and nothing else. */
export interface SaidNone {
  readonly heading: Located<HeadingItem>;
  readonly statement: Located<StatementItem>;
  readonly role: Role;
  /** Whether it is said in a bare word ("N/A") rather than in a sentence. */
  readonly isBare: boolean;
}

/** What the rules that ask have to read. */
export const saidNoneReads = ['heading', 'content', 'statement', 'evidence', 'suppression'] as const;

/** Sections of implications, and of consultation, whose only words are that there is nothing. */
export function saidNone({ items }: DocumentContext): readonly SaidNone[] {
  const statements = items('statement').filter(({ item }) => item.about === 'none' || item.about === 'none-in-a-sentence');
  if (statements.length === 0) return [];
  const headings = items('heading');
  // A comment that leaves a check out says nothing to the reader.
  const comments = new Set(items('suppression').map(({ index }) => index));
  const contents = items('content').filter(({ index }) => !comments.has(index));
  return statements.flatMap((statement): SaidNone[] => {
    const at = headings.findLastIndex(({ span }) => span.start <= statement.span.start);
    const heading = headings[at];
    const role = heading?.item.role;
    if (!heading || !role || !(isRole(role, 'implications') || isRole(role, 'consultation'))) return [];
    const next = headings[at + 1];
    const onOneLine = heading.item.form === 'field-line';
    // Only this one piece between the heading and the next one: an explanation beside it is a reason.
    const pieces = onOneLine ? 1 : contents.filter(({ index }) => index > heading.index && (!next || index < next.index)).length;
    return pieces === 1 && (onOneLine || statement.item.span.start === firstWord(statement))
      ? [{ heading, statement, role, isBare: statement.item.about === 'none' }]
      : [];
  });
}

/** Where the words of the statement's block begin: a block that says more before it is no bare none. */
const firstWord = ({ model, item }: Located<StatementItem>): number => {
  const before = model.block.text.slice(0, item.span.start);
  return /^[\s>*_+\-\d.)]*$/.test(before) && model.block.text.slice(item.span.end).trim() === '' ? item.span.start : -1;
};

/** Kinds of evidence that contradict a section of a role that says "none". */
const contradicting: Readonly<Partial<Record<Role, readonly EvidenceItem['of'][]>>> = {
  'implications/legal': ['legal'],
  'implications/financial': ['financial', 'staffing'],
  'implications/equality': ['equality'],
  'implications/human-resources': ['staffing'],
  'implications/resources': ['financial', 'staffing'],
  consultation: ['consultation'],
};

/** The first thing in the text that has implications of the kind that a section says there are none of; null where nothing has. */
export function contradictionOf({ role, heading, statement }: SaidNone, { items }: DocumentContext): Located<EvidenceItem> | null {
  const kinds = contradicting[role];
  if (!kinds) return null;
  return (
    items('evidence').find(
      ({ item, model, index }) =>
        kinds.includes(item.of) &&
        index !== statement.index &&
        index !== heading.index &&
        !passes.some((around) => model.place.roles.some((one) => isRole(one, around))) &&
        // What another of the form's sections on the same subject says is not the body of the report.
        !model.place.roles.some((one) => isRole(one, 'implications') || one === role),
    ) ?? null
  );
}

/** Sections whose words are lists, formulas or others' texts. */
const passes: readonly Role[] = ['appendices', 'background-papers', 'contact', 'declarations', 'core-purpose', 'glossary', 'consultation'];
