import type { SectionLayout } from '../house-styles/house-style.ts';
import { isOpenName } from '../house-styles/section-names.ts';
import { fillIn } from './tab-stops.ts';

/**
 * Heading and template of a section as a new one starts, or what is known to stand in it, ending in a line break. An open heading gets a
 * placeholder: `Feedback from [name of the subject]`.
 */
export function sectionText(section: SectionLayout, level: number = section.level, known: string | null = null): string {
  const heading = isOpenName(section.heading) ? section.heading.replace(/\s*…\s*$/, ' [name of the subject]') : section.heading;
  const template = (known ?? section.template).trim();
  return `${'#'.repeat(level)} ${heading}\n${template === '' ? '' : `\n${template}\n`}`;
}

/** The same with tab stops, for an editor. */
export const sectionSnippet = (section: SectionLayout, level: number = section.level): string =>
  `${fillIn(sectionText(section, level)).snippet}$0`;
