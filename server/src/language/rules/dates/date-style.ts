import type { DateItem } from '../../model/items.ts';
import type { DocumentView, Located } from '../../model/view.ts';
import type { TextEdit } from '../../text/span.ts';
import { documentRule, type FixContext, type FixEdits } from '../rule.ts';
import { inPlainForm } from './date-text.ts';

/** "on the 10th May": the article goes with the ordinal. */
const articleBefore = /\b(?:on|by|from|to|until|since|of|and|before|after|dated|for|published|received)\s+(the\s+)$/i;

export default documentRule<'plain' | 'twoWays' | 'column'>({
  name: 'dates/date-style',
  summary: 'A date is not written as day, month in words, and year.',
  why: 'Public papers write 10 May 2021: no ordinals, no leading zero, no figures only. 03/11/2022 is 3 November here and 11 March elsewhere, and a year of two figures says too little once the paper is filed.',
  sources: [
    {
      title: 'Teignbridge District Council: guidance on report templates (dates in full)',
      url: 'https://tedtdc.co.uk/child-pages/guidance-on-competing-a-cabinet-report-template',
      certainty: 'seen',
    },
    { title: 'GOV.UK style guide: dates', certainty: 'practice' },
  ],
  severity: 'information',
  messages: {
    plain: 'Write this date as {better}.',
    twoWays: 'Write this date in words, so that day and month cannot be mixed up: {better}.',
    column: '{count} dates in this column are written in figures or in another short way. Write them like this: {better}.',
  },
  examples: {
    valid: [
      { title: 'Day, month and year', text: 'The letter of 10 May 2021 is attached.\n' },
      { title: 'A range', text: 'Inspectors came on 8 and 9 January 2019.\n' },
      { title: 'Month and year', text: 'The plan was refreshed in November 2018.\n' },
      { title: 'The inspectorate’s words', text: '> The visit took place on 10th May 2021.\n' },
      { title: 'No date', text: 'The 10th visit, form 6400/21 and young people aged 16/17.\n' },
    ],
    invalid: [
      {
        title: 'Ordinals',
        text: 'The letter was published on 10th May 2021.\n                            ^^^^^^^^^^^^^\n',
        fixed: 'The letter was published on 10 May 2021.\n',
      },
      {
        title: 'With the article',
        text: 'The letter was published on the 10th May 2021.\n                                ^^^^^^^^^^^^^\n',
        fixed: 'The letter was published on 10 May 2021.\n',
      },
      {
        title: 'Two days and a short year',
        text: 'The visit took place on 15th and 16th January 19.\n                        ^^^^^^^^^^^^^^^^^^^^^^^^\n',
        fixed: 'The visit took place on 15 and 16 January 2019.\n',
      },
      {
        title: 'A leading zero',
        text: '# Scrutiny Panel 06 March 2019\n                 ^^^^^^^^^^^^^\n',
        fixed: '# Scrutiny Panel 6 March 2019\n',
      },
      {
        title: 'A column of figures is reported once',
        text: '//- /northmere.plan.md\n| Action | Owner | Due |\n| --- | --- | --- |\n| Review all plans | Head of Assessment | 31/03/2027 |\n                                          ^^^^^^^^^^\n| Train all managers | Head of Practice | 30/06/2027 |\n',
        fixed:
          '| Action | Owner | Due |\n| --- | --- | --- |\n| Review all plans | Head of Assessment | 31 March 2027 |\n| Train all managers | Head of Practice | 30 June 2027 |\n',
      },
      {
        title: 'A column in which day and month can be mixed up',
        text: '//- /northmere.plan.md\n| Action | Owner | Due |\n| --- | --- | --- |\n| Review all plans | Head of Assessment | 03/11/2026 |\n                                          ^^^^^^^^^^\n| Train all managers | Head of Practice | 05/12/2026 |\n',
      },
      {
        title: 'As a spreadsheet has it',
        text: '//- /northmere.plan.md\n| Action | Owner | Due |\n| --- | --- | --- |\n| Review all plans | Head of Assessment | 31-Jan-27 |\n                                          ^^^^^^^^^\n',
        fixed: '| Action | Owner | Due |\n| --- | --- | --- |\n| Review all plans | Head of Assessment | 31 Jan 2027 |\n',
      },
      { title: 'Figures only', text: 'Meeting of 03/11/2022\n           ^^^^^^^^^^\n', fixed: 'Meeting of 3 November 2022\n' },
    ],
  },
  fixes: {
    plain: { title: 'Write {better}', safe: true, edits: rewrite },
    twoWays: { title: 'Write {better}', safe: false, edits: rewrite },
    column: { title: 'Write all {count} dates of this column in words', safe: true, edits: rewriteColumn },
    columnTwoWays: { title: 'Write all {count} dates of this column in words', safe: false, edits: rewriteColumn },
  },
  reads: ['date'],
  *check({ items }) {
    const columns = new Map<string, Slip[]>();
    const containers = new Map<object, number>();
    for (const slip of slipsIn(items('date'))) {
      const { on } = slip;
      const { container } = on.model.block;
      const column = columnOf(on);
      if (!container || column === null) {
        yield one(slip);
        continue;
      }
      if (!containers.has(container)) containers.set(container, containers.size);
      const key = `${containers.get(container)} ${column}`;
      const others = columns.get(key);
      if (others) others.push(slip);
      else columns.set(key, [slip]);
    }
    for (const slips of columns.values()) {
      const [first, ...more] = slips as [Slip, ...Slip[]];
      // A column is written by one hand: said once, and put right at once.
      if (more.length === 0) yield one(first);
      else
        yield {
          ...one(first),
          message: 'column' as const,
          data: { ...one(first).data, count: slips.length },
          fixes: [slips.every(({ isCertain }) => isCertain) ? 'column' : 'columnTwoWays'],
        };
    }
  },
});

