import { sectionOfHeading } from '../../house-styles/section-names.ts';
import { formSections, type SectionLayout } from '../../house-styles/house-style.ts';
import { sectionSnippet, sectionText } from '../../new-document/new-section.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { Words } from '../../words.ts';
import { knownAcronym } from '../known/acronyms.ts';
import type { Completion } from './completion-item.ts';
import { missingFields } from './field.ts';
import { knownLabels } from '../known/known-labels.ts';
import type { Line } from '../as-written/lines.ts';

/** Names of rules inside a comment that silences them, and the comments themselves after `<!--`; null elsewhere. */
export function completeComment(
  before: string,
  line: Line,
  offset: number,
  rules: readonly Rule[],
  words: Words,
): readonly Completion[] | null {
  const open = before.lastIndexOf('<!--');
  if (open < 0 || before.indexOf('-->', open) >= 0) return null;
  const inside = before.slice(open + 4);
  const form = /^\s*inspection-response-(?:disable-next-line|disable-file|disable|enable)\s/.exec(inside);
  if (!form) return completeCommentForm(line, open, offset, words);
  const names = inside.slice(form[0].length);
  if (names.includes(':')) return [];
  const word = /[a-z/-]*$/.exec(names)![0];
  return rules.map(({ name, summary }): Completion => ({
    label: name,
    kind: 'rule',
    detail: words.say(summary),
    insert: name,
    replace: { start: offset - word.length, end: offset },
  }));
}

const commentForms = [
  ['inspection-response-disable-next-line', 'Leave a rule out in the next line'],
  ['inspection-response-disable', 'Leave a rule out from here on'],
  ['inspection-response-enable', 'Apply a rule again from here on'],
  ['inspection-response-disable-file', 'Leave a rule out in this document'],
] as const;

function completeCommentForm(line: Line, open: number, offset: number, words: Words): readonly Completion[] {
  const written = line.text.slice(open + 4, offset - line.span.start);
  if (!/^\s*[a-z-]*$/.test(written)) return [];
  const end = line.text.startsWith('-->', line.text.slice(offset - line.span.start).search(/\S|$/) + offset - line.span.start)
    ? ''
    : ' -->';
  const replace = { start: line.span.start + open + 4, end: offset };
  return commentForms.map(([name, detail]): Completion => ({
    label: name,
    kind: 'comment',
    detail: words.say(detail),
    insert: ` ${name} ${end}`,
    snippet: ` ${name} $0${end}`,
    replace,
    filter: written.startsWith(' ') ? ` ${name}` : name,
    again: true,
  }));
}

/** Sections of the house style that the document does not have yet, on a line that begins a heading or is empty; null elsewhere. */
export function completeSection(snapshot: Snapshot, line: Line, before: string): readonly Completion[] | null {
  if (line.block.kind === 'table-row') return null;
  const typed = /^(#{0,6})(\s*)([^|<>]*)$/.exec(before);
  if (!typed || (typed[1] === '' && before !== '')) return null;
  return sectionCompletions(snapshot, line).map((section) => ({
    ...section,
    filter: typed[1] === '' ? section.label : `${typed[1]}${typed[2]}${section.label}`,
  }));
}

/** Sections of the house style that the document does not have yet, each in place of a line, the likeliest first. */
export function sectionCompletions({ view, model }: Snapshot, line: Line): readonly Completion[] {
  const { layout } = model.context;
  const there = new Set(
    view.sections
      .filter(({ heading }) => heading.span.start !== line.span.start)
      .flatMap(({ heading }) => sectionOfHeading(layout, heading.item.text) ?? []),
  );
  const missing = layout.sections.filter((section) => section.repeats || !there.has(section));
  // What the council's form asks for next comes first: the sections behind the one that the cursor is in; what it merely knows, last.
  const order = formSections(layout);
  const current = view.sections.findLast(({ heading }) => heading.span.end <= line.span.start)?.heading.item.text;
  const here = current === undefined ? -1 : order.indexOf(sectionOfHeading(layout, current)!);
  const rank = (section: SectionLayout) => (section.recognisedOnly ? 2 : order.indexOf(section) > here ? 0 : 1);
  const inOrder = missing.toSorted((a, b) => rank(a) - rank(b));
  return inOrder.map((section): Completion => ({
    label: section.heading,
    kind: 'section',
    detail: section.required ? 'required' : 'section',
    documentation: section.guidance,
    insert: sectionText(section),
    snippet: sectionSnippet(section),
    replace: line.span,
  }));
}

/** Labels after a prefix that the response uses, long forms of acronyms, and names of fields inside an action item. */
export function completeProse(snapshot: Snapshot, line: Line, before: string, offset: number): readonly Completion[] {
  const fields = missingFields(snapshot, line);
  if (fields) {
    return fields.names.map((name): Completion => ({
      label: name,
      kind: 'field',
      insert: `${name}: `,
      replace: { start: fields.start, end: Math.max(fields.start, offset) },
      again: true,
    }));
  }
  const word = /(?:^|[^A-Za-z0-9])([A-Z][A-Za-z]{0,9}(?:[ -]?\d{1,3}(?:\.\d{0,3})?)?)$/.exec(before)?.[1];
  if (!word) return [];
  const replace = { start: offset - word.length, end: offset };
  const prefix = /^[A-Z]{1,4}/.exec(word)?.[0] ?? '';
  const labels = knownLabels(snapshot)
    .filter((label) => label.key.startsWith(prefix) && label.span.end !== offset)
    .map((label): Completion => ({
      label: label.text,
      kind: 'label',
      detail: label.about,
      insert: label.text,
      replace,
    }));
  const known = /^[A-Z][A-Za-z]+$/.test(word) ? knownAcronym(snapshot, word) : null;
  const writtenOut = (known?.long ?? []).map((long): Completion => ({
    label: `${long} (${word})`,
    kind: 'acronym',
    detail: snapshot.words.say('written out, as at its first use'),
    insert: `${long} (${word})`,
    replace,
    filter: word,
  }));
  return [...labels, ...writtenOut];
}
