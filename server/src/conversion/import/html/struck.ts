import { rulesOfClasses } from './class-rules.ts';
import { attribute, type Element } from './elements.ts';

const elements: ReadonlySet<string> = new Set(['s', 'del', 'strike']);
const lineThrough = /text-decoration(?:-line)?\s*:[^;]*\bline-through\b/i;

/** Whether an element strikes its words through. */
export const isStruck = (element: Element): boolean =>
  elements.has(element.tagName) ||
  lineThrough.test(attribute(element, 'style')) ||
  rulesOfClasses(element).some((rules) => lineThrough.test(rules));

/** Whether an element, or one that it stands in, does. */
export function isStruckAround(element: Element): boolean {
  for (let outer: Element | null = element; outer; outer = outer.parentNode && 'attrs' in outer.parentNode ? outer.parentNode : null)
    if (isStruck(outer)) return true;
  return false;
}
