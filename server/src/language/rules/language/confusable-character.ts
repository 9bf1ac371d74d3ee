import { matchesIn, proseOf } from '../prose.ts';
import { blockRule, type Problem } from '../rule.ts';

/** Greek and Cyrillic letters that look like Latin ones. */
const lookalikes: Readonly<Record<string, string>> = {
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
  ο: 'o',
  ν: 'v',
  υ: 'u',
  ι: 'i',
  α: 'a',
  ρ: 'p',
  κ: 'k',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  І: 'I',
  Ѕ: 'S',
  Ј: 'J',
};

export default blockRule<'inWord' | 'alone'>({
  name: 'language/confusable-character',
  summary: 'A Greek or Cyrillic letter stands where a Latin one is meant.',
  why: `Text recognised from a scan sometimes holds a Greek Υ for a Y. It looks right, but a search does not find the word, a screen reader reads it out as a
foreign letter, and a table of Y and N cannot be counted.`,
  sources: [
    {
      title: 'Unicode Technical Standard 39: confusable characters',
      url: 'https://www.unicode.org/reports/tr39/',
      certainty: 'to confirm',
    },
  ],
  severity: 'warning',
  messages: {
    inWord: '“{word}” holds a {script} letter that only looks right. Write “{right}”.',
    alone: 'This is a {script} letter that only looks like {right}. Write {right}.',
  },
  examples: {
    valid: [
      { title: 'Latin letters', text: '| Effect | Answer |\n| --- | --- |\n| Neutral | Y |\n' },
      { title: 'Words in Greek or Ukrainian', text: 'The leaflet says Καλημέρα and Привіт, and the risk is α.\n' },
    ],
    invalid: [
      {
        title: 'A Greek Υ for a Y',
        text: `| Effect | Answer |
| --- | --- |
| Neutral | Υ |
            ^
| Negative | N |
`,
        fixed: '| Effect | Answer |\n| --- | --- |\n| Neutral | Y |\n| Negative | N |\n',
      },
      {
        title: 'A Cyrillic а in a word',
        text: `The pаnel met in May.
    ^^^^^
`,
        fixed: 'The panel met in May.\n',
      },
    ],
  },
  fixes: {
    replace: {
      title: 'Write “{right}” in Latin letters',
      safe: true,
      edits: ({ problem: { span, data } }) => ({ here: [{ span, newText: String(data['right']) }] }),
    },
  },
  *check({ block }): Generator<Problem<'inWord' | 'alone'>> {
    for (const prose of proseOf(block.block)) {
      if (!foreign.test(prose.text)) continue;
      for (const { match, span } of matchesIn(prose, word)) {
        const written = match[0];
        if (!foreign.test(written)) continue;
        const letters = [...written];
        if (!letters.every((letter) => /[A-Za-z\d’'-]/.test(letter) || lookalikes[letter] !== undefined)) continue;
        const right = letters.map((letter) => lookalikes[letter] ?? letter).join('');
        const script = /\p{Script=Greek}/u.test(written) ? 'Greek' : 'Cyrillic';
        if (/[A-Za-z]/.test(written)) yield { message: 'inWord', data: { word: written, right, script }, span, fixes: ['replace'] };
        else if (right === 'Y' || right === 'N') yield { message: 'alone', data: { right, script }, span, fixes: ['replace'] };
      }
    }
  },
});

const foreign = /[\p{Script=Greek}\p{Script=Cyrillic}]/u;
const word = /[\p{L}\d]+(?:[’'-][\p{L}\d]+)*/gu;
