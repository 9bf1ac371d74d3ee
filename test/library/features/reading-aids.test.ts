import assert from 'node:assert/strict';
import {
  answeredBy,
  hierarchyLabelAt,
  incoming,
  outgoing,
  prepareCallHierarchy,
  type HierarchyItem,
} from '../../../server/src/language/features/navigation/call-hierarchy.ts';
import { documentLinks, lineOfHeading, lineOfParagraph } from '../../../server/src/language/features/navigation/document-link.ts';
import { selectionRanges } from '../../../server/src/language/features/outline/selection-range.ts';
import { semanticTokens, tokenCost } from '../../../server/src/language/features/reading-aids/semantic-tokens.ts';
import { neverCancelled } from '../../../server/src/language/host.ts';
import { fileNameOf } from '../../../server/src/language/text/document-address.ts';
import { report } from '../../bench/documents.mjs';
import { snapshotOf, worldOf } from '../harness.ts';

describe('document links', () => {
  it('lead to answered documents, appendices, papers, headings and the web, and say so', async () => {
    const { view, ...rest } = await snapshotOf(
      worldOf(`//- /northmere/visit.report.md
---
type: committee-report
responds-to: [visit.letter.md, old.letter.md]
inspection:
  link: https://example.org/letter
---

## Background papers

- [The plan](visit.plan.md), [its actions](visit.plan.md#actions) and [below](#appendices)
- [A page](https://example.org/page), [somebody](mailto:clerk@northmere.example), [a script](javascript:alert(1)) and [a place](/srv/plan.md)

## Appendices

- [Appendix 1 – The letter](visit.letter.md)

Also [the minutes][m], [m] and [nothing][none].

[m]:  may.minutes.md
//- /northmere/visit.plan.md
# Plan

## Actions
`),
    );
    assert.deepEqual(
      documentLinks({ view, ...rest }).map(({ span, tooltip }) => `${view.slice(span)}: ${tooltip}`),
      [
        'visit.letter.md: Open visit.letter.md, which this document answers',
        'old.letter.md: Open old.letter.md, which this document answers',
        'https://example.org/letter: Open the published letter or report',
        '[The plan](visit.plan.md): Open visit.plan.md',
        '[its actions](visit.plan.md#actions): Open visit.plan.md, at “actions”',
        '[below](#appendices): Open visit.report.md, at “appendices”',
        '[A page](https://example.org/page): Open https://example.org/page',
        '[somebody](mailto:clerk@northmere.example): Write to clerk@northmere.example',
        '[Appendix 1 – The letter](visit.letter.md): Open Appendix 1, visit.letter.md',
        '[the minutes][m]: Open may.minutes.md',
        '[m]: Open may.minutes.md',
        'may.minutes.md: Open may.minutes.md',
      ],
    );
    assert.equal(lineOfHeading(view, 'background-papers'), 7);
    assert.equal(lineOfHeading(view, 'nothing'), null);
  });
});

describe('document links in the text', () => {
  const linksIn = async (source: string) => {
    const { view, ...rest } = await snapshotOf(worldOf(source));
    return documentLinks({ view, ...rest })
      .filter(({ tooltip }) => /paragraph|Appendix/.test(tooltip))
      .map(
        ({ span, to, tooltip }) =>
          `${view.position(span.start).line}: ${view.slice(span)}: ${tooltip}${to.of === 'paragraph' ? ` on line ${lineOfParagraph(view, to.number)}` : ''}`,
      );
  };

  it('lead from “Appendix 1” to the paper, and from “paragraph 2” to it, where it is plain which one is meant', async () => {
    assert.deepEqual(
      await linksIn(
        '---\ntype: committee-report\n---\n## Summary\n\nSee paragraphs 2 and 3, paragraph 9, and Appendices 1, 2 and 4.\n\n1. One\n\n2. Two\n\n3. Three\n\n3. Three again\n\n## Appendices\n\n- Appendix 1: [The plan](visit.plan.md)\n- Appendix 2: The letter, to follow\n',
      ),
      [
        '17: [The plan](visit.plan.md): Open Appendix 1, visit.plan.md',
        '5: Appendices 1: Open Appendix 1, visit.plan.md',
        '5: paragraphs 2: Go to paragraph 2 on line 9',
      ],
    );
  });

  it('lead to a paragraph that only the house style numbers', async () => {
    const [link] = await linksIn(
      '---\ntype: committee-report\nhouse-style: worcestershire-panel\n---\n# Report\n\n## Purpose of the Meeting\n\nThe Panel asked.\n\n## Background\n\nInspectors came.\n\nAs paragraph 2 says.\n',
    );
    assert.equal(link, '14: paragraph 2: Go to paragraph 2 on line 12');
  });
});

