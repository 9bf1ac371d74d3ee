import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { readHtml } from '../../../server/src/conversion/import/html/html.ts';
import { importPaper } from '../../../server/src/conversion/import/import-paper.ts';
import { importText } from '../../../server/src/conversion/import/plain-text/plain-text.ts';
import { frontMatter } from './words.ts';

const headerOf = (source: string): Record<string, unknown> => parse(importText(source).text.split('---\n')[1]!) as Record<string, unknown>;
const headingsOf = (source: string): readonly string[] =>
  importText(source)
    .text.split('\n')
    .filter((line) => line.startsWith('#'));

describe('the house style of a paper', () => {
  const minutes = (council: string): string =>
    `Minutes of the meeting of the Children and Young People Scrutiny Committee${council} held on 10 March 2026\n\n1 Apologies for absence\n\nThere were none.\n\n2 Visit\n\na) The Committee heard from the Director.\n\nb) It asked how many children wait.\n\nRESOLVED: That the letter be noted.\n`;
  it('is not told from a committee that many councils have and paragraphs with letters', () =>
    assert.equal(importText(minutes('')).houseStyle, 'generic'));
  it('is told from the name of the council alone at the head of the paper, and not from one in a sentence', () => {
    const report = (head: string, text: string) =>
      importText(
        `${head}\n\nVisit of the inspectors\n\nReport of the Director\n\nSummary\n\n${text}\n\nRecommendations\n\nThat the letter be noted.\n`,
      ).houseStyle;
    assert.equal(report('Herefordshire Council', 'They came in May.'), 'herefordshire');
    assert.equal(report('Aldersham Council', 'They came from Herefordshire Council in May.'), 'generic');
  });
  it('is told from both where the council is named', () =>
    assert.equal(importText(minutes(' of Nottingham City Council')).houseStyle, 'nottingham-scrutiny'));
});

describe('a title that a section may have as well', () => {
  const page = (title: string) =>
    importPaper(
      readHtml(
        `<title>${title}</title><h1>Response to the inspection</h1><h2>Purpose of the report</h2><p>To tell what was found.</p><h2>Recommendations</h2><p>The committee is asked to note the report.</p>`,
      ),
    );
  const heads = (text: string): readonly string[] => text.split('\n').filter((line) => line.startsWith('#'));
  it('is the title where the file is called so', () =>
    assert.deepEqual(heads(page('Response to the inspection').text), [
      '# Response to the inspection',
      '## Purpose of the report',
      '## Recommendations',
    ]));
  it('is a section where it is not', () =>
    assert.equal(heads(page('Aldersham: report of the director').text).includes('## Response to the inspection'), true));
});

describe('an agenda', () => {
  const page = (more: string) =>
    importPaper(
      readHtml(
        `<title>Aldersham Scrutiny Committee</title><h1>Aldersham Scrutiny Committee</h1>${more}<table><tr><th>Meeting</th><td>Aldersham Scrutiny Committee</td></tr><tr><th>Date</th><td>10 March 2026</td></tr><tr><th>Venue</th><td>Town Hall</td></tr></table><h2>Declarations of interest</h2><p>Members are asked to declare any interest in an item.</p><h2>Items of business</h2><table><tr><th>Item</th><th>Subject</th><th>Paper</th></tr><tr><td>1</td><td>Apologies</td><td></td></tr><tr><td>2</td><td>The plan</td><td>Report</td></tr></table>`,
      ),
    );
  it('that does not call itself so is told by its items, and its title stands once', () => {
    const { text, type } = page('');
    assert.deepEqual([type, frontMatter(text)['title']], ['agenda', 'Aldersham Scrutiny Committee']);
    assert.deepEqual(
      text.split('\n').filter((line) => line.startsWith('#')),
      ['# Aldersham Scrutiny Committee', '## Declarations of interest', '## Items of business'],
    );
  });
  it('whose file has no title is called by what stands over it', () => {
    const { text } = importPaper(
      {
        ...readHtml(
          '<h1>Aldersham Scrutiny Committee</h1><p>10 March 2026</p><h2>Declarations of interest</h2><p>There may be some.</p><h2>Items of business</h2><p>1. Apologies</p>',
        ),
        properties: {},
      },
      { type: 'agenda' },
    );
    assert.equal(frontMatter(text)['title'], 'Aldersham Scrutiny Committee');
  });
});

describe('an agenda with a form of when and where', () => {
  it('is told by the business that every meeting has, and says when it was published', () => {
    const { text, type } = importPaper(
      readHtml(
        '<h1>Aldersham Scrutiny Committee</h1><table><tr><td>Date</td><td>10 March 2026</td></tr><tr><td>Time</td><td>10.00 am</td></tr><tr><td>Venue</td><td>Town Hall</td></tr></table><p>Published: 2 March 2026</p><p><b>AGENDA</b></p><ol><li>Apologies for absence</li><li>Declarations of interest</li><li>Focused visit: letter and plan</li></ol>',
      ),
    );
    const { 'meeting-date': date, time, venue, published } = frontMatter(text);
    assert.deepEqual([type, date, time, venue, published], ['agenda', '2026-03-10', '10.00 am', 'Town Hall', '2026-03-02']);
  });
});

