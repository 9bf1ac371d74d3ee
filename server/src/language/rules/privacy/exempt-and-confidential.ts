import { textsOf, field } from '../../model/front-matter/front-matter.ts';
import { documentRule, type LocatedProblem } from '../rule.ts';
import { exemptionOf } from '../../model/front-matter/exemption.ts';

type Message = 'header' | 'inText';

export default documentRule<Message>({
  name: 'privacy/exempt-and-confidential',
  summary: 'A report is called confidential under Schedule 12A, which is about exempt information.',
  why: `The two are different in law. Exempt information falls under one of the seven paragraphs of Schedule 12A, and the council may keep it private after weighing the public interest.
Confidential information was given by a government department on terms that forbid publishing it, or is barred by law or a court: there is nothing to weigh. A resolution
that mixes them can be challenged. The usual “exempt or confidential” of a form is left alone.`,
  sources: [
    {
      title: 'Local Government Act 1972, Schedule 12A, Part 1',
      url: 'https://legislation.gov.uk/ukpga/1972/70/schedule/12A/2022-04-21/data.html',
      certainty: 'seen',
    },
    { title: 'Local Government Act 1972, section 100A(3): confidential information', certainty: 'to confirm' },
  ],
  types: ['committee-report', 'agenda', 'action-plan'],
  severity: 'warning',
  messages: {
    header: 'Schedule 12A makes information exempt, not confidential. Name only the paragraph here, or only say that it is confidential.',
    inText:
      'Schedule 12A makes information exempt, not confidential. Say “exempt”, unless it was given in confidence by a government department or is barred by law.',
  },
  examples: {
    valid: [
      {
        title: 'Exempt, with its paragraph',
        text: '---\ntype: committee-report\nexempt: 2\n---\nThis report is exempt under paragraph 2 of Schedule 12A.\n',
      },
      { title: 'Confidential, and under no paragraph', text: '---\ntype: committee-report\nexempt: confidential\n---\n# Case review\n' },
      {
        title: 'The words of a form',
        text: '---\ntype: committee-report\nexempt: no\n---\nDoes the report contain exempt or confidential information under Schedule 12A? No.\n',
      },
      {
        title: 'Records that are confidential in the plain sense',
        text: 'Records of supervision are confidential and are kept for six years.\n',
      },
    ],
    invalid: [
      {
        title: 'In the header',
        text: '---\ntype: committee-report\nexempt: confidential under paragraph 2\n        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n---\n# Case review\n',
      },
      {
        title: 'In the text',
        text: 'This appendix is confidential by virtue of paragraph 3 of Schedule 12A.\n                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n',
      },
    ],
  },
  reads: ['statement'],
  *check({ frontMatter, items }): Generator<LocatedProblem<Message>> {
    const said = textsOf(frontMatter, 'exempt')
      .map(({ text }) => text)
      .join(' ');
    const exemption = exemptionOf(frontMatter);
    if (exemption?.isExempt && exemption.paragraphs.length > 0 && /\bconfidential\b/i.test(said) && !/\bexempt\b/i.test(said))
      yield { message: 'header', on: null, span: field(frontMatter, 'exempt')!.valueSpan };
    for (const on of items('statement'))
      if (on.item.about === 'confidential-as-exempt') yield { message: 'inText', on, span: on.item.span };
  },
});
