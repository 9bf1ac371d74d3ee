import { neverCancelled } from '../../../language/host.ts';
import type { HouseStyle } from '../../../language/house-styles/house-style.ts';
import { builtInHouseStyles } from '../../../language/house-styles/index.ts';
import { documentTypes, suffixes } from '../../../language/model/vocabulary.ts';
import { newDocument } from '../../../language/new-document/new-document.ts';
import type { LanguageService } from '../../../language/service.ts';
import type { OpenTexts } from '../../documents/text-sync.ts';
import type { HouseStyleChoice, NewDocument, NewDocumentParams } from '../../protocol/new-documents.ts';

/** House styles by name: the built-in ones, and those of the configuration of a document that is open. */
async function houseStylesAtHand(service: LanguageService, texts: OpenTexts): Promise<ReadonlyMap<string, HouseStyle>> {
  const open = texts.all().find(({ use }) => use === 'read');
  const snapshot = open ? await service.snapshot(open.uri, 'modelled', neverCancelled) : null;
  return snapshot?.configuration.houseStyles ?? builtInHouseStyles;
}

export async function houseStyleChoices(service: LanguageService, texts: OpenTexts): Promise<readonly HouseStyleChoice[]> {
  const styles = [...(await houseStylesAtHand(service, texts)).values()];
  return styles.map(({ name, title, status, types }) => ({ name, title, status, types: documentTypes.filter((type) => types[type]) }));
}

/** A new document of a kind in a house style; null where there is no such kind or style. */
export async function newDocumentFor(
  { type, houseStyle }: NewDocumentParams,
  service: LanguageService,
  texts: OpenTexts,
): Promise<NewDocument | null> {
  const style = (await houseStylesAtHand(service, texts)).get(houseStyle);
  if (!style || !documentTypes.includes(type)) return null;
  return { snippet: newDocument(type, style).snippet, suffix: suffixes[type] };
}
