import { textOf, textsOf } from '../../model/front-matter/front-matter.ts';
import { readDate } from '../../model/dates/due.ts';
import type { DateItem } from '../../model/items.ts';
import type { DocumentView, Located } from '../../model/view.ts';
import type { Span } from '../../text/span.ts';
import { documentRule } from '../rule.ts';
import { inPlainForm } from './date-text.ts';

/** Before a month or a season that somebody has to keep to. */
const deadlineBefore =
  /\b(?:by|before|until|till|no later than|ready for|due(?: in)?|deadline(?: is)?:?|set for|end of|complete(?:d)? (?:by|in))\s+(?:the\s+)?(?:end\s+of\s+)?(?:early\s+|mid[\s-]|late\s+)?$/i;

export default documentRule<'day' | 'month'>({
  name: 'dates/no-year',
  summary: 'A day, or a month by which something is to be done, has no year.',
  why: 'Reports and plans are read for years, and plans run over the new year. “By the end of July” is then two dates, and nobody can say which one was missed.',
  sources: [
    {
      title: 'Teignbridge District Council: guidance on report templates (dates in full)',
      url: 'https://tedtdc.co.uk/child-pages/guidance-on-competing-a-cabinet-report-template',
      certainty: 'seen',
    },
  ],
  types: ['committee-report', 'action-plan', 'minutes', 'agenda'],
  severity: 'warning',
  messages: {
    day: '“{text}” has no year. Add it.',
    month: '“{text}” has no year, so that nobody can tell when this is due. Add it.',
  },
  examples: {
    valid: [
      { title: 'With its year', text: 'The report was published on 5 September 2022.\n' },
      { title: 'The year stands in the same paragraph', text: 'In 2022 inspectors came on 11 July and left on 29 July.\n' },
      {
        title: 'The day was named with its year before',
        text: 'The report was published on 5 September 2022.\n\nOn 5 September the council met.\n',
      },
      {
        title: 'The year is said in words',
        text: 'By May next year the board will have met six times. The return is due by 31 March each year.\n',
      },
      { title: 'A month that is only told about', text: 'The inspection took place over three weeks in July.\n' },
      { title: 'A verb and a name', text: 'Members may march on; April Brown agreed to speak.\n' },
      { title: 'The inspectorate’s words', text: '> We published our report on 5 September.\n' },
    ],
    invalid: [
      { title: 'A day', text: 'The report was published on 5 September.\n                            ^^^^^^^^^^^\n' },
      {
        title: 'An ordinal, reported once',
        text: 'The panel met on 5th September.\n                 ^^^^^^^^^^^^^\n',
        fixed: 'The panel met on 5 September 2026.\n',
      },
      {
        title: 'Targets',
        text: 'These targets are set for end of July:\n                          ^^^^^^^^^^^\n\n- 80% of children seen in time\n',
      },
      {
        title: 'A due month',
        text: 'The service is to be ready for re-inspection by July.\n                                                ^^^^\n',
        fixed: 'The service is to be ready for re-inspection by July 2026.\n',
      },
    ],
  },
  fixes: {
    year: {
      title: 'Add the year',
      safe: false,
      choices: ({ model: { frontMatter }, today }) => {
        const stated =
          [...textsOf(frontMatter, 'meeting-date').map(({ text }) => text), textOf(frontMatter, 'published') ?? '']
            .map(readDate)
            .find((date) => date !== null) ?? today;
        const year = Number(stated.slice(0, 4));
        return [year, year - 1, year + 1].map((choice) => ({ title: 'Add {year}', data: { year: choice } }));
      },
      edits: ({ view, problem: { span, data } }) =>
        view.slice(span).replaceAll(/\s+/g, ' ') === data['text'] && data['year'] !== undefined
          ? { here: [{ span, newText: `${inPlainWords(view, span)} ${data['year']}` }] }
          : null,
    },
  },
  reads: ['date', 'action'],
  *check({ items }) {
    const dates = items('date');
    const bare = dates.filter(({ item }) => !item.hasYear && item.possible && !item.quoted);
    if (bare.length === 0) return;
    const told = new Set(dates.flatMap(({ item }) => (item.from !== null && item.precision === 'day' ? [item.from.slice(5)] : [])));
    for (const on of bare) {
      const { item, model } = on;
      if (isInDue(on) || saysWhichYear(on) || standsByAYear(on)) continue;
      if (item.precision === 'day' || item.precision === 'period') {
        if (!told.has(monthAndDay(item))) yield { on, span: item.span, message: 'day', data: { text: item.text }, fixes: ['year'] };
      } else if (
        deadlineBefore.test(model.block.text.slice(Math.max(0, item.span.start - 40), item.span.start)) ||
        /^(?:end|early|mid|late)\b/i.test(item.text)
      ) {
        yield { on, span: item.span, message: 'month', data: { text: item.text }, fixes: ['year'] };
      }
    }
  },
});

/** The date as it is best written: its year is added to "1 May", whether it stood there as "1st May" or not. */
function inPlainWords(view: DocumentView, span: Span): string {
  const written = view.slice(span);
  const date = view.items('date').find((on) => on.span.start === span.start && on.span.end === span.end);
  return (date && inPlainForm(written, date.item)) ?? written;
}

/** "May next year", "last July", "31 March each year": the year is said in words, or it is every year's day. */
function saysWhichYear({
  item: { span },
  model: {
    block: { text },
  },
}: Located<DateItem>): boolean {
  return (
    /^,?\s+(?:of\s+)?(?:this|next|last|that|each|every|the\s+(?:same|following|previous|preceding|coming|current))\s+(?:(?:calendar|academic|school|financial|municipal)\s+)?year\b|^,?\s+(?:annually|every\s+year|each\s+year)\b/i.test(
      text.slice(span.end, span.end + 40),
    ) || /\b(?:next|last|this|each|every)\s+$/i.test(text.slice(Math.max(0, span.start - 8), span.start))
  );
}

/** Whether the paragraph, or the row of the plan, names a year. */
const standsByAYear = ({ model: { block, items } }: Located<DateItem>): boolean =>
  /\b(?:19|20)\d{2}\b/.test(block.text) ||
  items.some(
    (one) =>
      (one.kind === 'date' && one.from !== null) ||
      (one.kind === 'action' && Boolean(one.due?.from ?? one.originalDue?.from ?? one.start?.from)),
  );

/** Due dates of actions have a rule of their own. */
const isInDue = ({ item, model }: Located<DateItem>): boolean =>
  model.items.some(
    (one) =>
      one.kind === 'action' &&
      [one.due, one.originalDue, one.start].some((due) => due && due.span.start <= item.span.start && item.span.end <= due.span.end),
  );

/** `09-05` of "5 September"; empty where it is not one plain day. */
function monthAndDay({ text }: DateItem): string {
  return readDate(`${text.replace(/^[A-Za-zÀ-ɏ]+,?\s+(?=\d)/u, '')} 2020`)?.slice(5) ?? '';
}
