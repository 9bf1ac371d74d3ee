import { isExcluded } from '../language/configuration/excluded.ts';
import { createConfigurationFinder } from '../language/configuration/find-configuration.ts';
import type { Host } from '../language/host.ts';
import { rules } from '../language/rules/index.ts';
import { addressOfPath } from '../node-host.ts';
import { findDocuments, nothingIn } from './find-documents.ts';
import { CannotRun, say } from './output.ts';

/**
 * The documents of a folder that its settings do not leave out. What cannot be looked into is said; throws {@link CannotRun} where there is
 * none.
 */
export async function documentsInFolder(folder: string, host: Host): Promise<readonly string[]> {
  const { paths, problems } = await findDocuments([folder]);
  for (const problem of problems) say(problem);
  const configurations = createConfigurationFinder(host, rules);
  const kept: string[] = [];
  for (const path of paths) {
    const address = addressOfPath(path);
    if (!isExcluded((await configurations.find(address)).configuration.exclude, address)) kept.push(path);
  }
  if (kept.length === 0) throw new CannotRun(nothingIn([folder], paths.length > 0));
  return kept;
}
