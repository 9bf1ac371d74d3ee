import type { ActionItem, Due, Part } from '../../model/items.ts';
import { isOpen, stageOf } from '../../model/item-parts/read-status.ts';
import type { Snapshot } from '../../snapshot.ts';
import { blockAt, startOf } from '../../syntax/layout.ts';
import { counted } from '../../text/english.ts';
import type { Span } from '../../text/span.ts';
import { describeDay, longestStretch, workingDaysAfter } from '../known/day-words.ts';
import { isTracked } from './tracked.ts';

/** Words that the editor shows behind the text without their being in it. */
export interface InlayHint {
  readonly kind: InlayHintKind;
  readonly offset: number;
  readonly text: string;
  readonly tooltip: string;
}

/** Working days left to a due date, or gone by since; the post behind an owner's initials. */
export type InlayHintKind = 'working-days' | 'owner-post';

/** Hints in the blocks that a range touches. */
export function inlayHints(snapshot: Snapshot, range: Span, wanted: (kind: InlayHintKind) => boolean): readonly InlayHint[] {
  const {
    model,
    view: { layout },
  } = snapshot;
  const found: InlayHint[] = [];
  for (let index = blockAt(layout, range.start); index <= blockAt(layout, range.end); index++) {
    const base = startOf(layout, index);
    const add = (kind: InlayHintKind, { span }: Due | Part, said: Pick<InlayHint, 'text' | 'tooltip'> | null) => {
      if (said && wanted(kind)) found.push({ kind, offset: base + span.end, ...said });
    };
    for (const item of model.blocks[index]?.items ?? []) {
      if (item.kind !== 'action') continue;
      const { owner } = item.fields;
      if (owner) add('owner-post', owner, postsOf(owner.text, snapshot));
      if (item.due) add('working-days', item.due, daysTo(item, snapshot));
    }
  }
  return found.sort((a, b) => a.offset - b.offset);
}

/** How long there is for an action that is still to be done; null for one that is not, or where its status makes that doubtful. */
function daysTo(item: ActionItem, { model, calendar, today, words }: Snapshot): Pick<InlayHint, 'text' | 'tooltip'> | null {
  const day = item.due?.to;
  const open = isOpen({ ...item, stage: stageOf(item, model.context) });
  if (!day || open === false) return null;
  const tooltip = words.word(describeDay(day, calendar));
  if (day === today) return { text: words.say('due today'), tooltip };
  const isPast = day < today;
  // "Green" behind a date that has passed may mean done, or on track: rules ask about it, a hint does not guess.
  if (isPast && open === null) return null;
  const [first, last] = isPast ? [day, today] : [today, day];
  if (calendar.clearDays(first, last) > longestStretch) return null;
  const count = workingDaysAfter(first, last, calendar);
  const days = counted(count, 'working day');
  if (!isPast) return { text: words.word(`${days} left`), tooltip };
  if (isTracked(model)) return { text: words.word(count === 0 ? 'overdue' : `overdue by ${days}`), tooltip };
  return count === 0 ? null : { text: words.word(`${days} ago`), tooltip };
}

/** The posts behind initials, where the list of people has them all. */
function postsOf(owner: string, { model, configuration }: Snapshot): Pick<InlayHint, 'text' | 'tooltip'> | null {
  const people = owner
    .split(/\s*(?:[,;/&]|\band\b)\s*/)
    .map((initials) => model.context.people.get(initials) ?? configuration.people.get(initials));
  const posts = people.flatMap((person) => person?.post ?? []);
  if (posts.length < people.length) return null;
  return { text: posts.join(', '), tooltip: people.flatMap((person) => person?.name ?? []).join(', ') };
}
