import assert from 'node:assert/strict';
import { builtInConfiguration } from '../../../server/src/language/configuration/built-in.ts';
import { buildModel, modelCost, updateModel } from '../../../server/src/language/model/build-model.ts';
import { createParser } from '../../../server/src/language/syntax/parser.ts';
import { documentAddress } from '../../../server/src/language/text/document-address.ts';

const parser = createParser();

/** What an insertion into a document costs. It is made where `$` stands in the words `at`. */
function edit(text: string, at: string, newText: string) {
  const place = text.indexOf(at.replace('$', '')) + at.indexOf('$');
  const syntax = parser.parse(text);
  const model = buildModel(documentAddress('file:///papers/a.plan.md'), 1, syntax, builtInConfiguration);
  const change = { span: { start: place, end: place }, newText };
  const reparsed = parser.reparse(syntax, change);
  const before = modelCost().blocks;
  const update = updateModel(model, 2, reparsed.syntax, reparsed.changes, builtInConfiguration);
  return { read: modelCost().blocks - before, change: update.change, old: model, model: update.model, all: model.blocks.length };
}

const section = (number: number) =>
  `## Theme ${number}\n\nWhat we do about theme ${number}.\n\n### Actions\n\n- Train managers ${number}\n- Recruit social workers ${number}\n\nThe Board sees this ${number} times.\n\n`;
const long = `---\ntitle: Plan\n---\n\n# Plan\n\n${Array.from({ length: 120 }, (_, number) => section(number)).join('')}## The end\n\nText.\n`;

describe('the model after an edit', () => {
  it('says that a header never ends, until it does', () => {
    const open = edit('---\ntype: action-pla\ntitle: Plan\n\n# Plan\n', 'action-pla$', 'n').model;
    assert.equal(open.frontMatter.problems.length, 1);
    const closed = edit('---\ntype: action-plan\ntitle: Plan\n\n# Plan\n', 'title: Plan$', '\n---').model;
    assert.deepEqual([closed.frontMatter.problems, closed.frontMatter.fields.size], [[], 2]);
    const begun = edit('---\nx: y\n\n# Plan\n', '---\n$x', 'type: action-plan\n').model;
    assert.equal(begun.frontMatter.problems.length, 1);
  });

  it('reads one block again for a letter in a paragraph', () => {
    const { read, change, model, old, all } = edit(long, 'about theme 60$.', 'x');
    assert.ok(all > 700);
    assert.equal(read, 1);
    assert.deepEqual([change.removed, change.inserted], [1, 1]);
    assert.equal(model.context, old.context);
    assert.equal(model.blocks.filter((block, index) => block !== old.blocks[index]).length, 1);
  });

  it('reads an item and no more for a letter in a list', () => assert.ok(edit(long, 'Train managers 60$\n', 'x').read <= 4));

  it('reads a section again, and not those after it, when its heading changes its role', () => {
    const { read, model, all } = edit(
      long.replace('### Actions\n\n- Train managers 60', '### Deeds\n\n- Train managers 60'),
      '### Deeds$\n',
      ' and actions',
    );
    assert.ok(read < 12, `${read} of ${all}`);
    assert.equal(model.blocks.length, all);
  });

  it('keeps the place of a section one object', () => {
    const { model } = edit(long, '## Theme 60$\n', '');
    const index = model.blocks.findIndex(({ place }) => place.heading === 'Theme 60');
    assert.equal(model.blocks[index]!.place, model.blocks[index + 1]!.place);
    const touched = edit(long, 'about theme 60$.', 'x').model;
    const at = touched.blocks.findIndex(({ place }) => place.heading === 'Theme 60');
    assert.equal(touched.blocks[at]!.place, touched.blocks[at + 1]!.place);
  });

  it('keeps everything when the front matter changes without changing what anything means', () => {
    const { read, model, old } = edit(long, 'title: Plan$\n', ' of action');
    assert.equal(read, 1);
    assert.equal(model.context, old.context);
    assert.equal(model.frontMatter.fields.get('title')!.value, 'Plan of action');
  });

  it('reads everything when the front matter says that it is another kind of document', () => {
    const { read, change, all, model } = edit(long, 'title: Plan\n$---', 'type: minutes\n');
    assert.equal(read, all);
    assert.deepEqual(change, { from: 0, removed: all, inserted: all });
    assert.equal(model.context.type, 'minutes');
  });

  it('reads on as far as a comment reaches that switches a rule off', () => {
    const { read, all } = edit(long, '$## Theme 60\n', '<!-- inspection-response-disable dates/no-year -->\n\n');
    assert.ok(read > all / 3 && read <= all);
  });
});
