import type { TextEdit } from '../../server/src/language/text/span.ts';

/** A seeded stream of random numbers (mulberry32): the same seed gives the same documents and edits everywhere. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  below(below: number): number;
  /** A whole number in [low, high]. */
  between(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  chance(probability: number): boolean;
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    pick: (from) => from[below(from.length)]!,
    chance: (probability) => next() < probability,
  };
}

/** What edits insert and noise is made of: everything that changes what a line is, or what the lines around it are. */
const pieces = [
  ...['\n', '\n', '\n', ' ', ' ', '    ', '\t', '>', '> ', '-', '- ', '* ', '+', '1. ', '2) ', '#', '# ', '`', '```', '~~~', '[', ']'],
  ...['[a]', '[b]', '[a][b]', ':', ': ', '(', ')', '"', "'", '|', '| ', '---', '===', '***', '<', '<!--', '-->', '<div>', '</div>', '<?'],
  ...[
    '<![CDATA[',
    ']]>',
    '\\',
    '\r',
    '\r\n',
    '&amp;',
    '!',
    '![',
    '_',
    '*',
    '**',
    '~~',
    'www.a.b',
    'https://a.b/c',
    'a@b.cd',
    '@',
    'x',
    'word',
  ],
  ...[
    '\n\n',
    '\n\n\n',
    '\r\n\r\n',
    '\r\r',
    '  \n',
    '\\\n',
    '\n    ',
    '\n> ',
    '\n- ',
    '\n[a]: x\n',
    '[a]: u\n"t',
    '[b]:',
    '\n---\n',
    '\n...\n',
  ],
  ...[
    '---\ntitle: x\n---\n',
    '---\n',
    '\n| a | b |\n| - | - |\n',
    '\n|-|-|\n',
    '\n:-\n',
    '\n```\n',
    '\n<!--\n',
    '\n-->\n',
    '- [ ] ',
    '[x] ',
  ],
  ...[
    '\u00a0',
    '\u2028',
    '\ufeff',
    '\0',
    '\ud83d\ude00',
    '\ud83d',
    '<pre>',
    '</pre>',
    '\n1. ',
    '\n   ',
    '\n  - ',
    '\n\t- ',
    '\n=\n',
    '\n-\n',
  ],
  ...['**Owner:** ', '2.1 ', 'Rec 3', '31 March 2025', '[[[[', ']]]]', '[a](', '<b', '&#0;', '\n0. ', '\n10. ', '> > ', '>     code\n'],
];

const typed = [...'abcdefgh xyz.,1|-'];

const words =
  'children plan visits timely social workers audit panel oversight progress January supervision decision 87% front door care'.split(' ');

const sentence = (random: Random): string => {
  const said = Array.from({ length: random.between(3, 14) }, () => random.pick(words)).join(' ');
  return random.chance(0.2)
    ? `${said} ${random.pick(['**bold** text', '[a]', '[see][b]', '`code`', '<https://a.b>', 'www.a.b', 'x@y.zz', '~~gone~~'])}.`
    : `${said}.`;
};

const paragraph = (random: Random): string =>
  Array.from({ length: random.between(1, 3) }, () => sentence(random)).join(random.chance(0.3) ? '\n' : ' ');

const list = (random: Random): string => {
  const marker = random.pick(['-', '*', '+', '1.', '3)', '0.']);
  const between = random.pick(['\n', '\n', '\n\n']);
  const says = [
    '',
    'code\n\n      deep',
    'a\n  - nested\n  - nested two',
    'p\n\n   second paragraph',
    '> q\n  > r',
    '[ ] to do',
    '    indented',
    '[c]: d',
  ];
  let text = '';
  for (let i = 0, count = random.between(1, 9); i < count; i++) {
    const own = /\d/.test(marker) ? Number.parseInt(marker, 10) + i + marker.at(-1)! : marker;
    text += `${' '.repeat(random.chance(0.1) ? random.below(4) : 0)}${own} ${random.chance(0.6) ? sentence(random) : random.pick(says)}${random.chance(0.1) ? '\nlazy line' : ''}${between}`;
  }
  return text + (between === '\n' && random.chance(0.8) ? '\n' : '');
};

const table = (random: Random): string => {
  const rows = [
    '| 1 | 2 |',
    'x | y',
    '| a \\| b | `c|d` |',
    '| [a] | www.a.b |',
    '| only one |',
    '|||',
    '| a | b | c | d |',
    '| <b> | ~~x~~ |',
    'no bar at all',
  ];
  const head = random.pick(['| Ref | Action [a] |\n|---|:-:|\n', 'a | b\n- | -\n', '| One |\n| --- |\n', 'alone\n:-\n']);
  return (
    head +
    Array.from({ length: random.between(0, 10) }, () => random.pick(rows))
      .map((row) => `${row}\n`)
      .join('') +
    random.pick(['\n', '\n', ''])
  );
};

