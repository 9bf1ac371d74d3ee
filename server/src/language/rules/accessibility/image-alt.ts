import { blockRule } from '../rule.ts';

export default blockRule<'noText'>({
  name: 'accessibility/image-alt',
  summary: 'An image has no words that say what it shows.',
  why: `Somebody who cannot see the image hears its words instead; where there are none, a chart says nothing to them. Council websites must meet this by law.
Say what the image tells, not that it is an image.`,
  sources: [
    {
      title: 'Web Content Accessibility Guidelines 2.2, success criterion 1.1.1 Non-text Content',
      url: 'https://www.w3.org/TR/WCAG22/#non-text-content',
      certainty: 'to confirm',
    },
    {
      title: 'Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018',
      url: 'https://sitesb.reading.ac.uk/accessibility/regulations/',
      certainty: 'seen',
    },
  ],
  severity: 'error',
  messages: { noText: 'Nothing says what this image shows. Write it between the square brackets.' },
  examples: {
    valid: [
      { title: 'It says what the chart shows', text: '![Visits on time rose from 61% in January to 84% in May 2026](visits.png)\n' },
      { title: 'No image', text: 'Visits on time rose.\n' },
    ],
    invalid: [
      { title: 'Nothing between the brackets', text: '![](visits.png)\n^^^^^^^^^^^^^^^\n' },
      { title: 'Only spaces, inside a sentence', text: 'The chart ![ ](visits.png) shows it.\n          ^^^^^^^^^^^^^^^^\n' },
    ],
  },
  waitsForCursor: true,
  needs: ['image'],
  *check({ items }) {
    for (const { alternative, span } of items('image')) if (alternative.trim() === '') yield { message: 'noText', span };
  },
});
