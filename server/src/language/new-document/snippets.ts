import { formSections, type HouseStyle, type SectionLayout } from '../house-styles/house-style.ts';
import { sectionKey } from '../house-styles/section-names.ts';
import { documentTypes, typeNames, type DocumentType } from '../model/vocabulary.ts';
import { newDocument } from './new-document.ts';
import { sectionText } from './new-section.ts';
import { pieces } from './pieces.ts';
import { fillIn } from './tab-stops.ts';

/** An entry of a VS Code snippet file. */
interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

const snippetsPath = 'snippets/inspection-response.code-snippets.json';

/** Files of snippets made from house styles, path from the root of the project → content. */
export function generatedSnippets(houseStyles: readonly HouseStyle[]): ReadonlyMap<string, string> {
  const snippets = Object.fromEntries([
    ...pieces.map(({ name, prefixes, text, description }) => [name, { prefix: prefixes, body: lines(text), description }] as const),
    ...documents(houseStyles),
    ...sections(houseStyles),
  ]);
  return new Map([[snippetsPath, `${JSON.stringify(snippets, null, 2)}\n`]]);
}

const lines = (text: string): readonly string[] => `${fillIn(text.trimEnd()).snippet}\n$0`.split('\n');

/** Kinds of document for which a council has a form of its own. The generic form in its name is what "New Document…" makes. */
const ownTypes = (houseStyle: HouseStyle, houseStyles: readonly HouseStyle[]): readonly DocumentType[] => {
  const generic = houseStyles.find(({ name }) => name === 'generic');
  return documentTypes.filter(
    (type) => houseStyle.types[type] && (houseStyle === generic || houseStyle.types[type] !== generic?.types[type]),
  );
};

function documents(houseStyles: readonly HouseStyle[]): (readonly [string, Snippet])[] {
  return houseStyles.flatMap((houseStyle) =>
    ownTypes(houseStyle, houseStyles).map((type): readonly [string, Snippet] => [
      `Document: ${typeNames[type]}, ${houseStyle.name}`,
      {
        prefix: [`document ${typeNames[type]} ${words(houseStyle.name)}`],
        body: newDocument(type, houseStyle).snippet.split('\n'),
        description: `A whole ${typeNames[type]}. ${houseStyle.title}${houseStyle.status === 'starting-point' && houseStyle.council ? ' (a starting point to confirm)' : ''}`,
      },
    ]),
  );
}

/** Every section once: those that several councils share are one snippet with a prefix for each. */
function sections(houseStyles: readonly HouseStyle[]): (readonly [string, Snippet])[] {
  const found = new Map<
    string,
    { readonly section: SectionLayout; readonly type: DocumentType; readonly styles: Set<string>; readonly titles: Set<string> }
  >();
  for (const houseStyle of houseStyles) {
    for (const type of documentTypes) {
      const layout = houseStyle.types[type];
      // A council's own form, and of the generic style whatever it knows.
      for (const section of layout ? (houseStyle.name === 'generic' ? layout.sections : formSections(layout)) : []) {
        const text = sectionText(section);
        const entry = found.get(text) ?? { section, type, styles: new Set<string>(), titles: new Set<string>() };
        entry.styles.add(houseStyle.name);
        entry.titles.add(houseStyle.title);
        found.set(text, entry);
      }
    }
  }
  const taken = new Set<string>();
  return [...found].map(([text, { section, type, styles: all, titles: names }]): readonly [string, Snippet] => {
    // What the generic style has is not offered again under the name of each council.
    const styles = all.has('generic') ? new Set(['generic']) : all;
    const titles = all.has('generic') ? new Set([[...names][0]!]) : names;
    const prefixesWith = (key: string) =>
      [...styles].map((style) => (style === 'generic' ? `section ${key}` : `section ${words(style)} ${key}`));
    const key = sectionKey(section.heading);
    // A minutes' "Recommendations" starts differently from a report's.
    const isTaken = prefixesWith(key).some((prefix) => taken.has(prefix));
    const prefix = prefixesWith(isTaken ? `${typeNames[type]} ${key}` : key);
    for (const one of prefix) taken.add(one);
    const first = [...styles][0]!;
    const name = [`Section: ${section.heading}`, ...(first === 'generic' ? [] : [first]), ...(isTaken ? [typeNames[type]] : [])].join(', ');
    return [name, { prefix, body: lines(text), description: `${firstSentence(section.guidance)} (${[...titles].join('; ')})` }];
  });
}

const words = (name: string): string => name.replaceAll('-', ' ');

const firstSentence = (text: string): string => /^[^.?]*[.?]/.exec(text)?.[0] ?? text;
