import { field } from '../../model/front-matter/front-matter.ts';
import { writeChoice } from '../choices.ts';
import { documentRule, type LocatedProblem } from '../rule.ts';
import { nearest } from '../wording.ts';

type Message = 'unknown' | 'misspelt';

export default documentRule<Message>({
  name: 'project/house-style-unknown',
  summary: 'The house style that the header names does not exist.',
  why: `Without its house style a document is checked against the generic one: sections that the council requires are not asked for. House styles are built
in, or described in \`.inspection-response.json\`.`,
  sources: [{ title: 'The house styles that Inspection Response knows here', certainty: 'practice' }],
  severity: 'error',
  messages: {
    unknown: 'There is no house style “{name}”. Choose one that is known, or describe it in .inspection-response.json.',
    misspelt: 'There is no house style “{name}”. Did you mean “{near}”?',
  },
  examples: {
    valid: [
      { title: 'A built-in one', text: '---\ntype: committee-report\nhouse-style: sefton\n---\n# Focused visit\n' },
      { title: 'None', text: '---\ntype: committee-report\n---\n# Focused visit\n' },
    ],
    invalid: [
      {
        title: 'A slip',
        text: `---
type: committee-report
house-style: seftn
             ^^^^^
---
# Focused visit
`,
        fixed: '---\ntype: committee-report\nhouse-style: sefton\n---\n# Focused visit\n',
      },
      {
        title: 'A council that nobody has described yet',
        text: `---
type: committee-report
house-style: aldersham-borough
             ^^^^^^^^^^^^^^^^^
---
# Focused visit
`,
      },
    ],
  },
  fixes: {
    choose: {
      title: 'Choose a house style',
      safe: false,
      choices({ configuration, problem }) {
        const names = [...configuration.houseStyles.keys()];
        const near = nearest(String(problem.data['name'] ?? ''), names);
        return [...near, ...names.filter((name) => !near.includes(name))].map((name) => ({
          title: 'House style: {called}',
          data: { choice: name, called: configuration.houseStyles.get(name)?.title ?? name },
        }));
      },
      edits: writeChoice('choice'),
    },
  },
  reads: [],
  *check({ frontMatter, configuration }): Generator<LocatedProblem<Message>> {
    const found = field(frontMatter, 'house-style');
    const name = String(found?.value ?? '').trim();
    if (!found || name === '' || typeof found.value === 'object' || configuration.houseStyles.has(name)) return;
    const near = nearest(name, configuration.houseStyles.keys(), 1)[0];
    yield near === undefined
      ? { message: 'unknown' as const, data: { name }, on: null, span: found.valueSpan, fixes: ['choose'] }
      : { message: 'misspelt' as const, data: { name, near }, on: null, span: found.valueSpan, fixes: ['choose'] };
  },
});
