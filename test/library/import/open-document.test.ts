import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatOf } from '../../../server/src/conversion/import/import-file.ts';
import { readOpenDocument } from '../../../server/src/conversion/import/office/open-document.ts';
import {
  flatOpenDocument,
  odH,
  odItem,
  odList,
  odP,
  odRow,
  odTable,
  openDocumentFile,
  type OpenDocumentFile,
} from './open-document-file.ts';
import { escape } from './word-file.ts';
import { bodyOf, frontMatter, importWhole } from './words.ts';

const shown = (xml: string): string =>
  xml
    .replace(/<text:tracked-changes>[^]*?<\/text:tracked-changes>/g, '')
    .replace(/<\/?text:(?:p|h|line-break|s)\b[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
const imported = (file: OpenDocumentFile) => importWhole(openDocumentFile(file), 'open-document', shown(file.text));
const bodyFrom = async (text: string): Promise<string> => bodyOf((await imported({ text })).text);

describe('import of OpenDocument texts', () => {
  it('title, headings, bold words, links, footnotes', async () => {
    const { text } = await imported({
      text:
        odP('Progress report', 'Title') +
        odH(1, 'Summary') +
        odP(
          '<text:span text:style-name="T1">Two</text:span> visits <text:s text:c="2"/><text:a xlink:href="https://example.gov.uk/x">took place</text:a>.<text:note><text:note-citation>1</text:note-citation><text:note-body>' +
            odP('In May.') +
            '</text:note-body></text:note>',
        ),
    });
    assert.equal(frontMatter(text)['title'], 'Progress report');
    assert.equal(
      bodyOf(text),
      '# Progress report\n\n## Summary\n\n**Two** visits [took place](https://example.gov.uk/x).[1]\n\n[1] In May.\n',
    );
  });
  it('numbers of lists, carried on and inside each other', async () => {
    assert.equal(
      await bodyFrom(
        odList('L1', 'xml:id="a"', odItem('One', odList('', '', odItem('sub'), odItem('sub two')))) +
          odP('Between.') +
          odList('L1', 'text:continue-list="a"', odItem('Two')) +
          odList('L1', '', odItem('Anew')),
      ),
      '1. One\n\na) sub\n\nb) sub two\n\nBetween.\n\n2. Two\n\n1. Anew\n',
    );
    assert.equal(await bodyFrom(odList('L2', '', odItem('a', odList('', '', odItem('b'))), odItem('c'))), '- a\n  - b\n- c\n');
  });
  it('an action log: issue, action, by whom, latest position; a cell that reaches down', async () => {
    const { text, type } = await imported({
      text:
        odP('ACTIONS LOG', 'P1') +
        odP('The table shows where the actions stand.') +
        odTable(
          '<table:table-header-rows>' + odRow('Issue', 'Action', 'To be actioned by', 'Latest position') + '</table:table-header-rows>',
          odRow(
            '<table:table-cell table:number-rows-spanned="2">' + odP('Data') + '</table:table-cell>',
            'Ask the county',
            'Mary Fell',
            'Done',
          ),
          odRow('<table:covered-table-cell/>', 'Publish', 'Secretariat', ''),
        ),
    });
    assert.equal(type, 'action-plan');
    assert.equal(
      bodyOf(text),
      '# ACTIONS LOG\n\nThe table shows where the actions stand.\n\n| Issue | Action | To be actioned by | Latest position |\n| --- | --- | --- | --- |\n| Data | Ask the county | Mary Fell | Done |\n| Data | Publish | Secretariat |  |\n',
    );
  });
  it('what was deleted is gone, what stands at the head of the pages is left out, comments are listed', async () => {
    const { text, notes } = await imported({
      text:
        '<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>R Fell</dc:creator></office:change-info>' +
        odP('Never.') +
        '</text:deletion></text:changed-region></text:tracked-changes>' +
        odP('<office:annotation><dc:creator>R Fell</dc:creator>' + odP('Really?') + '</office:annotation>We act.'),
      header: odP('Improvement board papers'),
    });
    assert.ok(!text.includes('Never'));
    for (const note of ['Left out as deleted: “Never.”', 'R Fell comments: “Really?”', '“Improvement board papers”'])
      assert.ok(
        notes.some((one) => one.includes(note)),
        note,
      );
  });
  it('a text that is one file of XML', async () => {
    const bytes = flatOpenDocument({
      text: odP('Progress report', 'Title') + odList('L1', '', odItem('One'), odItem('Two')),
      header: odP('Board papers'),
    });
    assert.equal(formatOf(bytes, 'a.fodt'), 'flat-open-document');
    const { text, notes } = await importWhole(bytes, 'flat-open-document', 'Progress report One Two');
    assert.equal(text.slice(text.indexOf('# ')), '# Progress report\n\n1. One\n2. Two\n');
    assert.ok(notes.some((note) => note.includes('“Board papers”')));
    assert.throws(
      () => formatOf(new TextEncoder().encode('<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet">')),
      /only texts/,
    );
  });
  it('a small table in a cell of a plan, the words of drawn shapes, letters of a symbol font', async () => {
    assert.equal(
      await bodyFrom(
        odTable(
          odRow('Action', 'Lead', 'By when'),
          odRow(
            '<table:table-cell>' + odP('Recruit:') + odTable(odRow('Advertise', 'May')) + '</table:table-cell>',
            'J Patel',
            'June 2026',
          ),
        ),
      ),
      '| Action | Lead | By when |\n| --- | --- | --- |\n| Recruit:<br>Advertise<br>May | J Patel | June 2026 |\n',
    );
    assert.equal(
      await bodyFrom(
        odP(
          '<text:span>How:</text:span><draw:g><draw:custom-shape>' +
            odP('Screen') +
            '</draw:custom-shape><draw:frame><draw:text-box>' +
            odP('Assess') +
            '</draw:text-box></draw:frame></draw:g>',
        ),
      ),
      'How:\n\nScreen\n\nAssess\n',
    );
    const { text } = await importWhole(
      openDocumentFile({
        text: odP('<text:span>Is </text:span><text:span text:style-name="T9">ü</text:span><text:span> done</text:span>'),
        automatic: '<style:style style:name="T9" style:family="text"><style:text-properties style:font-name="Wingdings"/></style:style>',
      }),
      'open-document',
      'Is done',
    );
    assert.equal(bodyOf(text), 'Is ✓ done\n');
  });
  it('boxes and lists of a form; what nobody filled in is left out and said', async () => {
    const { text, notes } = await imported({
      text:
        odP(
          '<text:span>Agreed: </text:span><field:fieldmark field:type="vnd.oasis.opendocument.field.FORMCHECKBOX"><field:param field:name="Checkbox_Checked" field:value="true"/></field:fieldmark><text:span> risk </text:span><field:fieldmark field:type="vnd.oasis.opendocument.field.FORMDROPDOWN"><field:param field:name="Dropdown_ListEntry" field:value="low"/><field:param field:name="Dropdown_ListEntry" field:value="high"/><field:param field:name="Dropdown_Selected" field:value="1"/></field:fieldmark>',
        ) +
        odP(
          '<text:span>Owner: </text:span><loext:content-control loext:showing-place-holder="true">Choose an item.</loext:content-control>',
        ),
    });
    assert.equal(bodyOf(text), 'Agreed: ☒ risk high\n\nOwner:\n');
    assert.ok(notes.includes('Left out, because it stands where nobody has filled in anything: “Choose an item.”.'));
  });
  it('cells stand where the file has them; numbers go on from cell to cell', async () => {
    const numbered = (id: string, more: string) =>
      `<table:table-cell>${odList('L1', `xml:id="${id}" ${more}`, odItem(odP('<text:s/>')))}</table:table-cell>`;
    const covered = '<table:covered-table-cell/>';
    const wide = '<table:table-cell table:number-columns-spanned="2">' + odP('Timescale') + '</table:table-cell>' + covered;
    const down = (text: string) => '<table:table-cell table:number-rows-spanned="2">' + odP(text) + '</table:table-cell>';
    assert.equal(
      await bodyFrom(
        odTable(
          odRow(down('No'), down('Action'), wide, down('Lead')),
          odRow(covered, covered, 'Start', 'End', covered),
          odRow(numbered('a', ''), 'Train all the staff', 'May', 'June', 'J Patel'),
          odRow(numbered('b', 'text:continue-numbering="true"'), 'Recruit', 'May', 'July', 'J Patel'),
        ),
      ),
      'Timescale\n\n| No | Action | Start | End | Lead |\n| --- | --- | --- | --- | --- |\n| 1. | Train all the staff | May | June | J Patel |\n| 2. | Recruit | May | July | J Patel |\n',
    );
    assert.equal(
      await bodyFrom(odTable(odRow('Action', 'Lead', 'By when'), odRow('Train', covered, 'June'))),
      '| Action | Lead | By when |\n| --- | --- | --- |\n| Train |  | June |\n',
      'a covered cell that no other reaches',
    );
  });
  it('a password is told', () => {
    const bytes = openDocumentFile({ text: '', manifest: '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>' });
    assert.equal(formatOf(bytes, 'a.odt'), 'open-document');
    assert.throws(() => readOpenDocument(bytes), /password/);
  });
  it('loses no word of any document', () => {
    const words = fc.string({ unit: fc.constantFrom(...'ab ABc1.:-*_[]()#|<>&\\`~!“é☃'), maxLength: 30 });
    const paragraph = fc.oneof(
      words.map((one) => odP(`<text:span>${escape(one)}</text:span>`)),
      words.map((one) => odH(2, one)),
      fc
        .array(words, { minLength: 1, maxLength: 3 })
        .map((items) => odList('L1', '', ...items.map((one) => odItem(odP(`<text:span>${escape(one)}</text:span>`))))),
    );
    const table = fc
      .array(fc.array(words, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
      .map((rows) =>
        odTable(
          ...rows.map((cells) =>
            odRow(...cells.map((one) => `<table:table-cell>${odP(`<text:span>${escape(one)}</text:span>`)}</table:table-cell>`)),
          ),
        ),
      );
    return fc.assert(
      fc.asyncProperty(fc.array(fc.oneof({ weight: 4, arbitrary: paragraph }, table), { maxLength: 12 }), async (parts) => {
        await imported({ text: parts.join('') });
      }),
      { numRuns: 50 },
    );
  }).timeout(20_000);
});
