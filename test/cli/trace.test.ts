import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { traceAsHtml } from '../../server/src/reporting/trace-html.ts';
import { matchesGolden } from '../golden.ts';
import { buildWhereStale, inTemporaryFolder, repository, run } from './command.ts';

const examples = join(repository, 'examples');
interface Row {
  readonly gaps: readonly string[];
  readonly finding: { readonly label: string } | null;
  readonly action: { readonly label: string } | null;
}
interface Traced {
  readonly responses: readonly {
    readonly title: string;
    readonly documents: readonly { readonly file: string }[];
    readonly gaps: readonly { readonly kind: string; readonly file: string; readonly line: number }[];
    readonly rows: readonly Row[];
  }[];
}

const letter = '# Letter\n\n## Areas for improvement\n\n- **F1** The quality of plans\n';
const plan = (action: string, due = '31 July 2026'): string =>
  `---\ntype: action-plan\nstatus-scale: rag\n---\n\n## Actions\n\n| Ref | Addresses | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- | --- |\n| A1 | F1 | ${action} | Head of Quality | ${due} | amber |\n`;

describe('trace on the command line', function () {
  before(buildWhereStale);

  for (const [format, ending] of [
    ['text', 'txt'],
    ['json', 'json'],
    ['csv', 'csv'],
    ['html', 'html'],
  ] as const) {
    it(`${format}: the examples, whole`, async () => {
      const { code, stdout, stderr } = await run(['trace', '.', '--as-at', '2026-05-01', '--format', format], { cwd: examples });
      assert.equal(stderr, '');
      assert.equal(code, 1);
      matchesGolden(stdout.replaceAll('\r\n', '\n'), `trace/examples.${ending}`);
    });
  }

  it('a file leads to its whole response; ends with 0 where there are no gaps', async () => {
    const { code, stdout } = await run(['trace', 'northmere/northmere-focused-visit.letter.md', '--format', 'json'], { cwd: examples });
    assert.equal(code, 0);
    const { responses } = JSON.parse(stdout) as Traced;
    assert.deepEqual(
      responses.map(({ documents }) => documents.length),
      [5],
    );
    assert.ok(responses[0]!.documents.every(({ file }) => file.startsWith('northmere/')));
  });

  it('tells the line of each gap, and rows with gaps come first', async () => {
    const { stdout } = await run(['trace', 'with-warnings', '--format', 'json'], { cwd: examples });
    const [response] = (JSON.parse(stdout) as Traced).responses;
    for (const { kind, file, line } of response!.gaps) {
      const text = (await readFile(join(examples, file), 'utf8')).split('\n')[line - 1]!;
      assert.match(text, kind === 'finding-without-action' ? /\*\*F2\*\*/ : /^\| A\d/);
    }
    const withGaps = response!.rows.map(({ gaps }) => gaps.length > 0);
    assert.deepEqual(
      withGaps,
      withGaps.toSorted((a, b) => Number(b) - Number(a)),
    );
  });

  it('filters by owner, status, date and what is overdue', async () => {
    const labels = async (...filter: string[]) => {
      const { stdout } = await run(['trace', 'northmere', '--format', 'json', '--as-at', '2026-05-01', ...filter], { cwd: examples });
      return (JSON.parse(stdout) as Traced).responses.flatMap(({ rows }) => rows.map(({ action }) => action!.label)).join(' ');
    };
    assert.equal(await labels('--owner', 'business'), 'A7 A8');
    assert.equal(await labels('--status', 'Amber'), 'A6');
    assert.equal(await labels('--due-before', '2026-03-31'), 'A1');
    assert.equal(await labels('--overdue'), 'A2 A4 A5 A10');
    assert.equal(await labels('--overdue', '--owner', 'out-of-hours'), 'A10');
  });

  it('says what it leaves out, so that nobody takes a part for the whole', async () => {
    const asked = async (format: string, ...filter: string[]) =>
      (await run(['trace', 'with-warnings', '--format', format, ...filter], { cwd: examples })).stdout;
    const part = 'Only actions whose owner has “fostering” in the name, whose status is “purple” and that are due before 1 July 2026.';
    const filter = ['--owner', 'fostering', '--status', 'purple', '--due-before', '2026-07-01'];
    assert.ok((await asked('text', ...filter)).includes(`\n${part}\n1 gap among them\n`));
    assert.ok((await asked('html', ...filter)).includes(`<p>As at 14 April 2026. ${part} 1 gap among them.</p>`));
    assert.ok((await asked('text', '--status', 'none')).includes('Only actions that have no status.\nThere are none\n'));
    assert.doesNotMatch(await asked('text'), /Only actions/);
  });

  it('a folder in which two responses lie gives both, and a plan elsewhere belongs to the letter that it names', () =>
    inTemporaryFolder(async (cwd) => {
      for (const folder of ['a', 'b', 'c']) await mkdir(join(cwd, folder));
      await writeFile(join(cwd, 'a', 'one.letter.md'), letter);
      await writeFile(
        join(cwd, 'b', 'one.plan.md'),
        plan('Review').replace('type: action-plan', 'type: action-plan\nresponds-to: ../a/one.letter.md'),
      );
      await writeFile(join(cwd, 'c', 'two.plan.md'), plan('Visit'));
      const { stdout } = await run(['trace', '.', '--format', 'json'], { cwd });
      assert.deepEqual(
        (JSON.parse(stdout) as Traced).responses.map(({ documents }) => documents.map(({ file }) => file.replaceAll('\\', '/'))),
        [['a/one.letter.md', 'b/one.plan.md'], ['c/two.plan.md']],
      );
    }));

  it('text that a spreadsheet would run is only text in the CSV, and tags are only text in the page', () =>
    inTemporaryFolder(async (cwd) => {
      await writeFile(join(cwd, 'x.letter.md'), letter);
      await writeFile(join(cwd, 'x.plan.md'), plan('=SUM(A1, A2) & "more" \\<script>'));
      const csv = await run(['trace', 'x.plan.md', '--format', 'csv'], { cwd });
      assert.ok(csv.stdout.startsWith('\uFEFFResponse,'));
      assert.ok(csv.stdout.includes(`,"'=SUM(A1, A2) & ""more"" <script>",`), csv.stdout);
      const html = await run(['trace', 'x.plan.md', '--format', 'html'], { cwd });
      assert.doesNotMatch(html.stdout, /<script/);
      assert.ok(html.stdout.includes('=SUM(A1, A2) &#38; &#34;more&#34; &#60;script&#62;'), html.stdout);
    }));

  it('the page needs nothing from elsewhere, and its tables have captions and headings', () => {
    const page = traceAsHtml({ traces: [], filter: {}, place: () => ({ file: '', line: 1 }) });
    assert.match(page, /No response was found/);
    assert.doesNotMatch(page, /https?:|src=/);
  });

  it('what stands in the way is told, with 2', () =>
    inTemporaryFolder(async (cwd) => {
      for (const [parameters, said] of [
        [['trace', 'missing.plan.md'], /cannot be read: there is no such file/],
        [['trace', '.'], /No documents were found in “\.”/],
        [['trace', '.', '--format', 'xlsx'], /There is no format “xlsx”/],
        [['trace', '.', '--due-before', 'soon'], /“soon” is no date/],
      ] as const) {
        const { code, stderr, stdout } = await run(parameters, { cwd });
        assert.deepEqual([code, stdout], [2, '']);
        assert.match(stderr, said);
      }
    }));

  it('reads standard input by itself', async () => {
    const { code, stdout } = await run(['trace', '-', '--type', 'action-plan', '--format', 'json'], {
      input: `${letter}\n${plan('Review').replace(/^---[^]*?---\n/, '')}`,
    });
    assert.equal(code, 0);
    assert.deepEqual(
      (JSON.parse(stdout) as Traced).responses.map(({ documents, rows }) => [
        documents.map(({ file }) => file),
        rows.map(({ finding, action }) => [finding?.label, action?.label]),
      ]),
      [[['-'], [['F1', 'A1']]]],
    );
  });
});
