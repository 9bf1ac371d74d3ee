import { formSections, type DocumentLayout } from '../../house-styles/house-style.ts';
import { builtInDefinitions } from '../../house-styles/built-in-definitions.ts';
import { sectionKey, sectionNames } from '../../house-styles/section-names.ts';
import type { HeadingItem } from '../../model/items.ts';
import type { Located, Section } from '../../model/view.ts';
import { documentRule } from '../rule.ts';

export default documentRule<'order'>({
  name: 'structure/section-order',
  summary: 'A section is not where the council’s form has it.',
  why: `Members know where to look for the recommendations and the costs. Most forms ask authors not to change the order of the headings.
The generic style has no order, and that of a built-in style is only insisted on where it was seen in a published report.`,
  sources: [
    { title: 'Brighton & Hove City Council: headings are not to be amended or deleted', certainty: 'seen' },
    { title: 'Report forms of the councils whose house styles are built in', certainty: 'practice' },
  ],
  types: ['committee-report'],
  severity: 'information',
  messages: { order: 'The house style has “{heading}” before “{before}”.' },
  examples: {
    valid: [
      {
        title: 'In the order of the form',
        text: '---\ntype: committee-report\nhouse-style: worcestershire-panel\n---\n## Summary\n\nText.\n\n## Background\n\nText.\n\n## Purpose of the Meeting\n\n- comment on the plan\n\n## Background Papers\n\n- Letter\n',
      },
      {
        title: 'A section that the form does not have may stand anywhere',
        text: '---\ntype: committee-report\nhouse-style: worcestershire-panel\n---\n## Summary\n\nText.\n\n## What families told us\n\nText.\n\n## Background\n\nText.\n',
      },
    ],
    invalid: [
      {
        title: 'The contact points before the recommendations',
        text: `---
type: committee-report
house-style: worcestershire-panel
---
## Summary

Text.

## Contact Points

Ada Marlow

## Purpose of the Meeting
   ^^^^^^^^^^^^^^^^^^^^^^

- comment on the plan

## Background Papers

- Letter
`,
        fixed: `---
type: committee-report
house-style: worcestershire-panel
---
## Summary

Text.

## Purpose of the Meeting

- comment on the plan

## Contact Points

Ada Marlow

## Background Papers

- Letter
`,
      },
      {
        title: 'The summary at the end',
        text: `---
type: committee-report
house-style: worcestershire-panel
---
## Background

Text.

## Purpose of the Meeting

- comment on the plan

## Summary
   ^^^^^^^

Text.
`,
      },
    ],
  },
  fixes: {
    move: {
      title: 'Move the section before “{before}”',
      safe: false,
      edits({ view, problem }) {
        const moved = view.sections.find(({ heading }) => heading.span.start <= problem.span.start && problem.span.end <= heading.span.end);
        const before =
          moved &&
          view.sections.find(
            (one) => one.level === moved.level && one.heading.item.text === problem.data['before'] && one.span.start < moved.span.start,
          );
        if (!moved || !before) return null;
        // Both sections keep the empty line behind them; a last section has none yet.
        const text = view.slice(moved.span);
        const ending = /\r\n|\r|\n/.exec(view.slice(before.span))?.[0] ?? '\n';
        const whole = /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$/.test(text) ? text : `${text.trimEnd()}${ending}${ending}`;
        return {
          here: [
            { span: { start: before.span.start, end: before.span.start }, newText: whole },
            { span: endOf(moved, view.layout.syntax.length, view.text), newText: '' },
          ],
        };
      },
    },
  },
  reads: ['heading'],
  *check({ items, document }) {
    // The generic style has the sections that councils have in common, each in an order of its own; of a form that is still to be confirmed
    // the order is not known for certain.
    const {
      houseStyle: { name, status },
      type,
    } = document;
    const builtIn = builtInDefinitions.get(name);
    if (builtIn && (status === 'starting-point' || !builtIn.types?.[type])) return;
    const places = placesIn(document.layout);
    const headings = items('heading').filter(({ item }) => !item.isTitle && item.level === 2 && item.form !== 'field-line');
    const known = headings.flatMap((on) => {
      const place = places(on.item);
      return place === null ? [] : [{ on, place }];
    });
    // Nobody writes so many sections of a form; comparing each with each would take long.
    if (known.length > 200) return;
    const kept = longestInOrder(known);
    for (const one of known) {
      if (kept.has(one)) continue;
      // It is early or late among those that are in order. Only a late one is reported: the other way round, the same slip would be told
      // twice.
      const after = known.find((other) => kept.has(other) && other.place > one.place);
      if (!after || after.on.index > one.on.index) continue;
      yield {
        message: 'order',
        data: { heading: one.on.item.text, before: after.on.item.text },
        on: one.on,
        span: one.on.item.textSpan,
        fixes: ['move'],
      };
    }
  },
});

/** The place of a heading in the form; null where the form does not have it, or has it several times. */
function placesIn(layout: DocumentLayout): (heading: HeadingItem) => number | null {
  const form = formSections(layout).filter(({ level }) => level === 2);
  return ({ text, role }) => {
    if (role === null) return null;
    const key = sectionKey(text);
    const named = form.findIndex((section) => section.role === role && sectionNames(section).some((name) => sectionKey(name) === key));
    if (named >= 0) return form[named]!.repeats ? null : named;
    const ofRole = form.filter((section) => section.role === role);
    return ofRole.length === 1 && !ofRole[0]!.repeats ? form.indexOf(ofRole[0]!) : null;
  };
}

interface Placed {
  readonly on: Located<HeadingItem>;
  readonly place: number;
}

/** The largest number of sections that stand in the order of the form: what is left over is out of it. */
function longestInOrder(known: readonly Placed[]): ReadonlySet<Placed> {
  const best: { length: number; before: number }[] = [];
  let last = -1;
  known.forEach(({ place }, i) => {
    let found = { length: 1, before: -1 };
    for (let j = 0; j < i; j++)
      if (known[j]!.place <= place && best[j]!.length + 1 > found.length) found = { length: best[j]!.length + 1, before: j };
    best.push(found);
    if (last < 0 || found.length > best[last]!.length) last = i;
  });
  const kept = new Set<Placed>();
  for (let i = last; i >= 0; i = best[i]!.before) kept.add(known[i]!);
  return kept;
}

/** The stretch to cut; at the end of the document with the empty line before it, so that none is left over. */
function endOf({ span }: Section, length: number, text: string): { start: number; end: number } {
  if (span.end < length) return span;
  let { start } = span;
  while (start > 0 && /\s/.test(text[start - 1]!)) start--;
  const ending = /^(?:\r\n|\r|\n)/.exec(text.slice(start))?.[0].length ?? 0;
  return { start: start + ending, end: length };
}
