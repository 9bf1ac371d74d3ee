import type { DocumentFacts } from './facts.ts';

/**
 * Keys of the labels that actions address. Null where it cannot be told what is answered: no plan has an action, or the plan is written
 * without labels, so that none of its actions names a finding.
 */
export function addressedLabels(documents: readonly DocumentFacts[]): ReadonlySet<string> | null {
  const plans = documents.filter(({ type, labels }) => type === 'action-plan' && labels.some(({ defines }) => defines === 'action'));
  if (plans.length === 0) return null;
  const addressed = new Set(documents.flatMap(({ references }) => references.filter((one) => one.addresses).map(({ key }) => key)));
  const findings = documents.flatMap(({ labels }) => labels.filter(({ defines }) => defines === 'finding').map(({ key }) => key));
  const isTraced =
    findings.some((key) => addressed.has(key)) || plans.some(({ labels }) => labels.some(({ defines }) => defines === 'finding'));
  return isTraced ? addressed : null;
}
