import type { DocumentAddress } from '../text/document-address.ts';
import { opening } from '../text/english.ts';
import type { Span } from '../text/span.ts';
import type { DocumentFacts } from './facts.ts';
import type { SourcedFinding } from './sources.ts';
import type { Traced } from './traced.ts';

const gapKinds = [
  'no-plan',
  'untraced-plan',
  'finding-without-action',
  'finding-without-label',
  'action-without-source',
  'action-without-owner',
  'action-without-due',
  'action-without-measure',
  'recommendation-not-decided',
  'unknown-label',
] as const;
export type GapKind = (typeof gapKinds)[number];

/** Where the chain from finding to measure is broken. */
export interface Gap {
  readonly kind: GapKind;
  /** What is missing, and where, for the officer. */
  readonly message: string;
  readonly address: DocumentAddress;
  readonly span: Span;
  /** What lacks something: a place in the trace's list of its kind; null where it is the response as a whole, or a label in a text. */
  readonly subject: { readonly of: 'finding' | 'recommendation' | 'action'; readonly place: number } | null;
}

type Found = Traced & { readonly documents: readonly DocumentFacts[] };

/** The gaps of a response, in the order of {@link gapKinds}. What the documents do not let be told is none. */
export function gapsOf(found: Found): readonly Gap[] {
  const gaps = [...findingGaps(found), ...actionGaps(found), ...recommendationGaps(found), ...unknownLabels(found)];
  return gaps.toSorted((a, b) => gapKinds.indexOf(a.kind) - gapKinds.indexOf(b.kind));
}

const named = (label: { readonly text: string } | null, text: string, otherwise: string): string =>
  label ? `${label.text} (“${opening(text)}”)` : `${otherwise} “${opening(text)}”`;

/** Whether the inspectors ask for something to be done about a finding. */
const asks = ({ polarity }: SourcedFinding): boolean => polarity !== 'strength';

function* findingGaps({ findings, actions }: Found): Generator<Gap> {
  const asked = findings.flatMap((finding, place) => (asks(finding) ? [{ finding, place }] : []));
  const [first] = asked;
  if (!first) return;
  const whole = { address: first.finding.address, span: first.finding.nameSpan, subject: null };
  if (actions.length === 0) {
    yield {
      kind: 'no-plan',
      message:
        'No action plan is among these documents, so that nothing says what is done about the findings. Put the plan into the same folder, or name the letter in its header under “responds-to”.',
      ...whole,
    };
    return;
  }
  // A plan none of whose actions names a finding is written without labels: what it answers cannot be told, one by one.
  if (!actions.some((action) => action.findings.length > 0)) {
    yield {
      kind: 'untraced-plan',
      message: 'No action says which finding it answers. Name the findings by their labels in a column or line “Addresses”.',
      ...whole,
    };
    return;
  }
  const answered = new Set(actions.flatMap((action) => action.findings));
  for (const { finding, place } of asked) {
    const at = { address: finding.address, span: finding.nameSpan, subject: { of: 'finding', place } } as const;
    if (!finding.label)
      yield {
        kind: 'finding-without-label',
        message: `The finding “${opening(finding.text)}” has no label, so that no action can say that it answers it.`,
        ...at,
      };
    else if (!answered.has(place))
      yield { kind: 'finding-without-action', message: `No action addresses ${named(finding.label, finding.text, 'the finding')}.`, ...at };
  }
}

function* actionGaps({ findings, actions }: Found): Generator<Gap> {
  const plans = new Map<DocumentAddress, { traced: boolean; measured: boolean }>();
  for (const { address, addresses, measures } of actions) {
    const plan = plans.get(address) ?? { traced: false, measured: false };
    plans.set(address, {
      traced: plan.traced || (findings.length > 0 && addresses.length > 0),
      measured: plan.measured || measures.length > 0,
    });
  }
  for (const [place, action] of actions.entries()) {
    const { traced, measured } = plans.get(action.address)!;
    const gap = (kind: GapKind, missing: string): Gap => ({
      kind,
      message: `${named(action.label, action.text, 'The action')} ${missing}.`,
      address: action.address,
      span: action.nameSpan,
      subject: { of: 'action', place },
    });
    if (traced && action.source === null) yield gap('action-without-source', 'does not say which finding it answers');
    if (action.stage === 'complete') continue;
    if (action.owner === null) yield gap('action-without-owner', 'has no owner');
    if (!action.due || /^[-–—.?]+$/.test(action.due.text)) yield gap('action-without-due', 'has no due date');
    // Only where the plan has measures: one without any says how it is measured elsewhere.
    if (measured && action.measure === null && action.measures.length === 0) yield gap('action-without-measure', 'has no measure');
  }
}

function* recommendationGaps({ recommendations }: Found): Generator<Gap> {
  for (const [place, { label, text, decision, address, nameSpan }] of recommendations.entries()) {
    if (decision === 'not decided')
      yield {
        kind: 'recommendation-not-decided',
        message: `The minutes record no decision on ${named(label, text, 'the recommendation')}.`,
        address,
        span: nameSpan,
        subject: { of: 'recommendation', place },
      };
  }
}

/**
 * Labels that nothing has. As the rule trace/unknown-label has it: outside the Addresses field only those of letters that are used here.
 */
function* unknownLabels({ documents, actions }: Found): Generator<Gap> {
  const keys = new Set(documents.flatMap(({ labels }) => labels.map(({ key }) => key)));
  const prefixes = new Set([...keys].map(lettersOf));
  if (keys.size === 0) return;
  const placeOf = new Map(actions.map(({ address, label }, place) => [`${address} ${label?.key}`, place]));
  for (const { address, references } of documents) {
    for (const { key, text, addresses, span, from } of references) {
      if (keys.has(key) || !(addresses || prefixes.has(lettersOf(key)))) continue;
      const place = from === null ? undefined : placeOf.get(`${address} ${from}`);
      yield {
        kind: 'unknown-label',
        message: `Nothing in this response is labelled ${text}${from === null ? '' : `, which ${place === undefined ? from : actions[place]!.label!.text} addresses`}.`,
        address,
        span,
        subject: place === undefined ? null : { of: 'action', place },
      };
    }
  }
}

const lettersOf = (key: string): string => /^[A-Z]+/.exec(key)?.[0] ?? '';
