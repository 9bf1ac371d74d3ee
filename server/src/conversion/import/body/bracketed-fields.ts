import { actionFieldOf } from '../../../language/model/item-parts/fields.ts';
import { readActor, type SaidAction } from './minute-actions.ts';

const bracket = /^(\S.*?)\s*[([]((?!\s)[^()[\]]{3,200})[)\]]\.?$/s;
/** What parts one thing in the brackets from the next: "Lead: Ada Marlow; by 30 April", "Lead: Ada Marlow, due: 30 April". */
const between = /\s*[;|]\s*|\s+[–—]\s+|[,.]\s+(?=(?:to be completed by|by|due|deadline|timescale|target|lead|owner|who|when)\b)/i;

/**
 * An item of a plan that says in brackets at its end who leads it and by when, “Appoint a director (Lead: Chief Executive; by 30 April
 * 2026)”, as an action. Null where anything else stands in the brackets, or not who leads it under its name, or who and when.
 */
export function bracketedAction(markdown: readonly string[]): { readonly action: SaidAction; readonly left: readonly string[] } | null {
  const found = bracket.exec(markdown.join(' '));
  if (!found) return null;
  const fields = new Map<'owner' | 'due', string>();
  const left: string[] = [];
  let isNamed = false;
  for (const part of found[2]!.split(between)) {
    const named = /^([^:]{2,40}?)\s*:\s*(\S.*)$/s.exec(part);
    const field = named ? actionFieldOf(named[1]!) : null;
    if (named && (field === 'owner' || field === 'due')) {
      if (fields.has(field)) return null;
      fields.set(field, named[2]!);
      left.push(...(named[1]!.match(/\p{L}+/gu) ?? []));
      isNamed ||= field === 'owner';
      continue;
    }
    const read = readActor(part);
    if (!read || (read.owner !== null && fields.has('owner')) || (read.due !== null && fields.has('due'))) return null;
    if (read.owner !== null) fields.set('owner', read.owner);
    if (read.due !== null) fields.set('due', read.due);
    left.push(...read.left);
  }
  const [owner, due] = [fields.get('owner') ?? null, fields.get('due') ?? null];
  return isNamed || (owner !== null && due !== null) ? { action: { text: found[1]!, owner, due }, left } : null;
}
