import { typeNames } from '../../model/vocabulary.ts';
import { documentHead, kindIsKnown } from '../document-head.ts';
import { documentRule } from '../rule.ts';
import { absentSections, insertMissingSection } from './absent-sections.ts';

export default documentRule<'missing'>({
  name: 'structure/missing-recommendations',
  summary: 'The document has no section that says what the body is asked to do.',
  why: `A committee can only act on what a report asks of it. Where no recommendation is written down, the minutes have nothing to record and
officers have no decision to rely on. The section may have another name in your council, such as “Action required” or “Purpose of the
Meeting”: the house style knows these names.`,
  sources: [
    {
      title: 'Local Government Act 1972, section 100C: the minutes and reports that must be open to the public',
      url: 'https://www.legislation.gov.uk/ukpga/1972/70/section/100C',
      certainty: 'to confirm',
    },
    { title: 'Report forms of the councils whose house styles are built in', certainty: 'practice' },
  ],
  types: ['committee-report'],
  severity: 'error',
  messages: { missing: 'This {kind} has no section “{heading}”. Say what the body is asked to do.' },
  examples: {
    valid: [
      {
        title: 'A report that asks for something',
        text: `# Monitoring visit in May

## Recommendations

- That the panel comments on the draft action plan by 5 June 2026.
`,
      },
      {
        title: 'An inspection letter asks the committee for nothing',
        text: `//- /visit.letter.md
# Monitoring visit to Northmere Council

## Findings

The council has made progress.
`,
      },
    ],
    invalid: [
      {
        title: 'A report that only tells',
        text: `# Monitoring visit in May
  ^^^^^^^^^^^^^^^^^^^^^^^

## Background

Inspectors came on 12 May 2026.
`,
      },
      {
        title: 'No title: the first line is marked',
        text: `## Background
^^^^^^^^^^^^^

Inspectors came on 12 May 2026.
`,
      },
    ],
  },
  fixes: { insert: insertMissingSection },
  reads: ['heading'],
  *check(context) {
    if (!kindIsKnown(context)) return;
    for (const section of absentSections(context.document, context.view)) {
      if (section.role !== 'recommendations') continue;
      yield {
        message: 'missing',
        data: { kind: typeNames[context.document.type], heading: section.heading },
        ...documentHead(context),
        fixes: ['insert'],
      };
    }
  },
});
