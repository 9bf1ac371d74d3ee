import assert from 'node:assert/strict';
import { Document, Footer, Header, Packer, PageOrientation, Paragraph } from 'docx';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { columnWidths } from '../../../server/src/conversion/export/word/table-grid.ts';
import { placeCells } from '../../../server/src/conversion/export/word/table-grid.ts';
import { exported, type ExportFixture } from './harness.ts';
import { checkWord } from './office-package.ts';

const word = async (
  source: string,
  options: ExportFixture = {},
): Promise<{ readonly parts: Readonly<Record<string, string>>; readonly document: string }> => {
  const parts = checkWord((await exported(source, 'docx', options)) as Uint8Array);
  return { parts, document: parts['word/document.xml']! };
};

/** Paragraphs with the name of their style, their list (by a number of its own) and level, and their words. */
function paragraphs({ parts, document }: { parts: Readonly<Record<string, string>>; document: string }): string[] {
  const names = new Map(
    Array.from(
      parts['word/styles.xml']!.matchAll(/w:styleId="([^"]*)"[^>]*>(?:(?!<\/w:style>)[^])*?<w:name w:val="([^"]*)"/g),
      ([, id, name]) => [id!, name!],
    ),
  );
  const lists: string[] = [];
  const listOf = (id: string): number => (lists.includes(id) ? lists.indexOf(id) : lists.push(id) - 1) + 1;
  return Array.from(document.matchAll(/<w:p>(?:(?!<w:p>)[^])*?<\/w:p>/g), ([paragraph]) => {
    const text = Array.from(paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<w:tab\/>/g), ([, words]) => words ?? ' → ')
      .join('')
      .replace(/&amp;/g, '&');
    const level = /<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"/.exec(paragraph);
    return text === ''
      ? ''
      : `${names.get(/<w:pStyle w:val="([^"]*)"/.exec(paragraph)?.[1] ?? '') ?? ''}${level ? ` #${listOf(level[2]!)}.${level[1]}` : ''}: ${text}`;
  }).filter((line) => line !== '');
}

