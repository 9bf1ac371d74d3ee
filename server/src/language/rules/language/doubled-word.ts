import { quotationsIn } from '../../model/words/quotations.ts';
import { unquotedWordsOf } from '../../model/words/own-words.ts';
import { blockRule } from '../rule.ts';
import { repeatedWords } from '../sentences.ts';

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
      { title: 'Other people’s words', text: 'The letter says “in in May”.\n\n> The the panel met.\n' },
      {
        title: 'A name, and a word at the end of one sentence and the start of the next',
        text: 'Wagga Wagga twinned with Northmere. We wait in. In May it starts.\n',
      },
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
      {
        title: 'Across a mark',
        text: `Files were **not** not read.
             ^^^^^^^^^
`,
        fixed: 'Files were **not** read.\n',
      },
    ],
  },
  fixes: {
    delete: {
      title: 'Delete the second “{word}”',
      safe: true,
      edits({ view, problem: { span } }) {
        const words = deletable.exec(view.slice(span));
        return words ? { here: [{ span: { start: span.start + words[1]!.length, end: span.end }, newText: '' }] } : null;
      },
    },
  },
  waitsForCursor: true,
  *check({ block, text: source }) {
    for (const { start, text } of unquotedWordsOf(block.block)) {
      // A quick look, which most paragraphs do not pass, before the proper reading.
      if (!mayBeDoubled.test(text)) continue;
      const quotations = quotationsIn(text);
      for (const span of repeatedWords(text)) {
        const second = /\S+$/.exec(text.slice(span.start, span.end))?.[0] ?? '';
        // A single letter is a mark; a capital and a number make a name.
        if (second.length < 2 || !/^[a-zß-ɏ]+$/u.test(second) || mayRepeat.has(second)) continue;
        if (quotations.some(([from, to]) => from < span.end && span.start < to)) continue;
        const place = { start: start + span.start, end: start + span.end };
        yield {
          message: 'doubled',
          data: { word: second },
          span: place,
          fixes: deletable.test(source.slice(place.start, place.end)) ? ['delete'] : [],
        };
      }
    }
  },
});

/** Beside those that retext knows (had had, that that). */
const mayRepeat = new Set(['very', 'so', 'bye', 'ha', 'no', 'many', 'much', 'long', 'blah', 'night', 'so-so', 'who', 'do', 'her', 'is']);
/** A second word that can go without tearing marks apart: `in **in**` cannot. */
const deletable = /^(\S+)\s+[A-Za-zÀ-ɏ]+$/u;

/** A word, white space (or marks, which are blank here) and the same word in whatever capitals. */
const mayBeDoubled = /(?<![A-Za-zÀ-ɏ\d'’-])([A-Za-zÀ-ɏ]{2,40})\s{1,12}\1(?![A-Za-zÀ-ɏ\d'’-])/i;
