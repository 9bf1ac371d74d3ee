import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { families } from '../../server/src/language/rules/rule.ts';

const library = (name: string): string => `server/src/language/${name}`;
const lsp = (name: string): string => `server/src/lsp/${name}`;
const beside = ['text', 'host'].map(library);
const understanding = [
  ...beside,
  ...['syntax', 'model', 'house-styles', 'configuration', 'calendar', 'response', 'new-document', 'numbering', 'snapshot', 'words'].map(
    library,
  ),
];

/** What each folder of the model may import of the model, beside what a document and its items are (docs/architecture.md). */
const modelFolders: Readonly<Record<string, readonly string[]>> = {
  'front-matter': [],
  words: [],
  dates: ['words'],
  acronyms: ['words'],
  inline: ['words'],
  context: ['front-matter', 'dates', 'inline'],
  'item-parts': ['words', 'dates', 'inline', 'context'],
  blocks: ['words', 'dates', 'acronyms', 'inline', 'context', 'item-parts'],
};
const underModel = [
  ...beside,
  ...['syntax', 'house-styles', 'configuration', 'model/vocabulary', 'model/items', 'model/document'].map(library),
];
const modelWalls = Object.fromEntries(
  Object.entries(modelFolders).map(([folder, others]) => [
    library(`model/${folder}`),
    [...underModel, ...others.map((other) => library(`model/${other}`))],
  ]),
);

/** What each folder of features may import of the others (docs/architecture.md). */
const featureFolders: Readonly<Record<string, readonly string[]>> = {
  'as-written': [],
  known: [],
  navigation: ['known'],
  outline: ['as-written'],
  completion: ['as-written', 'known'],
  'reading-aids': ['known', 'completion'],
  'typing-aids': ['as-written'],
  formatting: ['as-written'],
  'quick-fix': ['as-written'],
  refactoring: ['as-written', 'known', 'formatting'],
  'when-asked': [],
};
const feature = (folder: string): string => library(`features/${folder}`);
const featureWalls = Object.fromEntries(
  Object.entries(featureFolders).map(([folder, others]) => [feature(folder), [...understanding, library('rules'), ...others.map(feature)]]),
);

/**
 * Who may import whom (docs/architecture.md). The layer of a file is the longest of these names that it stands under; it may import
 * itself and what is listed for it, nothing else.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  [library('text')]: [],
  [library('host')]: [library('text')],
  [library('syntax')]: [library('text')],
  [library('model')]: [...beside, ...['syntax', 'house-styles', 'configuration'].map(library)],
  ...modelWalls,
  [library('house-styles')]: [library('model/vocabulary')],
  [library('configuration')]: [...beside, library('house-styles'), library('calendar/figures'), library('calendar/day')],
  [library('calendar/figures')]: [library('calendar/meeting-cycle'), library('calendar/statutory-deadlines')],
  [library('calendar')]: [...beside, library('model')],
  [library('response')]: [...beside, ...['syntax', 'model', 'configuration', 'calendar'].map(library)],
  [library('new-document')]: [...beside, ...['model', 'house-styles', 'calendar', 'response'].map(library)],
  [library('numbering')]: [...beside, ...['syntax', 'model', 'house-styles'].map(library)],
  [library('words')]: [],
  [library('snapshot')]: understanding,
  [library('rules')]: understanding,
  // A folder of features gets a row of its own, or this keeps it from all that a feature needs.
  [library('features')]: [],
  ...featureWalls,
  [library('render')]: understanding,
  'server/src/language': ['server/src/language'],
  'server/src/conversion': ['server/src/language'],
  'server/src/reporting': ['server/src/language'],
  'server/src/node-host': ['server/src/language'],
  'server/src/write-file': [],
  'server/src/version': ['server/package'],
  'server/src/shipped': ['server/src/language'],
  'server/src/node-home': ['server/src/language', 'server/src/shipped'],
  'server/src/cache-folder': [],
  'server/src/code-cache': ['server/src/cache-folder'],
  'server/src/reading-thread': ['server/src/language', 'server/src/node-host'],
  'server/src/kept-files': ['server/src/language', 'server/src/cache-folder'],
  [lsp('protocol')]: ['server/src/language'],
  [lsp('connection')]: ['server/src/language', lsp('protocol')],
  [lsp('to-protocol')]: ['server/src/language', 'server/src/shipped', lsp('connection')],
  [lsp('documents')]: ['server/src/language', ...['connection', 'to-protocol'].map(lsp)],
  [lsp('diagnostics')]: ['server/src/language', ...['protocol', 'connection', 'to-protocol', 'documents'].map(lsp)],
  [lsp('requests')]: [
    'server/src/language',
    'server/src/shipped',
    ...['protocol', 'connection', 'to-protocol', 'documents', 'diagnostics'].map(lsp),
  ],
  [lsp('own-requests')]: [
    'server/src/language',
    'server/src/reporting',
    ...['protocol', 'connection', 'to-protocol', 'documents'].map(lsp),
  ],
  [lsp('start')]: [
    'server/src/language',
    'server/src/lsp',
    'server/src/code-cache',
    'server/src/kept-files',
    'server/src/reading-thread',
    'server/src/node-host',
    'server/src/node-home',
    'server/src/shipped',
    'server/src/version',
  ],
  'server/src/cli': [
    'server/src/language',
    'server/src/code-cache',
    'server/src/conversion',
    'server/src/reporting',
    'server/src/node-host',
    'server/src/write-file',
    'server/src/node-home',
    'server/src/shipped',
    'server/src/version',
  ],
  'client/src': [
    'client/preview/messages',
    'client/panels/messages',
    'client/panels/overview-messages',
    'client/panels/deadline-messages',
    'server/src/lsp/protocol',
    'server/src/convert/messages',
    library('model/vocabulary'),
  ],
  'client/panels': ['server/src/lsp/protocol'],
  'client/preview': ['server/src/lsp/protocol'],
  'server/src/convert': ['server/src/language', 'server/src/conversion', 'server/src/node-host'],
};

/** Packages that the library may use: nothing that touches the world. */
const purePackages =
  /^(unified|remark-parse|mdast|unist|micromark[\w-]*|mdast-util-[\w-]+|hast|hast-util-[\w-]+|parse-english|retext-[\w-]+|vfile|yaml|get-east-asian-width|jsonc-parser)$/;

