import type { ActionItem, FindingItem, Label, RecommendationItem } from '../../model/items.ts';
import type { DocumentView, Located } from '../../model/view.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { DocumentAddress } from '../../text/document-address.ts';
import { contains, shifted, touches, type Span } from '../../text/span.ts';
import { definition } from './definition.ts';
import { subjectAt } from './subject.ts';

/** A finding, recommendation or action as a step on the way from what inspectors found to what is done. */
export interface HierarchyItem {
  readonly kind: 'finding' | 'recommendation' | 'action';
  /** Key of its label; null where it has none. */
  readonly label: string | null;
  readonly name: string;
  readonly detail: string;
  readonly view: DocumentView;
  readonly span: Span;
  /** Its label, else its words. */
  readonly selection: Span;
}

/** What finds an item again in a later version. */
export interface HierarchyKey {
  readonly address: DocumentAddress;
  readonly kind: HierarchyItem['kind'];
  readonly label: string | null;
  readonly offset: number;
}

type Step = FindingItem | RecommendationItem | ActionItem;

/** The key of the label at an offset, else of the finding, recommendation or action there; null where there is none. */
export function hierarchyLabelAt(snapshot: Snapshot, offset: number): string | null {
  const found = subjectAt(snapshot, offset);
  if (found?.subject.of === 'label') return found.subject.name;
  return stepAt(snapshot.view, offset)?.label ?? null;
}

/** The steps that begin a hierarchy: what a label stands for, where it comes from; without a label the step around the offset. */
export function prepareCallHierarchy(
  snapshot: Snapshot,
  offset: number,
  label: string | null,
  views: readonly DocumentView[],
): readonly HierarchyItem[] {
  const step = label === null ? stepAt(snapshot.view, offset) : null;
  return step ? [step] : label === null ? [] : stepsOf(label, views);
}

/** The finding, recommendation or action that has a label. */
function stepsOf(label: string, views: readonly DocumentView[]): readonly HierarchyItem[] {
  const subject = { of: 'label', name: label } as const;
  return definition({ subject, role: 'reference', span: nowhere, whole: nowhere }, views).flatMap(({ view, span }) =>
    view ? (stepAt(view, span.start) ?? []) : [],
  );
}

const nowhere: Span = { start: 0, end: 0 };

/** Labels that a step answers: those that an action addresses, those that a recommendation names. */
export function answeredBy(view: DocumentView, { kind, label, offset }: HierarchyKey): readonly string[] {
  const on = steps(view, kind).find(({ item, span }) => (label === null ? span.start === offset : item.label?.key === label));
  if (!on) return [];
  return on.item.kind === 'action' ? on.item.addresses.map(({ key }) => key) : on.item.kind === 'recommendation' ? namedIn(on) : [];
}

/** What a step answers: the findings and recommendations with the labels that it names. */
export const incoming = (labels: readonly string[], views: readonly DocumentView[]): readonly HierarchyItem[] =>
  [...new Set(labels)].flatMap((label) => stepsOf(label, views)).filter(({ kind }) => kind !== 'action');

/** What answers a label: the recommendations that name it, then the actions that address it. */
export function outgoing(label: string, views: readonly DocumentView[]): readonly HierarchyItem[] {
  const recommendations = views.flatMap((view) =>
    steps(view, 'recommendation')
      .filter((on) => namedIn(on).includes(label))
      .map((on) => toItem(view, on)),
  );
  const actions = views.flatMap((view) =>
    view
      .items('action')
      .filter(({ item }) => item.addresses.some(({ key }) => key === label))
      .map((on) => toItem(view, on)),
  );
  return [...recommendations, ...actions];
}

const steps = (view: DocumentView, kind: HierarchyItem['kind']): readonly Located<Step>[] => view.items(kind);

/** Labels named inside a step, its own left out. */
const namedIn = (on: Located<Step>): readonly string[] =>
  on.model.items.flatMap((item) => (item.kind === 'label-reference' && contains(on.item.span, item.span) ? [item.label.key] : []));

function stepAt(view: DocumentView, offset: number): HierarchyItem | null {
  const around = (['finding', 'recommendation', 'action'] as const)
    .flatMap((kind) => steps(view, kind))
    .filter(({ span }) => touches(span, offset));
  const [smallest] = around.toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  return smallest ? toItem(view, smallest) : null;
}

function toItem(view: DocumentView, { item, base, span }: Located<Step>): HierarchyItem {
  const selection = item.label?.span ?? ('textSpan' in item ? item.textSpan : item.span);
  return {
    kind: item.kind,
    label: item.label?.key ?? null,
    name: nameOf(item.label, item.text),
    detail: detailOf(item),
    view,
    span,
    selection: shifted(selection, base),
  };
}

/** Longest name in a tree, in characters. */
const longestName = 80;

function nameOf(label: Label | null, text: string): string {
  const name = [label?.text, text].filter(Boolean).join(' ') || '(no text)';
  return name.length <= longestName ? name : `${name.slice(0, longestName - 1).trimEnd()}…`;
}

const polarities = { priority: 'priority action', improvement: 'area for improvement', strength: 'strength' } as const;

function detailOf(item: Step): string {
  if (item.kind === 'finding') return polarities[item.polarity];
  if (item.kind === 'recommendation') return 'recommendation';
  return [item.fields.owner?.text, item.due?.text, item.status].filter(Boolean).join(' · ') || 'action';
}
