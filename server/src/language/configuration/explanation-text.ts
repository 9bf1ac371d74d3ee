import type { Explanation, Origin } from './explain.ts';

/** A part of an explanation, as rows of words: what, its value, and who says so. */
export interface ExplanationPart {
  readonly title: string;
  readonly rows: readonly (readonly [what: string, value: string, origin: string])[];
  /** Said in place of the rows where there are none. */
  readonly none: string;
}

/** An explanation in words for an officer, in parts. The same for the command line and for the editor. */
export function explanationParts(explained: Explanation): readonly ExplanationPart[] {
  const { houseStyle, statusScale, rules } = explained;
  const isSet = ({ from, options }: Explanation['rules'][number]) =>
    from !== 'built in' || Object.values(options).some((option) => option.from !== 'built in');
  return [
    {
      title: 'What applies',
      none: '',
      rows: [
        [
          'Settings file',
          explained.configuration ?? 'none',
          explained.configuration === null ? 'no .inspection-response.json here or above' : 'the nearest one, here or above',
        ],
        ...explained.problems.map(({ message, line }): [string, string, string] => ['Wrong in it', message, `line ${line}`]),
        [
          'Left out',
          explained.excluded.value ? 'yes' : 'no',
          explained.excluded.value ? originInWords(explained.excluded) : 'nothing leaves it out',
        ],
        ['Kind', explained.type.value, originInWords(explained.type)],
        ['House style', houseStyle.value, originInWords(houseStyle)],
        ...houseStyle.chain.map(({ name, title, status, ...origin }, index): [string, string, string] => [
          index === 0 ? '  which is' : '  which extends',
          `${name}: ${title}${status === 'starting-point' && origin.from === 'built in' && name !== 'generic' ? ' (a starting point to confirm)' : ''}`,
          originInWords(origin),
        ]),
        ['Status words', `${statusScale.value}: ${statusScale.statuses.join(', ')}`, originInWords(statusScale)],
        ['Today', explained.today.value, originInWords(explained.today)],
      ],
    },
    {
      title: 'People',
      none: 'Nobody is named.',
      rows: explained.people.map(({ key, name, post, ...origin }) => [key, [name, post].filter(Boolean).join(', '), originInWords(origin)]),
    },
    {
      title: 'Short forms that readers know',
      none: 'None but those that everybody knows.',
      rows: explained.acronyms.map(({ key, value, ...origin }) => [key, value, originInWords(origin)]),
    },
    {
      title: 'Words',
      none: 'None but the product’s own list.',
      rows: explained.words.map(({ key, value, ...origin }) => [key, value === '' ? 'left alone' : value, originInWords(origin)]),
    },
    {
      title: 'Days off',
      none: 'None but the bank holidays of England and Wales.',
      rows: explained.holidays.map(({ date, name, ...origin }) => [date, name, originInWords(origin)]),
    },
    {
      title: 'Deadlines that the council sets',
      none: '',
      rows: explained.deadlines.map(({ key, value, ...origin }) => [
        key,
        value === false ? 'none' : `${value} days`,
        originInWords(origin),
      ]),
    },
    {
      title: 'Meetings',
      none: 'None but those in the headers of papers.',
      rows: explained.meetings.map(({ date, body, ...origin }) => [date, body, originInWords(origin)]),
    },
    {
      title: 'Left out',
      none: 'Nothing is left out.',
      rows: explained.exclude.map(({ value, ...origin }) => [value, '', originInWords(origin)]),
    },
    {
      title: 'Checks',
      none: '',
      // Those that somebody set come first.
      rows: [...rules.filter(isSet), ...rules.filter((rule) => !isSet(rule))].flatMap(
        ({ name, severity, options, ...origin }): [string, string, string][] => [
          [name, severity, originInWords(origin)],
          ...Object.entries(options).map(([option, { value, ...from }]): [string, string, string] => [
            `  ${option}`,
            JSON.stringify(value),
            originInWords(from),
          ]),
        ],
      ),
    },
  ];
}

/** `built in`, `setting in the editor`, `papers/.inspection-response.json:4`. */
function originInWords({ from, file, line }: Origin): string {
  const place = file === null ? null : line === null ? file : `${file}:${line}`;
  if (from === 'house style') return place === null ? 'house style' : `house style, ${place}`;
  if (place !== null) return place;
  return from === 'editor' ? 'setting in the editor' : from;
}

/** An explanation as Markdown. */
export function explanationAsMarkdown(explained: Explanation): string {
  const parts = explanationParts(explained).map(({ title, rows, none }) => {
    const table = rows.map((row) => `| ${row.map(cell).join(' | ')} |`);
    return `## ${title}\n\n${rows.length === 0 ? none : ['| What | Value | Where it is said |', '|---|---|---|', ...table].join('\n')}\n`;
  });
  return [`# What applies to ${inLine(explained.file)}\n`, ...parts].join('\n');
}

/** Text of a file shown as text: nothing in it is read as Markdown. */
const inLine = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+!|<>~]/g, '\\$&');

/** In front of a cell, spaces tell that it belongs to the row above. */
const cell = (text: string): string => `${text.startsWith('  ') ? '– ' : ''}${inLine(text.trim())}`;
