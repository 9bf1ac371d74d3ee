import assert from 'node:assert/strict';
import { isExcluded } from '../../server/src/language/configuration/excluded.ts';
import { documentAddress } from '../../server/src/language/text/document-address.ts';
import { decode } from '../../server/src/node-host.ts';
import { linePlaces, type Finding } from '../../server/src/reporting/finding.ts';
import { findingsAsJson } from '../../server/src/reporting/json.ts';
import { findingsAsText } from '../../server/src/reporting/text.ts';

const finding = (over: Partial<Finding>): Finding => ({
  file: 'a.report.md', rule: 'language/doubled-word', severity: 'warning', message: '“of” stands twice.', line: 2, column: 5, endLine: 2, endColumn: 10, fixable: true, url: 'https://x', related: [], ...over,
});
const source = 'one\ntwo of of it\n';
const options = { colour: false, fixed: false, line: (_: string, line: number) => linePlaces(source).line(line) };

describe('findings for a person', () => {
  it('by file, in columns, with the words marked', () => {
    assert.equal(findingsAsText({ files: 2, findings: [finding({}), finding({ line: 12, severity: 'error', fixable: false, message: 'No.' }), finding({ file: 'b.plan.md', line: 1, column: 1, endLine: 1, endColumn: 4 })] }, options), `a.report.md
   2:5  warning      “of” stands twice.  language/doubled-word
        two of of it
            ^^^^^
  12:5  error        No.  language/doubled-word

b.plan.md
  1:1  warning      “of” stands twice.  language/doubled-word
       one
       ^^^

2 documents checked: 1 error, 2 warnings. For 2 of them the editor offers a fix; --fix makes the safe ones here.
`);
  });
  it('nothing to report', () => assert.equal(findingsAsText({ files: 1, findings: [] }, options), '1 document checked: nothing to report.\n'));
  it('a long paragraph is cut around the words, at a space', () => {
    const line = `${'word '.repeat(40)}of of ${'more '.repeat(40)}`;
    const column = line.indexOf('of of') + 1;
    const [, , excerpt, marker] = findingsAsText({ files: 1, findings: [finding({ line: 1, endLine: 1, column, endColumn: column + 5 })] }, { ...options, line: () => line }).split('\n');
    assert.match(excerpt!, /^ +… word .* of of more .* …$/);
    assert.equal(excerpt!.slice(marker!.indexOf('^'), marker!.lastIndexOf('^') + 1), 'of of');
    assert.ok(excerpt!.length < 130);
  });
  it('related places follow', () => {
    const text = findingsAsText({ files: 1, findings: [finding({ related: [{ file: 'b.md', message: 'The first one', line: 3, column: 4, endLine: 3, endColumn: 5 }] })] }, options);
    assert.match(text, /\n +b\.md:3:4 {2}The first one\n/);
  });
  it('colour only where it is wanted', () => {
    assert.ok(findingsAsText({ files: 1, findings: [finding({})] }, { ...options, colour: true }).includes('\u001B[33mwarning'));
    assert.ok(!findingsAsText({ files: 1, findings: [finding({})] }, options).includes('\u001B'));
  });
});

describe('findings for a script', () => {
  it('is one JSON object', () => assert.deepEqual(JSON.parse(findingsAsJson({ files: 1, findings: [finding({})] })), { files: 1, findings: [finding({})] }));
});

describe('places', () => {
  it('count from 1, in UTF-16, over every kind of line end', () => {
    const places = linePlaces('a\r\n\u{1F600}b\rc\nd');
    assert.deepEqual([0, 2, 3, 5, 7, 9, 99].map((offset) => Object.values(places.place(offset))), [[1, 1], [1, 3], [2, 1], [2, 3], [3, 1], [4, 1], [4, 2]]);
    assert.deepEqual([1, 2, 3, 4, 5].map((line) => places.line(line)), ['a', '\u{1F600}b', 'c', 'd', '']);
  });
});

describe('paths that the configuration leaves out', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['old', 'file:///w/papers/old/a.report.md', true], ['papers/old/', 'file:///w/papers/old/a.report.md', true], ['*.plan.md', 'file:///w/a.plan.md', true], ['*.plan.md', 'file:///w/a.report.md', false],
    ['papers/*/a.report.md', 'file:///w/papers/x/a.report.md', true], ['papers/*/a.report.md', 'file:///w/papers/x/y/a.report.md', false], ['papers/**/a.report.md', 'file:///w/papers/x/y/a.report.md', true],
    ['ol', 'file:///w/old/a.report.md', false], ['ol?', 'file:///w/old/a.report.md', true], ['my papers', 'file:///w/my%20papers/a.report.md', true], ['.\\old', 'file:///w/old/a.report.md', true], ['', 'file:///w/a.report.md', false],
  ];
  for (const [pattern, address, expected] of cases) it(`${JSON.stringify(pattern)} ${expected ? 'leaves out' : 'keeps'} ${address}`, () => assert.equal(isExcluded([pattern], documentAddress(address)), expected));
  it('no pattern can hang', () => assert.equal(isExcluded(['*a'.repeat(50) + 'b', '**/'.repeat(50) + 'b'], documentAddress(`file:///${'a'.repeat(2000)}/${'a/'.repeat(200)}c`)), false));
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
