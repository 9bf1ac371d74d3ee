import type { IsoDate } from '../host.ts';
import type { Span } from '../text/span.ts';
import type { FrontMatterValue } from './front-matter/front-matter.ts';
import { textOf } from './front-matter/front-matter.ts';
import type { Due, FindingItem, Label, Part } from './items.ts';
import { bodyTold, bodyToldToAct } from './context/read-introduction.ts';
import type { DocumentView, Located } from './view.ts';
import type { DocumentType, Polarity, Role } from './vocabulary.ts';

/**
 * The semantic model as the command line prints it. Keys, `null` for what is absent, ISO dates and lines from 1 are a promise to scripts.
 * `paragraphs` are those that carry a number, top-level or not, in document order; paragraphs without one are only text.
 */
export interface ModelJson {
  readonly file: string;
  readonly type: DocumentType;
  readonly houseStyle: string;
  /** Of the front matter, else of the first heading of level 1. */
  readonly title: string | null;
  readonly frontMatter: Readonly<Record<string, FrontMatterValue>>;
  readonly sections: readonly {
    readonly heading: string;
    readonly role: Role | null;
    readonly level: number;
    readonly number: string | null;
    readonly line: number;
    readonly endLine: number;
  }[];
  readonly paragraphs: readonly { readonly number: string; readonly line: number }[];
  readonly recommendations: readonly {
    readonly label: string | null;
    readonly body: string | null;
    readonly verb: string | null;
    readonly text: string;
    readonly line: number;
  }[];
  readonly findings: readonly {
    readonly label: string | null;
    readonly polarity: Polarity;
    readonly text: string;
    readonly line: number;
  }[];
  readonly actions: readonly ActionJson[];
  readonly measures: readonly {
    readonly label: string | null;
    readonly text: string;
    readonly baseline: string | null;
    readonly target: string | null;
    readonly actual: string | null;
    /** Last day, or the words where they name no day. */
    readonly by: string | null;
    readonly line: number;
  }[];
  readonly dates: readonly {
    readonly text: string;
    readonly from: IsoDate | null;
    readonly to: IsoDate | null;
    readonly precision: string;
    readonly line: number;
  }[];
  /** `definedAt` and `uses` are lines. */
  readonly acronyms: readonly {
    readonly short: string;
    readonly long: string | null;
    readonly definedAt: number | null;
    readonly uses: readonly number[];
  }[];
  /** `listedAt` and `mentions` are lines. */
  readonly appendices: readonly {
    readonly number: string;
    readonly title: string | null;
    readonly listedAt: number | null;
    readonly mentions: readonly number[];
  }[];
  /** `resolvesTo` is `file:line` of the definition. */
  readonly references: readonly { readonly label: string; readonly line: number; readonly resolvesTo: string | null }[];
}

export interface ActionJson {
  readonly label: string | null;
  readonly text: string;
  readonly owner: string | null;
  /** Last day that the due date can mean; null where no day can be told. */
  readonly due: IsoDate | null;
  /** The due date as written. */
  readonly dueText: string | null;
  readonly originalDue: IsoDate | null;
  readonly status: string | null;
  readonly addresses: readonly string[];
  readonly measure: string | null;
  readonly evidence: string | null;
  readonly progress: string | null;
  readonly line: number;
}

/** Where a label is defined outside of the document, as `file:line`, or null. */
export type Resolve = (label: Label) => string | null;

