import { readLabel } from '../../model/inline/labels.ts';
import type { DocumentView } from '../../model/view.ts';
import type { LabelFact } from '../../response/facts.ts';
import { lettersAmong, reachOf } from '../../response/reach.ts';
import type { Snapshot } from '../../snapshot.ts';
import { definitionKey } from '../../syntax/definitions.ts';
import { fileNameOf, type DocumentAddress } from '../../text/document-address.ts';
import { foldedText, opening } from '../../text/english.ts';
import { shifted, type Span, type TextEdit } from '../../text/span.ts';
import type { Words } from '../../words.ts';
import { anchorOf, anchorsOf } from './anchors.ts';
import { knownLabels } from '../known/known-labels.ts';
import { mentionsOf, subjectAt, type Mention, type Subject } from './subject.ts';

/** What would be renamed: the text that an officer edits, at its place. */
export interface Renameable {
  readonly subject: Subject;
  readonly span: Span;
  readonly text: string;
}

/** Edits of one document. */
export interface DocumentEdits {
  readonly view: DocumentView;
  readonly edits: readonly TextEdit[];
  /** Why the officer should look before it is done; null where it is plain. */
  readonly question: string | null;
}

/** Edits, or why there are none, in words for the officer. */
export type Renaming = { readonly edits: readonly DocumentEdits[] } | { readonly refusal: string };

/** What a rename at an offset would rename, or why there is nothing, in words for the officer. */
export function prepareRename(snapshot: Snapshot, offset: number): Renameable | { readonly refusal: string } {
  const found = subjectAt(snapshot, offset);
  const { view } = snapshot;
  if (found?.subject.of === 'label' || found?.subject.of === 'acronym')
    return { subject: found.subject, span: found.span, text: view.slice(found.span) };
  if (found?.subject.of === 'address') {
    const { subject, span } = found;
    const defined = view.items('link-definition').find(({ item }) => item.identifier === subject.name);
    if (defined) return { subject, span, text: view.slice(shifted(defined.item.nameSpan, defined.base)) };
  }
  if (found?.subject.of === 'heading' && found.role === 'definition')
    return { subject: found.subject, span: found.span, text: view.slice(found.span) };
  return {
    refusal: snapshot.words.say('There is no name here. Labels (F3), short forms (MASH) that the text uses, and headings can be renamed.'),
  };
}

/** The edits that give a subject another name. `views` are the documents that mention it, as they now are. */
export function rename(snapshot: Snapshot, { subject, span }: Renameable, newName: string, views: readonly DocumentView[]): Renaming {
  const name = newName.trim();
  if (subject.of === 'label') return renameLabel(snapshot, subject.name, name, views);
  if (subject.of === 'acronym') return renameAcronym(snapshot, subject.name, name);
  if (subject.of === 'address') return renameAddress(snapshot, subject.name, name);
  const view = views.find(({ model }) => model.address === snapshot.model.address);
  if (subject.of !== 'heading' || !view) return { refusal: snapshot.words.say('This heading has changed meanwhile. Try again.') };
  return renameHeading(view, subject, span, name, views, snapshot.words);
}

function renameLabel(snapshot: Snapshot, key: string, name: string, views: readonly DocumentView[]): Renaming {
  const { words } = snapshot;
  const label = readLabel(name, 0);
  if (!label || label.span.start !== 0 || label.span.end !== name.length)
    return { refusal: words.say('“{name}” is no label. A label is one to four capitals and a number, such as F3 or A1.4.', { name }) };
  const labels = knownLabels(snapshot);
  const taken = label.key === key ? undefined : labels.find((one) => one.key === label.key);
  if (taken)
    return {
      refusal: words.say('{label} is taken: it labels “{about}” in {file}. Choose another label.', {
        label: taken.text,
        about: opening(taken.about),
        file: fileNameOf(taken.address),
      }),
    };
  const own = labels.filter((one) => one.key === key);
  const [first] = own;
  const other = own.find(({ defines }) => defines !== first?.defines);
  if (first && other) {
    return {
      refusal: words.say(
        '{label} stands for two things: “{first}” in {file} and “{second}” in {other}. Which of them a reference means cannot be told. Change one of the labels by hand first.',
        {
          label: first.text,
          first: opening(first.about),
          file: fileNameOf(first.address),
          second: opening(other.about),
          other: fileNameOf(other.address),
        },
      ),
    };
  }
  const meant = meaningHere(snapshot, own);
  const speaksOf = spokenOf(snapshot);
  return {
    edits: views
      .map((view) => ({
        view,
        edits: editsIn(view, { of: 'label', name: key }, name),
        question: questionFor(
          own.filter(({ address }) => speaksOf(view.model.address).has(address)),
          meant,
          words,
        ),
      }))
      .filter(hasEdits),
  };
}

/** What the label stands for in the officer's own document, else where it comes first. */
const meaningHere = ({ model }: Snapshot, labels: readonly (LabelFact & { readonly address: DocumentAddress })[]): string =>
  foldedText((labels.find(({ address }) => address === model.address) ?? labels[0])?.about ?? '');

/** Whose labels a document speaks of: its own, and those of the letters that it answers. */
function spokenOf({ response }: Snapshot): (address: DocumentAddress) => ReadonlySet<DocumentAddress> {
  const documents = response?.documents ?? [];
  const reach = reachOf(documents);
  const letters = lettersAmong(documents);
  return (address) => new Set([...reach(address)].filter((one) => one === address || letters.has(one)));
}

