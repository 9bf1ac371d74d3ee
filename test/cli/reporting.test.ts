import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import type { Log } from 'sarif';
import { isExcluded } from '../../server/src/language/configuration/excluded.ts';
import { rules } from '../../server/src/language/rules/index.ts';
import type { Report } from '../../server/src/language/rules/rule.ts';
import { documentAddress } from '../../server/src/language/text/document-address.ts';
import { english } from '../../server/src/language/words.ts';
import { decode } from '../../server/src/node-host.ts';
import { readBaseline, writtenBaseline } from '../../server/src/reporting/baseline.ts';
import { linePlaces, type Finding, type Findings } from '../../server/src/reporting/finding.ts';
import { fingerprints } from '../../server/src/reporting/fingerprint.ts';
import { findingsAsGithub } from '../../server/src/reporting/github.ts';
import { findingsAsGitlab } from '../../server/src/reporting/gitlab.ts';
import { findingsAsJson } from '../../server/src/reporting/json.ts';
import { findingsAsJunit } from '../../server/src/reporting/junit.ts';
import { findingsAsSarif } from '../../server/src/reporting/sarif.ts';
import { findingsAsText } from '../../server/src/reporting/text.ts';
import { sarifSchema } from './sarif-schema.ts';

const finding = (over: Partial<Finding>): Finding => ({
  file: 'a.report.md',
  rule: 'language/doubled-word',
  severity: 'warning',
  message: '“of” stands twice.',
  line: 2,
  column: 5,
  endLine: 2,
  endColumn: 10,
  fixable: true,
  url: 'https://x',
  related: [],
  fingerprint: '0123:1',
  fix: null,
  ...over,
});
const findings = (...all: readonly Finding[]): Findings => ({ files: ['a.report.md'], findings: all });
const source = 'one\ntwo of of it\n';
const options = { colour: false, fixed: false, line: (_: string, line: number) => linePlaces(source).line(line) };

describe('findings for a person', () => {
  it('by file, in columns, with the words marked', () => {
    assert.equal(
      findingsAsText(
        {
          files: ['a.report.md', 'b.plan.md'],
          findings: [
            finding({}),
            finding({ line: 12, severity: 'error', fixable: false, message: 'No.' }),
            finding({ file: 'b.plan.md', line: 1, column: 1, endLine: 1, endColumn: 4 }),
          ],
        },
        options,
      ),
      `a.report.md
   2:5  warning      “of” stands twice.  language/doubled-word
        two of of it
            ^^^^^
  12:5  error        No.  language/doubled-word

b.plan.md
  1:1  warning      “of” stands twice.  language/doubled-word
       one
       ^^^

2 documents checked: 1 error, 2 warnings. For 2 of them the editor offers a fix; --fix makes the safe ones here.
`,
    );
  });
  it('nothing to report', () => assert.equal(findingsAsText(findings(), options), '1 document checked: nothing to report.\n'));
  it('a long paragraph is cut around the words, at a space', () => {
    const line = `${'word '.repeat(40)}of of ${'more '.repeat(40)}`;
    const column = line.indexOf('of of') + 1;
    const [, , excerpt, marker] = findingsAsText(findings(finding({ line: 1, endLine: 1, column, endColumn: column + 5 })), {
      ...options,
      line: () => line,
    }).split('\n');
    assert.match(excerpt!, /^ +… word .* of of more .* …$/);
    assert.equal(excerpt!.slice(marker!.indexOf('^'), marker!.lastIndexOf('^') + 1), 'of of');
    assert.ok(excerpt!.length < 130);
  });
  it('related places follow', () => {
    const text = findingsAsText(
      findings(finding({ related: [{ file: 'b.md', message: 'The first one', line: 3, column: 4, endLine: 3, endColumn: 5 }] })),
      options,
    );
    assert.match(text, /\n +b\.md:3:4 {2}The first one\n/);
  });
  it('colour only where it is wanted', () => {
    assert.ok(findingsAsText(findings(finding({})), { ...options, colour: true }).includes('\u001B[33mwarning'));
    assert.ok(!findingsAsText(findings(finding({})), options).includes('\u001B'));
  });
});

