import type { PercentageItem } from '../items.ts';

const percentage = new RegExp(
  String.raw`(?<![A-Za-zÀ-ɏ\d.,/£$€])(\d{1,3}(?:,\d{3})+|\d{1,9})(\.\d{1,6})?(?:(/)(\d{1,9}(?:\.\d{1,6})?))?(\s?)(%{1,3}|per\s?cent(?![A-Za-zÀ-ɏ]|age))(\s?(?:%|per\s?cent(?![A-Za-zÀ-ɏ]|age)))?`,
  'gi',
);

/**
 * Every number said to be a percentage, well formed (`80%`, `8.5 per cent`) or not (`8/5%`, `80 percent%`, `80 %`).
 * Half a per cent (`1/2%`) is well formed. `text` is the source slice of a text node; spans are `base` + index in it. Never throws; linear.
 */
export function findPercentages(text: string, base: number): PercentageItem[] {
  if (!/%|per\s?cent/i.test(text)) return [];
  return Array.from(text.matchAll(percentage), (match) => {
    const [all, whole, decimals = '', stroke, second, gap, mark, again] = match;
    const start = base + match.index;
    const number = Number(whole!.replaceAll(',', '') + decimals);
    const fraction = stroke !== undefined && decimals === '' && isFraction(number, Number(second));
    const malformed =
      stroke !== undefined && !fraction
        ? 'two-numbers'
        : again !== undefined || (mark!.length > 1 && mark!.startsWith('%'))
          ? 'said-twice'
          : gap !== '' && mark === '%'
            ? 'spaced'
            : null;
    const value = malformed && malformed !== 'spaced' ? null : fraction ? number / Number(second) : number;
    return { kind: 'percentage', span: { start, end: start + all.length }, text: all, value: malformed ? null : value, malformed };
  });
}

/** Halves, thirds, quarters, fifths and eighths below one: the ways in which a part of a per cent is written. */
const isFraction = (above: number, below: number): boolean => above > 0 && above < below && [2, 3, 4, 5, 8].includes(below);
