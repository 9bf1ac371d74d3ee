import type { ParagraphNumber } from '../../model/items.ts';
import type { DocumentView, Located } from '../../model/view.ts';
import { documentRule, type DocumentContext, type FixEdits, type LocatedProblem } from '../rule.ts';

type Message = 'duplicate' | 'gap' | 'gapOne' | 'backwards' | 'mixed';

export default documentRule<Message>({
  name: 'structure/paragraph-number',
  summary: 'Paragraph numbers are given twice, jump, or are written in two ways.',
  why: `Members, minutes and later reports cite paragraphs by number. A number that stands twice cannot be cited, and a number left out looks as
if a paragraph had been taken away. How a council numbers is its own habit, so only consistency inside one document is asked for.`,
  sources: [
    {
      title: 'Gloucester City Council, report writing guide: number pages and paragraphs in sequence',
      url: 'https://vdocuments.mx/report-writing-guide-home-gloucester-city-re2017-03-09principles-of-report.html',
      certainty: 'seen',
    },
  ],
  severity: 'warning',
  severities: { duplicate: 'error', mixed: 'information' },
  messages: {
    duplicate: 'There is a {number} already. Number this one {expected}.',
    gap: 'The number jumps from {before} to {number}. Number this one {expected}, or put back what is missing.',
    gapOne: 'The first number here is {number}. Number it {expected}, or put back what is missing.',
    backwards: 'The number goes back from {before} to {number}. Number this one {expected}.',
    mixed: 'Some numbers end in a full stop and others do not. Write them all in one way.',
  },
  examples: {
    valid: [
      {
        title: 'Straight through',
        text: '## Summary\n\n1\\. Inspectors came in May.\n\n## Background\n\n2\\. They looked at care leavers.\n\n3\\. Their letter is published.\n',
      },
      {
        title: 'By section, and a list that counts for itself',
        text: '## 1. Introduction\n\n1.1 Inspectors came in May.\n\n1.2 They found that:\n\n1. visits are on time\n2. plans are late\n\n## 2. Conclusion\n\n2.1 The plan is due in July.\n',
      },
    ],
    invalid: [
      {
        title: 'A number that stands twice',
        text: `## 2. Findings

### 2.1 What is well

Visits are on time.

### 2.2 What must improve

Plans are late.

### 2.2 What we do about it
    ^^^

Managers look at each plan.
`,
        fixed: `## 2. Findings

### 2.1 What is well

Visits are on time.

### 2.2 What must improve

Plans are late.

### 2.3 What we do about it

Managers look at each plan.
`,
      },
      {
        title: 'A number left out',
        text: `## 1. Introduction

1.1 Inspectors came in May.

1.3 Their letter is published.
^^^
`,
        fixed: `## 1. Introduction

1.1 Inspectors came in May.

1.2 Their letter is published.
`,
      },
      {
        title: 'Numbers that go back, and a section that begins with its second',
        text: `## 1. Introduction

1.1 Inspectors came in May.

1.3 Their letter is published.
^^^

1.2 It names two areas.
^^^

## 2. Conclusion

2.2 The plan is due in July.
^^^
`,
      },
      {
        title: 'With and without a full stop',
        text: `## 1. Introduction

1.1. Inspectors came in May.

1.2. Their letter is published.

1.3 It names two areas.
^^^
`,
      },
    ],
  },
  fixes: {
    renumber: {
      title: 'Renumber from here, references too',
      safe: false,
      edits: ({ view }) => renumber(view),
    },
  },
  reads: ['heading', 'number'],
  *check(context) {
    const all = numbered(context);
    yield* sequenceProblems(all);
    yield* mixedClosing(all);
  },
});

interface Numbered {
  readonly number: ParagraphNumber;
  /** It stands alone, and may be no paragraph's number at all. */
  readonly bare: boolean;
  readonly on: Located;
}

/**
 * Everything that carries a number of the document's own count, in order. Letters and roman numerals count inside a paragraph and are left
 * alone.
 */
function numbered(source: Pick<DocumentContext, 'items'> | DocumentView): readonly Numbered[] {
  const found: Numbered[] = [];
  const known = new Set<number>();
  for (const on of source.items('heading')) {
    const { number } = on.item;
    if (!number) continue;
    known.add(on.base + number.span.start);
    if (isCounted(number)) found.push({ number, bare: false, on });
  }
  for (const on of source.items('number')) {
    const { number, bare, quoted, depth } = on.item;
    if (quoted || !isCounted(number) || (depth > 0 && number.values.length === 1) || known.has(on.base + number.span.start)) continue;
    found.push({ number, bare, on });
  }
  return withoutStray(found.sort((a, b) => placeOf(a) - placeOf(b)));
}

/** Without the bare figures that do not go on with the count before them. */
function withoutStray(all: readonly Numbered[]): readonly Numbered[] {
  const last = new Map<string, number>();
  return all.filter(({ number: { values }, bare }) => {
    const under = values.slice(0, -1).join('.');
    if (bare && values.at(-1) !== (last.get(under) ?? 0) + 1) return false;
    last.set(under, values.at(-1)!);
    return true;
  });
}

const isCounted = ({ style }: ParagraphNumber): boolean => style === 'number' || style === 'section.paragraph';

const placeOf = ({ number, on }: Numbered): number => on.base + number.span.start;

