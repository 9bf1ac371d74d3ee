import { documentRule } from '../rule.ts';

/** Described here, found by `suppressions.ts`, since only the runner knows what a comment has silenced. */
export default documentRule<'unused' | 'unusedAll' | 'unknown'>({
  name: 'project/unused-disable',
  summary: 'A comment switches a check off that has nothing to say there.',
  why: `A comment that silences nothing is usually left over from a slip that has been put right since. Left in place it would hide the next
slip of the same kind, and nobody would know.`,
  sources: [{ title: 'Working practice: what is switched off must have a reason that still holds', certainty: 'practice' }],
  severity: 'warning',
  messages: {
    unused: 'This comment switches {rule} off, but {rule} has nothing to report here. Delete the comment.',
    unusedAll: 'This comment switches all checks off, but none has anything to report here. Delete the comment.',
    unknown: 'There is no check called {rule}. Correct the name, or delete the comment.',
  },
  examples: {
    valid: [
      {
        title: 'A comment that silences a real report',
        text: `## Background

<!-- inspection-response-disable-next-line language/empty-link: the web team adds the address on the day -->
The [full letter](#) is published.
`,
      },
      { title: 'No comment at all', text: '## Background\n\nThe letter is published.\n' },
    ],
    invalid: [
      {
        title: 'Nothing to silence',
        text: `## Background

<!-- inspection-response-disable-next-line language/empty-link: no address yet -->
                                           ^^^^^^^^^^^^^^^^^^^
The [full letter](https://inspections.example/letter) is published.
`,
      },
      {
        title: 'A name that no check has',
        text: `<!-- inspection-response-disable-file language/emty-link -->
                                      ^^^^^^^^^^^^^^^^^^
## Background

The letter is published.
`,
      },
      {
        title: 'All checks, where none has anything to say',
        text: `## Background

<!-- inspection-response-disable-next-line -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
The letter is published.
`,
      },
    ],
  },
  reads: ['suppression'],
  check: () => [],
});
