import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { builtServer } from './client.ts';
import { letter, plan } from './documents.ts';

const root = resolve(import.meta.dirname, '../..');

/** The configuration that docs/editors.md gives for an editor, with the path of this copy. */
function configurationFor(language: string): string {
  const page = readFileSync(join(root, 'docs/editors.md'), 'utf8');
  const code = new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? '';
  assert.ok(code.includes('/path/to/inspection-response'), `docs/editors.md has a configuration in ${language}`);
  return code.replaceAll('/path/to/inspection-response', root.replaceAll('\\', '/'));
}

const isInstalled = (program: string): boolean => spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 10_000 }).status === 0;

/** Leaves a test out where its editor is not installed. */
function needs(program: string, context: Mocha.Context): void {
  if (isInstalled(program)) return;
  console.log(`(skipped: ${program} is not installed on this machine)`);
  context.skip();
}

/** What an editor saw in the plan: the codes of what is wrong, and where a label led. */
interface Seen {
  readonly codes: readonly string[];
  readonly file: string;
  readonly line: number;
  /** Lines above the text. */
  readonly lenses?: readonly string[];
  /** What the editor complained of. */
  readonly messages?: string;
}

describe('other editors', function () {
  let folder: string;
  before(() => {
    builtServer();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'northmere '));
    mkdirSync(join(folder, 'home'));
    writeFileSync(join(folder, 'visit.plan.md'), plan);
    writeFileSync(join(folder, 'visit.letter.md'), letter);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs an editor on the plan with a home of its own, and reads what it wrote. */
  function run(program: string, args: readonly string[]): Seen {
    const home = join(folder, 'home');
    const { INSPECTION_RESPONSE_SERVER: _, ...environment } = process.env;
    const env = {
      ...environment,
      HOME: home,
      XDG_CONFIG_HOME: home,
      XDG_DATA_HOME: home,
      XDG_CACHE_HOME: home,
      XDG_STATE_HOME: home,
      SEEN: join(folder, 'seen.json'),
    };
    const { stdout, stderr, error } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', timeout: 50_000, env });
    assert.equal(error, undefined);
    try {
      return JSON.parse(readFileSync(join(folder, 'seen.json'), 'utf8')) as Seen;
    } catch {
      return assert.fail(`${program} wrote nothing:\n${stdout}\n${stderr}`);
    }
  }

  function sawEverything({ codes, file, line }: Seen): void {
    assert.ok(codes.includes('dates/weekday-mismatch'), codes.join(' '));
    assert.equal(file, 'visit.letter.md');
    assert.equal(line, letter.split('\n').findIndex((text) => text.includes('**F1**')) + 1);
  }

  it('Neovim shows what is wrong and the lines above the text, and goes from a label to the letter', function () {
    needs('nvim', this);
    writeFileSync(join(folder, 'config.lua'), configurationFor('lua'));
    writeFileSync(
      join(folder, 'script.lua'),
      `
      local plan = vim.api.nvim_get_current_buf()
      vim.wait(30000, function() return #vim.diagnostic.get(plan) > 0 end, 20)
      local codes = vim.tbl_map(function(one) return one.code or vim.tbl_get(one, 'user_data', 'lsp', 'code') end, vim.diagnostic.get(plan))
      local function lenses()
        local titles = {}
        for _, lens in ipairs(vim.lsp.codelens.get(plan)) do if lens.command then table.insert(titles, lens.command.title) end end
        return titles
      end
      vim.wait(10000, function() return #lenses() > 0 end, 20)
      local titles = lenses()
      vim.fn.search('F1 | Recruit')
      vim.lsp.buf.definition()
      vim.wait(10000, function() return vim.api.nvim_get_current_buf() ~= plan end, 20)
      local seen = { codes = codes, file = vim.fn.expand('%:t'), line = vim.fn.line('.'), lenses = titles, messages = vim.fn.execute('messages') }
      vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.SEEN)
      vim.cmd('qall!')
    `,
    );
    const seen = run('nvim', [
      '--headless',
      '-n',
      '-i',
      'NONE',
      '-u',
      join(folder, 'config.lua'),
      join(folder, 'visit.plan.md'),
      '-c',
      `luafile ${join(folder, 'script.lua').replaceAll(' ', '\\ ')}`,
    ]);
    sawEverything(seen);
    assert.ok(
      seen.lenses?.some((title) => /^\d+ actions?/.test(title)),
      seen.lenses?.join('\n'),
    );
    assert.doesNotMatch(seen.messages!, /[Ee]rror|not supported/);
  });

  it('Emacs with eglot shows what is wrong and goes from a label to the letter', function () {
    needs('emacs', this);
    if (spawnSync('emacs', ['--batch', '--eval', "(require 'eglot)"], { timeout: 20_000 }).status !== 0) {
      console.log('(skipped: eglot is not installed on this machine)');
      this.skip();
    }
    writeFileSync(join(folder, 'config.el'), configurationFor('elisp'));
    writeFileSync(
      join(folder, 'script.el'),
      `
      (require 'json)
      (setq eglot-sync-connect t)
      (find-file "visit.plan.md")
      ;; Without a screen no command ends, which is what eglot-ensure waits for.
      (run-hooks 'post-command-hook)
      (let ((tries 0))
        (while (and (< tries 300) (null (flymake-diagnostics)))
          (accept-process-output nil 0.1)
          (setq tries (1+ tries))))
      (let ((codes (mapcar (lambda (one) (replace-regexp-in-string "^.*\\\\[\\\\(.*?\\\\)\\\\]: \\\\(.\\\\|\\n\\\\)*$" "\\\\1" (flymake-diagnostic-text one))) (flymake-diagnostics))))
        (goto-char (point-min))
        (search-forward "| F1 |")
        (backward-char 3)
        (let* ((found (car (xref-backend-definitions (xref-find-backend) (xref-backend-identifier-at-point (xref-find-backend)))))
               (place (xref-item-location found)))
          (with-temp-file (getenv "SEEN")
            (insert (json-encode (list :codes (vconcat codes) :file (file-name-nondirectory (xref-location-group place)) :line (xref-location-line place)))))))
      (eglot-shutdown-all)
    `,
    );
    sawEverything(run('emacs', ['--batch', '-l', join(folder, 'config.el'), '-l', join(folder, 'script.el')]));
  });
});
