import { textsOf } from '../../model/front-matter/front-matter.ts';
import type { RecommendationItem } from '../../model/items.ts';
import type { Located } from '../../model/view.ts';
import { firstWords } from '../block-spans.ts';
import { documentRule } from '../rule.ts';
import { inWords } from '../wording.ts';

export default documentRule<'unnamed'>({
  name: 'recommendations/body-unnamed',
  summary: 'The report goes to several bodies, and a recommendation does not say which of them is asked.',
  why: `A scrutiny committee and a cabinet are asked for different things. Where one report goes to both, each recommendation has to say whose it is, or nobody knows whose
minutes should carry it.`,
  sources: [{ title: 'Published reports that go to two bodies, such as Sefton’s', certainty: 'practice' }],
  types: ['committee-report'],
  severity: 'warning',
  messages: { unnamed: 'This goes to {bodies}. Say which of them is asked.' },
  examples: {
    valid: [
      {
        title: 'Each is named',
        text: '---\ntype: committee-report\nbody: [Overview and Scrutiny Committee, Cabinet]\n---\n## Recommendations\n\n- That the Committee comments on the plan.\n- That Cabinet approves the plan.\n',
      },
      {
        title: 'A heading for each',
        text: '---\ntype: committee-report\nbody: [Overview and Scrutiny Committee, Cabinet]\n---\n## Recommendations\n\n### Cabinet\n\n- To approve the plan.\n',
      },
      { title: 'One body', text: '---\ntype: committee-report\nbody: Cabinet\n---\n## Recommendations\n\n- To approve the plan.\n' },
      {
        title: 'Both are asked, in the words that lead to the list',
        text: '---\ntype: committee-report\nbody: [Overview and Scrutiny Committee, Cabinet]\n---\n## Recommendations\n\nThe Committee and the Cabinet are asked to:\n\n- note the letter\n- comment on the plan\n',
      },
    ],
    invalid: [
      {
        title: 'Whose is it?',
        text: '---\ntype: committee-report\nbody: [Overview and Scrutiny Committee, Cabinet]\n---\n## Recommendations\n\n- To approve the plan.\n     ^^^^^^^\n- To publish it by 17 August 2026.\n',
      },
      {
        title: 'One of two',
        text: '---\ntype: committee-report\nbody:\n  - Health and Wellbeing Board\n  - Cabinet\n---\n## Recommendations\n\n- That Cabinet approves the plan.\n- That the timetable be agreed.\n                        ^^^^^^\n',
      },
    ],
  },
  waitsForCursor: true,
  reads: ['heading', 'recommendation', { kind: 'paragraph', in: 'recommendations' }],
  *check({ items, frontMatter }) {
    const bodies = textsOf(frontMatter, 'body').map(({ text }) => text);
    if (new Set(bodies.map((body) => body.trim().toLowerCase())).size < 2) return;
    const asked = items('recommendation').filter(({ item }) => item.verb !== null);
    const words = wordsOfBodies(bodies);
    const paragraphs = items('paragraph');
    const isNamed = (on: Located<RecommendationItem>): boolean =>
      on.item.body !== null ||
      names(on.item.text, words) ||
      names(on.model.place.heading ?? '', words) ||
      // The words that lead to the list may name them all in a way that is not read as one body.
      paragraphs.some(
        ({ index, item }) => index < on.index && index >= on.index - 12 && /:\s*$/.test(item.text) && names(item.text, words),
      );
    const unnamed = asked.filter((on) => !isNamed(on));
    // Where none says it, one report is enough.
    for (const on of unnamed.length === asked.length ? unnamed.slice(0, 1) : unnamed) {
      yield {
        message: 'unnamed',
        data: { bodies: inWords(bodies) },
        on,
        span: on.item.verbSpan ?? firstWords(on.model.block.text, on.item.span),
      };
    }
  },
});

/** What a body may be called by: the noun of its kind, and the words of its name that are no small ones. */
const kinds =
  /\b(?:panel|committee|sub-committee|board|cabinet|council|executive|commission|forum|authority|partnership|governors|members|councillors|mayor|leader|both|each)\b/gi;
const wordsOfBodies = (bodies: readonly string[]): ReadonlySet<string> =>
  new Set(bodies.flatMap((body) => body.match(kinds) ?? []).map((word) => word.toLowerCase()));

/** Whether a text names one of the bodies, or speaks of both or each. Members alone could be those of either. */
const names = (text: string, words: ReadonlySet<string>): boolean =>
  (text.match(kinds) ?? []).some((word) => /^(?:both|each)$/i.test(word) || words.has(word.toLowerCase()));
