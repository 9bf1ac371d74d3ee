import type { Placed } from '../../model/compare-items.ts';
import type { ParagraphItem } from '../../model/items.ts';
import { isRole } from '../../model/view.ts';
import { groupRule } from '../rule.ts';
import { opening } from '../wording.ts';
import { marksOf, runAround, shortestRun, wordRow, type WordRow } from './runs-of-words.ts';

export default groupRule<'paragraph', 'repeated'>({
  name: 'structure/repeated-text',
  summary: 'Whole sentences, of twenty words or more, stand twice in the document.',
  why: `Words that were pasted in two places, or left behind from last quarter’s report, are read twice and corrected once. Say it in one place and refer to it from the other.
It speaks of whole sentences of twenty words or more together, or of forty words in a row. Left alone, since they repeat on purpose: summaries, purposes, reasons,
conclusions, implications, recommendations, findings, actions, appendices, tables, what is in quotation marks, and what stands in more than three places.`,
  sources: [
    {
      title: 'Flintshire: complaints about duplication in committee reports',
      url: 'https://committeemeetings.flintshire.gov.uk/ieIssueDetails.aspx?IId=19958&Opt=3&PlanId=0',
      certainty: 'seen',
    },
  ],
  types: ['committee-report'],
  severity: 'information',
  messages: { repeated: 'These {words} words stood before: “{text}”. Say it once, or shorten one of the two.' },
  examples: {
    valid: [
      {
        title: 'The same matter in other words',
        text: 'The visit looked at children who go missing from home or care.\n\nChildren who go missing from home or care were what the visit looked at.\n',
      },
      {
        title: 'A recommendation that the text repeats, and a quotation',
        text: `## Recommendations

- That the panel comments on the plan for children who are at risk outside their homes before it goes to Cabinet in June this year.

## Background

The panel comments on the plan for children who are at risk outside their homes before it goes to Cabinet in June this year.

The plan is attached. The panel comments on the plan for children who are at risk outside their homes before it goes to Cabinet in June this year.

> Leaders know the strengths and the weaknesses of their service well and have put in place a plan that is starting to help.

Leaders know the strengths and the weaknesses of their service well and have put in place a plan that is starting to help.

They wrote that “leaders know the strengths and the weaknesses of their service well and have put in place a plan that is starting to help”.
`,
      },
      {
        title: 'A summary that says what the body says',
        text: `## Summary

Plans are reviewed each month by the head of assessment and the manager of the team, who sample ten of them and report to the board.

## Progress

Plans are reviewed each month by the head of assessment and the manager of the team, who sample ten of them and report to the board.
`,
      },
      {
        title: 'What a visit was about, in two sentences',
        text: `The panel is told what came of the visit in May, which looked at how the council protects children who go missing from home or care or who are at risk outside the home.

The visit looked at how the council protects children who go missing from home or care or who are at risk outside the home. Two inspectors came.
`,
      },
      {
        title: 'A sentence that a form asks for again and again',
        text: `## Front door

Progress against the measures of this part of the plan is set out in the table below, with the figures of the last quarter.

## Assessment

Progress against the measures of this part of the plan is set out in the table below, with the figures of the last quarter.

## Permanence

Progress against the measures of this part of the plan is set out in the table below, with the figures of the last quarter.

## Care leavers

Progress against the measures of this part of the plan is set out in the table below, with the figures of the last quarter.
`,
      },
    ],
    invalid: [
      {
        title: 'A sentence that was pasted into another paragraph',
        text: `The visit looked at how the council protects children and young people who go missing from home or care or who are at risk outside the home.

In May inspectors came. The visit looked at how the council protects children and young people who go missing from home or care or who are at risk outside the home. They stayed for two days.
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      },
      {
        title: 'A paragraph that was pasted twice',
        text: `4.1 Plans are reviewed each month by the head of assessment and the manager of the team, who sample ten of them and report to the board.

4.2 Plans are reviewed each month by the head of assessment and the manager of the team, who sample ten of them and report to the board.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      },
    ],
  },
  reads: 'paragraph',
  keys: (on) => marksOf(rowOf(on)),
  most: 3,
  *check({ key, items }) {
    if (items.some(mayRepeat)) return;
    const [first, ...others] = items as readonly [Placed<ParagraphItem>, ...Placed<ParagraphItem>[]];
    for (const on of others) {
      const run = runAround(key as number, keptRowOf(first), keptRowOf(on));
      const part = run && worthSaying(run.second, keptRowOf(on), on.model.block.text);
      if (!run || !part) continue;
      const words = part[1] - part[0];
      const span = spanOf(keptRowOf(on), part);
      const there = spanOf(keptRowOf(first), [run.first[0] + part[0] - run.second[0], run.first[0] + part[1] - run.second[0]]);
      const text = on.model.block.text.slice(span.start, span.end);
      yield {
        message: 'repeated',
        data: { words, text: opening(text) },
        on,
        span,
        related: [{ on: first, span: there, message: 'It stands here first' }],
      };
    }
  },
});

/** Sections that say again what others say. */
const repeats = [
  'summary',
  'purpose',
  'recommendations',
  'reasons',
  'conclusion',
  'implications',
  'core-purpose',
  'decision',
  'appendices',
  'background-papers',
  'contact',
  'declarations',
  'membership',
  'attendance',
  'glossary',
  'people',
  'priority-actions',
  'areas-for-improvement',
  'strengths',
  'actions',
  'measures',
] as const;

/** Whether a paragraph may say what another one says: where one does, the words are not called repeated anywhere. */
const mayRepeat = ({ item, model: { place, items } }: Placed<ParagraphItem>): boolean =>
  item.quoted ||
  place.roles.some((one) => repeats.some((role) => isRole(one, role))) ||
  /^(?:appendix|annexe?)\b/i.test(place.heading ?? '') ||
  items.some(({ kind }) => kind === 'recommendation' || kind === 'finding' || kind === 'action');

/** Words of a paragraph as they stand in the source of its block, without the number before them. */
function rowOf({ item: { span, number }, model: { block } }: Placed<ParagraphItem>): WordRow {
  const isNumbered = number && number.span.start >= span.start && number.span.end <= span.end;
  return wordRow(block.text, isNumbered ? number.span.end : span.start, span.end);
}

const rows = new WeakMap<ParagraphItem, WordRow>();

/** The same, kept for paragraphs that share something: most share nothing. */
function keptRowOf(on: Placed<ParagraphItem>): WordRow {
  let row = rows.get(on.item);
  if (!row) rows.set(on.item, (row = rowOf(on)));
  return row;
}

type Stretch = readonly [from: number, to: number];

/** Words in a row that are worth speaking of even where they are no whole sentences. */
const longRun = 2 * shortestRun;

/** What of a run is whole sentences, where these are long enough; all of it where it is long; else null. */
function worthSaying([from, to]: Stretch, row: WordRow, text: string): Stretch | null {
  const parts = (index: number): boolean =>
    index === 0 || index === row.numbers.length || /[.!?]["”’)\]]*\s/.test(text.slice(row.ends[index - 1], row.starts[index]));
  let [first, last] = [from, to];
  while (first < to && !parts(first)) first++;
  while (last > first && !parts(last)) last--;
  if (last - first >= shortestRun) return [first, last];
  return to - from >= longRun ? [from, to] : null;
}

const spanOf = ({ starts, ends }: WordRow, [from, to]: Stretch) => ({ start: starts[from]!, end: ends[to - 1]! });
