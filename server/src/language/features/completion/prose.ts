import { knownAcronyms } from '../../model/acronyms/acronym-data.ts';
import { isRole } from '../../model/view.ts';
import { readRecommendation, recommendationForms, recommendationVerbs, type Effect } from '../../model/inline/verbs.ts';
import { textsOf } from '../../model/front-matter/front-matter.ts';
import { inReign } from '../../rules/explaining-acronyms.ts';
import { kindOfBody } from '../../model/body-kind.ts';
import { decisions, isForInformation, kindsOfBodies } from '../../rules/recommendations/asked-bodies.ts';
import type { Snapshot } from '../../snapshot.ts';
import { gradesHere, judgementsHere } from './judgements-here.ts';
import type { Line } from '../as-written/lines.ts';
import type { Completion } from './completion-item.ts';

/** What is offered for the words that end at the cursor. */
interface Typed {
  readonly snapshot: Snapshot;
  /** The line up to the cursor. */
  readonly before: string;
  readonly offset: number;
}

const replaced = ({ offset }: Typed, words: string) => ({ replace: { start: offset - words.length, end: offset } });

/** Whether something begins with what was typed, in any capitals, and goes on after it. */
const goesOn = (whole: string, typed: string): boolean =>
  whole.length > typed.length && whole.toLowerCase().startsWith(typed.toLowerCase());

