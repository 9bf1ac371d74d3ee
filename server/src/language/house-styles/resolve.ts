import { documentTypes, type Role } from '../model/vocabulary.ts';
import { builtInDefinitions } from './built-in-definitions.ts';
import type { FieldDefinition, HouseStyleDefinition, LayoutDefinition, SectionDefinition, StatusScaleDefinition } from './definition.ts';
import { readDefinition } from './read-definition.ts';
import {
  noLayout,
  type Committee,
  type DocumentLayout,
  type FieldLayout,
  type HouseStyle,
  type Numbering,
  type SectionLayout,
  type StatusScale,
} from './house-style.ts';
import { lazyRecord } from './lazy-map.ts';
import { isOpenName, nameKey, sectionNames } from './section-names.ts';
import { defaultStatusScale, statusScales } from './status-scales.ts';

/** What is wrong with a definition, in words for an officer, and where: the name of the style and the path inside its definition. */
export interface HouseStyleProblem {
  readonly houseStyle: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export interface ResolvedHouseStyle {
  readonly houseStyle: HouseStyle;
  readonly problems: readonly HouseStyleProblem[];
}

/** The style with nothing in it, from which every other one starts. */
const bareHouseStyle: HouseStyle = {
  name: '',
  extends: null,
  title: '',
  status: 'starting-point',
  sources: [],
  council: null,
  committees: [],
  numbering: { paragraphs: 'none', recommendations: '1.' },
  statusScale: defaultStatusScale,
  types: {},
  glossary: {},
  rules: {},
};

/**
 * A whole house style from its definition and those that it extends. `definitions` are the officer's own; they come before the
 * built-in ones of the same name, and one of them may extend the built-in style whose name it has. They may hold anything that a
 * person can write as JSON. Never throws: what cannot be used, a style that is not there, and styles that extend each other in a
 * circle give a problem, and what is missing comes from `generic`.
 */
export function resolveHouseStyle(
  name: string,
  definitions: ReadonlyMap<string, HouseStyleDefinition>,
  builtIn: ReadonlyMap<string, HouseStyleDefinition> = builtInDefinitions,
): ResolvedHouseStyle {
  const problems: HouseStyleProblem[] = [];
  const chain: HouseStyleDefinition[] = [];
  const seen = new Set<HouseStyleDefinition>();
  const read = new Map<string, HouseStyleDefinition | undefined>();
  const own = (style: string): HouseStyleDefinition | undefined => {
    if (!read.has(style) && definitions.has(style)) {
      const { definition, problems: found } = readDefinition(definitions.get(style));
      read.set(style, definition ?? undefined);
      // Those of a style that is extended are told where it is resolved itself.
      if (style === name) problems.push(...found.map((problem) => ({ houseStyle: style, ...problem })));
    }
    return read.get(style);
  };
  const asked = own(name) ?? builtIn.get(name);
  if (!asked && !definitions.has(name)) problems.push({ houseStyle: name, path: [], message: `There is no house style “${name}”.` });
  let definition = asked ?? builtIn.get('generic');
  while (definition) {
    if (seen.has(definition)) {
      problems.push({
        houseStyle: definition.name,
        path: ['extends'],
        message: `House styles extend each other in a circle: ${[...chain, definition].map((style) => style.name).join(' → ')}. Take one of the “extends” out.`,
      });
      const generic = builtIn.get('generic');
      if (generic && !seen.has(generic)) chain.push(generic);
      break;
    }
    seen.add(definition);
    chain.push(definition);
    definition = extended(definition, own, builtIn, problems);
  }
  let houseStyle = bareHouseStyle;
  for (const next of chain.toReversed()) {
    const step = appliedOnce(houseStyle, next);
    houseStyle = step.houseStyle;
    problems.push(...step.problems);
  }
  return { houseStyle: asked ? houseStyle : { ...houseStyle, name }, problems };
}

function extended(
  definition: HouseStyleDefinition,
  own: (name: string) => HouseStyleDefinition | undefined,
  builtIn: ReadonlyMap<string, HouseStyleDefinition>,
  problems: HouseStyleProblem[],
): HouseStyleDefinition | undefined {
  const isBuiltIn = builtIn.get(definition.name) === definition;
  if (definition.extends === null) return undefined;
  if (definition.extends === undefined && isBuiltIn && definition.name === 'generic') return undefined;
  // An officer's own "sefton" that says nothing more changes the built-in one.
  const name = definition.extends ?? (!isBuiltIn && builtIn.has(definition.name) ? definition.name : 'generic');
  const found = name === definition.name && !isBuiltIn ? (builtIn.get(name) ?? definition) : (own(name) ?? builtIn.get(name));
  if (found) return found;
  problems.push({
    houseStyle: definition.name,
    path: ['extends'],
    message: `There is no house style “${name}” to extend. The generic one is used.`,
  });
  return builtIn.get('generic');
}

const steps = new WeakMap<HouseStyleDefinition, ResolvedHouseStyle & { readonly base: HouseStyle }>();

/** The generic style is under every other one, and is worked out once. */
function appliedOnce(base: HouseStyle, definition: HouseStyleDefinition): ResolvedHouseStyle {
  let step = steps.get(definition);
  if (step?.base !== base) {
    const problems: HouseStyleProblem[] = [];
    step = { base, houseStyle: applied(base, definition, problems), problems };
    steps.set(definition, step);
  }
  return step;
}

function applied(base: HouseStyle, definition: HouseStyleDefinition, problems: HouseStyleProblem[]): HouseStyle {
  const types = lazyRecord(
    documentTypes.filter((type) => definition.types?.[type] || type in base.types),
    (type): DocumentLayout => {
      const withFields = definition.fields ? mergedLayout(base.types[type], { fields: definition.fields }) : base.types[type];
      return mergedLayout(withFields, definition.types?.[type]) ?? noLayout;
    },
  );
  return {
    name: definition.name,
    extends: base.name === '' ? null : base.name,
    title: definition.title ?? definition.council ?? definition.name,
    status: definition.status ?? 'starting-point',
    sources: definition.sources ?? [],
    council: definition.council ?? base.council,
    committees: mergedCommittees(base.committees, definition.committees ?? []),
    numbering: { ...base.numbering, ...definition.numbering },
    statusScale: mergedScale(base.statusScale, definition, problems),
    types,
    glossary: { ...base.glossary, ...definition.glossary },
    rules: { ...base.rules, ...definition.rules },
  };
}

const mergedCommittees = (base: readonly Committee[], own: readonly Committee[]): readonly Committee[] =>
  own.length === 0 ? base : [...own, ...base.filter(({ name }) => !own.some((committee) => committee.name === name))];

function mergedScale(base: StatusScale, { name, statusScale }: HouseStyleDefinition, problems: HouseStyleProblem[]): StatusScale {
  if (statusScale === undefined) return base;
  if (typeof statusScale !== 'string') return scaleOf(statusScale, name);
  const known = statusScales.get(statusScale);
  if (known) return known;
  problems.push({
    houseStyle: name,
    path: ['statusScale'],
    message: `There is no status scale “${statusScale}”. Known ones are ${[...statusScales.keys()].join(', ')}.`,
  });
  return base;
}

const scaleOf = ({ name, statuses }: StatusScaleDefinition, styleName: string): StatusScale => ({
  name: name ?? styleName,
  statuses: statuses.map((status) => ({
    word: status.word,
    meaning: status.meaning ?? '',
    aliases: status.aliases ?? [],
    stage: status.stage ?? 'other',
  })),
});

function mergedLayout(base: DocumentLayout | undefined, definition: LayoutDefinition | undefined): DocumentLayout | undefined {
  if (!definition) return base;
  const from = base ?? noLayout;
  const wholeForm = definition.wholeForm ?? false;
  const numbering = definition.numbering
    ? { ...(from.numbering ?? ({ paragraphs: 'none', recommendations: '1.' } satisfies Numbering)), ...definition.numbering }
    : from.numbering;
  return {
    fields: definition.fields ? mergedFields(from.fields, definition.fields, wholeForm) : from.fields,
    sections: definition.sections ? mergedSections(from.sections, definition.sections, wholeForm) : from.sections,
    wordLimit: definition.wordLimit === undefined ? from.wordLimit : definition.wordLimit,
    ...optional('pageLimit', (definition.pageLimit === undefined ? from.pageLimit : definition.pageLimit) ?? undefined),
    ...(numbering ? { numbering } : {}),
  };
}

function mergedFields(base: readonly FieldLayout[], own: readonly FieldDefinition[], wholeForm: boolean): readonly FieldLayout[] {
  const merged = merge(base, own, wholeForm, (field) => field.key, mergedField);
  return merged.map(({ value, isOwn }) => (wholeForm && !isOwn ? { ...value, required: false, recognisedOnly: true } : value));
}

function mergedField(base: FieldLayout | undefined, { omit: _, ...own }: FieldDefinition): FieldLayout {
  const fields = own.fields ? mergedFields(base?.fields ?? [], own.fields, false) : base?.fields;
  return {
    key: own.key,
    label: own.label ?? base?.label ?? own.key,
    aliases: unique([...(own.aliases ?? []), ...(base ? [base.label, ...base.aliases] : [])], [own.label ?? base?.label ?? own.key]),
    required: own.required ?? base?.required ?? false,
    guidance: own.guidance ?? base?.guidance ?? '',
    ...optional('values', own.values ?? base?.values),
    ...optional('suggestions', own.suggestions ?? base?.suggestions),
    ...optional('template', own.template ?? base?.template),
    ...optional('fields', fields),
    ...optional('recognisedOnly', own.recognisedOnly),
  };
}

function mergedSections(base: readonly SectionLayout[], own: readonly SectionDefinition[], wholeForm: boolean): readonly SectionLayout[] {
  const merged = merge(withoutParts(base, own), own, wholeForm, (section) => section.role, mergedSection).map(({ value, isOwn }) =>
    wholeForm && !isOwn ? { ...value, required: false, recognisedOnly: true } : value,
  );
  // Under every style lies the generic one, which gives no name to two sections (a test sees to that), and is worked out at each start.
  return base.length === 0 ? merged : withUniqueNames(merged, own);
}

/** The sections without those inside one that is taken out. */
function withoutParts(base: readonly SectionLayout[], own: readonly SectionDefinition[]): readonly SectionLayout[] {
  const parts = new Set<SectionLayout>();
  own.forEach((definition, index) => {
    if (!definition.omit) return;
    const nth = own.slice(0, index).filter(({ role }) => role === definition.role).length;
    const at = base.indexOf(base.filter(({ role }) => role === definition.role)[nth]!);
    if (at < 0 || base[at]!.level !== 2) return;
    for (let next = at + 1; next < base.length && base[next]!.level === 3 && !base[next]!.recognisedOnly; next++) parts.add(base[next]!);
  });
  return base.filter((section) => !parts.has(section));
}

function mergedSection(base: SectionLayout | undefined, { omit: _, ...own }: SectionDefinition): SectionLayout {
  const heading = own.heading ?? base?.heading ?? headingOfRole(own.role);
  return {
    role: own.role,
    heading,
    aliases: unique([...(own.aliases ?? []), ...(base ? sectionNames(base) : [])], [heading]),
    required: own.required ?? base?.required ?? false,
    level: own.level ?? base?.level ?? 2,
    template: own.template ?? base?.template ?? `[${headingOfRole(own.role)}]`,
    guidance: own.guidance ?? base?.guidance ?? '',
    ...optional('wordLimit', own.wordLimit ?? base?.wordLimit),
    ...optional('fewestWords', own.fewestWords ?? base?.fewestWords),
    ...optional('repeats', own.repeats ?? base?.repeats),
    ...optional('recognisedOnly', own.recognisedOnly),
  };
}

/** `implications/human-resources` → `Human resources`. */
function headingOfRole(role: Role): string {
  const last = role.slice(role.lastIndexOf('/') + 1).replaceAll('-', ' ');
  return last.charAt(0).toUpperCase() + last.slice(1);
}

/** An entry that is left out where there is no value. */
export const optional = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]: V });

