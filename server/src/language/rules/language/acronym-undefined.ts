import { ambiguousAcronyms, longFormOf } from '../../model/inline/acronym-data.ts';
import type { AcronymUseItem, ActionItem } from '../../model/items.ts';
import { textOf, textsOf, type FrontMatter } from '../../model/front-matter.ts';
import { isRole, type Located } from '../../model/view.ts';
import { officialNames } from '../official-names.ts';
import { proseOf } from '../prose.ts';
import { documentRule, type FixContext, type LocatedProblem } from '../rule.ts';

type Message = 'known' | 'unknown';

export default documentRule<Message>({
  name: 'language/acronym-undefined',
  summary: 'A short form is used and nowhere explained.',
  why: `Members, families and the press read these papers too. Write a name out in full at its first use, with the short form in brackets, and use the short
form after that. What nearly everybody knows (NHS, MP, VAT), what your council’s readers know (the house style’s glossary) and what the
configuration lists is left alone.`,
  sources: [{ title: 'Government style guidance: explain a short form at its first use unless most people know it', url: 'https://confluence.collab.test-and-trace.nhs.uk/pages/viewpage.action?navigatingVersions=true&pageId=357701191', certainty: 'seen' }],
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
      { title: 'Known to everybody, or a word of the inspectors’', text: 'The NHS and one MP were consulted.\n\n> The LADO is effective.\n' },
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
      edits({ view, problem: { span, data } }) {
        if (data['long'] === undefined) return null;
        const around = view.slice({ start: Math.max(0, span.start - 6), end: span.end + 2 });
        const before = around.slice(0, span.start - Math.max(0, span.start - 6));
        const isPlural = /^s(?![A-Za-zÀ-ɏ])/u.test(around.slice(before.length + span.end - span.start));
        const long = isPlural ? plural(String(data['long'])) : String(data['long']);
        const opens = /(?:^|[.!?]\s+|[\r\n]\s*|[-*|]\s+)$/.test(before);
        const short = `${String(data['short'])}${isPlural ? 's' : ''}`;
        return { here: [{ span: { start: span.start, end: span.end + (isPlural ? 1 : 0) }, newText: `${opens ? long[0]!.toUpperCase() + long.slice(1) : long} (${short})` }] };
      },
    },
  },
  waitsForCursor: true,
  reads: ['acronym-use', 'acronym-definition', 'label-reference', 'label-definition', 'table', 'action'],
  *check({ items, document, configuration, frontMatter, option, today }): Generator<LocatedProblem<Message>> {
    const explained = new Set(items('acronym-definition').map(({ item }) => item.short));
    const glossary = document.houseStyle.glossary;
    const allowed = new Set(option<readonly string[]>('known'));
    const people = new Set([...document.people.keys(), ...configuration.people.keys()]);
    const headers = new Set(items('table').map(({ index }) => index));
    const labels = new Set([...items('label-reference'), ...items('label-definition')].map(({ item, base }) => base + item.label.span.start));
    const actions = new Map<number, ActionItem[]>();
    for (const { item, index } of items('action')) actions.set(index, [...(actions.get(index) ?? []), item]);
    const done = new Set<string>();
    for (const on of items('acronym-use')) {
      const { short, quoted } = on.item;
      if (quoted || done.has(short) || explained.has(short) || Object.hasOwn(glossary, short) || configuration.acronyms.has(short) || allowed.has(short) || people.has(short)) continue;
      if (headers.has(on.index) || labels.has(on.base + on.item.span.start) || isRole(on.model.place.role, 'glossary') || isRole(on.model.place.role, 'contact')) continue;
      if (isStatusOrOwner(on, actions.get(on.index) ?? []) || isStatusWord(short, document.statusScale.statuses) || isInLink(on) || isInHeading(on)) continue;
      // A slip in the name itself is reported by inspectorate/official-name, and comes first.
      if (isSlip(short) || mayBeInitials(short)) continue;
      done.add(short);
      const long = ambiguousAcronyms.has(short) ? undefined : inReign(longFormOf(short), dateOf(frontMatter) ?? today);
      const choices = long !== undefined || ambiguousAcronyms.has(short);
      yield long === undefined
        ? { message: 'unknown' as const, data: { short }, on, span: on.item.span, fixes: choices ? ['expand'] : [] }
        : { message: 'known' as const, data: { short, long }, on, span: on.item.span, fixes: ['expand'] };
    }
  },
});

/** Initials of owners and status letters in an action are explained by the list of people and the scale. */
const isStatusOrOwner = ({ item }: Located<AcronymUseItem>, actions: readonly ActionItem[]): boolean =>
  actions.some(({ fields }) => [fields.owner, fields.support, fields.status, fields.ref, fields.addresses].some((part) => part && part.span.start <= item.span.start && item.span.end <= part.span.end));

const isStatusWord = (short: string, statuses: readonly { readonly word: string; readonly aliases: readonly string[] }[]): boolean =>
  statuses.some(({ word, aliases }) => [word, ...aliases].some((one) => one.toUpperCase() === short.toUpperCase()));

const proseAt = ({ item, model }: Located<AcronymUseItem>) => proseOf(model.block).find(({ span }) => span.start <= item.span.start && item.span.end <= span.end);

/** The title of a linked document is its own. */
const isInLink = (on: Located<AcronymUseItem>): boolean => proseAt(on)?.inLink === true;

/** A heading is no place to explain anything: the first use in the text is where to do it. */
const isInHeading = (on: Located<AcronymUseItem>): boolean => proseAt(on)?.inHeading === true;

function longFormsOf({ problem }: FixContext, short: string): readonly string[] {
  const ambiguous = ambiguousAcronyms.get(short);
  if (ambiguous) return ambiguous;
  const long = problem.data['long'] ?? longFormOf(short);
  return long === undefined ? [] : [String(long)];
}

/** First day of the King's reign: from then on an inspector is His Majesty's. */
const kingFrom = '2022-09-08';

const inReign = (long: string | undefined, date: string): string | undefined => (date < kingFrom ? long?.replace(/^His Majesty/, 'Her Majesty') : long);

/** The day of the document: of its meeting or issue, else of the inspection that it is about. */
const dateOf = (frontMatter: FrontMatter): string | undefined =>
  [textsOf(frontMatter, 'meeting-date')[0]?.text, textOf(frontMatter, 'published'), textOf(frontMatter, 'inspection', 'published'), textOf(frontMatter, 'inspection', 'letter-dated')]
    .find((date): date is string => typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date));

/** Whether a short form is a known slip in a name, such as ILACs. */
const isSlip = (short: string): boolean => officialNames.some(({ wrong }) => short.replace(wrong, '') === '');

/** Two letters that nobody knows may be somebody's initials. */
const mayBeInitials = (short: string): boolean => /^[A-ZÀ-Þ]{2}$/u.test(short) && longFormOf(short) === undefined && !ambiguousAcronyms.has(short);

/** Several of what a long form names: social workers, children in need, authorities. */
function plural(long: string): string {
  if (/^child in\b/.test(long)) return long.replace(/^child/, 'children');
  if (long.endsWith('child')) return `${long}ren`;
  return /[^aeiou]y$/.test(long) ? `${long.slice(0, -1)}ies` : `${long}s`;
}
