import type { DocumentView } from '../../model/view.ts';
import type { Span } from '../../text/span.ts';
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

The [letter](#) is published.
`,
      },
      {
        title: 'One of two names',
        text: `## Background

<!-- inspection-response-disable-next-line language/empty-link, language/doubled-word: the address follows -->
                                                                ^^^^^^^^^^^^^^^^^^^^^
The [full letter](#) is published.
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
  fixes: {
    correct: {
      title: 'Change it to {near}',
      safe: false,
      edits: ({ view, problem: { span, data } }) =>
        view.slice(span) === data['rule'] && data['near'] !== undefined ? { here: [{ span, newText: String(data['near']) }] } : null,
    },
    remove: {
      title: 'Delete the comment',
      safe: false,
      choices: ({ view, problem: { span } }) => [
        { title: (commentAt(view, span)?.item.rules.length ?? 0) > 1 ? 'Take {rule} out of the comment' : 'Delete the comment', data: {} },
      ],
      edits({ view, problem }) {
        const span = spanToRemove(view, problem.span);
        return span && { here: [{ span, newText: '' }] };
      },
    },
  },
  reads: ['suppression'],
  check: () => [],
});

const commentAt = (view: DocumentView, { start, end }: Span) =>
  view.items('suppression').find(({ span }) => span.start <= start && end <= span.end);

/** One name of several with what parts it from the others; else the whole comment, with its line where it has one to itself. */
function spanToRemove(view: DocumentView, { start, end }: Span): Span | null {
  const comment = commentAt(view, { start, end });
  if (!comment) return null;
  const { rules } = comment.item;
  const at = rules.findIndex(({ span }) => comment.base + span.start === start);
  const before = rules[at - 1];
  const after = rules[at + 1];
  if (before) return { start: comment.base + before.span.end, end };
  if (after) return { start, end: comment.base + after.span.start };
  const { text } = view;
  const lineStart = Math.max(text.lastIndexOf('\n', comment.span.start - 1), text.lastIndexOf('\r', comment.span.start - 1)) + 1;
  const line = /^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(comment.span.end))?.[0];
  return line !== undefined && text.slice(lineStart, comment.span.start).trim() === ''
    ? { start: lineStart, end: comment.span.end + line.length }
    : comment.span;
}
