import type { Span } from '../../text/span.ts';
import { holdsAny } from '../words/scanning.ts';
import data from './verbs.json' with { type: 'json' };

/** What a verb of a recommendation does in the meeting. */
export type Effect = 'takes in' | 'asks for a view' | 'supports' | 'decides' | 'passes up' | 'asks an officer' | 'hands over';

/** Plain form → what it does. */
export const recommendationVerbs: ReadonlyMap<string, Effect> = new Map(data.verbs.map(({ verb, does }) => [verb, does as Effect]));
/** Plain form → the others, that of “the Panel notes” first. */
export const recommendationForms: ReadonlyMap<string, readonly string[]> = new Map(data.verbs.map(({ verb, forms }) => [verb, forms]));
/** Every form → plain form. */
const plainForms: ReadonlyMap<string, string> = new Map(
  data.verbs.flatMap(({ verb, forms }) => [verb, ...forms].map((form) => [form, verb] as const)),
);

/**
 * Plain forms that only count where the words before have asked, since elsewhere they are too common: "The Committee is asked to: make any
 * comments".
 */
const otherVerbs: ReadonlySet<string> = new Set(data.onlyWhereAsked);

/** Plain form of one of them: "satisfies", as "that the Panel:" leads to it, and "satisfy". */
const otherVerbOf = (form: string): string | undefined =>
  [form, form.replace(/ies$/, 'y'), form.replace(/s$/, ''), form.replace(/es$/, '')].find((plain) => otherVerbs.has(plain));

/** What a recommendation asks of whom. */
export interface RecommendationReading {
  /** The body asked, as written, without "the" in front of lower case; null where none is named. */
  readonly body: string | null;
  /** Whether the words ask somebody for something ("is asked to"), even if what is asked stands in the list below them. */
  readonly asks: boolean;
  /** First act in its plain form, or null. */
  readonly verb: string | null;
  /** Place of the first verb: indices in the text given. */
  readonly verbSpan: Span | null;
  /** Every act in its plain form, in order, each once. */
  readonly acts: readonly string[];
}

const asking = ['asked', 'requested', 'recommended', 'invited', 'required', 'urged'];
const bodyNouns =
  'Panel|Committee|Sub-Committee|Subcommittee|Board|Cabinet|Council|Councillors|Members|Executive|Commission|Forum|Authority|Partnership|Group|Trust|Assembly|Mayor|Leader|Chair|Governors|Meeting';
const body = String.raw`((?:(?:[Tt]he|[Tt]his|[Aa]ll)\s)?(?:[A-ZÀ-Þ&][A-Za-zÀ-ɏ'’&,-]*\s(?:(?:and|of|for|the|with|in|on|to)\s){0,2}|\((?:[^()]{1,80})\)\s){0,14}(?:${bodyNouns}|members|councillors|committee|panel|board|cabinet)(?:\s\([^()]{1,90}\))?(?:\s(?:Members|members|Members))?)`;
const asked = String.raw`(?:is|are|be)\s(?:(?:therefore|hereby|also|further|kindly)\s)?(?:${asking.join('|')})(?:\s(?:to|that)\b)?:?`;
const bodyWords = bodyNouns.toLowerCase().split('|');
const bodyAsked = new RegExp(String.raw`(?:[Tt]hat\s)?${body},?\s${asked}\s*`, 'uy');
const itIsRecommended = new RegExp(
  String.raw`(?:It\sis|We|I|Officers)\s(?:(?:therefore|hereby|also|further)\s)?recommend(?:ed)?(?:\s(?:that|to|for))?:?\s*`,
  'iy',
);
const resolvedThat = /(?:RESOLVED|Resolved|AGREED|RECOMMENDED)(?:\s(?:to|that)|:)?[\s:–-]*(?:that|to)?\s*/uy;
const bodyThen = new RegExp(String.raw`${body},?\s(?:(?:to|should|must|formally|hereby|also)\s){0,2}`, 'uy');
const opening = /(?:that|to|and|or|please)(?:\s(?:formally|hereby|also))?(?:\sto)?\s+/iy;
const word = /[A-Za-zÀ-ɏ]+/uy;
const passive = /\b(?:be|is|are)\s(?:(?:hereby|formally|also)\s)?([A-Za-zÀ-ɏ]+)/gi;
/** Where a further act may begin: "note the report, and agree the plan". */
const further =
  /(?:,\s+(?:and\s+)?|;\s*(?:and\s+)?|\sand\s+)(?:(?:to|also|that|then|formally|further)\s+){0,2}([A-Za-zÀ-ɏ]+)(?=\s+(?:the|that|any|whether|on|upon|to|its|it|a|an|this|these|those|how|what|if|and|officers?|authority|[A-ZÀ-Þ])|\s*[,;.])/gi;
const nounAfter = /\s+of\b/iy;

/**
 * Reads one recommendation, or the words that lead to a list of them. `text` is plain text. `isAct` says that words before it have asked
 * already ("The Panel is asked to:"), so that the text may begin with the verb itself in any case.
 * Only verbs that recommendations use count: "This paper is for the Board's information" asks nothing. Never throws.
 */
