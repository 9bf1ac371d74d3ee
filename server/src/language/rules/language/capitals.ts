import type { Span } from '../../text/span.ts';
import { blockRule } from '../rule.ts';
import { beginsSentence, matchesInPassage, passagesOf, type Passage } from '../passages.ts';

export default blockRule<'word' | 'run'>({
  name: 'language/capitals',
  summary: 'Words are written in capitals for stress.',
  why: `Capitals are slower to read, look like shouting, and some screen readers spell them out letter by letter. Say why it matters, or set the word in
bold. Headings, heads of tables, names, short forms, decisions (“RESOLVED”) and markings that the law asks for are left alone.`,
  sources: [
    {
      title: 'Chelmsford City Council, ABC guidelines: sentence case, no capitals for stress',
      url: 'https://www.chelmsford.gov.uk/staff-area/abc-guidelines/guidelines/',
      certainty: 'seen',
    },
    { title: 'Sutton Council, content guide: no block capitals', url: 'https://www.sutton.gov.uk/w/formatting-2', certainty: 'seen' },
  ],
  types: ['committee-report', 'action-plan', 'agenda'],
  severity: 'information',
  messages: {
    word: '“{word}” is in capitals for stress. Write “{right}”; if it must stand out, set it in bold.',
    run: 'This is written in capitals. Write it in small letters.',
  },
  examples: {
    valid: [
      {
        title: 'Headings, short forms, decisions and markings',
        text: '# VISIT BY INSPECTORS\n\nNOT FOR PUBLICATION BY VIRTUE OF PARAGRAPH 1 OF SCHEDULE 12A\n\n## WHAT HAPPENS NEXT\n\nThe MASH and the LADO met. It was RESOLVED that the plan be agreed. See the SEND JOINT WORKING PROTOCOL.\n',
      },
      {
        title: 'Cells, quotations and bold',
        text: '| Key? | Answer |\n| --- | --- |\n| Key decision | NO |\n| For ALL | NOT YET |\n\n> You MUST act.\n\nThe letter says “you MUST act”. It **must** be done.\n',
      },
    ],
    invalid: [
      {
        title: 'One word',
        text: `Files MUST be read before the visit. ALL managers are asked.
      ^^^^
                                     ^^^
`,
        fixed: 'Files must be read before the visit. All managers are asked.\n',
      },
      {
        title: 'A whole clause',
        text: `Please remember: THIS MUST NOT BE LEFT UNTIL THE WEEK OF THE VISIT. Thank you.
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      },
    ],
  },
  fixes: {
    write: {
      title: 'Write “{right}”',
      safe: false,
      edits: ({ problem: { span, data } }) => ({ here: [{ span, newText: String(data['right']) }] }),
    },
  },
  waitsForCursor: true,
  *check({ block }) {
    for (const passage of passagesOf(block)) {
      // A line in capitals throughout is a heading or a marking of the form; a cell in capitals is an answer.
      if (passage.form === 'cell' || !someCapitals.test(passage.words.text) || !/[a-zß-ɏ]{2}/u.test(passage.words.text)) continue;
      const runs = runsIn(passage);
      for (const { span } of runs) yield { message: 'run', span };
      for (const { text, index, span } of matchesInPassage(passage, stressed)) {
        if (/[“"‘']$/.test(passage.words.text.slice(0, index)) && /^[”"’']/.test(passage.words.text.slice(index + text.length))) continue;
        if (
          runs.some((run) => run.span.start <= span.start && span.end <= run.span.end) ||
          isAmongCapitals(passage.words.text, index, index + text.length)
        )
          continue;
        const right = beginsSentence(passage, index) ? text[0]! + text.slice(1).toLowerCase() : text.toLowerCase();
        yield { message: 'word', data: { word: text, right }, span, fixes: ['write'] };
      }
    }
  },
});

const someCapitals = /[A-ZÀ-Þ]{2}/u;

/** Words that are no short form of anything, so that only stress explains their capitals. */
const stressed =
  /(?<![A-Za-zÀ-ɏ\d&/.'’-])(?:NOT|MUST|ALL|ONLY|NEVER|ALWAYS|EVERY|BOTH|BEFORE|AFTER|SHOULD|SHALL|VERY|IMPORTANT|URGENT|URGENTLY|IMMEDIATELY|EACH|CANNOT|WITHOUT|UNLESS|WILL)(?![A-Za-zÀ-ɏ\d&/'’-])/gu;

/** A word with a neighbour in capitals may be part of a name or of a marking. */
const isAmongCapitals = (text: string, start: number, end: number): boolean =>
  /[A-ZÀ-Þ]{2,}[^A-Za-zÀ-ɏ\d.!?]{1,3}$/u.test(text.slice(Math.max(0, start - 24), start)) ||
  /^[^A-Za-zÀ-ɏ\d.!?]{1,3}[A-ZÀ-Þ]{2,}/u.test(text.slice(end, end + 24));

/** Six words and more in capitals, three of them small words that no name is made of. Markings of exempt papers are left alone. */
function runsIn(passage: Passage): readonly { readonly span: Span }[] {
  return Array.from(matchesInPassage(passage, capitalWords)).filter(({ text }) => {
    if (text.split(/\s+/).length < 6 || marking.test(text)) return false;
    return (text.match(smallWords)?.length ?? 0) >= 3;
  });
}

const capitalWords =
  /(?<![A-Za-zÀ-ɏ\d])[A-ZÀ-Þ]{1,30}(?:[’'][A-ZÀ-Þ]{1,3})?(?:[ ,;]{1,2}[A-ZÀ-Þ]{1,30}(?:[’'][A-ZÀ-Þ]{1,3})?){2,}(?![A-Za-zÀ-ɏ\d])/gu;
const smallWords = /\b(?:THE|THIS|THAT|IS|ARE|BE|NOT|TO|OF|IN|ON|WILL|MUST|AND|IT|WE|YOU|BY|UNTIL|FOR|HAS|HAVE)\b/g;
const marking = /\b(?:PUBLICATION|EXEMPT|CONFIDENTIAL|OFFICIAL|SENSITIVE|RESTRICTED|RESOLVED|RECOMMENDED|AGREED|SCHEDULE|PARAGRAPH)\b/;
