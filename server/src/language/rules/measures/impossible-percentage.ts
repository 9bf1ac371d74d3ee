import { proseOf } from '../prose.ts';
import { blockRule, type Problem } from '../rule.ts';

/** "80% (7 of 10)", "80% of 12 children". */
const shareFirst =
  /(?<![A-Za-zÀ-ɏ\d.,/])(\d{1,3}(?:\.\d)?)\s?(?:%|per\s?cent)\s*(?:\((\d{1,4})\s+(?:of|out\s+of|\/)\s+(?:the\s+)?(\d{1,4})\b|of\s+(?:the\s+|all\s+|our\s+)?(\d{1,3})\s+(?:children|young\s+people|families|cases|visits|assessments|audits|plans|reviews|care\s+leavers|social\s+workers|staff|managers|records|files)\b)/gi;
/** "7 of 10 (80%)". */
const countFirst =
  /(?<![A-Za-zÀ-ɏ\d.,/])(\d{1,4})\s+(?:of|out\s+of)\s+(?:the\s+)?(\d{1,4})\s+(?:[A-Za-zÀ-ɏ]+\s+){0,3}\((\d{1,3}(?:\.\d)?)\s?(?:%|per\s?cent)\)/gi;

/** Around a figure that is to be reached, which need not be a whole number of anything. */
const toBeReached =
  /\b(?:targets?|at least|at most|minimum|maximum|more than|less than|fewer than|over|under|up to|aim|goal|will|must|should|shall|to be|need|needs|required?)\b/i;

export default blockRule<'share' | 'count'>({
  name: 'measures/impossible-percentage',
  summary: 'A percentage does not fit the number that it is taken of.',
  why: 'Of twelve children, 80% is nine and a half. Either the base or the percentage is another one, and members who know the service will notice.',
  sources: [{ title: 'Arithmetic', certainty: 'seen' }],
  severity: 'information',
  messages: {
    share: 'No whole number of {base} is {percentage}%. Check the base or the percentage.',
    count: '{part} of {base} is {right}%, not {percentage}%.',
  },
  examples: {
    valid: [
      { title: 'Fits', text: 'Inspectors looked at 12 cases; 75% of 12 cases were good.\n' },
      { title: 'Rounded', text: '33% of 12 children is four, and 67% (8 of 12) the rest.\n' },
      { title: 'Truncated to a whole per cent', text: 'They saw 66% (2 of 3) in time.\n' },
      { title: 'A large base', text: '81% of 412 children were seen in time.\n' },
      { title: 'A share that is to be reached', text: 'At least 80% of 12 cases must be good each month.\n' },
      { title: 'Another number behind', text: '80% of social workers had 3 supervisions in 3 months.\n' },
    ],
    invalid: [
      { title: 'Nine and a half children', text: '80% of 12 children were seen in time.\n^^^^^^^^^^^^^^^^^^\n' },
      { title: 'Another share', text: 'They saw 7 of 10 children (80%) in time.\n         ^^^^^^^^^^^^^^^^^^^^^^\n' },
    ],
  },
  *check({ block, items }): Generator<Problem<'share' | 'count'>> {
    for (const { text, span, quoted } of proseOf(block.block)) {
      if (quoted || !/%|per\s?cent/i.test(text)) continue;
      if (/(?:%|cent)\s*(?:\(|of\s)/i.test(text))
        for (const match of text.matchAll(shareFirst)) {
          const [all, share, part, of, base] = match as unknown as [
            string,
            string,
            string | undefined,
            string | undefined,
            string | undefined,
          ];
          const at = { start: span.start + match.index, end: span.start + match.index + all.length };
          if (base !== undefined) {
            if (
              items('measure').length === 0 &&
              !toBeReached.test(text.slice(Math.max(0, match.index - 120), match.index + all.length + 120)) &&
              !hasWholePart(Number(share), Number(base), precisionOf(share))
            )
              yield { message: 'share', span: at, data: { base, percentage: share } };
          } else if (part && of && !fits(Number(share), Number(part), Number(of), precisionOf(share))) {
            yield { message: 'count', span: at, data: { part, base: of, percentage: share, right: rounded(Number(part), Number(of)) } };
          }
        }
      if (!/(?:%|cent)\)/i.test(text)) continue;
      for (const match of text.matchAll(countFirst)) {
        const [all, part, base, share] = match as unknown as [string, string, string, string];
        if (fits(Number(share), Number(part), Number(base), precisionOf(share))) continue;
        yield {
          message: 'count',
          span: { start: span.start + match.index, end: span.start + match.index + all.length },
          data: { part, base, percentage: share, right: rounded(Number(part), Number(base)) },
        };
      }
    }
  },
});

/** One unit of the last figure given: rounding up, down and to the nearest are all allowed. */
const precisionOf = (share: string): number => (share.includes('.') ? 0.1 : 1);
const fits = (share: number, part: number, base: number, unit: number): boolean =>
  base === 0 || part > base || Math.abs((part / base) * 100 - share) < unit;
const rounded = (part: number, base: number): number => Math.round((part / base) * 1000) / 10;

function hasWholePart(share: number, base: number, unit: number): boolean {
  if (base === 0 || share > 100) return true;
  const part = (share / 100) * base;
  return fits(share, Math.floor(part), base, unit) || fits(share, Math.ceil(part), base, unit);
}
