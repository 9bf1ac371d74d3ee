import type { DocumentLayout, FieldLayout } from '../../house-styles/house-style.ts';
import type { ModelContext } from '../../model/document.ts';
import type { FrontMatterField } from '../../model/front-matter/front-matter.ts';
import { knownFields, type FieldForm, type KnownField } from '../../model/front-matter/known-fields.ts';
import { readFrontMatter } from '../../model/front-matter/read-front-matter.ts';
import type { Block } from '../../syntax/syntax.ts';
import type { Span } from '../../text/span.ts';
import { matchesIn, proseOf, type Prose } from '../prose.ts';
import { blockRule, type Problem } from '../rule.ts';
import { opening } from '../wording.ts';

type Message = 'brackets' | 'crosses' | 'toBeConfirmed' | 'dots' | 'sample' | 'furniture' | 'form' | 'cutOff';

export default blockRule<Message>({
  name: 'structure/placeholder',
  summary: 'Something stands for a text that is still to be written.',
  why: `Crosses, dotted lines, bracketed guidance and words of the council’s form are meant to be replaced. Left in, they are published with the
agenda: members read that nobody filled the form in, and a sign-off reference without its number shows that nobody signed off.`,
  sources: [
    { title: 'Brighton & Hove City Council: guidance notes must be deleted before a report is submitted', certainty: 'seen' },
    {
      title: 'Teignbridge District Council: delete all comments before submitting',
      url: 'https://tedtdc.co.uk/child-pages/guidance-on-competing-a-cabinet-report-template',
      certainty: 'seen',
    },
  ],
  severity: 'error',
  messages: {
    brackets: '“{text}” is still to be replaced.',
    crosses: '“{text}” stands for something that is not filled in yet.',
    toBeConfirmed: '“{text}”: say what it is, or when and by whom it will be settled.',
    dots: '“{text}” is not complete. Fill in what the dots stand for.',
    sample: '“{text}” is sample text. Replace it.',
    furniture: '“{text}” came along from a web page. Delete it.',
    form: '“{text}” is left over from the form. Fill it in, or delete it.',
    cutOff: 'The text breaks off here: “{text}” stands where the website shortened it. Copy the rest from the full document.',
  },
  examples: {
    valid: [
      { title: 'Everything filled in', text: 'The finance comments (FD 7103/26) and the legal comments (LD 5204/26) are included.\n' },
      {
        title: 'Brackets in a sentence, a cut in a quotation, and a link',
        text: 'The letter says that “[the council] has improved … in most teams” and [is published](https://inspections.example/letter).\n',
      },
      {
        title: 'A header with lists in brackets',
        text: '---\ntype: committee-report\ntitle: Focused visit\nbody: [Cabinet]\nauthor: [Ada Marlow, Ben Tarrant]\nexempt: [1, 2]\n---\n# Focused visit\n',
      },
      {
        title: 'Remarks of the clerk',
        text: '---\ntype: minutes\n---\n\n## 4 Improvement plan\n\n[To consider the draft of the improvement plan.]\n\n[Councillor Marlow left the meeting during this item.]\n',
      },
      { title: 'Where more of it stands', text: '[See Appendix 2 for the full table.]\n' },
      { title: 'Dots that lead to a page number', text: 'Introduction ........ 3\n\nOur plan………… …… . .Page 5-6\n' },
    ],
    invalid: [
      {
        title: 'Guidance without brackets',
        text: '## Consultation\n\nInsert summary of consultation here.\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n',
      },
      {
        title: 'A dotted reference of a sign-off',
        text: `The Director of Finance (FD 7103/26.....) has been consulted.
                         ^^^^^^^^^^^^^^^
`,
      },
      {
        title: 'In the header',
        text: `---
type: committee-report
title: "[Title of the report]"
       ^^^^^^^^^^^^^^^^^^^^^^^
author: TBC
        ^^^
report-of: [Name and post]
           ^^^^^^^^^^^^^^^
---
# Focused visit
`,
      },
      {
        title: 'Crosses and guidance left in',
        text: `The cost is £XX a year.
             ^^

[Insert the comments of the monitoring officer]
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

The venue is TBC.
             ^^^
`,
      },
      {
        title: 'Shortened by the website',
        text: `Oversight of children missing from education and those who  ...  view the full minutes text for item 7
                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      },
      {
        title: 'Left over from the form, from the web page and from a sample',
        text: `Portfolio holder: Choose an item.
                  ^^^^^^^^^^^^^^

pdf icon PDF 195 KB
^^^^^^^^^^^^^^^^^^^

Lorem ipsum dolor sit amet.
^^^^^^^^^^^
`,
      },
    ],
  },
  waitsForCursor: true,
  *check({ block, document, items, text }) {
    if (block.block.kind === 'front-matter') {
      // Read from the block itself, so that the rest of the document is not looked at again for a change up here.
      yield* inFields(readFrontMatter(text).fields, knownFields, document.layout.fields, document.layout, text);
      return;
    }
    const owned = items('action').flatMap(({ fields }) =>
      [fields.due, fields.start, fields['original-due'], fields.owner].flatMap((part) => (part ? [part.span] : [])),
    );
    for (const problem of placeholdersIn(block.block, document)) {
      // The dates and owners of actions have checks of their own.
      if (problem.message === 'toBeConfirmed' && owned.some((cell) => cell.start <= problem.span.start && problem.span.end <= cell.end))
        continue;
      yield { ...problem, data: { text: opening(text.slice(problem.span.start, problem.span.end)) } };
    }
  },
});

type KindOfPaper = Pick<ModelContext, 'type' | 'layout'>;

type Found = Pick<Problem<Message>, 'message' | 'span'>;

/** What stands in the text of a block for something still to be written. Of two that overlap, the first and longest says enough. */
export function* placeholdersIn(block: Block, kind: KindOfPaper): Generator<Found> {
  for (const prose of proseOf(block)) {
    if (prose.quoted || !mayHold.test(prose.text)) continue;
    const found = [...find(prose, block.text, kind)].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    let end = -1;
    for (const one of found) {
      if (one.span.start < end) continue;
      end = one.span.end;
      yield one;
    }
  }
}

/** Forms of fields whose values structure/invalid-field looks at: it says more about them. */
const checkedElsewhere: ReadonlySet<FieldForm> = new Set([
  'choice',
  'date',
  'dates',
  'date-or-period',
  'yes-or-no',
  'number',
  'exempt',
  'status-scale',
  'people',
]);

/** Values of the header that are still to be filled in, such as `title: "[Title of the report]"`. */
function* inFields(
  fields: ReadonlyMap<string, FrontMatterField>,
  known: readonly KnownField[],
  ofStyle: readonly FieldLayout[],
  layout: DocumentLayout,
  source: string,
): Generator<Problem<Message>> {
  for (const [key, found] of fields) {
    const form = known.find((one) => one.key === key)?.form ?? 'text';
    const style = ofStyle.find((one) => one.key === key);
    if (checkedElsewhere.has(form) || style?.values !== undefined) continue;
    yield* inFields(found.fields, known.find((one) => one.key === key)?.fields ?? [], style?.fields ?? [], layout, source);
    const values = found.items.length > 0 ? found.items : [{ value: found.value, span: found.valueSpan }];
    for (const { value, span } of values) {
      if (typeof value !== 'string') continue;
      const message = standsFor(value.trim(), layout, style);
      // As the officer reads it: the quotation marks belong to the header's way of writing.
      if (message) yield { message, data: { text: opening(value.trim()) }, span };
    }
    // `title: [Title]` without quotation marks is read as a list of one.
    const [only, second] = found.items;
    if (
      only &&
      !second &&
      source[found.valueSpan.start] === '[' &&
      typeof only.value === 'string' &&
      isGuidance(only.value, layout, style)
    ) {
      yield {
        message: 'brackets',
        data: { text: opening(source.slice(found.valueSpan.start, found.valueSpan.end)) },
        span: found.valueSpan,
      };
    }
  }
}

/** What kind of placeholder a value of the header is, as a whole; null for one that is filled in. */
function standsFor(value: string, layout: DocumentLayout, style: FieldLayout | undefined): Message | null {
  const inner = /^\[([^\][]{2,200})\](?!\()$/.exec(value)?.[1];
  if (inner !== undefined) return inner.includes(' ') || isGuidance(inner, layout, style) ? 'brackets' : null;
  if (/^(?:TBC|TBA|TBD|to be confirmed|to be advised)$/i.test(value)) return 'toBeConfirmed';
  if (/^(?:X{2,}|x{2,})$/.test(value)) return 'crosses';
  return /^(?:\.{3,}|…+|_{3,})$/.test(value) ? 'dots' : /^lorem ipsum/i.test(value) ? 'sample' : null;
}

const isGuidance = (inner: string, layout: DocumentLayout, style: FieldLayout | undefined): boolean =>
  instruction.test(inner) || guidanceOf(layout).has(folded(inner)) || folded(style?.template ?? '').includes(`[${folded(inner)}]`);

/** One quick look for what any of the patterns needs, since most prose has none of it. */
const mayHold =
  /[[_…]|\.{4}|XX|xx|TB[CA]|to be (?:confirmed|advised)|lorem ipsum|enter |insert |type |YYYY|error!|\?{3}|choose an item|delete as|full minutes|pdf icon|intentionally/i;

const furniture =
  /(?:(?:\.{3,}|…)\s{1,4})?view the full minutes(?: text for item \d+)?|pdf icon PDF \d+ [KM]B|This page is intentionally left blank/gi;
const form =
  /click or tap (?:here )?to enter (?:a date|text)|click here to enter (?:a date|text)|(?:insert|type) (?:your )?text here|\((?:please )?insert [^()]{1,60}\)|choose an item\b|delete as (?:appropriate|applicable)|Error! (?:Reference source not found|Bookmark not defined)/gi;
/** “Insert summary of consultation here.” as a whole paragraph: guidance without its brackets. */
const toInsert = /^\s*(?:please )?insert (?:\S+ ){0,10}(?:here|below)\.?\s*$|^\s*<\s*(?:insert|enter|add)\b[^<>]{0,80}>\s*$/i;
const dots = /[^\s.]?\.{4,}|…{2,}|_{4,}/g;
const crosses = /(?<![A-Za-zÀ-ɏ\d])(?:X{2,}|x{2,}|(?:DD?|dd?)[/. -](?:MMM?|mmm?)[/. -](?:YY|yy){1,2})(?![A-Za-zÀ-ɏ\d])|\?{3,}/gu;

function* find(prose: Prose, source: string, kind: KindOfPaper): Generator<Found> {
  for (const { span, match } of matchesIn(prose, furniture)) {
    yield { message: /^[.…]/.test(match[0]) ? 'cutOff' : 'furniture', span };
  }
  for (const { span } of matchesIn(prose, form)) yield { message: 'form', span };
  if (prose.text.length < 160 && toInsert.test(prose.text)) yield { message: 'form', span: prose.span };
  for (const { span } of matchesIn(prose, /\blorem ipsum\b/gi)) yield { message: 'sample', span };
  for (const { span } of matchesIn(
    prose,
    /\bTB[CA]\b|(?<!\b(?:was|were|had yet|remained|remains|still) )\bto be (?:confirmed|advised)\b(?=[.;,)]?\s*$)/g,
  ))
    yield { message: 'toBeConfirmed', span };
  for (const { span } of matchesIn(prose, crosses)) {
    // XX is also twenty: chapter XX, Part XX.
    const before = source.slice(Math.max(0, span.start - 12), span.start);
    if (!/(?:chapter|part|title|article|annex|volume|book)\s$/i.test(before)) yield { message: 'crosses', span };
  }
  for (const { span, match } of matchesIn(prose, dots)) {
    const after = source.slice(span.end, span.end + 60);
    const leadsToPage = /^[ \t.…]*(?:page[ \t]*)?\d{1,4}(?:[ \t]*[-–][ \t]*\d{1,4})?[ \t]*(?:[\r\n|]|$)/i.test(after);
    const endsSentence = /^[A-Za-zÀ-ɏ"”’)]\.{4}$/u.test(match[0]);
    if (!leadsToPage && !endsSentence && !isForSignature(source, prose, span))
      yield { message: 'dots', span: withWord(source, prose, span) };
  }
  if (!prose.inLink) yield* bracketed(prose, source, kind);
}

/** A line to sign or date by hand, as minutes end with: “Signed (Chair) ………”. */
function isForSignature(source: string, prose: Prose, { start }: Span): boolean {
  const line = source
    .slice(Math.max(prose.span.start, start - 90), start)
    .split(/[\r\n]/)
    .at(-1)!;
  return /^[\s>*_|]*(?:signed|signature|chair(?:man|woman|person)?|mayor|date[ds]?|name|print name)\b[^.!?]{0,60}$/i.test(
    line.replace(/[._…]{3,}/g, ' '),
  );
}

/** The dots with the reference that they belong to: `FD 7103/26.....`. */
function withWord(source: string, prose: Prose, span: Span): Span {
  let { start } = span;
  while (start > prose.span.start && span.start - start < 40 && /[^\s()[\]]/.test(source[start - 1]!)) start--;
  const capitals = /(?:^|[\s(])([A-Z]{1,4}) $/.exec(source.slice(Math.max(prose.span.start, start - 7), start));
  if (capitals) start -= capitals[1]!.length + 1;
  return { start, end: span.end };
}

const instruction =
  /^\s*(?:insert|enter|add|name|names|date|dates|title|delete|select|state|give|say|type|fill|choose|list|describe|set out|your|number|amount|reference|post|job title|address|phone|email|x+|to (?:be|follow|come)|tbc|tba|who|what|when|why|how|explain|attach|click)\b/i;

/** What a paragraph in square brackets is that is meant to be read: where something is from, or where more of it is. */
const remark =
  /^\s*(?:see|source|note|notes|nb|end|extract|redacted|withheld|exempt|published|taken from|applause|photo(?:graph)?|picture|image|figure|map|chart|signed)\b/i;

/**
 * Guidance in square brackets: of the house style, of an instruction, or all that stands in its paragraph. In minutes and agendas the clerk
 * puts remarks into brackets of their own: what an item is for, who came or left, when the meeting adjourned.
 */
function* bracketed(prose: Prose, source: string, { type, layout }: KindOfPaper): Generator<Found> {
  const { text } = prose;
  for (let open = text.indexOf('['); open >= 0; open = text.indexOf('[', open + 1)) {
    // Only so far ahead: a passage full of opening brackets is not searched to its end for each of them.
    const length = text.slice(open + 1, open + 402).search(/[\][]/);
    if (length < 0 || text[open + 1 + length] === '[') continue;
    const close = open + 1 + length;
    const inner = text.slice(open + 1, close);
    if (/^\s*x?\s*$/i.test(inner) || /^(?:sic|\d+|…|\.{3})$/i.test(inner.trim())) continue;
    const span = { start: prose.span.start + open, end: prose.span.start + close + 1 };
    const alone =
      source.length - inner.length < 200 &&
      source.slice(0, span.start).replace(/^[\s>*+\-|\d.)]*/, '') === '' &&
      source.slice(span.end).trim() === '';
    const isGuidanceAlone = alone && inner.includes(' ') && type !== 'minutes' && type !== 'agenda' && !remark.test(inner);
    if (instruction.test(inner) || isGuidanceAlone || guidanceOf(layout).has(folded(inner))) yield { message: 'brackets', span };
  }
}

const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

const guidance = new WeakMap<DocumentLayout, ReadonlySet<string>>();

/** Everything in square brackets that the templates of a house style start with. */
function guidanceOf(layout: DocumentLayout): ReadonlySet<string> {
  let found = guidance.get(layout);
  if (!found) {
    const texts = layout.sections.flatMap(({ template }) =>
      [...template.matchAll(/\[([^\][]{2,400})\](?!\()/g)].map((match) => folded(match[1]!)),
    );
    guidance.set(layout, (found = new Set(texts)));
  }
  return found;
}
