import { figures } from '../calendar/figures.ts';
import type { HouseStyle } from '../house-styles/house-style.ts';
import { builtInHouseStyles } from '../house-styles/index.ts';
import type { IsoDate } from '../host.ts';
import type { DocumentAddress } from '../text/document-address.ts';
import type { Configuration, EditorSettings, Person, Severity } from './configuration.ts';
import { isExcluded } from './excluded.ts';
import type { KnownRule } from './known-rule.ts';
import { configurationPlaces, lineOfOffset, type ConfigurationPlaces } from './places.ts';
import type { ConfigurationProblem } from './read-configuration.ts';

/** Who says something: the document, its name, the configuration file, a setting of the editor, the house style, or nobody else. */
export type Authority =
  | 'front matter'
  | 'file name'
  | 'configuration'
  | 'editor'
  | 'house style'
  | 'built in'
  | 'assumed'
  | 'this computer';

export interface Origin {
  readonly from: Authority;
  /** The file that says it, and the line in it, from 1; null where it is not said in a file. */
  readonly file: string | null;
  readonly line: number | null;
}

export interface Explained<T> extends Origin {
  readonly value: T;
}

/** Everything that applies to one document, and who says so. Plain data: what `explain-config --format json` prints. */
export interface Explanation {
  readonly file: string;
  /** The configuration file that applies, or null. */
  readonly configuration: string | null;
  /** What is wrong in it, with the line. */
  readonly problems: readonly { readonly message: string; readonly line: number }[];
  readonly excluded: Explained<boolean>;
  readonly type: Explained<string>;
  readonly houseStyle: Explained<string> & {
    /** The style itself, then the one that it extends, and so on to the last. */
    readonly chain: readonly (Origin & { readonly name: string; readonly title: string; readonly status: HouseStyle['status'] })[];
  };
  readonly statusScale: Explained<string> & { readonly statuses: readonly string[] };
  readonly today: Explained<IsoDate>;
  readonly people: readonly (Origin & { readonly key: string; readonly name: string | null; readonly post: string | null })[];
  readonly acronyms: readonly (Origin & { readonly key: string; readonly value: string })[];
  readonly words: readonly (Origin & { readonly key: string; readonly value: string })[];
  readonly holidays: readonly (Origin & { readonly date: IsoDate; readonly name: string })[];
  readonly deadlines: readonly (Origin & {
    readonly key: string;
    /** Days; false where the council has no such deadline. */ readonly value: number | false;
  })[];
  readonly meetings: readonly (Origin & { readonly date: IsoDate; readonly body: string })[];
  readonly exclude: readonly Explained<string>[];
  readonly rules: readonly (Origin & {
    readonly name: string;
    readonly severity: Severity;
    readonly options: Readonly<Record<string, Explained<unknown>>>;
  })[];
}

/** What the document says itself, with the line of each thing, from 1. */
export interface DocumentSays {
  readonly address: DocumentAddress;
  /** As it is to be called. */
  readonly name: string;
  readonly type: { readonly value: string; readonly from: 'front matter' | 'file name' | 'assumed'; readonly line: number | null };
  /** What `house-style:` says, known or not; null where it is not there. */
  readonly houseStyle: { readonly value: string; readonly line: number } | null;
  readonly statusScale: { readonly line: number } | null;
  readonly asAt: { readonly line: number } | null;
  readonly people: ReadonlyMap<string, number>;
  readonly acronyms: readonly { readonly key: string; readonly value: string; readonly line: number }[];
}

/** What holds in the end. */
export interface InForce {
  readonly configuration: Configuration;
  readonly houseStyle: HouseStyle;
  readonly statusScale: { readonly name: string; readonly statuses: readonly { readonly word: string }[] };
  readonly people: ReadonlyMap<string, Person>;
  readonly today: IsoDate;
  /** The configuration file as it is called and as it stands, or null where there is none. */
  readonly file: { readonly name: string; readonly text: string; readonly problems: readonly ConfigurationProblem[] } | null;
  readonly editor: EditorSettings;
}

/** Every value that applies to a document, and where it is said. Never throws. */
export function explainConfiguration(document: DocumentSays, inForce: InForce, rules: readonly KnownRule[]): Explanation {
  const places = configurationPlaces(inForce.file?.text ?? '{}');
  const said = origins(document, inForce, places);
  const { configuration } = inForce;
  const excludedBy = configuration.exclude.findIndex((pattern) => isExcluded([pattern], document.address));
  const chain = chainOf(inForce, said, places);
  return {
    file: document.name,
    configuration: inForce.file?.name ?? null,
    problems: (inForce.file?.problems ?? []).map(({ message, span }) => ({ message, line: lineOfOffset(inForce.file!.text, span.start) })),
    excluded: { value: excludedBy >= 0, ...(excludedBy >= 0 ? said.inConfiguration('exclude', excludedBy) : builtIn) },
    type: {
      value: document.type.value,
      ...(document.type.from === 'front matter' ? said.inDocument(document.type.line) : { ...builtIn, from: document.type.from }),
    },
    houseStyle: { value: inForce.houseStyle.name, ...houseStyleOrigin(document, inForce, said, places), chain },
    statusScale: {
      value: inForce.statusScale.name,
      ...(document.statusScale ? said.inDocument(document.statusScale.line) : scaleOrigin(chain, places, said)),
      statuses: inForce.statusScale.statuses.map(({ word }) => word),
    },
    today: {
      value: inForce.today,
      ...(document.asAt ? said.inDocument(document.asAt.line) : { ...builtIn, from: 'this computer' as const }),
    },
    people: [...inForce.people].map(([key, { name, post }]) => {
      const line = document.people.get(key);
      return { key, name, post, ...(line === undefined ? said.inConfiguration('people', key) : said.inDocument(line)) };
    }),
    acronyms: [
      ...document.acronyms.map(({ key, value, line }) => ({ key, value, ...said.inDocument(line) })),
      ...[...configuration.acronyms]
        .filter(([key]) => !document.acronyms.some((own) => own.key === key))
        .map(([key, value]) => ({ key, value, ...said.inConfiguration('acronyms', key) })),
    ],
    words: [...configuration.words].map(([key, value]) => ({ key, value, ...said.inConfiguration('words', key) })),
    holidays: configuration.extraHolidays.map(({ date, name }, index) => ({ date, name, ...said.inConfiguration('holidays', index) })),
    deadlines: figures.map(({ name, days }) => {
      const own = configuration.deadlines.get(name);
      return own === undefined
        ? { key: name, value: days, ...builtIn }
        : { key: name, value: own ?? false, ...said.inConfiguration('deadlines', name) };
    }),
    meetings: configuration.meetings.map(({ date, body }, index) => ({ date, body, ...said.inConfiguration('meetings', index) })),
    exclude: configuration.exclude.map((value, index) => ({ value, ...said.inConfiguration('exclude', index) })),
    rules: rules.map((rule) => explainRule(rule, inForce, chain, places, said)),
  };
}

