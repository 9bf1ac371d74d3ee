import { formSections, type HouseStyle, type SectionLayout } from '../house-styles/house-style.ts';
import { sectionKey } from '../house-styles/section-names.ts';
import { documentTypes, typeNames, type DocumentType } from '../model/vocabulary.ts';
import { newDocument } from './new-document.ts';
import { sectionText } from './new-section.ts';
import { fillIn } from './tab-stops.ts';

/** An entry of a VS Code snippet file. */
interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

export const snippetsPath = 'snippets/inspection-response.code-snippets.json';

/** Files of snippets made from house styles, path from the root of the project → content. */
export function generatedSnippets(houseStyles: readonly HouseStyle[]): ReadonlyMap<string, string> {
  const snippets = Object.fromEntries([...pieces, ...documents(houseStyles), ...sections(houseStyles)]);
  return new Map([[snippetsPath, `${JSON.stringify(snippets, null, 2)}\n`]]);
}

const lines = (text: string): readonly string[] => `${fillIn(text.trimEnd()).snippet}\n$0`.split('\n');

/** Smaller than a section: what an officer adds to one. */
const pieces: readonly (readonly [string, Snippet])[] = (
  [
    ['Finding', ['finding', 'area for improvement'], '- **F[number]** [The area for improvement, in the inspectors’ words.]', 'An area for improvement'],
    ['Priority finding', ['priority finding', 'area for priority action'], '- **P[number]** [The area for priority action, in the inspectors’ words.]', 'An area for priority action'],
    ['Strength', ['strength'], '- **S[number]** [The strength, in the inspectors’ words.]', 'A strength'],
    ['Recommendation', ['recommendation'], '- **R[number]** That the [name of the body] [considers, endorses or agrees what].', 'A recommendation: one body, one act'],
    ['Recommendation that delegates', ['recommendation delegation', 'delegation'],
      '- **R[number]** That the [name of the body] delegates authority to the [post], in consultation with the [post or portfolio], to [act and its limits].', 'Delegated authority: post, consultee and limit'],
    ['Action item', ['action item'],
      '- **A[number]** [What will be done, and how anyone can tell that it is done]\n  - Owner: [one post]\n  - Due: [day, month and year]\n  - Addresses: [labels of the findings]\n  - Measure: [what is counted] from [baseline] ([month and year]) to [target] by [day, month and year]\n  - Evidence: [what will show it]\n  - Status: [status]',
      'An action with its fields'],
    ['Action row', ['action row'], '| A[number] | [Findings] | [What will be done] | [One post] | [Day, month and year] | [Baseline, target and by when] | [What will show it] | [Status] |', 'A row of the action table'],
    ['Action table', ['action table'],
      '| Ref | Addresses | Action | Owner | Due | Measure | Evidence | Status |\n|---|---|---|---|---|---|---|---|\n| A[number] | [Findings] | [What will be done] | [One post] | [Day, month and year] | [Baseline, target and by when] | [What will show it] | [Status] |',
      'A table of actions'],
    ['Measure row', ['measure row'], '| M[number] | [What is counted, and of how many] | [Where it stood, and when] | [Where it should be] | [Where it is] | [Day, month and year] |', 'A row of the table of measures'],
    ['Measure table', ['measure table'],
      '| Ref | Measure | Baseline | Target | Actual | By |\n|---|---|---|---|---|---|\n| M[number] | [What is counted, and of how many] | [Where it stood, and when] | [Where it should be] | [Where it is] | [Day, month and year] |',
      'A table of measures'],
    ['Measure', ['measure'], '[What is counted] from [baseline] ([month and year]) to [target] by [day, month and year]', 'A measure: baseline, target, date'],
    ['Acronym', ['acronym'], '[Long form] ([SHORT FORM])', 'A short form explained at first use'],
  ] as const
).map(([name, prefix, text, description]) => [name, { prefix, body: lines(text), description }]);

/** Kinds of document for which a council has a form of its own. The generic form in its name is what "New Document…" makes. */
const ownTypes = (houseStyle: HouseStyle, houseStyles: readonly HouseStyle[]): readonly DocumentType[] => {
  const generic = houseStyles.find(({ name }) => name === 'generic');
  return documentTypes.filter((type) => houseStyle.types[type] && (houseStyle === generic || houseStyle.types[type] !== generic?.types[type]));
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
  const found = new Map<string, { readonly section: SectionLayout; readonly type: DocumentType; readonly styles: Set<string>; readonly titles: Set<string> }>();
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
    const prefixesWith = (key: string) => [...styles].map((style) => (style === 'generic' ? `section ${key}` : `section ${words(style)} ${key}`));
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
