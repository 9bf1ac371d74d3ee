import { scanDates } from '../../../language/model/dates/dates.ts';
import { wordsOf } from '../../words.ts';
import { initials } from './initials.ts';
import { markdownItem, markdownParagraph, type OpenItem, type Piece } from './write-markdown.ts';

/** An action as minutes say it: what is to be done, by whom and by when. In Markdown. */
export interface SaidAction {
  readonly text: string;
  readonly owner: string | null;
  readonly due: string | null;
}

export interface ReadActions {
  readonly actions: readonly SaidAction[];
  /** Words that a field says without them: “to be done *by* 3 May”. */
  readonly left: readonly string[];
}

/** Words that stand in a column of actions where nothing is to be done. */
const nothing =
  /^(?:none|no actions?|n\/?a|noted?|to note|for noting|for information|info(?:rmation)?|agreed|no further action|nil|[-–—])\.?$/i;
/** “Ada Marlow”, “Cllr Pell”, “the Director of Children’s Services”: up to eight words that begin with capitals. */
const named = /^(?:[Tt]he )?\p{Lu}[\p{L}’'.-]*(?:,?\s+(?:\p{Lu}[\p{L}’'.-]*|of|for|and|the|&|in)){0,8}$/u;
const post =
  /^(?:the )?(?:(?:assistant|deputy|interim|acting|strategic|executive|corporate|senior|principal|joint|lead) )*(?:heads?|directors?|leads?|leader|chief|chair|vice[- ]chair|cabinet member|(?:service|team) managers?|lead member|officers|members|all members|clerk|secretariat|everyone)\b(?!.*\b(?:to|will|be|is|are|should)\b)[^.;:]{0,60}$/i;
/** What a sentence may begin with before “to”, and that is nobody. */
const nobody =
  /^(?:write|report|send|respond|reply|add|return|refer|speak|talk|go|present|apply|move|link|agree|continue|look|try|need|aim|letter|response|invitation|reminder|update|feedback|due|prior|subject|according|up|action|decision|note|noted|done|closed|complete[d]?|ongoing|new|open)\b/i;

/** Whether words are nothing but who is to act. */
export const isActor = (text: string): boolean =>
  initials.test(text) || ((post.test(text) || named.test(text)) && !nobody.test(text) && text.split(/\s+/).length <= 10);

/** Whether words are the head of a column of actions, or of those who act. */
export const isHeadOfActions = (text: string): boolean =>
  /^(?:actions?(?: (?:by|for|owner|lead))?|owner|lead|by whom)\s*:?$/i.test(text.trim());

/** Whether words say only who acts, and perhaps by when: “JH”, “JH and KK”, “Head of Service, 3 May 2026”. */
export function readActor(
  text: string,
): { readonly owner: string | null; readonly due: string | null; readonly left: readonly string[] } | null {
  const plain = text
    .replace(/\*\*/g, '')
    .replace(/^(?:actions?(?: by)?|owner|lead)\s*[:–—-]\s*/i, '')
    .replace(/^[([](.*)[)\]]$/, '$1')
    .trim();
  if (plain === '' || nothing.test(plain)) return null;
  const dated = withoutDue(plain);
  const owner = (dated?.text ?? plain).replace(/[\s,;:–—-]+$/, '');
  if (owner !== '' && !isActor(owner)) return null;
  return owner === '' && !dated ? null : { owner: owner === '' ? null : owner, due: dated?.due ?? null, left: dated?.left ?? [] };
}

/** What each line of a cell or paragraph asks for. Null where nothing is to be done, or a line is neither an action nor who does it. */
export function readActions(lines: readonly string[]): ReadActions | null {
  const actions: SaidAction[] = [];
  const left: string[] = [];
  for (const line of joinedLines(lines)) {
    if (line === '' || nothing.test(line)) continue;
    const actor = readActor(line);
    const before = actions.at(-1);
    if (actor) {
      // Who acts and by when, each on a line of its own.
      const owner = [before?.owner ?? null, actor.owner].filter((one) => one !== null).join(', ');
      actions.splice(-1, 1, { text: before?.text ?? '', owner: owner === '' ? null : owner, due: before?.due ?? actor.due });
      left.push(...actor.left);
    } else {
      const read = readAction(line);
      actions.push(read.action);
      left.push(...read.left);
    }
  }
  return actions.length === 0 ? null : { actions, left };
}

/** Lines without their bullets and numbers; one that goes on with the sentence before it is put behind it. */
const joinedLines = (lines: readonly string[]): readonly string[] =>
  lines.reduce<string[]>((all, line) => {
    const text = line.replace(/^(?:[•–-]|\d{1,2}[.)])\s+/, '').trim();
    const before = all.at(-1);
    if (before !== undefined && text === line.trim() && /^\p{Ll}/u.test(text) && !/[.;:]$/.test(before))
      all[all.length - 1] = `${before} ${text}`;
    else all.push(text);
    return all;
  }, []);