const builtIn: Origin = { from: 'built in', file: null, line: null };

interface Origins {
  inDocument(line: number | null): Origin;
  inConfiguration(...path: readonly (string | number)[]): Origin;
}

const origins = (document: DocumentSays, { file }: InForce, places: ConfigurationPlaces): Origins => ({
  inDocument: (line) => ({ from: 'front matter', file: document.name, line }),
  // A word of the file may be written otherwise than it is kept; then its list's line is told.
  inConfiguration: (...path) => ({
    from: 'configuration',
    file: file?.name ?? null,
    line: places.lineOf(...path) ?? places.lineOf(path[0]!),
  }),
});

function houseStyleOrigin(
  document: DocumentSays,
  { configuration, houseStyle, editor }: InForce,
  said: Origins,
  places: ConfigurationPlaces,
): Origin {
  // A name that nobody knows does not count: the document then has the generic style.
  if (document.houseStyle)
    return document.houseStyle.value.trim().toLowerCase() === houseStyle.name ? said.inDocument(document.houseStyle.line) : builtIn;
  if (places.lineOf('houseStyle') !== null) return said.inConfiguration('houseStyle');
  return editor.houseStyle !== null && configuration.defaultHouseStyle === editor.houseStyle ? { ...builtIn, from: 'editor' } : builtIn;
}

type Chain = Explanation['houseStyle']['chain'];

function chainOf({ houseStyle, configuration }: InForce, said: Origins, places: ConfigurationPlaces): Chain {
  const chain: Chain[number][] = [];
  const seen = new Set<string>();
  let style: HouseStyle | undefined = houseStyle;
  let isOwn = places.lineOf('houseStyles', houseStyle.name) !== null;
  while (style && !seen.has(`${isOwn} ${style.name}`)) {
    seen.add(`${isOwn} ${style.name}`);
    chain.push({
      name: style.name,
      title: style.title,
      status: style.status,
      ...(isOwn ? said.inConfiguration('houseStyles', style.name) : builtIn),
    });
    const next: string | null = style.extends;
    if (next === null) break;
    // The council's own "sefton" extends the built-in one; any other name means the council's own first.
    isOwn = isOwn && next !== style.name && places.lineOf('houseStyles', next) !== null;
    style = isOwn ? configuration.houseStyles.get(next) : builtInHouseStyles.get(next);
  }
  return chain;
}

/** The first style of the chain that the officer wrote and that says something itself. */
const ownStyleThatSays = (chain: Chain, places: ConfigurationPlaces, ...path: readonly string[]): string | undefined =>
  chain.find(({ from, name }) => from === 'configuration' && places.lineOf('houseStyles', name, ...path) !== null)?.name;

function scaleOrigin(chain: Chain, places: ConfigurationPlaces, said: Origins): Origin {
  const name = ownStyleThatSays(chain, places, 'statusScale');
  return name === undefined
    ? { ...builtIn, from: 'house style' }
    : { ...said.inConfiguration('houseStyles', name, 'statusScale'), from: 'house style' };
}

function explainRule(
  rule: KnownRule,
  { configuration, houseStyle }: InForce,
  chain: Chain,
  places: ConfigurationPlaces,
  said: Origins,
): Explanation['rules'][number] {
  const setting = configuration.rules.get(rule.name);
  const ofStyle = houseStyle.rules[rule.name];
  const inFile = places.lineOf('rules', rule.name) !== null;
  const origin = (): Origin => {
    if (setting?.severity !== undefined) return inFile ? said.inConfiguration('rules', rule.name) : { ...builtIn, from: 'editor' };
    if (ofStyle === undefined) return builtIn;
    const style = ownStyleThatSays(chain, places, 'rules', rule.name);
    return style === undefined
      ? { ...builtIn, from: 'house style' }
      : { ...said.inConfiguration('houseStyles', style, 'rules', rule.name), from: 'house style' };
  };
  const options = Object.entries(rule.options ?? {}).map(([name, option]): [string, Explained<unknown>] => {
    const value = setting?.options?.[name];
    return [
      name,
      value === undefined ? { value: option.default, ...builtIn } : { value, ...said.inConfiguration('rules', rule.name, 'options', name) },
    ];
  });
  return { name: rule.name, severity: setting?.severity ?? ofStyle ?? rule.severity, ...origin(), options: Object.fromEntries(options) };
}
