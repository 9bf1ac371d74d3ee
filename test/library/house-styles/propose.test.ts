import assert from 'node:assert/strict';
import { readConfiguration } from '../../../server/src/language/configuration/read-configuration.ts';
import { shapeOfDocument } from '../../../server/src/language/features/when-asked/house-style-from-document.ts';
import { builtInHouseStyles, formFields, formSections, resolveHouseStyle } from '../../../server/src/language/house-styles/index.ts';
import {
  houseStyleName,
  nearestHouseStyle,
  proposeHouseStyle,
  type DocumentShape,
  type ProposedHouseStyle,
} from '../../../server/src/language/house-styles/propose.ts';
import { readDefinition } from '../../../server/src/language/house-styles/read-definition.ts';
import { newDocument } from '../../../server/src/language/new-document/new-document.ts';
import { reportsOf, snapshotOf, worldOf } from '../harness.ts';

const shapeOf = async (text: string): Promise<DocumentShape> => shapeOfDocument(await snapshotOf(worldOf(text)));

/** As if the document did not say which style it follows. */
const unstated = async (text: string): Promise<DocumentShape> => ({ ...(await shapeOf(text)), houseStyle: null });
const propose = async (text: string): Promise<ProposedHouseStyle> =>
  proposeHouseStyle(await shapeOf(text), 'aldersham', builtInHouseStyles);