describe('findings for a script', () => {
  it('is one JSON object, with nothing but what is promised', () => {
    const { fingerprint: _, fix: __, ...promised } = finding({});
    assert.deepEqual(JSON.parse(findingsAsJson(findings(finding({})))), { files: 1, findings: [promised] });
  });
});

describe('findings for GitHub', () => {
  const here = resolve('/work place');
  it('is a command for each, with everything escaped that would end it early', () => {
    const odd = finding({ file: `${here}/a: 1,2/100%.md`, severity: 'error', message: '50 %:\r\ntwo, lines' });
    assert.equal(
      findingsAsGithub(findings(odd), here),
      '::error file=a%3A 1%2C2/100%25.md,line=2,endLine=2,col=5,endColumn=10,title=language/doubled-word::50 %25:%0D%0Atwo, lines\n',
    );
  });
  it('has no columns over several lines, and no file for standard input', () => {
    assert.equal(
      findingsAsGithub(findings(finding({ file: '-', severity: 'hint', endLine: 3, message: 'No.' })), here),
      '::notice line=2,endLine=3,title=language/doubled-word::No.\n',
    );
  });
  it('is empty where nothing was found', () => assert.equal(findingsAsGithub(findings(), here), ''));
});

describe('findings for GitLab', () => {
  const issues = (...all: readonly Finding[]) =>
    JSON.parse(findingsAsGitlab(findings(...all), process.cwd())) as { fingerprint: string; severity: string; location: object }[];
  it('is a code quality report', () => {
    const [{ fingerprint, ...rest } = assert.fail()] = issues(finding({ file: './a.report.md', endLine: 4 }));
    assert.match(fingerprint, /^[0-9a-f]{32}$/);
    assert.deepEqual(rest, {
      description: '“of” stands twice.',
      check_name: 'language/doubled-word',
      severity: 'minor',
      location: { path: 'a.report.md', lines: { begin: 2, end: 4 } },
    });
  });
  it('has no fingerprint twice, though two files say the same', () => {
    const marks = issues(finding({}), finding({ file: 'b.md' }), finding({ fingerprint: '0123:2' })).map(({ fingerprint }) => fingerprint);
    assert.equal(new Set(marks).size, 3);
    assert.equal(marks[0], issues(finding({ line: 70 }))[0]!.fingerprint);
  });
});

describe('findings for JUnit', () => {
  it('is a suite for each file and a case for each finding; what does not count against the run passes', () => {
    const xml = findingsAsJunit(
      { files: ['a.report.md', 'clean.md'], findings: [finding({ severity: 'error' }), finding({ line: 9, severity: 'hint' })] },
      ({ severity }) => severity === 'error',
    );
    assert.equal(
      xml,
      `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Inspection Response" tests="3" failures="1">
  <testsuite name="a.report.md" tests="2" failures="1" errors="0" skipped="0" time="0">
    <testcase name="language/doubled-word (line 2, column 5)" classname="a.report.md" time="0"><failure message="“of” stands twice." type="error">error at line 2, column 5: “of” stands twice.&#10;https://x</failure></testcase>
    <testcase name="language/doubled-word (line 9, column 5)" classname="a.report.md" time="0"><system-out>hint at line 9, column 5: “of” stands twice.&#10;https://x</system-out></testcase>
  </testsuite>
  <testsuite name="clean.md" tests="1" failures="0" errors="0" skipped="0" time="0">
    <testcase name="nothing to report" classname="clean.md" time="0"/>
  </testsuite>
</testsuites>
`,
    );
  });
  it('escapes what XML has a use for and drops what it has no room for', () => {
    const xml = findingsAsJunit(findings(finding({ message: '<a href="x">&\u0000\u0007\uFFFE\uD83D \u{1F600}' })), () => true);
    assert.ok(xml.includes('message="&lt;a href=&quot;x&quot;&gt;&amp; \u{1F600}"'), xml);
    assert.deepEqual(
      ['\u0000', '\u0007', '\uFFFE', '\uD83D '].filter((dropped) => xml.includes(dropped)),
      [],
    );
  });
});

