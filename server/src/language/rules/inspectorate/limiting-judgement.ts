import { field } from '../../model/front-matter/front-matter.ts';
import { judgementKey } from '../../model/inline/inspection-frameworks.ts';
import { documentRule, type LocatedProblem } from '../rule.ts';
import { applicableFrameworks, frameworkSources } from './applicable.ts';

type Message = 'overall' | 'overallInText';

export default documentRule<Message>({
  name: 'inspectorate/limiting-judgement',
  summary: 'Overall effectiveness is said to be better than inadequate, while one of the judgements is inadequate.',
  why: `Under ILACS, overall effectiveness is inadequate where any of the judgements is. A report that gives it a better grade has one of the two wrong. Under the
framework before 2018 a single judgement did not decide, so nothing is said there. The exact wording of the rule is to be confirmed.`,
  sources: [
    {
      title: 'Cheshire East: one judgement of inadequate made the overall one inadequate',
      url: 'https://www.alderleyedge.com/news/article/24014/childens-services-at-cheshire-east-rated-inadequate',
      certainty: 'seen',
    },
    { title: 'The wording of the limiting rule in the ILACS framework', certainty: 'to confirm' },
    ...frameworkSources.slice(0, 2),
  ],
  types: ['committee-report', 'action-plan', 'inspection-letter', 'minutes'],
  severity: 'error',
  severities: { overallInText: 'warning' },
  messages: {
    overall: 'Overall effectiveness cannot be “{grade}” while “{judgement}” is inadequate. Check both against the inspectorate’s report.',
    overallInText:
      'Overall effectiveness is said to be “{grade}” here, while “{judgement}” is said to be inadequate; under ILACS it is then inadequate too. Check both.',
  },
  examples: {
    valid: [
      {
        title: 'Inadequate in one, and so overall',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: inspection\n  visited: 2022-07-04/2022-07-22\n  judgements:\n    overall effectiveness: inadequate\n    help and protection: inadequate\n---\n# Report\n',
      },
      {
        title: 'The framework before 2018',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: inspection\n  visited: 2016-07-04/2016-07-22\n  judgements:\n    overall effectiveness: requires improvement\n    adoption: inadequate\n---\n# Report\n',
      },
      {
        title: 'Two grades for overall effectiveness: two inspections',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: inspection\n  visited: 2024-07-01/2024-07-12\n---\n- Overall effectiveness: good\n- Overall effectiveness: inadequate\n- The experiences and progress of children in care: inadequate\n',
      },
      {
        title: 'The last inspection was another',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: inspection\n  visited: 2024-07-01/2024-07-12\n---\n- Overall effectiveness: good\n- The experiences and progress of children in care: good\n\nAt the previous inspection the experiences and progress of children in care was judged inadequate.\n',
      },
    ],
    invalid: [
      {
        title: 'In the header',
        text: `---
type: committee-report
inspection:
  inspectorate: Ofsted
  event: inspection
  visited: 2022-07-04/2022-07-22
  judgements:
    overall effectiveness: requires improvement to be good
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    help and protection: inadequate
---
# Report
`,
      },
      {
        title: 'In a list of the grades',
        text: `---
type: committee-report
inspection:
  inspectorate: Ofsted
  event: inspection
  visited: 2024-07-01/2024-07-12
---
- Overall effectiveness: good
                         ^^^^
- The experiences and progress of children in care: inadequate
`,
      },
    ],
  },
  reads: ['judgement'],
  *check({ frontMatter, calendar, items }): Generator<LocatedProblem<Message>> {
    const frameworks = applicableFrameworks(frontMatter, calendar)?.frameworks ?? [];
    if (frameworks.length === 0 || !frameworks.every(({ limiting }) => limiting)) return;
    const stated = [...(field(frontMatter, 'inspection', 'judgements')?.fields.values() ?? [])].flatMap(({ key, value, valueSpan }) =>
      typeof value === 'string' ? [{ name: key, grade: value.trim().toLowerCase(), span: valueSpan }] : [],
    );
    const weak = stated.find(({ name, grade }) => !isOverall(name) && grade === 'inadequate');
    const overall = stated.find(({ name }) => isOverall(name));
    if (weak && overall && isBetter(overall.grade)) {
      yield { message: 'overall', data: { grade: overall.grade, judgement: weak.name }, on: null, span: overall.span };
      return;
    }
    const inText = items('judgement').filter(({ item }) => item.name !== null && !item.quoted && !item.elsewhere);
    const weakInText = inText.find(({ item }) => !isOverall(item.name!) && item.grade === 'inadequate');
    const better = inText.filter(({ item }) => isOverall(item.name!) && isBetter(item.grade));
    // Two grades for overall effectiveness speak of two inspections.
    if (!weakInText || better.length === 0 || inText.some(({ item }) => isOverall(item.name!) && item.grade === 'inadequate')) return;
    const on = better[0]!;
    yield {
      message: 'overallInText',
      data: { grade: on.item.grade, judgement: weakInText.item.name! },
      on,
      span: on.item.gradeSpan,
      related: [{ on: weakInText, span: weakInText.item.gradeSpan, message: 'Inadequate here' }],
    };
  },
});

const isOverall = (name: string): boolean => /\boverall\b/.test(judgementKey(name));
const isBetter = (grade: string): boolean => /^(?:outstanding|good|requires improvement)/.test(grade);
