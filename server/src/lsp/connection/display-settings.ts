import { lensFamilies, type LensFamily } from '../../language/features/reading-aids/code-lens.ts';
import type { InlayHintKind } from '../../language/features/reading-aids/inlay-hint.ts';

/** What an officer wants to see in the text beside the text: settings of the editor alone, on where they are not set. */
export interface DisplaySettings {
  readonly lenses: ReadonlySet<LensFamily>;
  readonly hints: ReadonlySet<InlayHintKind>;
}

/** Each kind of hint under the name of its setting. */
const hintSettings: Readonly<Record<string, InlayHintKind>> = { workingDays: 'working-days', ownerPosts: 'owner-post' };

/** Reads `codeLens` and `inlayHints` of what the client gives as settings; only a plain `false` switches something off. */
export function readDisplaySettings(value: unknown): DisplaySettings {
  const isOff = (group: string, name: string): boolean => partOf(partOf(value, group), name) === false;
  return {
    lenses: new Set(lensFamilies.filter((family) => !isOff('codeLens', family))),
    hints: new Set(Object.entries(hintSettings).flatMap(([name, kind]) => (isOff('inlayHints', name) ? [] : [kind]))),
  };
}

const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

export const isSameDisplay = (a: DisplaySettings, b: DisplaySettings): boolean =>
  isSameSet(a.lenses, b.lenses) && isSameSet(a.hints, b.hints);

const isSameSet = (a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean => a.size === b.size && [...a].every((one) => b.has(one));
