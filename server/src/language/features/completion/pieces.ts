import { newDocument } from '../../new-document/new-document.ts';
import { pieces } from '../../new-document/pieces.ts';
import { fillIn } from '../../new-document/tab-stops.ts';
import { documentTypes, typeNames } from '../../model/vocabulary.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { Completion } from './completion-item.ts';
import { sectionCompletions } from './text.ts';
import type { Line } from '../as-written/lines.ts';

/** With fewer letters, half of all first words would do. */
const fewestLetters = 3;

/**
 * Whole pieces where a line of its own begins with their name: findings, recommendations and actions to fill in, sections of the house
 * style, and in a document with nothing else in it a whole paper. Nothing in the middle of a text: there the words are the officer's.
 */
export function completePieces(snapshot: Snapshot, line: Line, before: string): readonly Completion[] {
  const typed = before.trim().toLowerCase();
  const isAlone =
    line.block.kind !== 'table-row' && line.block.text.trim() === line.text.trim() && line.text.slice(before.length).trim() === '';
  if (!isAlone || !/^ {0,3}[a-z][a-z -]*$/i.test(before) || typed.length < fewestLetters) return [];
  // In the capitals that it was typed in, so that the editor, which ranks by them too, keeps this order.
  const named = (names: readonly string[]): string | undefined => {
    const name = names.find((one) => one.toLowerCase().startsWith(typed));
    return name === undefined ? undefined : before.trim() + name.slice(typed.length);
  };
  const offered = ({
    name,
    text,
    snippet,
    detail,
    prefixes,
  }: {
    readonly name: string;
    readonly text: string;
    readonly snippet: string;
    readonly detail: string;
    readonly prefixes: readonly string[];
  }): readonly Completion[] => {
    const filter = named(prefixes);
    return filter === undefined
      ? []
      : [{ label: name, kind: 'piece', detail, insert: text, snippet: `${snippet}$0`, replace: line.span, filter }];
  };
  return [
    ...pieces.flatMap(({ name, prefixes, text, description }) => offered({ name, prefixes, detail: description, ...fillIn(text) })),
    ...sectionCompletions(snapshot, line).flatMap((section): readonly Completion[] => {
      const filter = named([section.label, `section ${section.label}`]);
      return filter === undefined ? [] : [{ ...section, filter }];
    }),
    ...wholePapers(snapshot, line).flatMap(offered),
  ];
}

function wholePapers({ view, model }: Snapshot, line: Line) {
  if (model.frontMatter.span || view.layout.syntax.blocks.some((block) => block !== line.block && block.text.trim() !== '')) return [];
  const { houseStyle } = model.context;
  return documentTypes.map((type) => {
    const { text, snippet } = newDocument(type, houseStyle);
    // The snippet says itself where the cursor ends.
    return {
      name: `${typeNames[type]}, whole`,
      prefixes: [typeNames[type], `document ${typeNames[type]}`],
      detail: houseStyle.title,
      text,
      snippet: snippet.replace(/\$0$/, ''),
    };
  });
}
