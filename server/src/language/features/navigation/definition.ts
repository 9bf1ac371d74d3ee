import type { LabelDefinitionItem } from '../../model/items.ts';
import type { DocumentView } from '../../model/view.ts';
import type { DocumentType } from '../../model/vocabulary.ts';
import type { DocumentFacts } from '../../response/facts.ts';
import type { DocumentAddress } from '../../text/document-address.ts';
import type { Span } from '../../text/span.ts';
import { linked, mentionsOf, type Mention, type Subject } from './subject.ts';

/** A place to go to. */
export interface Target {
  readonly address: DocumentAddress;
  /** The document as it was read; null for a file that was not read, whose spans are empty. */
  readonly view: DocumentView | null;
  /** All that belongs to it. */
  readonly whole: Span;
  /** What is selected there; inside `whole`. */
  readonly span: Span;
}

/** Where each kind of thing comes from; elsewhere it is repeated. */
const homes: Readonly<Partial<Record<LabelDefinitionItem['defines'], DocumentType>>> = {
  finding: 'inspection-letter',
  recommendation: 'committee-report',
  action: 'action-plan',
  measure: 'action-plan',
};

/** Whether a document of the response defines a label. */
export const definesLabel =
  (name: string) =>
  ({ labels }: DocumentFacts): boolean =>
    labels.some(({ key }) => key === name);

/**
 * Where a subject is defined, in documents that were read for it: a label where it comes from (a finding in the inspectors' letter rather
 * than where the plan repeats it), an acronym where it is written out, an appendix in the list, and from there its file.
 */
export function definition(
  { subject, role, span }: Mention & { readonly subject: Subject },
  views: readonly DocumentView[],
): readonly Target[] {
  if (subject.of === 'file') return [startOfFile(subject.file)];
  if (subject.of === 'appendix' && role === 'definition') return views.flatMap((view) => appendixFile(view, span));
  const found = views.flatMap((view) =>
    mentionsOf(view, subject)
      .filter((one) => one.role === 'definition')
      .map((one): Target & { readonly atHome: boolean } => ({
        address: view.model.address,
        view,
        whole: one.whole,
        span: one.span,
        atHome: subject.of === 'label' && isAtHome(view, one.span),
      })),
  );
  if (subject.of === 'heading' && found.length === 0) return [startOfFile(subject.file)];
  // Of two addresses of one name, Markdown takes the first.
  if (subject.of === 'address') return found.slice(0, 1).map(({ atHome: _, ...target }) => target);
  const atHome = found.filter((one) => one.atHome);
  return (atHome.length > 0 ? atHome : found).map(({ address, view, whole, span: selected }) => ({ address, view, whole, span: selected }));
}

const nothing: Span = { start: 0, end: 0 };

const startOfFile = (address: DocumentAddress): Target => ({ address, view: null, whole: nothing, span: nothing });

function appendixFile(view: DocumentView, place: Span): readonly Target[] {
  const entry = view.items('appendix-listed').find(({ span }) => span.start <= place.start && place.end <= span.end);
  const target = entry?.item.link ? linked(view, entry.item.link) : null;
  if (target?.of === 'file' || target?.of === 'heading') return [startOfFile(target.file)];
  return entry ? [{ address: view.model.address, view, whole: entry.span, span: place }] : [];
}

function isAtHome(view: DocumentView, label: Span): boolean {
  const defined = view.items('label-definition').find(({ item, base }) => base + item.label.span.start === label.start);
  return defined !== undefined && homes[defined.item.defines] === view.model.context.type;
}
