import { foldedWords, hashOf, shortestRepetition, type PlacedWord } from '../../model/inline/passages.ts';
import type { PassageItem } from '../../model/items.ts';
import { isRole, type Located } from '../../model/view.ts';
import type { Span } from '../../text/span.ts';
import { documentRule } from '../rule.ts';
import { opening } from '../wording.ts';

const switchedOn = `//- /.inspection-response.json
{ "rules": { "structure/repeated-text": "information" } }
`;

export default documentRule<'repeated'>({
  name: 'structure/repeated-text',
  summary: 'A run of twenty words or more stands twice in the document.',
  why: `Words that were copied from the summary into the body, or from last quarter’s report, are read twice and corrected once. Say it in one place and refer to it from the other.
Quotations, recommendations, findings, actions, appendices and tables are left alone, since they repeat on purpose. It is
off until you switch it on, as information: it compares every paragraph with the others again at each change, which is felt in a long paper.`,
  sources: [{ title: 'Flintshire: complaints about duplication in committee reports', url: 'https://committeemeetings.flintshire.gov.uk/ieIssueDetails.aspx?IId=19958&Opt=3&PlanId=0', certainty: 'seen' }],
  types: ['committee-report'],
  // Off until a council asks for it: it reads every paragraph again at each keystroke.
  severity: 'off',
  messages: { repeated: 'These {words} words stood before: “{text}”. Say it once, or shorten one of the two.' },
  examples: {
    valid: [
      { title: 'The same matter in other words', text: '//- /example.report.md\nThe visit looked at children who go missing from home or care.\n\nChildren who go missing from home or care were what the visit looked at.\n' + switchedOn },
      {
        title: 'A recommendation that the text repeats, and a quotation',
        text: `//- /example.report.md
## Recommendations

- That the panel comments on the plan for children who are at risk outside their homes before it goes to Cabinet in June this year.

## Background

The panel comments on the plan for children who are at risk outside their homes before it goes to Cabinet in June this year.

> Leaders know the strengths and the weaknesses of their service well and have put in place a plan that is starting to help.

Leaders know the strengths and the weaknesses of their service well and have put in place a plan that is starting to help.
${switchedOn}`,
      },
    ],
    invalid: [
      {
        title: 'Copied from the summary',
        text: `//- /example.report.md
## Summary

The visit looked at how the council protects children and young people who go missing from home or care or who are at risk outside the home.

## Detail

In May inspectors came. It looked at how the council protects children and young people who go missing from home or care or who are at risk of harm.
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
${switchedOn}`,
      },
      {
        title: 'A paragraph that was pasted twice',
        text: `//- /example.report.md
Plans are reviewed each month by the head of assessment and the manager of the team, who sample ten of them and report to the board.

Plans are reviewed each month by the head of assessment and the manager of the team, who sample ten of them and report to the board.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
${switchedOn}`,
      },
    ],
  },
  reads: ['passage'],
  *check({ items }) {
    const first = new Map<number, Located<PassageItem>>();
    for (const on of items('passage').slice(0, mostLookedAt)) {
      if (repeats.some((role) => on.model.place.roles.some((one) => isRole(one, role))) || on.model.items.some(({ kind }) => kind === 'recommendation' || kind === 'finding' || kind === 'action')) continue;
      const before = new Set<Located<PassageItem>>();
      for (const mark of on.item.marks) {
        const other = first.get(mark);
        if (other && before.size < mostCompared) before.add(other);
        else if (!other) first.set(mark, on);
      }
      for (const other of before) {
        if (other === on) continue;
        const shared = sharedBy(other, on);
        if (!shared) continue;
        const text = on.model.block.text.slice(shared.second.start, shared.second.end);
        yield { message: 'repeated', data: { words: shared.words, text: opening(text) }, on, span: shared.second, related: [{ on: other, span: shared.first, message: 'It stands here first' }] };
        break;
      }
    }
  },
});

/** Paragraphs that are looked at: more than any report has, so that a keystroke in a text of a megabyte costs no more. */
const mostLookedAt = 300;
/** Earlier paragraphs that one is compared with, word by word: they share a run already, so that one is enough but for hostile text. */
const mostCompared = 4;

const repeats = ['recommendations', 'appendices', 'background-papers', 'contact', 'declarations', 'core-purpose', 'decision', 'glossary', 'priority-actions', 'areas-for-improvement', 'strengths', 'actions', 'measures'] as const;

/** A run of words that two paragraphs share, in offsets of the block of each. */
interface Shared {
  readonly words: number;
  readonly first: Span;
  readonly second: Span;
}

/** What two paragraphs share: worked out once, since an untouched paragraph stays the same item. So a keystroke compares one paragraph, not all. */
const compared = new WeakMap<PassageItem, WeakMap<PassageItem, Shared | 'nothing'>>();

function sharedBy(first: Located<PassageItem>, second: Located<PassageItem>): Shared | null {
  let withOthers = compared.get(second.item);
  if (!withOthers) compared.set(second.item, (withOthers = new WeakMap()));
  let found = withOthers.get(first.item);
  if (!found) withOthers.set(first.item, (found = longestShared(wordsOf(first), wordsOf(second)) ?? 'nothing'));
  return found === 'nothing' ? null : found;
}

/** Words of a paragraph, each with a number that stands for it. */
interface Words {
  readonly placed: readonly PlacedWord[];
  readonly numbers: Int32Array;
}

const wordsKept = new WeakMap<PassageItem, Words>();

/** Words of the paragraph as they stand in the source of its block; only as many as a long paragraph has. */
function wordsOf({ item, model }: Located<PassageItem>): Words {
  let words = wordsKept.get(item);
  if (!words) {
    const { start, end } = item.span;
    const placed = foldedWords(model.block.text.slice(start, end)).slice(0, 1500).map((one) => ({ word: one.word, start: one.start + start, end: one.end + start }));
    wordsKept.set(item, (words = { placed, numbers: Int32Array.from(placed, ({ word }) => hashOf(word)) }));
  }
  return words;
}

/** The longest run of words that both have, if it is long enough; null where it is not. */
function longestShared(a: Words, b: Words): Shared | null {
  let best = { length: 0, endA: 0, endB: 0 };
  // One row serves: what it held one place further left, of the row before, is kept in `diagonal`.
  const row = new Uint16Array(b.numbers.length + 1);
  for (let i = 1; i <= a.numbers.length; i++) {
    const word = a.numbers[i - 1]!;
    let diagonal = 0;
    for (let j = 1; j <= b.numbers.length; j++) {
      const above = row[j]!;
      const length = b.numbers[j - 1] === word ? diagonal + 1 : 0;
      row[j] = length;
      diagonal = above;
      if (length > best.length) best = { length, endA: i, endB: j };
    }
  }
  if (best.length < shortestRepetition) return null;
  const place = ({ placed }: Words, end: number): Span => ({ start: placed[end - best.length]!.start, end: placed[end - 1]!.end });
  return { words: best.length, first: place(a, best.endA), second: place(b, best.endB) };
}
