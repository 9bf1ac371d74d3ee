import { documentTypes, roles } from '../model/vocabulary.ts';
import type { HouseStyleDefinition } from './definition.ts';

/** A part of a definition that could not be used, and where it stands in it. */
export interface DefinitionProblem {
  readonly path: Path;
  readonly message: string;
}

type Path = readonly (string | number)[];

/** Reads one kind of value; undefined, and a problem, where it is not of that kind. Never throws. */
type Read = (value: unknown, path: Path, problems: DefinitionProblem[]) => unknown;

/**
 * A definition from JSON that a person wrote. What cannot be used is left out and named in `problems`, so that one slip does not
 * cost the officer the whole house style. Never throws.
 */
export function readDefinition(value: unknown): {
  readonly definition: HouseStyleDefinition | null;
  readonly problems: readonly DefinitionProblem[];
} {
  const problems: DefinitionProblem[] = [];
  return { definition: (houseStyle(value, [], problems) as HouseStyleDefinition | undefined) ?? null, problems };
}

const fail = (problems: DefinitionProblem[], path: Path, message: string): undefined => {
  problems.push({ path, message });
  return undefined;
};

const text: Read = (value, path, problems) =>
  typeof value === 'string' ? value : fail(problems, path, 'This must be text, between quotation marks.');

const yesOrNo: Read = (value, path, problems) => (typeof value === 'boolean' ? value : fail(problems, path, 'This must be true or false.'));

const wholeNumber: Read = (value, path, problems) =>
  Number.isInteger(value) && (value as number) > 0 ? value : fail(problems, path, 'This must be a whole number above nought.');

const oneOf =
  (...values: readonly unknown[]): Read =>
  (value, path, problems) =>
    values.includes(value) ? value : fail(problems, path, `This must be one of ${values.map((one) => JSON.stringify(one)).join(', ')}.`);

const orNull =
  (read: Read): Read =>
  (value, path, problems) =>
    value === null ? null : read(value, path, problems);

const list =
  (read: Read): Read =>
  (value, path, problems) =>
    Array.isArray(value)
      ? value.flatMap((item: unknown, index) => read(item, [...path, index], problems) ?? [])
      : fail(problems, path, 'This must be a list, between [ and ].');

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object with any keys. */
const record =
  (read: Read): Read =>
  (value, path, problems) => {
    if (!isObject(value)) return fail(problems, path, 'This must be an object, between { and }.');
    const entries: [string, unknown][] = [];
    for (const [key, item] of Object.entries(value)) {
      const found = read(item, [...path, key], problems);
      if (found !== undefined) entries.push([key, found]);
    }
    return Object.fromEntries(entries);
  };

/** An object with known keys, of which the first is needed where `needed` says so. */
const object =
  (keys: Readonly<Record<string, Read>>, needed?: string): Read =>
  (value, path, problems) => {
    if (!isObject(value)) return fail(problems, path, 'This must be an object, between { and }.');
    const entries: [string, unknown][] = [];
    for (const [key, item] of Object.entries(value)) {
      const read = Object.hasOwn(keys, key) ? keys[key] : undefined;
      if (!read) {
        fail(problems, [...path, key], `“${key}” is not known here. Known are ${Object.keys(keys).join(', ')}.`);
        continue;
      }
      const found = read(item, [...path, key], problems);
      if (found !== undefined) entries.push([key, found]);
    }
    if (needed !== undefined && !entries.some(([key]) => key === needed)) {
      return Object.hasOwn(value, needed) ? undefined : fail(problems, path, `“${needed}” is missing here.`);
    }
    return Object.fromEntries(entries);
  };

const texts = list(text);

const fieldKeys: Record<string, Read> = {
  key: text,
  label: text,
  aliases: texts,
  required: yesOrNo,
  guidance: text,
  values: texts,
  suggestions: texts,
  template: text,
  recognisedOnly: yesOrNo,
  omit: yesOrNo,
};
const field = object(fieldKeys, 'key');
// A map's own keys are fields themselves.
fieldKeys['fields'] = list((value, path, problems) => field(value, path, problems));

const section = object(
  {
    role: oneOf(...roles),
    heading: text,
    aliases: texts,
    required: yesOrNo,
    level: oneOf(2, 3),
    template: text,
    guidance: text,
    wordLimit: wholeNumber,
    fewestWords: wholeNumber,
    repeats: yesOrNo,
    recognisedOnly: yesOrNo,
    omit: yesOrNo,
  },
  'role',
);

const numbering = object({
  paragraphs: oneOf('continuous', 'section.paragraph', 'a)', 'none'),
  recommendations: oneOf('(1)', '1)', '1.', 'a)', '(a)', '(i)', 'i.', '-', 'section.paragraph'),
});

const layout = object({
  wholeForm: yesOrNo,
  fields: list(field),
  sections: list(section),
  wordLimit: orNull(wholeNumber),
  pageLimit: orNull(wholeNumber),
  numbering,
});

const status = object(
  { word: text, meaning: text, aliases: texts, stage: oneOf('not-started', 'off-track', 'at-risk', 'on-track', 'complete', 'other') },
  'word',
);

const ownScale = object({ name: text, statuses: list(status) }, 'statuses');

const committee = object({ name: text, kind: oneOf('scrutiny', 'executive', 'council', 'board', 'other') }, 'name');

const houseStyle = object(
  {
    $schema: text,
    name: text,
    extends: orNull(text),
    title: text,
    status: oneOf('seen', 'starting-point'),
    sources: texts,
    council: orNull(text),
    committees: list((value, path, problems) => {
      const found = committee(value, path, problems) as { readonly kind?: string } | undefined;
      return found && { kind: 'other', ...found };
    }),
    numbering,
    statusScale: (value, path, problems) => (typeof value === 'string' ? value : ownScale(value, path, problems)),
    fields: list(field),
    types: object(Object.fromEntries(documentTypes.map((type) => [type, layout]))),
    glossary: record(text),
    rules: record(oneOf('error', 'warning', 'information', 'hint', 'off')),
  },
  'name',
);
