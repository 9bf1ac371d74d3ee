import { blockRule } from '../rule.ts';

export default blockRule<'nowhere' | 'noText'>({
  name: 'language/empty-link',
  summary: 'A link goes nowhere, or has no text.',
  why: 'A link whose address is missing or only “#” was copied without its target. The reader clicks, and nothing happens.',
  sources: [{ title: 'Seen in published reports: the link to the agendas and minutes goes to “#”', certainty: 'practice' }],
  severity: 'error',
  messages: {
    nowhere: 'This link goes nowhere. Put the address into the brackets, or take the link out.',
    noText: 'This link has no text, so nobody can see it. Say where it goes.',
  },
  examples: {
    valid: [
      { title: 'An address', text: 'The [letter](https://inspections.example/letter) is published.\n' },
      { title: 'A place in the same document', text: 'See the [next steps](#next-steps).\n\n## Next steps\n\nThe plan is due in July.\n' },
    ],
    invalid: [
      {
        title: 'Only a hash',
        text: `[All agendas and minutes are on the council’s website.](#)
                                                        ^
`,
        fixed: 'All agendas and minutes are on the council’s website.\n',
      },
      {
        title: 'Nothing between the brackets',
        text: `The [letter]() is published.
    ^^^^^^^^^^
`,
        fixed: 'The letter is published.\n',
      },
      {
        title: 'An address, and no words',
        text: `The letter is [](https://inspections.example/letter) published.
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      },
    ],
  },
  fixes: {
    unlink: {
      title: 'Take the link out and keep its words',
      safe: false,
      edits({ view, problem }) {
        const on = view.items('link').find(({ span }) => span.start <= problem.span.start && problem.span.end <= span.end);
        const source = on && view.slice(on.span);
        if (!on || !source || !source.startsWith('[')) return null;
        const close = source.lastIndexOf('](');
        return close < 0 ? null : { here: [{ span: on.span, newText: source.slice(1, close) }] };
      },
    },
  },
  waitsForCursor: true,
  needs: ['link'],
  *check({ items, text }) {
    for (const item of items('link')) {
      const url = item.url.trim();
      if (url === '' || url === '#') {
        const at = url === '' ? -1 : text.lastIndexOf('(#', item.span.end);
        const span = at >= item.span.start ? { start: at + 1, end: at + 2 } : item.span;
        yield { message: 'nowhere', span, fixes: ['unlink'] };
      } else if (item.text.trim() === '' && !/!\[/.test(text.slice(item.span.start, item.span.end)))
        yield { message: 'noText', span: item.span };
    }
  },
});
