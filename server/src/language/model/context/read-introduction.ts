import type { Polarity, Role } from '../vocabulary.ts';
import { findDates } from '../dates/dates.ts';
import { readRecommendation } from '../inline/verbs.ts';
import type { DueIntroduced, Subject } from './reading-state.ts';

/**
 * What the list after a paragraph is a list of, read from the paragraph's last sentence; null where the paragraph introduces nothing.
 * `text` is plain text, `role` that of the section around. Where the words leave it open, the subject is `other` only in sections
 * whose other lists would be taken for actions or targets.
 */
export function readIntroduction(text: string, role: Role | null): Subject | null {
  if (!introduces(text, role)) return null;
  const asked = readRequest(text, role);
  if (asked) return asked;
  const sentence = lastSentence(text);
  const named = namedSubject(sentence);
  if (named) return named;
  const own = subjectOfRole(role);
  if (own === null || own.of === 'appendices') return own;
  // "The council has:" leads to actions in a section of actions, and out of a section of findings; "focusing on:" to nothing that is known.
  if (own.of === 'actions') return commitment.test(sentence) ? { ...own, taken: saysTaken(sentence) } : { of: 'other' };
  return own.of === 'findings' && !commitment.test(sentence) && !turning.test(sentence) ? own : { of: 'other' };
}

/** Whether a paragraph ends as one does that a list follows; in a section of recommendations "That the Board" needs no colon. */
export const introduces = (text: string, role: Role | null = null): boolean =>
  /:\s*[-–—]?$/.test(text) || (role === 'recommendations' && /^that\s/i.test(text) && bodyAlone(text) !== null);

/** What the items of a section of this role are where nothing introduces them. */
export function subjectOfRole(role: Role | null): Subject | null {
  switch (role) {
    case 'priority-actions':
      return { of: 'findings', polarity: 'priority' };
    case 'areas-for-improvement':
      return { of: 'findings', polarity: 'improvement' };
    case 'strengths':
      return { of: 'findings', polarity: 'strength' };
    case 'recommendations':
      return { of: 'recommendations', asks: false, body: null, verb: null };
    case 'measures':
      return { of: 'measures', by: null };
    case 'actions':
      return { of: role, taken: false };
    case 'appendices':
      return { of: role };
    default:
      return null;
  }
}

function lastSentence(text: string): string {
  let start = 0;
  for (let at = text.indexOf('. '); at >= 0; at = text.indexOf('. ', at + 1)) {
    // "No. 7", "e.g. this" and initials do not end a sentence.
    if (/[A-Za-zÀ-ɏ\d)]{3}$/u.test(text.slice(Math.max(0, at - 3), at)) && /^[A-ZÀ-Þ]/u.test(text.slice(at + 2))) start = at + 2;
  }
  return text.slice(start);
}

const needed = String.raw`(?:needs?|needed|required?|requires|requiring)`;
const improvement = new RegExp(
  String.raw`\bareas? (?:for|of|requiring|needing|that require|to) (?:further )?(?:improvement|development|improve)\b|\b(?:still )?${needed} to (?:further )?(?:improve|be improved|be better)\b|\b(?:must|should) (?:further )?(?:improve|be improved|be better)\b|\b${needed} (?:further )?improvement\b|\bimprovements? (?:is |are |was |were )?(?:still )?(?:needed|required)\b|\bareas? of weakness\b|\bweaknesses\b|\bshortcomings\b`,
  'gi',
);
const priority =
  /\bareas? (?:for|of|requiring|needing) (?:immediate |urgent )?priority action\b|\bareas? of (?:significant|serious) (?:weakness|concern)\b|\bcauses of concern\b/gi;
const strength =
  /\bstrengths\b|\bareas of (?:strength|good practice|strong practice|effective practice)\b|\b(?:noticed|noted|found|saw|seen|recognised|identified|highlighted|reported)(?: that)? (?:there (?:were|was|had been) )?the following improvements\b|\b(?:is|are|was|were) working well\b|\bpositives\b|\bfollowing (?:as )?good practice\b/gi;
