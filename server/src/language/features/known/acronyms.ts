import { ambiguousAcronyms, longFormOf } from '../../model/acronyms/acronym-data.ts';
import { inReign } from '../../rules/explaining-acronyms.ts';
import type { Snapshot } from '../../snapshot.ts';

/** What an acronym stands for, and how that is known. */
export interface KnownAcronym {
  /** More than one where the short form alone does not tell; never empty. */
  readonly long: readonly string[];
  readonly source: 'document' | 'configuration' | 'house style' | 'field';
  /** Offset of the definition in the document, where it is the document's own. */
  readonly definedAt: number | null;
}

/** What an acronym stands for: as the document says, else the configuration, the house style, and what is usual in the field. */
export function knownAcronym({ view, model, configuration, today }: Snapshot, short: string): KnownAcronym | null {
  const definition = view.items('acronym-definition').find(({ item }) => item.short === short);
  if (definition) return { long: [definition.item.long], source: 'document', definedAt: definition.span.start };
  const configured = configuration.acronyms.get(short);
  if (configured) return { long: [configured], source: 'configuration', definedAt: null };
  const { glossary } = model.context.houseStyle;
  if (Object.hasOwn(glossary, short)) return { long: [glossary[short]!], source: 'house style', definedAt: null };
  const usual = ambiguousAcronyms.get(short) ?? [longFormOf(short)].filter((long) => long !== undefined);
  return usual.length > 0 ? { long: usual.map((long) => inReign(long, model.frontMatter, today)), source: 'field', definedAt: null } : null;
}
