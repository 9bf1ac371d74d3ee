import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { closeEverything, diagnosticsWhere, eventually, needsWindow, textArrives, workspaceFolder } from './editor.ts';
import { clearNotices, notice, noticeButton } from './notices.ts';
import { click, press, takePicture, textOf, type, waitFor } from './window.ts';

const plan = (rows: string, asAt: string): string =>
  `---\ntype: action-plan\ntitle: Plan\nas-at: ${asAt}\nstatus-scale: rag\n---\n\n## Actions\n\n| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n${rows}\n`;
const rows = {
  january: '| A1 | Review all plans | Head of Quality | 31 May 2026 | amber |',
  february: '| A1 | Review all plans | Head of Quality | 31 May 2026 | green |',
  april: '| A1 | Review all plans | Head of Quality | 30 June 2026 | green |',
};
const report =
  '---\ntype: committee-report\ntitle: Answer to the visit\nbody: Cabinet\nmeeting-date: 2026-03-10\npublished: 2026-03-02\n---\n\n# Answer to the visit\n\n## Summary\n\nText.\n\n## Implications\n\nText.\n';

/** Git of this computer; null where there is none. */
function gitIn(folder: string): ((date: string, ...parameters: readonly string[]) => void) | null {
  const git = (date: string, ...parameters: readonly string[]): void => {
    execFileSync(
      'git',
      ['-c', 'user.name=Officer', '-c', 'user.email=officer@northmere.example', '-c', 'commit.gpgsign=false', ...parameters],
      { cwd: folder, env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }, stdio: 'pipe' },
    );
  };
  try {
    git('2026-01-01T12:00:00', '--version');
    return git;
  } catch {
    return null;
  }
}

