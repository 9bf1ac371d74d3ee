import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { isDay } from '../calendar/day.ts';
import { figures } from '../calendar/figures.ts';
import type { HouseStyleDefinition } from '../house-styles/definition.ts';
import { resolveHouseStyle } from '../house-styles/resolve.ts';
import type { HouseStyle } from '../house-styles/house-style.ts';
import { lazyMap } from '../house-styles/lazy-map.ts';
import { span, type Span } from '../text/span.ts';
import { builtInConfiguration } from './built-in.ts';
import { isOptionValue, optionTypes, type KnownRule } from './known-rule.ts';
import { severities, type Configuration, type Person, type RuleSetting, type Severity } from './configuration.ts';

/** Something wrong in a configuration file, at its place. What is right in the file applies all the same. */
export interface ConfigurationProblem {
  readonly message: string;
  readonly span: Span;
}

export interface ReadConfiguration {
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
  /** Whether the file is not JSON at all, so that nothing in it can be relied on. */
  readonly broken: boolean;
  /** Whether it says itself which house style a document has that names none. */
  readonly statesHouseStyle: boolean;
}

/** Largest configuration file that is read, in UTF-16 code units. */
const longestFile = 1_000_000;

/**
 * Reads `.inspection-response.json` (JSON with comments) over the built-in values. Never throws: each key that is not understood is a
 * problem at its place and is left out.
 */
export function readConfiguration(text: string, rules: readonly KnownRule[]): ReadConfiguration {
  if (text.length > longestFile)
    return {
      configuration: builtInConfiguration,
      problems: [{ message: 'This configuration file is too large to be read.', span: span(0, 0) }],
      broken: true,
      statesHouseStyle: false,
    };
  const errors: ParseError[] = [];
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const root = parseTree(bom ? ` ${text.slice(1)}` : text, errors, { allowTrailingComma: true, disallowComments: false });
  const problems: ConfigurationProblem[] = errors.slice(0, 1).map(({ error, offset, length }) => ({
    message: `This configuration file cannot be read from here on (${describe(error)}). The last good version stays in force.`,
    span: span(offset, offset + Math.max(1, length)),
  }));
  if (!root || root.type !== 'object') {
    if (problems.length === 0)
      problems.push({ message: 'A configuration file holds settings between { and }.', span: span(0, text.length) });
    return { configuration: builtInConfiguration, problems, broken: true, statesHouseStyle: false };
  }
  const reader = { root, problems, rules };
  const people = readPeople(reader);
  const configuration: Configuration = {
    ...builtInConfiguration,
    houseStyles: readHouseStyles(reader),
    rules: readRules(reader),
    people,
    acronyms: readTexts(reader, 'acronyms'),
    words: readWords(reader),
    extraHolidays: readHolidays(reader),
    deadlines: readDeadlines(reader),
    meetings: readMeetings(reader),
    exclude: readStrings(reader, 'exclude'),
  };
  reportUnknownKeys(reader);
  return {
    configuration: { ...configuration, defaultHouseStyle: readDefaultHouseStyle(reader, configuration.houseStyles) },
    problems,
    broken: errors.length > 0,
    statesHouseStyle: findNodeAtLocation(root, ['houseStyle']) !== undefined,
  };
}

/** Every top-level key, with what it is for; the schema that the editor completes from says the same. */
export const configurationKeys = {
  $schema: 'Address of the schema.',
  houseStyle: 'House style of documents that name none.',
  houseStyles: "The council's own house styles, by name.",
  rules: 'Severity of checks: a word, or an object with severity and options.',
  people: 'Initials and the people or posts that they stand for.',
  acronyms: 'Acronyms that readers know, and what they stand for.',
  words: 'Words that the council avoids, and what it writes instead; "" leaves a word alone.',
  holidays: 'Days that are not working days, beside the bank holidays of England and Wales.',
  deadlines: "The council's own number of days for deadlines that law leaves to it, by name; false where it has no such deadline.",
  meetings: 'Meetings that the council has fixed, for reports whose header names the body and no date yet.',
  exclude: 'Files and folders to leave out.',
} as const;
export type ConfigurationKey = keyof typeof configurationKeys;

interface Reader {
  readonly root: Node;
  readonly problems: ConfigurationProblem[];
  readonly rules: readonly KnownRule[];
}

const spanOf = (node: Node): Span => span(node.offset, node.offset + node.length);
const describe = (error: number): string =>
  printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
const entriesOf = (node: Node | undefined): readonly { key: string; keyNode: Node; value: Node }[] =>
  (node?.children ?? []).flatMap((property) => {
    const [keyNode, value] = property.children ?? [];
    return keyNode && value ? [{ key: String(keyNode.value), keyNode, value }] : [];
  });

/** The object under a top-level key; reports another kind of value. */
function objectAt({ root, problems }: Reader, key: string): Node | undefined {
  const node = findNodeAtLocation(root, [key]);
  if (!node || node.type === 'object') return node;
  problems.push({ message: `“${key}” takes an object, between { and }.`, span: spanOf(node) });
  return undefined;
}