describe('selection', () => {
  const grows = async (source: string): Promise<string[]> => {
    const world = worldOf(source);
    const snapshot = await snapshotOf(world);
    return selectionRanges(snapshot, world.fixture.cursor!.offset).map((span) => snapshot.view.slice(span));
  };

  it('grows from a word to its cell, row, table, section and document', async () => {
    const table =
      '| Ref | Action | Owner |\n|---|---|---|\n| A1 | Visit children | Head of Assessment |\n| A2 | Train | Head of Assessment |';
    const section = `## Actions\n\n${table}`;
    const text = `# Plan\n\n${section}\n\n## Measures\n\nNone.\n`;
    assert.deepEqual(await grows(text.replace('Visit children', 'Vi$0sit children')), [
      'Visit',
      'Visit children',
      '| A1 | Visit children | Head of Assessment |',
      table,
      section,
      text,
    ]);
  });

  it('grows from a word to the field, the item, the list', async () => {
    const item = '- **A1** Visit children\n  - Owner: Head of Assessment\n  - Due: 31 July 2026';
    const text = `## Actions\n\n${item}\n- **A2** Train\n`;
    const steps = await grows(text.replace('of Assessment', 'of Assess$0ment'));
    assert.deepEqual(steps.slice(0, 4), ['Assessment', 'Head of Assessment', 'Owner: Head of Assessment', '- Owner: Head of Assessment']);
    assert.deepEqual(steps.slice(-4), [item, `${item}\n- **A2** Train`, `## Actions\n\n${item}\n- **A2** Train`, text]);
  });

  it('grows in the header from a value to its field, those around it, and the header', async () => {
    const header = '---\ninspection:\n  received: 2026-05-20\n---\n';
    const steps = await grows(`${header}\nText.\n`.replace('2026-05', '2026-0$05'));
    assert.deepEqual(
      steps.map((step) => step.trim()),
      ['2026-05-20', 'received: 2026-05-20', 'inspection:\n  received: 2026-05-20', header.trim(), `${header}\nText.`],
    );
  });

  it('is never empty, and each step holds the one before it, at every place of a long report', async () => {
    const snapshot = await snapshotOf(worldOf(report(20_000)));
    for (let offset = 0; offset <= snapshot.view.layout.syntax.length; offset += 97) {
      const steps = selectionRanges(snapshot, offset);
      assert.ok(steps.length > 0);
      steps.reduce((inner, outer) => {
        assert.ok(outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start, `${offset}`);
        return outer;
      });
    }
  });
});

describe('the way from a finding to what is done', () => {
  const response = `//- /northmere/visit.plan.md
---
type: action-plan
---

## Actions

| Ref | Addresses | Action | Owner | Due | Status |
|---|---|---|---|---|---|
| A1 | F1 | Visit children | Head of Assessment | 31 July 2026 | green |
| A2 | R1, F2 | Train | Head of Assessment | 31 July 2026 | green |
|  | F1 | Write | Head of Quality | 31 July 2026 | green |
//- /northmere/visit.letter.md
## Areas for improvement

- **F1** The timeliness of visits.
- **F2** Oversight by managers.
//- /northmere/visit.report.md
## What inspectors found

They named F1.

## Recommendations

- **R1** That the panel notes what is done about F1.
`;
  const shown = ({ name, view, detail, selection }: HierarchyItem): string =>
    `${fileNameOf(view.model.address)} ${name} (${detail}) [${view.slice(selection)}]`;

  it('begins at a label or anywhere in a step, goes down and comes back', async () => {
    const { service, address, fixture } = worldOf(response);
    const snapshot = await snapshotOf({ service, address, fixture, host: null as never });
    const all = (await service.related(address, () => true, neverCancelled)).views;
    const at = (piece: string): number => snapshot.view.text.indexOf(piece);
    const prepare = (offset: number) => prepareCallHierarchy(snapshot, offset, hierarchyLabelAt(snapshot, offset), all);
    assert.deepEqual(prepare(at('F1 | Visit')).map(shown), ['visit.letter.md F1 The timeliness of visits. (area for improvement) [F1]']);
    assert.deepEqual(prepare(at('31 July')).map(shown), [
      'visit.plan.md A1 Visit children (Head of Assessment · 31 July 2026 · green) [A1]',
    ]);
    const [unlabelled] = prepare(at('Write'));
    assert.equal(shown(unlabelled!), 'visit.plan.md Write (Head of Quality · 31 July 2026 · green) [Write]');
    assert.deepEqual(prepare(at('## Actions')), []);
    assert.deepEqual(
      outgoing('F1', all).map(({ name }) => name),
      ['R1 That the panel notes what is done about F1.', 'A1 Visit children', 'Write'],
    );
    assert.deepEqual(
      outgoing('R1', all).map(({ name }) => name),
      ['A2 Train'],
    );
    const answers = (kind: HierarchyItem['kind'], label: string | null, offset = 0, name = 'plan') => {
      const view = all.find((one) => one.model.address.includes(name))!;
      return incoming(answeredBy(view, { address: view.model.address, kind, label, offset }), all).map((one) => one.name);
    };
    assert.deepEqual(answers('action', 'A2'), ['R1 That the panel notes what is done about F1.', 'F2 Oversight by managers.']);
    assert.deepEqual(answers('action', null, unlabelled!.span.start), ['F1 The timeliness of visits.']);
    assert.deepEqual(answers('recommendation', 'R1', 0, 'report'), ['F1 The timeliness of visits.']);
    assert.deepEqual(answers('action', 'A9'), []);
  });
});

