import { holdsAny } from '../../model/words/scanning.ts';
import { matchesIn, proseOf } from '../prose.ts';
import { blockRule } from '../rule.ts';

export default blockRule<'ambiguous'>({
  name: 'language/ambiguous-frequency',
  summary: 'A word for how often something happens can mean two things.',
  why: `“Bi-annual” is read as twice a year by some and as every two years by others, “bi-weekly” as twice a week or every two weeks. A board that is to meet
“bi-monthly” may be expected twelve times as often as it comes.`,
  sources: [{ title: 'Dictionaries give both meanings', certainty: 'practice' }],
  types: ['committee-report', 'action-plan', 'minutes', 'agenda'],
  severity: 'information',
  messages: { ambiguous: '“{word}” can mean {one} or {other}. Say which.' },
  examples: {
    valid: [
      { title: 'Said plainly', text: 'The board meets every two weeks and reports twice a year.\n' },
      { title: 'The words of somebody else', text: '> Bi-annual feedback goes to the panel.\n' },
      { title: 'A word with one meaning', text: 'The biennial survey is due in June 2026.\n' },
    ],
    invalid: [
      {
        title: 'Twice a year, or every two years?',
        text: `Bi-annual feedback goes to the panel.
^^^^^^^^^
`,
      },
      {
        title: 'Twice a month, or every two months?',
        text: `The board meets bimonthly.
                ^^^^^^^^^
`,
      },
    ],
  },
  fixes: {
    say: {
      title: 'Say which is meant',
      safe: false,
      choices: ({ problem: { data } }) =>
        [data['one'], data['other']].map((meaning) => ({ title: 'Write “{meaning}”', data: { meaning: String(meaning) } })),
      // Only where the word stands for when something happens; before a noun the sentence needs rewriting.
      edits: ({ problem: { span, data }, view }) =>
        data['meaning'] === undefined || !endsClause(view.slice({ start: span.end, end: span.end + 4 }))
          ? null
          : { here: [{ span, newText: String(data['meaning']) }] },
    },
  },
  waitsForCursor: true,
  *check({ block }) {
    for (const prose of proseOf(block.block)) {
      if (prose.quoted || !holdsAny(prose.text, forms)) continue;
      for (const { match, span } of matchesIn(prose, frequency)) {
        const [one, other] = meanings[match[1]!.toLowerCase()]!;
        yield {
          message: 'ambiguous',
          data: { word: match[0], one, other },
          span,
          fixes: endsClause(prose.text.slice(span.end - prose.span.start, span.end - prose.span.start + 4)) ? ['say'] : [],
        };
      }
    }
  },
});

const forms = ['annual', 'weekly', 'monthly'].flatMap((how) => [`bi${how}`, `bi-${how}`]);
const frequency = /(?<![A-Za-zÀ-ɏ\d-])bi-?(annual|annually|weekly|monthly)(?![A-Za-zÀ-ɏ\d-])/gi;

const meanings: Readonly<Record<string, readonly [string, string]>> = {
  annual: ['twice a year', 'every two years'],
  annually: ['twice a year', 'every two years'],
  weekly: ['every two weeks', 'twice a week'],
  monthly: ['every two months', 'twice a month'],
};

const endsClause = (rest: string): boolean => /^\s*(?:[.,;:)]|$|and\b|to\b|by\b)/.test(rest);
