import { statutoryDeadlineId, statutoryDeadlines } from '../../calendar/after-inspection.ts';
import { ruleInWords } from '../../calendar/deadline.ts';
import { summedDeadlinesOf } from '../../calendar/deadlines.ts';
import { stepsBetween } from '../../calendar/day-by-day.ts';
import { sectionOfHeading } from '../../house-styles/section-names.ts';
import { typeNames } from '../../model/vocabulary.ts';
import { textsOf, type FrontMatterField } from '../../model/front-matter/front-matter.ts';
import { knownField, meaningOf } from '../../model/front-matter/known-fields.ts';
import type { Item, ItemKind, ItemOf } from '../../model/items.ts';
import type { Located } from '../../model/view.ts';
import { blockAt, startOf } from '../../syntax/layout.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Snapshot } from '../../snapshot.ts';
import { fileNameOf } from '../../text/document-address.ts';
import { shifted, touches, type Span } from '../../text/span.ts';
import { knownAcronym, type KnownAcronym } from '../known/acronyms.ts';
import { describeField } from '../completion/front-matter.ts';
import { describeDay, distance } from '../known/day-words.ts';
import { knownLabels, type KnownLabel } from '../known/known-labels.ts';

export interface Hover {
  /** Markdown. */
  readonly text: string;
  readonly span: Span;
}

/** What is known of the thing at an offset, or null. Looks only at the items of the block there. */
export function hover(snapshot: Snapshot, offset: number, rules: readonly Rule[]): Hover | null {
  const { view, model } = snapshot;
  if (model.frontMatter.span && offset < model.frontMatter.span.end) return hoverFrontMatter(snapshot, offset);
  const index = blockAt(view.layout, offset);
  const block = model.blocks[index];
  if (!block) return null;
  const base = startOf(view.layout, index);
  const items = block.items.map((item): Located => ({ item, model: block, index, base, span: shifted(item.span, base) }));
  const at = <K extends ItemKind>(kind: K) => items.filter((one): one is Located<ItemOf<K> & Item> => one.item.kind === kind);
  return (
    hoverSuppression(snapshot, at('suppression'), offset, rules) ??
    hoverLabel(snapshot, at('label-definition'), at('label-reference'), at('action'), offset) ??
    hoverAcronym(snapshot, at('acronym-use'), at('acronym-definition'), offset) ??
    hoverDate(snapshot, at('date'), at('deadline-mention'), offset) ??
    hoverDue(snapshot, at('action'), offset) ??
    hoverHeading(snapshot, at('heading'), offset) ??
    hoverAddress(snapshot, at('link-reference'), offset)
  );
}

/** Where a link leads whose address stands elsewhere. */
function hoverAddress({ view, words }: Snapshot, links: readonly Located<ItemOf<'link-reference'>>[], offset: number): Hover | null {
  const link = links.find(({ span }) => touches(span, offset));
  const defined = link && view.items('link-definition').find(({ item }) => item.identifier === link.item.identifier);
  return defined
    ? {
        text: words.say('Leads to {address} (line {number}).', {
          address: `\`${code(defined.item.url)}\``,
          number: view.position(defined.span.start).line + 1,
        }),
        span: link.span,
      }
    : null;
}

function hoverSuppression(
  { words }: Snapshot,
  comments: readonly Located<ItemOf<'suppression'>>[],
  offset: number,
  rules: readonly Rule[],
): Hover | null {
  for (const { item, base } of comments) {
    const name = item.rules.find(({ span }) => touches(shifted(span, base), offset));
    if (!name) continue;
    const rule = rules.find((one) => one.name === name.text);
    return {
      text: rule
        ? `**${rule.name}**\n\n${words.say(rule.summary)}\n\n${words.say(rule.why)}`
        : words.say('There is no rule of the name `{name}`.', { name: code(name.text) }),
      span: shifted(name.span, base),
    };
  }
  return null;
}

const code = (text: string): string => text.replaceAll('`', '');

const kinds = { finding: 'Finding', recommendation: 'Recommendation', action: 'Action', measure: 'Measure', other: 'Label' } as const;

function hoverLabel(
  snapshot: Snapshot,
  definitions: readonly Located<ItemOf<'label-definition'>>[],
  references: readonly Located<ItemOf<'label-reference'>>[],
  actions: readonly Located<ItemOf<'action'>>[],
  offset: number,
): Hover | null {
  const places = [...definitions, ...references].map(({ item, base }) => ({ label: item.label, base }));
  const addressed = actions.flatMap(({ item, base }) => item.addresses.map((label) => ({ label, base })));
  const found = [...places, ...addressed].find(({ label, base }) => touches(shifted(label.span, base), offset));
  if (!found) return null;
  const labels = knownLabels(snapshot);
  const defined = labels.filter(({ key }) => key === found.label.key);
  if (defined.length === 0) return null;
  return {
    text: defined.map((label) => describeLabel(snapshot, label)).join('\n\n---\n\n') + addressedBy(snapshot, found.label.key),
    span: shifted(found.label.span, found.base),
  };
}

