import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeHtml, readHtml } from '../../../server/src/conversion/import/html/html.ts';
import { escape } from './word-file.ts';
import { importPaper } from '../../../server/src/conversion/import/import-paper.ts';
import { bodyOf, bodyOfPaper, frontMatter, importWhole } from './words.ts';

const bytes = (source: string): Uint8Array => new TextEncoder().encode(source);
const body = (source: string): string => bodyOfPaper(readHtml(source));

describe('import of web pages', () => {
  it('the content without the site around it, which is listed', async () => {
    const source =
      '<!doctype html><title>Action plan - Aldersham Council</title><body><header><p>Aldersham Council</p></header><nav><a href="/">Home</a></nav><div class="breadcrumb">Home &gt; Papers</div><main><h1>Children’s services action plan</h1><h2>Actions</h2><p>We will act.</p></main><footer>Contact us</footer>';
    const { text, notes, type } = await importWhole(
      bytes(source),
      'html',
      source
        .replace(/<title>.*<\/title>/, '')
        .replace(/<[^>]*>/g, ' ')
        .replace('&gt;', ''),
    );
    assert.deepEqual([frontMatter(text)['title'], type], ['Children’s services action plan', 'action-plan']);
    assert.equal(bodyOf(text), '# Children’s services action plan\n\n## Actions\n\nWe will act.\n');
    for (const line of ['Aldersham Council', 'Home', 'Contact us']) assert.ok(notes.at(-1)!.includes(`“${line}”`), line);
  });
  it('a title with a dash in it is that of the page, where the paper says it so; what stands behind it is the site', () => {
    const titleFor = (title: string) => readHtml(`<title>${title}</title><h1>Item 5 – The plan</h1><p>It is agreed.</p>`).properties.title;
    assert.deepEqual(['Item 5 – The plan', 'Item 5 – The plan - Aldersham Council', 'Papers - Aldersham Council'].map(titleFor), [
      'Item 5 – The plan',
      'Item 5 – The plan',
      'Papers',
    ]);
  });
  it('a page that is one plain text is read as that; a blank line in text that keeps its breaks ends a paragraph', () => {
    const source =
      '<!doctype html><title>Minutes</title><body><pre>Calder Fire Authority\n\nPlanning Committee\n\nMeeting to be held on 18 November 2026\n\nInspection Update\n\nRecommendation\n\nThe Committee is asked to endorse the update.\n</pre></body>';
    const { text } = importPaper(readHtml(source));
    const { title, body: to, 'meeting-date': date } = frontMatter(text) as Record<string, unknown>;
    assert.deepEqual({ title, to, date }, { title: 'Inspection Update', to: 'Planning Committee', date: '2026-11-18' });
    assert.equal(
      body(
        '<h2>Note</h2><p>The officers wrote a long note about it, which tells more than the few lines that stand below it.</p><pre>Line one\nLine two\n\nAnother paragraph</pre>',
      ).split('\n\n').length,
      4,
    );
  });
  it('parts that open when their heading is pressed are read, the button that is their heading too; other buttons are not', () => {
    const govUk =
      '<div class="govuk-accordion"><div class="govuk-accordion__controls"><button class="govuk-accordion__show-all" aria-expanded="false"><span>Show all sections</span></button></div><h2 class="govuk-accordion__section-heading"><button aria-controls="a" aria-expanded="false" class="govuk-accordion__section-button"><span>Waiting times</span><span class="govuk-visually-hidden">, </span><span><span>Show<span class="govuk-visually-hidden"> this section</span></span></span></button></h2><div id="a" class="govuk-accordion__section-content" hidden="until-found"><p>We will cut them.</p></div></div>';
    const others =
      '<div class="card-header"><button data-toggle="collapse" data-target="#b" aria-expanded="true">Plans for children</button></div><div id="b" class="collapse" style="display:none"><p>We will write them.</p></div><div class="accordion"><button aria-expanded="false"><h3>Homes</h3></button></div><p>We will find them.</p><details><summary>Schools</summary><p>We will ask them.</p></details>';
    const site =
      '<button aria-expanded="false" class="menu-toggle">Menu</button><button>Save</button><div hidden><p>Not shown.</p></div><p><a href="#top">Back to top</a></p><h2>Is this page useful?</h2>';
    assert.equal(
      body(`<h1>Our plan</h1><p>What we do.</p>${govUk}${others}${site}`),
      '# Our plan\n\nWhat we do.\n\n## Waiting times\n\nWe will cut them.\n\n### Plans for children\n\nWe will write them.\n\n### Homes\n\nWe will find them.\n\n#### Schools\n\nWe will ask them.\n',
    );
  });
  it('a plan of which each action stands in a part that opens, its owner and day as terms; the menu over it does not hide its title', () => {
    const action = (words: string, lead: string, day: string) =>
      `<section class="accordion"><button aria-expanded="false"><h3>${words}</h3></button><div class="accordion__body"><dl><dt>Lead</dt><dd>${lead}</dd><dt>Deadline</dt><dd>${day}</dd></dl></div></section>`;
    const { text, type } = importPaper(
      readHtml(
        `<body><nav><ul>${'<li><a>Council</a></li><li><a>Council tax</a></li><li><a>Bins</a></li>'.repeat(3)}</ul></nav><main><h1>SEND priority action plan</h1><p>What we do.</p>${action('Action 1: Review each plan in time', 'Casework Manager', '31 July 2026')}${action('Action 2: Publish the offer', 'Ada Marlow', '1 May 2026')}</main></body>`,
      ),
    );
    assert.equal(type, 'action-plan');
    assert.ok(
      text.endsWith(
        '- Action 1: Review each plan in time\n  - Lead: Casework Manager\n  - Deadline: 31 July 2026\n\n- Action 2: Publish the offer\n  - Lead: Ada Marlow\n  - Deadline: 1 May 2026\n',
      ),
      text,
    );
  });
  it('what a committee system puts around a paper is left out', () => {
    assert.ok(
      body(
        '<h1 class="mgMainTitleTxt">Agenda and minutes</h1><h2 class="mgSubTitleTxt">Scrutiny Panel<br>Tuesday, 14th January, 2025 6.00 pm</h2><p class="mgAiTitleTxt">Progress</p><p>Minutes:</p><p>The Panel received a report.</p><p><b>RESOLVED</b> –</p><p>(1) That the progress be noted.</p>',
      ).includes('\n\n**RESOLVED** –\n\n(1) That'),
    );
    assert.equal(
      body(
        '<div class="mgHelp"><a href="/x">Skip to main content</a></div><ul class="mgNavigation"><li>Home</li></ul><div class="mgBreadcrumbs">Home &gt; Committees</div><h1>Focused visit</h1><div class="mgWordPara"><p>Report of the Director.</p></div><div id="footer">Aldersham Council</div>',
      ),
      '# Focused visit\n\nReport of the Director.\n',
    );
  });
  it('an item of an agenda as a committee system shows it: title, meeting, decision and minutes', async () => {
    const { text, type, houseStyle } = importPaper(
      readHtml(
        '<div class="header"><a href="/">Cotsmere Council</a></div><div id="cookieconsent">This site uses cookies</div><h1 class="mgMainTitleTxt">Agenda item</h1><div class="mgLinks"><ul><li><a href="m">Meetings</a></li></ul></div><h2 class="mgSubTitleTxt">Outcome of the monitoring visit</h2><ul><li><a href="d">Meeting of Children and Young People Scrutiny Committee, Thursday, 14th March, 2024 10.00 am (Item 45.)</a></li></ul><p class="mgSubItemTitleTxt">Decision:</p><div><p>Resolved that the outcome be noted.</p></div><p class="mgSubItemTitleTxt">Minutes:</p><p>The Committee considered a report.</p>',
      ),
    );
    assert.deepEqual([type, houseStyle], ['minutes', 'generic']);
    assert.deepEqual(frontMatter(text), {
      type: 'minutes',
      'house-style': 'generic',
      title: 'Outcome of the monitoring visit',
      body: 'Children and Young People Scrutiny Committee',
      'meeting-date': '2024-03-14',
      'agenda-item': 45,
    });
    assert.equal(
      bodyOf(text),
      '# Outcome of the monitoring visit\n\n- Meeting of Children and Young People Scrutiny Committee, Thursday, 14th March, 2024 10.00 am (Item 45.)\n\n## Decision\n\nResolved that the outcome be noted.\n\n## Minutes\n\nThe Committee considered a report.\n',
    );
  });
  it('a list of items that a committee system lays out as a table: each number before its title', () => {
    const { text } = importPaper(
      readHtml(
        '<h1 class="mgMainTitleTxt">Agenda and minutes</h1><h2 class="mgSubTitleTxt">Children’s Scrutiny Committee<br>Thursday, 14th March, 2024 10.00 am</h2><table class="mgItemTable"><caption class="mgHide">Items</caption><tr><th>No.</th><th>Item</th></tr><tr><td><p>41.</p></td><td><div class="mgAiTitleTxt">Apologies for absence</div><p><span class="mgSubItemTitleTxt">Minutes:</span></p><p>There were none.</p></td></tr><tr><td><p>42.</p></td><td><div class="mgAiTitleTxt">Letter of the inspectors</div><p>Resolved that it be noted.</p><table><tr><th>Asked</th><th>Answered</th></tr><tr><td>Who waits?</td><td>Forty children.</td></tr></table></td></tr></table>',
      ),
    );
    const { body: committee, 'meeting-date': date } = frontMatter(text);
    assert.deepEqual([committee, date], ['Children’s Scrutiny Committee', '2024-03-14']);
    assert.equal(
      bodyOf(text),
      '# Children’s Scrutiny Committee\n\n## 41. Apologies for absence\n\n### Minutes\n\nThere were none.\n\n## 42. Letter of the inspectors\n\nResolved that it be noted.\n\n| Asked | Answered |\n| --- | --- |\n| Who waits? | Forty children. |\n',
    );
  });
  it('a table inside a cell of a table with named columns is read row by row in that cell', () => {
    assert.equal(
      body(
        '<table><tr><th>Action<th>Progress<th>Due</tr><tr><td>Recruit<td>Begun<table><tr><td>March<td>2 posts</tr><tr><td>April<td>1 post</tr></table><td>May 2026</tr></table>',
      ),
      '| Action | Progress | Due |\n| --- | --- | --- |\n| Recruit | Begun<br>March – 2 posts<br>April – 1 post | May 2026 |\n',
    );
  });
  it('a term and what is said of it are one paragraph; a footnote is told from the word before it; numbers that are typed are not doubled', () => {
    assert.equal(
      body(
        '<dl><div><dt>From</dt><dd>Aldersham Council</dd></div><dt>Chair:</dt><dd><p>Ann Fell</p></dd><dt>Aims</dt><dd><p>One.</p><p>Two.</p></dd></dl><p>Children in care<sup>1</sup> wait 12 m<sup>2</sup>.</p><ol style="list-style:none"><li>1. First</li><li>2. Second</li></ol><p>As at May. <a href="#r1">↩</a></p>',
      ),
      '**From:** Aldersham Council\n\n**Chair:** Ann Fell\n\n## Aims\n\nOne.\n\nTwo.\n\nChildren in care[1] wait 12 m2.\n\n1. First\n2. Second\n\nAs at May.\n',
    );
  });
  it('items that line breaks part are paragraphs; a number set apart by its style keeps its distance', () => {
    assert.equal(
      body(
        '<h2>2. Recommendations</h2><p><span>2.1</span>That Cabinet:</p><p>(a) notes the report;<br>(b) agrees the plan; and<br>(c) asks for a report.</p><p>Town Hall<br>Aldersham</p>',
      ),
      '## 2. Recommendations\n\n2.1 That Cabinet:\n\n(a) notes the report;\n\n(b) agrees the plan; and\n\n(c) asks for a report.\n\nTown Hall  \nAldersham\n',
    );
  });
  it('minutes that are a table become sections, with what is to be done under its name; a table that says who acts stays one', () => {
    const { text, type, removed } = importPaper(
      readHtml(
        '<h1>Aldersham Improvement Board</h1><p>Minutes of the meeting held on 14 May 2024</p><table><tr><th></th><th>Item</th><th>Action</th></tr><tr><td>1.</td><td><p><b>Welcome</b></p><p>The Chair welcomed everyone.</p></td><td></td></tr><tr><td>2.</td><td><p><b>Progress</b></p><p>Caseloads came down.</p></td><td><p>OP to circulate figures by 28 May 2024</p></td></tr></table><h2>Action log</h2><table><tr><th>No.</th><th>Action</th><th>Owner</th></tr><tr><td>1</td><td>Circulate figures</td><td>OP</td></tr></table>',
      ),
    );
    assert.equal(type, 'minutes');
    assert.ok(
      text.endsWith(
        '## 1. Welcome\n\nThe Chair welcomed everyone.\n\n## 2. Progress\n\nCaseloads came down.\n\n**Action:** OP to circulate figures by 28 May 2024\n\n## Action log\n\n| No. | Action | Owner |\n| --- | --- | --- |\n| 1 | Circulate figures | OP |\n',
      ),
      text,
    );
    assert.ok(removed.includes('Item'));
  });
  it('the page of a decision: who took it, when, and what it was', () => {
    const { text } = importPaper(
      readHtml(
        '<h1 class="mgMainTitleTxt">Decision details</h1><h2 class="mgSubTitleTxt">Children’s Improvement Plan</h2><p><span>Decision Maker: </span>Cabinet</p><p><span>Is Key decision?: </span>Yes</p><p class="mgSubItemTitleTxt">Decision:</p><p>That the plan be approved.</p><p><span>Date of decision: </span>07/03/2024</p>',
      ),
    );
    assert.deepEqual(frontMatter(text), {
      type: 'minutes',
      'house-style': 'generic',
      title: 'Children’s Improvement Plan',
      body: 'Cabinet',
      'meeting-date': '2024-03-07',
      'key-decision': 'yes',
    });
  });
  it('the list of links to the headings of the page is left out and said', () => {
    const { text, notes } = importPaper(
      readHtml(
        '<h1>Visit to Aldersham</h1><h2>Contents</h2><ul><li><a href="#a">Background</a></li><li><a href="#b">Next steps</a></li></ul><h2 id="a">Background</h2><p>One.</p><h2 id="b">Next steps</h2><p>Two.</p>',
      ),
    );
    assert.equal(bodyOf(text), '# Visit to Aldersham\n\n## Background\n\nOne.\n\n## Next steps\n\nTwo.\n');
    assert.ok(
      notes.some((note) => note.includes('“Contents”, “Background”, “Next steps”')),
      notes.join('\n'),
    );
  });
  it('the kind and size of a file behind words is none of them; “RESOLVED: That” is no heading', () => {
    const { text, removed } = importPaper(
      readHtml(
        '<h1>Minutes of the Cabinet</h1><h2>2. Response to the inspection <a>PDF 512 KB</a></h2><p>RESOLVED: That</p><p>(a) the plan be agreed; and</p><p>(b) a PDF 2 pages long be sent.</p>',
      ),
    );
    assert.equal(
      bodyOf(text),
      '# Minutes of the Cabinet\n\n## 2. Response to the inspection\n\nRESOLVED: That\n\n(a) the plan be agreed; and\n\n(b) a PDF 2 pages long be sent.\n',
    );
    assert.ok(removed.includes('PDF 512 KB'));
  });
  it('the day that a plan tells of, though its title says the month', () => {
    assert.equal(
      frontMatter(
        importPaper(
          readHtml(
            '<h1>SEND improvement plan: update March 2026</h1><p>Last updated 14 March 2026</p><table><tr><th>Action</th><th>Lead</th><th>Due</th></tr><tr><td>Cut the waits</td><td>Clinical Lead</td><td>31 May 2026</td></tr></table>',
          ),
        ).text,
      )['as-at'],
      '2026-03-14',
    );
  });
  it('and so is one with the numbers of pages, or whose links are paragraphs', () => {
    const sections = '<h2>Background</h2><p>One.</p><h2>Next steps</h2><p>Two.</p>';
    for (const list of [
      '<ul><li>Background <span>.....</span> 2</li><li>Next steps <span>.....</span> 7</li></ul>',
      '<p><a href="#a">Background</a></p><p><a href="#b">Next steps</a></p>',
      '<table><tr><th>Section</th><th>Page</th></tr><tr><td>Background</td><td>2</td></tr><tr><td>Next steps</td><td>7</td></tr></table>',
    ]) {
      assert.equal(
        bodyOf(importPaper(readHtml(`<h1>Visit to Aldersham</h1><h2>Contents</h2>${list}${sections}`)).text),
        '# Visit to Aldersham\n\n## Background\n\nOne.\n\n## Next steps\n\nTwo.\n',
      );
    }
  });
  it('the one first heading is the title, also where a section may be called so', async () => {
    const { text } = await importWhole(
      bytes('<main><h1>Action plan</h1><h2>Actions</h2><p>We act.</p></main>'),
      'html',
      'Action plan Actions We act.',
    );
    assert.deepEqual([frontMatter(text)['title'], bodyOf(text)], ['Action plan', '# Action plan\n\n## Actions\n\nWe act.\n']);
  });
  it('lists, quotations, definitions, emphasis, links, line breaks', () => {
    assert.equal(
      body(
        '<p>See <a href="https://a.gov.uk/x">the <b>letter</b></a>,<br>or <a href="#top">above</a>.</p><ol start="3"><li>three<ul><li>inner</li></ul></li><li><p>four</p><p>more of it</p></li></ol><blockquote>They said so.</blockquote>',
      ),
      'See [the **letter**](https://a.gov.uk/x),  \nor above.\n\n3. three\n   - inner\n4. four\n\nmore of it\n\n> They said so.\n',
    );
  });
  it('tables with headings, joined cells and captions; layout tables are text', () => {
    assert.equal(
      body(
        '<table><caption>Who does what</caption><tr><th>Action<th>Lead<th>When</tr><tr><td>Recruit<td rowspan=2>Head of Service<td>May</tr><tr><td>Train<td>June</tr></table><table><tr><td><h2>Next</h2><p>Text.</p></td></tr></table>',
      ),
      'Who does what\n\n| Action | Lead | When |\n| --- | --- | --- |\n| Recruit | Head of Service | May |\n| Train | Head of Service | June |\n\n## Next\n\nText.\n',
    );
  });
  it('a table that names its columns is one, with headings in its cells too; a colour that shows a status is its word', () => {
    assert.equal(
      body(
        '<table><tr><th>Action<th>Lead<th>RAG</tr><tr><td><h4>Recruit</h4><td>HS<td style="background-color: rgb(255, 192, 0)"></tr><tr><td>Train<td>HS<td bgcolor="red"></tr></table>',
      ),
      '| Action | Lead | RAG |\n| --- | --- | --- |\n| Recruit | HS | Amber |\n| Train | HS | Red |\n',
    );
  });
  it('pictures are left out and said, with the words that describe them', () => {
    const { notes } = readHtml(
      '<p>Text.</p><img src="a.png" alt="Visits rose from 60 to 80 per cent"><img src="b.png" alt="image 3"><img src="c.png">',
    );
    assert.deepEqual(notes, ['3 pictures were left out. Described as: “Visits rose from 60 to 80 per cent”.']);
  });
  it('what Word puts on the clipboard', () => {
    assert.equal(
      body(
        '<html><body><!--StartFragment--><p class=MsoListParagraph style="mso-list:l0"><!--[if !supportLists]--><span style="font-family:Symbol"><span style="mso-list:Ignore">·<span>&nbsp;&nbsp;&nbsp; </span></span></span><!--[endif]-->Recruit three<o:p></o:p></p><p class=MsoNormal><span style="font-weight:bold">A1</span> Train</p><!--EndFragment--></body></html>',
      ),
      '- Recruit three\n\n**A1** Train\n',
    );
  });
  it('lists that Word puts on the clipboard: bullets of any sign, levels, numbers', () => {
    const item = (level: number, mark: string, text: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:"Courier New"'><span style='mso-list:Ignore'>${mark}<span>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;
    assert.equal(
      body(
        item(1, '·', 'The front door') +
          item(2, 'o', 'Its speed') +
          item(1, '§', 'The records') +
          '<p>Then:</p>' +
          item(1, '1.', 'Recruit') +
          item(1, '2.', 'Train') +
          item(2, '(a)', 'managers'),
      ),
      '- The front door\n  - Its speed\n- The records\n\nThen:\n\n1. Recruit\n2. Train\n\n(a) managers\n',
    );
  });
  it('what Google Docs puts on the clipboard is bold only where it is', () => {
    assert.equal(
      body(
        '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">A1</span><span> Recruit</span></p><ul><li><p><span>two managers</span></p></li></ul></b>',
      ),
      '**A1** Recruit\n\n- two managers\n',
    );
  });
  it('a status is its word, without the sign beside it; the name of a field is not bold', () => {
    assert.equal(
      body(
        '<ul><li>Recruit three<ul><li><b>Owner:</b> Head of Service</li><li><b>Status:</b> <span aria-hidden="true">●</span> green</li><li><b>Note:</b> kept</li></ul></li></ul>',
      ),
      '- Recruit three\n  - Owner: Head of Service\n  - Status: green\n  - **Note:** kept\n',
    );
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
    assert.equal(
      body(
        '<script>alert(1)</script><style>p{}</style><p hidden>no</p><p style="display:none">no</p><p style="visibility: hidden">no</p><p>yes &lt;b&gt;</p>',
      ),
      'yes \\<b>\n',
    );
  });
  it('the encoding that the page names, or that its bytes are in', () => {
    assert.ok(decodeHtml(Uint8Array.of(...bytes('<meta charset="windows-1252">'), 0xa3)).endsWith('£'));
    assert.ok(decodeHtml(bytes('<p>£')).endsWith('£'));
    assert.ok(decodeHtml(Uint8Array.of(0x3c, 0x70, 0x3e, 0x93)).endsWith('“'));
  });
  it('loses no word of any page, and nothing nests it to death', async () => {
    assert.ok(body(`${'<div>'.repeat(20_000)}deep`).includes('deep'));
    const words = fc.string({ unit: fc.constantFrom(...'ab ABc1.:-*_[]()#|<>&\\`~!“é☃'), maxLength: 30 }).map(escape);
    const inline = fc
      .tuple(words, fc.constantFrom('b', 'i', 'span', 'a href="https://x.y/"', 'sup'))
      .map(([text, tag]) => `<${tag}>${text}</${tag.split(' ')[0]}>`);
    const block = fc
      .tuple(fc.array(inline, { maxLength: 3 }), fc.constantFrom('p', 'h2', 'li', 'div', 'blockquote', 'ul', 'td', 'pre', 'dt'))
      .map(([parts, tag]) => `<${tag}>${parts.join(' ')}</${tag}>`);
    const source = fc
      .array(
        fc.oneof(
          block,
          fc
            .array(block, { minLength: 1, maxLength: 3 })
            .map((cells) => `<table><tr>${cells.map((cell) => `<td>${cell}`).join('')}</table>`),
          inline,
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join(' '));
    await fc.assert(
      fc.asyncProperty(source, async (one) => {
        await importWhole(
          bytes(one),
          'html',
          one
            .replace(/<[^>]*>/g, ' ')
            .replace(/&lt;/g, '<')
            .replace(/&gt;/g, '>')
            .replace(/&quot;/g, '"')
            .replace(/&amp;/g, '&'),
        );
      }),
      { numRuns: 60 },
    );
  }).timeout(20_000);
});
