import type { Element, ElementContent } from 'hast';
import { dayInWords } from '../../model/dates/date-words.ts';
import { timings, type Timeline, type Timing } from '../../response/overview.ts';
import type { TracedAction } from '../../response/traced.ts';
import type { Words } from '../../words.ts';
import { element, text } from '../head.ts';
import { statusShapes } from '../status-shapes.ts';
import { box, drawing, label, line, pictureWidth } from './drawing.ts';
import { linked, paragraph, section, shaped, unfolding, type Circumstances } from './page-parts.ts';

const shapes: Readonly<Record<Timing, string>> = {
  overdue: '▲',
  'date passed': '△',
  'due soon': '◆',
  'to come': '○',
  complete: statusShapes.complete,
  'given up': '✕',
  'no date': '–',
};
const className = (timing: Timing): string => `when-${timing.replace(' ', '-')}`;
/** What somebody must do something about. */
const isPressing = (timing: Timing): boolean => timing === 'overdue' || timing === 'date passed' || timing === 'due soon';

const timingName = (timing: Timing, words: Words): string =>
  ({
    overdue: words.say('Overdue'),
    'date passed': words.say('The date has passed, and the status does not say whether it is done'),
    'due soon': words.say('Due within 30 days'),
    'to come': words.say('Due later'),
    complete: words.say('Marked complete'),
    'given up': words.say('No longer to be done'),
    'no date': words.say('No due date that can be told'),
  })[timing];

/** When actions are due: a picture by month, and lists of the actions. */
export function timeline(circumstances: Circumstances): Element {
  const {
    overview: {
      timeline: all,
      trace: { actions },
      asAt,
    },
    words,
  } = circumstances;
  const heading = words.say('When actions are due');
  if (actions.length === 0) return section('timeline', heading, [paragraph(words.say('There are no actions in these papers.'))]);
  const picture =
    all.months.length === 0 ? [paragraph(words.say('No action has a due date that can be told.'))] : [months(all, asAt, words)];
  const lists = timings.flatMap((timing): ElementContent[] => {
    const own = inOrder(all).filter((place) => all.timings[place] === timing);
    const summary = [shaped(shapes[timing], `${timingName(timing, words)}: ${own.length}`, className(timing))];
    return own.length === 0
      ? []
      : [
          unfolding(`list-${className(timing)}`, summary, isPressing(timing), [
            element(
              'ul',
              {},
              own.map((place) => element('li', {}, [...described(actions[place]!, circumstances)])),
            ),
          ]),
        ];
  });
  return section('timeline', heading, [...picture, ...lists]);
}

const inOrder = ({ months: all, undated }: Timeline): readonly number[] => [...all.flatMap(({ actions }) => actions), ...undated];

function* described(action: TracedAction, circumstances: Circumstances): Generator<ElementContent> {
  const { words } = circumstances;
  const { owner, due, originalDue, status, stage } = action;
  yield linked(action, circumstances);
  if (owner !== null) yield text(`, ${owner}`);
  if (due) yield text(`, ${words.say('due {date}', { date: due.to !== null && due.from === due.to ? dayInWords(due.to) : due.text })}`);
  if (due && originalDue && originalDue.to !== due.to) yield text(` (${words.say('at first {date}', { date: originalDue.text })})`);
  if (status === null) return;
  yield text(' ');
  yield element('span', { className: ['status', `stage-${stage ?? 'other'}`] }, [
    ...(stage === null ? [] : [element('span', { className: ['shape'], ariaHidden: 'true' }, [text(`${statusShapes[stage]} `)])]),
    text(words.word(status)),
  ]);
}

const row = { height: 24, label: 150, bars: 180, words: pictureWidth };
/** Widest that one action is drawn. */
const widestAction = 20;

/** A row for each month that has something, with a dotted line where months are left out. */
function months({ months: all, timings: of }: Timeline, asAt: string, words: Words): Element {
  const most = Math.max(1, ...all.map(({ actions }) => actions.length));
  const unit = Math.min(widestAction, row.bars / most);
  const now = asAt.slice(0, 7);
  const drawn: ElementContent[] = [];
  const told: string[] = [];
  all.forEach(({ month, actions }, index) => {
    const y = index * row.height;
    const counts = timings.flatMap((timing) => {
      const count = actions.filter((place) => of[place] === timing).length;
      return count > 0 ? [{ timing, count }] : [];
    });
    const name = words.word(dayInWords(`${month}-01`).replace(/^1 /, ''));
    if (month === now) drawn.push(box(0.5, y + 1.5, row.words - 1, row.height - 3, 'now'));
    drawn.push(
      label(8, y + 17, month === now ? words.say('{month}, now', { month: name }) : name, 'start', ...(month === now ? ['strong'] : [])),
    );
    let from = row.label;
    for (const { timing, count } of counts) {
      drawn.push(box(from, y + 5, Math.max(1, count * unit - 2), row.height - 10, className(timing)));
      from += count * unit;
    }
    if (counts.length > 0) drawn.push(label(from + 6, y + 17, counts.map(({ timing, count }) => `${shapes[timing]} ${count}`).join('  ')));
    if (index > 0 && !isNext(all[index - 1]!.month, month)) drawn.push(line(8, y, row.words - 8, y, 'left-out'));
    if (counts.length > 0) told.push(`${name}: ${counts.map(({ timing, count }) => `${timingName(timing, words)}: ${count}`).join(', ')}`);
  });
  return drawing(
    {
      id: 'timeline-months',
      title: words.say('Actions by the month in which they are due'),
      description: told.join('; '),
      width: row.words,
      height: all.length * row.height,
    },
    drawn,
  );
}

const monthsFromZero = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
const isNext = (before: string, month: string): boolean => monthsFromZero(month) === monthsFromZero(before) + 1;
