import assert from 'node:assert/strict';
import { readHtml } from '../../../server/src/conversion/import/html/html.ts';
import { importPaper } from '../../../server/src/conversion/import/import-paper.ts';
import { frontMatter } from './words.ts';

describe('reports and letters of inspectorates', () => {
  const paper = (html: string) => importPaper(readHtml(html));
  it('say under which framework the visit was made', () => {
    const { text } = paper(
      '<p>12 March 2026</p><p>Dear Mary</p><h2>Focused visit to Aldersham children’s services</h2><p>This letter summarises the findings of the focused visit to Aldersham on 3 and 4 February 2026 by Ofsted.</p><p>This visit was carried out in line with the inspection of local authority children’s services (ILACS) framework.</p><p>Yours sincerely</p><p>John Hythe</p>',
    );
    assert.equal((frontMatter(text)['inspection'] as { framework: string }).framework, 'ILACS');
  });
  it('whose sign stands over the title, under which name they inspect', () => {
    const { text } = paper(
      '<p><b>Ofsted</b></p><p><b>Inspection of Aldersham local authority children’s services</b></p><p><b>Inspection dates:</b> 4 to 15 March 2026</p><p>Children are helped.</p>',
    );
    const { title, inspection } = frontMatter(text);
    assert.deepEqual(
      [title, (inspection as { framework: string }).framework],
      ['Inspection of Aldersham local authority children’s services', 'ILACS'],
    );
  });
  it('of child protection by the police', () => {
    const { type } = paper(
      '<h1>Aldersham Police – National child protection inspection</h1><h2>Summary</h2><p>Officers act.</p><h2>1. Introduction</h2><p>The police keep children safe.</p><h2>Recommendations</h2><p>We recommend that, within six months, Aldersham Police:</p><ul><li>acts on what children say.</li></ul>',
    );
    assert.equal(type, 'inspection-letter');
  });
});
