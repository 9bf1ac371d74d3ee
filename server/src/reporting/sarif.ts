import type {
  ArtifactLocation,
  Fix,
  Location,
  Log,
  PhysicalLocation,
  Region as SarifRegion,
  ReportingConfiguration,
  ReportingDescriptor,
  Result,
} from 'sarif';
import { ruleSources } from '../language/rules/documentation.ts';
import type { Rule } from '../language/rules/rule.ts';
import type { Words } from '../language/words.ts';
import type { Finding, Findings, Region } from './finding.ts';
import { standardInput, uriFrom } from './paths.ts';

/** Name of the fingerprint, with the version of how it is made. */
export const fingerprintName = 'inspectionResponse/v1';

/** Name of the program in a report; a baseline is known by it. */
export const sarifToolName = 'Inspection Response';

export interface SarifOptions {
  /** The folder that the command ran in: relative addresses start from it. */
  readonly here: string;
  readonly version: string;
  /** In which the messages are, and the rules are described. */
  readonly words: Words;
  readonly rules: readonly Rule[];
  /** Address of a rule's page; null where there is none. */
  pageOf(rule: Rule): string | null;
  /** Whether every document that was asked for could be checked. */
  readonly complete: boolean;
}

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Readonly<
  Record<Finding['severity'], Result.level>
>;

/** A SARIF 2.1.0 log of one run. It holds no text of the documents but what messages and fixes say. */
export function findingsAsSarif({ files, findings }: Findings, options: SarifOptions): string {
  const { here, version, words, rules } = options;
  const indices = new Map(rules.map(({ name }, index) => [name as string, index]));
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: sarifToolName,
            version,
            semanticVersion: version,
            language: words.language === 'en' ? 'en-GB' : words.language,
            rules: rules.map((rule) => descriptor(rule, options.pageOf(rule), words)),
          },
        },
        automationDetails: { id: 'inspection-response/' },
        // The folder's own address is left out: it would tell the name of whoever ran the command.
        originalUriBaseIds: { [baseId]: { description: { text: 'The folder that the command ran in.' } } },
        invocations: [{ executionSuccessful: options.complete }],
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        artifacts: [...new Set([...files, ...findings.map(({ file }) => file)])].map((file) => ({
          location: artifactLocation(file, here),
        })),
        results: findings.map((finding) => result(finding, indices.get(finding.rule), here)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** The name that every reader of these logs knows for it. */
const baseId = '%SRCROOT%';

function descriptor(rule: Rule, page: string | null, words: Words): ReportingDescriptor {
  const defaultConfiguration: ReportingConfiguration = rule.severity === 'off' ? { enabled: false } : { level: levels[rule.severity] };
  return {
    id: rule.name,
    shortDescription: { text: words.say(rule.summary) },
    help: { text: rule.why, markdown: `${rule.why}\n\n${ruleSources(rule)}` },
    ...(page !== null && { helpUri: page }),
    defaultConfiguration,
    properties: { tags: [rule.name.slice(0, rule.name.indexOf('/')), ...(rule.types ?? [])] },
  };
}

function result(finding: Finding, ruleIndex: number | undefined, here: string): Result {
  const { file, rule, severity, message, related, fingerprint, fix } = finding;
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: physicalLocation(file, finding, here) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((one, id): Location => ({
        id,
        message: { text: one.message },
        physicalLocation: physicalLocation(one.file, one, here),
      })),
    }),
    partialFingerprints: { [fingerprintName]: fingerprint },
    ...(fix && { fixes: [fixOf(fix, file, here)] }),
  };
}

const fixOf = ({ title, replacements }: NonNullable<Finding['fix']>, file: string, here: string): Fix => ({
  description: { text: title },
  artifactChanges: [
    {
      artifactLocation: artifactLocation(file, here),
      replacements: replacements.map((replacement) => ({
        deletedRegion: region(replacement),
        ...(replacement.text !== '' && { insertedContent: { text: replacement.text } }),
      })),
    },
  ],
});

const physicalLocation = (file: string, place: Region, here: string): PhysicalLocation => ({
  artifactLocation: artifactLocation(file, here),
  region: region(place),
});

function artifactLocation(file: string, here: string): ArtifactLocation {
  if (file === standardInput) return { uri: standardInput, description: { text: 'Standard input' } };
  const uri = uriFrom(here, file);
  return uri.startsWith('file:') ? { uri } : { uri, uriBaseId: baseId };
}

const region = ({ line, column, endLine, endColumn }: Region): SarifRegion => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
});
