import assert from 'node:assert/strict';
import fc from 'fast-check';
import { insertProgress } from '../../../server/src/language/features/when-asked/insert-progress.ts';
import { progressSection } from '../../../server/src/language/new-document/progress-section.ts';
import { compareDocuments } from '../../../server/src/language/response/compare.ts';
import { factsOf } from '../../../server/src/language/response/facts-of.ts';
import { applyEdits } from '../../../server/src/language/text/span.ts';
import { snapshotOf, worldOf } from '../harness.ts';

const header = '---\ntype: committee-report\nhouse-style: generic\ntitle: Answer to the visit\n---\n\n# Answer to the visit\n\n';
const sections = (...names: readonly string[]): string =>
  `${header}${names.map((name) => `## ${name}\n\nText of ${name.toLowerCase()}.\n`).join('\n')}`;

/** The report with the section, and what was said of it. */
async function inserted(
  report: string,
  section: (level: number) => string = (level) =>
    `${'#'.repeat(level)} Progress since 1 March 2026\n\nThere are 3 actions, as many as on 1 March 2026. None of them has changed.\n`,
): Promise<{ readonly text: string; readonly replaces: string | null; readonly keeps: boolean }> {
  const { view } = await snapshotOf(worldOf(report));
  const { edit, replaces, keeps } = insertProgress(view, section);
  return { text: applyEdits(report, [edit]), replaces, keeps };
}

const headingsOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.startsWith('#'))
    .slice(1);

describe('what changed, put into a report', () => {
  it('stands before what comes behind progress in every report', async () => {
    assert.deepEqual(
      headingsOf((await inserted(sections('Summary', 'Recommendations', 'Background', 'Implications', 'Next steps'))).text),
      ['## Summary', '## Recommendations', '## Background', '## Progress since 1 March 2026', '## Implications', '## Next steps'],
    );
    const { text } = await inserted(sections('Summary', 'Appendices'));
    assert.match(text, /Text of summary\.\n\n## Progress since 1 March 2026\n\nThere are [^\n]*\n\n## Appendices\n/);
  });

  it('stands inside the report’s own section on progress, behind what that says', async () => {
    const { text, replaces } = await inserted(sections('Summary', 'Progress', 'Implications'));
    assert.match(text, /## Progress\n\nText of progress\.\n\n### Progress since 1 March 2026\n\nThere are [^\n]*\n\n## Implications/);
    assert.equal(replaces, null);
  });

  it('stands at the end where nothing tells', async () => {
    assert.match((await inserted(sections('Summary'))).text, /Text of summary\.\n\n## Progress since 1 March 2026\n\n[^\n]*\n$/);
    assert.match((await inserted('Words alone.')).text, /^Words alone\.\n\n## Progress since 1 March 2026\n/);
    assert.match((await inserted('')).text, /^## Progress since 1 March 2026\n/);
  });

  it('takes the line endings of the report', async () => {
    const { text } = await inserted(sections('Summary', 'Implications').replaceAll('\n', '\r\n'));
    assert.doesNotMatch(text, /[^\r]\n/);
  });

  const plan = (rows: string): string =>
    `//- /x.plan.md\n---\ntype: action-plan\nstatus-scale: rag\nas-at: 2026-03-01\n---\n\n## Actions\n\n| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n${rows}\n`;
  const factsIn = async (rows: string) => factsOf((await snapshotOf(worldOf(plan(rows)))).model);
  const progress = async (before: string, now: string) => {
    const comparison = compareDocuments(await factsIn(before), await factsIn(now));
    return (level: number) => progressSection(comparison, level);
  };
  const first =
    '| A1 | Review all plans | Head of Quality | 31 May 2026 | amber |\n| A2 | Train managers | Head of Audit | 31 May 2026 | amber |';
  const second =
    '| A1 | Review all plans | Head of Quality | 31 May 2026 | complete |\n| A2 | Train managers | Head of Audit | 30 June 2026 | amber |\n| A3 | Write a guide | Head of Audit | 31 July 2026 | green |';

  it('takes the place of what was put in before, whole', async () => {
    const report = sections('Summary', 'Implications');
    const once = await inserted(report, await progress(first, second));
    assert.match(once.text, /### Completed/);
    const again = await inserted(once.text, await progress(second, first));
    assert.equal(again.replaces, 'Progress since 1 March 2026');
    assert.equal(again.keeps, false);
    assert.doesNotMatch(again.text, /### Completed/);
    assert.equal((await inserted(again.text, await progress(first, second))).text, once.text, 'there and back');
    assert.equal((await inserted(once.text, await progress(first, second))).text, once.text, 'the same again');
  });

  it('keeps what somebody wrote into that section', async () => {
    const once = (await inserted(sections('Summary', 'Progress', 'Implications'), await progress(first, second))).text;
    const edited = once
      .replace('#### Completed', 'The Board was pleased.\n\n| Month | Visits |\n| --- | --- |\n| May | 4 |\n\n#### Completed')
      .replace('\n## Implications', '\n#### What families say\n\n- They are heard.\n\nAnd more.\n\n## Implications');
    const { text, keeps } = await inserted(edited, await progress(first, second));
    assert.equal(keeps, true);
    for (const words of ['The Board was pleased.', '| May | 4 |', '#### What families say', '- They are heard.', 'And more.'])
      assert.equal(text.split(words).length, 2, words);
    assert.equal(text.split('#### Completed').length, 2);
    assert.match(text, /And more\.\n\n## Implications\n/);
  });

  it('takes the place of what a report that was just begun asks for', async () => {
    const report = sections('Summary', 'Implications').replace(
      '## Implications',
      '## Progress\n\nThe plan has 3 actions. [What has changed since the last report]\n\n| Status | Actions |\n| --- | ---: |\n| Green | 3 |\n\n## Implications',
    );
    const { text, replaces } = await inserted(report);
    assert.equal(replaces, 'Progress');
    assert.deepEqual(headingsOf(text), ['## Summary', '## Progress since 1 March 2026', '## Implications']);
    assert.doesNotMatch(text, /Green|What has changed/);
  });

  it('loses no line that somebody wrote, wherever in the section it stands', async () => {
    const once = (await inserted(sections('Summary', 'Implications'), await progress(first, second))).text;
    const lines = once.split('\n');
    const from = lines.findIndex((line) => line.startsWith('## Progress since'));
    const to = lines.findIndex((line) => line.startsWith('## Implications'));
    const section = await progress(first, second);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: from + 1, max: to - 1 }), async (at) => {
        // Between two blocks; inside a table or list it would become a part of that.
        fc.pre(lines[at] === '');
        const edited = [...lines.slice(0, at), '', 'Written by hand.', '', ...lines.slice(at)].join('\n');
        assert.equal((await inserted(edited, section)).text.split('Written by hand.').length, 2);
      }),
      { numRuns: 20 },
    );
  });
});
