import { blockRule, type FixContext, type FixEdits } from '../rule.ts';
import { inPlainForm } from './date-text.ts';

/** "on the 10th May": the article goes with the ordinal. */
const articleBefore = /\b(?:on|by|from|to|until|since|of|and|before|after|dated|for|published|received)\s+(the\s+)$/i;

export default blockRule<'plain' | 'twoWays'>({
  name: 'dates/date-style',
  summary: 'A date is not written as day, month in words, and year.',
  why: 'Public papers write 10 May 2021: no ordinals, no leading zero, no figures only. 03/11/2022 is 3 November here and 11 March elsewhere, and a year of two figures says too little once the paper is filed.',
  sources: [
    { title: 'Teignbridge District Council: guidance on report templates (dates in full)', url: 'https://tedtdc.co.uk/child-pages/guidance-on-competing-a-cabinet-report-template', certainty: 'seen' },
    { title: 'GOV.UK style guide: dates', certainty: 'practice' },
  ],
  severity: 'information',
  messages: {
    plain: 'Write this date as {better}.',
    twoWays: 'Write this date in words, so that day and month cannot be mixed up: {better}.',
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
      { title: 'Ordinals', text: 'The letter was published on 10th May 2021.\n                            ^^^^^^^^^^^^^\n', fixed: 'The letter was published on 10 May 2021.\n' },
      { title: 'With the article', text: 'The letter was published on the 10th May 2021.\n                                ^^^^^^^^^^^^^\n', fixed: 'The letter was published on 10 May 2021.\n' },
      { title: 'Two days and a short year', text: 'The visit took place on 15th and 16th January 19.\n                        ^^^^^^^^^^^^^^^^^^^^^^^^\n', fixed: 'The visit took place on 15 and 16 January 2019.\n' },
      { title: 'A leading zero', text: '# Scrutiny Panel 06 March 2019\n                 ^^^^^^^^^^^^^\n', fixed: '# Scrutiny Panel 6 March 2019\n' },
      { title: 'Figures only', text: 'Meeting of 03/11/2022\n           ^^^^^^^^^^\n', fixed: 'Meeting of 3 November 2022\n' },
    ],
  },
  fixes: {
    plain: { title: 'Write {better}', safe: true, edits: rewrite },
    twoWays: { title: 'Write {better}', safe: false, edits: rewrite },
  },
  needs: ['date'],
  *check({ items, text }) {
    for (const date of items('date')) {
      if (date.quoted || !date.possible) continue;
      const written = text.slice(date.span.start, date.span.end);
      const better = inPlainForm(written, date);
      if (better === null) continue;
      const isFigures = date.style === 'all-figures' || date.style === 'month-first';
      const [month, day] = [date.from?.slice(5, 7), date.from?.slice(8)];
      // 13/12/2012 can only be read one way; a date that needs its article taken away or a century added is for the officer to look at.
      const isCertain = isFigures ? date.style === 'all-figures' && Number(day) > 12 && /\d{4}$/.test(written) : !/['’]|\b\d{2}$/.test(written) && !/\bthe\s+$/i.test(text.slice(Math.max(0, date.span.start - 6), date.span.start));
      yield { message: isFigures && day !== month ? 'twoWays' : 'plain', span: date.span, data: { written, better }, fixes: [isCertain ? 'plain' : 'twoWays'] };
    }
  },
});

function rewrite({ view, problem: { span, data } }: FixContext): FixEdits | null {
  if (view.slice(span) !== data['written']) return null;
  const article = articleBefore.exec(view.slice({ start: Math.max(0, span.start - 20), end: span.start }))?.[1] ?? '';
  return { here: [{ span: { start: span.start - article.length, end: span.end }, newText: String(data['better']) }] };
}