export function readRecommendation(text: string, isAct = false): RecommendationReading {
  let at = text.length - text.trimStart().length;
  let named: string | null = null;
  let asks = isAct;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at += match[0].length;
    return match;
  };
  if (take(resolvedThat)) asks = true;
  if (holdsAny(text, ['recommend']) && take(itIsRecommended)) asks = true;
  const namesBody = holdsAny(text, bodyWords);
  const whole = namesBody && holdsAny(text, asking) ? take(bodyAsked) : null;
  if (whole) {
    named = whole[1]!;
    asks = true;
  } else {
    const before = at;
    take(opening);
    const then = namesBody ? take(bodyThen) : null;
    if (then && plainForms.has(wordAt(text, at).toLowerCase()) && !isPast(wordAt(text, at))) named = then[1]!;
    else at = before;
  }
  const opened = take(opening);
  const first = wordAt(text, at);
  const verb = plainForms.get(first.toLowerCase());
  const isActive =
    verb !== undefined &&
    (isAct || asks || named !== null || opened !== null || first.toLowerCase() === verb) &&
    !isPast(first) &&
    !isNoun(text, at, first);
  if (verb !== undefined && isActive)
    return {
      body: clean(named),
      asks: true,
      verb,
      verbSpan: { start: at, end: at + first.length },
      acts: [...new Set([verb, ...furtherActs(text, at + first.length, verb)])],
    };
  const passiveActs = readPassive(text, at, asks || opened !== null);
  if (passiveActs.length > 0)
    return {
      body: clean(named),
      asks: true,
      verb: passiveActs[0]!.verb,
      verbSpan: passiveActs[0]!.span,
      acts: [...new Set(passiveActs.map((act) => act.verb))],
    };
  const other = isAct ? otherVerbOf(first.toLowerCase()) : undefined;
  if (other !== undefined && !isNoun(text, at, first))
    return { body: clean(named), asks, verb: other, verbSpan: { start: at, end: at + first.length }, acts: [other] };
  return { body: clean(named), asks, verb: null, verbSpan: null, acts: [] };
}

function wordAt(text: string, at: number): string {
  word.lastIndex = at;
  return word.exec(text)?.[0] ?? '';
}

/** "The Panel asked" tells what was done. */
const isPast = (form: string): boolean => /(?:ed|given)$/i.test(form);

/** "Review of the service" names a thing. */
function isNoun(text: string, at: number, verb: string): boolean {
  nounAfter.lastIndex = at + verb.length;
  return nounAfter.test(text);
}

/**
 * Acts behind the first. What a power is delegated for ("…, in consultation with the Chair, to agree the final plan and approve changes")
 * is no act of the body: only a semicolon leads on from there.
 */
function furtherActs(text: string, from: number, first: string): string[] {
  const acts: string[] = [];
  let before = first;
  const sentence = text.slice(from);
  further.lastIndex = 0;
  for (let match = further.exec(sentence); match; match = further.exec(sentence)) {
    const form = match[1]!.toLowerCase();
    const verb = plainForms.get(form);
    // Only the forms that the first verb can have: "and notes", "and note"; "and noted" tells what was done.
    if (verb === undefined || (form !== verb && form.endsWith('ed'))) continue;
    // "provide scrutiny and challenge.": a last word without anything that it is done to is a thing.
    if (
      /^\s*[,;.]/.test(sentence.slice(match.index + match[0].length)) &&
      match.index > 0 &&
      !/^(?:\s+(?:and|on|upon|to))?\s*$/.test(sentence.slice(0, match.index))
    )
      continue;
    if (recommendationVerbs.get(before) === 'hands over' && !match[0].startsWith(';')) continue;
    acts.push(verb);
    before = verb;
    // The word may itself be followed by the next "and".
    further.lastIndex = match.index + match[0].length;
  }
  return acts;
}

/** "That the report be noted", "That the plan be approved and the officers be thanked". Only after "that", or where something is asked. */
function readPassive(text: string, from: number, asked: boolean): readonly { readonly verb: string; readonly span: Span }[] {
  if (!asked) return [];
  // "That the report is noted" asks as "be noted" does; elsewhere "is agreed" tells how things stand.
  const saysThat = /^\s*(?:it is (?:therefore |hereby )?recommended )?that\b/i.test(text);
  passive.lastIndex = from;
  const acts: { readonly verb: string; readonly span: Span }[] = [];
  for (let match = passive.exec(text); match; match = passive.exec(text)) {
    const form = match[1]!.toLowerCase();
    const verb = plainForms.get(form);
    const end = match.index + match[0].length;
    if (verb !== undefined && form !== verb && !form.endsWith('s') && (saysThat || match[0].toLowerCase().startsWith('be')))
      acts.push({ verb, span: { start: end - form.length, end } });
  }
  return acts;
}

/** "the Panel" → "Panel" where it stands inside a sentence; "The Panel" stays, as written. */
const clean = (named: string | null): string | null => named?.replace(/^(?:the|this|all)\s/, '').trim() ?? null;
