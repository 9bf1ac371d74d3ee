import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPdf } from '../../../server/src/conversion/import/pdf/pdf.ts';
import { withPlainBullet } from '../../../server/src/conversion/import/pdf/text-blocks.ts';
import { drawnTable, pdfFile, textLines, type PdfPage, type PdfTag, type PdfText } from './pdf-file.ts';
import { bodyOf, bodyOfPaper, frontMatter, importWhole } from './words.ts';

const shown = (pages: readonly PdfPage[]): string => pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' ');
const imported = (pages: readonly PdfPage[]) => importWhole(pdfFile(pages), 'pdf', shown(pages));
const bodyFrom = async (...pages: PdfPage[]): Promise<string> => bodyOf((await imported(pages)).text);

const footer = (number: number): PdfText[] => [
  { x: 72, y: 820, text: 'Aldersham improvement board', size: 9 },
  { x: 500, y: 820, text: String(number), size: 9 },
];

describe('import of PDFs', function () {
  it('the lines of a header, and of a record of a decision, that stand right over the text', async () => {
    const { text } = await imported([
      {
        texts: [
          ...textLines(72, 60, [
            'Decision Maker: Cabinet',
            'Decision status: Approved',
            'Is Key decision?: Yes',
            'Is subject to call in?: No',
            'Better help for children',
          ]),
          ...textLines(72, 160, [
            '1) That the plan, as attached at Appendix 1 of the report, be endorsed for submission to the',
            'inspectorate by 9 March 2026.',
          ]),
          ...textLines(72, 220, ['Date of decision: 07/03/2026']),
        ],
      },
    ]);
    const {
      type,
      body: to,
      'meeting-date': date,
      'key-decision': isKey,
      'decision-status': status,
    } = frontMatter(text) as Record<string, unknown>;
    assert.deepEqual(
      { type, to, date, isKey, status },
      { type: 'minutes', to: 'Cabinet', date: '2026-03-07', isKey: 'yes', status: 'Approved' },
    );
    assert.match(text, /Better help for children$/m);
  });

  it('an inspectorate’s letter: letterhead in two columns, address, subject, headings, bullets, a sentence over two pages', async () => {
    const first: PdfPage = {
      texts: [
        ...textLines(72, 50, ['Inspectorate of Services', '1 Example Street', 'Northmere', 'NM1 2AB'], { size: 11 }),
        ...textLines(330, 50, ['T 0300 000 0000', 'enquiries@example.gov.uk', 'www.example.gov.uk'], { size: 11 }),
        ...textLines(72, 150, ['12 March 2026']),
        ...textLines(72, 180, ['Mary Fell', 'Director of Children’s Services', 'Town Hall', 'Aldersham']),
        ...textLines(72, 260, ['Dear Mary']),
        ...textLines(72, 290, ['Focused visit to Aldersham children’s services'], { bold: true }),
        ...textLines(72, 320, [
          'This letter summarises the findings of the focused visit to Aldersham on 3 and 4',
          'February 2026. Inspectors looked at the arrangements for children in need.',
        ]),
        ...textLines(72, 370, ['What needs to improve in this area of social work practice?'], { bold: true }),
        { x: 90, y: 395, text: '•' },
        ...textLines(110, 395, [
          'The timeliness of visits to children who are in need of help, and the quality',
          'of the records of them.',
        ]),
        { x: 90, y: 430, text: '•' },
        { x: 110, y: 430, text: 'The supervision of social workers.' },
        ...textLines(72, 700, ['Managers know which families have waited too long, and they have a plan that says how']),
        ...footer(1),
      ],
    };
    const second: PdfPage = {
      texts: [
        ...textLines(72, 72, ['each of them will be seen by the end of April.']),
        ...textLines(72, 110, ['Yours sincerely,']),
        ...textLines(72, 160, ['John Hythe', 'His Majesty’s Inspector']),
        ...footer(2),
      ],
    };
    const { text, type, notes } = await imported([first, second]);
    assert.equal(type, 'inspection-letter');
    assert.deepEqual(frontMatter(text), {
      type: 'inspection-letter',
      'house-style': 'generic',
      title: 'Focused visit to Aldersham children’s services',
      inspection: { event: 'focused visit', visited: '2026-02-03/2026-02-04', 'letter-dated': '2026-03-12' },
    });
    assert.equal(
      bodyOf(text),
      `Inspectorate of Services  
1 Example Street  
Northmere  
NM1 2AB

T 0300 000 0000

enquiries@example.gov.uk

www.example.gov.uk

12 March 2026

Mary Fell  
Director of Children’s Services  
Town Hall  
Aldersham

Dear Mary

## Focused visit to Aldersham children’s services

This letter summarises the findings of the focused visit to Aldersham on 3 and 4 February 2026. Inspectors looked at the arrangements for children in need.

## What needs to improve in this area of social work practice?

- The timeliness of visits to children who are in need of help, and the quality of the records of them.
- The supervision of social workers.

Managers know which families have waited too long, and they have a plan that says how each of them will be seen by the end of April.

Yours sincerely,

John Hythe  
His Majesty’s Inspector
`,
    );
    assert.ok(notes.at(-1)!.includes('“Aldersham improvement board 1”'), notes.join('\n'));
  });

  it('a plan in a drawn table over two pages, its heading row again on the second', async () => {
    const xs = [40, 90, 230, 360, 480];
    const one = drawnTable(xs, 100, [
      ['Ref', 'Action', 'Lead', 'By when'],
      ['A1', ['Recruit three social workers', 'to the assessment team'], 'Head of Service', '31 July 2026'],
    ]);
    const two = drawnTable(xs, 60, [
      ['Ref', 'Action', 'Lead', 'By when'],
      ['A2', 'Train managers', 'Principal', '30 June 2026'],
    ]);
    const { text, type } = await imported([
      { texts: [...textLines(72, 60, ['Improvement action plan'], { size: 18, bold: true }), ...one.texts], rules: one.rules },
      two,
    ]);
    assert.equal(type, 'action-plan');
    assert.equal(
      bodyOf(text),
      '# Improvement action plan\n\n| Ref | Action | Lead | By when |\n| --- | --- | --- | --- |\n| A1 | Recruit three social workers to the assessment team | Head of Service | 31 July 2026 |\n| A2 | Train managers | Principal | 30 June 2026 |\n',
    );
  });

  it('a watermark across the page is left out and named, and parts no word from the next; small words aslant stay', async () => {
    const lines = ['Families tell us that they are helped sooner, and', 'audits show that the practice of workers is good.'];
    const texts = lines.flatMap((line, row): PdfText[] =>
      line.split(' ').map((text, at) => ({ x: 72 + at * 36, y: 400 + row * 14, text, size: 8 })),
    );
    const { text, removed } = await imported([
      {
        texts: [
          ...texts,
          { x: 150, y: 430, text: 'DRAFT', size: 110, aslant: true },
          { x: 100, y: 600, text: 'Note', size: 9, aslant: true },
        ],
      },
    ]);
    assert.deepEqual(removed, ['DRAFT']);
    assert.ok(bodyOf(text).includes('helped sooner') && !bodyOf(text).includes('RAFT') && bodyOf(text).includes('Note'), text);
  });
  it('a plan whose heading has two rows, and whose rows a page break splits', async () => {
    const xs = [40, 90, 260, 360, 480];
    const heads = [
      ['', 'What we will do', '', ''],
      ['Ref', 'Action', 'Lead', 'By when'],
    ];
    const one = drawnTable(
      xs,
      100,
      [...heads, ['1.1', ['Recruit social workers, and', 'see that each of them'], 'Head of Service', '31 July 2026']],
      false,
    );
    const two = drawnTable(
      xs,
      60,
      [...heads, ['', ['has a supervisor from the', 'first day'], '', ''], ['1.2', 'Train managers', 'Principal', '30 June 2026']],
      false,
    );
    assert.equal(
      bodyOf(
        (
          await imported([
            { texts: [...textLines(72, 60, ['Improvement action plan'], { size: 18, bold: true }), ...one.texts], rules: one.rules },
            two,
          ])
        ).text,
      ),
      '# Improvement action plan\n\nWhat we will do\n\n| Ref | Action | Lead | By when |\n| --- | --- | --- | --- |\n| 1.1 | Recruit social workers, and see that each of them has a supervisor from the first day | Head of Service | 31 July 2026 |\n| 1.2 | Train managers | Principal | 30 June 2026 |\n',
    );
  });

  it('a table without upright lines goes on over the page, and so does the row that it ended with', async () => {
    const columns = (y: number, ...cells: string[]): PdfText[] =>
      cells.flatMap((text, index) => (text === '' ? [] : [{ x: [60, 110, 302, 398, 481][index]!, y, text, size: 11 }]));
    const first = Array.from({ length: 16 }, (_, index) => [
      ...columns(110 + index * 40, 'P1', `Bring plan ${index} up to date and tell`, 'Team Manager', `${index + 1} May 2026`, 'On track'),
      ...columns(123 + index * 40, '', 'everybody in the team'),
    ]).flat();
    const pages: PdfPage[] = [
      {
        texts: [
          ...textLines(60, 60, ['Recovery action plan'], { size: 18, bold: true }),
          ...columns(90, 'Priority', 'Action', 'Owner', 'Target date', 'Status'),
          ...first,
          ...columns(750, 'P2', 'Bring the rota up to date and', 'Quality Lead', '9 May 2026', 'Delayed'),
        ],
      },
      {
        texts: [
          ...columns(70, '', 'share it with each team'),
          ...columns(100, 'P2', 'Bring the audit tool up to date in', 'Head of Service', '10 May 2026', 'On track'),
          ...columns(113, '', 'all teams'),
        ],
      },
    ];
    const body = await bodyFrom(...pages);
    assert.ok(
      body.endsWith(
        '| P2 | Bring the rota up to date and share it with each team | Quality Lead | 9 May 2026 | Delayed |\n| P2 | Bring the audit tool up to date in all teams | Head of Service | 10 May 2026 | On track |\n',
      ),
      body,
    );
  });

  it('a drawn column under a bold name is a table; a frame around text is none', async () => {
    const list = drawnTable([60, 500], 100, [
      ['Areas for improvement'],
      ['Leaders should make reviews better.'],
      ['Partners should plan for adulthood.'],
    ]);
    assert.equal(
      await bodyFrom(list),
      '| Areas for improvement |\n| --- |\n| Leaders should make reviews better. |\n| Partners should plan for adulthood. |\n',
    );
    const frame = drawnTable([60, 500], 100, [['12 March 2026'], ['Mary Fell, Director, Aldersham Council'], ['Dear Mary']], false);
    assert.ok(!(await bodyFrom(frame)).includes('|'));
  });

  it('two cells that the file draws in one go are two; a status that is only a colour is its word', async () => {
    const table = drawnTable([40, 240, 320, 400, 460], 100, [
      ['Action', 'Start date', 'Due date', 'RAG'],
      ['Recruit three social workers', 'Sept 2025         Dec 2025', '', ''],
    ]);
    const { bottom } = table;
    assert.equal(
      await bodyFrom({
        texts: table.texts,
        rules: table.rules,
        fills: [{ from: [401, bottom - 20], to: [459, bottom - 1], colour: [1, 0.75, 0] }],
      }),
      '| Action | Start date | Due date | RAG |\n| --- | --- | --- | --- |\n| Recruit three social workers | Sept 2025 | Dec 2025 | Amber |\n',
    );
  });

  it('names of columns and groups that are printed upright', async () => {
    const { texts, rules, bottom } = drawnTable([40, 80, 280, 400, 440], 100, [
      ['', ['Action', '', '', ''], 'Lead', ''],
      ['', ['Recruit three social workers', '', ''], 'Head of Service', 'G'],
    ]);
    const upright = (x: number, y: number, text: string): PdfText => ({ x, y, text, size: 10, upright: true });
    assert.equal(
      await bodyFrom({ texts: [...texts, upright(65, bottom - 4, 'We all act'), upright(425, 160, 'RAG status')], rules }),
      '|  | Action | Lead | RAG status |\n| --- | --- | --- | --- |\n| We all act | Recruit three social workers | Head of Service | G |\n',
    );
  });

  it('a number that is drawn with its words: lines that hang under them and lines that do not', async () => {
    const first = '3.10 Managers know which families have waited too long and they have a plan that says how each';
    for (const x of [72, 99]) {
      assert.equal(
        await bodyFrom({
          texts: [
            ...textLines(72, 100, [first]),
            ...textLines(x, 114.4, ['of them will be seen by the end of April.']),
            ...textLines(72, 140, ['3.11 Inspectors come again in June.']),
          ],
        }),
        `${first} of them will be seen by the end of April.\n\n3.11 Inspectors come again in June.\n`,
      );
    }
  });

  it('lines of one paragraph each stay apart where the paper has longer ones; bullets that are letters', async () => {
    const long = [
      'Inspectors read the records of forty children and young people, spoke to',
      'their social workers and to their managers, and saw how plans were made.',
    ];
    const page: PdfPage = {
      texts: [
        ...textLines(72, 80, long),
        ...textLines(72, 130, long),
        ...textLines(72, 180, ['Present: Councillors Ash and Birch']),
        ...textLines(72, 201, ['Apologies: Councillor Elm']),
        { x: 90, y: 230, text: '•' },
        { x: 108, y: 230, text: 'People feel listened to' },
        { x: 108, y: 246, text: 'o' },
        { x: 118, y: 246, text: 'carers most of all' },
      ],
    };
    assert.equal(
      bodyOf((await importWhole(pdfFile([page]), 'pdf', shown([page]).replace(' o ', ' '))).text),
      `${long.join(' ')}\n\n${long.join(' ')}\n\nPresent: Councillors Ash and Birch\n\nApologies: Councillor Elm\n\n- People feel listened to\n  - carers most of all\n`,
    );
  });

  it('an action log in columns without lines: what, the initials of who, how far', async () => {
    const row = (y: number, action: readonly string[], owner: string, status: string): PdfText[] => [
      ...textLines(72, y, action),
      { x: 420, y, text: owner },
      { x: 480, y, text: status },
    ];
    const page: PdfPage = {
      texts: [
        ...textLines(72, 60, ['Board action log – 19 May 2026'], { bold: true }),
        ...textLines(72, 110, ['Workforce'], { bold: true }),
        ...row(130, ['Circulate the minutes of the last meeting'], 'KK', 'New'),
        ...row(144.4, ['Ask each service how many of its posts have been empty for a', 'longer time than a quarter'], 'HS/KK', 'Ongoing'),
        ...textLines(72, 200, ['Quality of practice'], { bold: true }),
        ...row(220, ['Publish the audit of case records'], 'MF', 'New'),
        ...row(234.4, ['Report to the committee in June'], 'All', 'New'),
      ],
    };
    const { text, notes } = await imported([page]);
    assert.equal(
      bodyOf(text),
      `# Board action log

## Workforce

| Action | Owner | Status |
| --- | --- | --- |
| Circulate the minutes of the last meeting | KK | New |
| Ask each service how many of its posts have been empty for a longer time than a quarter | HS/KK | Ongoing |

## Quality of practice

| Action | Owner | Status |
| --- | --- | --- |
| Publish the audit of case records | MF | New |
| Report to the committee in June | All | New |
`,
    );
    assert.ok(notes.some((note) => note.includes('“Action”, “Owner”, “Status”')));
  });

  it('two columns of text are read one after the other', async () => {
    const left = Array.from({ length: 8 }, (_, index) => `left line ${index} of a column that is full of text`);
    const right = Array.from({ length: 8 }, (_, index) => `right line ${index} of a column that is full of text`);
    const body = await bodyFrom({ texts: [...textLines(40, 100, left, { size: 9 }), ...textLines(310, 104, right, { size: 9 })] });
    assert.ok(body.indexOf('left line 7') < body.indexOf('right line 0'), body);
    assert.equal(body.trimEnd(), [...left, ...right].join(' '));
  });

  it('hyphens at the end of a line: gone where the paper has the word without it, else kept', async () => {
    const paper = await readPdf(
      pdfFile([
        {
          texts: textLines(72, 100, [
            'Information was shared at once, and every officer who needed the informa-',
            'tion had it, which inspectors called a well-run and child-centred and multi-',
            'agency way of working that others could learn from.',
          ]),
        },
      ]),
    );
    assert.equal(
      bodyOfPaper(paper),
      'Information was shared at once, and every officer who needed the information had it, which inspectors called a well-run and child-centred and multi-agency way of working that others could learn from.\n',
    );
  });

  it('numbered paragraphs stay apart; a footnote is told from the text', async () => {
    assert.equal(
      await bodyFrom({
        texts: [
          { x: 72, y: 100, text: '1.' },
          ...textLines(100, 100, ['Inspectors came in May and saw what the service had done in the year since the', 'last visit.']),
          { x: 72, y: 140, text: '2.' },
          { x: 100, y: 140, text: 'They come again in June.' },
          { x: 240, y: 135, text: '1', size: 7 },
          { x: 72, y: 760, text: '1', size: 6 },
          { x: 76, y: 763, text: 'Unless the date is moved.', size: 9 },
        ],
      }),
      '1. Inspectors came in May and saw what the service had done in the year since the last visit.\n\n2. They come again in June.[1]\n\n[1] Unless the date is moved.\n',
    );
  });

  it('a table without lines whose rows have several lines in several columns; a line across it parts it, and its heading goes on', async () => {
    const xs = [60, 200, 340, 440];
    const row = (y: number, ...lines: readonly (readonly string[])[]): PdfText[] =>
      lines.flatMap((cells, line) =>
        cells.flatMap((text, column) => (text === '' ? [] : [{ x: xs[column]!, y: y + line * 12, text, size: 10, bold: y === 100 }])),
      );
    const text = await bodyFrom({
      texts: [
        ...row(100, ['Recommendation', 'Action to be', 'Responsible', 'Target'], ['', 'taken', 'officer', 'date']),
        { x: 60, y: 132, text: 'Children’s Scrutiny Committee', size: 10, bold: true },
        ...row(
          152,
          ['R1. That Cabinet', 'Compare', 'Head of', '30 June'],
          ['reviews how foster', 'payments with', 'fostering', '2025'],
          ['carers are paid', 'those of others', '', ''],
        ),
        ...row(
          196,
          ['R2. That the Director', 'Put exclusions', 'Scrutiny', '31 March'],
          ['reports each term', 'on the work plan', 'officer', '2025'],
        ),
        { x: 60, y: 228, text: 'Adults Scrutiny Committee', size: 10, bold: true },
        ...row(
          248,
          ['R3. That the waiting', 'Publish them', 'Head of', '1 May'],
          ['times are published', 'every month', 'performance', '2025'],
        ),
      ],
    });
    // Where a line is short in its column, its end may be meant.
    assert.equal(
      text.replaceAll('<br>', ' '),
      '| Recommendation | Action to be taken | Responsible officer | Target date |\n| --- | --- | --- | --- |\n\n## Children’s Scrutiny Committee\n\n| Recommendation | Action to be taken | Responsible officer | Target date |\n| --- | --- | --- | --- |\n| R1. That Cabinet reviews how foster carers are paid | Compare payments with those of others | Head of fostering | 30 June 2025 |\n| R2. That the Director reports each term | Put exclusions on the work plan | Scrutiny officer | 31 March 2025 |\n\n## Adults Scrutiny Committee\n\n| Recommendation | Action to be taken | Responsible officer | Target date |\n| --- | --- | --- | --- |\n| R3. That the waiting times are published | Publish them every month | Head of performance | 1 May 2025 |\n',
    );
  });
  it('the stretched spaces of justified text are spaces, in one column and in two', async () => {
    /** Words from one edge to another, all spaces between them alike. */
    const stretched = (left: number, right: number, y: number, words: readonly string[]): PdfText[] => {
      const widths = words.map((word) =>
        [...word].reduce(
          (sum, letter) =>
            sum +
            (/[iljI]/.test(letter)
              ? letter === 'I'
                ? 0.278
                : 0.222
              : /[ft]/.test(letter)
                ? 0.278
                : letter === 'r'
                  ? 0.333
                  : /[ckvsxyz]/.test(letter)
                    ? 0.5
                    : letter === 'm'
                      ? 0.833
                      : letter === 'w'
                        ? 0.722
                        : 0.556) *
              11,
          0,
        ),
      );
      const gap = (right - left - widths.reduce((sum, width) => sum + width, 0)) / (words.length - 1);
      let x = left;
      return words.map((text, index) => {
        const at = x;
        x += widths[index]! + gap;
        return { x: at, y, text, size: 11 };
      });
    };
    const lines = [
      'Inspectors saw practitioners who',
      'understand the needs of each',
      'vulnerable child and family',
      'conscientiously although their',
      'documentation is incomplete',
      'and some arrangements remain',
      'misunderstood by inexperienced',
      'practitioners while all their',
      'responsibilities were written',
      'comprehensively for everybody',
      'throughout the whole borough',
      'which helps them every day',
    ].map((line) => line.split(' '));
    const column = (left: number) => lines.flatMap((words, index) => stretched(left, left + 215, 100 + index * 14.4, words));
    const said = lines.map((words) => words.join(' ')).join(' ');
    assert.equal(await bodyFrom({ texts: column(72) }), `${said}\n`);
    assert.equal(await bodyFrom({ texts: [...column(60), ...column(320)] }), `${said}\n\n${said}\n`);
    // A gutter that is no wider than the spaces of some lines.
    assert.equal(await bodyFrom({ texts: [...column(60), ...column(285)] }), `${said}\n\n${said}\n`);
  });
  it('a long table without lines is no text in two columns, and its head “No.” is no number', async () => {
    const rows = Array.from({ length: 14 }, (_, index) => 110 + index * 36);
    const texts = rows.flatMap((y, index): PdfText[] => [
      { x: 60, y, text: String(index + 1) },
      ...textLines(100, y, ['Write every new plan within twenty', 'weeks, and tell the families']),
      { x: 330, y, text: 'SEND Manager' },
      { x: 450, y, text: `${index + 1} June 2026` },
    ]);
    const heads: PdfText[] = [
      ['No.', 60],
      ['What we will do', 100],
      ['Who', 330],
      ['By when', 450],
    ].map(([text, x]) => ({ text: text as string, x: x as number, y: 80, bold: true }));
    assert.ok(
      (await bodyFrom({ texts: [...heads, ...texts] })).startsWith(
        '| No. | What we will do | Who | By when |\n| --- | --- | --- | --- |\n| 1 | Write every new plan within twenty weeks, and tell the families | SEND Manager | 1 June 2026 |\n',
      ),
    );
  });
  it('lines of an address that end at the right margin stay lines; short paragraphs stay apart where nothing else is there', async () => {
    const { blocks } = await readPdf(
      pdfFile([
        {
          texts: [
            { x: 405, y: 80, text: '1 Long High Street' },
            { x: 435.3, y: 94.4, text: 'NM1 2AB, UK' },
            ...['Visits are late in two teams.', 'Plans are written in time.', 'Staff know the families.', 'Leaders meet every week.'].map(
              (text, index): PdfText => ({ x: 72, y: 150 + index * 20, text }),
            ),
          ],
        },
      ]),
    );
    assert.deepEqual(
      blocks.map(({ lines }) => lines.join(' / ')),
      [
        '1 Long High Street',
        'NM1 2AB, UK',
        'Visits are late in two teams.',
        'Plans are written in time.',
        'Staff know the families.',
        'Leaders meet every week.',
      ],
    );
  });
  it('paragraphs of a cell stand further apart than the lines of one, also where a cell has nothing else', async () => {
    const lead: PdfText[] = [
      { x: 144, y: 138, text: 'Head of Assessment', size: 10 },
      { x: 144, y: 156, text: 'Head of Practice', size: 10 },
    ];
    const drawn = drawnTable([40, 140, 400], 100, [
      ['Action', 'Lead'],
      [['Recruit three social', 'workers to the team', 'in May'], ''],
    ]);
    assert.match(
      await bodyFrom({ texts: [...drawn.texts, ...lead], rules: drawn.rules }),
      /\| Recruit three social workers to the team in May \| Head of Assessment<br>Head of Practice \|/,
    );
  });
  it('a line set as the headings around it is one too, though its words might be a sentence', async () => {
    const section = (y: number, name: string): PdfText[] => [
      ...textLines(72, y, [name], { bold: true, size: 15 }),
      ...textLines(72, y + 25, ['The inspectors came in May.']),
    ];
    assert.deepEqual(
      (
        await bodyFrom({
          texts: [
            ...textLines(72, 60, ['A report'], { bold: true, size: 20 }),
            ...section(100, 'Background'),
            ...section(160, 'Actions that are behind'),
            ...section(220, 'Next steps'),
          ],
        })
      )
        .split('\n')
        .filter((line) => line.startsWith('##')),
      ['## Background', '## Actions that are behind', '## Next steps'],
    );
  });
  describe('a box beside the text', () => {
    const beside = [
      'Inspectors saw practitioners who understand',
      'each family, though the documentation of',
      'their work is incomplete and some of what',
      'was arranged remains misunderstood by those',
      'who came last. Managers know which records',
      'are late.',
    ];
    const under = 'They have a plan that says how each of them will be put right by the end of the year, and who does it.';
    const text: PdfText[] = [
      ...textLines(72, 80, ['What inspectors found'], { bold: true, size: 16 }),
      ...textLines(72, 120, beside),
      ...textLines(72, 240, [under.slice(0, 79), under.slice(80)]),
    ];
    const inside: PdfText[] = [
      ...textLines(380, 127, ['Key figures'], { bold: true, size: 11 }),
      { x: 380, y: 148, text: 'Visits in time: 84 per cent', size: 11 },
      { x: 380, y: 169, text: 'Caseloads: 17 for each', size: 11 },
      { x: 380, y: 183, text: 'social worker', size: 11 },
    ];
    const said = `# What inspectors found\n\n${beside.join(' ')}\n\n## Key figures\n\nVisits in time: 84 per cent\n\nCaseloads: 17 for each social worker\n\n${under}\n`;
    it('drawn with lines is read by itself, behind the paragraph that it stands beside', async () =>
      assert.equal(
        await bodyFrom({
          texts: [...text, ...inside],
          rules: [
            { from: [372, 112], to: [540, 112] },
            { from: [372, 195], to: [540, 195] },
            { from: [372, 112], to: [372, 195] },
            { from: [540, 112], to: [540, 195] },
          ],
        }),
        said,
      ));
    it('or filled with a colour', async () =>
      assert.equal(
        await bodyFrom({ texts: [...text, ...inside], fills: [{ from: [372, 112], to: [540, 195], colour: [0.9, 0.9, 0.9] }] }),
        said,
      ));
    it('boxes that touch each other are cells of a table', async () =>
      assert.match(
        await bodyFrom({
          texts: [
            ...textLines(72, 100, ['Action', 'Recruit three social workers to the team', 'Train the managers in how to supervise']),
            ...textLines(380, 100, ['Lead officer', 'Head of Assessment', 'Head of Practice']),
          ],
          fills: [
            { from: [68, 86], to: [372, 132], colour: [0.9, 0.9, 0.9] },
            { from: [372, 86], to: [540, 132], colour: [0.8, 0.9, 0.9] },
          ],
        }),
        /\| Action \| Lead officer \|\n\| --- \| --- \|\n\| Recruit three social workers to the team \| Head of Assessment \|/,
      ));
  });
  it('what stands far below the text with the number of the page belongs to the page', async () => {
    assert.equal(
      await bodyFrom({
        texts: [...textLines(72, 80, ['Inspectors came in May.']), { x: 72, y: 800, text: 'Aldersham Council 1', size: 9 }],
      }),
      'Inspectors came in May.\n',
    );
  });
  describe('a list of contents is left out', () => {
    const sections = (y: number): PdfText[] => [
      ...textLines(72, y, ['Background'], { bold: true, size: 15 }),
      ...textLines(72, y + 25, ['The inspectors came in May.']),
      ...textLines(72, y + 60, ['What inspectors saw'], { bold: true, size: 15 }),
      ...textLines(72, y + 85, ['They saw families.']),
    ];
    const said = '## Background\n\nThe inspectors came in May.\n\n## What inspectors saw\n\nThey saw families.\n';
    const title = textLines(72, 60, ['A report'], { bold: true, size: 20 });
    for (const [how, lines] of [
      [
        'with dots',
        [
          ...textLines(72, 130, [
            'Background .......................................................................... 2',
            'What inspectors saw ............................................................ 4',
          ]),
        ],
      ],
      ['in columns', [...textLines(72, 130, ['Background', 'What inspectors saw']), ...textLines(480, 130, ['2', '4'])]],
      ['plain', [...textLines(72, 130, ['Background 2', 'What inspectors saw 4'])]],
    ] as const)
      it(how, async () =>
        assert.equal(
          await bodyFrom({ texts: [...title, ...textLines(72, 100, ['Contents'], { bold: true, size: 15 }), ...lines, ...sections(220)] }),
          `# A report\n\n${said}`,
        ),
      );
    it('of which some entries have the numbers of their headings', async () => {
      const tag = (role: string, ...inside: readonly (PdfTag | number)[]): PdfTag => ({ role, inside });
      const texts = [
        'A report',
        'Contents',
        'Summary',
        '1. Background',
        '2. Conclusion',
        'Summary',
        'All is well.',
        '1. Background',
        'Inspectors came.',
        '2. Conclusion',
        'It is agreed.',
      ].map((text, piece): PdfText => ({ x: 72, y: 60 + piece * 30, text, piece, ...(piece === 0 ? { size: 20, bold: true } : {}) }));
      const { text, removed } = await imported([
        {
          texts,
          tags: [
            tag('H1', 0),
            tag('H2', 1),
            tag('P', 2),
            tag('P', 3),
            tag('P', 4),
            tag('H2', 5),
            tag('P', 6),
            tag('H2', 7),
            tag('P', 8),
            tag('H2', 9),
            tag('P', 10),
          ],
        },
      ]);
      assert.equal(
        bodyOf(text),
        '# A report\n\n## Summary\n\nAll is well.\n\n## 1. Background\n\nInspectors came.\n\n## 2. Conclusion\n\nIt is agreed.\n',
      );
      assert.deepEqual(removed, ['Contents', 'Summary', '1. Background', '2. Conclusion']);
    });
    it('with dots that the tags leave out', async () => {
      const tag = (role: string, ...inside: readonly (PdfTag | number)[]): PdfTag => ({ role, inside });
      const texts: PdfText[] = [
        ...title,
        ...textLines(72, 100, ['Contents']),
        { x: 72, y: 130, text: 'Background' },
        { x: 480, y: 130, text: '2' },
        { x: 72, y: 144.4, text: 'What inspectors saw' },
        { x: 480, y: 144.4, text: '4' },
        ...sections(220),
      ].map((text, piece) => ({ ...text, piece }));
      const dots: PdfText[] = [130, 144.4].map((y) => ({
        x: 200,
        y,
        text: '..............................................',
        piece: 'artifact',
      }));
      assert.equal(
        await bodyFrom({
          texts: [...texts, ...dots],
          tags: [
            tag('H1', 0),
            tag('P', 1),
            tag('TOC', tag('TOCI', 2, 3), tag('TOCI', 4, 5)),
            tag('H2', 6),
            tag('P', 7),
            tag('H2', 8),
            tag('P', 9),
          ],
        }),
        `# A report\n\n${said}`,
      );
    });
  });
  it('bullets that are drawn and no letters; dots elsewhere are none', async () => {
    assert.equal(
      await bodyFrom({
        texts: [
          ...textLines(72, 100, ['What needs to improve?'], { bold: true, size: 14 }),
          ...textLines(90, 130, [
            'The speed of visits to children who are in need, and of the enquiries that',
            'follow them.',
            'The records of them.',
          ]),
          ...textLines(72, 190, ['Inspectors saw the records of forty children.']),
        ],
        dots: [
          [80, 126.6],
          [80, 155.4],
          [300, 400],
          [200, 186.6],
        ],
      }),
      '# What needs to improve?\n\n- The speed of visits to children who are in need, and of the enquiries that follow them.\n- The records of them.\n\nInspectors saw the records of forty children.\n',
    );
  });
  it('a title over two lines of a cover; what a priority asks is its heading; a name over a post is none', async () => {
    const { text } = await imported([
      {
        texts: [
          ...textLines(72, 200, ['An inspection of youth justice services in'], { bold: true, size: 24 }),
          ...textLines(72, 240, ['Cotsmere'], { bold: true, size: 24 }),
          ...textLines(72, 300, ['HM Inspectorate of Probation']),
        ],
      },
      {
        texts: [
          ...textLines(72, 80, ['Foreword'], { bold: true, size: 16 }),
          ...textLines(72, 110, ['The board is well attended, and it knows what its services do.']),
          ...textLines(72, 150, ['Edith Marlow'], { bold: true }),
          ...textLines(72, 164.4, ['HM Chief Inspector of Probation']),
          ...textLines(
            72,
            200,
            [
              'Priority action 1: The board should understand why so many children in',
              'care come to the service, and it should act on it.',
            ],
            { bold: true },
          ),
          ...textLines(72, 240, ['It has no data of its own.']),
        ],
      },
    ]);
    assert.equal(frontMatter(text)['title'], 'An inspection of youth justice services in Cotsmere');
    assert.deepEqual(
      bodyOf(text)
        .split('\n')
        .filter((line) => line.startsWith('#')),
      [
        '# An inspection of youth justice services in Cotsmere',
        '## Foreword',
        '### Priority action 1: The board should understand why so many children in care come to the service, and it should act on it.',
      ],
    );
  });
  it('a number that is drawn with a part of its words: what hangs under them goes on', async () => {
    assert.equal(
      bodyOfPaper(
        await readPdf(
          pdfFile([
            {
              texts: [
                { x: 72, y: 100, text: '2. make sure that sta' },
                { x: 184, y: 100, text: 'ff think about each child, and that' },
                { x: 85, y: 114.4, text: 'managers write down when they have talked with them' },
              ],
            },
          ]),
        ),
      ),
      '2. make sure that staff think about each child, and that managers write down when they have talked with them\n',
    );
  });
  describe('with tags', () => {
    it('a drawn table over two pages, whose heading the second shows again as no part of the paper; a row that the break parted', async () => {
      const xs = [40, 150, 330, 480];
      const names = ['Action', 'Lead officer', 'By when'];
      const one = drawnTable(xs, 60, [
        names,
        ['Recruit workers', 'Head of Assessment', '31 July 2026'],
        ['Train managers in how', 'Principal Social Worker', '30 June 2026'],
      ]);
      const two = drawnTable(xs, 60, [names, ['to supervise', 'Service Manager', ''], ['Audit records', 'Head of Practice', '1 May 2026']]);
      const tagged = ({ texts, rules }: ReturnType<typeof drawnTable>, heads: number): PdfPage => {
        const own = texts.map((text, at): PdfText => (at < heads ? { ...text, piece: 'artifact' } : { ...text, piece: at - heads }));
        const cells = own.flatMap(({ piece, x }) => (typeof piece === 'number' ? [{ piece, first: x < 60 }] : []));
        const rows: PdfTag[] = [];
        for (const { piece, first } of cells) {
          const cell = { role: 'TD', inside: [{ role: 'P', inside: [piece] }] };
          if (first) rows.push({ role: 'TR', inside: [cell] });
          else rows[rows.length - 1] = { role: 'TR', inside: [...rows.at(-1)!.inside, cell] };
        }
        return { texts: own, rules, tags: [{ role: 'Table', inside: rows }] };
      };
      assert.equal(
        await bodyFrom(tagged(one, 0), tagged(two, 3)),
        '| Action | Lead officer | By when |\n| --- | --- | --- |\n| Recruit workers | Head of Assessment | 31 July 2026 |\n| Train managers in how to supervise | Principal Social Worker<br>Service Manager | 30 June 2026 |\n| Audit records | Head of Practice | 1 May 2026 |\n',
      );
    });
    const p = (...inside: (PdfTag | number)[]): PdfTag => ({ role: 'P', inside });
    const tag = (role: string, ...inside: (PdfTag | number)[]): PdfTag => ({ role, inside });
    /** Lines a long way apart, so that nothing but the tags tells what belongs together; each is the piece of its place in the list. */
    const pieces = (y: number, texts: readonly (string | readonly string[])[], more: Partial<PdfText> = {}): PdfText[] => {
      let at = y;
      return texts.flatMap((text, piece) =>
        (typeof text === 'string' ? [text] : text).map((line) => ({ x: 72, y: (at += 22), text: line, piece, ...more })),
      );
    };

    it('headings, paragraphs, lists in lists and numbers are those of the tags', async () => {
      assert.equal(
        await bodyFrom({
          texts: pieces(
            60,
            [
              'What inspectors found',
              ['Children wait', 'too long.'],
              'What needs to improve?',
              'The speed of visits.',
              '\u2022',
              ['The records', 'of them:'],
              '(a)',
              'their quality',
            ],
            {},
          ),
          tags: [
            tag('H1', 0),
            p(1),
            tag('H2', 2),
            tag(
              'L',
              tag('LI', tag('Lbl'), tag('LBody', 3)),
              tag('LI', tag('Lbl', 4), tag('LBody', 5, tag('L', tag('LI', tag('Lbl', 6), tag('LBody', 7))))),
            ),
          ],
        }),
        '## What inspectors found\n\nChildren wait too long.\n\n### What needs to improve?\n\n- The speed of visits.\n- The records of them:\n\n(a) their quality\n',
      );
    });
    it('a table without lines whose cells are in no columns that can be seen; what stands around goes with the page', async () => {
      const cells = [
        'Action',
        'Owner',
        'By when',
        'Recruit three social workers',
        'Head of Service',
        '31 July 2026',
        'Train managers',
        'Principal',
        '30 June 2026',
      ];
      const row = (role: string, from: number) => tag('TR', ...[0, 1, 2].map((one) => tag(role, p(from + one))));
      const { text, removed } = await imported([
        {
          texts: [
            { x: 72, y: 30, text: 'Aldersham Council', piece: 'artifact' },
            ...cells.map((text, piece) => ({
              x: 60 + (piece % 3) * 170 + piece * 9,
              y: 120 + Math.floor(piece / 3) * 40,
              text,
              piece,
              size: 9,
            })),
          ],
          tags: [tag('Table', row('TH', 0), row('TD', 3), row('TD', 6))],
        },
      ]);
      assert.equal(
        bodyOf(text),
        '| Action | Owner | By when |\n| --- | --- | --- |\n| Recruit three social workers | Head of Service | 31 July 2026 |\n| Train managers | Principal | 30 June 2026 |\n',
      );
      assert.deepEqual(removed, ['Aldersham Council']);
    });
    it('paragraphs and bullets in the cells of a drawn table; two tables that touch are two', async () => {
      const xs = [40, 200, 500];
      const drawn = drawnTable(
        xs,
        100,
        [
          ['Who', 'What'],
          ['Council', ['Act on:', 'speed', 'quality']],
          ['Wing', 'Rooms'],
          ['North', 'Twelve'],
        ],
        false,
      );
      const texts = drawn.texts.map((text, piece) => ({ ...text, piece }));
      const cell = (...inside: (PdfTag | number)[]) => tag('TD', ...inside);
      assert.equal(
        await bodyFrom({
          texts,
          rules: drawn.rules,
          tags: [
            tag(
              'Table',
              tag('TR', tag('TH', 0), tag('TH', 1)),
              tag('TR', cell(2), cell(p(3), tag('L', tag('LI', tag('Lbl'), tag('LBody', 4)), tag('LI', tag('Lbl'), tag('LBody', 5))))),
            ),
            tag('Table', tag('TR', tag('TH', 6), tag('TH', 7)), tag('TR', cell(8), cell(9))),
          ],
        }),
        '| Who | What |\n| --- | --- |\n| Council | Act on:<br>• speed<br>• quality |\n\n| Wing | Rooms |\n| --- | --- |\n| North | Twelve |\n',
      );
    });
    it('a line of a cell that ends early, or begins in bold, was ended by whoever wrote it', async () => {
      const drawn = drawnTable(
        [40, 300, 500],
        100,
        [
          ['Action and owner', 'Due'],
          [['Recruit three', 'Ada Marlow'], 'July 2026'],
          [['Train managers in how to supervise', 'Lead: JH'], 'June 2026'],
        ],
        false,
      );
      const texts = drawn.texts.map((text, piece) => ({ ...text, piece, bold: text.text === 'Lead: JH' }));
      const cell = (...inside: number[]) => tag('TD', p(...inside));
      assert.equal(
        await bodyFrom({
          texts,
          rules: drawn.rules,
          tags: [tag('Table', tag('TR', tag('TH', 0), tag('TH', 1)), tag('TR', cell(2, 3), cell(4)), tag('TR', cell(5, 6), cell(7)))],
        }),
        '| Action | Owner | Due |\n| --- | --- | --- |\n| Recruit three | Ada Marlow | July 2026 |\n| Train managers in how to supervise | JH | June 2026 |\n',
      );
    });
    it('a bullet of a symbol font in a cell is a bullet', () => {
      assert.deepEqual(withPlainBullet([{ text: '\uF0B7 Recruit' }, { text: ' three' }]), [{ text: '• Recruit' }, { text: ' three' }]);
    });
    it('a box that the tags put first is no title, however large its letters; where nothing else is one, it is', async () => {
      const box: PdfText[] = [
        { x: 372, y: 80, text: 'Our promise', size: 24, bold: true, piece: 0 },
        { x: 372, y: 108, text: 'Better together', size: 24, bold: true, piece: 0 },
      ];
      const fills = [{ from: [368, 50], to: [560, 120], colour: [0.9, 0.9, 1] }] as const;
      const rest: PdfText[] = [
        ...textLines(72, 180, ['What inspectors found'], { size: 18, bold: true, piece: 1 }),
        ...textLines(72, 210, ['Background'], { bold: true, piece: 2 }),
        ...textLines(72, 230, ['Inspectors came in May, and looked at the records of children in need.'], { piece: 3 }),
        ...textLines(72, 260, ['What we did'], { bold: true, piece: 4 }),
        ...textLines(72, 280, ['Managers read every record, and wrote down what was missing.'], { piece: 5 }),
      ];
      const titleOf = async (texts: readonly PdfText[]) =>
        frontMatter(
          (
            await imported([
              {
                texts,
                fills,
                tags: texts
                  .map(({ piece }) => piece as number)
                  .filter((piece, at, all) => all.indexOf(piece) === at)
                  .map((piece) => p(piece)),
              },
            ])
          ).text,
        )['title'];
      assert.equal(await titleOf([...box, ...rest]), 'What inspectors found');
      assert.equal(
        await titleOf([
          { ...box[0]!, text: 'What inspectors found', size: 16 },
          ...rest.slice(1).map((one) => ({ ...one, piece: (one.piece as number) - 1 })),
        ]),
        'What inspectors found',
      );
    });
    it('the fields of an action, in a list without bullets inside its item; the shape before its status, which no tag holds', async () => {
      const fields = ['Owner:', 'Head of Assessment', 'Due:', '31 July 2026', 'Status:', 'complete'];
      const line = (piece: number): number => 90 + Math.floor(piece / 2) * 16;
      const page: PdfPage = {
        texts: [
          { x: 72, y: 70, text: '•', piece: 0 },
          { x: 84, y: 70, text: 'A1', bold: true, piece: 1 },
          { x: 104, y: 70, text: 'Recruit three social workers', piece: 2 },
          ...fields.map((text, piece): PdfText => ({
            x: piece % 2 === 0 ? 100 : 165,
            y: line(piece),
            text,
            bold: piece % 2 === 0,
            piece: piece + 3,
          })),
          { x: 152, y: line(4), text: '•' },
          { x: 72, y: 150, text: '•', piece: 9 },
          { x: 84, y: 150, text: 'Train managers', piece: 10 },
        ],
        tags: [
          tag(
            'L',
            tag('LI', tag('Lbl', 0), 1, 2, tag('L', tag('LI', 3, 4), tag('LI', 5, 6), tag('LI', 7, 8))),
            tag('LI', tag('Lbl', 9), 10),
          ),
        ],
      };
      assert.equal(
        await bodyFrom(page),
        '- **A1** Recruit three social workers\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n  - Status: complete\n- Train managers\n',
      );
    });
    it('an item that goes on over the page where its mark stands only on the first: the others show theirs, or the words tell', async () => {
      const item = (...inside: number[]) => tag('LI', tag('Lbl'), ...inside);
      const one: PdfPage = {
        texts: [
          { x: 84, y: 60, text: 'The records.', piece: 0 },
          { x: 84, y: 700, text: 'The speed of visits is known. That of', piece: 1 },
        ],
        dots: [
          [76, 56.5],
          [76, 696.5],
        ],
        tags: [tag('L', item(0), item(1))],
      };
      const two = (rest: string): PdfPage => ({
        texts: [
          { x: 84, y: 60, text: rest, piece: 0 },
          { x: 84, y: 90, text: 'The plans.', piece: 1 },
        ],
        dots: [[76, 86.5]],
        tags: [tag('L', item(0), item(1))],
      });
      assert.equal(
        await bodyFrom(one, two('Ofsted letters is not.')),
        '- The records.\n- The speed of visits is known. That of Ofsted letters is not.\n- The plans.\n',
      );
      const alone: PdfPage = {
        texts: [
          { x: 84, y: 60, text: 'letters is not.', piece: 0 },
          { x: 72, y: 120, text: 'Managers know it.', piece: 1 },
        ],
        tags: [tag('L', item(0)), p(1)],
      };
      assert.equal(
        await bodyFrom(one, alone),
        '- The records.\n- The speed of visits is known. That of letters is not.\n\nManagers know it.\n',
      );
    });
    it('what ends several pages and is an item of a list stays; what no list has goes', async () => {
      const page = (number: number): PdfPage => ({
        texts: [
          { x: 72, y: 60, text: `Recruit ${'abc'[number]!.repeat(4)} workers`, piece: 0 },
          { x: 100, y: 780, text: 'Status: green', piece: 1 },
          { x: 72, y: 810, text: 'Aldersham Council', piece: 2 },
        ],
        tags: [tag('L', tag('LI', tag('Lbl'), 0, tag('L', tag('LI', 1)))), p(2)],
      });
      const paper = await readPdf(pdfFile([page(0), page(1), page(2)]));
      assert.deepEqual(
        [bodyOfPaper(paper), paper.furniture],
        [
          '- Recruit aaaa workers\n  - Status: green\n- Recruit bbbb workers\n  - Status: green\n- Recruit cccc workers\n  - Status: green\n',
          ['Aldersham Council'],
        ],
      );
    });
    it('an item without a mark beside items that have one goes on with the one before it', async () => {
      const page: PdfPage = {
        texts: pieces(60, ['The speed of visits.', 'They are too slow.', 'The records.']),
        tags: [tag('L', tag('LI', tag('Lbl'), tag('LBody', 0)), tag('LI', tag('LBody', 1)), tag('LI', tag('Lbl'), tag('LBody', 2)))],
      };
      assert.equal(await bodyFrom(page), '- The speed of visits.\n\nThey are too slow.\n\n- The records.\n');
    });
    it('a paragraph and an item that a page break split are whole; an address is one paragraph', async () => {
      const one: PdfPage = {
        texts: [
          ...textLines(72, 60, ['Mary Fell', 'Town Hall', 'Aldersham']).map((text, piece) => ({ ...text, piece })),
          { x: 72, y: 700, text: 'The speed of visits to', piece: 3 },
        ],
        tags: [p(0), p(1), p(2), tag('L', tag('LI', tag('Lbl'), tag('LBody', 3)))],
      };
      const two: PdfPage = {
        texts: [
          { x: 72, y: 60, text: 'children in need.', piece: 0 },
          { x: 72, y: 100, text: 'The records.', piece: 1 },
        ],
        tags: [tag('L', tag('LI', tag('LBody', 0)), tag('LI', tag('Lbl'), tag('LBody', 1)))],
      };
      assert.equal(
        await bodyFrom(one, two),
        'Mary Fell  \nTown Hall  \nAldersham\n\n- The speed of visits to children in need.\n- The records.\n',
      );
    });
    it('a table that goes on over the page, with the rest of the row that the first page ended with; rows of other pages are told too', async () => {
      const line = (y: number, cells: readonly string[], from: number): PdfText[] =>
        cells.map((text, column) => ({ x: 60 + column * 170, y, text, size: 9, piece: from + column })).filter(({ text }) => text !== '');
      const row = (role: string, from: number) => tag('TR', ...[0, 1, 2].map((one) => tag(role, ...(from < 0 ? [] : [p(from + one)]))));
      assert.equal(
        await bodyFrom(
          {
            texts: [
              ...line(100, ['Action', 'Owner', 'By when'], 0),
              ...line(140, ['Recruit three social workers', 'Head of Service', '31 July 2026'], 3),
              ...line(180, ['Train managers in', 'Principal', '30 June'], 6),
            ],
            tags: [tag('Table', row('TH', 0), row('TD', 3), row('TD', 6))],
          },
          { texts: line(80, ['reflective supervision', '', '2026'], 0), tags: [tag('Table', row('TH', -1), row('TD', -1), row('TD', 0))] },
        ),
        '| Action | Owner | By when |\n| --- | --- | --- |\n| Recruit three social workers | Head of Service | 31 July 2026 |\n| Train managers in reflective supervision | Principal | 30 June 2026 |\n',
      );
    });
    it('a numbered row goes on over the page where one of its cells does, also behind a semicolon or with a new sentence; a row with who and when of its own is one', async () => {
      const line = (y: number, cells: readonly string[], from: number): PdfText[] =>
        cells.map((text, column) => ({ x: 60 + column * 110, y, text, size: 9, piece: from + column })).filter(({ text }) => text !== '');
      const row = (role: string, from: number) => tag('TR', ...[0, 1, 2, 3].map((one) => tag(role, ...(from < 0 ? [] : [p(from + one)]))));
      const over = (rest: readonly string[]) =>
        bodyFrom(
          {
            texts: [
              ...line(100, ['No', 'Action', 'Owner', 'Evidence'], 0),
              ...line(140, ['1', 'Recruit', 'Ada Marlow', 'Audits; surveys;'], 4),
            ],
            tags: [tag('Table', row('TH', 0), row('TD', 4))],
          },
          {
            texts: [...line(80, rest, 0), ...line(120, ['2', 'Train', 'Cy Dell', 'Surveys'], 4)],
            tags: [tag('Table', row('TD', 0), row('TD', 4))],
          },
        );
      const head = '| No | Action | Owner | Evidence |\n| --- | --- | --- | --- |\n| 1 | Recruit | Ada Marlow | Audits; surveys;';
      const next = '| 2 | Train | Cy Dell | Surveys |\n';
      assert.equal(await over(['', '', '', 'minutes of the board.']), `${head} minutes of the board. |\n${next}`);
      assert.equal(await over(['', '', '', 'Minutes of the board.']), `${head}<br>Minutes of the board. |\n${next}`);
      assert.equal(await over(['', 'Audit', 'Bo Tarn', '']), `${head} |\n|  | Audit | Bo Tarn |  |\n${next}`);
    });
    it('numbers that stand beside their paragraphs as paragraphs of their own are theirs; a single one is left', async () => {
      const page = (numbers: readonly string[]) =>
        numbers.flatMap((number, at): PdfText[] => [
          { x: 60, y: 100 + at * 40, text: number, piece: at * 2 },
          { x: 110, y: 100 + at * 40, text: `Paragraph ${'abc'[at]} tells of the plan.`, piece: at * 2 + 1 },
        ]);
      const of = (numbers: readonly string[]) =>
        bodyFrom({ texts: page(numbers), tags: numbers.flatMap((_, at) => [p(at * 2), p(at * 2 + 1)]) });
      assert.equal(
        await of(['1.1', '1.2', '1.3']),
        '1.1 Paragraph a tells of the plan.\n\n1.2 Paragraph b tells of the plan.\n\n1.3 Paragraph c tells of the plan.\n',
      );
      assert.equal(await of(['1.1']), '1.1\n\nParagraph a tells of the plan.\n');
    });
    it('letters that line breaks part are items, whatever their length', async () => {
      assert.equal(
        await bodyFrom({
          texts: textLines(72, 100, [
            '(a) notes the report;',
            '(b) agrees the improvement plan at Appendix A, as it stands there; and',
            '(c) asks for a report on progress at its meeting in March.',
          ]).map((text) => ({ ...text, piece: 0 })),
          tags: [p(0)],
        }),
        '(a) notes the report;\n\n(b) agrees the improvement plan at Appendix A, as it stands there; and\n\n(c) asks for a report on progress at its meeting in March.\n',
      );
    });
    it('what has no tag at the edge of a page all of whose text has tags belongs to the page', async () => {
      const { text, removed } = await imported([
        {
          texts: [
            { x: 72, y: 40, text: 'Inspection of Ferncliffe' },
            ...textLines(72, 100, ['Leaders know their services well.', 'They know what has to improve.']).map((one, piece) => ({
              ...one,
              piece,
            })),
            ...textLines(72, 200, ['They listen to families.', 'They act on it.', 'They tell them what they did.']).map((one, piece) => ({
              ...one,
              piece: piece + 2,
            })),
          ],
          tags: [p(0, 1), p(2, 3, 4)],
        },
      ]);
      assert.deepEqual([bodyOf(text).includes('Ferncliffe'), removed], [false, ['Inspection of Ferncliffe']]);
    });
    it('tags that call each line a paragraph, or that hold only a part of the page, are not believed', async () => {
      const lines = [
        'Managers know which of the families have waited too long, and the plan',
        'that they wrote in May says how each of them will be seen by the end of',
        'June, so that nobody has to wait for longer than the law allows.',
      ];
      const whole = `${lines.join(' ')}\n`;
      const texts = textLines(72, 100, lines).map((text, piece) => ({ ...text, piece }));
      assert.equal(await bodyFrom({ texts, tags: [p(0), p(1), p(2)] }), whole);
      assert.equal(await bodyFrom({ texts, tags: [tag('H1', 1)] }), whole);
    });
  });
  it('addresses that words lead to', async () => {
    assert.equal(
      await bodyFrom({
        texts: [{ x: 72, y: 100, text: 'The report is on the page of the inspectorate.' }],
        links: [
          { from: [143, 88], to: [177, 104], address: 'https://example.org/visits' },
          { from: [179, 88], to: [400, 104], address: 'https://example.org/' },
        ],
      }),
      'The report is [on the](https://example.org/visits) [page of the inspectorate.](https://example.org/)\n',
    );
  });
  it('the numbers of a running header go with the pages, those of headings at the top of pages do not', async () => {
    const page = (number: number, heading: string): PdfPage => ({
      texts: [
        ...textLines(72, 40, [`Improvement plan, part ${number + 3}`]),
        ...textLines(72, 90, [heading], { bold: true, size: 14 }),
        ...textLines(72, 300, [`Inspectors came for ${heading} and asked for more.`]),
      ],
    });
    const { text } = await imported([page(1, 'Priority 5'), page(2, 'Priority 10')]);
    assert.match(text, /^# Priority 5\n[^]*Priority 10\W*\n/m);
    assert.doesNotMatch(text, /part [45]/);
  });

  it('“Page 1 of 1” at the end of the only page is no part of the paper; in the middle of it, it is', async () => {
    const { text, notes } = await imported([
      { texts: [...textLines(72, 100, ['Inspectors came in May.']), ...textLines(72, 700, ['Page 1 of 1'])] },
    ]);
    assert.equal(bodyOf(text), 'Inspectors came in May.\n');
    assert.ok(notes.some((note) => note.includes('“Page 1 of 1”')));
    assert.ok(
      (await bodyFrom({ texts: [...textLines(72, 300, ['Page 1 of 1']), ...textLines(72, 340, ['Inspectors came in May.'])] })).includes(
        'Page 1 of 1',
      ),
    );
  });

  it('a scan, a password, a damaged file: each is told what to do', async () => {
    await assert.rejects(readPdf(pdfFile([{ texts: [] }])), /pictures of pages and no text/);
    await assert.rejects(readPdf(pdfFile([{ texts: [] }], { encrypted: true })), /password/);
    await assert.rejects(readPdf(new TextEncoder().encode('%PDF-1.4\nnothing')), /damaged/);
  });

  it('loses no word of any page', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdeABC123.:•-()'), minLength: 1, maxLength: 12 });
    const text = fc.record({
      x: fc.integer({ min: 30, max: 200 }),
      y: fc.integer({ min: 2, max: 33 }).map((line) => line * 24),
      text: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
      size: fc.constantFrom(8, 10, 12),
      bold: fc.boolean(),
    });
    // Letters printed over each other can be told apart by nobody: each line has its own height.
    const page = fc.uniqueArray(text, { maxLength: 20, selector: ({ y }) => y }).map((texts): PdfPage => ({ texts }));
    return fc.assert(
      fc.asyncProperty(
        fc
          .array(page, { minLength: 1, maxLength: 1 })
          .filter((pages) => pages.some(({ texts }) => texts.some(({ text: words }) => /\S/.test(words)))),
        async (pages) => {
          await imported(pages);
        },
      ),
      { numRuns: 8 },
    );
  });
});
