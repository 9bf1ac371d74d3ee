import type { Rule } from './rule.ts';
import missingRecommendations from './structure/missing-recommendations.ts';
import missingSection from './structure/missing-section.ts';
import emptySection from './structure/empty-section.ts';
import sectionOrder from './structure/section-order.ts';
import duplicateSection from './structure/duplicate-section.ts';
import nearSection from './structure/near-section.ts';
import missingField from './structure/missing-field.ts';
import invalidField from './structure/invalid-field.ts';
import unknownField from './structure/unknown-field.ts';
import placeholder from './structure/placeholder.ts';
import paragraphNumber from './structure/paragraph-number.ts';
import missingAppendix from './structure/missing-appendix.ts';
import backgroundPapers from './structure/background-papers.ts';
import countMismatch from './structure/count-mismatch.ts';
import brokenParagraph from './structure/broken-paragraph.ts';
import noneWithoutReason from './structure/none-without-reason.ts';
import implicationContradicted from './structure/implication-contradicted.ts';
import overLength from './structure/over-length.ts';
import repeatedText from './structure/repeated-text.ts';
import noVerb from './recommendations/no-verb.ts';
import bareNote from './recommendations/bare-note.ts';
import wrongVerb from './recommendations/wrong-verb.ts';
import severalActs from './recommendations/several-acts.ts';
import delegation from './recommendations/delegation.ts';
import unlabelled from './recommendations/unlabelled.ts';
import bodyUnnamed from './recommendations/body-unnamed.ts';
import missingOwner from './actions/missing-owner.ts';
import missingDue from './actions/missing-due.ts';
import vagueDue from './actions/vague-due.ts';
import pastDue from './actions/past-due.ts';
import groupOwner from './actions/group-owner.ts';
import severalOwners from './actions/several-owners.ts';
import unknownOwner from './actions/unknown-owner.ts';
import missingMeasure from './actions/missing-measure.ts';
import weakVerb from './actions/weak-verb.ts';
import duplicateLabel from './actions/duplicate-label.ts';
import dueBeforeStart from './actions/due-before-start.ts';
import dueOnNonWorkingDay from './actions/due-on-non-working-day.ts';
import unknownStatus from './actions/unknown-status.ts';
import statusAgainstDate from './actions/status-against-date.ts';
import statusAgainstText from './actions/status-against-text.ts';
import completeWithoutEvidence from './actions/complete-without-evidence.ts';
import movedDue from './actions/moved-due.ts';
import staleProgress from './actions/stale-progress.ts';
import bundled from './actions/bundled.ts';
import findingWithoutAction from './trace/finding-without-action.ts';
import actionWithoutSource from './trace/action-without-source.ts';
import unknownLabel from './trace/unknown-label.ts';
import unlabelledFinding from './trace/unlabelled-finding.ts';
import findingMisquoted from './trace/finding-misquoted.ts';
import totalsMismatch from './trace/totals-mismatch.ts';
import malformedPercentage from './measures/malformed-percentage.ts';
import withoutBaseline from './measures/without-baseline.ts';
import withoutTarget from './measures/without-target.ts';
import withoutDate from './measures/without-date.ts';
import impossiblePercentage from './measures/impossible-percentage.ts';
import weekdayMismatch from './dates/weekday-mismatch.ts';
import impossibleDate from './dates/impossible-date.ts';
import statutoryDeadline from './dates/statutory-deadline.ts';
import deadlineUnstated from './dates/deadline-unstated.ts';
import keyDecisionNotice from './dates/key-decision-notice.ts';
import noYear from './dates/no-year.ts';
import workingDaysWording from './dates/working-days-wording.ts';
import clearDays from './dates/clear-days.ts';
import latePaper from './dates/late-paper.ts';
import dateStyle from './dates/date-style.ts';
import officialName from './inspectorate/official-name.ts';
import judgementName from './inspectorate/judgement-name.ts';
import gradeName from './inspectorate/grade-name.ts';
import limitingJudgement from './inspectorate/limiting-judgement.ts';
import gradeForUngradedVisit from './inspectorate/grade-for-ungraded-visit.ts';
import majesty from './inspectorate/majesty.ts';
import personalData from './privacy/personal-data.ts';
import exemptWithoutParagraph from './privacy/exempt-without-paragraph.ts';
import exemptWithoutPublicInterest from './privacy/exempt-without-public-interest.ts';
import exemptAndConfidential from './privacy/exempt-and-confidential.ts';
import acronymUndefined from './language/acronym-undefined.ts';
import acronymLate from './language/acronym-late.ts';
import linkText from './language/link-text.ts';
import emptyLink from './language/empty-link.ts';
import doubledWord from './language/doubled-word.ts';
import confusableCharacter from './language/confusable-character.ts';
import ambiguousFrequency from './language/ambiguous-frequency.ts';
import capitals from './language/capitals.ts';
import latinAbbreviation from './language/latin-abbreviation.ts';
import mixedSpelling from './language/mixed-spelling.ts';
import longSentence from './language/long-sentence.ts';
import hardWord from './language/hard-word.ts';
import wordsAboutChildren from './language/words-about-children.ts';
import acronymTwice from './language/acronym-twice.ts';
import acronymUnused from './language/acronym-unused.ts';
import imageAlt from './accessibility/image-alt.ts';
import tableHeader from './accessibility/table-header.ts';
import headingSkip from './accessibility/heading-skip.ts';
import colourOnly from './accessibility/colour-only.ts';
import unusedDisable from './project/unused-disable.ts';
import badConfiguration from './project/bad-configuration.ts';
import houseStyleUnknown from './project/house-style-unknown.ts';
import unreadText from './project/unread-text.ts';
import respondsToMissing from './project/responds-to-missing.ts';

