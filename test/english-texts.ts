import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import cycle from '../server/src/language/calendar/meeting-cycle.json' with { type: 'json' };
import statutory from '../server/src/language/calendar/statutory-deadlines.json' with { type: 'json' };
import { rules } from '../server/src/language/rules/index.ts';
import { readTranslation, type Translation } from '../server/src/language/words.ts';

// Everything that is said in English, found where it is said: the keys of the translations.

const root = resolve(import.meta.dirname, '..');

/** Texts in single quotation marks in a piece of TypeScript. */
const literalsIn = (source: string): readonly string[] =>
  [...source.matchAll(/'((?:[^'\\\n]|\\.)*)'/g)].map(([, text]) =>
    text!
      .replace(/\\u([0-9A-Fa-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
      .replace(/\\n/g, '\n')
      .replace(/\\(.)/g, '$1'),
  );

const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => readFileSync(join(root, folder, file), 'utf8'));

/** What stands between `opening` and the bracket that closes it, for each place where it stands. */
function insides(source: string, opening: RegExp): readonly string[] {
  return [...source.matchAll(opening)].map(({ index, 0: match }) => {
    const start = index + match.length;
    let depth = 1;
    let at = start;
    for (let quote = ''; at < source.length && depth > 0; at++) {
      const character = source[at]!;
      if (quote !== '') {
        if (character === '\\') at++;
        else if (character === quote) quote = '';
      } else if (/['"`]/.test(character)) quote = character;
      else if (character === '(') depth++;
      else if (character === ')') depth--;
    }
    return source.slice(start, at - 1);
  });
}

/** Every text that the server could say, and many that it does not: for telling that a key is still used. */
export const serverLiterals = (): ReadonlySet<string> =>
  new Set(['server/src/language', 'server/src/lsp'].flatMap(sourcesIn).flatMap((source) => source.split('\n').flatMap(literalsIn)));

/** What the server says, by the rule or part that says it. Texts that are nothing but a value are left out. */
export function serverTexts(): ReadonlyMap<string, readonly string[]> {
  const ofRules = rules.map(
    (rule) =>
      [
        rule.name as string,
        [rule.summary, ...Object.values<string>(rule.messages), ...Object.values(rule.fixes ?? {}).map(({ title }) => title)],
      ] as const,
  );
  const said = ['server/src/language', 'server/src/lsp']
    .flatMap(sourcesIn)
    .flatMap((source) => insides(source, /\bsay\(/g))
    .flatMap((inside) => literalsIn(inside.replace(/[=!]== '[^']*'/g, '')));
  const inRules = new Set(ofRules.flatMap(([, texts]) => texts));
  return new Map(
    [...ofRules, ['editor', said.filter((text) => /[a-z].* |^, [a-z]/i.test(text) && !inRules.has(text))] as const].map(([part, texts]) => [
      part,
      [...new Set(texts)].filter((text) => !/^\{\w+\}$/.test(text)),
    ]),
  );
}

/** What data say of deadlines. They are values of what the server says. */
export const deadlineTexts = (): readonly string[] => [
  ...statutory.deadlines.flatMap(({ what, condition }) => [what, ...(condition === null ? [] : [condition])]),
  ...cycle.steps.map(({ what }) => what),
];

/** What the window says: the keys of its l10n bundle. */
export const clientTexts = (): readonly string[] =>
  [
    ...new Set(
      sourcesIn('client/src')
        .flatMap((source) => insides(source, /\bl10n\.t\(/g))
        .flatMap((inside) => literalsIn(inside).slice(0, 1)),
    ),
  ].sort();

/** Calls of l10n.t whose text cannot be found, since it is not written out there. */
export const unclearClientTexts = (): readonly string[] =>
  sourcesIn('client/src')
    .flatMap((source) => insides(source, /\bl10n\.t\(/g))
    .filter((inside) => !inside.trimStart().startsWith("'"));

/** The strings of the manifest. */
export const manifestTexts = (): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')) as Record<string, string>;

/** A language that things are translated into, with all that there is in it. */
export interface Language {
  readonly tag: string;
  readonly server: Translation;
  readonly client: Readonly<Record<string, string>>;
  readonly manifest: Readonly<Record<string, string>>;
}

export function languages(): readonly Language[] {
  const read = (path: string): Record<string, string> => JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, string>;
  return readdirSync(join(root, 'server/l10n'))
    .map((file) => file.replace(/\.json$/, ''))
    .sort()
    .map((tag) => {
      const server = readTranslation(readFileSync(join(root, `server/l10n/${tag}.json`), 'utf8'));
      if (!server) throw new Error(`server/l10n/${tag}.json has not the form of a translation`);
      return { tag, server, client: read(`client/l10n/bundle.l10n.${tag}.json`), manifest: read(`package.nls.${tag}.json`) };
    });
}

/** Key that tells, in the files of the client and of the manifest, whether somebody whose language it is has read them. */
export const reviewedKey = '//reviewed';

/** The page that tells a translator what is still in English. */
export function untranslatedPage({ tag, server, client, manifest }: Language): string {
  const known = new Set(Object.values(server.texts).flatMap((part) => Object.keys(part)));
  const parts = [...serverTexts()].map(([part, texts]) => [part, texts.filter((text) => !known.has(text))] as const);
  const all: readonly (readonly [string, readonly string[]])[] = [
    ...parts,
    ['deadlines (values)', deadlineTexts().filter((text) => server.values[text] === undefined)],
    ['client (client/l10n)', clientTexts().filter((text) => client[text] === undefined)],
    [
      'manifest (package.nls)',
      Object.entries(manifestTexts()).flatMap(([key, text]) => (manifest[key] === undefined ? [`${key}: ${text}`] : [])),
    ],
  ];
  const open = all.filter(([, texts]) => texts.length > 0);
  const literals = serverLiterals();
  const stale = Object.entries(server.texts).flatMap(([part, texts]) =>
    Object.keys(texts)
      .filter((text) => !literals.has(text))
      .map((text) => `${part}: ${text}`),
  );
  const list = (texts: readonly string[]): string =>
    texts.map((text) => `- ${text.replaceAll('\n', ' ').replace(/[<>|]/g, '\\$&')}`).join('\n');
  return (
    [
      `# Not translated yet: ${tag}`,
      `What is still said in English. Made by \`npm run generate\`; how to translate is told in [translation.md](translation.md).`,
      ...(stale.length > 0
        ? ['## No longer said', 'The English has changed or gone. Bring the key into line with it, or take it out.', list(stale)]
        : []),
      ...open.flatMap(([part, texts]) => [`## ${part}`, list(texts)]),
    ].join('\n\n') + '\n'
  );
}