const actions =
  /(?<!priority )\bactions?(?: plan)? (?:that )?(?:(?:have|has|had|are|is|were|was|will|we|to|been|be|being|already|now) ){0,4}(?:taken|take|include|includes|including|completed|planned|agreed|proposed|underway|under way|identified|delivered)\b|\b(?:following|key|these|main|our|immediate|agreed|planned|further|next|specific|new) (?:key |improvement |immediate |specific )?actions\b|(?<!priority )\bactions(?: (?:are|were|as follows|so far|to date))*:/gi;
const measures =
  /\b(?:key |performance |improvement |following )?(?:targets|performance indicators|key performance indicators|kpis)\b|\b(?:success|performance|outcome|impact) measures\b|\bmeasures of success\b/gi;
const appendices = /\bappendices\b/gi;
const commitment =
  /\b(?:will|have|has|plan to|intend to|commit to|committed to|pledge to|are)(?: (?:also|now|therefore|then))?(?: been)?:/i;

/** Each kind of thing that a sentence can name as what follows. */
const names: readonly (readonly [RegExp, Subject])[] = [
  [improvement, { of: 'findings', polarity: 'improvement' }],
  [priority, { of: 'findings', polarity: 'priority' }],
  [strength, { of: 'findings', polarity: 'strength' }],
  [actions, { of: 'actions', taken: false }],
  [measures, { of: 'measures', by: null }],
  [appendices, { of: 'appendices' }],
];

