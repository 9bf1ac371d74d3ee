import assert from 'node:assert/strict';
import { getDocumentProxy } from 'unpdf';
import { browserPlaces, printPage } from '../../../server/src/conversion/export/browser.ts';
import { browserCandidates } from '../../vscode/host/install.mjs';
import { exported } from './harness.ts';

interface StructureNode {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly StructureNode[];
}

/** The browser of this computer, or the one that the tests in VS Code fetch. */
function aBrowser(): { readonly browser: string; readonly environment: Readonly<Record<string, string>> } | null {
  for (const { prepare } of browserCandidates(() => undefined)) {
    try {
      const { executablePath, env } = prepare();
      return { browser: executablePath, environment: env };
    } catch {
      /* the next one */
    }
  }
  return null;
}

const paper = `---
type: committee-report
title: The visit
exempt: 3
---

## Summary

Inspectors came, [as they said](https://ofsted.example).

![A chart of visits](data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==)

## Actions

- one
- two

| Ref | Action |
|---|---|
| A1 | Train |
`;

describe('PDF', function () {
  this.timeout(180_000);

  it('is tagged, has its language and title, and says on each page that it is exempt', async function () {
    const found = aBrowser();
    if (!found) {
      console.log('      (skipped: no browser is here, and none can be fetched for this computer)');
      return this.skip();
    }
    const before = { ...process.env };
    Object.assign(process.env, found.environment);
    try {
      const bytes = (await exported(paper, 'pdf', { print: (html) => printPage(html, found.browser) })) as Uint8Array;
      const text = Buffer.from(bytes).toString('latin1');
      assert.match(text, /\/StructTreeRoot/);
      assert.match(text, /\/MarkInfo\s*<<[^>]*\/Marked true/);
      assert.match(text, /\/Lang \(en-GB\)/);
      const pdf = await getDocumentProxy(bytes.slice());
      assert.equal(((await pdf.getMetadata()).info as { Title?: string }).Title, 'The visit');
      const page = await pdf.getPage(1);
      const roles: string[] = [];
      const pictures: string[] = [];
      const visit = (node: StructureNode): void => {
        if (node.role) roles.push(node.role);
        if (node.alt) pictures.push(node.alt);
        for (const child of node.children ?? []) visit(child);
      };
      visit((await page.getStructTree()) as StructureNode);
      for (const role of ['H1', 'H2', 'P', 'L', 'LI', 'Link', 'Table', 'TR', 'TH', 'TD', 'Figure'])
        assert.ok(roles.includes(role), `${role} in ${[...new Set(roles)].join(' ')}`);
      assert.deepEqual(pictures, ['A chart of visits']);
      const words = (await page.getTextContent()).items.map((item: object) => ('str' in item ? String(item.str) : '')).join(' ');
      assert.match(words, /Not for publication: exempt by virtue of paragraph 3/);
      assert.match(words, /Page\s+1\s+of\s+1/);
    } finally {
      for (const name of Object.keys(found.environment)) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
  });

  it('says what to do where there is no browser, or it is no browser', async () => {
    await assert.rejects(printPage('', '/no/such/browser'), /The browser that is to make the PDF is not at “\/no\/such\/browser”\./);
    await assert.rejects(printPage('', process.execPath), /ended before it had made the PDF/);
  });

  it('is not made where no browser can be started, which is said', () =>
    assert.rejects(exported(paper, 'pdf'), /which cannot be started from here\. Export to Word or to a web page/));

  it('looks where browsers are installed on each system', () => {
    const windows = browserPlaces(
      'win32',
      { ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)', LOCALAPPDATA: 'C:\\Users\\A\\AppData\\Local' },
      '',
    );
    assert.ok(windows.includes('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'));
    assert.ok(windows.includes('C:\\Users\\A\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'));
    assert.ok(browserPlaces('darwin', {}, '/Users/a').includes('/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'));
    assert.ok(browserPlaces('linux', { PATH: '/opt/bin:relative' }, '/home/a').includes('/opt/bin/chromium'));
    assert.ok(browserPlaces('linux', { PATH: 'relative' }, '/home/a').every((place) => place.startsWith('/')));
  });
});
