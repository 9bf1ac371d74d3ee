/** The closed word lists of the dialect (dialect.md parts 2, 4 and 8), with what each is called when speaking to an officer. */

export const documentTypes = ['committee-report', 'action-plan', 'inspection-letter', 'minutes', 'agenda'] as const;
export type DocumentType = (typeof documentTypes)[number];

/** File name ending of each kind, used where the front matter does not say. */
export const suffixes: Readonly<Record<DocumentType, string>> = {
  'committee-report': '.report.md',
  'action-plan': '.plan.md',
  'inspection-letter': '.letter.md',
  minutes: '.minutes.md',
  agenda: '.agenda.md',
};

export const typeNames: Readonly<Record<DocumentType, string>> = {
  'committee-report': 'committee report',
  'action-plan': 'action plan',
  'inspection-letter': 'inspection letter',
  minutes: 'minutes',
  agenda: 'agenda',
};

export const roles = [
  'summary',
  'purpose',
  'key-issues',
  'recommendations',
  'reasons',
  'alternatives',
  'background',
  'introduction',
  'priority-actions',
  'areas-for-improvement',
  'strengths',
  'actions',
  'measures',
  'progress',
  'implications',
  'implications/financial',
  'implications/legal',
  'implications/equality',
  'implications/climate',
  'implications/risk',
  'implications/resources',
  'implications/human-resources',
  'implications/data-protection',
  'implications/health',
  'implications/property',
  'implications/procurement',
  'implications/children',
  'implications/community-safety',
  'implications/social-value',
  'implications/information-technology',
  'core-purpose',
  'consultation',
  'next-steps',
  'timetable',
  'conclusion',
  'appendices',
  'background-papers',
  'contact',
  'declarations',
  'membership',
  'decision',
  'attendance',
  'agenda-items',
  'glossary',
  'people',
  'governance',
] as const;
/** What a section is for, whatever a council calls it. */
export type Role = (typeof roles)[number];

/** Whether a role is the one asked for, or a part of it: `implications/legal` is an `implications`. */
export const isRole = (role: Role | null, asked: Role): boolean => role === asked || (role !== null && role.startsWith(`${asked}/`));

export const polarities = ['priority', 'improvement', 'strength'] as const;
/** Whether inspectors found something that must be put right at once, something to improve, or something that is well. */
export type Polarity = (typeof polarities)[number];

export const polarityNames: Readonly<Record<Polarity, string>> = {
  priority: 'area for priority action',
  improvement: 'area for improvement',
  strength: 'strength',
};

/** Columns of an action table and fields of an action item, by their canonical names (domain.md part 2.1). */
export const actionFields = [
  'ref',
  'addresses',
  'outcome',
  'action',
  'owner',
  'support',
  'start',
  'due',
  'original-due',
  'milestones',
  'measure',
  'resources',
  'evidence',
  'impact',
  'progress',
  'status',
  'assurance',
] as const;
export type ActionField = (typeof actionFields)[number];

const measureFields = ['ref', 'measure', 'baseline', 'target', 'actual', 'by'] as const;
export type MeasureField = (typeof measureFields)[number];