describe('findings as SARIF', () => {
  const here = resolve('/work place');
  const log = (all: Findings, complete = true) =>
    JSON.parse(
      findingsAsSarif(all, {
        here,
        version: '1.2.3',
        words: english,
        rules,
        pageOf: ({ name }) => `file:///docs/rules/${name}.md`,
        complete,
      }),
    ) as Log;
  const validate = new Ajv({ strict: false }).compile(sarifSchema);
  const holds = (value: unknown) => assert.ok(validate(value), JSON.stringify(validate.errors));
  const rich = finding({
    file: `${here}/my papers/a: 1.report.md`,
    related: [{ file: 'b.md', message: 'The first one', line: 3, column: 4, endLine: 3, endColumn: 5 }],
    fix: {
      title: 'Leave one out',
      replacements: [
        { line: 2, column: 5, endLine: 2, endColumn: 8, text: '' },
        { line: 2, column: 9, endLine: 2, endColumn: 9, text: 'x' },
      ],
    },
  });

  it('keeps to the schema, with findings of every kind and with none', () => {
    holds(log(findings()));
    holds(log(findings(rich, finding({ file: '-', severity: 'hint' }), finding({ file: resolve('/elsewhere/ü.md') }))));
  });
  it('describes every rule', () => {
    const described = log(findings()).runs[0]!.tool.driver.rules!;
    assert.deepEqual(
      described.map(({ id }) => id),
      rules.map(({ name }) => name),
    );
    const off = rules.findIndex(({ severity }) => severity === 'off');
    assert.deepEqual(described[off]!.defaultConfiguration, { enabled: false });
    const verb = described.find(({ id }) => id === 'recommendations/no-verb')!;
    assert.equal(verb.helpUri, 'file:///docs/rules/recommendations/no-verb.md');
    assert.ok(verb.properties!.tags!.includes('recommendations'));
    assert.match(verb.help!.markdown!, /Sources:/);
  });
  it('says where, from the folder that the command ran in, without naming that folder', () => {
    const { results, originalUriBaseIds } = log(findings(rich, finding({ file: resolve('/elsewhere/ü.md') }))).runs[0]!;
    assert.equal(originalUriBaseIds!['%SRCROOT%']!.uri, undefined);
    const [first, second] = results!;
    assert.deepEqual(first!.locations![0]!.physicalLocation, {
      artifactLocation: { uri: 'my%20papers/a%3A%201.report.md', uriBaseId: '%SRCROOT%' },
      region: { startLine: 2, startColumn: 5, endLine: 2, endColumn: 10 },
    });
    assert.equal(first!.relatedLocations![0]!.physicalLocation!.artifactLocation!.uri, 'b.md');
    assert.deepEqual(
      first!.fixes![0]!.artifactChanges[0]!.replacements.map(({ insertedContent }) => insertedContent?.text ?? null),
      [null, 'x'],
    );
    assert.match(second!.locations![0]!.physicalLocation!.artifactLocation!.uri!, /^file:\/\/\/.*elsewhere\/%C3%BC\.md$/);
  });
  it('says whether everything could be checked', () =>
    assert.equal(log(findings(), false).runs[0]!.invocations![0]!.executionSuccessful, false));
});

