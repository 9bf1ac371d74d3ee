// The parts of the SARIF 2.1.0 schema (OASIS, errata 01) that our logs use, as it has them, closed against everything else: a property
// that we do not mean to write is an error here.

const text = {
  type: 'object',
  additionalProperties: false,
  required: ['text'],
  properties: { text: { type: 'string', minLength: 1 }, markdown: { type: 'string' } },
};
const message = { type: 'object', additionalProperties: false, required: ['text'], properties: { text: { type: 'string', minLength: 1 } } };
const uri = { type: 'string', pattern: "^(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+$" };
const artifactLocation = {
  type: 'object',
  additionalProperties: false,
  required: ['uri'],
  properties: { uri, uriBaseId: { type: 'string' }, description: message },
};
const count = { type: 'integer', minimum: 1 };
const region = {
  type: 'object',
  additionalProperties: false,
  required: ['startLine'],
  properties: { startLine: count, startColumn: count, endLine: count, endColumn: count },
};
const physicalLocation = {
  type: 'object',
  additionalProperties: false,
  required: ['artifactLocation'],
  properties: { artifactLocation, region },
};
const location = {
  type: 'object',
  additionalProperties: false,
  properties: { id: { type: 'integer', minimum: -1 }, message, physicalLocation },
};
const level = { enum: ['none', 'note', 'warning', 'error'] };
const fix = {
  type: 'object',
  additionalProperties: false,
  required: ['artifactChanges'],
  properties: {
    description: message,
    artifactChanges: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['artifactLocation', 'replacements'],
        properties: {
          artifactLocation,
          replacements: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['deletedRegion'],
              properties: {
                deletedRegion: region,
                insertedContent: { type: 'object', additionalProperties: false, properties: { text: { type: 'string' } } },
              },
            },
          },
        },
      },
    },
  },
};
const rule = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'shortDescription', 'help', 'defaultConfiguration'],
  properties: {
    id: { type: 'string' },
    shortDescription: text,
    help: text,
    helpUri: uri,
    defaultConfiguration: { type: 'object', additionalProperties: false, properties: { enabled: { type: 'boolean' }, level } },
    properties: { type: 'object', properties: { tags: { type: 'array', uniqueItems: true, items: { type: 'string' } } } },
  },
};
const result = {
  type: 'object',
  additionalProperties: false,
  required: ['message', 'ruleId', 'ruleIndex', 'level', 'locations', 'partialFingerprints'],
  properties: {
    ruleId: { type: 'string' },
    ruleIndex: { type: 'integer', minimum: 0 },
    level,
    message,
    locations: { type: 'array', minItems: 1, items: location },
    relatedLocations: { type: 'array', minItems: 1, uniqueItems: true, items: location },
    partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
    fixes: { type: 'array', minItems: 1, uniqueItems: true, items: fix },
  },
};

export const sarifSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['version', 'runs'],
  properties: {
    $schema: uri,
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['tool', 'results'],
        properties: {
          tool: {
            type: 'object',
            additionalProperties: false,
            required: ['driver'],
            properties: {
              driver: {
                type: 'object',
                additionalProperties: false,
                required: ['name'],
                properties: {
                  name: { type: 'string' },
                  version: { type: 'string' },
                  semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
                  language: { type: 'string', pattern: '^[a-zA-Z]{2}(-[a-zA-Z]{2})?$' },
                  rules: { type: 'array', uniqueItems: true, items: rule },
                },
              },
            },
          },
          automationDetails: { type: 'object', additionalProperties: false, properties: { id: { type: 'string' } } },
          originalUriBaseIds: {
            type: 'object',
            additionalProperties: { type: 'object', additionalProperties: false, properties: { description: message } },
          },
          invocations: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['executionSuccessful'],
              properties: { executionSuccessful: { type: 'boolean' } },
            },
          },
          columnKind: { const: 'utf16CodeUnits' },
          newlineSequences: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string' } },
          artifacts: {
            type: 'array',
            uniqueItems: true,
            items: { type: 'object', additionalProperties: false, properties: { location: artifactLocation } },
          },
          results: { type: 'array', items: result },
        },
      },
    },
  },
};
