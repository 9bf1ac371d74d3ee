import { dayInWords } from '../../model/dates/date-words.ts';
import type { DateItem } from '../../model/items.ts';

/** A date in the plain form, `10 May 2021`, keeping weekday and capitals; null where it is in that form or cannot be put in it. */
export function inPlainForm(
  source: string,
  { style, from, to, precision, weekday }: Pick<DateItem, 'style' | 'from' | 'to' | 'precision' | 'weekday'>,
): string | null {
  if (style === 'all-figures' || style === 'month-first') {
    return from !== null && from === to && precision === 'day' && weekday === null ? dayInWords(from) : null;
  }
  if (style !== 'ordinal' && style !== 'leading-zero' && style !== 'short-year') return null;
  let plain = source
    .replace(/(\d)-(?=[A-Za-z])/g, '$1 ')
    .replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1')
    .replace(/\b0(\d)(?=\D)/g, '$1')
    .replace(/\bthe\s+(?=\d)/gi, '')
    .replace(/(\d)\s+of\s+/gi, '$1 ')
    .replace(/([A-Za-zÀ-ɏ]),(?=\s\d{4}$)/u, '$1');
  if (to !== null)
    plain = plain.replace(/([A-Za-zÀ-ɏ]\.?)(?:\s?['’]|[\s-])(\d{2})$/u, (_, letter: string) => `${letter} ${to.slice(0, 4)}`);
  return plain === source ? null : plain;
}
