import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { applyEdits, modify } from 'jsonc-parser';
import { configurationSchema } from '../server/src/language/configuration/schema.ts';
import houseStyleSchema from '../server/src/language/house-styles/house-style.schema.json' with { type: 'json' };
import { builtInHouseStyles } from '../server/src/language/house-styles/index.ts';
import { generatedSnippets } from '../server/src/language/new-document/snippets.ts';
import { ruleDocumentation, ruleIndex, rulePagePath, ruleSeveritySetting } from '../server/src/language/rules/documentation.ts';
import { rules } from '../server/src/language/rules/index.ts';
import { clientTexts, languages, untranslatedPage } from './english-texts.ts';

export const root = resolve(import.meta.dirname, '..');
const pages = 'docs/rules';

/** Where the schema of the officer's settings is, for the manifest and for other editors. */
export const schemaPath = 'server/inspection-response.schema.json';

/** Everything that is made from the rules and from what is said in English elsewhere: path from the root → content. */
export function generatedFromRules(): ReadonlyMap<string, string> {
  return new Map([
    [`${pages}/README.md`, ruleIndex(rules)],
    ...rules.map((rule) => [`${pages}/${rulePagePath(rule.name)}`, ruleDocumentation(rule)] as const),
    [
      schemaPath,
      `${JSON.stringify(configurationSchema({ rules, houseStyles: builtInHouseStyles.values(), houseStyleSchema }), null, 2)}\n`,
    ],
    ['client/l10n/bundle.l10n.json', `${JSON.stringify(Object.fromEntries(clientTexts().map((text) => [text, text])), null, 2)}\n`],
    ...languages().map((language) => [`docs/translation-${language.tag}.md`, untranslatedPage(language)] as const),
    ['package.json', manifestWithRules(readFileSync(join(root, 'package.json'), 'utf8'))],
  ]);
}

/** All generated files. */
export const generatedFiles = (): ReadonlyMap<string, string> =>
  new Map([...generatedFromRules(), ...generatedSnippets([...builtInHouseStyles.values()])]);

/** The manifest with the settings that are made from the rules and the house styles; nothing else of it is touched. */
function manifestWithRules(manifest: string): string {
  const properties = ['contributes', 'configuration', 'properties'];
  const set = (text: string, path: readonly string[], value: unknown): string =>
    applyEdits(text, modify(text, [...properties, ...path], value, { formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' } }));
  return set(
    set(manifest, ['inspectionResponse.rules'], ruleSeveritySetting(rules)),
    ['inspectionResponse.houseStyle', 'examples'],
    [...builtInHouseStyles.keys()],
  );
}

/** Pages of rules that are no more, as paths from the root. */
export function leftOverPages(): readonly string[] {
  if (!existsSync(join(root, pages))) return [];
  const wanted = generatedFromRules();
  return readdirSync(join(root, pages), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !wanted.has(path));
}