const others: readonly ((random: Random) => string)[] = [
  (random) => `${'#'.repeat(random.between(1, 6))} ${random.below(9)}. ${random.pick(words)}\n${random.pick(['\n', ''])}`,
  (random) => `${sentence(random)}\n${random.pick(['===', '---', '=', '-'])}\n\n`,
  (random) => `> ${sentence(random)}\n${random.pick(['lazy\n', '> - item\n>   - deeper\nlazy\n', '>\n> ```\n> code\n> ```\n', ''])}\n`,
  (random) => `\`\`\`${random.pick(['', 'js'])}\n${sentence(random)}\n\n[a]: not one\n${random.pick(['```\n\n', '```\n', ''])}`,
  (random) => `    indented ${random.pick(words)}\n\n    more\n${random.pick(['\n', ''])}`,
  (random) =>
    random.pick([
      '<div>\nhtml [a]\n\n**after** html\n</div>\n\n',
      '<!-- note\n\nover blank lines -->\n\n',
      '<!-- open\n\n',
      '<pre>\nkept\n\n</pre>\ntext\n',
      '<?x\n',
    ]),
  (random) =>
    `[${random.pick(['a', 'b', 'c', 'Foo  Bar', 'a'])}]: ${random.pick(['https://a.example "title"', '<u>', "/x\n  'two\n  lines'", '/y'])}\n${random.pick(['', '\n', 'text straight after\n\n', 'heading\n===\n'])}`,
  () => '> [d]: https://in-a-quote.example\n\nuse [d] and [foo\nbar] here\n\n',
  (random) => random.pick(['***\n', '---\n\n', '\n\n\n', '\ufeff# inside\n\n', '\0\n', '\ud83d\ude00\n\n', '\\\n\n']),
  (random) =>
    random
      .pick(['[', ']', '](', '[a](', '![', '*a_', '<!--', '`a``', '~'])
      [random.chance(0.5) ? 'repeat' : 'concat'](random.pick([10, 40]) as never) + '\n\n',
];

const block = (random: Random): string => {
  const kind = random.next();
  if (kind < 0.35) return `${paragraph(random)}\n\n`;
  if (kind < 0.5) return list(random);
  if (kind < 0.62) return table(random);
  return random.pick(others)(random);
};

const noise = (random: Random): string =>
  Array.from(
    { length: random.between(10, 150) },
    () => random.pick(pieces) + (random.chance(0.3) ? random.pick(['foo', 'bar', 'a b', '\n']) : ''),
  ).join('');

const frontMatter = (random: Random): string =>
  random.pick([
    '---\ntitle: Report\ncouncil: Northmere\n---\n',
    '---\na: b\n...\n\n',
    '---\nnever: closed\n',
    '\ufeff---\nx: y\n---\n',
    '--- \n\n---\t\n',
    '\ufeff',
  ]);

/** A document of all that Markdown has that is hard to read in part, from a few hundred to some thousand characters. */
export function hostileDocument(random: Random): string {
  if (random.chance(0.15)) return noise(random);
  let text = random.chance(0.25) ? frontMatter(random) : '';
  for (let left = random.between(2, random.chance(0.3) ? 40 : 15); left > 0; left--)
    text += random.chance(0.04) ? noise(random) : block(random);
  const ending = random.pick(['\n', '\n', '\n', '\n', '\r\n', '\r', 'mixed']);
  if (ending === 'mixed') return text.replace(/\n/g, () => random.pick(['\n', '\r\n', '\r']));
  return ending === '\n' ? text : text.replaceAll('\n', ending);
}

/** A random edit of a document: typing, deleting, moving lines about, pasting what changes the lines around it. */
export function randomEdit(random: Random, text: string): TextEdit {
  const length = text.length;
  const lineStart = (): number => Math.max(text.lastIndexOf('\n', random.below(length + 1) - 1), -1) + 1;
  const place = (): number => (random.chance(0.35) ? lineStart() : random.below(length + 1));
  const edit = (start: number, end: number, newText: string): TextEdit => ({
    span: { start, end: Math.max(start, Math.min(length, end)) },
    newText,
  });
  const kind = random.next();
  const at = place();
  if (kind < 0.38) return edit(at, at, random.pick(pieces));
  if (kind < 0.58) return edit(at, at + random.between(1, 3), '');
  if (kind < 0.66) return edit(at, at + random.between(1, 80), '');
  if (kind < 0.74) return edit(lineStart(), at, '');
  if (kind < 0.84) return edit(at, at + random.between(0, 12), random.pick(pieces) + random.pick(pieces));
  if (kind < 0.9) return edit(lineStart(), 0, text.slice(at, at + random.between(1, 60)));
  if (kind < 0.92) return edit(at, at, block(random));
  if (kind < 0.935) return edit(0, random.below(4), random.pick(['', '---\n', '\ufeff', '---', 'x', '\n']));
  return edit(at, at, random.pick(typed));
}
