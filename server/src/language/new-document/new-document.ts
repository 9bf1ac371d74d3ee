import { stringify } from 'yaml';
import {
  formFields,
  formSections,
  type DocumentLayout,
  type FieldLayout,
  type HouseStyle,
  type SectionLayout,
} from '../house-styles/house-style.ts';
import { typeNames, type DocumentType } from '../model/vocabulary.ts';
import { sectionText } from './new-section.ts';
import { fillIn, type FillIn } from './tab-stops.ts';

export interface NewDocumentOptions {
  /** Fields of the front matter that are known already, by key; they stand in the place of the house style's. */
  readonly values?: Readonly<Record<string, Value>>;
  /** What is known to stand in a section of the form; null for what its template asks for. */
  readonly known?: (section: SectionLayout) => string | null;
  /** A section that is written already: before the section of the form that has this place, or instead of it. */
  readonly inserted?: { readonly text: string; readonly at: number; readonly replaces: boolean };
}

export type Value = string | readonly string[] | { readonly [key: string]: Value };

/**
 * A new document of a kind in a house style: front matter with the fields of its form, the title, and every section of its form in
 * order, each with the house style's template. What must be filled in stands in `[square brackets]`. Never throws.
 */
export function newDocument(
  type: DocumentType,
  houseStyle: HouseStyle,
  { values = {}, known = () => null, inserted }: NewDocumentOptions = {},
): FillIn {
  const layout = houseStyle.types[type] ?? { fields: [], sections: [], wordLimit: null };
  const header = frontMatterOf(type, houseStyle, layout, values);
  const title = titleOf(type, layout, values);
  const sections = formSections(layout).map((section) => sectionText(section, section.level, known(section)));
  if (inserted) sections.splice(inserted.at, inserted.replaces ? 1 : 0, inserted.text);
  const text = [`---\n${stringify(header, { lineWidth: 0 })}---\n`, `# ${title}\n`, ...sections].join('\n');
  const { snippet } = fillIn(text, title);
  return { text, snippet: `${snippet}$0` };
}

function frontMatterOf(
  type: DocumentType,
  houseStyle: HouseStyle,
  layout: DocumentLayout,
  values: Readonly<Record<string, Value>>,
): Record<string, Value> {
  const header: Record<string, Value> = { type, 'house-style': houseStyle.name };
  for (const field of formFields(layout)) {
    if (field.key in header) continue;
    const value = Object.hasOwn(values, field.key) ? values[field.key] : templateOf(field);
    if (value !== undefined) header[field.key] = value;
  }
  for (const [key, value] of Object.entries(values)) if (!(key in header)) header[key] = value;
  return header;
}

/** What a field starts with; undefined for one that a new document does without. */
function templateOf(field: FieldLayout): Value | undefined {
  if (field.fields) {
    const entries = field.fields.flatMap((inner): [string, Value][] => {
      const value = templateOf(inner);
      return value === undefined ? [] : [[inner.key, value]];
    });
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  }
  return field.template ?? (field.required ? `[${field.label.toLowerCase()}]` : undefined);
}

function titleOf(type: DocumentType, layout: DocumentLayout, values: Readonly<Record<string, Value>>): string {
  if (typeof values['title'] === 'string') return values['title'];
  const field = formFields(layout).find(({ key }) => key === 'title');
  return field?.template ?? `[title of the ${typeNames[type]}]`;
}
