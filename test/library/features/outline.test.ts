import assert from 'node:assert/strict';
import { documentSymbols, type DocumentSymbol } from '../../../server/src/language/features/outline/document-symbol.ts';
import { foldingRanges } from '../../../server/src/language/features/outline/folding-range.ts';
import { rules } from '../../../server/src/language/rules/index.ts';
import { snapshotOf, worldOf } from '../harness.ts';

const outlineOf = async (source: string): Promise<string> => {
  const lines: string[] = [];
  const write = (symbols: readonly DocumentSymbol[], depth: number): void => {
    for (const { name, kind, children } of symbols) {
      lines.push(`${'  '.repeat(depth)}${kind}: ${name}`);
      write(children, depth + 1);
    }
  };
  write(documentSymbols(await snapshotOf(worldOf(source))), 0);
  return lines.join('\n');
};

const foldsOf = async (source: string): Promise<string[]> => {
  const snapshot = await snapshotOf(worldOf(source));
  const lines = snapshot.view.text.split('\n');
  return foldingRanges(snapshot).map(
    ({ startLine, endLine, kind }) => `${lines[startLine]} … ${lines[endLine]}${kind ? ` (${kind})` : ''}`,
  );
};

describe('the outline', () => {
  it('holds sections inside sections, and what stands in them', async () => {
    assert.equal(
      await outlineOf(`//- /x.report.md
---
type: committee-report
---

# Visit to Northmere

## 1. Summary

In short.

## 2. Recommendations

The Panel is asked to:

- **R1** note the letter;
- **R2** consider the plan.

### 2.1 Reasons

None.

## Background
`),
      `title: Visit to Northmere
  section: 1 Summary
  section: 2 Recommendations
    recommendation: R1 note the letter;
    recommendation: R2 consider the plan.
    section: 2.1 Reasons
  section: Background`,
    );
  });

  it('shows actions under the finding that they answer, and measures under their action', async () => {
    assert.equal(
      await outlineOf(`//- /x.plan.md
---
type: action-plan
---

## Actions

### **F1** The timeliness of visits

- **A1** Visit every child
  - Owner: Head of Assessment
  - Measure: visits on time from 50% to 90% by 31 July 2026
- **A2** Train

## Areas for improvement

- **F3** Planning.
  - **A4** Plan
    - Owner: Head of Assessment
`),
      `section: Actions
  section: F1 The timeliness of visits
    action: A1 Visit every child
      measure: visits on time from 50% to 90% by 31 July 2026
    action: A2 Train
section: Areas for improvement
  finding: F3 Planning.
    action: A4 Plan`,
    );
  });

  it('keeps its entries inside one another, and names never empty and never long, in every example of every rule', async () => {
    const check = (symbols: readonly DocumentSymbol[], from: number, to: number): void => {
      for (const { name, span, selection, children } of symbols) {
        assert.ok(from <= span.start && span.start <= selection.start && selection.end <= span.end && span.end <= to, name);
        assert.ok(name.length > 0 && name.length <= 80);
        check(children, span.start, span.end);
      }
    };
    for (const { examples } of rules) {
      for (const { text } of [...examples.valid, ...examples.invalid]) {
        const snapshot = await snapshotOf(worldOf(text));
        check(documentSymbols(snapshot), 0, snapshot.view.text.length);
        const last = snapshot.view.position(snapshot.view.text.length).line;
        for (const { startLine, endLine } of foldingRanges(snapshot)) assert.ok(0 <= startLine && startLine < endLine && endLine <= last);
      }
    }
  });
});

describe('folding', () => {
  it('folds front matter, sections, lists, items, tables, quotations, code and comments, without the blank lines behind them', async () => {
    assert.deepEqual(
      (
        await foldsOf(`---
type: minutes
---

# Notes

## One

- first
  more
- second

## Two

| a | b |
|---|---|
| 1 | 2 |

> said
> so

<!-- a
comment -->

~~~
code
~~~

`)
      ).toSorted(),
      [
        '## One … - second',
        '## Two … ~~~',
        '--- … --- (region)',
        '- first …   more',
        '- first … - second',
        '<!-- a … comment --> (comment)',
        '> said … > so',
        '| a | b | … | 1 | 2 |',
        '~~~ … ~~~',
      ].toSorted(),
    );
  });
});
