import type { Rule } from './rule.ts';

/** Every rule, in the order of the rule index. Adding a rule touches its own file and this list. */
export const rules: readonly Rule[] = [
];
