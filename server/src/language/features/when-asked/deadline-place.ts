import { field, textsOf } from '../../model/front-matter/front-matter.ts';
import type { DocumentView } from '../../model/view.ts';
import { shifted, type Span } from '../../text/span.ts';

/**
 * Where a document says what brings a deadline with it, by the deadline's id: the action, the date of the meeting, the inspection. Its
 * beginning where nothing more can be told. Never throws.
 */
export function deadlinePlace(view: DocumentView, id: string): Span {
  const { frontMatter } = view.model;
  const what = /^action (.*)$/s.exec(id)?.[1];
  if (what !== undefined) {
    const action = view.items('action').find(({ item: { label, text } }) => (label?.text ?? text) === what);
    return action ? shifted(action.item.label?.span ?? action.item.textSpan, action.base) : beginning;
  }
  if (/^(?:statutory |stated$)/.test(id)) return field(frontMatter, 'inspection')?.keySpan ?? beginning;
  const place = /^[a-z -]+ (\d{1,3})$/.exec(id)?.[1];
  const meeting = place === undefined ? undefined : textsOf(frontMatter, 'meeting-date')[Number(place)];
  return meeting?.span ?? field(frontMatter, 'body')?.keySpan ?? beginning;
}

const beginning: Span = { start: 0, end: 0 };
