import assert from 'node:assert/strict';
import { importText } from '../../../server/src/conversion/import/plain-text/plain-text.ts';
import { bold, cell, h, p, row, run, tbl, titled, wordFile } from './word-file.ts';
import { bodyOf, frontMatter, importWhole } from './words.ts';

const shown = (xml: string): string =>
  xml
    .replace(/<w:(?:br|tab)\/>/g, '<w:t> </w:t>')
    .split('</w:p>')
    .map((part) => [...part.matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text!).join(''))
    .join(' ')
    .replace(/&amp;/g, '&');
const imported = (body: string) => importWhole(wordFile({ body }), 'word', shown(body));
const sections =
  h(2, 'Summary') +
  p('Inspectors came in May and wrote in June.') +
  h(2, 'Recommendations') +
  p('The Committee is asked to note the letter.');

/** What the header of a paper says, of the keys that are asked for. */
async function head(body: string, ...keys: readonly string[]): Promise<readonly unknown[]> {
  const fields = frontMatter((await imported(body)).text);
  return keys.map((key) => fields[key]);
}

describe('import: header forms of councils whose form nobody has seen', () => {
  it('labels are known by their words: choices behind them, plurals, strokes between two names', async () => {
    const form = tbl(
      row('Title', 'Findings of the assessment'),
      row('Cabinet Member(s)', 'Cllr Ada Marlow'),
      row('Report prepared by', 'Bo Tarn'),
      row('Ward(s)/Division(s) affected', 'All'),
      row('Key decision (Yes/No)', 'No'),
      row('Public/Exempt', 'Public'),
    );
    assert.deepEqual(await head(form + sections, 'title', 'portfolio', 'author', 'wards', 'key-decision', 'exempt'), [
      'Findings of the assessment',
      'Cllr Ada Marlow',
      'Bo Tarn',
      'All',
      'no',
      'no',
    ]);
  });

  it('a first row that says whose meeting it is and when, without labels', async () => {
    assert.deepEqual(
      await head(
        tbl(row('Scrutiny Committee', '8 December 2026'), row('Title', 'Findings of the assessment'), row('Report author', 'Bo Tarn')) +
          sections,
        'body',
        'meeting-date',
        'title',
      ),
      ['Scrutiny Committee', '2026-12-08', 'Findings of the assessment'],
    );
  });

  it('a form of cells that have their label over their value', async () => {
    const over = (label: string, value: string) => cell(p(label) + p(value));
    const form = tbl(
      row(over('Meeting of:', 'Scrutiny Panel'), over('Date:', '14 January 2027')),
      row(over('Report title:', 'Inspection: progress'), over('Report of:', 'Director for Education')),
      row(over('Wards:', 'All'), over('Key decision:', 'No')),
    );
    assert.deepEqual(await head(form + sections, 'body', 'meeting-date', 'title', 'report-of', 'wards', 'key-decision'), [
      'Scrutiny Panel',
      '2027-01-14',
      'Inspection: progress',
      'Director for Education',
      'All',
      'no',
    ]);
  });

  it('“Date of Cabinet” beside a day is its label and no body; “Report to Cabinet” set as the title stands over it', async () => {
    const body =
      titled('Report to Cabinet') +
      p('Inspection of youth justice services') +
      tbl(row('Date of Cabinet', '19 January 2027'), row('Responsible Director', 'Executive Director')) +
      sections;
    assert.deepEqual(await head(body, 'title', 'body', 'meeting-date'), ['Inspection of youth justice services', 'Cabinet', '2027-01-19']);
  });

  it('the label of a title that is set as the title is none of its words', async () => {
    const { text } = await imported(
      h(1, 'Title of report: Outcome of the assessment') +
        p(bold('Meeting: Cabinet')) +
        p(bold('Meeting date: 26 November 2026')) +
        sections,
    );
    assert.equal(frontMatter(text)['title'], 'Outcome of the assessment');
    assert.ok(bodyOf(text).startsWith('# Outcome of the assessment\n') && !text.includes('Title of report'), text);
  });

  it('a box of one column, line by line: whose meeting, when, the title and whose report', async () => {
    assert.deepEqual(
      await head(
        tbl(
          row('Scrutiny Committee'),
          row('26 November 2026'),
          row('Inspection of the youth service'),
          row('Report of the Director of Communities'),
        ) + sections,
        'body',
        'meeting-date',
        'title',
        'report-of',
      ),
      ['Scrutiny Committee', '2026-11-26', 'Inspection of the youth service', 'Director of Communities'],
    );
  });

  it('a form in two parts: who wrote it over the title, the rest in a table of one column under it, with questions and boxes', async () => {
    const body =
      p('Report author: Bo Tarn') +
      h(1, 'Focused visit to the front door') +
      tbl(
        row('Date: 18 November 2026'),
        row('Report of: Director of Children and Families'),
        row('Report to: Scrutiny Board'),
        row('Does the report contain confidential or exempt information? ☐ Yes ☒ No'),
      ) +
      sections;
    assert.deepEqual(await head(body, 'title', 'author', 'meeting-date', 'report-of', 'body', 'exempt'), [
      'Focused visit to the front door',
      'Bo Tarn',
      '2026-11-18',
      'Director of Children and Families',
      'Scrutiny Board',
      'no',
    ]);
  });

  it('the name of the committee set as the title: the heading right under it is the title', async () => {
    const body =
      titled('Audit and Governance Committee') +
      h(1, 'Report of the Ombudsman') +
      tbl(row('Date of meeting', '24 September 2026'), row('Report by', 'Monitoring Officer')) +
      sections +
      h(1, 'Appendix 1: Letter') +
      p('Dear Sir');
    assert.deepEqual(await head(body, 'title', 'body', 'meeting-date'), [
      'Report of the Ombudsman',
      'Audit and Governance Committee',
      '2026-09-24',
    ]);
  });

  it('the name of the council set as the title of a plan: the line right under it is the title, and who approved it is no committee', async () => {
    const body =
      titled('Aldersham Borough Council') +
      p('Children’s Improvement Plan 2026') +
      p('Version 1.2 – approved by the Improvement Board 12 October 2026') +
      h(1, 'Introduction') +
      p('This plan answers the letter.') +
      tbl(row('Action', 'Lead', 'By when'), row('Train workers', 'Ada Marlow', 'May 2027'));
    assert.deepEqual(await head(body, 'title', 'body', 'meeting-date', 'as-at'), [
      'Children’s Improvement Plan 2026',
      undefined,
      undefined,
      '2026-10-12',
    ]);
  });

  it('a title in capitals right over headings that are not', async () => {
    const body =
      p(bold('CHILDREN’S SCRUTINY PANEL')) +
      p(bold('12 NOVEMBER 2026')) +
      p(bold('MONITORING VISIT FEEDBACK')) +
      p(bold('Summary')) +
      p('Inspectors came in October.') +
      p(bold('Purpose of the Meeting')) +
      p('The Panel is asked to consider the letter.');
    assert.deepEqual(await head(body, 'title', 'body', 'meeting-date'), [
      'MONITORING VISIT FEEDBACK',
      'CHILDREN’S SCRUTINY PANEL',
      '2026-11-12',
    ]);
  });

  it('a title with a colon under whose meeting it is and when', async () => {
    const body =
      p(bold('Improvement Board – 20 November 2026')) +
      p(bold('Progress Report: Children’s Improvement Plan')) +
      p(bold('Report by:') + run(' Programme Manager')) +
      p(bold('1. Overview')) +
      p('Thirty actions are complete.') +
      p(bold('2. Recommendations')) +
      p('The Board is asked to note progress.');
    assert.deepEqual(await head(body, 'title', 'body', 'meeting-date', 'report-of'), [
      'Progress Report: Children’s Improvement Plan',
      'Improvement Board',
      '2026-11-20',
      'Programme Manager',
    ]);
  });

  it('typed lines of a header with labels that nobody knows between those that are known, and two in one line', async () => {
    const line = (label: string, value: string) => p(bold(`${label}:`) + '<w:r><w:tab/></w:r>' + run(value));
    const body =
      line('Report to', 'Cabinet') +
      line('Title', 'Inspection and plan') +
      line('Wards affected', 'All') +
      line('Next steps can be taken', 'After call-in') +
      p(bold('Author: ') + run('Ada Marlow') + '<w:r><w:tab/></w:r>' + run('Role: Director')) +
      line('Contact', 'ada.marlow@wexmoor.example') +
      p(bold('Recommendations:')) +
      p(bold('That the Cabinet:')) +
      p('1. Notes the letter.') +
      p('2. Approves the plan.') +
      p(bold('1. Background')) +
      p('1.1 Inspectors came.');
    const { text } = await imported(body);
    assert.deepEqual(await head(body, 'body', 'title', 'wards', 'author'), ['Cabinet', 'Inspection and plan', 'All', 'Ada Marlow']);
    assert.ok(text.includes('Next steps can be taken: After call-in') && text.includes('Role: Director') && !/^#+ That/m.test(text), text);
  });

  it('sections in cells over the whole width of a form, their name in the first line', async () => {
    const whole = (...lines: readonly string[]) => row(cell(lines.map((line) => p(line)).join(''), '<w:gridSpan w:val="2"/>'));
    const form = tbl(
      whole('REPORT TITLE: Annual update'),
      row('Meeting:', 'Parenting Board'),
      row('Date:', '2 February 2027'),
      row('Cabinet Member (if applicable)', 'Cllr Ada Marlow'),
      row(cell(p('Key Decision') + p('Eligible for Call In')), cell(p('No') + p('No'))),
      whole('Purpose of Report', 'To update the Board.'),
      whole('Recommendations', 'That the Board notes the update.', 'Reasons for Recommendations', 'To hear young people.'),
      row('Signed off by the Director', 'Yes'),
    );
    assert.deepEqual(await head(form, 'title', 'body', 'meeting-date', 'portfolio', 'key-decision'), [
      'Annual update',
      'Parenting Board',
      '2027-02-02',
      'Cllr Ada Marlow',
      'no',
    ]);
    const text = bodyOf((await imported(form)).text);
    assert.ok(
      text.includes(
        '## Recommendations\n\nThat the Board notes the update.\n\n## Reasons for Recommendations\n\nTo hear young people.\n',
      ) && text.includes('Eligible for Call In: No'),
      text,
    );
  });

  it('a service in a heading of its own over the title in a lower one', async () => {
    assert.deepEqual(
      await head(
        h(1, 'Cotsmere Youth Justice Service') +
          h(2, 'Improvement action plan 2026/27') +
          p('Published in May.') +
          tbl(row('Action', 'Lead', 'By when'), row('Train', 'Ada Marlow', 'May 2027')),
        'title',
      ),
      ['Improvement action plan 2026/27'],
    );
  });

  it('a marking (“OPEN”), the number of the item or the month at the edge of the first page is no title and no heading', async () => {
    const body =
      p(bold('OPEN')) +
      p(bold('Scrutiny Committee')) +
      p(bold('16 November 2026')) +
      p(bold('Progress of the plan')) +
      tbl(row('Report of: Director of Communities'), row('Ward(s) Affected: All')) +
      sections;
    assert.deepEqual(await head(body, 'title', 'body', 'meeting-date'), ['Progress of the plan', 'Scrutiny Committee', '2026-11-16']);
    const item =
      p(bold('Item 8')) +
      p(bold('CABINET')) +
      p(bold('16 November 2026')) +
      p(bold('CARE ASSESSMENT')) +
      p(bold('1.0 PURPOSE')) +
      p('1.1 To tell of it.') +
      p(bold('2.0 RECOMMENDED that the Cabinet:')) +
      p('(1) notes it.');
    assert.ok(!bodyOf((await imported(item)).text).includes('# Item 8'));
    assert.ok(
      !bodyOf(
        (
          await imported(
            p(bold('ACTIONS REPORT')) +
              p('June 2026') +
              p('The table says how far each action is.') +
              tbl(row('Action', 'Lead', 'Due'), row('Train', 'Ada Marlow', 'May 2027')),
          )
        ).text,
      ).includes('# June'),
    );
  });

  it('a title with a short name behind its colon, under the committee; and the office of a commissioner is whose paper it is', async () => {
    assert.deepEqual(
      await head(
        p(bold('Scrutiny Committee')) +
          p(bold('Task and Finish Group: Placement Sufficiency')) +
          p(bold('Final Report, January 2027')) +
          sections,
        'title',
        'body',
      ),
      ['Task and Finish Group: Placement Sufficiency', 'Scrutiny Committee'],
    );
    const response =
      titled('Office of the Police and Crime Commissioner') +
      h(1, 'Response to the inspection') +
      [1, 2]
        .map(
          (one) =>
            h(2, `Recommendation ${one}`) +
            p('The force should answer sooner.') +
            p(bold('Force response:') + run(' There are more people.')) +
            p(bold('Force lead:') + run(' Ada Marlow')) +
            p(bold('Deadline:') + run(' 31 March 2027')),
        )
        .join('');
    const { type, text } = await imported(response);
    assert.deepEqual([type, frontMatter(text)['title']], ['action-plan', 'Response to the inspection']);
  });

  it('a heading with a number and no stop, though its words name a field elsewhere', async () => {
    const body =
      tbl(row('Scrutiny Committee'), row('26 November 2026'), row('Inspection'), row('Report of the Director')) +
      ['1 Purpose', '2 Wards affected', '3 Contact information']
        .map((words, at) => p(bold(words)) + p(`${at + 1}.1  Nothing to add here.`))
        .join('');
    assert.ok(bodyOf((await imported(body)).text).includes('## 2 Wards affected\n'));
  });

  it('the title of a part of a plan in a row over its table is a heading; any other stays text', async () => {
    const table = (over: string) =>
      tbl(row(over, '', ''), row('Action', 'Lead', 'By when'), row('Train workers', 'Ada Marlow', 'May 2027'));
    const text = bodyOf(
      (
        await imported(
          titled('Improvement plan') +
            h(1, 'Our plan') +
            p('It has two parts.') +
            table('Theme 1: Help and protection') +
            table('What we will do first'),
        )
      ).text,
    );
    assert.ok(
      text.includes('### Theme 1: Help and protection\n\n| Action') && text.includes('**What we will do first**\n\n| Action'),
      text,
    );
  });
});

describe('import of a plain text: a line in capitals right over its text', () => {
  const headings = (text: string): readonly string[] =>
    importText(text)
      .text.split('\n')
      .filter((line) => line.startsWith('#'));
  it('is a heading, with a number or without', () => {
    assert.deepEqual(
      headings(
        'Scrutiny Board\nMinutes of the meeting held on 22 September 2026\n\n13. MINUTES\nRESOLVED: That the minutes be approved.\n\n14. CARE ASSESSMENT\nThe Director presented the outcome of the assessment.\nRESOLVED: That it be noted.\n',
      ),
      ['## 13. MINUTES', '## 14. CARE ASSESSMENT'],
    );
    assert.deepEqual(
      headings(
        'WRITTEN STATEMENT OF ACTION\nCotsmere local area\n\nSubmitted in November.\n\nAREA OF WEAKNESS 1\nNobody plans together.\n\nAction 1.1 - Plan together\nLead: Ada Marlow\nBy when: 30/06/27\n',
      ),
      ['# WRITTEN STATEMENT OF ACTION', '## Cotsmere local area', '## AREA OF WEAKNESS 1'],
    );
  });
  it('is none over an address, a name or more capitals', () => {
    assert.deepEqual(headings('Contact the team.\n\nTOWN HALL\nHigh Street\n\nNOT FOR PUBLICATION\nBY VIRTUE OF PARAGRAPH 3\n'), []);
  });
});

describe('import: a report that is laid out as a table', () => {
  const wide3 = (text: string) => row(cell(text, '<w:gridSpan w:val="3"/>'));
  const numberedRow = (number: string, text: string) => row(number, cell(text, '<w:gridSpan w:val="2"/>'));
  const report = tbl(
    wide3('STATEMENT OF CONFIDENTIALITY'),
    wide3('None'),
    wide3('BRIEF SUMMARY'),
    wide3('The Panel is invited to consider the plan.'),
    wide3('RECOMMENDATIONS:'),
    row('', '(i)', 'That the Panel considers the plan.'),
    row('', '(ii)', 'That the Panel has an update.'),
    wide3('REASONS FOR REPORT RECOMMENDATIONS'),
    numberedRow('1.', 'To hold the Executive to account.'),
    wide3('LEGAL IMPLICATIONS'),
    wide3('Statutory power for it:'),
    numberedRow('2.', 'There is one.'),
  );
  const form = tbl(
    row('DECISION-MAKER:', 'Scrutiny Panel', '', ''),
    row('SUBJECT:', 'Inspection of the youth service', '', ''),
    row('DATE OF DECISION:', '26 November 2026', '', ''),
    row('Director', 'Title:', 'Director of Communities', ''),
    row('', 'Name:', 'Ada Marlow', ''),
    row('Author:', 'Title:', 'Scrutiny Manager', ''),
  );
  it('is read as its sections and numbered paragraphs', async () => {
    const text = bodyOf((await imported(form + report)).text);
    for (const heading of [
      'STATEMENT OF CONFIDENTIALITY',
      'BRIEF SUMMARY',
      'RECOMMENDATIONS',
      'REASONS FOR REPORT RECOMMENDATIONS',
      'LEGAL IMPLICATIONS',
      'Statutory power for it:',
    ])
      assert.match(text, new RegExp(`^#+ ${heading}$`, 'm'));
    assert.ok(
      text.includes('(i) That the Panel considers the plan.\n') &&
        text.includes('1. To hold the Executive to account.\n') &&
        !text.includes('|'),
      text,
    );
  });
  it('has the title of its form, and not the posts that stand under “Title” beside each name', async () => {
    assert.deepEqual(await head(form + report, 'title', 'body', 'meeting-date'), [
      'Inspection of the youth service',
      'Scrutiny Panel',
      '2026-11-26',
    ]);
  });
  it('is none where its rows hold anything else', async () => {
    const text = bodyOf(
      (
        await imported(
          titled('Inspection') +
            sections +
            h(2, 'Progress') +
            tbl(row('Summary', ''), row('Visits in time', '80%'), row('Background', ''), row('Plans in time', '70%')),
        )
      ).text,
    );
    assert.ok(text.includes('| Visits in time | 80% |'), text);
  });
});

describe('import: whose meeting a paper is of, and when', () => {
  it('minutes that say on their second line where and when they were held; a report to a committee in capitals', async () => {
    const minutes =
      p(bold('MINUTES OF A MEETING OF THE SCRUTINY COMMITTEE')) +
      p(bold('held in the Council Chamber on Wednesday 21 October 2026 at 6.00 pm')) +
      p('Present: Councillor Pell') +
      p(bold('1. Apologies')) +
      p('There were none.') +
      p('RESOLVED – that it be noted.');
    assert.deepEqual(await head(minutes, 'type', 'body', 'meeting-date'), ['minutes', 'Scrutiny Committee', '2026-10-21']);
    const report = importText(
      'REPORT TO THE EDUCATION SELECT COMMITTEE\n20 January 2027\n\nSUBJECT: Focused visit\nREPORT OF: Director of Education\n\n1.0 SUMMARY\n\n1.1 Inspectors came.\n',
    ).text;
    assert.deepEqual([frontMatter(report)['body'], /^#+ REPORT TO/m.test(report)], ['EDUCATION SELECT COMMITTEE', false]);
  });
});
