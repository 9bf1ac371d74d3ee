import type { HouseStyle } from '../house-styles/house-style.ts';

/** What a body is, which decides what it may do. `unknown` where neither the house style nor the name tells. */
export type BodyKind = 'scrutiny' | 'executive' | 'council' | 'board' | 'other' | 'unknown';

/** The kind of a body: as the house style has it, else as its name says without a doubt. Never throws. */
export function kindOfBody(name: string, { committees }: Pick<HouseStyle, 'committees'>): BodyKind {
  const wanted = fold(name);
  const known = committees.find((committee) => fold(committee.name) === wanted);
  if (known) return known.kind;
  if (/\bscrutiny\b/.test(wanted)) return 'scrutiny';
  if (/^(?:the )?(?:cabinet|executive)\b/.test(wanted)) return 'executive';
  return 'unknown';
}

const fold = (text: string): string => text.toLowerCase().normalize('NFKC').replace(/['’]/g, '').replace(/&/g, 'and').replace(/[^A-Za-zÀ-ɏ\d]+/gu, ' ').trim();
