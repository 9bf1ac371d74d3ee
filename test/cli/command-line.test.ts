import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openXlsx, saveXlsx } from 'hucre';
import type { Explanation } from '../../server/src/language/configuration/explain.ts';
import { builtInHouseStyles } from '../../server/src/language/house-styles/index.ts';
import { rules } from '../../server/src/language/rules/index.ts';
import { checkFormats } from '../../server/src/cli/check.ts';
import manifest from '../../server/package.json' with { type: 'json' };
import { h, p, wordFile } from '../library/import/word-file.ts';
import { buildWhereStale, inTemporaryFolder, program, repository, run } from './command.ts';

const report = (recommendations: string): string => `---
type: committee-report
house-style: generic
title: Answer to the letter
body: Cabinet
meeting-date: 2026-03-10
---

# Answer to the letter

## Summary

What the inspectors of Northmere said, and what follows from it.

## Recommendations

${recommendations}
`;
const clean = report('- **R1** That Cabinet approves the plan and asks for a report by 1 June 2026.');
/** "the the" is a warning; no recommendation an error. */
const twice = clean.replace('inspectors of', 'inspectors of of');
const wrong = clean.replace(/## Recommendations[^]*$/, '## Background\n\nThe letter came in January.\n');

interface Found {
  readonly files: number;
  readonly findings: readonly { readonly [key: string]: unknown }[];
}
const json = (text: string): Found => JSON.parse(text) as Found;

describe('command line', function () {
  before(buildWhereStale);

  describe('the program', () => {
    it('says its version', async () => {
      assert.deepEqual(await run(['--version']), { code: 0, stdout: `${manifest.version}\n`, stderr: '' });
    });
    it('has help everywhere', async () => {
      const { stdout, code } = await run(['--help']);
      assert.equal(code, 0);
      const commands = [...stdout.matchAll(/^ {2}([a-z-]+) (?:\[options\]|<)/gm)].map(([, name]) => name!);
      for (const name of [
        'check',
        'model',
        'import',
        'deadlines',
        'new',
        'rules',
        'house-styles',
        'explain-config',
        'lsp',
        'trace',
        'compare',
      ])
        assert.ok(commands.includes(name), name);
      await Promise.all(
        commands.map(async (name) => {
          const help = await run([name, '--help']);
          assert.equal(help.code, 0, name);
          assert.match(help.stdout, new RegExp(`^Usage: inspection-response ${name}`));
        }),
      );
    });
    it('ends with 2 on what it does not know', async () => {
      for (const parameters of [['chekc'], ['check'], ['check', 'x.md', '--formt', 'json'], ['model']]) {
        const { code, stderr, stdout } = await run(parameters);
        assert.equal(code, 2, parameters.join(' '));
        assert.notEqual(stderr, '');
        assert.equal(stdout, '');
      }
    });
  });

  describe('check', () => {
    it('ends with 0, 1 or 2, by the level asked for', () =>
      inTemporaryFolder(async (cwd) => {
        await Promise.all(
          [
            ['clean', clean],
            ['twice', twice],
            ['wrong', wrong],
          ].map(([name, text]) => writeFile(join(cwd, `${name}.report.md`), text!)),
        );
        const codes = async (...parameters: string[]) => (await run(['check', ...parameters], { cwd })).code;
        assert.equal(await codes('clean.report.md', '--fail-on', 'warning'), 0);
        assert.equal(await codes('twice.report.md'), 0);
        assert.equal(await codes('twice.report.md', '--fail-on', 'warning'), 1);
        assert.equal(await codes('wrong.report.md'), 1);
        assert.equal(await codes('wrong.report.md', '--fail-on', 'never'), 0);
        assert.equal(await codes('wrong.report.md', 'missing.report.md'), 2);
        assert.equal(await codes('clean.report.md', '--fail-on', 'hint'), 2);
      }));

    it('prints JSON as promised: lines and columns from 1, the file as given', () =>
      inTemporaryFolder(async (cwd) => {
        await mkdir(join(cwd, 'papers'));
        await writeFile(join(cwd, 'papers/twice.report.md'), twice);
        const { stdout, stderr } = await run(['check', 'papers/twice.report.md', '--format', 'json'], { cwd });
        assert.equal(stderr, '');
        const { files, findings } = json(stdout);
        assert.equal(files, 1);
        const line = twice.split('\n').findIndex((text) => text.includes('of of')) + 1;
        const column = twice.split('\n')[line - 1]!.indexOf('of of') + 1;
        const found = findings.find(({ rule }) => rule === 'language/doubled-word')!;
        assert.deepEqual(Object.keys(found), [
          'file',
          'rule',
          'severity',
          'message',
          'line',
          'column',
          'endLine',
          'endColumn',
          'fixable',
          'url',
          'related',
        ]);
        assert.equal(found['file'], 'papers/twice.report.md');
        assert.equal(found['severity'], 'warning');
        assert.equal(found['line'], line);
        assert.equal(found['endLine'], line);
        assert.ok(
          (found['column'] as number) >= column &&
            (found['endColumn'] as number) <= column + 5 &&
            (found['endColumn'] as number) > (found['column'] as number),
        );
        assert.equal(found['fixable'], true);
        assert.ok(existsSync(fileURLToPath(found['url'] as string)), 'the page of the rule is there');
        assert.deepEqual(found['related'], []);
      }));

    it('looks into folders for documents and nothing else', () =>
      inTemporaryFolder(async (cwd) => {
        for (const folder of ['a/b', 'node_modules/x', '.git', 'empty']) await mkdir(join(cwd, folder), { recursive: true });
        for (const path of ['one.report.md', 'a/b/two.plan.md', 'node_modules/x/three.report.md', '.git/four.report.md'])
          await writeFile(join(cwd, path), clean);
        await writeFile(join(cwd, 'a/named.md'), clean);
        await writeFile(join(cwd, 'a/readme.md'), '# Read me\n\nof of\n');
        await writeFile(join(cwd, 'a/notes.txt'), 'of of\n');
        assert.equal(json((await run(['check', '.', '--format', 'json'], { cwd })).stdout).files, 3);
        const empty = await run(['check', 'empty'], { cwd });
        assert.equal(empty.code, 2);
        assert.match(empty.stderr, /No documents were found in “empty”/);
      }));

    it('reads a letter together with the plan in another folder that responds to it', () =>
      inTemporaryFolder(async (cwd) => {
        await mkdir(join(cwd, 'letters'));
        await mkdir(join(cwd, 'plans'));
        await writeFile(
          join(cwd, 'letters', 'visit.letter.md'),
          '# Letter\n\n## Areas for improvement\n\n- **F1** The quality of plans\n- **F2** The timeliness of visits\n',
        );
        await writeFile(
          join(cwd, 'plans', 'visit.plan.md'),
          '---\ntype: action-plan\nresponds-to: ../letters/visit.letter.md\n---\n\n## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n  - Addresses: F1\n',
        );
        const unanswered = async (...paths: readonly string[]): Promise<string[]> =>
          (
            JSON.parse((await run(['check', ...paths, '--format', 'json'], { cwd })).stdout) as {
              findings: { file: string; rule: string; message: string }[];
            }
          ).findings
            .filter(({ rule }) => rule === 'trace/finding-without-action')
            .map(({ file, message }) => `${file.replaceAll('\\', '/')}: ${message}`);
        const said = [
          'letters/visit.letter.md: No action in this response addresses F2. Add one, or name F2 in an action that answers it.',
        ];
        assert.deepEqual(await unanswered('.'), said);
        assert.deepEqual(await unanswered('letters', 'plans'), said);
        assert.deepEqual(await unanswered('letters'), [], 'without the plan nothing can be said');
      }));
    it('reads standard input, with the kind from the front matter or --type', async () => {
      const stated = json((await run(['check', '-', '--format', 'json'], { input: wrong })).stdout);
      assert.ok(stated.findings.some(({ file, rule }) => file === '-' && rule === 'structure/missing-recommendations'));
      const without = wrong.replace(/^---[^]*?---\n/, '');
      const minutes = json((await run(['check', '-', '--format', 'json', '--type', 'minutes'], { input: without })).stdout);
      assert.ok(!minutes.findings.some(({ rule }) => rule === 'structure/missing-recommendations'));
      assert.equal((await run(['check', '-', '--type', 'minuets'], { input: clean })).code, 2);
    });

    it('takes the configuration upward of a document', () =>
      inTemporaryFolder(async (cwd) => {
        await mkdir(join(cwd, 'papers/old'), { recursive: true });
        await writeFile(
          join(cwd, '.inspection-response.json'),
          '{ "rules": { "language/doubled-word": "error" }, "exclude": ["papers/old"] }',
        );
        await writeFile(join(cwd, 'papers/twice.report.md'), twice);
        await writeFile(join(cwd, 'papers/old/twice.report.md'), twice);
        const { files, findings } = json((await run(['check', '.', '--format', 'json'], { cwd })).stdout);
        assert.equal(files, 1);
        assert.ok(findings.some(({ rule, severity }) => rule === 'language/doubled-word' && severity === 'error'));
        // What is named is checked all the same.
        assert.equal(json((await run(['check', 'papers/old/twice.report.md', '--format', 'json'], { cwd })).stdout).files, 1);
      }));

    it('reports what is wrong with the configuration once', () =>
      inTemporaryFolder(async (cwd) => {
        await writeFile(join(cwd, '.inspection-response.json'), '{ "rulez": {} }');
        await writeFile(join(cwd, 'a.report.md'), clean);
        await writeFile(join(cwd, 'b.report.md'), clean);
        const { findings } = json((await run(['check', '.', '--format', 'json'], { cwd })).stdout);
        const own = findings.filter(({ file }) => file === '.inspection-response.json');
        assert.equal(own.length, 1);
        assert.equal(own[0]!['rule'], 'project/bad-configuration');
      }));

    it('fixes what is safe, keeps line ends and the byte-order mark, and is done then', () =>
      inTemporaryFolder(async (cwd) => {
        const path = join(cwd, 'twice.report.md');
        await writeFile(path, `\uFEFF${twice.replaceAll('\n', '\r\n')}`);
        const first = await run(['check', path, '--fix', '--fail-on', 'warning'], { cwd });
        assert.equal(first.code, 0, first.stdout);
        assert.equal(await readFile(path, 'utf8'), `\uFEFF${clean.replaceAll('\n', '\r\n')}`);
        const piped = json((await run(['check', '-', '--fix', '--format', 'json'], { input: twice })).stdout);
        assert.ok(!piped.findings.some(({ rule }) => rule === 'language/doubled-word'));
      }));

    it('takes the day given for today', async () => {
      const plan =
        '---\ntype: action-plan\nhouse-style: generic\ntitle: Plan\n---\n\n# Plan\n\n## Actions\n\n- **A1** Recruit two managers\n  - Owner: Head of Service\n  - Due: 31 July 2026\n  - Status: amber\n';
      const late = async (day: string) =>
        json((await run(['check', '-', '--format', 'json', '--as-at', day], { input: plan })).stdout).findings.some(
          ({ rule }) => rule === 'actions/past-due',
        );
      assert.equal(await late('2026-07-01'), false);
      assert.equal(await late('2026-09-01'), true);
      const { code, stderr } = await run(['check', '-', '--as-at', '31/07/2026'], { input: plan });
      assert.equal(code, 2);
      assert.match(stderr, /Write it as 2026-01-31/);
    });

    it('prints what build services read, and repeats nowhere what identifies a person', () =>
      inTemporaryFolder(async (cwd) => {
        const private_ = clean.replace(
          'and what follows from it.',
          'and what follows from it. The file of 999 012 3012 was read of of old.',
        );
        await writeFile(join(cwd, 'a.report.md'), private_);
        const printed = await Promise.all(
          checkFormats.map(async (format) => {
            const { code, stdout, stderr } = await run(['check', '.', '--format', format, '--write-baseline', `${format}.known`], { cwd });
            assert.equal(code, 0, stderr);
            const again = await run(['check', '.', '--format', format], { cwd });
            assert.equal(again.code, 1);
            assert.match(again.stdout, /privacy\/personal-data/, format);
            return [stdout, stderr, again.stdout, await readFile(join(cwd, `${format}.known`), 'utf8')].join('\n');
          }),
        );
        for (const text of printed) assert.doesNotMatch(text, /999|3012/);
        assert.match(printed[0]!, /The file of •+ was read/);
      }));

    it('leaves out what a baseline knows, and ends with 2 where there is none', () =>
      inTemporaryFolder(async (cwd) => {
        await writeFile(join(cwd, 'twice.report.md'), wrong.replace('letter came', 'letter came came'));
        const check = (...more: string[]) => run(['check', '.', '--fail-on', 'warning', ...more], { cwd });
        assert.equal((await check()).code, 1);
        for (const format of ['json', 'sarif']) await writeFile(join(cwd, `was.${format}`), (await check('--format', format)).stdout);
        const made = await check('--write-baseline', 'known.json');
        assert.deepEqual([made.code, made.stdout], [0, '1 document checked: nothing to report.\n']);
        assert.match(made.stderr, /findings were written to “known\.json”/);
        await writeFile(
          join(cwd, 'twice.report.md'),
          wrong.replace('letter came', 'letter came came').replace('What the inspectors', 'New here.\n\nWhat the inspectors inspectors'),
        );
        for (const file of ['known.json', 'was.json', 'was.sarif']) {
          const { findings } = json((await check('--format', 'json', '--baseline', file)).stdout);
          assert.deepEqual(
            findings.map(({ rule }) => rule),
            ['language/doubled-word'],
            file,
          );
        }
        await writeFile(join(cwd, 'broken.json'), '{');
        for (const [file, message] of [
          ['none.json', /baseline “none\.json” cannot be read: there is no such file/],
          ['broken.json', /“broken\.json” cannot be used as a baseline: it is no JSON/],
        ] as const) {
          const { code, stdout, stderr } = await check('--baseline', file);
          assert.deepEqual([code, stdout], [2, '']);
          assert.match(stderr, message);
        }
        assert.equal((await check('--baseline', 'known.json', '--write-baseline', 'known.json')).code, 2);
      }));

    it('speaks English unless another language is asked for', async () => {
      const said = async (...more: string[]) =>
        (await run(['check', '-', '--format', 'json', ...more], { input: wrong, env: { LANG: 'cy_GB.UTF-8', LC_ALL: 'cy_GB.UTF-8' } }))
          .stdout;
      assert.match(await said(), /has no section “Recommendations”/);
      assert.match(await said('--language', 'cy'), /Nid oes adran “Recommendations” yn y ddogfen hon \(adroddiad pwyllgor\)/);
      assert.match((await run(['rules', '--language', 'cy'])).stdout, /Nid oes neb yn atebol am gam gweithredu/);
      const unknown = await run(['check', '-', '--language', 'fr'], { input: wrong });
      assert.equal(unknown.code, 2);
      assert.match(unknown.stderr, /no translation into “fr”. Known languages: en, cy\./);
    });

    it('says which formats there are', async () => {
      const never = await run(['check', '-', '--format', 'xml'], { input: clean });
      assert.equal(never.code, 2);
      assert.match(never.stderr, /There is no format “xml”/);
    });

    it('shows a person the words in question, without colour in a pipe', async () => {
      const { stdout } = await run(['check', '-'], { input: twice });
      const lines = stdout.split('\n');
      assert.equal(lines[0], '-');
      const at = lines.findIndex((line) => line.includes('language/doubled-word'));
      assert.match(lines[at]!, /^ +\d+:\d+ {2}warning/);
      const marked = lines[at + 1]!.slice(lines[at + 2]!.indexOf('^'), lines[at + 2]!.lastIndexOf('^') + 1);
      assert.match(marked, /of/);
      assert.match(stdout, /1 document checked: 1 warning/);
      assert.ok(!stdout.includes('\u001B['));
    });
  });

  describe('what cannot be read', () => {
    const bad: readonly (readonly [string, (path: string) => Promise<unknown>, RegExp])[] = [
      ['a missing file', () => Promise.resolve(), /there is no such file/],
      ['a binary file', (path) => writeFile(path, Buffer.from([0x89, 0x50, 0, 1, 2])), /not a text file/],
      ['a huge file', (path) => writeFile(path, 'x '.repeat(1_000_001)), /it has 2\.1 MB; the most that is read is 2 MB/],
    ];
    for (const [name, make, message] of bad) {
      it(name, () =>
        inTemporaryFolder(async (cwd) => {
          const path = join(cwd, 'x.report.md');
          await make(path);
          await Promise.all(
            ['check', 'model', 'deadlines', 'import', 'explain-config'].map(async (command) => {
              const { code, stderr } = await run([command, 'x.report.md'], { cwd });
              assert.equal(code, 2, command);
              assert.match(stderr, message, command);
              assert.doesNotMatch(stderr, / at .*\.js:/, 'no stack for a person');
            }),
          );
        }),
      );
    }
    it('a file without permission', async function () {
      if (process.getuid?.() === 0 || process.platform === 'win32') {
        console.log('      skipped: whoever runs the tests may read everything');
        this.skip();
      }
      await inTemporaryFolder(async (cwd) => {
        await writeFile(join(cwd, 'x.report.md'), clean);
        await chmod(join(cwd, 'x.report.md'), 0);
        const { code, stderr } = await run(['check', 'x.report.md'], { cwd });
        assert.equal(code, 2);
        assert.match(stderr, /no permission/);
      });
    });
    it('a folder given for a file', () =>
      inTemporaryFolder(async (cwd) => {
        await mkdir(join(cwd, 'x.report.md'));
        for (const command of ['model', 'import']) assert.match((await run([command, 'x.report.md'], { cwd })).stderr, /it is a folder/);
        assert.equal((await run(['check', 'x.report.md'], { cwd })).code, 2);
      }));
    it('a paper that is not Markdown yet is sent to import', () =>
      inTemporaryFolder(async (cwd) => {
        await writeFile(join(cwd, 'paper.txt'), clean);
        const { code, stderr } = await run(['check', 'paper.txt'], { cwd });
        assert.equal(code, 2);
        assert.match(stderr, /inspection-response import "paper.txt"/);
      }));
    it('is told once, whoever else looks for it', () =>
      inTemporaryFolder(async (cwd) => {
        await Promise.all([
          writeFile(join(cwd, 'a.report.md'), clean),
          writeFile(join(cwd, 'b.plan.md'), Buffer.from([0x89, 0x50, 0, 1, 2])),
          writeFile(join(cwd, 'c.letter.md'), '# Letter\n'),
        ]);
        for (const args of [
          ['check', '.'],
          ['check', cwd],
          ['check', 'b.plan.md', 'a.report.md'],
          ['trace', '.'],
          ['deadlines', '.'],
        ]) {
          const { stderr } = await run(args, { cwd });
          assert.equal(stderr.match(/not a text file/g)?.length, 1, `${args.join(' ')}: ${stderr}`);
        }
      }));
    it('a kind that is given for a file is left aside, and that is said', () =>
      inTemporaryFolder(async (cwd) => {
        await writeFile(join(cwd, 'a.report.md'), clean);
        for (const args of [
          ['check', 'a.report.md'],
          ['model', 'a.report.md'],
          ['trace', 'a.report.md'],
          ['deadlines', 'a.report.md'],
          ['compare', 'a.report.md', 'a.report.md'],
          ['export', 'a.report.md', '--to', 'json'],
        ]) {
          assert.match(
            (await run([...args, '--type', 'action-plan'], { cwd })).stderr,
            /^--type says what a document on standard input is\. [^\n]*left aside\.\n$/,
            args[0]!,
          );
        }
        assert.equal((await run(['check', '-', '--type', 'action-plan'], { cwd, input: clean })).stderr, '');
      }));
    it('empty, odd and hostile documents are answered', () =>
      inTemporaryFolder(async (cwd) => {
        const inputs = [
          '',
          '\uFEFF',
          '\u0000\u0000',
          '---\n: {\n---\n',
          `${'>'.repeat(5000)}a`,
          `${'['.repeat(5000)}`,
          '| a |\r|---|\r\n| \uD83D b',
          Buffer.from([0xff, 0xfe, 0x61, 0]),
          Buffer.from([0xe9, 0x74, 0xe9]),
        ];
        await Promise.all(inputs.map((input, index) => writeFile(join(cwd, `${index}.report.md`), input)));
        const checked = await run(['check', '.', '--format', 'json'], { cwd });
        assert.equal(json(checked.stdout).files, inputs.length - 1, 'all but the binary one');
        assert.match(checked.stderr, /2\.report\.md” cannot be read: it is not a text file/);
        for (const command of [
          ['model', '-'],
          ['deadlines', '-', '--format', 'json'],
          ['import', '-'],
        ]) {
          for (const input of [inputs[0]!, inputs[3]!, inputs[6]!]) {
            const { code, stderr } = await run(command, { input });
            assert.equal(code, 0, `${command[0]}: ${stderr}`);
          }
        }
      }));
    it('a reader that goes away ends it quietly', async () => {
      const child = spawn(process.execPath, [program, 'house-styles', '--format', 'json'], { stdio: ['ignore', 'pipe', 'pipe'] });
      child.stdout.destroy();
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
      });
      await once(child, 'close');
      assert.equal(stderr, '');
    });
  });

  describe('model', () => {
    it('prints what the contract promises', async () => {
      const { stdout, code } = await run(['model', '-'], { input: clean });
      assert.equal(code, 0);
      const model = JSON.parse(stdout) as Record<string, unknown>;
      assert.deepEqual(Object.keys(model), [
        'file',
        'type',
        'houseStyle',
        'title',
        'frontMatter',
        'sections',
        'paragraphs',
        'recommendations',
        'findings',
        'actions',
        'measures',
        'dates',
        'acronyms',
        'appendices',
        'references',
      ]);
      assert.equal(model['file'], '-');
      assert.equal(model['title'], 'Answer to the letter');
      assert.deepEqual(
        (model['recommendations'] as { label: string; line: number }[]).map(({ label, line }) => [label, line]),
        [['R1', 17]],
      );
    });
    it('finds labels in the other documents of the response', () =>
      inTemporaryFolder(async (cwd) => {
        await writeFile(
          join(cwd, 'letter.letter.md'),
          '---\ntype: inspection-letter\ntitle: Letter\n---\n\n# Letter\n\n## Areas for improvement\n\n- **F1** The recording of visits\n',
        );
        await writeFile(join(cwd, 'ours.report.md'), clean.replace('approves the plan', 'approves the answer to F1'));
        const { stdout } = await run(['model', 'ours.report.md'], { cwd });
        const { references } = JSON.parse(stdout) as { references: { label: string; resolvesTo: string | null }[] };
        assert.equal(references.find(({ label }) => label === 'F1')?.resolvesTo, 'letter.letter.md:10');
      }));
  });

  describe('deadlines', () => {
    const visited = clean.replace(
      'meeting-date',
      'inspection:\n  inspectorate: Ofsted\n  event: focused visit\n  published: 2021-05-10\nmeeting-date',
    );
    it('prints each with its sum and source', async () => {
      const { stdout } = await run(['deadlines', '-', '--format', 'json'], { input: visited });
      const deadlines = JSON.parse(stdout) as { date: string; from: string; leftOut: { date: string }[] }[];
      for (const deadline of deadlines)
        assert.deepEqual(Object.keys(deadline), ['what', 'date', 'from', 'rule', 'source', 'leftOut', 'kind']);
      const plans = deadlines.filter(({ from }) => from === '2021-05-10');
      assert.deepEqual(
        plans.map(({ date }) => date),
        ['2021-06-08', '2021-08-17'],
      );
      assert.deepEqual(
        plans[0]!.leftOut.map(({ date }) => date),
        ['2021-05-31'],
      );
      const text = await run(['deadlines', '-'], { input: visited });
      assert.match(text.stdout, /^8 June 2021 {2}/m);
      assert.match(text.stdout, /Spring bank holiday \(31 May 2021\)/);
    });
    it('says why there is none', async () => {
      assert.match((await run(['deadlines', '-', '--type', 'minutes'], { input: '# Minutes\n' })).stdout, /No date can be worked out/);
    });
  });

  describe('new', () => {
    it('makes a document of each kind in each house style that check reads as that kind', async () => {
      const { stdout } = await run(['new', 'action-plan', '--house-style', 'sefton', '--title', 'Plan: “ours”']);
      assert.match(stdout, /^---\ntype: action-plan\nhouse-style: sefton\n/);
      const model = JSON.parse((await run(['model', '-'], { input: stdout })).stdout) as Record<string, unknown>;
      assert.deepEqual([model['type'], model['houseStyle'], model['title']], ['action-plan', 'sefton', 'Plan: “ours”']);
    });
    it('overwrites nothing', () =>
      inTemporaryFolder(async (cwd) => {
        assert.equal((await run(['new', 'minutes', '-o', 'm.minutes.md'], { cwd })).code, 0);
        await writeFile(join(cwd, 'm.minutes.md'), 'mine');
        const { code, stderr } = await run(['new', 'minutes', '-o', 'm.minutes.md'], { cwd });
        assert.equal(code, 2);
        assert.match(stderr, /not overwritten/);
        assert.equal(await readFile(join(cwd, 'm.minutes.md'), 'utf8'), 'mine');
      }));
    it('names the house styles and kinds there are', async () => {
      assert.match((await run(['new', 'minutes', '--house-style', 'atlantis'])).stderr, /worcestershire-panel/);
      assert.match((await run(['new', 'novel'])).stderr, /committee-report/);
    });
  });

  describe('import', () => {
    const paper = join(repository, 'test/fixtures/papers-as-text/northmere-panel.txt');
    it('writes the document and tells what was recognised', () =>
      inTemporaryFolder(async (cwd) => {
        const { code, stdout, stderr } = await run(['import', paper, '-o', 'paper.report.md'], { cwd });
        assert.deepEqual([code, stdout], [0, '']);
        assert.match(stderr, /House style worcestershire-panel, because of/);
        const written = await readFile(join(cwd, 'paper.report.md'), 'utf8');
        assert.equal(written, await readFile(join(repository, 'test/golden/import/northmere-panel.md'), 'utf8'));
        assert.equal((await run(['import', '-'], { input: await readFile(paper) })).stdout, written);
        assert.equal((await run(['import', 'paper.report.md'], { cwd })).stdout, written, 'a document comes back as it is');
      }));
    it('reads old files that are not UTF-8', async () => {
      assert.ok(
        (
          await run(['import', '-'], {
            input: Buffer.from([...Buffer.from('It cost '), 0xa3, ...Buffer.from('5'), 0x92, ...Buffer.from('s worth.')]),
          })
        ).stdout.includes('It cost £5’s worth.'),
      );
    });
    it('a tracker goes back into its plan: shown first, written when asked', () =>
      inTemporaryFolder(async (cwd) => {
        const plan =
          '---\ntype: action-plan\ntitle: The plan\n---\n\n# The plan\n\n## Actions\n\n| Ref | Action | Owner | Due |\n|---|---|---|---|\n| A1 | Train | AB | 1 May 2026 |\n';
        await writeFile(join(cwd, 'a.plan.md'), plan);
        assert.equal((await run(['export', 'a.plan.md', '--to', 'xlsx', '-o', 'a.xlsx'], { cwd })).code, 0);
        const workbook = await openXlsx(new Uint8Array(await readFile(join(cwd, 'a.xlsx'))));
        const [head, row] = workbook.sheets[0]!.rows as [string[], (string | Date)[]];
        row[head.indexOf('Owner')] = 'Mary Fell';
        row[head.indexOf('Due')] = new Date('2026-06-12T00:00:00Z');
        await writeFile(join(cwd, 'b.xlsx'), await saveXlsx(workbook));
        const shown = await run(['import', 'b.xlsx', '--into', 'a.plan.md'], { cwd });
        assert.deepEqual([shown.code, shown.stdout], [0, 'A1  Owner: “AB” → “Mary Fell”\nA1  Due: “1 May 2026” → “12 June 2026”\n']);
        assert.equal(await readFile(join(cwd, 'a.plan.md'), 'utf8'), plan);
        assert.equal((await run(['import', 'b.xlsx', '--into', 'a.plan.md', '--write'], { cwd })).code, 0);
        assert.equal(await readFile(join(cwd, 'a.plan.md'), 'utf8'), plan.replace('AB', 'Mary Fell').replace('1 May', '12 June'));
        assert.match((await run(['import', 'b.xlsx', '--into', 'a.plan.md'], { cwd })).stdout, /no changes for the plan/);
        assert.equal((await run(['import', 'a.plan.md', '--into', 'a.plan.md'], { cwd })).code, 2);
      }));
    it('a Word document by its content, whatever it is called; what is none is told so', () =>
      inTemporaryFolder(async (cwd) => {
        await writeFile(join(cwd, 'a'), wordFile({ body: h(1, 'Summary') + p('Inspectors came in May.') }));
        const { code, stdout } = await run(['import', 'a', '--type', 'committee-report'], { cwd });
        assert.equal(code, 0);
        assert.match(stdout, /\n## Summary\n\nInspectors came in May\.\n$/);
        for (const [name, content, told] of [
          ['a.docx', 'x', /“a\.docx” cannot be imported\. .*no Word document/],
          ['a.rtf', '{\\rtf1', /save it as a Word document/],
        ] as const) {
          await writeFile(join(cwd, name), content);
          const failed = await run(['import', name, '-o', 'out.report.md'], { cwd });
          assert.equal(failed.code, 2);
          assert.match(failed.stderr, told);
        }
      }));
  });

  describe('rules, house-styles, explain-config', () => {
    it('list what there is', async () => {
      const listed = JSON.parse((await run(['rules', '--format', 'json'])).stdout) as { name: string }[];
      assert.deepEqual(
        listed.map(({ name }) => name),
        rules.map(({ name }) => name),
      );
      assert.equal((await run(['rules'])).stdout.trimEnd().split('\n').length, rules.length);
      const styles = JSON.parse((await run(['house-styles', '--format', 'json'])).stdout) as { name: string }[];
      assert.deepEqual(
        styles.map(({ name }) => name),
        [...builtInHouseStyles.keys()],
      );
    });
    it('a house style is made from a document, and can be used as it is printed', () =>
      inTemporaryFolder(async (cwd) => {
        await writeFile(
          join(cwd, 'a.report.md'),
          '---\ntype: committee-report\nhouse-style: leeds\ntitle: A\n---\n\n# A\n\n## Brief summary\n\nText.\n\n## What we ask\n\nText.\n',
        );
        const { stdout, stderr, code } = await run(['house-styles', '--from', 'a.report.md', '--title', 'Aldersham Council'], { cwd });
        assert.equal(code, 0);
        assert.match(stderr, /Leeds City Council/);
        assert.match(stderr, /“What we ask”/);
        await writeFile(join(cwd, '.inspection-response.json'), stdout);
        const listed = JSON.parse((await run(['house-styles', '--format', 'json'], { cwd })).stdout) as {
          name: string;
          title: string;
          extends: string;
        }[];
        assert.deepEqual([listed[0]!.name, listed[0]!.title, listed[0]!.extends], ['aldersham-council', 'Aldersham Council', 'leeds']);
        assert.equal((await run(['house-styles', '--from', 'a.report.md', '--title', '2026'], { cwd })).code, 2);
        assert.equal((await run(['house-styles', '--from', 'none.report.md'], { cwd })).code, 2);
      }));
    it('explain which settings apply and where each comes from', () =>
      inTemporaryFolder(async (cwd) => {
        await mkdir(join(cwd, 'papers'));
        await writeFile(join(cwd, '.inspection-response.json'), '{ "houseStyle": "sefton", "rules": { "language/doubled-word": "off" } }');
        await writeFile(join(cwd, 'papers/a.report.md'), clean.replace('house-style: generic\n', ''));
        const { stdout, stderr } = await run(['explain-config', 'papers/a.report.md', '--format', 'json'], { cwd });
        const explained = JSON.parse(stdout) as Explanation;
        const configuration = '.inspection-response.json';
        assert.equal(stderr, '');
        assert.deepEqual(explained.problems, []);
        assert.equal(explained.configuration, configuration);
        assert.deepEqual(explained.type, { value: 'committee-report', from: 'front matter', file: 'papers/a.report.md', line: 2 });
        assert.deepEqual(explained.houseStyle, {
          value: 'sefton',
          from: 'configuration',
          file: configuration,
          line: 1,
          chain: [
            { name: 'sefton', title: 'Sefton Council', status: 'seen', from: 'built in', file: null, line: null },
            { name: 'generic', title: 'Generic', status: 'starting-point', from: 'built in', file: null, line: null },
          ],
        });
        assert.deepEqual(
          explained.rules.find(({ name }) => name === 'language/doubled-word'),
          { name: 'language/doubled-word', severity: 'off', from: 'configuration', file: configuration, line: 1, options: {} },
        );
        const text = (await run(['explain-config', 'papers/a.report.md'], { cwd })).stdout;
        assert.match(text, /^ {2}House style +sefton +\.inspection-response\.json:1$/m);
        assert.match(text, /^ {2}language\/doubled-word +off +\.inspection-response\.json:1$/m);
      }));
  });

  describe('lsp', () => {
    it('answers an editor', async () => {
      const child = spawn(process.execPath, [program, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
      const send = (message: object): void => {
        const text = JSON.stringify({ jsonrpc: '2.0', ...message });
        child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
      };
      let heard = '';
      const answered = new Promise<void>((resolve) => {
        child.stdout.setEncoding('utf8').on('data', (text: string) => {
          heard += text;
          if (heard.includes('"capabilities"')) resolve();
        });
      });
      send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
      await answered;
      const closed = once(child, 'exit');
      send({ id: 2, method: 'shutdown' });
      send({ method: 'exit' });
      assert.equal((await closed)[0], 0);
    });
  });
});