describe('an inspectorate’s report on a page of the web', () => {
  it('is told by what it asks of the service, and its day is that of the inspection', () => {
    const { text, type } = importPaper(
      readHtml(
        '<h1>An inspection of youth justice services in Cotsmere</h1><dl><dt>From</dt><dd>HM Inspectorate of Probation</dd><dt>Published</dt><dd>3 December 2025</dd></dl><h2>Background</h2><p>The service is small.</p><h2>Summary</h2><p>It has improved.</p><h2>Recommendations</h2><p><b>The Cotsmere Youth Justice Service should:</b></p><ol><li>improve its plans</li></ol>',
      ),
    );
    assert.deepEqual(
      [type, frontMatter(text)['inspection']],
      ['inspection-letter', { inspectorate: 'HMI Probation', event: 'inspection', published: '2025-12-03' }],
    );
  });
  it('is told by who inspected under its title, though it has the sections of a council’s report', () => {
    const kindOf = (under: string) =>
      importPaper(
        readHtml(
          `<h1>A joint thematic inspection of youth custody</h1><p>${under}</p><h2>Executive summary</h2><p>Much has improved.</p><h2>Recommendations</h2><p><b>The Youth Custody Service should:</b></p><ol><li>share its plans</li></ol><h2>Introduction</h2><p>The service is small.</p>`,
        ),
      ).type;
    assert.deepEqual(
      [
        kindOf('An inspection by HMI Probation and Ofsted'),
        kindOf(
          'A joint inspection by HM Inspectorate of Constabulary and Fire &amp; Rescue Services, Ofsted and the Care Quality Commission',
        ),
      ],
      ['inspection-letter', 'inspection-letter'],
    );
    assert.notEqual(kindOf('An inspection by Ofsted found that plans are late'), 'inspection-letter');
  });
  it('is told by the name under which forces are inspected, unless a council reports on it', () => {
    const kindOf = (head: string, asked: string) =>
      importPaper(
        readHtml(
          `${head}<h2>Summary</h2><p>The force has a clear view of children.</p><h2>Introduction</h2><p>The police have a duty.</p><h2>Recommendations</h2><p>${asked}</p><h2>Next steps</h2><p>HMICFRS will ask for an update.</p>`,
        ),
      ).type;
    assert.equal(
      kindOf(
        '<h1>Northmere Police – National child protection inspection</h1>',
        'Northmere Police should at once improve its supervision.',
      ),
      'inspection-letter',
    );
    assert.equal(
      kindOf(
        '<p>Report to the Police and Crime Panel</p><p>Report of the Chief Executive</p><h1>National child protection inspection: Northmere Police</h1>',
        'The Panel is asked to note the report.',
      ),
      'committee-report',
    );
  });
});

describe('the page of a single item of minutes', () => {
  it('says once that nobody knows of which meeting it is', () => {
    const { text, type, notes } = importText(
      '23 Focused visit\n\nThe Committee considered a report of the Director.\n\nCouncillor Pell asked how many children wait.\n\nRESOLVED: That the report be noted.\n',
    );
    assert.deepEqual([type, frontMatter(text)['body'], frontMatter(text)['meeting-date']], ['minutes', undefined, undefined]);
    assert.equal(notes.filter((note) => note.includes('does not say which meeting it is of')).length, 1);
    assert.ok(
      !importText(
        'Minutes of the meeting of the Children’s Scrutiny Committee held on 3 March 2026\n\nApologies for absence\n\nThere were none.\n\nRESOLVED: That the report be noted.\n',
      ).notes.some((note) => note.includes('does not say which meeting')),
    );
  });
});

