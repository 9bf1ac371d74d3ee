import type { DocumentLayout, HouseStyle } from '../../../language/house-styles/house-style.ts';
import { builtInDefinitions, sectionKey } from '../../../language/house-styles/index.ts';
import type { DocumentType } from '../../../language/model/vocabulary.ts';
import { joined, type TextBlock } from '../paper/blocks.ts';
import { readHeaderTable } from './header-table.ts';
import { isOrganisation } from '../body/headings.ts';
import { indexOf, knownNames, longestHeading, type KnownNames } from './known-names.ts';
import { markersOf } from '../paper/markers.ts';
import type { Recognised, Sign } from './recognise-type.ts';

/** What a paper must have that only one council has, be it its name or two headings or labels of its form. */
const ownEnough = 2;

const enough = 4;
const ahead = 2;
/** Blocks at the head of a paper that may say whose it is. */
const headOfPaper = 6;

/**
 * The house style of a paper, from its council's name, its committee, headings and labels that only one style has, and its
 * numbering. `generic` where the signs are too few or two styles are near each other.
 */
export function recogniseHouseStyle(
  blocks: readonly TextBlock[],
  type: DocumentType,
  all: readonly HouseStyle[],
  generic: HouseStyle,
): Recognised<HouseStyle> {
  const [best, second] = scoreHouseStyles(blocks, type, all, generic);
  // A committee of a common name, or lettered paragraphs, may be of any council.
  const own = best?.signs.reduce((sum, sign) => sum + (sign.own ?? 0), 0) ?? 0;
  if (!best || own < ownEnough || best.score < enough || best.score - (second?.score ?? 0) < ahead)
    return { value: generic, signs: [], certain: false };
  return { value: best.style, signs: best.signs.map(({ text }) => text), certain: true };
}

/** Every style but the generic one with what speaks for it, the best first. */
function scoreHouseStyles(
  blocks: readonly TextBlock[],
  type: DocumentType,
  all: readonly HouseStyle[],
  generic: HouseStyle,
): readonly { readonly style: HouseStyle; readonly signs: readonly Sign[]; readonly score: number }[] {
  const text = blocks.map(joined).join('\n').toLowerCase().replaceAll('’', "'");
  const lines = linesWithKeys(blocks);
  return all
    .filter((style) => style.name !== generic.name)
    .map((style) => ({ style, signs: styleSigns(style, blocks, lines, text, type, generic) }))
    .map((entry) => ({ ...entry, score: entry.signs.reduce((sum, { weight }) => sum + weight, 0) }))
    .sort((a, b) => b.score - a.score);
}

