import type { List, ListItem, Node, Parent } from 'mdast';
import type { BlockModel } from '../../model/document.ts';
import type { CountItem } from '../../model/items.ts';
import type { DocumentView, Located } from '../../model/view.ts';
import { numbersInWords } from '../../text/english.ts';
import { documentRule } from '../rule.ts';

export default documentRule<'mismatch'>({
  name: 'structure/count-mismatch',
  summary: 'A sentence announces so many things, and the list after it has more or fewer.',
  why: `“Three areas for improvement” before a list of two makes a reader look for the third. Either the number is wrong, or an item was lost when
the list was copied, which matters more.`,
  sources: [{ title: 'Accuracy of reports: a slip seen in published papers', certainty: 'practice' }],
  severity: 'error',
  messages: { mismatch: 'The sentence announces {stated}, but {counted} in the list. Correct the number, or put back what is missing.' },
  examples: {
    valid: [
      {
        title: 'As many as announced',
        text: 'Inspectors named two areas for improvement:\n\n- the quality of plans\n- the timeliness of visits\n',
      },
      {
        title: 'What they are about',
        text: 'The seven recommendations are about:\n\n- planning\n- supervision\n\nThere are seven recommendations:\n\n- planning (three)\n- supervision (four)\n',
      },
      {
        title: 'Items that stand over others',
        text: 'The report made three recommendations:\n\n- The service should:\n- assess each child\n- plan for each child\n- The board should:\n- meet monthly\n',
      },
      {
        title: 'Two numbers in one sentence, shared out over what follows',
        text: 'Inspectors named one priority action and two areas for improvement:\n\n- supervision\n- plans\n- visits\n',
      },
    ],
    invalid: [
      {
        title: 'One too few in the list',
        text: `Inspectors named three areas for improvement:
                 ^^^^^

- the quality of plans
- the timeliness of visits
`,
        fixed: `Inspectors named two areas for improvement:

- the quality of plans
- the timeliness of visits
`,
      },
      {
        title: 'In figures, with a list in the same item',
        text: `- The letter lists 4 areas for improvement:
                   ^
  - plans
  - visits
  - supervision
`,
        fixed: `- The letter lists 3 areas for improvement:
  - plans
  - visits
  - supervision
`,
      },
    ],
  },
  fixes: {
    correct: {
      title: 'Change the number to {number}',
      safe: false,
      edits: ({ problem: { span, data } }) => ({ here: [{ span, newText: String(data['number']) }] }),
    },
  },
  reads: ['count', 'content'],
  *check({ items, view }) {
    const counts = items('count');
    const inBlock = new Map<number, number>();
    for (const { index } of counts) inBlock.set(index, (inBlock.get(index) ?? 0) + 1);
    for (const on of counts) {
      // Two numbers in one paragraph share the list between them, and nobody can tell how.
      if (inBlock.get(on.index)! > 1) continue;
      const listed = itemsAfter(view, on);
      if (listed === null || listed === on.item.stated) continue;
      const number = numberOf(on);
      if (!number || sharesList(on)) continue;
      const inFigures = /^\d/.test(on.model.block.text.slice(number.start));
      const word = inFigures ? String(listed) : listed === 0 ? 'no' : numbersInWords[listed - 1];
      yield {
        message: 'mismatch',
        on,
        span: number,
        fixes: word ? ['correct'] : [],
        data: {
          stated: on.model.block.text.slice(number.start, number.end),
          counted: listed === 1 ? '1 item is' : `${listed} items are`,
          number: word ?? listed,
        },
      };
    }
  },
});

/** How many items the list has that a sentence announces, or null where no list follows it directly. */
function itemsAfter(view: DocumentView, { item, model, index }: Located<CountItem>): number | null {
  const inside = listBehind(model, item.span.end);
  if (inside !== undefined) return inside;
  const { blocks } = view.model;
  const after = model.block.text.slice(item.span.end);
  if (!introduces(after)) return null;
  const first = blocks[index + 1]?.block;
  const container = first?.container;
  if (!first || container?.type !== 'list' || !first.opensContainer || container === model.block.container) return null;
  let count = 0;
  if (saysWhatAbout.test(after)) return null;
  for (; blocks[index + 1 + count]?.block.container === container; count++)
    if (standsForMore(blocks[index + 1 + count]!.block.text)) return null;
  return count;
}

/** "The service should:" as an item over other items, "assessment (three)": which of them are counted, nobody can tell. */
const standsForMore = (item: string): boolean => /:[*_]{0,3}\s*$/.test(item) || perItem.test(item);
const perItem = new RegExp(`\\((?:\\d{1,2}|${numbersInWords.join('|')})(?:\\s\\p{L}+)?\\)`, 'iu');

/** "The seven recommendations are about:" what follows is what they are about. */
const saysWhatAbout =
  /\b(?:about|cover(?:s|ed|ing)?|relat(?:e|es|ed|ing) to|concern(?:s|ed|ing)?|grouped|themes?|headings?|fall(?:s|ing)? (?:into|under)|spread|across)\b[^.;]*:/i;

/** Whether a sentence ends with a colon, in the rest of its paragraph. */
const introduces = (rest: string): boolean => {
  const colon = rest.indexOf(':');
  return (
    colon >= 0 &&
    colon < 200 &&
    rest
      .slice(colon + 1)
      .replace(/[*_]/g, '')
      .trim() === '' &&
    !/[.;]\s/.test(rest.slice(0, colon))
  );
};

/**
 * Items of a list that follows the sentence inside the same block; undefined where there is none, null where the sentence does not
 * introduce it.
 */
function listBehind({ block }: BlockModel, offset: number): number | null | undefined {
  const waiting: Node[] = [...block.nodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!('children' in node)) continue;
    const { children } = node as Parent;
    for (let i = 0; i < children.length; i++) {
      const child = children[i]!;
      const start = child.position?.start.offset ?? 0;
      const end = child.position?.end.offset ?? 0;
      if (child.type === 'paragraph' && start <= offset && offset <= end) {
        const next = children[i + 1];
        if (next?.type !== 'list') return undefined;
        return introduces(block.text.slice(offset, end)) ? lengthOf(next as List, block.text) : null;
      }
      waiting.push(child);
    }
  }
  return undefined;
}

function lengthOf({ children }: List, source: string): number | null {
  const items = children.filter((one): one is ListItem => one.type === 'listItem');
  return items.some(({ position }) => standsForMore(source.slice(position?.start.offset, position?.end.offset))) ? null : items.length;
}

const numberPattern = new RegExp(`\\b(?:\\d{1,3}|${numbersInWords.join('|')})\\b`, 'i');

/** Whether the sentence names another number of things, so that the list holds both. */
function sharesList({ item, model }: Located<CountItem>): boolean {
  const { text } = model.block;
  const start = Math.max(...['.', ';', '\n', ':'].map((mark) => text.lastIndexOf(mark, item.span.start - 1))) + 1;
  const colon = text.indexOf(':', item.span.end);
  const around = `${text.slice(start, item.span.start)} ${text.slice(item.span.end, colon < 0 ? item.span.end : colon)}`;
  return spelled.test(around);
}

const spelled = new RegExp(`\\b(?:${numbersInWords.join('|')})\\b`, 'i');

/** Where the number itself stands. */
function numberOf({ item, model }: Located<CountItem>): { start: number; end: number } | null {
  const match = numberPattern.exec(model.block.text.slice(item.span.start, item.span.end));
  return match ? { start: item.span.start + match.index, end: item.span.start + match.index + match[0].length } : null;
}
