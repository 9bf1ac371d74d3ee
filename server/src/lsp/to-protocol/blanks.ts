import type { Range } from 'vscode-languageserver';
import { blankIn } from '../../language/features/typing-aids/blank.ts';
import type { TextEdit } from '../../language/text/span.ts';
import type { Places } from './positions.ts';

/**
 * Where the officer writes next after edits of a document, as it is once they are made; null where they leave nothing to be written. The
 * places are those before.
 */
export function rangeOfBlank(edits: readonly TextEdit[], places: Places): Range | null {
  const blank = blankIn(edits);
  if (!blank) return null;
  const {
    edit: { newText, span },
    span: { start, end },
  } = blank;
  const begin = places.position(span.start);
  const before = newText.slice(0, start).split(/\r\n|\r|\n/);
  const character = before.at(-1)!.length + (before.length === 1 ? begin.character : 0);
  const line = begin.line + before.length - 1;
  return { start: { line, character }, end: { line, character: character + end - start } };
}