function reportUnknownKeys({ root, problems }: Reader): void {
  for (const { key, keyNode } of entriesOf(root)) {
    if (Object.hasOwn(configurationKeys, key)) continue;
    problems.push({
      message: `There is no setting “${key}”. Settings are ${Object.keys(configurationKeys)
        .filter((name) => name !== '$schema')
        .join(', ')}.`,
      span: spanOf(keyNode),
    });
  }
}

function readDefaultHouseStyle({ root, problems }: Reader, houseStyles: ReadonlyMap<string, HouseStyle>): string {
  const node = findNodeAtLocation(root, ['houseStyle']);
  if (!node) return builtInConfiguration.defaultHouseStyle;
  if (typeof node.value === 'string' && houseStyles.has(node.value)) return node.value;
  problems.push({
    message: `There is no house style “${String(node.value)}”. Known ones are ${[...houseStyles.keys()].join(', ')}.`,
    span: spanOf(node),
  });
  return builtInConfiguration.defaultHouseStyle;
}

function readHouseStyles(reader: Reader): ReadonlyMap<string, HouseStyle> {
  const entries = entriesOf(objectAt(reader, 'houseStyles'));
  if (entries.length === 0) return builtInConfiguration.houseStyles;
  const definitions = new Map(entries.map(({ key, value }) => [key, { ...(plain(value) as object), name: key } as HouseStyleDefinition]));
  const own = new Map<string, HouseStyle>();
  for (const { key, keyNode, value } of entries) {
    if (value.type !== 'object') {
      reader.problems.push({ message: `The house style “${key}” takes an object, between { and }.`, span: spanOf(value) });
      continue;
    }
    const { houseStyle, problems } = resolveHouseStyle(key, definitions);
    for (const { houseStyle: name, path, message } of problems) {
      reader.problems.push({ message, span: spanOf(findNodeAtLocation(reader.root, ['houseStyles', name, ...path]) ?? keyNode) });
    }
    own.set(key, houseStyle);
  }
  const { houseStyles: builtIn } = builtInConfiguration;
  // The officer's own come first, and a built-in one is worked out only when it is asked for.
  return lazyMap([...own.keys(), ...builtIn.keys()], (name) => own.get(name) ?? builtIn.get(name)!);
}

function readRules(reader: Reader): ReadonlyMap<string, RuleSetting> {
  const settings = new Map<string, RuleSetting>();
  for (const { key, keyNode, value } of entriesOf(objectAt(reader, 'rules'))) {
    const rule = reader.rules.find(({ name }) => name === key);
    if (rule) settings.set(key, readRule(reader, rule, value));
    else reader.problems.push({ message: `There is no check “${key}”.`, span: spanOf(keyNode) });
  }
  return settings;
}

/** `"off"`, or `{ "severity": "warning", "options": { … } }`. */
function readRule({ problems }: Reader, rule: KnownRule, value: Node): RuleSetting {
  if (value.type !== 'object') return readSeverity(problems, value);
  let setting: RuleSetting = {};
  for (const { key, keyNode, value: given } of entriesOf(value)) {
    if (key === 'severity') setting = { ...setting, ...readSeverity(problems, given) };
    else if (key === 'options') setting = { ...setting, options: readOptions(problems, rule, given) };
    else problems.push({ message: `“${key}” is not known here. A check has “severity” and “options”.`, span: spanOf(keyNode) });
  }
  return setting;
}

function readSeverity(problems: ConfigurationProblem[], node: Node): RuleSetting {
  const value = node.value as unknown;
  if ((severities as readonly unknown[]).includes(value)) return { severity: value as Severity };
  problems.push({ message: `A check is set to one of ${severities.join(', ')}.`, span: spanOf(node) });
  return {};
}

/** Options that the rule has and whose values it takes; for the others their default holds. */
function readOptions(problems: ConfigurationProblem[], { options = {} }: KnownRule, node: Node): Readonly<Record<string, unknown>> {
  const names = Object.keys(options);
  if (node.type !== 'object') {
    problems.push({ message: '“options” takes an object, between { and }.', span: spanOf(node) });
    return {};
  }
  return Object.fromEntries(
    entriesOf(node).flatMap(({ key, keyNode, value }) => {
      const option = Object.hasOwn(options, key) ? options[key] : undefined;
      const written = plain(value);
      if (option && isOptionValue(option, written)) return [[key, written]];
      problems.push(
        option
          ? { message: `“${key}” takes ${optionTypes[option.type]}.`, span: spanOf(value) }
          : {
              message: names.length === 0 ? 'This check has no options.' : `This check has no option “${key}”. It has ${names.join(', ')}.`,
              span: spanOf(keyNode),
            },
      );
      return [];
    }),
  );
}

