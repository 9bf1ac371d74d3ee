import type { ParagraphItem } from '../../model/items.ts';
import type { BlockModel } from '../../model/document.ts';
import { blockRule, type Problem } from '../rule.ts';
import { opening } from '../wording.ts';

type Message = 'split' | 'pageNumber';

export default blockRule<Message>({
  name: 'structure/broken-paragraph',
  summary: 'A sentence is split in two by an empty line, as a page break leaves it.',
  why: `Text taken from a PDF or a web page keeps the page breaks of its source. A sentence split in two reads badly, and a screen reader pauses in the
middle of it.`,
  sources: [
    {
      title: 'Web Content Accessibility Guidelines 2.2, success criterion 1.3.2 Meaningful Sequence',
      url: 'https://www.w3.org/TR/WCAG22/#meaningful-sequence',
      certainty: 'to confirm',
    },
  ],
  severity: 'warning',
  messages: {
    split: 'The sentence goes on in the next paragraph (“{next}”). Join the two.',
    pageNumber: '“{text}” is a page number left over from the document that this was copied from. Delete it.',
  },
  examples: {
    valid: [
      { title: 'Whole paragraphs', text: 'The audits look at the views of children.\n\nthe board reads them every month.\n' },
      { title: 'A list and what follows it', text: 'The panel is asked:\n\n- to note the letter\n\nand to comment on the plan.\n' },
    ],
    invalid: [
      {
        title: 'Split by a page break',
        text: `Only a few audits look at the views of children and parents, and this
                                                                 ^^^^

limits what the service can learn from them.
`,
        fixed: `Only a few audits look at the views of children and parents, and this limits what the service can learn from them.
`,
      },
      {
        title: 'Split after a small word, with the page number between',
        text: `The council knows that the turnover of staff has an effect on

Page 3 of 12
^^^^^^^^^^^^

The plan is due in July and will be read by
                                         ^^

the board of the partnership.
`,
      },
    ],
  },
  fixes: {
    join: {
      title: 'Join the two paragraphs',
      safe: false,
      edits({ view, problem }) {
        const paragraphs = view.items('paragraph');
        const index = paragraphs.findIndex(
          ({ span }) =>
            span.start <= problem.span.start &&
            problem.span.end <= span.end &&
            view.slice({ start: problem.span.end, end: span.end }).trim() === '',
        );
        const next = paragraphs[index + 1];
        if (index < 0 || !next) return null;
        const end = next.span.start + (view.slice(next.span).length - view.slice(next.span).trimStart().length);
        return end > problem.span.end ? { here: [{ span: { start: problem.span.end, end }, newText: ' ' }] } : null;
      },
    },
    delete: {
      title: 'Delete the page number',
      safe: false,
      edits({ view, problem }) {
        const rest =
          /^[ \t]*(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*/.exec(view.slice({ start: problem.span.end, end: problem.span.end + 200 }))?.[0]
            .length ?? 0;
        return { here: [{ span: { start: problem.span.start, end: problem.span.end + rest }, newText: '' }] };
      },
    },
  },
  waitsForCursor: true,
  readsNext: true,
  *check({ block, next }): Generator<Problem<Message>> {
    const paragraphs = paragraphsOf(block);
    for (const { text, span } of paragraphs) {
      if (isPageNumber(text)) yield { message: 'pageNumber', data: { text }, span, fixes: ['delete'] };
    }
    const last = paragraphs.at(-1);
    const first = next && paragraphsOf(next)[0];
    if (last && first && !isPageNumber(last.text) && goesOn({ item: last, model: block }, { item: first, model: next })) {
      yield { message: 'split', data: { next: opening(first.text, 40) }, span: lastWord(last, block), fixes: ['join'] };
    }
  },
});

/** The paragraphs of a block that are the officer's own words and no headings. */
const paragraphsOf = ({ items }: BlockModel): readonly ParagraphItem[] =>
  items.filter(
    (item): item is ParagraphItem =>
      item.kind === 'paragraph' && !item.quoted && !items.some((one) => one.kind === 'heading' && one.span.start === item.span.start),
  );

const isPageNumber = (text: string): boolean => /^(?:page\s+)?\d{1,3}\s+of\s+\d{1,3}$|^page\s+\d{1,3}$/i.test(text);

interface Placed {
  readonly item: ParagraphItem;
  readonly model: BlockModel;
}

/** Words that no sentence ends with. */
const neverLast =
  /(?:^|\s)(?:a|an|the|and|or|of|on|in|to|by|for|with|from|at|as|that|which|this|these|their|its|our|is|are|was|were|has|have|had|be|been|not|into|between|through|about|than|who|whose|will|must|should|can|may)$/;

/**
 * Whether a paragraph ends in the middle of a sentence that the next one continues: it breaks off in a long line of small letters or
 * after a word that never ends a sentence, and the next, outside any list, goes on in small letters.
 */
function goesOn(before: Placed, next: Placed): boolean {
  const text = before.item.text;
  if (next.item.depth > 0 || next.item.number || next.model.block.kind !== 'flow' || !/^[a-zß-ɏ]/u.test(next.item.text)) return false;
  if (before.model.block.kind === 'table-row' || /^(?:https?:|www\.)/.test(next.item.text) || !/[a-zß-ɏ,]$/u.test(text)) return false;
  if (neverLast.test(text)) return true;
  const inList = before.model.block.kind === 'list-item' || before.item.depth > 0;
  return (
    !inList && text.length > 80 && text.endsWith(',') === false && text.includes(' ') && /[.!?]\s|,\s/.test(text) && /[a-zß-ɏ]$/u.test(text)
  );
}

function lastWord(item: ParagraphItem, { block }: BlockModel): { start: number; end: number } {
  const source = block.text.slice(item.span.start, item.span.end).trimEnd();
  const start = Math.max(source.lastIndexOf(' '), source.lastIndexOf('\n'), source.lastIndexOf('\r')) + 1;
  return { start: item.span.start + start, end: item.span.start + source.length };
}
