import assert from 'node:assert/strict';
import { createPageServer } from '../../../client/src/page-server.ts';
import { askingToPrint } from '../../../client/src/pages-for-browser.ts';
import { htmlPage } from '../../../server/src/reporting/html-page.ts';
import { exported } from '../export/harness.ts';

describe('pages for the browser', () => {
  it('are read at their own address, until the next is given', async () => {
    const pages = createPageServer();
    try {
      const first = await pages.give('Plan – Llŷn & co.html', '<p>Ŵyl</p>');
      assert.match(first.address, /^http:\/\/127\.0\.0\.1:\d+\/[\da-f]{32}\/Plan-Llyn-co\.html$/);
      const response = await fetch(first.address);
      await first.read;
      assert.equal(await response.text(), '<p>Ŵyl</p>');
      assert.equal(response.headers.get('cache-control'), 'no-store');
      const second = await pages.give('overview.html', '<p>Second</p>');
      assert.notEqual(second.address, first.address);
      assert.equal((await fetch(first.address)).status, 404);
      assert.equal((await fetch(new URL('/', second.address))).status, 404);
      assert.equal((await fetch(second.address, { method: 'POST' })).status, 404);
      assert.equal(await (await fetch(second.address)).text(), '<p>Second</p>');
    } finally {
      pages.dispose();
    }
  });

  it('are gone with the window', async () => {
    const pages = createPageServer();
    const { address } = await pages.give('plan.html', '<p>Plan</p>');
    await (await fetch(address)).text();
    pages.dispose();
    await assert.rejects(fetch(address));
  });

  it('ask to be printed, and nothing else may run in them', async () => {
    const overview = htmlPage('Plan', '<p>&lt;/body&gt;</p>');
    const paper = String(await exported('---\ntype: report\ntitle: Plan\n---\n\n# Plan\n\nWords.\n', 'html'));
    for (const page of [overview, paper]) {
      const asking = askingToPrint(page, 'abc');
      assert.match(asking, /content="script-src 'nonce-abc'; default-src (?:'|&#x27;)none/);
      assert.match(asking, /<script nonce="abc">addEventListener\('load', \(\) => \{ print\(\); \}\);<\/script>\n<\/body>/);
      assert.equal(asking.match(/nonce/g)?.length, 2);
    }
  });
});
