import type { StatementItem } from '../items.ts';

/** Words by which a paper says why it comes late; the law asks for them (Local Government Act 1972, section 100B(4)(b)). */
const lateness = /100B\s?\(4\)|\bspecial circumstances\b|\breasons? for (?:the )?(?:urgency|lateness|late)|\blate (?:item|report|paper|business|material)|\burgent (?:item|business)|\bmatter of urgency\b|\bby reason of\b|\bto follow\b/i;

/** Words by which a report claims an exception to the notice of key decisions (2012 Regulations, regulations 10 and 11). */
const keyDecisionException = /\bgeneral exception\b|\bspecial urgency\b|\bregulations? (?:10|11)\b|\brule 1[56]\b|\burgen(?:t|cy)\b/i;

/** "Dear …" at the start of a paragraph. */
const salutation = /^Dear\s/;

/** Words by which an exempt report weighs the public interest (Local Government Act 1972, Schedule 12A, Part 2). */
const publicInterest = /\bpublic interest\b/i;

const statements: readonly (readonly [StatementItem['about'], RegExp])[] = [['lateness', lateness], ['key-decision-exception', keyDecisionException], ['salutation', salutation], ['public-interest', publicInterest]];

/** The procedural statements of a text; at most one of each, since one is enough. Spans are those of the first words found. */
export const findStatements = (text: string, base: number): readonly StatementItem[] =>
  statements.flatMap(([about, pattern]) => {
    const found = pattern.exec(text);
    return found ? [{ kind: 'statement', about, span: { start: base + found.index, end: base + found.index + found[0].length } }] : [];
  });
