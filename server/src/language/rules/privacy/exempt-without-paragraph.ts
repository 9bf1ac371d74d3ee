import { documentRule } from '../rule.ts';
import { exemptionOf } from '../../model/front-matter/exemption.ts';

export default documentRule<'noParagraph'>({
  name: 'privacy/exempt-without-paragraph',
  summary: 'A report is marked exempt without the paragraph that allows it.',
  why: `A report can be kept from the public only for one of seven reasons, each a numbered paragraph of the Act. Without its number nobody can check the
reason, and the resolution to exclude the public cannot be worded.`,
  sources: [
    {
      title: 'Local Government Act 1972, Schedule 12A, Part 1',
      url: 'https://legislation.gov.uk/ukpga/1972/70/schedule/12A/2022-04-21/data.html',
      certainty: 'seen',
    },
  ],
  types: ['committee-report', 'agenda', 'action-plan'],
  severity: 'error',
  messages: { noParagraph: 'Say which paragraph of Schedule 12A allows this to be exempt: a number from 1 to 7.' },
  examples: {
    valid: [
      { title: 'With its paragraphs', text: '---\ntype: committee-report\nexempt: [1, 2]\n---\n# Case review\n' },
      { title: 'Open', text: '---\ntype: committee-report\nexempt: no\n---\n# Focused visit\n' },
    ],
    invalid: [
      { title: 'Only yes', text: '---\ntype: committee-report\nexempt: yes\n        ^^^\n---\n# Case review\n' },
      {
        title: 'In words',
        text: '---\ntype: committee-report\nexempt: exempt from publication\n        ^^^^^^^^^^^^^^^^^^^^^^^\n---\n# Case review\n',
      },
    ],
  },
  waitsForCursor: true,
  reads: [],
  *check({ frontMatter }) {
    const exemption = exemptionOf(frontMatter);
    if (exemption?.isExempt && exemption.paragraphs.length === 0) yield { message: 'noParagraph', on: null, span: exemption.span };
  },
});
