import { blockRule } from '../rule.ts';

type Message = 'tooLong' | 'tooManyBrackets';

export default blockRule<Message>({
  name: 'project/unread-text',
  summary: 'A passage is too long, or too full of brackets, to be checked.',
  why: `A paragraph of many pages, or thousands of opening brackets, is not something that somebody wrote; usually a file of another kind was pasted in. It is
left as it is and not checked, so that the rest of the document can be. What it says is in no list of findings or actions.`,
  sources: [{ title: 'A limit of Inspection Response', certainty: 'practice' }],
  severity: 'warning',
  messages: {
    tooLong: 'This passage is too long to be checked. Split it into paragraphs with empty lines between them.',
    tooManyBrackets:
      'This passage has too many marks inside each other, such as brackets, to be checked. Take out what was pasted in by mistake.',
  },
  examples: {
    valid: [
      { title: 'Ordinary paragraphs', text: 'Inspectors came in May.\n\nTheir letter (of 29 May 2026) is published.\n' },
      { title: 'A long list', text: `${'- [a link](https://northmere.example/minutes)\n'.repeat(20)}` },
    ],
    invalid: [
      { title: 'Pasted brackets', text: `${'['.repeat(3000)}\n${'^'.repeat(40)}\n` },
      { title: 'A whole book in one line', text: `${'word '.repeat(5000)}\n${'^'.repeat(40)}\n` },
      { title: 'Pasted brackets after a paragraph', text: `Inspectors came in May.\n\n${'[!'.repeat(2000)}\n${'^'.repeat(40)}\n` },
    ],
  },
  *check({ block: { block } }) {
    if (!block.leftUnread) return;
    const start = block.text.length - block.text.trimStart().length;
    yield {
      message: block.leftUnread === 'too-long' ? 'tooLong' : 'tooManyBrackets',
      span: { start, end: Math.min(block.text.length, start + 40) },
    };
  },
});
