import type { HouseStyleDefinition } from './definition.ts';
import generic from './generic.json' with { type: 'json' };
import brightonAndHove from './brighton-and-hove.json' with { type: 'json' };
import bristolScrutiny from './bristol-scrutiny.json' with { type: 'json' };
import calderdaleScrutiny from './calderdale-scrutiny.json' with { type: 'json' };
import cheshireEast from './cheshire-east.json' with { type: 'json' };
import gloucesterCity from './gloucester-city.json' with { type: 'json' };
import gloucestershireCabinet from './gloucestershire-cabinet.json' with { type: 'json' };
import gloucestershireScrutiny from './gloucestershire-scrutiny.json' with { type: 'json' };
import herefordshire from './herefordshire.json' with { type: 'json' };
import isleOfWight2004 from './isle-of-wight-2004.json' with { type: 'json' };
import kirklees from './kirklees.json' with { type: 'json' };
import lambeth from './lambeth.json' with { type: 'json' };
import leeds from './leeds.json' with { type: 'json' };
import maidstone from './maidstone.json' with { type: 'json' };
import nottinghamExecutive from './nottingham-executive.json' with { type: 'json' };
import nottinghamScrutiny from './nottingham-scrutiny.json' with { type: 'json' };
import sefton from './sefton.json' with { type: 'json' };
import southKesteven from './south-kesteven.json' with { type: 'json' };
import southampton from './southampton.json' with { type: 'json' };
import stevenage from './stevenage.json' with { type: 'json' };
import teignbridge from './teignbridge.json' with { type: 'json' };
import worcestershireCabinet from './worcestershire-cabinet.json' with { type: 'json' };
import worcestershirePanel from './worcestershire-panel.json' with { type: 'json' };
import york from './york.json' with { type: 'json' };

// TypeScript widens the words of a JSON file to strings. That they are the right ones is tested against house-style.schema.json.
const definitions = [
  generic,
  brightonAndHove,
  bristolScrutiny,
  calderdaleScrutiny,
  cheshireEast,
  gloucesterCity,
  gloucestershireCabinet,
  gloucestershireScrutiny,
  herefordshire,
  isleOfWight2004,
  kirklees,
  lambeth,
  leeds,
  maidstone,
  nottinghamExecutive,
  nottinghamScrutiny,
  sefton,
  southKesteven,
  southampton,
  stevenage,
  teignbridge,
  worcestershireCabinet,
  worcestershirePanel,
  york,
] as unknown as readonly HouseStyleDefinition[];

/** The councils' data files, by name, as they are written: the generic style first, then by name. */
export const builtInDefinitions: ReadonlyMap<string, HouseStyleDefinition> = new Map(
  definitions.map((definition) => [definition.name, definition]),
);
