import assert from 'node:assert/strict';
import { quotationsIn } from '../../server/src/language/model/words/quotations.ts';
import { findSpellings } from '../../server/src/language/model/words/spellings.ts';
import type { Passage } from '../../server/src/language/rules/passages.ts';
import { indexPhrases, phrasesIn } from '../../server/src/language/rules/phrases.ts';
import { repeatedWords, sentencesOf } from '../../server/src/language/rules/sentences.ts';
import { findingsOf, fixedBy } from './harness.ts';

const passage = (text: string): Passage => ({ words: { start: 0, text }, form: 'paragraph', notOwn: [] });

const rulesOfWords = [
  'capitals',
  'latin-abbreviation',
  'mixed-spelling',
  'long-sentence',
  'hard-word',
  'words-about-children',
  'doubled-word',
].map((name) => `language/${name}`);
const everythingOn = `//- /.inspection-response.json\n${JSON.stringify({ rules: Object.fromEntries(rulesOfWords.map((name) => [name, 'warning'])) })}\n`;

/** What the rules about words find in a report, all of them switched on. */
async function wordsFoundIn(text: string, name = '/northmere.report.md'): Promise<string[]> {
  const lines = await findingsOf(`//- ${name}\n${text}\n${everythingOn}`);
  return lines.filter((line) => rulesOfWords.some((rule) => line.endsWith(` ${rule}`))).map((line) => line.replace(/^\S+ \d+-\d+ /, ''));
}

describe('right passages that the rules about words leave alone', () => {
  const right: Readonly<Record<string, string>> = {
    'a title of the form in capitals': '# CHILDREN’S SERVICES: VISIT BY INSPECTORS, e.g. PRIOR TO A RE-INSPECTION',
    'headings in bold and before a colon': '**IMPLICATIONS THAT MUST BE CONSIDERED**\n\nSummary: all is well.',
    'a marking that the law asks for': 'NOT FOR PUBLICATION BY VIRTUE OF PARAGRAPHS 1 AND 2 OF SCHEDULE 12A',
    'a decision as minutes write it': 'The Committee RESOLVED that the plan be agreed. It was AGREED by all.',
    'acronyms beside each other': 'The MASH, the LADO and NHS ICB met SEND and EHCP leads.',
    'an answer in capitals in a table': '| Question | Answer |\n| --- | --- |\n| Is this a key decision? | NO |\n| Wards | ALL |',
    'initials that look like a note': 'NB to circulate the minutes. NB will ask schools.',
    'a network address and a file name': 'See www.northmere.ie, notes.eg.pdf and help@etc.example.',
    'the inspectors’ words in quotation marks':
      'Inspectors said: “Prior to the visit, ALL staff MUST utilise the tool, e.g. weekly, in order to to learn.”',
    'the inspectors’ words in single quotation marks':
      "Ofsted found that 'siblings in placement, i.e. looked after children, were safe prior to the visit'.",
    'a quotation of several paragraphs':
      'The letter says:\n\n“Staff utilise the tool prior to visits.\n\n“Children’s siblings are seen, e.g. weekly.”',
    'a quoted block': '> Siblings in foster placements are seen prior to reviews, etc.',
    'what inspectors asked for': '## Areas for improvement\n\n- The recording of contact arrangements prior to reviews, e.g. for siblings.',
    'a title in italics or in a link':
      'Read *Moving forward, in order to improve* and [Prior to Placement: siblings etc.](https://northmere.example/siblings).',
    code: 'The field is called `siblings prior to placement etc.` in the system.',
    'the full name of a short form': 'We asked the Looked After Children (LAC) Team and the Personal Adviser for Care Leavers.',
    'names of bodies and posts': 'The Remuneration Panel, the Siblings Project and the Respite Care Board met the Judgment Review Group.',
    'background papers and contacts':
      '## Background papers\n\n- Letter to looked after children prior to the visit, etc.\n\n## Contact\n\nNB, Head of Respite, tel. 01234 567890',
    'other meanings of contact, case, placement and home':
      'A contact reached the front door. In that case the case file is read. Students on work placements help. The court made a placement order, and case law is clear.',
    'a court’s judgment in a report about a judgement': 'Ofsted’s judgement stands. The court handed down its judgment in May.',
    'an attributive hyphen that belongs there':
      'The long-term plan is for the long term, and decision-making bodies like good decision making.',
    'a report that goes forward': 'The plan is going forward to Cabinet; we are moving forward with it.',
    'verbs that always end in -ise': 'We advise, revise, supervise and exercise, whatever the size and the prize.',
    'words that may follow themselves': 'All that that shows is that those who had had help did well.',
  };
  for (const [what, text] of Object.entries(right)) {
    it(what, async () => {
      assert.deepEqual(await wordsFoundIn(text), []);
    });
  }

  it('a letter, which is the inspectorate’s own', async () => {
    assert.deepEqual(
      await wordsFoundIn(
        '# Focused visit\n\nPrior to the visit, siblings in foster placements, e.g. twins, were seen. Files MUST be read read.',
        '/northmere.letter.md',
      ),
      [],
    );
  });
});

