import type { InspectionFramework } from '../../model/inline/inspection-frameworks.ts';
import { field, textOf } from '../../model/front-matter/front-matter.ts';
import { sentenceAround } from '../../model/dates/deadline-mentions.ts';
import type { JudgementItem } from '../../model/items.ts';
import type { Located } from '../../model/view.ts';
import { listedIn, writeChoice } from '../choices.ts';
import { documentRule } from '../rule.ts';
import { inWords } from '../wording.ts';
import { applicableFrameworks, frameworkSources } from './applicable.ts';

type Message = 'notAGrade' | 'shortened' | 'inText';

export default documentRule<Message>({
  name: 'inspectorate/grade-name',
  summary: 'A grade is not one that this inspectorate gives, or gave at that time.',
  why: `Ofsted’s third grade for a council is “requires improvement to be good”; the Care Quality Commission’s is “requires improvement”; before November 2013 Ofsted’s was
“adequate”. A grade in other words cannot be compared with the published one. Grades of schools, homes and other councils, and those of earlier years, are left
alone. The first words of a grade, “requires improvement”, are how many people say it, and only a warning.`,
  sources: frameworkSources,
  types: ['committee-report', 'action-plan', 'inspection-letter', 'minutes'],
  severity: 'error',
  severities: { shortened: 'warning' },
  messages: {
    notAGrade: '“{grade}” is not a grade of {framework}. The grades are: {list}.',
    shortened: 'The grades of {framework} are {list}. “{grade}” is short for one of them.',
    inText: 'The grades of {framework} are {list}. “{grade}” is not one of them.',
  },
  examples: {
    valid: [
      {
        title: 'Ofsted’s grade in full',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: inspection\n  visited: 2024-07-01/2024-07-12\n  judgements:\n    overall effectiveness: requires improvement to be good\n---\nThe council was judged to be ‘Requires improvement to be good’.\n',
      },
      {
        title: 'The Care Quality Commission’s',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: CQC\n  event: assessment of adult social care\n  published: 2025-03-03\n---\nThe council was rated requires improvement.\n',
      },
      {
        title: 'Adequate, in its time',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: inspection\n  visited: 2011-05-09/2011-05-20\n  judgements:\n    overall effectiveness: adequate\n---\n# Report\n',
      },
      {
        title: 'A school, an earlier year, and words that are no grade',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: inspection\n  visited: 2024-07-01/2024-07-12\n---\nTwo schools were judged requires improvement. In 2011 the council was judged adequate. Staffing was adequate.\n',
      },
    ],
    invalid: [
      {
        title: 'The third grade, shortened',
        text: `---
type: committee-report
inspection:
  inspectorate: Ofsted
  framework: ILACS
  event: inspection
  published: 2026-02-04
---
Overall effectiveness was judged to be requires improvement.
                                       ^^^^^^^^^^^^^^^^^^^^
`,
      },
      {
        title: 'The short form in the header',
        text: `---
type: committee-report
inspection:
  inspectorate: Ofsted
  event: inspection
  visited: 2024-07-01/2024-07-12
  judgements:
    overall effectiveness: requires improvement
                           ^^^^^^^^^^^^^^^^^^^^
---
# Report
`,
        fixed: `---
type: committee-report
inspection:
  inspectorate: Ofsted
  event: inspection
  visited: 2024-07-01/2024-07-12
  judgements:
    overall effectiveness: requires improvement to be good
---
# Report
`,
      },
      {
        title: 'A grade that is no more, in the text',
        text: `---
type: committee-report
inspection:
  inspectorate: Ofsted
  event: inspection
  visited: 2024-07-01/2024-07-12
---
The council was judged to be adequate overall.
                             ^^^^^^^^
`,
      },
      {
        title: 'Ofsted’s grade in a paper about the Care Quality Commission',
        text: `---
type: committee-report
inspection:
  inspectorate: CQC
  event: assessment of adult social care
  published: 2025-03-03
---
The council was rated requires improvement to be good.
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      },
    ],
  },
  fixes: {
    pick: {
      title: 'Change it to “{pick}”',
      safe: false,
      choices: ({ problem: { data } }) => listedIn(data, 'values').map((pick) => ({ title: 'Change it to “{pick}”', data: { pick } })),
      edits: writeChoice('pick'),
    },
  },
  reads: ['judgement'],
  *check({ frontMatter, calendar, items }) {
    const frameworks = applicableFrameworks(frontMatter, calendar)?.frameworks.filter(({ grades }) => grades.length > 0) ?? [];
    if (frameworks.length === 0) return;
    const grades = [...new Set(frameworks.flatMap((one) => one.grades))];
    const framework = inWords(frameworks.map(({ title }) => title));
    const told = (grade: string) => ({ grade, framework, list: inWords(grades), values: inOrderOfNearness(grade, frameworks).join('|') });
    for (const { value, valueSpan } of field(frontMatter, 'inspection', 'judgements')?.fields.values() ?? []) {
      if (typeof value !== 'string' || value.trim() === '' || grades.includes(value.trim().toLowerCase().replace(/\s+/g, ' '))) continue;
      yield { message: 'notAGrade', data: told(value.trim()), on: null, span: valueSpan, fixes: ['pick'] };
    }
    for (const on of items('judgement')) {
      const { grade, gradeSpan, quoted, elsewhere } = on.item;
      if (quoted || elsewhere || grades.includes(grade) || isOfAnother(on, textOf(frontMatter, 'inspection', 'inspectorate') ?? ''))
        continue;
      yield {
        message: grades.some((full) => full.startsWith(`${grade} `)) ? 'shortened' : 'inText',
        data: told(grade),
        on,
        span: gradeSpan,
        fixes: ['pick'],
      };
    }
  },
});

const inspectorates: readonly RegExp[] = [
  /\bofsted\b/i,
  /\bcqc\b|\bcare quality commission\b/i,
  /\bhmic(?:frs)?\b|\bconstabulary\b/i,
  /\bhmip\b|\binspectorate of probation\b|\bhmi probation\b/i,
  /\bregulator of social housing\b/i,
  /\bestyn\b/i,
];

/**
 * Whether the sentence of a grade names another inspectorate than the paper's: "Adult social care was rated requires improvement by the
 * CQC".
 */
function isOfAnother(
  {
    item: { gradeSpan },
    model: {
      block: { text },
    },
  }: Located<JudgementItem>,
  own: string,
): boolean {
  const { before, after } = sentenceAround(text, gradeSpan.start);
  const sentence = before + after;
  const named = inspectorates.filter((name) => name.test(sentence));
  return own !== '' && named.length > 0 && !named.some((name) => name.test(own));
}

/** The grade that was probably meant first: the one that begins with, or begins, what was written; "adequate" was the third grade. */
function inOrderOfNearness(written: string, frameworks: readonly InspectionFramework[]): readonly string[] {
  const said = written.toLowerCase();
  const grades = [...new Set(frameworks.flatMap((one) => one.grades))];
  const near =
    grades.find((grade) => grade.startsWith(said) || said.startsWith(grade)) ??
    (said === 'adequate' || said === 'requires improvement' ? grades.find((grade) => grade.startsWith('requires')) : undefined);
  return near === undefined ? grades : [near, ...grades.filter((grade) => grade !== near)];
}
