import type { DocumentType, Role } from '../model/vocabulary.ts';
import type { FieldDefinition, HouseStyleDefinition, LayoutDefinition, SectionDefinition, StatusDefinition } from './definition.ts';
import {
  formFields,
  formSections,
  type Committee,
  type DocumentLayout,
  type HouseStyle,
  type Numbering,
  type SectionLayout,
} from './house-style.ts';
import { optional, resolveHouseStyle } from './resolve.ts';
import { isOpenName, sectionKey } from './section-names.ts';

/** What a document shows of its council's form. Plain data, taken from the document by whoever asks. */
export interface DocumentShape {
  readonly type: DocumentType;
  /** The house style that it says it follows; null where it says none. */
  readonly houseStyle: string | null;
  /** Keys of the header in their order. */
  readonly fields: readonly string[];
  /** Sections in their order; level 2 for a section, 3 for one inside it. Role null where nobody knows what it is for. */
  readonly sections: readonly { readonly heading: string; readonly role: Role | null; readonly level: 2 | 3 }[];
  /** How its paragraphs and recommendations are numbered; null where that cannot be told. */
  readonly numbering: { readonly [K in keyof Numbering]: Numbering[K] | null };
  /** Status words that it declares itself, or the name of a scale; null where it declares none. */
  readonly statusScale: string | readonly StatusDefinition[] | null;
  /** Bodies that it goes to. */
  readonly bodies: readonly string[];
}

/** A house style made from one document. */
export interface ProposedHouseStyle {
  /** Only what differs from the style that it extends. */
  readonly definition: HouseStyleDefinition;
  /** Headings whose role was told by their place alone: each stands where the style that is extended has one section of another name. */
  readonly guessed: readonly { readonly heading: string; readonly role: Role }[];
  /** Headings that went into no section, because nobody knows what they are for. The officer may give them a role. */
  readonly unplaced: readonly string[];
}

/**
 * A house style of which the document is a model: it extends the built-in style that is nearest to it and says only what differs.
 * A section that the document does not have is not part of its form. Its name is the caller's. Never throws.
 */
export function proposeHouseStyle(shape: DocumentShape, name: string, styles: ReadonlyMap<string, HouseStyle>): ProposedHouseStyle {
  const base = nearestHouseStyle(shape, styles);
  const layout = base.types[shape.type] ?? { fields: [], sections: [], wordLimit: null };
  const known = withGuessedRoles(shape.sections, layout);
  const sections = placedSections(known, layout);
  const definition: HouseStyleDefinition = {
    name,
    extends: base.name,
    status: 'starting-point',
    ...optional('committees', committeesOf(shape, base)),
    ...optional('numbering', numberingOf(shape, layout.numbering ?? base.numbering)),
    ...optional('statusScale', scaleOf(shape, base)),
    ...optional('types', typesOf(shape, sections, layout, base, name)),
  };
  return {
    definition,
    guessed: known
      .filter(({ role }, index) => role !== null && shape.sections[index]!.role === null)
      .map(({ heading, role }) => ({ heading, role: role! })),
    // In the papers of a meeting and in a letter, headings name subjects, which are no part of a form.
    unplaced: ['minutes', 'agenda', 'inspection-letter'].includes(shape.type)
      ? []
      : known.filter(({ role }) => role === null).map(({ heading }) => heading),
  };
}

/**
 * A name for a house style from what an officer calls it: `Aldersham Council, scrutiny` → `aldersham-council-scrutiny`. Null where no
 * letter is left.
 */
