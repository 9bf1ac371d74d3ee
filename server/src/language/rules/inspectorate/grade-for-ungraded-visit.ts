import { field } from '../../model/front-matter/front-matter.ts';
import { documentRule, type LocatedProblem } from '../rule.ts';
import { applicableFrameworks, frameworkSources } from './applicable.ts';

type Message = 'header' | 'unconfirmed' | 'inText';

export default documentRule<Message>({
  name: 'inspectorate/grade-for-ungraded-visit',
  summary: 'A visit that ends without grades is given one.',
  why: `A focused visit and a monitoring visit end with a letter that says what inspectors found, and no grade. A grade that stands beside one is that of the last full inspection,
and reads as if the visit had changed it.`,
  sources: [frameworkSources[4]!, frameworkSources[5]!, frameworkSources[6]!],
  types: ['committee-report', 'action-plan', 'inspection-letter', 'minutes'],
  severity: 'warning',
  messages: {
    header: 'A {visit} ends without graded judgements. Remove them here, or say which inspection gave them.',
    unconfirmed: 'As far as we know, {framework} end without graded judgements; confirm it in the report, or remove them here.',
    inText: 'A {visit} ends without a grade. Say which inspection gave “{grade}”.',
  },
  examples: {
    valid: [
      {
        title: 'A visit, and the grade of the inspection before it',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: monitoring visit\n---\nThis was the fourth monitoring visit since the council was judged to be inadequate in November 2016.\n',
      },
      {
        title: 'An inspection with its grades',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: inspection\n  visited: 2024-07-01/2024-07-12\n  judgements:\n    overall effectiveness: good\n---\n# Report\n',
      },
      {
        title: 'What the visit said in words',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n---\nThe focused visit was good for morale. However, this was not a graded judgement.\n',
      },
    ],
    invalid: [
      {
        title: 'In the header of a report on a focused visit',
        text: `---
type: committee-report
inspection:
  inspectorate: Ofsted
  event: focused visit
  visited: 2024-07-02/2024-07-03
  judgements:
  ^^^^^^^^^^
    overall effectiveness: good
---
# Report
`,
      },
      {
        title: 'In the text',
        text: 'The focused visit of May 2026 was judged to be good.\n                                               ^^^^\n',
      },
      {
        title: 'A joint inspection',
        text: `---
type: committee-report
inspection:
  inspectorate: JTAI
  letter-dated: 2024-07-02
  judgements:
  ^^^^^^^^^^
    overall effectiveness: good
---
# Report
`,
      },
    ],
  },
  reads: ['judgement'],
  *check({ frontMatter, calendar, items }): Generator<LocatedProblem<Message>> {
    const applicable = applicableFrameworks(frontMatter, calendar);
    const judgements = field(frontMatter, 'inspection', 'judgements');
    if (applicable && judgements && judgements.fields.size > 0 && applicable.frameworks.every(({ grades }) => grades.length === 0)) {
      const [framework] = applicable.frameworks;
      yield framework!.certainty === 'seen'
        ? { message: 'header', data: { visit: applicable.inspection.kind }, on: null, span: judgements.keySpan }
        : { message: 'unconfirmed', data: { framework: framework!.title }, on: null, span: judgements.keySpan };
    }
    for (const on of items('judgement')) {
      const { visit, grade, gradeSpan, quoted } = on.item;
      if (visit !== null && !quoted)
        yield { message: 'inText', data: { visit: visit.replace('focussed', 'focused'), grade }, on, span: gradeSpan };
    }
  },
});
