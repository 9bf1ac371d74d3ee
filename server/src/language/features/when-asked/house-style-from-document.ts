import type { StatusDefinition } from '../../house-styles/definition.ts';
import type { Numbering } from '../../house-styles/house-style.ts';
import type { DocumentShape } from '../../house-styles/propose.ts';
import { statusScales } from '../../house-styles/status-scales.ts';
import { textOf, textsOf } from '../../model/front-matter/front-matter.ts';
import type { ParagraphItem, ParagraphNumber } from '../../model/items.ts';
import { isRole, type Located } from '../../model/view.ts';
import type { Snapshot } from '../../snapshot.ts';

/** What a document shows of its council's form, for a house style that is made from it. */
export function shapeOfDocument({ model, view }: Snapshot): DocumentShape {
  const { frontMatter, context } = model;
  const top = Math.min(...view.sections.map(({ level }) => level), 6);
  return {
    type: context.type,
    houseStyle: textOf(frontMatter, 'house-style')?.trim().toLowerCase() ?? null,
    fields: [...frontMatter.fields.keys()],
    sections: view.sections.map(({ heading, role, level }) => ({
      heading: heading.item.text.replace(/\s*[:.]+$/, ''),
      role,
      level: level === top ? 2 : 3,
    })),
    numbering: { paragraphs: paragraphNumbering(view.items('paragraph')), recommendations: recommendationNumbering({ model, view }) },
    statusScale: scaleOf(context),
    bodies: textsOf(frontMatter, 'body')
      .map(({ text }) => text.trim())
      .filter((text) => text !== '' && !text.includes('[')),
  };
}

/** The status words that the document declares itself: a well-known scale by its name, or its own words. */
function scaleOf({ statusScale, houseStyle }: Snapshot['model']['context']): DocumentShape['statusScale'] {
  if (statusScale === houseStyle.statusScale) return null;
  if (statusScales.get(statusScale.name) === statusScale) return statusScale.name;
  return statusScale.statuses.map(({ word, meaning, aliases, stage }): StatusDefinition => ({
    word,
    stage,
    ...(meaning ? { meaning } : {}),
    ...(aliases.length > 0 ? { aliases } : {}),
  }));
}

/** Fewest numbers from which a habit can be told. */
const enough = 3;

function paragraphNumbering(paragraphs: readonly Located<ParagraphItem>[]): Numbering['paragraphs'] | null {
  const outer = paragraphs.filter(({ item }) => item.depth === 0 && !item.quoted).flatMap(({ item }) => (item.number ? [item.number] : []));
  const count = (style: ParagraphNumber['style']) => outer.filter((number) => number.style === style).length;
  if (count('section.paragraph') >= enough && count('section.paragraph') * 2 > outer.length) return 'section.paragraph';
  if (count('letter') >= enough && count('letter') * 2 > outer.length) return 'a)';
  // Numbers of a list start again in each list; those of paragraphs go straight on.
  const numbers = outer.filter(({ style }) => style === 'number').map(({ values }) => values[0]!);
  const goesOn = numbers.every((value, index) => index === 0 || value === numbers[index - 1]! + 1);
  return numbers.length >= 2 * enough && goesOn ? 'continuous' : null;
}

/** How the recommendations are marked; null where they carry labels, which say nothing of how the council prints them. */
function recommendationNumbering({ view }: Pick<Snapshot, 'model' | 'view'>): Numbering['recommendations'] | null {
  const asked = view.items('recommendation').filter(({ model }) => isRole(model.place.role, 'recommendations'));
  if (asked.length === 0 || asked.some(({ item }) => item.label !== null)) return null;
  const blocks = new Set(asked.map(({ model }) => model));
  const numbers = view
    .items('paragraph')
    .filter(({ model, item }) => blocks.has(model) && item.depth <= 1)
    .flatMap(({ item }) => (item.number ? [item.number] : []));
  const first = numbers[0];
  if (!first) return asked.filter(({ item }) => item.form === 'item').length > 1 ? '-' : null;
  return numbers.every(({ style, closing }) => style === first.style && closing === first.closing) ? markOf(first) : null;
}

function markOf({ style, closing }: ParagraphNumber): Numbering['recommendations'] | null {
  switch (style) {
    case 'section.paragraph':
      return 'section.paragraph';
    case 'number':
      return closing === '()' ? '(1)' : closing === ')' ? '1)' : '1.';
    case 'letter':
      return closing === '()' ? '(a)' : 'a)';
    case 'roman':
      return closing === '()' ? '(i)' : 'i.';
  }
}
