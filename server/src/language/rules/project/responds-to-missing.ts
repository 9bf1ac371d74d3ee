import { textsOf } from '../../model/front-matter/front-matter.ts';
import { fileNameOf, folderOf } from '../../text/document-address.ts';
import { writeChoice } from '../choices.ts';
import { responseRule } from '../rule.ts';
import { nearest } from '../wording.ts';

export default responseRule<'missing'>({
  name: 'project/responds-to-missing',
  summary: 'The document that this one responds to is not where the header says.',
  why: `What a plan or report answers is read from the letter that it names: its findings, its labels and its dates. Where the file is not there, nothing is checked against it, and
nobody notices. Where it cannot be known whether the file is there, such as on a drive that is away, nothing is said.`,
  sources: [{ title: 'How documents of one response are found', certainty: 'practice' }],
  severity: 'error',
  messages: { missing: 'There is no file “{path}”. Correct the path, or save the letter there.' },
  examples: {
    valid: [
      {
        title: 'It is there',
        text: '//- /northmere/visit.plan.md\n---\ntype: action-plan\nresponds-to: visit.letter.md\n---\n# Plan\n//- /northmere/visit.letter.md\n# Letter\n',
      },
      {
        title: 'In another folder',
        text: '//- /northmere/plans/visit.plan.md\n---\ntype: action-plan\nresponds-to: [../letters/visit.letter.md]\n---\n# Plan\n//- /northmere/letters/visit.letter.md\n# Letter\n',
      },
      {
        title: 'Still to be filled in',
        text: '//- /northmere/visit.plan.md\n---\ntype: action-plan\nresponds-to: "[file name of the letter]"\n---\n# Plan\n',
      },
      {
        title: 'On the web',
        text: '//- /northmere/visit.plan.md\n---\ntype: action-plan\nresponds-to: https://inspections.example/letter\n---\n# Plan\n',
      },
    ],
    invalid: [
      {
        title: 'Another name',
        text: `//- /northmere/visit.plan.md
---
type: action-plan
responds-to: vist.letter.md
             ^^^^^^^^^^^^^^
---
# Plan
//- /northmere/visit.letter.md
# Letter
`,
        fixed: `---
type: action-plan
responds-to: visit.letter.md
---
# Plan
`,
      },
      {
        title: 'One of two',
        text: `//- /northmere/visit.plan.md
---
type: action-plan
responds-to:
  - visit.letter.md
  - second.letter.md
    ^^^^^^^^^^^^^^^^
---
# Plan
//- /northmere/visit.letter.md
# Letter
`,
      },
    ],
  },
  fixes: {
    pick: {
      title: 'Change it to “{pick}”',
      safe: false,
      choices({ model, response, problem: { data } }) {
        const beside = (response?.documents ?? []).filter(
          ({ address }) => address !== model.address && folderOf(address) === folderOf(model.address),
        );
        const letters = beside.filter(({ type }) => type === 'inspection-letter').map(({ address }) => fileNameOf(address));
        const near = nearest(
          String(data['path'] ?? ''),
          beside.map(({ address }) => fileNameOf(address)),
        );
        return [...new Set([...near, ...letters])].map((pick) => ({ title: 'Change it to “{pick}”', data: { pick } }));
      },
      edits: writeChoice('pick'),
    },
  },
  waitsForCursor: true,
  reads: [],
  *check({ frontMatter, response }) {
    for (const { text, span } of textsOf(frontMatter, 'responds-to')) {
      // “[file name of the letter]” is still to be written: structure/placeholder says so.
      if (response.files.get(text) === false && !isBracketed(text))
        yield { message: 'missing', data: { path: text }, on: null, span, fixes: ['pick'] };
    }
  },
});

const isBracketed = (text: string): boolean => /^\[.*\]$/s.test(text.trim());
