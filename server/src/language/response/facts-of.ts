import { saysExempt, saysYes } from '../calendar/deadlines.ts';
import type { IsoDate } from '../host.ts';
import { kindOfBody } from '../model/body-kind.ts';
import { field, textOf, textsOf, type FrontMatter } from '../model/front-matter/front-matter.ts';
import type { DocumentModel } from '../model/document.ts';
import { readDate } from '../model/dates/due.ts';
import type { Reading } from '../model/compare-items.ts';
import type { ActionItem, Due, Item, Label, Part } from '../model/items.ts';
import { stageOf } from '../model/item-parts/read-status.ts';
import { isRole, viewOf, type DocumentView, type Located } from '../model/view.ts';
import { documentAddress, folderOf, type DocumentAddress } from '../text/document-address.ts';
import { createHashing } from '../text/hash.ts';
import { contains, shifted, type Span } from '../text/span.ts';
import type {
  ActionFact,
  DecisionFact,
  DocumentFacts,
  DueFact,
  FindingFact,
  HeadingFact,
  LabelFact,
  LabelName,
  MeasureFact,
  RecommendationFact,
  ReferenceFact,
} from './facts.ts';
import { placesBy } from './places-by.ts';

/** What facts are made from, besides the header. */
export const factReadings: readonly Reading[] = [
  'label-definition',
  'label-reference',
  'action',
  'finding',
  'recommendation',
  'measure',
  'appendix-listed',
  { kind: 'paragraph', in: 'decision' },
];

/** Facts that other documents look at: a change in them wakes those. */
type Meaning = Omit<DocumentFacts, 'links' | 'headings' | 'meaning'>;

const known = new WeakMap<DocumentModel, DocumentFacts>();

/** What one document says that matters to the others of its response. Kept by the model, so asking again costs nothing. */
export function factsOf(model: DocumentModel): DocumentFacts {
  let facts = known.get(model);
  if (!facts) {
    const view = viewOf(model);
    const meant = meaningOf(model, view);
    known.set(model, (facts = { ...meant, ...besides(view, JSON.stringify(meant)) }));
  }
  return facts;
}

/** The same as JSON, for who keeps or sends them: a good deal cheaper than to make them first and write them then. */
export function writtenFactsOf(model: DocumentModel): string {
  const view = viewOf(model);
  const meant = JSON.stringify(meaningOf(model, view));
  return `${meant.slice(0, -1)},${JSON.stringify(besides(view, meant)).slice(1)}`;
}

const besides = (view: DocumentView, meant: string): Pick<DocumentFacts, 'links' | 'headings' | 'meaning'> => ({
  links: linksOf(view),
  headings: headingsOf(view),
  meaning: nameOfMeaning(meant),
});

/** Names what JSON says, without where it stands. */
function nameOfMeaning(json: string): string {
  const hashing = createHashing();
  let from = 0;
  // A quotation mark inside a text has a backslash before it, so that this is found nowhere else.
  for (let at = json.indexOf(place); at >= 0; at = json.indexOf(place, from)) {
    hashing.add(json, from, at);
    from = json.indexOf('}', at) + 1;
  }
  hashing.add(json, from, json.length);
  return hashing.name();
}

/** How the place of something begins in JSON, whatever it is called. */
const place = 'pan":{"start":';

