import assert from 'node:assert/strict';
import { explanationAsMarkdown, explanationParts } from '../../server/src/language/configuration/explanation-text.ts';
import type { Explanation } from '../../server/src/language/configuration/explain.ts';
import type { EditorSettings } from '../../server/src/language/configuration/configuration.ts';
import { rules } from '../../server/src/language/rules/index.ts';
import { fileNameOf } from '../../server/src/language/text/document-address.ts';
import { worldOf } from './harness.ts';

async function explain(source: string, editor?: EditorSettings): Promise<Explanation> {
  const { service, address } = worldOf(source);
  if (editor) service.prefer(editor);
  const explained = await service.explain(address, fileNameOf);
  assert.ok(explained);
  return explained;
}

const lines = async (source: string, editor?: EditorSettings): Promise<string[]> =>
  explanationParts(await explain(source, editor))
    .flatMap(({ rows }) => rows)
    .map((row) => row.join(' | '));

const plan = `//- /council/visit.plan.md
---
house-style: aldersham
as-at: 2026-05-01
status-scale: brag
people:
  AB: Ann Bell, Head of Assessment
acronyms:
  NFB: Northmere Family Board
---

# Plan
`;

const configuration = `//- /council/.inspection-response.json
{
  // ours
  "houseStyle": "sefton",
  "houseStyles": {
    "aldersham": {
      "title": "Aldersham",
      "extends": "sefton",
      "rules": { "dates/date-style": "off" }
    },
    "sefton": {
      "title": "Sefton, our way",
      "statusScale": "progress"
    }
  },
  "people": {
    "CD": "Col Dray, Head of Care"
  },
  "acronyms": {
    "NSCP": "Northmere Safeguarding Children Partnership"
  },
  "words": { "utilise": "use" },
  "holidays": [
    { "date": "2026-12-24", "name": "Closure" }
  ],
  "exclude": [
    "archive/**"
  ],
  "rules": {
    "language/acronym-undefined": {
      "options": { "known": ["MIS"] }
    },
    "actions/missing-owner": "warning"
  }
}
`;

describe('what applies to a document, and where it is said', () => {
  it('every value has the line that says it', async () => {
    const found = await lines(plan + configuration);
    for (const line of [
      'Settings file | .inspection-response.json | the nearest one, here or above',
      'Left out | no | nothing leaves it out',
      'Kind | action-plan | file name',
      'House style | aldersham | visit.plan.md:2',
      '  which is | aldersham: Aldersham | .inspection-response.json:5',
      '  which extends | sefton: Sefton, our way | .inspection-response.json:10',
      '  which extends | sefton: Sefton Council | built in',
      '  which extends | generic: Generic | built in',
      'Today | 2026-05-01 | visit.plan.md:3',
      'AB | Ann Bell, Head of Assessment | visit.plan.md:6',
      'CD | Col Dray, Head of Care | .inspection-response.json:16',
      'NFB | Northmere Family Board | visit.plan.md:8',
      'NSCP | Northmere Safeguarding Children Partnership | .inspection-response.json:19',
      'utilise | use | .inspection-response.json:21',
      '2026-12-24 | Closure | .inspection-response.json:23',
      'archive/** |  | .inspection-response.json:26',
      'actions/missing-owner | warning | .inspection-response.json:32',
      'dates/date-style | off | house style, .inspection-response.json:8',
      '  known | ["MIS"] | .inspection-response.json:30',
    ])
      assert.ok(found.includes(line), `${line}\n\n${found.slice(0, 40).join('\n')}`);
    assert.match(
      found.find((line) => line.startsWith('Status words'))!,
      /^Status words \| brag: .* \| visit\.plan\.md:4$/,
    );
  });

  it('names every check, those that somebody set first', async () => {
    const { rules: explained } = await explain(plan + configuration);
    assert.deepEqual(
      explained.map(({ name }) => name),
      rules.map(({ name }) => name),
    );
    const parts = explanationParts(await explain(plan + configuration));
    const checks = parts.find(({ title }) => title === 'Checks')!.rows.filter(([what]) => !what.startsWith('  '));
    assert.equal(checks.length, rules.length);
    assert.deepEqual(
      checks
        .slice(0, 3)
        .map(([name]) => name)
        .toSorted(),
      ['actions/missing-owner', 'dates/date-style', 'language/acronym-undefined'],
    );
  });

  it('without a file, what is built in and what the editor is set to', async () => {
    const report = '//- /a.report.md\n# Report\n';
    const bare = await lines(report);
    assert.ok(bare.includes('Settings file | none | no .inspection-response.json here or above'));
    assert.ok(bare.includes('House style | generic | built in'));
    assert.ok(bare.includes('Today | 2026-06-01 | this computer'));
    const set = await lines(report, { houseStyle: 'leeds', rules: new Map([['dates/date-style', { severity: 'error' }]]) });
    assert.ok(set.includes('House style | leeds | setting in the editor'));
    assert.ok(set.includes('dates/date-style | error | setting in the editor'));
  });

  it('a house style that nobody knows does not count, and a path that leaves the document out does', async () => {
    const found = await lines(
      '//- /old/a.report.md\n---\nhouse-style: atlantis\n---\n//- /.inspection-response.json\n{\n  "exclude": ["new/**", "old/**"]\n}\n',
    );
    assert.ok(found.includes('House style | generic | built in'));
    assert.ok(found.includes('Left out | yes | .inspection-response.json:2'));
  });

  it('what is wrong in the file is told with its line', async () => {
    const found = await lines(
      '//- /a.report.md\n# Report\n//- /.inspection-response.json\n{\n  "rules": {\n    "dates/no-such": "off"\n  }\n}\n',
    );
    assert.ok(found.includes('Wrong in it | There is no check “dates/no-such”. | line 3'));
  });

  it('a file that cannot be read is no obstacle', async () => {
    for (const text of ['', '{', '[', '{ "houseStyles": [ }', '{ "exclude": 3, "people": 4 }', '\0'])
      await explain(`//- /a.report.md\n# Report\n//- /.inspection-response.json\n${text}`);
  });

  it('is Markdown in which nothing of the files counts as Markdown', async () => {
    const markdown = explanationAsMarkdown(
      await explain('//- /a.report.md\n# Report\n//- /.inspection-response.json\n{ "acronyms": { "A|B": "<b>*C*</b>" } }\n'),
    );
    assert.match(markdown, /^# What applies to a\.report\.md$/m);
    assert.match(markdown, /^\| A\\\|B \| \\<b\\>\\\*C\\\*\\<\/b\\> \| \\?\.inspection-response\.json:1 \|$/m);
  });
});
