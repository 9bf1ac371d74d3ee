import type { HeadingItem } from '../../model/items.ts';
import { isRole, type Located } from '../../model/view.ts';
import { listedIn } from '../choices.ts';
import { endOfTextBefore, insertBlocks } from '../insertion.ts';
import { documentRule, type DocumentContext } from '../rule.ts';
import { inWords } from '../wording.ts';

type Message = 'nothingListed' | 'onlyGeneral' | 'none';

export default documentRule<Message>({
  name: 'structure/background-papers',
  summary: 'The background papers are not listed.',
  why: `The law asks for a list of the documents that disclose facts the report rests on and that were relied on to a material extent in writing it.
Published works need not be listed. A link to all agendas and minutes is not such a list, and where the report names a plan, an audit or an
assessment, “none” is seldom right. Strategies, impact assessments and appendices are left out of account.`,
  sources: [
    {
      title: 'Local Government Act 1972, section 100D',
      url: 'https://legislation.gov.uk/ukpga/1972/70/section/100D/2000-10-01?view=plain+extent',
      certainty: 'seen',
    },
  ],
  types: ['committee-report'],
  severity: 'error',
  messages: {
    nothingListed: 'The section announces background papers and lists none. List each by its title and date.',
    onlyGeneral: 'A general link is not a list. List each background paper by its title and date.',
    none: 'The section says there are none, but the report relies on {documents}. List what is not published elsewhere.',
  },
  examples: {
    valid: [
      { title: 'A list', text: '## Background Papers\n\n- Service Improvement Plan, version 3, November 2025\n' },
      {
        title: 'None, in a report that names none',
        text: '## Background\n\nInspectors came in May.\n\n## Background Papers\n\nThere are no background papers.\n',
      },
    ],
    invalid: [
      {
        title: 'Only the way to all agendas and minutes',
        text: `## Background

The Service Improvement Plan was refreshed in November 2025.

## Background Papers
   ^^^^^^^^^^^^^^^^^

In the opinion of the proper officer (here the Director of Children’s Services) these background papers relate to this report:

[All agendas and minutes are on the council’s website.](https://northmere.example/meetings)
`,
      },
      {
        title: 'None, though the report rests on an audit',
        text: `## Background

The Northmere Case File Audit of March 2026 found late plans.

## Background Papers
   ^^^^^^^^^^^^^^^^^

None.
`,
        fixed: `## Background

The Northmere Case File Audit of March 2026 found late plans.

## Background Papers

- Northmere Case File Audit
`,
      },
      {
        title: 'Announced, and then nothing',
        text: `## Background Papers
   ^^^^^^^^^^^^^^^^^

The following background papers relate to this report:
`,
      },
    ],
  },
  fixes: {
    list: {
      title: 'List the documents that the report names',
      safe: false,
      edits({ view, problem }) {
        const documents = listedIn(problem.data, 'list');
        const section = view
          .sectionsOf('background-papers')
          .find(({ heading }) => heading.span.start <= problem.span.start && problem.span.end <= heading.span.end);
        if (!section || documents.length === 0) return null;
        const list = documents.map((one) => `- ${one}`).join('\n');
        if (problem.message !== 'none') return { here: [insertBlocks(view, section.span.end, list)] };
        const lead = view.slice(section.body).length - view.slice(section.body).trimStart().length;
        return {
          here: [
            {
              span: { start: section.body.start + lead, end: endOfTextBefore(view, section.body.end) },
              newText: list.replaceAll('\n', view.text.includes('\r\n') ? '\r\n' : '\n'),
            },
          ],
        };
      },
    },
  },
  reads: ['appendix-listed', 'heading', { kind: 'paragraph', in: 'background-papers' }, 'paper-mention'],
  *check(context) {
    for (const heading of context.items('heading')) {
      if (heading.item.role !== 'background-papers' || heading.item.form === 'field-line') continue;
      const verdict = judge(context, heading);
      if (!verdict) continue;
      const documents = namedDocuments(context);
      if (verdict === 'none' && !documents.some((name) => !isPublished.test(name) && !isAppended(context, name))) continue;
      yield {
        message: verdict,
        on: heading,
        span: heading.item.textSpan,
        data: { documents: inWords(documents.slice(0, 3).map((one) => `the ${one}`)), list: documents.slice(0, 12).join('|') },
        fixes: documents.length > 0 ? ['list'] : [],
      };
    }
  },
});

/** Works that councils publish, which need not be listed, and assessments that most reports only say are not needed. */
const isPublished =
  /\b(?:Strategy|Framework|Protocol|Impact Assessment|Needs Assessment|(?:Corporate|Council|Business|Delivery|Local|Partnership|Children and Young People['’]s|Youth Justice) Plan)$/;

/** Whether the paper goes with the report. */
const isAppended = ({ items }: DocumentContext, name: string): boolean =>
  items('appendix-listed').some(({ item }) => item.title.toLowerCase().includes(name.toLowerCase()));

/** What is wrong with a section of background papers, or null. */
function judge({ items }: DocumentContext, heading: Located<HeadingItem>): Message | null {
  const paragraphs = items('paragraph').filter(({ model, index }) => model.place.role === 'background-papers' && index > heading.index);
  if (paragraphs.length === 0) return null; // an empty section has a check of its own
  const says = paragraphs.map(({ item }) => item.text).filter((text) => !/:\s*$/.test(text));
  if (says.length === 0) return 'nothingListed';
  if (says.length === 1 && /^(?:there (?:are|were) no\b|no background papers|none\b|nil\b|n\/a|not applicable)/i.test(says[0]!))
    return 'none';
  if (says.every((text) => generally.test(text) && text.length < 240)) return 'onlyGeneral';
  return null;
}

const generally =
  /\b(?:all|previous|past|other|the) (?:agendas?|minutes|reports|papers|committee papers)\b.{0,80}\b(?:available|on the|website|here|online|found|viewed|published)/i;

/** Papers that the report names outside this section and its lists of papers. */
function namedDocuments({ items }: DocumentContext): readonly string[] {
  const found = new Map<string, string>();
  for (const {
    item: { name },
    model,
  } of items('paper-mention')) {
    if (isRole(model.place.role, 'background-papers') || isRole(model.place.role, 'appendices')) continue;
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), name);
  }
  return [...found.values()];
}
