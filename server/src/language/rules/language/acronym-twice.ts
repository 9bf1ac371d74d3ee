import type { Placed } from '../../model/compare-items.ts';
import { isRole } from '../../model/view.ts';
import type { AcronymDefinitionItem } from '../../model/items.ts';
import { besideTheText } from '../explaining-acronyms.ts';
import { proseOf } from '../prose.ts';
import { groupRule } from '../rule.ts';

type Message = 'again' | 'otherwise';

export default groupRule<'acronym-definition', Message>({
  name: 'language/acronym-twice',
  summary: 'A short form is explained twice.',
  why: `A reader who meets the full name again wonders whether it is the same thing; one who meets another full name cannot know which is meant. Explain a short form at its first
use and use it from there on. Headings, quotations, the glossary, tables and appendices are left alone.`,
  sources: [
    {
      title: 'Government style guidance: explain a short form at its first use',
      url: 'https://confluence.collab.test-and-trace.nhs.uk/pages/viewpage.action?navigatingVersions=true&pageId=357701191',
      certainty: 'seen',
    },
  ],
  types: ['committee-report', 'action-plan'],
  severity: 'information',
  messages: {
    again: '{short} has been explained before. Write {short} alone here.',
    otherwise: '{short} was explained before as “{before}”. Use one short form for one thing.',
  },
  examples: {
    valid: [
      { title: 'Once, then the short form', text: 'The Multi-Agency Safeguarding Hub (MASH) works well. The MASH has new staff.\n' },
      {
        title: 'In the glossary too',
        text: 'The Multi-Agency Safeguarding Hub (MASH) works well.\n\n## Glossary\n\n- MASH – Multi-Agency Safeguarding Hub\n',
      },
      {
        title: 'In a heading first',
        text: '## Multi-Agency Safeguarding Hub (MASH)\n\nThe Multi-Agency Safeguarding Hub (MASH) works well.\n',
      },
      {
        title: 'In the inspectors’ words',
        text: 'The Multi-Agency Safeguarding Hub (MASH) works well.\n\n> The multi-agency safeguarding hub (MASH) is a strength.\n',
      },
    ],
    invalid: [
      {
        title: 'Again in a later paragraph',
        text: `The Service Improvement Plan (SIP) has eight parts.

The Service Improvement Plan (SIP) was refreshed in May.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
        fixed: `The Service Improvement Plan (SIP) has eight parts.

The SIP was refreshed in May.
`,
      },
      {
        title: 'For something else',
        text: `A personal adviser (PA) is named for each care leaver.

The priority action (PA) is to be met by June.
    ^^^^^^^^^^^^^^^^^^^^
`,
      },
    ],
  },
  fixes: {
    short: {
      title: 'Write {short} alone',
      safe: false,
      edits: ({ view, problem: { span, data } }) =>
        view.slice(span) === data['written'] ? { here: [{ span, newText: String(data['shown']) }] } : null,
    },
  },
  reads: 'acronym-definition',
  keys: (on) => (isOwn(on) ? [on.item.short] : []),
  *check({ items }) {
    const [before, ...others] = items as readonly [Placed<AcronymDefinitionItem>, ...Placed<AcronymDefinitionItem>[]];
    for (const on of others) {
      const { short, long, span } = on.item;
      const written = on.model.block.text.slice(span.start, span.end);
      const same = fold(before.item.long) === fold(long);
      const shown = /\((?:the\s)?["“'‘]?([A-ZÀ-Þ][A-Za-zÀ-ɏ&]*)["”'’]?\)$/u.exec(written)?.[1];
      yield {
        message: same ? 'again' : 'otherwise',
        data: { short, before: before.item.long, written, shown: shown ?? short },
        on,
        span,
        related: [{ on: before, span: before.item.span, message: 'Explained here first' }],
        fixes: same && shown ? ['short'] : [],
      };
    }
  },
});

/** Whether the author explains it, in running text. */
function isOwn({ item: { shortSpan }, model: { block, place } }: Placed<AcronymDefinitionItem>): boolean {
  if (besideTheText.some((role) => place.roles.some((one) => isRole(one, role))) || block.kind === 'table-row' || isAppendix(place.heading))
    return false;
  const prose = proseOf(block).find((one) => one.span.start <= shortSpan.start && shortSpan.end <= one.span.end);
  return prose !== undefined && !prose.quoted && !prose.inHeading && !prose.inLink;
}

/** An appendix is read by itself, so that it may explain again. */
const isAppendix = (heading: string | null): boolean => heading !== null && /^(?:appendix|annexe?)\b/i.test(heading);

/** Letters of a long form, so that capitals, hyphens and a plural make no difference. */
const fold = (long: string): string =>
  long
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^A-Za-zÀ-ɏ]+/gu, ' ')
    .replace(/^(?:the|a|an|our) /, '')
    .split(' ')
    .map((word) => word.replace(/s$/, ''))
    .join(' ')
    .replace(/\bchildren\b/g, 'child')
    .trim();
