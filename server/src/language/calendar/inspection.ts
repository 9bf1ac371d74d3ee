import type { IsoDate } from '../host.ts';
import { field, textOf, type FrontMatter } from '../model/front-matter/front-matter.ts';
import { readDate, readPeriod } from '../model/dates/due.ts';
import type { DocumentView } from '../model/view.ts';

/** Kinds of inspection whose deadlines differ. */
export type InspectionKind =
  | "children's services inspection"
  | 'focused visit'
  | 'monitoring visit'
  | 'joint targeted area inspection'
  | 'area SEND inspection'
  | 'youth justice inspection'
  | 'police inspection'
  | 'adult social care assessment';

/** The dates of an inspection's letter or report. Each is a different thing, and none is guessed from another. */
export type LetterDate = 'received' | 'letter-dated' | 'published';

/** What a document says of the inspection that it is about. */
export interface Inspection {
  readonly kind: InspectionKind;
  readonly dates: Readonly<Partial<Record<LetterDate, IsoDate>>>;
  /** First and last day on site. */
  readonly visited: { readonly from: IsoDate; readonly to: IsoDate } | null;
  /** The deadline that the inspectorate itself states. */
  readonly deadline: IsoDate | null;
  /** Whether the front matter says so, or the text does in so many words. */
  readonly saidBy: 'front matter' | 'text';
}

const letterDates: readonly LetterDate[] = ['received', 'letter-dated', 'published'];

/**
 * The inspection that the front matter names, or else the one that the text names without any doubt; null where neither does. Never throws.
 */
export const inspectionOf = (view: DocumentView): Inspection | null =>
  field(view.model.frontMatter, 'inspection') ? inspectionInFrontMatter(view.model.frontMatter) : inspectionInText(view);

/** The inspection that the front matter names; null where it does not, or not plainly enough to know which rules hold. Never throws. */
export const inspectionInFrontMatter = (frontMatter: FrontMatter): Inspection | null =>
  readInspection((key) => textOf(frontMatter, 'inspection', key));

/** The same for the header of another document, of which `say` gives the values under `inspection:`. Never throws. */
export function readInspection(say: (key: string) => string | null): Inspection | null {
  const kind = kindOf(say('inspectorate') ?? '', say('framework') ?? '', say('event') ?? '');
  if (!kind) return null;
  const dates = Object.fromEntries(
    letterDates.flatMap((key) => {
      const date = readDate(say(key) ?? '');
      return date ? [[key, date]] : [];
    }),
  );
  return { kind, dates, visited: readPeriod(say('visited') ?? ''), deadline: readDate(say('deadline') ?? ''), saidBy: 'front matter' };
}

/** The kind that the words of the front matter stand for, or null where they leave it open. */
export function kindOf(inspectorate: string, framework: string, event: string): InspectionKind | null {
  const who = inspectorate.toLowerCase();
  const how = `${framework} ${event}`.toLowerCase();
  if (/\bjtai\b|joint targeted/.test(`${who} ${how}`)) return 'joint targeted area inspection';
  if (/\bsend\b|special educational needs/.test(how)) return 'area SEND inspection';
  if (/hmicfrs|constabulary/.test(who)) return 'police inspection';
  if (/probation|\bhmip\b/.test(who)) return 'youth justice inspection';
  if (/\bofsted\b/.test(who)) {
    if (/monitoring/.test(how)) return 'monitoring visit';
    if (/focus/.test(how)) return 'focused visit';
    // An inspection of a school or a home has other rules.
    if (/school|nursery|childminder|children's home|adoption agency|fostering/.test(how)) return null;
    return /inspection/.test(how) || (event === '' && /\b(?:ilacs|sif)\b/.test(how)) ? "children's services inspection" : null;
  }
  return /\bcqc\b|care quality/.test(who) && /adult|assessment/.test(how) ? 'adult social care assessment' : null;
}

const published = /\b(?:letter|report)\b[^.;:]{0,50}\bpublished(?:\s+on)?(?:\s+the)?\s*$/i;
const received =
  /\b(?:letter|report)\b[^.;:]{0,50}\breceived(?:\s+on)?(?:\s+the)?\s*$|\breceived\s+the\s+(?:letter|report)\s+on(?:\s+the)?\s*$/i;

/**
 * For documents without `inspection:`. Speaks only where one kind of visit by Ofsted is named and no other, and where the day on which
 * the letter was published or received is said once, with its year.
 */
function inspectionInText(view: DocumentView): Inspection | null {
  const { text } = view;
  if (!/\bofsted\b/i.test(text)) return null;
  const isFocused = /\bfocuss?ed visit/i.test(text);
  const isMonitoring = /\bmonitoring visit/i.test(text);
  const isInspection = /\binspection of (?:the )?(?:local authority|council|children.s (?:social care )?services)/i.test(text);
  if (Number(isFocused) + Number(isMonitoring) + Number(isInspection) !== 1) return null;
  const found: Record<'published' | 'received', Set<IsoDate>> = { published: new Set(), received: new Set() };
  for (const { item, span, base } of view.items('date')) {
    if (item.precision !== 'day' || item.from === null || item.quoted) continue;
    const before = text.slice(Math.max(base, span.start - 90), span.start);
    if (published.test(before)) found.published.add(item.from);
    else if (received.test(before)) found.received.add(item.from);
  }
  const only = (dates: Set<IsoDate>) => (dates.size === 1 ? [...dates][0] : undefined);
  const dates = {
    ...(only(found.received) && { received: only(found.received)! }),
    ...(only(found.published) && { published: only(found.published)! }),
  };
  if (Object.keys(dates).length === 0) return null;
  return {
    kind: isFocused ? 'focused visit' : isMonitoring ? 'monitoring visit' : "children's services inspection",
    dates,
    visited: null,
    deadline: null,
    saidBy: 'text',
  };
}
