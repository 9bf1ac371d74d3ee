import type { DocumentModel } from '../model/document.ts';
import type { ParagraphNumber } from '../model/items.ts';
import { printNumber } from './house-number.ts';
import type { PrintedBlock } from './printed-block.ts';

/** The number that a block is printed with. */
export interface BlockNumber {
  /** As printed, with its mark: `12.`, `(1)`, `2.3`. */
  readonly text: string;
  /** Whether the officer wrote it, or the house style gives it. */
  readonly by: 'hand' | 'house-style';
  readonly of: 'section' | 'paragraph' | 'recommendation';
  /** What a reference in the text calls it, without its mark: `12`, `2.3`. */
  readonly name: string;
  /** Values of its parts: `2.3` → [2, 3]. */
  readonly values: readonly number[];
}

/**
 * The number of each block, as written where somebody wrote one, else as the house style numbers. Whoever numbers paragraphs, or sections,
 * by hand numbers them all: then the house style adds none. Markdown's own ordered lists number themselves.
 */
export function numberBlocks(model: DocumentModel, blocks: readonly PrintedBlock[]): readonly (BlockNumber | null)[] {
  const { layout, houseStyle, type } = model.context;
  const style = layout.numbering ?? houseStyle.numbering;
  const mayNumber = type === 'committee-report' || type === 'minutes';
  const paragraphs = mayNumber && !blocks.some(isNumberedByHand) ? style.paragraphs : 'none';
  const bySection = style.paragraphs === 'section.paragraph' && mayNumber;
  const numbersSections = bySection && !blocks.some(({ heading, written }) => heading !== null && !heading.isTitle && written !== null);
  const top = Math.min(...blocks.map(({ heading }) => (heading && !heading.isTitle ? heading.level : Infinity)));
  let inForm = bySection && beginsWithForm(model);
  let sections = 0;
  let section: Pick<BlockNumber, 'name' | 'values'> | null = null;
  let paragraph = 0;
  let recommendation = 0;

  const inSection = (of: BlockNumber['of']): BlockNumber | null => {
    if (section === null) return null;
    const name = `${section.name}.${++paragraph}`;
    return { text: name, by: 'house-style', of, name, values: [...section.values, paragraph] };
  };
  const counted = (of: BlockNumber['of'], mark: Parameters<typeof printNumber>[0], value: number): BlockNumber | null => {
    const text = printNumber(mark, value);
    return text === null ? null : { text, by: 'house-style', of, name: text.replace(/[().]/g, ''), values: [value] };
  };

  return blocks.map((block): BlockNumber | null => {
    const { heading, written, cut } = block;
    if (heading?.isTitle) return cut ? byHand('section', written!) : null;
    if (heading) {
      recommendation = 0;
      if (paragraphs === 'a)') paragraph = 0;
      const own = written && byHand('section', written);
      if (heading.level > top) return cut ? own : null;
      const automatic: BlockNumber | null = numbersSections && !inForm ? counted('section', '1.', ++sections) : null;
      if (heading.role === 'background-papers') inForm = false;
      section = own ?? automatic;
      paragraph = bySection ? 0 : paragraph;
      return automatic ?? (cut ? own : null);
    }
    if (written) return cut ? byHand('paragraph', written) : null;
    if (block.recommendation) {
      if (!mayNumber || block.listStart !== null) return null;
      if (style.recommendations === 'section.paragraph') return inSection('recommendation');
      recommendation++;
      // A label that says what the plain number would say is the number.
      const isSaid = block.recommendation.label !== null && (style.recommendations === '1.' || style.recommendations === '1)');
      return isSaid ? null : counted('recommendation', style.recommendations, recommendation);
    }
    if (!block.isBodyText || paragraphs === 'none') return null;
    return paragraphs === 'section.paragraph' ? inSection('paragraph') : counted('paragraph', paragraphs, ++paragraph);
  });
}

/**
 * A number before a paragraph, before an item of a list that goes on from an earlier one, or of two parts before a heading, is the
 * officer's own count.
 */
function isNumberedByHand({ written, heading, isBodyText, listStart }: PrintedBlock): boolean {
  if (written === null) return false;
  if (heading !== null) return written.values.length > 1;
  return isBodyText || (listStart !== null && (listStart > 1 || written.values.length > 1));
}

const byHand = (of: BlockNumber['of'], { text, closing, values }: ParagraphNumber): BlockNumber => ({
  text: closing === '()' ? `(${text})` : `${text}${closing}`,
  by: 'hand',
  of,
  name: text,
  values,
});

/** Whether the house style has a form with fixed parts first, up to the background papers, and numbers what comes after it. */
function beginsWithForm({ context }: DocumentModel): boolean {
  const form = context.layout.sections.filter(({ recognisedOnly }) => !recognisedOnly).map(({ role }) => role);
  const papers = form.indexOf('background-papers');
  return papers >= 0 && form.indexOf('introduction') > papers;
}
