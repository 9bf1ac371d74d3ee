import { formFields, type FieldLayout } from '../../house-styles/house-style.ts';
import { field, type FrontMatter } from '../../model/front-matter/front-matter.ts';
import type { DocumentView } from '../../model/view.ts';
import { documentHead, kindIsKnown } from '../document-head.ts';
import { lineEndingOf } from '../insertion.ts';
import { documentRule, type FixEdits } from '../rule.ts';

/** What says which meeting minutes are of. A page of one item, taken out of them, often says neither. */
const meetingKeys = ['body', 'meeting-date'];

export default documentRule<'missing' | 'meeting' | 'empty'>({
  name: 'structure/missing-field',
  summary: 'A line of the header that the house style requires is not there, or has no value.',
  why: `The header tells members, the public and democratic services which body meets when, whose report it is and whether it is open. The
council's form requires these lines, and deadlines are worked out from them.`,
  sources: [{ title: 'Report forms of the councils whose house styles are built in', certainty: 'practice' }],
  severity: 'error',
  messages: {
    missing: 'The header has no line “{label}”. Add “{key}:” and its value between the two lines ---.',
    meeting:
      'The header does not say which meeting this is of. Add “body:” and “meeting-date:” with their values between the two lines ---.',
    empty: 'The line “{key}:” of the header has no value. Add it.',
  },
  examples: {
    valid: [
      {
        title: 'All required lines are there',
        text: `---
type: committee-report
house-style: sefton
title: Focused visit
body: Overview and Scrutiny Committee
meeting-date: 2026-07-06
report-of: Executive Director of Children’s Services
portfolio: Children’s Social Care
wards: All
key-decision: no
forward-plan: no
exempt: no
contact:
  name: Ada Marlow
  phone: 01632 960123
  email: ada.marlow@northmere.example
---
`,
      },
      {
        title: 'The title of the document is its title line',
        text: '//- /note.minutes.md\n---\ntype: minutes\nbody: Children’s Panel\nmeeting-date: 2026-07-06\n---\n# Minutes of the panel\n',
      },
    ],
    invalid: [
      {
        title: 'Minutes, or one item of them, that do not say of which meeting they are',
        text: '---\ntype: minutes\n---\n# Focused visit\n  ^^^^^^^^^^^^^\n\nResolved that the letter be noted.\n',
      },
      {
        title: 'A line without its value',
        text: `---
type: committee-report
house-style: sefton
title: Focused visit
body: Overview and Scrutiny Committee
meeting-date: 2026-07-06
report-of:
^^^^^^^^^
portfolio: Children’s Social Care
wards: All
key-decision: no
forward-plan: no
exempt: no
contact:
  name: Ada Marlow
  phone: 01632 960123
  email: ada.marlow@northmere.example
---
`,
      },
      {
        title: 'A line is missing',
        text: `---
type: committee-report
house-style: sefton
title: Focused visit
^^^^^^^^^^^^^^^^^^^^
body: Overview and Scrutiny Committee
meeting-date: 2026-07-06
portfolio: Children’s Social Care
wards: All
key-decision: no
forward-plan: no
exempt: no
contact:
  name: Ada Marlow
  phone: 01632 960123
  email: ada.marlow@northmere.example
---
`,
      },
    ],
  },
  fixes: {
    insert: {
      title: 'Add the line “{key}:”',
      safe: false,
      edits: ({ model, view, problem }) =>
        insertKeys(view, model.frontMatter, formFields(model.context.layout), [String(problem.data['key'])]),
    },
    insertMeeting: {
      title: 'Add the lines “body:” and “meeting-date:”',
      safe: false,
      edits: ({ model, view }) => insertKeys(view, model.frontMatter, formFields(model.context.layout), meetingKeys),
    },
  },
  reads: ['heading'],
  *check(context) {
    const { frontMatter, document } = context;
    // Half of a header that cannot be read is not there for this rule; `invalid-field` says where it breaks off.
    if (frontMatter.problems.length > 0 || !kindIsKnown(context)) return;
    const hasTitleLine = context.items('heading').some(({ item }) => item.isTitle);
    const form = formFields(document.layout);
    const isNoMeetingSaid =
      document.type === 'minutes' &&
      meetingKeys.every((key) => !frontMatter.fields.has(key) && form.some((one) => one.key === key && one.required));
    if (isNoMeetingSaid)
      yield { message: 'meeting', data: { key: 'body', label: 'body' }, ...documentHead(context), fixes: ['insertMeeting'] };
    for (const { key, label, required } of form) {
      if (isNoMeetingSaid && meetingKeys.includes(key)) continue;
      if (!required || (key === 'type' && document.typeIsStated) || (key === 'title' && hasTitleLine)) continue;
      const found = field(frontMatter, ...key.split('.'));
      if (!found) yield { message: 'missing', data: { key, label }, ...documentHead(context), fixes: ['insert'] };
      else if (isEmptyValue(found.value)) yield { message: 'empty', data: { key, label }, on: null, span: found.keySpan };
    }
  },
});

const isEmptyValue = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);

/**
 * New lines behind the nearest line that comes before the first of them in the council's form, with a front matter made where there is
 * none.
 */
function insertKeys(view: DocumentView, frontMatter: FrontMatter, form: readonly FieldLayout[], keys: readonly string[]): FixEdits | null {
  if (keys.some((key) => key.includes('.'))) return null;
  const ending = lineEndingOf(view);
  const lines = keys.map((key) => `${key}: ${ending}`).join('');
  if (!frontMatter.yamlSpan) {
    const start = view.text.charCodeAt(0) === 0xfeff ? 1 : 0;
    return { here: [{ span: { start, end: start }, newText: `---${ending}${lines}---${ending}${ending}` }] };
  }
  const before = form
    .slice(
      0,
      form.findIndex((one) => one.key === keys[0]),
    )
    .findLast((one) => frontMatter.fields.has(one.key));
  const written = [...frontMatter.fields.values()];
  const next = before ? written[written.findIndex((one) => one.key === before.key) + 1] : undefined;
  const at = before ? (next?.keySpan.start ?? frontMatter.yamlSpan.end) : frontMatter.yamlSpan.end;
  return { here: [{ span: { start: at, end: at }, newText: lines }] };
}
