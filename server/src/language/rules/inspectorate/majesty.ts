import { textOf, textsOf, type FrontMatter } from '../../model/front-matter/front-matter.ts';
import { kingFrom } from '../explaining-acronyms.ts';
import { matchesIn, proseOf } from '../prose.ts';
import { blockRule } from '../rule.ts';

export default blockRule<'his' | 'her'>({
  name: 'inspectorate/majesty',
  summary: 'Her Majesty’s inspectors are named in a document of the King’s reign, or the other way round.',
  why: `Inspectors have been His Majesty’s since 8 September 2022; before that day they were Her Majesty’s. Reports copied from older ones keep the old form. Which
is right is told from the date of the document; where it has none, nothing is said.`,
  sources: [{ title: 'The King acceded on 8 September 2022', certainty: 'to confirm' }],
  types: ['committee-report', 'action-plan', 'minutes', 'agenda'],
  severity: 'warning',
  messages: {
    his: 'Since 8 September 2022: “His Majesty’s {office}”.',
    her: 'Before 8 September 2022: “Her Majesty’s {office}”.',
  },
  examples: {
    valid: [
      {
        title: 'The King’s inspectors',
        text: '---\ntype: committee-report\nmeeting-date: 2026-07-06\n---\nHis Majesty’s Inspectors came in May.\n',
      },
      {
        title: 'Of an earlier time',
        text: '---\ntype: committee-report\nmeeting-date: 2026-07-06\n---\nIn 2017, Her Majesty’s Inspectors found weak plans.\n',
      },
      { title: 'No date', text: 'Her Majesty’s Inspectors came in May.\n' },
    ],
    invalid: [
      {
        title: 'Copied from an older report',
        text: `---
type: committee-report
meeting-date: 2026-07-06
---
Her Majesty’s Inspectors came in May.
^^^
`,
        fixed: `---
type: committee-report
meeting-date: 2026-07-06
---
His Majesty’s Inspectors came in May.
`,
      },
      {
        title: 'Too early',
        text: `---
type: committee-report
meeting-date: 2019-03-06
---
The visit was led by His Majesty's Inspector Ben Tarrant.
                     ^^^
`,
        fixed: `---
type: committee-report
meeting-date: 2019-03-06
---
The visit was led by Her Majesty's Inspector Ben Tarrant.
`,
      },
    ],
  },
  fixes: {
    change: {
      title: 'Write “{right}”',
      safe: false,
      edits: ({ problem: { span, data } }) => ({ here: [{ span, newText: String(data['right']) }] }),
    },
  },
  readsFrontMatter: true,
  *check({ block, frontMatter }) {
    const date = dateOf(frontMatter);
    if (!date) return;
    const right = date < kingFrom ? 'her' : 'his';
    for (const prose of proseOf(block.block)) {
      if (prose.quoted || prose.inLink) continue;
      for (const { match, span } of matchesIn(prose, office)) {
        if (match[1]!.toLowerCase() === right) continue;
        // A sentence about earlier years speaks of them in their own words.
        const around = prose.text.slice(Math.max(0, match.index - 160), match.index + 200);
        if (right === 'his' && /\b(?:19\d\d|20[01]\d|202[0-2])\b/.test(around)) continue;
        const written = right === 'his' ? 'His' : 'Her';
        yield {
          message: right,
          data: { office: match[2]!, right: written },
          span: { start: span.start, end: span.start + 3 },
          fixes: ['change'],
        };
      }
    }
  },
});

const office = /(?<![A-Za-zÀ-ɏ\d])(Her|His)\sMajesty[’']s\s((?:Chief\s)?Inspector(?:s|ate)?)(?![A-Za-zÀ-ɏ\d])/gu;

const dateOf = (frontMatter: FrontMatter): string | undefined =>
  [textsOf(frontMatter, 'meeting-date')[0]?.text, textOf(frontMatter, 'published')].find(
    (date): date is string => typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date),
  );
