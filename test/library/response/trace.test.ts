import assert from 'node:assert/strict';
import { responsesAmong } from '../../../server/src/language/response/among.ts';
import type { DocumentFacts } from '../../../server/src/language/response/facts.ts';
import { filterTrace, traceResponse, type Trace } from '../../../server/src/language/response/trace.ts';
import { snapshotOf, worldOf } from '../harness.ts';

const documentsOf = async (source: string): Promise<readonly DocumentFacts[]> => (await snapshotOf(worldOf(source))).response!.documents;
const traceOf = async (source: string, asAt = '2026-06-01'): Promise<Trace> => traceResponse(await documentsOf(source), asAt);

/** `F1 > A1 [R1] {M1} !gap`, a line for each row. */
const told = (trace: Trace): readonly string[] =>
  trace.rows.map(({ finding, recommendations, action, measures, gaps }) => {
    const name = (one: { label: { text: string } | null; text: string }) => one.label?.text ?? one.text;
    return [
      finding === null ? '-' : name(trace.findings[finding]!),
      '>',
      action === null ? '-' : name(trace.actions[action]!),
      ...(recommendations.length > 0
        ? [
            `[${recommendations.map((place) => `${name(trace.recommendations[place]!)} ${trace.recommendations[place]!.decision}`).join(', ')}]`,
          ]
        : []),
      ...(measures.length > 0 ? [`{${measures.map((place) => name(trace.measures[place]!)).join(', ')}}`] : []),
      ...gaps.map(({ kind }) => `!${kind}`),
    ].join(' ');
  });
const gapsOf = ({ gaps }: Trace): readonly string[] => gaps.map(({ kind, message }) => `${kind}: ${message}`);

const letter = `//- /n/visit.letter.md
## Areas for priority action

- **P1** Supervision of social workers

## Areas for improvement

- **F1** The quality of plans
- **F2** The timeliness of visits

## Strengths

- **S1** Managers know their teams
`;
const plan = (rows: string): string => `//- /n/plan.plan.md
---
type: action-plan
status-scale: rag
---
## Actions

| Ref | Addresses | Action | Owner | Due | Measure | Status |
| --- | --- | --- | --- | --- | --- | --- |
${rows}
`;
const whole = plan(
  '| A1 | P1, F1 | Review all plans | Head of Assessment | 31 July 2026 | Plans judged good, from 40% to 80% by 31 July 2026 | amber |\n| A2 | F2 | Visit on time | Head of Assessment | 30 June 2026 | Visits on time, from 60% to 90% by 30 June 2026 | green |',
);

