import type { CancellationToken } from 'vscode-languageserver';
import { slices, type IsoDate } from '../language/host.ts';
import { polarityNames } from '../language/model/vocabulary.ts';
import { responsesAmong } from '../language/response/among.ts';
import type { DocumentFacts } from '../language/response/facts.ts';
import { filterTrace, traceResponse, type Trace } from '../language/response/trace.ts';
import { documentAddress, fileNameOf, type DocumentAddress } from '../language/text/document-address.ts';
import { traceAsCsv } from '../reporting/trace-csv.ts';
import { traceAsHtml } from '../reporting/trace-html.ts';
import { traceAsJson } from '../reporting/trace-json.ts';
import { asAtOf, decisionInWords, dueInWords, measureInWords, nameOfResponse } from '../reporting/trace-report.ts';
import type { Surroundings } from './diagnostics.ts';
import type { ShownAction, ShownThing, ShownTrace, TraceFileParams } from './protocol.ts';
import type { Others } from './to-protocol.ts';

/** The documents of a response, with the day to judge their dates by where they name none. */
export interface ToTrace {
  readonly documents: readonly DocumentFacts[];
  readonly today: IsoDate;
}

/** The responses that documents make up, with what they respond to. Each is read once, a slice at a time. */
export async function tracesAmong(uris: readonly string[], { service, host }: Surroundings, token: CancellationToken): Promise<readonly ToTrace[]> {
  const found = new Map<DocumentAddress, DocumentFacts | null>();
  const waiting = uris.map(documentAddress);
  const checkpoint = slices(host, token);
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    if (found.has(address)) continue;
    const facts = await service.facts(address);
    const pause = checkpoint();
    if (pause) await pause;
    found.set(address, facts);
    waiting.push(...(facts?.respondsTo ?? []));
  }
  const today = host.today();
  return responsesAmong([...found.values()].filter((facts) => facts !== null)).map((documents) => ({ documents, today }));
}

export async function shownTraces(responses: readonly ToTrace[], { others, texts }: Surroundings): Promise<readonly ShownTrace[]> {
  return Promise.all(responses.map(async ({ documents, today }) => {
    const trace = traceResponse(documents, today);
    const places = await others.find(documents.map(({ address }) => address));
    const [first] = documents;
    return shown(trace, places, first ? (texts.get(first.address)?.spelling ?? first.address) : '');
  }));
}

function shown(trace: Trace, others: Others, uri: string): ShownTrace {
  const thing = ({ label, text, address, nameSpan }: { readonly label: { readonly text: string } | null; readonly text: string; readonly address: DocumentAddress; readonly nameSpan: { readonly start: number } }): ShownThing => {
    const other = others.get(address);
    return { label: label?.text ?? null, text, place: other ? { uri: other.uri, position: other.places.position(nameSpan.start) } : null };
  };
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
        recommendations: recommendations.map((place) => ({ ...thing(trace.recommendations[place]!), decision: decisionInWords(trace.recommendations[place]!) })),
        action: done && ({ ...thing(done), owner: done.owner, status: done.status, due: dueInWords(done) || null, day: done.due?.to ?? null, late: done.late, isDueSoon: done.isDueSoon } satisfies ShownAction),
        measures: measures.map((place) => ({ ...thing(trace.measures[place]!), label: null, text: measureInWords(trace.measures[place]!) })),
        canAddAction: hasActions && found !== null && done === null && found.label !== null && found.polarity !== 'strength',
      };
    }),
  };
}

/** What a filter lets through, as a file. */
export async function traceFile({ documents, today }: ToTrace, format: TraceFileParams['format'], filter: TraceFileParams['filter'], { others }: Surroundings): Promise<string> {
  const places = await others.find(documents.map(({ address }) => address));
  const report = {
    traces: [filterTrace(traceResponse(documents, today), filter)],
    place: (address: DocumentAddress, offset: number) => ({ file: fileNameOf(address), line: (places.get(address)?.places.position(offset).line ?? 0) + 1 }),
  };
  return format === 'csv' ? traceAsCsv(report) : format === 'html' ? traceAsHtml(report) : traceAsJson(report);
}
