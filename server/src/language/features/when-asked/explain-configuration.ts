import { explainConfiguration, type DocumentSays, type Explanation, type InForce } from '../../configuration/explain.ts';
import { field, textOf, type FrontMatterField } from '../../model/front-matter/front-matter.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { DocumentAddress } from '../../text/document-address.ts';

/** What was found of the configuration, beside what the snapshot holds. */
export type ConfigurationFound = Pick<InForce, 'editor'> & {
  readonly file: {
    readonly address: DocumentAddress;
    readonly text: string;
    readonly problems: NonNullable<InForce['file']>['problems'];
  } | null;
};

/** Every value that applies to a document, and who says so. `nameOf` gives a file's name as the officer is to read it. */
export function explainDocument(
  snapshot: Snapshot,
  { file, editor }: ConfigurationFound,
  rules: readonly Rule[],
  nameOf: (address: DocumentAddress) => string,
): Explanation {
  const {
    model: { context },
    configuration,
    today,
  } = snapshot;
  return explainConfiguration(
    whatItSays(snapshot, nameOf),
    {
      configuration,
      houseStyle: context.houseStyle,
      statusScale: context.statusScale,
      people: context.people,
      today,
      editor,
      file: file && { name: nameOf(file.address), text: file.text, problems: file.problems },
    },
    rules,
  );
}

function whatItSays({ model, view }: Snapshot, nameOf: (address: DocumentAddress) => string): DocumentSays {
  const { frontMatter, context, address } = model;
  const lineOf = ({ keySpan }: FrontMatterField): number => view.position(keySpan.start).line + 1;
  const at = (...path: string[]): { readonly line: number } | null => {
    const found = field(frontMatter, ...path);
    return found ? { line: lineOf(found) } : null;
  };
  const stated =
    textOf(frontMatter, 'type')
      ?.trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-') === context.type;
  const houseStyle = textOf(frontMatter, 'house-style');
  const people = field(frontMatter, 'people');
  return {
    address,
    name: nameOf(address),
    type: {
      value: context.type,
      from: stated ? 'front matter' : context.typeIsStated ? 'file name' : 'assumed',
      line: stated ? at('type')!.line : null,
    },
    houseStyle: houseStyle === null ? null : { value: houseStyle, ...at('house-style')! },
    statusScale: context.statusScale === context.houseStyle.statusScale ? null : at('status-scale'),
    asAt: textOf(frontMatter, 'as-at') === null ? null : at('as-at'),
    // Those written as a list are told by the line of the list.
    people: new Map(
      [...context.people.keys()].flatMap((key): [string, number][] => {
        const own = people?.fields.get(key);
        return own ? [[key, lineOf(own)]] : people && people.items.length > 0 ? [[key, lineOf(people)]] : [];
      }),
    ),
    acronyms: [...(field(frontMatter, 'acronyms')?.fields.values() ?? [])].map((one) => ({
      key: one.key,
      value: String(one.value ?? ''),
      line: lineOf(one),
    })),
  };
}