interface Slip {
  readonly one: Numbered;
  readonly message: Message;
  readonly before: string | null;
  readonly expected: string;
  readonly first: Numbered | null;
}

/** Numbers that do not follow from the ones before them. What may be a list of its own, counting from 1, is never one. */
function slipsOf(all: readonly Numbered[]): readonly Slip[] {
  const slips: Slip[] = [];
  const seen = new Map<string, Numbered>();
  const lastUnder = new Map<string, number>();
  // Counts that are open: the document's, and lists inside it that start again at 1.
  const counts: number[] = [];
  // Minutes go on from the last meeting's: a count that does not begin at 1 is followed, but what it left out cannot be told.
  let goesOn = false;
  for (const one of all) {
    const { values, text } = one.number;
    const last = values.at(-1)!;
    if (values.length > 1) {
      const parent = values.slice(0, -1).join('.');
      const before = lastUnder.get(parent);
      const expected = (before ?? 0) + 1;
      const number = `${parent}.${expected}`;
      const key = values.join('.');
      const first = seen.get(key) ?? null;
      if (first) slips.push({ one, message: 'duplicate', before: null, expected: number, first });
      else if (last !== expected && last !== 0) {
        const message = before === undefined ? 'gapOne' : last > expected ? 'gap' : 'backwards';
        slips.push({ one, message, before: before === undefined ? null : `${parent}.${before}`, expected: number, first: null });
      }
      if (!first) seen.set(key, one);
      lastUnder.set(parent, first ? (before ?? last) : Math.max(last, before ?? 0));
      continue;
    }
    const continued = counts.findLastIndex((count) => count + 1 === last);
    if (continued >= 0) counts.splice(continued, counts.length, last);
    else if (last <= 1) counts.push(last);
    else if (counts.length === 0 && last < 1000) {
      counts.push(last);
      goesOn = true;
    } else if (counts.length === 1 && !goesOn) {
      const before = counts[0]!;
      if (last > before + 1 && last < 1000)
        slips.push({ one, message: 'gap', before: String(before), expected: String(before + 1), first: null });
      else if (last <= before)
        slips.push({ one, message: 'duplicate', before: String(before), expected: String(before + 1), first: seen.get(text) ?? null });
      counts[0] = Math.max(before, last < 1000 ? last : before);
    }
    if (counts.length === 1 && !seen.has(text)) seen.set(text, one);
  }
  return slips;
}

function* sequenceProblems(all: readonly Numbered[]): Generator<LocatedProblem<Message>> {
  for (const { one, message, before, expected, first } of slipsOf(all)) {
    yield {
      message,
      data: { number: one.number.text, expected, ...(before !== null && { before }) },
      on: one.on,
      span: numberSpan(one.number),
      fixes: ['renumber'],
      ...(first && {
        related: [{ on: first.on, span: numberSpan(first.number), message: 'The first {label}', data: { label: first.number.text } }],
      }),
    };
  }
}

/** The figures alone, without the bracket or full stop that closes them. */
function numberSpan({ span, text, closing }: ParagraphNumber): { start: number; end: number } {
  const start = span.start + (closing === '()' ? 1 : 0);
  return { start, end: Math.min(span.end, start + text.length) };
}

function* mixedClosing(all: readonly Numbered[]): Generator<LocatedProblem<Message>> {
  const parts = all.filter(({ number }) => number.values.length > 1);
  const stopped = parts.filter(({ number }) => number.closing === '.');
  const bare = parts.filter(({ number }) => number.closing === '');
  if (stopped.length === 0 || bare.length === 0) return;
  const odd = stopped.length < bare.length ? stopped[0]! : bare[0]!;
  yield { message: 'mixed', on: odd.on, span: numberSpan(odd.number) };
}

/** New numbers for everything that follows a slip, in its own count, and for the references to what was renumbered. */
function renumber(view: DocumentView): FixEdits | null {
  const all = numbered(view);
  const slips = new Map(slipsOf(all).map((slip) => [slip.one, slip]));
  const under = new Map<string, number>();
  const renamed = new Map<string, string>();
  const edits: { span: { start: number; end: number }; newText: string }[] = [];
  const straight = all.filter(({ number }) => number.values.length === 1).some((one) => slips.has(one));
  let count = 0;
  for (const one of all) {
    const { values, text } = one.number;
    let now: string;
    if (values.length > 1) {
      const parent = values.slice(0, -1).join('.');
      const next = (under.get(parent) ?? (values.at(-1) === 0 ? -1 : 0)) + 1;
      under.set(parent, next);
      now = `${parent}.${next}`;
    } else if (straight) now = String(++count);
    else continue;
    if (now === values.join('.')) continue;
    const span = numberSpan(one.number);
    edits.push({ span: { start: one.on.base + span.start, end: one.on.base + span.end }, newText: now });
    // A number that stood twice is ambiguous: references go on meaning its first place.
    if (slips.get(one)?.message !== 'duplicate') renamed.set(text, now);
  }
  for (const { item, base, span } of view.items('paragraph-reference')) {
    const now = renamed.get(item.number);
    const at = now === undefined ? -1 : view.slice(span).lastIndexOf(item.number);
    if (at >= 0)
      edits.push({ span: { start: base + item.span.start + at, end: base + item.span.start + at + item.number.length }, newText: now! });
  }
  return edits.length > 0 ? { here: edits } : null;
}
