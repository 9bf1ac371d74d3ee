import { listedIn, writeChoice } from '../choices.ts';
import { beginsSentence, passagesOf } from '../passages.ts';
import { indexPhrases, phrasesIn } from '../phrases.ts';
import { blockRule, type Source } from '../rule.ts';
import data from './words-about-children.json' with { type: 'json' };

type Message = 'prefer' | 'legal';

const switchedOn = `//- /.inspection-response.json
{ "rules": { "language/words-about-children": "information" } }
`;

export default blockRule<Message>({
  name: 'language/words-about-children',
  summary: 'Children in care have asked for other words.',
  why: `“Placement”, “contact” and “respite” are words of the service, not of a family. Children in care and those who have left it have told several councils
which words they would like to read about themselves. Officers and the law use the others too, so the check is off until a council switches it on. Words with
another right meaning are looked for only where it is plain what is meant: “a contact at the front door”, “case law” and “work placement” are left alone, and so
are quotations, names, titles and headings.`,
  sources: data.sources as readonly Source[],
  types: ['committee-report', 'action-plan', 'minutes', 'agenda'],
  severity: 'off',
  options: { leave: { description: 'Words to leave alone, such as “care leaver”.', type: 'strings', default: [] } },
  messages: {
    prefer: 'Children in care have asked for other words than “{word}”: perhaps “{right}”.',
    legal: 'Children in care have asked for other words than “{word}”: perhaps “{right}”. The law uses “{word}”.',
  },
  examples: {
    valid: [
      {
        title: 'The words that children prefer',
        text: `//- /example.report.md\nChildren in care see their brothers and sisters, and their family time is planned.\n${switchedOn}`,
      },
      {
        title: 'The same words with another meaning, in names and in quotations',
        text: `//- /example.report.md
Each contact at the front door is read. In this case, case law is plain. Students on a work placement met the Looked After Children Team.

> The placement of looked after children is good.

Inspectors wrote that “siblings live together”. A placement order was made.
${switchedOn}`,
      },
      {
        title: 'A word that the council leaves alone',
        text: '//- /example.report.md\nWe wrote to 40 care leavers.\n//- /.inspection-response.json\n{ "rules": { "language/words-about-children": { "severity": "information", "options": { "leave": ["care leavers"] } } } }\n',
      },
      { title: 'Off, unless it is switched on', text: 'The number of looked after children rose.\n' },
    ],
    invalid: [
      {
        title: 'A short form, a word and a phrase',
        text: `//- /example.report.md
LAC and their siblings have contact with their parents, and some abscond.
^^^
              ^^^^^^^^
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                                 ^^^^^^^
${switchedOn}`,
        fixed: 'Children in care and their brothers and sisters have family time, and some go missing.\n',
      },
      {
        title: 'A word that the law has too',
        text: `//- /example.report.md
We wrote to 40 care leavers.
               ^^^^^^^^^^^^
${switchedOn}`,
      },
    ],
  },
  fixes: {
    write: {
      title: 'Write other words',
      safe: false,
      choices: ({ problem: { data } }) => listedIn(data, 'choices').map((right) => ({ title: 'Write “{right}”', data: { right } })),
      edits: writeChoice('right'),
    },
  },
  waitsForCursor: true,
  *check({ block, option }) {
    const leave = new Set(option<readonly string[]>('leave').map((word) => word.toLowerCase()));
    for (const passage of passagesOf(block)) {
      for (const { text, index, span, entry } of phrasesIn(passage, phrases)) {
        if (leave.has(text.replace(/\s+/g, ' ').toLowerCase())) continue;
        const choices = beginsSentence(passage, index) ? entry.instead.map((one) => one[0]!.toUpperCase() + one.slice(1)) : entry.instead;
        const common = { word: text.replace(/\s+/g, ' '), right: choices[0]!, choices: choices.join('|') };
        yield { message: entry.isLegal ? 'legal' : 'prefer', data: common, span, fixes: ['write'] };
      }
    }
  },
});

interface Entry {
  readonly instead: readonly string[];
  /** Whether it is the word of the law. */
  readonly isLegal?: boolean;
}

const phrases = indexPhrases(
  (data.words as readonly (Entry & { readonly words: readonly string[] })[]).flatMap((entry) =>
    entry.words.map((word): readonly [string, Entry] => [word, entry]),
  ),
);
