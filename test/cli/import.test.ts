import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { cleanText } from '../../server/src/conversion/import/plain-text/clean-text.ts';
import { wordsOf } from '../../server/src/conversion/words.ts';
import type { ImportOptions } from '../../server/src/conversion/import/import-paper.ts';
import { importText } from '../../server/src/conversion/import/plain-text/plain-text.ts';
import { matchesGolden } from '../golden.ts';
import { frontMatter, missingWords } from '../library/import/words.ts';

const papers = join(import.meta.dirname, '../fixtures/papers-as-text');
const read = (name: string): string => readFileSync(join(papers, `${name}.txt`), 'utf8');

function lostWords(source: string, options?: ImportOptions): string[] {
  const { text, removed } = importText(source, options);
  return missingWords(wordsOf(cleanText(source).lines.join('\n')), [...wordsOf(text), ...removed.flatMap(wordsOf)]);
}

/** The text behind the front matter. */
const body = (source: string, options?: ImportOptions): string => importText(source, options).text.replace(/^---\n[^]*?\n---\n\n?/, '');
const headings = (text: string): string[] => text.split('\n').filter((line) => /^#+ /.test(line));

describe('import of plain text', () => {
  describe('papers of the five shapes', () => {
    for (const file of readdirSync(papers)) {
      const name = file.replace(/\.txt$/, '');
      it(`${name}: the whole document`, () => {
        const { text } = importText(read(name), { fileName: file });
        matchesGolden(text, `import/${name}.md`);
      });
      it(`${name}: no word is lost`, () => {
        assert.deepEqual(lostWords(read(name), { fileName: file }), []);
      });
      it(`${name}: importing the result changes nothing`, () => {
        const { text } = importText(read(name), { fileName: file });
        assert.equal(importText(text).text, text);
        assert.equal(importText(text, { fileName: 'x.txt', type: 'minutes' }).text, text);
      });
    }

    it('a panel report: kind, style, title in capitals as written, dates, what the inspection was', () => {
      const { text, type, houseStyle, removed } = importText(read('northmere-panel'));
      assert.equal(type, 'committee-report');
      assert.equal(houseStyle, 'worcestershire-panel');
      assert.deepEqual(frontMatter(text), {
        type: 'committee-report',
        'house-style': 'worcestershire-panel',
        title: 'FOSTERING AND ADOPTION – OFSTED MONITORING VISIT OUTCOME',
        body: 'Children and Families Overview and Scrutiny Panel',
        'meeting-date': '2026-02-04',
        inspection: {
          inspectorate: 'Ofsted',
          event: 'monitoring visit',
          number: 3,
          visited: '2025-12-02/2025-12-03',
          published: '2026-01-09',
        },
      });
      assert.deepEqual(removed, ['04 FEBRUARY 2026']);
      assert.deepEqual(
        headings(text).filter((line) => line.startsWith('## ')),
        [
          '## Summary',
          '## Background',
          '## Feedback from the Ofsted Monitoring Visit – No.3',
          '## Next Steps',
          '## Purpose of the Meeting',
          '## Supporting Information',
          '## Contact Points',
          '## Background Papers',
        ],
      );
    });

    it('supplementary papers: the agenda and the letter behind it are told apart, each with its own date', () => {
      const { text, type, removed } = importText(read('aldersham-supplementary'));
      assert.equal(type, 'agenda');
      const values = frontMatter(text);
      assert.equal(values['published'], '2026-03-02');
      assert.equal(values['meeting-date'], '2026-03-10');
      assert.deepEqual(values['inspection'], {
        inspectorate: 'Ofsted',
        event: 'focused visit',
        visited: '2026-02-10/2026-02-11',
        'letter-dated': '2026-03-06',
      });
      assert.ok(headings(text).includes('## Appendix 1: Letter about the Focused Visit'));
      assert.ok(
        text.indexOf('## Appendix 1') < text.indexOf('\n6 March 2026\n') && text.indexOf('\n6 March 2026\n') < text.indexOf('Dear Anna'),
        'the date line of the letter stays in it',
      );
      assert.ok(text.includes('| Item No | Subject | Page No |\n| --- | --- | --- |\n| 7 |'));
      assert.deepEqual(removed, ['This page is intentionally left blank']);
    });

    it('a sentence that a page may have split stays split, so that it is reported', () => {
      assert.ok(importText(read('aldersham-supplementary')).text.includes('by a social worker, and\n\nhow the manager'));
      assert.ok(importText(read('thornby-scrutiny')).text.includes('still weigh on\n\nthe work of every team'));
    });

    it('minutes from a committee web page: lettered paragraphs, findings in Roman figures, the cut-off text, the date as written', () => {
      const { text, type, houseStyle, removed } = importText(read('wexcombe-minutes'));
      assert.equal(type, 'minutes');
      assert.equal(houseStyle, 'nottingham-scrutiny');
      assert.deepEqual(text.match(/^(?:[a-z]\)|[ivx]+\.) /gm), ['a) ', 'b) ', 'c) ', 'i. ', 'ii. ', 'iii. ', 'iv. ']);
      assert.ok(text.endsWith('those who ... view the full minutes text for item 14\n'));
      assert.ok(text.includes('Meeting: 05/02/2026 - Children'));
      assert.equal(frontMatter(text)['meeting-date'], '2026-02-05');
      assert.equal(frontMatter(text)['agenda-item'], 14);
      assert.deepEqual(removed, ['Issue - meetings', 'pdf icon PDF 88 KB', 'Additional documents:', 'Minutes:']);
    });

    it('a header table with two meetings: every field', () => {
      const { text } = importText(read('brackenfield-board'));
      assert.deepEqual(frontMatter(text), {
        type: 'committee-report',
        'house-style': 'sefton',
        title: 'Ofsted Focused Visit',
        body: ['Health and Wellbeing Board', "Overview and Scrutiny Committee (Children's Services and Safeguarding)"],
        'meeting-date': ['2026-03-11', '2026-03-24'],
        'report-of': "Executive Director of Children's Services",
        portfolio: 'Children and Schools',
        wards: 'All Wards',
        'key-decision': 'no',
        'forward-plan': 'no',
        exempt: 'no',
        inspection: { inspectorate: 'Ofsted', event: 'focused visit', published: '2026-02-04' },
      });
      assert.deepEqual(
        headings(text).filter((line) => /\d/.test(line)),
        [
          '## 1. Introduction',
          '## 2. Identified areas of Priority Action and areas of Improvement',
          '### 2.1 Areas for priority action',
          '### 2.2 What needs to improve in this area of social work practice',
          '### 2.3 Strengths that the inspectors saw:',
          '### 2.3 Actions that were taken after the visit:',
          '## 3. Conclusion',
        ],
      );
      assert.ok(text.includes('| Have a neutral impact | \u03A5 |'), 'the Greek letter is left for the check to find');
      assert.ok(text.includes('training for report authors | N |'), 'a wrapped cell is one cell');
    });

    it('a header table whose values stand on the next line: fields and sections', () => {
      const { text } = importText(read('thornby-scrutiny'));
      assert.deepEqual(frontMatter(text), {
        type: 'committee-report',
        'house-style': 'gloucestershire-scrutiny',
        title: 'Letter about the Ofsted visit',
        body: 'Children and Families Scrutiny Committee',
        author: "Una Thorne, Director of Children's Services",
        'decision-type': 'information',
        inspection: { inspectorate: 'Ofsted', event: 'monitoring visit', number: 2 },
      });
      assert.deepEqual(headings(text), [
        '# Letter about the Ofsted visit',
        '## Purpose of Report',
        '## Key Issues',
        '## Recommendations to the Committee',
        '## Financial/Resource Implications',
        '## Report',
        '## 1. Ofsted Monitoring visit',
        '## 2. Recovery Plan',
      ]);
      assert.ok(!text.includes('<p>'));
      assert.ok(text.includes('\n- 12.5 per cent of assessments come late\n'), 'a figure is no paragraph number');
      assert.deepEqual(text.match(/^\d\.\d\. /gm), ['1.1. ', '1.2. ', '1.3. ', '1.4. ', '1.5. ', '1.6. ', '2.1. ', '2.2. ', '2.3. ']);
    });
  });

  describe('what is never guessed', () => {
    it('the kind of an unknown shape is not said in its header, and the notes tell so', () => {
      const { text, houseStyle, notes } = importText('Some words about nothing much.\n');
      assert.deepEqual(frontMatter(text), { 'house-style': 'generic' });
      assert.equal(houseStyle, 'generic');
      assert.match(notes.join('\n'), /could not be told.* Write it at the top, behind “type:”, if you know it\./);
      assert.match(
        notes.join('\n'),
        /No house style was recognised.* Write another one at the top, behind “house-style:”, if you know it\./,
      );
      assert.match(
        importText('Some words.\n', { advice: { type: 'Say --type.', houseStyle: '' } }).notes.join('\n'),
        /could not be told.* Say --type\./,
      );
      assert.match(notes.join('\n'), /No title was found/);
    });
    it('what the officer says goes before what was recognised', () => {
      const { type, houseStyle } = importText(read('northmere-panel'), { type: 'action-plan', houseStyle: 'sefton' });
      assert.equal(type, 'action-plan');
      assert.equal(houseStyle, 'sefton');
    });
    it('two statements that differ give no fact', () => {
      const text =
        'REPORT ON A MONITORING VISIT\n\nSummary\n\nThe Ofsted monitoring visit took place on 2 March 2026. It is said that the monitoring visit took place on 3 March 2026.\n\nRecommendations\n\nTo comment.\n';
      assert.equal((frontMatter(importText(text).text)['inspection'] as Record<string, unknown>)['visited'], undefined);
    });
    it('a visit that is still to come is no visit', () => {
      const text = 'OFSTED MONITORING VISIT\n\nSummary\n\nThe next monitoring visit will be carried out on 2 March 2027.\n';
      assert.equal((frontMatter(importText(text).text)['inspection'] as Record<string, unknown>)['visited'], undefined);
    });
    it('a day that no calendar has is no date', () => {
      assert.equal(
        frontMatter(importText('SCRUTINY COMMITTEE FOR CHILDREN\n\nTITLE OF IT\n\nDate of Issue: 31 June 2026\n').text)['published'],
        undefined,
      );
    });
    it('what the header form says goes before a title or committee above it, which stays in the text', () => {
      const { text } = importText(
        'SCRUTINY PANEL FOR CHILDREN 3 MARCH 2026\n\nOUR IMPROVEMENT\n\nSubject:\tThe letter\nReport to:\tCabinet\nDate of Meeting:\t4 March 2026\n',
      );
      assert.deepEqual(
        [frontMatter(text)['title'], frontMatter(text)['body'], frontMatter(text)['meeting-date']],
        ['The letter', 'Cabinet', '2026-03-04'],
      );
      assert.ok(text.includes('SCRUTINY PANEL FOR CHILDREN 3 MARCH 2026') && text.includes('OUR IMPROVEMENT'));
    });
    it('a header label that nobody knows stays in the text and is named', () => {
      const { text, notes } = importText('Report to:\tCabinet\nSubject:\tThe letter\nShoe size of the mayor:\t44\n\nSummary\n\nWords.\n');
      assert.ok(text.includes('Shoe size of the mayor: 44'));
      assert.match(notes.join('\n'), /“Shoe size of the mayor”/);
    });
  });

  describe('page furniture', () => {
    it('page numbers go where they are certain', () => {
      assert.equal(body('One.\n\nPage 3 of 12\n\nTwo.\n'), 'One.\n\nTwo.\n');
      assert.equal(body('One.\n\n4\n\fTwo.\n'), 'One.\n\nTwo.\n');
    });
    it('a lone number that may mean something stays', () => {
      assert.equal(
        body('The number of posts is\n\n4\n\nof which two are filled.\n'),
        'The number of posts is\n\n4\n\nof which two are filled.\n',
      );
    });
    it('a sentence is joined over a page break that is certain', () => {
      const source = 'The inspectors read the records of forty children and spoke to their\n\n3\n\f\nsocial workers.\n';
      assert.equal(body(source), 'The inspectors read the records of forty children and spoke to their\nsocial workers.\n');
      assert.deepEqual(lostWords(source), []);
    });
    it('running heads, markings and bullets on lines of their own', () => {
      const page = (text: string, number: number) => `Northmere plan\n\n${text}\n\nOFFICIAL\n${number}\n\f`;
      const { text, removed } = importText(page('First.', 1) + page('Second.', 2) + page('•\nThird', 3));
      assert.equal(text.replace(/^---[^]*?\n---\n\n/, ''), 'First.\n\nSecond.\n\n- Third\n');
      assert.deepEqual([...new Set(removed)].sort(), ['1', '2', '3', 'Northmere plan', 'OFFICIAL']);
    });
    it('soft hyphens, no-break spaces, tags and rulers go', () => {
      assert.equal(
        body('<p>The in\u00ADspec\u00ADtion&nbsp;took\u00A0place.</p>\n\n_______\n\n<div>More</div>\n'),
        'The inspection took place.\n\nMore\n',
      );
    });
  });

  describe('text that Markdown would take for something else', () => {
    const same: readonly (readonly [string, string])[] = [
      ['# 3 on the list', '\\# 3 on the list'],
      ['> 20 cases', '\\> 20 cases'],
      ['``` is what it says', '\\``` is what it says'],
      ['[note]: see below', '\\[note]: see below'],
      ['The form <name of child> is used.', 'The form \\<name of child> is used.'],
      ['See <https://council.example/a>.', 'See <https://council.example/a>.'],
      ['It is **bold** and _slanted_, costs £5 * 3 and is 5 < 6.', 'It is **bold** and _slanted_, costs £5 * 3 and is 5 < 6.'],
      ['Line one of it.\n===\n---', 'Line one of it.'],
      ['\tIndented by a tab.', 'Indented by a tab.'],
    ];
    for (const [source, expected] of same) {
      it(JSON.stringify(source), () => assert.equal(body(`${source}\n`).trimEnd(), expected));
    }
    it('the columns of a plan head its table; a table without a header row gets none made up', () => {
      assert.equal(
        body('\tAction\tLead\tBy when\n1.\tHire\tHead of Service\tMay\n'),
        '|  | Action | Lead | By when |\n| --- | --- | --- | --- |\n| 1. | Hire | Head of Service | May |\n',
      );
      assert.equal(body('Red\t3\nGreen\t4\n'), '|  |  |\n| --- | --- |\n| Red | 3 |\n| Green | 4 |\n');
    });
    it('bullets of every shape are list items, an inner one an inner item', () => {
      assert.equal(body('Three:\n\n• one\n• two\n  ◦ within two\n▪ three\n'), 'Three:\n\n- one\n- two\n  - within two\n- three\n');
    });
    it('a dash at the start of a wrapped line is a dash', () => {
      assert.equal(
        body('The council said that it would\n– after some delay – reply.\n'),
        'The council said that it would\n– after some delay – reply.\n',
      );
    });
    it('numbered items of a list stay items and become no headings', () => {
      assert.equal(
        body('Recommendations\n\n1. Note the letter\n\n2. Agree the plan\n'),
        '## Recommendations\n\n1. Note the letter\n\n2. Agree the plan\n',
      );
      assert.equal(
        body('Recommendations\n1. Note the letter\n2. Agree the plan\n'),
        '## Recommendations\n\n1. Note the letter\n2. Agree the plan\n',
      );
    });
  });

  describe('what already is a document', () => {
    const document = '---\ntype: action-plan\ntitle: "A: b"\n---\n\n# A\n\n* one\n+ two\n\n\tcode\n';
    it('comes back unchanged, whatever its file name', () => {
      for (const fileName of [undefined, 'a.md', 'a.txt', 'a.plan.md'])
        assert.equal(importText(document, fileName === undefined ? {} : { fileName }).text, document);
      assert.equal(importText(`\uFEFF${document.replaceAll('\n', '\r\n')}`).text, `\uFEFF${document.replaceAll('\n', '\r\n')}`);
    });
    it('is also a file whose name says its kind', () => {
      assert.equal(importText('# Plan\n\n- one\n', { fileName: 'ours.plan.md' }).text, '# Plan\n\n- one\n');
    });
    it('other Markdown gets front matter and is not touched otherwise', () => {
      const source = '# Report\n\n## Recommendations\n\n* To comment on it.\n';
      assert.ok(importText(source, { fileName: 'report.md' }).text.endsWith(`---\n\n${source}`));
    });
    it('front matter of another kind is kept, with the missing keys put before it', () => {
      const { text } = importText('---\nlayout: page\ntitle: Mine\n---\n\nText.\n', { fileName: 'x.md' });
      assert.equal(text, '---\nhouse-style: generic\nlayout: page\ntitle: Mine\n---\n\nText.\n');
    });
  });

  describe('bad input', () => {
    for (const [name, source] of Object.entries({
      empty: '',
      blank: ' \n\t\n\n',
      'a byte-order mark alone': '\uFEFF',
      NUL: 'a\u0000b',
      'half a surrogate pair': 'a \uD800 b',
      'mixed line ends': 'a\rb\r\nc\n\n\u2028d',
      'broken front matter': '---\n: : {\n---\n\nText',
    })) {
      it(name, () =>
        assert.deepEqual(
          lostWords(source).filter((word) => !/\uFFFD/.test(word)),
          [],
        ),
      );
    }
    it('long text of one kind: brackets, tabs, numbers, single letters', () => {
      for (const piece of [
        'word ',
        '<p ',
        '\t',
        '1. ',
        '- ',
        '1.1 a\n',
        '<',
        '[a]: ',
        'a\n\n',
        '(',
        ' ',
        '“',
        'May 2026 ',
        'Dear A\n\n',
        'No\t',
        'x\t\n',
        'Head\f\n',
        '\tx',
        '•\n',
      ]) {
        assert.ok(importText(piece.repeat(Math.floor(50_000 / piece.length))).text.length > 0);
      }
      // One row as wide as the text is long, and many short ones.
      const { text } = importText(`${'a\t'.repeat(20_000)}\n${'b\tc\n'.repeat(20_000)}`);
      assert.ok(text.length < 500_000);
    });
  });

  describe('properties', () => {
    const lines = readdirSync(papers).flatMap((file) => readFileSync(join(papers, file), 'utf8').split('\n'));
    const line = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...lines) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          '',
          '',
          '\f',
          '7',
          '- ',
          '1. A',
          ' - 1.1. B',
          'a) c',
          'i. d',
          'Summary',
          'x\ty',
          '<p>',
          '---',
          '# x',
          'Dear Sir',
          'Yours sincerely',
        ),
      },
    );
    const text = fc.array(line, { maxLength: 40 }).map((parts) => parts.join('\n'));

    it('loses no word and throws on nothing', () => {
      fc.assert(
        fc.property(text, (source) => assert.deepEqual(lostWords(source), [])),
        { numRuns: 150 },
      );
    });
    it('loses no word of any beginning of a paper', () => {
      for (const file of readdirSync(papers)) {
        const source = readFileSync(join(papers, file), 'utf8');
        for (let end = 0; end < source.length; end += 211) assert.deepEqual(lostWords(source.slice(0, end)), [], `${file} up to ${end}`);
      }
    });
    it('gives a document that comes back unchanged', () => {
      fc.assert(
        fc.property(text, (source) => {
          const once = importText(source).text;
          assert.equal(importText(once).text, once);
        }),
        { numRuns: 60 },
      );
    });
  });
});
