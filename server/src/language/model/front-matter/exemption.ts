import { field, textsOf, type FrontMatter } from './front-matter.ts';
import type { Span } from '../../text/span.ts';

/** What the header says of an exemption: Part 1 of Schedule 12A to the Local Government Act 1972. */
export interface Exemption {
  /** Whether the document is kept from the public as exempt. */
  readonly isExempt: boolean;
  /** Paragraphs 1 to 7 that are named. */
  readonly paragraphs: readonly number[];
  /** Where it says so, counted from the start of the document. */
  readonly span: Span;
}

/** Null where the header says nothing of it. */
export function exemptionOf(frontMatter: FrontMatter): Exemption | null {
  const found = field(frontMatter, 'exempt');
  const values = textsOf(frontMatter, 'exempt');
  if (!found || values.length === 0) return null;
  const text = values.map((value) => value.text).join(' ');
  const paragraphs = (text.replace(/\b(?:Part|Schedule|section|Act)\s+\d+/gi, '').match(/\b[1-7]\b/g) ?? []).map(Number);
  return { isExempt: !/^\s*(?:no|none|n|false|not exempt|open|public)\b/i.test(text), paragraphs, span: found.valueSpan };
}
