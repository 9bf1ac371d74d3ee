import type { DocumentView } from '../../model/view.ts';
import type { Target } from './definition.ts';
import { mentionsOf, type Subject } from './subject.ts';

/** Every mention of a subject in the documents given, in order of document and place. */
export const references = (subject: Subject, views: readonly DocumentView[], includeDeclaration: boolean): readonly Target[] =>
  views.flatMap((view) =>
    mentionsOf(view, subject)
      .filter(({ role }) => includeDeclaration || role === 'reference')
      .map(({ span, whole }): Target => ({ address: view.model.address, view, whole, span })),
  );
