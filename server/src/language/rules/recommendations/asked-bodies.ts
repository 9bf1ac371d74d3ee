import { textOf, textsOf, type FrontMatter } from '../../model/front-matter.ts';
import type { ModelContext } from '../../model/document.ts';

/** Kinds of the bodies that a report goes to. A body that nobody has described is told by its name, else `unknown`. */
export function kindsOfBodies(frontMatter: FrontMatter, { houseStyle }: ModelContext): readonly BodyKind[] {
  return textsOf(frontMatter, 'body').map(({ text }) => kindOfBody(text, houseStyle));
}

export type BodyKind = 'scrutiny' | 'executive' | 'council' | 'board' | 'other' | 'unknown';

export function kindOfBody(name: string, { committees }: ModelContext['houseStyle']): BodyKind {
  const wanted = fold(name);
  const known = committees.find((committee) => fold(committee.name) === wanted);
  if (known) return known.kind;
  if (/\bscrutiny\b/.test(wanted)) return 'scrutiny';
  if (/^(?:the )?(?:cabinet|executive)\b/.test(wanted)) return 'executive';
  return 'unknown';
}

const fold = (text: string): string => text.toLowerCase().normalize('NFKC').replace(/['’]/g, '').replace(/&/g, 'and').replace(/[^A-Za-zÀ-ɏ\d]+/gu, ' ').trim();

/** Verbs that decide something for the council, which scrutiny has no power to do. */
export const decisions: ReadonlySet<string> = new Set(['approve', 'adopt', 'delegate', 'authorise']);

/** Whether the header marks the report as being for information only. */
export const isForInformation = (frontMatter: FrontMatter): boolean => /^(?:for )?(?:information|noting|to note|note)\b/i.test(textOf(frontMatter, 'decision-type') ?? '');
