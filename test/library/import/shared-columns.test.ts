import assert from 'node:assert/strict';
import { readHtml } from '../../../server/src/conversion/import/html/html.ts';
import { importText } from '../../../server/src/conversion/import/plain-text/plain-text.ts';
import { cell, p, row, run, tbl, wordFile } from './word-file.ts';
import { bodyOf, bodyOfPaper, importWhole } from './words.ts';

/** Rows of an HTML table as the rows of the document. */
const rowsFrom = (...rows: readonly (readonly string[])[]): readonly string[] => {
  const [head, ...more] = rows;
  const source = `<table><tr>${head!.map((one) => `<th>${one}`).join('')}</tr>${more.map((cells) => `<tr>${cells.map((one) => `<td>${one}`).join('')}</tr>`).join('')}</table>`;
  return bodyOfPaper(readHtml(source))
    .trimEnd()
    .split('\n')
    .filter((_, index) => index !== 1);
};

describe('a column of a plan that holds several things', () => {
  it('the owner in brackets, in a line of its own, behind a dash or behind a label', () => {
    assert.deepEqual(
      rowsFrom(
        ['Ref', 'Action and owner', 'Due'],
        ['1', 'Recruit six social workers (Head of Assessment)', 'July 2026'],
        ['2', 'Publish the rota (JH/SM)', 'June 2026'],
      ),
      [
        '| Ref | Action | Owner | Due |',
        '| 1 | Recruit six social workers | Head of Assessment | July 2026 |',
        '| 2 | Publish the rota | JH/SM | June 2026 |',
      ],
    );
    assert.deepEqual(
      rowsFrom(
        ['Action / lead', 'Due'],
        ['Recruit six<br>social workers<br>Jo Marsh', 'July 2026'],
        ['Publish the rota<br><b>Lead: Principal Social Worker</b>', 'June 2026'],
        ['Train managers. Lead: JH', 'May 2026'],
      ),
      [
        '| Action | Lead | Due |',
        '| Recruit six<br>social workers | Jo Marsh | July 2026 |',
        '| Publish the rota | Principal Social Worker | June 2026 |',
        '| Train managers. | JH | May 2026 |',
      ],
    );
    assert.deepEqual(
      rowsFrom(
        ['Action (lead officer)', 'Due'],
        ['Recruit six social workers – Ada Marlow', 'July 2026'],
        ['Publish the rota - Sam Oke, Head of Quality', 'June 2026'],
      ),
      [
        '| Action | Lead officer | Due |',
        '| Recruit six social workers | Ada Marlow | July 2026 |',
        '| Publish the rota | Sam Oke, Head of Quality | June 2026 |',
      ],
    );
  });
  it('the owner before the action', () => {
    assert.deepEqual(
      rowsFrom(
        ['Lead and action', 'Due'],
        ['Head of Assessment: recruit six', 'July 2026'],
        ['<b>Ada Marlow</b><br>Publish the rota', 'June 2026'],
      ),
      ['| Lead | Action | Due |', '| Head of Assessment | recruit six | July 2026 |', '| Ada Marlow | Publish the rota | June 2026 |'],
    );
  });
  it('the time, and both', () => {
    assert.deepEqual(
      rowsFrom(
        ['Action and timescale', 'Lead'],
        ['Recruit six by 31 July 2026', 'JH'],
        ['Publish the rota (by end of June 2026)', 'JH'],
        ['Train managers – ongoing', 'JH'],
      ),
      [
        '| Action | Timescale | Lead |',
        '| Recruit six | 31 July 2026 | JH |',
        '| Publish the rota | by end of June 2026 | JH |',
        '| Train managers | ongoing | JH |',
      ],
    );
    assert.deepEqual(
      rowsFrom(
        ['Action, owner and timescale', 'Progress'],
        ['Recruit six (Head of Assessment, July 2026)', 'Begun.'],
        ['Publish the rota (JH by June 2026)', 'Done.'],
      ),
      [
        '| Action | Owner | Timescale | Progress |',
        '| Recruit six | Head of Assessment | July 2026 | Begun. |',
        '| Publish the rota | JH | June 2026 | Done. |',
      ],
    );
  });
  it('owner and time in every order, where one of them is missing too', () => {
    assert.deepEqual(
      rowsFrom(
        ['Action', 'Lead and deadline'],
        ['Recruit', 'Head of Assessment<br>31 July 2026'],
        ['Publish', 'JH, June 2026'],
        ['Train', 'SM (ongoing)'],
        ['Audit', 'SM 12/06/26'],
        ['Write', 'Sept 26 – JH'],
        ['Meet', 'Head of Quality by Q2 2026/27'],
        ['Ask', 'JH'],
        ['Tell', 'TBC'],
      ).slice(1),
      [
        '| Recruit | Head of Assessment | 31 July 2026 |',
        '| Publish | JH | June 2026 |',
        '| Train | SM | ongoing |',
        '| Audit | SM | 12/06/26 |',
        '| Write | JH | Sept 26 |',
        '| Meet | Head of Quality | Q2 2026/27 |',
        '| Ask | JH |  |',
        '| Tell |  | TBC |',
      ],
    );
    assert.equal(rowsFrom(['Action', 'Owner / date'], ['Recruit', 'JH / July 2026'])[0], '| Action | Owner | Due date |');
  });
  it('several actions in a row, each with its owner, are a row each', () => {
    assert.deepEqual(
      rowsFrom(['Ref', 'Action and owner', 'Due'], ['1', '<ul><li>Recruit six (JH)<li>Publish the rota (SM)</ul>', 'July 2026']),
      ['| Ref | Action | Owner | Due |', '| 1 | Recruit six | JH | July 2026 |', '|  | Publish the rota | SM | July 2026 |'],
    );
  });
  it('a cell that does not show where the owner begins stays whole; where most do not, the column does', () => {
    assert.deepEqual(
      rowsFrom(
        ['Action and owner', 'Due'],
        ['Recruit six (JH)', 'July 2026'],
        ['Set up the multi-agency safeguarding hub (MASH)', 'June 2026'],
        ['Publish the rota (SM)', 'May 2026'],
        ['Write to the schools (see the plan)', 'May 2026'],
        ['Meet (KK)', 'May 2026'],
        ['Meet again (KK)', 'May 2026'],
      ),
      [
        '| Action | Owner | Due |',
        '| Recruit six | JH | July 2026 |',
        '| Set up the multi-agency safeguarding hub (MASH) |  | June 2026 |',
        '| Publish the rota | SM | May 2026 |',
        '| Write to the schools (see the plan) |  | May 2026 |',
        '| Meet | KK | May 2026 |',
        '| Meet again | KK | May 2026 |',
      ],
    );
    const whole = [
      ['Action and owner', 'Due'],
      ['Recruit six social workers.', 'July 2026'],
      ['The Head of Assessment will train managers (see [the plan](https://northmere.example/team)).', 'June 2026'],
      ['Publish the rota (JH)', 'May 2026'],
    ];
    assert.deepEqual(rowsFrom(...whole)[0], '| Action and owner | Due |');
    assert.deepEqual(
      rowsFrom(['Action and owner', 'Due'], ['<ul><li>Recruit six<li>Publish the rota (SM)</ul>', 'July 2026'])[0],
      '| Action and owner | Due |',
    );
  });
  it('a column beside one of its own stays, and so does one whose name only looks like two', () => {
    assert.equal(
      rowsFrom(['Action and owner', 'Lead', 'Due'], ['Recruit six (JH)', 'SM', 'July 2026'])[0],
      '| Action and owner | Lead | Due |',
    );
    assert.equal(rowsFrom(['Action', 'Action / lead', 'Due'], ['Recruit six', 'JH', 'July 2026'])[0], '| Action | Action / lead | Due |');
    assert.equal(
      rowsFrom(['Action', 'Progress and impact', 'Owner'], ['Recruit six', 'Begun (JH)', 'SM'])[0],
      '| Action | Progress and impact | Owner |',
    );
  });
  it('in Word, its words kept, and said; headings inside the table stay', async () => {
    const body = tbl(
      row('Ref', 'Action and responsible officer', 'By when'),
      row(cell(p(run('Priority 1: the front door', '<w:b/>')), '<w:gridSpan w:val="3"/>')),
      row('1', cell(p('Recruit six') + p('Head of Assessment')), 'July 2026'),
      row('2', cell(p('Publish the rota') + p('JH')), 'June 2026'),
    );
    const { text, notes } = await importWhole(
      wordFile({ body }),
      'word',
      'Ref Action and responsible officer By when Priority 1: the front door 1 Recruit six Head of Assessment July 2026 2 Publish the rota JH June 2026',
    );
    assert.equal(
      bodyOf(text),
      '| Ref | Action | Responsible officer | By when |\n| --- | --- | --- | --- |\n| **Priority 1: the front door** |  |  |  |\n| 1 | Recruit six | Head of Assessment | July 2026 |\n| 2 | Publish the rota | JH | June 2026 |\n',
    );
    assert.ok(
      notes.some((note) => note.startsWith('“Action and responsible officer”: a column that held several things')),
      notes.join('\n'),
    );
  });
  it('in plain text', () => {
    const source =
      'Improvement plan\n\nActions\n\nRef\tAction and owner\tTimescale\n1\tRecruit six (Head of Assessment)\tJuly 2026\n2\tPublish the rota (JH)\tJune 2026\n';
    const { text } = importText(source);
    assert.match(text, /\| 1 \| Recruit six \| Head of Assessment \| July 2026 \|\n\| 2 \| Publish the rota \| JH \| June 2026 \|/);
  });
});
