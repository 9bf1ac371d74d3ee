import type { CancellationToken } from 'vscode-languageserver';
import { placeElsewhere } from '../../../language/render/answers.ts';
import { overviewPage, overviewParts, titleOf, type Circumstances } from '../../../language/render/overview/overview-page.ts';
import { overviewStyle } from '../../../language/render/overview/overview-style.ts';
import type { DocumentFacts } from '../../../language/response/facts.ts';
import { namesOfPlaces } from '../../../language/response/named-places.ts';
import { overviewOf } from '../../../language/response/overview.ts';
import type { Snapshot } from '../../../language/snapshot.ts';
import type { DocumentAddress } from '../../../language/text/document-address.ts';
import { createHashing } from '../../../language/text/hash.ts';
import { htmlPage } from '../../../reporting/html-page.ts';
import type { Surroundings } from '../../documents/surroundings.ts';
import type { ShownOverview } from '../../protocol/overview.ts';

/** The last overview that was made. */
interface Kept {
  readonly revision: string;
  readonly page: NonNullable<ShownOverview['page']>;
}
const kept = new WeakMap<Surroundings['service'], Kept>();

/**
 * The page of a response, made anew only where its documents mean something else; null where they cannot be read. A client that shows
 * `revision` already is not sent it again.
 */
export async function shownOverview(
  { model, today, words }: Snapshot,
  revision: string | null,
  { service }: Surroundings,
  token: CancellationToken,
): Promise<ShownOverview | null> {
  const documents = await service.meant(model.address, token);
  if (!documents) return null;
  const now = revisionOf(documents, today, words.language);
  let last = kept.get(service);
  if (last?.revision !== now) {
    const parts = overviewParts({ overview: overviewOf(documents, today), words, linkTo: linksInto(documents) });
    kept.set(service, (last = { revision: now, page: { language: words.language, parts, style: overviewStyle } }));
  }
  return { revision: now, page: revision === now ? null : last.page };
}

/** The same as a file that is printed or passed on: everything unfolded, and nothing of this computer in it. */
export async function overviewFile(
  { model, today, words }: Snapshot,
  { service }: Surroundings,
  token: CancellationToken,
): Promise<string | null> {
  const documents = await service.meant(model.address, token);
  if (!documents) return null;
  const circumstances: Circumstances = { overview: overviewOf(documents, today), words, linkTo: null };
  const body = overviewPage(circumstances).replaceAll(/<details id="[\w-]+">/g, (details) => `${details.slice(0, -1)} open>`);
  return htmlPage(titleOf(circumstances), body, { style: overviewStyle, language: words.language });
}

/** The same as long as the page would be the same: it depends on nothing else. */
function revisionOf(documents: readonly DocumentFacts[], ...others: readonly string[]): string {
  const hashing = createHashing();
  const text = JSON.stringify([...documents.map(({ address, meaning }) => [address, meaning]), ...others]);
  hashing.add(text, 0, text.length);
  return hashing.name();
}

/** Links that hold as long as the documents mean the same: to what is said, by its name, or to a whole document. */
function linksInto(documents: readonly DocumentFacts[]): NonNullable<Circumstances['linkTo']> {
  const names = new Map<DocumentAddress, ReadonlyMap<number, string>>(documents.map((facts) => [facts.address, namesOfPlaces(facts)]));
  return (address, offset) => {
    const name = names.get(address)?.get(offset);
    return name === undefined ? address : placeElsewhere(address, name);
  };
}
