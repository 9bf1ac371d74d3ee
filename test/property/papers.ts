/** Pieces of papers in which what stands before decides what comes after. */
export const pieces = [
  '---\ntype: action-plan\nhouse-style: sefton\npeople:\n  AB: Ann Bell, Head of Assessment\n---\n', '---\nstatus-scale: brag\n---\n', '# Report of the visit\n\n', '## Recommendations\n\n', '## Areas for improvement\n\n',
  '### Strengths\n', '## 2. Actions\n\n', '## Measures\n', '## Something else\n\n', '**Summary:**\n\n', 'Contact Officer: Pat Reed\n\n', '12. The Panel is asked to:\n\n', '- note the report, and\n', '- **A1** Recruit six social workers\n  - Owner: AB\n  - Due: 31 July 2026\n  - Addresses: F2\n',
  'Inspectors noticed the following improvements:\n', '- 1.4. However we still need to improve the following:\n', '- visits (CIN) after contact\n', 'e) Ofsted identified three areas for improvement:\n\n', 'i.  Oversight of the front door\n\n', 'ii. Capacity\n\n', 'f) Members asked questions.\n\n',
  'Key actions include:\n', 'The following key targets have been set for end of July:\n', '- 80% of children seen\n', '| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n', '| A2 | Train | AB | 3 May 2026 | 🟢 |\n', '| Measure | Baseline | Target |\n|---|---|---|\n',
  '<!-- inspection-response-disable actions/missing-owner -->\n\n', '<!-- inspection-response-enable -->\n\n', '> F2 said on 3 May 2021\n', 'See F2, Appendix 1 and paragraph 12.\n\n', 'This paper is for information.\n\n', '\n', '\n\n', '  ', '- ', '1. ', '|', '**', ':', '#', 'x', '\r\n', '```\n', '<div>\n', '---\n',
];