const root = resolve(import.meta.dirname, '../..');
const posix = (path: string): string => path.split(sep).join('/');
const within = (path: string, name: string): boolean => path.startsWith(`${name}/`) || path.startsWith(`${name}.`);
const layerOf = (path: string): string | undefined =>
  Object.keys(mayImport)
    .filter((name) => within(path, name))
    .sort((a, b) => b.length - a.length)[0];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typesOnly: boolean;
}

function importsIn(folder: string): Import[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return files.flatMap((file) => {
    const path = join(root, folder, file);
    const source = readFileSync(path, 'utf8');
    const found = [
      ...source.matchAll(/^(?:import|export)\s(type\s)?(?:[^'";]*?\sfrom\s)?'([^']+)'/gm),
      ...source.matchAll(/\b(?:import|require)\((type\s)?'([^']+)'\)/g),
    ];
    return found.map(([, type, to]) => ({
      from: posix(relative(root, path)),
      to: to!.startsWith('.') ? posix(relative(root, resolve(dirname(path), to!))) : to!,
      typesOnly: type !== undefined,
    }));
  });
}

/**
 * The imports that lie on a circle, or on a way between two: what is left when again and again those are taken away that lead to a file
 * that imports no other, or come from one that no other imports.
 */
function circlesIn(imports: readonly Import[]): readonly Import[] {
  const importing = new Set(imports.map(({ from }) => from));
  const imported = new Set(imports.map(({ to }) => to));
  const left = imports.filter(({ from, to }) => importing.has(to) && imported.has(from));
  return left.length === imports.length ? left : circlesIn(left);
}

describe('the walls between the layers', () => {
  const imports = [...importsIn('server/src'), ...importsIn('client/src'), ...importsIn('client/preview'), ...importsIn('client/panels')];
  const inside = imports.filter(({ to }) => /^(server|client)\//.test(to));
  const arrows = (wrong: readonly Import[]) => wrong.map(({ from, to }) => `${from} → ${to}`);

  it('finds the imports at all', () => {
    assert.ok(imports.length > 100);
    assert.ok(imports.some(({ from, to }) => from.endsWith('model/view.ts') && to.endsWith('syntax/layout.ts')));
  });

  it('every layer imports only what is below it', () => {
    assert.deepEqual(
      arrows(
        inside.filter(({ from, to }) => {
          const layer = layerOf(from);
          return !layer || (!within(to, layer) && !mayImport[layer]!.some((name) => within(to, name)));
        }),
      ),
      [],
    );
  });

  it('no file imports another that comes back to it, be it for a type', () => {
    const made = (from: string, to: string): Import => ({ from, to, typesOnly: false });
    assert.deepEqual(arrows(circlesIn([made('a', 'b'), made('b', 'c'), made('c', 'b'), made('c', 'd')])), ['b → c', 'c → b']);
    assert.deepEqual(arrows(circlesIn(inside)), []);
  });

  it('the library uses no package that touches the world', () => {
    assert.deepEqual(
      arrows(
        imports.filter(
          ({ from, to }) =>
            within(from, 'server/src/language') && !inside.some((one) => one.to === to) && !purePackages.test(to.split('/')[0]!),
        ),
      ),
      [],
    );
  });

  it('the client takes nothing but types from the server', () => {
    assert.deepEqual(arrows(imports.filter(({ from, to, typesOnly }) => within(from, 'client') && within(to, 'server') && !typesOnly)), []);
  });

  it('a rule does not import from rules of another family', () => {
    const family = (path: string) => families.find((name) => path.includes(`/rules/${name}/`));
    assert.deepEqual(arrows(imports.filter(({ from, to }) => family(from) && family(to) && family(from) !== family(to))), []);
  });
});
