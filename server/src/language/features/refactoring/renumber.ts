import type { ParagraphItem } from '../../model/items.ts';
import type { DocumentView, Located } from '../../model/view.ts';
import { printedBlock } from '../../numbering/printed-block.ts';
import type { Snapshot } from '../../snapshot.ts';
import { blockAt, startOf } from '../../syntax/layout.ts';
import type { Span, TextEdit } from '../../text/span.ts';
import { marked, withLast } from '../as-written/paragraph-numbers.ts';
import type { Refactoring } from './offer.ts';

/**
 * Counts numbered paragraphs through: `12.` after `11.`, `2.3` after `2.2`, with the references to them ("paragraph 12"). The first number
 * of a row of whole numbers stays, since minutes go on from those before. Letters and roman numbers are left to their lists.
 */
export const renumber: Refactoring = {
  id: 'renumber',
  offers(snapshot, { start }) {
    const { view, words } = snapshot;
    if (!view.items('paragraph').some(({ span, item }) => item.number !== null && span.start - 10 <= start && start <= span.end)) return [];
    const section = view.sectionAt(start);
    const whole = edits(view, null);
    const here = section ? edits(view, section.span) : [];
    return [
      ...(here.length > 0 ? [{ title: words.say('Renumber the paragraphs of this section'), choice: 'section' }] : []),
      ...(whole.length > 0 ? [{ title: words.say('Renumber all paragraphs'), choice: 'document' }] : []),
    ];
  },
  edits: ({ view }: Snapshot, { start }, choice) => edits(view, choice === 'section' ? (view.sectionAt(start)?.span ?? null) : null),
};

/** A row of numbers that are counted together. */
interface Run {
  readonly paragraphs: Located<ParagraphItem>[];
  /** Container of a list, section of `2.1`; what a number without either goes on from is found by its value. */
  readonly stem: string;
  last: number;
}

/**
 * Gives a paragraph without a number the one that follows the last before it in its section; those behind it count on, and references
 * follow. Whatever is wrong with the numbers before it stays.
 */
export const numberThisParagraph: Refactoring = {
  id: 'number-this-paragraph',
  offers: (snapshot, { start }) =>
    withNumber(snapshot, start).length > 0 ? [{ title: snapshot.words.say('Number this paragraph and count on from it'), choice: '' }] : [],
  edits: (snapshot, { start }) => withNumber(snapshot, start),
};

function withNumber({ view, model }: Snapshot, offset: number): readonly TextEdit[] {
  const index = blockAt(view.layout, offset);
  const block = model.blocks[index];
  if (!block || !printedBlock(block).isBodyText || printedBlock(block).written !== null) return [];
  const at = startOf(view.layout, index) + block.block.nodes[0]!.position!.start.offset!;
  const after = view.items('paragraph').findLast((paragraph) => paragraph.index < index && isCounted(paragraph));
  const run = runsOf(view).find(({ paragraphs }) => after && paragraphs.includes(after));
  if (
    !after ||
    !run ||
    after.model.items.some(({ kind }) => kind === 'recommendation' || kind === 'finding' || kind === 'action') ||
    view.sectionAt(after.span.start) !== view.sectionAt(at)
  )
    return [];
  // An ordered list below that counts by itself would go on from the new number.
  const below = model.syntax.blocks[index + 1];
  const joins =
    after.model.block.kind === 'list-item' &&
    below?.container?.type === 'list' &&
    below.container.ordered &&
    !run.paragraphs.some((paragraph) => paragraph.index === index + 1);
  return joins ? [] : edits(view, null, [{ ...run, paragraphs: run.paragraphs.slice(run.paragraphs.indexOf(after)) }], at);
}

/** `given` is what is counted, and `inserted` where a number is to be put in behind the first of it. */
function edits(view: DocumentView, scope: Span | null, given?: readonly Run[], inserted?: number): readonly TextEdit[] {
  const runs = given ?? runsOf(view);
  const longest = runs.toSorted((a, b) => b.paragraphs.length - a.paragraphs.length);
  const renamed = new Map<string, string>();
  const changes: TextEdit[] = [];
  for (const run of longest) {
    const before = new Set<string>();
    let counted: number | null = null;
    for (const { item, base, span } of run.paragraphs) {
      const number = item.number!;
      if (scope && !(scope.start <= span.start && span.start < scope.end)) continue;
      const first: number = number.values.length > 1 && inserted === undefined ? 1 : number.values.at(-1)!;
      counted = counted === null ? first : counted + 1;
      const { text } = withLast(number, counted);
      // Where a number stands twice, a reference means the first; where two rows have it, the longer one.
      if (!before.has(number.text) && !renamed.has(number.text)) renamed.set(number.text, text);
      before.add(number.text);
      if (text !== number.text) {
        const at = base + number.span.start + (number.closing === '()' ? 1 : 0);
        changes.push({ span: { start: at, end: at + number.text.length }, newText: text });
      }
      if (inserted !== undefined && changes.length === 0)
        changes.push({ span: { start: inserted, end: inserted }, newText: `${marked(withLast(number, ++counted))} ` });
    }
  }
  if (changes.length === 0) return [];
  const references = view.items('paragraph-reference').flatMap(({ item, span }): readonly TextEdit[] => {
    const now = renamed.get(item.number);
    return now === undefined || now === item.number
      ? []
      : [{ span: { start: span.end - item.number.length, end: span.end }, newText: now }];
  });
  return [...changes, ...references].toSorted((a, b) => a.span.start - b.span.start);
}

/** Whether it has a number that is counted through the document: no letter, no roman number, nothing quoted. */
const isCounted = ({ item: { number, quoted, depth } }: Located<ParagraphItem>): boolean =>
  number !== null && !quoted && depth === 0 && (number.style === 'number' || number.style === 'section.paragraph');

function runsOf(view: DocumentView): readonly Run[] {
  const runs: Run[] = [];
  let current: Run | null = null;
  const byList = new Map<object, Run>();
  for (const paragraph of view.items('paragraph')) {
    if (!isCounted(paragraph)) continue;
    const number = paragraph.item.number!;
    const { container } = paragraph.model.block;
    const value = number.values.at(-1)!;
    const stem = `${number.closing} ${number.values.slice(0, -1).join('.')}`;
    let run: Run | null = (container && byList.get(container)) ?? null;
    if (run?.stem !== stem) run = null;
    // The number that this one goes on from: the next lower one; a 1 begins a row of its own.
    if (!run && value > 1)
      run =
        runs
          .filter((one) => one.stem === stem && one.last <= value)
          .toSorted((a, b) => b.last - a.last || Number(b === current) - Number(a === current))[0] ?? null;
    if (!run) runs.push((run = { paragraphs: [], stem, last: value }));
    run.paragraphs.push(paragraph);
    run.last = Math.max(run.last, value);
    if (container) byList.set(container, run);
    current = run;
  }
  return runs;
}
