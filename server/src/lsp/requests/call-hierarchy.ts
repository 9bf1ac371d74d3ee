import type { CallHierarchyIncomingCall, CallHierarchyItem, CallHierarchyOutgoingCall, Connection } from 'vscode-languageserver';
import {
  answeredBy,
  hierarchyLabelAt,
  incoming,
  outgoing,
  prepareCallHierarchy,
  type HierarchyItem,
  type HierarchyKey,
} from '../../language/features/navigation/call-hierarchy.ts';
import { definesLabel } from '../../language/features/navigation/definition.ts';
import { mayMention } from '../../language/features/navigation/subject.ts';
import type { DocumentFacts } from '../../language/response/facts.ts';
import { fenced } from '../connection/fence.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import { whereaboutsOfViews } from '../documents/whereabouts.ts';
import type { WithSnapshot } from '../documents/with-snapshot.ts';
import { symbolKind } from '../to-protocol/outline.ts';

/** From a finding to the recommendations and actions that answer it, and back, for clients that have a hierarchy. */
export function answerCallHierarchy(connection: Connection, surroundings: Surroundings, withSnapshot: WithSnapshot): void {
  const {
    service,
    client,
    host: { log },
  } = surroundings;
  if (!client.callHierarchy) return;
  const whereaboutsOf = whereaboutsOfViews(surroundings);

  const toItem = (
    { kind, label, name, detail, view, span, selection }: HierarchyItem,
    origin: HierarchyKey['address'],
  ): CallHierarchyItem => {
    const { uri, places } = whereaboutsOf(view);
    const data: ItemData = { origin, address: view.model.address, kind, label, offset: span.start };
    return {
      name,
      kind: symbolKind(kind, client.symbols.kinds),
      detail,
      uri,
      range: places.range(span),
      selectionRange: places.range(selection),
      data,
    };
  };
  const related = async (
    { origin }: ItemData,
    concerned: (facts: DocumentFacts) => boolean,
    token: Parameters<typeof service.related>[2],
  ) => (await service.related(origin, concerned, token)).views;

  connection.languages.callHierarchy.onPrepare(
    fenced('textDocument/prepareCallHierarchy', log, null, ({ textDocument, position }, token) =>
      withSnapshot<CallHierarchyItem[] | null>(textDocument.uri, 'linked', token, null, async (snapshot, places) => {
        const { address } = snapshot.model;
        const offset = places.offset(position);
        const label = hierarchyLabelAt(snapshot, offset);
        const { views } = label === null ? { views: [] } : await service.related(address, definesLabel(label), token);
        const items = prepareCallHierarchy(snapshot, offset, label, views).map((item) => toItem(item, address));
        return items.length > 0 ? items : null;
      }),
    ),
  );

  connection.languages.callHierarchy.onIncomingCalls(
    fenced('callHierarchy/incomingCalls', log, null, async ({ item }, token): Promise<CallHierarchyIncomingCall[] | null> => {
      const data = item.data as ItemData;
      const view = await service.read(data.address);
      const labels = view ? answeredBy(view, data) : [];
      const views = await related(data, (facts) => labels.some((label) => definesLabel(label)(facts)), token);
      return incoming(labels, views)
        .map((one) => toItem(one, data.origin))
        .map((from) => ({ from, fromRanges: [from.selectionRange] }));
    }),
  );

  connection.languages.callHierarchy.onOutgoingCalls(
    fenced('callHierarchy/outgoingCalls', log, null, async ({ item }, token): Promise<CallHierarchyOutgoingCall[] | null> => {
      const data = item.data as ItemData;
      if (data.label === null) return [];
      const views = await related(data, mayMention({ of: 'label', name: data.label }, data.origin), token);
      return outgoing(data.label, views).map((one) => ({ to: toItem(one, data.origin), fromRanges: [item.selectionRange] }));
    }),
  );
}

/** What an item carries from one request to the next; `origin` is the open document whose response it belongs to. */
interface ItemData extends HierarchyKey {
  readonly origin: HierarchyKey['address'];
}
