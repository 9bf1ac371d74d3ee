import type { FieldLayout } from '../../house-styles/house-style.ts';
import type { FrontMatterField } from '../../model/front-matter/front-matter.ts';
import { keySpelling, knownFields, type KnownField } from '../../model/front-matter/known-fields.ts';
import { documentRule, type LocatedProblem } from '../rule.ts';
import { nearest } from '../wording.ts';

type Message = 'unknown' | 'misspelt';

export default documentRule<Message>({
  name: 'structure/unknown-field',
  summary: 'The header has a line that nobody knows.',
  why: `A misspelt line of the header is read by nothing: the meeting date under “meetingdate” is no meeting date, and the checks that need it stay
silent. Names of lines are written in small letters with hyphens.`,
  sources: [{ title: 'The lines of the header that Inspection Response and the council’s form know', certainty: 'practice' }],
  severity: 'warning',
  options: {
    known: { description: 'Other lines that your council uses in the header and that are right.', type: 'strings', default: [] },
  },
  messages: {
    unknown: 'The line “{key}:” is not known, so nothing reads it. Correct its name, or remove it.',
    misspelt: 'The line “{key}:” is not known, so nothing reads it. Did you mean “{near}:”?',
  },
  examples: {
    valid: [
      {
        title: 'Known lines',
        text: '---\ntype: committee-report\nmeeting-date: 2026-07-06\nreport-of: Director of Children’s Services\n---\n# Focused visit\n',
      },
      {
        title: 'Several people to ask',
        text: '---\ntype: committee-report\ncontact:\n  - name: Ada Marlow\n    email: ada.marlow@northmere.example\n  - name: Jo Pell\n    phone: 01632 960123\n---\n# Focused visit\n',
      },
      {
        title: 'Judgements and people have names of their own',
        text: '---\ntype: action-plan\npeople:\n  AM: { name: Ada Marlow, post: Head of Assessment }\ninspection:\n  judgements:\n    overall effectiveness: good\n---\n# Plan\n',
      },
    ],
    invalid: [
      {
        title: 'Capitals and a space',
        text: `---
type: committee-report
Report of: Director of Children’s Services
^^^^^^^^^
---
# Focused visit
`,
        fixed: `---
type: committee-report
report-of: Director of Children’s Services
---
# Focused visit
`,
      },
      {
        title: 'A slip inside the lines about the inspection',
        text: `---
type: committee-report
inspection:
  recieved: 2026-05-29
  ^^^^^^^^
coffee: yes
^^^^^^
---
# Focused visit
`,
        fixed: `---
type: committee-report
inspection:
  received: 2026-05-29
coffee: yes
---
# Focused visit
`,
      },
      {
        title: 'A slip in the lines about one of several people',
        text: `---
type: committee-report
contact:
  - name: Ada Marlow
    fone: 01632 960123
    ^^^^
  - name: Jo Pell
---
# Focused visit
`,
        fixed: `---
type: committee-report
contact:
  - name: Ada Marlow
    phone: 01632 960123
  - name: Jo Pell
---
# Focused visit
`,
      },
    ],
  },
  fixes: {
    rename: {
      title: 'Rename the line to “{near}:”',
      safe: true,
      edits: ({ problem: { span, data } }) => (data['near'] ? { here: [{ span, newText: String(data['near']) }] } : null),
    },
  },
  waitsForCursor: true,
  reads: [],
  check(context) {
    const allowed = new Set(context.option<readonly string[]>('known'));
    return unknownIn(context.frontMatter.fields, knownFields, context.document.layout.fields, allowed);
  },
});

function* unknownIn(
  fields: ReadonlyMap<string, FrontMatterField>,
  known: readonly KnownField[],
  layout: readonly FieldLayout[],
  allowed: ReadonlySet<string>,
): Generator<LocatedProblem<Message>> {
  const names = new Map<string, string>();
  for (const { key, label, aliases } of layout) for (const name of [label, ...aliases, key]) names.set(keySpelling(name), key);
  for (const { key, aliases } of known) for (const name of [...(aliases ?? []), key]) if (!names.has(name)) names.set(name, key);
  const keys = new Set([...layout.map(({ key }) => key), ...known.map(({ key }) => key)]);
  for (const [key, found] of fields) {
    const inner = known.find((one) => one.key === key);
    const ofStyle = layout.find((one) => one.key === key);
    if (keys.has(key)) {
      if (inner?.fields || ofStyle?.fields)
        for (const map of [found.fields, ...found.items.map((item) => item.fields)])
          if (map.size > 0) yield* unknownIn(map, inner?.fields ?? [], ofStyle?.fields ?? [], allowed);
      continue;
    }
    if (allowed.has(key)) continue;
    const spelling = keySpelling(key);
    const near = names.get(spelling) ?? names.get(nearest(spelling, names.keys(), 1)[0] ?? '');
    // Renaming to a line that is there already would make two of it.
    const free = near !== undefined && !fields.has(near);
    yield near !== undefined
      ? { message: 'misspelt', data: { key, near }, on: null, span: found.keySpan, fixes: free ? ['rename'] : [] }
      : { message: 'unknown', data: { key }, on: null, span: found.keySpan };
  }
}
