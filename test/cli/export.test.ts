import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { elementsIn } from '../library/render/elements.ts';
import { buildWhereStale, inTemporaryFolder, repository, run } from './command.ts';

const golden = join(repository, 'test/golden/export');
const example = (name: string): string => join(repository, 'examples/northmere', name);
const [report, plan, letter] = [
  'northmere-focused-visit.report.md',
  'northmere-focused-visit.plan.md',
  'northmere-focused-visit.letter.md',
].map(example) as [string, string, string];
/** A picture of one point. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('export', function () {
  before(buildWhereStale);

  /** UPDATE_GOLDEN=1 writes the files anew; look at each before you commit it. */
  async function same(name: string, ...documents: string[]): Promise<void> {
    const { code, stdout, stderr } = await run(['export', ...documents, '--to', 'html', '--as-at', '2026-03-02'], { cwd: repository });
    assert.deepEqual([code, stderr], [0, '']);
    const path = join(golden, name);
    if (process.env['UPDATE_GOLDEN'] || !existsSync(path)) {
      mkdirSync(golden, { recursive: true });
      writeFileSync(path, stdout);
    }
    assert.equal(stdout, readFileSync(path, 'utf8'));
  }

  describe('a web page', () => {
    it('of a plan', () => same('plan.html', plan));
    it('of a report with its appendices', () => same('bundle.html', report, plan, letter));
    it('of a report in a council’s own form', () => same('form.html', join(repository, 'test/fixtures/papers/seaborne-visit.report.md')));

    it('is accessible: language, title, one main part, a way past the head, headings in order, heads of tables, no identifier twice, links that lead somewhere', async () => {
      const { stdout } = await run(['export', report, plan, letter, '--to', 'html']);
      const elements = elementsIn(stdout);
      const all = (name: string) => elements.filter((element) => element.name === name);
      assert.match(stdout, /^<!doctype html><html lang="en-GB">/);
      assert.equal(all('title').length, 1);
      assert.equal(all('main').length, 1);
      assert.equal(all('a')[0]!.attributes['href'], '#main');
      const levels = elements.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
      assert.deepEqual(
        levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1),
        [],
      );
      assert.ok(all('th').length > 40 && all('th').every(({ attributes }) => attributes['scope']));
      const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? []);
      assert.equal(new Set(ids).size, ids.length);
      assert.deepEqual(
        all('a').flatMap(({ attributes: { href } }) => (href?.startsWith('#') && !ids.includes(href.slice(1)) ? [href] : [])),
        [],
      );
      assert.deepEqual(
        all('a').flatMap(({ attributes: { href } }) => (href?.endsWith('.md') ? [href] : [])),
        [],
      );
    });

    it('numbers the appendices as the report lists them, whatever the order on the command line', async () => {
      const { stdout } = await run(['export', report, plan, letter, '--to', 'html']);
      assert.deepEqual(
        Array.from(stdout.matchAll(/<h1[^>]*>(.*?)<\/h1>/g), ([, heading]) => heading),
        [
          'Children’s services: what Ofsted’s focused visit found, and our plan',
          'Appendix 1: Focused visit to Northmere Council children’s services',
          'Appendix 2: Action plan: the front door for children',
        ],
      );
    });

    it('holds the pictures that stand beside the document, and loads none from elsewhere', async () => {
      await inTemporaryFolder(async (folder) => {
        await writeFile(join(folder, 'chart one.png'), picture);
        await writeFile(join(folder, 'not.png'), 'text');
        await writeFile(
          join(folder, 'x.report.md'),
          '# Visit\n\n![A chart](<chart one.png>) ![No picture](not.png) ![Far](https://tracker.example/x.png)\n',
        );
        const { stdout } = await run(['export', 'x.report.md', '--to', 'html'], { cwd: folder });
        assert.ok(stdout.includes(`<img src="data:image/png;base64,${picture.toString('base64')}" alt="A chart">`));
        assert.ok(stdout.includes('<span class="picture">No picture</span> <span class="picture">Far</span>'));
        assert.ok(!stdout.includes('tracker.example'));
      });
    });

    it('says at its head that it is not for publication', async () => {
      const { stdout } = await run(['export', '-', '--to', 'html', '--type', 'committee-report'], {
        input: '---\nexempt: 3\ntitle: Visit\n---\n\nText.\n',
      });
      assert.match(
        stdout,
        /<p class="marking" role="note">Not for publication: exempt by virtue of paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972<\/p>/,
      );
    });
  });

  describe('what it means', () => {
    it('is what `model` prints; of several documents a list', async () => {
      const [one, model, two] = await Promise.all([
        run(['export', plan, '--to', 'json']),
        run(['model', plan]),
        run(['export', plan, letter, '--to', 'json']),
      ]);
      assert.equal(one.stdout, model.stdout);
      assert.equal((JSON.parse(two.stdout) as unknown[]).length, 2);
    });
  });

  describe('each format', () => {
    it('is made by the name of its file', async () => {
      await inTemporaryFolder(async (folder) => {
        const starts: Readonly<Record<string, string>> = {
          docx: 'PK',
          xlsx: 'PK',
          csv: '\ufeffRef,',
          ics: 'BEGIN:VCALENDAR',
          json: '{',
          html: '<!doctype html>',
        };
        await Promise.all(
          Object.entries(starts).map(async ([ending, start]) => {
            assert.deepEqual(await run(['export', plan, '-o', join(folder, `plan.${ending}`)]), { code: 0, stdout: '', stderr: '' });
            assert.ok((await readFile(join(folder, `plan.${ending}`), 'utf8')).startsWith(start), ending);
          }),
        );
      });
    });

    it('is refused in words where it cannot be', async () => {
      const said = async (...parameters: string[]) => {
        const { code, stderr } = await run(['export', ...parameters], { cwd: repository });
        assert.equal(code, 2);
        return stderr.trim();
      };
      assert.match(
        await said(letter, '--to', 'xlsx', '-o', 'x.xlsx'),
        /^There are no actions in “.*northmere-focused-visit\.letter\.md”, so that there is nothing to keep track of\. Export the action plan\.$/,
      );
      assert.equal(
        await said('examples/northmere/northmere-focused-visit.plan.md', '--to', 'docx'),
        'Name the file to write with -o, for example -o northmere-focused-visit.plan.docx.',
      );
      assert.equal(
        await said(plan, '-o', 'x.docx', '--template', 'none.dotx'),
        '“none.dotx”: the template cannot be read. Name a Word document or template (.docx, .dotx).',
      );
      assert.equal(await said(plan, '--to', 'html', '--template', 'none.dotx'), '--template is for Word documents (--to docx) only.');
      assert.equal(
        await said(plan, '-o', 'x.pdf', '--browser', '/no/such/browser'),
        'The browser that is to make the PDF is not at “/no/such/browser”.',
      );
    });
  });

  describe('the file that it writes', () => {
    const text = '# Visit\n\nText.\n';

    it('is known by its ending, replaces one that is there, keeps its permissions and leaves nothing beside it', async () => {
      await inTemporaryFolder(async (folder) => {
        await writeFile(join(folder, 'x.report.md'), text);
        await writeFile(join(folder, 'x.html'), 'old');
        await chmod(join(folder, 'x.html'), 0o640);
        assert.deepEqual(await run(['export', 'x.report.md', '-o', 'x.html'], { cwd: folder }), { code: 0, stdout: '', stderr: '' });
        assert.match(await readFile(join(folder, 'x.html'), 'utf8'), /^<!doctype html>/);
        if (process.platform !== 'win32') assert.equal((await stat(join(folder, 'x.html'))).mode & 0o777, 0o640);
        assert.deepEqual((await import('node:fs')).readdirSync(folder).sort(), ['x.html', 'x.report.md']);
      });
    });

    it('is never the document itself', async () => {
      await inTemporaryFolder(async (folder) => {
        await writeFile(join(folder, 'x.report.md'), text);
        const { code, stderr } = await run(['export', 'x.report.md', '--to', 'html', '-o', './x.report.md'], { cwd: folder });
        assert.deepEqual([code, stderr], [2, '“./x.report.md” is the document itself. Name another file with -o.\n']);
        assert.equal(await readFile(join(folder, 'x.report.md'), 'utf8'), text);
      });
    });

    it('needs a folder that is there, a format that is known, a document that can be read', async () => {
      await inTemporaryFolder(async (folder) => {
        await writeFile(join(folder, 'x.report.md'), text);
        const said = async (...parameters: string[]) => {
          const { code, stderr } = await run(['export', ...parameters], { cwd: folder });
          assert.equal(code, 2);
          return stderr.trim();
        };
        assert.equal(await said('x.report.md', '-o', 'no/x.html'), '“no/x.html” was not written: there is no such folder.');
        assert.match(await said('x.report.md', '--to', 'rtf'), /^There is no format “rtf” to export to\. Known ones: docx, pdf, html/);
        assert.match(await said('x.report.md'), /^Say what to export to, with --to and one of docx/);
        assert.equal(await said('y.report.md', '--to', 'html'), '“y.report.md” cannot be read: there is no such file.');
      });
    });
  });
});
