import assert from 'node:assert/strict';
import { readActions, type SaidAction } from '../../../server/src/conversion/import/body/minute-actions.ts';
import { importText } from '../../../server/src/conversion/import/plain-text/plain-text.ts';
import { pdfFile, textLines, type PdfPage, type PdfText } from './pdf-file.ts';
import { abstractNumbering, bold, h, li, numbering, p, row, run, tbl, titled, wordFile } from './word-file.ts';
import { bodyOf, importWhole } from './words.ts';

const said = 'The Board heard that caseloads had come down in each of the last three months and that fewer staff came from agencies.';
const shown = (xml: string): string =>
  xml
    .split('</w:p>')
    .map((part) => [...part.matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text!).join(''))
    .join(' ');
/** Minutes in Word, without their title. */
const minutes = async (body: string): Promise<string> => {
  const whole = titled('Minutes of the Improvement Board') + body;
  return bodyOf(
    (await importWhole(wordFile({ body: whole, numbering: abstractNumbering(2, ['bullet:•']) + numbering(2, 2) }), 'word', shown(whole)))
      .text,
  ).replace('# Minutes of the Improvement Board\n\n', '');
};

describe('import: what minutes ask somebody to do', () => {
  it('the day of the meeting may stand in the heading under the title', async () => {
    const { text } = await importWhole(
      wordFile({
        body:
          h(1, 'Improvement Board') +
          h(2, 'Notes of the meeting held on 8 May 2026') +
          p(bold('Present: ') + run('Ada Marlow')) +
          h(2, 'Progress') +
          p('The chair opened the meeting.'),
      }),
      'word',
      'Improvement Board Notes of the meeting held on 8 May 2026 Present: Ada Marlow Progress The chair opened the meeting.',
    );
    assert.match(text, /^meeting-date: 2026-05-08$/m);
    assert.match(text, /^## Notes of the meeting held on 8 May 2026$/m);
  });
  it('the title may say whose they are, and the day and the time', async () => {
    const { text } = await importWhole(
      wordFile({
        body:
          titled('Minutes of the Executive Group held on 5 November 2026 at 10am') + h(1, 'Progress') + p('The chair opened the meeting.'),
      }),
      'word',
      'Minutes of the Executive Group held on 5 November 2026 at 10am Progress The chair opened the meeting.',
    );
    assert.match(text, /^title: Minutes of the Executive Group\nbody: Executive Group\nmeeting-date: 2026-11-05\ntime: 10am$/m);
  });
  it('a paragraph with a number of its own keeps it; items have colons in their names; what was resolved is part of its item', async () => {
    assert.equal(
      await minutes(
        p(bold('34.\u00a0Apologies')) +
          p('34.1 There were none.') +
          p(bold('35. Assessment: improvement plan')) +
          p('35.1 The plan was discussed.') +
          p('35.2 ACTION: Director of Adult Services to send the figures by 21 March 2026.') +
          p(bold('RESOLVED:')) +
          p('(1) That the plan be noted.'),
      ),
      '## 34. Apologies\n\n34.1 There were none.\n\n## 35. Assessment: improvement plan\n\n35.1 The plan was discussed.\n\n- 35.2 To send the figures\n  - Owner: Director of Adult Services\n  - Due: 21 March 2026\n\n### RESOLVED\n\n(1) That the plan be noted.\n',
    );
  });
  describe('who does what by when', () => {
    const cases: readonly (readonly [line: string, ...actions: readonly SaidAction[]])[] = [
      ['JH to circulate the plan by 3 May 2026.', { text: 'To circulate the plan', owner: 'JH', due: '3 May 2026' }],
      ['**JH/KK** to meet', { text: 'To meet', owner: 'JH/KK', due: null }],
      ['Write to the schools (JH, 3 May 2026)', { text: 'Write to the schools', owner: 'JH', due: '3 May 2026' }],
      [
        'Director of Children’s Services to report to the next meeting',
        { text: 'To report to the next meeting', owner: 'Director of Children’s Services', due: null },
      ],
      [
        'The Chair to write to the Minister by end of May 2026',
        { text: 'To write to the Minister', owner: 'The Chair', due: 'end of May 2026' },
      ],
      ['Circulate the plan – Head of Service', { text: 'Circulate the plan', owner: 'Head of Service', due: null }],
      [
        'KK to send figures by 3 May so that members can comment',
        { text: 'To send figures by 3 May so that members can comment', owner: 'KK', due: '3 May' },
      ],
      ['JH', { text: '', owner: 'JH', due: null }],
      ['Head of service, 31 July 2026', { text: '', owner: 'Head of service', due: '31 July 2026' }],
      ['Report to Cabinet on 3 May 2026', { text: 'Report to Cabinet on 3 May 2026', owner: null, due: null }],
      ['Circulate the plan to the Board.', { text: 'Circulate the plan to the Board.', owner: null, due: null }],
      ['Draft response to be sent by Friday 8 May 2026', { text: 'Draft response to be sent', owner: null, due: 'Friday 8 May 2026' }],
    ];
    for (const [line, ...actions] of cases) it(line, () => assert.deepEqual(readActions([line])?.actions, actions));
    it('on lines of their own', () => {
      assert.deepEqual(readActions(['Circulate the plan', 'to all members', 'JH', 'by 3 May 2026'])?.actions, [
        { text: 'Circulate the plan to all members', owner: 'JH', due: '3 May 2026' },
      ]);
      assert.deepEqual(readActions(['• JH to call', '• KK to write'])?.actions, [
        { text: 'To call', owner: 'JH', due: null },
        { text: 'To write', owner: 'KK', due: null },
      ]);
    });
    it('nothing is to be done', () => {
      for (const line of ['Noted', 'None', 'N/A', '–', 'No further action.']) assert.equal(readActions([line]), null, line);
    });
  });

  it('notes of a meeting with columns for owners are minutes, and no plan', async () => {
    for (const title of ['Notes of the Improvement Board meeting', 'Improvement Board – notes of meeting', 'Improvement Board minutes']) {
      const xml =
        titled(title) +
        p('Present: Ada Marlow (Chair)') +
        tbl(
          row('Item', 'Discussion', 'Action', 'Owner'),
          row('1', 'Welcome', '', ''),
          row('2', p(bold('Workforce')) + p(said), 'Circulate figures by 3 May 2026', 'JH'),
        );
      const { text, type } = await importWhole(wordFile({ body: xml }), 'word', shown(xml));
      assert.equal(type, 'minutes', title);
      assert.ok(text.endsWith(`## 2 Workforce\n\n${said}\n\n- Circulate figures\n  - Owner: JH\n  - Due: 3 May 2026\n`), text);
    }
  });

  describe('in a column', () => {
    it('of actions, beside what was said', async () => {
      assert.equal(
        await minutes(
          tbl(
            row('No', 'Item', 'Action'),
            row('1', p('Welcome') + p('The Chair welcomed everyone.'), ''),
            row('2', p('Workforce') + p(said), p('JH to circulate figures by 3 May 2026') + p('KK to write to schools')),
            row('3', p('Close') + p('The meeting ended.'), 'Noted'),
          ),
        ),
        `## 1 Welcome\n\nThe Chair welcomed everyone.\n\n## 2 Workforce\n\n${said}\n\n- To circulate figures\n  - Owner: JH\n  - Due: 3 May 2026\n\n- To write to schools\n  - Owner: KK\n\n## 3 Close\n\nThe meeting ended.\n\n**Action:** Noted\n`,
      );
    });
    it('of actions, with owners and dates in columns of their own', async () => {
      assert.equal(
        await minutes(
          tbl(
            row('Agenda item', 'Discussion', 'Action', 'Owner', 'By when'),
            row('Workforce', said, 'Circulate figures', 'JH', '3 May 2026'),
            row('Quality', said, p('Bring a report') + p('Send the audit'), 'KK', ''),
          ),
        ),
        `## Workforce\n\n${said}\n\n- Circulate figures\n  - Owner: JH\n  - Due: 3 May 2026\n\n## Quality\n\n${said}\n\n- Bring a report\n  - Owner: KK\n\n- Send the audit\n  - Owner: KK\n`,
      );
    });
    it('of actions, with who and when in one column, beside a discussion in few words', async () => {
      assert.equal(
        await minutes(
          tbl(
            row('Item', 'Discussion', 'Action', 'Who / by when'),
            row('1. Welcome', 'The Chair opened.', '', ''),
            row('2. Plan', 'Two actions are late.', 'Bring a new plan', 'JH, 3 May 2026'),
            row('3. Data', 'It was noted.', 'Add the figures', 'KK, June meeting'),
          ),
        ),
        '## 1. Welcome\n\nThe Chair opened.\n\n## 2. Plan\n\nTwo actions are late.\n\n- Bring a new plan\n  - Owner: JH\n  - Due: 3 May 2026\n\n## 3. Data\n\nIt was noted.\n\n- Add the figures\n  - Owner: KK\n  - Due: June meeting\n',
      );
    });
    it('of initials: the paragraph beside them is what they do', async () => {
      const rows = [
        row(p(bold('2. Workforce')), ''),
        row(`2.1 ${said}`, ''),
        row('2.2 Officers would circulate the figures for each of the teams to members.', 'JH'),
        row('2.3 The Chair would write to the schools about it.', p('AM') + p('30 April 2026')),
      ];
      const text = `2.1 ${said}\n\n- 2.2 Officers would circulate the figures for each of the teams to members.\n  - Owner: JH\n\n- 2.3 The Chair would write to the schools about it.\n  - Owner: AM\n  - Due: 30 April 2026\n`;
      assert.equal(await minutes(tbl(row('', p(bold('ACTION'))), ...rows)), `## 2. Workforce\n\n${text}`);
      assert.equal(await minutes(tbl(...rows)), `## 2. Workforce\n\n${text}`);
    });
    it('a list of short actions stays a table, and what it lists is no second action', async () => {
      const list = tbl(row('Item', 'Action', 'Owner'), row('Workforce', 'Circulate figures', 'JH'), row('Quality', 'Send the audit', 'KK'));
      assert.equal(
        await minutes(h(1, '1. Workforce') + p('Action: JH to circulate the figures') + list),
        '## 1. Workforce\n\nAction: JH to circulate the figures\n\n| Item | Action | Owner |\n| --- | --- | --- |\n| Workforce | Circulate figures | JH |\n| Quality | Send the audit | KK |\n',
      );
    });
    it('at the margin of a PDF, over several pages', async () => {
      const note = (y: number, text: string): PdfText => ({ x: 500, y, text });
      const pages: PdfPage[] = [
        {
          texts: [
            ...textLines(72, 60, ['Minutes of the Improvement Board'], { bold: true, size: 18 }),
            ...textLines(72, 100, ['The Chair welcomed everyone.']),
            { x: 496, y: 125, text: 'ACTION', bold: true },
            ...textLines(72, 150, ['1.1 Officers would circulate the figures for each of the teams to the', 'members of the Board.']),
            note(150, 'JH'),
            ...textLines(72, 200, ['1.2 The Chair would write to the schools.']),
            note(200, 'AM'),
            note(214.4, '30 April 2026'),
          ],
        },
        {
          texts: [
            ...textLines(72, 60, ['1.3 Members asked when it would be seen.']),
            ...textLines(72, 100, ['1.4 A report on supervision would come in the autumn.']),
            note(100, 'KK/ML'),
          ],
        },
      ];
      assert.equal(
        bodyOf((await importWhole(pdfFile(pages), 'pdf', pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' '))).text),
        '# Minutes of the Improvement Board\n\nThe Chair welcomed everyone.\n\n- 1.1 Officers would circulate the figures for each of the teams to the members of the Board.\n  - Owner: JH\n\n- 1.2 The Chair would write to the schools.\n  - Owner: AM\n  - Due: 30 April 2026\n\n1.3 Members asked when it would be seen.\n\n- 1.4 A report on supervision would come in the autumn.\n  - Owner: KK/ML\n',
      );
    });
  });

  describe('in a paragraph', () => {
    it('that begins with “Action:”, or in the list of a section of actions', async () => {
      assert.equal(
        await minutes(
          h(1, '1. Workforce') +
            p(said) +
            p('Action: JH to circulate figures by 3 May 2026') +
            p('Members asked for a report.') +
            p(bold('ACTION: ') + run('KK')) +
            p('Action: None') +
            h(1, 'Actions') +
            li(2, 0, 'ML to bring a report by 1 June 2026') +
            li(2, 0, 'Figures'),
        ),
        `## 1. Workforce\n\n${said}\n\n- To circulate figures\n  - Owner: JH\n  - Due: 3 May 2026\n\n- Members asked for a report.\n  - Owner: KK\n\nAction: None\n\n## Actions\n\n- To bring a report\n  - Owner: ML\n  - Due: 1 June 2026\n- Figures\n`,
      );
    });
    it('of a plain text', () => {
      assert.ok(
        importText(
          'Minutes of the Improvement Board held on 12 March 2026\n\n1. Workforce\n\nThe Board heard that caseloads had come down.\nAction: JH to circulate figures by 3 May 2026.\n\nMembers asked for a report.\n\nACTION: KK\n',
        ).text.endsWith(
          'The Board heard that caseloads had come down.\n\n- To circulate figures\n  - Owner: JH\n  - Due: 3 May 2026\n\n- Members asked for a report.\n  - Owner: KK\n',
        ),
      );
    });
  });

  it('minutes of which only the day says which they are keep it in their title', async () => {
    const xml = titled('Minutes of the meeting held on 12 March 2026') + p('RESOLVED: That the letter be noted.');
    assert.equal(
      bodyOf((await importWhole(wordFile({ body: xml }), 'word', shown(xml))).text).split('\n')[0],
      '# Minutes of the meeting held on 12 March 2026',
    );
  });
  it('the name of the board over its minutes is no section', async () => {
    const xml =
      p(run('Northmere Improvement Board', '<w:b/><w:sz w:val="28"/>')) +
      p(run('Minutes of the meeting held on 12 March 2026', '<w:b/><w:sz w:val="36"/>')) +
      p('RESOLVED: That the letter be noted.');
    assert.ok(!bodyOf((await importWhole(wordFile({ body: xml }), 'word', shown(xml))).text).includes('## Northmere'));
  });
});
