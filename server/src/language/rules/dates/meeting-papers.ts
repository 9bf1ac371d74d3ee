import type { DocumentContext } from '../rule.ts';

/** Whether a document says why papers of it come late. For rules that read `statement`. */
export const saysWhyLate = (items: DocumentContext['items']): boolean => items('statement').some(({ item }) => item.about === 'lateness');
