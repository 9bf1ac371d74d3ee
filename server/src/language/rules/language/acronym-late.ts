import { isRole } from '../../model/view.ts';
import { proseOf } from '../prose.ts';
import { documentRule } from '../rule.ts';

/**
 * “Northmere Local Area SEND Action Plan”: a title that stands in the text, with nothing of a sentence. A single word is one only where it
 * stands alone.
 */
function isTitleLine(text: string, standsAlone: boolean): boolean {
  const words = text.trim().split(/\s+/).length;
  return (
    /^\p{Lu}[^.:;?!]{3,90}$/u.test(text.trim()) &&
    (words > 1 || standsAlone) &&
    words <= 12 &&
    !/\s(?:is|are|was|were|has|have|had|will|works?|met|meets?|be)\s/.test(text)
  );
}

/** The key under a table, “MASH: multi-agency safeguarding hub”, stands where it should. */
const isInKey = (source: string, end: number): boolean => /^\s?(?:[:=–—]|\s-\s)/.test(source.slice(end, end + 3));

export default documentRule<'late'>({
  name: 'language/acronym-late',
  summary: 'A short form is explained only after it has been used.',
  why: `A reader who meets MASH in the second paragraph does not know that the fifth will explain it. The name belongs to the first use. A glossary may stand anywhere,
and headings are left alone.`,
  sources: [
    {
      title: 'Government style guidance: explain a short form at its first use',
      url: 'https://confluence.collab.test-and-trace.nhs.uk/pages/viewpage.action?navigatingVersions=true&pageId=357701191',
      certainty: 'seen',
    },
  ],
  types: ['committee-report', 'action-plan'],
  severity: 'warning',
  messages: { late: '{short} is explained only later. Move the full name (“{long}”) here.' },
  examples: {
    valid: [
      { title: 'At its first use', text: 'The Multi-Agency Safeguarding Hub (MASH) works well. The MASH has new staff.\n' },
      {
        title: 'In the head of a table first',
        text: '| Team | MASH |\n| --- | --- |\n| North | 4 |\n\nThe Multi-Agency Safeguarding Hub (MASH) works well.\n',
      },
      { title: 'In the heading first', text: '## The MASH\n\nThe Multi-Agency Safeguarding Hub (MASH) works well.\n' },
    ],
    invalid: [
      {
        title: 'Two paragraphs too late',
        text: `The MASH works well.
    ^^^^

Inspectors praised the Multi-Agency Safeguarding Hub (MASH).
`,
      },
      {
        title: 'Set in bold',
        text: `Referrals to the **MASH** have doubled.
                   ^^^^

Inspectors praised the Multi-Agency Safeguarding Hub (MASH).
`,
      },
      {
        title: 'In one sentence',
        text: `Few LADO cases reach the local authority designated officer (LADO) late.
    ^^^^
`,
      },
    ],
  },
  reads: ['acronym-use', 'acronym-definition', 'table'],
  *check({ items, document, configuration }) {
    const definitions = new Map<string, { at: number; long: string; inGlossary: boolean }>();
    for (const { item, base, model } of items('acronym-definition')) {
      const inGlossary = isRole(model.place.role, 'glossary');
      const before = definitions.get(item.short);
      if (!before || inGlossary)
        definitions.set(item.short, {
          at: base + item.shortSpan.start,
          long: item.long,
          inGlossary: inGlossary || before?.inGlossary === true || isInKey(model.block.text, item.shortSpan.end),
        });
    }
    const headers = new Set(items('table').map(({ index }) => index));
    const done = new Set<string>();
    for (const on of items('acronym-use')) {
      const { short, quoted } = on.item;
      const definition = definitions.get(short);
      if (!definition || definition.inGlossary || quoted || done.has(short) || definition.at <= on.span.start) continue;
      if (
        headers.has(on.index) ||
        Object.hasOwn(document.houseStyle.glossary, short) ||
        configuration.acronyms.has(short) ||
        document.people.has(short)
      )
        continue;
      const all = proseOf(on.model.block);
      const prose = all.find(({ span }) => span.start <= on.item.span.start && on.item.span.end <= span.end);
      if (!prose || prose.inHeading || prose.inLink || isTitleLine(prose.text, all.length === 1)) continue;
      done.add(short);
      yield { message: 'late', data: { short, long: definition.long }, on, span: on.item.span };
    }
  },
});
