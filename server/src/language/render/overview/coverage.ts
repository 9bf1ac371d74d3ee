import type { Element, ElementContent } from 'hast';
import { polarityNames } from '../../model/vocabulary.ts';
import { coverings, type Covered, type Overview } from '../../response/overview.ts';
import { capital } from '../../text/english.ts';
import type { Words } from '../../words.ts';
import { element, text } from '../head.ts';
import { box, drawing, label, pictureWidth } from './drawing.ts';
import { linked, linkedLabel, paragraph, section, separated, shaped, table, unfolding, type Circumstances } from './page-parts.ts';

const shapes: Readonly<Record<Covered, string>> = {
  'not answered': '!',
  'cannot be told': '?',
  answered: '●',
  'answered by complete actions': '✔',
  'asks for nothing': '–',
};
const className = (covered: Covered): string => `covered-${covered.replaceAll(' ', '-')}`;

const coveredName = (covered: Covered, words: Words): string =>
  ({
    'not answered': words.say('not answered by any action'),
    'cannot be told': words.say('whether it is answered cannot be told'),
    answered: words.say('answered by actions'),
    'answered by complete actions': words.say('answered, by complete actions only'),
    'asks for nothing': words.say('a strength that asks for nothing'),
  })[covered];

/** Gaps that say why it cannot be told what is answered. */
const tellingGaps: readonly string[] = ['no-plan', 'untraced-plan'];

/** Which findings are answered: a square for each, and a table. */
export function coverage(circumstances: Circumstances): Element {
  const {
    overview: { coverage: groups, trace },
    words,
  } = circumstances;
  const heading = words.say('Findings and what answers them');
  const findings = groups.flatMap((group) => group.findings);
  if (findings.length === 0) return section('coverage', heading, [paragraph(words.say('There are no findings in these papers.'))]);
  const counts = coverings.flatMap((covered) => {
    const count = findings.filter((one) => one.covered === covered).length;
    return count === 0
      ? []
      : [element('li', {}, [shaped(shapes[covered], `${capital(coveredName(covered, words))}: ${count}`, className(covered))])];
  });
  const rows = groups.flatMap(({ polarity, findings: own }) =>
    own.map(({ finding, actions, covered }): readonly (readonly ElementContent[])[] => [
      [linked(trace.findings[finding]!, circumstances)],
      [text(capital(words.word(polarityNames[polarity])))],
      [...(actions.length > 0 ? separated(actions.map((place) => linkedLabel(trace.actions[place]!, circumstances))) : [text('–')])],
      [shaped(shapes[covered], coveredName(covered, words), className(covered))],
    ]),
  );
  const why = trace.gaps.filter(({ kind }) => tellingGaps.includes(kind)).map(({ message }) => paragraph(message));
  return section('coverage', heading, [
    ...why,
    squares(groups, words),
    element('ul', { className: ['key'] }, counts),
    unfolding('list-findings', [text(words.say('All findings: {number}', { number: findings.length }))], true, [
      table(heading, ['Finding', 'Kind', 'Actions', 'How it stands'].map(words.word), rows),
    ]),
  ]);
}

const square = { size: 20, step: 24, inRow: 20, heading: 20, gap: 8 };

function squares(groups: Overview['coverage'], words: Words): Element {
  const drawn: ElementContent[] = [];
  const told: string[] = [];
  let top = 0;
  for (const { polarity, findings } of groups) {
    const name = capital(words.word(polarityNames[polarity]));
    drawn.push(label(0, top + 14, `${name}: ${findings.length}`));
    findings.forEach(({ covered }, index) => {
      const x = (index % square.inRow) * square.step;
      const y = top + square.heading + Math.floor(index / square.inRow) * square.step;
      drawn.push(
        box(x + 1, y + 1, square.size - 2, square.size - 2, className(covered)),
        label(x + square.size / 2, y + 15, shapes[covered], 'middle'),
      );
    });
    const counts = coverings.flatMap((covered) => {
      const count = findings.filter((one) => one.covered === covered).length;
      return count === 0 ? [] : [`${coveredName(covered, words)}: ${count}`];
    });
    told.push(`${name}: ${counts.join(', ')}`);
    top += square.heading + Math.ceil(findings.length / square.inRow) * square.step + square.gap;
  }
  return drawing(
    {
      id: 'coverage-squares',
      title: words.say('Findings, a square for each'),
      description: told.join('; '),
      width: pictureWidth,
      height: top,
    },
    drawn,
  );
}
