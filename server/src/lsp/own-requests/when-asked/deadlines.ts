import type { CancellationToken } from 'vscode-languageserver';
import type { Calendar } from '../../../language/calendar/calendar.ts';
import { ownSource, ruleInWords } from '../../../language/calendar/deadline.ts';
import { datedBy } from '../../../language/calendar/deadlines.ts';
import { describeDay, distance } from '../../../language/features/known/day-words.ts';
import { deadlinePlace } from '../../../language/features/when-asked/deadline-place.ts';
import { slices, type IsoDate } from '../../../language/host.ts';
import { dayInWords } from '../../../language/model/dates/date-words.ts';
import { datedByFacts, deadlinesOfResponse, type DatedDocument } from '../../../language/response/deadlines.ts';
import type { DocumentFacts } from '../../../language/response/facts.ts';
import { titleOfResponse } from '../../../language/response/title.ts';
import { documentAddress, fileNameOf } from '../../../language/text/document-address.ts';
import type { Surroundings } from '../../documents/surroundings.ts';
import type { DeadlinePlace, DeadlinePlaceParams, ShownDeadline, ShownDeadlines } from '../../protocol/deadlines.ts';
import { placesOf } from '../../to-protocol/positions.ts';

/** The deadlines of responses as they stand on a day, by date. */
export async function shownDeadlines(
  responses: readonly (readonly Pick<DocumentFacts, 'address'>[])[],
  asAt: IsoDate,
  { service, host, texts }: Surroundings,
  token: CancellationToken,
): Promise<ShownDeadlines> {
  const checkpoint = slices(host, token);
  const shown: ShownDeadline[] = [];
  const wordsFor = dayWords(asAt);
  const { word } = service.words();
  let title = '';
  for (const addresses of responses) {
    const documents = (await Promise.all(addresses.map(({ address }) => service.facts(address)))).filter((facts) => facts !== null);
    const isNamed = documents.some(({ inspection }) => Object.keys(inspection).length > 0);
    const readsText = ({ address }: DocumentFacts): boolean => !isNamed && (responses.length === 1 || service.isOpen(address));
    const dated = new Map(
      await Promise.all(documents.map(async (facts) => [facts.address, await datedDocument(facts, readsText(facts), service)] as const)),
    );
    title = titleOf(documents);
    for (const { address, id, kind, what, date, rule, source, doneOn, standing, owner, status, firstDue, leftOut } of deadlinesOfResponse(
      [...dated.values()],
      asAt,
    )) {
      const { dateInWords, away } = wordsFor(date, dated.get(address)!.calendar);
      // Field by field: all responses of a council have tens of thousands of deadlines, and an object that grows is copied each time.
      shown.push({
        id,
        kind,
        what: kind === 'action' ? what : word(what),
        date,
        rule: ruleInWords({ rule }, word),
        source: source === ownSource ? null : word(source),
        doneOn: doneOn && word(dayInWords(doneOn)),
        standing,
        owner,
        status,
        firstDue,
        response: title,
        uri: texts.spelling(address),
        file: fileNameOf(address),
        dateInWords: word(dateInWords),
        away: word(away),
        leftOut: leftOut.map(({ name, date: day }) => `${name} (${word(dayInWords(day))})`),
      });
    }
    const pause = checkpoint();
    if (pause) await pause;
  }
  return {
    asAt,
    asAtInWords: word(dayInWords(asAt)),
    title: responses.length === 1 ? title : null,
    deadlines: shown.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
  };
}

/**
 * A day in words and how far it is away, each day once: counting the working days of two years takes milliseconds, and thousands of actions
 * fall on the same few hundred days.
 */
function dayWords(asAt: IsoDate): (date: IsoDate, calendar: Calendar) => Pick<ShownDeadline, 'dateInWords' | 'away'> {
  const known = new Map<Calendar, Map<IsoDate, Pick<ShownDeadline, 'dateInWords' | 'away'>>>();
  return (date, calendar) => {
    const days = known.get(calendar) ?? new Map<IsoDate, Pick<ShownDeadline, 'dateInWords' | 'away'>>();
    known.set(calendar, days);
    const words = days.get(date) ?? { dateInWords: describeDay(date, calendar), away: distance(date, asAt, calendar) };
    days.set(date, words);
    return words;
  };
}

/**
 * Where no header of a response names the inspection, the text of a paper may tell of it. All papers of one response are read for that,
 * open or not; of hundreds of responses only those that are open.
 */
async function datedDocument(facts: DocumentFacts, readsText: boolean, service: Surroundings['service']): Promise<DatedDocument> {
  const view = readsText ? await service.read(facts.address) : null;
  return { facts, dated: view ? datedBy(view) : datedByFacts(facts), calendar: await service.calendar(facts.address) };
}

const titleOf = (documents: readonly DocumentFacts[]): string =>
  titleOfResponse(documents) ?? (documents[0] ? fileNameOf(documents[0].address) : '');

/** Where the document says it, as it now is; null where it cannot be read any more. */
export async function placeOfDeadline(
  { uri, id }: DeadlinePlaceParams,
  { service, client, texts }: Surroundings,
): Promise<DeadlinePlace | null> {
  const address = documentAddress(uri);
  const view = await service.read(address);
  return (
    view && { uri: texts.spelling(address), position: placesOf(view.model.syntax, client.encoding).position(deadlinePlace(view, id).start) }
  );
}
