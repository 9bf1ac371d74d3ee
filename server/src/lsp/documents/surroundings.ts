import type { Host } from '../../language/host.ts';
import type { LanguageService } from '../../language/service.ts';
import type { Client } from '../connection/client.ts';
import type { OpenTexts } from './text-sync.ts';
import type { OtherDocuments } from './whereabouts.ts';

/** What requests are answered from. */
export interface Surroundings {
  readonly service: LanguageService;
  readonly host: Host;
  readonly client: Client;
  readonly texts: OpenTexts;
  readonly others: OtherDocuments;
  /** Told of each document that was checked, how many letters it has. */
  readonly onChecked?: (length: number) => void;
}
