import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { RuleName } from './language/rules/rule.ts';
import { rulePageIn } from './shipped.ts';

/** A page that is there wherever anything of ours is. */
const somePage = (home: string): string => rulePageIn(home, 'structure/missing-recommendations');

/** How many folders there are at most between a file of this program and the project's folder. */
const mostSteps = 5;

/**
 * Address of the folder that holds what comes with the program, ending in a slash: in the repository and in the installed extension
 * alike, a folder above its code. Null where the code was put somewhere by itself.
 */
export const home = (): string | null => (found ??= { home: look() }).home;

/** Looked for when it is first asked for, so that a start that needs nothing of it does not wait for the disk. */
let found: { readonly home: string | null } | undefined;

function look(): string | null {
  let folder = import.meta.dirname;
  for (let step = 0; step < mostSteps; step++, folder = dirname(folder)) {
    const address = pathToFileURL(join(folder, '/')).href;
    if (existsSync(fileURLToPath(somePage(address)))) return address;
  }
  return null;
}

/** Address of a rule's page on this computer; where the pages are not here, its path in the project's repository. */
export const rulePage = (name: RuleName): string => rulePageIn(home() ?? '', name);
