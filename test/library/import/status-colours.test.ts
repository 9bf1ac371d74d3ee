import assert from 'node:assert/strict';
import { readHtml } from '../../../server/src/conversion/import/html/html.ts';
import { genericHouseStyle } from '../../../server/src/language/house-styles/index.ts';
import { readStatus } from '../../../server/src/language/model/item-parts/read-status.ts';
import { odP, odRow, odTable, openDocumentFile } from './open-document-file.ts';
import { pdfFile, textLines, type PdfFill, type PdfPage, type PdfTag, type PdfText } from './pdf-file.ts';
import { bold, cell, control, p, row, run, tbl, wordFile } from './word-file.ts';
import { bodyOf, bodyOfPaper, importWhole } from './words.ts';

/** The last cell of each row under the heading of a table, and the heading. */
const lastColumn = (body: string): readonly string[] =>
  body
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .map((line) => line.split(' | ').at(-1)!.replace(/ ?\|$/, ''));
const fromHtml = (heading: string, ...cells: string[]): readonly string[] =>
  lastColumn(
    bodyOfPaper(
      readHtml(
        `<table><tr><th>Action<th>Lead<th>${heading}</tr>${cells.map((one, index) => `<tr><td>Recruit ${index}<td>HS${one}</tr>`).join('')}</table>`,
      ),
    ),
  );

describe('the shape that an export prints before a status', () => {
  it('is none of its words, whether the scale knows them or not', () => {
    assert.deepEqual(fromHtml('Status', '<td>■ purple', '<td>● green', '<td>▲ off track, since May', '<td>☐ done', '<td>●'), [
      'Status',
      'purple',
      'green',
      'off track, since May',
      '☐ done',
      '●',
    ]);
    assert.deepEqual(fromHtml('Progress', '<td>● Two posts are filled'), ['Progress', '• Two posts are filled']);
    assert.equal(
      bodyOfPaper(
        readHtml(
          '<h2>Actions</h2><ul><li><b>A1</b> Recruit three<ul><li>Owner: Head of Service</li><li>Status: ■ purple</li><li>Evidence: ■ square</li></ul></li></ul>',
        ),
      )
        .split('\n')
        .slice(-4)
        .join('\n'),
      '  - Owner: Head of Service\n  - Status: purple\n  - Evidence: ■ square\n',
    );
  });
});

