import { placeElsewhere } from '../language/render/answers.ts';
import { overviewPage, titleOf, type Circumstances } from '../language/render/overview/overview-page.ts';
import { overviewStyle } from '../language/render/overview/overview-style.ts';
import { overviewOf } from '../language/response/overview.ts';
import type { Snapshot } from '../language/snapshot.ts';
import { htmlPage } from '../reporting/html-page.ts';
import type { Surroundings } from './diagnostics.ts';
import type { ShownOverview } from './protocol.ts';

/** The page of a response; null where its documents cannot be read. */
export async function shownOverview(snapshot: Snapshot, surroundings: Surroundings): Promise<ShownOverview | null> {
  const circumstances = await circumstancesOf(snapshot, surroundings, placeElsewhere);
  return circumstances && { language: circumstances.words.language, html: overviewPage(circumstances), style: overviewStyle };
}

/** The same as a file that is printed or passed on: everything unfolded, and nothing of this computer in it. */
export async function overviewFile(snapshot: Snapshot, surroundings: Surroundings): Promise<string | null> {
  const circumstances = await circumstancesOf(snapshot, surroundings, null);
  if (!circumstances) return null;
  const body = overviewPage(circumstances).replaceAll(/<details id="[\w-]+">/g, (details) => `${details.slice(0, -1)} open>`);
  return htmlPage(titleOf(circumstances), body, { style: overviewStyle, language: circumstances.words.language });
}

async function circumstancesOf({ response, today, words }: Snapshot, { service }: Surroundings, linkTo: Circumstances['linkTo']): Promise<Circumstances | null> {
  if (!response) return null;
  // Facts of a response tell what is said; where it stands is told by those of each document as it now is.
  const documents = await Promise.all(response.documents.map(async (facts) => (await service.facts(facts.address)) ?? facts));
  return { overview: overviewOf(documents, today), words, linkTo };
}
