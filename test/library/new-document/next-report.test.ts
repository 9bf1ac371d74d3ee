import assert from 'node:assert/strict';
import { findingsOfLetter, nextReport, onlyPlan } from '../../../server/src/language/new-document/next-report.ts';
import type { DocumentFacts } from '../../../server/src/language/response/facts.ts';
import { factsOf } from '../../../server/src/language/response/facts-of.ts';
import { findingsOf, snapshotOf, worldOf } from '../harness.ts';

const last = `//- /n/march.report.md
---
type: committee-report
house-style: generic
title: Answer to the visit
body: [Cabinet, Council]
meeting-date: [2026-03-10, 2026-03-17]
published: 2026-03-02
key-decision: no
contact: { name: Northmere Improvement, phone: 01632 960140 }
inspection: { inspectorate: Ofsted, received: 2026-02-19 }
---
# Answer to the visit

## Contact

Northmere Improvement, 01632 960140
`;
const letter = `//- /n/visit.letter.md
---
type: inspection-letter
---
## Areas for priority action

- **P1** The time that children wait for a visit

## Areas for improvement

- **F1** The quality of *plans*
- **F2** Supervision
`;
const plan = (status: string): string =>
  `//- /n/visit.plan.md\n---\ntype: action-plan\nstatus-scale: rag\nas-at: 2026-0${status === 'amber' ? 3 : 6}-01\n---\n## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Quality\n  - Due: 31 July 2026\n  - Status: ${status}\n`;
const factsIn = async (source: string): Promise<DocumentFacts> => factsOf((await snapshotOf(worldOf(source))).model);

describe('the next report', () => {
  const made = async (earlier: boolean) => {
    const { model } = await snapshotOf(worldOf(last));
    const findings = findingsOfLetter([await factsIn(letter), await factsIn(plan('complete'))]);
    return nextReport(
      { last: model, plan: await factsIn(plan('complete')), earlierPlan: earlier ? await factsIn(plan('amber')) : null, findings },
      model.context.houseStyle,
    );
  };

  it('has the header of the last one, with the meeting to be filled in, and what changed', async () => {
    const text = await made(true);
    assert.match(text, /^title: Answer to the visit$/m);
    assert.match(text, /^body:\n {2}- Cabinet\n {2}- Council$/m);
    assert.match(text, /^meeting-date: "\[date of the meeting\]"$/m);
    assert.match(text, /^ {2}phone: 01632 960140$/m);
    assert.match(text, /^ {2}received: 2026-02-19$/m);
    assert.match(text, /## Progress since 1 March 2026\n[^]*### Completed\n\n- A1 Review all plans \(Head of Quality\)\n/);
    assert.ok(text.indexOf('## Progress') > text.indexOf('## Background') && text.indexOf('## Progress') < text.indexOf('## Implications'));
  });

  it('gives the statuses where the earlier plan is not at hand', async () => {
    assert.match(
      await made(false),
      /## Progress\n\nThe plan has 1 action\. \[What has changed since the last report\]\n\n\| Status \| Actions \|\n\| --- \| ---: \|\n\| Complete \| 1 \|\n/,
    );
  });

  it('repeats what the inspectors found, and whom the last one says to ask', async () => {
    const text = await made(false);
    assert.match(text, /## Areas for improvement\n\n- \*\*F1\*\* The quality of plans\n- \*\*F2\*\* Supervision\n\n/);
    assert.match(text, /## Contact\n\nNorthmere Improvement, 01632 960140\n$/);
    assert.deepEqual(
      (await findingsOf(`//- /n/june.report.md\n${text}\n${letter}`)).filter((line) => line.includes('misquoted')),
      [],
    );
  });

  it('asks for what the last one has not got either', async () => {
    const { model } = await snapshotOf(worldOf(last.replace('Northmere Improvement, 01632 960140\n', '[Name], [telephone]\n')));
    const text = nextReport(
      {
        last: model,
        plan: await factsIn(plan('amber')),
        earlierPlan: null,
        findings: findingsOfLetter([await factsIn(letter), await factsIn(letter)]),
      },
      model.context.houseStyle,
    );
    assert.match(
      text,
      /## Areas for improvement\n\n- \*\*F1\*\* \[The area for improvement/,
      'of two letters nobody can tell which is meant',
    );
    assert.match(text, /## Contact\n\n\[Name\], \[post\]/);
  });

  it('is read as a report, and what must be written is reported as still to be filled in', async () => {
    const reports = await findingsOf(`//- /n/june.report.md\n${await made(false)}`);
    assert.ok(
      reports.some((line) => line.includes('date of the meeting')),
      reports.join('\n'),
    );
    assert.ok(reports.some((line) => line.includes('What has changed since the last report') && line.endsWith('structure/placeholder')));
  });

  it('is about the one plan of the response', async () => {
    const one = await factsIn(plan('amber'));
    assert.deepEqual([onlyPlan([]), onlyPlan([one]), onlyPlan([one, one])], ['none', one, 'several']);
  });
});