describe('semantic tokens', () => {
  const plan = `//- /northmere/visit.plan.md
---
type: action-plan
status-scale: rag
as-at: 2026-06-01
---

## Areas for improvement

- **F1** The timeliness of visits, and the road R2.

## **A9** Actions

| Ref | Addresses | Action | Owner | Due | Status |
|---|---|---|---|---|---|
| A1 | F1 | Visit [insert who] | Head of Assessment | 31 March 2026 | red |
| A2 | F1 | Train | Head of Assessment | 31 March 2026 | green |
| A3 | F7 | Write | Head of Assessment | 31 July 2026 | Amber |

## Anything else
`;
  const tokensIn = async (source: string): Promise<string[]> => {
    const snapshot = await snapshotOf(worldOf(source));
    const lines = snapshot.view.text.split('\n');
    return semanticTokens(snapshot).map(
      ({ kind, modifier, line, character, length }) =>
        `${line + 1} ${kind}${modifier ? `.${modifier}` : ''} “${lines[line]!.slice(character, character + length)}”`,
    );
  };

  it('are labels of the response, statuses, dates that have passed, headings with a role and placeholders', async () => {
    assert.deepEqual(await tokensIn(plan), [
      '7 section “Areas for improvement”',
      '9 label.definition “F1”',
      '11 label.definition “A9”',
      '11 section “Actions”',
      '15 label.definition “A1”',
      '15 label “F1”',
      '15 placeholder “[insert who]”',
      '15 overdue “31 March 2026”',
      '15 status.off-track “red”',
      '16 label.definition “A2”',
      '16 label “F1”',
      '16 status.on-track “green”',
      '17 label.definition “A3”',
      '17 status.at-risk “Amber”',
    ]);
  });

  it('call no date late in a plan that does not say how far its actions are', async () => {
    const silent = plan.replaceAll(/ \| (?:red|green|Amber) \|/g, ' |  |');
    assert.ok(!(await tokensIn(silent)).some((token) => token.includes('overdue')));
  });

  it('after a keystroke are read anew for its block only, in a document of a megabyte', async function () {
    const text = report(1_000_000);
    const world = worldOf(text);
    const first = semanticTokens(await snapshotOf(world));
    assert.ok(first.length > 1000);
    const offset = text.indexOf(' ', text.length / 2);
    world.service.change(world.address, 2, [{ span: { start: offset, end: offset }, newText: 'x' }]);
    const snapshot = await snapshotOf(world);
    const before = tokenCost.blocks;
    const second = semanticTokens(snapshot);
    assert.equal(second.length, first.length);
    assert.ok(tokenCost.blocks - before <= 3, `${tokenCost.blocks - before} blocks`);
  });

  it('of a range are those of its blocks', async () => {
    const world = worldOf(plan);
    const snapshot = await snapshotOf(world);
    const at = snapshot.view.text.indexOf('| A2 |');
    assert.deepEqual(
      semanticTokens(snapshot, { start: at, end: at + 3 }).map(({ line }) => line + 1),
      [16, 16, 16],
    );
  });
});