/** Words that make findings what is being answered, not what is listed: "to address these areas for improvement we have:". */
const answering =
  /\b(?:address\w*|answer\w*|respond\w*|response to|tackl\w+|meet|meets|meeting|against|deliver\w*|resolv\w+|remed\w+|relat\w+ to|build\w* on|act(?:ing|ed)? on|track\w*)\s(?:[\w'’-]+\s){0,5}$/i;
/** Behind the name of findings: somebody else acts, or another kind of thing is what the list holds. */
const turning =
  /\b(?:we|council|board|service|leaders|managers|partners|partnership|team|authority|committee|panel)\b[^:]{0,40}\b(?:will|has|have|had|are|is|plans?|intends?)\b|\b(?:under|through|via|against|by the following|headings|themes|workstreams|work streams|headlines|questions|plans)\b/i;

/**
 * Behind such a word, and before the next comma, stands what is conceded: "although there were strengths, they also found six weaknesses:".
 */
const conceded =
  /\b(?:although|though|while|whilst|despite|notwithstanding|besides|apart from|as well as|in addition to|alongside)\b[^,;:]{0,80}$/i;

const isListed = (sentence: string, { index, 0: name }: RegExpMatchArray): boolean =>
  !(conceded.test(sentence.slice(Math.max(0, index! - 100), index)) && /^[^:]*,/.test(sentence.slice(index! + name.length))) &&
  !answering.test(sentence.slice(Math.max(0, index! - 70), index)) &&
  !turning.test(sentence.slice(index! + name.length));

/**
 * Of several things named, the last one is what the list holds ("to answer these areas for improvement, key actions include:");
 * but strengths named beside weaknesses leave it open which of them follow.
 */
function namedSubject(sentence: string): Subject | null {
  let last: { at: number; subject: Subject } | null = null;
  const polarities = new Set<Polarity>();
  for (const [pattern, subject] of names) {
    for (const match of sentence.matchAll(pattern)) {
      if (subject.of === 'findings' && !isListed(sentence, match)) continue;
      if (subject.of === 'findings') polarities.add(subject.polarity);
      if (last === null || match.index > last.at) last = { at: match.index, subject };
    }
  }
  if (last === null) return null;
  if (last.subject.of === 'findings' && polarities.size > 1) return { of: 'other' };
  if (last.subject.of === 'actions') return { of: 'actions', taken: saysTaken(sentence) };
  return last.subject.of === 'measures' ? { of: 'measures', by: dueOf(sentence) } : last.subject;
}

const taken =
  /\bactions? (?:that )?(?:(?:we|you|they|it|have|has|had|was|were|been|already|the [\w’'-]+) ){0,4}(?:taken|undertaken|completed|delivered)\b|\bfollowing (?:has|have)(?: (?:already|now|also|since))? been (?:done|completed|put in place|introduced|delivered)\b|\b(?:has|have)(?: (?:already|now|also|since))*(?: (?:taken|undertaken|completed|delivered|done|made|put)\b[^:]*)?:\s*[-–—]?$/i;

/** Whether the words above a list tell what is in it as done already: "Actions taken", "Since the visit we have:". */
export const saysTaken = (introduction: string): boolean => taken.test(introduction);

/** "key targets have been set for end of July:" */
function dueOf(sentence: string): DueIntroduced | null {
  const dates = findDates(sentence, 0, false);
  const date = dates.findLast(({ span }) =>
    /\b(?:for|by|before|until|at|in)\s+(?:the\s+)?$/i.test(sentence.slice(Math.max(0, span.start - 12), span.start)),
  );
  return date ? { text: date.text, from: date.from, to: date.to, precision: date.precision } : null;
}

/** An introduction longer than this, in characters, is a text that happens to end with a colon. */
const longestRequest = 2000;

/** "The Panel is asked to:". Outside a section of recommendations only where a body is asked, so that "staff are asked to:" is none. */
function readRequest(text: string, role: Role | null): Subject | null {
  const { asks, body, verb } = readRecommendation(text.slice(0, longestRequest));
  if (role === 'recommendations') {
    const named = body ?? bodyAlone(text) ?? bodyTold(text);
    const leads = asks || named !== null || /recommend|\b(?:that|to|following)\s*:|^(?:that|to)\b/i.test(text);
    return leads ? { of: 'recommendations', asks: true, body: named, verb } : { of: 'other' };
  }
  return asks && body !== null && /\b(?:asked|requested|invited|recommended)\b/i.test(text)
    ? { of: 'recommendations', asks, body, verb }
    : null;
}

/** "That the Cabinet:", with the verbs in the list below. */
function bodyAlone(text: string): string | null {
  const name = text
    .replace(/\s*:\s*[-–—]?$/, '')
    .replace(/^that\s+/i, '')
    .replace(/^the\s+/i, '');
  if (name.length <= 120 && /^Cabinet Member\b[^:.;]*$/.test(name)) return name;
  return name.length <= 120 &&
    /^[A-ZÀ-Þ][^:.;]*$/u.test(name) &&
    /(?:Cabinet|Committee|Panel|Board|Council|Executive|Members|Commission|Forum|Partnership|Authority|Group|Leader|Mayor|Governors)(?: \([^()]{3,80}\))?$/.test(
      name,
    )
    ? name
    : null;
}

const told = String.raw`([A-ZÀ-Þ][^.;:!?]{1,160}?),? (?:should|must|needs? to|ought to)(?: (?:now|also|work together to|immediately|urgently))?`;
const inTime = '(?:(?:By|Within|Before) [^,:]{3,60}, (?:the )?)?';
const toldAll = new RegExp(`^${inTime}${told}:$`);
const toldOne = new RegExp(String.raw`^${inTime}${told}\s`);

/** "The Chair of the Management Board should:", as inspectorates address their recommendations. */
export const bodyTold = (text: string): string | null => withoutArticle(toldAll.exec(text.trim())?.[1]);

/** Whom a single sentence tells to act: "By 31 December 2026, Northmere Police should answer each call". */
export const bodyToldToAct = (text: string): string | null => withoutArticle(toldOne.exec(text.trim())?.[1]);

const withoutArticle = (body: string | undefined): string | null => body?.replace(/^(?:The|All) (?=[A-ZÀ-Þ])/, '') ?? null;

/** The introduction that a heading or bold line is, which needs no colon: "The Committee is asked to". Null where it asks nobody. */
export function readAskingHeading(heading: string): Subject | null {
  const { asks, body, verb } = readRecommendation(heading);
  return asks && body !== null ? { of: 'recommendations', asks, body, verb } : null;
}
