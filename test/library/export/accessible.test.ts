import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { launchBrowser } from '../../vscode/host/browser.mjs';
import { exported } from './harness.ts';

const examples = join(import.meta.dirname, '../../../examples/northmere');
const source = ['report', 'letter', 'plan']
  .map((kind) => `//- /northmere-focused-visit.${kind}.md\n${readFileSync(join(examples, `northmere-focused-visit.${kind}.md`), 'utf8')}`)
  .join('\n');

describe('a web page', function () {
  this.timeout(180_000);

  it('has nothing in it that axe-core finds fault with, as a bundle and in a council’s form', async function () {
    const browser = await (launchBrowser(() => undefined) as Promise<import('playwright-core').Browser>).catch(() => null);
    if (!browser) {
      console.log('      (skipped: no browser is here, and none can be fetched for this computer)');
      return this.skip();
    }
    try {
      // The page lets no script run; the one that looks at it comes in past that.
      const page = await (await browser.newContext({ bypassCSP: true })).newPage();
      const form = readFileSync(join(import.meta.dirname, '../../fixtures/papers/seaborne-visit.report.md'), 'utf8');
      for (const papers of [source, form]) {
        await page.setContent((await exported(papers, 'html')) as string);
        await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
        const found = (await page.evaluate('axe.run()')) as {
          readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
        };
        assert.deepEqual(
          found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`),
          [],
        );
      }
    } finally {
      await browser.close();
    }
  });
});
