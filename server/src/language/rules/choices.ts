import type { Fix, Problem } from './rule.ts';

/** Values that a problem carries in its data as one text, `Good|Outstanding`. */
export const listedIn = (data: NonNullable<Problem['data']>, name: string): readonly string[] =>
  String(data[name] ?? '')
    .split('|')
    .filter(Boolean);

/** Edits of a fix that writes what the officer chose, which is in the data under a name, in place of what is marked. */
export const writeChoice =
  (name: string): Fix['edits'] =>
  ({ problem: { span, data } }) =>
    data[name] === undefined ? null : { here: [{ span, newText: String(data[name]) }] };
