import type { NoneStatement, StatementItem } from '../items.ts';
import { holdsAny } from '../words/scanning.ts';

/** Words by which a paper says why it comes late; the law asks for them (Local Government Act 1972, section 100B(4)(b)). */
const lateness =
  /100B\s?\(4\)|\bspecial circumstances\b|\breasons? for (?:the )?(?:urgency|lateness|late)|\blate (?:item|report|paper|business|material)|\burgent (?:item|business)|\bmatter of urgency\b|\bby reason of\b|\bto follow\b/i;

/** Words by which a report claims an exception to the notice of key decisions (2012 Regulations, regulations 10 and 11). */
const keyDecisionException = /\bgeneral exception\b|\bspecial urgency\b|\bregulations? (?:10|11)\b|\brule 1[56]\b|\burgen(?:t|cy)\b/i;

/** Words before the day on which notice of a key decision was given (2012 Regulations, regulation 9). */
const decisionNotice =
  /\b(?:notice of (?:this|the) (?:key |executive )?decision\b[^.;]{0,40}?\b(?:published|given|issued)|(?:entered|included|published) (?:in|on) the forward plan)\b[^.;\d]{0,20}? on\b/i;

/** Words that announce a decision which Cabinet is still to take. */
const laterDecision =
  /\bCabinet (?:will|is to|is due to) (?:then |also |be (?:asked|invited|recommended) to )?(?:decide|approve|agree|adopt|take (?:a|the|its) decision|make (?:a|the|its) decision)\b|\b(?:a|the|final) (?:decision|approval) (?:will be (?:taken|made|sought)|is due) (?:by|from|at) (?:the )?Cabinet\b/i;

/** "Dear …" at the start of a paragraph. */
const salutation = /^Dear\s/;

/** Words by which an exempt report weighs the public interest (Local Government Act 1972, Schedule 12A, Part 2). */
const publicInterest = /\bpublic interest\b/i;

/** "Confidential under paragraph 3 of Schedule 12A": that Schedule makes information exempt, never confidential (section 100A(3)). */
const confidentialAsExempt =
  /(?<!\bexempt(?:ion)?\b[^.;]{0,60})\bconfidential\b(?![^.;]{0,100}\bexempt)[^.;]{0,60}\b(?:under|by virtue of|within|pursuant to|in accordance with|as defined (?:in|by))\b[^.;]{0,40}\b(?:schedule 12A|paragraphs? [1-7]\b)/i;

/** A paragraph that says nothing but "none". */
const bareNone = /^(?:none|nil|n\/a|n\.a\.|not applicable|no implications|none applicable|none identified)\W*$/i;
const noneInASentence =
  /^(?:there (?:are|is) |this report has )?no (?:(?:direct|specific|additional|further|immediate|significant|anticipated) )?(?:[A-Za-zÀ-ɏ]+(?:,? (?:and|or) [A-Za-zÀ-ɏ]+)? )?implications?(?: (?:arising|resulting|directly|from|of|in|for|as a|result|the|this|these|report|recommendations?|associated|with|proposals?|at this (?:time|stage))){0,10}\W*$/i;

/** Whether a paragraph says that there is nothing, and nothing else; null where it does not. */
export const readNone = (text: string): NoneStatement | null =>
  text.length > 160
    ? null
    : bareNone.test(text)
      ? 'none'
      : holdsAny(text, ['implication']) && noneInASentence.test(text)
        ? 'none-in-a-sentence'
        : null;

/** Each with words of which one is in whatever the pattern finds. */
const statements: readonly (readonly [StatementItem['about'], needs: readonly string[], RegExp])[] = [
  ['lateness', ['100b', 'special circumstances', 'reason', 'late', 'urgent', 'urgency', 'to follow'], lateness],
  ['key-decision-exception', ['general exception', 'urgen', 'regulation', 'rule'], keyDecisionException],
  ['decision-notice', ['notice of', 'forward plan'], decisionNotice],
  [
    'later-decision',
    ['cabinet will', 'cabinet is', 'by cabinet', 'by the cabinet', 'from cabinet', 'from the cabinet', 'at cabinet', 'at the cabinet'],
    laterDecision,
  ],
  ['salutation', ['dear'], salutation],
  ['public-interest', ['public interest'], publicInterest],
  ['confidential-as-exempt', ['confidential'], confidentialAsExempt],
];

/** The procedural statements of a text; at most one of each, since one is enough. Spans are those of the first words found. */
export const findStatements = (text: string, base: number): readonly StatementItem[] =>
  statements.flatMap(([about, needs, pattern]) => {
    const found = holdsAny(text, needs) ? pattern.exec(text) : null;
    return found ? [{ kind: 'statement', about, span: { start: base + found.index, end: base + found.index + found[0].length } }] : [];
  });
