import { polarityNames } from '../../../language/model/vocabulary.ts';
import type { DocumentFacts, DocumentSummary } from '../../../language/response/facts.ts';
import { namesOfPlaces } from '../../../language/response/named-places.ts';
import { titleOfResponse } from '../../../language/response/title.ts';
import { filterTrace, traceResponse, type Trace } from '../../../language/response/trace.ts';
import { fileNameOf, type DocumentAddress } from '../../../language/text/document-address.ts';
import { traceAsCsv } from '../../../reporting/trace-csv.ts';
import { traceAsHtml } from '../../../reporting/trace-html.ts';
import { traceAsJson } from '../../../reporting/trace-json.ts';
import { asAtOf, decisionInWords, dueInWords, measureInWords, nameOfResponse } from '../../../reporting/trace-report.ts';
import type { Surroundings } from '../../documents/surroundings.ts';
import type { ShownAction, ShownResponse, ShownThing, ShownTrace, TraceFileParams } from '../../protocol/traces.ts';

/** The responses of the workspace, by what is known of every document. */
export function shownResponses(responses: readonly (readonly DocumentSummary[])[], { texts }: Surroundings): readonly ShownResponse[] {
  return responses.map((documents): ShownResponse => {
    const { address } = documents[0]!;
    return { title: titleOfResponse(documents) ?? fileNameOf(address), documents: documents.length, uri: texts.spelling(address) };
  });
}

export function shownTrace(documents: readonly DocumentFacts[], { host, texts }: Surroundings): ShownTrace {
  return shown(
    traceResponse(documents, host.today()),
    new Map(documents.map((facts) => [facts.address, namesOfPlaces(facts)])),
    texts.spelling,
    texts.spelling(documents[0]!.address),
  );
}

function shown(
  trace: Trace,
  names: ReadonlyMap<DocumentAddress, ReadonlyMap<number, string>>,
  uriOf: (address: DocumentAddress) => string,
  uri: string,
): ShownTrace {
  const thing = ({
    label,
    text,
    address,
    nameSpan,
  }: {
    readonly label: { readonly text: string } | null;
    readonly text: string;
    readonly address: DocumentAddress;
    readonly nameSpan: { readonly start: number };
  }): ShownThing => ({ label: label?.text ?? null, text, place: { uri: uriOf(address), name: names.get(address)!.get(nameSpan.start)! } });
  const hasActions = trace.actions.length > 0;
  const tied = new Set(trace.rows.flatMap(({ gaps }) => gaps));
  return {
    title: nameOfResponse(trace, { place: (address) => ({ file: fileNameOf(address), line: 1 }) }),
    asAt: asAtOf(trace),
    uri,
    gaps: trace.gaps.filter((gap) => !tied.has(gap)).map(({ message }) => message),
    rows: trace.rows.map(({ finding, recommendations, action, measures, gaps }) => {
      const found = finding === null ? null : trace.findings[finding]!;
      const done = action === null ? null : trace.actions[action]!;
      return {
        gaps: gaps.map(({ message }) => message),
        finding: found && { ...thing(found), kind: polarityNames[found.polarity] },
        recommendations: recommendations.map((place) => ({
          ...thing(trace.recommendations[place]!),
          decision: decisionInWords(trace.recommendations[place]!),
        })),
        action:
          done &&
          ({
            ...thing(done),
            owner: done.owner,
            status: done.status,
            due: dueInWords(done) || null,
            day: done.due?.to ?? null,
            late: done.late,
            isDueSoon: done.isDueSoon,
          } satisfies ShownAction),
        measures: measures.map((place) => ({
          ...thing(trace.measures[place]!),
          text: measureInWords({ ...trace.measures[place]!, label: null }),
        })),
        canAddAction: hasActions && found !== null && done === null && found.label !== null && found.polarity !== 'strength',
      };
    }),
  };
}

/** What a filter lets through, as a file. */
export async function traceFile(
  documents: readonly DocumentFacts[],
  format: TraceFileParams['format'],
  filter: TraceFileParams['filter'],
  { host, others }: Surroundings,
): Promise<string> {
  const places = await others.find(documents.map(({ address }) => address));
  const report = {
    traces: [filterTrace(traceResponse(documents, host.today()), filter)],
    filter,
    place: (address: DocumentAddress, offset: number) => ({
      file: fileNameOf(address),
      line: (places.get(address)?.places.position(offset).line ?? 0) + 1,
    }),
  };
  return format === 'csv' ? traceAsCsv(report) : format === 'html' ? traceAsHtml(report) : traceAsJson(report);
}
