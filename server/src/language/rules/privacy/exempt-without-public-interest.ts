import { documentRule } from '../rule.ts';
import { exemptionOf } from '../../model/front-matter/exemption.ts';

export default documentRule<'notWeighed'>({
  name: 'privacy/exempt-without-public-interest',
  summary: 'An exempt report does not weigh the public interest.',
  why: `Information is exempt only as long as, in all the circumstances, the public interest in withholding it outweighs the public interest in disclosing it. The
report has to say so; where the two are level, it is open.`,
  sources: [
    {
      title: 'Local Government Act 1972, Schedule 12A, Part 2',
      url: 'https://legislation.gov.uk/ukpga/1972/70/schedule/12A/2022-04-21/data.html',
      certainty: 'seen',
    },
    {
      title: 'Rochdale: exclusion of press and public',
      url: 'http://internet.rochdale.gov.uk/council-and-democracy/councillors-and-committees/more-about-councillors/Pages/exclusion-of-press-and-public.aspx',
      certainty: 'seen',
    },
  ],
  types: ['committee-report'],
  severity: 'error',
  messages: { notWeighed: 'Say why the public interest in keeping this exempt outweighs the public interest in disclosing it.' },
  examples: {
    valid: [
      {
        title: 'Weighed',
        text: '---\ntype: committee-report\nexempt: 2\n---\n# Case review\n\nThe public interest in withholding the information outweighs the public interest in disclosing it, since the family could be recognised.\n',
      },
      { title: 'Open', text: '---\ntype: committee-report\nexempt: no\n---\n# Focused visit\n' },
    ],
    invalid: [
      { title: 'Not weighed', text: '---\ntype: committee-report\nexempt: 2\n        ^\n---\n# Case review\n\nThe family moved twice.\n' },
      {
        title: 'Two paragraphs, and no reason',
        text: '---\ntype: committee-report\nexempt: paragraphs 1 and 2\n        ^^^^^^^^^^^^^^^^^^\n---\n# Case review\n\nThe family moved twice.\n',
      },
    ],
  },
  reads: ['statement'],
  *check({ frontMatter, items }) {
    const exemption = exemptionOf(frontMatter);
    if (!exemption?.isExempt || items('statement').some(({ item }) => item.about === 'public-interest')) return;
    yield { message: 'notWeighed', on: null, span: exemption.span };
  },
});