export function houseStyleName(title: string): string | null {
  const name = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[̀-ͯ'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return name === '' ? null : name.slice(0, 60).replace(/-+$/, '');
}

/**
 * The style that the document says it follows, else the one whose form has most in common with it; the generic one where none is nearer
 * than it.
 */
export function nearestHouseStyle(shape: DocumentShape, styles: ReadonlyMap<string, HouseStyle>): HouseStyle {
  const generic = styles.get('generic')!;
  const stated = shape.houseStyle === null ? undefined : styles.get(shape.houseStyle);
  if (stated && stated !== generic) return stated;
  let best = generic;
  let most = score(shape, generic);
  for (const style of styles.values()) {
    const points = score(shape, style);
    if (points > most) [best, most] = [style, points];
  }
  return best;
}

/** What the two have in common, less what only the style has. */
function score(shape: DocumentShape, { name, types, numbering }: HouseStyle): number {
  const layout = types[shape.type];
  if (!layout) return 0;
  const form = formSections(layout);
  const keys = new Set(shape.sections.map(({ heading }) => sectionKey(heading)));
  const alike = form.filter((section) => [...keys].some((key) => isNamed(section.heading, key))).length;
  const fields = formFields(layout).filter(({ key }) => !ofTheOccasion.has(key));
  const shared = fields.filter(({ key }) => shape.fields.includes(key)).length;
  const numbered = layout.numbering ?? numbering;
  const same = (['paragraphs', 'recommendations'] as const).filter((what) => shape.numbering[what] === numbered[what]).length;
  // The generic form offers much and asks for little: what a document does not take of it speaks for no other.
  const missed = name === 'generic' ? 0 : (form.length - alike) * 0.5 + (fields.length - shared) * 0.25;
  return alike * 2 + shared * 0.5 + same - missed;
}

/** Whether a heading, by its key, is called as a house style calls it. */
const isNamed = (name: string, key: string): boolean =>
  isOpenName(name) ? key.startsWith(`${sectionKey(name)} `) : key === sectionKey(name);

/**
 * The sections, those of unknown role with the role of the one section that the form has in their place: "Report in brief" before the
 * recommendations, where the form has a summary and the document none.
 */
function withGuessedRoles(sections: DocumentShape['sections'], layout: DocumentLayout): DocumentShape['sections'] {
  const form = formSections(layout).filter(({ level }) => level === 2);
  const top = sections.filter(({ level }) => level === 2);
  const present = new Set(top.map(({ role }) => role));
  const placeOf = (section: DocumentShape['sections'][number] | undefined, none: number): number => {
    if (!section) return none;
    const at = section.role === null ? -1 : form.findIndex(({ role }) => role === section.role);
    return at < 0 ? NaN : at;
  };
  return sections.map((section) => {
    // An appendix bound in behind the paper is no part of its form.
    if (section.role !== null || section.level !== 2 || /^(?:appendix|annex)\b/i.test(section.heading)) return section;
    const index = top.indexOf(section);
    const [before, after] = [placeOf(top[index - 1], -1), placeOf(top[index + 1], form.length)];
    const missing = after > before ? form.slice(before + 1, after) : [];
    return missing.length === 1 && !present.has(missing[0]!.role) ? { ...section, role: missing[0]!.role } : section;
  });
}

interface PlacedSection {
  readonly heading: string;
  readonly role: Role;
  readonly level: 2 | 3;
}

/**
 * Sections that can be part of a form: their role is known. A form's own part of a section is one that the style has, or an implication.
 */
function placedSections(sections: DocumentShape['sections'], layout: DocumentLayout): readonly PlacedSection[] {
  return sections.flatMap(({ heading, role, level }) => {
    if (role === null || sectionKey(heading) === '') return [];
    const isPart =
      level === 2 || role.startsWith('implications/') || layout.sections.some((section) => section.level === 3 && section.role === role);
    return isPart ? [{ heading, role, level }] : [];
  });
}

/** Lines of the header that hang on the occasion: that a document is without one says nothing of the council's form. */
const ofTheOccasion: ReadonlySet<string> = new Set([
  'type',
  'house-style',
  'published',
  'lateness',
  'notice-published',
  'responds-to',
  'inspection',
  'status-scale',
  'people',
  'acronyms',
  'as-at',
  'reporting-period',
  'version',
  'approved',
]);

function fieldsOf(shape: DocumentShape, layout: DocumentLayout): readonly FieldDefinition[] {
  const form = formFields(layout);
  const own: FieldDefinition[] = [];
  let previous: string | undefined;
  for (const key of shape.fields) {
    if (ofTheOccasion.has(key)) continue;
    const isInForm = form.some((field) => field.key === key);
    if (!isInForm) {
      // A new line comes after the one before it in the list, which therefore is named too.
      if (previous !== undefined && own.at(-1)?.key !== previous) own.push({ key: previous });
      own.push(layout.fields.some((field) => field.key === key) ? { key } : { key, label: asLabel(key) });
    }
    previous = key;
  }
  // A line that may be left out does no harm where it is offered.
  const missing = form.filter(({ key, required }) => required && !ofTheOccasion.has(key) && !shape.fields.includes(key));
  return [...own, ...missing.map(({ key }): FieldDefinition => (ofEveryForm.has(key) ? { key, required: false } : { key, omit: true }))];
}

/** Lines without which a paper cannot be placed at all; they stay on offer. */
const ofEveryForm: ReadonlySet<string> = new Set(['title', 'body', 'meeting-date']);

const asLabel = (key: string): string => (key.charAt(0).toUpperCase() + key.slice(1)).replaceAll('-', ' ');

function typesOf(
  shape: DocumentShape,
  sections: readonly PlacedSection[],
  layout: DocumentLayout,
  base: HouseStyle,
  name: string,
): HouseStyleDefinition['types'] {
  const fields = fieldsOf(shape, layout);
  const withFields = fields.length > 0 ? { fields } : {};
  const candidates: readonly LayoutDefinition[] =
    sections.length === 0
      ? [withFields]
      : [
          { ...withFields, ...changesOf(sections, layout) },
          { ...withFields, wholeForm: true, ...wholeFormOf(sections, layout) },
        ];
  const right = candidates.find((candidate) => isForm(candidate, shape.type, sections, base, name)) ?? candidates.at(-1)!;
  return Object.keys(right).length === 0 ? undefined : { [shape.type]: right };
}

/** Whether the style that a definition makes has exactly these sections. */
function isForm(
  definition: LayoutDefinition,
  type: DocumentType,
  sections: readonly PlacedSection[],
  base: HouseStyle,
  name: string,
): boolean {
  const own: HouseStyleDefinition = { name, extends: base.name, types: { [type]: definition } };
  const form = formSections(resolveHouseStyle(name, new Map([[name, own]])).houseStyle.types[type]!);
  return (
    form.length === sections.length &&
    form.every((section, index) => {
      const { role, heading, level } = sections[index]!;
      return section.role === role && section.level === level && isNamed(section.heading, sectionKey(heading));
    })
  );
}

/** The form as changes of another one, section by section. */
function changesOf(sections: readonly PlacedSection[], layout: DocumentLayout): LayoutDefinition {
  const left = new Map<Role, SectionLayout[]>();
  for (const section of layout.sections) left.set(section.role, [...(left.get(section.role) ?? []), section]);
  const steps = sections.map((section) => {
    const from = left.get(section.role)?.shift();
    const entry = changed(section, from, sections);
    const isNew = !from || from.recognisedOnly === true;
    return { entry, from, isNew, isChanged: isNew || Object.keys(entry).length > 1 };
  });
  const used = new Set(steps.map(({ from }) => from));
  const form = formSections(layout);
  const gone = form.filter((section, index) => {
    // What stands inside a section goes with it.
    const whole = section.level === 2 ? section : form.slice(0, index).findLast(({ level }) => level === 2);
    return !used.has(section) && (whole === section || whole === undefined || used.has(whole));
  });
  // Sections of one role are told apart by their order: where one is named, all are.
  const touched = new Set([...steps.filter(({ isChanged }) => isChanged).map(({ entry }) => entry.role), ...gone.map(({ role }) => role)]);
  const own = steps
    .filter(({ entry, isChanged }, index) => {
      const isSeveral = sections.filter(({ role }) => role === entry.role).length > 1;
      // A new section comes after the one before it in the list, which therefore is named too.
      return isChanged || (isSeveral && touched.has(entry.role)) || steps[index + 1]?.isNew === true;
    })
    .map(({ entry }) => entry);
  const all = [...own, ...gone.map(({ role }): SectionDefinition => ({ role, omit: true }))];
  return all.length > 0 ? { sections: all } : {};
}

function wholeFormOf(sections: readonly PlacedSection[], layout: DocumentLayout): LayoutDefinition {
  const left = new Map<Role, SectionLayout[]>();
  for (const section of layout.sections) left.set(section.role, [...(left.get(section.role) ?? []), section]);
  return { sections: sections.map((section) => changed(section, left.get(section.role)?.shift(), sections)) };
}

/** What must be said of a section so that it is as in the document. */
function changed(
  { role, heading, level }: PlacedSection,
  from: SectionLayout | undefined,
  sections: readonly PlacedSection[],
): SectionDefinition {
  const several = sections.filter((section) => section.role === role).length > 1;
  const isTheSame = from !== undefined && isNamed(from.heading, sectionKey(heading));
  return {
    role,
    ...(isTheSame ? {} : { heading }),
    ...((from?.level ?? 2) === level ? {} : { level }),
    ...(several && !isTheSame && !from?.repeats ? { repeats: true } : {}),
  };
}

function numberingOf({ numbering }: DocumentShape, base: Numbering): Partial<Numbering> | undefined {
  const own = {
    ...(numbering.paragraphs !== null && numbering.paragraphs !== base.paragraphs ? { paragraphs: numbering.paragraphs } : {}),
    ...(numbering.recommendations !== null && numbering.recommendations !== base.recommendations
      ? { recommendations: numbering.recommendations }
      : {}),
  };
  return Object.keys(own).length > 0 ? own : undefined;
}

function scaleOf({ statusScale }: DocumentShape, base: HouseStyle): HouseStyleDefinition['statusScale'] {
  if (statusScale === null) return undefined;
  if (typeof statusScale === 'string') return statusScale === base.statusScale.name ? undefined : statusScale;
  return { statuses: statusScale };
}

function committeesOf({ bodies }: DocumentShape, base: HouseStyle): readonly Committee[] | undefined {
  const own = bodies.filter((body) => !base.committees.some(({ name }) => sameWords(name) === sameWords(body)));
  return own.length > 0 ? own.map((name) => ({ name, kind: kindOfBody(name) })) : undefined;
}

const sameWords = (text: string): string => text.toLowerCase().replaceAll('’', "'");

function kindOfBody(name: string): Committee['kind'] {
  if (/\bscrutiny\b/i.test(name)) return 'scrutiny';
  if (/\b(?:cabinet|executive)\b/i.test(name)) return 'executive';
  if (/\bboard\b/i.test(name)) return 'board';
  return /\bcouncil$/i.test(name) ? 'council' : 'other';
}
