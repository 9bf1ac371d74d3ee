import { field } from '../../model/front-matter/front-matter.ts';
import { listedIn, writeChoice } from '../choices.ts';
import { inWords, nearest } from '../wording.ts';
import { documentRule, type LocatedProblem } from '../rule.ts';
import { applicableFrameworks, elsewhereNamed, frameworkSources, hasJudgement } from './applicable.ts';

type Message = 'otherFramework' | 'unknown' | 'inText';

export default documentRule<Message>({
  name: 'inspectorate/judgement-name',
  summary: 'A judgement has a name that the framework of this inspection does not have.',
  why: `Each framework has its own judgements. Leadership, management and governance was judged until 2017; since 2018 it is the impact of leaders; care leavers have had
a judgement of their own since January 2023. A name of another framework makes a reader doubt which inspection is meant. Where the header does not
say what kind of inspection it was, nothing is said; short names that council papers use are accepted.`,
  sources: frameworkSources,
  types: ['committee-report', 'action-plan', 'inspection-letter', 'minutes'],
  severity: 'error',
  severities: { unknown: 'warning', inText: 'warning' },
  messages: {
    otherFramework: '“{name}” is a judgement of {other}, not of {framework}. There the judgements are: {list}.',
    unknown: '“{name}” is not a judgement of {framework}. There the judgements are: {list}.',
    inText:
      '“{name}” is a judgement of {other}; the header says that this inspection was made under {framework}. Check the name or the dates.',
  },
  examples: {
    valid: [
      {
        title: 'As the framework of the day has them, in full or in short',
        text: `---
type: committee-report
inspection:
  inspectorate: Ofsted
  event: inspection
  visited: 2022-07-04/2022-07-22
  judgements:
    overall effectiveness: inadequate
    children in care and care leavers: requires improvement to be good
    help and protection: inadequate
---
The experiences and progress of children in care and care leavers was judged to be good.
`,
      },
      {
        title: 'An earlier inspection had another framework',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: inspection\n  visited: 2022-07-04/2022-07-22\n---\nIn 2016 leadership, management and governance was judged inadequate.\n',
      },
      {
        title: 'Not known which framework',
        text: '---\ntype: committee-report\ninspection:\n  judgements:\n    leadership, management and governance: good\n---\n# Report\n',
      },
      {
        title: 'An inspection that began before the change, and was published after it',
        text: '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: inspection\n  published: 2023-02-01\n  judgements:\n    children in care and care leavers: good\n---\n# Report\n',
      },
    ],
    invalid: [
      {
        title: 'Of the framework before',
        text: `---
type: committee-report
inspection:
  inspectorate: Ofsted
  event: inspection
  visited: 2022-07-04/2022-07-22
  judgements:
    leadership, management and governance: inadequate
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
---
# Report
`,
      },
      {
        title: 'Of none',
        text: `---
type: committee-report
inspection:
  inspectorate: Ofsted
  event: inspection
  visited: 2024-07-01/2024-07-12
  judgements:
    children in car: good
    ^^^^^^^^^^^^^^^
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
    children in care: good
---
# Report
`,
      },
      {
        title: 'In the text',
        text: `---
type: committee-report
inspection:
  inspectorate: Ofsted
  event: inspection
  visited: 2024-07-01/2024-07-12
---
Leadership, management and governance was judged to be good.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      },
    ],
  },
  fixes: {
    pick: {
      title: 'Change it to “{pick}”',
      safe: false,
      choices: ({ problem: { data } }) => listedIn(data, 'near').map((pick) => ({ title: 'Change it to “{pick}”', data: { pick } })),
      edits: writeChoice('pick'),
    },
  },
  reads: ['judgement'],
  *check({ frontMatter, calendar, items }): Generator<LocatedProblem<Message>> {
    const applicable = applicableFrameworks(frontMatter, calendar);
    const frameworks = applicable?.frameworks ?? [];
    if (frameworks.length === 0 || frameworks.some(({ judgements }) => judgements === null)) return;
    const framework = inWords(frameworks.map(({ title }) => title));
    const list = inWords(frameworks[0]!.judgements!.map(({ name }) => name));
    for (const { key, keySpan } of field(frontMatter, 'inspection', 'judgements')?.fields.values() ?? []) {
      if (frameworks.some((one) => hasJudgement(one, key))) continue;
      const [other] = elsewhereNamed(key);
      const near = nearest(
        key,
        frameworks.flatMap(({ judgements }) => judgements!.flatMap(({ name, also }) => [name, ...also])),
      ).join('|');
      yield {
        message: other ? 'otherFramework' : 'unknown',
        data: { name: key, framework, list, other: other?.title ?? '', near },
        on: null,
        span: keySpan,
        fixes: near === '' ? [] : ['pick'],
      };
    }
    for (const on of items('judgement')) {
      const { name, nameSpan, quoted, elsewhere } = on.item;
      if (name === null || nameSpan === null || quoted || elsewhere || frameworks.some((one) => hasJudgement(one, name))) continue;
      const [other] = elsewhereNamed(name);
      if (other) yield { message: 'inText', data: { name, framework, other: other.title }, on, span: nameSpan };
    }
  },
});