function describeLabel({ model, view, response, words }: Snapshot, label: KnownLabel): string {
  const kind =
    label.polarity === 'strength'
      ? 'Strength'
      : label.polarity === 'priority'
        ? 'Priority action'
        : label.polarity === 'improvement'
          ? 'Area for improvement'
          : kinds[label.defines];
  const other = response?.documents.find(({ address }) => address === label.address);
  const where =
    label.address === model.address
      ? words.say('line {number}', { number: view.position(label.span.start).line + 1 })
      : `${fileNameOf(label.address)}${other ? ` (${words.word(typeNames[other.type])})` : ''}`;
  return `**${label.text}** ${words.word(kind)}, ${where}\n\n${plain(label.about)}`;
}

/** Text of the document shown as text: nothing in it is read as Markdown. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]()#+!|<>~-]/g, '\\$&');

function addressedBy({ response, words }: Snapshot, key: string): string {
  const by = new Set(
    response?.documents.flatMap(({ references }) =>
      references.flatMap((one) => (one.addresses && one.key === key && one.from ? [one.from] : [])),
    ) ?? [],
  );
  return by.size === 0 ? '' : `\n\n${words.say('Addressed by {labels}.', { labels: [...by].join(', ') })}`;
}

function hoverAcronym(
  snapshot: Snapshot,
  uses: readonly Located<ItemOf<'acronym-use'>>[],
  definitions: readonly Located<ItemOf<'acronym-definition'>>[],
  offset: number,
): Hover | null {
  const use = uses.find(({ span }) => touches(span, offset));
  const definition = definitions.find(({ item, base }) => touches(shifted(item.shortSpan, base), offset));
  const short = use?.item.short ?? definition?.item.short;
  if (!short) return null;
  const known = knownAcronym(snapshot, short);
  if (!known) return null;
  return {
    text: `**${short}** ${known.long.map(plain).join(snapshot.words.say(', or '))}\n\n${whereFrom(snapshot, known)}`,
    span: use?.span ?? shifted(definition!.item.shortSpan, definition!.base),
  };
}

function whereFrom({ view, words }: Snapshot, { source, definedAt }: KnownAcronym): string {
  if (definedAt !== null) return words.say('Written out on line {number}.', { number: view.position(definedAt).line + 1 });
  return source === 'field'
    ? words.say('Its usual meaning; not written out in this document.')
    : words.say('Known from the {source}; not written out in this document.', { source });
}

/** A date that is said to be the deadline of something has the sum of that deadline, all the more where the two differ. */
function hoverDate(
  snapshot: Snapshot,
  dates: readonly Located<ItemOf<'date'>>[],
  mentions: readonly Located<ItemOf<'deadline-mention'>>[],
  offset: number,
): Hover | null {
  const date = dates.find(({ span }) => touches(span, offset));
  if (!date || !date.item.from || !date.item.to) return null;
  const due = mentions.find(({ span }) => touches(span, offset))?.item.due;
  const meant = statutoryDeadlines.filter(({ document }) => document === due).map(({ id }) => statutoryDeadlineId(id));
  return { text: describePeriod(snapshot, date.item.from, date.item.to, { ids: meant }), span: date.span };
}

function hoverDue(snapshot: Snapshot, actions: readonly Located<ItemOf<'action'>>[], offset: number): Hover | null {
  for (const { item, base } of actions) {
    const due = [item.due, item.originalDue, item.start].find((one) => one && touches(shifted(one.span, base), offset));
    if (due?.from && due.to) return { text: describePeriod(snapshot, due.from, due.to), span: shifted(due.span, base) };
  }
  return null;
}

/**
 * Sums that belong to a day though they neither begin nor end on it: those of other days (the meetings that papers are published for), and
 * of deadlines by id.
 */
interface OtherSums {
  readonly days?: readonly string[];
  readonly ids?: readonly string[];
}

function describePeriod(snapshot: Snapshot, from: string, to: string, { days = [], ids = [] }: OtherSums = {}): string {
  const { calendar, today, words } = snapshot;
  if (from !== to) return words.say('From {from} to {to}.', { from: describeDay(from, calendar), to: describeDay(to, calendar) });
  const off = calendar.dayOff(from);
  return `**${words.word(describeDay(from, calendar))}**\n\n${words.word(off === null ? 'A working day' : 'Not a working day')}, ${words.word(distance(from, today, calendar))}.${sumsAt(snapshot, [from, ...days], ids)}`;
}