/** Every rule, in the order of the rule index. Adding a rule touches its own file and this list. */
export const rules: readonly Rule[] = [
  // structure
  missingRecommendations,
  missingSection,
  emptySection,
  sectionOrder,
  duplicateSection,
  nearSection,
  missingField,
  invalidField,
  unknownField,
  placeholder,
  paragraphNumber,
  missingAppendix,
  backgroundPapers,
  countMismatch,
  brokenParagraph,
  noneWithoutReason,
  implicationContradicted,
  overLength,
  repeatedText,
  // recommendations
  noVerb,
  bareNote,
  wrongVerb,
  severalActs,
  delegation,
  unlabelled,
  bodyUnnamed,
  // actions
  missingOwner,
  missingDue,
  vagueDue,
  pastDue,
  groupOwner,
  severalOwners,
  unknownOwner,
  missingMeasure,
  weakVerb,
  duplicateLabel,
  dueBeforeStart,
  dueOnNonWorkingDay,
  unknownStatus,
  statusAgainstDate,
  statusAgainstText,
  completeWithoutEvidence,
  movedDue,
  staleProgress,
  bundled,
  // trace
  findingWithoutAction,
  actionWithoutSource,
  unknownLabel,
  unlabelledFinding,
  findingMisquoted,
  totalsMismatch,
  // measures
  malformedPercentage,
  withoutBaseline,
  withoutTarget,
  withoutDate,
  impossiblePercentage,
  // dates
  weekdayMismatch,
  impossibleDate,
  statutoryDeadline,
  deadlineUnstated,
  workingDaysWording,
  clearDays,
  keyDecisionNotice,
  latePaper,
  noYear,
  dateStyle,
  // inspectorate
  officialName,
  majesty,
  judgementName,
  gradeName,
  limitingJudgement,
  gradeForUngradedVisit,
  // privacy
  personalData,
  exemptWithoutParagraph,
  exemptWithoutPublicInterest,
  exemptAndConfidential,
  // language
  acronymUndefined,
  acronymLate,
  linkText,
  emptyLink,
  doubledWord,
  confusableCharacter,
  ambiguousFrequency,
  capitals,
  latinAbbreviation,
  mixedSpelling,
  longSentence,
  hardWord,
  wordsAboutChildren,
  acronymTwice,
  acronymUnused,
  // accessibility
  imageAlt,
  tableHeader,
  headingSkip,
  colourOnly,
  // project
  unusedDisable,
  badConfiguration,
  houseStyleUnknown,
  unreadText,
  respondsToMissing,
];

/** The same by their names. */
export const rulesByName: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.name, rule]));
