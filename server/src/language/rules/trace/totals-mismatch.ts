import { textOf, textsOf } from '../../model/front-matter/front-matter.ts';
import type { StatusTotalItem } from '../../model/items.ts';
import type { Located } from '../../model/view.ts';
import { factsOf } from '../../response/facts-of.ts';
import { responseRule } from '../rule.ts';
import { inWords } from '../wording.ts';

export default responseRule<'differs'>({
  name: 'trace/totals-mismatch',
  summary: 'A report counts the statuses of the actions, and the plan has other numbers.',
  why: `Members compare the totals of the covering report with the table behind it, and ask about the difference. Only totals of all statuses of the one plan of the response are
compared, and only where the plan does not speak of a later day than the report.`,
  sources: [
    {
      title: 'Havering, Ofsted plan 2014: ambers that were finished but not signed off',
      url: 'https://democracy.havering.gov.uk/mgAi.aspx?ID=6727',
      certainty: 'seen',
    },
  ],
  types: ['committee-report', 'action-plan'],
  severity: 'warning',
  messages: { differs: 'The plan has {counted} {status}, not {stated}. In all: {all}.' },
  examples: {
    valid: [
      {
        title: 'The plan’s numbers',
        text: `//- /northmere.report.md
---
type: committee-report
---
Of the three actions, 2 are green and 1 is red.
//- /northmere.plan.md
---
type: action-plan
status-scale: rag
---
## Actions

| Ref | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 | Green |
| A2 | Train all managers | Head of Assessment | 31 July 2026 | Green |
| A3 | Write a standard | Head of Assessment | 31 July 2026 | Red |
`,
      },
      {
        title: 'Some of the actions, in words',
        text: `//- /northmere.report.md
---
type: committee-report
---
Of the two actions on supervision one is green and one is red.
//- /northmere.plan.md
---
type: action-plan
status-scale: rag
---
## Actions

| Ref | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 | Green |
| A2 | Train all managers | Head of Assessment | 31 July 2026 | Green |
| A3 | Write a standard | Head of Assessment | 31 July 2026 | Red |
`,
      },
      {
        title: 'A part of them, an earlier quarter, and a plan that has moved on',
        text: `//- /northmere.report.md
---
type: committee-report
meeting-date: 2026-03-10
---
Last quarter 3 actions were green and 1 was red. There are 5 green and 2 red actions.
//- /northmere.plan.md
---
type: action-plan
status-scale: rag
as-at: 2026-06-01
---
## Actions

| Ref | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 | Green |
`,
      },
    ],
    invalid: [
      {
        title: 'One red too few',
        text: `//- /northmere.report.md
---
type: committee-report
---
The plan has 2 green and 1 red actions.
             ^
                         ^
//- /northmere.plan.md
---
type: action-plan
status-scale: rag
---
## Actions

| Ref | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 | Green |
| A2 | Train all managers | Head of Assessment | 31 July 2026 | Red |
| A3 | Write a standard | Head of Assessment | 31 July 2026 | Red |
`,
        fixed: `---
type: committee-report
---
The plan has 1 green and 2 red actions.
`,
      },
      {
        title: 'Numbers in words, of all actions',
        text: `//- /northmere.report.md
---
type: committee-report
---
Of the three actions one is green and two are amber.
                     ^^^
                                      ^^^
//- /northmere.plan.md
---
type: action-plan
status-scale: rag
---
## Actions

| Ref | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 | Green |
| A2 | Train all managers | Head of Assessment | 31 July 2026 | Green |
| A3 | Write a standard | Head of Assessment | 31 July 2026 | Amber |
`,
      },
      {
        title: 'In the plan itself',
        text: `//- /northmere.plan.md
---
type: action-plan
status-scale: rag
---
## Summary

1 green, 2 amber and 0 red actions.
         ^
                     ^

## Actions

| Ref | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 | Green |
| A2 | Train all managers | Head of Assessment | 31 July 2026 | Amber |
| A3 | Write a standard | Head of Assessment | 31 July 2026 | Red |
`,
      },
    ],
  },
  fixes: {
    correct: {
      title: 'Correct the totals: {all}',
      safe: false,
      edits({ view, model, response, problem: { span } }) {
        const totals = view.items('status-total');
        const here = totals.find((one) => one.span.start === span.start);
        const [plan] = (response?.documents ?? [])
          .map((one) => (one.address === model.address ? factsOf(model) : one))
          .filter(({ statuses }) => Object.keys(statuses).length > 0);
        if (!here || !plan) return null;
        // All of them at once: one number alone would leave a sum that is wrong.
        const edits = totals
          .filter(({ index }) => index === here.index)
          .map(({ item, span: { start } }) => ({
            span: { start, end: start + item.written.length },
            newText: String(plan.statuses[item.status.toLowerCase()] ?? 0),
          }));
        return { here: edits.filter((edit) => view.slice(edit.span) !== edit.newText) };
      },
    },
  },
  reads: ['status-total', 'action'],
  *check({ items, response, frontMatter, address }) {
    const totals = items('status-total').filter(({ item, model }) => !item.quoted && !model.items.some(({ kind }) => kind === 'action'));
    if (totals.length < 2) return;
    const plans = response.documents.filter(({ statuses }) => Object.keys(statuses).length > 0);
    const [plan] = plans;
    if (!plan || plans.length > 1) return;
    const day = [textsOf(frontMatter, 'meeting-date')[0]?.text, textOf(frontMatter, 'published')].find(
      (date) => date && /^\d{4}-\d{2}-\d{2}$/.test(date),
    );
    if (plan.address !== address && plan.asAt !== null && day && plan.asAt > day) return;
    const all = Object.values(plan.statuses).reduce((sum, count) => sum + count, 0);
    for (const group of groupsOf(totals)) {
      if (group.some(({ item }) => !plan.scale.includes(item.status.toLowerCase()))) continue;
      // Only a count of everything can be held against the plan: one that comes to as many, or a row of figures that nothing limits to a
      // part.
      const inFigures = group.every(({ item }) => /^\d/.test(item.written));
      if (group.reduce((sum, { item }) => sum + item.stated, 0) !== all && (!inFigures || group.some(({ item }) => item.partial))) continue;
      for (const on of group) {
        const counted = plan.statuses[on.item.status.toLowerCase()] ?? 0;
        if (counted === on.item.stated) continue;
        const {
          written,
          span: { start },
        } = on.item;
        yield {
          // A sentence in words is put right by its author: “one is” and “two are” need more than another number.
          message: 'differs',
          on,
          span: { start, end: start + written.length },
          fixes: inFigures ? ['correct'] : [],
          data: {
            counted,
            stated: written.toLowerCase(),
            status: on.item.status.toLowerCase(),
            all: inWords(Object.entries(plan.statuses).map(([status, count]) => `${count} ${status}`)),
          },
        };
      }
    }
  },
});

/** Totals that stand in one block and name each status once. */
function groupsOf(totals: readonly Located<StatusTotalItem>[]): readonly (readonly Located<StatusTotalItem>[])[] {
  const blocks = new Map<number, Located<StatusTotalItem>[]>();
  for (const on of totals) blocks.set(on.index, [...(blocks.get(on.index) ?? []), on]);
  return [...blocks.values()].filter((group) => group.length > 1 && new Set(group.map(({ item }) => item.status)).size === group.length);
}
