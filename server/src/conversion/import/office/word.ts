import { blanksNote } from '../paper/blanks-note.ts';
import type { TextBlock } from '../paper/blocks.ts';
import { CannotImport } from '../cannot-import.ts';
import { paragraphBlock } from '../paper/make-blocks.ts';
import type { Paper } from '../paper/paper.ts';
import { readWordBody } from './word-body.ts';
import { withoutBlanks } from './word-fields.ts';
import { readNumbering } from './word-numbering.ts';
import type { WordParts } from './word-paragraph.ts';
import { readStyles } from './word-styles.ts';
import { childOf, childrenOf, descendantsOf, partsIn, textIn, type XmlElement } from './xml.ts';
import { openZip } from './zip.ts';

const officeDocument = /\/officeDocument$/;

/** Reads a Word document (.docx). Throws `CannotImport` where it is none. */
export function readWord(bytes: Uint8Array): Paper {
  const entries = openZip(
    bytes,
    (name) =>
      /\.(?:xml|rels)$/i.test(name) &&
      !/\/(?:theme|webSettings|fontTable|glossary|embeddings|charts\/(?!chart)|diagrams\/(?!data))/i.test(name),
  );
  const part = partsIn(entries);
  const main =
    childrenOf(part('_rels/.rels'), 'Relationship')
      .find(({ attributes }) => officeDocument.test(attributes['Type'] ?? ''))
      ?.attributes['Target']?.replace(/^\//, '') ?? 'word/document.xml';
  const root = part(main);
  const written = childOf(root, 'w:body');
  if (!written)
    throw new CannotImport(
      'This is no Word document: it has no text in it. Open it in Word, save it as a Word document (.docx), and import that.',
    );
  const { root: body, blanks } = withoutBlanks(written);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = new Map(
    childrenOf(part(`${folder}_rels/${main.slice(folder.length)}.rels`), 'Relationship').map(({ attributes }) => [
      attributes['Id'] ?? '',
      { type: attributes['Type'] ?? '', target: attributes['Target'] ?? '', isOutside: attributes['TargetMode'] === 'External' },
    ]),
  );
  const partAt = (target: string): XmlElement | undefined => part(target.startsWith('/') ? target.slice(1) : `${folder}${target}`);
  const related = (type: string): readonly XmlElement[] =>
    [...relations.values()]
      .filter((relation) => relation.type.endsWith(`/${type}`) && !relation.isOutside)
      .flatMap(({ target }) => partAt(target) ?? []);
  const parts: WordParts = {
    styles: readStyles(related('styles')[0]),
    numbering: readNumbering(related('numbering')[0]),
    address: (id) => {
      const relation = relations.get(id);
      return relation?.isOutside ? relation.target : undefined;
    },
    inner: (id) => {
      const relation = relations.get(id);
      return relation && !relation.isOutside ? partAt(relation.target) : undefined;
    },
    notes: new Map([...notesOf(related('footnotes')[0], 'w:footnote'), ...notesOf(related('endnotes')[0], 'w:endnote')]),
  };
  const read = readWordBody(body, parts);
  const edges = (type: string) =>
    related(type).flatMap((edge) =>
      readWordBody(edge, { ...parts, notes: new Map() }).blocks.map(({ lines }) => lines.join(' ').replaceAll('\t', ' ')),
    );
  const pageHeads = edges('header');
  const comments = related('comments').flatMap((list) =>
    childrenOf(list, 'w:comment').map(
      (comment) =>
        `${comment.attributes['w:author'] ?? 'Somebody'} comments: “${[...descendantsOf(comment, 'w:p')].map(wordsOf).join(' ')}”`,
    ),
  );
  const title = textIn(childOf(part('docProps/core.xml'), 'dc:title')).trim();
  return {
    blocks: [...read.blocks, ...read.noted.flatMap(({ mark, paragraphs }) => noteBlocks(mark, paragraphs, parts))],
    furniture: [...new Set([...pageHeads, ...edges('footer')])],
    pageHeads,
    properties: title === '' ? {} : { title },
    notes: [...read.remarks, ...blanksNote(blanks), ...comments],
  };
}

const wordsOf = (paragraph: XmlElement): string => [...descendantsOf(paragraph, 'w:t')].map(textIn).join('');

/** Notes by their place and number; those that only draw a line above the notes are none. */
const notesOf = (root: XmlElement | undefined, name: string): readonly (readonly [string, XmlElement])[] =>
  childrenOf(root, name)
    .filter(({ attributes }) => attributes['w:type'] === undefined || attributes['w:type'] === 'normal')
    .map((note) => [`${name}:${note.attributes['w:id'] ?? ''}`, note]);

/** A footnote as paragraphs at the end of the paper, the first with the mark that stands in the text. */
function noteBlocks(mark: string, note: XmlElement, parts: WordParts): readonly TextBlock[] {
  const [first, ...more] = readWordBody(note, parts).blocks;
  const start = paragraphBlock([{ text: `[${mark}] ${first?.lines.join(' ') ?? ''}` }]);
  return [...(start ? [start] : []), ...more];
}
