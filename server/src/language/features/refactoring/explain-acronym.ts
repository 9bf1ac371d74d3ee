import { placesToExplain, writtenOut } from '../../rules/explaining-acronyms.ts';
import type { AcronymUseItem } from '../../model/items.ts';
import type { Located } from '../../model/view.ts';
import type { Snapshot } from '../../snapshot.ts';
import { touches } from '../../text/span.ts';
import { knownAcronym } from '../known/acronyms.ts';
import type { Refactoring } from './offer.ts';

/** Writes the short form at the cursor out at its first use, wherever that is, where the document explains it nowhere. */
export const explainAcronym: Refactoring = {
  id: 'explain-acronym',
  offers(snapshot, { start }) {
    const found = unexplainedAt(snapshot, start);
    // Where the first use itself is reported, the fix of the report does the same.
    if (!found || (found.known.source === 'field' && touches(found.first.span, start))) return [];
    const { short, known } = found;
    return known.long.map((long) => ({
      title: snapshot.words.say('Write “{long} ({short})” at the first use', { long, short }),
      choice: long,
    }));
  },
  edits(snapshot, { start }, choice) {
    const found = unexplainedAt(snapshot, start);
    return found?.known.long.includes(choice) ? [writtenOut(snapshot.view, found.first.span, found.short, choice)] : [];
  },
};

function unexplainedAt(snapshot: Snapshot, offset: number) {
  const { view, model } = snapshot;
  const uses = view.items('acronym-use');
  const short = uses.find(({ span }) => touches(span, offset))?.item.short;
  if (short === undefined || model.context.people.has(short)) return null;
  const known = knownAcronym(snapshot, short);
  if (!known || known.source === 'document') return null;
  const canExplain = placesToExplain(view.items, model.context);
  const first: Located<AcronymUseItem> | undefined = uses.find((use) => use.item.short === short && canExplain(use));
  return first ? { short, known, first } : null;
}