describe('comparing with an earlier version', function () {
  this.timeout(60_000);
  const planFile = (): string => join(workspaceFolder(), 'kept in git', 'visit.plan.md');
  const reportFile = (): string => join(workspaceFolder(), 'kept in git', 'visit.report.md');

  before(async function () {
    needsWindow(this);
    const folder = join(workspaceFolder(), 'kept in git');
    mkdirSync(folder);
    const git = gitIn(folder);
    if (!git) {
      console.log('(skipped: this computer has no Git)');
      this.skip();
    }
    git('2026-01-20T12:00:00', 'init', '--quiet');
    const commit = (date: string, message: string): void => {
      git(date, 'add', '--all');
      git(date, 'commit', '--quiet', '--message', message);
    };
    writeFileSync(planFile(), plan(rows.january, '2026-01-20'));
    commit('2026-01-20T12:00:00', 'First draft');
    git('2026-01-20T12:00:00', 'tag', 'first-draft');
    writeFileSync(planFile(), plan(rows.february, '2026-02-27'));
    writeFileSync(reportFile(), report);
    commit('2026-03-01T12:00:00', 'For the meeting');
    writeFileSync(planFile(), plan(rows.april, '2026-04-20'));
    commit('2026-04-20T12:00:00', 'As it now is');
    writeFileSync(planFile(), plan(rows.april.replace('green', 'complete'), '2026-05-31'));
    await vscode.workspace.getConfiguration('git').update('enabled', true, vscode.ConfigurationTarget.Global);
    const extension = vscode.extensions.getExtension<{ readonly enabled: boolean; readonly onDidChangeEnablement: vscode.Event<boolean> }>(
      'vscode.git',
    );
    assert.ok(extension, 'VS Code comes with its Git extension.');
    const { exports } = extension.isActive ? extension : { exports: await extension.activate() };
    await eventually(
      () => 'Git to be switched on',
      (again) => exports.onDidChangeEnablement(again),
      () => (exports.enabled ? true : undefined),
    );
  });
  after(async () => {
    await vscode.workspace.getConfiguration('git').update('enabled', undefined, vscode.ConfigurationTarget.Global);
    rmSync(join(workspaceFolder(), 'kept in git'), { recursive: true, force: true });
  });
  afterEach(async () => {
    await press('Escape');
    await clearNotices();
    await closeEverything();
  });

  /** Chooses a version, and gives the page that tells what changed since. */
  const compareWith = async (version: string, file = planFile()): Promise<string> => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
    void vscode.commands.executeCommand('inspectionResponse.compare');
    await waitFor({ selector: `.quick-input-widget .monaco-list-row:has-text("${version}")` });
    await takePicture('compare-choices');
    await type(version);
    await press('Enter');
    const page = await eventually(
      () => 'the page',
      (again) => vscode.window.onDidChangeActiveTextEditor(again),
      () => (vscode.window.activeTextEditor?.document.isUntitled ? vscode.window.activeTextEditor.document : undefined),
    );
    return page.getText();
  };

  it('tells what changed since the last commit', async () => {
    const page = await compareWith('The last commit');
    assert.match(page, /^## Progress since 20 April 2026\n/);
    assert.match(page, /### Completed\n\n- A1 /);
    assert.doesNotMatch(page, /Due later/);
  });

  it('tells in a report what changed in the plan, for it has no actions of its own', async () => {
    assert.match(await compareWith('The last commit', reportFile()), /### Completed\n\n- A1 /);
  });

  it('since a tag', async () => {
    const page = await compareWith('first-draft');
    assert.match(page, /^## Progress since 20 January 2026\n/);
    assert.match(page, /### Due later than before\n\n- A1 Review all plans: due 30 June 2026 instead of 31 May 2026/);
  });

  it('since the version that was taken to the previous meeting', async () => {
    assert.match(await compareWith('The version taken to the previous meeting'), /^## Progress since 27 February 2026\n/);
    await waitFor(await notice('as it was on 2 March 2026, for the meeting on 10 March 2026, Cabinet'));
  });

  it('puts it into the report where the house style has it, and into its own place the next time', async () => {
    await compareWith('first-draft');
    await click(await noticeButton('Compared with the version', 'Insert into the report'));
    const document = await vscode.workspace.openTextDocument(reportFile());
    await textArrives(document, '## Progress since 20 January 2026');
    assert.match(document.getText(), /Text\.\n\n## Progress since 20 January 2026\n[^]*\n\n## Implications\n/);
    await clearNotices();
    await compareWith('The version taken to the previous meeting');
    await click(await noticeButton('Compared with the version', 'Insert into the report'));
    await textArrives(document, '## Progress since 27 February 2026');
    assert.equal(document.getText().split('Progress since').length, 2, document.getText());
    const told = await notice('gave way to the new one');
    await waitFor(told);
    assert.match(await textOf(told), /“Progress since 20 January 2026”/);
  });

  it('refuses where it cannot be told which version went to a meeting', async () => {
    const lone = join(workspaceFolder(), 'kept in git', 'no meetings');
    mkdirSync(lone);
    const file = join(lone, 'other.plan.md');
    writeFileSync(file, plan(rows.january, '2026-01-20'));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
    void vscode.commands.executeCommand('inspectionResponse.compare');
    await waitFor({ selector: '.quick-input-widget .monaco-list-row:has-text("previous meeting")' });
    await type('The version taken to the previous meeting');
    await press('Enter');
    await waitFor(await notice('it cannot be told which version went to it'));
  });
});

describe('starting the next report', () => {
  before(function () {
    needsWindow(this);
  });
  afterEach(async () => {
    await press('Escape');
    await closeEverything();
  });

  const nextFrom = async (path: string): Promise<void> => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(join(workspaceFolder(), path)));
    void vscode.commands.executeCommand('inspectionResponse.startNextReport');
  };

  it('takes over the header of the last one and the statuses of the plan', async () => {
    await nextFrom('northmere/northmere-focused-visit.report.md');
    await waitFor({ selector: '.quick-input-widget .monaco-list-row:has-text("No, give the statuses only")' });
    await type('No, give');
    await press('Enter');
    const made = await eventually(
      () => 'the next report',
      (again) => vscode.window.onDidChangeActiveTextEditor(again),
      () => (vscode.window.activeTextEditor?.document.isUntitled ? vscode.window.activeTextEditor.document : undefined),
    );
    assert.equal(made.languageId, 'inspection-response');
    assert.match(made.getText(), /^type: committee-report$/m);
    assert.match(made.getText(), /^body: Children and Young People Scrutiny Committee$/m);
    assert.match(made.getText(), /^meeting-date: "?\[date of the meeting\]"?$/m);
    assert.match(made.getText(), /The plan has ten actions\.|The plan has 10 actions\./);
    assert.ok(made.uri.path.endsWith('/northmere/northmere-focused-visit-next.report.md'), made.uri.path);
    const asked = made
      .getText()
      .split('\n')
      .flatMap((line, at) => (/\[[^\]]+\](?!\()/.test(line) ? [at] : []));
    const found = await diagnosticsWhere(made.uri, 'whatever is to be written', (all) =>
      asked.every((line) => all.some(({ range }) => range.start.line === line)),
    );
    assert.ok(
      found.every((one) => asked.includes(one.range.start.line)),
      'and nothing else: it knows the papers beside it',
    );
    await takePicture('next-report');
  });

  it('says what is missing where there is no plan beside the report', async () => {
    const folder = join(workspaceFolder(), 'alone');
    mkdirSync(folder);
    writeFileSync(join(folder, 'lone.report.md'), report);
    await nextFrom('alone/lone.report.md');
    await waitFor(await notice('No action plan was found beside the report'));
    await clearNotices();
    await closeEverything();
    rmSync(folder, { recursive: true, force: true });
  });
});
