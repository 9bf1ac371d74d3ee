import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../..');

describe('npm start', () => {
  it('serves VS Code with the extension on a folder, says where, and ends when it is asked to', async function () {
    this.timeout(120_000);
    if (!existsSync(join(repository, 'server/dist/server.cjs')) || !existsSync(join(repository, '.vscode-test/code-server-4.100.3'))) {
      console.log('      (skipped: needs a build and the VS Code that `npm test` fetches)');
      this.skip();
    }
    // Imported only now: it needs what the tests fetch.
    const { launchBrowser } = await import('../vscode/host/browser.mjs');
    const started = spawn(process.execPath, [join(repository, 'test/vscode/start.mjs'), '--no-build'], {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const address = await new Promise<string>((resolveAddress, rejectAddress) => {
        let printed = '';
        started.stdout.setEncoding('utf8').on('data', (text: string) => {
          printed += text;
          const found = /Open (http:\/\/localhost:\d+\/\S*) in a browser/.exec(printed)?.[1];
          if (found !== undefined) resolveAddress(found);
        });
        started.once('exit', () => rejectAddress(new Error(printed)));
      });
      const browser = await launchBrowser(console.log);
      try {
        const page = await browser.newPage();
        page.setDefaultTimeout(60_000);
        await page.goto(address);
        const whatToTry = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
        await whatToTry.getByRole('heading', { name: 'Examples' }).waitFor();
        await page.getByText('with-warnings').first().click();
        await page.getByText('wexcombe-visit.report.md').first().dblclick();
        await page.locator('.squiggly-warning').first().waitFor({ state: 'attached' });
        assert.match(await page.locator('.statusbar').innerText(), /to put right/);
      } finally {
        await browser.close();
      }
    } finally {
      started.kill('SIGINT');
      const [code] = (await once(started, 'exit')) as [number | null];
      // Windows knows no such request; there it is ended outright.
      if (process.platform !== 'win32') assert.equal(code, 0);
    }
  });
});
