import type { Element, ElementContent } from 'hast';
import type { StatusCount } from '../../response/overview.ts';
import type { Words } from '../../words.ts';
import { text } from '../head.ts';
import { statusShapes } from '../status-shapes.ts';
import { box, drawing, label, pictureWidth } from './drawing.ts';
import { paragraph, section, shaped, table, type Circumstances } from './page-parts.ts';

/** Least width of a part of the bar that has room for its number. */
const roomForNumber = 32;

/** How many actions have each status: a bar and a table. */
export function progress(circumstances: Circumstances): Element {
  const {
    overview: { progress: counts },
    words,
  } = circumstances;
  const heading = words.say('Progress by status');
  if (counts.length === 0) return section('progress', heading, [paragraph(words.say('There are no actions in these papers.'))]);
  const rows = counts.map((one) => [[shaped(shapeOf(one), nameOf(one, words), `of-${classOf(one)}`)], [text(String(one.actions.length))]]);
  return section('progress', heading, [bar(counts, words), table(heading, [words.say('Status'), words.say('Number of actions')], rows)]);
}

const shapeOf = ({ stage, status }: StatusCount): string => (status === null ? '–' : stage === null ? '?' : statusShapes[stage]);
const classOf = ({ stage }: StatusCount): string => stage ?? 'untold';

function nameOf({ status, isKnown }: StatusCount, words: Words): string {
  if (status === null) return words.say('no status');
  return isKnown ? words.word(status) : words.say('“{status}”, which is not in the scale', { status });
}

function bar(counts: readonly StatusCount[], words: Words): Element {
  const all = counts.reduce((sum, { actions }) => sum + actions.length, 0);
  let from = 0;
  const shapes = counts.flatMap((one): ElementContent[] => {
    const share = (one.actions.length / all) * pictureWidth;
    const [start, wide] = [from, Math.max(1, share - 2)];
    from += share;
    const number = share < roomForNumber ? [] : [label(start + wide / 2, 44, `${shapeOf(one)} ${one.actions.length}`, 'middle')];
    return [box(start, 0, wide, 26, `of-${classOf(one)}`), ...number];
  });
  const description = counts.map((one) => `${nameOf(one, words)}: ${one.actions.length}`).join('; ');
  return drawing(
    { id: 'progress-bar', title: words.say('Actions by status, as one bar'), description, width: pictureWidth, height: 52 },
    shapes,
  );
}
