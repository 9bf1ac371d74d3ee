import { formSections } from '../../house-styles/house-style.ts';
import { isRole } from '../../model/view.ts';
import { documentHead } from '../document-head.ts';
import { documentRule, type LocatedProblem } from '../rule.ts';

type Message = 'words' | 'pages' | 'section';

/** More words than a side of A4 holds in the type that councils use, so that nobody with a long table is told off. */
const wordsOnASide = 600;

export default documentRule<Message>({
  name: 'structure/over-length',
  summary: 'The document, or a section of it, is longer than the house style asks for.',
  why: `Members complain of reports that are too long to read before the meeting, and councils set a length. Sides of A4 are reckoned here at ${wordsOnASide} words, which is more than most
hold. Appendices, background papers, contact details and quotations do not count.`,
  sources: [
    { title: 'Brighton & Hove City Council: about 4 sides of A4', certainty: 'seen' },
    {
      title: 'Gloucester City Council, report writing guide: try for 5 sides',
      url: 'https://vdocuments.mx/report-writing-guide-home-gloucester-city-re2017-03-09principles-of-report.html',
      certainty: 'seen',
    },
    {
      title: 'City of York Council: six pages',
      url: 'https://yorkpress.co.uk/news/9147235.city-of-york-officials-told-get-to-the-point',
      certainty: 'seen',
    },
    {
      title: 'London Borough of Lambeth, report template: 120 to 150 words of summary',
      url: 'https://www.scribd.com/document/164013149/02-03-Single-report-template-final-draft-130808-docx',
      certainty: 'seen',
    },
  ],
  severity: 'warning',
  messages: {
    words: 'This has about {words} words; the house style asks for at most {limit}.',
    pages:
      'This has about {words} words, more than the {limit} sides of A4 that the house style asks for. Shorten it, or move detail to an appendix.',
    section: '“{heading}” has about {words} words; the house style asks for at most {limit}.',
  },
  examples: {
    valid: [
      {
        title: 'A council that sets no length',
        text: `---\ntype: committee-report\nhouse-style: generic\n---\n## Summary\n\n${'Visits are made on time. '.repeat(60)}\n`,
      },
      {
        title: 'Within the length',
        text: '---\ntype: committee-report\nhouse-style: lambeth\n---\n## Report summary\n\nVisits are made on time.\n',
      },
      {
        title: 'A short summary over a long paper',
        text: `---\ntype: committee-report\nhouse-style: lambeth\n---\n## Report summary\n\nVisits are made on time.\n\n## Context\n\n${'Visits are made on time. '.repeat(60)}\n`,
      },
      {
        title: 'An appendix does not count',
        text: `---\ntype: committee-report\nhouse-style: york\n---\n# Visits\n\n## Appendices\n\n${'Visits are made on time. '.repeat(900)}\n`,
      },
    ],
    invalid: [
      {
        title: 'A summary of more than 150 words',
        text: `---
type: committee-report
house-style: lambeth
---
## Report summary
   ^^^^^^^^^^^^^^

${'Visits are made on time. '.repeat(31)}
`,
      },
      {
        title: 'More than six sides',
        text: `---
type: committee-report
house-style: york
---
# Visits
  ^^^^^^

${'Visits are made on time. '.repeat(730)}
`,
      },
      {
        title: 'More words than the council’s own style allows',
        text: `//- /example.report.md
---
type: committee-report
house-style: northmere
---
# Visits
  ^^^^^^

${'Visits are made on time. '.repeat(5)}
//- /.inspection-response.json
{ "houseStyles": { "northmere": { "extends": "generic", "title": "Northmere Council", "types": { "committee-report": { "wordLimit": 20 } } } } }
`,
      },
    ],
  },
  reads: ['heading', 'length'],
  *check(context): Generator<LocatedProblem<Message>> {
    const { layout } = context.document;
    const sections = formSections(layout).filter(({ wordLimit }) => wordLimit !== undefined);
    const limit = layout.wordLimit ?? (layout.pageLimit === undefined ? null : layout.pageLimit * wordsOnASide);
    if (limit === null && sections.length === 0) return;
    const lengths = context.items('length');
    if (limit !== null) {
      const words = lengths.reduce(
        (sum, { item, model }) => (uncounted.some((role) => model.place.roles.some((one) => isRole(one, role))) ? sum : sum + item.words),
        0,
      );
      if (words > limit)
        yield {
          message: layout.wordLimit === null ? 'pages' : 'words',
          data: { words: rounded(words), limit: layout.wordLimit ?? layout.pageLimit! },
          ...documentHead(context),
        };
    }
    for (const { role, wordLimit } of sections) {
      const on = context.items('heading').find(({ item }) => item.role === role && item.form !== 'field-line');
      if (!on) continue;
      const words = lengths.reduce(
        (sum, { item, model, index }) => (model.place.role === role && index !== on.index ? sum + item.words : sum),
        0,
      );
      if (words > wordLimit!)
        yield { message: 'section', data: { heading: on.item.text, words, limit: wordLimit! }, on, span: on.item.textSpan };
    }
  },
});

const uncounted = ['appendices', 'background-papers', 'contact', 'declarations', 'glossary'] as const;

/** To the nearest fifty: how words are counted differs a little between programs. */
const rounded = (words: number): number => (words < 500 ? words : Math.round(words / 50) * 50);
