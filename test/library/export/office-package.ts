import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import sax from 'sax';
import { checkOrder } from './element-order.ts';

/** The parts of an Office file, as text, by path. */
export function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part, !/\.(?:xml|rels)$/.test(path))]));
}

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Names of the elements around it, the innermost last. */
  readonly inside: readonly string[];
}

/** Every element of an XML text; fails where the text is not well formed. */
export function xmlElements(xml: string, path: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const open: string[] = [];
  const parser = sax.parser(true);
  parser.onerror = (error) => assert.fail(`${path}: ${error.message}`);
  parser.onopentag = ({ name, attributes }) => {
    found.push({ name, attributes: attributes as Record<string, string>, inside: [...open] });
    open.push(name);
  };
  parser.onclosetag = () => open.pop();
  parser.write(xml).close();
  return found;
}

/**
 * What makes Word or Excel offer to repair a file: XML that is not well formed, a part without a content type, a relationship that leads
 * nowhere, an identifier that a part uses and its relationships do not have, children out of their order. Fails with the first that is
 * found.
 */
export function checkPackage(bytes: Uint8Array): Readonly<Record<string, string>> {
  const parts = partsOf(bytes);
  const xml = Object.keys(parts).filter((path) => /\.(?:xml|rels)$/.test(path));
  const elements = new Map(xml.map((path) => [path, xmlElements(parts[path]!, path)]));
  for (const [path, found] of elements) checkOrder(found, path);
  const types = elements.get('[Content_Types].xml');
  assert.ok(types, 'no content types');
  const endings = types.filter(({ name }) => name === 'Default').map(({ attributes }) => attributes['Extension']!.toLowerCase());
  const overrides = types.filter(({ name }) => name === 'Override').map(({ attributes }) => attributes['PartName']!);
  assert.equal(new Set(endings).size, endings.length, 'an ending has two content types');
  assert.equal(new Set(overrides).size, overrides.length, 'a part has two content types');
  for (const path of Object.keys(parts))
    if (path !== '[Content_Types].xml')
      assert.ok(overrides.includes(`/${path}`) || endings.includes(path.split('.').at(-1)!.toLowerCase()), `${path} has no content type`);
  for (const override of overrides) assert.ok(parts[override.slice(1)] !== undefined, `${override} is not there`);
  for (const path of xml.filter((one) => one.endsWith('.rels'))) {
    const owner = path.replace(/(^|\/)_rels\/([^/]*)\.rels$/, '$1$2');
    const relations = elements
      .get(path)!
      .filter(({ name }) => name === 'Relationship')
      .map(({ attributes }) => attributes);
    const ids = relations.map((relation) => relation['Id']!);
    assert.equal(new Set(ids).size, ids.length, `${path}: an identifier stands twice`);
    for (const { Target: target, TargetMode: mode } of relations) {
      if (mode === 'External') continue;
      const full = target!.startsWith('/') ? target!.slice(1) : posix.normalize(posix.join(posix.dirname(owner), target!));
      assert.ok(parts[full] !== undefined, `${path}: ${target} is not there`);
    }
    const used = (elements.get(owner) ?? []).flatMap(({ attributes }) =>
      Object.entries(attributes).flatMap(([name, value]) => (/^r:(?:id|embed|link)$/.test(name) ? [value] : [])),
    );
    for (const id of used) assert.ok(ids.includes(id), `${owner}: ${id} is no relationship`);
  }
  return parts;
}

/**
 * What Word asks of a document besides: bookmarks and drawings once each, styles, lists and bookmarks that are used defined, rows of equal
 * width, cells that end with a paragraph.
 */
export function checkWord(bytes: Uint8Array): Readonly<Record<string, string>> {
  const parts = checkPackage(bytes);
  const all = (path: string) => xmlElements(parts[path] ?? '<none/>', path);
  const document = all('word/document.xml');
  const values = (name: string, attribute: string, from = document) =>
    from.filter((element) => element.name === name).map(({ attributes }) => attributes[attribute]!);
  const unique = (what: string, list: readonly string[]) =>
    assert.equal(
      new Set(list).size,
      list.length,
      `${what} not unique: ${list.filter((one, index) => list.indexOf(one) !== index).join(', ')}`,
    );
  unique('bookmark names', values('w:bookmarkStart', 'w:name'));
  unique('bookmark ids', values('w:bookmarkStart', 'w:id'));
  unique('drawings', values('wp:docPr', 'id'));
  assert.deepEqual(values('w:bookmarkStart', 'w:id').sort(), values('w:bookmarkEnd', 'w:id').sort());
  for (const name of values('w:bookmarkStart', 'w:name')) assert.match(name, /^[A-Za-z_]\w{0,39}$/);
  const defined = values('w:style', 'w:styleId', all('word/styles.xml'));
  unique('styles', defined);
  // Word has these in every document.
  const styles = [...defined, 'Normal', 'DefaultParagraphFont', 'TableNormal', 'NoList'];
  for (const path of Object.keys(parts).filter((one) => /^word\/(?:document|header\d*|footer\d*|styles)\.xml$/.test(one))) {
    for (const style of [
      ...values('w:pStyle', 'w:val', all(path)),
      ...values('w:rStyle', 'w:val', all(path)),
      ...values('w:basedOn', 'w:val', all(path)),
    ])
      assert.ok(styles.includes(style), `${path}: style ${style}`);
  }
  const lists = values('w:num', 'w:numId', all('word/numbering.xml'));
  unique('lists', lists);
  // List 0 is none: a paragraph without the number that its style has.
  for (const list of values('w:numId', 'w:val')) assert.ok(list === '0' || lists.includes(list), `list ${list}`);
  const bookmarks = new Set(values('w:bookmarkStart', 'w:name'));
  const pointed = [
    ...values('w:hyperlink', 'w:anchor').filter((name) => name !== undefined),
    ...Array.from(
      parts['word/document.xml']!.matchAll(/(?:instr="|<w:instrText[^>]*>)\s*(?:REF|PAGEREF) ([^\s<"]+)/g),
      ([, name]) => name!,
    ),
  ];
  for (const name of pointed) assert.ok(bookmarks.has(name), `bookmark ${name}`);
  for (const [row] of parts['word/document.xml']!.matchAll(/<w:tr[ >](?:(?!<w:tr[ >])[^])*?<\/w:tr>/g))
    assert.ok(row.includes('<w:tc>'), 'a row without cells');
  for (const [cell] of parts['word/document.xml']!.matchAll(/<w:tc>(?:(?!<w:tc>)[^])*?<\/w:tc>/g))
    assert.match(cell, /(?:<\/w:p>|<w:p\/>)<\/w:tc>$/);
  return parts;
}
