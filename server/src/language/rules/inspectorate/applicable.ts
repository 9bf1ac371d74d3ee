import type { Calendar } from '../../calendar/calendar.ts';
import { inspectionInFrontMatter, type Inspection } from '../../calendar/inspection.ts';
import { textOf, type FrontMatter } from '../../model/front-matter/front-matter.ts';
import { inspectionFrameworks, judgementKey, type InspectionFramework } from '../../model/inline/inspection-frameworks.ts';
import type { Source } from '../rule.ts';

/** The inspection that the header names, with every framework that it can have been made under. */
export interface Applicable {
  readonly inspection: Inspection;
  readonly frameworks: readonly InspectionFramework[];
}

/**
 * Days between the start of an inspection and its published report that are allowed for where the header does not say when the visit was.
 */
const longestWait = 120;

/** Null where the header does not say what kind of inspection it was, or none of the known frameworks fits. */
export function applicableFrameworks(frontMatter: FrontMatter, calendar: Calendar): Applicable | null {
  const inspection = inspectionInFrontMatter(frontMatter);
  if (!inspection) return null;
  const named = textOf(frontMatter, 'inspection', 'framework')?.toLowerCase() ?? '';
  const latest = inspection.visited?.from ?? inspection.dates['letter-dated'] ?? inspection.dates.received ?? inspection.dates.published;
  const earliest = inspection.visited?.from ?? (latest && calendar.addDays(latest, -longestWait));
  const frameworks = inspectionFrameworks.filter(({ id, kinds, validFrom, validTo }) => {
    if (!kinds.includes(inspection.kind)) return false;
    if (/ilacs/.test(named) && !id.startsWith('ilacs') && !id.startsWith('ofsted-visit')) return false;
    if (/\bsif\b|single inspection/.test(named) && id !== 'sif-2013') return false;
    return !latest || !earliest || (validFrom <= latest && (validTo === null || earliest <= validTo));
  });
  return frameworks.length > 0 ? { inspection, frameworks } : null;
}

/** Whether a framework has a judgement of this name, in full or in a short form that papers use. */
export const hasJudgement = ({ judgements }: InspectionFramework, name: string): boolean => {
  const key = judgementKey(name);
  return (judgements ?? []).some((one) => [one.name, ...one.also].some((known) => judgementKey(known) === key));
};

/** Other frameworks that have a judgement of this name. */
export const elsewhereNamed = (name: string): readonly InspectionFramework[] =>
  inspectionFrameworks.filter((framework) => hasJudgement(framework, name));

/** The sources of the names of judgements and grades, for the pages of the rules. */
export const frameworkSources: readonly Source[] = inspectionFrameworks.map(({ title, source, url, certainty }) => ({
  title: `${title}: ${source}`,
  ...(url !== null && { url }),
  certainty,
}));