describe('fingerprints', () => {
  const reportOn = (text: string, words: string, over: Partial<Report> = {}): Report => {
    const start = text.indexOf(words);
    return {
      rule: 'language/doubled-word',
      severity: 'warning',
      messageId: 'twice',
      message: '',
      span: { start, end: start + words.length },
      data: {},
      related: [],
      fixes: [],
      fixable: false,
      ...over,
    };
  };
  const of = (text: string, words: string, over?: Partial<Report>) => fingerprints(text, [reportOn(text, words, over)])[0]!;
  const text = 'Before.\n\n4.1 The panel saw the plan of of the service in March.\n';

  it('stay as lines are put in above, paragraphs renumbered and later words changed', () => {
    assert.equal(of(text, 'of of'), of(`New.\n\n${text.replace('4.1', '4.2')}`, 'of of'));
    assert.equal(of(text, 'of of'), of(text.replaceAll('\n', '\r\n'), 'of of'));
    const long = text.replace('in March.', 'and of all who work in it, in March.');
    assert.equal(of(long, 'of of'), of(long.replace('March', 'May'), 'of of'));
  });
  it('differ by rule, by the words in question and by those around them', () => {
    const others = [
      of(text, 'of of', { rule: 'language/capitals' }),
      of(text, 'of of', { data: { word: 'of' } }),
      of(text.replace('of of', 'in in'), 'in in'),
      of(text.replace('saw', 'read'), 'of of'),
    ];
    assert.equal(new Set([of(text, 'of of'), ...others]).size, 5);
  });
  it('count where all is the same', () => {
    const report = reportOn(text, 'of of');
    const [first, second] = fingerprints(text, [report, report]);
    assert.equal(second, first!.replace(/:1$/, ':2'));
  });
  it('never hold what identifies a person, in its own finding or beside it', () => {
    const at = (number: string) => `The file of ${number} was read of of old.`;
    const marks = (number: string) =>
      fingerprints(at(number), [
        reportOn(at(number), number, { rule: 'privacy/personal-data', data: { kind: 'an NHS number' } }),
        reportOn(at(number), 'of of'),
        reportOn(at(number), `${number} was read of of`),
      ]);
    assert.deepEqual(marks('999 012 3012'), marks('943 476 5919'));
  });
});

describe('a baseline', () => {
  const folders = { own: resolve('/officer/baselines'), here: resolve('/officer') };
  const known = [finding({}), finding({ file: './papers/b.md', fingerprint: '4567:1', line: 3 })];
  const read = (text: string, { own, here } = folders) => {
    const baseline = readBaseline(text, { own, here });
    assert.ok('without' in baseline, 'problem' in baseline ? baseline.problem : '');
    return baseline;
  };
  const fresh = finding({ fingerprint: '0123:2', message: 'Another.' });
  const sarif = findingsAsSarif(
    { files: [], findings: known },
    { here: folders.here, version: '1.2.3', words: english, rules, pageOf: () => null, complete: true },
  );

  it('leaves out what it knows, wherever it now stands, and keeps what is new', () => {
    for (const text of [writtenBaseline(known, folders), findingsAsJson(findings(...known)), sarif]) {
      assert.deepEqual(read(text).without([...known.map((one) => ({ ...one, line: one.line + 7 })), fresh]), [fresh]);
    }
  });
  it('is read from another folder as well', () => {
    const here = resolve('/officer/papers');
    assert.deepEqual(
      read(writtenBaseline(known, folders), { own: folders.own, here }).without([finding({ file: 'b.md', fingerprint: '4567:1' })]),
      [],
    );
  });
  it('knows a file from another one of the same words, and each entry stands for one finding', () => {
    const elsewhere = finding({ file: 'c.md' });
    assert.deepEqual(read(writtenBaseline(known, folders)).without([elsewhere]), [elsewhere]);
    assert.equal(read(findingsAsJson(findings(...known))).without([known[0]!, known[0]!]).length, 1);
  });
  it('from JSON does not mind figures that change from day to day', () => {
    assert.deepEqual(
      read(findingsAsJson(findings(finding({ message: 'Late by 12 days.' })))).without([finding({ message: 'Late by 40 days.' })]),
      [],
    );
  });
  it('changes little from time to time: it is in order', () =>
    assert.equal(writtenBaseline(known.toReversed(), folders), writtenBaseline(known, folders)));
  it('that is broken, or something else, is told', () => {
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{}',
      '{"baseline":2,"findings":[]}',
      '{"baseline":1,"findings":[{}]}',
      '{"files":1,"findings":[null]}',
      '{"runs":[]}',
      '{"runs":[{"tool":{"driver":{"name":"Other"}},"results":[]}]}',
      sarif.replaceAll('partialFingerprints', 'x'),
    ]) {
      assert.ok('problem' in readBaseline(text, folders), text);
    }
  });
});

