import type { HouseStyle } from '../house-styles/house-style.ts';

/** What a body is, which decides what it may do. `unknown` where neither the house style nor the name tells. */
export type BodyKind = 'scrutiny' | 'executive' | 'council' | 'board' | 'other' | 'unknown';

/** The kind of a body: as the house style has it, else as its name says without a doubt. Never throws. */
export function kindOfBody(name: string, { committees }: Pick<HouseStyle, 'committees'>): BodyKind {
  const wanted = fold(name);
  const known = kindsOf(committees).get(wanted);
  if (known) return known;
  if (/\bscrutiny\b/.test(wanted)) return 'scrutiny';
  if (/^(?:the )?(?:cabinet|executive)\b/.test(wanted)) return 'executive';
  return 'unknown';
}

const kinds = new WeakMap<HouseStyle['committees'], ReadonlyMap<string, BodyKind>>();

/** The kinds of a house style's committees, by folded name; of two with one name, the first counts. */
function kindsOf(committees: HouseStyle['committees']): ReadonlyMap<string, BodyKind> {
  let known = kinds.get(committees);
  if (!known) kinds.set(committees, (known = new Map(committees.map(({ name, kind }) => [fold(name), kind] as const).reverse())));
  return known;
}

const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/['’]/g, '')
    .replace(/&/g, 'and')
    .replace(/[^A-Za-zÀ-ɏ\d]+/gu, ' ')
    .trim();
