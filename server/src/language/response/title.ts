import type { DocumentSummary } from './facts.ts';

/**
 * What a response is called: by the title of its inspection letter, else by the first of its documents that has one; null where none has.
 */
export const titleOfResponse = (documents: readonly Pick<DocumentSummary, 'type' | 'title'>[]): string | null =>
  documents.find(({ type }) => type === 'inspection-letter')?.title ?? documents.find(({ title }) => title !== null)?.title ?? null;