/** “JH to write to the schools by 3 May 2026”, “Write to the schools (JH, 3 May 2026)”, “JH: write to the schools”. */
function readAction(line: string): { readonly action: SaidAction; readonly left: readonly string[] } {
  const bracketed = /^(.+?)\s*[([]((?!\s)[^()[\]]{2,80})[)\]]\.?$/.exec(line);
  const inBrackets = bracketed && readActor(bracketed[2]!);
  if (inBrackets && inBrackets.owner !== null) {
    const dated = inBrackets.due === null ? withoutDue(bracketed![1]!) : null;
    return {
      action: { text: dated?.text ?? bracketed![1]!, owner: inBrackets.owner, due: inBrackets.due ?? dated?.due ?? null },
      left: [...inBrackets.left, ...(dated?.left ?? [])],
    };
  }
  const dated = withoutDue(line);
  const text = dated?.text ?? line;
  const due = dated?.due ?? dueInside(line);
  const left = dated?.left ?? [];
  const told = /^(\*\*)?((?:[Tt]he )?\p{Lu}.{0,80}?)(?:\*\*)?(?:\s+(to|will|is to|are to|[–—-])|(:))(?:\*\*)?\s+(\S.*)$/su.exec(text);
  if (told && isActor(told[2]!) && !/^(?:be|the|an?|all|each|any|our|their)\b/.test(told[5]!)) {
    const [owner, link, rest] = [told[2]!, told[3] ?? ':', told[5]!];
    if (link.endsWith('to')) return { action: { text: `To ${rest}`, owner, due }, left: [...left, ...link.split(' ').slice(0, -1)] };
    return { action: { text: link === 'will' ? text : rest, owner, due }, left };
  }
  const behind = /^(.+?[.;]|.+?\s[–—-])\s+(\S.{1,60}?)\.?$/su.exec(text);
  if (behind && (initials.test(behind[2]!) || (/[–—-]$/.test(behind[1]!) && isActor(behind[2]!))))
    return { action: { text: behind[1]!.replace(/\s[–—-]$/, ''), owner: behind[2]!, due }, left };
  return { action: { text, owner: null, due }, left };
}

const leadsToDue =
  /(?:[\s,;(–—-]*\b(?:to be (?:completed?|done) by|no later than|on or before|by|before|due(?: by| date)?:?|deadline:?|target(?: date)?:?|when:)|\s*[,;(–—-])\s*(?:the\s+)?$/i;

/** Words without the day at their end by which they are to be done; null where none is said there. */
export function withoutDue(text: string): { readonly text: string; readonly due: string; readonly left: readonly string[] } | null {
  const next =
    /^(.*?)(?:[\s,;(–—-]*\b(?:by|for|before|at)\s+|\s*[,;(–—-]\s*)((?:the )?(?:next|january|february|march|april|may|june|july|august|september|october|november|december) (?:meeting|board|committee))\)?\.?$/i.exec(
      text,
    );
  if (next)
    return {
      text: next[1]!.trim(),
      due: next[2]!,
      left: ['by', 'for', 'before', 'at'].filter((word) => new RegExp(`\\b${word}\\b`, 'i').test(text.slice(next[1]!.length))),
    };
  const date = scanDates(text).at(-1);
  if (!date || !/^[\s).]*$/.test(text.slice(date.end))) return null;
  const start = date.weekday === null ? date.start : Math.min(date.start, date.weekdayStart);
  if (start === 0) return { text: '', due: text.slice(0, date.end), left: [] };
  const before = leadsToDue.exec(text.slice(0, start));
  return before
    ? { text: text.slice(0, before.index).trim(), due: text.slice(start, date.end), left: before[0].match(/\p{L}+/gu) ?? [] }
    : null;
}

/** The one day that a sentence says that something is to be done by, before it goes on. */
function dueInside(text: string): string | null {
  const due = scanDates(text).filter(({ start }) => /\b(?:by|no later than|on or before)\s+(?:the\s+)?$/i.test(text.slice(0, start)));
  return due.length === 1 ? text.slice(due[0]!.start, due[0]!.end) : null;
}

/**
 * An action as a list item with its fields, as the dialect has one outside a table. Without an owner and a date the owner is left to be
 * filled in.
 */
export function actionItem({ text, owner, due }: SaidAction, marker = '-', isTight = false): readonly Piece[] {
  const content = marker.length + 1;
  const outer: OpenItem = { depth: 0, content, marker };
  const fields = [...(owner === null && due !== null ? [] : [`Owner: ${owner ?? ''}`.trim()]), ...(due === null ? [] : [`Due: ${due}`])];
  return [
    markdownItem(marker, [text], 0, isTight, [outer]),
    ...fields.map((field) => markdownItem('-', [field], content, true, [outer, { depth: 1, content: content + 2, marker: '-' }])),
  ];
}

/** A paragraph or item, which somebody is to act on, as the action that it says; a number that Markdown has a list for stays its number. */
export function asAction({ text }: Piece, action: SaidAction): readonly Piece[] {
  const marker = /^(?:-|\d{1,9}[.)])(?=\s)/.exec(text)?.[0];
  return actionItem(
    {
      ...action,
      text: text
        .slice(marker?.length ?? 0)
        .replace(/ *\n\s*/g, ' ')
        .trim(),
    },
    marker,
  );
}

const actionLine =
  /^(\d{1,3}(?:\.\d{1,3})*[.)]?\s+)?(\*\*)?(actions?(?: points?)?(?: [A-Z]?\d{1,3}(?:[./]\d{1,3})?)?)(\*\*)?\s*[:–—-]\s*(?:\*\*)?\s*(\S.*)$/is;

