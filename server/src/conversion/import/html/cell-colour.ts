import { isColouredSign, statusColour, type StatusColour } from '../paper/status-colour.ts';
import { rulesOfClasses } from './class-rules.ts';
import { attribute, elementsIn, textIn, type Element } from './elements.ts';

/** Colours by their names, as pages use them for a status. */
const named: Readonly<Record<string, string>> = {
  red: '#ff0000',
  orange: '#ffa500',
  yellow: '#ffff00',
  gold: '#ffd700',
  green: '#008000',
  lime: '#00ff00',
  blue: '#0000ff',
  purple: '#800080',
};
const background = /background(?:-color)?:\s*(#[\da-f]{3,6}\b|rgba?\([\d ,.%/]+\)|[a-z]+\b)/i;

/** What words and names of classes call the colours; the last three are those of a style sheet that many pages use. */
const words: readonly (readonly [RegExp, StatusColour])[] = [
  [/^red$|^danger$/i, 'Red'],
  [/^(?:amber|yellow|orange)$|^warning$/i, 'Amber'],
  [/^green$|^success$/i, 'Green'],
  [/^blue$/i, 'Blue'],
  [/^purple$/i, 'Purple'],
];

/**
 * The colour of status that a cell of a page shows: by its fill, or, where it holds no words, by the fill, class or description of what it
 * does hold.
 */
export function cellColour(cell: Element): StatusColour | null {
  const own = statusColour(fillOf(cell));
  const inside = [cell, ...elementsIn(cell)];
  if (isColouredSign(textIn(cell).trim()))
    return (
      first(inside.toReversed(), (element) =>
        statusColour(hexOf(/(?:^|[;\s])color:\s*([^;]+)/i.exec(attribute(element, 'style'))?.[1]?.trim() ?? attribute(element, 'color'))),
      ) ?? own
    );
  if (own || textIn(cell).trim() !== '') return own;
  return first(inside, (element) => statusColour(fillOf(element))) ?? first(inside, byName);
}

const first = <T>(elements: readonly Element[], find: (element: Element) => T | null): T | null =>
  elements.reduce<T | null>((found, element) => found ?? find(element), null);

/** The colour that the class of an element is named for, or that it is said to show to those who cannot see it. */
function byName(element: Element): StatusColour | null {
  const said = ['alt', 'aria-label', 'title'].map((name) =>
    attribute(element, name)
      .trim()
      .replace(/\s+(?:rating|status|dot|circle|light)$/i, ''),
  );
  const classes = attribute(element, 'class').split(/[\s_-]+/);
  const colours = new Set([...said, ...classes].flatMap((word) => words.find(([name]) => name.test(word))?.[1] ?? []));
  return colours.size === 1 ? [...colours][0]! : null;
}

/** What an element is filled with, where its own style, its attribute or a class of the page says. */
function fillOf(element: Element): string | undefined {
  const own = background.exec(attribute(element, 'style'))?.[1] ?? (attribute(element, 'bgcolor') || undefined);
  const said =
    own ??
    rulesOfClasses(element)
      .map((rules) => background.exec(rules)?.[1])
      .findLast((fill) => fill !== undefined);
  return hexOf(said);
}

/** A colour as six digits; undefined where it is none that is known. */
function hexOf(said: string | undefined): string | undefined {
  if (said === undefined) return undefined;
  const parts = /^rgba?\((\d+)[ ,]+(\d+)[ ,]+(\d+)/i.exec(said);
  if (parts)
    return parts
      .slice(1)
      .map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0'))
      .join('');
  return named[said.toLowerCase()] ?? said.replace(/^#([\da-f])([\da-f])([\da-f])$/i, '#$1$1$2$2$3$3');
}
