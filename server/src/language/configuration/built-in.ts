import { builtInHouseStyles } from '../house-styles/index.ts';
import type { Configuration } from './configuration.ts';

/** What applies where there is no configuration file. */
export const builtInConfiguration: Configuration = {
  houseStyles: builtInHouseStyles,
  defaultHouseStyle: 'generic',
  rules: new Map(),
  people: new Map(),
  acronyms: new Map(),
  words: new Map(),
  extraHolidays: [],
  deadlines: new Map(),
  meetings: [],
  exclude: [],
};

/** Name of the configuration file; the nearest one upward of a document applies to it. */
export const configurationFileName = '.inspection-response.json';
