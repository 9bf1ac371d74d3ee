import { builtInDefinitions } from './built-in-definitions.ts';
import type { HouseStyle } from './house-style.ts';
import { lazyMap } from './lazy-map.ts';
import { resolveHouseStyle } from './resolve.ts';

/** The councils that the product knows, each a whole style, worked out when it is first asked for: a document needs one or two of them. */
export const builtInHouseStyles: ReadonlyMap<string, HouseStyle> = lazyMap(
  [...builtInDefinitions.keys()],
  (name) => resolveHouseStyle(name, new Map()).houseStyle,
);

/** Used where a document names no style and the configuration none either. */
export const genericHouseStyle: HouseStyle = builtInHouseStyles.get('generic')!;

export { resolveHouseStyle, type HouseStyleProblem, type ResolvedHouseStyle } from './resolve.ts';
export { builtInDefinitions } from './built-in-definitions.ts';
export { sectionKey, sectionNames, sectionOfHeading } from './section-names.ts';
export { defaultStatusScale, statusScales } from './status-scales.ts';
export { formFields, formSections } from './house-style.ts';
