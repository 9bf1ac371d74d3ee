import { quotationsIn } from '../../model/words/quotations.ts';

/** Words of a run that is long enough to be a repetition rather than a phrase of the field. */
export const shortestRun = 20;
/**
 * Words that one mark stands for; of every {@link window} such runs the one with the least number is kept, so that each run of {@link
 * shortestRun} words has a mark.
 */
const gram = 12;
const window = shortestRun - gram + 1;

/** The words of a text. */
export interface WordRow {
  /**
   * A number for each word, whatever its capitals; two words very seldom have the same. 0 for a quotation and for a bar between cells,
   * which are like nothing else.
   */
  readonly numbers: readonly number[];
  /** Where each begins and ends in the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** A number for every {@link gram} words in a row; infinite where there is a 0 among them. */
  readonly grams: readonly number[];
}

/** Words that are looked at of one paragraph: more than any has that is meant to be read. */
const mostWords = 1500;

/**
 * Words of a part of a text, with one spelling of the apostrophe; what is in quotation marks is somebody else's, and stands as one word.
 */
export function wordRow(text: string, from: number, to: number): WordRow {
  const numbers: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const quotations = /["“‘]|(?:^|\s)'/.test(text) ? quotationsIn(text.slice(from, to)) : [];
  let quotation = 0;
  for (let at = from; at < to && numbers.length < mostWords;) {
    const quoted = quotations[quotation];
    if (quoted && at >= from + quoted[0]) {
      numbers.push(0);
      starts.push(at);
      at = from + quoted[1];
      ends.push(at);
      quotation++;
      continue;
    }
    if (!isLetter(text.charCodeAt(at))) {
      if (text[at] === '|') {
        numbers.push(0);
        starts.push(at);
        ends.push(at + 1);
      }
      at++;
      continue;
    }
    const start = at;
    let number = 7;
    for (; at < to; at++) {
      const code = text.charCodeAt(at);
      if (isLetter(code)) number = (Math.imul(number, 33) + small(code)) | 0;
      else if ((code === 39 || code === 0x2019) && isLetter(text.charCodeAt(at + 1))) number = (Math.imul(number, 33) + 39) | 0;
      else break;
    }
    numbers.push(number || 1);
    starts.push(start);
    ends.push(at);
  }
  return { numbers, starts, ends, grams: gramsOf(numbers) };
}

/** Latin letters and figures. */
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || (code >= 0xc0 && code <= 0x24f);

function small(code: number): number {
  if (code <= 90) return code >= 65 ? code + 32 : code;
  return code < 0xc0 ? code : String.fromCharCode(code).toLowerCase().charCodeAt(0);
}

/**
 * Marks of the runs of words ("winnowing", Schleimer, Wilkerson and Aiken 2003): two texts that share a run of {@link shortestRun}
 * words share a mark. Linear in the text.
 */
export function marksOf({ grams }: WordRow): readonly number[] {
  const marks: number[] = [];
  let least = -1;
  for (let end = window - 1; end < grams.length; end++) {
    const before = least;
    if (least <= end - window) {
      least = end - window + 1;
      for (let i = least + 1; i <= end; i++) if (grams[i]! <= grams[least]!) least = i;
    } else if (grams[end]! <= grams[least]!) least = end;
    if (least !== before && grams[least] !== Infinity) marks.push(grams[least]!);
  }
  return marks;
}

const highest = (() => {
  let power = 1;
  for (let i = 0; i < gram; i++) power = Math.imul(power, 31);
  return power;
})();

function gramsOf(numbers: readonly number[]): readonly number[] {
  if (numbers.length < shortestRun) return [];
  const grams: number[] = [];
  let number = 0;
  let unquoted = 0;
  for (let i = 0; i < numbers.length; i++) {
    unquoted = numbers[i] === 0 ? 0 : unquoted + 1;
    number = (Math.imul(number, 31) + numbers[i]! - (i >= gram ? Math.imul(numbers[i - gram]!, highest) : 0)) | 0;
    if (i >= gram - 1) grams.push(unquoted >= gram ? number : Infinity);
  }
  return grams;
}

/** Two stretches of words that are the same: from and to, as indices of each row. */
export interface SharedRun {
  readonly first: readonly [from: number, to: number];
  readonly second: readonly [from: number, to: number];
}

/** The run of words around a mark that two rows share; null where they do not have it. */
export function runAround(mark: number, first: WordRow, second: WordRow): SharedRun | null {
  const a = first.grams.indexOf(mark);
  const b = second.grams.indexOf(mark);
  if (a < 0 || b < 0) return null;
  const same = (by: number): boolean => {
    const number = first.numbers[a + by];
    return number !== undefined && number !== 0 && number === second.numbers[b + by];
  };
  let from = 0;
  while (same(from - 1)) from--;
  let to = 0;
  while (same(to)) to++;
  return { first: [a + from, a + to], second: [b + from, b + to] };
}
