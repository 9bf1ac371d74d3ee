import type { IsoDate } from '../../host.ts';
import data from './inspection-frameworks.json' with { type: 'json' };

/** How an inspectorate judges and grades under one framework. Data, with its source; see the note in the file. */
export interface InspectionFramework {
  readonly id: string;
  readonly title: string;
  /** Kinds of inspection, as `calendar/inspection.ts` names them. */
  readonly kinds: readonly string[];
  /** By the first day of the inspection. */
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  /** In small letters; empty where there are none. */
  readonly grades: readonly string[];
  /** Null where the names were not seen. */
  readonly judgements: readonly { readonly name: string; readonly also: readonly string[] }[] | null;
  readonly limiting: boolean;
  readonly source: string;
  readonly url: string | null;
  readonly certainty: 'seen' | 'to confirm';
}

export const inspectionFrameworks = data.frameworks as readonly InspectionFramework[];

/** A judgement's name as compared: without "the", hyphens, capitals, and the words that every name begins with. */
export const judgementKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^A-Za-zÀ-ɏ]+/gu, ' ')
    .trim()
    .replace(/^(?:the )?(?:experiences? and progress of )?(?:the )?/, '')
    .replace(/ judge?ments?$/, '');
