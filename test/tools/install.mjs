// Makes sure that the packages of package-lock.json are there, before anything imports them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';

/** Installs what package-lock.json names when node_modules lacks any of it. Throws an Error in plain words when that fails. */
export function installPackages(repository, say) {
  if (isInstalled(repository)) return;
  say('Installing packages …');
  npm(['ci', '--no-audit', '--no-fund'], repository);
}

/** Compares versions, not times: npm writes its two lists in an order of its own, and git sets every time to that of the checkout. */
function isInstalled(repository) {
  const installedFile = join(repository, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      !path.includes('node_modules/') ||
      entry.link === true ||
      entry.optional === true ||
      entry.devOptional === true ||
      installed[path]?.version === entry.version,
  );
}
