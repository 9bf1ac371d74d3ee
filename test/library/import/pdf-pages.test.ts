import assert from 'node:assert/strict';
import { closedUp, isLetterspaced } from '../../../server/src/conversion/import/pdf/letterspaced.ts';
import { drawnTable, pdfFile, textLines, type PdfPage, type PdfTag } from './pdf-file.ts';
import { bodyOf, importWhole } from './words.ts';

const shown = (pages: readonly PdfPage[]): string => pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' ');
const imported = (pages: readonly PdfPage[]) => importWhole(pdfFile(pages), 'pdf', shown(pages));

describe('import of PDFs: how pages lie', function () {
  const plan = drawnTable([60, 100, 300, 430, 540], 140, [
    ['Ref', 'Action', 'Owner', 'By when'],
    ['1', ['Agree a rota for strategy meetings', 'with the police'], 'Head of Safeguarding', '30 April 2026'],
    ['2', 'Fill the vacant posts', 'Head of Assessment', '31 May 2026'],
  ]);
  const page: PdfPage = {
    texts: [
      ...textLines(60, 80, ['Improvement plan of Aldersham'], { size: 18, bold: true }),
      ...textLines(60, 110, ['Actions'], { size: 14, bold: true }),
      ...plan.texts,
    ],
    rules: plan.rules,
  };

  for (const lies of [undefined, 'on its side', 'turned upright'] as const) {
    it(`a table ${lies === undefined ? 'as it is' : lies === 'on its side' ? 'on a page that lies on its side' : 'on a page that the file turns, in a drawing of its own'}`, async () => {
      const { text, type } = await imported([{ ...page, ...(lies ? { lies } : {}) }]);
      assert.equal(type, 'action-plan');
      assert.equal(
        bodyOf(text),
        `# Improvement plan of Aldersham

## Actions

| Ref | Action | Owner | By when |
| --- | --- | --- | --- |
| 1 | Agree a rota for strategy meetings with the police | Head of Safeguarding | 30 April 2026 |
| 2 | Fill the vacant posts | Head of Assessment | 31 May 2026 |
`,
      );
    });
  }

  it('two drawn tables under each other whose lines are nearly in line', async () => {
    const heads = ['Action', 'Owner', 'By when'];
    const one = drawnTable([60, 298, 420, 540], 140, [heads, ['Agree a rota', 'Head of Safeguarding', '30 April 2026']]);
    const two = drawnTable([60, 295.2, 400, 540], 260, [heads, ['Fill the vacant posts', 'Head of Assessment', '31 May 2026']]);
    const body = bodyOf(
      (
        await imported([
          {
            texts: [...one.texts, ...textLines(60, 240, ['The second half of the plan is about the workforce.']), ...two.texts],
            rules: [...one.rules, ...two.rules],
          },
        ])
      ).text,
    );
    assert.match(body, /\| Agree a rota \| Head of Safeguarding \| 30 April 2026 \|/);
    assert.match(body, /\| Fill the vacant posts \| Head of Assessment \| 31 May 2026 \|/);
  });

  it('the last words of a drawn table on the next page, where they touch another table; a name over that one', async () => {
    const td = (...inside: number[]): PdfTag => ({ role: 'TD', inside: inside.map((piece) => ({ role: 'P', inside: [piece] })) });
    const tr = (...inside: PdfTag[]): PdfTag => ({ role: 'TR', inside });
    const xs = [40, 80, 330, 480];
    const told = ({ texts, rules }: ReturnType<typeof drawnTable>, tags: readonly PdfTag[]): PdfPage => ({
      texts: texts.map((text, piece) => ({ ...text, piece })),
      rules,
      tags,
    });
    const heads = ['Ref', 'Action', 'By when'];
    const one = told(drawnTable(xs, 60, [heads, ['1.1', 'Put a named officer in charge of each', '31 July 2026']]), [
      { role: 'Table', inside: [tr(td(0), td(1), td(2)), tr(td(3), td(4), td(5))] },
    ]);
    const drawn = drawnTable(
      xs,
      60,
      [['', 'complaint', ''], ['Area 2: Plans are late', '', ''], heads, ['2.1', 'Clear the backlog', '31 May 2026']],
      false,
    );
    const two = told({ ...drawn, texts: drawn.texts.map((text) => (heads.includes(text.text) ? { ...text, bold: true } : text)) }, [
      { role: 'Table', inside: [tr(td(), td(), td()), tr(td(), td(0), td())] },
      { role: 'Table', inside: [tr(td(1)), tr(td(2), td(3), td(4)), tr(td(5), td(6), td(7))] },
    ]);
    assert.equal(
      bodyOf((await imported([one, two])).text),
      `| Ref | Action | By when |
| --- | --- | --- |
| 1.1 | Put a named officer in charge of each complaint | 31 July 2026 |

**Area 2: Plans are late**

| Ref | Action | By when |
| --- | --- | --- |
| 2.1 | Clear the backlog | 31 May 2026 |
`,
    );
  });

  it('a heading whose letters are set apart', async () => {
    const lines = [
      'Leaders know the service well, and they know what has to be better next.',
      'Visits are made in time, and children are seen alone.',
    ];
    const { text } = await imported([
      {
        texts: [
          ...textLines(60, 80, ['Summary of findings'], { size: 16, bold: true, apart: 160 }),
          ...textLines(60, 110, lines),
          ...textLines(60, 160, ['Next steps'], { size: 16, bold: true, apart: 220 }),
          ...textLines(60, 190, ['The board meets again in May.']),
        ],
      },
    ]);
    assert.ok(bodyOf(text).includes('# Summary of findings\n') && bodyOf(text).includes('# Next steps\n'), text);
  });

  it('letters set apart are closed up where the file has a space, or moves on further, between words', () => {
    const shown = (text: string, step: number, gap = step): (string | number)[] =>
      [...text].flatMap((letter) => (letter === '_' ? [-gap] : [letter, -step]));
    const asShown = (all: readonly (string | number)[]) => all.map((one) => (typeof one === 'string' ? { unicode: one } : one));
    assert.equal(closedUp('N e x t s t e p s', [asShown(shown('Next steps', 200))]), 'Next steps');
    assert.equal(closedUp('N e x t s t e p s', [asShown(shown('Next_steps', 200, 700))]), 'Next steps');
    // Letters that are shown one by one: nobody can tell.
    assert.equal(
      closedUp(
        'N e x t s t e p s',
        [...'Nextsteps'].map((unicode) => [{ unicode }]),
      ),
      null,
    );
    // A program that shows each letter by itself shows spaces too.
    assert.equal(
      closedUp(
        'N e x t s t e p s',
        [...'An end. Next steps'].map((unicode) => [{ unicode }]),
      ),
      'Next steps',
    );
    assert.equal(
      closedUp(
        'F i n d i n g s',
        [...'An end. Findings'].map((unicode) => [{ unicode }]),
      ),
      'Findings',
    );
    assert.ok(isLetterspaced('S u m m a r y') && !isLetterspaced('a plan of action for a year') && !isLetterspaced('Summary'));
  });

  it('a row whose only tall cell stands wholly on the next page', async () => {
    const xs = [40, 80, 250, 340, 540];
    const heads = ['Ref', 'Action', 'By when', 'Progress'];
    const one = drawnTable(xs, 60, [
      heads,
      ['1.1', 'Agree the rota', '31 July 2026', 'Agreed in May.'],
      ['1.2', 'Clear the backlog', '31 May 2026', ''],
    ]);
    const two = drawnTable(xs, 60, [
      heads,
      ['', '', '', ['The group has met twice, and the', 'first half is done.']],
      ['1.3', 'Train managers', '30 June 2026', 'All have been.'],
    ]);
    const body = bodyOf((await imported([one, two])).text);
    assert.ok(
      body.includes('| 1.2 | Clear the backlog | 31 May 2026 | The group has met twice, and the first half is done. |\n| 1.3 |'),
      body,
    );
  });

  it('a line with an address behind a line without a stop makes no tags unbelievable', async () => {
    const p = (...inside: number[]): PdfTag => ({ role: 'P', inside });
    const texts = [
      'Families say',
      'that they are helped sooner.',
      'Printed in March for the Inspectorate of Services',
      'www.example.gov.uk',
    ].map((text, piece) => ({ x: 60, y: 80 + piece * 30, text, piece }));
    assert.equal(
      bodyOf((await imported([{ texts, tags: [p(0, 1), p(2), p(3)] }])).text),
      'Families say that they are helped sooner.\n\nPrinted in March for the Inspectorate of Services\n\nwww.example.gov.uk\n',
    );
  });

  it('people to whom a letter goes, each on a line, where a tag calls them one paragraph', async () => {
    const people = [
      'Ruth Hale, Chief Executive of Aldersham County Council and of its trust',
      'Dev Marsh, Director',
      'Fiona Strake, Chief Executive of the Integrated Care Board of Aldersham',
      'Howard Pell, Police and Crime Commissioner',
    ];
    const texts = people.map((text, piece) => ({ x: 60, y: 80 + piece * 14.4, text, piece }));
    assert.equal(bodyOf((await imported([{ texts, tags: [{ role: 'P', inside: [0, 1, 2, 3] }] }])).text), `${people.join('  \n')}\n`);
  });

  it('a bold line that stands over another in each part of the paper is a heading; a sentence set as two headings are is one', async () => {
    const part = (name: string, y: number) => [
      ...textLines(60, y, [name], { size: 13, bold: true }),
      ...textLines(60, y + 30, ['Key findings', 'Approach'], { bold: true }).map((one, index) => ({ ...one, y: y + 30 + index * 30 })),
      ...textLines(60, y + 90, ['People wait for less time than they did a year ago, and most know whom to ask.']),
    ];
    const texts = [
      ...textLines(60, 60, ['Assessment of Aldersham Council'], { size: 20, bold: true }),
      ...part('Safeguarding', 100),
      ...part('Assessing needs', 260),
      ...part('People are heard in time', 420),
      ...part('Leadership', 580),
    ];
    const headings = bodyOf((await imported([{ texts }])).text)
      .split('\n')
      .filter((one) => one.startsWith('#'))
      .map((one) => one.replace(/^#+ /, ''));
    assert.deepEqual(headings, [
      'Assessment of Aldersham Council',
      ...['Safeguarding', 'Assessing needs', 'People are heard in time', 'Leadership'].flatMap((name) => [
        name,
        'Key findings',
        'Approach',
      ]),
    ]);
  });
});
