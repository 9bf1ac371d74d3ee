import { formSections } from '../../house-styles/house-style.ts';
import { isRole, type DocumentView, type Section } from '../../model/view.ts';
import { isChangeHeading, isSummary } from '../../new-document/changes-in-words.ts';
import { changesToBeTold, rolesBehindProgress } from '../../new-document/next-report.ts';
import { progressHeading } from '../../new-document/progress-section.ts';
import { insertBlocks, inLineEndings, placeOfSection } from '../../rules/insertion.ts';
import { startOf } from '../../syntax/layout.ts';
import type { TextEdit } from '../../text/span.ts';

export interface ProgressInsertion {
  readonly edit: TextEdit;
  /** Heading of the section that gives way to it; null where none does. */
  readonly replaces: string | null;
  /** Whether something that somebody wrote into that section stays, behind the new one. */
  readonly keeps: boolean;
}

/**
 * Puts what changed since the last report (`sectionAt` a level of headings) where the house style has it: in the place of such a section
 * that was put in before, else inside the report's own section on progress, else where the style's order has one, else before what comes
 * behind progress in every report, else at the end. What somebody wrote into the earlier section stays. Never throws.
 */
export function insertProgress(view: DocumentView, sectionAt: (level: number) => string): ProgressInsertion {
  const earlier = view.sections.find(isPutIn(view));
  if (earlier) return replace(view, earlier, sectionAt(earlier.level));
  const { offset, level } = placeIn(view);
  return { edit: insertBlocks(view, offset, sectionAt(level)), replaces: null, keeps: false };
}

/** Whether a section is one that was put in: by its heading, or by what a report that was just begun asks for in it. */
const isPutIn =
  (view: DocumentView) =>
  ({ heading, role, body }: Section): boolean =>
    heading.item.text.startsWith(`${progressHeading} `) || (isRole(role, 'progress') && view.slice(body).includes(changesToBeTold));

function placeIn(view: DocumentView): { readonly offset: number; readonly level: number } {
  const own = view.sections.find(({ role, heading }) => isRole(role, 'progress') && heading.item.form === 'heading');
  if (own) return { offset: own.span.end, level: Math.min(6, own.level + 1) };
  const { layout } = view.model.context;
  const ofStyle = formSections(layout).find(({ role }) => role === 'progress');
  if (ofStyle) return placeOfSection(view, layout, ofStyle);
  const headed = view.sections.filter(({ heading }) => heading.item.form === 'heading');
  const behind = headed.find(({ role }) => rolesBehindProgress.some((one) => isRole(role, one)));
  const [outer, ...others] = headed.filter(({ parent }) => parent === null);
  // One heading over everything is the title, whatever it says.
  const title = outer && others.length === 0 && headed.length > 1 && outer.level === 1 ? outer : null;
  const top = behind && outermost(behind, title);
  return { offset: top?.span.start ?? view.layout.syntax.length, level: top?.level ?? headed.find((one) => one !== title)?.level ?? 2 };
}

function outermost(section: Section, title: Section | null): Section {
  let top = section;
  while (top.parent && top.parent !== title) top = top.parent;
  return top;
}

function replace(view: DocumentView, section: Section, text: string): ProgressInsertion {
  const kept = writtenByHand(view, section);
  const isLast = view.slice({ start: section.span.end, end: view.layout.syntax.length }).trim() === '';
  const parts = [text.trim(), ...(kept === '' ? [] : [kept])].join('\n\n');
  return {
    edit: {
      span: section.span,
      newText: `${inLineEndings(view, parts.replaceAll(/\r\n?/g, '\n'))}${inLineEndings(view, isLast ? '\n' : '\n\n')}`,
    },
    replaces: section.heading.item.text,
    keeps: kept !== '',
  };
}

/** What of a section that was put in is none of its own: paragraphs, lists, tables and sub-sections that somebody added. */
function writtenByHand(view: DocumentView, section: Section): string {
  const {
    syntax: { blocks },
  } = view.layout;
  const headings = new Map(
    view.sections
      .filter(({ span }) => span.start > section.span.start && span.end <= section.span.end)
      .map((one) => [one.heading.index, one.heading.item.text]),
  );
  const kept: string[] = [];
  let under: 'section' | 'changes' | 'hand' = 'section';
  let isInStatuses = false;
  let keptLast = false;
  for (let index = section.heading.index + 1; index < blocks.length && startOf(view.layout, index) < section.span.end; index++) {
    const { kind, opensContainer, text } = blocks[index]!;
    const heading = headings.get(index);
    if (heading !== undefined) under = isChangeHeading(heading) ? 'changes' : 'hand';
    if (kind !== 'table-row' || opensContainer) isInStatuses = kind === 'table-row' && under !== 'hand' && /^\|?\s*Status\s*\|/.test(text);
    const isOwn =
      isInStatuses ||
      (under === 'changes' && (heading !== undefined || kind === 'list-item')) ||
      (under !== 'hand' &&
        (isSummary(text) || text.includes(changesToBeTold) || (kind === 'list-item' && /^[-*+]\s+\[Check: /.test(text))));
    if (!isOwn && keptLast) kept.push(`${kept.pop()!}${text}`);
    else if (!isOwn) kept.push(text);
    keptLast = !isOwn;
  }
  return kept.map((part) => part.trim()).join('\n\n');
}
