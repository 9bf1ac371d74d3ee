import { readFrontMatter } from '../language/model/front-matter/read-front-matter.ts';
import { responsesAmong } from '../language/response/among.ts';
import { respondsTo } from '../language/response/facts-of.ts';
import type { DocumentAddress } from '../language/text/document-address.ts';
import { addressOfPath, readTextFile } from '../node-host.ts';

interface Tied {
  readonly path: string;
  readonly address: DocumentAddress;
  readonly respondsTo: readonly DocumentAddress[];
}

/**
 * Paths of documents grouped by response: those of one folder, and those tied to them because one responds to another; in the order in
 * which they come.
 */
export async function byResponse(paths: readonly string[]): Promise<readonly (readonly string[])[]> {
  const documents: Tied[] = [];
  for (const path of paths) {
    const address = addressOfPath(path);
    documents.push({ path, address, respondsTo: await answered(path, address) });
  }
  const responseOf = new Map(responsesAmong(documents).flatMap((response) => response.map(({ address }) => [address, response] as const)));
  const groups = new Map<readonly Tied[] | undefined, string[]>();
  for (const { path, address } of documents) groups.set(responseOf.get(address), [...(groups.get(responseOf.get(address)) ?? []), path]);
  return [...groups.values()];
}

/** Looks at the header alone. What cannot be read is told when it is to be checked. */
async function answered(path: string, address: DocumentAddress): Promise<readonly DocumentAddress[]> {
  const result = path === '-' ? null : await readTextFile(path);
  return result && 'text' in result && result.text.includes('responds-to') ? respondsTo(readFrontMatter(result.text), address) : [];
}
