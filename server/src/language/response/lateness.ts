import type { IsoDate } from '../host.ts';
import { isOpen } from '../model/item-parts/read-status.ts';
import type { ActionFact, DocumentFacts } from './facts.ts';

/**
 * Whether the due date of an action has passed. `overdue` where it is still to be done; `date passed` where its status does not say so, or
 * its plan has no statuses at all; null where it is not late, is finished or given up, or no day can be told.
 */
export type Lateness = 'overdue' | 'date passed' | null;

export function latenessOf(action: ActionFact, plan: DocumentFacts, asAt: IsoDate): Lateness {
  if (!action.due?.to || action.due.to >= asAt) return null;
  const open = isOpen(action);
  if (open === false) return null;
  return open && isTracked(plan) ? 'overdue' : 'date passed';
}

/** Whether a plan says of any action how far it is. */
export const isTracked = ({ actions }: DocumentFacts): boolean => actions.some(({ status }) => status !== null);

/** Days before its date in which an action that is not finished is due soon. */
export const soon = 30;