describe('import: what a paper is, and what its head says', () => {
  const reports: readonly (readonly [inspectorate: string, text: string])[] = [
    [
      'Ofsted, children’s services',
      'Cotsmere\nInspection of children’s services\n\nInspection dates: 3 to 14 March 2025\n\nLead inspector: Ada Marlow, His Majesty’s Inspector\n\nServices have declined.\n\nWhat needs to improve?\n\n• The quality of plans.\n• How soon plans are made.\n',
    ],
    [
      'Ofsted and CQC, special educational needs',
      'Area SEND inspection of Cotsmere Local Area Partnership\n\nInspection dates: 3 to 7 March 2025\n\nInspection outcome\n\nThere are failings.\n\nAreas for priority action\n\nLeaders should act.\n',
    ],
    [
      'CQC',
      'Cotsmere Council: local authority assessment\n\nAssessment published: 14 February 2025\n\nOverall summary\n\nPeople were treated with kindness.\n\n© Care Quality Commission\n',
    ],
    [
      'HMICFRS',
      'PEEL 2023–25\nAn inspection of Cotsmere Police\n\nHM Inspector’s summary\n\nI am satisfied.\n\nCause of concern\n\nCalls wait.\n\nRecommendations\n\nBy 31 December 2024, the force should answer calls.\n',
    ],
    [
      'HMI Probation',
      'An inspection of youth justice services in Cotsmere\n\nHM Inspectorate of Probation, March 2024\n\nIntroduction\n\nThis is part of our programme.\n\nRecommendations\n\nThe service should:\n1. improve its plans\n2. train its staff.\n\nBackground\n\nCotsmere is small.\n',
    ],
  ];
  for (const [inspectorate, text] of reports) {
    it(`a report of ${inspectorate} is what is answered, though it is no letter`, () =>
      assert.equal(headerOf(text)['type'], 'inspection-letter'));
  }

  it('a council’s own report about an inspection stays a report', () => {
    const text =
      'Report to:\tCabinet\tDate:\t3 March 2026\nSubject:\tInspection of children’s services\nReport of:\tDirector\tWards Affected:\tAll\n\nSummary\n\nOfsted inspected.\n\nRecommendations\n\nThat Cabinet agrees the plan.\n\nWhat needs to improve\n\n• Plans.\n';
    assert.equal(headerOf(text)['type'], 'committee-report');
  });

  it('a header that is typed line by line, with days of the week', () => {
    const {
      title,
      body,
      'meeting-date': date,
      author,
    } = headerOf(
      'Title of report: Ofsted visit: the plan\n\nMeeting: Cabinet\n\nMeeting date: Thursday 27 February 2025\n\nReport author: Head of Improvement\n\nPurpose\n\nTo agree the plan.\n\nRecommendations\n\nThat Cabinet agrees the plan.\n',
    );
    assert.deepEqual(
      { title, body, date, author },
      { title: 'Ofsted visit: the plan', body: 'Cabinet', date: '2025-02-27', author: 'Head of Improvement' },
    );
  });
  it('a wrong day of the week stays, for the check to find', () => {
    assert.equal(
      headerOf('Meeting: Cabinet\n\nMeeting date: Friday 27 February 2025\n\nRecommendations\n\nThat Cabinet agrees the plan.\n')[
        'meeting-date'
      ],
      'Friday 27 February 2025',
    );
  });
  it('the line that minutes begin with', () => {
    const {
      type,
      body,
      'meeting-date': date,
    } = headerOf(
      'MINUTES of the meeting of the CHILDREN’S SCRUTINY COMMITTEE held at 10.00am on Tuesday, 14 January 2025 in the Council Chamber, Ashcombe.\n\nPresent: Councillor Pell\n\nRESOLVED: That the letter be noted.\n',
    );
    assert.deepEqual({ type, body, date }, { type: 'minutes', body: 'CHILDREN’S SCRUTINY COMMITTEE', date: '2025-01-14' });
  });
  it('a plan’s title that is the name of a section, and the day that it tells of', () => {
    const {
      type,
      title,
      'as-at': day,
    } = headerOf(
      'Written Statement of Action\n\nCotsmere local area\n\nVersion 2.0 – 4 November 2019\n\nRef\tAction\tLead\tBy when\n1.1\tAgree a strategy\tHB\t31/12/2019\n1.2\tSet up a group\tAR\t30/09/2019\n',
    );
    assert.deepEqual({ type, title, day }, { type: 'action-plan', title: 'Written Statement of Action', day: '2019-11-04' });
  });
  it('the month that a plan tells of, as its last day', () => {
    const { 'as-at': day } = headerOf(
      'Improvement Plan – progress at end of Quarter 3 (December 2025)\n\nRef\tAction\tLead\tBy when\n1.1\tAgree a strategy\tHB\t31/12/2025\n1.2\tSet up a group\tAR\t30/09/2026\n',
    );
    assert.equal(day, '2025-12-31');
  });
  it('a report whose form gives the date of the decision', () => {
    const { type } = headerOf(
      'DECISION-MAKER: CHILDREN AND FAMILIES SCRUTINY PANEL\n\nSUBJECT: INSPECTION OF CHILDREN’S SERVICES\n\nDATE OF DECISION: 28 SEPTEMBER 2023\n\nREPORT OF: CABINET MEMBER FOR CHILDREN\n\nBRIEF SUMMARY\n\nServices were rated good.\n\nRECOMMENDATIONS:\n\n(i) That the Panel considers the report.\n\nREASONS FOR REPORT RECOMMENDATIONS\n\n1. To review progress.\n',
    );
    assert.equal(type, 'committee-report');
  });
  it('a table of decisions is no header form', () => {
    const text = importText(
      'Forward Plan\n\nDecision\tDecision maker\tDate\tKey?\tContact\nThe plan\tCabinet\t11 March 2025\tYes\tDirector\nThe contract\tCabinet\t8 April 2025\tYes\tHead of Service\n',
    ).text;
    assert.ok(text.includes('| Decision | Decision maker | Date | Key? | Contact |'), text);
  });
  it('numbers without a stop: what heads a section, and what is its paragraph', () => {
    const text =
      'Overview and Scrutiny Committee\n5 February 2025\n\nThe fourth visit\n\n1 Purpose\n\n1.1 To consider the letter.\n\n2 Action required\n\n2.1 The Committee is asked to:\n\na) consider the letter; and\n\nb) make any comments.\n\n4 List of attached information\n\n4.1 Appendix 1 – Letter\n\n4.2 Appendix 2 – Presentation\n\n7 Wards affected\n\n7.1 All\n\n8 Contact information\n\n8.1 Ada Marlow\n';
    assert.deepEqual(
      headingsOf(text).filter((line) => /\d/.test(line)),
      ['## 1 Purpose', '## 2 Action required', '## 4 List of attached information', '## 7 Wards affected', '## 8 Contact information'],
    );
  });
  it('a number goes on with its sequence though it stands right under a line', () => {
    const text = importText(
      'Help for children: good\n1. When families need help, they get it.\n\n2. Decisions are made in time.\n\nChildren in care: good\n3. Children come into care when they need to.\n',
    ).text;
    assert.ok(text.includes('Children in care: good\n\n3. Children'), text);
  });
  it('a cover gives its title, and each judgement heads its paragraphs', () => {
    const text =
      'Cotsmere\nInspection of children’s services\n\nInspection dates: 3 to 14 March 2025\n\nLead inspector: Ada Marlow\n\nWhat needs to improve?\n\n• Plans.\n\nThe experiences and progress of care leavers: requires\nimprovement to be good\n1. Advisers know young people well.\n\n2. Plans are clear.\n';
    assert.deepEqual(headingsOf(text).slice(1), [
      '## What needs to improve?',
      '## The experiences and progress of care leavers: requires improvement to be good',
    ]);
    assert.equal(
      headerOf(
        'An inspection of youth justice services in\n\nCotsmere\n\nHM Inspectorate of Probation, March 2024\n\nChief Inspector of Probation\n',
      )['title'],
      'An inspection of youth justice services in Cotsmere',
    );
  });
  it('what a report of HMICFRS announces as an area for improvement or a cause of concern is a finding; a grade is no heading', () => {
    const { text } = importPaper(
      readHtml(
        '<h1>PEEL 2023–25: An inspection of Calderby Police</h1><p>HMICFRS</p><h2>Responding to the public</h2><p><b>Requires improvement</b></p><p>The force requires improvement.</p><h3>Area for improvement</h3><p><b>The force doesn’t answer calls promptly and callers hang up</b></p><p>It should answer them.</p><h3>Accelerated cause of concern</h3><p><b>The force’s notices wait before anybody reads them</b></p><p>Within a month, the force should:</p><ul><li>read each notice.</li></ul>',
      ),
    );
    assert.deepEqual((parse(text.split('---\n')[1]!) as { inspection: unknown }).inspection, {
      inspectorate: 'HMICFRS',
      framework: 'PEEL',
      event: 'inspection',
    });
    assert.ok(
      text.endsWith(`## Responding to the public

Requires improvement

The force requires improvement.

### Area for improvement

- **The force doesn’t answer calls promptly and callers hang up**

It should answer them.

### Accelerated cause of concern

- **The force’s notices wait before anybody reads them**

Within a month, the force should:

- read each notice.
`),
      text,
    );
  });
  it('each bold line under “Areas for improvement” begins one; what was inspected stands on the cover', () => {
    const { text } = importPaper(
      readHtml(
        '<h1>PEEL 2023–25</h1><p>An inspection of Calderby Police</p><p>HM Inspector of Constabulary</p><h2>Areas for improvement</h2><p><b>The force should ask each caller about children</b></p><p>It does not.</p><p><b>The force should answer calls in good time</b></p><p>It is late.</p><h2>Main findings</h2><p><b>The force knows its callers very well</b></p><p>It does.</p>',
      ),
    );
    assert.deepEqual((parse(text.split('---\n')[1]!) as { inspection: unknown }).inspection, {
      inspectorate: 'HMICFRS',
      framework: 'PEEL',
      event: 'inspection',
    });
    assert.ok(
      text.endsWith(
        '## Areas for improvement\n\n- **The force should ask each caller about children**\n\nIt does not.\n\n- **The force should answer calls in good time**\n\nIt is late.\n\n## Main findings\n\n### The force knows its callers very well\n\nIt does.\n',
      ),
      text,
    );
  });
  it('a short bold area is one too, and the paragraph under “Cause of concern” is the concern', () => {
    const { text, type } = importPaper(
      readHtml(
        '<h1>Fire &amp; Rescue Service 2023–2025: Calder Fire and Rescue Service</h1><p>This is our third inspection of fire services.</p><h2>Preventing fire</h2><h3>Areas for improvement</h3><p><b>The service needs to check its visits</b></p><p>It does not.</p><h3>Main findings</h3><p>It plans well.</p><h2>Culture</h2><h3>Cause of concern</h3><p>The service has not done enough about bullying.</p><h3>Recommendations</h3><p>By 30 September 2026, the service should:</p><ul><li>listen to staff.</li></ul>',
      ),
    );
    assert.equal(type, 'inspection-letter');
    assert.ok(
      text.includes('### Areas for improvement\n\n- **The service needs to check its visits**\n\nIt does not.\n') &&
        text.includes('### Cause of concern\n\n- The service has not done enough about bullying.\n'),
      text,
    );
  });
  it('a thematic report that tells chief constables what to do by when is one of inspectors', () => {
    const { type } = importPaper(
      readHtml(
        '<h1>An inspection of how well the police find missing children</h1><h2>Summary</h2><p>We inspected twelve forces.</p><h2>Recommendations</h2><h3>Recommendation 1</h3><p>By 31 March 2026, chief constables should make sure that each child is visited.</p><h2>Introduction</h2><p>It says more.</p>',
      ),
    );
    assert.equal(type, 'inspection-letter');
  });
  it('the report of a peer challenge is what is answered, as a letter of inspectors is; a report or plan about it is not', () => {
    const of = (title: string) =>
      importPaper(
        readHtml(
          `<h1>${title}</h1><p>Feedback report</p><h2>Executive summary</h2><p>Ferncliffe is ambitious.</p><h2>Key recommendations</h2><p><b>Recommendation 1 – Agree the priorities.</b> There are many.</p><h2>Overview of the peer challenge approach</h2><h3>The peer team</h3><p>It has four members.</p><h2>Next steps</h2><p>There will be a review.</p>`,
        ),
      ).type;
    assert.deepEqual(['LGA Corporate Peer Challenge', 'Peer challenge: response of the Council'].map(of), [
      'inspection-letter',
      'committee-report',
    ]);
  });
  it('a title set in several lines is one: lines of one style that nothing else has, or one that breaks off; whose paper it is stays apart', () => {
    const of = (html: string) => /^title: (.*)$/m.exec(importPaper(readHtml(html)).text)?.[1];
    const plan = '<p>It says what we will do.</p><h2>Actions</h2><ul><li>Write a plan.</li></ul>';
    assert.equal(of(`<h1>Children’s Services</h1><h1>Improvement Plan 2026</h1>${plan}`), 'Children’s Services – Improvement Plan 2026');
    assert.equal(
      of(`<h1>Ferncliffe Council</h1><h1>Children’s Services:</h1><h1>Improvement Plan 2026</h1>${plan}`),
      'Children’s Services – Improvement Plan 2026',
    );
    assert.equal(
      of(`<p>An inspection of youth justice services in</p><p><b>Cotsmere</b></p><p>HM Inspectorate of Probation</p>${plan}`),
      'An inspection of youth justice services in Cotsmere',
    );
    assert.equal(of(`<h1>Our plan</h1><h1>What Ofsted found</h1>${plan}<h1>What comes next</h1><p>A visit.</p>`), undefined);
  });
  it('an area that is the one paragraph of its section is a finding, where it asks something of somebody', () => {
    const of = (text: string) =>
      importPaper(
        readHtml(
          `<h1>Joint targeted area inspection of Ferncliffe</h1><p>Inspection dates: 27 February to 3 March 2023</p><h2>Headline findings</h2><p>Partners work well.</p><h2>Areas for priority action</h2><p>${text}</p><h2>Main findings</h2><p>More.</p>`,
        ),
      ).text;
    assert.ok(of('The police must see that children in custody are seen.').includes('- The police must see'));
    assert.ok(of('There are no areas for priority action.').includes('\n\nThere are no areas'));
    assert.deepEqual((parse(of('None.').split('---\n')[1]!) as { inspection: unknown }).inspection, {
      inspectorate: 'JTAI',
      event: 'inspection',
      visited: '2023-02-27/2023-03-03',
    });
  });
  it('whose report it is, from what stands around it', () => {
    const { text } = importPaper(
      readHtml(
        '<main><h1>Wexmoor Council: local authority assessment</h1><p>Assessment published: 20 June 2025</p><h2>Overall summary</h2><p>People wait.</p></main><footer>© Care Quality Commission 2025</footer>',
      ),
    );
    assert.deepEqual((parse(text.split('---\n')[1]!) as { inspection: unknown }).inspection, {
      inspectorate: 'CQC',
      event: 'assessment',
      published: '2025-06-20',
    });
  });
  it('minutes that go on from the last meeting’s, and a list of decisions', () => {
    assert.deepEqual(
      headingsOf(
        'Minutes of the Scrutiny Committee held on 14 January 2025\n\n37. URGENT BUSINESS\n\nThere was none.\n\n38. LETTER OF THE INSPECTORS\n\nThe Committee received the letter.\n',
      ),
      ['## 37. URGENT BUSINESS', '## 38. LETTER OF THE INSPECTORS'],
    );
    const decisions =
      'CABINET\n\nDECISION LIST\n\nThe following decisions were taken by Cabinet.\n\n1. Improvement Plan\n\nDecision:\n\nThat the plan be approved.\n\n2. Written Statement\n\nDecision:\n\nThat it be noted.\n';
    assert.equal(headerOf(decisions)['type'], 'minutes');
    assert.deepEqual(
      headingsOf(decisions).filter((line) => line.endsWith('Decision')),
      ['### Decision', '### Decision'],
    );
  });
  it('a board and its day on two lines', () => {
    const { body, 'meeting-date': day } = headerOf(
      'CHILDREN’S IMPROVEMENT BOARD\nThursday 26 June 2025\n\nPERFORMANCE: MAY 2025\n\nReport of: Head of Performance\n\n1. Purpose of the report\n\n1.1. To tell the Board how services performed.\n\n2. Recommendations\n\n2.1. The Board is recommended to agree the plan.\n',
    );
    assert.deepEqual({ body, day }, { body: 'CHILDREN’S IMPROVEMENT BOARD', day: '2025-06-26' });
  });
  it('numbers of paragraphs in a column of their own', () => {
    const text = importText(
      'DECISION-MAKER:\tSCRUTINY PANEL\nSUBJECT:\tTHE INSPECTION\nDATE OF DECISION:\t23 JANUARY 2025\n\nRECOMMENDATIONS:\n(i)\tThat the Panel considers the plan.\n\nDETAIL\n3.\tThe inspectors came in May 2024.\n4.\tThere are four recommendations.\n',
    ).text;
    assert.ok(!text.includes('|') && text.includes('\n3. The inspectors came') && text.includes('(i) That the Panel'), text);
  });
  it('years at the head of the columns of a table', () => {
    assert.ok(
      importText('The cost is below.\n\nCost of the project\t2025/26\t2026/27\tTotal\nSocial workers\t£800\t£400\t£1,200\n').text.includes(
        '| Cost of the project | 2025/26 | 2026/27 | Total |\n| ---',
      ),
    );
  });

  it('the page of a committee system: its labels are no part of the paper, and its first line says whose meeting it was', () => {
    const minutes =
      'Agenda and minutes\n\nChildren and Families Committee - Monday, 8th July, 2024 10.30 am\n\nVenue: Town Hall, Northmere\n\nItems\n\nNo. Item\n\n1.\n\nApologies\n\nMinutes:\n\nApologies were received from Councillor Pell.\n\nRESOLVED:\n\nThat they be noted.\n\nSupporting documents:\n';
    const { type, body, 'meeting-date': date } = headerOf(minutes);
    assert.deepEqual({ type, body, date }, { type: 'minutes', body: 'Children and Families Committee', date: '2024-07-08' });
    const imported = importText(minutes);
    assert.ok(!/Agenda and minutes|Supporting documents|No\. Item/.test(imported.text));
    assert.ok(['Agenda and minutes', 'Supporting documents:', 'No. Item'].every((label) => imported.removed.includes(label)));
  });

  it('the items of such a page whose numbers stand on lines of their own', () => {
    const imported = importText(
      'Agenda and minutes\n\nScrutiny Subgroup - Tuesday, 6th October, 2026 10.00 am\n\nVenue: Council Chamber, Town Hall. View directions\n\nItems\nNo. Item\n\n21.\n\nAppointment of Chair\n\nMinutes:\n\nDecision\n\nTo appoint Councillor Pell.\n\n22.\n\nImprovement plan pdf icon PDF 174 KB\n\nMinutes:\n\nThe Subgroup received the plan of the Director.\n\nDecision\n\nTo note the plan.\n',
    );
    assert.deepEqual(
      imported.text.split('\n').filter((line) => line.startsWith('#')),
      ['## 21. Appointment of Chair', '### Decision', '## 22. Improvement plan', '### Decision'],
    );
    assert.match(imported.text, /^Venue: Council Chamber, Town Hall$/m);
    assert.ok(['Items', 'No. Item'].every((label) => imported.removed.includes(label)));
  });

  it('a page that was copied without blank lines, each line a paragraph: the number and the title of its item, and what was resolved', () => {
    const said =
      'Members were presented with the report of the Director, which advised on the work of the team that answers the inspection and on everything that the council has to do for it by law.';
    const imported = importText(
      `54 Safeguarding update PDF 387 KB\nTo update members on the work of the team.\nAdditional documents:\nMinutes:\n${said}\nRESOLVED:\n(i) That the report be endorsed.\n(ii) That the plan be approved.\n`,
    );
    const { type, title, 'agenda-item': item } = parse(imported.text.split('---\n')[1]!) as Record<string, unknown>;
    assert.deepEqual({ type, title, item }, { type: 'minutes', title: 'Safeguarding update', item: 54 });
    assert.deepEqual(imported.text.split('---\n')[2]!.trim().split('\n\n'), [
      '# Safeguarding update',
      'To update members on the work of the team.',
      said,
      '## RESOLVED',
      '(i) That the report be endorsed.',
      '(ii) That the plan be approved.',
    ]);
  });

  it('the labels of a committee system between the lines of a page, about an inspection that its first words name', () => {
    const imported = importText(
      'Joint Inspection of the Calder\nYouth Justice Service\nPDF 220 KB\nThe inspectors came in\nSeptember.\nAdditional documents:\nMinutes:\nThe Service\nManager presented a report.\nPDF 44 KB\nThe plan was\nnoted.\n',
    );
    assert.equal(imported.type, 'minutes');
    assert.ok(['Additional documents:', 'Minutes:'].every((label) => imported.removed.includes(label) && !imported.text.includes(label)));
  });

  it('the page of one item: its heading is the title, however long', () => {
    const heading =
      'Outcome of the Assessment of Adult Social Care by the Care Quality Commission under the Health and Care Act 2022 and the Service Improvement Plan of the Council - Report of the Interim Corporate Director of Adult and Health Services';
    const { type, title } = headerOf(
      `Agendas, Meetings and Minutes - Agenda item\n\nAgenda item\n\n${heading}\n\nMinutes:\n\nThe Cabinet considered a report of the Interim Corporate Director, which gave the outcome of the assessment.\n\nResolved:\n\nThat the recommendations be approved.\n`,
    );
    assert.deepEqual({ type, title }, { type: 'minutes', title: heading });
  });

  it('whose minutes they are, under what the council says of itself; nothing of it is lost', () => {
    const source =
      'Wexmouth Borough Council\n\nProud of our town\n\nCabinet Minutes\n\nThursday, 22nd October, 2026\nLecture Theatre, Central Library, Church Road, Wexmouth\nPlease note: all minutes are subject to approval at the next meeting of the Cabinet and may change\n\nApologies for absence:\nCllr Ada Marlow\n\nRESOLVED that the plan be approved.\n';
    const { title, body, 'meeting-date': date } = headerOf(source);
    assert.deepEqual({ title, body, date }, { title: 'Cabinet Minutes', body: 'Cabinet', date: '2026-10-22' });
    assert.match(importText(source).text, /^Proud of our town$/m);
    assert.equal(
      headerOf(
        'Inspectors’ Board\nMinutes\nInspectors’ Board Minutes\nAviary House, Room 2\n26 June 2026\nPresent\nAda Marlow (Chair)\nApologies\nBen Tarrant\n\n1. Welcome\n1. The Chair opened the meeting.\n',
      )['title'],
      'Inspectors’ Board Minutes',
    );
  });

  it('whose minutes they are and of which day, on one line; a special meeting is one of the same body', () => {
    const {
      type,
      body,
      'meeting-date': date,
      title,
    } = headerOf(
      'Adult Services Cabinet Member – minutes – 13 January 2026\n\n48 (8) ASSESSMENT OF ADULT SOCIAL SERVICES – The Service Director submitted a report.\n\nResolved – (a) That the report be endorsed.\n',
    );
    assert.deepEqual(
      { type, body, date, title },
      { type: 'minutes', body: 'Adult Services Cabinet Member', date: '2026-01-13', title: 'Adult Services Cabinet Member – minutes' },
    );
    const special = headerOf(
      'Special Meeting, Cabinet - Monday, 20th July, 2026 6.00 pm\n\nApologies For Absence\n\n\nApologies for absence were received from Councillor Dean.\n\n\nUrgent Business\n\n\nThere were no items of urgent business received.\n',
    );
    assert.deepEqual(
      [special['type'], special['body'], special['meeting-date'], special['title']],
      ['minutes', 'Cabinet', '2026-07-20', undefined],
    );
  });

  it('a header whose lines stand apart, with spaces before the colons and the title among them', () => {
    const {
      title,
      body,
      'meeting-date': date,
      'report-of': reportOf,
    } = headerOf(
      'PAPER B2\n\nPurpose : For Noting\n\nREPORT TO THE CABINET\n\nDate :              17 JANUARY 2026\n\nTitle :               THE INSPECTION OF ADULT SOCIAL CARE\n\nREPORT OF THE CABINET MEMBER FOR CARE\n\nBACKGROUND\n\n1. The inspectors came in May.\n\nRECOMMENDATIONS\n\n2. That the Cabinet approve the plan.\n',
    );
    assert.deepEqual(
      { title, body, date, reportOf },
      { title: 'THE INSPECTION OF ADULT SOCIAL CARE', body: 'Cabinet', date: '2026-01-17', reportOf: 'CABINET MEMBER FOR CARE' },
    );
  });

  it('a meeting that is to be held, and an inspectorate in the title of a council’s report', () => {
    const {
      type,
      body,
      'meeting-date': date,
    } = headerOf(
      'Calder Combined Fire Authority\n\nPlanning Committee\n\nMeeting to be held on 18 November 2026\n\nHis Majesty’s Inspectorate of Constabulary and Fire and Rescue Services (HMICFRS) Update\n\nExecutive Summary\n\nThis report tells of our inspection.\n\nRecommendation\n\nPlanning Committee are requested to endorse the update.\n\nOverview\n\nThe inspectors will come in March.\n',
    );
    assert.deepEqual({ type, body, date }, { type: 'committee-report', body: 'Planning Committee', date: '2026-11-18' });
  });

  it('a record of a decision is minutes, and has its day among its last lines', () => {
    const {
      type,
      body,
      'meeting-date': date,
    } = headerOf(
      'Decision details\n\nContract award: short breaks\n\nDecision Maker: Cabinet\n\nDecision status: Approved\n\nIs Key decision?: No\n\nReasons for the decision:\n\nTo keep the service.\n\nAlternative options considered:\n\nNone.\n\nPublication date: 01/12/2026\n\nDate of decision: 23/11/2026\n',
    );
    assert.deepEqual({ type, body, date }, { type: 'minutes', body: 'Cabinet', date: '2026-11-23' });
    assert.equal(
      headerOf('Issue - decisions\n\nImprovement Plan\n\n01/03/2026 - Improvement Plan\n\nRESOLVED -\n\n1) That the plan be endorsed.\n')[
        'type'
      ],
      'minutes',
    );
  });

  it('lines at the head of a paper that say whose it is, what it is and to whom it goes', () => {
    const {
      title,
      body,
      'meeting-date': date,
    } = headerOf(
      'Calverdale City Council\nPerformance of children’s services: the third quarter\nReport to Children’s Scrutiny Panel, 20 February 2024\n\n1. Purpose\n1.1 To present performance.\n\n2. Recommendations\n2.1 That the Panel comments on the report.\n\n3. Headlines\n3.1 Contacts rose.\n',
    );
    assert.deepEqual(
      { title, body, date },
      { title: 'Performance of children’s services: the third quarter', body: 'Children’s Scrutiny Panel', date: '2024-02-20' },
    );
    assert.equal(
      headerOf(
        'Northmoor County Council\nImprovement Plan 2024-2026\nVersion 3.2 – updated 31 October 2024\n\nRef\tAction\tLead\tDue date\n1.1\tReview all plans\tAB\t30 September 2024\n',
      )['title'],
      'Improvement Plan 2024-2026',
    );
  });

  it('“3. Headlines” over “3.1” is a heading', () =>
    assert.deepEqual(
      headingsOf(
        '1. Purpose\n1.1 To present performance.\n\n2. Recommendations\n2.1 That the Panel comments on the report.\n\n3. Headlines\n3.1 Contacts rose.\n',
      ).slice(-1),
      ['## 3. Headlines'],
    ));

  it('bullets and Roman figures in a column of their own are lists, and no tables', () => {
    const { text } = importText(
      'Main findings\n\n◼\tLeaders have been too slow.\n◼\tPlans are late.\n\nThe panel heard that:\ni.\tcaseloads had fallen;\nii.\tstaff had been found.\n',
    );
    assert.ok(!text.includes('|'), text);
    assert.match(text, /^- Leaders have been too slow\.$/m);
  });

  it('an action that a plain text tells in lines under a line of its own is not called by that line', () => {
    const { text } = importText(
      'ACTION LOG\n\nAs at 30 May 2026\n\n1. Scorecard\nAction: Produce a scorecard\nOwner: Head of Performance\nDue: 12 June 2026\n\n2. Workforce\nAction: Share the plan\nOwner: Ada Marlow\nDue: 30 June 2026\n',
    );
    assert.ok(
      text.endsWith(
        '## 1. Scorecard\n\n- Produce a scorecard\n  - Owner: Head of Performance\n  - Due: 12 June 2026\n\n## 2. Workforce\n\n- Share the plan\n  - Owner: Ada Marlow\n  - Due: 30 June 2026\n',
      ),
      text,
    );
  });
  it('recommendations numbered or labelled line by line are paragraphs of their own', () => {
    const { text } = importText(
      'Recommendations\n\n(1) That the outcome be noted;\n(2) That the plan be approved.\n\nReview\n\nR1 That the Cabinet adopts a strategy.\nR2 That allowances be raised.\n',
    );
    assert.match(text, /noted;\n\n\(2\) That/);
    assert.match(text, /strategy\.\n\nR2 That/);
  });

  it('the author over the title and the rest of the header under it', () => {
    const header = headerOf(
      'Report author: Owen Pritchard\nTel: 01632 960777\n\nResponse to the focused visit\n\nDate: 18 October 2026\nReport of: Director of Children and Families\nReport to: Scrutiny Board\n\nRecommendations\n\na) The Board is asked to comment on the letter.\n',
    );
    assert.equal(header['author'], 'Owen Pritchard');
    assert.equal(header['report-of'], 'Director of Children and Families');
    assert.equal(header['meeting-date'], '2026-10-18');
  });

  it('whose report it is says so in a line, and heads nothing', () =>
    assert.deepEqual(
      headingsOf('Updated Improvement Plan\n\nReport of the Head of Children’s Social Care\n\nThe Committee considered the report.\n'),
      ['# Updated Improvement Plan'],
    ));
});