describe('words in odd places', () => {
  it('a phrase across a line end and across marks', async () => {
    assert.deepEqual(await wordsFoundIn('We met prior\nto the visit, in *order* to learn.'), [
      '“prior\nto” language/hard-word',
      '“in *order* to” language/hard-word',
    ]);
  });

  it('cells that hold sentences are read', async () => {
    assert.deepEqual(await wordsFoundIn('| Step | Note |\n| --- | --- |\n| Audit | All files are read prior to the visit |'), [
      '“prior to” language/hard-word',
    ]);
  });

  it('an empty text in the configuration leaves a word alone, another replaces the list’s', async () => {
    const text =
      '//- /northmere.report.md\nStaff commence work prior to the visit. Customers, one customer and a customer’s friend came.\n//- /.inspection-response.json\n{ "words": { "prior to": "", "commence": "begin", "Customer": "resident" } }\n';
    assert.match(
      await fixedBy(text, 'language/hard-word'),
      /^Staff begin work prior to the visit\. Residents, one resident and a customer’s friend came\.$/m,
    );
  });

  it('capitals in the configuration are the letters that are looked for', async () => {
    const text =
      '//- /northmere.report.md\nThe sip and the SIP.\n//- /.inspection-response.json\n{ "words": { "sip": "improvement plan" } }\n';
    assert.equal((await findingsOf(text, 'language/hard-word')).length, 1);
  });

  it('the Latin of a list keeps its commas and its full stop', async () => {
    const fix = (text: string) => fixedBy(text, 'language/latin-abbreviation');
    assert.equal(await fix('Partners, eg, schools.\n'), 'Partners, for example, schools.\n');
    assert.equal(await fix('E.g. schools (i.e. academies).\n'), 'For example schools (that is, academies).\n');
    assert.equal(await fix('Files, notes etc., and more.\n'), 'Files, notes and so on, and more.\n');
    assert.equal(await fix('Files, notes etc.\n'), 'Files, notes and so on.\n');
  });

  it('a spelling is preferred that the inspectorate keeps to, however rare', async () => {
    assert.equal(
      await fixedBy('The judgment, that judgment and the judgement.\n', 'language/mixed-spelling'),
      'The judgement, that judgement and the judgement.\n',
    );
  });
});

describe('quotations', () => {
  const quoted = (text: string): string[] => quotationsIn(text).map(([start, end]) => text.slice(start, end));
  it('are found between curly and straight marks, with apostrophes inside', () => {
    assert.deepEqual(
      quoted("She said “it isn’t so” and \"why not\", then 'the leavers' team' left."),
      ['“it isn’t so”', '"why not"', "'the leavers' team'"].map((one, i) => (i === 2 ? "'the leavers'" : one)),
    );
  });
  it('are not made by apostrophes, nor by a straight mark that is never closed', () => {
    assert.deepEqual(quoted("The leavers' team and the council's 6\" pipe, in the '90s."), []);
  });
  it('go on to the end where the curly mark is not closed', () => {
    assert.deepEqual(quoted('She said: “It goes on'), ['“It goes on']);
  });
});

describe('sentences, as retext reads them', () => {
  it('do not end at abbreviations, initials, numbers and quotations', () => {
    const text = 'Dr. A. Marlow saw 2.5 files, e.g. of Mr. Holt’s. “It is good.” That was 3.1.';
    assert.deepEqual(
      sentencesOf(passage(text)).map(({ start, end }) => text.slice(start, end)),
      ['Dr. A. Marlow saw 2.5 files, e.g. of Mr. Holt’s.', '“It is good.”', 'That was 3.1.'],
    );
  });
  it('count a title as one word of their load', () => {
    const [sentence] = sentencesOf(passage('The Director of Children, Families and Learning met the board.'));
    assert.deepEqual({ words: sentence!.words, load: sentence!.load }, { words: 10, load: 4 });
  });
  it('tell which words are repeated', () => {
    assert.deepEqual(repeatedWords('It is in in the plan. The the end. Duran Duran had had it.'), [
      { start: 6, end: 11 },
      { start: 22, end: 29 },
    ]);
  });
  it('are not looked for in a paragraph that no person wrote', () => {
    const endless = 'Staff met, e.g. in May. '.repeat(400);
    assert.deepEqual(sentencesOf(passage(endless)), []);
    assert.deepEqual(repeatedWords(`${endless}the the`), []);
  });
  it('of a text without end, or without words, are read without trouble', () => {
    for (const text of ['', ' ', '\n\n', '…', 'x'.repeat(20_000), '. '.repeat(2000), '\u2060', '(((', '“'.repeat(500)])
      assert.doesNotThrow(() => {
        sentencesOf(passage(text));
        repeatedWords(text);
        findSpellings(passage(text));
      });
  });
});

describe('phrases', () => {
  const index = indexPhrases([
    ['prior to', 'before'],
    ['prior to the', 'before the'],
    ['LAC', 'children'],
    ['', 'nothing'],
    ['…', 'nothing'],
  ]);
  const found = (text: string) => Array.from(phrasesIn(passage(text), index), ({ text: written, entry }) => `${written}: ${entry}`);
  it('are whole words, the longest first, with the capitals that they have', () => {
    assert.deepEqual(found('Prior  to the visit, prior to it, a prior toll, lac and LAC.'), [
      'Prior  to the: before the',
      'prior to: before',
      'LAC: children',
    ]);
  });
});
