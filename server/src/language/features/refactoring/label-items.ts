import type { Label } from '../../model/items.ts';
import type { Snapshot } from '../../snapshot.ts';
import { freeLabels, labelBefore, unlabelledFindings, unlabelledRecommendations } from '../../rules/labelling.ts';
import { contains, type Span, type TextEdit } from '../../text/span.ts';
import { linesOf } from '../as-written/source-lines.ts';
import { nextLabels } from '../as-written/next-label.ts';
import { cellsOf } from '../as-written/table-cells.ts';
import { columnOf, tableAt } from '../as-written/tables.ts';
import type { Refactoring } from './offer.ts';

const prefixes = { finding: 'F', recommendation: 'R', action: 'A' } as const;
type Kind = keyof typeof prefixes;
const kinds = Object.keys(prefixes) as readonly Kind[];

/**
 * Gives a label to every finding, recommendation or action that has none, in the section at the cursor or in the whole document; those that
 * are there stay.
 */
export const labelItems: Refactoring = {
  id: 'label-items',
  offers(snapshot, { start }) {
    const { view } = snapshot;
    const section = view.sectionAt(start);
    return kinds.flatMap((kind) => {
      const all = unlabelled(snapshot, kind);
      if (!all.some(({ span }) => span.start <= start && start <= span.end)) return [];
      const here = section ? all.filter(({ span }) => contains(section.span, span)) : [];
      return [
        ...(here.length > 0 && here.length < all.length ? [{ title: titleOf(snapshot, kind, 'section'), choice: `${kind} section` }] : []),
        { title: titleOf(snapshot, kind, 'document'), choice: `${kind} document` },
      ];
    });
  },
  edits(snapshot, { start }, choice) {
    const kind = kinds.find((one) => choice.startsWith(`${one} `));
    const section = choice.endsWith(' section') ? snapshot.view.sectionAt(start) : null;
    if (!kind) return [];
    const items = unlabelled(snapshot, kind).filter(({ span }) => !section || contains(section.span, span));
    const labels =
      nextLabels(snapshot, labelsOf(snapshot, kind), items.length) ??
      freeLabels(prefixes[kind], items.length, snapshot.view, snapshot.response);
    return items.map(({ labelled }, i) => labelled(labels[i]!));
  },
};

function titleOf({ words }: Snapshot, kind: Kind, scope: 'section' | 'document'): string {
  switch (kind) {
    case 'finding':
      return scope === 'section' ? words.say('Label the findings of this section') : words.say('Label every finding that has no label');
    case 'recommendation':
      return scope === 'section'
        ? words.say('Label the recommendations of this section')
        : words.say('Label every recommendation that has no label');
    case 'action':
      return scope === 'section' ? words.say('Label the actions of this section') : words.say('Label every action that has no label');
  }
}

const labelsOf = ({ view }: Snapshot, kind: Kind): readonly Label[] =>
  view.items('label-definition').flatMap(({ item }) => (item.defines === kind ? [item.label] : []));

/** Something without a label, and the edit that gives it one. */
interface Unlabelled {
  readonly span: Span;
  labelled(label: string): TextEdit;
}

function unlabelled(snapshot: Snapshot, kind: Kind): readonly Unlabelled[] {
  const { view } = snapshot;
  if (kind === 'finding')
    return unlabelledFindings(view.items('finding')).map((on) => ({
      span: on.span,
      labelled: (label) => labelBefore(on, on.item.textSpan, label),
    }));
  if (kind === 'recommendation')
    return unlabelledRecommendations(view.items('recommendation')).map((on) => ({
      span: on.span,
      labelled: (label) => labelBefore(on, on.item.span, label),
    }));
  return view
    .items('action')
    .filter(({ item }) => !item.label && !item.taken)
    .flatMap((on): readonly Unlabelled[] => {
      if (on.item.form !== 'table') return [{ span: on.span, labelled: (label) => labelBefore(on, on.item.span, label) }];
      const cell = emptyReference(snapshot, on.index);
      return cell ? [{ span: on.span, labelled: (label) => ({ span: cell, newText: ` ${label} ` }) }] : [];
    });
}

/** The cell of a row that its label belongs in, where there is one with nothing in it. */
function emptyReference({ view }: Snapshot, index: number): Span | null {
  const table = tableAt(view, index);
  const line = linesOf(view.model.syntax.blocks[index]!.text)[0]?.text ?? '';
  const cell = table && cellsOf(line)[columnOf(table.header, 'ref')];
  const base = view.layout.starts[index]!;
  return cell && line.slice(cell.start, cell.end).trim() === '' ? { start: base + cell.start, end: base + cell.end } : null;
}
