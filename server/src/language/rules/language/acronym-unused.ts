import { isRole } from '../../model/view.ts';
import { besideTheText } from '../explaining-acronyms.ts';
import { proseOf } from '../prose.ts';
import { documentRule } from '../rule.ts';

export default documentRule<'unused'>({
  name: 'language/acronym-unused',
  summary: 'A short form is explained and never used.',
  why: `A short form in brackets tells the reader to remember it. Where it does not come again, leave it out. Short forms that the reader knows better than the full name, and
those of the glossary, are left alone.`,
  sources: [
    {
      title: 'Government style guidance: explain a short form only where it is used again',
      url: 'https://confluence.collab.test-and-trace.nhs.uk/pages/viewpage.action?navigatingVersions=true&pageId=357701191',
      certainty: 'practice',
    },
  ],
  types: ['committee-report', 'action-plan'],
  severity: 'information',
  options: {
    known: {
      description: 'Short forms that may stand beside the full name though they do not come again.',
      type: 'strings',
      default: ['CQC', 'DfE', 'HMI', 'HMICFRS', 'ILACS', 'JTAI', 'SEND', 'LGA', 'ICB', 'MASH', 'LADO'],
    },
  },
  messages: { unused: '{short} does not come again. Leave out the short form.' },
  examples: {
    valid: [
      { title: 'Used again', text: 'The Service Improvement Plan (SIP) has eight parts. The SIP was refreshed in May.\n' },
      {
        title: 'Used in a table, a heading or the inspectors’ words',
        text: 'The Service Improvement Plan (SIP) has eight parts.\n\n> The SIP is clear.\n',
      },
      { title: 'One that readers know better than the name', text: 'The Care Quality Commission (CQC) took part.\n' },
      { title: 'Used in other capitals', text: 'The written statement of action (WSOA) was published. The WSoA has five parts.\n' },
      { title: 'In the glossary', text: '## Glossary\n\n- SIP – Service Improvement Plan\n' },
    ],
    invalid: [
      {
        title: 'Never used',
        text: `The Service Improvement Plan (SIP) has eight parts.
                              ^^^
`,
        fixed: 'The Service Improvement Plan has eight parts.\n',
      },
      {
        title: 'The full name comes again instead',
        text: `Each Head of Service (HOS) has a plan. The Head of Service reports to the board.
                      ^^^
`,
        fixed: 'Each Head of Service has a plan. The Head of Service reports to the board.\n',
      },
    ],
  },
  fixes: {
    leaveOut: {
      title: 'Leave out ({short})',
      safe: false,
      edits({ view, problem: { span } }) {
        const around = view.slice({ start: Math.max(0, span.start - 40), end: span.end + 4 });
        const at = Math.min(40, span.start);
        const open = /\s*\((?:(?:the|known as|or|hereafter)\s)*["“'‘]?$/.exec(around.slice(0, at));
        const close = /^s?["”'’]?\)/.exec(around.slice(at + span.end - span.start));
        return open && close
          ? { here: [{ span: { start: span.start - open[0].length, end: span.end + close[0].length }, newText: '' }] }
          : null;
      },
    },
  },
  waitsForCursor: true,
  reads: ['acronym-definition', 'acronym-use'],
  *check({ items, document, configuration, option }) {
    // In whatever capitals: “WSOA” is “WSoA”.
    const used = new Set(items('acronym-use').map(({ item }) => item.short.toUpperCase()));
    const known = new Set(option<readonly string[]>('known'));
    const definitions = items('acronym-definition');
    const twice = new Set(definitions.map(({ item }) => item.short.toUpperCase()).filter((short, i, all) => all.indexOf(short) !== i));
    for (const on of definitions) {
      const { short, long, shortSpan } = on.item;
      if (
        used.has(short.toUpperCase()) ||
        long.split(' ').includes(short) ||
        twice.has(short.toUpperCase()) ||
        known.has(short) ||
        Object.hasOwn(document.houseStyle.glossary, short) ||
        configuration.acronyms.has(short) ||
        document.people.has(short)
      )
        continue;
      if (besideTheText.some((role) => on.model.place.roles.some((one) => isRole(one, role))) || on.model.block.kind === 'table-row')
        continue;
      const prose = proseOf(on.model.block).find((one) => one.span.start <= shortSpan.start && shortSpan.end <= one.span.end);
      // "MASH (Multi Agency Safeguarding Hub)" uses the short form where it explains it.
      if (!prose || prose.quoted || prose.inLink || prose.inHeading || on.model.block.text[shortSpan.end] === ' ') continue;
      yield { message: 'unused', data: { short }, on, span: shortSpan, fixes: ['leaveOut'] };
    }
  },
});