/** `file` is the name to print. References that the document itself does not answer are left to `resolveElsewhere`. */
export function modelToJson(view: DocumentView, file: string, resolveElsewhere: Resolve = () => null): ModelJson {
  const { model } = view;
  const lineOf = ({ start }: Span): number => view.position(start).line + 1;
  const defined = new Map<string, string>();
  for (const { item, base } of view.items('label-definition'))
    if (!defined.has(item.label.key)) defined.set(item.label.key, `${file}:${lineOf({ start: base + item.label.span.start, end: 0 })}`);
  return {
    file,
    type: model.context.type,
    houseStyle: model.context.houseStyle.name,
    title: textOf(model.frontMatter, 'title') ?? view.items('heading').find(({ item }) => item.isTitle)?.item.text ?? null,
    frontMatter: Object.fromEntries([...model.frontMatter.fields.values()].map(({ key, value }) => [key, value])),
    sections: view.sections.map(({ heading, role, level, number, line, endLine }) => ({
      heading: heading.item.text,
      role,
      level,
      number,
      line: line + 1,
      endLine: endLine + 1,
    })),
    paragraphs: view
      .items('paragraph')
      .flatMap(({ item, span }) => (item.number && !item.quoted ? [{ number: item.number.text, line: lineOf(span) }] : [])),
    recommendations: [
      ...view.items('recommendation').map(({ item, span }) => ({
        label: textOfLabel(item.label),
        body: item.body,
        verb: item.verb,
        text: item.text,
        line: lineOf(span),
      })),
      ...recommendedFindings(view).map(({ item, span }) => ({
        label: textOfLabel(item.label),
        body: bodyOf(view, span, item.text),
        verb: null,
        text: item.text,
        line: lineOf(span),
      })),
    ],
    findings: view
      .items('finding')
      .map(({ item, span }) => ({ label: textOfLabel(item.label), polarity: item.polarity, text: item.text, line: lineOf(span) })),
    actions: view.items('action').map(({ item, span }): ActionJson => ({
      label: textOfLabel(item.label) ?? referenceOf(item.fields.ref),
      text: item.text,
      owner: said(item.fields.owner),
      due: item.due?.to ?? null,
      dueText: said(item.fields.due) ?? item.due?.text ?? null,
      originalDue: item.originalDue?.to ?? null,
      status: item.status,
      addresses: item.addresses.map(({ text }) => text),
      measure: said(item.fields.measure),
      evidence: said(item.fields.evidence),
      progress: said(item.fields.progress),
      line: lineOf(span),
    })),
    measures: view.items('measure').map(({ item, span }) => ({
      label: textOfLabel(item.label),
      text: item.text,
      baseline: said(item.baseline),
      target: said(item.target),
      actual: said(item.actual),
      by: dayOf(item.by),
      line: lineOf(span),
    })),
    dates: view
      .items('date')
      .map(({ item, span }) => ({ text: item.text, from: item.from, to: item.to, precision: item.precision, line: lineOf(span) })),
    acronyms: acronymsOf(view, lineOf),
    appendices: appendicesOf(view, lineOf),
    references: view.items('label-reference').map(({ item, span }) => ({
      label: item.label.text,
      line: lineOf(span),
      resolvesTo: defined.get(item.label.key) ?? resolveElsewhere(item.label),
    })),
  };
}

/** What an inspectorate recommends is a finding, since it is to be answered, and a recommendation, since it calls it one. */
function recommendedFindings(view: DocumentView): readonly Located<FindingItem>[] {
  if (view.model.context.type !== 'inspection-letter') return [];
  return view.items('finding').filter(({ span }) => {
    const { line } = view.position(span.start);
    const innermost = view.sections.findLast((section) => section.line <= line && line <= section.endLine);
    return innermost !== undefined && /\brecommend(?:ations?|ed)\b/i.test(innermost.heading.item.text);
  });
}

/**
 * Whom an inspectorate tells to act: in the sentence itself, or in the paragraph that leads to its list ("The Management Board should:").
 */
function bodyOf(view: DocumentView, { start }: Span, text: string): string | null {
  const own = bodyToldToAct(text);
  if (own !== null) return own;
  const leading = view.items('paragraph').findLast(({ item, span }) => span.start < start && item.depth === 0 && item.text.endsWith(':'));
  const heading = view.items('heading').findLast(({ span }) => span.start < start);
  return leading && leading.span.start > (heading?.span.start ?? 0) ? bodyTold(leading.item.text) : null;
}

const textOfLabel = (label: Label | null): string | null => label?.text ?? null;
/** What a plan numbers its actions with: “1.2”, “3/25”. No label that text refers to, but what people call the action by. */
const referenceOf = (ref: Part | undefined): string | null => (ref && ref.text.length <= 12 && /\d/.test(ref.text) ? ref.text : null);
const said = (part: Part | null | undefined): string | null => (part && part.text !== '' ? part.text : null);
const dayOf = (due: Due | null): string | null => (due ? (due.to ?? due.text) : null);

function acronymsOf(view: DocumentView, lineOf: (span: Span) => number): ModelJson['acronyms'] {
  const found = new Map<string, { long: string | null; definedAt: number | null; uses: number[] }>();
  const entry = (short: string) => {
    let known = found.get(short);
    if (!known) found.set(short, (known = { long: null, definedAt: null, uses: [] }));
    return known;
  };
  const all = [...view.items('acronym-definition'), ...view.items('acronym-use')].toSorted((a, b) => a.span.start - b.span.start);
  for (const { item, span } of all) {
    const known = entry(item.short);
    if (item.kind === 'acronym-use') known.uses.push(lineOf(span));
    else if (known.definedAt === null) [known.long, known.definedAt] = [item.long, lineOf(span)];
  }
  return [...found].map(([short, known]) => ({ short, ...known }));
}

function appendicesOf(view: DocumentView, lineOf: (span: Span) => number): ModelJson['appendices'] {
  const found = new Map<string, { title: string | null; listedAt: number | null; mentions: number[] }>();
  const entry = (number: string) => {
    let known = found.get(number);
    if (!known) found.set(number, (known = { title: null, listedAt: null, mentions: [] }));
    return known;
  };
  for (const { item, span } of view.items('appendix-listed')) {
    const known = entry(item.number);
    if (known.listedAt === null) [known.title, known.listedAt] = [item.title === '' ? null : item.title, lineOf(span)];
  }
  for (const { item, span } of view.items('appendix-mention')) entry(item.number).mentions.push(lineOf(span));
  return [...found].map(([number, known]) => ({ number, ...known }));
}
