import { childOf, childrenOf, elementsOf, type XmlElement } from './xml.ts';

/** What a paragraph style of Word says, its parents' words included. */
export interface ParagraphStyle {
  readonly name: string;
  /** 1 to 9; 0 for the title; null for text. */
  readonly heading: number | null;
  readonly isContents: boolean;
  readonly numberingId: string | null;
  readonly numberingLevel: number | null;
  readonly strong: boolean;
  readonly struck: boolean;
  /** In points; 0 where no style says. */
  readonly size: number;
}

export interface WordStyles {
  paragraph(id: string | undefined): ParagraphStyle;
  /** Whether the words of a character style are bold. */
  isStrong(id: string): boolean;
  /** Whether a character style strikes its words through. */
  isStruck(id: string): boolean;
}

const text: ParagraphStyle = {
  name: '',
  heading: null,
  isContents: false,
  numberingId: null,
  numberingLevel: null,
  strong: false,
  struck: false,
  size: 0,
};

export const valueOf = (element: XmlElement | undefined, name: string): string | undefined => childOf(element, name)?.attributes['w:val'];

/** `<w:b/>` is on, `<w:b w:val="0"/>` is off; undefined where nothing is said. */
export function isOn(properties: XmlElement | undefined, name: string): boolean | undefined {
  const found = childOf(properties, name);
  return found ? !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? '') : undefined;
}

/** Whether words are struck through, by one line or two; undefined where nothing is said. */
export function strikes(properties: XmlElement | undefined): boolean | undefined {
  const [one, two] = [isOn(properties, 'w:strike'), isOn(properties, 'w:dstrike')];
  return one === undefined && two === undefined ? undefined : (one ?? false) || (two ?? false);
}

/** A size in points: written in half-points, or with its unit in the strict form of the format. */
export const sizeOf = (properties: XmlElement | undefined): number | undefined => {
  const written = valueOf(properties, 'w:sz') ?? '';
  const points = written.endsWith('pt') ? Number(written.slice(0, -2)) : Number(written) / 2;
  return points > 0 ? points : undefined;
};

/** The level of a heading by the name of its style, which does not change with Word's language in the file. */
function headingLevel(name: string, outline: string | undefined): number | null {
  if (/^title$/i.test(name)) return 0;
  const named = /^heading ([1-9])\b/i.exec(name);
  if (named) return Number(named[1]);
  return outline !== undefined && /^[0-8]$/.test(outline) ? Number(outline) + 1 : null;
}

export function readStyles(root: XmlElement | undefined): WordStyles {
  const elements = new Map(childrenOf(root, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const defaults = childOf(childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
  const base: ParagraphStyle = { ...text, size: sizeOf(defaults) ?? 10, strong: isOn(defaults, 'w:b') ?? false };
  const known = new Map<string, ParagraphStyle>();
  const usual = [...elements].find(([, style]) => style.attributes['w:type'] === 'paragraph' && style.attributes['w:default'] === '1')?.[0];
  const resolve = (id: string, above: number): ParagraphStyle => {
    const element = elements.get(id);
    if (!element || above > 20) return base;
    const found = known.get(id);
    if (found) return found;
    const parentId = valueOf(element, 'w:basedOn');
    const parent = parentId === undefined ? base : resolve(parentId, above + 1);
    const name = valueOf(element, 'w:name') ?? '';
    const properties = childOf(element, 'w:pPr');
    const look = childOf(element, 'w:rPr');
    const numbering = childOf(properties, 'w:numPr');
    const level = valueOf(numbering, 'w:ilvl');
    const style: ParagraphStyle = {
      name,
      heading: headingLevel(name, valueOf(properties, 'w:outlineLvl')) ?? (/^(?:normal|toc)\b/i.test(name) ? null : parent.heading),
      isContents: /^(?:toc|contents)\b/i.test(name),
      numberingId: valueOf(numbering, 'w:numId') ?? parent.numberingId,
      numberingLevel: level === undefined ? parent.numberingLevel : Number(level),
      strong: isOn(look, 'w:b') ?? parent.strong,
      struck: strikes(look) ?? parent.struck,
      size: sizeOf(look) ?? parent.size,
    };
    known.set(id, style);
    return style;
  };
  const lookOf = (id: string) => elementsOf(elements.get(id)).find(({ name }) => name === 'w:rPr');
  return {
    paragraph: (id) => resolve(id ?? usual ?? '', 0),
    isStrong: (id) => isOn(lookOf(id), 'w:b') ?? false,
    isStruck: (id) => strikes(lookOf(id)) ?? false,
  };
}