describe('places', () => {
  it('count from 1, in UTF-16, over every kind of line end', () => {
    const places = linePlaces('a\r\n\u{1F600}b\rc\nd');
    assert.deepEqual(
      [0, 2, 3, 5, 7, 9, 99].map((offset) => Object.values(places.place(offset))),
      [
        [1, 1],
        [1, 3],
        [2, 1],
        [2, 3],
        [3, 1],
        [4, 1],
        [4, 2],
      ],
    );
    assert.deepEqual(
      [1, 2, 3, 4, 5].map((line) => places.line(line)),
      ['a', '\u{1F600}b', 'c', 'd', ''],
    );
  });
});

describe('paths that the configuration leaves out', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['old', 'file:///w/papers/old/a.report.md', true],
    ['papers/old/', 'file:///w/papers/old/a.report.md', true],
    ['*.plan.md', 'file:///w/a.plan.md', true],
    ['*.plan.md', 'file:///w/a.report.md', false],
    ['papers/*/a.report.md', 'file:///w/papers/x/a.report.md', true],
    ['papers/*/a.report.md', 'file:///w/papers/x/y/a.report.md', false],
    ['papers/**/a.report.md', 'file:///w/papers/x/y/a.report.md', true],
    ['ol', 'file:///w/old/a.report.md', false],
    ['ol?', 'file:///w/old/a.report.md', true],
    ['my papers', 'file:///w/my%20papers/a.report.md', true],
    ['.\\old', 'file:///w/old/a.report.md', true],
    ['', 'file:///w/a.report.md', false],
  ];
  for (const [pattern, address, expected] of cases)
    it(`${JSON.stringify(pattern)} ${expected ? 'leaves out' : 'keeps'} ${address}`, () =>
      assert.equal(isExcluded([pattern], documentAddress(address)), expected));
  it('no pattern can hang', () =>
    assert.equal(
      isExcluded(['*a'.repeat(50) + 'b', '**/'.repeat(50) + 'b'], documentAddress(`file:///${'a'.repeat(2000)}/${'a/'.repeat(200)}c`)),
      false,
    ));
});

describe('the text of a file', () => {
  const text = (bytes: readonly number[]) => decode(Uint8Array.from(bytes));
  it('in UTF-8, UTF-16 and Windows-1252', () => {
    assert.deepEqual(text([0xef, 0xbb, 0xbf, 0xc2, 0xa3]), { text: '£', encoding: 'utf-8', byteOrderMark: true });
    assert.deepEqual(text([0xff, 0xfe, 0x61, 0]), { text: 'a', encoding: 'utf-16le', byteOrderMark: true });
    assert.deepEqual(text([0xfe, 0xff, 0, 0x61]), { text: 'a', encoding: 'utf-16be', byteOrderMark: true });
    assert.deepEqual(text([0x93, 0xa3, 0x35, 0x94, 0x80]), { text: '“£5”€', encoding: 'windows-1252', byteOrderMark: false });
  });
  it('a binary file has none', () => assert.deepEqual(text([0x50, 0x4b, 3, 4, 0]), { problem: 'binary', detail: 'it is not a text file' }));
});
