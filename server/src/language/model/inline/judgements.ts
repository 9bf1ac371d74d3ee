import type { JudgementItem, Part } from '../items.ts';
import type { Span } from '../../text/span.ts';
import { inspectionFrameworks } from './inspection-frameworks.ts';
import { holdsAny } from '../words/scanning.ts';

const grade = String.raw`['‘"“]?(outstanding|good|requires improvement to be good|requires improvement|adequate|inadequate)['’"”]?`;
/** What may follow a grade that is one: "good practice" and "adequate progress" are not. */
const end = String.raw`(?=\s*(?:$|[.,;:)]|(?:in|for|and|but|by|at|with|overall|across|following|under|on|because|although|while|or)\b))`;
/** "judged to be good", "rated overall as ‘inadequate’", "the judgement for Northmere was good". */
const graded = new RegExp(
  String.raw`(?:\b(?:judged|graded|rated)\s(?:(?:overall|again)\s)?(?:(?:to be|to have been|as being|as|at)\s)?(?:overall\s)?|\b(?:judgement|judgment|grade|grading|rating)(?:\s[^.;:!?\n]{0,60}?)?\s(?:of|was|is|remains)\s|\boverall effectiveness\s(?:was|is|of)\s)${grade}${end}`,
  'giu',
);
/** A line, an item or a cell that is nothing but a name and its grade. */
const line = new RegExp(String.raw`^\s*([A-Za-zÀ-ɏ][^:|\n]{2,90}?)\s*(?::|–|—|\swas\s|\sis\s)\s*${grade}\s*[.;]?\s*$`, 'i');

/** Full names of judgements, the longest first, and the words that stand for overall effectiveness. */
const names: readonly string[] = [
  ...new Set([
    ...inspectionFrameworks.flatMap(({ judgements }) => (judgements ?? []).map(({ name }) => name.replace(/^the /, ''))),
    'overall judgement',
    'overall grade',
    'judged overall',
    'rated overall',
  ]),
]
  .filter((name) => name.split(' ').length > 1)
  .toSorted((a, b) => b.length - a.length);
const named = new RegExp(
  String.raw`(?<![A-Za-zÀ-ɏ])(?:${names.map((name) => name.replaceAll(/ /g, String.raw`\s`)).join('|')})(?![A-Za-zÀ-ɏ])`,
  'gi',
);

/** Words by which a sentence speaks of another time, another inspection or another provider than the one that the paper is about. */
const otherTime =
  /\b(?:previous(?:ly)?|last|earlier|before|then|prior|former(?:ly)?|since|until|used to|history|historically|back in|had been|schools?|academ(?:y|ies)|colleges?|nurser(?:y|ies)|childminders?|children[’']s homes?|homes|settings?|providers?|agency|agencies|other (?:councils?|authorities)|neighbouring|national(?:ly)?|if|would|could|aim|ambition|expect|hope|self-assess[A-Za-zÀ-ɏ]*|audits?|audited|files?|cases?|plans?)\b|\b(?:19|20)\d\d\b/i;

const visit = /\b(focuss?ed|monitoring)\svisit\b(?:\s(?:of|in|on|to)\s[^.;,]{1,40}?)?\s(?:was|has been|is)\s(?:again\s|also\s)?$/i;

/** "At the focused visit supervision was judged to be good." */
const atVisit = /\b(?:at|during)\s(?:the|this|its|our|their)\s(?:[a-z]+\s)?(focuss?ed|monitoring)\svisit\b[^.;]*$/i;

const grades = ['outstanding', 'good', 'improvement', 'adequate'];
/** What leads to a grade in a sentence. */
const leads = ['judged', 'graded', 'rated', 'judgement', 'judgment', 'grade', 'grading', 'rating', 'effectiveness'];
/** A name has ninety letters at most; the grade and what joins them have fewer than this. */
const longestLine = 150;

/**
 * Grades that a text gives: only where a word such as "judged" or "grade" leads to them, or a line is a name and its grade. `text` is
 * the source slice of a text node; spans are `base` + index. Never throws.
 */
export function findJudgements(text: string, base: number, quoted: boolean): readonly JudgementItem[] {
  if (!holdsAny(text, grades)) return [];
  const whole = text.trim().length > longestLine ? null : line.exec(text);
  if (whole) {
    const name = onlyName(whole[1]!, base + whole.index + whole[0].indexOf(whole[1]!));
    const from = whole[0].lastIndexOf(whole[2]!);
    if (name)
      return [
        {
          kind: 'judgement',
          span: { start: base, end: base + text.length },
          ...name,
          grade: fold(whole[2]!),
          gradeSpan: { start: base + from, end: base + from + whole[2]!.length },
          visit: null,
          elsewhere: false,
          quoted,
        },
      ];
  }
  if (!holdsAny(text, leads)) return [];
  const found: JudgementItem[] = [];
  for (const [sentence, offset] of sentencesOf(text)) {
    const matches = [...sentence.matchAll(graded)];
    for (const match of matches) {
      const start = match.index + match[0].lastIndexOf(match[1]!);
      const name =
        matches.length === 1 &&
        !/['’"”]?\s+(?:for|in)\b[^.;]*\b(?:outstanding|inadequate|adequate|requires improvement)\b/i.test(sentence.slice(start))
          ? onlyName(sentence, base + offset)
          : null;
      const before = sentence.slice(0, match.index);
      found.push({
        kind: 'judgement',
        span: { start: base + offset + match.index, end: base + offset + match.index + match[0].length },
        name: name?.name ?? null,
        nameSpan: name?.nameSpan ?? null,
        grade: fold(match[1]!),
        gradeSpan: { start: base + offset + start, end: base + offset + start + match[1]!.length },
        visit: visitOf(before),
        elsewhere: otherTime.test(sentence),
        quoted,
      });
    }
  }
  return found;
}

function visitOf(before: string): string | null {
  const found = visit.exec(before.slice(-90))?.[1] ?? atVisit.exec(before.slice(-160))?.[1];
  return found === undefined ? null : fold(`${found} visit`);
}

const onlyGrade = new RegExp(`^${grade}$`, 'i');
const onlyNamed = new RegExp(`^(?:the )?(?:${named.source})$`, 'i');

/** A name in one cell and nothing but a grade in the next; null for anything else. */
export function judgementInCells(name: Part, cell: Part): JudgementItem | null {
  const only = holdsAny(cell.text, grades) ? onlyGrade.exec(cell.text)?.[1] : undefined;
  return only === undefined || !onlyNamed.test(name.text)
    ? null
    : {
        kind: 'judgement',
        span: { start: name.span.start, end: cell.span.end },
        name: fold(name.text).replace(/^the /, ''),
        nameSpan: name.span,
        grade: fold(only),
        gradeSpan: cell.span,
        visit: null,
        elsewhere: false,
        quoted: false,
      };
}

const fold = (words: string): string => words.toLowerCase().replace(/\s+/g, ' ');

/** The one judgement that a text names, or null where it names none or several. */
function onlyName(text: string, base: number): { readonly name: string; readonly nameSpan: Span } | null {
  const all = [...text.matchAll(named)];
  const [first] = all;
  return first && all.length === 1
    ? { name: fold(first[0]), nameSpan: { start: base + first.index, end: base + first.index + first[0].length } }
    : null;
}

function* sentencesOf(text: string): Generator<readonly [string, number]> {
  let start = 0;
  for (const { index, 0: stop } of text.matchAll(/[.;!?](?=\s)|\n\s*\n/g)) {
    yield [text.slice(start, index + stop.length), start];
    start = index + stop.length;
  }
  if (start < text.length) yield [text.slice(start), start];
}
