import assert from 'node:assert/strict';
import { exported } from './harness.ts';
import { checkWord } from './office-package.ts';

const report = `//- /n/visit.report.md
---
type: committee-report
house-style: generic
title: The visit
---

# The visit

See [what follows](#next-steps), [the second](#next-steps-1), [the title](#the-visit), [nothing](#none), [strengths](visit.letter.md#strengths), [the letter](visit.letter.md#none) and [elsewhere](other.letter.md#strengths).

## Next steps

Soon.

## Next steps

Later.
//- /n/visit.letter.md
---
type: inspection-letter
title: Letter
---

# Letter

## Strengths

- **S1** Staff; see [above](#strengths).
`;

describe('links to headings', () => {
  it('lead to them on the page, in their own paper and in another of the bundle; what is not there is only its words', async () => {
    const page = (await exported(report, 'html')) as string;
    const links = Array.from(
      page.slice(page.indexOf('</nav>')).matchAll(/<a href="#([^"]*)">([^<]*)<\/a>/g),
      ([, id, words]) => `${words}: ${id}`,
    );
    assert.deepEqual(links, [
      'what follows: section-next-steps',
      'the second: section-next-steps-2',
      'the title: paper',
      'strengths: a1-section-strengths',
      'the letter: a1-paper',
      'above: a1-section-strengths',
    ]);
    for (const id of links.map((link) => link.replace(/^.*: /, ''))) assert.equal(page.split(` id="${id}"`).length, 2, id);
    assert.match(page, /, nothing, /);
    assert.match(page, / and elsewhere\./);
  });
  it('and in Word', async () => {
    const document = checkWord((await exported(report, 'docx')) as Uint8Array)['word/document.xml']!;
    const anchorOf = (words: string) =>
      new RegExp(`<w:hyperlink[^>]*w:anchor="([^"]*)"[^>]*>(?:(?!</w:hyperlink>)[^])*>${words}<`).exec(document)?.[1] ?? null;
    const named = (anchor: string | null) => anchor !== null && document.includes(`<w:bookmarkStart w:name="${anchor}"`);
    for (const words of ['what follows', 'the second', 'the title', 'strengths', 'the letter', 'above'])
      assert.ok(named(anchorOf(words)), `${words}: ${anchorOf(words)}`);
    assert.equal(anchorOf('nothing'), null);
  });
});