/** The deadlines that end on one of some days, those that are counted from it, and some more, each with its sum. */
function sumsAt({ view, calendar, words }: Snapshot, days: readonly string[], ids: readonly string[]): string {
  const day = (date: string): string => words.word(describeDay(date, calendar));
  return summedDeadlinesOf(view, calendar)
    .filter(({ deadline: { id, date, from } }) => ids.includes(id) || days.includes(date) || (from !== null && days.includes(from)))
    .map(({ deadline, sum }) => {
      const steps = sum ? stepsBetween(sum.after, sum.until, calendar) : [];
      const lines = steps.map(({ from, to, counted: days, inAll, leftOut }) => {
        const stretch =
          from === to ? day(from) : words.say('{from} to {to}', { from: describeDay(from, calendar), to: describeDay(to, calendar) });
        const out = leftOut
          .filter((one) => from !== to || one.date !== from)
          .map((one) => day(one.date))
          .join(', ');
        return `- ${stretch}: ${words.say('{days} counted, {inAll} in all', { days, inAll })}${out === '' ? '' : `; ${words.say('left out: {days}', { days: out })}`}`;
      });
      const weekends = lines.length === 0 ? '' : `\n\n${words.say('Saturdays and Sundays are left out.')}\n\n${lines.join('\n')}`;
      return `\n\n---\n\n**${plain(words.word(deadline.what))}**: ${day(deadline.date)}\n\n${plain(ruleInWords(deadline, words.word))} (${plain(words.word(deadline.source))}).${weekends}`;
    })
    .join('');
}

function hoverHeading({ view, model, words }: Snapshot, headings: readonly Located<ItemOf<'heading'>>[], offset: number): Hover | null {
  const heading = headings.find(({ span, item, base }) =>
    touches(
      item.form === 'field-line'
        ? shifted(item.textSpan, base)
        : { start: span.start, end: Math.max(span.start, trimmedEnd(view.slice(span), span)) },
      offset,
    ),
  );
  if (!heading || !heading.item.role) return null;
  const { layout, houseStyle } = model.context;
  const section = sectionOfHeading(layout, heading.item.text) ?? layout.sections.find(({ role }) => role === heading.item.role);
  if (!section) return null;
  const { wordLimit, fewestWords } = section;
  const limit =
    wordLimit && fewestWords
      ? words.say('Between {fewest} and {most} words.', { fewest: fewestWords, most: wordLimit })
      : wordLimit
        ? words.say('At most {most} words.', { most: wordLimit })
        : '';
  return {
    text: `**${section.heading}** (${houseStyle.title}${section.required ? `, ${words.word('required')}` : ''})\n\n${section.guidance}${limit === '' ? '' : `\n\n${limit}`}`,
    span: shifted(heading.item.textSpan, heading.base),
  };
}

const trimmedEnd = (text: string, span: Span): number => span.start + text.trimEnd().length;

function hoverFrontMatter({ model, calendar, today, words, ...rest }: Snapshot, offset: number): Hover | null {
  const found = fieldAtOffset(model.frontMatter.fields, [], offset);
  if (!found) return null;
  const { path, field } = found;
  if (touches(field.keySpan, offset)) {
    const layout = path.length === 1 ? model.context.layout.fields.find(({ key }) => key === path[0]) : undefined;
    const text = describeField(layout, knownField(...path)?.description);
    return text === ''
      ? null
      : { text: `**${field.key}**${layout?.required ? ` (${words.word('required')})` : ''}\n\n${text}`, span: field.keySpan };
  }
  const value = String(field.value);
  if (path.join('/') === 'house-style') {
    const style = rest.configuration.houseStyles.get(value);
    if (style)
      return {
        text: `**${style.title}**\n\n${words.say(style.status === 'seen' ? 'Seen in a published document.' : 'A starting point, to be confirmed with the council.')}`,
        span: field.valueSpan,
      };
  }
  const meaning = meaningOf(path, value);
  if (meaning) return { text: meaning, span: field.valueSpan };
  const day = /^(\d{4}-\d\d-\d\d)$/.exec(value)?.[1];
  return day && isDay(day, calendar)
    ? {
        text: describePeriod({ model, calendar, today, words, ...rest }, day, day, {
          days: path.join('/') === 'published' ? textsOf(model.frontMatter, 'meeting-date').map(({ text }) => text) : [],
        }),
        span: field.valueSpan,
      }
    : null;
}

/** Whether the calendar knows such a day (31 June it does not). */
function isDay(date: string, calendar: Snapshot['calendar']): boolean {
  try {
    return calendar.addDays(date, 0) === date;
  } catch {
    return false;
  }
}

function fieldAtOffset(
  fields: ReadonlyMap<string, FrontMatterField>,
  path: readonly string[],
  offset: number,
): { path: readonly string[]; field: FrontMatterField } | null {
  for (const field of fields.values()) {
    const here = [...path, field.key];
    const inside = fieldAtOffset(field.fields, here, offset);
    if (inside) return inside;
    if (touches(field.keySpan, offset) || (field.fields.size === 0 && touches(field.valueSpan, offset))) return { path: here, field };
  }
  return null;
}
