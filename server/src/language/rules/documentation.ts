import type { RuleName } from './rule.ts';

/** Where the pages of the rules are: one for each, made from the rule itself. */
const pages = 'https://inspection-response.example/rules/';

/** Address of the page that explains a rule. */
export const ruleUrl = (name: RuleName): string => `${pages}${name}`;
