import assert from 'node:assert/strict';
import { rules } from '../../server/src/language/rules/index.ts';
import { namesIn } from '../../server/src/language/words.ts';
import {
  clientTexts,
  deadlineTexts,
  languages,
  manifestTexts,
  reviewedKey,
  serverLiterals,
  serverTexts,
  unclearClientTexts,
} from '../english-texts.ts';

const numbered = (text: string): readonly string[] => (text.match(/\{\d\}/g) ?? []).toSorted();
const named = (text: string): readonly string[] => [...new Set(namesIn(text))].toSorted();

/** The rules that come first (and are marked so) are translated whole. */
const first = [
  'structure/missing-recommendations',
  'structure/missing-section',
  'structure/empty-section',
  'structure/missing-field',
  'structure/invalid-field',
  'structure/unknown-field',
  'structure/placeholder',
  'structure/paragraph-number',
  'recommendations/no-verb',
  'recommendations/bare-note',
  'actions/missing-owner',
  'actions/missing-due',
  'actions/vague-due',
  'actions/past-due',
  'trace/finding-without-action',
  'trace/unknown-label',
  'measures/malformed-percentage',
  'dates/weekday-mismatch',
  'dates/impossible-date',
  'dates/statutory-deadline',
  'inspectorate/official-name',
  'privacy/personal-data',
  'language/acronym-undefined',
  'language/link-text',
  'language/empty-link',
];

describe('what is said in English', () => {
  it('is found by those who translate it', () => {
    const texts = serverTexts();
    for (const rule of rules) assert.ok(texts.get(rule.name)!.includes(rule.summary));
    assert.ok(texts.get('editor')!.includes('Leave out {rule} in this table, with a reason'));
    assert.ok(clientTexts().includes('Whose house style?'));
    assert.deepEqual(unclearClientTexts(), []);
  });
  it('stands in single quotation marks wherever it is a key, with names in braces that are words', () => {
    for (const [part, texts] of serverTexts()) for (const text of texts) assert.doesNotMatch(text, /\$\{|\{\d/, part);
  });
});

for (const { tag, server, client, manifest } of languages()) {
  describe(`the translation into ${tag}`, () => {
    it('says what language it is, and whether somebody whose language it is has read it', () => {
      assert.equal(server.language, tag);
      assert.equal(typeof server.reviewed, 'boolean');
      assert.equal(client[reviewedKey], String(server.reviewed));
      assert.equal(manifest[reviewedKey], String(server.reviewed));
    });
    it('translates what is said, and nothing else (what the English has changed to is in docs/translation-*.md)', () => {
      const parts = new Set([...serverTexts().keys()]);
      assert.deepEqual(
        Object.keys(server.texts).filter((part) => !parts.has(part)),
        [],
      );
      const texts = new Set(clientTexts());
      assert.deepEqual(
        Object.keys(client).filter((text) => !texts.has(text) && text !== reviewedKey),
        [],
      );
      const keys = manifestTexts();
      assert.deepEqual(
        Object.keys(manifest).filter((key) => !(key in keys) && key !== reviewedKey),
        [],
      );
    });
    it('keeps every value that is filled in', () => {
      const all = Object.values(server.texts).flatMap((part) => Object.entries(part));
      assert.deepEqual(
        all.filter(([english, own]) => named(english).join() !== named(own).join()),
        [],
      );
      const values = Object.entries(server.values).flatMap(([english, own]) =>
        (typeof own === 'string' ? [own] : Object.values(own)).map((form) => [english, form] as const),
      );
      assert.deepEqual(
        values.filter(([english, own]) => named(english).join() !== named(own).join()),
        [],
      );
      assert.deepEqual(
        Object.entries(client).filter(
          ([english, own]) => english !== reviewedKey && [...new Set(numbered(english))].join() !== [...new Set(numbered(own))].join(),
        ),
        [],
      );
      assert.deepEqual(
        [...all, ...Object.entries(client)].filter(([, own]) => own.trim() === ''),
        [],
      );
    });
    it('says one thing in one way, and has the plural forms of its language', () => {
      const known = new Map<string, string>();
      for (const [english, own] of Object.values(server.texts).flatMap((part) => Object.entries(part))) {
        assert.equal(known.get(english) ?? own, own, english);
        known.set(english, own);
      }
      const categories = new Set<string>(new Intl.PluralRules(tag).resolvedOptions().pluralCategories);
      for (const [english, own] of Object.entries(server.values)) {
        if (typeof own === 'string') continue;
        assert.ok(english.includes('{n}'), english);
        assert.deepEqual(
          Object.keys(own).filter((form) => !categories.has(form)),
          [],
        );
      }
    });
  });
}

describe('the translation into Welsh', () => {
  it('has the rules that come first, the window and the manifest whole, as far as their English is as it was', () => {
    const { server, client, manifest } = languages().find(({ tag }) => tag === 'cy')!;
    const literals = serverLiterals();
    for (const rule of first)
      assert.ok(
        Object.keys(server.texts[rule] ?? {}).some((english) => literals.has(english)),
        rule,
      );
    assert.deepEqual(
      deadlineTexts().filter((text) => server.values[text] === undefined),
      [],
    );
    assert.ok(Object.keys(client).length > 40 && Object.keys(manifest).length > 10);
  });
});
