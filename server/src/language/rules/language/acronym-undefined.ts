import { textOf, textsOf } from '../../model/front-matter/front-matter.ts';
import { ambiguousAcronyms, longFormOf } from '../../model/acronyms/acronym-data.ts';
import { inReign, placesToExplain, writtenOut } from '../explaining-acronyms.ts';
import { officialNames } from '../official-names.ts';
import { documentRule, type FixContext, type LocatedProblem } from '../rule.ts';

type Message = 'known' | 'unknown';

export default documentRule<Message>({
  name: 'language/acronym-undefined',
  summary: 'A short form is used and nowhere explained.',
  why: `Members, families and the press read these papers too. Write a name out in full at its first use, with the short form in brackets, and use the short
form after that. What nearly everybody knows (NHS, MP, VAT), what your council’s readers know (the house style’s glossary) and what the
configuration lists is left alone, and so is the name of the body or project that the paper’s own title or header gives.`,
  sources: [
    {
      title: 'Government style guidance: explain a short form at its first use unless most people know it',
      url: 'https://confluence.collab.test-and-trace.nhs.uk/pages/viewpage.action?navigatingVersions=true&pageId=357701191',
      certainty: 'seen',
    },
  ],
  types: ['committee-report', 'action-plan'],
  severity: 'warning',
  options: {
    known: { description: 'Short forms that your readers know, beside those of the glossary.', type: 'strings', default: [] },
  },
  messages: {
    known: '{short} is not explained. At its first use, write “{long} ({short})”.',
    unknown: '{short} is not explained. At its first use, write it out in full, with {short} in brackets.',
  },
  examples: {
    valid: [
      { title: 'Explained at its first use', text: 'The Multi-Agency Safeguarding Hub (MASH) works well. The MASH has new staff.\n' },
      {
        title: 'Explained with the word that ends the name, in other capitals, or within a name',
        text: 'Education, Health and Care Plans (EHC Plans) are late, and EHC assessments too. The written statement of action (WSoA) and each WSOA report are public. The QXB Parent and Carer Forum (QXB) met.\n',
      },
      {
        title: 'Known to everybody, or a word of the inspectors’',
        text: 'The NHS and one MP were consulted.\n\n> The LADO is effective.\n',
      },
    ],
    invalid: [
      {
        title: 'Used and never explained; reported once',
        text: `The LADO gave advice. The LADO is effective.
    ^^^^
`,
        fixed: 'The local authority designated officer (LADO) gave advice. The LADO is effective.\n',
      },
      {
        title: 'Several of one kind, at the start of a sentence',
        text: `SWs see each child weekly.
^^
`,
        fixed: 'Social workers (SWs) see each child weekly.\n',
      },
      {
        title: 'Nobody knows this one',
        text: `The QXB met twice in May.
    ^^^
`,
      },
    ],
  },
  fixes: {
    expand: {
      title: 'Write “{long} ({short})” here',
      safe: false,
      choices(context) {
        const short = String(context.problem.data['short'] ?? '');
        return longFormsOf(context, short).map((long) => ({ title: 'Write “{long} ({short})” here', data: { long } }));
      },
      edits: ({ view, problem: { span, data } }) =>
        data['long'] === undefined ? null : { here: [writtenOut(view, span, String(data['short']), String(data['long']))] },
    },
  },
  waitsForCursor: true,
  reads: ['acronym-use', 'acronym-definition', 'label-reference', 'label-definition', 'table', 'action'],
  *check({ items, document, configuration, frontMatter, option, today }): Generator<LocatedProblem<Message>> {
    // In whatever capitals: “WSOA” is “WSoA”.
    const definitions = new Set(items('acronym-definition').map(({ item }) => item.short.toUpperCase()));
    const explained = { has: (short: string): boolean => definitions.has(short.toUpperCase()) };
    const glossary = document.houseStyle.glossary;
    const allowed = new Set(option<readonly string[]>('known'));
    const people = new Set([...document.people.keys(), ...configuration.people.keys()]);
    const canExplain = placesToExplain(items, document);
    // A body that nobody else knows by its letters knows itself.
    const ownNames = new Set(
      [textOf(frontMatter, 'title') ?? '', ...textsOf(frontMatter, 'body').map(({ text }) => text)].flatMap((name) =>
        name.split(/[^A-Za-zÀ-ɏ\d&]+/u),
      ),
    );
    const done = new Set<string>();
    for (const on of items('acronym-use')) {
      const { short } = on.item;
      if (
        done.has(short) ||
        explained.has(short) ||
        Object.hasOwn(glossary, short) ||
        configuration.acronyms.has(short) ||
        allowed.has(short) ||
        people.has(short)
      )
        continue;
      // In “EHC plan”, where EHCP is explained, the letter that is missing is the word that follows.
      if (!canExplain(on) || (on.item.next !== null && explained.has(short + on.item.next))) continue;
      // A slip in the name itself is reported by inspectorate/official-name, and comes first.
      if (isSlip(short) || mayBeInitials(short)) continue;
      done.add(short);
      const long = ambiguousAcronyms.has(short) ? undefined : inReign(longFormOf(short), frontMatter, today);
      if (long === undefined && !ambiguousAcronyms.has(short) && ownNames.has(short)) continue;
      const choices = long !== undefined || ambiguousAcronyms.has(short);
      yield long === undefined
        ? { message: 'unknown' as const, data: { short }, on, span: on.item.span, fixes: choices ? ['expand'] : [] }
        : { message: 'known' as const, data: { short, long }, on, span: on.item.span, fixes: ['expand'] };
    }
  },
});

function longFormsOf({ problem }: FixContext, short: string): readonly string[] {
  const ambiguous = ambiguousAcronyms.get(short);
  if (ambiguous) return ambiguous;
  const long = problem.data['long'] ?? longFormOf(short);
  return long === undefined ? [] : [String(long)];
}

/** Whether a short form is a known slip in a name, such as ILACs. */
const isSlip = (short: string): boolean => officialNames.some(({ wrong }) => short.replace(wrong, '') === '');

/** Two letters that nobody knows may be somebody's initials. */
const mayBeInitials = (short: string): boolean =>
  /^[A-ZÀ-Þ]{2}$/u.test(short) && longFormOf(short) === undefined && !ambiguousAcronyms.has(short);
