import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { dayInWords } from '../../model/dates/date-words.ts';
import type { Timing } from '../../response/overview.ts';
import { fileNameOf } from '../../text/document-address.ts';
import { element, text } from '../head.ts';
import { coverage } from './coverage.ts';
import { measures } from './measures.ts';
import { link, separated, type Circumstances } from './page-parts.ts';
import { progress } from './progress.ts';
import { timeline } from './timeline.ts';

export type { Circumstances } from './page-parts.ts';

/**
 * How a response stands, as clean HTML: figures, then four pictures, each with the same in words. Its classes are those of `overviewStyle`.
 * Each part is one element.
 */
export function overviewParts(circumstances: Circumstances): readonly string[] {
  const {
    overview: { trace, asAt },
    words,
  } = circumstances;
  const papers = trace.documents.map(({ address, title }) => link(address, 0, [text(title ?? fileNameOf(address))], circumstances));
  const head = element('header', {}, [
    element('h1', {}, [text(titleOf(circumstances))]),
    element('p', {}, [
      text(words.say('As at {date}.', { date: dayInWords(asAt) })),
      text(' '),
      text(words.say('Told from:')),
      text(' '),
      ...separated(papers),
      text('.'),
    ]),
    figures(circumstances),
  ]);
  return [head, progress(circumstances), timeline(circumstances), coverage(circumstances), measures(circumstances)].map((part) =>
    toHtml(part),
  );
}

/** The parts as one. */
export const overviewPage = (circumstances: Circumstances): string => overviewParts(circumstances).join('');

export const titleOf = ({ overview: { trace }, words }: Circumstances): string => trace.title ?? words.say('Overview of the response');

/** The few numbers that are asked for first. */
function figures({
  overview: {
    trace,
    timeline: { timings },
    coverage: groups,
    measures: all,
  },
  words,
}: Circumstances): Element {
  const timed = (wanted: Timing): number => timings.filter((timing) => timing === wanted).length;
  const findings = groups.flatMap((group) => group.findings).filter(({ covered }) => covered !== 'asks for nothing');
  const answered = findings.filter(({ covered }) => covered.startsWith('answered')).length;
  const judged = all.filter(({ figures: known }) => known?.reached);
  const shown: readonly (readonly [string, string])[] = [
    [words.say('Actions'), String(trace.actions.length)],
    [words.say('Marked complete'), String(timed('complete'))],
    [words.say('Overdue'), String(timed('overdue'))],
    ...(timed('date passed') > 0 ? [[words.say('Perhaps overdue'), String(timed('date passed'))] as const] : []),
    [words.say('Due within 30 days'), String(timed('due soon'))],
    ...(findings.length > 0
      ? [[words.say('Findings answered'), words.say('{number} of {all}', { number: answered, all: findings.length })] as const]
      : []),
    ...(judged.length > 0
      ? [
          [
            words.say('Targets met'),
            words.say('{number} of {all}', {
              number: judged.filter(({ figures: known }) => known!.reached === 'met').length,
              all: judged.length,
            }),
          ] as const,
        ]
      : []),
  ];
  return element(
    'dl',
    { className: ['figures'] },
    shown.map(([name, value]) => element('div', {}, [element('dt', {}, [text(name)]), element('dd', {}, [text(value)])])),
  );
}
