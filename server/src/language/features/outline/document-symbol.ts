import type { Located, Section } from '../../model/view.ts';
import type { Snapshot } from '../../snapshot.ts';
import { contains, type Span } from '../../text/span.ts';

/** One entry of the outline. */
export interface DocumentSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'title' | 'section' | 'recommendation' | 'finding' | 'action' | 'measure' | 'appendix';
  /** All that belongs to it. */
  readonly span: Span;
  /** What is selected when it is chosen; inside `span`. */
  readonly selection: Span;
  readonly children: readonly DocumentSymbol[];
}

/** The outline: sections, with the recommendations, findings, actions and measures that stand in them. */
export function documentSymbols({ view }: Snapshot): readonly DocumentSymbol[] {
  const leaves = leavesOf(view);
  const roots: Branch[] = [];
  const open: Branch[] = [];
  let next = 0;
  // Sections and leaves both come in order of place, so one walk over each finds every leaf its section.
  for (const section of [...view.sections].sort((a, b) => a.span.start - b.span.start)) {
    for (; next < leaves.length && leaves[next]!.span.start < section.span.start; next++) put(leaves[next]!, open, roots);
    put({ ...symbolOf(section), children: [] }, open, roots);
  }
  for (; next < leaves.length; next++) put(leaves[next]!, open, roots);
  const title = view.items('heading').find(({ item }) => item.isTitle);
  if (!title) return roots;
  const end = view.layout.syntax.length;
  const span = { start: title.span.start, end };
  const before = roots.filter((root) => root.span.start < title.span.start);
  return [
    ...before,
    {
      name: named(title.item.text),
      detail: '',
      kind: 'title',
      span,
      selection: title.span,
      children: roots.filter((root) => contains(span, root.span)),
    },
  ];
}

type Branch = Omit<DocumentSymbol, 'children'> & { readonly children: DocumentSymbol[] };

/** Puts an entry into the innermost one that holds it: an action of a finding's list under the finding, a measure under its action. */
function put(symbol: Branch, open: Branch[], roots: DocumentSymbol[]): void {
  while (open.length > 0 && !contains(open.at(-1)!.span, symbol.span)) open.pop();
  (open.at(-1)?.children ?? roots).push(symbol);
  open.push(symbol);
}

function symbolOf({ heading, number, span, role }: Section): Omit<DocumentSymbol, 'children'> {
  const label = heading.model.items.find(
    (item) =>
      item.kind === 'label-definition' &&
      item.label.span.start < heading.item.textSpan.start &&
      contains(heading.item.span, item.label.span),
  );
  const name = named([number, label?.kind === 'label-definition' ? label.label.text : null, heading.item.text].filter(Boolean).join(' '));
  const end = Math.min(span.end, Math.max(heading.span.end, heading.span.start));
  return {
    name,
    detail: role ? role.replace(/^implications\//, '').replaceAll('-', ' ') : '',
    kind: 'section',
    span,
    selection: { start: heading.span.start, end },
  };
}

function leavesOf(view: Snapshot['view']): Branch[] {
  const leaf = (kind: DocumentSymbol['kind'], { span }: Located, label: string | null, text: string, detail: string): Branch => ({
    name: named([label, text].filter(Boolean).join(' ')),
    detail,
    kind,
    span,
    selection: span,
    children: [],
  });
  return [
    ...view
      .items('recommendation')
      .map((one) => leaf('recommendation', one, one.item.label?.text ?? null, one.item.text, one.item.verb ?? '')),
    ...view.items('finding').map((one) => leaf('finding', one, one.item.label?.text ?? null, one.item.text, one.item.polarity)),
    ...view
      .items('action')
      .map((one) =>
        leaf(
          'action',
          one,
          one.item.label?.text ?? null,
          one.item.text,
          [one.item.fields.owner?.text, one.item.due?.text, one.item.status].filter(Boolean).join(' · '),
        ),
      ),
    ...view.items('measure').map((one) => leaf('measure', one, one.item.label?.text ?? null, one.item.text, one.item.target?.text ?? '')),
    ...view.items('appendix-listed').map((one) => leaf('appendix', one, `Appendix ${one.item.number}`, one.item.title, '')),
  ].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** Longest name in an outline, in characters. */
const longestName = 80;

/** A name that is never empty (an editor refuses an empty one) and never long. */
function named(text: string): string {
  const name = text.trim() || '(no text)';
  return name.length <= longestName ? name : `${name.slice(0, longestName - 1).trimEnd()}…`;
}
