/** Where an action says a second thing to do, as indices of its text. */
export interface SecondAct {
  /** From the end of the first act to the start of the second: ", and", "; then", ". ". */
  readonly joint: { readonly start: number; readonly end: number };
}

/** Verbs that an action begins with and that are nothing else: after "and" they begin a second one. */
const plainVerbs = [
  'recruit',
  'publish',
  'appoint',
  'introduce',
  'establish',
  'develop',
  'implement',
  'deliver',
  'create',
  'produce',
  'provide',
  'strengthen',
  'improve',
  'reduce',
  'increase',
  'write',
  'rewrite',
  'revise',
  'refresh',
  'commission',
  'carry out',
  'hold',
  'set up',
  'roll out',
  'ensure',
  'embed',
  'agree',
  'complete',
  'undertake',
  'procure',
  'replace',
  'define',
  'redesign',
  'arrange',
  'begin',
  'extend',
];
/** Verbs that are nouns too ("support for staff", "the audit and review"): they count only before an article or the like. */
const nounVerbs = ['review', 'train', 'audit', 'update', 'launch', 'design', 'test', 'map', 'pilot', 'build', 'draft', 'monitor', 'plan'];

/** Verbs that tell what an act is for, more often than a second act: "… and reduce agency use". */
const effects = new Set(['improve', 'reduce', 'increase', 'strengthen', 'embed', 'ensure', 'extend', 'begin']);
const secondVerbs = plainVerbs.filter((one) => !effects.has(one));

const verb = `(?:${[...plainVerbs, ...nounVerbs].join('|')})`;
const begins = new RegExp(`^(?:to\\s)?${verb}\\s+(?!and\\b|or\\b|,)`, 'i');
const article = String.raw`(?:the|a|an|all|each|every|its|our|their|new|more|two|three|four|five|six|seven|eight|nine|ten|\d+)`;
const joint = new RegExp(
  String.raw`(?:;\s+(?:and\s+|then\s+)?|\.\s+|,?\s+and\s+(?:then\s+)?(?:to\s+)?)(?=(?:${secondVerbs.join('|')})\s+(?!it\b|them\b|this\b|these\b|and\b|or\b)\S+|(?:${nounVerbs.join('|')})\s+${article}\s)`,
  'giu',
);
/** Words behind which a second verb belongs to a clause of the first act: "a group to develop guidance and deliver training". */
const clause = /\b(?:to|that|which|who|so|how|where|by|for|whether|what|when|will|can|should|must|using|through)\b/i;
const fewestWords = 3;

/** The second act of an action that has two, each with its own object; null for one act, and wherever the words leave it open. */
export function secondAct(text: string): SecondAct | null {
  if (!begins.test(text) || text.length > 400) return null;
  joint.lastIndex = 0;
  const found = joint.exec(text);
  if (!found) return null;
  const first = text.slice(0, found.index);
  const second = text.slice(found.index + found[0].length);
  const isSentence = /^[.;]/.test(found[0].trim());
  if (!isSentence && clause.test(first.replace(/^to\s/i, ''))) return null;
  if (wordsIn(first) < fewestWords || wordsIn(second) < fewestWords) return null;
  // "and publish the same": what the second act is about is the first one's object.
  if (/\b(?:it|them|its|this|these|the same|their|findings|results|outcomes?|impact)\b/i.test(second)) return null;
  return { joint: { start: found.index, end: found.index + found[0].length } };
}

const wordsIn = (text: string): number => text.trim().split(/\s+/).length;
