import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeHtml, readHtml } from '../../../server/src/conversion/import/html.ts';
import { escape } from './word-file.ts';
import { bodyOf, bodyOfPaper, frontMatter, importWhole } from './words.ts';

const bytes = (source: string): Uint8Array => new TextEncoder().encode(source);
const body = (source: string): string => bodyOfPaper(readHtml(source));

describe('import of web pages', () => {
  it('the content without the site around it, which is listed', async () => {
    const source = '<!doctype html><title>Action plan - Aldersham Council</title><body><header><p>Aldersham Council</p></header><nav><a href="/">Home</a></nav><div class="breadcrumb">Home &gt; Papers</div><main><h1>Children’s services action plan</h1><h2>Actions</h2><p>We will act.</p></main><footer>Contact us</footer>';
    const { text, notes, type } = await importWhole(bytes(source), 'html', source.replace(/<title>.*<\/title>/, '').replace(/<[^>]*>/g, ' ').replace('&gt;', ''));
    assert.deepEqual([frontMatter(text)['title'], type], ['Children’s services action plan', 'action-plan']);
    assert.equal(bodyOf(text), '# Children’s services action plan\n\n## Actions\n\nWe will act.\n');
    for (const line of ['Aldersham Council', 'Home', 'Contact us']) assert.ok(notes.at(-1)!.includes(`“${line}”`), line);
  });
  it('what a committee system puts around a paper is left out', () => {
    assert.equal(body('<div class="mgHelp"><a href="/x">Skip to main content</a></div><ul class="mgNavigation"><li>Home</li></ul><div class="mgBreadcrumbs">Home &gt; Committees</div><h1>Focused visit</h1><div class="mgWordPara"><p>Report of the Director.</p></div><div id="footer">Aldersham Council</div>'), '# Focused visit\n\nReport of the Director.\n');
  });
  it('the one first heading is the title, also where a section may be called so', async () => {
    const { text } = await importWhole(bytes('<main><h1>Action plan</h1><h2>Actions</h2><p>We act.</p></main>'), 'html', 'Action plan Actions We act.');
    assert.deepEqual([frontMatter(text)['title'], bodyOf(text)], ['Action plan', '# Action plan\n\n## Actions\n\nWe act.\n']);
  });
  it('lists, quotations, definitions, emphasis, links, line breaks', () => {
    assert.equal(body('<p>See <a href="https://a.gov.uk/x">the <b>letter</b></a>,<br>or <a href="#top">above</a>.</p><ol start="3"><li>three<ul><li>inner</li></ul></li><li><p>four</p><p>more of it</p></li></ol><blockquote>They said so.</blockquote>'),
      'See [the **letter**](https://a.gov.uk/x),  \nor above.\n\n3. three\n   - inner\n4. four\n\nmore of it\n\n> They said so.\n');
  });
  it('tables with headings, joined cells and captions; layout tables are text', () => {
    assert.equal(body('<table><caption>Who does what</caption><tr><th>Action<th>Lead<th>When</tr><tr><td>Recruit<td rowspan=2>Head of Service<td>May</tr><tr><td>Train<td>June</tr></table><table><tr><td><h2>Next</h2><p>Text.</p></td></tr></table>'),
      'Who does what\n\n| Action | Lead | When |\n| --- | --- | --- |\n| Recruit | Head of Service | May |\n| Train | Head of Service | June |\n\n## Next\n\nText.\n');
  });
  it('a table that names its columns is one, with headings in its cells too; a colour that shows a status is its word', () => {
    assert.equal(body('<table><tr><th>Action<th>Lead<th>RAG</tr><tr><td><h4>Recruit</h4><td>HS<td style="background-color: rgb(255, 192, 0)"></tr><tr><td>Train<td>HS<td bgcolor="red"></tr></table>'),
      '| Action | Lead | RAG |\n| --- | --- | --- |\n| Recruit | HS | Amber |\n| Train | HS | Red |\n');
  });
  it('pictures are left out and said, with the words that describe them', () => {
    const { notes } = readHtml('<p>Text.</p><img src="a.png" alt="Visits rose from 60 to 80 per cent"><img src="b.png" alt="image 3"><img src="c.png">');
    assert.deepEqual(notes, ['3 pictures were left out. Described as: “Visits rose from 60 to 80 per cent”.']);
  });
  it('what Word puts on the clipboard', () => {
    assert.equal(body('<html><body><!--StartFragment--><p class=MsoListParagraph style="mso-list:l0"><!--[if !supportLists]--><span style="font-family:Symbol"><span style="mso-list:Ignore">·<span>&nbsp;&nbsp;&nbsp; </span></span></span><!--[endif]-->Recruit three<o:p></o:p></p><p class=MsoNormal><span style="font-weight:bold">A1</span> Train</p><!--EndFragment--></body></html>'),
      '- Recruit three\n\n**A1** Train\n');
  });
  it('a status is its word, without the sign beside it; the name of a field is not bold', () => {
    assert.equal(body('<ul><li>Recruit three<ul><li><b>Owner:</b> Head of Service</li><li><b>Status:</b> <span aria-hidden="true">●</span> green</li><li><b>Note:</b> kept</li></ul></li></ul>'),
      '- Recruit three\n  - Owner: Head of Service\n  - Status: green\n  - **Note:** kept\n');
  });
  it('a bullet that was typed makes an item, and the words behind it keep their spaces', () => {
    assert.equal(body('<p><b>- Recruit</b> <b>three</b> <i>posts</i></p>'), '- **Recruit three** *posts*\n');
    assert.equal(body('<p>Text.</p><p><b>*</b> <b>Recruit</b> three</p>'), 'Text.\n\n- **Recruit** three\n');
  });
  it('stars in a heading are stars, whether its style or its look tells that it is one', () => {
    assert.equal(body('<h2><b>a*a</b></h2>'), '# a\\*a\n');
    assert.equal(body('<p><b>(a*a*a</b> <span>aa</span></p> <p>!</p>'), '## (a\\*a\\*a aa\n\n!\n');
  });
  it('hidden parts and scripts show nothing', () => {
    assert.equal(body('<script>alert(1)</script><style>p{}</style><p hidden>no</p><p style="display:none">no</p><p>yes &lt;b&gt;</p>'), 'yes \\<b>\n');
  });
  it('the encoding that the page names, or that its bytes are in', () => {
    assert.ok(decodeHtml(Uint8Array.of(...bytes('<meta charset="windows-1252">'), 0xa3)).endsWith('£'));
    assert.ok(decodeHtml(bytes('<p>£')).endsWith('£'));
    assert.ok(decodeHtml(Uint8Array.of(0x3c, 0x70, 0x3e, 0x93)).endsWith('“'));
  });
  it('loses no word of any page, and nothing nests it to death', async () => {
    assert.ok(body(`${'<div>'.repeat(20_000)}deep`).includes('deep'));
    const words = fc.string({ unit: fc.constantFrom(...'ab ABc1.:-*_[]()#|<>&\\`~!“é☃'), maxLength: 30 }).map(escape);
    const inline = fc.tuple(words, fc.constantFrom('b', 'i', 'span', 'a href="https://x.y/"', 'sup')).map(([text, tag]) => `<${tag}>${text}</${tag.split(' ')[0]}>`);
    const block = fc.tuple(fc.array(inline, { maxLength: 3 }), fc.constantFrom('p', 'h2', 'li', 'div', 'blockquote', 'ul', 'td', 'pre', 'dt')).map(([parts, tag]) => `<${tag}>${parts.join(' ')}</${tag}>`);
    const source = fc.array(fc.oneof(block, fc.array(block, { minLength: 1, maxLength: 3 }).map((cells) => `<table><tr>${cells.map((cell) => `<td>${cell}`).join('')}</table>`), inline), { maxLength: 12 }).map((parts) => parts.join(' '));
    await fc.assert(fc.asyncProperty(source, async (one) => { await importWhole(bytes(one), 'html', one.replace(/<[^>]*>/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&')); }), { numRuns: 60 });
  }).timeout(20_000);
});