/** How the first words of a recommendation are written, whatever comes before its verb. */
const recommendationStart =
  /^\s*(?:[-*+]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s+(?:\*\*[A-Z]{1,4}[ -]?\d[\d.]*\*\*\s+)?(To |to |That (?:the )?[A-ZÀ-Þa-z’' ]{3,80} )?([A-Za-z]*)$/;

/** What comes first where a body can decide, and where it advises. */
const likeliest: readonly Effect[] = ['takes in', 'decides', 'hands over', 'asks for a view', 'supports', 'asks an officer', 'passes up'];
const likeliestOfScrutiny: readonly Effect[] = [
  'takes in',
  'asks for a view',
  'supports',
  'passes up',
  'asks an officer',
  'decides',
  'hands over',
];

/** Paragraphs and items above a recommendation among which its body is looked for. */
const mostAbove = 20;

/** The body that the words over a list ask, “The Cabinet is asked to:”; null where none do. */
function bodyAsked({ blocks }: Snapshot['model'], index: number): string | null {
  for (let at = index - 1; at >= Math.max(0, index - mostAbove); at--) {
    const text = blocks[at]!.block.text.trim();
    if (text.startsWith('#')) return null;
    if (text.endsWith(':')) return readRecommendation(text).body;
  }
  return null;
}

/** Verbs that suit the body, at the start of a recommendation; null elsewhere. */
export function completeVerb(snapshot: Snapshot, line: Line, before: string, offset: number): readonly Completion[] | null {
  const { model } = snapshot;
  const place = model.blocks[line.index]?.place;
  const match = recommendationStart.exec(before);
  if (!match || !place || !isRole(place.role, 'recommendations') || /[A-Za-z]/.test(line.text[before.length] ?? '')) return null;
  const [, lead = '', word = ''] = match;
  const own = kindOfBody(/^That (.+?) $/.exec(lead)?.[1] ?? bodyAsked(model, line.index) ?? '', model.context.houseStyle);
  const kinds = own === 'unknown' ? kindsOfBodies(model.frontMatter, model.context) : [own];
  const isScrutiny = kinds.length > 0 && kinds.every((kind) => kind === 'scrutiny');
  const order = isScrutiny ? likeliestOfScrutiny : likeliest;
  const mayDecide = !isScrutiny && !isForInformation(model.frontMatter);
  const write = formOf(snapshot, lead, word);
  const space = /^\s/.test(line.text.slice(before.length)) ? '' : ' ';
  const verbs = [...recommendationVerbs]
    .filter(
      ([verb]) => (mayDecide || !decisions.has(verb)) && (goesOn(write(verb), word) || write(verb).toLowerCase() === word.toLowerCase()),
    )
    .toSorted(([, a], [, b]) => order.indexOf(a) - order.indexOf(b))
    .map(([verb, does]): Completion => ({
      label: write(verb),
      kind: 'verb',
      detail: snapshot.words.word(does),
      insert: write(verb) + space,
      replace: { start: offset - word.length, end: offset },
      filter: write(verb),
    }));
  return verbs.length > 0 ? verbs : null;
}

/** “to note” behind “To”, “notes” behind a body; else as the recommendations beside it begin. */
function formOf({ view }: Snapshot, lead: string, word: string): (verb: string) => string {
  if (lead.startsWith('That ')) return (verb) => recommendationForms.get(verb)?.[0] ?? verb;
  if (lead !== '') return (verb) => verb;
  const beside = view.items('recommendation').find(({ item }) => item.verb !== null)?.item.text ?? '';
  const capital = word === '' ? !/^[a-z]/.test(beside) : /^[A-Z]/.test(word);
  const isPlain = recommendationVerbs.has(/^[A-Za-z]*/.exec(beside)![0].toLowerCase()) || (word !== '' && !goesOn('to ', word));
  return (verb) => {
    const words = isPlain ? verb : `to ${verb}`;
    return capital ? words[0]!.toUpperCase() + words.slice(1) : words;
  };
}

/** So much before the cursor is looked at: a line may be a whole paragraph, or hostile. */
const longestName = 200;

/** Bodies behind “the”, names of judgements, grades, and what has a short form, once so much of it is typed that it can be told. */
export function completeNames(snapshot: Snapshot, before: string, offset: number): readonly Completion[] {
  const typed: Typed = { snapshot, before: before.slice(-longestName), offset };
  return [...completeBodies(typed), ...completeGrades(typed), ...completeJudgements(typed), ...completeLongForms(typed)];
}

function completeBodies(typed: Typed): readonly Completion[] {
  const words = /(?:^|[^A-Za-zÀ-ɏ])[Tt]he ([A-ZÀ-Þ][A-Za-zÀ-ɏ’',& -]*)$/u.exec(typed.before)?.[1];
  if (words === undefined) return [];
  const { houseStyle } = typed.snapshot.model.context;
  const names = [
    ...textsOf(typed.snapshot.model.frontMatter, 'body').map(({ text }) => text),
    ...houseStyle.committees.map(({ name }) => name),
  ].map((name) => name.replace(/^the /i, ''));
  return [...new Set(names)]
    .filter((name) => goesOn(name, words))
    .map((name): Completion => {
      const kind = kindOfBody(name, houseStyle);
      return {
        label: name,
        kind: 'body',
        ...(kind !== 'unknown' && kind !== 'other' && { detail: kind }),
        insert: name,
        ...replaced(typed, words),
      };
    });
}

function completeGrades(typed: Typed): readonly Completion[] {
  const words = /\b(?:judged|graded|rated)(?: overall| again)?(?: to be| to have been| as)? [‘'“"]?([a-z]?[a-z ]{0,30})$/i.exec(
    typed.before,
  )?.[1];
  if (words === undefined) return [];
  return gradesHere(typed.snapshot)
    .filter((grade) => goesOn(grade, words))
    .map((grade): Completion => ({ label: grade, kind: 'value', insert: grade, ...replaced(typed, words) }));
}

const lastWords = /(?:^|[^A-Za-zÀ-ɏ’'-])((?:[A-Za-zÀ-ɏ’'-]+ ){1,9}[A-Za-zÀ-ɏ’'-]*)$/u;
/** Words that tell nothing of the name that they stand in. */
const smallWord = /^(?:a|an|and|at|by|for|from|in|into|of|on|or|our|the|their|to|with)$/i;

/**
 * Every run of words that ends at the cursor and has two that tell something, the longest first. One alone may be the beginning of
 * anything.
 */
function runsBefore(before: string): readonly string[] {
  const run = lastWords.exec(before)?.[1];
  if (run === undefined) return [];
  const starts = [0, ...[...run.matchAll(/ /g)].map(({ index }) => index + 1)];
  return starts
    .map((start) => run.slice(start))
    .filter((words) => words.split(' ').filter((word) => word !== '' && !smallWord.test(word)).length >= 2);
}

function completeJudgements(typed: Typed): readonly Completion[] {
  const names = judgementsHere(typed.snapshot).map((name) => name.replace(/^the /, ''));
  const asked = /\b(?:judgement|judged|grade|graded|rating) for (?:the )?([a-z][a-z ]*|)$/i.exec(typed.before)?.[1];
  const runs = asked === undefined ? runsBefore(typed.before) : [asked];
  const words = runs.find((run) => names.some((name) => goesOn(name, run)));
  if (words === undefined) return [];
  return names
    .filter((name) => goesOn(name, words))
    .map((name): Completion => {
      const insert = words + name.slice(words.length);
      return { label: name, kind: 'value', insert, ...replaced(typed, words), filter: insert };
    });
}

/** A long form as far as it is typed: written out with its short form where that is new, else the short form. */
function completeLongForms(typed: Typed): readonly Completion[] {
  const { snapshot } = typed;
  const runs = runsBefore(typed.before);
  if (runs.length === 0) return [];
  const { view, model, configuration, today, words: said } = snapshot;
  const defined = new Map(
    view
      .items('acronym-definition')
      .filter(({ span }) => span.start < typed.offset)
      .map(({ item }) => [item.short, item.long]),
  );
  const all = new Map([...knownAcronyms, ...Object.entries(model.context.houseStyle.glossary), ...configuration.acronyms, ...defined]);
  const found = new Map<string, Completion>();
  for (const words of runs) {
    for (const [short, written] of all) {
      const long = inReign(written, model.frontMatter, today);
      if (found.has(short) || !`${long} `.toLowerCase().startsWith(words.toLowerCase())) continue;
      const whole = words.trimEnd() + inCapitalsOf(words, long).slice(words.trimEnd().length);
      const filter = words + long.slice(words.length);
      found.set(
        short,
        defined.has(short)
          ? { label: short, kind: 'acronym', detail: long, insert: short, ...replaced(typed, words), filter }
          : {
              label: `${whole} (${short})`,
              kind: 'acronym',
              detail: said.say('written out, as at its first use'),
              insert: `${whole} (${short})`,
              ...replaced(typed, words),
              filter,
            },
      );
    }
  }
  return [...found.values()];
}

/** A long form as somebody writes it who begins “Local Authority” where others write “local authority”. */
function inCapitalsOf(words: string, long: string): string {
  const isTitle = [...words].some(
    (letter, i) => i > 0 && words[i - 1] === ' ' && letter !== letter.toLowerCase() && long[i] === letter.toLowerCase(),
  );
  return isTitle
    ? long.replace(/(?<=[ -])[a-z’']+/g, (word) => (smallWord.test(word) ? word : word[0]!.toUpperCase() + word.slice(1)))
    : long;
}