describe('a status that is a colour', () => {
  it('of a web page: of the cell, of what stands in it, by the name of a class, in words for those who cannot see, of a dot', () => {
    assert.deepEqual(
      fromHtml(
        'RAG',
        '<td style="background:#c00">',
        '<td bgcolor="#ffc000">',
        '<td><div style="background-color:rgba(0, 176, 80, 1)"></div>',
        '<td class="rag rag--amber">',
        '<td><span class="badge bg-danger"></span>',
        '<td><img src="a.png" alt="Amber">',
        '<td aria-label="green status">',
        '<td><span style="color:#ff0000">●</span>',
      ),
      ['RAG', 'Red', 'Amber', 'Green', 'Amber', 'Red', 'Amber', 'Green', 'Red'],
    );
    assert.deepEqual(fromHtml('RAG', '<td class="red green">', '<td class="reduced">', '<td style="background:#eee">', '<td>●'), [
      'RAG',
      '',
      '',
      '',
      '●',
    ]);
  });
  it('of a class that a style sheet in the page gives a fill, as a spreadsheet writes it', () => {
    const source =
      '<html><head><style><!-- td {color:black} .xl66 {mso-style-parent:style0; background:red;} .xl67, td.xl68 { background:#92D050 } --></style></head><body><table><tr><th>Action<th>Lead<th>Status</tr><tr><td>Recruit<td>HS<td class=xl66></tr><tr><td>Train<td>HS<td class="xl65 xl68"></tr></table></body></html>';
    assert.deepEqual(lastColumn(bodyOfPaper(readHtml(source))), ['Status', 'Red', 'Green']);
  });
  it('before other words where the heading promises a colour, unless they are a status', () => {
    assert.deepEqual(
      fromHtml(
        'RAG and comment',
        '<td bgcolor="#ffc000">Two posts are filled',
        '<td bgcolor="#00b050">Complete',
        '<td bgcolor="#ff0000">Off track since May',
      ),
      ['RAG and comment', 'Amber – Two posts are filled', 'Complete', 'Off track since May'],
    );
    assert.deepEqual(fromHtml('Status', '<td bgcolor="#ffc000">Two posts are filled', '<td bgcolor="#00b050">'), [
      'Status',
      'Two posts are filled',
      'Green',
    ]);
  });
  it('in a column of progress, which has words or none', () => {
    assert.deepEqual(fromHtml('Progress', '<td bgcolor="#ffc000">Two posts are filled', '<td bgcolor="#00b050">', '<td>Not begun'), [
      'RAG',
      'Amber',
      'Green',
      '',
    ]);
    assert.deepEqual(fromHtml('Progress', '<td bgcolor="#ffc000">', '<td bgcolor="#00b050">'), ['Progress RAG', 'Amber', 'Green']);
    assert.deepEqual(fromHtml('Comments', '<td bgcolor="#ffc000">', '<td bgcolor="#00b050">'), ['RAG', 'Amber', 'Green']);
    assert.deepEqual(
      fromHtml('Progress', '<td bgcolor="#00b050">Two posts are filled', '<td bgcolor="#00b050">Done'),
      ['Progress', 'Two posts are filled', 'Done'],
      'one colour throughout tells nothing',
    );
  });
  it('is none where rows or columns are only set off', () => {
    const band = (colour: string) => `<tr>${['Recruit', 'HS', ''].map((text) => `<td bgcolor="${colour}">${text}`).join('')}</tr>`;
    assert.deepEqual(
      lastColumn(
        bodyOfPaper(readHtml(`<table><tr><th>Action<th>Lead<th>RAG</tr>${band('#5b9bd5')}${band('#ffffff')}${band('#5b9bd5')}</table>`)),
      ),
      ['RAG', '', '', ''],
    );
    assert.deepEqual(
      lastColumn(
        bodyOfPaper(
          readHtml(
            '<table><tr><th>Action<th>Lead<th bgcolor="#00b050">RAG</tr><tr><td>Recruit<td>HS<td bgcolor="#00b050"></tr><tr><td>Train<td>HS<td bgcolor="#00b050"></tr></table>',
          ),
        ),
      ),
      ['RAG', '', ''],
    );
    assert.deepEqual(fromHtml('Risk', '<td bgcolor="#ffc000">', '<td bgcolor="#00b050">High'), ['Risk', '', 'High']);
  });
  it('that is a tick keeps it, and is read: alone, before a word, in a box beside others; a cross says nothing that the scale knows', () => {
    const said = ['✓', '✔ Done', '☑ On track ☐ Off track', '✓ On track', '✅ Complete', '☐ On track ☑ Off track', '✗'];
    assert.deepEqual(fromHtml('Status', ...said.map((one) => `<td>${one}`)), ['Status', ...said]);
    const { statusScale } = genericHouseStyle;
    assert.deepEqual(
      said.map((one) => readStatus(one, statusScale)).map(({ status, isKnown }) => (isKnown ? status : null)),
      ['complete', 'complete', 'green', 'green', 'complete', null, null],
    );
    assert.equal(bodyOfPaper(readHtml('<p>Text.</p><p>✓ Recruit three</p><p>• Audit</p>')), 'Text.\n\n- ✓ Recruit three\n- Audit\n');
  });
  it('of Word: of a cell in a content control, of an empty line, of words that are marked, of a shape, of a card', async () => {
    const fill = (colour: string): string => `<w:shd w:val="clear" w:fill="${colour}"/>`;
    const shape =
      '<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></wps:spPr></wps:wsp></w:drawing></mc:Choice></mc:AlternateContent></w:r>';
    const body =
      tbl(
        row('Action', 'Lead', 'RAG'),
        `<w:tr>${cell('Recruit')}${cell('HS')}<w:sdt><w:sdtContent>${cell('', fill('FF0000'))}</w:sdtContent></w:sdt></w:tr>`,
        row('Train', 'HS', cell(p('<w:r><w:t></w:t></w:r>', fill('FFC000')))),
        row('Audit', 'HS', cell(p(run(' ', '<w:highlight w:val="green"/>')))),
        row('Meet', 'HS', cell(p(shape))),
        row('Write', 'HS', cell(p(control(run('Choose an item.'), '<w:showingPlcHdr/>')), fill('0070C0'))),
        row('Ask', 'HS', cell('', fill('F2F2F2'))),
      ) +
      p('Then:') +
      tbl(
        row(cell(p(bold('Action 1'))), 'Recruit three'),
        row(cell(p(bold('Lead'))), 'Head of Service'),
        row(cell(p(bold('RAG'))), cell('', fill('FFC000'))),
      );
    const text = bodyOf((await importWhole(wordFile({ body }), 'word', 'Action Lead RAG')).text);
    assert.deepEqual(lastColumn(text).slice(1), ['Red', 'Amber', 'Green', 'Red', 'Blue', '']);
    assert.match(text, /- Action 1: Recruit three\n {2}- Lead: Head of Service\n {2}- RAG: Amber\n/);
  });
  it('of OpenDocument: of a cell, of a style that it is made from, of an empty line, of a shape, of a dot', async () => {
    const automatic =
      '<style:style style:name="ce1" style:family="table-cell"><style:table-cell-properties fo:background-color="#ff0000"/></style:style><style:style style:name="ce2" style:family="table-cell" style:parent-style-name="ce1"/>' +
      '<style:style style:name="P9" style:family="paragraph"><style:paragraph-properties fo:background-color="#00b050"/></style:style><style:style style:name="T9" style:family="text"><style:text-properties fo:color="#ffc000"/></style:style><style:style style:name="gr1" style:family="graphic"><style:graphic-properties draw:fill-color="#0070c0"/></style:style>';
    const styled = (style: string, content = ''): string =>
      `<table:table-cell table:style-name="${style}">${odP(content)}</table:table-cell>`;
    const text = odTable(
      odRow('Action', 'Lead', 'RAG'),
      odRow('Recruit', 'HS', styled('ce1')),
      odRow('Train', 'HS', styled('ce2')),
      odRow('Audit', 'HS', `<table:table-cell>${odP('', 'P9')}</table:table-cell>`),
      odRow('Meet', 'HS', `<table:table-cell>${odP('<text:span text:style-name="T9">●</text:span>')}</table:table-cell>`),
      odRow('Ask', 'HS', `<table:table-cell>${odP('<draw:custom-shape draw:style-name="gr1"/>')}</table:table-cell>`),
    );
    assert.deepEqual(
      lastColumn(bodyOf((await importWhole(openDocumentFile({ text, automatic }), 'open-document', 'Action Lead RAG')).text)),
      ['RAG', 'Red', 'Red', 'Green', 'Amber', 'Blue'],
    );
  });

  describe('of a PDF without lines', () => {
    const xs = [60, 250, 400, 500];
    const [red, amber, green] = [
      [1, 0, 0],
      [1, 0.75, 0],
      [0, 0.69, 0.31],
    ] as const;
    /** Rows, each of which is as high as its longest cell, and the box of the last column of each. */
    const laidOut = (
      y: number,
      rows: readonly (readonly (readonly string[])[])[],
      colours: readonly (readonly [number, number, number] | null)[],
    ): { readonly texts: readonly PdfText[]; readonly fills: readonly PdfFill[]; readonly end: number } => {
      let top = y;
      const texts: PdfText[] = [];
      const fills: PdfFill[] = [];
      rows.forEach((cells, index) => {
        const bottom = top + Math.max(...cells.map(({ length }) => length)) * 12 + 10;
        cells.forEach((lines, column) =>
          texts.push(...lines.map((text, at): PdfText => ({ x: xs[column]!, y: top + 14 + at * 12, text, size: 10 }))),
        );
        if (colours[index]) fills.push({ from: [xs[3]! - 4, top], to: [xs[3]! + 50, bottom], colour: colours[index] });
        top = bottom;
      });
      return { texts, fills, end: top };
    };
    const imported = async (...pages: PdfPage[]): Promise<string> =>
      bodyOf((await importWhole(pdfFile(pages), 'pdf', pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' '))).text);
    const heads = [['Action'], ['Owner'], ['Due'], ['RAG']];

    it('whose rows are as high as the boxes, wherever the words stand in them; a decoration beside the text is none', async () => {
      const { texts, fills } = laidOut(
        100,
        [
          heads,
          [['Recruit three permanent social', 'workers'], ['Head of Service'], ['July 2026']],
          [['Train all'], ['Principal'], ['June 2026']],
          [['Audit'], ['JH'], ['May 2026']],
        ],
        [null, red, amber, green],
      );
      const table =
        '| Action | Owner | Due | RAG |\n| --- | --- | --- | --- |\n| Recruit three permanent social workers | Head of Service | July 2026 | Red |\n| Train all | Principal | June 2026 | Amber |\n| Audit | JH | May 2026 | Green |\n';
      assert.equal(await imported({ texts, fills }), table);
      // The shorter cells in the middle of the row, and a coloured bar beside the text above.
      const middle = texts.map((one) => (one.y > 120 && one.y < 150 && one.x !== 60 ? { ...one, y: one.y + 6 } : one));
      assert.equal(
        await imported({
          texts: [...textLines(60, 60, ['The plan was agreed in May.']), ...middle],
          fills: [...fills, { from: [500, 50], to: [540, 70], colour: red }],
        }),
        `The plan was agreed in May.\n\n${table}`,
      );
    });
    it('on a page after the one with the heading', async () => {
      const one = laidOut(600, [heads, [['Recruit'], ['HS'], ['July 2026']], [['Train all'], ['PSW'], ['June 2026']]], [null, red, amber]);
      const two = laidOut(
        60,
        [
          [['Audit'], ['JH'], ['May 2026']],
          [['Meet'], ['KK'], ['May 2026']],
        ],
        [green, red],
      );
      assert.deepEqual(lastColumn(await imported(one, two)), ['RAG', 'Red', 'Amber', 'Green', 'Red']);
    });
    it('beside words on colours, and none where whole rows are coloured', async () => {
      const plain = laidOut(
        100,
        [
          [['Action'], ['Owner'], ['Due'], ['RAG']],
          [['Recruit'], ['HS'], ['July 2026'], ['Slipped since May']],
          [['Train all'], ['PSW'], ['June 2026']],
        ],
        [null, red, amber],
      );
      assert.deepEqual(lastColumn(await imported(plain)), ['RAG', 'Red – Slipped since May', 'Amber']);
      const bands = plain.fills.map((fill): PdfFill => ({ ...fill, from: [xs[0]! - 4, fill.from[1]], colour: [0.36, 0.61, 0.84] }));
      assert.deepEqual(lastColumn(await imported({ texts: plain.texts, fills: bands })), ['RAG', 'Slipped since May', '']);
    });
    it('with tags, whose cells of status hold nothing', async () => {
      const { texts, fills } = laidOut(
        100,
        [heads, [['Recruit three', 'social workers'], ['Head of Service'], ['July 2026']], [['Train all'], ['Principal'], ['June 2026']]],
        [null, red, amber],
      );
      const tag = (role: string, ...inside: (PdfTag | number)[]): PdfTag => ({ role, inside });
      const tagged = (from: number, ...cells: number[][]) =>
        tag('TR', ...cells.map((pieces) => tag(from === 0 ? 'TH' : 'TD', tag('P', ...pieces))));
      const page = {
        texts: texts.map((one, piece) => ({ ...one, piece })),
        fills,
        tags: [tag('Table', tagged(0, [0], [1], [2], [3]), tagged(1, [4, 5], [6], [7], []), tagged(1, [8], [9], [10], []))],
      };
      assert.deepEqual(lastColumn(await imported(page)), ['RAG', 'Red', 'Amber']);
    });
  });
});
