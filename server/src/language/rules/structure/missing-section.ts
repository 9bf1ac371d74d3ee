import { typeNames } from '../../model/vocabulary.ts';
import { documentHead, kindIsKnown } from '../document-head.ts';
import { documentRule } from '../rule.ts';
import { absentSections, insertMissingSection } from './absent-sections.ts';

export default documentRule<'missing'>({
  name: 'structure/missing-section',
  summary: 'A section that the house style requires is not there.',
  why: `Councils lay down which sections a report has, and several of them are there for a reason of law: the list of background papers, the
reasons for an executive decision and the options that were rejected. Democratic services send back a report in which one is missing.`,
  sources: [
    {
      title: 'Local Government Act 1972, section 100D: background papers',
      url: 'https://legislation.gov.uk/ukpga/1972/70/section/100D/2000-10-01?view=plain+extent',
      certainty: 'seen',
    },
    {
      title:
        'The Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012: reasons and options in the record of a decision',
      url: 'https://legislation.gov.uk/uksi/2012/2089/contents',
      certainty: 'to confirm',
    },
    { title: 'Report forms of the councils whose house styles are built in', certainty: 'practice' },
  ],
  severity: 'error',
  messages: { missing: 'The section “{heading}” is missing. The house style requires it in every {kind}.' },
  examples: {
    valid: [
      {
        title: 'Whatever the council calls it: a heading of the same meaning will do',
        text: `---
type: committee-report
house-style: worcestershire-panel
---
# Monitoring visit in May

## Summary

Inspectors came in May.

## Purpose of the Meeting

- comment on the plan

## Contact Points

Ada Marlow, 01632 960123

## Background Papers

- Letter of the inspectorate of 12 May 2026
`,
      },
      {
        title: 'A kind of document for which nothing is laid down',
        text: `//- /visit.letter.md
# Monitoring visit to Northmere Council

The council has made progress.
`,
      },
    ],
    invalid: [
      {
        title: 'No list of background papers',
        text: `---
type: committee-report
house-style: worcestershire-panel
---
# Monitoring visit in May
  ^^^^^^^^^^^^^^^^^^^^^^^

## Summary

Inspectors came in May.

## Purpose of the Meeting

- comment on the plan

## Contact Points

Ada Marlow, 01632 960123
`,
      },
      {
        title: 'Nobody to ask',
        text: `---
type: committee-report
house-style: worcestershire-panel
title: Monitoring visit in May
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
---
## Summary

Inspectors came in May.

## Purpose of the Meeting

- comment on the plan

## Background Papers

- Letter of the inspectorate of 12 May 2026
`,
      },
    ],
  },
  fixes: { insert: insertMissingSection },
  reads: ['heading'],
  *check(context) {
    if (!kindIsKnown(context)) return;
    for (const section of absentSections(context.document, context.view)) {
      if (section.role === 'recommendations' && context.document.type === 'committee-report') continue;
      yield {
        message: 'missing',
        data: { kind: typeNames[context.document.type], heading: section.heading },
        ...documentHead(context),
        fixes: ['insert'],
      };
    }
  },
});