function meaningOf(model: DocumentModel, view: DocumentView): Meaning {
  const findings = view.items('finding');
  const polarityOf = new Map(findings.flatMap(({ item }) => (item.label ? [[item.label.key, item.polarity] as const] : [])));
  const labels = view.items('label-definition').map(({ item, base }): LabelFact => ({
    key: item.label.key,
    text: item.label.text,
    defines: item.defines,
    polarity: polarityOf.get(item.label.key) ?? null,
    about: item.text,
    span: shifted(item.label.span, base),
  }));
  const addressed = view.items('action').flatMap(({ item, base }) =>
    item.addresses.map((label): ReferenceFact => ({
      key: label.key,
      text: label.text,
      addresses: true,
      from: item.label?.key ?? null,
      span: shifted(label.span, base),
    })),
  );
  const mentioned = view
    .items('label-reference')
    .filter(({ item }) => !item.addresses)
    .map(({ item, base }): ReferenceFact => ({
      key: item.label.key,
      text: item.label.text,
      addresses: false,
      from: null,
      span: shifted(item.label.span, base),
    }));
  const bodies = textsOf(model.frontMatter, 'body').map(({ text }) => text);
  return {
    address: model.address,
    type: model.context.type,
    title: textOf(model.frontMatter, 'title'),
    respondsTo: respondsTo(model.frontMatter, model.address),
    labels,
    references: [...addressed, ...mentioned],
    findings: findings.map((on): FindingFact => ({ ...said(on, on.item.textSpan), polarity: on.item.polarity })),
    ...saidOf(view),
    statuses: statusesOf(view),
    scale: model.context.statusScale.statuses.map(({ word }) => word.toLowerCase()),
    bodies,
    meetings: textsOf(model.frontMatter, 'meeting-date')
      .map(({ text }, place) => ({ date: readDate(text), body: bodies[place] ?? null }))
      .filter((meeting): meeting is DocumentFacts['meetings'][number] => meeting.date !== null),
    formalities: {
      isKeyDecision: saysYes(textOf(model.frontMatter, 'key-decision')),
      isExempt: saysExempt(textsOf(model.frontMatter, 'exempt').map(({ text }) => text)),
      executiveBodies: bodies.filter((body) => kindOfBody(body, model.context.houseStyle) === 'executive'),
    },
    published: dayOf(textOf(model.frontMatter, 'published')),
    asAt: dayOf(textOf(model.frontMatter, 'as-at')),
    inspection: inspectionOf(model),
    paths: pathsOf(model, view),
  };
}

/** Recommendations, actions, measures and decisions. */
function saidOf(view: DocumentView): Pick<DocumentFacts, 'recommendations' | 'actions' | 'measures' | 'decisions'> {
  const mentionsIn = labelsByPlace(view);
  const actions = view.items('action');
  const inBlock = placesByBlock(actions);
  return {
    recommendations: view
      .items('recommendation')
      .map((on): RecommendationFact => ({ ...said(on), body: on.item.body, verb: on.item.verb, mentions: mentionsIn(on) })),
    actions: actions.map(actionFact(view)),
    measures: view.items('measure').map((on): MeasureFact => {
      const { baseline, target, actual, by } = on.item;
      const action = inBlock(on).find((one) => contains(actions[one]!.span, on.span));
      return {
        ...said(on),
        baseline: textIn(baseline),
        target: textIn(target),
        actual: textIn(actual),
        by: dueFact(by),
        action: action ?? null,
        mentions: mentionsIn(on),
      };
    }),
    decisions:
      view.model.context.type !== 'minutes'
        ? []
        : view
            .items('paragraph')
            .filter(({ item, model }) => !item.quoted && isRole(model.place.role, 'decision'))
            .map((on): DecisionFact => ({ text: on.item.text, mentions: mentionsIn(on), span: on.span })),
  };
}

const actionFact =
  ({ model: { context } }: DocumentView) =>
  (on: Located<ActionItem>): ActionFact => {
    const { fields, due, originalDue, status, statusIsKnown, addresses } = on.item;
    // Field by field, and not spread: there are more actions than anything else, and an object that grows is copied each time.
    const { label, text, span, nameSpan } = said(on, on.item.textSpan);
    return {
      label,
      text,
      span,
      nameSpan,
      owner: textIn(fields.owner),
      due: dueFact(due ?? fields.due),
      originalDue: dueFact(originalDue ?? fields['original-due']),
      status,
      statusIsKnown,
      stage: stageOf(on.item, context),
      source: textIn(fields.addresses),
      addresses: addresses.map(nameOf),
      measure: textIn(fields.measure),
      hasEvidence: textIn(fields.evidence) !== null,
      hasProgress: textIn(fields.progress) !== null,
    };
  };

function said(
  { item, base, span }: Located<Extract<Item, { label: Label | null; text: string }>>,
  textSpan: Span = item.span,
): { label: LabelName | null; text: string; span: Span; nameSpan: Span } {
  return { label: item.label && nameOf(item.label), text: item.text, span, nameSpan: shifted(item.label?.span ?? textSpan, base) };
}

