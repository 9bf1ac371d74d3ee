import { safeFix } from '../language/features/quick-fix/code-action.ts';
import { editsFor } from '../language/rules/fixes.ts';
import type { Report } from '../language/rules/rule.ts';
import type { Snapshot } from '../language/snapshot.ts';
import type { DocumentAddress } from '../language/text/document-address.ts';
import { rulePage } from '../node-home.ts';
import { pathOfAddress, readTextFile } from '../node-host.ts';
import { linePlaces, regionOf, type Finding, type LinePlaces, type RelatedFinding } from '../reporting/finding.ts';
import { fingerprints } from '../reporting/fingerprint.ts';
import { discretionAbout, type Discretion } from '../reporting/personal-data.ts';
import { nameOf } from './input.ts';

/** Places in texts by the name that is printed: of the documents checked, of the configuration, and of related documents. */
export type Texts = Map<string, LinePlaces>;

/** A text that was checked, with what is reported of it. */
export interface CheckedText {
  /** As it is printed. */
  readonly name: string;
  readonly address: DocumentAddress;
  readonly text: string;
  readonly reports: readonly Report[];
  /** The document with its response, for the edits of safe fixes; null where nobody wants them. */
  readonly snapshot: Snapshot | null;
}

/**
 * The reports of a text as they are printed, without anything that identifies a person. Its places are kept in `texts`, and those of
 * related documents.
 */
export async function toFindings(checked: CheckedText, texts: Texts): Promise<readonly Finding[]> {
  const { name, address, text, reports, snapshot } = checked;
  const discretion = discretionAbout(text, reports);
  const places = linePlaces(discretion.text);
  texts.set(name, places);
  const marks = fingerprints(text, reports);
  return Promise.all(
    reports.map(async (report, index): Promise<Finding> => {
      const { rule, severity, message, fixable, span } = report;
      return {
        file: name,
        rule,
        severity,
        message: discretion.of(message),
        ...regionOf(places, span),
        fixable,
        url: rulePage(rule),
        related: await Promise.all(
          report.related.map((related) => toRelated({ ...related, message: discretion.of(related.message) }, address, name, texts)),
        ),
        fingerprint: marks[index]!,
        fix: snapshot && toFix(snapshot, report, places, discretion),
      };
    }),
  );
}

async function toRelated(
  { message, address, span }: Report['related'][number],
  here: DocumentAddress,
  name: string,
  texts: Texts,
): Promise<RelatedFinding> {
  const file = address === here ? name : nameOf(address);
  return { file, message, ...regionOf(await placesOf(address, file, texts), span) };
}

function toFix(snapshot: Snapshot, report: Report, places: LinePlaces, discretion: Discretion): Finding['fix'] {
  const fix = safeFix(snapshot, report);
  const edits = fix && editsFor(snapshot, report, fix.id, fix.data);
  if (!fix || !edits || edits.elsewhere?.size || edits.here.length === 0) return null;
  if ([fix.title, ...edits.here.map(({ newText }) => newText)].some((words) => discretion.of(words) !== words)) return null;
  return { title: fix.title, replacements: edits.here.map(({ span, newText }) => ({ ...regionOf(places, span), text: newText })) };
}

async function placesOf(address: DocumentAddress, file: string, texts: Texts): Promise<LinePlaces> {
  const known = texts.get(file);
  if (known) return known;
  const path = pathOfAddress(address);
  const result = path === null ? null : await readTextFile(path);
  const places = linePlaces(result && 'text' in result ? result.text : '');
  texts.set(file, places);
  return places;
}
