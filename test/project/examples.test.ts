import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { neverCancelled } from '../../server/src/language/host.ts';
import { createLanguageService } from '../../server/src/language/service.ts';
import { documentAddress } from '../../server/src/language/text/document-address.ts';
import { memoryHost } from '../library/harness.ts';

const root = resolve(import.meta.dirname, '../../examples');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:letter|report|plan|agenda|minutes)\.md$|\.inspection-response\.json$/.test(path))
  .map((path) => path.replaceAll('\\', '/'))
  .toSorted();

/** Findings of the documents in a folder of the examples, as `name: family/rule` with the text they speak of. */
async function findingsIn(
  folder: string,
  today: string,
): Promise<{ readonly file: string; readonly rule: string; readonly text: string; readonly before: string }[]> {
  const sources = files.map((path) => ({
    path,
    address: documentAddress(`file:///examples/${path}`),
    text: readFileSync(join(root, path), 'utf8'),
  }));
  const host = memoryHost(sources, today);
  const service = createLanguageService(host);
  const documents = sources.filter(({ path }) => path.startsWith(`${folder}/`));
  for (const { address, text } of documents) service.open(address, 1, text);
  const found = [];
  for (const { path, address, text } of documents) {
    for (const { rule, span } of await service.check(address, neverCancelled, { wait: true })) {
      found.push({ file: path, rule: rule as string, text: text.slice(span.start, span.end), before: text.slice(0, span.start) });
    }
    assert.equal(await service.checkConfiguration(address), null);
  }
  assert.deepEqual(host.logged, []);
  return found;
}

describe('the examples', function () {
  // The first one loads the whole library.

  it('are a whole response, in every kind of document', () => {
    for (const kind of ['letter', 'report', 'plan', 'agenda', 'minutes'])
      assert.ok(
        files.some((path) => path.startsWith('northmere/') && path.endsWith(`.${kind}.md`)),
        kind,
      );
  });

  for (const today of ['2026-03-01', '2031-01-01']) {
    it(`of Northmere have nothing to report, on ${today}`, async () => {
      assert.deepEqual(
        (await findingsIn('northmere', today)).map(({ file, rule, text }) => `${file}: ${rule} “${text}”`),
        [],
      );
    });
  }

  it('of Wexcombe show each warning that they say they show, and no other', async () => {
    const found = await findingsIn('with-warnings', '2026-04-14');
    const rules = new Set(found.map(({ rule }) => rule));
    for (const rule of [
      'trace/finding-without-action',
      'trace/unknown-label',
      'actions/status-against-date',
      'actions/missing-owner',
      'actions/vague-due',
      'actions/unknown-status',
      'measures/malformed-percentage',
      'inspectorate/official-name',
      'recommendations/bare-note',
      'dates/weekday-mismatch',
      'language/acronym-undefined',
      'dates/statutory-deadline',
      'structure/placeholder',
      'language/empty-link',
    ])
      assert.ok(rules.has(rule), rule);
    for (const { file, rule, text, before } of found) {
      const notice = before.lastIndexOf('<!--');
      const section = before.lastIndexOf('\n## ');
      assert.ok(
        notice > section && /^<!--\s*Notice/.test(before.slice(notice)),
        `${file}: nothing says what to notice of ${rule} “${text}”`,
      );
    }
  });
});
