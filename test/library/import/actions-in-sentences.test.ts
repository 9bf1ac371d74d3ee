import assert from 'node:assert/strict';
import { readHtml } from '../../../server/src/conversion/import/html/html.ts';
import { importText } from '../../../server/src/conversion/import/plain-text/plain-text.ts';
import { importPaper } from '../../../server/src/conversion/import/import-paper.ts';
import { bodyOf, frontMatter } from './words.ts';

const plan = (items: string, title = 'Our improvement plan'): string =>
  bodyOf(importPaper(readHtml(`<h1>${title}</h1><h2>What we will do</h2><ul>${items}</ul>`), { type: 'action-plan' }).text);

describe('import: an item of a plan that says behind its action who leads it and by when', () => {
  it('in short sentences, their labels bold or not, is an action with those fields', () => {
    assert.ok(
      plan('<li><b>Agree a specification.</b> Lead: Head of Commissioning. Due: March 2027.</li>').endsWith(
        '- Agree a specification.\n  - Lead: Head of Commissioning\n  - Due: March 2027\n',
      ),
    );
    assert.ok(
      plan(
        '<li>Recruit four therapists | <b>Lead:</b> Head of Therapies | <b>By when:</b> December 2026 | <b>RAG:</b> Amber</li>',
      ).endsWith('- Recruit four therapists\n  - Lead: Head of Therapies\n  - By when: December 2026\n  - RAG: Amber\n'),
    );
  });

  it('with one field only, or with a label that is none of an action, stays as it is', () => {
    for (const item of [
      'Agree a specification. Lead: Head of Commissioning',
      'Agree a specification. Lead: Head of Commissioning. Note: see the minutes. Due: March 2027',
    ])
      assert.ok(plan(`<li>${item}</li>`).endsWith(`- ${item}\n`), plan(`<li>${item}</li>`));
  });

  it('makes an action plan of a paper that is not called one; its day is not that of something to be done', () => {
    const { text, type } = importPaper(
      readHtml(
        '<h1>Response to the monitoring visit</h1><p>Action plan agreed 2 October 2026</p><h2>1. Supervision</h2><ul><li>Supervise each month (Lead: Head of Service; by 30 November 2026)</li><li>Update the guidance (Lead: Ada Marlow; by 15 January 2027)</li></ul>',
      ),
    );
    assert.deepEqual([type, frontMatter(text)['as-at']], ['action-plan', '2026-10-02']);
  });
});

describe('import of a plain text: a line over nothing but the fields of an action', () => {
  it('is an action with those fields, with its number', () => {
    const text =
      'Improvement plan\n\n1. Practice\n\n1.1 Launch the standards\n    Lead: Ada Marlow\n    Target date: 31 December 2026\n    RAG: Green\n\nContact the team\nLead: Ada Marlow\nRoom: 3\n';
    assert.ok(
      bodyOf(importText(text).text).includes(
        '- 1.1 Launch the standards\n  - Lead: Ada Marlow\n  - Target date: 31 December 2026\n  - RAG: Green\n',
      ),
      importText(text).text,
    );
    assert.ok(!importText(text).text.includes('- Contact the team'));
  });
});
