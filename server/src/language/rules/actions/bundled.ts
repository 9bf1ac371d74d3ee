import type { ActionItem } from '../../model/items.ts';
import type { Located } from '../../model/view.ts';
import type { ActionField } from '../../model/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import { actionAt } from '../action-places.ts';
import { inLineEndings } from '../insertion.ts';
import { freeLabels } from '../labelling.ts';
import { blockRule } from '../rule.ts';
import { opening } from '../wording.ts';
import { secondAct } from './two-acts.ts';

export default blockRule<'bundled'>({
  name: 'actions/bundled',
  summary: 'One action holds two things to do.',
  why: `Where one half is done and the other is not, the action is neither complete nor open, and its one owner and date may suit only one half. Two verbs with one thing between
them (“write and publish the standard”), and a second that only finishes the first (“write the standard and publish it”), are left alone.`,
  sources: [{ title: 'Practice of published trackers: one action, one owner, one date', certainty: 'practice' }],
  types: ['action-plan'],
  severity: 'information',
  messages: { bundled: 'These are two actions. Give “{second}” a row of its own, with its owner and date.' },
  examples: {
    valid: [
      {
        title: 'One thing to do',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans of children in need and of disabled children\n- **A2** Write and publish a visiting standard\n- **A3** Write a visiting standard and publish it\n',
      },
      {
        title: 'A purpose with two parts',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Establish a group to develop guidance and deliver training\n- **A2** Improve supervision and support for newly qualified staff\n- **A3** Train managers in audit and review\n',
      },
    ],
    invalid: [
      {
        title: 'Two verbs, each with its own object',
        text: `//- /northmere.plan.md
## Actions

| Ref | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A1 | Review all open plans and recruit six social workers | Head of Assessment | 31 July 2026 | Amber |
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
        fixed: `## Actions

| Ref | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A1 | Review all open plans | Head of Assessment | 31 July 2026 | Amber |
| A2 | Recruit six social workers | Head of Assessment | 31 July 2026 |  |
`,
      },
      {
        title: 'Two sentences, in an item',
        text: `//- /northmere.plan.md
## Actions

- **A1** Publish a visiting standard. Train all team managers
                                      ^^^^^^^^^^^^^^^^^^^^^^^
  - Owner: Head of Assessment
  - Due: 31 July 2026
  - Status: on track
`,
        fixed: `## Actions

- **A1** Publish a visiting standard
  - Owner: Head of Assessment
  - Due: 31 July 2026
  - Status: on track
- **A2** Train all team managers
  - Owner: Head of Assessment
  - Due: 31 July 2026
`,
      },
    ],
  },
  fixes: {
    split: {
      title: 'Make two actions of it',
      safe: false,
      edits({ view, response, problem: { span } }) {
        const on = actionAt(view, span);
        const parts = on && partsOf(on);
        if (!parts) return null;
        const { item, base, model } = on;
        const [label] = item.label ? freeLabels(item.label.prefix, 1, view, response) : [undefined];
        const copy = secondRow(on, parts.second, label);
        const source = model.block.text;
        const end = base + source.trimEnd().length;
        return {
          here: [
            { span: { start: base + parts.joint.start, end: base + parts.second.end }, newText: '' },
            { span: { start: end, end }, newText: inLineEndings(view, `\n${copy}`) },
          ],
        };
      },
    },
  },
  waitsForCursor: true,
  needs: ['action'],
  *check({ items, block }) {
    const actions = items('action');
    for (const item of actions) {
      const parts = partsOf({ item, model: block });
      if (!parts) continue;
      // An item with others inside it, or beside it in one block, is not taken apart by itself.
      const canSplit = actions.length === 1;
      yield {
        message: 'bundled',
        data: { second: opening(block.block.text.slice(parts.second.start, parts.second.end), 50) },
        span: parts.second,
        fixes: canSplit ? ['split'] : [],
      };
    }
  },
});

/**
 * Where the second of two acts stands in the source of the block; null where the action has one, or its words hold Markdown that a cut
 * could break.
 */
function partsOf({ item, model }: Pick<Located<ActionItem>, 'item' | 'model'>): { readonly joint: Span; readonly second: Span } | null {
  const { start, end } = item.textSpan;
  const source = model.block.text.slice(start, end);
  if (/[*_[\]<>`\r\n\\]/.test(source)) return null;
  const found = secondAct(source);
  return (
    found && { joint: { start: start + found.joint.start, end: start + found.joint.end }, second: { start: start + found.joint.end, end } }
  );
}

/** Fields that speak of the first act only. */
const ofTheFirst: readonly ActionField[] = [
  'status',
  'progress',
  'evidence',
  'impact',
  'milestones',
  'original-due',
  'measure',
  'outcome',
  'assurance',
];

/**
 * The source of the action once more, with the second act for the first, the next label, and nothing in the fields that told of the first.
 */
function secondRow({ item, model }: Located<ActionItem>, second: Span, label: string | undefined): string {
  const source = model.block.text.trimEnd();
  const words = source.slice(second.start, second.end);
  const changes: { readonly span: Span; readonly text: string }[] = [
    { span: item.textSpan, text: words[0]!.toUpperCase() + words.slice(1) },
  ];
  if (item.label && label !== undefined) changes.push({ span: item.label.span, text: label });
  for (const field of ofTheFirst) {
    const part = item.fields[field];
    if (part) changes.push({ span: item.form === 'table' ? part.span : lineAround(source, part.span), text: '' });
  }
  let copy = source;
  for (const { span, text } of changes.toSorted((a, b) => b.span.start - a.span.start))
    copy = copy.slice(0, span.start) + text + copy.slice(span.end);
  return copy.replace(/\r\n?/g, '\n').trimEnd();
}

/** The line of a field, with the line break before it. */
function lineAround(source: string, { start, end }: Span): Span {
  const before = Math.max(source.lastIndexOf('\n', start - 1), source.lastIndexOf('\r', start - 1));
  const from = before > 0 && source[before - 1] === '\r' ? before - 1 : before;
  const length = source.slice(end).search(/[\r\n]/);
  return { start: Math.max(0, from), end: length < 0 ? source.length : end + length };
}
