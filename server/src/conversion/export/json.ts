import type { Host } from '../../language/host.ts';
import { modelToJson, type ModelJson } from '../../language/model/to-json.ts';
import type { Snapshot } from '../../language/snapshot.ts';
import { countLineBreaks } from '../../language/syntax/lines.ts';
import type { DocumentAddress } from '../../language/text/document-address.ts';

/** A document's meaning, with labels looked up in its whole response. `nameOf` gives a file's name as it is to be printed. */
export async function modelOf(
  { model, view, response }: Snapshot,
  name: string,
  host: Host,
  nameOf: (address: DocumentAddress) => string,
): Promise<ModelJson> {
  // Where labels of the other documents stand; the first definition counts.
  const elsewhere = new Map<string, string>();
  for (const { address, labels } of response?.documents ?? []) {
    if (address === model.address || labels.length === 0) continue;
    const text = await host.read(address);
    if (text === null) continue;
    for (const { key, span } of labels)
      if (!elsewhere.has(key)) elsewhere.set(key, `${nameOf(address)}:${countLineBreaks(text.slice(0, span.start)) + 1}`);
  }
  return modelToJson(view, name, ({ key }) => elsewhere.get(key) ?? null);
}
