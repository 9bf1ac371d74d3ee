import { textOf, textsOf, type FrontMatter } from '../../model/front-matter/front-matter.ts';
import { kindOfBody, type BodyKind } from '../../model/body-kind.ts';
import type { ModelContext } from '../../model/document.ts';

/** Kinds of the bodies that a report goes to. A body that nobody has described is told by its name, else `unknown`. */
export function kindsOfBodies(frontMatter: FrontMatter, { houseStyle }: ModelContext): readonly BodyKind[] {
  return textsOf(frontMatter, 'body').map(({ text }) => kindOfBody(text, houseStyle));
}

/** Verbs that decide something for the council, which scrutiny has no power to do. */
export const decisions: ReadonlySet<string> = new Set(['approve', 'adopt', 'delegate', 'authorise']);

/** Whether the header marks the report as being for information only. */
export const isForInformation = (frontMatter: FrontMatter): boolean =>
  /^(?:for )?(?:information|noting|to note|note)\b/i.test(textOf(frontMatter, 'decision-type') ?? '');