/** In a document that gives the label to something in other words, or that answers a letter which does, it may stand for something else. */
function questionFor(labels: readonly (LabelFact & { readonly address: DocumentAddress })[], meant: string, words: Words): string | null {
  const differs = labels.find((one) => foldedText(one.about) !== meant);
  return differs
    ? words.say('{label} is “{about}” in {file}', { label: differs.text, about: opening(differs.about), file: fileNameOf(differs.address) })
    : null;
}

const editsIn = (
  view: DocumentView,
  subject: Subject,
  newText: string,
  wanted: (mention: Mention) => boolean = () => true,
): readonly TextEdit[] =>
  mentionsOf(view, subject)
    .filter(wanted)
    .map(({ span }) => ({ span, newText }))
    .filter((edit) => view.slice(edit.span) !== newText);

const hasEdits = ({ edits }: DocumentEdits): boolean => edits.length > 0;

const shortForm = /^(?=.*[A-ZÀ-Þ].*[A-ZÀ-Þ])[A-Za-zÀ-ɏ&]{2,10}$/;

function renameAcronym({ view, words }: Snapshot, short: string, name: string): Renaming {
  if (!shortForm.test(name))
    return { refusal: words.say('“{name}” is no short form. Write two or more capitals, such as MASH.', { name }) };
  const taken = view.items('acronym-definition').find(({ item }) => item.short === name && item.short !== short);
  if (taken)
    return {
      refusal: words.say('{name} is taken: it stands for “{long}” on line {number}. Choose another short form.', {
        name,
        long: taken.item.long,
        number: view.position(taken.span.start).line + 1,
      }),
    };
  // Somebody else's words are left as they said them.
  const quoted = new Set(
    view
      .items('acronym-use')
      .filter(({ item }) => item.quoted)
      .map(({ span }) => span.start),
  );
  const edits = editsIn(view, { of: 'acronym', name: short }, name, ({ span }) => !quoted.has(span.start));
  return { edits: [{ view, edits, question: null }].filter(hasEdits) };
}

/** The words that a reader sees stay: `[plan]` becomes `[plan][new]`. */
function renameAddress({ view, words }: Snapshot, identifier: string, name: string): Renaming {
  if (name === '' || name.length > 200 || /[[\]\\\r\n]/.test(name))
    return { refusal: words.say('“{name}” cannot name an address. Write words without brackets, on one line.', { name }) };
  const taken = view
    .items('link-definition')
    .find(
      ({ item, base }) => item.identifier !== identifier && definitionKey(view.slice(shifted(item.nameSpan, base))) === definitionKey(name),
    );
  if (taken)
    return { refusal: words.say('“{name}” is taken: it stands for {address}. Choose another name.', { name, address: taken.item.url }) };
  const defined = view
    .items('link-definition')
    .filter(({ item }) => item.identifier === identifier)
    .map(({ item, base }): TextEdit => ({ span: shifted(item.nameSpan, base), newText: name }));
  const used = view
    .items('link-reference')
    .filter(({ item }) => item.identifier === identifier)
    .map(({ item, base }): TextEdit => {
      const own = shifted(item.nameSpan, base);
      return { span: own, newText: item.form === 'shortcut' ? `${view.slice(own)}][${name}` : name };
    });
  const edits = [...defined, ...used]
    .toSorted((a, b) => a.span.start - b.span.start)
    .filter((edit) => view.slice(edit.span) !== edit.newText);
  return { edits: [{ view, edits, question: null }].filter(hasEdits) };
}

function renameHeading(
  view: DocumentView,
  subject: Subject & { of: 'heading' },
  span: Span,
  name: string,
  views: readonly DocumentView[],
  words: Words,
): Renaming {
  if (name === '' || /[\r\n]/.test(name)) return { refusal: words.say('A heading is one line of text. Write at least one word.') };
  const own = anchorsOf(view).find(({ heading }) => heading.base + heading.item.textSpan.start === span.start);
  if (!own) return { refusal: words.say('This heading has changed meanwhile. Try again.') };
  const before = view.slice({
    start: own.heading.base + (own.heading.item.number?.span.start ?? own.heading.item.textSpan.start),
    end: own.heading.base + own.heading.item.textSpan.start,
  });
  const anchor = anchorOf(`${before}${name}`);
  const links = views.map((one) => ({
    view: one,
    edits: mentionsOf(one, subject)
      .filter(({ role }) => role === 'reference')
      .flatMap((mention) => anchorEdit(one, mention.span, anchor)),
  }));
  if (links.some(({ edits }) => edits.length > 0) && anchorsOf(view).some((one) => one !== own && one.anchor === anchor)) {
    return {
      refusal: words.say(
        'Another heading reads “{name}” already, and links that point to this one could not tell them apart. Choose other words.',
        { name },
      ),
    };
  }
  const here: TextEdit = { span, newText: name };
  return {
    edits: links
      .map((one): DocumentEdits => ({ view: one.view, edits: one.view === view ? [here, ...one.edits] : one.edits, question: null }))
      .filter(hasEdits),
  };
}

/** Replaces what stands behind `#` in the address of a link, or of the definition of one. */
function anchorEdit(view: DocumentView, link: Span, anchor: string): readonly TextEdit[] {
  const source = view.slice(link);
  const address = /^\[(?:[^\]\\]|\\.)*\]:/s.exec(source)?.[0].length ?? source.lastIndexOf('](');
  const mark = source.indexOf('#', Math.max(0, address));
  if (mark < 0) return [];
  const length = /^[^\s)>"']*/.exec(source.slice(mark + 1))![0].length;
  return [{ span: { start: link.start + mark + 1, end: link.start + mark + 1 + length }, newText: anchor }];
}
