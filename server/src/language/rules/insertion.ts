import { formSections, type DocumentLayout, type SectionLayout } from '../house-styles/house-style.ts';
import { sectionKey, sectionNames } from '../house-styles/section-names.ts';
import type { DocumentView, Section } from '../model/view.ts';
import { sectionText } from '../new-document/new-section.ts';
import type { TextEdit } from '../text/span.ts';

/** The line ending of a document: that of its first line, `\n` where it has one line only. */
export function lineEndingOf(view: DocumentView): '\n' | '\r\n' | '\r' {
  for (const { text } of view.layout.syntax.blocks) {
    const ending = /\r\n|\r|\n/.exec(text)?.[0];
    if (ending) return ending as '\n' | '\r\n' | '\r';
  }
  return '\n';
}

/** A text written with `\n`, in the document's own line endings. */
export const inLineEndings = (view: DocumentView, text: string): string => text.replaceAll('\n', lineEndingOf(view));

/** Puts blocks of Markdown at an offset between two blocks (or at the end), with one blank line on either side. */
export function insertBlocks(view: DocumentView, offset: number, markdown: string): TextEdit {
  const before = trailingBreaks(view, offset);
  const atEnd = view.slice({ start: offset, end: view.layout.syntax.length }).trim() === '';
  const lead = offset === 0 ? '' : '\n'.repeat(Math.max(0, 2 - before));
  const end = atEnd ? view.layout.syntax.length : offset;
  // At the end of the document what is white space anyway gives way, so that the file ends with one line ending.
  const start = atEnd ? endOfText(view, offset) : offset;
  const open = atEnd ? (start === 0 ? '' : '\n\n') : lead;
  return { span: { start, end: Math.max(start, end) }, newText: inLineEndings(view, `${open}${markdown.trim()}\n${atEnd ? '' : '\n'}`) };
}

function trailingBreaks(view: DocumentView, offset: number): number {
  const text = view.slice({ start: Math.max(0, offset - 80), end: offset });
  return (/(?:\r\n|\r|\n|[ \t])*$/.exec(text)![0].match(/\r\n|\r|\n/g) ?? []).length;
}

function endOfText(view: DocumentView, offset: number): number {
  const text = view.text;
  let end = offset;
  while (end > 0 && /\s/.test(text[end - 1]!)) end--;
  return end;
}

/** Offset behind the last text before an offset. */
export const endOfTextBefore = endOfText;

/**
 * The edit that puts a section of the house style where its order has it: behind the last section that comes before it in the
 * form, else before the first that comes after it, else at the end.
 */
export function insertSection(view: DocumentView, layout: DocumentLayout, section: SectionLayout): TextEdit {
  const { offset, level } = placeOfSection(view, layout, section);
  const parts = [sectionText(section, level), ...partsOf(view, layout, section).map((part) => sectionText(part, level + 1))];
  return insertBlocks(view, offset, parts.join('\n'));
}

/** Where the order of the house style has a section of it, and at which level its heading is. */
export function placeOfSection(
  view: DocumentView,
  layout: DocumentLayout,
  section: SectionLayout,
): { readonly offset: number; readonly level: number } {
  const level = levelOf(view, layout, section);
  return { offset: placeOf(view, layout, section, level), level };
}

/** Sections inside one that has no text of its own, such as revenue and capital costs: as far as the document does not have them. */
function partsOf(view: DocumentView, layout: DocumentLayout, section: SectionLayout): readonly SectionLayout[] {
  if (section.template.trim() !== '' || section.level !== 2) return [];
  const order = formSections(layout);
  const behind = order.slice(order.indexOf(section) + 1);
  const next = behind.findIndex(({ level }) => level === 2);
  const written = new Set(view.sections.map(({ heading }) => sectionKey(heading.item.text)));
  return behind
    .slice(0, next < 0 ? behind.length : next)
    .filter((part) => !sectionNames(part).some((name) => written.has(sectionKey(name))));
}

function placeOf(view: DocumentView, layout: DocumentLayout, section: SectionLayout, level: number): number {
  const order = formSections(layout);
  const index = order.indexOf(section);
  for (let i = index - 1; i >= 0; i--) {
    let before = findLast(view, order[i]!);
    if (!before) continue;
    // A sub-section goes into the section that it belongs to, behind what that says of its own.
    if (section.level > order[i]!.level && level > before.level) return endOfOwnText(view, before);
    // Behind a sub-section, the new one goes behind the whole section that this belongs to.
    while (before.parent && before.parent.level >= level) before = before.parent;
    return before.span.end;
  }
  for (let i = index + 1; i < order.length; i++) {
    const after = view.sections.find((one) => isSection(one, order[i]!));
    if (after) return after.span.start;
  }
  return view.layout.syntax.length;
}

const findLast = (view: DocumentView, layout: SectionLayout): Section | undefined =>
  view.sections.findLast((one) => isSection(one, layout));

const isSection = (section: Section, layout: SectionLayout): boolean => section.role === layout.role;

function endOfOwnText(view: DocumentView, section: Section): number {
  const child = view.sections.find((one) => one.parent === section);
  return child ? child.span.start : section.span.end;
}

/** The level of the document's own headings of the same rank, so that a report written in `#` headings gets one more of these. */
function levelOf(view: DocumentView, layout: DocumentLayout, section: SectionLayout): number {
  const sameRank = formSections(layout).filter((one) => one.level === section.level);
  const written = view.sections.find((one) => one.heading.item.form === 'heading' && sameRank.some((rank) => isSection(one, rank)));
  return written?.level ?? section.level;
}

/** Puts lines of Markdown directly behind a block, as the next item of its list or row of its table. */
export function blockEnd(view: DocumentView, index: number, markdown: string): TextEdit {
  const base = view.layout.starts[index]!;
  const end = base + view.layout.syntax.blocks[index]!.text.trimEnd().length;
  return { span: { start: end, end }, newText: inLineEndings(view, `\n${markdown}`) };
}
