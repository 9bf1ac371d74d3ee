import type { Role } from '../../../language/model/vocabulary.ts';
import type { KnownNames } from '../head/known-names.ts';
import type { TextBlock } from '../paper/blocks.ts';
import { isTitleLike } from './headings.ts';
import type { Piece } from './write-markdown.ts';

const areaHeading = /^#+ (?:area for (?:improvement|priority action)|(?:accelerated )?cause of concern)$/i;
const causeHeading = /^#+ (?:accelerated )?cause of concern$/i;
const areasHeading = /^#+ (?:\d+(?:\.\d+)*\.? )?(?:areas? for (?:improvement|priority action)|causes? of concern)$/i;
/** What inspectors ask of somebody, as an area is worded: "Leaders should …", "The police must …". */
const asksSomebody = /^(?!(?:as|in|at|this|these|it|there|inspectors|we|ofsted|hmci)\b)[^.:;]{2,160}? (?:should|must|needs? to)\b/i;

/**
 * Whether a paragraph is the area for improvement or the cause of concern that the heading over it announces: in bold, with an explanation
 * after it, as in the reports of HMICFRS; or alone in its section, asking something of somebody. It is written as a list item, as findings
 * are.
 */
export function isArea(
  { form, lines }: TextBlock,
  next: TextBlock | undefined,
  before: Piece | undefined,
  role: Role | null,
  names: KnownNames,
): boolean {
  if (
    names.type !== 'inspection-letter' ||
    form?.kind !== 'paragraph' ||
    form.quoted ||
    form.markdown.length !== 1 ||
    before?.kind !== 'heading'
  )
    return false;
  if (role !== 'areas-for-improvement' && role !== 'priority-actions') return false;
  const text = lines.join(' ');
  if (text.split(' ').length < 5 || text.endsWith(':')) return false;
  if (form.look.strong) return areaHeading.test(before.text) || !isTitleLike(text) || asksSomebody.test(text);
  // The first words under it are the concern, and what is behind them tells of it.
  if (causeHeading.test(before.text)) return /[.]$/.test(text);
  return (
    areasHeading.test(before.text) &&
    asksSomebody.test(text) &&
    (next === undefined || next.form?.kind === 'heading' || (next.form?.kind === 'paragraph' && next.form.look.strong))
  );
}

/** Whether a paragraph is the bold line of a further area under the heading of several. */
export const isBoldArea = ({ form, lines }: TextBlock): boolean => {
  const text = lines.join(' ');
  return (
    form?.kind === 'paragraph' &&
    form.look.strong &&
    !form.quoted &&
    form.markdown.length === 1 &&
    text.split(' ').length >= 5 &&
    !text.endsWith(':')
  );
};
