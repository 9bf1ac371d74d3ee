import { blockRule } from '../rule.ts';
import { isRole } from '../../model/view.ts';
import { passagesOf, placeAt } from '../passages.ts';
import { sentencesOf } from '../sentences.ts';

export default blockRule<'long'>({
  name: 'language/long-sentence',
  summary: 'A sentence is very long.',
  why: `Nobody keeps sixty words in mind until the full stop. Members read these papers in the evening, and parents read them too: one thought for each
sentence, twenty words on average. A name or a title counts as one word. Recommendations, which are often one sentence by custom, lists with semicolons,
tables and quotations are left alone.`,
  sources: [
    {
      title: 'Oxford Guide to Plain English: make the average sentence 15 to 20 words long',
      url: 'https://ebin.pub/oxford-guide-to-plain-english-fifth-edition-9780198844617.html',
      certainty: 'seen',
    },
    { title: 'From how many words on a sentence is called long here', certainty: 'practice' },
  ],
  types: ['committee-report', 'action-plan'],
  severity: 'hint',
  options: { most: { description: 'How many words a sentence may have.', type: 'number', default: 40 } },
  messages: { long: 'This sentence has {count} words. Could it be two?' },
  examples: {
    valid: [
      {
        title: 'Two sentences where there could be one',
        text: 'Inspectors came on 12 and 13 May 2026. They looked at the front door, e.g. at the time that Dr. A. Marlow’s team takes to answer.\n',
      },
      {
        title: 'Names and titles, and a list with semicolons',
        text: `Attending were ${['Ada Marlow', 'Bram Holt', 'Cara Finch', 'Dev Lall'].map((name) => `${name}, Director of Children, Families and Learning of Northmere Borough Council`).join(', ')} and two others.

The panel asked for ${['the number of visits', 'the names of those who had made them', 'the notes of each of them', 'the time that it had taken to write those'].map((one) => `${one} in the last three months`).join('; ')}; and a plan.
`,
      },
      {
        title: 'A quotation, a table and a recommendation are left alone',
        text: `## Recommendations

1. That the Committee notes ${'the plan, '.repeat(20)}and its annexes.

## Background

> ${'The service is better than it was, '.repeat(10)}and staff say so.

| Step | Note |
| --- | --- |
| Audit | ${'forty files, '.repeat(30)}all done |
`,
      },
    ],
    invalid: [
      {
        title: 'Several thoughts in one breath',
        text: `It is good. Following the inspection of our services in May, officers met with partners and with the voluntary sector in order to agree a plan that would address each of the areas which inspectors had named, and that plan, which is attached, was then agreed by the board in July.
            ${'^'.repeat(267)}
`,
      },
      {
        title: 'With emphasis in the middle',
        text: `- The board, which meets every month, which is chaired by the leader, which hears from each head of service in turn, and which has asked for **all** of the papers that were sent to inspectors before they came, during their stay and in the weeks after it, has seen the plan.
  ${'^'.repeat(271)}
`,
      },
    ],
  },
  waitsForCursor: true,
  *check({ block, role, option }) {
    if (isRole(role, 'recommendations')) return;
    const most = Math.max(1, option<number>('most'));
    for (const passage of passagesOf(block)) {
      if (passage.form === 'cell' || longestRun(passage.words.text) <= most) continue;
      for (const sentence of sentencesOf(passage)) {
        if (
          sentence.load <= most ||
          !isWhole(passage.words.text.slice(sentence.start, sentence.end)) ||
          passage.notOwn.some(({ start, end }) => end - start > 60 && start < sentence.end && sentence.start < end)
        )
          continue;
        yield { message: 'long', data: { count: sentence.words, most }, span: placeAt(passage, sentence.start, sentence.end).span };
      }
    }
  },
});

/** A sentence that is one: with an end, and not lines of a form that nothing but their capitals divides. */
function isWhole(text: string): boolean {
  if (!/[.!?:]["”’)]*$/.test(text.trimEnd())) return false;
  // The mark of a footnote hides the end of a sentence: “in May.1 The”.
  if ((text.match(/;/g)?.length ?? 0) >= 3 || /[a-z]\.\d{1,2}\s+[A-Z]/.test(text)) return false;
  return (text.match(/[^,;:\s][ \t]*[\r\n]+[ \t]*[A-ZÀ-Þ\d]/gu)?.length ?? 0) < 3;
}

/**
 * The most words that may stand in one sentence, counted quickly and rather too high: a sentence is taken to end only at small letters or a
 * bracket with a full stop, and a capital after it. Reading a paragraph properly costs far more, and few need it.
 */
function longestRun(text: string): number {
  let longest = 0;
  for (const run of text.split(/(?<=[a-zß-ɏ\d)”’]{2}[.!?]["”’)]?)\s+(?=["“‘(]?[A-ZÀ-Þ])/u))
    longest = Math.max(longest, run.match(/\S+/g)?.length ?? 0);
  return longest;
}