const nameOf = ({ key, text }: Label): LabelName => ({ key, text });

const textIn = (part: Part | null | undefined): string | null => (part && part.text !== '' ? part.text : null);

const dueFact = (due: Due | Part | null | undefined): DueFact | null =>
  due && due.text !== '' ? { text: due.text, from: 'from' in due ? due.from : null, to: 'to' in due ? due.to : null } : null;

/** Finds the labels that are named inside an item, its own left out. */
function labelsByPlace(view: DocumentView): (on: Located) => readonly string[] {
  const references = view.items('label-reference');
  const inBlock = placesByBlock(references);
  return (on) => [
    ...new Set(
      inBlock(on)
        .filter((one) => contains(on.span, references[one]!.span))
        .map((one) => references[one]!.item.label.key),
    ),
  ];
}

/** Finds the items that stand in the block of another one, by their places in the list. */
function placesByBlock(items: readonly Located[]): (on: Located) => readonly number[] {
  const places = placesBy(items, ({ index }) => [index]);
  return ({ index }) => places(index);
}

function statusesOf(view: DocumentView): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const {
    item: { status, statusIsKnown },
  } of view.items('action')) {
    if (status === null || !statusIsKnown) continue;
    const word = status.toLowerCase();
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

const dayOf = (text: string | null): IsoDate | null => (text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null);

/** Plain values under `inspection:`. */
function inspectionOf({ frontMatter }: DocumentModel): Readonly<Record<string, string>> {
  const said: Record<string, string> = {};
  for (const key of field(frontMatter, 'inspection')?.fields.keys() ?? []) {
    const value = textOf(frontMatter, 'inspection', key);
    if (value !== null) said[key] = value;
  }
  return said;
}

/** Files that the document says stand beside it. An address on the web, and one from the root of a site or drive, is not looked up. */
function pathsOf(model: DocumentModel, view: DocumentView): readonly string[] {
  const written = [
    ...textsOf(model.frontMatter, 'responds-to').map(({ text }) => text),
    ...view.items('appendix-listed').flatMap(({ item }) => item.link ?? []),
  ];
  return [...new Set(written.filter(isFilePath))];
}

/** Whether an address as written names a file by its path from the document. */
export const isFilePath = (path: string): boolean => path.trim() !== '' && !/^(?:[A-Za-z][A-Za-z0-9+.-]*:|[/\\#?])/.test(path.trim());

const headingsOf = (view: DocumentView): readonly HeadingFact[] =>
  view.items('heading').map(({ item: { text, role, isTitle }, span }) => ({ text, role, isTitle, span }));

const linksOf = (view: DocumentView): readonly string[] => [
  ...new Set(
    [...view.items('link'), ...view.items('link-definition')]
      .map(({ item }) => item.url)
      .filter((url) => url.startsWith('#') || isFilePath(url)),
  ),
];

/** Addresses of the documents that a document says it responds to. */
export const respondsTo = (frontMatter: FrontMatter, address: DocumentAddress): readonly DocumentAddress[] =>
  textsOf(frontMatter, 'responds-to').map(({ text }) => resolvePath(address, text));

/** The address of a file that a path or link in a document points to, without the part behind `#` or `?`. */
export const fileAt = (from: DocumentAddress, path: string): DocumentAddress => resolvePath(from, path.trim().replace(/[#?].*$/s, ''));

/** The address of a path written in a document, relative to the folder of that document. */
export function resolvePath(from: DocumentAddress, path: string): DocumentAddress {
  if (/^[A-Za-z][A-Za-z0-9+.-]+:/.test(path)) return documentAddress(path);
  const folder = folderOf(from);
  const [, root, rest] = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)(.*)$/i.exec(folder) ?? [null, '', folder];
  const steps: string[] = [];
  const written = path.replaceAll('\\', '/');
  const all = written.startsWith('/') ? written : `${rest}${written}`;
  for (const step of all.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return documentAddress(`${root}/${steps.join('/')}`);
}