const head = (style: string, more = '') => `---\ntype: committee-report\nhouse-style: ${style}\ntitle: The visit\n${more}---\n\n`;
/** A picture of one point. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('Word', function () {
  it('has real styles and numbers that Word makes by itself, anew in each list', async () => {
    assert.deepEqual(
      paragraphs(
        await word(
          `${head('southampton')}## Summary\n\nInspectors came.\n\nThey left.\n\n> Leaders know.\n\n## Recommendations\n\n- That the Panel notes it.\n- That the Panel asks.\n\n## Next steps\n\n1. one\n2. two\n\nText.\n\n1. other\n\n- bullet\n  - deeper\n`,
        ),
      ),
      [
        'Subtitle: Southampton City Council',
        'Title: The visit',
        'Table Heading: Subject',
        'Table Text: The visit',
        'Heading 1: Summary',
        'Numbered Paragraph #1.0: Inspectors came.',
        'Numbered Paragraph #1.0: They left.',
        'Quote: Leaders know.',
        'Heading 1: Recommendations',
        'Recommendation #2.0: That the Panel notes it.',
        'Recommendation #2.0: That the Panel asks.',
        'Heading 1: Next steps',
        'List Number #3.0: one',
        'List Number #3.0: two',
        'Numbered Paragraph #1.0: Text.',
        'List Number #4.0: other',
        'List Bullet #5.0: bullet',
        'List Bullet 2 #5.1: deeper',
      ],
    );
  });

  it('begins lists and quotations under a numbered paragraph where its words begin, and those under a heading at the margin', async () => {
    const { document } = await word(
      `${head('cheshire-east')}## Summary\n\n- free\n\nThey asked for:\n\n- a plan\n  - and a date\n\n1. first\n\n> Leaders know.\n\n## Recommendations\n\nThe Panel is asked:\n\n- That the Panel notes it.\n`,
    );
    const indents = ['free', 'a plan', 'and a date', 'first', 'Leaders know.', 'That the Panel notes it.'].map((words) => {
      const paragraph = Array.from(document.matchAll(/<w:p>(?:(?!<w:p>)[^])*?<\/w:p>/g), ([found]) => found).find((found) =>
        found.includes(`>${words}<`),
      )!;
      const attributes = /<w:ind ([^/]*)\/>/.exec(paragraph)?.[1] ?? '';
      return `${words}: ${['left', 'hanging'].map((name) => new RegExp(`w:${name}="(\\d+)"`).exec(attributes)?.[1] ?? '–').join(' ')}`;
    });
    assert.deepEqual(indents, [
      'free: – –',
      'a plan: 1080 360',
      'and a date: 1440 360',
      'first: 1160 440',
      'Leaders know.: 1200 –',
      'That the Panel notes it.: 1440 720',
    ]);
  });

  it('numbers sections and their paragraphs in one list of two levels', async () => {
    const made = await word(`${head('nottingham-scrutiny')}## Summary\n\nInspectors came.\n\n## Background\n\nThey left.\n`);
    assert.deepEqual(paragraphs(made), [
      'Subtitle: Nottingham City Council',
      'Title: The visit',
      'Heading 1 #1.0: Summary',
      'Numbered Paragraph #1.1: Inspectors came.',
      'Heading 1 #1.0: Background',
      'Numbered Paragraph #1.1: They left.',
    ]);
    assert.match(made.parts['word/numbering.xml']!, /<w:lvlText w:val="%1\."\/>[^]*<w:lvlText w:val="%1\.%2"\/>/);
  });

  it('makes numbers written by hand Word’s own as long as they count, and keeps the others as text', async () => {
    const made = await word(`${head('southampton')}## Summary\n\n4\\. Fourth.\n\n5\\. Fifth.\n\n7\\. Seventh.\n\n(a) First letter.\n`);
    assert.deepEqual(paragraphs(made).slice(-4), [
      'Numbered Paragraph #1.0: Fourth.',
      'Numbered Paragraph #1.0: Fifth.',
      'Numbered Paragraph #2.0: Seventh.',
      'Numbered Paragraph #3.0: First letter.',
    ]);
    assert.match(made.parts['word/numbering.xml']!, /<w:start w:val="4"\/>[^]*<w:start w:val="7"\/>[^]*<w:numFmt w:val="lowerLetter"\/>/);
    assert.deepEqual(paragraphs(await word(`${head('sefton')}## 2. Second\n\n### 2.3 Third of it\n`)).slice(-2), [
      'Heading 1: 2. → Second',
      'Heading 2: 2.3 → Third of it',
    ]);
  });

  it('refers by fields: labels, and paragraphs by the number that Word gives them', async () => {
    const { document } = await word(
      `${head('southampton')}## Areas for improvement\n\n- **F1** Plans are late.\n\n## Summary\n\nInspectors came.\n\nSee F1 and paragraph 1.\n`,
    );
    assert.match(document, /<w:fldSimple w:instr="REF label_F1_\d+ \\h">(?:(?!<\/w:fldSimple>)[^])*F1/);
    assert.match(document, /<w:fldSimple w:instr="REF paragraph_1_\d+ \\h \\n">(?:(?!<\/w:fldSimple>)[^])*>1</);
  });

  it('repeats the heads of tables, lets no row break, and says a status in its word', async () => {
    const { document } = await word(
      '---\ntype: action-plan\n---\n\n| Ref | Action | Owner | Status |\n|---|---|---|---|\n| A1 | Train | Head of Care | 🟢 |\n',
    );
    assert.match(document, /<w:tblHeader\/>/);
    assert.equal(document.match(/<w:cantSplit\/>/g)?.length, 2);
    assert.match(document, /<w:shd w:fill="DCF1E2"[^>]*\/>[^]*>green</);
    assert.ok(!document.includes('●'));
  });

  it('has its language, title, subject, author and words to find it by', async () => {
    const { parts } = await word(`${head('sefton', 'author: Pat Reed\nbody: Cabinet\nmeeting-date: 2026-03-10\nexempt: 3\n')}Text.\n`);
    const core = parts['docProps/core.xml']!;
    for (const said of [
      '<dc:title>The visit<',
      '<dc:subject>Cabinet, 10 March 2026<',
      '<dc:creator>Pat Reed<',
      'committee report, Not for publication: exempt by virtue of paragraph 3',
    ])
      assert.ok(core.includes(said), said);
    assert.match(parts['word/styles.xml']!, /<w:lang w:val="en-GB"\/>/);
    assert.match(parts['word/header1.xml']!, /Not for publication: exempt by virtue of paragraph 3 of Part 1 of Schedule 12A/);
    assert.match(parts['word/footer1.xml']!, /PAGE[^]*NUMPAGES/);
  });

  it('has contents with links and pages where there are sections enough', async () => {
    const { document, parts } = await word(
      `${head('generic')}${Array.from({ length: 7 }, (_, index) => `## Part ${index + 1}\n\nText.\n`).join('\n')}`,
    );
    assert.match(document, /TOC [^<]*\\o &quot;1-2&quot;|TOC [^<]*\\o "1-2"/);
    assert.equal(document.match(/PAGEREF/g)?.length, 7);
    assert.ok(
      !/w:dirty="(?:true|1)"/.test(document) && !parts['word/settings.xml']!.includes('updateFields'),
      'Word would ask before it opens the file',
    );
  });

  it('keeps an action with its fields on one page, and a sentence with the table that it announces', async () => {
    const { document } = await word(
      '---\ntype: action-plan\n---\n\n## Actions\n\nText.\n\nThe actions are:\n\n- **A1** Train\n  - Owner: Head\n  - Due: 1 May 2026\n- **A2** Recruit\n\nThe scale:\n\n| a | b |\n|---|---|\n| c | d |\n\nEnd.\n',
    );
    const kept = Array.from(
      document.matchAll(/<w:p>(?:(?!<w:p>)[^])*?<\/w:p>/g),
      ([paragraph]) =>
        `${Array.from(paragraph.matchAll(/<w:t[^>]*>([^<]*)</g), ([, text]) => text).join('')}${paragraph.includes('<w:keepNext/>') ? ' +' : ''}`,
    ).filter((line) => line !== '');
    assert.deepEqual(kept.slice(kept.indexOf('Text.')), [
      'Text.',
      'The actions are: +',
      'A1 Train +',
      'Owner: Head +',
      'Due: 1 May 2026',
      'A2 Recruit',
      'The scale: +',
      'a',
      'b',
      'c',
      'd',
      'End.',
    ]);
  });
  it('lays a plan with a wide table across the page', async () => {
    const { document } = await word(
      '---\ntype: action-plan\n---\n\n| Ref | Action | Owner | Start | Due | Measure | Status |\n|---|---|---|---|---|---|---|\n| A1 | Train | Head | now | then | 1 | green |\n',
    );
    assert.match(document, /<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
  });

  it('gives pictures their words, and words for pictures that it cannot show', async () => {
    const { document } = await word('# Visit\n\n![A chart](chart.png) ![Far away](https://tracker.example/x.png)\n', {
      files: { 'chart.png': picture },
    });
    assert.match(document, /<wp:docPr [^>]*descr="A chart"/);
    assert.match(document, />Far away</);
    assert.ok(!document.includes('tracker.example'));
  });

  it('binds appendices in, each on its own page, with links to them', async () => {
    const made = await word(
      '//- /a.report.md\n---\ntitle: Report\n---\n\n## Appendices\n\n- Appendix 1: [The letter](b.letter.md)\n\n## Summary\n\nSee F2.\n//- /b.letter.md\n---\ntitle: Letter\n---\n\n## Areas for improvement\n\n- **F2** Late plans.\n',
    );
    assert.ok(paragraphs(made).includes('Appendix Title: Appendix 1: Letter'));
    assert.ok(paragraphs(made).includes('Heading 2: Areas for improvement'));
    assert.match(made.document, /<w:hyperlink [^>]*w:anchor="a1_paper_\d+"/);
    assert.match(made.document, /REF a1_label_F2_\d+ \\h/);
    assert.equal(made.document.match(/<w:sectPr>/g)?.length, 2);
  });

  it('numbers appendices as the list of the paper does, by link or by title, and gives away no number of the list', async () => {
    const list = '- Appendix 1: [The letter](missing.letter.md)\n- Appendix 2: Draft plan\n- Appendix 3: [Minutes](d.minutes.md)\n';
    const made = await word(
      `//- /a.report.md\n---\ntitle: Report\n---\n\n## Appendices\n\n${list}//- /b.plan.md\n---\ntitle: Draft plan.\n---\n\nText.\n//- /c.plan.md\n---\ntitle: Draft plan\n---\n\nText.\n//- /d.minutes.md\n---\ntitle: Minutes of May\n---\n\nText.\n//- /e.letter.md\n---\ntitle: Another letter\n---\n\nText.\n`,
    );
    assert.deepEqual(
      paragraphs(made).filter((paragraph) => paragraph.startsWith('Appendix Title')),
      [
        'Appendix Title: Appendix 2: Draft plan.',
        'Appendix Title: Appendix 3: Minutes of May',
        'Appendix Title: Appendix 4: Draft plan',
        'Appendix Title: Appendix 5: Another letter',
      ],
    );
    const lettered = await word(
      '//- /a.report.md\n---\ntitle: Report\n---\n\n## Appendices\n\n- Appendix A: [The letter](b.letter.md)\n//- /c.plan.md\n---\ntitle: Plan\n---\n\nText.\n',
    );
    assert.ok(paragraphs(lettered).includes('Appendix Title: Appendix B: Plan'));
  });

  describe('in a template', () => {
    const template = async (ending: 'docx' | 'dotx' = 'docx'): Promise<Uint8Array> => {
      const bytes = await Packer.toBuffer(
        new Document({
          styles: {
            default: { heading1: { run: { color: '7A0019' } } },
            paragraphStyles: [{ id: 'CouncilText', name: 'Body Text', basedOn: 'Normal', run: { color: '333300' } }],
          },
          numbering: { config: [{ reference: 'own', levels: [{ level: 0, format: 'decimal', text: 'Part %1' }] }] },
          sections: [
            {
              properties: { page: { margin: { left: 2000, right: 2000 } } },
              headers: { default: new Header({ children: [new Paragraph('Aldersham Council')] }) },
              footers: { default: new Footer({ children: [new Paragraph('Town Hall')] }) },
              children: [new Paragraph({ text: 'Goes away', numbering: { reference: 'own', level: 0 } })],
            },
          ],
        }),
      );
      if (ending === 'docx') return new Uint8Array(bytes);
      const parts = unzipSync(new Uint8Array(bytes));
      const types = new TextDecoder().decode(parts['[Content_Types].xml']).replace('document.main+xml', 'template.main+xml');
      return zipSync({ ...parts, '[Content_Types].xml': strToU8(types) });
    };
    const paper = `${head('southampton', 'exempt: 3\n')}## Summary\n\nInspectors came.\n\n- a bullet\n\n## Recommendations\n\n- That it is noted.\n`;

    it('keeps the council’s page, header, footer and styles, adds those that it lacks, and leaves its text out', async () => {
      const made = await word(paper, { template: await template() });
      assert.match(made.document, /<w:pgMar [^>]*w:left="2000"/);
      assert.match(made.parts['word/header1.xml']!, /Not for publication[^]*Aldersham Council/);
      assert.match(made.parts['word/footer1.xml']!, /Town Hall/);
      assert.match(made.parts['word/styles.xml']!, /7A0019/);
      assert.ok(!made.document.includes('Goes away'));
      assert.deepEqual(
        paragraphs(made).filter((line) => /Summary|came/.test(line)),
        ['Heading 1: Summary', 'Numbered Paragraph #1.0: Inspectors came.'],
      );
      assert.match(made.parts['word/styles.xml']!, /w:styleId="CouncilText"/);
      assert.match(made.document, /w:numId w:val="(?!1")/);
      assert.ok(!made.parts['word/styles.xml']!.includes('w:styleId="BodyText"'));
      assert.match(made.parts['docProps/core.xml']!, /<dc:title>The visit</);
    });

    it('takes a .dotx, and makes a document of it', async () => {
      const { parts } = await word(paper, { template: await template('dotx') });
      assert.match(parts['[Content_Types].xml']!, /document\.main\+xml/);
      assert.ok(!parts['[Content_Types].xml']!.includes('template.main+xml'));
    });

    /**
     * A council's template with a first page of its own, a landscape section, headings that number themselves, and bullets of one level.
     */
    const councilTemplate = async (): Promise<Uint8Array> =>
      new Uint8Array(
        await Packer.toBuffer(
          new Document({
            numbering: {
              config: [
                {
                  reference: 'heads',
                  levels: [
                    { level: 0, format: 'decimal', text: '%1' },
                    { level: 1, format: 'decimal', text: '%1.%2' },
                  ],
                },
                { reference: 'dots', levels: [{ level: 0, format: 'bullet', text: '»' }] },
              ],
            },
            styles: {
              default: {
                heading1: { paragraph: { numbering: { reference: 'heads', level: 0 } } },
                heading2: { paragraph: { numbering: { reference: 'heads', level: 1 } } },
              },
              paragraphStyles: [
                { id: 'Aufz', name: 'LIST BULLET', basedOn: 'Normal', paragraph: { numbering: { reference: 'dots', level: 0 } } },
              ],
            },
            sections: [
              {
                properties: { titlePage: true, page: { margin: { left: 2000 } } },
                headers: {
                  first: new Header({ children: [new Paragraph('First page')] }),
                  default: new Header({ children: [new Paragraph('Other pages')] }),
                },
                children: [new Paragraph('Cover')],
              },
              {
                properties: { page: { size: { orientation: PageOrientation.LANDSCAPE }, margin: { left: 999 } } },
                children: [new Paragraph('Plan')],
              },
            ],
          }),
        ),
      );
    const wide =
      '| Ref | Action | Owner | Start | Due | Measure | Status |\n|---|---|---|---|---|---|---|\n| A1 | Train | Head | now | then | 1 | green |\n';

    it('takes each page from the section that lies the same way, with the headers that it goes on with', async () => {
      const { document } = await word(
        `//- /a.report.md\n---\ntitle: Report\nexempt: 3\n---\n\n## Summary\n\nText.\n//- /b.plan.md\n---\ntitle: Plan\n---\n\n${wide}`,
        { template: await councilTemplate() },
      );
      const sections = Array.from(document.matchAll(/<w:sectPr[^>]*>([^]*?)<\/w:sectPr>/g), ([, inside]) => inside!);
      assert.deepEqual(
        sections.map((section) => [
          /w:left="(\d+)"/.exec(section)![1],
          section.includes('w:orient="landscape"'),
          section.match(/<w:headerReference/g)!.length,
          section.includes('<w:titlePg'),
        ]),
        [
          ['2000', false, 2, true],
          ['999', true, 2, false],
        ],
      );
      const widths = Array.from(document.matchAll(/<w:tblW [^>]*w:w="(\d+)"/g), ([, width]) => Number(width));
      assert.ok(widths.at(-1)! > 13_000 && widths[0]! < 9000, widths.join(' '));
    });

    it('has its headings numbered once: by the paper where that has numbers, else by the template', async () => {
      const options = { template: await councilTemplate() };
      const numbered = await word(`${head('nottingham-scrutiny')}## Summary\n\nText.\n\n### Detail\n\nMore.\n`, options);
      assert.match(numbered.document, /<w:numPr>(?:(?!<\/w:p>)[^])*>Summary</);
      assert.match(numbered.document, /<w:numId w:val="0"\/>(?:(?!<\/w:p>)[^])*>Detail</);
      const plain = await word(`${head('generic')}## Summary\n\nText.\n`, options);
      assert.doesNotMatch(plain.document, /<w:numPr>(?:(?!<\/w:p>)[^])*>Summary</);
    });

    it('has bullets at every depth, in the council’s style as far as it has them, and added styles in its font', async () => {
      const made = await word(`${head('generic')}## Summary\n\n- one\n  - deeper\n`, { template: await councilTemplate() });
      assert.deepEqual(paragraphs(made).slice(-2), ['LIST BULLET: one', 'List Bullet 2 #1.1: deeper']);
      assert.doesNotMatch(made.parts['word/styles.xml']!, /w:styleId="ContentsHeading"(?:(?!<\/w:style>)[^])*<w:color/);
    });

    it('is marked on every page', async () => {
      const bytes = await Packer.toBuffer(
        new Document({
          evenAndOddHeaderAndFooters: true,
          sections: [
            { properties: { titlePage: true }, headers: { default: new Header({ children: [new Paragraph('Council')] }) }, children: [] },
          ],
        }),
      );
      const { document, parts } = await word(paper, { template: new Uint8Array(bytes) });
      assert.doesNotMatch(document, /<w:titlePg/);
      assert.doesNotMatch(parts['word/settings.xml']!, /evenAndOddHeaders/);
      const bare = await Packer.toBuffer(new Document({ sections: [{ children: [] }] }));
      assert.match((await word(paper, { template: new Uint8Array(bare) })).document, /<w:body><w:p>(?:(?!<\/w:p>)[^])*Not for publication/);
    });

    it('breaks lines where they were broken, and begins none with a space', async () => {
      const { document } = await word(`${head('generic')}Imogen Tate  \nInspector\n`);
      assert.match(document, /<w:jc w:val="left"\/>[^]*>Imogen Tate<[^]*<w:br\/>[^]*>Inspector</);
    });

    it('says what is wrong with one that is none', async () => {
      await assert.rejects(
        exported(paper, 'docx', { template: strToU8('no zip') }),
        /The template cannot be read: it is damaged, protected by a password, or no Word document\./,
      );
      await assert.rejects(
        exported(paper, 'docx', { template: zipSync({ 'a.txt': strToU8('x') }) }),
        /The template is no Word document\. Save it from Word as \.docx or \.dotx/,
      );
    });
  });

  it('says in a bundle which of its papers are exempt, and under which paragraphs of all of them', async () => {
    const bundle = (...exempt: readonly string[]): string =>
      exempt
        .map(
          (said, index) =>
            `//- /n/${index}.report.md\n---\ntype: committee-report\ntitle: Paper ${index}\nexempt: ${said}\n---\n\n## Summary\n\nText.\n`,
        )
        .join('');
    const marking = async (...exempt: readonly string[]): Promise<string | null> =>
      /<w:t[^>]*>(Not for publication[^<]*)</
        .exec((await word(bundle(...exempt))).parts['word/header1.xml'] ?? '')?.[1]
        ?.replace(/ of Part 1 .*/, '') ?? null;
    assert.equal(await marking('no', 'no'), null);
    assert.equal(await marking('3', '3'), 'Not for publication: exempt by virtue of paragraph 3');
    assert.equal(await marking('no', 'no', '[1, 2]'), 'Not for publication: Appendix 2 is exempt by virtue of paragraphs 1 and 2');
    assert.equal(
      await marking('5', '[3, 1]', '3'),
      'Not for publication: the report and Appendices 1 and 2 are exempt by virtue of paragraphs 1, 3 and 5',
    );
    const page = (await exported(bundle('no', '4'), 'html')) as string;
    assert.match(
      page,
      /<body>.*?<p class="marking" role="note">Not for publication: Appendix 1 is exempt by virtue of paragraph 4.*<article[^>]*class="appendix"><header><p class="marking" role="note">Not for publication: exempt/s,
    );
  });

  it('is sound whatever the text', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '# Title\n\n',
        '## A\n\n',
        '- item\n',
        '  - deeper\n',
        '1. one\n',
        '4. four\n',
        '> quote\n',
        '> - in it\n',
        '| a | b |\n|---|---|\n',
        '| x | <br> | z |\n',
        '| ![p](p.png) |\n',
        '```\ncode\n\ncode\n```\n\n',
        '---\n\n',
        '<div><table><tr><td><ul><li>x</ul></table></div>\n\n',
        '[a](#x) [b](https://b.example) **F1** F1\n\n',
        '- **F1** Finding\n',
        '\u0001\u000b\ufffe\n\n',
        '\ud800 half\n\n',
        '&#0; &#1;\n\n',
        '- [x] done\n',
        '- > q\n\n  | a |\n  |---|\n',
        '2.3 Two three\n\n',
        '<li>loose\n\n',
        '   1. nested\n',
        '     2) deeper\n',
        '<table><caption>T</caption><tr><th colspan=2>a</th></tr><tr></tr><tr><td rowspan=9>b</td><td>c</td></tr><tr><td colspan=70>d</td></tr></table>\n\n',
      ),
      fc.string({ maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => {
        await word(pieces.join(''), { files: { 'p.png': picture } });
      }),
      { numRuns: Number(process.env['EXPORT_RUNS'] ?? 40), seed: 20260301 },
    );
  }).timeout(120_000);

  it('numbers lists at any depth, below bullets and below numbers, and works out the pages of the contents all the same', async () => {
    const source = `${head('generic')}${Array.from({ length: 6 }, (_, index) => `## Section ${index}\n\n`).join('')}- a\n  1. b\n     1. c\n        - d\n          1. e\n`;
    const made = await word(source);
    assert.deepEqual(paragraphs(made).slice(-5), [
      'List Bullet #1.0: a',
      'List Number #2.1: b',
      'List Number #3.2: c',
      'List Bullet 2 #1.3: d',
      'List Number #4.4: e',
    ]);
    const lists = made.parts['word/numbering.xml']!.split('<w:abstractNum ')
      .slice(1)
      .map((list) => Array.from(list.matchAll(/<w:lvl w:ilvl="(\d)"/g), ([, level]) => Number(level)));
    for (const levels of lists)
      assert.deepEqual(
        levels,
        levels.map((_, index) => index),
        'no list begins in the middle',
      );
    assert.match(made.document, /PAGEREF[^]*?<w:t[^>]*>1<\/w:t>/);
  });

  it('is written without page numbers where a template has what cannot be laid out', async () => {
    const bytes = await Packer.toBuffer(
      new Document({
        numbering: { config: [{ reference: 'odd', levels: [{ level: 4, format: 'decimal', text: '%5.' }] }] },
        sections: [{ children: [new Paragraph({ text: 'x', numbering: { reference: 'odd', level: 4 } })] }],
      }),
    );
    const made = await word(`${head('generic')}${Array.from({ length: 6 }, (_, index) => `## Section ${index}\n\nText.\n\n`).join('')}`, {
      template: new Uint8Array(bytes),
    });
    assert.match(made.document, /PAGEREF/);
  });

  it('joins the cells of a table as it is written, and keeps its title', async () => {
    const { document } = await word(
      `${head('generic')}<table><caption>Visits</caption><tr><th colspan="2">Joined</th><th>C</th></tr><tr><td rowspan="2">r</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>\n`,
    );
    const body = document.slice(document.indexOf('>Visits<'));
    const rows = Array.from(body.matchAll(/<w:tr>([^]*?)<\/w:tr>/g), ([, row]) =>
      Array.from(
        row!.matchAll(/<w:tc>([^]*?)<\/w:tc>/g),
        ([, cell]) =>
          `${/<w:gridSpan w:val="(\d)"/.exec(cell!)?.[1] ?? '1'}${/<w:vMerge w:val="(\w+)"/.exec(cell!)?.[1] ?? ''} ${Array.from(cell!.matchAll(/<w:t[^>]*>([^<]*)</g), ([, text]) => text).join('')}`,
      ),
    );
    assert.deepEqual(rows, [
      ['2 Joined', '1 C'],
      ['1restart r', '1 1', '1 2'],
      ['1continue ', '1 3', '1 4'],
    ]);
    assert.match(body, /<w:tblHeader\/>/);
  });

  it('places cells as a browser does', () => {
    const cell = (text: string, colSpan = 1, rowSpan = 1) => ({
      type: 'element' as const,
      tagName: 'td',
      properties: { colSpan, rowSpan },
      children: [{ type: 'text' as const, value: text }],
    });
    const row = (...cells: ReturnType<typeof cell>[]) => ({ isHeader: false, cells });
    const grid = (...rows: ReturnType<typeof row>[]) => {
      const { columns, rows: placed } = placeCells(rows);
      return [
        columns,
        ...placed.map(({ cells }) =>
          cells
            .map(
              ({ cell: own, column, columnSpan, rowSpan }) =>
                `${(own?.children[0] as { value: string } | undefined)?.value ?? '-'}@${column}:${columnSpan}x${rowSpan}`,
            )
            .join(' '),
        ),
      ];
    };
    assert.deepEqual(grid(row(cell('a', 2), cell('b')), row(cell('c', 1, 5), cell('d')), row(cell('e', 2))), [
      3,
      'a@0:2x1 b@2:1x1',
      'c@0:1x2 d@1:1x1 -@2:1x1',
      'e@1:2x1',
    ]);
    assert.deepEqual(grid(row(cell('a', 1, 3), cell('b')), row(), row(cell('c'))), [2, 'a@0:1x2 b@1:1x1', 'c@1:1x1']);
    assert.deepEqual(grid(row(cell('a'), cell('b', 1, 2)), row(cell('c', 2))), [2, 'a@0:1x1 b@1:1x2', 'c@0:1x1']);
    assert.equal(grid(row(cell('a', 1000)))[0], 63);
  });

  it('gives columns what they need, and no more than there is', () => {
    const cell = (text: string) => ({
      type: 'element' as const,
      tagName: 'td',
      properties: {},
      children: [{ type: 'text' as const, value: text }],
    });
    const rows = [
      { isHeader: true, cells: [cell('Ref'), cell('Action')] },
      { isHeader: false, cells: [cell('A1'), cell('Recruit six permanent social workers to the assessment service')] },
    ];
    const widths = columnWidths(placeCells(rows).rows, 2, 9000);
    assert.ok(widths[0]! < widths[1]! && widths[0]! + widths[1]! <= 9000 && widths[0]! + widths[1]! > 8990, String(widths));
  });
});