describe('the decision of an ombudsman', () => {
  const findings =
    'What I found\n\nWe found that the plan was late. Our inspection of the records shows it. I recommend that the Council says sorry to Ms X.\n\nAgreed action\n\nThe Council will pay Ms X £200 within a month of my decision.\n\nFinal decision\n\nI have ended the investigation, and uphold the complaint.\n';
  const decision = `26 March 2026\n\nComplaint reference:\n25 999 123\n\nComplaint against:\nNorthmere Council\n\nThe Ombudsman’s final decision\n\nSummary: Ms X complains that a plan for her son was late.\n\nThe complaint\n\nMs X complains about the Council.\n\nThe Ombudsman’s role and powers\n\nWe look at what councils do wrong.\n\nHow I considered this complaint\n\nI read what Ms X sent.\n\n${findings}`;
  const report = `Report by the Local Government and Social Care Ombudsman\n\nInvestigation into a complaint about Northmere Council\n(reference number: 25 999 124)\n\nKey to names used\n\nMs Y The complainant\n\nReport summary\n\nWe found fault.\n\nRecommendations\n\nThe Council must consider this report.\n\nBackground\n\nMs Y has a son.\n\nThe complaint\n\nMs Y complains.\n\nConclusion\n\nThere was fault.\n\nDecision\n\nWe have completed our investigation.\n`;
  it('is no letter or report of inspectors, and no report to a committee', () => {
    for (const paper of [decision, report]) assert.equal(headerOf(paper)['type'], undefined, paper.slice(0, 40));
  });
  it('that a council reports on is a report', () =>
    assert.equal(
      headerOf(
        `Northmere Council\n\nAudit Committee\n\n10 March 2026\n\nReport of the Monitoring Officer\n\nReport by the Ombudsman\n\nSummary\n\nThe Local Government and Social Care Ombudsman has found fault.\n\nRecommendations\n\nThe Committee is asked to note the decision.\n\nThe complaint\n\nMs Y complained.\n\nFinancial implications\n\n£200.\n`,
      )['type'],
      'committee-report',
    ));
  it('takes nothing from an inspection report that names the Ombudsman', () =>
    assert.equal(
      headerOf(
        'Inspection of Northmere children’s services\n\nInspection dates: 1 to 5 June 2026\nLead inspector: Ada Marlow, His Majesty’s Inspector\n\nMain findings\n\nWe found that complaints go to the Local Government and Social Care Ombudsman.\n\nWhat we found\n\nPlans are good.\n\nWhat needs to improve\n\nThe timeliness of plans.\n',
      )['type'],
      'inspection-letter',
    ));
});

