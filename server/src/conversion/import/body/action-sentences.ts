import { actionFieldOf } from '../../../language/model/item-parts/fields.ts';
import type { ActionCard } from './action-card.ts';

/** A label that may begin a sentence, or what stands behind a stroke: "Lead:", "**By when:**". */
const label =
  /(?:^|(?<=[.;|,]\*{0,2})\s+|\s+[–—|-]\s+|\s*<br>\s*|\s*\n\s*)(?:\*\*)?(\p{Lu}[\p{L} ()/]{1,38}?)(?:\*\*\s*:|:\s*\*\*|:)\s+(?=\S)/gu;
/** Fewest words of what is to be done. */
const fewestWords = 2;

/**
 * An item that says behind its action, in so many short sentences, who leads it and by when: "Agree a specification. Lead: Head of
 * Commissioning. Due: March 2027." Null where not at least two fields follow, one of them who or when, or where a label among them is none
 * of an action.
 */
export function actionWithFields(markdown: readonly string[]): ActionCard | null {
  const text = markdown.join('\n');
  const labels = [...text.matchAll(label)].map((match) => ({
    name: match[1]!,
    field: actionFieldOf(match[1]!),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const first = labels.findIndex(({ field }) => field !== null && field !== 'action');
  const behind = first < 0 ? [] : labels.slice(first);
  const known = new Set(behind.map(({ field }) => field));
  if (
    behind.length < 2 ||
    known.has(null) ||
    known.has('action') ||
    known.size < behind.length ||
    !(known.has('owner') || known.has('due'))
  )
    return null;
  const action = text
    .slice(0, behind[0]!.start)
    .replace(/^\*\*([^*]+)\*\*$/, '$1')
    .replace(/\s*[;,|–—-]$/, '')
    .trim();
  if (action.split(/\s+/).length < fewestWords || action.includes('\n')) return null;
  const fields = behind.map(({ name, end }, index) => ({
    label: name,
    value: text
      .slice(end, behind[index + 1]?.start ?? text.length)
      .replace(/\*\*/g, '')
      .replace(/\s*\n\s*/g, ' ')
      .trim()
      .replace(/[.;|,]$/, ''),
  }));
  return fields.every(({ value }) => value !== '') ? { label: '', action, fields } : null;
}
