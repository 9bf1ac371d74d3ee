import cycle from './meeting-cycle.json' with { type: 'json' };
import statutory from './statutory-deadlines.json' with { type: 'json' };

/** A figure that law leaves to the council, or that was not seen in its source: the council may set its own. */
export interface Figure {
  /** What the settings call it. */
  readonly name: string;
  /** What is to be done, for the officer who sets it. */
  readonly what: string;
  /** In working days, or in clear days for a notice. */
  readonly days: number;
}

/** Every figure that a council may set under `deadlines`, in order. */
export const figures: readonly Figure[] = [
  ...statutory.deadlines.flatMap(({ id, what, days, certainty }) => (certainty === 'to confirm' ? [{ name: id, what, days }] : [])),
  ...cycle.steps.flatMap(({ setting, what, days }) =>
    setting === null ? [] : [{ name: setting, what: what.replace('{meeting}', 'a meeting'), days }],
  ),
];

/** The council's own figures by name; null where it has no such deadline. */
export type OwnFigures = ReadonlyMap<string, number | null>;
