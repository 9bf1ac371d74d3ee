import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanText } from '../../server/src/conversion/import/plain-text/clean-text.ts';
import { wordsOf } from '../../server/src/conversion/words.ts';
import { importText } from '../../server/src/conversion/import/plain-text/plain-text.ts';
import { polarities, readPaper, wordsUnder, type Paper } from './paper.ts';

// The five papers that the product was made from belong to others and stay out of the repository: they are read where they lie beside it.
const seeds = join(import.meta.dirname, '../../../shared/seeds');

function readSeed(number: string): Promise<Paper> {
  const file = readdirSync(seeds).find((name) => name.startsWith(`${number}_`))!;
  return readPaper(readFileSync(join(seeds, file), 'utf8'), file);
}

describe('the five papers: import, model, check, deadlines', function () {
  const papers = new Map<string, Paper>();
  const paper = (number: string): Paper => papers.get(number)!;
  before(async function () {
    if (!existsSync(seeds)) {
      console.log('    skipped: the papers are not beside this checkout (../shared/seeds)');
      this.skip();
    }
    for (const number of ['000', '001', '002', '003', '004']) papers.set(number, await readSeed(number));
  });

  it('no word of any is lost', () => {
    for (const file of readdirSync(seeds)) {
      const source = readFileSync(join(seeds, file), 'utf8');
      const { text, removed } = importText(source, { fileName: file });
      const left = new Map<string, number>();
      for (const word of [...wordsOf(text), ...removed.flatMap(wordsOf)]) left.set(word, (left.get(word) ?? 0) + 1);
      for (const word of wordsOf(cleanText(source).lines.join('\n'))) {
        const count = left.get(word) ?? 0;
        assert.ok(count > 0, `${file}: ${word}`);
        left.set(word, count - 1);
      }
    }
  });

  describe('000, a panel report', () => {
    it('eight headings with their roles', () => {
      assert.deepEqual(
        paper('000')
          .model.sections.filter(({ level }) => level === 2)
          .map(({ heading, role }) => [heading, role]),
        [
          ['Summary', 'summary'],
          ['Background', 'background'],
          ['Feedback from Ofsted Monitoring Visit – No.7', 'key-issues'],
          ['Next Steps', 'next-steps'],
          ['Purpose of the Meeting', 'recommendations'],
          ['Supporting Information', 'appendices'],
          ['Contact Points', 'contact'],
          ['Background Papers', 'background-papers'],
        ],
      );
    });
    it('paragraphs 1 to 12', () => {
      assert.deepEqual(
        paper('000').model.paragraphs.map(({ number }) => number),
        Array.from({ length: 12 }, (_, index) => String(index + 1)),
      );
    });
    it('three acts are asked of the panel', () => {
      assert.deepEqual(
        paper('000').model.recommendations.map(({ body, verb }) => [body, verb]),
        ['note', 'determine', 'agree'].map((verb) => ['The Children and Families Overview and Scrutiny Panel', verb]),
      );
    });
    it('kind, style, title as written, dates', () => {
      const { type, houseStyle, title, frontMatter } = paper('000').model;
      assert.deepEqual([type, houseStyle], ['committee-report', 'worcestershire-panel']);
      assert.match(title!, /^[^a-z]+ OFSTED MONITORING VISIT FEEDBACK$/);
      assert.deepEqual(frontMatter['inspection'], {
        inspectorate: 'Ofsted',
        event: 'monitoring visit',
        number: 7,
        visited: '2019-01-08/2019-01-09',
        published: '2019-01-31',
      });
    });
    it('the empty link and the missing list of background papers are reported, the visits and the appendix are not', () => {
      assert.equal(wordsUnder(paper('000'), 'language/empty-link').length, 1);
      assert.equal(wordsUnder(paper('000'), 'structure/background-papers').length, 1);
      for (const rule of [
        'structure/missing-appendix',
        'structure/count-mismatch',
        'structure/paragraph-number',
        'dates/impossible-date',
        'structure/missing-recommendations',
        'structure/missing-section',
        'structure/missing-field',
      ]) {
        assert.deepEqual(wordsUnder(paper('000'), rule), [], rule);
      }
      assert.match(paper('000').text, /\n\[[^\]]+ here\.\]\(#\)\n$/);
    });
  });

  describe('001, supplementary papers', () => {
    it('the agenda and the letter are told apart', () => {
      const { type, sections, frontMatter } = paper('001').model;
      assert.equal(type, 'agenda');
      const letter = sections.find(({ heading }) => heading.startsWith('Appendix 1'))!;
      const inside = sections.filter(({ line, endLine }) => line > letter.line && endLine <= letter.endLine).map(({ heading }) => heading);
      assert.deepEqual(inside.slice(1), ['Areas covered by the visit', 'Evaluation and Progress']);
      assert.ok(sections.find(({ heading }) => heading === 'Membership')!.endLine < letter.line);
      assert.equal(frontMatter['published'], '2018-05-08');
      assert.equal(frontMatter['meeting-date'], '2018-05-16');
      assert.deepEqual(frontMatter['inspection'], {
        inspectorate: 'Ofsted',
        event: 'monitoring visit',
        number: 4,
        visited: '2018-04-18/2018-04-19',
        'letter-dated': '2018-05-14',
      });
    });
    it('the letter is later than the agenda', () => assert.deepEqual(wordsUnder(paper('001'), 'dates/late-paper'), ['14 May 2018']));
    it('five clear working days are enough', () => {
      assert.deepEqual(wordsUnder(paper('001'), 'dates/clear-days'), []);
      assert.ok(paper('001').deadlines.some(({ date, what }) => date === '2018-05-08' && what.startsWith('Publish the papers')));
    });
    it('the broken paragraph is found', () => {
      assert.equal(wordsUnder(paper('001'), 'structure/broken-paragraph').length, 1);
      assert.match(paper('001').text, /, and this\n\nlimits /);
    });
  });

  describe('002, minutes', () => {
    it('lettered paragraphs and eight areas for improvement', () => {
      assert.deepEqual(
        paper('002').model.paragraphs.map(({ number }) => number),
        ['a', 'b', 'c', 'd', 'e', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii'],
      );
      assert.equal(paper('002').model.findings.length, 8);
      assert.equal(polarities(paper('002'), 'improvement'), 8);
      assert.deepEqual(
        [paper('002').model.type, paper('002').model.houseStyle, paper('002').model.frontMatter['meeting-date']],
        ['minutes', 'nottingham-scrutiny', '2022-11-03'],
      );
    });
    it('the cut-off text and the all-figure date are found', () => {
      assert.ok(wordsUnder(paper('002'), 'structure/placeholder').some((words) => words.includes('view the full minutes')));
      assert.deepEqual(wordsUnder(paper('002'), 'dates/date-style'), ['03/11/2022']);
    });
  });

  describe('003, a report to two bodies', () => {
    it('the header table is the front matter', () => {
      assert.deepEqual(paper('003').model.frontMatter, {
        type: 'committee-report',
        'house-style': 'sefton',
        title: 'Ofsted Focussed Visit Item',
        body: ['Health and Wellbeing Board', "Overview and Scrutiny Committee (Children's Services and Safeguarding)"],
        'meeting-date': ['2021-06-09', '2021-07-06'],
        'report-of': "Interim Executive Director of Children's Social Care and Education",
        portfolio: "Children's Social Care",
        wards: 'All Wards',
        'key-decision': 'no',
        'forward-plan': 'no',
        exempt: 'no',
        inspection: { inspectorate: 'Ofsted', event: 'focused visit', published: '2021-05-10' },
      });
    });
    it('three findings for improvement and two for priority action', () => {
      assert.equal(polarities(paper('003'), 'improvement'), 3);
      assert.equal(polarities(paper('003'), 'priority'), 2);
      assert.deepEqual(wordsUnder(paper('003'), 'structure/count-mismatch'), []);
    });
    it('the second 2.3, the request that is none, the dotted references and the Greek letter are found', () => {
      assert.deepEqual(wordsUnder(paper('003'), 'structure/paragraph-number'), ['2.3']);
      assert.deepEqual(wordsUnder(paper('003'), 'recommendations/no-verb'), ["This paper is for the Board's information."]);
      assert.deepEqual(wordsUnder(paper('003'), 'structure/placeholder'), ['FD 6400/21.....', 'LD.4601/21.....']);
      assert.deepEqual(wordsUnder(paper('003'), 'language/confusable-character'), ['\u03A5']);
      assert.deepEqual(wordsUnder(paper('003'), 'accessibility/table-header'), []);
    });
    it('20 and 70 working days from 10 May 2021', () => {
      assert.deepEqual(
        paper('003')
          .deadlines.filter(({ from }) => from === '2021-05-10')
          .map(({ date }) => date),
        ['2021-06-08', '2021-08-17'],
      );
    });
  });

  describe('004, a report with a plan', () => {
    it('the header table', () => {
      const { type, houseStyle, title, frontMatter } = paper('004').model;
      assert.deepEqual([type, houseStyle, title], ['committee-report', 'gloucestershire-scrutiny', 'Ofsted Outcome letter']);
      assert.match(String(frontMatter['author']), /, Director of Children's Services$/);
      assert.equal(frontMatter['decision-type'], 'information');
      assert.equal(frontMatter['body'], 'Children and Families Scrutiny Committee');
    });
    it('nine findings for improvement and ten strengths', () => {
      assert.equal(polarities(paper('004'), 'improvement'), 9);
      assert.equal(polarities(paper('004'), 'strength'), 10);
    });
    it('seven actions, none with an owner of its own and a date, reported once', () => {
      assert.deepEqual(
        paper('004').model.actions.map(({ owner, due }) => [owner, due]),
        Array.from({ length: 7 }, () => [null, null]),
      );
      assert.equal(wordsUnder(paper('004'), 'actions/missing-owner').length, 1);
      assert.equal(wordsUnder(paper('004'), 'actions/missing-due').length, 1);
    });
    it('six targets, one of them not a percentage', () => {
      assert.equal(paper('004').model.measures.length, 6);
      assert.deepEqual(wordsUnder(paper('004'), 'measures/malformed-percentage'), ['8/5%']);
    });
  });
});
