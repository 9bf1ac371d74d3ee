import type { EvidenceItem } from '../items.ts';
import { holdsAny } from '../words/scanning.ts';

/**
 * Words that show that a decision has implications of a kind, whatever the section about them says. Few and plain: only what nobody would
 * call without implications. Before each pattern stand words of which one is in whatever it finds. The equality groups are those of the
 * Equality Act 2010, section 149, as reports about children name them.
 */
const evidence: readonly (readonly [EvidenceItem['of'], needs: readonly string[], RegExp])[] = [
  [
    'legal',
    ['notice', 'direction', 'judicial', 'written statement'],
    /\b(?:improvement notice|notice to improve|statutory (?:notice|direction)|judicial review|written statement of action)\b(?![^.;]{0,60}\b(?:lifted|removed|revoked|discharged|ended|withdrawn)\b)/i,
  ],
  [
    'financial',
    ['£', 'additional'],
    /£\s?\d[\d,.]*\s?(?:m|k|million|thousand)?\b(?=[^.;]{0,60}\b(?:costs?|investment|invest|funding|budget|pressure|overspend|grant|spend|savings?)\b)|\b(?:will|would|is (?:expected|estimated) to) cost (?:about |around |approximately |up to |some )?£\s?\d[\d,.]*|\b(?:costs?|investment|funding|budget|pressure|overspend|grant|additional spend) of £\s?\d[\d,.]*|\badditional (?:funding|investment|budget|posts|social workers)\b/i,
  ],
  [
    'equality',
    ['disab', 'asylum', 'disproportion', 'care leaver', 'ethnic', 'gypsy'],
    /\b(?:disabled (?:children|people|young people)|unaccompanied asylum[ -]seeking|disproportionality|disproportionate(?:ly)? (?:represent|affect|impact)[A-Za-zÀ-ɏ]*|care leavers|minority ethnic|ethnic minorit(?:y|ies)|Gypsy, Roma)\b/i,
  ],
  [
    'staffing',
    ['recruit', 'appoint', 'restructur', 'additional posts', 'new posts'],
    /\b(?:recruit(?:ing|ment of)?|appoint(?:ing)?) (?:[A-Za-zÀ-ɏ]+ ){0,3}(?:social workers|staff|managers|posts)\b|\b(?:restructur(?:e|ing) of|additional posts|new posts)\b/i,
  ],
  ['consultation', ['consult'], /\bconsultation (?:was|has been|took place|ran|is)\b|\b(?:were|have been|has been|was) consulted\b/i],
];

/** What a text says that has implications; one of each kind at most. Spans are `base` + index. Never throws. */
export function findEvidence(text: string, base: number): readonly EvidenceItem[] {
  return evidence.flatMap(([of, needs, pattern]): EvidenceItem[] => {
    const found = holdsAny(text, needs) ? pattern.exec(text) : null;
    return found
      ? [
          {
            kind: 'evidence',
            of,
            text: found[0].replace(/\s+/g, ' '),
            span: { start: base + found.index, end: base + found.index + found[0].length },
          },
        ]
      : [];
  });
}
