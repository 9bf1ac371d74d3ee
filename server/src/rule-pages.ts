import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rulePagePath } from './language/rules/documentation.ts';
import type { RuleName } from './language/rules/rule.ts';

/** A page that is there wherever the pages are. */
const someRule: RuleName = 'structure/missing-recommendations';

/** Where the pages stand, seen from the project's folder. */
const folder = 'docs/rules';

/** How many folders there are at most between a file of this program and the project's folder. */
const mostSteps = 5;

/**
 * Address of the folder of the rules' pages, ending in a slash: in the repository and in the installed extension they lie in a folder
 * above this program. Null where the program was put somewhere without them.
 */
export const rulePages: string | null = (() => {
  let above = import.meta.dirname;
  for (let step = 0; step < mostSteps; step++, above = dirname(above)) {
    if (existsSync(join(above, folder, rulePagePath(someRule)))) return pathToFileURL(join(above, folder, '/')).href;
  }
  return null;
})();

/** Address of a rule's page on this computer; where the pages are not here, its path in the project's repository. */
export const rulePage = (name: RuleName): string => `${rulePages ?? `${folder}/`}${rulePagePath(name)}`;
