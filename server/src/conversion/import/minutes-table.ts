import { actionColumnOf } from '../../language/model/fields.ts';
import type { TableRow } from './paper.ts';
import { markdownHeading, markdownParagraph, type Piece } from './write-markdown.ts';

const itemColumn = /^(?:agenda )?items?$|^(?:item|agenda item|minute|discussion|minutes|notes|summary|summary of discussion|discussion points?|key points?|discussion and decisions?|topic|subject)s?$/i;
const numberColumn = /^(?:|no|no\.|number|item no\.?|item number|ref|minute no\.?|#)$/i;
const actionColumn = /^(?:actions?|actions? (?:agreed|required|points?|arising)|decisions?(?: ?\/ ?| and )actions?|actions? ?\/ ?decisions?)$/i;
const number = /^\(?\d{1,3}(?:[./]\d{1,3})*[.)]*$/;

/**
 * Minutes that are laid out as a table, a row for each item of the meeting: its number, what was said, what is to be done. Each item becomes a
 * section, and what is to be done a paragraph that begins with the name of its column. Null for any other table, also for one that says who acts
 * or by when: that is a list of actions.
 */
export function minutesItems(rows: readonly TableRow[], level: number): readonly Piece[] | null {
  const [first, ...more] = rows;
  if (!first || more.length < 2) return null;
  const names = first.cells.map(({ text }) => text.trim());
  const item = names.findIndex((name) => itemColumn.test(name));
  const action = names.findIndex((name) => actionColumn.test(name));
  const numbered = names.findIndex((name, column) => column !== item && numberColumn.test(name));
  if (item < 0 || action < 0 || numbered < 0 || names.length !== 3 || names.some((name) => ['owner', 'due', 'status'].includes(actionColumnOf(name) ?? ''))) return null;
  const items = more.map(({ cells }) => ({ number: cells[numbered]!.text, parts: cells[item]!.markdown.split('<br>'), action: cells[action]!.markdown.split('<br>').filter((line) => line !== '') }));
  if (items.filter((one) => number.test(one.number)).length * 3 < items.length * 2) return null;
  return items.flatMap((one): readonly Piece[] => {
    const [title = '', ...texts] = one.parts;
    const heads = number.test(one.number) && isTitle(title, texts);
    return [
      ...(heads ? [markdownHeading(level, `${one.number} ${title.replace(/^\*\*(.+)\*\*$/, '$1')}`)] : [markdownParagraph([`${one.number} ${title}`.trim()])].filter(({ text }) => text !== '')),
      ...texts.filter((text) => text !== '').map((text) => markdownParagraph([text.replace(/^• /, '- ')])),
      ...one.action.map((text, index) => markdownParagraph([index === 0 ? `**${names[action]!}:** ${text}` : text])),
    ];
  });
}

/** A short line over what was said. */
const isTitle = (title: string, texts: readonly string[]): boolean => title !== '' && title.length <= 120 && (/^\*\*[^*]+\*\*$/.test(title) || (texts.length > 0 && !/[.;]$/.test(title)));
