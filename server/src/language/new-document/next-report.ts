import { formSections, type HouseStyle, type SectionLayout } from '../house-styles/house-style.ts';
import type { FrontMatterValue } from '../model/front-matter/front-matter.ts';
import type { DocumentModel } from '../model/document.ts';
import { viewOf } from '../model/view.ts';
import { isRole, type Polarity, type Role } from '../model/vocabulary.ts';
import { compareDocuments } from '../response/compare.ts';
import type { DocumentFacts, FindingFact } from '../response/facts.ts';
import { capital, counted } from '../text/english.ts';
import { asMarkdown } from '../text/markdown.ts';
import { newDocument, type Value } from './new-document.ts';
import { progressSection } from './progress-section.ts';

export interface NextReport {
  /** The last report, whose header is carried over. */
  readonly last: DocumentModel;
  /** The plan as it now is. */
  readonly plan: DocumentFacts;
  /** The plan as it was then; null where it is not at hand, so that only the statuses can be told. */
  readonly earlierPlan: DocumentFacts | null;
  /** What the inspectors found, in the words of their letter. */
  readonly findings: readonly FindingFact[];
  /** Title of the next report; that of the last one where it is left out. */
  readonly title?: string;
}

/** Fields that are another in each report; each is asked for anew. */
const perMeeting: Readonly<Record<string, string>> = { 'meeting-date': '[date of the meeting]', published: '[date of issue]' };
/** Fields that say nothing of the next report. */
const dropped: ReadonlySet<string> = new Set(['type', 'house-style', 'as-at', 'version', 'agenda-item', 'exempt-reason']);

/** Sections before which progress is told. */
export const rolesBehindProgress: readonly Role[] = [
  'implications',
  'consultation',
  'next-steps',
  'timetable',
  'conclusion',
  'appendices',
  'background-papers',
  'contact',
];

/**
 * The next progress report: the header of the last one and whom it says to ask, the sections of its house style with everything to be
 * written in `[square brackets]`, and in their place the findings of the letter, the statuses of the plan and what changed since the last
 * report. Never throws.
 */
export function nextReport({ last, plan, earlierPlan, findings, title }: NextReport, houseStyle: HouseStyle): string {
  const progress = earlierPlan ? progressSection(compareDocuments(earlierPlan, plan)) : statusSection(plan);
  const sections = formSections(houseStyle.types['committee-report'] ?? { fields: [], sections: [], wordLimit: null });
  const own = sections.findIndex(({ role }) => role === 'progress');
  const next = sections.findIndex(({ role, level }) => level === 2 && rolesBehindProgress.some((one) => isRole(role, one)));
  const known = ({ role }: SectionLayout): string | null =>
    role === 'contact' ? contactIn(last) : listOf(findings.filter(({ polarity }) => role !== null && polarityOfRole[role] === polarity));
  return newDocument('committee-report', houseStyle, {
    values: { ...headerOf(last), ...(title === undefined ? {} : { title }) },
    known,
    inserted: { text: progress, at: own >= 0 ? own : next >= 0 ? next : sections.length, replaces: own >= 0 },
  }).text;
}

const polarityOfRole: Readonly<Partial<Record<Role, Polarity>>> = {
  'priority-actions': 'priority',
  'areas-for-improvement': 'improvement',
  strengths: 'strength',
};

const listOf = (findings: readonly FindingFact[]): string | null =>
  findings.length === 0 ? null : findings.map(({ label, text }) => `- ${label ? `**${label.text}** ` : ''}${asMarkdown(text)}`).join('\n');

/** What the last report says of whom to ask; null where it has no such section, or only what such a section asks for. */
function contactIn(last: DocumentModel): string | null {
  const view = viewOf(last);
  const section = view.sections.find(({ role }) => role === 'contact');
  const text = section ? view.slice(section.body).trim() : '';
  return text === '' || /\[[^\]]*\](?!\()/.test(text) ? null : text;
}

function headerOf({ frontMatter }: DocumentModel): Record<string, Value> {
  const header: Record<string, Value> = {};
  for (const { key, value } of frontMatter.fields.values()) {
    const carried = dropped.has(key) ? undefined : (perMeeting[key] ?? plainValue(value));
    if (carried !== undefined) header[key] = carried;
  }
  return header;
}

function plainValue(value: FrontMatterValue): Value | undefined {
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.flatMap((one: FrontMatterValue) => (one === null || typeof one === 'object' ? [] : [String(one)]));
  if (typeof value !== 'object') return String(value);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const plain = plainValue(inner as FrontMatterValue);
      return plain === undefined ? [] : [[key, plain]];
    }),
  );
}

/** The one plan of a response. */
export function onlyPlan(documents: readonly DocumentFacts[]): DocumentFacts | 'none' | 'several' {
  const plans = documents.filter(({ type, actions }) => type === 'action-plan' && actions.length > 0);
  return plans.length > 1 ? 'several' : (plans[0] ?? 'none');
}

/** What a report that was begun without the earlier plan asks for in place of the changes. */
export const changesToBeTold = '[What has changed since the last report]';

/** How many actions have each status. */
function statusSection({ actions, statuses }: DocumentFacts): string {
  const rows = Object.entries(statuses).map(([status, count]) => `| ${asMarkdown(capital(status))} | ${count} |`);
  const table = rows.length === 0 ? '' : `\n| Status | Actions |\n| --- | ---: |\n${rows.join('\n')}\n`;
  return `## Progress\n\nThe plan has ${counted(actions.length, 'action')}. ${changesToBeTold}\n${table}`;
}

/** What the inspectors found, where one letter says it. */
export function findingsOfLetter(documents: readonly DocumentFacts[]): readonly FindingFact[] {
  const letters = documents.filter(({ type }) => type === 'inspection-letter');
  return letters.length === 1 ? letters[0]!.findings : [];
}