/** A report of an invented council that is much like Sefton's, with a summary of another name, a section more, and no core purpose. */
const aldersham = newDocument('committee-report', builtInHouseStyles.get('sefton')!)
  .text.replace('## Summary', '## Report in brief')
  .replace('## Reasons for', '## Governance\n\nThe Improvement Board meets each month.\n\n## Reasons for')
  .replace(/## Contribution to the Council’s Core Purpose[\s\S]*?(?=\n## )/, '')
  .replace('wards:', 'directorate: Children\nwards:')
  .replace(/forward-plan:.*\n/, '');

describe('a house style from a document', () => {
  it('extends the nearest style and says only what differs', async () => {
    const shape = await unstated(aldersham);
    const { definition, guessed, unplaced } = proposeHouseStyle(shape, 'aldersham', builtInHouseStyles);
    assert.deepEqual(proposeHouseStyle({ ...shape, houseStyle: 'sefton' }, 'aldersham', builtInHouseStyles).definition, definition);
    assert.equal(nearestHouseStyle({ ...shape, houseStyle: 'leeds' }, builtInHouseStyles).name, 'leeds', 'what the document says counts');
    assert.deepEqual(definition, {
      name: 'aldersham',
      extends: 'sefton',
      status: 'starting-point',
      types: {
        'committee-report': {
          fields: [{ key: 'report-of' }, { key: 'directorate', label: 'Directorate' }, { key: 'forward-plan', omit: true }],
          sections: [
            { role: 'summary', heading: 'Report in brief' },
            { role: 'recommendations' },
            { role: 'governance' },
            { role: 'core-purpose', omit: true },
          ],
        },
      },
    });
    assert.deepEqual(guessed, [{ heading: 'Report in brief', role: 'summary' }]);
    assert.deepEqual(unplaced, []);
  });

  it('says what document is near: numbering, committees, status words', async () => {
    const { definition } = await propose(`---
type: committee-report
title: Visit
body: [Aldersham Families Scrutiny Panel, Cabinet]
meeting-date: 2026-03-10
status-scale: { done: finished, stuck: off track }
---

# Visit

## Summary

1.1 The letter is published.

1.2 The plan is ready.

1.3 The board meets.

## Recommendations

(i) That the Panel comments on the plan.

(ii) That the Panel asks for a report in June.

## Background

2.1 The visit was in May.

## What the weather was like

2.2 Fine.
`);
    assert.equal(definition.extends, 'generic');
    assert.deepEqual(definition.numbering, { paragraphs: 'section.paragraph', recommendations: '(i)' });
    assert.deepEqual(definition.committees, [{ name: 'Aldersham Families Scrutiny Panel', kind: 'scrutiny' }]);
    assert.deepEqual(definition.statusScale, {
      statuses: [
        { word: 'done', meaning: 'finished', stage: 'complete' },
        { word: 'stuck', meaning: 'off track', stage: 'off-track' },
      ],
    });
  });

  it('names the headings that nobody knows the purpose of', async () => {
    const { unplaced, definition } = await propose(
      '---\ntype: committee-report\n---\n# A\n\n## Summary\n\nText.\n\n## The weather\n\nFine.\n',
    );
    assert.deepEqual(unplaced, ['The weather']);
    assert.ok(!JSON.stringify(definition).includes('weather'));
  });

  for (const style of builtInHouseStyles.values()) {
    it(`gives the form of ${style.name} back`, async () => {
      const layout = style.types['committee-report']!;
      const shape = await shapeOf(newDocument('committee-report', style).text);
      const { definition } = proposeHouseStyle(shape, 'own', builtInHouseStyles);
      const { houseStyle, problems } = resolveHouseStyle('own', new Map([['own', definition]]));
      assert.deepEqual(problems, []);
      assert.deepEqual(readDefinition(definition).problems, []);
      const own = houseStyle.types['committee-report']!;
      assert.deepEqual(
        formSections(own).map(({ role, level }) => [role, level]),
        formSections(layout).map(({ role, level }) => [role, level]),
      );
      const written = new Set(shape.fields);
      assert.deepEqual(
        formFields(own)
          .map(({ key }) => key)
          .filter((key) => written.has(key))
          .toSorted(),
        [...written].toSorted(),
      );
    });
  }

  it('finds the council that a new document of its form is from', async () => {
    const missed: string[] = [];
    for (const style of builtInHouseStyles.values()) {
      if (
        !Object.hasOwn(style.types, 'committee-report') ||
        style.types['committee-report'] === builtInHouseStyles.get('generic')!.types['committee-report']
      )
        continue;
      const nearest = nearestHouseStyle(await unstated(newDocument('committee-report', style).text), builtInHouseStyles).name;
      if (nearest !== style.name) missed.push(`${style.name}: ${nearest}`);
    }
    // York's form is the generic one, but for its length.
    assert.deepEqual(missed, ['york: generic']);
  });

  it('leaves nothing missing in the document that it was made from', async () => {
    const { definition } = await propose(aldersham);
    const text = aldersham.replace('house-style: sefton', 'house-style: aldersham');
    const configuration = JSON.stringify({ houseStyles: { aldersham: { ...definition, name: undefined } } });
    assert.deepEqual(readConfiguration(configuration, []).problems, []);
    const reports = await reportsOf(worldOf(`//- /a.report.md\n${text}\n//- /.inspection-response.json\n${configuration}`));
    const ofForm = reports.filter(({ rule }) =>
      [
        'structure/missing-section',
        'structure/section-order',
        'structure/missing-field',
        'structure/unknown-field',
        'structure/duplicate-section',
      ].includes(rule),
    );
    assert.deepEqual(
      ofForm.map(({ message }) => message),
      [],
    );
  });

  it('never throws, and is always one that can be read, whatever the document', async () => {
    for (const text of [
      '',
      '# A\n',
      '---\n---\n',
      '## A\n\n## A\n\n## A\n',
      '## Summary\n\n## Summary\n\n### Summary\n',
      '###### Legal implications\n',
      '---\ntype: minutes\nbody: [[1], {}]\n---\n## Resolved\n\n## Resolved\n',
      '---\n"constructor": 1\n__proto__: 2\n---\n',
    ]) {
      const { definition } = await propose(text);
      assert.deepEqual(readDefinition(definition).problems, [], text);
      assert.deepEqual(resolveHouseStyle('aldersham', new Map([['aldersham', definition]])).problems, [], text);
    }
  });

  it('has a name that a document can write', () => {
    assert.equal(houseStyleName('Aldersham Council, scrutiny'), 'aldersham-council-scrutiny');
    assert.equal(houseStyleName('St Édith’s & Co. (2026)'), 'st-ediths-co-2026');
    assert.equal(houseStyleName('2026'), null);
    assert.equal(houseStyleName('  '), null);
  });
});
