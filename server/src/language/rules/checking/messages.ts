import type { Rule } from '../rule.ts';

/** The words of a rule's message; the id itself where the rule has no such message (which the tests do not let happen). */
export const messageOf = (rule: Rule, id: string): string => (rule.messages as Readonly<Record<string, string>>)[id] ?? id;
