import { parse } from 'yaml';
import { documentTypes, suffixes, type DocumentType } from '../../../language/model/vocabulary.ts';

const fenced = /^\uFEFF?---[ \t]*\r?\n([^]*?)^(?:---|\.\.\.)[ \t]*\r?$/m;

/**
 * Whether a text already is a document of the dialect: its front matter names a type or a house style, or its file name ends as one of a
 * type does.
 */
export function isDialect(source: string, fileName?: string): { readonly type: DocumentType; readonly houseStyle: string | null } | null {
  const values = frontMatterOf(source);
  const stated = documentTypes.find((type) => type === values?.['type']);
  const named = fileName === undefined ? undefined : documentTypes.find((type) => fileName.toLowerCase().endsWith(suffixes[type]));
  const houseStyle = typeof values?.['house-style'] === 'string' ? values['house-style'] : null;
  // A paper whose kind nobody could tell has only the house style.
  const type = stated ?? named ?? (houseStyle === null ? undefined : 'committee-report');
  return type ? { type, houseStyle } : null;
}

function frontMatterOf(source: string): Record<string, unknown> | null {
  const start = source.startsWith('\uFEFF') ? 1 : 0;
  if (!source.startsWith('---', start)) return null;
  const found = fenced.exec(source);
  if (!found || found.index !== 0) return null;
  try {
    const values: unknown = parse(found[1]!);
    return typeof values === 'object' && values !== null && !Array.isArray(values) ? (values as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Markdown with the front matter before it; keys are put into the front matter that it has, without touching what is there. */
export function addToFrontMatter(source: string, frontMatter: string): string {
  const values = frontMatterOf(source);
  if (!values) return `${frontMatter}\n${source.replace(/^\uFEFF/, '')}`;
  const lines = frontMatter.split('\n').slice(1, -2);
  const kept: string[] = [];
  let keep = false;
  for (const line of lines) {
    const key = /^([\w-]+):/.exec(line)?.[1];
    if (key !== undefined) keep = !(key in values);
    if (keep) kept.push(line);
  }
  const firstLine = source.indexOf('\n') + 1;
  return source.slice(0, firstLine) + kept.map((line) => `${line}\n`).join('') + source.slice(firstLine);
}