describe('the title of a plain text whose head is a few lines under each other', () => {
  const titleOf = (
    head: string,
    body = 'Summary\n\nInspectors wrote a letter.\n\nRecommendations\n\nThe Panel is asked to note the letter.\n',
  ) => {
    const { title, body: whose, 'meeting-date': day } = headerOf(`${head}\n\n${body}`);
    return [title, whose, day].filter((value) => value !== undefined);
  };
  it('stands over or under the body and its day', () => {
    for (const head of [
      'Scrutiny Panel, 10 March 2026\nResponse to the focused visit',
      'Response to the focused visit\nScrutiny Panel – Tuesday 10 March 2026',
    ])
      assert.deepEqual(titleOf(head), ['Response to the focused visit', 'Scrutiny Panel', '2026-03-10'], head);
  });
  it('stands over a month, or fields', () => {
    assert.deepEqual(
      titleOf('Improvement plan\nMarch 2026', 'Actions\n\nAction\tOwner\tDue\nRecruit three\tHead of Service\t31 July 2026\n'),
      ['Improvement plan'],
    );
    const { text } = importText(
      'Response to the focused visit\nAuthor: Ada Marlow\nVersion: 2\n\nSummary\n\nInspectors wrote a letter.\n\nRecommendations\n\nThe Panel is asked to note the letter.\n',
    );
    const { title, author, version } = frontMatter(text);
    assert.deepEqual([title, author, version], ['Response to the focused visit', 'Ada Marlow', '2']);
  });
  it('may speak of a month that could be a verb', () => {
    assert.deepEqual(titleOf('The response of the council to\nthe focused visit of May 2026'), [
      'The response of the council to the focused visit of May 2026',
    ]);
    assert.deepEqual(titleOf('Members may ask for the letter'), []);
  });
});
