import assert from 'node:assert/strict';
import { builtInConfiguration } from '../../server/src/language/configuration/built-in.ts';
import { createCalendar } from '../../server/src/language/calendar/create-calendar.ts';
import { neverCancelled } from '../../server/src/language/host.ts';
import { openDocument, settle, type OpenDocument } from '../../server/src/language/open-document.ts';
import { check } from '../../server/src/language/rules/checking/check.ts';
import { rules } from '../../server/src/language/rules/index.ts';
import type { Report } from '../../server/src/language/rules/rule.ts';
import { createParser } from '../../server/src/language/syntax/parser.ts';
import { documentAddress } from '../../server/src/language/text/document-address.ts';
import { applyEdits, span, type TextEdit } from '../../server/src/language/text/span.ts';
import { english } from '../../server/src/language/words.ts';
import { memoryHost } from '../library/harness.ts';
import { randomEdit, randomFrom, type Random } from './hostile-documents.ts';

const parser = createParser();
const circumstances = { configuration: builtInConfiguration, calendar: createCalendar([]), today: '2026-09-01', words: english };

/** What rules that compare one place with others look at: words that stand twice, short forms, spellings, numbers, labels, dates. */
const passages = [
  'Plans are reviewed each month by the head of assessment and the manager of the team, who sample ten of them and report to the board.',
  'The visit looked at how the council protects children and young people who go missing from home or care or who are at risk outside the home.',
  'Leaders know the strengths of their service well, and have put in place a plan that, as the figures of the last quarter show, is starting to help.',
  'The Multi-Agency Safeguarding Hub (MASH) has new staff.',
  'The multi agency safeguarding hub (MASH) works well for care leavers.',
  'Care-leavers told the panel so on 31 March 2025.',
  'Two areas for improvement were found.',
  'See Appendix 2 and finding AI3.',
  'An SIP was made.',
];
const headings = [
  '## Summary',
  '## Recommendations',
  '## Background',
  '## Progress',
  '## Legal implications',
  '## Appendix 1: Letter',
  '# Report',
];

const block = (random: Random): string => {
  const words = Array.from({ length: random.between(1, 3) }, () => random.pick(passages)).join(' ');
  const kind = random.below(10);
  if (kind < 2) return random.pick(headings);
  if (kind === 2) return `> ${words}`;
  if (kind === 3) return `- ${words}\n- ${random.pick(passages)}`;
  if (kind === 4)
    return '| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n| A1 | Review the plan | Head of Assessment | 31 June 2025 | green |\n| A1 | Support |  | ongoing | amber |';
  return `${random.chance(0.5) ? `${random.between(1, 9)}. ` : ''}${words}`;
};

const paper = (random: Random): string =>
  `${random.chance(0.5) ? '---\ntype: committee-report\nas-at: 2026-08-01\n---\n\n' : ''}${Array.from({ length: random.between(2, 12) }, () => block(random)).join('\n\n')}\n`;

/** An edit as somebody makes it who writes: a letter, a word of the form, a block that comes, goes, or is pasted elsewhere. */
function edit(random: Random, text: string): TextEdit {
  const blocks = text.split(/(?<=\n\n)/);
  const place = (index: number): number => blocks.slice(0, index).join('').length;
  const [from, to] = [random.below(blocks.length), random.below(blocks.length)];
  const at = random.below(text.length + 1);
  switch (random.below(6)) {
    case 0:
      return { span: span(place(to), place(to)), newText: blocks[from]!.endsWith('\n\n') ? blocks[from]! : `${blocks[from]!}\n` };
    case 1:
      return { span: span(place(from), place(from + 1)), newText: '' };
    case 2:
      return { span: span(place(to), place(to)), newText: `${block(random)}\n\n` };
    case 3:
      return randomEdit(random, text);
    default:
      return { span: span(at, random.chance(0.5) ? at : Math.min(text.length, at + 1)), newText: random.pick(['x', ' ', '.', '', 's']) };
  }
}

const host = memoryHost([]);
const reportsOf = (document: OpenDocument): Promise<readonly Report[]> =>
  check(rules, settle(document, parser, builtInConfiguration), document.foundSoFar, circumstances, null, host, neverCancelled);
const open = (text: string): OpenDocument => openDocument(documentAddress('file:///papers/progress.report.md'), 1, text);

describe('what is found after any edits', () => {
  it('also where a short form is explained and a paragraph with it goes past another in one go', async () => {
    const explained = 'The multi-agency safeguarding hub (MASH) works well.\n\n';
    const text = `# Report\n\nThe MASH has new staff.\n\n${explained}`;
    const document = open(text);
    assert.ok((await reportsOf(document)).some(({ rule }) => rule === 'language/acronym-late'));
    document.version++;
    document.waiting.push(
      { span: span(10, 10), newText: explained },
      { span: span(text.length, text.length + explained.length), newText: '' },
    );
    assert.deepEqual(
      await reportsOf(document),
      await reportsOf(open(text.replace(explained, '').replace('The MASH', `${explained}The MASH`))),
    );
  });

  it('is what is found from scratch', async () => {
    const seed = Number(process.env['CHECK_SEED'] ?? 20260701);
    const random = randomFrom(seed);
    let text = '';
    let document: OpenDocument | null = null;
    for (let made = 0; made < Number(process.env['CHECK_EDITS'] ?? 600); made++) {
      if (!document || text.length > 6000 || text.length < 20 || random.chance(0.02)) {
        text = paper(random);
        document = open(text);
        await reportsOf(document);
      }
      const next = edit(random, text);
      document.version++;
      document.waiting.push(next);
      const before = text;
      text = applyEdits(text, [next]);
      // Now and then two edits are worked off before anybody asks.
      if (random.chance(0.2)) continue;
      assert.deepEqual(
        await reportsOf(document),
        await reportsOf(open(text)),
        `seed ${seed}\ntext ${JSON.stringify(before)}\nedit ${JSON.stringify(next)}`,
      );
    }
    assert.deepEqual(host.logged, []);
  }).timeout(process.env['CHECK_EDITS'] ? 0 : 60_000);
});
