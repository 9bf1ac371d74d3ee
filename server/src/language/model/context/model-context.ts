import type { Configuration, Person } from '../../configuration/configuration.ts';
import { noLayout, type HouseStyle, type Status, type StatusScale } from '../../house-styles/house-style.ts';
import { genericHouseStyle, statusScales } from '../../house-styles/index.ts';
import { sectionKey } from '../../house-styles/section-names.ts';
import { fileNameOf, type DocumentAddress } from '../../text/document-address.ts';
import type { ModelContext } from '../document.ts';
import { field, type FrontMatter, type FrontMatterValue, textOf } from '../front-matter/front-matter.ts';
import { headingMatcher, type HeadingMatcher } from './match-heading.ts';
import { documentTypes, suffixes, type DocumentType } from '../vocabulary.ts';

/** What the readers of blocks are given: the model's context, and what only they need. */
export interface ReadingContext extends ModelContext {
  readonly headings: HeadingMatcher;
}

/** What the front matter, the file's name and the configuration say of a document. Never throws: what they do not say is assumed. */
export function readContext(address: DocumentAddress, frontMatter: FrontMatter, configuration: Configuration): ReadingContext {
  const generic = configuration.houseStyles.get('generic') ?? genericHouseStyle;
  const stated = statedType(frontMatter) ?? typeOfFile(address);
  const type = stated ?? 'committee-report';
  const houseStyle = houseStyleOf(frontMatter, configuration) ?? generic;
  const layout = houseStyle.types[type] ?? generic.types[type] ?? noLayout;
  const headings = headingMatcher(layout, generic, type);
  const title = textOf(frontMatter, 'title') ?? '';
  return {
    type,
    typeIsStated: stated !== null,
    houseStyle,
    layout,
    statusScale: statusScaleOf(frontMatter) ?? houseStyle.statusScale,
    people: peopleOf(frontMatter, configuration),
    titleNamedAsSection: headings.exactly(title) ? sectionKey(title) : null,
    headings,
  };
}

/** The kept context where a new one means the same, so that nothing is read again for its sake. */
export function sameContext(previous: ModelContext, next: ModelContext): boolean {
  return (
    previous.type === next.type &&
    previous.typeIsStated === next.typeIsStated &&
    previous.houseStyle === next.houseStyle &&
    previous.titleNamedAsSection === next.titleNamedAsSection &&
    JSON.stringify(previous.statusScale) === JSON.stringify(next.statusScale) &&
    JSON.stringify([...previous.people]) === JSON.stringify([...next.people])
  );
}

function statedType(frontMatter: FrontMatter): DocumentType | null {
  const word = textOf(frontMatter, 'type')
    ?.trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return documentTypes.find((type) => type === word) ?? null;
}

/** The kind that a file name says by its ending, or null. */
function typeOfFile(address: DocumentAddress): DocumentType | null {
  const name = fileNameOf(address).toLowerCase();
  return documentTypes.find((type) => name.endsWith(suffixes[type])) ?? null;
}

function houseStyleOf(frontMatter: FrontMatter, { houseStyles, defaultHouseStyle }: Configuration): HouseStyle | undefined {
  const name = textOf(frontMatter, 'house-style')?.trim().toLowerCase();
  return name ? houseStyles.get(name) : houseStyles.get(defaultHouseStyle);
}

function statusScaleOf(frontMatter: FrontMatter): StatusScale | null {
  const written = field(frontMatter, 'status-scale');
  if (!written) return null;
  if (written.fields.size > 0) return ownScale([...written.fields.values()].map(({ key, value }) => [key, value]));
  const listed = written.items.flatMap(({ value }) => statusOf(value));
  if (listed.length > 0) return ownScale(listed);
  return typeof written.value === 'string' ? (statusScales.get(written.value.trim().toLowerCase()) ?? null) : null;
}