const unique = (names: readonly string[], without: readonly string[]): readonly string[] =>
  [...new Set(names)].filter((name) => !without.includes(name));

interface Merged<T> {
  readonly value: T;
  readonly isOwn: boolean;
}

/**
 * Puts own entries over those taken over: the n-th of a key over the n-th of that key. In a whole form the own entries come
 * first, in their order; otherwise an own entry stands where the one that it changes stood, and a new one after its predecessor.
 */
function merge<T extends { readonly recognisedOnly?: boolean }, D extends { readonly omit?: boolean }>(
  base: readonly T[],
  own: readonly D[],
  wholeForm: boolean,
  keyOf: (entry: T | D) => string,
  combine: (base: T | undefined, own: D) => T,
): readonly Merged<T>[] {
  const left = new Map<string, T[]>();
  for (const entry of base) left.set(keyOf(entry), [...(left.get(keyOf(entry)) ?? []), entry]);
  const placed: (Merged<T> & { readonly from: T | undefined })[] = wholeForm
    ? []
    : base.map((value) => ({ value, isOwn: false, from: value }));
  const used = new Set<T>();
  let previous = -1;
  const takeOut = (at: number) => {
    if (at >= 0) placed.splice(at, 1);
    if (at >= 0 && at <= previous) previous--;
  };
  for (const definition of own) {
    const from = left.get(keyOf(definition))?.shift();
    if (from) used.add(from);
    const at = wholeForm || !from ? -1 : placed.findIndex((entry) => entry.from === from);
    if (definition.omit) {
      takeOut(at);
      continue;
    }
    const entry = { value: combine(from, definition), isOwn: true, from };
    // What was only recognised so far has no place in the form yet.
    const joins = from?.recognisedOnly === true && !entry.value.recognisedOnly;
    if (joins) takeOut(at);
    if (at >= 0 && !joins) {
      placed[at] = entry;
      previous = at;
    } else {
      const place = wholeForm ? placed.length : previous + 1;
      placed.splice(place, 0, entry);
      previous = place;
    }
  }
  if (wholeForm) for (const value of base) if (!used.has(value)) placed.push({ value, isOwn: false, from: value });
  return placed;
}

/** Takes a name away from all sections but one: the one whose own definition gives it, else the first. */
function withUniqueNames(sections: readonly Merged<SectionLayout>['value'][], own: readonly SectionDefinition[]): readonly SectionLayout[] {
  const claimed = new Map<string, Role>();
  const key = (name: string) => (isOpenName(name) ? `${nameKey(name)} …` : nameKey(name));
  for (const definition of own) {
    if (definition.omit) continue;
    for (const name of [...(definition.heading === undefined ? [] : [definition.heading]), ...(definition.aliases ?? [])]) {
      if (!claimed.has(key(name))) claimed.set(key(name), definition.role);
    }
  }
  for (const section of sections) {
    for (const name of sectionNames(section)) if (!claimed.has(key(name))) claimed.set(key(name), section.role);
  }
  return sections.flatMap((section) => {
    const names = sectionNames(section).filter((name) => claimed.get(key(name)) === section.role);
    // A section of the form keeps its heading whatever else is called the same.
    const heading = section.recognisedOnly ? names[0] : section.heading;
    return heading === undefined ? [] : [{ ...section, heading, aliases: names.filter((name) => key(name) !== key(heading)) }];
  });
}
