import { AlignmentType, LevelFormat, type INumberingOptions } from 'docx';
import type { BlockNumber } from '../../../language/numbering/number-blocks.ts';
import { letterOf, romanOf } from '../../../language/numbering/house-number.ts';

type Definition = INumberingOptions['config'][number];
type Level = Definition['levels'][number];

/** A place in one of the document's lists, for Word to number. */
export interface ListPlace {
  readonly reference: string;
  readonly level: number;
}

/** The lists of a document, made while its paragraphs are written. */
export interface Numbering {
  /** A bullet, so many lists deep. */
  bullet(depth: number): ListPlace;
  /** A new ordered list at a depth, which starts with a number; `mark` stands behind it. */
  orderedList(depth: number, start: number, mark: '.' | ')'): ListPlace;
  /**
   * The list in which Word comes to this very number by itself, the paragraphs being written in order; null where no list does, so that the
   * number is text.
   */
  counting(number: BlockNumber): ListPlace | null;
  /** A new paper begins: its numbers are its own. */
  newPaper(): void;
  readonly definitions: readonly Definition[];
}

/** Twentieths of a point: as far as text stands behind its number. */
export const hanging = 720;
/** How far a list stands in from the one around it. */
export const bulletStep = 360;
/** Where the words of an ordered list stand, so deep in others, and how far before them its numbers. */
export const orderedIndent = (depth: number): { readonly left: number; readonly hanging: number } => ({
  left: bulletStep * (depth + 1) + 80,
  hanging: bulletStep + 80,
});
const bullets = ['•', '–', '▪', '•', '–', '▪', '•', '–', '▪'];

export function createNumbering(): Numbering {
  const definitions: Definition[] = [];
  const add = (reference: string, levels: readonly Level[]): string => {
    definitions.push({ reference, levels });
    return reference;
  };
  let sections: SectionList | null = null;
  let runs = new Map<string, { value: number; reference: string }>();

  return {
    definitions,
    newPaper() {
      sections = null;
      runs = new Map();
    },
    bullet(depth) {
      if (!definitions.some(({ reference }) => reference === 'bullets')) {
        add(
          'bullets',
          bullets.map((text, level) => ({
            level,
            format: LevelFormat.BULLET,
            text,
            alignment: AlignmentType.LEFT,
            style: { paragraph: { indent: { left: bulletStep * (level + 1), hanging: bulletStep } } },
          })),
        );
      }
      return { reference: 'bullets', level: Math.min(depth, bullets.length - 1) };
    },
    orderedList(depth, start, mark) {
      const level = Math.min(depth, 8);
      // The levels above it are there too: who reads a list expects all of them up to the one that is used.
      const reference = add(
        `list-${definitions.length}`,
        Array.from({ length: level + 1 }, (_, at) => ({
          level: at,
          format: LevelFormat.DECIMAL,
          text: `%${at + 1}${mark}`,
          start: at === level ? start : 1,
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: orderedIndent(at) } },
        })),
      );
      return { reference, level };
    },
    counting(number) {
      const { values, of } = number;
      if (values.length > 1 || of === 'section') {
        sections ??= { reference: '', counts: [], texts: [], levels: [] };
        return countInSections(sections, number, (levels) => add(`sections-${definitions.length}`, levels));
      }
      const form = formOf(number);
      if (!form) return null;
      const key = `${of} ${form.format} ${form.text}`;
      const run = runs.get(key);
      if (run && values[0] === run.value + 1) {
        run.value++;
        return { reference: run.reference, level: 0 };
      }
      const reference = add(`count-${definitions.length}`, [
        {
          level: 0,
          format: form.format,
          text: form.text,
          start: values[0]!,
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: hanging, hanging } } },
        },
      ]);
      runs.set(key, { value: values[0]!, reference });
      return { reference, level: 0 };
    },
  };
}

/** Sections, and what is numbered inside them: one list of several levels. */
interface SectionList {
  reference: string;
  /** How far Word has counted at each level. */
  counts: number[];
  /** Of the definition: a level is added when it is first met. `%1.`, `%1.%2`: how each level is printed, once it is known. */
  texts: string[];
  levels: Level[];
}

function countInSections(
  list: SectionList,
  { values, text, name }: BlockNumber,
  add: (levels: readonly Level[]) => string,
): ListPlace | null {
  const depth = values.length - 1;
  if (
    depth > 8 ||
    values.slice(0, depth).some((value, index) => list.counts[index] !== value) ||
    values[depth] !== (list.counts[depth] ?? 0) + 1 ||
    list.counts.length < depth
  )
    return null;
  const printed = text.replace(name, values.map((_, index) => `%${index + 1}`).join('.'));
  if (name !== values.join('.') || (list.texts[depth] !== undefined && list.texts[depth] !== printed)) return null;
  list.counts = [...values];
  if (list.texts[depth] === undefined) {
    list.texts[depth] = printed;
    list.levels.push({
      level: depth,
      format: LevelFormat.DECIMAL,
      text: printed,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: hanging, hanging } } },
    });
    list.reference ||= add(list.levels);
  }
  return { reference: list.reference, level: depth };
}

interface Form {
  readonly format: Level['format'];
  readonly text: string;
}

/** How Word prints such a number; null where it has no such way. */
function formOf({ text, name, values }: BlockNumber): Form | null {
  const [value] = values as readonly [number];
  const small = name.toLowerCase();
  const capital = name !== small;
  const format =
    name === String(value)
      ? LevelFormat.DECIMAL
      : small === letterOf(value)
        ? capital
          ? LevelFormat.UPPER_LETTER
          : LevelFormat.LOWER_LETTER
        : small === romanOf(value)
          ? capital
            ? LevelFormat.UPPER_ROMAN
            : LevelFormat.LOWER_ROMAN
          : null;
  return format === null ? null : { format, text: text.replace(name, '%1') };
}
