import { kindIsKnown } from '../document-head.ts';
import { isRole } from '../../model/view.ts';
import { insertBlocks, inLineEndings } from '../insertion.ts';
import { responseRule, type LocatedProblem } from '../rule.ts';

type Message = 'notListed' | 'noList' | 'neverMentioned' | 'saysNone' | 'noFile';

export default responseRule<Message>({
  name: 'structure/missing-appendix',
  summary: 'An appendix is mentioned and not listed, listed and never mentioned, or its file is not there.',
  why: `Everything that a report refers to must be there for members and the public to read. An appendix that is missing from the list is often
missing from the agenda pack too.`,
  sources: [
    {
      title: 'Gloucester City Council, report writing guide: list appendices by number and title',
      url: 'https://vdocuments.mx/report-writing-guide-home-gloucester-city-re2017-03-09principles-of-report.html',
      certainty: 'seen',
    },
  ],
  types: ['committee-report'],
  severity: 'error',
  severities: { neverMentioned: 'information' },
  messages: {
    notListed: 'Appendix {number} is not in the list of appendices. Add it, or correct the number.',
    noList: 'Appendix {number} is mentioned, but the report has no list of appendices.',
    saysNone: 'Appendix {number} is mentioned, but the list says that there are no appendices.',
    noFile: 'There is no file “{path}” beside this report. Correct the link, or put the file there.',
    neverMentioned: 'Nothing in the report refers to Appendix {number}. Say in the text what it is for, or leave it out.',
  },
  examples: {
    valid: [
      {
        title: 'Mentioned and listed',
        text: '## Background\n\nThe letter is at Appendix 1.\n\n## Appendices\n\n- Appendix 1 – Letter of 29 May 2026\n',
      },
      {
        title: 'A linked file that is there, and a link to the web',
        text: '//- /papers/example.report.md\n## Background\n\nThe letter is at Appendix 1 and the plan at Appendix 2.\n\n## Appendices\n\n- [Appendix 1 – Letter](our%20visit.letter.md#findings)\n- [Appendix 2 – Plan](https://northmere.example/plan.pdf)\n//- /papers/our%20visit.letter.md\n# Letter\n',
      },
      {
        title: 'No appendices at all',
        text: '## Background\n\nInspectors came in May.\n\n## Appendices\n\nThere are no appendices to this report.\n',
      },
    ],
    invalid: [
      {
        title: 'The second one is not in the list',
        text: `## Background

The letter is at Appendix 1 and the plan at Appendix 2.
                                            ^^^^^^^^^^

## Appendices

- Appendix 1 – Letter of 29 May 2026
`,
        fixed: `## Background

The letter is at Appendix 1 and the plan at Appendix 2.

## Appendices

- Appendix 1 – Letter of 29 May 2026
- Appendix 2 – [title]
`,
      },
      {
        title: 'Listed for no reason that the report gives',
        text: `## Background

Inspectors came in May.

## Appendices

- Appendix A – Letter of 29 May 2026
  ^^^^^^^^^^
`,
      },
      {
        title: 'A report without a list',
        text: `## Background

The letter is at Appendix 1.
                 ^^^^^^^^^^
`,
      },
      {
        title: 'A linked file that is not there',
        text: `## Background

The letter is at Appendix 1.

## Appendices

- [Appendix 1 – Letter of 29 May 2026](visit.letter.md)
   ^^^^^^^^^^
`,
      },
      {
        title: 'The list says that there are none',
        text: `## Background

The letter is at Appendix 1.
                 ^^^^^^^^^^

## Appendices

There are no appendices to this report.
`,
      },
    ],
  },
  fixes: {
    list: {
      title: 'Add Appendix {number} to the list',
      safe: false,
      edits({ view, problem }) {
        const number = String(problem.data['number']);
        const last = view.items('appendix-listed').at(-1);
        if (!last) {
          const section = view.sectionsOf('appendices')[0];
          return section ? { here: [insertBlocks(view, section.span.end, `- Appendix ${number} – [title]`)] } : null;
        }
        const source = last.model.block.text;
        const end = last.base + source.trimEnd().length;
        const [marker = ''] = /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(source) ?? [];
        const next = marker.replace(/\d+/, (count) => String(Number(count) + 1));
        const word = /appendix/i.exec(source)?.[0] ?? 'Appendix';
        return {
          here: [
            {
              span: { start: end, end },
              newText: inLineEndings(view, `${marker === '' ? '\n\n' : '\n'}${next}${word} ${number} – [title]`),
            },
          ],
        };
      },
    },
  },
  reads: ['appendix-mention', 'appendix-listed', 'heading', { kind: 'paragraph', in: 'appendices' }],
  *check(context): Generator<LocatedProblem<Message>> {
    const { items, response } = context;
    const listed = items('appendix-listed');
    const headings = new Set(items('heading').map(({ span }) => span.start));
    const numbers = new Set(listed.map(({ item }) => key(item.number)));
    const section = items('heading').some(({ item }) => item.role === 'appendices');
    // A paragraph of the section that says anything else may name them in a way that is not understood.
    const says = section
      ? items('paragraph').filter(
          ({ model, item, span }) => model.place.role === 'appendices' && !headings.has(span.start) && item.text !== '',
        )
      : [];
    const saysNone = says.length > 0 && says.every(({ item }) => /\b(?:none|no appendices|not applicable|n\/a)\b/i.test(item.text));
    const mentions = items('appendix-mention').filter(
      ({ model, span }) =>
        !isRole(model.place.role, 'appendices') && !listed.some((one) => one.span.start <= span.start && span.end <= one.span.end),
    );
    const reported = new Set<string>();
    for (const on of mentions) {
      const number = key(on.item.number);
      if (numbers.has(number) || reported.has(number) || isElsewhere(on.model.block.text, on.item.span.end)) continue;
      if (section && listed.length === 0 && !saysNone && says.length > 0) continue;
      // What is no report of ours has no list of appendices to look for.
      if (!section && listed.length === 0 && !kindIsKnown(context)) continue;
      reported.add(number);
      yield {
        message: listed.length > 0 ? 'notListed' : saysNone ? 'saysNone' : 'noList',
        data: { number: on.item.number },
        on,
        span: on.item.span,
        fixes: section && !saysNone ? ['list'] : [],
      };
    }
    for (const on of listed) {
      const { link } = on.item;
      if (link === null || response.files.get(link) !== false) continue;
      yield { message: 'noFile', data: { path: link }, on, span: nameOf(on.model.block.text, on.item.span) };
    }
    const title = items('heading')[0];
    const mentioned = new Set(mentions.map(({ item }) => key(item.number)));
    for (const on of listed) {
      // “Annex” is not looked for in the text: it is mostly another paper’s.
      // A paper that begins as “Appendix 1” is that appendix.
      if (
        mentioned.has(key(on.item.number)) ||
        on.span.start === title?.span.start ||
        on.item.number === '' ||
        /^\W*(?:\d+[.)]\s+)?annexe?\b/i.test(on.model.block.text.slice(on.item.span.start, on.item.span.end))
      )
        continue;
      yield { message: 'neverMentioned', data: { number: on.item.number }, on, span: nameOf(on.model.block.text, on.item.span) };
    }
  },
});

const key = (number: string): string => number.toUpperCase();

/** "Appendix 2 of the framework": another document's. */
const isElsewhere = (source: string, end: number): boolean =>
  /^(?:,? (?:of|to|in) (?:the|that|their|its|Ofsted|our) (?!(?:this )?report\b|this\b|agenda\b))/.test(source.slice(end, end + 40));

/** The words "Appendix 1" of an entry. */
function nameOf(source: string, span: { start: number; end: number }): { start: number; end: number } {
  const match = /(?:appendix|annex)\s+[A-Za-z0-9.]+/i.exec(source.slice(span.start, span.end));
  return match ? { start: span.start + match.index, end: span.start + match.index + match[0].replace(/\.$/, '').length } : span;
}
