/**
 * A house style's template as a snippet: each placeholder in square brackets becomes a tab stop that is selected with its
 * brackets, so that typing replaces it and a rule finds it where it was left. Links and task boxes stay what they are.
 */
export function templateSnippet(template: string, firstStop = 1): string {
  let stop = firstStop;
  let result = '';
  let at = 0;
  while (at < template.length) {
    const open = template.indexOf('[', at);
    const close = open < 0 ? -1 : template.indexOf(']', open);
    if (close < 0) break;
    const inside = template.slice(open + 1, close);
    const isPlaceholder = /\S.*\S/.test(inside) && !inside.includes('\n') && !inside.includes('[') && template[close + 1] !== '(' && template[close + 1] !== '[' && template[close + 1] !== ':';
    result += escapeSnippet(template.slice(at, open));
    if (isPlaceholder) result += `\${${stop++}:[${escapeInStop(inside)}]}`;
    else result += escapeSnippet(template.slice(open, close + 1));
    at = close + 1;
  }
  return result + escapeSnippet(template.slice(at));
}

/** Text as it must be written in a snippet to stand for itself. */
export const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
const escapeInStop = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** The text of a snippet for an editor that knows no tab stops: their default text stays. */
export function withoutTabStops(snippet: string): string {
  let result = '';
  for (let at = 0; at < snippet.length; at++) {
    const char = snippet[at]!;
    if (char === '\\' && at + 1 < snippet.length) {
      result += snippet[++at];
    } else if (char === '$') {
      const stop = /^\$(?:\d+|\{\d+:?)/.exec(snippet.slice(at, at + 12));
      if (!stop) { result += char; continue; }
      at += stop[0].length - 1;
    } else if (char !== '}') {
      result += char;
    }
  }
  return result;
}
