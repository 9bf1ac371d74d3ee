import { statedDates } from '../paper/dates.ts';
import type { TableRow } from '../paper/block-form.ts';
import { shortNames } from './initials.ts';

/** A post or a service that may be given something to do. */
const post =
  /\b(?:head|director|manager|lead|leader|officer|chair|chief|principal|coordinator|co-ordinator|commissioner|partner|supervisor|adviser|advisor|administrator|secretary|team|service|board|psw|dcs|ad|sro)s?\b/i;
const isPost = (text: string): boolean => text.split(/\s+/).length <= 8 && !/[.;]$/.test(text) && post.test(text);
const status =
  /^(?:new|on-?going|complete[d]?|closed|open|done|in progress|outstanding|overdue|pending|not started|on track|red|amber|green|blue|discharged|carried forward)\.?$/i;
const reference = /^[A-Z]{0,4}[ -]?\d{1,4}(?:\.\d{1,3}){0,2}\.?$/;
const month =
  /^(?:end(?: of)? |by |mid |early )?(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?,? \d{2,4}$/i;

export const isOwner = (text: string): boolean => shortNames.test(text) || isPost(text);
export const isDay = (text: string): boolean => month.test(text) || (text.length < 40 && statedDates(text).length > 0);
export const isStatus = (text: string): boolean => status.test(text) || /^(?:b|r|a|g|red|amber|green|blue)$/i.test(text);

const kinds: readonly (readonly [string, (text: string) => boolean])[] = [
  ['Status', (text) => status.test(text)],
  ['Owner', isOwner],
  ['Due', isDay],
  ['Ref', (text) => reference.test(text)],
];

/**
 * Names for the columns of a list of actions that was printed without any, from what stands in them: one column of sentences, the
 * others initials, dates, words of status or references. Null where a column tells nothing.
 */
export function actionHeading(rows: readonly TableRow[]): readonly string[] | null {
  const width = rows[0]!.cells.length;
  if (width < 2 || width > 5) return null;
  const names = Array.from({ length: width }, (_, column) => {
    const texts = rows.map(({ cells }) => cells[column]!.text).filter((text) => text !== '');
    return kinds.find(([, is]) => texts.length > 0 && texts.filter(is).length >= texts.length * 0.8)?.[0] ?? null;
  });
  const left = names.indexOf(null);
  if (
    names.filter((name) => name === null).length !== 1 ||
    new Set(names).size !== width ||
    !(names.includes('Owner') || names.includes('Due'))
  )
    return null;
  const lengths = rows.map(({ cells }) => cells[left]!.text.split(' ').length);
  return lengths.reduce((sum, length) => sum + length, 0) / lengths.length >= 3 ? names.map((name) => name ?? 'Action') : null;
}
