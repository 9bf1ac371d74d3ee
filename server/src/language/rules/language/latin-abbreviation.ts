import { blockRule, type Fix, type FixContext, type FixEdits, type Problem } from '../rule.ts';
import { beginsSentence, matchesInPassage, passagesOf } from '../passages.ts';

interface Abbreviation {
  /** Global; the abbreviation with its full stops, whatever they are. */
  readonly pattern: RegExp;
  readonly right: string;
  /** Whether a comma belongs before it, and after it, where nothing else stands there. */
  readonly commas: 'before' | 'around' | null;
  /** Whether the replacement fits everywhere. */
  readonly safe: boolean;
}

/** Not inside a word, an address or another abbreviation. */
const alone = (abbreviation: string, flags = 'gu'): RegExp =>
  new RegExp(String.raw`(?<![A-Za-zÀ-ɏ\d.@/_-])(?:${abbreviation})(?![A-Za-zÀ-ɏ\d@/_]|-[A-Za-zÀ-ɏ]|\.[A-Za-zÀ-ɏ])`, flags);

const abbreviations: readonly Abbreviation[] = [
  { pattern: alone(String.raw`[Ee]\.[ ]?g\.?|[Ee]g\.?|e/g`), right: 'for example', commas: 'before', safe: true },
  { pattern: alone(String.raw`[Ii]\.[ ]?e\.?|ie\.?`), right: 'that is', commas: 'around', safe: true },
  { pattern: alone(String.raw`viz\.?`), right: 'namely', commas: 'before', safe: true },
  { pattern: alone(String.raw`etc\.?|&c\.?`), right: 'and so on', commas: null, safe: false },
  { pattern: alone(String.raw`et\sal\.?`), right: 'and others', commas: null, safe: false },
  { pattern: alone(String.raw`[Ii]nter\salia`), right: 'among other things', commas: null, safe: false },
  // Two capitals may be somebody's initials ("NB to circulate the minutes"); with a mark or "the" behind them they are not.
  {
    pattern: alone(
      String.raw`N\.B\.:?|NB(?=\s?[:–—])[ ]?[:–—]|NB(?=\s(?:[Tt]he|[Tt]hat|[Tt]his|[Tt]hese|[Tt]here|[Ii]t|[Pp]lease|[Nn]ot|[Ss]ome|[Aa]ll)\s)`,
    ),
    right: 'note:',
    commas: null,
    safe: false,
  },
];

const write = (safe: boolean): Fix => ({ title: 'Write “{right}”', safe, edits: replace });

export default blockRule<'latin'>({
  name: 'language/latin-abbreviation',
  summary: 'A Latin abbreviation stands where English words would do.',
  why: `Many readers do not know which of “e.g.” and “i.e.” means what, and some screen readers read “eg” as “egg”. Write “for example”, “that is” or “and so on”.
Quotations, names and links are left alone.`,
  sources: [
    {
      title: 'Chelmsford City Council, ABC guidelines: for example, not eg',
      url: 'https://www.chelmsford.gov.uk/staff-area/abc-guidelines/guidelines/',
      certainty: 'seen',
    },
    { title: 'Sutton Council, content guide: eg, etc and ie', url: 'https://www.sutton.gov.uk/w/formatting-2', certainty: 'seen' },
    {
      title: 'Somerset Council, how we write: no eg, ie, etc or NB',
      url: 'https://playbook.somerset.gov.uk/content/how-we-write/symbols-currency-and-abbreviations',
      certainty: 'seen',
    },
  ],
  types: ['committee-report', 'action-plan', 'minutes', 'agenda'],
  severity: 'information',
  messages: { latin: 'Write “{right}” instead of “{word}”.' },
  examples: {
    valid: [
      { title: 'English words', text: 'Partners, for example schools, were asked. The front door, that is, the first call, was seen.\n' },
      {
        title: 'Initials, addresses and other people’s words',
        text: '> Schools, e.g. two academies, were asked.\n\nNB to write to schools. See www.northmere.ie and the letter’s “files, records etc.” and the Eg valley.\n',
      },
    ],
    invalid: [
      {
        title: 'With stops and without, with a comma and in brackets',
        text: `Partners e.g. schools and others (eg charities) met. The panel, i.e. its members, did too.
         ^^^^
                                  ^^
                                                                ^^^^
`,
        fixed: 'Partners, for example schools and others (for example charities) met. The panel, that is, its members, did too.\n',
      },
      {
        title: 'At the end of a sentence',
        text: `We read files, notes etc. The rest follows.
                     ^^^^
`,
        fixed: 'We read files, notes and so on. The rest follows.\n',
      },
      {
        title: 'A note',
        text: `NB: the figures are for May.
^^^
`,
        fixed: 'Note: the figures are for May.\n',
      },
    ],
  },
  fixes: { write: write(true), consider: write(false) },
  waitsForCursor: true,
  *check({ block, document: { people } }): Generator<Problem<'latin'>> {
    for (const passage of passagesOf(block)) {
      if (!mayHold.test(passage.words.text)) continue;
      for (const { pattern, right, commas, safe } of abbreviations) {
        for (const { text, index, span } of matchesInPassage(passage, pattern)) {
          const opens = beginsSentence(passage, index);
          const hasCapital = /^[A-ZÀ-Þ]/u.test(text);
          // The river Eg: a capital inside a sentence is a name.
          if (hasCapital && !opens && !text.startsWith('N')) continue;
          if (text.startsWith('NB') && people.has('NB')) continue;
          const written = hasCapital && opens ? right[0]!.toUpperCase() + right.slice(1) : right;
          yield {
            message: 'latin',
            data: { word: text, right: written, commas: commas ?? '' },
            span,
            fixes: [safe ? 'write' : 'consider'],
          };
        }
      }
    }
  },
});

/** One quick look for what any of them has. */
const mayHold = /\be\.?\/? ?g\b|\bi\.? ?e\b|\bviz\b|\betc\b|&c|\bal\b|\balia\b|\bN\.?B\b/i;

function replace({ view, problem: { span, data } }: FixContext): FixEdits {
  const before = view.slice({ start: Math.max(0, span.start - 2), end: span.start });
  const after = view.slice({ start: span.end, end: span.end + 12 });
  const commas = String(data['commas']);
  // "schools e.g. academies" needs the comma that the Latin did without.
  const isJoined = commas !== '' && /[A-Za-zÀ-ɏ\d)] $/u.test(before);
  const written = String(data['word']);
  // The stop of "etc." may end the sentence as well.
  const endsSentence = written.endsWith('.') && /^["”’)]?(?:\s+["“‘(]?[A-ZÀ-Þ]|\s*$|\s*[\r\n|])/u.test(after);
  const comma = commas === 'around' && !/^\s*[,;:.)–—]/.test(after) && !endsSentence ? ',' : '';
  return {
    here: [
      {
        span: { start: isJoined ? span.start - 1 : span.start, end: span.end },
        newText: `${isJoined ? ', ' : ''}${String(data['right'])}${comma}${endsSentence ? '.' : ''}`,
      },
    ],
  };
}
