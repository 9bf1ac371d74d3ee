import { typeNames } from '../model/vocabulary.ts';
import { families, type Example, type Family, type Rule, type RuleName, type Source } from './rule.ts';
import { inWords } from './wording.ts';

/** What each family of rules is about, in the words of the index. */
const familyNames: Readonly<Record<Family, string>> = {
  structure: 'Structure: header, sections, numbers, what is left over',
  recommendations: 'Recommendations',
  actions: 'Actions: owner, date, status',
  trace: 'Tracing: from finding to action',
  measures: 'Measures',
  dates: 'Dates and deadlines',
  inspectorate: 'The inspectorate’s own words',
  privacy: 'Privacy',
  language: 'Language',
  accessibility: 'Access for everybody',
  project: 'The project itself',
};

const severityNames: Readonly<Record<Rule['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  information: 'information',
  hint: 'hint',
  off: 'off, unless it is switched on',
};

const certainties: Readonly<Record<Source['certainty'], string>> = {
  seen: 'read',
  'to confirm': 'not checked against the original yet: confirm before relying on it',
  practice: 'practice, not law',
};

/** Path of a rule's page in docs/rules. */
export const rulePagePath = (name: RuleName): string => `${name}.md`;

/** The page that explains a rule, in Markdown: what it says, why, with which sources, and what to do. Made from nothing but the rule. */
export function ruleDocumentation(rule: Rule): string {
  return (
    [
      `# ${rule.name}`,
      rule.summary,
      `Severity: **${severityNames[rule.severity]}**${otherSeverities(rule)}. Looks at: ${rule.types ? inWords(rule.types.map((type) => `${typeNames[type]}${type === 'minutes' ? '' : 's'}`)) : 'every kind of document'}.${rule.waitsForCursor ? ' While the cursor stands in the text in question, it waits.' : ''}`,
      '## Why',
      rule.why,
      ruleSources(rule),
      '## What it says',
      Object.values<string>(rule.messages)
        .map((message) => `- ${message.replace(/\{(\w+)\}/g, '*$1*')}`)
        .join('\n'),
      '## Reported',
      rule.examples.invalid.map((example) => exampleText(example, true)).join('\n\n'),
      '## Left alone',
      rule.examples.valid.map((example) => exampleText(example, false)).join('\n\n'),
      ...fixesText(rule),
      '## Settings',
      settingsText(rule),
      '## In one place only',
      `Where it is right as it stands, say so above the line, with the reason:\n\n\`\`\`markdown\n<!-- inspection-response-disable-next-line ${rule.name}: the reason -->\n\`\`\``,
    ].join('\n\n') + '\n'
  );
}

/** What a rule rests on, and whether we read it. Markdown. */
export const ruleSources = ({ sources }: Rule): string =>
  `Sources:\n\n${sources.map(({ title, url, certainty }) => `- ${url ? `[${title}](${url})` : title} (${certainties[certainty]})`).join('\n')}`;

function otherSeverities({ messages, severities, severity }: Rule): string {
  const others = Object.entries<string>((severities ?? {}) as Record<string, string>).filter(([, other]) => other !== severity);
  if (others.length === 0) return '';
  return ` (${others.map(([id, other]) => `${other} for “${opening((messages as Record<string, string>)[id] ?? id)}”`).join('; ')})`;
}

const opening = (message: string): string => {
  const words = message.replace(/\{(\w+)\}/g, '$1').split(' ');
  return words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : words.join(' ');
};

function exampleText({ title, text, fixed }: Example, marked: boolean): string {
  const parts = text.split(/^\/\/- \/(\S[^\n]*)\n/m);
  const files =
    parts.length === 1
      ? [{ name: null, body: text }]
      : parts.slice(1).flatMap((name, i, all) => (i % 2 === 0 ? [{ name, body: all[i + 1] ?? '' }] : []));
  return [
    `**${title}**`,
    ...files.map(
      ({ name, body }) => `${name ? `\`${name.trim()}\`:\n\n` : ''}${fenced(body, name?.trim().endsWith('.json') ? 'json' : 'markdown')}`,
    ),
    ...(marked && fixed !== undefined ? [`Put right:\n\n${fenced(fixed, 'markdown')}`] : []),
  ].join('\n\n');
}

/** Longest line that a page shows whole. */
const longestLine = 160;

const fenced = (body: string, language: string): string => {
  const lines = body
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => (line.length > longestLine ? `${line.slice(0, longestLine)} …` : line));
  return `\`\`\`\`${language}\n${lines.join('\n')}\n\`\`\`\``;
};

function fixesText({ fixes }: Rule): readonly string[] {
  const all = Object.values(fixes ?? {});
  if (all.length === 0) return [];
  const lines = all.map(
    ({ title, safe }) =>
      `- ${title.replace(/\{(\w+)\}/g, '*$1*')}${safe ? ' (changes no meaning: also made by “fix all” and by `check --fix`)' : ''}`,
  );
  return ['## Ways to put it right', lines.join('\n')];
}

function settingsText({ name, options }: Rule): string {
  const entries = Object.entries(options ?? {});
  const list = entries.map(
    ([option, { description, type, default: value }]) =>
      `- \`${option}\` (${type}, \`${JSON.stringify(value)}\` where nothing is set): ${description}`,
  );
  const example =
    entries.length === 0
      ? '"off"'
      : `{ "severity": "information", "options": { ${entries.map(([option, { default: value }]) => `"${option}": ${JSON.stringify(value)}`).join(', ')} } }`;
  return [
    'In `.inspection-response.json`, for all documents in its folder and below:',
    `\`\`\`json\n{ "rules": { "${name}": ${example} } }\n\`\`\``,
    'The severity can be `error`, `warning`, `information`, `hint` or `off`.',
    ...(list.length > 0 ? [list.join('\n')] : []),
  ].join('\n\n');
}

/** The list of all rules, by family, each with its severity and a link to its page. */
export function ruleIndex(rules: readonly Rule[]): string {
  const sections = families.flatMap((family) => {
    const own = rules.filter(({ name }) => name.startsWith(`${family}/`));
    if (own.length === 0) return [];
    const rows = own.map(
      (rule) =>
        `| [${rule.name}](${rulePagePath(rule.name)}) | ${severityNames[rule.severity]} | ${rule.fixes ? 'yes' : ''} | ${rule.summary.replaceAll('|', '\\|')} |`,
    );
    return [`## ${familyNames[family]}`, `| check | severity | fix | reports |\n| --- | --- | --- | --- |\n${rows.join('\n')}`];
  });
  return (
    [
      '# The checks',
      'Every check has a page that says what it reports, why, with which source, and how to put it right. This list and the pages are made from the checks themselves by `npm run generate`.',
      ...sections,
    ].join('\n\n') + '\n'
  );
}

/** The setting `inspectionResponse.rules` of the editor: each rule's severity. */
export function ruleSeveritySetting(rules: readonly Rule[]): object {
  return {
    type: 'object',
    scope: 'resource',
    order: 2,
    default: {},
    additionalProperties: false,
    markdownDescription:
      'How serious each check is: `error`, `warning`, `information`, `hint` or `off`. What `.inspection-response.json` says comes first.',
    properties: Object.fromEntries(
      rules.map(({ name, severity, summary }) => [
        name,
        { type: 'string', enum: ['error', 'warning', 'information', 'hint', 'off'], default: severity, description: summary },
      ]),
    ),
  };
}
