import type { StatusScale } from './house-style.ts';
import scales from './status-scales.json' with { type: 'json' };

/**
 * Well-known status scales by name: `rag`, `brag`, `progress`. They are what the words usually mean; councils differ (blue is
 * "complete" in one and "not yet due" in another), which is why a plan should say what its own words mean.
 */
export const statusScales: ReadonlyMap<string, StatusScale> = new Map(
  (scales as readonly StatusScale[]).map((scale) => [scale.name, scale]),
);

/** Read where neither the document nor the house style says. */
export const defaultStatusScale: StatusScale = statusScales.get('rag')!;