describe('traceability', () => {
  it('ties findings, actions and measures together; a strength asks for nothing', async () => {
    const trace = await traceOf(letter + whole);
    assert.deepEqual(told(trace), [
      'P1 > A1 {Plans judged good, from 40% to 80% by 31 July 2026}',
      'F1 > A1 {Plans judged good, from 40% to 80% by 31 July 2026}',
      'F2 > A2 {Visits on time, from 60% to 90% by 30 June 2026}',
    ]);
    assert.deepEqual(gapsOf(trace), []);
  });

  it('puts gaps first: a finding without action, an action without source, owner, date or measure, a label that nothing has', async () => {
    const trace = await traceOf(
      letter +
        plan(
          '| A1 | P1 | Review all plans | Head of Assessment | 31 July 2026 | Plans judged good | amber |\n| A2 | | Visit on time | | | | |\n| A3 | F9 | Train managers | Head of Quality | 1 July 2026 | Managers trained | green |\n| A4 | F1 | Done before | | | | complete |',
        ),
    );
    assert.deepEqual(told(trace), [
      'F2 > - !finding-without-action',
      '- > A2 !action-without-source !action-without-owner !action-without-due !action-without-measure',
      '- > A3 {Managers trained} !unknown-label',
      'P1 > A1 {Plans judged good}',
      'F1 > A4',
    ]);
    assert.deepEqual(gapsOf(trace), [
      'finding-without-action: No action addresses F2 (“The timeliness of visits”).',
      'action-without-source: A2 (“Visit on time”) does not say which finding it answers.',
      'action-without-owner: A2 (“Visit on time”) has no owner.',
      'action-without-due: A2 (“Visit on time”) has no due date.',
      'action-without-measure: A2 (“Visit on time”) has no measure.',
      'unknown-label: Nothing in this response is labelled F9, which A3 addresses.',
    ]);
  });

  it('says once that there is no plan, or that a plan names no findings', async () => {
    assert.deepEqual(
      (await traceOf(letter)).gaps.map(({ kind }) => kind),
      ['no-plan'],
    );
    assert.deepEqual(
      (
        await traceOf(letter + plan('| A1 | | Review all plans | Head of Assessment | 31 July 2026 | Plans judged good | amber |'))
      ).gaps.map(({ kind }) => kind),
      ['untraced-plan'],
    );
    assert.deepEqual(
      (
        await traceOf(
          '//- /n/plan.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n',
        )
      ).gaps,
      [],
    );
  });

  it('counts a finding that plan and report repeat once, and takes its place from the letter', async () => {
    const trace = await traceOf(
      `${whole}//- /n/report.report.md\n## Areas for improvement\n\n- **F1** The quality of plans\n- The timeliness of visits.\n${letter}`,
    );
    assert.deepEqual(
      trace.findings.map(({ label, address }) => [label?.text, address]),
      ['P1', 'F1', 'F2', 'S1'].map((label) => [label, 'file:///n/visit.letter.md']),
    );
  });

  it('a label that a plan gives to a finding of the letter is that finding’s', async () => {
    const trace = await traceOf(
      `//- /n/visit.letter.md\n## Areas for improvement\n\n- The quality of plans\n//- /n/a.plan.md\n## Areas for improvement\n\n- **F1** The quality of plans\n\n## Actions\n\n- **A1** Review\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n  - Addresses: F1\n`,
    );
    assert.deepEqual(told(trace), ['F1 > A1']);
  });

  it('two inspections with the same labels: an action answers the one that its plan responds to', async () => {
    const second = (name: string, text: string) => `//- /n/${name}.letter.md\n## Areas for improvement\n\n- **F1** ${text}\n`;
    const answer = (name: string) =>
      `//- /n/${name}.plan.md\n---\ntype: action-plan\nresponds-to: ${name}.letter.md\n---\n## Actions\n\n- **A1** Answer the ${name}\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n  - Addresses: F1\n`;
    const trace = await traceOf(second('autumn', 'Plans') + second('spring', 'Visits') + answer('autumn') + answer('spring'));
    assert.deepEqual(
      trace.rows.map(({ finding, action }) => `${trace.findings[finding!]!.text}: ${trace.actions[action!]!.text}`),
      ['Plans: Answer the autumn', 'Visits: Answer the spring'],
    );
    assert.deepEqual(trace.gaps, []);
  });

  it('documents that respond to each other in a circle are traced all the same', async () => {
    const trace = await traceOf(
      '//- /n/a.plan.md\n---\ntype: action-plan\nresponds-to: ../m/b.plan.md\n---\n## Areas for improvement\n\n- **F1** Plans\n\n## Actions\n\n- **A1** Review\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n  - Addresses: F1\n//- /m/b.plan.md\n---\ntype: action-plan\nresponds-to: ../n/a.plan.md\n---\n',
    );
    assert.deepEqual(told(trace), ['F1 > A1']);
  });

  it('finds the measures of an action: by its label, by its words, and in the table of measures', async () => {
    const measures =
      '//- /n/plan.plan.md\n## Areas for improvement\n\n- **F1** The quality of plans\n\n## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n  - Addresses: F1\n  - Measure: see M1\n- **A2** Train all managers\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n  - Addresses: F1\n\n## Measures\n\n| Ref | Measure | Baseline | Target | By |\n| --- | --- | --- | --- | --- |\n| M1 | Plans judged good | 40% | 80% | 31 July 2026 |\n| M2 | Managers trained, from A2 | 0% | 100% | 31 July 2026 |\n| M3 | Visits on time | 60% | 90% | 31 July 2026 |\n';
    assert.deepEqual(told(await traceOf(measures)), ['F1 > A1 {see M1, M1}', 'F1 > A2 {M2}', '- > - {M3}']);
  });

  describe('recommendations', () => {
    const report = (recommendations: string) =>
      `//- /n/july.report.md\n---\ntype: committee-report\nbody: Cabinet\nmeeting-date: 2026-07-01\n---\n## Recommendations\n\n${recommendations}\n`;
    const three = report(
      '- **R1** That Cabinet approves the plan.\n- **R2** That Cabinet asks for a report in October, which speaks of F1.\n- **R3** That Cabinet delegates the final wording to the Director.',
    );
    const minutes = (resolved: string) =>
      `//- /n/july.minutes.md\n---\ntype: minutes\nbody: Cabinet\nmeeting-date: 2026-07-01\n---\n## Resolved\n\n${resolved}\n`;
    const decisions = async (source: string, asAt?: string) =>
      (await traceOf(source, asAt)).recommendations.map(({ label, decision }) => `${label?.text} ${decision}`);

    it('are to come before their meeting, and without record where no minutes are here', async () => {
      assert.deepEqual(await decisions(three, '2026-06-01'), ['R1 to come', 'R2 to come', 'R3 to come']);
      assert.deepEqual(await decisions(three, '2026-08-01'), ['R1 no record', 'R2 no record', 'R3 no record']);
    });
    it('are decided by label, by number, all together, or in the committee’s own words', async () => {
      assert.deepEqual(await decisions(three + minutes('1. That R1 be approved.\n2. That R2 and R3 be approved.')), [
        'R1 decided',
        'R2 decided',
        'R3 decided',
      ]);
      assert.deepEqual(await decisions(three + minutes('That the recommendations be agreed.')), ['R1 decided', 'R2 decided', 'R3 decided']);
      assert.deepEqual(await decisions(three + minutes('That recommendations 1 and 3 be agreed.')), [
        'R1 decided',
        'R2 not decided',
        'R3 decided',
      ]);
      assert.deepEqual(
        await decisions(
          three +
            minutes(
              '1. That the plan be approved by Cabinet.\n2. That a report come in October.\n3. That something else be done about the road.',
            ),
        ),
        ['R1 decided', 'R2 decided', 'R3 no record'],
      );
    });
    it('one that the minutes pass over is a gap, told with the finding that it is about', async () => {
      const trace = await traceOf(letter + whole + three + minutes('That recommendations 1 and 3 be agreed.'));
      assert.deepEqual(told(trace).slice(0, 1), [
        'F1 > A1 [R2 not decided] {Plans judged good, from 40% to 80% by 31 July 2026} !recommendation-not-decided',
      ]);
      assert.deepEqual(gapsOf(trace), [
        'recommendation-not-decided: The minutes record no decision on R2 (“That Cabinet asks for a report in October, which speaks of …”).',
      ]);
    });
    it('minutes of another meeting, or of another body, decide nothing', async () => {
      assert.deepEqual(await decisions(three + minutes('That R1 be approved.').replace('2026-07-01', '2026-07-02'), '2026-08-01'), [
        'R1 no record',
        'R2 no record',
        'R3 no record',
      ]);
      assert.deepEqual(await decisions(three + minutes('That R1 be approved.').replace('Cabinet', 'Council'), '2026-08-01'), [
        'R1 no record',
        'R2 no record',
        'R3 no record',
      ]);
    });
  });

  describe('dates', () => {
    const late = (asAt: string, status: string) =>
      traceOf(
        letter +
          plan(
            `| A1 | P1 | Review all plans | Head of Assessment | 31 July 2026 | Plans | ${status} |\n| A2 | F1, F2 | Visit | Head of Quality | 31 December 2026 | Visits | amber |`,
          ),
        asAt,
      ).then(({ actions }) => [actions[0]!.late, actions[0]!.isDueSoon]);
    it('what is red or amber is overdue the day after; green cannot be told; complete is not late', async () => {
      assert.deepEqual(await late('2026-07-31', 'red'), [null, true]);
      assert.deepEqual(await late('2026-08-01', 'red'), ['overdue', false]);
      assert.deepEqual(await late('2026-08-01', 'green'), ['date passed', false]);
      assert.deepEqual(await late('2026-08-01', 'complete'), [null, false]);
      assert.deepEqual(await late('2026-07-20', 'complete'), [null, false]);
      assert.deepEqual(await late('2026-06-20', 'amber'), [null, false]);
    });
    it('are judged as at the day that the plan speaks of, unless a day is asked for', async () => {
      const documents = await documentsOf(letter + whole.replace('status-scale: rag', 'status-scale: rag\nas-at: 2026-02-01'));
      assert.equal(traceResponse(documents, '2026-12-01').actions[0]!.late, null);
      assert.equal(traceResponse(documents, '2026-12-01', '2026-12-01').actions[0]!.late, 'overdue');
    });
  });

  it('shows what a filter lets through', async () => {
    const trace = await traceOf(
      letter +
        plan(
          '| A1 | P1 | Review | Head of Assessment | 31 May 2026 | Plans | red |\n| A2 | F1 | Visit | Head of Quality | 31 July 2026 | Visits | amber |\n| A3 | | Train | Head of Quality | 30 June 2026 | Trained | |',
        ),
    );
    const shown = (filter: Parameters<typeof filterTrace>[1]) =>
      filterTrace(trace, filter).rows.map(({ action }) => trace.actions[action!]!.label!.text);
    assert.deepEqual(shown({ owner: 'quality' }), ['A3', 'A2']);
    assert.deepEqual(shown({ status: 'RED' }), ['A1']);
    assert.deepEqual(shown({ status: 'none' }), ['A3']);
    assert.deepEqual(shown({ dueBefore: '2026-07-31' }), ['A3', 'A1']);
    assert.deepEqual(shown({ overdue: true }), ['A1']);
    assert.deepEqual(
      filterTrace(trace, { owner: 'quality' }).gaps.map(({ kind }) => kind),
      ['action-without-source'],
    );
    assert.equal(filterTrace(trace, {}), trace);
  });

  it('a folder holds as many responses as nothing ties together', async () => {
    const documents = await Promise.all(
      [
        '//- /a/x.letter.md\n## Strengths\n\n- S\n',
        '//- /b/y.plan.md\n---\nresponds-to: ../a/x.letter.md\n---\n',
        '//- /c/z.plan.md\n# Plan\n',
      ].map(async (source) => (await documentsOf(source))[0]!),
    );
    assert.deepEqual(
      responsesAmong(documents).map((response) => response.map(({ address }) => address)),
      [['file:///a/x.letter.md', 'file:///b/y.plan.md'], ['file:///c/z.plan.md']],
    );
  });
});
