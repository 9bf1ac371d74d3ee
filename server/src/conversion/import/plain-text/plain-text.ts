import { builtInHouseStyles, genericHouseStyle } from '../../../language/house-styles/index.ts';
import { suffixes } from '../../../language/model/vocabulary.ts';
import { joined, type TextBlock } from '../paper/blocks.ts';
import { blocksOfLines } from './blocks-of-lines.ts';
import { cleanText } from './clean-text.ts';
import { addToFrontMatter, isDialect } from './dialect-text.ts';
import { withHeadLinesApart } from './head-lines.ts';
import { isTitleLike } from '../body/headings.ts';
import { importPaper, type Imported, type ImportOptions } from '../import-paper.ts';
import { isBlank, withoutFurniture } from './page-furniture.ts';
import { bulletCharacter } from '../paper/markers.ts';
import type { Paper } from '../paper/paper.ts';

/**
 * Plain text taken from a PDF or a web page as a document of the dialect. Pure; never throws; what it cannot place stays in the
 * text where it stood. A document that already is of the dialect comes back unchanged; Markdown keeps its text and gets a header.
 */
export function importText(source: string, options: ImportOptions = {}): Imported {
  const already = isDialect(source, options.fileName);
  if (already) {
    const generic = (options.houseStyles ?? builtInHouseStyles).get('generic') ?? genericHouseStyle;
    return { text: source, type: already.type, houseStyle: already.houseStyle ?? generic.name, notes: [], removed: [] };
  }
  const imported = importPaper(readPlainText(source), options);
  return isMarkdown(options.fileName)
    ? { ...imported, text: addToFrontMatter(source, imported.frontMatter), notes: imported.headerNotes, removed: [] }
    : imported;
}

export function readPlainText(source: string): Paper {
  const lines = withLinesApart(cleanText(source).lines);
  const kept = withoutFurniture(lines);
  // Signs are read from the whole text, furniture included: "Minutes:" on a committee web page says what the paper is.
  return {
    blocks: withNumbersBeforeTitles(withHeadLinesApart(blocksOfLines(kept.lines)))
      .flatMap(withLabelsApart)
      .map(withNumbersInText),
    everything: withHeadLinesApart(blocksOfLines(lines)),
    furniture: kept.removed,
    properties: {},
    notes: [],
  };
}

/** Longer lines are whole paragraphs: nobody breaks lines by hand as late as that. */
const longestBroken = 160;

/**
 * A text without blank lines, in which each line is a paragraph, as the words of a web page are often copied: with blank lines between
 * them. Rows of tables stay together.
 */
function withLinesApart(lines: readonly string[]): readonly string[] {
  const [first, last] = [lines.findIndex((line) => !isBlank(line)), lines.findLastIndex((line) => !isBlank(line))];
  const within = lines.slice(Math.max(0, first), last + 1);
  if (within.length < 3 || within.some(isBlank) || !within.some((line) => line.length > longestBroken)) return lines;
  return within.flatMap((line, at) => (line.includes('\t') && within[at + 1]?.includes('\t') ? [line] : [line, '']));
}

const isMarkdown = (fileName: string | undefined): boolean =>
  fileName !== undefined && (/\.(?:md|markdown)$/i.test(fileName) || Object.values(suffixes).some((suffix) => fileName.endsWith(suffix)));

/** "R1 That …" and "R2 That …" under each other: each label begins a paragraph of its own. */
function withLabelsApart(block: TextBlock): readonly TextBlock[] {
  const labels = block.lines.map((line) => labelled.exec(line));
  const starts = labels.flatMap((label, at) => (label ? [at] : []));
  const first = labels[0];
  if (
    !first ||
    starts.length < 2 ||
    !starts.every((at, index) => labels[at]![1] === first[1] && Number(labels[at]![2]) === Number(first[2]) + index)
  )
    return [block];
  return starts.map((start, index) => ({
    lines: block.lines.slice(start, starts[index + 1]),
    line: block.line < 0 ? -1 : block.line + start,
    afterPageBreak: index === 0 && block.afterPageBreak,
  }));
}

/**
 * "21." over "Appointment of Chair", as the items of a committee page are copied: where two or more such numbers rise, each stands before
 * its title.
 */
function withNumbersBeforeTitles(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const numbers = blocks.flatMap((block, at) => {
    const number = block.lines.length === 1 ? /^(\d{1,3})\.$/.exec(block.lines[0]!.trim()) : null;
    const next = blocks[at + 1];
    return number && next?.lines.length === 1 && /^[\p{Lu}‘“"'].{2,200}[^.,;:]$/u.test(joined(next))
      ? [{ at, value: Number(number[1]), isTitle: isTitleLike(joined(next)) }]
      : [];
  });
  if (
    numbers.filter(({ isTitle }) => isTitle).length < 2 ||
    !numbers.every(({ value }, index) => index === 0 || value > numbers[index - 1]!.value)
  )
    return blocks;
  const before = new Set(numbers.map(({ at }) => at));
  return blocks.flatMap((block, at) =>
    before.has(at) ? [] : before.has(at - 1) ? [{ ...blocks[at - 1]!, lines: [`${joined(blocks[at - 1]!)} ${joined(block)}`] }] : [block],
  );
}

const labelled = /^([A-Z]{1,4})\s?(\d{1,2})[.:)]?\s+\S/;

/**
 * "3.<tab>The inspectorate published its report.": the number or bullet of a paragraph in a column of its own, where no row beside it has
 * more.
 */
function withNumbersInText(block: TextBlock): TextBlock {
  const isRow = (line: string) => line.trim().includes('\t');
  const lines = [...block.lines];
  for (let start = 0, end = 0; start < lines.length; start = Math.max(end, start + 1)) {
    for (end = start; end < lines.length && isRow(lines[end]!);) end++;
    const rows = lines.slice(start, end);
    if (rows.length > 0 && rows.every((row) => numberedRow.test(row.trimEnd())))
      lines.splice(start, rows.length, ...rows.map((row) => row.trimEnd().replace(/\t+/g, ' ')));
  }
  return { ...block, lines };
}

const numberedRow = new RegExp(
  `^\\s*(?:\\(?(?:\\d{1,3}(?:\\.\\d{1,3})*[.)]*|[a-z][.)]|[ivx]{1,5}[.)])|${bulletCharacter})\\t+\\S[^\\t]*$`,
  'u',
);
