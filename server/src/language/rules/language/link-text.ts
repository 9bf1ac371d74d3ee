import type { BlockModel } from '../../model/document.ts';
import { isRole } from '../../model/view.ts';
import type { Span } from '../../text/span.ts';
import { blockRule } from '../rule.ts';

type Message = 'empty' | 'bare';

export default blockRule<Message>({
  name: 'language/link-text',
  summary: 'The text of a link does not say where it goes.',
  why: `Screen readers can list the links of a page by their text. A list of “here”, “click here” and addresses is of no use, and on paper neither is.
Say what the reader finds: “the inspectorate’s letter of 29 May 2026”.`,
  sources: [
    {
      title: 'Web Content Accessibility Guidelines 2.2, success criterion 2.4.4 Link Purpose (In Context)',
      url: 'https://www.w3.org/TR/WCAG22/#link-purpose-in-context',
      certainty: 'to confirm',
    },
  ],
  types: ['committee-report', 'action-plan', 'minutes', 'agenda'],
  severity: 'error',
  messages: {
    empty: 'The link text “{text}” does not say where the link goes. Name what is there.',
    bare: 'Put words in place of the address: [what is there](address).',
  },
  examples: {
    valid: [
      { title: 'It says what is there', text: 'Read [the inspectorate’s letter of 29 May 2026](https://inspections.example/letter).\n' },
      {
        title: 'In the head of a letter, on a line of its own',
        text: '10 Mill Lane  \nNorthmere  \nhttps://northmere.example/children\n\n## Letter\n\nInspectors came in May.\n',
      },
      {
        title: 'In a part of the contact details',
        text: '## Contact\n\n### For this report\n\nAda Marlow, https://northmere.example/children/contact\n',
      },
      {
        title: 'Email addresses, and addresses in the contact details',
        text: '## Contact\n\nAda Marlow, ada.marlow@northmere.example, https://northmere.example\n',
      },
    ],
    invalid: [
      {
        title: 'Here',
        text: `The letter can be read [here](https://inspections.example/letter).
                        ^^^^
`,
      },
      {
        title: 'A bare address',
        text: `## Background

The letter can be found at https://inspections.example/letter
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      },
    ],
  },
  waitsForCursor: true,
  *check({ items, text, block }) {
    for (const item of items('link')) {
      if (item.quoted || item.url === '' || item.url === '#') continue;
      if (item.bare) {
        // "www.northmere.example" is a site called by its name; an address with a path is one that nobody reads.
        const isLong =
          /^(?:https?:\/\/)?[^/\s]+\/[^\s]/i.test(item.text.replace(/^<|>$/g, '')) && /^<?(?:https?:\/\/|www\.)/i.test(item.text);
        if (isLong && !block.place.roles.some((role) => isRole(role, 'contact')) && !isLetterheadLine(block, item.span))
          yield { message: 'bare', span: item.span };
      } else if (saysNothing.has(item.text.trim().toLowerCase().replace(/[.:]$/, ''))) {
        const at = text.indexOf(item.text, item.span.start);
        const span = at >= 0 && at + item.text.length <= item.span.end ? { start: at, end: at + item.text.length } : item.span;
        yield { message: 'empty', data: { text: item.text.trim() }, span };
      }
    }
  },
});

/**
 * Whether an address stands alone on its line among other lines of one paragraph, or before the first section: the foot or head of a
 * letter. After words that lead to it, an address on a line of its own is one that a reader is sent to.
 */
function isLetterheadLine({ block: { text }, place }: BlockModel, { start, end }: Span): boolean {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const length = text.slice(end).search(/[\r\n]/);
  const line =
    text.slice(lineStart, start).replace(/^(?:\s|[>*_|+-])*(?:web(?:site)?|www|w|url|online)?\s*:?\s*/i, '') +
    text.slice(end, length < 0 ? undefined : end + length);
  if (!/^[\s\\.,<>*_]*$/.test(line)) return false;
  return place.heading === null || (/\S.*[\r\n]+.*\S/s.test(text.trim()) && !/:\s*$/.test(text.slice(0, lineStart)));
}

/** Link texts that say nothing by themselves. */
const saysNothing: ReadonlySet<string> = new Set([
  'here',
  'click here',
  'click',
  'click this link',
  'this link',
  'link',
  'the link',
  'this',
  'this page',
  'page',
  'website',
  'web page',
  'webpage',
  'more',
  'read more',
  'find out more',
  'see more',
  'more information',
  'further information',
  'details',
  'more details',
  'download',
  'document',
  'pdf',
  'view',
  'view here',
  'read here',
  'see here',
  'available here',
]);
