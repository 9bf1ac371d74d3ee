import type { Polarity } from '../model/vocabulary.ts';
import type { DocumentAddress } from '../text/document-address.ts';
import type { Span } from '../text/span.ts';
import type { DocumentFacts, FindingFact, LabelName } from './facts.ts';
import { textKey } from './likeness.ts';
import { lettersAmong, reachOf } from './reach.ts';

/** A finding of the inspectors, once, however many documents of the response repeat it. */
export interface SourcedFinding {
  readonly label: LabelName | null;
  readonly text: string;
  readonly polarity: Polarity;
  /** Where it comes from: the letter, where there is one. */
  readonly address: DocumentAddress;
  readonly nameSpan: Span;
}

export interface Sources {
  readonly findings: readonly SourcedFinding[];
  /**
   * Findings that a label means in a document: where two inspections use the same labels, those of the one that the document responds to.
   * Places in `findings`.
   */
  meant(address: DocumentAddress, key: string): readonly number[];
}

/** Kinds of document in the order in which a finding is taken from them. */
const order: readonly DocumentFacts['type'][] = ['inspection-letter', 'action-plan', 'committee-report', 'agenda', 'minutes'];

/** The findings of a response, each once. A document that repeats one by its label, or in its words, does not make it two. */
export function sourcesOf(documents: readonly DocumentFacts[]): Sources {
  const reach = reachOf(documents);
  const findings: { -readonly [K in keyof SourcedFinding]: SourcedFinding[K] }[] = [];
  const isLetter = lettersAmong(documents);
  const byKey = new Map<string, number[]>();
  const byText = new Map<string, number[]>();
  const note = (index: Map<string, number[]>, key: string, place: number) => index.set(key, [...(index.get(key) ?? []), place]);

  /** The finding that another one repeats. Two letters never repeat each other. */
  const repeated = (document: DocumentFacts, { label, text }: FindingFact): number | undefined => {
    const fits = (place: number) =>
      findings[place]!.address === document.address || !(isLetter.has(document.address) && isLetter.has(findings[place]!.address));
    const named = (label ? (byKey.get(label.key) ?? []) : []).filter(fits);
    const said = (byText.get(textKey(text)) ?? []).filter((place) => fits(place) && (!label || !findings[place]!.label));
    return nearest(named, document.address) ?? nearest(said, document.address);
  };
  const nearest = (places: readonly number[], from: DocumentAddress): number | undefined =>
    places.find((place) => reach(from).has(findings[place]!.address)) ?? places[0];

  for (const document of documents.toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type))) {
    for (const finding of document.findings) {
      const known = repeated(document, finding);
      if (known === undefined) {
        findings.push({
          label: finding.label,
          text: finding.text,
          polarity: finding.polarity,
          address: document.address,
          nameSpan: finding.nameSpan,
        });
        note(byText, textKey(finding.text), findings.length - 1);
      } else if (finding.label && !findings[known]!.label) findings[known]!.label = finding.label;
      else continue;
      if (finding.label) note(byKey, finding.label.key, known ?? findings.length - 1);
    }
  }
  return {
    findings,
    meant(address, key) {
      const places = byKey.get(key) ?? [];
      if (places.length < 2) return places;
      const near = places.filter((place) => reach(address).has(findings[place]!.address));
      return near.length > 0 ? near : places;
    },
  };
}
