import type { Element, ElementContent } from 'hast';
import { dayInWords } from '../../model/dates/date-words.ts';
import type { Figures, MeasureReading } from '../../response/overview.ts';
import { placesBy } from '../../response/places-by.ts';
import type { TracedAction, TracedMeasure } from '../../response/traced.ts';
import type { Words } from '../../words.ts';
import { text } from '../head.ts';
import { box, dot, drawing, label, line } from './drawing.ts';
import { linked, paragraph, section, shaped, table, unfolding, type Circumstances } from './page-parts.ts';

/** Where measures stand between baseline and target: a table with a small picture in each row whose figures can be compared. */
export function measures(circumstances: Circumstances): Element {
  const {
    overview: { measures: all, trace },
    words,
  } = circumstances;
  const heading = words.say('Measures and their targets');
  if (all.length === 0) return section('measures', heading, [paragraph(words.say('There are no measures in these papers.'))]);
  const measured = placesBy(trace.actions, (action) => action.measures);
  const rowsOf = (some: readonly MeasureReading[]) =>
    some.map(({ measure, figures }): readonly (readonly ElementContent[])[] => {
      const one = trace.measures[measure]!;
      const day = one.by && (one.by.to !== null && one.by.from === one.by.to ? dayInWords(one.by.to) : one.by.text);
      return [
        [
          ...ofAction(
            measured(measure).map((place) => trace.actions[place]!),
            one,
          ),
          linked(one, circumstances),
        ],
        ...[one.baseline, one.actual, one.target, day && words.word(day)].map((said) => [text(said ?? '–')]),
        [...(figures ? [scale(`measure-${measure}`, figures, words)] : []), ...standing(one.actual, figures, words)],
      ];
    });
  const tableOf = (name: string, some: readonly MeasureReading[]): Element =>
    table(name, ['Measure', 'Baseline', 'Actual', 'Target', 'By', 'How it stands'].map(words.word), rowsOf(some));
  const told = all.filter(({ measure }) => trace.measures[measure]!.actual !== null);
  const untold = all.filter(({ measure }) => trace.measures[measure]!.actual === null);
  const without = words.say('Measures without an actual figure yet: {number}', { number: untold.length });
  return section('measures', heading, [
    ...(all.some(({ figures }) => figures)
      ? [paragraph(words.say('In the pictures, the bar is the actual figure, ○ the baseline and ▼ the target.'))]
      : []),
    ...(told.length > 0 ? [tableOf(heading, told)] : []),
    ...(untold.length > 0 ? [unfolding('list-measures', [text(without)], told.length === 0, [tableOf(without, untold)])] : []),
  ]);
}

/** The label of the action that a measure without one of its own belongs to. */
function ofAction(actions: readonly TracedAction[], measure: TracedMeasure): readonly ElementContent[] {
  const label = measure.label === null ? actions.find((action) => action.label !== null)?.label : undefined;
  return label ? [text(`${label.text}: `)] : [];
}

function standing(actual: string | null, figures: Figures | null, words: Words): readonly ElementContent[] {
  if (figures?.reached === 'met') return [shaped('✔', words.say('target met'), 'of-complete')];
  if (figures?.reached === 'nearer') return [shaped('◆', words.say('nearer to the target than the baseline'), 'of-at-risk')];
  if (figures?.reached === 'no nearer') return [shaped('▲', words.say('no nearer to the target than the baseline'), 'of-off-track')];
  if (figures?.reached === 'not met') return [shaped('◆', words.say('target not met yet'), 'of-at-risk')];
  return actual === null
    ? [shaped('–', words.say('no actual figure yet'), 'of-untold')]
    : [shaped('?', words.say('to be judged by its words'), 'of-untold')];
}

const size = { width: 200, height: 34, edge: 8, middle: 22 };

function scale(id: string, { unit, baseline, actual, target, reached }: Figures, words: Words): Element {
  const known = [baseline, actual, target].filter((one) => one !== null);
  const whole = unit === '%' ? 100 : Number(/^of (\d+)$/.exec(unit)?.[1] ?? 0);
  const [low, high] = [Math.min(0, ...known), Math.max(whole, ...known)];
  const x = (value: number): number => size.edge + ((value - low) / (high - low || 1)) * (size.width - 2 * size.edge);
  const { middle } = size;
  const drawn = [
    line(x(low), middle, x(high || 1), middle, 'axis'),
    ...(actual === null
      ? []
      : [
          box(
            Math.min(x(0), x(actual)),
            middle - 6,
            Math.max(1.5, Math.abs(x(actual) - x(0))),
            12,
            reached === 'met' ? 'of-complete' : 'actual',
          ),
        ]),
    ...(baseline === null ? [] : [dot(x(baseline), middle, 5, 'baseline')]),
    line(x(target), middle - 12, x(target), middle + 10, 'target'),
    label(x(target), 10, '▼', 'middle', 'target-mark'),
  ];
  const said = [
    ...(baseline === null ? [] : [words.say('baseline {number}', { number: figure(baseline, unit) })]),
    ...(actual === null ? [] : [words.say('actual {number}', { number: figure(actual, unit) })]),
    words.say('target {number}', { number: figure(target, unit) }),
  ];
  return drawing(
    { id, title: words.say('Baseline, actual figure and target'), description: said.join(', '), width: size.width, height: size.height },
    drawn,
  );
}

const figure = (value: number, unit: string): string =>
  unit === '%' ? `${value}%` : unit === '£' ? `£${value}` : unit === '' ? String(value) : `${value} ${unit}`;
