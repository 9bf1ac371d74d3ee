import { builtInConfiguration } from '../../../server/src/language/configuration/built-in.ts';
import type { Configuration } from '../../../server/src/language/configuration/configuration.ts';
import { buildModel } from '../../../server/src/language/model/build-model.ts';
import type { DocumentModel } from '../../../server/src/language/model/document.ts';
import type { ItemKind, ItemOf } from '../../../server/src/language/model/items.ts';
import { modelToJson, type ModelJson } from '../../../server/src/language/model/to-json.ts';
import { viewOf } from '../../../server/src/language/model/view.ts';
import { createParser } from '../../../server/src/language/syntax/parser.ts';
import { documentAddress } from '../../../server/src/language/text/document-address.ts';

const parser = createParser();

export function modelOf(text: string, name = 'paper.report.md', configuration: Configuration = builtInConfiguration): DocumentModel {
  return buildModel(documentAddress(`file:///papers/${name}`), 1, parser.parse(text), configuration);
}

/** The model of a text as the command line prints it. */
export const jsonOf = (text: string, name = 'paper.report.md'): ModelJson => modelToJson(viewOf(modelOf(text, name)), name);

/** Items of a kind, with the text that their span holds. */
export function itemsOf<K extends ItemKind>(text: string, kind: K, name?: string): readonly (ItemOf<K> & { readonly source: string })[] {
  const view = viewOf(modelOf(text, name));
  return view.items(kind).map(({ item, span }) => ({ ...item, source: view.slice(span) }));
}
