import { figures } from '../calendar/figures.ts';
import type { HouseStyle } from '../house-styles/house-style.ts';
import { severities } from './configuration.ts';
import type { KnownOption, KnownRule } from './known-rule.ts';
import { configurationKeys, type ConfigurationKey } from './read-configuration.ts';

/** A JSON Schema, draft 7: the one that VS Code reads. `markdownDescription`, `defaultSnippets` and `enumDescriptions` are VS Code's. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface SchemaSource {
  readonly rules: readonly KnownRule[];
  readonly houseStyles: Iterable<Pick<HouseStyle, 'name' | 'title'>>;
  /** Schema of a house style's data file, whose definitions are taken over. */
  readonly houseStyleSchema: { readonly definitions: Readonly<Record<string, unknown>> };
}

/** JSON Schema of `.inspection-response.json`, made from what reads the file, so that the two never differ. */
export function configurationSchema({ rules, houseStyles, houseStyleSchema }: SchemaSource): JsonSchema {
  const known = [...houseStyles];
  const properties: Readonly<Record<ConfigurationKey, JsonSchema>> = {
    $schema: { type: 'string' },
    houseStyle: { type: 'string', ...suggested(known) },
    houseStyles: {
      type: 'object',
      additionalProperties: { $ref: '#/definitions/houseStyle' },
      defaultSnippets: [
        {
          label: 'A style of the council’s own',
          body: {
            '${1:council}': { title: '${2:The council’s name}', extends: '${3:generic}', types: { 'committee-report': { sections: [] } } },
          },
        },
      ],
    },
    rules: {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(rules.map((rule) => [rule.name, ruleSchema(rule)])),
    },
    people: {
      type: 'object',
      additionalProperties: {
        anyOf: [
          { type: 'string', pattern: '\\S', description: 'Name, post.' },
          {
            type: 'object',
            properties: {
              name: { type: 'string', description: 'Name of the person.' },
              post: { type: 'string', description: 'Post of the person.' },
            },
          },
        ],
      },
      defaultSnippets: [{ label: 'A person', body: { '${1:AB}': '${2:Name}, ${3:post}' } }],
    },
    acronyms: { type: 'object', additionalProperties: { type: 'string' } },
    words: { type: 'object', additionalProperties: { type: 'string' } },
    holidays: {
      type: 'array',
      items: {
        anyOf: [
          day,
          {
            type: 'object',
            properties: {
              date: { ...day, description: 'The day, as 2026-12-24.' },
              name: { type: 'string', description: 'What day it is.' },
            },
            required: ['date'],
          },
        ],
      },
      defaultSnippets: [{ label: 'A day', body: [{ date: '${1:2026-12-24}', name: '${2:What day it is}' }] }],
    },
    deadlines: {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(
        figures.map(({ name, what, days }) => [
          name,
          {
            description: `${what}. Days; false where the council has no such deadline.`,
            default: days,
            anyOf: [{ type: 'integer', minimum: 1, maximum: 1000 }, { const: false }],
          },
        ]),
      ),
    },
    meetings: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          body: { type: 'string', pattern: '\\S', description: 'The body, as reports name it.' },
          date: { ...day, description: 'The day, as 2026-07-14.' },
        },
        required: ['body', 'date'],
      },
      defaultSnippets: [{ label: 'A meeting', body: [{ body: '${1:Cabinet}', date: '${2:2026-07-14}' }] }],
    },
    exclude: { type: 'array', items: { type: 'string' }, examples: [['archive/**']] },
  };
  const names = Object.keys(properties) as ConfigurationKey[];
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of Inspection Response',
    description: 'What applies to the documents of this folder and of everything below it.',
    type: 'object',
    allowComments: true,
    allowTrailingCommas: true,
    properties: Object.fromEntries(names.map((name) => [name, { description: configurationKeys[name], ...properties[name] }])),
    additionalProperties: false,
    definitions: {
      ...houseStyleSchema.definitions,
      severity: {
        enum: severities,
        enumDescriptions: ['Must be put right.', 'Should be put right.', 'Worth knowing.', 'Shown as three dots only.', 'Not checked.'],
      },
    },
  };
}

const day: JsonSchema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

const suggested = (houseStyles: readonly Pick<HouseStyle, 'name' | 'title'>[]): JsonSchema => ({
  // Offered, not required: the council's own are right too.
  anyOf: [{ enum: houseStyles.map(({ name }) => name), enumDescriptions: houseStyles.map(({ title }) => title) }, { type: 'string' }],
});

function ruleSchema({ summary, severity, options = {} }: KnownRule): JsonSchema {
  const names = Object.keys(options);
  return {
    description: summary,
    default: severity,
    anyOf: [
      { $ref: '#/definitions/severity' },
      {
        type: 'object',
        properties: {
          severity: { $ref: '#/definitions/severity', default: severity },
          options: {
            type: 'object',
            properties: Object.fromEntries(names.map((name) => [name, optionSchema(options[name]!)])),
            additionalProperties: false,
          },
        },
        additionalProperties: false,
      },
    ],
  };
}

const optionSchema = ({ type, description, default: value }: KnownOption): JsonSchema => ({
  ...(type === 'strings' ? { type: 'array', items: { type: 'string' } } : { type }),
  description,
  default: value,
});
