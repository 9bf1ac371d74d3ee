import type { SuppressionItem } from '../items.ts';

const comment = /^<!--\s*inspection-response-(disable-next-line|disable-file|disable|enable)(?![\w-])([^]*?)-->/;

/**
 * `<!-- inspection-response-disable-next-line actions/missing-due: agreed at the board of 3 May -->` and its like: one or more rule names,
 * and a reason behind a colon. `html` is the source of the comment, `base` its place. Null for any other HTML.
 */
export function readSuppression(html: string, base: number): SuppressionItem | null {
  const match = comment.exec(html);
  if (!match) return null;
  const [all, word, rest] = match as unknown as [string, string, string];
  const restStart = all.length - 3 - rest.length;
  const colon = rest.search(/:\s|:$/);
  const names = colon < 0 ? rest : rest.slice(0, colon);
  const rules = Array.from(names.matchAll(/[^\s,]+/g), ({ 0: text, index }) => {
    const start = base + restStart + index;
    return { text, span: { start, end: start + text.length } };
  });
  const reason = colon < 0 ? '' : rest.slice(colon + 1).trim();
  const form = word === 'disable-next-line' ? 'next-line' : word === 'disable-file' ? 'file' : (word as 'disable' | 'enable');
  return { kind: 'suppression', span: { start: base, end: base + all.length }, form, rules, reason: reason === '' ? null : reason };
}

/** Rules switched off behind a comment, `*` for all of them. */
export function switchedOffAfter(switchedOff: readonly string[], { form, rules }: SuppressionItem): readonly string[] {
  const names = rules.length > 0 ? rules.map(({ text }) => text) : ['*'];
  if (form === 'disable') return [...new Set([...switchedOff, ...names])];
  if (form === 'enable') return names.includes('*') ? [] : switchedOff.filter((name) => !names.includes(name));
  return switchedOff;
}
