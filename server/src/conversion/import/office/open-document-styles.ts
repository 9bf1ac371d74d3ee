import { figureOf } from '../paper/number-figures.ts';
import { childOf, childrenOf, elementsOf, type XmlElement } from './xml.ts';

/** What a style of OpenDocument says, its parents' words included. */
export interface OpenStyle {
  /** As a person sees it: `Heading 1`. */
  readonly name: string;
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly underlined: boolean;
  readonly struck: boolean;
  /** In points; 0 where no style says. */
  readonly size: number;
  /** Name of the font; empty where no style says. */
  readonly font: string;
  readonly breaksBefore: boolean;
  readonly listStyle: string | null;
  readonly outlineLevel: number | null;
  /** What a cell, or what stands behind a paragraph or words, is filled with: `#ff0000`. */
  readonly fill?: string;
  /** Of the letters: `#ff0000`. */
  readonly colour?: string;
}

const plain: OpenStyle = {
  name: '',
  strong: false,
  emphasis: false,
  underlined: false,
  struck: false,
  size: 0,
  font: '',
  breaksBefore: false,
  listStyle: null,
  outlineLevel: null,
};

interface ListLevel {
  readonly isBullet: boolean;
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  /** How many levels the number shows: 2 for `1.1`. */
  readonly shown: number;
  readonly start: number;
}

export interface OpenStyles {
  style(name: string | undefined): OpenStyle;
  /** The number of an item, from the counts of its level and those above; null for a bullet, undefined where nothing is printed. */
  marker(listStyle: string | null, counts: readonly number[]): string | null | undefined;
  /** Where the counting of a level starts. */
  start(listStyle: string | null, level: number): number;
  /** The list style that numbers headings. */
  readonly outline: string;
}

const outlineName = ' outline';

export function readOpenStyles(roots: readonly XmlElement[]): OpenStyles {
  const holders = roots
    .flatMap((root) => [childOf(root, 'office:styles'), childOf(root, 'office:automatic-styles')])
    .filter((holder) => holder !== undefined);
  const elements = new Map<string, XmlElement>();
  const lists = new Map<string, ReadonlyMap<number, ListLevel>>();
  // What the text's own file says comes last and counts.
  for (const element of holders.flatMap(elementsOf)) {
    const name = element.attributes['style:name'] ?? '';
    if (element.name === 'style:style') elements.set(name, element);
    else if (element.name === 'text:list-style') lists.set(name, levelsOf(element));
    else if (element.name === 'text:outline-style') lists.set(outlineName, levelsOf(element));
    else if (element.name === 'style:default-style' && element.attributes['style:family'] === 'paragraph') elements.set('', element);
  }
  const known = new Map<string, OpenStyle>();
  const resolve = (name: string, above: number): OpenStyle => {
    const found = known.get(name);
    if (found) return found;
    const element = elements.get(name);
    if (!element || above > 20) return plain;
    const parentName = element.attributes['style:parent-style-name'];
    const base = resolve('', above + 1);
    const parent =
      parentName !== undefined
        ? resolve(parentName, above + 1)
        : name === '' || element.attributes['style:family'] === 'text'
          ? plain
          : base;
    const look = childOf(element, 'style:text-properties')?.attributes ?? {};
    const paragraph = childOf(element, 'style:paragraph-properties')?.attributes ?? {};
    const fill =
      ['style:table-cell-properties', 'style:paragraph-properties', 'style:text-properties']
        .map((part) => childOf(element, part)?.attributes['fo:background-color'])
        .find((one) => one !== undefined) ??
      childOf(element, 'style:graphic-properties')?.attributes['draw:fill-color'] ??
      parent.fill;
    const colour = look['fo:color'] ?? parent.colour;
    const weight = look['fo:font-weight'];
    const strike = look['style:text-line-through-style'] ?? look['style:text-line-through-type'];
    const underline = look['style:text-underline-style'];
    const size = /^([\d.]+)pt$/.exec(look['fo:font-size'] ?? '')?.[1];
    const level = element.attributes['style:default-outline-level'];
    // Names of styles that the text made for itself say nothing; those of their parents do.
    const isOwn = /^(?:P|T|Table)\d/.test(name);
    const style: OpenStyle = {
      name: isOwn ? parent.name : (element.attributes['style:display-name'] ?? name).replaceAll('_20_', ' '),
      strong: weight === undefined ? parent.strong : weight === 'bold' || Number(weight) >= 600,
      emphasis: look['fo:font-style'] === undefined ? parent.emphasis : look['fo:font-style'] === 'italic',
      underlined: underline === undefined ? parent.underlined : underline !== 'none',
      struck: strike === undefined ? parent.struck : strike !== 'none',
      size: size === undefined ? parent.size : Number(size),
      font: look['style:font-name'] ?? look['fo:font-family']?.replace(/^'|'$/g, '') ?? parent.font,
      breaksBefore: paragraph['fo:break-before'] === 'page' || (element.attributes['style:master-page-name'] ?? '') !== '',
      listStyle: element.attributes['style:list-style-name'] ?? parent.listStyle,
      outlineLevel: level !== undefined && level !== '' ? Number(level) : parent.outlineLevel,
      ...(fill === undefined ? {} : { fill }),
      ...(colour === undefined ? {} : { colour }),
    };
    known.set(name, style);
    return style;
  };
  return {
    style: (name) => resolve(name ?? '', 0),
    outline: outlineName,
    start: (list, level) => lists.get(list ?? '')?.get(level)?.start ?? 1,
    marker: (list, counts) => {
      const levels = lists.get(list ?? '');
      const level = levels?.get(counts.length);
      if (!levels || !level) return list === outlineName ? undefined : null;
      if (level.isBullet) return null;
      if (level.format === '') return undefined;
      const figures = counts
        .slice(-Math.min(level.shown, counts.length))
        .map((count, index, shown) => figureOf(levels.get(counts.length - shown.length + index + 1)?.format || '1', count));
      return `${level.prefix}${figures.join('.')}${level.suffix}`.trim();
    },
  };
}

const levelsOf = (list: XmlElement): ReadonlyMap<number, ListLevel> =>
  new Map(
    elementsOf(list)
      .filter(({ name }) => /^text:(?:list|outline)-level-style/.test(name) || name === 'text:outline-level-style')
      .map(({ name, attributes }) => [
        Number(attributes['text:level'] ?? 1),
        {
          isBullet: !/-number$|^text:outline/.test(name),
          format: attributes['style:num-format'] ?? '',
          prefix: attributes['style:num-prefix'] ?? '',
          suffix: attributes['style:num-suffix'] ?? '',
          shown: Number(attributes['text:display-levels'] ?? 1),
          start: Number(attributes['text:start-value'] ?? 1),
        },
      ]),
  );

/** Headers and footers of the pages. */
export const pageEdges = (root: XmlElement | undefined): readonly XmlElement[] =>
  childrenOf(childOf(root, 'office:master-styles'), 'style:master-page').flatMap((page) =>
    elementsOf(page).filter(({ name }) => /^style:(?:header|footer)/.test(name)),
  );
