import { TextDocument } from 'vscode-languageserver-textdocument';
import { explanationAsMarkdown } from '../../../language/configuration/explanation-text.ts';
import { insertHouseStyle } from '../../../language/configuration/insert-house-style.ts';
import { shapeOfDocument } from '../../../language/features/when-asked/house-style-from-document.ts';
import { neverCancelled } from '../../../language/host.ts';
import { builtInHouseStyles } from '../../../language/house-styles/index.ts';
import { houseStyleName, proposeHouseStyle } from '../../../language/house-styles/propose.ts';
import type { LanguageService } from '../../../language/service.ts';
import { decoded, documentAddress, fileNameOf, type DocumentAddress } from '../../../language/text/document-address.ts';
import type { Client } from '../../connection/client.ts';
import type { ExplainedConfiguration, HouseStyleFromDocument, HouseStyleFromDocumentParams } from '../../protocol/configuration.ts';
import { placesInText } from '../../to-protocol/positions.ts';

/** What applies to an open document, as a page; null where it is not one of ours. */
export async function explainedConfiguration(uri: string, service: LanguageService): Promise<ExplainedConfiguration | null> {
  let file: DocumentAddress | null = null;
  const nameOf = (address: DocumentAddress): string => {
    if (address !== documentAddress(uri)) file = address;
    return fileNameOf(address);
  };
  const explained = await service.explain(documentAddress(uri), nameOf);
  // Each line names the file in short; which of that name it is stands once, at the head.
  return (
    explained && {
      markdown: explanationAsMarkdown({ ...explained, configuration: file === null ? null : pathIn(file) }),
      configuration: file,
    }
  );
}

/** An address as a person reads it: without its scheme, decoded. */
const pathIn = (address: DocumentAddress): string => decoded(address.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/)?/, ''));

/** A house style of which an open document is the model, as edits of a configuration file; null where the document is not one of ours. */
export async function houseStyleFromDocument(
  params: HouseStyleFromDocumentParams,
  service: LanguageService,
  client: Client,
): Promise<HouseStyleFromDocument | null> {
  const { uri, title, configuration } = params;
  const address = documentAddress(uri);
  const snapshot = await service.snapshot(address, 'modelled', neverCancelled);
  if (!snapshot) return null;
  const name = houseStyleName(title);
  if (name === null) return { problem: 'no-name', name: title, extends: '', edits: [], guessed: [], unplaced: [] };
  const { definition, guessed, unplaced } = proposeHouseStyle(shapeOfDocument(snapshot), name, builtInHouseStyles);
  const { name: _, extends: base, ...rest } = definition;
  const edits = insertHouseStyle(configuration.text, {
    name,
    title: title.trim(),
    council: title.trim(),
    extends: base!,
    sources: [fileNameOf(address)],
    ...rest,
  });
  const said = { name, extends: builtInHouseStyles.get(base!)!.title, guessed, unplaced };
  if (typeof edits === 'string') return { ...said, problem: edits, edits: [] };
  const places = placesInText(TextDocument.create(configuration.uri, 'jsonc', 0, configuration.text), client.encoding);
  return { ...said, problem: null, edits: edits.map(({ span, newText }) => ({ range: places.range(span), newText })) };
}