/** `"AB": "Ann Bell, Head of Assessment"` or `"AB": { "name": …, "post": … }`. */
function readPeople(reader: Reader): ReadonlyMap<string, Person> {
  const people = new Map<string, Person>();
  for (const { key, value } of entriesOf(objectAt(reader, 'people'))) {
    const person = personOf(key, plain(value));
    if (person) people.set(key, person);
    else reader.problems.push({ message: `Write a person as "${key}": "Name, post".`, span: spanOf(value) });
  }
  return people;
}

/** A person from "Name, post" or from an object with name and post; null where it is neither. */
export function personOf(initials: string, value: unknown): Person | null {
  if (typeof value === 'string' && value.trim()) {
    const comma = value.indexOf(',');
    return {
      initials,
      name: (comma < 0 ? value : value.slice(0, comma)).trim() || null,
      post: comma < 0 ? null : value.slice(comma + 1).trim() || null,
    };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { name, post } = value as { name?: unknown; post?: unknown };
  return { initials, name: typeof name === 'string' ? name : null, post: typeof post === 'string' ? post : null };
}

function readTexts(reader: Reader, key: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { key: name, value } of entriesOf(objectAt(reader, key))) {
    if (typeof value.value === 'string') texts.set(name, value.value);
    else reader.problems.push({ message: `“${name}” takes a text between quotation marks.`, span: spanOf(value) });
  }
  return texts;
}

/** Words by their small letters, with single spaces. */
const readWords = (reader: Reader): ReadonlyMap<string, string> =>
  new Map(
    [...readTexts(reader, 'words')].flatMap(([word, instead]) =>
      word.trim() ? [[word.trim().replace(/\s+/g, ' ').toLowerCase(), instead.trim()]] : [],
    ),
  );

function readHolidays({ root, problems }: Reader): Configuration['extraHolidays'] {
  const node = findNodeAtLocation(root, ['holidays']);
  if (!node) return [];
  return (node.children ?? []).flatMap((child) => {
    const value = plain(child) as { date?: unknown; name?: unknown } | string | undefined;
    const date = typeof value === 'string' ? value : value?.date;
    if (typeof date === 'string' && isDay(date))
      return [{ date, name: typeof value === 'object' && typeof value.name === 'string' ? value.name : 'local holiday' }];
    problems.push({ message: 'Write a day as { "date": "2026-12-24", "name": "…" }, one that there is.', span: spanOf(child) });
    return [];
  });
}

/** Most days that a deadline may have. */
const mostDays = 1000;

/** `"call-in": 5`, or `false`. */
function readDeadlines(reader: Reader): Configuration['deadlines'] {
  const own = new Map<string, number | null>();
  for (const { key, keyNode, value } of entriesOf(objectAt(reader, 'deadlines'))) {
    const days = value.value as unknown;
    if (!figures.some(({ name }) => name === key))
      reader.problems.push({
        message: `There is no deadline “${key}” that a council sets. There are ${figures.map(({ name }) => name).join(', ')}.`,
        span: spanOf(keyNode),
      });
    else if (days === false) own.set(key, null);
    else if (typeof days === 'number' && Number.isInteger(days) && days >= 1 && days <= mostDays) own.set(key, days);
    else reader.problems.push({ message: `“${key}” takes a whole number of days, at most ${mostDays}, or false.`, span: spanOf(value) });
  }
  return own;
}

/** `{ "body": "Cabinet", "date": "2026-07-14" }`. */
function readMeetings({ root, problems }: Reader): Configuration['meetings'] {
  const node = findNodeAtLocation(root, ['meetings']);
  if (!node) return [];
  if (node.type !== 'array') {
    problems.push({ message: '“meetings” takes a list, between [ and ].', span: spanOf(node) });
    return [];
  }
  return (node.children ?? []).flatMap((child) => {
    const { body, date } = (child.type === 'object' ? plain(child) : {}) as { body?: unknown; date?: unknown };
    if (typeof body === 'string' && body.trim() !== '' && typeof date === 'string' && isDay(date)) return [{ body: body.trim(), date }];
    problems.push({
      message: 'Write a meeting as { "body": "Cabinet", "date": "2026-07-14" }, with a day that there is.',
      span: spanOf(child),
    });
    return [];
  });
}

function readStrings({ root, problems }: Reader, key: string): readonly string[] {
  const node = findNodeAtLocation(root, [key]);
  if (!node) return [];
  const values = (node.children ?? []).map((child) => child.value as unknown);
  if (node.type === 'array' && values.every((value) => typeof value === 'string')) return values;
  problems.push({ message: `“${key}” takes a list of texts, between [ and ].`, span: spanOf(node) });
  return [];
}

/** A tree as plain values. */
function plain(node: Node | undefined): unknown {
  if (!node) return undefined;
  if (node.type === 'object') return Object.fromEntries(entriesOf(node).map(({ key, value }) => [key, plain(value)]));
  if (node.type === 'array') return (node.children ?? []).map(plain);
  return node.value as unknown;
}
