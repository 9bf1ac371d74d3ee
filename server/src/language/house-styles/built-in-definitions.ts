import type { HouseStyleDefinition } from './definition.ts';
import generic from './generic.json' with { type: 'json' };
import gloucestershireScrutiny from './gloucestershire-scrutiny.json' with { type: 'json' };
import nottinghamScrutiny from './nottingham-scrutiny.json' with { type: 'json' };
import sefton from './sefton.json' with { type: 'json' };
import worcestershirePanel from './worcestershire-panel.json' with { type: 'json' };

// TypeScript widens the words of a JSON file to strings. That they are the right ones is tested against house-style.schema.json.
const definitions = [generic, gloucestershireScrutiny, nottinghamScrutiny, sefton, worcestershirePanel] as unknown as readonly HouseStyleDefinition[];

/** The councils' data files, by name, as they are written. */
export const builtInDefinitions: ReadonlyMap<string, HouseStyleDefinition> = new Map(definitions.map((definition) => [definition.name, definition]));
