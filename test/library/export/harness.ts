import { exportPapers, type ExportFormat, type ExportOptions } from '../../../server/src/conversion/export/export-papers.ts';
import { neverCancelled } from '../../../server/src/language/host.ts';
import { worldOf } from '../harness.ts';

export interface ExportFixture extends ExportOptions {
  readonly today?: string;
  /** Files beside the documents, by their names. */
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

/** All documents of a fixture, the first one the paper, in a format. */
export async function exported(
  source: string,
  format: ExportFormat,
  { today, files = {}, ...options }: ExportFixture = {},
): Promise<Uint8Array | string> {
  const { fixture, host, service } = worldOf(source, today);
  const documents = [];
  for (const { address, text } of fixture.files) {
    service.open(address, 1, text);
    documents.push({ name: address.replace(/^file:\/\/\//, ''), snapshot: (await service.snapshot(address, 'linked', neverCancelled))! });
  }
  const surroundings = {
    host,
    nameOf: (address: string) => address.replace(/^file:\/\/\//, ''),
    readBytes: async (address: string) => files[address.replace(/^.*\//, '')] ?? null,
  };
  return exportPapers(documents, format, surroundings, options);
}
