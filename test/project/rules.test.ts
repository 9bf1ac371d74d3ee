import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { neverCancelled } from '../../server/src/language/host.ts';
import { rules } from '../../server/src/language/rules/index.ts';
import { families, type Rule } from '../../server/src/language/rules/rule.ts';
import { editsFor, fixesFor } from '../../server/src/language/rules/fixes.ts';
import { applyEdits } from '../../server/src/language/text/span.ts';
import { snapshotOf, worldOf } from '../library/harness.ts';

const folder = resolve(import.meta.dirname, '../../server/src/language/rules');

/** Words of programmers that no officer should have to read. */
const programmersWords =
  /\b(?:nodes?|tokens?|AST|regex(?:es|p)?|regular expressions?|parse[rd]?|parsing|strings?|booleans?|null|undefined|arrays?|YAML|JSON|syntax|lint(?:er)?|diagnostics?|offset|index)\b/i;

/** Ids of messages and fixes that the invalid examples of a rule produce. */
async function usedBy(rule: Rule): Promise<{ messages: Set<string>; fixes: Set<string>; broken: string[] }> {
  const messages = new Set<string>();
  const fixes = new Set<string>();
  const broken: string[] = [];
  for (const { text } of rule.examples.invalid) {
    const world = worldOf(text);
    for (const { address, text: source } of world.fixture.files) {
      if (address.endsWith('.json')) {
        for (const report of (await world.service.checkConfiguration(world.address))?.reports ?? [])
          if (report.rule === rule.name) messages.add(report.messageId);
        continue;
      }
      world.service.open(address, 1, source);
      for (const report of await world.service.check(address, neverCancelled, { wait: true })) {
        if (report.rule !== rule.name) continue;
        messages.add(report.messageId);
        for (const id of report.fixes) fixes.add(id);
        if (/\{\w+\}/.test(report.message)) broken.push(`a value is missing in “${report.message}”`);
        if (address !== world.address) continue;
        const snapshot = await snapshotOf(world);
        for (const fix of fixesFor(snapshot, report)) {
          if (/\{\w+\}|undefined/.test(fix.title)) broken.push(`a value is missing in the fix “${fix.title}”`);
          const edits = editsFor(snapshot, report, fix.id, fix.data);
          if (edits && applyEdits(source, edits.here) === source && !edits.elsewhere) broken.push(`the fix “${fix.title}” changes nothing`);
        }
      }
    }
  }
  return { messages, fixes, broken };
}

describe('the rules', () => {
  it('have names of their own, in small letters with hyphens, of a known family', () => {
    const names = rules.map(({ name }) => name);
    assert.deepEqual(
      names.filter((name, i) => names.indexOf(name) !== i),
      [],
    );
    assert.deepEqual(
      names.filter((name) => !/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/.test(name)),
      [],
    );
    assert.deepEqual(
      names.filter((name) => !(families as readonly string[]).includes(name.split('/')[0]!)),
      [],
    );
  });

  it('stand in the index in the order of their families', () => {
    const order = rules.map(({ name }) => (families as readonly string[]).indexOf(name.split('/')[0]!));
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    );
  });

  it('are each a file, and each file of a rule is in the index', () => {
    const files: string[] = [];
    for (const family of families) {
      for (const file of readdirSync(join(folder, family))) {
        const path = `${family}/${file.replace(/\.ts$/, '')}`;
        if (file.endsWith('.ts') && isRuleFile(join(folder, family, file))) files.push(path);
      }
    }
    assert.deepEqual(files.toSorted(), rules.map(({ name }) => name as string).toSorted());
  });

  for (const rule of rules) {
    describe(rule.name, () => {
      it('explains itself with two examples of each kind and a source', () => {
        assert.ok(rule.examples.valid.length >= 2, 'two valid examples');
        assert.ok(rule.examples.invalid.length >= 2, 'two invalid examples');
        assert.ok(rule.sources.length >= 1, 'a source');
        assert.ok(rule.why.length > 80, 'why it matters');
        assert.match(rule.summary, /^\p{Lu}.*\.$/su);
      });

      it('speaks to an officer', () => {
        for (const text of [
          rule.summary,
          ...Object.values<string>(rule.messages),
          ...Object.values(rule.fixes ?? {}).map(({ title }) => title),
        ])
          assert.doesNotMatch(text.replaceAll('.inspection-response.json', ''), programmersWords);
        for (const message of Object.values<string>(rule.messages)) if (!/^\{\w+\}$/.test(message)) assert.match(message, /[.?]$/);
      });

      it('says each of its messages, and offers each of its fixes, in some example', async () => {
        const { messages, fixes, broken } = await usedBy(rule);
        assert.deepEqual(broken, []);
        const untested = Object.keys(rule.messages).filter((id) => !messages.has(id));
        assert.deepEqual(untested, [], 'messages that no example produces');
        assert.deepEqual(
          Object.keys(rule.fixes ?? {}).filter((id) => !fixes.has(id)),
          [],
          'fixes that no example offers',
        );
      });
    });
  }
});

/** Whether a file describes a rule, rather than holding data or helpers of rules. */
function isRuleFile(path: string): boolean {
  return rulePattern.test(readFileSync(path, 'utf8'));
}
const rulePattern = /^ {2}name: '[a-z]+\/[a-z-]+',$/m;
