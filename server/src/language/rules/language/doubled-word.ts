import { matchesIn, proseOf } from '../prose.ts';
import { blockRule } from '../rule.ts';

export default blockRule<'doubled'>({
  name: 'language/doubled-word',
  summary: 'A word stands twice in a row.',
  why: 'A word written twice is left over from a change, and easily overlooked at the end of a line.',
  sources: [{ title: 'Seen in published reports', certainty: 'practice' }],
  // A letter is the inspectorate’s own text.
  types: ['committee-report', 'action-plan', 'minutes', 'agenda'],
  severity: 'warning',
  messages: { doubled: '“{word}” stands twice. Delete one.' },
  examples: {
    valid: [
      { title: 'Words that may follow themselves', text: 'The visits that had had no effect were stopped. We knew that that was late.\n' },
      { title: 'A name, and a word at the end of one sentence and the start of the next', text: 'Wagga Wagga twinned with Northmere. We wait in. In May it starts.\n' },
    ],
    invalid: [
      {
        title: 'A small word',
        text: `This is the third visit that she has been involved in in Northmere.
                                                   ^^^^^
`,
        fixed: 'This is the third visit that she has been involved in Northmere.\n',
      },
      {
        title: 'At the beginning',
        text: `The the panel met in May.
^^^^^^^
`,
        fixed: 'The panel met in May.\n',
      },
    ],
  },
  fixes: {
    delete: {
      title: 'Delete the second “{word}”',
      safe: true,
      edits({ view, problem: { span } }) {
        const word = /^\S+/.exec(view.slice(span))?.[0];
        return word ? { here: [{ span: { start: span.start + word.length, end: span.end }, newText: '' }] } : null;
      },
    },
  },
  waitsForCursor: true,
  *check({ block }) {
    for (const prose of proseOf(block.block)) {
      if (prose.quoted) continue;
      for (const { match, span } of matchesIn(prose, doubled)) {
        const second = match[2]!;
        if (mayRepeat.has(second.toLowerCase())) continue;
        // Two capitals are a name (Baden Baden), a single letter is a mark.
        if (second.length < 2 || /^\p{Lu}/u.test(second)) continue;
        yield { message: 'doubled', data: { word: second }, span, fixes: ['delete'] };
      }
    }
  },
});

const mayRepeat = new Set(['had', 'that', 'very', 'so', 'bye', 'ha', 'no', 'many', 'much', 'long', 'blah', 'night', 'so-so', 'who', 'do', 'her', 'is']);
/** A word, white space and the same word in whatever capitals. */
const doubled = /(?<![\p{L}\d'’-])(\p{L}+)\s{1,3}(\1)(?![\p{L}\d'’-])/giu;