/** Whether a line of minutes begins with “Action:”. */
export const isActionLine = (line: string): boolean => actionLine.test(line.trim());

/**
 * The paragraph “Action: JH to write to the schools by 3 May” as an action; where it says only who acts, the paragraph before it is what
 * they do and is taken from the end of `pieces`. Null where it asks for nothing that can be told.
 */
export function actionOfParagraph(
  markdown: readonly string[],
  pieces: Piece[],
): { readonly pieces: readonly Piece[]; readonly left: readonly string[] } | null {
  const found = actionLine.exec(markdown[0]!.trim());
  if (!found) return null;
  const [, number = '', opens, name, closes, words] = found as unknown as readonly [
    string,
    string | undefined,
    string | undefined,
    string,
    string | undefined,
    string,
  ];
  const first = opens !== undefined && closes === undefined ? words.replace('**', '') : words;
  const read = readActions([first, ...markdown.slice(1)]);
  if (!read || read.actions.every(({ owner, due }) => owner === null && due === null)) return null;
  const label = `${number}${/\d/.test(name) ? `${name}: ` : ''}`;
  const left = [...read.left, ...(/\d/.test(name) ? [] : [name])];
  if (read.actions[0]!.text !== '')
    return {
      pieces: read.actions.flatMap((action, index) => actionItem({ ...action, text: `${index === 0 ? label : ''}${action.text}` })),
      left,
    };
  const before = pieces.at(-1);
  if (
    !before ||
    (before.kind !== 'paragraph' && before.kind !== 'item') ||
    before.text.startsWith('>') ||
    read.actions.length > 1 ||
    label !== '' ||
    /^\s+- /.test(before.text)
  )
    return null;
  pieces.pop();
  return { pieces: asAction(before, read.actions[0]!), left };
}

/** What a column of actions says beside a paragraph: where it is only who acts, the paragraph is what they do, and `taken` is 1. */
export function actionsBeside(
  before: Piece | undefined,
  beside: readonly string[],
): { readonly pieces: readonly Piece[]; readonly taken: number; readonly left: readonly string[] } {
  const read = readActions(beside);
  const [first, ...more] = read?.actions ?? [];
  const isText = before?.kind === 'paragraph' || (before?.kind === 'item' && !/^\s/.test(before.text));
  if (!read || !first || (first.text === '' && !isText)) return { pieces: [markdownParagraph(beside)], taken: 0, left: [] };
  const items = more.flatMap((action) => actionItem(action));
  if (first.text !== '') return { pieces: [...actionItem(first), ...items], taken: 0, left: read.left };
  return { pieces: [...asAction(before!, first), ...items], taken: 1, left: read.left };
}

/** An item in a list of actions that says who does it, or by when; null for any other. */
export function actionOfItem(
  markdown: readonly string[],
  marker: string | null,
  isTight: boolean,
): { readonly pieces: readonly Piece[]; readonly left: readonly string[] } | null {
  const read = marker === null || /^\d{1,9}[.)]$/.test(marker) ? readActions(markdown) : null;
  const [action, ...more] = read?.actions ?? [];
  if (!read || !action || more.length > 0 || action.text === '' || (action.owner === null && action.due === null)) return null;
  return { pieces: actionItem(action, marker ?? '-', isTight), left: read.left };
}

const contentWords = (text: string): readonly string[] => wordsOf(text).filter((word) => word.length > 3);

/** Whether one of the actions that a paper lists says the same in nearly the same words. */
export function isListed(text: string, listed: readonly string[]): boolean {
  const words = new Set(contentWords(text));
  return (
    words.size > 0 &&
    listed.some((other) => {
      const own = contentWords(other);
      return own.length > 0 && own.filter((word) => words.has(word)).length >= Math.min(own.length, words.size) * 0.7;
    })
  );
}
