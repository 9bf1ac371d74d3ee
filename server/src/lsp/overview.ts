import { placeElsewhere } from '../language/render/answers.ts';
import { overviewPage } from '../language/render/overview/overview-page.ts';
import { overviewStyle } from '../language/render/overview/overview-style.ts';
import { overviewOf } from '../language/response/overview.ts';
import type { Snapshot } from '../language/snapshot.ts';
import type { Surroundings } from './diagnostics.ts';
import type { ShownOverview } from './protocol.ts';

/** The page of a response; null where its documents cannot be read. */
export async function shownOverview({ response, today, words }: Snapshot, { service }: Surroundings): Promise<ShownOverview | null> {
  if (!response) return null;
  // Facts of a response tell what is said; where it stands is told by those of each document as it now is.
  const documents = await Promise.all(response.documents.map(async (facts) => (await service.facts(facts.address)) ?? facts));
  return { language: words.language, html: overviewPage({ overview: overviewOf(documents, today), words, linkTo: placeElsewhere }), style: overviewStyle };
}
