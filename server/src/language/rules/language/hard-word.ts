import type { Configuration } from '../../configuration/configuration.ts';
import { listedIn, writeChoice } from '../choices.ts';
import { passagesOf, withCapitalOf } from '../passages.ts';
import { indexPhrases, phrasesIn, type PhraseIndex } from '../phrases.ts';
import { blockRule, type Source } from '../rule.ts';
import data from './hard-words.json' with { type: 'json' };

type Message = 'plainer' | 'own';

interface Entry {
  /** What to write, the likelier first; none where the word is to be left alone. */
  readonly instead: readonly string[];
  /** Whether the council itself says so. */
  readonly isOwn: boolean;
  /** Whether it is a word for another only where the clause ends: a report may be “going forward to Cabinet”. */
  readonly endsClause: boolean;
}

export default blockRule<Message>({
  name: 'language/hard-word',
  summary: 'A plainer word would do.',
  why: `“Before” says what “prior to” says, and everybody knows it. These papers are read by members, families and the press. The list holds only words that a
plainer one can replace; professional words are not in it. A council adds its own in \`.inspection-response.json\`, with what it writes instead:

\`\`\`json
{ "words": { "stakeholder": "partner", "in order to": "" } }
\`\`\`

An empty text leaves a word of the list alone. Quotations, names, titles and headings are left alone.`,
  sources: data.sources as readonly Source[],
  types: ['committee-report', 'action-plan', 'minutes', 'agenda'],
  severity: 'hint',
  severities: { own: 'information' },
  messages: {
    plainer: '“{right}” is plainer than “{word}”.',
    own: 'Your council writes “{right}” instead of “{word}”.',
  },
  examples: {
    valid: [
      {
        title: 'Plain words, and words of the profession',
        text: 'The panel met before the visit, to hear about thresholds, permanence and contextual safeguarding.\n',
      },
      {
        title: 'Quotations, names and headings',
        text: '## Prior to the visit\n\nInspectors wrote that staff “utilise tools well”. The Remuneration Panel met, and read *Moving forward in order to improve*.\n',
      },
      { title: 'Forward to somewhere', text: 'The report is going forward to Cabinet, and we are moving forward with the plan.\n' },
      {
        title: 'A word of the list that the council uses',
        text: '//- /example.report.md\nStaff utilise the tools.\n//- /.inspection-response.json\n{ "words": { "utilise": "" } }\n',
      },
    ],
    invalid: [
      {
        title: 'A phrase, and a word at the start',
        text: `Prior to the visit, staff were asked to utilise the tools in order to learn.
^^^^^^^^
                                        ^^^^^^^
                                                          ^^^^^^^^^^^
`,
        fixed: 'Before the visit, staff were asked to use the tools to learn.\n',
      },
      {
        title: 'A word of the council’s own list',
        text: `//- /example.report.md
Stakeholders met in May, with one stakeholder absent.
^^^^^^^^^^^^
                                  ^^^^^^^^^^^
//- /.inspection-response.json
{ "words": { "stakeholder": "partner" } }
`,
        fixed: 'Partners met in May, with one partner absent.\n',
      },
    ],
  },
  fixes: {
    write: {
      title: 'Write a plainer word',
      safe: false,
      choices: ({ problem: { data } }) => listedIn(data, 'choices').map((instead) => ({ title: 'Write “{instead}”', data: { instead } })),
      edits: writeChoice('instead'),
    },
  },
  waitsForCursor: true,
  *check({ block, configuration }) {
    const index = indexFor(configuration);
    for (const passage of passagesOf(block)) {
      for (const {
        index: from,
        text,
        span,
        entry: { instead, isOwn, endsClause },
      } of phrasesIn(passage, index)) {
        if (instead.length === 0 || (endsClause && !clauseEnd.test(passage.words.text.slice(from + text.length, from + text.length + 8))))
          continue;
        const choices = instead.map((one) => withCapitalOf(text, one));
        yield {
          message: isOwn ? 'own' : 'plainer',
          data: { word: text.replace(/\s+/g, ' '), right: inQuotes(choices), choices: choices.join('|') },
          span,
          fixes: ['write'],
        };
      }
    }
  },
});

/** `about”, “for” or “in`: the message brings the outer marks. */
const inQuotes = (choices: readonly string[]): string => [choices.slice(0, -1).join('”, “'), choices.at(-1)].filter(Boolean).join('” or “');

const clauseEnd = /^\s*(?:[,.;:)!?]|$)/;

const entriesOf = (
  words: Readonly<Record<string, string | readonly string[]>>,
  endsClause: boolean,
): readonly (readonly [string, Entry])[] =>
  Object.entries(words).map(
    ([word, instead]) => [word, { instead: typeof instead === 'string' ? [instead] : instead, isOwn: false, endsClause }] as const,
  );
const builtIn = [...entriesOf(data.words, false), ...entriesOf(data.atTheEndOfAClause, true)];
const builtInIndex = indexPhrases(builtIn);
const indexes = new WeakMap<Configuration['words'], PhraseIndex<Entry>>();

const own = (instead: string): Entry => ({ instead: instead ? [instead] : [], isOwn: true, endsClause: false });

/** The list with the council's own words over it: these also in the form with an s, of verbs as of nouns. */
function indexFor({ words }: Configuration): PhraseIndex<Entry> {
  if (words.size === 0) return builtInIndex;
  let index = indexes.get(words);
  if (!index) {
    const entries = new Map(builtIn);
    for (const [word, instead] of words) {
      if (/^[A-Za-zÀ-ɏ]+[^s]$/u.test(word) && /^(?:[A-Za-zÀ-ɏ]+[^s])?$/u.test(instead))
        entries.set(`${word}s`, own(instead && `${instead}s`));
    }
    for (const [word, instead] of words) entries.set(word, own(instead));
    indexes.set(words, (index = indexPhrases(entries)));
  }
  return index;
}
