import { applicableFrameworks } from '../../rules/inspectorate/applicable.ts';
import type { Snapshot } from '../../snapshot.ts';

/** Grades that the inspection of the header can have ended with; empty where the header does not tell which it was. */
export const gradesHere = (snapshot: Snapshot): readonly string[] => [...new Set(frameworksOf(snapshot).flatMap(({ grades }) => grades))];

/** Names of its judgements, in full. */
export const judgementsHere = (snapshot: Snapshot): readonly string[] => [
  ...new Set(frameworksOf(snapshot).flatMap(({ judgements }) => (judgements ?? []).map(({ name }) => name))),
];

const frameworksOf = ({ model, calendar }: Snapshot) => applicableFrameworks(model.frontMatter, calendar)?.frameworks ?? [];
