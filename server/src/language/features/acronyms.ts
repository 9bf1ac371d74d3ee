import type { Snapshot } from '../snapshot.ts';

/** Where a long form comes from. */
export interface KnownAcronym {
  readonly long: string;
  readonly source: 'document' | 'configuration' | 'house style';
  /** Offset of the definition in the document. */
  readonly definedAt: number | null;
}

/** What an acronym stands for: as the document defines it, else as the configuration or the house style knows it. */
export function knownAcronym({ view, model, configuration }: Snapshot, short: string): KnownAcronym | null {
  const definition = view.items('acronym-definition').find(({ item }) => item.short === short);
  if (definition) return { long: definition.item.long, source: 'document', definedAt: definition.span.start };
  const configured = configuration.acronyms.get(short);
  if (configured) return { long: configured, source: 'configuration', definedAt: null };
  const { glossary } = model.context.houseStyle;
  return Object.hasOwn(glossary, short) ? { long: glossary[short]!, source: 'house style', definedAt: null } : null;
}

export const longFormOf = (snapshot: Snapshot, short: string): string | null => knownAcronym(snapshot, short)?.long ?? null;
