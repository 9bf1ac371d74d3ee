import type { IsoDate } from '../../../language/host.ts';
import { joined, type TextBlock } from '../paper/blocks.ts';
import { statedDates, type StatedDate } from '../paper/dates.ts';
import { coverLine, type LetterPart } from './letters.ts';

/** The `inspection:` part of the front matter: only what the text says in so many words. Absent where nothing does. */
export interface InspectionFacts {
  readonly inspectorate?: string;
  /** `PEEL`, `Area SEND`. */
  readonly framework?: string;
  readonly event?: string;
  readonly number?: number;
  /** `2019-01-08/2019-01-09`. */
  readonly visited?: string;
  readonly 'letter-dated'?: IsoDate;
  readonly published?: IsoDate;
  /** Each judgement with its grade, in small letters. */
  readonly judgements?: Readonly<Record<string, string>>;
}

/** Several inspectorates at once: the visit has a name of its own. */
const jointInspection = /\bjoint targeted area inspection\b/i;
const inspectorates: readonly (readonly [RegExp, string])[] = [
  [/\bofsted\b/i, 'Ofsted'],
  [/\b(?:CQC|Care Quality Commission)\b/, 'CQC'],
  [/\bHMICFRS\b|\bInspectorate of Constabulary and Fire\b|\bHM (?:Chief )?Inspector of Constabulary\b/i, 'HMICFRS'],
  [/\bHMI Probation\b|\bInspectorate of Probation\b/i, 'HMI Probation'],
];
const events: readonly (readonly [RegExp, string])[] = [
  [/\bmonitoring visits?\b/i, 'monitoring visit'],
  [/\bfocuss?ed visits?\b/i, 'focused visit'],
  [/\bassurance visits?\b/i, 'assurance visit'],
  [/\bre-?inspection\b/i, 're-inspection'],
  [/\binspection\b/i, 'inspection'],
  [/\blocal authority assessment\b/i, 'assessment'],
];
/** What the titles of reports call the framework that they were made under. */
const frameworks: readonly (readonly [RegExp, string])[] = [
  [/^PEEL\b/, 'PEEL'],
  [/\barea SEND\b/i, 'Area SEND'],
  [/^inspection of .{2,60} local authority children['’]s services$/i, 'ILACS'],
];
/** A sentence that says under which framework a visit was made, and the framework. */
const madeUnder = /\b(?:in line with|under|in accordance with|carried out|conducted|undertaken)\b/i;
const namedFrameworks: readonly (readonly [RegExp, string])[] = [
  [/\bILACS\b|\binspections? of local authority children['’]s services\b.{0,20}\bframework\b/i, 'ILACS'],
  [/\barea SEND\b.{0,40}\bframework\b/i, 'Area SEND'],
];
/** Paragraphs at the head of a paper that may be its cover. */
const coverLines = 4;
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth'];
const ordinalVisit = new RegExp(`\\b(${ordinals.join('|')})\\s+(?:ofsted\\s+)?(?:monitoring|focuss?ed) visit\\b`, 'i');

/** What is known of a paper that an inspectorate wrote itself. */
interface Around {
  /** What stands around its pages, where its name may stand and nowhere else. */
  readonly around?: readonly string[];
  /** Whether the paper is the inspectorate’s own, so that its day is the inspection’s. */
  readonly isOwn?: boolean;
}

/** Reads what a paper says of the inspection that it is about. Where two statements differ, neither is taken. */
export function inspectionFacts(
  blocks: readonly TextBlock[],
  title: string | null,
  letter: LetterPart | null,
  { around = [], isOwn = false }: Around = {},
): InspectionFacts | null {
  const paragraphs = blocks.map(joined);
  const text = paragraphs.join('\n');
  const namedIn = (words: string) => inspectorates.filter(([pattern]) => pattern.test(words)).map(([, name]) => name);
  const inText = namedIn(text);
  const named = inText.length > 0 ? inText : namedIn(around.join('\n'));
  const titles = [title ?? '', ...(letter ? [joined(blocks[letter.salutation + 1] ?? blocks[letter.salutation]!)] : [])];
  const sentences = paragraphs.flatMap(sentencesOf);
  // "PEEL 2023–25" over "An inspection of Northmere Police".
  const cover = paragraphs.slice(0, coverLines).filter((line) => line.length <= 150 && coverLine.test(line) && !/[.;:]$/.test(line));
  const event = firstEvent([...titles, ...cover]) ?? eventThatTookPlace(sentences);
  const isJoint = titles.some((line) => jointInspection.test(line));
  if ((named.length === 0 && !isJoint && !isOwn) || event === null) return null;
  const visited = visitDates(sentences, event) ?? statedVisit(paragraphs);
  const framework = frameworks.find(([pattern]) => [...titles, ...cover].some((line) => pattern.test(line)))?.[1] ?? frameworkOf(sentences);
  const number = visitNumber(paragraphs, sentences, event);
  const published = publicationDate(sentences, event) ?? (isOwn ? statedPublication(paragraphs) : null);
  const tables = blocks.map(judgementsIn).filter((found) => found !== null);
  // Several tables may be about several inspections.
  const judgements = tables.length === 1 ? tables[0] : undefined;
  return {
    ...(isJoint
      ? { inspectorate: 'JTAI' }
      : named.length === 1
        ? { inspectorate: named[0]! }
        : framework === 'Area SEND' && named.join() === 'Ofsted,CQC'
          ? { inspectorate: 'Ofsted and CQC' }
          : {}),
    ...(framework === undefined ? {} : { framework }),
    event,
    ...(number === null ? {} : { number }),
    ...(visited === null ? {} : { visited: visited.from === visited.to ? visited.from : `${visited.from}/${visited.to}` }),
    ...(letter?.date ? { 'letter-dated': letter.date.iso } : {}),
    ...(published === null ? {} : { published }),
    ...(judgements ? { judgements } : {}),
  };
}

const grade =
  /^(?:outstanding|good|requires[ -]improvement(?: to be good)?|inadequate|insufficient|weak|satisfactory|adequate|not judged|no judgement)$/i;

/** The grades of a table of judgements ("Judgement | Grade"), or null where a block is no such table. */
export function judgementsIn(block: TextBlock): Readonly<Record<string, string>> | null {
  const rows = block.lines.map((line) => line.split('\t').map((cell) => cell.trim()));
  const graded = rows.filter((cells) => cells.length === 2 && cells[0] !== '' && grade.test(cells[1]!));
  if (rows.length < 2 || graded.length < rows.length - 1 || graded.length === 0 || rows.some((cells) => cells.length !== 2)) return null;
  return Object.fromEntries(graded.map(([name, said]) => [name!.replace(/^the /i, '').toLowerCase(), said!.toLowerCase()]));
}

function firstEvent(titles: readonly string[]): string | undefined {
  for (const title of titles) for (const [pattern, name] of events) if (pattern.test(title)) return name;
  return undefined;
}

/** Where no title says it: the one kind of event of which the text says that it took place. */
const eventThatTookPlace = (sentences: readonly string[]): string | null =>
  agreed(
    sentences
      .filter((sentence) => /\btook place (?:on|in|over)\b/i.test(sentence) && !isPlanned(sentence))
      .flatMap((sentence) => firstEvent([sentence]) ?? []),
    String,
  );

/** Sentences of a paragraph; a stop inside a number or after "No" ends none. */
function sentencesOf(paragraph: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  for (let at = paragraph.indexOf('.'); at >= 0; at = paragraph.indexOf('.', at + 1)) {
    const next = paragraph.slice(at + 1, at + 4);
    if (!/^['’"”)]?\s+['‘"“]?\p{Lu}/u.test(next) || /\b(?:No|Mr|Mrs|Ms|Dr|St)$/.test(paragraph.slice(Math.max(0, at - 4), at))) continue;
    sentences.push(paragraph.slice(start, at + 1).trim());
    start = at + 1;
  }
  sentences.push(paragraph.slice(start).trim());
  return sentences.filter((sentence) => sentence !== '');
}

const isAbout = (sentence: string, event: string): boolean => events.find(([, name]) => name === event)![0].test(sentence);
/** Only a visit that has been: what is planned is no fact. */
const isPlanned = (sentence: string): boolean => /\b(?:will|next|further|expected|scheduled|previous|last)\b/i.test(sentence);
const happened =
  /\b(?:took place|conducted|carried out|visited|findings of|was held|held on|inspected|undertaken|undertook|this letter (?:sets out|reports|gives))\b/i;

function visitDates(sentences: readonly string[], event: string): StatedDate | null {
  const found = sentences
    .filter((sentence) => isAbout(sentence, event) && happened.test(sentence) && !isPlanned(sentence) && !/\bpublished\b/i.test(sentence))
    .flatMap(statedDates);
  return agreed(found, (date) => `${date.from}/${date.to}`);
}

/** "Inspection dates: 9 to 13 June 2025", a line of its own. */
function statedVisit(paragraphs: readonly string[]): StatedDate | null {
  const lines = paragraphs.filter((line) => /^(?:inspection|visit|fieldwork) dates?\b/i.test(line) && line.length < 100);
  return agreed(lines.flatMap(statedDates), (date) => `${date.from}/${date.to}`);
}

/** "This visit was carried out in line with the … (ILACS) framework". */
const frameworkOf = (sentences: readonly string[]): string | undefined =>
  agreed(
    sentences
      .filter(
        (sentence) =>
          madeUnder.test(sentence) && /\b(?:was|were|been)\b/i.test(sentence) && /\bframework\b/i.test(sentence) && !isPlanned(sentence),
      )
      .flatMap((sentence) => namedFrameworks.filter(([pattern]) => pattern.test(sentence)).map(([, name]) => name)),
    String,
  ) ?? undefined;

function visitNumber(paragraphs: readonly string[], sentences: readonly string[], event: string): number | null {
  const numbers: number[] = [];
  for (const paragraph of paragraphs) {
    // "Feedback from the monitoring visit – No. 7": a heading.
    const heading = paragraph.length < 120 && isAbout(paragraph, event) ? /\bNo\.?\s?(\d{1,2})$/i.exec(paragraph) : null;
    if (heading) numbers.push(Number(heading[1]));
  }
  sentences.forEach((sentence, index) => {
    const ordinal = ordinalVisit.exec(sentence);
    if (!ordinal || isPlanned(sentence)) return;
    const value = ordinals.indexOf(ordinal[1]!.toLowerCase()) + 1;
    const takesPlaceHere = happened.test(sentence) && /\d/.test(sentence);
    // "This was the fourth monitoring visit since …", right after the sentence that dates it.
    const saysOfThis =
      /^this (?:was|is) the\b/i.test(sentence) &&
      !/\bvisit\s+(?:that|which|by|for)\b/i.test(sentence) &&
      statedDates(sentences[index - 1] ?? '').length > 0;
    if (takesPlaceHere || saysOfThis) numbers.push(value);
  });
  return agreed(numbers, String);
}

function publicationDate(sentences: readonly string[], event: string): IsoDate | null {
  const isVisit = event.endsWith('visit');
  const found = sentences.flatMap((sentence) => {
    if (!/\bpublished\b/i.test(sentence) || isPlanned(sentence)) return [];
    const about = isVisit ? /\bletter\b/i.test(sentence) || isAbout(sentence, event) : /\breport\b|\bletter\b/i.test(sentence);
    if (!about) return [];
    const after = sentence.slice(sentence.search(/\bpublished\b/i));
    const dates = statedDates(after);
    return dates.length === 1 && dates[0]!.from === dates[0]!.to ? [dates[0]!.from] : [];
  });
  return agreed(found, String);
}

/** "Published: 3 December 2025", a line of its own. */
function statedPublication(paragraphs: readonly string[]): IsoDate | null {
  const lines = paragraphs.filter(
    (line) =>
      line.length < 60 &&
      /^(?:(?:report|letter|date|first|originally|assessment|inspection) )?published(?: on)?\s*:?\s+\S/i.test(line) &&
      !/\b(?:by|under|with|previous(?:ly)?)\b/i.test(line),
  );
  return agreed(
    lines
      .flatMap(statedDates)
      .filter(({ from, to }) => from === to)
      .map(({ from }) => from),
    String,
  );
}

/** The one thing that all statements say; null where there is none or they differ. */
function agreed<T>(found: readonly T[], key: (value: T) => string): T | null {
  return found.length > 0 && found.every((value) => key(value) === key(found[0]!)) ? found[0]! : null;
}
