import { formSections, type SectionLayout } from '../../house-styles/house-style.ts';
import { sectionKey, sectionNames } from '../../house-styles/section-names.ts';
import { isRole, type DocumentView } from '../../model/view.ts';
import type { ModelContext } from '../../model/document.ts';
import type { Fix } from '../rule.ts';
import { insertSection } from '../insertion.ts';

/**
 * Sections that the house style requires and the document does not have, in the order of the form. Where the form has several
 * sections of one role, as many must be there; those whose own heading is not found are the ones that are missing.
 */
export function absentSections({ layout }: ModelContext, view: DocumentView): readonly SectionLayout[] {
  const required = formSections(layout).filter((section) => section.required);
  return required.filter((section) => {
    const present = view.sections.filter(({ role }) => isRole(role, section.role));
    if (present.length === 0) return true;
    const sameRole = required.filter(({ role }) => role === section.role);
    if (sameRole.length < 2) return false;
    const headings = new Set(present.map(({ heading }) => sectionKey(heading.item.text)));
    const named = (one: SectionLayout) => sectionNames(one).some((name) => headings.has(sectionKey(name)));
    const unnamed = sameRole.filter((one) => !named(one));
    const spare = present.length - (sameRole.length - unnamed.length);
    return unnamed.indexOf(section) >= Math.max(0, spare);
  });
}

/** Puts a section that is missing where the house style has it. `data.heading` says which. */
export const insertMissingSection: Fix = {
  title: 'Insert the section “{heading}”',
  safe: false,
  edits({ model, view, problem }) {
    const { layout } = model.context;
    const section = formSections(layout).find(({ heading }) => heading === problem.data['heading']);
    return section ? { here: [insertSection(view, layout, section)] } : null;
  },
};
