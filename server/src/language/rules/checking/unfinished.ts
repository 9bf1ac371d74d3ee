import { rules } from '../index.ts';
import type { Report } from '../rule.ts';

/** Rules about words that are half typed for a while. */
const waitingRules: ReadonlySet<string> = new Set(rules.filter(({ waitsForCursor }) => waitsForCursor).map(({ name }) => name));

/** What is still being typed is not called wrong before the cursor has left it. */
export const withoutUnfinished = (reports: readonly Report[], cursor: number | null): readonly Report[] =>
  cursor === null ? reports : reports.filter(({ rule, span }) => !(waitingRules.has(rule) && span.start <= cursor && cursor <= span.end));