/** A scale that a plan declares itself: words and what each means there. */
function ownScale(written: readonly (readonly [string, FrontMatterValue])[]): StatusScale {
  const words = new Set(written.map(([word]) => word.toLowerCase()));
  const known = [...statusScales.values()].flatMap(({ statuses }) => statuses);
  const statuses = written.map(([key, value]): Status => {
    const meaning = typeof value === 'string' ? value : '';
    const like = known.find(({ word }) => word === key.toLowerCase());
    // Only what can be nothing else: the letter and the coloured mark of a colour, never another word.
    const aliases = (like?.aliases ?? []).filter((alias) => !/[A-Za-zÀ-ɏ]{2}/u.test(alias) && !words.has(alias.toLowerCase()));
    return { word: key, meaning, aliases, stage: stageOf(meaning, key, known) };
  });
  return { name: 'own', statuses };
}

/** An item of a scale written as a list: `blue`, `blue: not yet due`, or `{ word: blue, meaning: not yet due }`. */
function statusOf(value: FrontMatterValue): readonly (readonly [string, FrontMatterValue])[] {
  if (typeof value === 'string') return [[value, null]];
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
  const map = value as { readonly [key: string]: FrontMatterValue };
  return typeof map['word'] === 'string' ? [[map['word'], map['meaning'] ?? null]] : Object.entries(map);
}

const stageWords: readonly (readonly [RegExp, Status['stage']])[] = [
  [/\bnot (?:yet )?(?:started|begun|due)\b/i, 'not-started'],
  [/\boff[- ]track\b|\boverdue\b|\bnot (?:be )?met\b|\bmissed\b|\bserious\b|\bsignificant\b/i, 'off-track'],
  [/\bslip|\brisk\b|\bdelay|\bbehind\b|\bconcern/i, 'at-risk'],
  [/\bcomplete|\bdone\b|\bembedded\b|\bachieved\b|\bclosed\b|\bfinished\b/i, 'complete'],
  [/\bon[- ](?:track|target|course)\b/i, 'on-track'],
];

function stageOf(meaning: string, word: string, known: readonly Status[]): Status['stage'] {
  const said = meaning.replace(/\bno (?:\w+ (?:or|and) )?(?:risks?|issues?|concerns?|slippage|delays?)\b/gi, 'on track');
  if (said.trim() !== '')
    return (stageWords.find(([pattern]) => pattern.test(said)) ?? stageWords.find(([pattern]) => pattern.test(word)))?.[1] ?? 'other';
  return known.find((status) => status.word === word.toLowerCase())?.stage ?? 'other';
}

function peopleOf(frontMatter: FrontMatter, configuration: Configuration): ReadonlyMap<string, Person> {
  const written = field(frontMatter, 'people');
  if (!written) return configuration.people;
  const own = [...peopleOfMap(written.value), ...written.items.flatMap(({ value }) => [...peopleOfMap(value)])];
  return own.length === 0 ? configuration.people : new Map([...configuration.people, ...own]);
}

/** `AB: Ann Bell, Head of Assessment`, `AB: { name: …, post: … }`, or one person with `initials`. */
function* peopleOfMap(value: FrontMatterValue): Generator<readonly [string, Person]> {
  if (typeof value === 'string') {
    const colon = value.indexOf(':');
    if (colon > 0) yield [value.slice(0, colon).trim(), personOf(value.slice(0, colon).trim(), value.slice(colon + 1))];
    return;
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return;
  const map = value as { readonly [key: string]: FrontMatterValue };
  if (typeof map['initials'] === 'string') {
    yield [map['initials'], personOf(map['initials'], map)];
    return;
  }
  for (const [initials, person] of Object.entries(map)) yield [initials, personOf(initials, person)];
}

function personOf(key: string, value: FrontMatterValue): Person {
  const initials = /^[A-ZÀ-Þ]{1,4}$/u.test(key) ? key : null;
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    const { name, post } = value as { readonly [key: string]: FrontMatterValue };
    return {
      initials,
      name: typeof name === 'string' ? name : initials === null ? key : null,
      post: typeof post === 'string' ? post : null,
    };
  }
  const text = value === null || typeof value === 'object' ? '' : String(value).trim();
  const comma = text.indexOf(',');
  if (comma > 0) return { initials, name: text.slice(0, comma).trim(), post: text.slice(comma + 1).trim() || null };
  const isPost =
    /\b(?:head|director|manager|officer|lead|leader|chief|principal|adviser|commissioner|chair|member|service|team|assistant|executive)\b/i.test(
      text,
    );
  return isPost ? { initials, name: null, post: text } : { initials, name: text || null, post: null };
}
