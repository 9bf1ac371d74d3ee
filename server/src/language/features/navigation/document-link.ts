import { field, textOf } from '../../model/front-matter/front-matter.ts';
import type { DocumentView } from '../../model/view.ts';
import type { Snapshot } from '../../snapshot.ts';
import { fileNameOf } from '../../text/document-address.ts';
import type { Span } from '../../text/span.ts';
import type { Words } from '../../words.ts';
import { headingAt } from './anchors.ts';
import type { DocumentAddress } from '../../text/document-address.ts';
import { answeredPaths, linked, paragraphsByNumber, type Subject } from './subject.ts';

/** Text that a click takes somewhere else. */
export interface DocumentLink {
  readonly span: Span;
  readonly to: LinkTarget;
  /** Said when the pointer rests on it. */
  readonly tooltip: string;
}

export type LinkTarget =
  | Extract<Subject, { of: 'file' | 'heading' }>
  | { readonly of: 'paragraph'; readonly file: DocumentAddress; readonly number: string }
  | { readonly of: 'web'; readonly url: string };

/**
 * Documents that the header says are answered, every link of the text (appendices, background papers, other papers, the web), and
 * appendices and paragraphs where the text speaks of them.
 */
export function documentLinks({ view, words }: Snapshot): readonly DocumentLink[] {
  const answered = answeredPaths(view).map(({ span, file }): DocumentLink => ({
    span,
    to: { of: 'file', file },
    tooltip: words.say('Open {file}, which this document answers', { file: fileNameOf(file) }),
  }));
  const appendices = new Map(view.items('appendix-listed').flatMap(({ item }) => (item.link ? [[item.link, item.number] as const] : [])));
  const links = view.items('link').flatMap(({ item, span }): readonly DocumentLink[] => {
    const to = targetOf(view, item.url);
    return to ? [{ span, to, tooltip: tooltipOf(to, appendices.get(item.url), words) }] : [];
  });
  return [
    ...answered,
    ...publishedAt(view, words),
    ...links,
    ...elsewhereDefined(view, words),
    ...appendixMentions(view, words),
    ...paragraphReferences(view, words),
  ];
}

/** “Appendix 1” leads to the paper itself, where the list of appendices has a link to it. */
function appendixMentions(view: DocumentView, words: Words): readonly DocumentLink[] {
  const papers = new Map(
    view
      .items('appendix-listed')
      .flatMap(({ item }): readonly (readonly [string, LinkTarget])[] => {
        const to = item.link ? targetOf(view, item.link) : null;
        return to ? [[item.number.toUpperCase(), to]] : [];
      })
      .reverse(),
  );
  return view.items('appendix-mention').flatMap(({ item, span }) => {
    const to = papers.get(item.number);
    return to ? [{ span, to, tooltip: tooltipOf(to, item.number, words) }] : [];
  });
}

/** “paragraph 5” leads there, where one paragraph has that number. */
function paragraphReferences(view: DocumentView, words: Words): readonly DocumentLink[] {
  const references = view.items('paragraph-reference');
  if (references.length === 0) return [];
  const numbers = paragraphsByNumber(view);
  return references
    .filter(({ item }) => numbers.has(item.number))
    .map(({ item: { number }, span }) => ({
      span,
      to: { of: 'paragraph', file: view.model.address, number },
      tooltip: words.say('Go to paragraph {number}', { number }),
    }));
}

/** Links whose address stands elsewhere in the document, and those addresses. Of two of one name, Markdown takes the first. */
function elsewhereDefined(view: DocumentView, words: Words): readonly DocumentLink[] {
  const definitions = view.items('link-definition');
  const urls = new Map(definitions.map(({ item }) => [item.identifier, item.url] as const).reverse());
  const uses = view.items('link-reference').map(({ item, span }) => ({ span, url: urls.get(item.identifier) ?? '' }));
  const addresses = definitions.map(({ item, base, span }) => ({
    span: { start: base + item.nameSpan.end + 2, end: span.end },
    url: item.url,
  }));
  return [...uses, ...addresses].flatMap(({ span, url }): readonly DocumentLink[] => {
    const to = url === '' ? null : targetOf(view, url);
    return to ? [{ span: withoutSpaces(view, span), to, tooltip: tooltipOf(to, undefined, words) }] : [];
  });
}

function withoutSpaces(view: DocumentView, { start, end }: Span): Span {
  const text = view.slice({ start, end });
  return { start: start + text.length - text.trimStart().length, end };
}

/** Where the header says that the letter or report is published. */
function publishedAt({ model: { frontMatter } }: DocumentView, words: Words): readonly DocumentLink[] {
  const url = textOf(frontMatter, 'inspection', 'link');
  return url !== null && isWeb(url)
    ? [
        {
          span: field(frontMatter, 'inspection', 'link')!.valueSpan,
          to: { of: 'web', url },
          tooltip: words.say('Open the published letter or report'),
        },
      ]
    : [];
}

const isWeb = (url: string): boolean => /^(?:https?:\/\/|mailto:)\S/i.test(url);

function targetOf(view: DocumentView, url: string): LinkTarget | null {
  if (isWeb(url)) return { of: 'web', url };
  const subject = linked(view, url);
  return subject?.of === 'file' || subject?.of === 'heading' ? subject : null;
}

function tooltipOf(to: LinkTarget, appendix: string | undefined, words: Words): string {
  if (to.of === 'web')
    return /^mailto:/i.test(to.url)
      ? words.say('Write to {address}', { address: to.url.slice('mailto:'.length) })
      : words.say('Open {file}', { file: to.url });
  const file = fileNameOf(to.file);
  if (to.of === 'heading') return words.say('Open {file}, at “{heading}”', { file, heading: to.anchor.replaceAll('-', ' ') });
  return appendix ? words.say('Open Appendix {number}, {file}', { number: appendix, file }) : words.say('Open {file}', { file });
}

/** Zero-based line of the paragraph that has a number; null where none has it, or several do. */
export function lineOfParagraph(view: DocumentView, number: string): number | null {
  const start = paragraphsByNumber(view).get(number);
  return start === undefined ? null : view.position(start).line;
}

/** Zero-based line of the heading that a link points to, in the document that holds it; null where there is none of the name. */
export function lineOfHeading(view: DocumentView, anchor: string): number | null {
  const heading = headingAt(view, anchor);
  return heading ? view.position(heading.span.start).line : null;
}
