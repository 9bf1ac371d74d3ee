import type { Host } from '../../host.ts';
import { detailsOf } from '../../text/errors.ts';
import { span } from '../../text/span.ts';
import type { Problem, Rule } from '../rule.ts';

/** Stands for the message of a rule that threw. */
export const faultMessage = '(fault)';

/** What a rule that threw has found: that it could not be run. The log has the details. */
export function faultProblem(rule: Rule, error: unknown, host: Host): Problem {
  host.log('error', `The check ${rule.name} failed: ${detailsOf(error)}`);
  return { message: faultMessage, span: span(0, 0) };
}
