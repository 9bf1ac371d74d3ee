import sax from 'sax';
import { CannotImport } from '../cannot-import.ts';
import { textOf } from './zip.ts';

/** An element with its prefix in its name, as the file writes it: `w:p`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** Deeper than any word processor nests. */
const deepest = 400;

/** Reads a part of a document. Entities beyond the five of XML and a document type are refused, so that nothing can be blown up. */
export function parseXml(bytes: Uint8Array): XmlElement {
  const parser = sax.parser(true, { xmlns: false, trim: false, normalize: false, position: false });
  const root: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [root];
  parser.onerror = (error) => {
    throw error;
  };
  parser.ondoctype = () => {
    throw new CannotImport('The file declares a document type, which papers never do. It was not opened.');
  };
  parser.onopentag = ({ name, attributes }) => {
    if (open.length > deepest) throw new CannotImport('The file is nested deeper than any paper. It was not opened.');
    const element: Open = { name, attributes: attributes as Record<string, string>, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  };
  parser.onclosetag = () => {
    open.pop();
  };
  parser.ontext = (text) => {
    open.at(-1)!.children.push(text);
  };
  parser.oncdata = (text) => {
    open.at(-1)!.children.push(text);
  };
  try {
    parser.write(textOf(bytes)).close();
  } catch (error) {
    if (error instanceof CannotImport) throw error;
    throw new CannotImport(
      'A part of the file cannot be read: it is damaged. Open it in the program that made it, save it again, and import the new file.',
    );
  }
  const top = root.children.find((child) => typeof child !== 'string');
  if (!top)
    throw new CannotImport(
      'A part of the file is empty: it is damaged. Open it in the program that made it, save it again, and import the new file.',
    );
  return top;
}

export const elementsOf = (element: XmlElement | undefined): readonly XmlElement[] =>
  element?.children.filter((child) => typeof child !== 'string') ?? [];
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);
export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  elementsOf(element).filter((child) => child.name === name);

/** All elements of a name at any depth, in the order of the document. */
export function* descendantsOf(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of elementsOf(element)) {
    if (child.name === name) yield child;
    yield* descendantsOf(child, name);
  }
}

/** All text inside, whatever the elements. */
export const textIn = (element: XmlElement | undefined): string =>
  element?.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('') ?? '';

/** Reads parts of a document by the names of their entries; undefined for one that is not there. */
export const partsIn =
  (entries: ReadonlyMap<string, Uint8Array>) =>
  (name: string): XmlElement | undefined => {
    const found = entries.get(name);
    return found && parseXml(found);
  };
