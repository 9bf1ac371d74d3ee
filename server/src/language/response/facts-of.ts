import type { IsoDate } from '../host.ts';
import { field, textOf, textsOf } from '../model/front-matter.ts';
import type { DocumentModel } from '../model/document.ts';
import type { ItemKind } from '../model/items.ts';
import { viewOf, type DocumentView } from '../model/view.ts';
import { documentAddress, folderOf, type DocumentAddress } from '../text/document-address.ts';
import { shifted } from '../text/span.ts';
import type { DocumentFacts, LabelFact, ReferenceFact } from './facts.ts';

/** Kinds of item that facts are made from. */
export const factKinds: readonly ItemKind[] = ['label-definition', 'label-reference', 'action', 'finding', 'appendix-listed'];

const known = new WeakMap<DocumentModel, DocumentFacts>();

/** What one document says that matters to the others of its response. Kept by the model, so asking again costs nothing. */
export function factsOf(model: DocumentModel): DocumentFacts {
  let facts = known.get(model);
  if (!facts) known.set(model, (facts = gather(model)));
  return facts;
}

function gather(model: DocumentModel): DocumentFacts {
  const view = viewOf(model);
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
    item.addresses.map((label): ReferenceFact => ({ key: label.key, text: label.text, addresses: true, from: item.label?.key ?? null, span: shifted(label.span, base) })));
  const mentioned = view.items('label-reference').filter(({ item }) => !item.addresses)
    .map(({ item, base }): ReferenceFact => ({ key: item.label.key, text: item.label.text, addresses: false, from: null, span: shifted(item.label.span, base) }));
  const unlabelledFindings = findings.filter(({ item }) => !item.label).map(({ item, base }) => ({ text: item.text, polarity: item.polarity, span: shifted(item.textSpan, base) }));
  const facts = {
    address: model.address,
    type: model.context.type,
    title: textOf(model.frontMatter, 'title'),
    respondsTo: respondsTo(model),
    labels,
    references: [...addressed, ...mentioned],
    unlabelledFindings,
    statuses: statusesOf(view),
    scale: model.context.statusScale.statuses.map(({ word }) => word.toLowerCase()),
    asAt: dayOf(textOf(model.frontMatter, 'as-at')),
    inspection: inspectionOf(model),
    paths: pathsOf(model, view),
  };
  return { ...facts, meaning: JSON.stringify(facts, (key, value: unknown) => (key === 'span' ? undefined : value)) };
}

function statusesOf(view: DocumentView): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { item: { status, statusIsKnown } } of view.items('action')) {
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
  const written = [...textsOf(model.frontMatter, 'responds-to').map(({ text }) => text), ...view.items('appendix-listed').flatMap(({ item }) => item.link ?? [])];
  return [...new Set(written.filter(isFilePath))];
}

const isFilePath = (path: string): boolean => path.trim() !== '' && !/^(?:[A-Za-z][A-Za-z0-9+.-]*:|[/\\#?])/.test(path.trim());

/** Addresses of the documents that a document says it responds to. */
function respondsTo(model: DocumentModel): readonly DocumentAddress[] {
  return textsOf(model.frontMatter, 'responds-to').map(({ text }) => resolvePath(model.address, text));
}

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