/** A date that is not in the plain form. */
interface Slip {
  readonly on: Located<DateItem>;
  readonly written: string;
  readonly better: string;
  /** It can be read in one way only, so that nobody has to look at what is written instead. */
  readonly isCertain: boolean;
  readonly isTwoWays: boolean;
}

function slipsIn(dates: readonly Located<DateItem>[]): readonly Slip[] {
  return dates.flatMap((on): readonly Slip[] => {
    const { item, model } = on;
    if (item.style === 'plain' || item.quoted || !item.possible) return [];
    const { text } = model.block;
    const written = text.slice(item.span.start, item.span.end);
    const better = inPlainForm(written, item);
    if (better === null) return [];
    const isFigures = item.style === 'all-figures';
    const [month, day] = [item.from?.slice(5, 7), item.from?.slice(8)];
    // 13/12/2012 can only be read one way; a date that needs its article taken away or a century added is for the officer to look at.
    const isCertain = isFigures
      ? Number(day) > 12 && /\d{4}$/.test(written)
      : item.style !== 'month-first' &&
        !/['’]|\b\d{2}$/.test(written) &&
        !/\bthe\s+$/i.test(text.slice(Math.max(0, item.span.start - 6), item.span.start));
    return [{ on, written, better, isCertain, isTwoWays: isFigures && day !== month && Number(day) <= 12 }];
  });
}

const one = ({ on, written, better, isCertain, isTwoWays }: Slip) => ({
  message: isTwoWays ? ('twoWays' as const) : ('plain' as const),
  on,
  span: on.item.span,
  data: { written, better },
  fixes: [isCertain ? 'plain' : 'twoWays'],
});

/** Column of the cell that a date stands in, counted from 0; null outside tables. */
function columnOf({ item, model: { block } }: Located<DateItem>): number | null {
  const [row] = block.nodes;
  if (row?.type !== 'tableRow') return null;
  const at = row.children.findIndex(({ position }) => position!.start.offset! <= item.span.start && item.span.end <= position!.end.offset!);
  return at < 0 ? null : at;
}

function rewriteColumn({ view, problem: { span } }: FixContext): FixEdits | null {
  const dates = view.items('date');
  const first = dates.find((on) => on.span.start === span.start && on.span.end === span.end);
  const column = first && columnOf(first);
  if (!first || column === null || column === undefined) return null;
  const { container } = first.model.block;
  const here = slipsIn(dates.filter((on) => on.model.block.container === container && columnOf(on) === column)).map(({ on, better }) =>
    edit(view, on.span, better),
  );
  return here.length > 0 ? { here } : null;
}

function rewrite({ view, problem: { span, data } }: FixContext): FixEdits | null {
  return view.slice(span) === data['written'] ? { here: [edit(view, span, String(data['better']))] } : null;
}

function edit(view: DocumentView, span: TextEdit['span'], better: string): TextEdit {
  const article = articleBefore.exec(view.slice({ start: Math.max(0, span.start - 20), end: span.start }))?.[1] ?? '';
  return { span: { start: span.start - article.length, end: span.end }, newText: better };
}
