import type { BlockModel } from '../../model/document.ts';
import { isAllCapitals, matchesIn, proseOf } from '../prose.ts';
import { blockRule } from '../rule.ts';
import { officialNames, type OfficialName } from '../official-names.ts';

export default blockRule<'name'>({
  name: 'inspectorate/official-name',
  summary: 'The name of an inspectorate, a framework or a notice is not written as its owner writes it.',
  why: `The letter says “focused visit” and “Ofsted”. A report that answers it in other letters cannot be found by a search for the right ones, and looks
careless to the inspectorate. Quotations, links and headings in capitals are left alone.`,
  sources: officialNames.map(({ source }) => source).filter((source, i, all) => all.findIndex(({ title }) => title === source.title) === i),
  // A letter is the inspectorate’s own text.
  types: ['committee-report', 'action-plan', 'minutes', 'agenda'],
  severity: 'warning',
  messages: { name: 'Write “{right}” instead of “{wrong}”.' },
  examples: {
    valid: [
      {
        title: 'As their owners write them',
        text: 'Ofsted made a focused visit under ILACS. The Department for Education issued an improvement notice.\n',
      },
      {
        title: 'Another country’s department, and the notice of a funding agency',
        text: 'The US Department of Education took part. The college has a financial notice to improve.\n',
      },
      {
        title: 'A quotation, an address and a heading in capitals',
        text: '# OFSTED FOCUSSED VISIT\n\n> The OFSTED letter says so.\n\nSee https://example.com/OFSTED or write to enquiries@ofsted.example.\n',
      },
    ],
    invalid: [
      {
        title: 'In capitals, and with a second s',
        text: `The OFSTED focussed visit took place in May.
    ^^^^^^
           ^^^^^^^^^^^^^^
`,
        fixed: 'The Ofsted focused visit took place in May.\n',
      },
      {
        title: 'A department and its notice',
        text: `The Department of Education has issued a notice to improve.
    ^^^^^^^^^^^^^^^^^^^^^^^
                                         ^^^^^^^^^^^^^^^^^
`,
        fixed: 'The Department for Education has issued an improvement notice.\n',
      },
      {
        title: 'A framework, not several of one',
        text: `The inspection is made under the ILACs framework.
                                 ^^^^^
`,
        fixed: 'The inspection is made under the ILACS framework.\n',
      },
    ],
  },
  fixes: {
    write: {
      title: 'Write “{right}”',
      safe: true,
      edits({ view, problem: { span, data } }) {
        const right = String(data['right']);
        // "a notice to improve" becomes "an improvement notice".
        const before = view.slice({ start: Math.max(0, span.start - 3), end: span.start });
        const article = /(?:^|\s)([Aa])\s$/.exec(before);
        if (/^[aeiou]/i.test(right) && article && String(data['wrong']).match(/^[^aeiou]/i)) {
          const at = span.start - 1;
          return {
            here: [
              { span: { start: at, end: at }, newText: 'n' },
              { span, newText: right },
            ],
          };
        }
        return { here: [{ span, newText: right }] };
      },
    },
  },
  waitsForCursor: true,
  *check({ block }) {
    for (const prose of proseOf(block.block)) {
      if (prose.quoted || prose.inLink || !mayHold.test(prose.text)) continue;
      for (const name of officialNames) {
        for (const { match, span } of matchesIn(prose, name.wrong)) {
          if (isShouted(block, span.start)) continue;
          const wrong = match[0].replace(/\s+/g, ' ');
          yield { message: 'name', data: { right: rightFor(name, wrong), wrong }, span, fixes: ['write'] };
        }
      }
    }
  },
});

/** One quick look for what any of the names has. */
const mayHold = /ofsted|ilac|focuss|majest|education|to\simprove|quality\scom|quality\scare/i;

/** Whether the line around an offset is written in capitals throughout, as old report headings are. */
function isShouted({ block: { text } }: BlockModel, offset: number): boolean {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const length = text.slice(start).search(/[\r\n]/);
  const line = (length < 0 ? text.slice(start) : text.slice(start, start + length)).trim();
  return line.includes(' ') && isAllCapitals(line);
}

function rightFor({ right, keepsCase }: OfficialName, wrong: string): string {
  if (!keepsCase) return right;
  const words = wrong.split(' ');
  if (words.length > 1 && words.slice(0, 2).every((word) => /^[A-ZÀ-Þ]/u.test(word)))
    return right.replace(/(^|\s)[A-Za-zÀ-ɏ]/gu, (letter) => letter.toUpperCase());
  return /^[A-ZÀ-Þ]/u.test(wrong) ? right[0]!.toUpperCase() + right.slice(1) : right;
}