/** "Meeting: 03/11/2022 - Scrutiny Committee (Item 20)". */
const pageOfItem = /^meeting:\s*\d{1,2}[/.]\d{1,2}[/.]\d{4}\s*[-–—]\s.*\(item \d/i;

const commonPlaceWords = /\b(?:council|county|city|borough|district|metropolitan|london|royal|of|the|and|unitary)\b/g;

/** Lines that may be headings, with what headings are compared by. */
type KeyedLines = readonly { readonly text: string; readonly key: string }[];

function linesWithKeys(blocks: readonly TextBlock[]): KeyedLines {
  const lines = new Map<string, string>();
  for (const block of blocks) {
    for (const line of block.lines) {
      const text = line
        .slice(0, longestHeading + 1)
        .split('\t')[0]!
        .trim()
        .replace(/\s*:$/, '');
      if (text !== '' && text.length <= longestHeading && !lines.has(text)) lines.set(text, sectionKey(text));
    }
  }
  return [...lines].map(([line, key]) => ({ text: line, key }));
}

function styleSigns(
  style: HouseStyle,
  blocks: readonly TextBlock[],
  lines: KeyedLines,
  text: string,
  type: DocumentType,
  generic: HouseStyle,
): readonly Sign[] {
  const signs: Sign[] = [];
  const council = style.council?.toLowerCase() ?? '';
  const place = council.replace(commonPlaceWords, ' ').trim();
  // Alone on a line of the head it says whose paper it is; in a sentence it may be any council’s neighbour.
  const isWhose =
    council !== '' && blocks.slice(0, headOfPaper).some((block) => block.lines.some((line) => line.trim().toLowerCase() === council));
  if (council !== '' && text.includes(council))
    signs.push({ weight: isWhose ? enough : 3, own: ownEnough, text: `the name ${style.council}` });
  else if (place !== '' && new RegExp(`\\b${place.replace(/[^\p{L}\p{N} ]/gu, '.')}\\b`, 'u').test(text))
    signs.push({ weight: 1.5, own: ownEnough, text: `the name ${style.council}` });
  if (text.includes(`@${place.replaceAll(' ', '')}.gov.uk`)) signs.push({ weight: 2, own: ownEnough, text: `an address at ${place}` });
  const committee = committeeOf(style, blocks, generic);
  // Many councils have a committee of that name: it tells little where another council is named.
  const isOthers = signs.length === 0 && lines.some(({ text: line }) => /\bcouncil$/i.test(line) && isOrganisation(line));
  // The page of a single item names its meeting and never its council: there the two together are all that can be had.
  const isPageOfItem = committee !== null && blocks.slice(0, 6).some((block) => pageOfItem.test(joined(block)));
  if (committee)
    signs.push({ weight: committee.isMain && !isOthers ? 3 : 1, own: isPageOfItem ? 1 : 0, text: `the committee ${committee.name}` });
  const names = namesOfStyle(style, type);
  const headings = ownHeadings(style, type, generic, lines);
  if (headings.length > 0)
    signs.push({
      weight: Math.min(6, headings.length * 1.5),
      own: headings.length,
      text: `the headings ${headings.map((heading) => `“${heading}”`).join(', ')}`,
    });
  const labels = ownLabels(style, type, generic, blocks, names);
  if (labels.length > 0)
    signs.push({
      weight: Math.min(4, labels.length),
      own: labels.length,
      text: `the labels ${labels.map((label) => `“${label}”`).join(', ')}`,
    });
  const numbering = style.types[type]?.numbering ?? style.numbering;
  if (numbering.paragraphs === 'a)' && letteredParagraphs(blocks) >= 2)
    signs.push({ weight: 2, own: isPageOfItem ? 1 : 0, text: 'paragraphs lettered a), b)' });
  return signs;
}

/** A committee of the style that the head of the paper names; `isMain` where it is of the kind that the style is first of all for. */
function committeeOf(
  style: HouseStyle,
  blocks: readonly TextBlock[],
  generic: HouseStyle,
): { readonly name: string; readonly isMain: boolean } | null {
  const head = blocks.slice(0, 12).map(joined).join('\n').toLowerCase();
  // What the style says itself, without what it takes over; and the longest name first: "Scrutiny Committee" stands in many others.
  const definition = builtInDefinitions.get(style.name);
  const takenOver = new Set(generic.committees.map(({ name }) => name));
  const said = definition ? (definition.committees ?? []) : style.committees.filter(({ name }) => !takenOver.has(name));
  const mainKind = said[0]?.kind;
  const own = said.filter(({ name }) => name.split(' ').length >= 4).sort((a, b) => b.name.length - a.name.length);
  // “Overview and Scrutiny Committee” is not the “Children and Families Overview and Scrutiny Committee” of another council.
  const stands = (name: string) =>
    head
      .split(name)
      .slice(0, -1)
      .some((before) => !/[\p{L}\d](?:,)? $/u.test(before) || /\b(?:the|of|to|for|at|by|held|meeting) $/.test(before));
  const found = own.find(({ name }) => stands(name.toLowerCase()));
  return found ? { name: found.name, isMain: found.kind === mainKind || (found.kind !== 'scrutiny' && found.kind !== 'executive') } : null;
}

/** Headings of the paper that this style has in its form and the generic style does not know. */
function ownHeadings(style: HouseStyle, type: DocumentType, generic: HouseStyle, lines: KeyedLines): readonly string[] {
  const layout = style.types[type];
  if (!layout) return [];
  const own = ownKeys(layout, generic.types[type]);
  return lines.filter(({ key }) => own.has(key)).map(({ text }) => text);
}

const keysOfForms = new WeakMap<DocumentLayout, { readonly generic: DocumentLayout | undefined; readonly keys: ReadonlySet<string> }>();

/** Keys of the headings that only this form has; worked out once, because every paper is held against every style. */
function ownKeys(layout: DocumentLayout, generic: DocumentLayout | undefined): ReadonlySet<string> {
  let found = keysOfForms.get(layout);
  if (found?.generic !== generic || !found) {
    const known = generic ? indexOf(generic).exact : new Map<string, unknown>();
    const keys = new Set(
      [...indexOf(layout).exact].filter(([key, section]) => !section.recognisedOnly && !known.has(key)).map(([key]) => key),
    );
    keysOfForms.set(layout, (found = { generic, keys }));
  }
  return found.keys;
}

const namesByStyle = new WeakMap<HouseStyle, Map<DocumentType, KnownNames>>();

/** What one style alone knows; worked out once. */
function namesOfStyle(style: HouseStyle, type: DocumentType): KnownNames {
  let byType = namesByStyle.get(style);
  if (!byType) namesByStyle.set(style, (byType = new Map()));
  let names = byType.get(type);
  if (!names) byType.set(type, (names = knownNames(style, type, [style])));
  return names;
}

/** Labels of the header that this style prints and the generic style does not know. */
function ownLabels(
  style: HouseStyle,
  type: DocumentType,
  generic: HouseStyle,
  blocks: readonly TextBlock[],
  names: KnownNames,
): readonly string[] {
  const own = style.types[type]?.fields ?? [];
  const genericFields = generic.types[type]?.fields ?? [];
  const genericLabels = new Set(genericFields.map(({ label }) => sectionKey(label)));
  const labels = new Set(
    own
      .filter((field) => !field.recognisedOnly)
      .map(({ label }) => sectionKey(label))
      .filter((label) => !genericLabels.has(label)),
  );
  const entries = blocks.slice(0, 8).flatMap((block) => readHeaderTable(block, names) ?? []);
  return [...new Set(entries.map(({ label }) => label).filter((label) => labels.has(sectionKey(label))))];
}

function letteredParagraphs(blocks: readonly TextBlock[]): number {
  let count = 0;
  for (const block of blocks) if (markersOf(block.lines[0]!).some(({ style, text }) => style === 'letter' && text.endsWith(')'))) count++;
  return count;
}
