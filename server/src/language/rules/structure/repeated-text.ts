import { foldedWords, shortestRepetition, type PlacedWord } from '../../model/inline/passages.ts';
import type { PassageItem } from '../../model/items.ts';
import { isRole, type Located } from '../../model/view.ts';
import type { Span } from '../../text/span.ts';
import { documentRule } from '../rule.ts';
import { opening } from '../wording.ts';

export default documentRule<'repeated'>({
  name: 'structure/repeated-text',
  summary: 'A run of twenty words or more stands twice in the document.',
  why: `Words that were copied from the summary into the body, or from last quarter’s report, are read twice and corrected once. Say it in one place and refer to it from the other.
Quotations, recommendations, findings, actions, appendices and tables are left alone, since they repeat on purpose.`,
  sources: [{ title: 'Flintshire: complaints about duplication in committee reports', url: 'https://committeemeetings.flintshire.gov.uk/ieIssueDetails.aspx?IId=19958&Opt=3&PlanId=0', certainty: 'seen' }],
  types: ['committee-report'],
  severity: 'information',
  messages: { repeated: 'These {words} words stood before: “{text}”. Say it once, or shorten one of the two.' },
  examples: {
    valid: [
      { title: 'The same matter in other words', text: 'The visit looked at children who go missing from home or care.\n\nChildren who go missing from home or care were what the visit looked at.\n' },
      {
        title: 'A recommendation that the text repeats, and a quotation',
        text: `## Recommendations

- That the panel comments on the plan for children who are at risk outside their homes before it goes to Cabinet in June this year.

## Background

The panel comments on the plan for children who are at risk outside their homes before it goes to Cabinet in June this year.

> Leaders know the strengths and the weaknesses of their service well and have put in place a plan that is starting to help.

Leaders know the strengths and the weaknesses of their service well and have put in place a plan that is starting to help.
`,
      },
    ],
    invalid: [
      {
        title: 'Copied from the summary',
        text: `## Summary

The visit looked at how the council protects children and young people who go missing from home or care or who are at risk outside the home.

## Detail

In May inspectors came. It looked at how the council protects children and young people who go missing from home or care or who are at risk of harm.
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      },
      {
        title: 'A paragraph that was pasted twice',
        text: `Plans are reviewed each month by the head of assessment and the manager of the team, who sample ten of them and report to the board.

Plans are reviewed each month by the head of assessment and the manager of the team, who sample ten of them and report to the board.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      },
    ],
  },
  reads: ['passage'],
  *check({ items }) {
    const first = new Map<number, Located<PassageItem>>();
    for (const on of items('passage')) {
      if (repeats.some((role) => on.model.place.roles.some((one) => isRole(one, role))) || on.model.items.some(({ kind }) => kind === 'recommendation' || kind === 'finding' || kind === 'action')) continue;
      const before = new Set<Located<PassageItem>>();
      for (const mark of on.item.marks) {
        const other = first.get(mark);
        if (other && before.size < mostCompared) before.add(other);
        else if (!other) first.set(mark, on);
      }
      for (const other of before) {
        if (other === on) continue;
        const shared = longestShared(wordsOf(other), wordsOf(on));
        if (!shared) continue;
        const text = on.model.block.text.slice(shared.second.start, shared.second.end);
        yield { message: 'repeated', data: { words: shared.words, text: opening(text) }, on, span: shared.second, related: [{ on: other, span: shared.first, message: 'It stands here first' }] };
        break;
      }
    }
  },
});

/** Earlier paragraphs that one is compared with, word by word: they share a run already, so that one is enough but for hostile text. */
const mostCompared = 4;

const repeats = ['recommendations', 'appendices', 'background-papers', 'contact', 'declarations', 'core-purpose', 'decision', 'glossary', 'priority-actions', 'areas-for-improvement', 'strengths', 'actions', 'measures'] as const;

/** Words of the paragraph as they stand in the source of its block. */
function wordsOf({ item, model }: Located<PassageItem>): readonly PlacedWord[] {
  const { start, end } = item.span;
  return foldedWords(model.block.text.slice(start, end)).map((one) => ({ word: one.word, start: one.start + start, end: one.end + start }));
}

/** The longest run of words that both have, if it is long enough; null where it is not. Only as many words are compared as a long paragraph has. */
function longestShared(a: readonly PlacedWord[], b: readonly PlacedWord[]): { readonly words: number; readonly first: Span; readonly second: Span } | null {
  const [short, long] = [a.slice(0, 1500), b.slice(0, 1500)];
  let best = { length: 0, endA: 0, endB: 0 };
  let row = new Uint16Array(long.length + 1);
  for (let i = 1; i <= short.length; i++) {
    const next = new Uint16Array(long.length + 1);
    for (let j = 1; j <= long.length; j++) {
      if (short[i - 1]!.word !== long[j - 1]!.word) continue;
      next[j] = row[j - 1]! + 1;
      if (next[j]! > best.length) best = { length: next[j]!, endA: i, endB: j };
    }
    row = next;
  }
  if (best.length < shortestRepetition) return null;
  const place = (words: readonly PlacedWord[], end: number): Span => ({ start: words[end - best.length]!.start, end: words[end - 1]!.end });
  return { words: best.length, first: place(short, best.endA), second: place(long, best.endB) };
}
