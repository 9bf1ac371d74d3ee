import type { Placed } from '../../model/compare-items.ts';
import { speltWord } from '../../model/words/spellings.ts';
import type { SpellingItem } from '../../model/items.ts';
import { groupRule, type LocatedProblem } from '../rule.ts';

type Message = 'word' | 'ending';

export default groupRule<'spelling', Message>({
  name: 'language/mixed-spelling',
  summary: 'A word is spelt in two ways in one document.',
  why: `“Care leavers” here and “care-leavers” there looks as if two people had written the paper and nobody had read it, and a search finds only half. The
document itself says which spelling it prefers: the one that it has more often. Where the inspectorate keeps to one (multi-agency, care leaver, judgement, focused),
that one counts. Words with a capital, which may be names, are left alone, and so are a court’s judgment, quotations, titles and headings.`,
  sources: [
    {
      title: 'Ofsted’s own usage: judgement, focused, multi-agency, care leavers',
      url: 'https://www.gov.uk/government/organisations/ofsted',
      certainty: 'to confirm',
    },
    { title: 'One spelling in one document', certainty: 'practice' },
  ],
  types: ['committee-report', 'action-plan', 'minutes', 'agenda'],
  severity: 'information',
  messages: {
    word: '“{text}” is spelt “{right}” elsewhere in this document. Keep to one spelling.',
    ending: 'Other words in this document end in {ending}, not {other}. Write “{right}”.',
  },
  examples: {
    valid: [
      { title: 'One spelling throughout', text: 'Care leavers met the care leavers’ team. Staff organised it and prioritise it.\n' },
      {
        title: 'Names, quotations and a court',
        text: 'The judgement was good, and the High Court gave judgment in May. The Well-being Team says that wellbeing matters.\n\n> Care-leavers are well supported.\n\nThe letter says “multi agency work is weak”. We do multi-agency work, and care leavers know it.\n',
      },
    ],
    invalid: [
      {
        title: 'With a hyphen and without',
        text: `We wrote to all care leavers. Few care-leavers answered.
                                  ^^^^^^^^^^^^

The care leavers’ team rang the rest.
`,
        fixed: 'We wrote to all care leavers. Few care leavers answered.\n\nThe care leavers’ team rang the rest.\n',
      },
      {
        title: 'The document prefers its own',
        text: `Use e-mail. Send an e-mail, not two emails. They co-operate, and cooperation helps.
                                    ^^^^^^
                                                                 ^^^^^^^^^^^
`,
        fixed: 'Use e-mail. Send an e-mail, not two e-mails. They co-operate, and co-operation helps.\n',
      },
      {
        title: 'Two endings',
        text: `We organised the audit and recognise its worth. Next we prioritize training.
                                                        ^^^^^^^^^^
`,
        fixed: 'We organised the audit and recognise its worth. Next we prioritise training.\n',
      },
    ],
  },
  fixes: {
    write: {
      title: 'Write “{right}”',
      safe: true,
      edits: ({ problem: { span, data } }) => ({ here: [{ span, newText: String(data['right']) }] }),
    },
  },
  waitsForCursor: true,
  reads: 'spelling',
  keys: ({ item }) => [item.word],
  *check({ key, items }): Generator<LocatedProblem<Message>> {
    const byForm = groupByForm(items);
    if (byForm.size < 2) return;
    const form = preferred(key as string, byForm);
    const example = byForm.get(form)![0]!;
    for (const on of items) {
      const { item } = on;
      if (item.form === form) continue;
      const right = respelt(item, form);
      const related = [{ message: 'Here it is “{text}”.', data: { text: example.item.text }, on: example, span: example.item.span }];
      yield form.startsWith('-')
        ? { message: 'ending', data: { ending: form, other: item.form, right }, on, span: item.span, related, fixes: ['write'] }
        : { message: 'word', data: { text: item.text, right }, on, span: item.span, related, fixes: ['write'] };
    }
  },
});

type Use = Placed<SpellingItem>;

function groupByForm(uses: readonly Use[]): ReadonlyMap<string, readonly Use[]> {
  const groups = new Map<string, Use[]>();
  for (const use of uses) {
    const group = groups.get(use.item.form);
    if (group) group.push(use);
    else groups.set(use.item.form, [use]);
  }
  return groups;
}

/** The form that a document keeps to: the inspectorate's, else the more frequent, else the first of the list. */
function preferred(word: string, byForm: ReadonlyMap<string, readonly Use[]>): string {
  const { forms, isOfficial } = speltWord(word);
  const present = forms.filter((form) => byForm.has(form));
  if (isOfficial && present.includes(forms[0]!)) return forms[0]!;
  return present.reduce((best, form) => (byForm.get(form)!.length > byForm.get(best)!.length ? form : best));
}

/** The word in another form, with the ending that it has. */
function respelt({ form, text }: SpellingItem, other: string): string {
  if (form.startsWith('-')) return text.replace(/i[sz](?=(?:e|es|ed|er|ers|ing|ation|ations)$)/, other.slice(1, 3));
  return other + text.slice(form.length);
}
