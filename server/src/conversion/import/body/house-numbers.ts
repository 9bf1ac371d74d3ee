import { builtInConfiguration } from '../../../language/configuration/built-in.ts';
import { builtInHouseStyles } from '../../../language/house-styles/index.ts';
import type { HouseStyle, Numbering } from '../../../language/house-styles/house-style.ts';
import { buildModel } from '../../../language/model/build-model.ts';
import { numberBlocks } from '../../../language/numbering/number-blocks.ts';
import { printedBlock } from '../../../language/numbering/printed-block.ts';
import { createParser } from '../../../language/syntax/parser.ts';
import { documentAddress } from '../../../language/text/document-address.ts';
import { joined, type TextBlock } from '../paper/blocks.ts';
import { wordsOf } from '../../words.ts';
import { importPaper, type ImportedPaper, type ImportOptions } from '../import-paper.ts';
import { knownNames } from '../head/known-names.ts';
import type { Paper } from '../paper/paper.ts';

/** A number that was taken from a block, and the words that it stood before. */
interface Taken {
  readonly name: string;
  readonly words: string;
}

/**
 * A paper as a document, without the numbers that its word processor made by itself where the house style gives every one of them anew:
 * then the document is numbered as it was, and goes on being so when a paragraph is put in. Where a single number would be another, or
 * would stand somewhere else, all are kept as they were printed.
 */
export function importInHouseNumbers(paper: Paper, options: ImportOptions = {}): ImportedPaper {
  const kept = importPaper(paper, options);
  const styles = options.houseStyles ?? builtInHouseStyles;
  const style = styles.get(kept.houseStyle);
  const numbering = style && (style.types[kept.type]?.numbering ?? style.numbering);
  // Without a kind in its header a document has no house numbers; nor has any but a report and minutes.
  if (
    !numbering ||
    numbering.paragraphs === 'none' ||
    !/^type: (?:committee-report|minutes)$/m.test(kept.frontMatter) ||
    !paper.blocks.some((block) => markerOf(block) !== null)
  )
    return kept;
  const { blocks, taken } = withoutNumbers(paper.blocks, kept, style, styles, numbering);
  const without = importPaper({ ...paper, blocks }, { ...options, type: kept.type, houseStyle: kept.houseStyle });
  if (!isNumberedAlike(without.text, taken, styles)) return kept;
  return {
    ...without,
    notes: [
      ...kept.notes,
      `The numbers that the word processor had made are left out: the house style ${kept.houseStyle} gives every one of them when the paper is printed.`,
    ],
    headerNotes: kept.headerNotes,
  };
}

/** The number that stands before a block and nowhere in its own text; null for a bullet. */
const markerOf = ({ form }: TextBlock): string | null => (form?.kind === 'item' || form?.kind === 'heading' ? (form.marker ?? null) : null);

const nameOf = (marker: string): string => marker.replace(/[().]+$|^\(/g, '');

/** The blocks without the numbers of the word processor: headings and paragraphs as text, recommendations as the items of a list. */
function withoutNumbers(
  blocks: readonly TextBlock[],
  { type }: ImportedPaper,
  style: HouseStyle,
  styles: ReadonlyMap<string, HouseStyle>,
  numbering: Numbering,
): { readonly blocks: readonly TextBlock[]; readonly taken: readonly Taken[] } {
  const names = knownNames(style, type, [...styles.values()]);
  const taken: Taken[] = [];
  let inRecommendations = false;
  const plain = blocks.map((block): TextBlock => {
    const marker = markerOf(block);
    const words = marker === null ? block.lines : [block.lines[0]!.slice(marker.length + 1), ...block.lines.slice(1)];
    const section = names.section(words.join(' '));
    if (section && (block.form?.kind === 'heading' || words.length === 1)) inRecommendations = section.role === 'recommendations';
    if (marker === null || (block.form?.kind !== 'heading' && block.form?.kind !== 'item')) return block;
    const { form } = block;
    // Markdown numbers “1.” by itself, wherever it counts from one.
    if (
      form.kind === 'item' &&
      inRecommendations &&
      (numbering.recommendations === '1.' || numbering.recommendations === '1)') &&
      /^\d+[.)]$/.test(marker)
    )
      return block;
    taken.push({ name: nameOf(marker), words: joined({ ...block, lines: words }) });
    if (form.kind === 'heading')
      return {
        ...block,
        lines: words,
        form: { ...form, marker: null, markdown: [form.markdown[0]!.slice(marker.length + 1), ...form.markdown.slice(1)] },
      };
    const isRecommendation = inRecommendations && !words.at(-1)!.endsWith(':') && section === null;
    return {
      ...block,
      lines: words,
      form: isRecommendation ? { ...form, marker: null, depth: 0 } : { kind: 'paragraph', look: form.look, markdown: form.markdown },
    };
  });
  return { blocks: plain, taken };
}

/** Whether the house style numbers just the blocks that numbers were taken from, with the same numbers. */
function isNumberedAlike(text: string, taken: readonly Taken[], houseStyles: ReadonlyMap<string, HouseStyle>): boolean {
  const syntax = createParser().parse(text);
  const model = buildModel(documentAddress('imported:/paper.md'), 1, syntax, { ...builtInConfiguration, houseStyles });
  const given = numberBlocks(model, model.blocks.map(printedBlock)).flatMap((number, index) =>
    number?.by === 'house-style' ? [{ name: number.name, block: syntax.blocks[index]! }] : [],
  );
  return (
    given.length === taken.length &&
    given.every(({ name, block }, index) => name === taken[index]!.name && startsAlike(block.text, taken[index]!.words))
  );
}

const startsAlike = (source: string, words: string): boolean => {
  const own = wordsOf(words).slice(0, 5).join(' ');
  return wordsOf(source).slice(0, 5).join(' ') === own;
};
