import { findNodeAtLocation, modify, parseTree, type ParseError } from 'jsonc-parser';
import { applyEdits, span, type TextEdit } from '../text/span.ts';

const reading = { allowTrailingComma: true, disallowComments: false };

/**
 * Edits that switch a rule off in the text of a configuration file, leaving its options and all the rest as they stand; null where the file
 * cannot be read. Never throws.
 */
export function switchOff(text: string, rule: string): readonly TextEdit[] | null {
  // A byte-order mark is read as white space, so that places stay right.
  const content = text.replace(/^\uFEFF/, ' ');
  const errors: ParseError[] = [];
  const root = parseTree(content, errors, reading);
  const rules = root && findNodeAtLocation(root, ['rules']);
  if (errors.length > 0 || root?.type !== 'object' || (rules && rules.type !== 'object')) return null;
  const hasOptions = findNodeAtLocation(root, ['rules', rule])?.type === 'object';
  const edits = modify(content, hasOptions ? ['rules', rule, 'severity'] : ['rules', rule], 'off', {
    formattingOptions: { insertSpaces: true, tabSize: 2, eol: content.includes('\r\n') ? '\r\n' : '\n' },
  }).map(({ offset, length, content: newText }) => ({ span: span(offset, offset + length), newText }));
  const after: ParseError[] = [];
  parseTree(applyEdits(content, edits), after, reading);
  return after.length === 0 ? edits : null;
}

/** Text of a new configuration file that switches a rule off. */
export const newlySwitchedOff = (rule: string): string => `${JSON.stringify({ rules: { [rule]: 'off' } }, null, 2)}\n`;
