import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { formatOf } from '../../../server/src/conversion/import/import-file.ts';
import { readWord } from '../../../server/src/conversion/import/office/word.ts';
import {
  abstractNumbering,
  bold,
  cell,
  control,
  deleted,
  formBox,
  formList,
  h,
  inserted,
  li,
  numbering,
  p,
  pDeleted,
  row,
  run,
  tbl,
  titled,
  wide,
  wordFile,
  type WordFile,
} from './word-file.ts';
import { bodyOf, frontMatter, importWhole } from './words.ts';

/** All words that Word would show of a body. */
const shown = (xml: string): string =>
  xml
    .replace(/<w:br\/>/g, '<w:t> </w:t>')
    .replace(/<w:del\b[^]*?<\/w:del>/g, '')
    .split('</w:p>')
    .map((part) => [...part.matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text!).join(''))
    .join(' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

const imported = (file: WordFile) => importWhole(wordFile(file), 'word', shown(file.body));
const bodyFrom = async (body: string, more: Partial<WordFile> = {}): Promise<string> => bodyOf((await imported({ body, ...more })).text);

const lists =
  abstractNumbering(1, ['decimal:%1.', 'lowerLetter:%2)', 'lowerRoman:(%3)']) +
  abstractNumbering(2, ['bullet:•', 'bullet:o']) +
  abstractNumbering(3, ['decimal:%1.', 'decimal:%1.%2']) +
  numbering(1, 1) +
  numbering(2, 2) +
  numbering(3, 3) +
  numbering(4, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');

describe('import of Word documents', () => {
  it('a report that nobody formatted: its title stands under the committee, and the line about the contact is none', async () => {
    const { text, type } = await imported({
      body:
        p('Calder Combined Fire Authority') +
        p('Planning Committee') +
        p('Meeting to be held on 18 November 2026') +
        p('Inspection Update') +
        p('Contact for further information – Ada Marlow, Deputy Chief Fire Officer') +
        p('Tel: 01999 555123') +
        p('Executive Summary') +
        p('This report tells how the inspection is prepared.') +
        p('Recommendation') +
        p('Planning Committee are requested to endorse the update.'),
    });
    const { title, body, 'meeting-date': date, contact } = frontMatter(text) as Record<string, unknown>;
    assert.deepEqual(
      { type, title, body, date, contact },
      {
        type: 'committee-report',
        title: 'Inspection Update',
        body: 'Planning Committee',
        date: '2026-11-18',
        contact: { name: 'Ada Marlow, Deputy Chief Fire Officer', phone: '01999 555123' },
      },
    );
    assert.match(text, /^Calder Combined Fire Authority$/m);
  });

  it('a report whose head is all in bold: a stamp, the council and the committee before the title', async () => {
    const { text } = await imported({
      body:
        p(bold('DRAFT FOR COMMENT')) +
        p(bold('NORTHMERE BOROUGH COUNCIL')) +
        p(bold('CABINET')) +
        p(bold('18 February 2026')) +
        p(bold('ASSESSMENT OF ADULT SOCIAL CARE')) +
        p(bold('REPORT OF THE DIRECTOR OF ADULT SERVICES')) +
        p(bold('1. Summary')) +
        p('1.1 The assessment was published in January.') +
        p(bold('2. Recommendations')) +
        p('2.1 Cabinet is asked to agree the plan.'),
    });
    const { title, body, 'meeting-date': date } = frontMatter(text) as Record<string, unknown>;
    assert.deepEqual({ title, body, date }, { title: 'ASSESSMENT OF ADULT SOCIAL CARE', body: 'Cabinet', date: '2026-02-18' });
    assert.match(text, /^(?:\*\*)?DRAFT FOR COMMENT(?:\*\*)?$/m);
  });

  it('a header of which one line has a label: the title behind “Subject:”; “Agenda item 6” over it is none', async () => {
    const { text } = await imported({
      body:
        p(bold('Agenda Item 6')) +
        p(bold('Report of the Director of Children’s Services')) +
        p(bold('Children’s Scrutiny Committee – 16 April 2026')) +
        p(bold('Subject: Findings of the joint inspection')) +
        p(bold('1. Summary')) +
        p('1.1 Inspectors came.') +
        p(bold('2. Recommendations')) +
        p('2.1 Members are asked to note the findings.'),
    });
    const { title, body, 'meeting-date': date, 'report-of': of } = frontMatter(text);
    assert.deepEqual(
      [title, body, date, of],
      ['Findings of the joint inspection', 'Children’s Scrutiny Committee', '2026-04-16', 'Director of Children’s Services'],
    );
  });

  it('labels in a column of their own stand before their recommendations; a table of key stages stays one', async () => {
    const { text } = await imported({
      body:
        titled('Response to the inspection') +
        h(1, 'Recommendations') +
        p('Cabinet is asked to:') +
        tbl(row('R1', 'approve the plan at Appendix 1;'), row('R2', 'delegate small changes to the Director.')) +
        h(1, 'Progress') +
        tbl(row('KS1', 'Pupils do as well as they should.'), row('KS2', 'Pupils do less well than others.')),
    });
    assert.ok(
      text.includes('Cabinet is asked to:\n\n**R1** approve the plan at Appendix 1;\n\n**R2** delegate small changes to the Director.\n') &&
        text.includes('| KS2 |'),
      text,
    );
  });

  it('an action in a heading, behind a dash, with who and when in lines under it', async () => {
    const action = (words: string, who: string) =>
      h(2, words) + p(bold('Responsible: ') + run(who)) + p(bold('Deadline: ') + run('30 April 2026'));
    const { text } = await imported({
      body:
        titled('Written statement of action') +
        action('Action 1 – Set up a weekly meeting', 'Ada Marlow') +
        action('Action 2 – Commission training – for all', 'Bo Tarn'),
    });
    assert.ok(
      text.endsWith(
        '- Action 1: Set up a weekly meeting\n  - Responsible: Ada Marlow\n  - Deadline: 30 April 2026\n\n- Action 2: Commission training – for all\n  - Responsible: Bo Tarn\n  - Deadline: 30 April 2026\n',
      ),
      text,
    );
  });

  it('a header of lines in capitals, and “RECOMMENDATION: That the Board” over lettered items', async () => {
    const { text, type } = await imported({
      body:
        [
          ['REPORT TO:', 'Children’s Policy Board'],
          ['DATE:', '3 March 2026'],
          ['REPORTING OFFICER:', 'Executive Director, Children’s Services'],
          ['PORTFOLIO:', 'Children and Young People'],
          ['SUBJECT:', 'Ofsted focused visit'],
          ['WARD(S):', 'Borough wide'],
        ]
          .map(([label, value]) => p(bold(label!) + run(` ${value}`)))
          .join('') +
        p(bold('1.0 PURPOSE OF THE REPORT')) +
        p('1.1 To tell the Board about the visit.') +
        p(bold('2.0 RECOMMENDATION: That the Board')) +
        p('1) notes the letter; and') +
        p('2) endorses the plan.') +
        p(bold('3.0 SUPPORTING INFORMATION')) +
        p('3.1 Inspectors came.'),
    });
    const { title, body, 'meeting-date': date, 'report-of': of, portfolio, wards } = frontMatter(text);
    assert.deepEqual(
      { type, title, body, date, of, portfolio, wards },
      {
        type: 'committee-report',
        title: 'Ofsted focused visit',
        body: 'Children’s Policy Board',
        date: '2026-03-03',
        of: 'Executive Director, Children’s Services',
        portfolio: 'Children and Young People',
        wards: 'Borough wide',
      },
    );
  });

  it('the name of a youth justice service in bold over the title says whose paper it is', async () => {
    const { text } = await imported({
      body:
        p(bold('Cotsmere Youth Justice Service')) +
        p(bold('Inspection improvement plan')) +
        p('Agreed in May.') +
        p(bold('Recommendation 1. Assess each child')) +
        tbl(row('Activity', 'Lead', 'Completion date'), row('Train workers', 'Ada Marlow', 'May 2026')),
    });
    assert.equal(frontMatter(text)['title'], 'Inspection improvement plan');
  });

  it('whose paper it is and the month under its title are no heading; a band “Area of significant weakness” in bold is one, however long', async () => {
    const plan = (words: string) =>
      p(bold(words)) + p('Families wait.') + tbl(row('Action', 'Lead', 'By when'), row('Write a plan', 'Ada Marlow', 'May 2026'));
    const { text } = await imported({
      body:
        h(1, 'Improvement Plan') +
        p('Ferncliffe County Council, March 2026') +
        p('Ferncliffe Local Area Partnership') +
        plan('Area of significant weakness 1: The quality of education, health and care plans of young people') +
        plan('Area of significant weakness 2: Waiting times'),
    });
    assert.deepEqual(
      text.split('\n').filter((line) => line.startsWith('#')),
      [
        '# Improvement Plan',
        '## Area of significant weakness 1: The quality of education, health and care plans of young people',
        '## Area of significant weakness 2: Waiting times',
      ],
    );
  });

  it('a plan in bullets that say in brackets who leads and by when: each is an action; brackets that say anything else stay', async () => {
    const { text } = await imported({
      body:
        titled('Improvement plan') +
        h(1, 'Priority 1: leadership') +
        p(bold('What we will do')) +
        [
          'Appoint a director (Lead: Chief Executive; by 30 April 2026)',
          'Review placements (Assistant Director, Care, June 2026)',
          'Write a strategy [Owner: Ada Marlow]',
          'Move to one front door (see Appendix 2)',
          'Meet each month (from June 2026)',
          'Train all (150) workers',
        ]
          .map((words) => li(2, 0, words))
          .join(''),
      numbering: lists,
    });
    assert.ok(
      text.endsWith(
        '### What we will do\n\n- Appoint a director\n  - Owner: Chief Executive\n  - Due: 30 April 2026\n- Review placements\n  - Owner: Assistant Director, Care\n  - Due: June 2026\n- Write a strategy\n  - Owner: Ada Marlow\n- Move to one front door (see Appendix 2)\n- Meet each month (from June 2026)\n- Train all (150) workers\n',
      ),
      text,
    );
  });

  it('a report: title, sections, recommendations, a table of actions with owners and dates', async () => {
    const body =
      titled('Outcome of the monitoring visit') +
      h(1, 'Summary') +
      p('Inspectors visited the assessment service in March 2026.') +
      h(1, 'Recommendations') +
      p('The Panel is asked to:') +
      li(1, 0, 'note the letter; and') +
      li(1, 0, 'agree the plan.') +
      h(1, 'Actions') +
      tbl(
        row('Ref', 'Action', 'Lead', 'By when', 'RAG'),
        row('A1', 'Recruit three social workers', 'Head of Assessment', '31 July 2026', 'Amber'),
        row('A2', 'Train team managers', 'Principal Social Worker', '30 June 2026', 'Green'),
      );
    const { text, type } = await imported({ body, numbering: lists });
    assert.equal(type, 'committee-report');
    assert.equal(frontMatter(text)['title'], 'Outcome of the monitoring visit');
    assert.equal(
      bodyOf(text),
      `# Outcome of the monitoring visit

## Summary

Inspectors visited the assessment service in March 2026.

## Recommendations

The Panel is asked to:

1. note the letter; and
2. agree the plan.

## Actions

| Ref | Action | Lead | By when | RAG |
| --- | --- | --- | --- | --- |
| A1 | Recruit three social workers | Head of Assessment | 31 July 2026 | Amber |
| A2 | Train team managers | Principal Social Worker | 30 June 2026 | Green |
`,
    );
  });

  describe('numbers that Word makes by itself', () => {
    it('are written out, in the figures of their level, and start anew where Word does', async () => {
      assert.equal(
        await bodyFrom(
          li(1, 0, 'One') +
            li(1, 1, 'sub one') +
            li(1, 2, 'deep') +
            li(1, 1, 'sub two') +
            li(1, 0, 'Two') +
            p('Text between.') +
            li(4, 0, 'Anew'),
          { numbering: lists },
        ),
        '1. One\n\na) sub one\n\n(i) deep\n\nb) sub two\n\n2. Two\n\nText between.\n\n1. Anew\n',
      );
    });
    it('count through the paper where the list says so', async () => {
      const through =
        '<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>' +
        numbering(9, 9);
      assert.equal(
        await bodyFrom(li(9, 0, 'Background') + li(9, 1, 'One.') + li(9, 0, 'Next') + li(9, 1, 'Two.'), { numbering: through }),
        '## Background\n\n1. One.\n\n## Next\n\n2. Two.\n',
      );
    });
    it('what was deleted does not count', async () => {
      assert.equal(
        await bodyFrom(
          li(1, 0, 'One') +
            pDeleted(deleted('gone')).replace('<w:rPr>', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr>') +
            li(1, 0, 'Two'),
          { numbering: lists },
        ),
        '1. One\n2. Two\n',
      );
    });
    it('an empty numbered paragraph counts', async () => {
      assert.equal(
        await bodyFrom(li(1, 0, 'One') + li(1, 0, '<w:bookmarkStart w:id="1"/>') + li(1, 0, 'Three'), { numbering: lists }),
        '1. One\n\n3. Three\n',
      );
    });
    it('bullets keep their depth', async () => {
      assert.equal(await bodyFrom(li(2, 0, 'a') + li(2, 1, 'b') + li(2, 0, 'c'), { numbering: lists }), '- a\n  - b\n- c\n');
    });
    it('bullets under a number stand in it', async () => {
      assert.equal(await bodyFrom(li(1, 0, 'One') + li(2, 1, 'b') + li(1, 0, 'Two'), { numbering: lists }), '1. One\n   - b\n2. Two\n');
    });
    it('headings and paragraphs numbered through: 1. and 1.1', async () => {
      const heading = (text: string) =>
        p(run(text), '<w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>');
      assert.equal(
        await bodyFrom(heading('Background') + li(3, 1, 'First.') + li(3, 1, 'Second.') + heading('Next steps') + li(3, 1, 'Third.'), {
          numbering: lists,
        }),
        '## 1. Background\n\n1.1 First.\n\n1.2 Second.\n\n## 2. Next steps\n\n2.1 Third.\n',
      );
    });
  });

  describe('numbers that the house style gives as well', () => {
    const many =
      abstractNumbering(3, ['decimal:%1.', 'decimal:%1.%2', 'lowerLetter:(%3)']) +
      abstractNumbering(4, ['decimal:%1.']) +
      abstractNumbering(5, ['lowerLetter:(%1)']) +
      numbering(3, 3) +
      numbering(4, 4) +
      numbering(5, 5);
    const heading = (text: string) =>
      p(run(text), '<w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>');
    const from = async (body: string, houseStyle: string) => {
      const { text, notes } = await importWhole(
        wordFile({ body: titled('Outcome of the visit') + body, numbering: many }),
        'word',
        shown(body),
        { type: 'committee-report', houseStyle },
      );
      return {
        text: bodyOf(text).replace('# Outcome of the visit\n\n', ''),
        isSaid: notes.some((note) => note.includes('word processor had made')),
      };
    };
    it('are left out, and said: by section', async () => {
      assert.deepEqual(
        await from(
          heading('Purpose') +
            li(3, 1, 'To tell members.') +
            li(3, 1, 'To ask for a decision.') +
            heading('Background') +
            li(3, 1, 'Inspectors came in May.'),
          'gloucester-city',
        ),
        { text: '## Purpose\n\nTo tell members.\n\nTo ask for a decision.\n\n## Background\n\nInspectors came in May.\n', isSaid: true },
      );
    });
    it('and through the paper, with recommendations in letters', async () => {
      assert.deepEqual(
        await from(
          h(1, 'Purpose') +
            li(4, 0, 'To tell members.') +
            h(1, 'Recommendations') +
            li(4, 0, 'The Cabinet is asked to:') +
            li(5, 0, 'note the letter; and') +
            li(5, 0, 'agree the plan.') +
            h(1, 'Background') +
            li(4, 0, 'Inspectors came in May.'),
          'worcestershire-cabinet',
        ),
        {
          text: '## Purpose\n\nTo tell members.\n\n## Recommendations\n\nThe Cabinet is asked to:\n\n- note the letter; and\n- agree the plan.\n\n## Background\n\nInspectors came in May.\n',
          isSaid: true,
        },
      );
    });
    it('are all kept where one of them would be another, or where a paragraph had none', async () => {
      const numbered =
        heading('Purpose') +
        li(3, 1, 'To tell members.') +
        heading('Background') +
        p('Without a number.') +
        li(3, 1, 'Inspectors came in May.');
      assert.deepEqual(await from(numbered, 'gloucester-city'), {
        text: '## 1. Purpose\n\n1.1 To tell members.\n\n## 2. Background\n\nWithout a number.\n\n2.1 Inspectors came in May.\n',
        isSaid: false,
      });
      assert.equal(
        (await from(heading('Purpose') + li(3, 1, 'To tell members.'), 'worcestershire-cabinet')).text,
        '## 1. Purpose\n\n1.1 To tell members.\n',
      );
    });
  });

  describe('what is on the page and is no paragraph', () => {
    it('tracked changes are accepted, comments are listed', async () => {
      const { text, notes } = await imported({
        body:
          p(run('We will ') + deleted('not ') + inserted('always ') + run('act.')) +
          pDeleted(run('A line of which ') + deleted('only ')) +
          p('the end went.') +
          pDeleted(deleted('A whole paragraph.')) +
          p('Next.'),
        comments: '<w:comment w:id="1" w:author="R Fell">' + p('Is this right?') + '</w:comment>',
      });
      assert.equal(bodyOf(text), 'We will always act.\n\nA line of which the end went.\n\nNext.\n');
      assert.ok(
        notes.some((note) => note.endsWith('Left out as deleted: “not”, “only”, “A whole paragraph.”.')) &&
          notes.includes('R Fell comments: “Is this right?”'),
        notes.join('\n'),
      );
    });
    it('a footnote keeps its mark and its words', async () => {
      assert.equal(
        await bodyFrom(p(run('The rate fell.') + '<w:r><w:footnoteReference w:id="2"/></w:r>') + p('More.'), {
          footnotes:
            '<w:footnote w:type="separator" w:id="0">' +
            p('x') +
            '</w:footnote><w:footnote w:id="2">' +
            p('Source: own data.') +
            '</w:footnote>',
        }),
        'The rate fell.[1]\n\nMore.\n\n[1] Source: own data.\n',
      );
    });
    it('header and footer are left out and named; a title that stands only there is the title', async () => {
      const { text, notes } = await imported({
        body: tbl(row('Action', 'Lead', 'When'), row('Recruit', 'Head of Service', 'May 2026')),
        header: p('Workforce action plan'),
        footer: p('Page 1'),
      });
      assert.deepEqual([frontMatter(text)['title'], frontMatter(text)['type']], ['Workforce action plan', 'action-plan']);
      assert.ok(notes.some((note) => note.includes('“Workforce action plan”, “Page 1”')));
    });
    it('a text box once, with the paragraph that it hangs on', async () => {
      const box =
        '<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>' +
        p('In the box.') +
        '</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>' +
        p('In the box.') +
        '</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>';
      assert.equal(
        bodyOf((await importWhole(wordFile({ body: p(run('Around it.') + box) }), 'word', 'Around it. In the box.')).text),
        'Around it.\n\nIn the box.\n',
      );
    });
    it('the words of a box over a paper are not its title, though they are larger; a title that stands in one is', async () => {
      const boxed = (content: string) =>
        p(
          `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r>`,
        );
      const big = (text: string, size: number) => p(run(text, `<w:b/><w:sz w:val="${size}"/>`));
      const rest = p(bold('Background')) + p('Inspectors came in May.') + p(bold('What we did')) + p('We read every record.');
      assert.equal(
        frontMatter((await imported({ body: boxed(big('Better together', 60)) + big('What inspectors found', 36) + rest })).text)['title'],
        'What inspectors found',
      );
      assert.equal(
        frontMatter((await imported({ body: boxed(titled('What inspectors found')) + big('Northmere', 20) + rest })).text)['title'],
        'What inspectors found',
      );
    });
    it('links, content controls, line breaks, symbols', async () => {
      assert.equal(
        await bodyFrom(
          p(run('See ') + '<w:hyperlink r:id="rId9">' + run('the letter') + '</w:hyperlink>' + run('.')) +
            '<w:sdt><w:sdtContent>' +
            p(run('One') + '<w:r><w:br/></w:r>' + run('Two ') + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>') +
            '</w:sdtContent></w:sdt>',
          { links: { rId9: 'https://example.gov.uk/letter' } },
        ),
        'See [the letter](https://example.gov.uk/letter).\n\nOne  \nTwo ✓\n',
      );
    });
    it('boxes and lists of an older form; what nobody filled in is left out and said', async () => {
      const { text, notes } = await imported({
        body:
          p(run('Agreed: yes ') + formBox(false) + run(' no ') + formBox(true) + run('; risk ') + formList(1, 'low', 'high')) +
          p(run('Owner: ') + control(run('Choose an item.'), '<w:showingPlcHdr/>')),
      });
      assert.equal(bodyOf(text), 'Agreed: yes ☐ no ☒; risk high\n\nOwner:\n');
      assert.ok(notes.includes('Left out, because it stands where nobody has filled in anything: “Choose an item.”.'), notes.join('\n'));
    });
    it('letters of a symbol font are what is seen', async () => {
      const symbols = (font: string, text: string) => run(text, `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`);
      const { text } = await importWhole(
        wordFile({
          body: p(
            run('Is ') +
              symbols('Wingdings', 'ü') +
              run(' done ') +
              symbols('Wingdings 2', 'O') +
              run(' open ') +
              symbols('Wingdings', '\uF0EA') +
              run(' falling ') +
              symbols('Symbol', '\uF0B3') +
              run('5'),
          ),
        }),
        'word',
        'Is done open falling 5',
      );
      assert.equal(bodyOf(text), 'Is ✓ done ✗ open ↓ falling ≥5\n');
    });
    it('the words of a diagram are a list; those of a chart are said; another file inside the paper is told', async () => {
      const drawing = (inside: string) => `<w:r><w:drawing><wp:inline>${inside}</wp:inline></w:drawing></w:r>`;
      const { text, notes } = await imported({
        body:
          p(run('How it works:') + drawing('<dgm:relIds r:dm="rId20"/>')) +
          p(drawing('<c:chart r:id="rId21"/>')) +
          '<w:altChunk r:id="rId22"/>',
        inner: {
          rId20: {
            type: 'diagramData',
            path: 'diagrams/data1.xml',
            content:
              '<dgm:dataModel><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>Screen</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p/></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p><a:r><a:t>Assess</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>',
          },
          rId21: {
            type: 'chart',
            path: 'charts/chart1.xml',
            content:
              '<c:chartSpace><c:chart><c:title><a:t>Visits in time</a:t></c:title><c:ser><c:tx><c:v>Percent</c:v></c:tx></c:ser></c:chart></c:chartSpace>',
          },
        },
      });
      assert.equal(bodyOf(text), 'How it works:\n\n- Screen\n- Assess\n');
      assert.ok(
        notes.includes('A chart was left out: “Visits in time, Percent”.') && notes.some((note) => note.includes('another file inside it')),
        notes.join('\n'),
      );
    });
    it('the table of contents is left out and said', async () => {
      const { text, notes } = await imported({
        body: p(run('Background 2'), '<w:pStyle w:val="TOC1"/>') + h(1, 'Background') + p('Text.'),
      });
      assert.equal(bodyOf(text), '## Background\n\nText.\n');
      assert.ok(notes.some((note) => note.includes('“Background 2”')));
    });
    it('and so is one that was typed, line by line', async () => {
      const { text, notes } = await imported({
        body:
          titled('A report') +
          h(1, 'Contents') +
          p('Background ..... 2') +
          p('What inspectors saw\t4') +
          h(1, 'Background') +
          p('Text.') +
          h(1, 'What inspectors saw') +
          p('More.'),
      });
      assert.equal(bodyOf(text), '# A report\n\n## Background\n\nText.\n\n## What inspectors saw\n\nMore.\n');
      assert.ok(
        notes.some((note) => note.includes('“Background ..... 2”, “What inspectors saw 4”')),
        notes.join('\n'),
      );
    });
    it('with the names of parts between its lines; an entry that stands nowhere else stays, without its number', async () => {
      const { text } = await imported({
        body:
          titled('A report') +
          p(bold('Contents')) +
          p('Page') +
          p('Background\t2') +
          p('The second part') +
          p('What inspectors saw\t4') +
          p('Appendix A: Members of the board\t12') +
          h(1, 'Background') +
          p('Text.') +
          h(1, 'The second part') +
          h(2, 'What inspectors saw') +
          p('More.'),
      });
      assert.equal(
        bodyOf(text),
        '# A report\n\n**Contents**\n\n- Appendix A: Members of the board\n\n## Background\n\nText.\n\n## The second part\n\n### What inspectors saw\n\nMore.\n',
      );
    });
    it('and without the word over it, where its lines are the headings of the paper; figures behind words are no contents', async () => {
      const sections = ['Background', 'What inspectors saw', 'What we will do'].map((name) => h(1, name) + p('Text.')).join('');
      const said = '## Background\n\nText.\n\n## What inspectors saw\n\nText.\n\n## What we will do\n\nText.\n';
      assert.equal(
        bodyOf(
          (
            await imported({
              body: titled('A report') + p('Background 2') + p('What inspectors saw 2') + p('What we will do 5') + sections,
            })
          ).text,
        ),
        `# A report\n\n${said}`,
      );
      assert.equal(
        bodyOf(
          (
            await imported({
              body: titled('A report') + p('Children seen 12') + p('Visits on time 40') + p('Plans reviewed 61') + sections,
            })
          ).text,
        ),
        `# A report\n\nChildren seen 12\n\nVisits on time 40\n\nPlans reviewed 61\n\n${said}`,
      );
    });
    it('characters that Markdown would take for marks stay characters', async () => {
      assert.equal(
        await bodyFrom(p('5 * 3 * 2, a_b, _c_, <b>, # no heading, [x](y)') + p('# not a heading') + p(bold('A1') + run(' Recruit'))),
        '5 \\* 3 \\* 2, a_b, \\_c\\_, \\<b>, # no heading, [x\\](y)\n\n\\# not a heading\n\n**A1** Recruit\n',
      );
    });
  });

  describe('headings of a paper without heading styles', () => {
    it('bold lines, the larger ones above the others', async () => {
      const large = (text: string) => p(run(text, '<w:b/><w:sz w:val="32"/>'));
      assert.equal(
        await bodyFrom(
          p(run('Improvement update', '<w:b/><w:sz w:val="44"/>')) +
            large('Background') +
            p('Inspectors came in May.') +
            p(bold('What they saw')) +
            p('They saw a lot.') +
            large('Next steps') +
            p('We go on.'),
        ),
        '# Improvement update\n\n## Background\n\nInspectors came in May.\n\n### What they saw\n\nThey saw a lot.\n\n## Next steps\n\nWe go on.\n',
      );
    });
    it('a small line over a larger one says whose paper it is', async () => {
      const { text } = await imported({
        body:
          p(bold('Cotsmere Children’s Services')) + p(run('Post-Inspection Action Plan', '<w:b/><w:sz w:val="36"/>')) + p('We will act.'),
      });
      assert.equal(frontMatter(text)['title'], 'Post-Inspection Action Plan');
    });
    it('whose paper it is, set as a title over the title, is none', async () => {
      const { text } = await imported({
        body:
          titled('Northmere Council') +
          h(1, 'Inspection of local authority children’s services') +
          p('Inspection dates: 9 to 20 June 2025') +
          h(2, 'What needs to improve?') +
          li(2, 0, 'Plans.') +
          h(2, 'Main findings') +
          p('Ofsted saw families.'),
        numbering: lists,
      });
      assert.equal(frontMatter(text)['title'], 'Inspection of local authority children’s services');
      assert.match(
        bodyOf(text),
        /^# Inspection of local authority children’s services\n\n\*\*Northmere Council\*\*\n\n[^#]*\n\n## What needs to improve\?/,
      );
    });
    it('a title with a colon that is the largest line; figures alike in every row are no heading of a table', async () => {
      const { text } = await imported({
        body:
          p(run('Northmere Council: local authority assessment', '<w:b/><w:sz w:val="40"/>')) +
          p('Assessment published: 20 June 2025') +
          h(1, 'About Northmere Council') +
          p('People wait.') +
          h(1, 'Quality statement scores') +
          tbl(row('Assessing needs', 'Score: 2'), row('Supporting people to lead healthier lives and to stay well', 'Score: 3')),
      });
      const { type, title, body } = frontMatter(text);
      assert.deepEqual(
        { type, title, body },
        { type: 'inspection-letter', title: 'Northmere Council: local authority assessment', body: undefined },
      );
      assert.ok(text.includes('|  |  |\n| --- | --- |\n| Assessing needs | Score: 2 |'), text);
    });
    it('a first line that a section may be called by is the title, though headings are as large', async () => {
      const large = (text: string) => p(run(text, '<w:b/><w:sz w:val="32"/>'));
      const { text } = await imported({
        body:
          large('Written Statement of Action') +
          p(bold('Brackenfield local area partnership')) +
          p('In response to the inspection of June 2026.') +
          large('Priority 1: parents') +
          p('We will meet them.') +
          large('Priority 2: time') +
          p('We will be sooner.'),
      });
      assert.equal(frontMatter(text)['title'], 'Written Statement of Action');
      assert.ok(bodyOf(text).startsWith('# Written Statement of Action\n\n**Brackenfield local area partnership**\n\nIn response'), text);
    });
    it('bold lines of a cover, and bold words in a sentence, are none', async () => {
      assert.equal(
        await bodyFrom(
          p(bold('25th meeting')) +
            p(bold('19 June 2026, 14:00')) +
            p('The chair opened the meeting.') +
            p(bold('Welcome')) +
            p(run('All were ') + bold('welcome') + run('.')),
        ),
        '**25th meeting**\n\n**19 June 2026, 14:00**\n\nThe chair opened the meeting.\n\n## Welcome\n\nAll were **welcome**.\n',
      );
    });
  });

  describe('the header of a report', () => {
    it('typed line by line, or as a table, becomes the front matter', async () => {
      const lines = [
        ['Report to', 'Children and Families Scrutiny Committee'],
        ['Date of meeting', '6 March 2026'],
        ['Report of', 'Director of Children’s Services'],
        ['Wards affected', 'All'],
      ] as const;
      const rest = p(run('Summary', '<w:b/>')) + p('Inspectors came in May.');
      for (const body of [
        lines.map(([label, value]) => p(bold(`${label}:`) + run(`\t${value}`))).join(''),
        tbl(...lines.map(([label, value]) => row(`${label}:`, value))),
      ]) {
        const { text } = await importWhole(wordFile({ body: body + rest }), 'word', 'Inspectors came in May.');
        const { body: committee, 'meeting-date': date, 'report-of': of, wards } = frontMatter(text);
        assert.deepEqual(
          [committee, date, of, wards],
          ['Children and Families Scrutiny Committee', '2026-03-06', 'Director of Children’s Services', 'All'],
        );
        assert.equal(bodyOf(text), '## Summary\n\nInspectors came in May.\n');
      }
    });
  });

  it('a form with joined rows, several labels in a row, labels and values in one cell, and boxes to tick', async () => {
    const { text } = await imported({
      body:
        tbl(
          row(wide(p(bold('Report to the Adults Scrutiny Committee')), 4)),
          row('Date:', '12 March 2026', 'Agenda item:', '7'),
          row('Report title:', wide('Outcome of the visit', 3)),
          row(wide('Report of: Director of Adults', 2), wide('Wards affected: All', 2)),
          row(
            'Key decision:',
            p(run('Yes ') + formBox(false) + run(' No ') + formBox(true)),
            'Is this report confidential?',
            p(run('☐ Yes ☒ No')),
          ),
          row(wide('This report is open to the public.', 4)),
        ) +
        h(1, 'Purpose') +
        p('To tell members.') +
        h(1, 'Recommendations') +
        p('That the letter is noted.'),
    });
    const {
      type,
      body,
      title,
      'meeting-date': day,
      'agenda-item': item,
      'report-of': of,
      wards,
      'key-decision': key,
      exempt,
    } = frontMatter(text);
    assert.deepEqual(
      { type, body, title, day: String(day), item, of, wards, key, exempt },
      {
        type: 'committee-report',
        body: 'Adults Scrutiny Committee',
        title: 'Outcome of the visit',
        day: '2026-03-12',
        item: 7,
        of: 'Director of Adults',
        wards: 'All',
        key: 'no',
        exempt: 'no',
      },
    );
    assert.match(bodyOf(text), /^# Outcome of the visit\n\nThis report is open to the public\.\n\n## Purpose/);
  });

  describe('the day behind a title, and whose report it is', () => {
    const rest = h(1, 'Summary') + p('Inspectors came in May.') + h(1, 'Recommendations') + p('That the Committee notes the letter.');
    const head = async (body: string) => {
      const { text } = await imported({ body });
      const { type: _type, 'house-style': _style, ...said } = frontMatter(text);
      return [JSON.stringify(said), bodyOf(text).split('\n\n').slice(0, 2).join(' / ')];
    };
    const over = 'Outcome / ## Summary';
    for (const [says, body, fields, begins] of [
      [
        'a day behind a dash',
        titled('Response to the inspection – 12 March 2026') + rest,
        { title: 'Response to the inspection', 'meeting-date': '2026-03-12' },
        '# Response to the inspection / ## Summary',
      ],
      [
        'the day of a visit stays with it',
        titled('Focused visit on 12 March 2026') + rest,
        { title: 'Focused visit on 12 March 2026' },
        '# Focused visit on 12 March 2026 / ## Summary',
      ],
      [
        'so it does behind a dash, unless the paper says that it is its own',
        titled('Monitoring visit – 12 March 2026') + rest,
        { title: 'Monitoring visit – 12 March 2026' },
        '# Monitoring visit – 12 March 2026 / ## Summary',
      ],
      [
        'the same day in a line under the title',
        titled('Monitoring visit – 12 March 2026') +
          p('Report of the Director of Children’s Services to the Cabinet – 12 March 2026') +
          rest,
        { title: 'Monitoring visit', body: 'Cabinet', 'meeting-date': '2026-03-12', 'report-of': 'Director of Children’s Services' },
        '# Monitoring visit / ## Summary',
      ],
      [
        '“Report of …” in the place of a title, over the title',
        titled('Report of the Director of Children’s Services, 12 March 2026') + h(1, 'Response to the inspection') + rest,
        { title: 'Response to the inspection', 'meeting-date': '2026-03-12', 'report-of': 'Director of Children’s Services' },
        '# Response to the inspection / ## Summary',
      ],
      [
        'a cover in bold lines',
        ['Cabinet', '12 March 2026', 'Outcome', 'Report of the Director of Children’s Services 12 March 2026']
          .map((line) => p(bold(line)))
          .join('') + rest,
        { title: 'Outcome', body: 'Cabinet', 'meeting-date': '2026-03-12', 'report-of': 'Director of Children’s Services' },
        `# ${over}`,
      ],
      [
        'a plan tells of that day',
        titled('Improvement Plan (12 March 2026)') +
          tbl(row('Action', 'Lead', 'By when'), row('Recruit three social workers', 'Head of Service', '1 May 2026')),
        { title: 'Improvement Plan', 'as-at': '2026-03-12' },
        '# Improvement Plan / | Action | Lead | By when |\n| --- | --- | --- |\n| Recruit three social workers | Head of Service | 1 May 2026 |\n',
      ],
      [
        'minutes, with the time',
        titled('Minutes of the Improvement Board – Thursday 12 March 2026, 10.00 am') +
          h(1, '1. Apologies') +
          p('RESOLVED: That they be noted.'),
        { title: 'Minutes of the Improvement Board', body: 'Improvement Board', 'meeting-date': '2026-03-12', time: '10.00 am' },
        '# Minutes of the Improvement Board / ## 1. Apologies',
      ],
      [
        'notes, with nothing before the day',
        titled('Improvement Board – notes of meeting 12 March 2026') + h(1, '1. Apologies') + p('RESOLVED: That they be noted.'),
        { title: 'Improvement Board – notes of meeting', 'meeting-date': '2026-03-12' },
        '# Improvement Board – notes of meeting / ## 1. Apologies',
      ],
      [
        'a wrong day of the week stays, for the check to find',
        titled('Improvement update – Friday 12 March 2026') + rest,
        { title: 'Improvement update – Friday 12 March 2026' },
        '# Improvement update – Friday 12 March 2026 / ## Summary',
      ],
    ] as const)
      it(says, async () => assert.deepEqual(await head(body), [JSON.stringify(fields), begins]));
  });

  describe('several paragraphs in one cell of the form', () => {
    const rest = h(1, 'Purpose') + p('To tell members.');
    const headerOf = async (...rows: string[]) =>
      frontMatter((await imported({ body: tbl(row('Report title', 'Outcome of the visit'), ...rows) + rest })).text);
    it('stay apart: bodies, wards, authors, people to ask, a day and its time', async () => {
      const header = await headerOf(
        row('Report to', p('Children’s Scrutiny') + p('Committee') + p('Cabinet')),
        row('Meeting date', p('Thursday 5 March 2026') + p('10.00 am')),
        row('Wards affected', p('Abbey') + p('Castle Hill and') + p('Riverside')),
        row('Report author', p('Ada Marlow, Head of Assessment') + p('Ben Tull, Head of Practice')),
        row(
          'Contact officer',
          p('Ada Marlow') +
            p('Head of Assessment') +
            p('Tel: 01632 960111') +
            p('ada.marlow@northmere.example') +
            p('Ben Tull') +
            p('ben.tull@northmere.example'),
        ),
      );
      assert.deepEqual(
        { ...header, type: undefined, 'house-style': undefined, 'meeting-date': String(header['meeting-date']) },
        {
          type: undefined,
          'house-style': undefined,
          title: 'Outcome of the visit',
          body: ['Children’s Scrutiny Committee', 'Cabinet'],
          'meeting-date': '2026-03-05',
          time: '10.00 am',
          wards: ['Abbey', 'Castle Hill and Riverside'],
          author: ['Ada Marlow, Head of Assessment', 'Ben Tull, Head of Practice'],
          contact: [
            { name: 'Ada Marlow, Head of Assessment', phone: '01632 960111', email: 'ada.marlow@northmere.example' },
            { name: 'Ben Tull', email: 'ben.tull@northmere.example' },
          ],
        },
      );
    });
    it('people whose numbers and addresses stand in rows of their own, one after the other or line by line; where nobody can tell whose they are, all stand together', async () => {
      const contactOf = async (...rows: string[]) => (await headerOf(row('Meeting date', '5 March 2026'), ...rows))['contact'];
      const [ada, ben] = ['ada.marlow@northmere.example', 'ben.tull@northmere.example'];
      assert.deepEqual(
        await contactOf(
          row('Contact officer', 'Ada Marlow'),
          row('Telephone number', '01632 960111'),
          row('Email', ada),
          row('Contact officer', 'Ben Tull'),
          row('Email', ben),
        ),
        [
          { name: 'Ada Marlow', phone: '01632 960111', email: ada },
          { name: 'Ben Tull', email: ben },
        ],
      );
      assert.deepEqual(
        await contactOf(row('Contact officers', p('Ada Marlow') + p('01632 960111') + p('Ben Tull')), row('Emails', p(ada) + p(ben))),
        [
          { name: 'Ada Marlow', phone: '01632 960111', email: ada },
          { name: 'Ben Tull', email: ben },
        ],
      );
      assert.deepEqual(await contactOf(row('Telephone', '01632 960111'), row('Contact officer', 'Ada Marlow')), {
        phone: '01632 960111',
        name: 'Ada Marlow',
      });
      assert.deepEqual(
        await contactOf(
          row('Contact officers', p('Ada Marlow') + p('01632 960111') + p('Ben Tull')),
          row('Emails', p(ada) + p(ben) + p('team@northmere.example')),
        ),
        { name: 'Ada Marlow; Ben Tull', phone: '01632 960111', email: `${ada}; ${ben}; team@northmere.example` },
      );
    });
    it('are a row each where they are labels, beside their values or before them', async () => {
      const beside = await headerOf(row(p('Report of:') + p('Wards affected:'), p('Director of Children’s Services') + p('All')));
      assert.deepEqual([beside['report-of'], beside['wards']], ['Director of Children’s Services', 'All']);
      const before = await headerOf(
        row(
          p('Report of: Director of Children’s Services') + p('Wards affected:') + p('Abbey') + p('Castle Hill'),
          p('Portfolio: Children and Families'),
        ),
      );
      assert.deepEqual(
        [before['report-of'], before['wards'], before['portfolio']],
        ['Director of Children’s Services', ['Abbey', 'Castle Hill'], 'Children and Families'],
      );
    });
    it('are a body and its day where a cell has no label', async () => {
      const header = await headerOf(row('Agenda item: 7', p('Cabinet') + p('12 March 2026')));
      assert.deepEqual([header['agenda-item'], header['body'], String(header['meeting-date'])], [7, 'Cabinet', '2026-03-12']);
    });
    it('are paragraphs and items of a row that is a section', async () => {
      const { text } = await imported({
        body:
          tbl(
            row('Report title', 'Outcome of the visit'),
            row('Report of', 'Director of Children’s Services'),
            row('Recommendations', p('The Committee is asked to:') + li(2, 0, 'note the letter; and') + li(2, 0, 'agree the plan.')),
          ) + rest,
        numbering: lists,
      });
      assert.match(bodyOf(text), /## Recommendations\n\nThe Committee is asked to:\n\n- note the letter; and\n- agree the plan\.\n/);
    });
  });

  it('addresses beside each other over a paper are its letterhead; what stands under them is read', async () => {
    const { text } = await imported({
      body:
        tbl(row(p('Northmere Council') + p('1 High Street'), p('Mereshire Integrated Care Board') + p('Health House'))) +
        p(bold('Children’s Scrutiny Committee')) +
        p(bold('5 March 2026')) +
        p(bold('Progress since the inspection')) +
        p(bold('Report of the Director of Children’s Services')) +
        h(1, 'Purpose of report') +
        p('To tell members.') +
        h(1, 'Recommendation') +
        p('That the report is noted.'),
    });
    const { body, title, 'report-of': of } = frontMatter(text);
    assert.deepEqual(
      { body, title, of },
      { body: 'Children’s Scrutiny Committee', title: 'Progress since the inspection', of: 'Director of Children’s Services' },
    );
    assert.ok(
      text.includes('\n\nNorthmere Council  \n1 High Street\n\nMereshire Integrated Care Board  \nHealth House\n\n## Purpose'),
      text,
    );
  });
  it('the items of an agenda are no header form, though a column is called “Title”; a title that names the body is it', async () => {
    const { text } = await imported({
      body:
        titled('Cabinet') +
        p('Thursday 12 March 2026 at 2.00 pm') +
        p(bold('Agenda')) +
        tbl(row('Item', 'Title', 'Pages'), row('1', 'Apologies for absence', ''), row('2', 'Response to the inspection', '9 - 24')),
    });
    const { type, body, 'meeting-date': day } = frontMatter(text);
    assert.deepEqual({ type, body, day: String(day) }, { type: 'agenda', body: 'Cabinet', day: '2026-03-12' });
    assert.ok(text.includes('| Item | Title | Pages |\n| --- | --- | --- |\n| 1 | Apologies for absence |  |'), text);
  });
  it('a council over its paper is neither committee nor section; a contact is a name, a number and an address; public is not exempt', async () => {
    const form = tbl(
      row('Report to', 'Cabinet'),
      row('Date of meeting', '11 February 2026'),
      row('Contact officer', 'Jo Marsh, Tel: 01999 555123, jo.marsh@seaborne.example'),
      row('Exempt', 'Public'),
    );
    const { text } = await imported({
      body:
        p(bold('SEABORNE COUNCIL')) +
        p(run('What the inspectors found', '<w:b/><w:sz w:val="36"/>')) +
        form +
        p(bold('Summary')) +
        p('They found much.'),
    });
    const { title, body, contact, exempt } = frontMatter(text);
    assert.deepEqual(
      [title, body, contact, exempt],
      ['What the inspectors found', 'Cabinet', { name: 'Jo Marsh', email: 'jo.marsh@seaborne.example', phone: '01999 555123' }, 'no'],
    );
    assert.ok(bodyOf(text).includes('\n**SEABORNE COUNCIL**\n'));
  });

  it('a report of inspectors is told from a council’s report of an inspection', async () => {
    const findings = h(1, 'Recommendations') + p('The Service should:') + li(1, 0, 'assess risk better.');
    assert.equal(
      (
        await imported({
          body: titled('An inspection of youth justice services in Cotsmere') + p('HM Inspectorate of Probation, May 2026') + findings,
          numbering: lists,
        })
      ).type,
      'inspection-letter',
    );
    assert.equal(
      (
        await imported({
          body: titled('Outcome of the inspection of youth justice services') + p('The Committee is recommended to note it.') + findings,
          numbering: lists,
        })
      ).type,
      'committee-report',
    );
  });

  it('judgements and the days of an inspection become facts; their table stays a table', async () => {
    const { text, type } = await imported({
      body:
        p(bold('Thornby Council')) +
        p(run('Inspection of local authority children’s services', '<w:b/><w:sz w:val="36"/>')) +
        p('Inspection dates: 6 to 17 October 2025') +
        tbl(
          row('Judgement', 'Grade'),
          row('The experiences and progress of care leavers', 'Good'),
          row('Overall effectiveness', 'Requires improvement to be good'),
        ) +
        p('Lead inspector: Pat Lowe, Ofsted'),
    });
    assert.equal(type, 'inspection-letter');
    assert.deepEqual(frontMatter(text)['inspection'], {
      inspectorate: 'Ofsted',
      event: 'inspection',
      visited: '2025-10-06/2025-10-17',
      judgements: { 'experiences and progress of care leavers': 'good', 'overall effectiveness': 'requires improvement to be good' },
    });
    assert.ok(bodyOf(text).includes('| Judgement | Grade |\n| --- | --- |\n'), text);
  });

  it('a board’s minutes are minutes, with a list of actions at their end', async () => {
    const { text, type } = await imported({
      body:
        p(run('Improvement Board', '<w:b/><w:sz w:val="36"/>')) +
        p('Thursday 5 March 2026, 10am, Committee Room 2') +
        p(bold('Minutes')) +
        p('The chair opened the meeting.') +
        tbl(row('Action', 'By whom', 'By when'), row('Send the data', 'AP', '12/03/26')),
    });
    assert.deepEqual([type, frontMatter(text)['body'], frontMatter(text)['meeting-date']], ['minutes', 'Improvement Board', '2026-03-05']);
  });

  it('minutes: the meeting, its day and its resolutions', async () => {
    const { text, type } = await imported({
      body:
        p(bold('MINUTES OF THE MEETING OF THE CHILDREN’S SCRUTINY PANEL')) +
        p('Held on Tuesday 3 March 2026 at 2.00 pm in the Council Chamber') +
        p('Apologies: Councillor Elm') +
        p(bold('34. FOCUSED VISIT')) +
        p('The Director spoke.') +
        p(bold('RESOLVED that')) +
        p('the letter be noted.'),
    });
    assert.equal(type, 'minutes');
    const { title, body, 'meeting-date': date } = frontMatter(text);
    assert.deepEqual(
      [title, body, date],
      ['MINUTES OF THE MEETING OF THE CHILDREN’S SCRUTINY PANEL', 'CHILDREN’S SCRUTINY PANEL', '2026-03-03'],
    );
    assert.ok(bodyOf(text).includes('\n## 34. FOCUSED VISIT\n\nThe Director spoke.\n\n### RESOLVED that\n'), text);
  });

  it('a plan is told by its title, whatever follows it there', async () => {
    for (const title of ['Action plan: the front door for children', 'Children’s services improvement plan – autumn'])
      assert.equal((await imported({ body: titled(title) + h(1, 'Actions') + p('We will act.') })).type, 'action-plan', title);
  });

  describe('tables', () => {
    it('who and when of joined rows are said of each row; other joined cells once', async () => {
      const start = '<w:vMerge w:val="restart"/>';
      const joined = cell('', '<w:vMerge/>');
      assert.equal(
        await bodyFrom(
          tbl(
            row('Outcome', 'Action', 'Lead', 'When'),
            row(cell('Safe children', start), 'Recruit', cell('Head of Service', start), 'May'),
            row(joined, 'Train', joined, 'June'),
          ),
        ),
        '| Outcome | Action | Lead | When |\n| --- | --- | --- | --- |\n| Safe children | Recruit | Head of Service | May |\n|  | Train | Head of Service | June |\n',
      );
    });
    it('a title across the columns stands above the table, one further down heads its rows', async () => {
      const across = (text: string) => row(cell(p(bold(text)), '<w:gridSpan w:val="3"/>'));
      assert.equal(
        await bodyFrom(tbl(across('Plan for 2026'), row('Action', 'Lead', 'When'), across('Priority 1'), row('Recruit', 'HS', 'May'))),
        '# Plan for 2026\n\n| Action | Lead | When |\n| --- | --- | --- |\n| **Priority 1** |  |  |\n| Recruit | HS | May |\n',
      );
    });
    it('a heading row that stands again is left out; paragraphs of a cell stay apart', async () => {
      assert.equal(
        await bodyFrom(
          tbl(
            row('Action', 'Lead', 'When'),
            row(cell(p('Recruit') + p('and train')), 'HS', 'May'),
            row('Action', 'Lead', 'When'),
            row('Keep', 'HS', 'June'),
          ),
        ),
        '| Action | Lead | When |\n| --- | --- | --- |\n| Recruit<br>and train | HS | May |\n| Keep | HS | June |\n',
      );
    });
    it('of a heading in two rows the lower one counts; a name over several columns stands above the table', async () => {
      const over = row(cell('What we will do', '<w:gridSpan w:val="3"/>'), cell('How we will know', '<w:gridSpan w:val="2"/>'));
      assert.equal(
        await bodyFrom(
          tbl(over, row('Ref', 'Action', 'Lead', 'By when', 'RAG'), row('1.1', 'Recruit', 'Head of Service', 'May 2026', 'Red')),
        ),
        'What we will do; How we will know\n\n| Ref | Action | Lead | By when | RAG |\n| --- | --- | --- | --- | --- |\n| 1.1 | Recruit | Head of Service | May 2026 | Red |\n',
      );
      const down = (text: string) => cell(text, '<w:vMerge w:val="restart"/>');
      const below = cell('', '<w:vMerge/>');
      assert.equal(
        await bodyFrom(
          tbl(
            row(down('Action'), down('Lead'), cell('Timescale', '<w:gridSpan w:val="2"/>')),
            row(below, below, 'Start', 'End'),
            row('Recruit', 'Head of Service', 'May 2026', 'June 2026'),
          ),
        ),
        'Timescale\n\n| Action | Lead | Start | End |\n| --- | --- | --- | --- |\n| Recruit | Head of Service | May 2026 | June 2026 |\n',
      );
    });
    it('an action told line by line is an item with fields, its paragraphs bold or not', async () => {
      const said =
        '# Improvement plan: response to the visit\n\n## Priority 1: Supervision\n\nChildren’s plans move forward.\n\n- Action 1: Write a standard for supervision.\n  - Lead: Principal Social Worker\n  - By when: 1 June 2026\n\nIt was agreed by the board.\n';
      const head =
        p(bold('Improvement plan: response to the visit')) + h(1, 'Priority 1: Supervision') + p('Children’s plans move forward.');
      assert.equal(
        await bodyFrom(
          head +
            p(bold('Action 1:') + run(' Write a standard for supervision.')) +
            p(bold('Lead:') + run(' Principal Social Worker')) +
            p(bold('By when: ') + run('1 June 2026')) +
            p('It was agreed by the board.'),
        ),
        said,
      );
      assert.equal(
        await bodyFrom(
          head +
            p(
              run('Action 1: Write a standard for supervision.') +
                '<w:r><w:br/></w:r>' +
                run('Lead: Principal Social Worker') +
                '<w:r><w:br/></w:r>' +
                run('By when: 1 June 2026'),
            ) +
            p('It was agreed by the board.'),
        ),
        said,
      );
      assert.ok((await bodyFrom(p(bold('_#:')) + p('Nothing but a label with marks.'))).includes('#:'));
      assert.equal(
        await bodyFrom(p('Action: the board met twice.') + p('Progress: good.')),
        'Action: the board met twice.\n\nProgress: good.\n',
      );
    });
    it('a report that says whose it is stays one, with a plan in its title and at its end', async () => {
      const { type, title } = frontMatter(
        (
          await imported({
            body:
              titled('Outcome of the inspection and improvement plan') +
              p('Report of the Director of Children’s Services') +
              h(1, 'Purpose of the report') +
              p('To tell members.') +
              h(1, 'Recommendations') +
              p('That the plan is agreed.') +
              tbl(row('Ref', 'Action', 'Owner', 'Due'), row('1', 'Recruit workers', 'Head of Service', '1 May 2026')),
          })
        ).text,
      );
      assert.deepEqual({ type, title }, { type: 'committee-report', title: 'Outcome of the inspection and improvement plan' });
    });
    it('a row with several actions and as many owners is a row for each; bullets under one owner are one action', async () => {
      const heads = row('Area for improvement', 'Action', 'Lead', 'Due', 'Evidence');
      assert.deepEqual(
        (
          await bodyFrom(
            tbl(
              heads,
              row(
                'Decisions',
                p('a) Write a standard') + p('b) Check it by audit'),
                p('a) Head of Practice') + p('b) Audit Manager'),
                p('May 2026'),
                'Audits',
              ),
            ),
          )
        )
          .split('\n')
          .slice(2, 4),
        [
          '| Decisions | a) Write a standard | Head of Practice | May 2026 | Audits |',
          '| Decisions | b) Check it by audit | Audit Manager | May 2026 |  |',
        ],
      );
      assert.match(
        await bodyFrom(
          tbl(
            heads,
            row('Decisions', li(2, 0, 'Write a standard') + li(2, 0, 'Check it by audit'), 'Head of Practice', 'May 2026', 'Audits'),
          ),
          { numbering: lists },
        ),
        /\| • Write a standard<br>• Check it by audit \| Head of Practice \|/,
      );
    });
    it('a heading over several columns leaves none of them without a name', async () => {
      const plan = async (...rows: string[]) =>
        (await bodyFrom(tbl(...rows)))
          .split('\n')
          .filter((line) => !line.includes('---'))
          .slice(0, 2);
      assert.deepEqual(await plan(row('Ref', wide('Action', 2), 'Lead'), row('A1', '1', 'Recruit workers', 'Head of Service')), [
        '| Ref | Action | Lead |',
        '| A1 | 1 Recruit workers | Head of Service |',
      ]);
      assert.deepEqual(
        await plan(row(wide('Action', 2), 'Lead', 'By when'), row('1', 'Recruit workers', 'Head of Service', '1 May 2026')),
        ['|  | Action | Lead | By when |', '| 1 | Recruit workers | Head of Service | 1 May 2026 |'],
      );
      assert.deepEqual(
        await plan(row('Action', 'Lead', wide('Timescale', 2)), row('Recruit workers', 'Head of Service', 'Jan 2026', 'May 2026')),
        ['| Action | Lead | Timescale | Timescale |', '| Recruit workers | Head of Service | Jan 2026 | May 2026 |'],
      );
      assert.deepEqual(
        await plan(
          row('Action', 'Lead', wide('Due', 2)),
          row('Recruit workers', 'Head of Service', wide('1 May 2026', 2)),
          row('Train managers', 'Head of Service', '', '2 May 2026'),
        ),
        ['| Action | Lead | Due |', '| Recruit workers | Head of Service | 1 May 2026 |'],
      );
      assert.deepEqual(
        await plan(row('Measure', wide('Autumn', 2), 'Spring'), row('', 'North', 'South', ''), row('Visits', '1%', '2%', '3%')),
        ['| Measure | Autumn |  | Spring |', '|  | North | South |  |'],
      );
    });
    it('a status that only the colour of its cell shows is written as its word, and said; a tint is no status', async () => {
      const filled = (fill: string) => cell('', `<w:shd w:fill="${fill}"/>`);
      const { text, notes } = await imported({
        body: tbl(
          row('Action', 'Lead', 'RAG'),
          row('Recruit', 'HS', filled('FF0000')),
          row('Train', 'HS', filled('FFC000')),
          row('Keep', 'HS', filled('00B050')),
          row(cell('Meet', '<w:shd w:fill="FF0000"/>'), 'HS', filled('F2F2F2')),
        ),
      });
      assert.ok(bodyOf(text).endsWith('| Recruit | HS | Red |\n| Train | HS | Amber |\n| Keep | HS | Green |\n| Meet | HS |  |\n'), text);
      assert.ok(notes.some((note) => note.includes('colour of its cell')));
    });
    it('a list of actions without a heading row, its owners by their posts', async () => {
      assert.equal(
        await bodyFrom(
          titled('Report on access') +
            h(1, 'Action plan') +
            tbl(
              row('1', 'Shorten the wait for an assessment to a month', 'Head of Access', '31 May 2026', 'Amber'),
              row('2', 'Write a strategy for carers', 'Carers Lead', 'July 2026', 'Red'),
            ),
        ),
        '# Report on access\n\n## Action plan\n\n| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n| 1 | Shorten the wait for an assessment to a month | Head of Access | 31 May 2026 | Amber |\n| 2 | Write a strategy for carers | Carers Lead | July 2026 | Red |\n',
      );
    });
    it('a table that goes on without its heading row gets that of the table before it, and a note says so; any other does not', async () => {
      const plan = tbl(row('No', 'Action', 'Lead', 'By when'), row('1', 'Write to all schools', 'Head of Access', '4 May 2026'));
      const { text, notes } = await imported({
        body:
          h(1, 'Priority 1') +
          plan +
          h(1, 'Priority 2') +
          tbl(row('2', 'Set up a panel for delays', 'Head of Courts', '9 May 2026')) +
          h(1, 'Visits') +
          tbl(row('a', 'Visits in the last quarter', '12', '14')),
      });
      assert.ok(
        bodyOf(text).includes(
          '## Priority 2\n\n| No | Action | Lead | By when |\n| --- | --- | --- | --- |\n| 2 | Set up a panel for delays | Head of Courts | 9 May 2026 |\n',
        ),
        text,
      );
      assert.ok(bodyOf(text).includes('## Visits\n\n|  |  |  |  |\n'), text);
      assert.ok(notes.some((note) => note.includes('was given the same heading row')));
    });
    it('an action in a table of its own, labels beside values, is an item with fields', async () => {
      const wide = (text: string) => cell(text, '<w:gridSpan w:val="3"/>');
      const card = (number: string, text: string, due: string) =>
        tbl(
          row(`Action ${number}`, wide(text)),
          row('Lead officer', 'Head of Service', 'Timescale', due),
          row('Progress', wide('Booked.')),
          row('Last updated', '3 March 2026', 'RAG', 'Green'),
        );
      const { text, type } = await imported({
        body:
          titled('Youth justice improvement plan 2026') +
          h(1, 'Recommendation 1: assess better') +
          card('1.1', 'Train all staff', '1 May 2026') +
          card('1.2', 'Check ten cases', '2 May 2026'),
      });
      assert.equal(type, 'action-plan');
      const item = (number: string, action: string, due: string) =>
        `- Action ${number}: ${action}\n  - Lead officer: Head of Service\n  - Timescale: ${due}\n  - Progress: Booked.\n  - Last updated: 3 March 2026\n  - RAG: Green\n`;
      assert.equal(
        bodyOf(text),
        `# Youth justice improvement plan 2026\n\n## Recommendation 1: assess better\n\n${item('1.1', 'Train all staff', '1 May 2026')}\n${item('1.2', 'Check ten cases', '2 May 2026')}`,
      );
    });
    it('a table inside a cell of a plan gives lines of that cell', async () => {
      assert.equal(
        await bodyFrom(
          tbl(
            row('Action', 'Lead', 'By when'),
            row(cell(p('Recruit:') + tbl(row('Step', 'When'), row('Advertise', 'May')) + p('')), 'J Patel', 'June 2026'),
          ),
        ),
        '| Action | Lead | By when |\n| --- | --- | --- |\n| Recruit:<br>Step – When<br>Advertise – May | J Patel | June 2026 |\n',
      );
    });
    it('a status that is a coloured dot is its word', async () => {
      const dot = (colour: string) => p(run('l', `<w:rFonts w:ascii="Wingdings"/><w:color w:val="${colour}"/>`));
      const { text } = await importWhole(
        wordFile({
          body: tbl(row('Action', 'Lead', 'RAG'), row('Recruit', 'J Patel', dot('FF0000')), row('Train', 'J Patel', dot('00B050'))),
        }),
        'word',
        'Action Lead RAG Recruit Train',
      );
      assert.equal(
        bodyOf(text),
        '| Action | Lead | RAG |\n| --- | --- | --- |\n| Recruit | J Patel | Red |\n| Train | J Patel | Green |\n',
      );
    });
    it('numbered paragraphs in two columns are paragraphs; numbers in front of names are a table', async () => {
      assert.equal(
        await bodyFrom(
          h(1, 'Recommendations') +
            p('That Cabinet:') +
            tbl(
              row('(i)', 'notes the report of the inspection; and'),
              row('(ii)', p('approves the plan for the area,') + p('with its costs.')),
            ),
        ),
        '## Recommendations\n\nThat Cabinet:\n\n(i) notes the report of the inspection; and\n\n(ii) approves the plan for the area,\n\nwith its costs.\n',
      );
      assert.match(await bodyFrom(tbl(row('1', 'Jo Marsh'), row('2', 'Sam Reed'))), /^\|/);
    });
    it('a number that Word makes in a column of its own; a status of a table that goes on, shown by its colour', async () => {
      const number = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>';
      const red = cell('', '<w:shd w:fill="FF0000"/>');
      assert.equal(
        await bodyFrom(
          tbl(
            row('Ref', 'Action', 'Lead', 'By when', 'RAG'),
            row(cell(number), 'Train all the staff', 'Head of Care', 'May 2026', 'Green'),
          ) +
            p('And:') +
            tbl(row(cell(number), 'Recruit three people', 'Head of Care', 'May 2026', red)),
          { numbering: lists },
        ),
        '| Ref | Action | Lead | By when | RAG |\n| --- | --- | --- | --- | --- |\n| 1. | Train all the staff | Head of Care | May 2026 | Green |\n\nAnd:\n\n| Ref | Action | Lead | By when | RAG |\n| --- | --- | --- | --- | --- |\n| 2. | Recruit three people | Head of Care | May 2026 | Red |\n',
      );
    });
    it('a table of labels inside a section is no header of the paper', async () => {
      const { text } = await imported({
        body:
          titled('The visit') +
          h(1, 'Recommendations') +
          p('That it is noted.') +
          h(1, 'Appendices') +
          tbl(row('Appendix', 'Title'), row('A', 'The letter')),
      });
      assert.equal(frontMatter(text)['title'], 'The visit');
      assert.match(bodyOf(text), /\| Appendix \| Title \|/);
    });
    it('a table that only lays out is no table', async () => {
      assert.equal(
        await bodyFrom(
          tbl(row(cell(p('In a frame.') + p('Still in it.')))) +
            tbl(row(cell(tbl(row('Action', 'Lead', 'When'), row('Recruit', 'HS', 'May'))), cell('Beside.'))),
        ),
        'In a frame.\n\nStill in it.\n\n| Action | Lead | When |\n| --- | --- | --- |\n| Recruit | HS | May |\n\nBeside.\n',
      );
    });
  });

  describe('files that are no paper', () => {
    const message = (bytes: Uint8Array, name: string): string => {
      try {
        formatOf(bytes, name);
        readWord(bytes);
      } catch (error) {
        return (error as Error).message;
      }
      return '';
    };
    it('old Word, Rich Text, a password, a damaged file, another zip: each is told what to do', () => {
      const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
      assert.match(message(old, 'a.doc'), /save it as a Word document \(\.docx\)/);
      assert.match(
        message(new Uint8Array([...old, ...[...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0])]), 'a.docx'),
        /password/,
      );
      assert.match(message(strToU8('{\\rtf1 x}'), 'a.rtf'), /Rich Text/);
      assert.match(message(strToU8('hello'), 'a.docx'), /is no Word document/);
      assert.match(message(wordFile({ body: p('x') }).subarray(0, 400), 'a.docx'), /damaged/);
      assert.match(message(zipSync({ 'a.txt': strToU8('x') }), 'a.zip'), /zip file/);
    });
    it('entities are not blown up, and nothing endless is unpacked', () => {
      const bomb = zipSync({
        'word/document.xml': strToU8('<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document><w:body>&a;</w:body></w:document>'),
      });
      assert.match(message(bomb, 'a.docx'), /document type/);
      const large = zipSync({ 'word/document.xml': new Uint8Array(201_000_000) }, { level: 1 });
      assert.match(message(large, 'a.docx'), /200 MB/);
      assert.match(message(wordFile({ body: '<w:sdt>'.repeat(3000) + '</w:sdt>'.repeat(3000) }), 'a.docx'), /nested/);
    }).timeout(20_000);
  });

  describe('any document', () => {
    const words = fc.string({ unit: fc.constantFrom(...'ab ABc1.:-*_[]()#|<>&\\`~!“é☃\t'), maxLength: 30 });
    const runs = fc
      .array(
        fc.tuple(words, fc.constantFrom('', '<w:b/>', '<w:i/>', '<w:b/><w:i/>')).map(([text, look]) => run(text, look)),
        { minLength: 1, maxLength: 4 },
      )
      .map((parts) => parts.join(''));
    const paragraph = fc.oneof(
      runs.map((content) => p(content)),
      runs.map((content) => p(content, '<w:pStyle w:val="Heading2"/>')),
      fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 1 }), runs).map(([id, depth, content]) => li(id, depth, content)),
    );
    const table = fc
      .array(fc.array(paragraph, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
      .map((rows) => tbl(...rows.map((cells) => row(...cells.map((content) => cell(content))))));
    it('loses no word', () =>
      fc.assert(
        fc.asyncProperty(fc.array(fc.oneof({ weight: 4, arbitrary: paragraph }, table), { maxLength: 12 }), async (parts) => {
          await imported({ body: parts.join(''), numbering: lists });
        }),
        { numRuns: 60 },
      )).timeout(20_000);
  });
});
